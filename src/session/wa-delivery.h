/* wa-delivery.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-message.h"
#include "session/wa-client.h"
#include "store/wa-store.h"

G_BEGIN_DECLS

void           wa_delivery_run_async  (WaClient             *client,
                                       WaStore              *store,
                                       WaMessage            *message,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
WaMessageState wa_delivery_run_finish (WaClient             *client,
                                       GAsyncResult         *result,
                                       GError              **cause);

G_END_DECLS
