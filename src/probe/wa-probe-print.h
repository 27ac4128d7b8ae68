/* wa-probe-print.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void wa_probe_collect_secrets (GPtrArray *secrets,
                               GObject   *model);
void wa_probe_mask_error      (GError    *error,
                               GPtrArray *secrets);
void wa_probe_print           (JsonNode  *node,
                               GPtrArray *secrets);

G_END_DECLS
