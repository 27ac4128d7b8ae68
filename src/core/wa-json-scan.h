/* wa-json-scan.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WaJsonScan:
 * @text: what json-glib may see: the document itself, or @rewritten
 * @length: of @text, in bytes
 * @rewritten: (transfer full) (nullable): a copy, where something had to be put right
 * @cut_off: the document ends in the middle of a value
 */
typedef struct
{
  const char *text;
  gsize       length;
  char       *rewritten;
  gboolean    cut_off;
} WaJsonScan;

gboolean wa_json_scan (GBytes      *bytes,
                       gboolean     lenient,
                       WaJsonScan  *scan,
                       GError     **error);

G_END_DECLS
