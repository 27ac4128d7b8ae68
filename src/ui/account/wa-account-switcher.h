/* wa-account-switcher.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "session/wa-account.h"

G_BEGIN_DECLS

/**
 * WaAccountSwitcher:
 *
 * A button with the account that is shown; its popover lists the others.
 *
 * Properties: `accounts` (a #GListModel of #WaAccount), `account` (nullable).
 */
#define WA_TYPE_ACCOUNT_SWITCHER (wa_account_switcher_get_type ())
G_DECLARE_FINAL_TYPE (WaAccountSwitcher, wa_account_switcher, WA, ACCOUNT_SWITCHER, AdwBin)

G_END_DECLS
