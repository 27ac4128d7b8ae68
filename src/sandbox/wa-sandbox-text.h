/* wa-sandbox-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/wa-json.h"

G_BEGIN_DECLS

const char *wa_sandbox_get_text     (const WaJson   *json,
                                     const char     *name);
gboolean    wa_sandbox_contains     (const char     *text,
                                     const char     *part);
gboolean    wa_sandbox_is_parameter (const char     *text);
gboolean    wa_sandbox_add_text     (char         ***texts,
                                     const char     *text);
gboolean    wa_sandbox_remove_text  (char         ***texts,
                                     const char     *text);

G_END_DECLS
