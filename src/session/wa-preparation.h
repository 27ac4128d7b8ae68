/* wa-preparation.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "session/wa-client.h"
#include "store/wa-store.h"

G_BEGIN_DECLS

void     wa_preparation_run_async  (WaClient             *client,
                                    WaStore              *store,
                                    WaOp                  op,
                                    GObject              *args,
                                    WaClientStepFunc      step,
                                    gpointer              step_data,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
GObject *wa_preparation_run_finish (WaClient             *client,
                                    GAsyncResult         *result,
                                    gboolean             *left,
                                    GError              **error);
gboolean wa_preparation_can_meet   (const GError         *error);

G_END_DECLS
