/* provider-calls.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "provider/wa-provider.h"

G_BEGIN_DECLS

/* What the tests of single systems share: one operation as a call. */

GObject *
call_new_args (WaOp        op,
               const char *text);

WaRequest *
call_build (WaProvider  *provider,
            WaOp         op,
            const char  *args_text,
            GError     **error);

WaAnswer *
call_new_answer (guint       status,
                 const char *body);

G_END_DECLS
