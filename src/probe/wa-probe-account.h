/* wa-probe-account.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "probe/wa-probe-options.h"
#include "provider/wa-provider.h"

G_BEGIN_DECLS

char       *wa_probe_account_dup_token     (const WaProbeOptions  *options,
                                            GError               **error);
gboolean    wa_probe_account_check_token   (const WaOperation     *row,
                                            const char            *token,
                                            GError               **error);
WaProvider *wa_probe_account_new_provider  (const WaProbeOptions  *options,
                                            GError               **error);
WaProvider *wa_probe_account_new_sample    (const WaProbeOptions  *options,
                                            gboolean               optional,
                                            GError               **error);

G_END_DECLS
