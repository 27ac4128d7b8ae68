/* wa-setting-kind.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * WaSettingKind:
 *
 * What an account is asked for.  %WA_SETTING_SECRET goes into the keyring, the others into the account's row.
 */
typedef enum
{
  WA_SETTING_ADDRESS,
  WA_SETTING_TEXT,
  WA_SETTING_DIGITS,
  WA_SETTING_CHOICE,
  WA_SETTING_SECRET,
} WaSettingKind;

GType wa_setting_kind_get_type (void);
#define WA_TYPE_SETTING_KIND (wa_setting_kind_get_type ())

G_END_DECLS
