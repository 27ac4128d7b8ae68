/* wa-system-setting.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-setting-kind.h"

G_BEGIN_DECLS

/**
 * WaSystemSetting:
 *
 * One field of the account dialog.  Properties: `key`, `kind` (#WaSettingKind), `title`, `help`,
 * `fallback`, `required`, `advanced`, `choices` (a #GStrv of values), `choice-titles` (a #GStrv).
 */
#define WA_TYPE_SYSTEM_SETTING (wa_system_setting_get_type ())
G_DECLARE_FINAL_TYPE (WaSystemSetting, wa_system_setting, WA, SYSTEM_SETTING, GObject)

const char        *wa_system_setting_get_key     (WaSystemSetting *self);
WaSettingKind      wa_system_setting_get_kind    (WaSystemSetting *self);
const char        *wa_system_setting_get_title   (WaSystemSetting *self);
const char        *wa_system_setting_get_help    (WaSystemSetting *self);
const char        *wa_system_setting_get_fallback (WaSystemSetting *self);
gboolean           wa_system_setting_get_required (WaSystemSetting *self);
gboolean           wa_system_setting_get_advanced (WaSystemSetting *self);
const char *const *wa_system_setting_get_choices (WaSystemSetting *self);
const char *const *wa_system_setting_get_choice_titles (WaSystemSetting *self);

G_END_DECLS
