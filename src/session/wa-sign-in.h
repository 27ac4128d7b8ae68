/* wa-sign-in.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-connection.h"
#include "session/wa-client.h"

G_BEGIN_DECLS

gboolean    wa_sign_in_is_secret     (const char           *secret);
char       *wa_sign_in_dup_secret    (const char           *refresh_token);
const char *wa_sign_in_get_token     (const char           *secret);

void        wa_sign_in_run_async     (WaClient             *client,
                                      GHashTable           *settings,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
char       *wa_sign_in_run_finish    (WaClient             *client,
                                      GAsyncResult         *result,
                                      GError              **error);

G_END_DECLS
