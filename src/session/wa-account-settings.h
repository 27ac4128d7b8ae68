/* wa-account-settings.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "provider/wa-provider.h"

G_BEGIN_DECLS

#define WA_SETTING_KEY_TOKEN    "token"
#define WA_SETTING_KEY_BASE_URL "base-url"
/* for systems with WA_OP_SIGN_IN: instead of a key; the password is kept nowhere */
#define WA_SETTING_KEY_EMAIL    "email"
#define WA_SETTING_KEY_PASSWORD "password"

gboolean    wa_account_settings_is_secret (const WaProviderInfo  *info,
                                           const char            *key);
char       *wa_account_settings_dup       (GHashTable            *settings,
                                           const char            *key);
WaProvider *wa_account_settings_apply     (const char            *system_id,
                                           GHashTable            *settings,
                                           gboolean               has_key,
                                           GError               **error);
GHashTable *wa_account_settings_collect   (WaProvider            *provider);

G_END_DECLS
