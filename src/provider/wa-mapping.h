/* wa-mapping.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/wa-json.h"
#include "model/wa-page.h"
#include "model/wa-record.h"

G_BEGIN_DECLS

/**
 * WaMappingFlags:
 * @WA_MAP_REQUIRED: without it the whole record is refused; a text must not be empty either
 * @WA_MAP_UPPER: a text is kept in upper case
 * @WA_MAP_SKIP: of a list of records: elements that can't be read are left out, instead of refusing the whole
 */
typedef enum /*< flags >*/
{
  WA_MAP_PLAIN    = 0,
  WA_MAP_REQUIRED = 1 << 0,
  WA_MAP_UPPER    = 1 << 1,
  WA_MAP_SKIP     = 1 << 2,
} WaMappingFlags;

typedef struct _WaMappingTable WaMappingTable;

/**
 * WaMapping:
 * @path: where it stands: members joined by dots, elements in brackets (`data.messages[0].id`); several places
 *   that are tried in turn are joined by `|`; "" is the place itself
 * @property: where it goes
 * @flags: how it is read
 * @table: for records and lists of records: how they are read
 *
 * One member of an answer and the property that keeps it.  The property's kind says how it is read: texts and
 * ids from strings and numbers, flags from booleans, `"true"` and 1, times from ISO 8601, choices by their nick in
 * any case with `_` or `-` (a new one becomes `unknown`).  What is not required and can't be read stays as it is.
 */
typedef struct
{
  const char           *path;
  const char           *property;
  WaMappingFlags        flags;
  const WaMappingTable *table;
} WaMapping;

/**
 * WaMappingTable:
 * @type: what is made
 * @rows: ended by a row of %NULL
 * @finish: (nullable): what no row can say; may refuse with %WA_ERROR_PROTOCOL
 *
 * How one model stands in the answers of one system.
 */
struct _WaMappingTable
{
  GType           (*type)   (void);
  const WaMapping  *rows;
  gboolean        (*finish) (gpointer       record,
                             const WaJson  *json,
                             GError       **error);
};

gboolean  wa_mapping_fill       (const WaMappingTable *table,
                                 const WaJson         *json,
                                 gpointer              record,
                                 GError              **error);
gpointer  wa_mapping_read       (const WaMappingTable *table,
                                 const WaJson         *json,
                                 GError              **error);
gboolean  wa_mapping_read_items (const WaMappingTable *table,
                                 const WaJson         *list,
                                 GListStore           *items,
                                 guint                *n_skipped,
                                 GError              **error);
WaPage   *wa_mapping_read_page  (const WaMappingTable *table,
                                 const WaJson         *list,
                                 GError              **error);

G_END_DECLS
