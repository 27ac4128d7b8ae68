/* wa-accounts.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "session/wa-account.h"
#include "session/wa-secrets.h"
#include "session/wa-system.h"

G_BEGIN_DECLS

/**
 * WaAccounts:
 *
 * The accounts on this computer: a #GListModel of #WaAccount in the order in which they were added.  It
 * keeps them in `accounts.ini` below the data directory (mode 0600: systems, names and settings, never
 * a key), their keys in the keyring.
 */
#define WA_TYPE_ACCOUNTS (wa_accounts_get_type ())
G_DECLARE_FINAL_TYPE (WaAccounts, wa_accounts, WA, ACCOUNTS, GObject)

WaAccounts *wa_accounts_new            (const char           *data_dir,
                                        WaSecrets            *secrets);

void        wa_accounts_load_async     (WaAccounts           *self,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
gboolean    wa_accounts_load_finish    (WaAccounts           *self,
                                        GAsyncResult         *result,
                                        GError              **error);
WaAccount  *wa_accounts_find           (WaAccounts           *self,
                                        const char           *id);

/* settings: char * → char *, by the keys of the system's settings; `token` is the key */
void        wa_accounts_test_async     (WaAccounts           *self,
                                        const char           *system_id,
                                        GHashTable           *settings,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
char       *wa_accounts_test_finish    (WaAccounts           *self,
                                        GAsyncResult         *result,
                                        GError              **error);
void        wa_accounts_add_async      (WaAccounts           *self,
                                        const char           *system_id,
                                        const char           *title,
                                        GHashTable           *settings,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
WaAccount  *wa_accounts_add_finish     (WaAccounts           *self,
                                        GAsyncResult         *result,
                                        gboolean             *key_kept,
                                        GError              **error);
void        wa_accounts_change_async   (WaAccounts           *self,
                                        WaAccount            *account,
                                        const char           *title,
                                        GHashTable           *settings,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
gboolean    wa_accounts_change_finish  (WaAccounts           *self,
                                        GAsyncResult         *result,
                                        gboolean             *key_kept,
                                        GError              **error);
void        wa_accounts_remove_async   (WaAccounts           *self,
                                        WaAccount            *account,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
gboolean    wa_accounts_remove_finish  (WaAccounts           *self,
                                        GAsyncResult         *result,
                                        GError              **error);
void        wa_accounts_open_demo_async (WaAccounts          *self,
                                        const char           *system_id,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
WaAccount  *wa_accounts_open_demo_finish (WaAccounts         *self,
                                        GAsyncResult         *result,
                                        GError              **error);
void        wa_accounts_close          (WaAccounts           *self);

G_END_DECLS
