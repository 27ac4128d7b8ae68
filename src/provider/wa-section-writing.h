/* wa-section-writing.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "model/wa-outgoing.h"

G_BEGIN_DECLS

/**
 * WaSectionForm:
 * @rows_name: the member that holds a section's rows
 * @product_name: (nullable): the member that holds a product's id; %NULL for the rows of a list message
 * @lone_untitled: a section that is the only one needs no title
 *
 * How one system writes the sections of a message.
 */
typedef struct
{
  const char *rows_name;
  const char *product_name;
  gboolean    lone_untitled;
} WaSectionForm;

JsonArray *wa_section_write (WaOutgoing           *outgoing,
                             const WaSectionForm  *form,
                             GError              **error);

G_END_DECLS
