/* wa-system-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "provider/wa-provider.h"
#include "session/wa-system-setting.h"

G_BEGIN_DECLS

WaSystemSetting *wa_system_setting_new (const WaSetting *setting);

G_END_DECLS
