/* wa-store-table.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-record.h"
#include "store/wa-sql.h"

G_BEGIN_DECLS

typedef enum
{
  WA_TABLE_CONTACTS,
  WA_TABLE_LISTS,
  WA_TABLE_TAGS,
  WA_TABLE_ATTRIBUTES,
  WA_TABLE_TEMPLATES,
  WA_TABLE_CATALOGS,
  WA_TABLE_PRODUCTS,
  WA_TABLE_MESSAGES,
  WA_N_TABLES,
} WaTableId;

/**
 * WaTable:
 * @columns: the properties with a column of their own, named alike; the others are JSON in the column `extra`
 * @matches: conditions by which a record finds its row, tried in turn; they name columns of the record as
 *   `:column`, and are not tried where the first that they name is empty
 * @stays: which rows outlive a replacement that does not name them
 */
typedef struct
{
  WaTableId            id;
  const char          *name;
  GType              (*type) (void);
  const char *const   *columns;
  const char *const   *matches;
  const char          *stays;

  /* Made from the above when first used. */
  guint                n_columns;
  const WaField      **fields;
  const WaField       *id_field;  /* (nullable) */
  char                *select;
  char                *insert;
  char                *update;
} WaTable;

const WaTable *wa_table_get          (WaTableId           id);
const WaTable *wa_table_find         (GType               type);
const WaTable *wa_table_find_name    (const char         *name);
int            wa_table_find_column  (const WaTable      *self,
                                      const char         *property);
char          *wa_table_column_name  (const char         *property);

G_END_DECLS
