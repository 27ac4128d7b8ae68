/* wa-recovery.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/wa-store.h"

G_BEGIN_DECLS

void       wa_recovery_run_async  (WaStore              *store,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
GPtrArray *wa_recovery_run_finish (WaStore              *store,
                                   GAsyncResult         *result,
                                   GError              **error);

G_END_DECLS
