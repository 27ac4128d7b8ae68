/* wa-http.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "net/wa-answer.h"
#include "net/wa-request.h"

G_BEGIN_DECLS

/**
 * WaHttp:
 *
 * The one HTTP engine, one per account.  It never follows a redirect, keeps no cookie, checks every
 * certificate, and knows whether a request may have left.
 *
 * Property `connect-timeout` (guint): seconds until a connection must stand; 10.
 * Property `tls-database` (#GTlsDatabase, nullable): who is trusted instead of the system's own
 * choice, for tests.
 */
#define WA_TYPE_HTTP (wa_http_get_type ())
G_DECLARE_FINAL_TYPE (WaHttp, wa_http, WA, HTTP, GObject)

WaHttp   *wa_http_new         (void);
void      wa_http_send_async  (WaHttp               *self,
                               const char           *address,
                               WaRequest            *request,
                               gboolean              once,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data);
WaAnswer *wa_http_send_finish (WaHttp               *self,
                               GAsyncResult         *result,
                               gboolean             *left,
                               GError              **error);

G_END_DECLS
