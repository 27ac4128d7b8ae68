/* wa-setting-field.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "session/wa-system-setting.h"

G_BEGIN_DECLS

/**
 * WaSettingField:
 *
 * One thing that a system asks an account for: a row to enter it, and below it what it is.
 *
 * Signals: `changed`, `activated`: Enter was pressed.
 */
#define WA_TYPE_SETTING_FIELD (wa_setting_field_get_type ())
G_DECLARE_FINAL_TYPE (WaSettingField, wa_setting_field, WA, SETTING_FIELD, AdwBin)

GtkWidget       *wa_setting_field_new         (WaSystemSetting *setting,
                                               const char      *value,
                                               const char      *help);
WaSystemSetting *wa_setting_field_get_setting (WaSettingField  *self);
char            *wa_setting_field_dup_value   (WaSettingField  *self);

G_END_DECLS
