/* wa-secrets.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * WaSecrets:
 *
 * Where keys are kept, by the account's id: the desktop's keyring, or the memory of this session.
 * What is kept for the session wins.
 */
#define WA_TYPE_SECRETS (wa_secrets_get_type ())
G_DECLARE_FINAL_TYPE (WaSecrets, wa_secrets, WA, SECRETS, GObject)

WaSecrets *wa_secrets_new              (void);
WaSecrets *wa_secrets_new_for_session  (void);

void       wa_secrets_keep_for_session (WaSecrets            *self,
                                        const char           *account_id,
                                        const char           *token);
void       wa_secrets_store_async      (WaSecrets            *self,
                                        const char           *account_id,
                                        const char           *title,
                                        const char           *token,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
gboolean   wa_secrets_store_finish     (WaSecrets            *self,
                                        GAsyncResult         *result,
                                        GError              **error);
void       wa_secrets_lookup_async     (WaSecrets            *self,
                                        const char           *account_id,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
char      *wa_secrets_lookup_finish    (WaSecrets            *self,
                                        GAsyncResult         *result,
                                        GError              **error);
void       wa_secrets_clear_async      (WaSecrets            *self,
                                        const char           *account_id,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
gboolean   wa_secrets_clear_finish     (WaSecrets            *self,
                                        GAsyncResult         *result,
                                        GError              **error);
void       wa_secrets_free_token       (char                 *token);

G_END_DECLS
