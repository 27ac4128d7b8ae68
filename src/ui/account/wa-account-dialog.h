/* wa-account-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "session/wa-accounts.h"

G_BEGIN_DECLS

/**
 * WaAccountDialog:
 *
 * A window in which an account is connected, changed, or removed.
 *
 * Signal `connected (WaAccount *)`: there is a new account.
 */
#define WA_TYPE_ACCOUNT_DIALOG (wa_account_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WaAccountDialog, wa_account_dialog, WA, ACCOUNT_DIALOG, AdwWindow)

WaAccountDialog *wa_account_dialog_new (WaAccounts *accounts,
                                        WaAccount  *account);

G_END_DECLS
