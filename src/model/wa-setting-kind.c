/* wa-setting-kind.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-setting-kind.h"

G_DEFINE_ENUM_TYPE (WaSettingKind, wa_setting_kind,
  G_DEFINE_ENUM_VALUE (WA_SETTING_ADDRESS, "address"),
  G_DEFINE_ENUM_VALUE (WA_SETTING_TEXT, "text"),
  G_DEFINE_ENUM_VALUE (WA_SETTING_DIGITS, "digits"),
  G_DEFINE_ENUM_VALUE (WA_SETTING_CHOICE, "choice"),
  G_DEFINE_ENUM_VALUE (WA_SETTING_SECRET, "secret"))
