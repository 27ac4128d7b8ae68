/* wa-accounts-file.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * WaAccountsFile:
 *
 * `accounts.ini`: which accounts there are, what they are called and what they are set to.  Never a
 * key.  It is read and written on a worker, each time whole or not at all, for the user's eyes only. 
 * Until it was read nothing is written, so that what could not be read is never overwritten.
 */
#define WA_TYPE_ACCOUNTS_FILE (wa_accounts_file_get_type ())
G_DECLARE_FINAL_TYPE (WaAccountsFile, wa_accounts_file, WA, ACCOUNTS_FILE, GObject)

WaAccountsFile *wa_accounts_file_new          (const char          *path);

void            wa_accounts_file_load_async   (WaAccountsFile      *self,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
gboolean        wa_accounts_file_load_finish  (WaAccountsFile      *self,
                                               GAsyncResult        *result,
                                               GError             **error);
void            wa_accounts_file_save_async   (WaAccountsFile      *self,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
gboolean        wa_accounts_file_save_finish  (WaAccountsFile      *self,
                                               GAsyncResult        *result,
                                               GError             **error);

char          **wa_accounts_file_dup_ids      (WaAccountsFile      *self);
char           *wa_accounts_file_dup_system   (WaAccountsFile      *self,
                                               const char          *id);
char           *wa_accounts_file_dup_title    (WaAccountsFile      *self,
                                               const char          *id);
GHashTable     *wa_accounts_file_dup_settings (WaAccountsFile      *self,
                                               const char          *id);

void            wa_accounts_file_add          (WaAccountsFile      *self,
                                               const char          *id,
                                               const char          *system_id);
void            wa_accounts_file_set_title    (WaAccountsFile      *self,
                                               const char          *id,
                                               const char          *title);
void            wa_accounts_file_set_setting  (WaAccountsFile      *self,
                                               const char          *id,
                                               const char          *key,
                                               const char          *value);
void            wa_accounts_file_remove       (WaAccountsFile      *self,
                                               const char          *id);

G_END_DECLS
