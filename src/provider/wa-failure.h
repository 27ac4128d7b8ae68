/* wa-failure.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/wa-error.h"
#include "provider/wa-provider.h"

G_BEGIN_DECLS

void wa_failure_set_status  (WaProvider         *provider,
                             const WaOperation  *operation,
                             const WaAnswer     *answer,
                             const WaJson       *root,
                             GError            **error);
void wa_failure_set_refused (WaProvider         *provider,
                             const WaJson       *root,
                             GError            **error);
void wa_failure_reword      (WaProvider         *provider,
                             const char         *said,
                             const char         *advice,
                             GError            **error);
void wa_failure_restate     (WaProvider         *provider,
                             const WaJson       *root,
                             WaError             code,
                             WaErrorClass        klass,
                             const char         *advice,
                             GError            **error);
void wa_failure_explain     (WaProvider         *provider,
                             const WaOperation  *operation,
                             GError            **error);
void wa_failure_settle      (const WaOperation  *operation,
                             GError            **error);

G_END_DECLS
