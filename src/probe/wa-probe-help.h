/* wa-probe-help.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "probe/wa-probe-options.h"

G_BEGIN_DECLS

gboolean wa_probe_help_print (WaProbeOptions  *options,
                              GError         **error);

G_END_DECLS
