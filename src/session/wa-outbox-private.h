/* wa-outbox-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "session/wa-client.h"
#include "session/wa-outbox.h"
#include "store/wa-store.h"

G_BEGIN_DECLS

WaOutbox *wa_outbox_new         (WaClient             *client,
                                 WaStore              *store);
void      wa_outbox_open_async  (WaOutbox             *self,
                                 GCancellable         *cancellable,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data);
gboolean  wa_outbox_open_finish (WaOutbox             *self,
                                 GAsyncResult         *result,
                                 GError              **error);
void      wa_outbox_close       (WaOutbox             *self);
void      wa_outbox_set_ready   (WaOutbox             *self,
                                 gboolean              ready);

G_END_DECLS
