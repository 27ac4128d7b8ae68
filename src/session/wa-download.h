/* wa-download.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-media-item.h"
#include "net/wa-http.h"

G_BEGIN_DECLS

void         wa_download_run_async  (WaHttp               *http,
                                     const char           *link,
                                     gsize                 most_bytes,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
WaMediaItem *wa_download_run_finish (WaHttp               *http,
                                     GAsyncResult         *result,
                                     GError              **error);

G_END_DECLS
