/* wa-account-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "session/wa-account.h"
#include "session/wa-client.h"
#include "session/wa-secrets.h"
#include "store/wa-store.h"

G_BEGIN_DECLS

WaAccount  *wa_account_new          (const char *id,
                                     const char *system_id,
                                     const char *title,
                                     gboolean    demo,
                                     const char *dir,
                                     GHashTable *settings,
                                     WaSecrets  *secrets);
void        wa_account_set_title    (WaAccount  *self,
                                     const char *title);
void        wa_account_set_key      (WaAccount  *self,
                                     const char *key);
const char *wa_account_get_dir      (WaAccount  *self);
WaProvider *wa_account_get_provider (WaAccount  *self);
WaClient   *wa_account_get_client   (WaAccount  *self);
WaStore    *wa_account_get_store    (WaAccount  *self);

G_END_DECLS
