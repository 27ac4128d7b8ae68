/* wa-probe-rows.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "provider/wa-provider.h"

G_BEGIN_DECLS

/* Operations as a person names them.  One number may stand for several rows: the same request does them all. */

char      *wa_probe_row_dup_name   (const WaOperation  *row);
GPtrArray *wa_probe_rows_find      (WaProvider         *provider,
                                    const char         *operation,
                                    GError            **error);
gboolean   wa_probe_rows_print     (const char         *provider_id,
                                    GError            **error);

G_END_DECLS
