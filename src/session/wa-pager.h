/* wa-pager.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-page.h"
#include "model/wa-query.h"
#include "session/wa-client.h"

G_BEGIN_DECLS

/**
 * WaPagerFunc:
 * @page: what came
 * @turn: returned with g_task_return_boolean() to get the next page, with g_task_return_error() to stop
 *
 * Takes a page.  It keeps a reference to @turn for as long as it takes.
 */
typedef void (*WaPagerFunc) (WaPage   *page,
                             GTask    *turn,
                             gpointer  user_data);

void     wa_pager_run_async  (WaClient             *client,
                              WaOp                  op,
                              WaQuery              *query,
                              WaPagerFunc           func,
                              gpointer              func_data,
                              GCancellable         *cancellable,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data);
gboolean wa_pager_run_finish (WaClient             *client,
                              GAsyncResult         *result,
                              char                **cursor,
                              GError              **error);

G_END_DECLS
