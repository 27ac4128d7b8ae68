/* wa-probe-example.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "provider/wa-provider.h"

G_BEGIN_DECLS

JsonNode *wa_probe_example_new (WaProvider  *provider,
                                GPtrArray   *rows,
                                GError     **error);

G_END_DECLS
