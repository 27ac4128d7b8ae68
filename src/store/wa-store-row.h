/* wa-store-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/wa-store-table.h"

G_BEGIN_DECLS

/* The value of a column, as SQLite has it. */
typedef struct
{
  int     type;  /* SQLITE_NULL, SQLITE_INTEGER or SQLITE_TEXT */
  gint64  number;
  char   *text;
} WaCell;

/**
 * WaRow:
 *
 * A row as plain values, which may go from thread to thread: the table's columns, then `extra`.
 */
typedef struct
{
  const WaTable *table;
  gint64         id;
  WaCell        *cells;
} WaRow;

WaRow         *wa_row_new            (const WaTable      *table,
                                      WaRecord           *record);
WaRow         *wa_row_read           (const WaTable      *table,
                                      sqlite3_stmt       *statement);
void           wa_row_free           (WaRow              *self);
const char    *wa_row_get_text       (const WaRow        *self,
                                      const char         *property);
void           wa_row_bind           (const WaRow        *self,
                                      sqlite3_stmt       *statement);
void           wa_cell_bind          (const WaCell       *self,
                                      sqlite3_stmt       *statement,
                                      int                 position);
gboolean       wa_row_equal          (const WaRow        *a,
                                      const WaRow        *b);
void           wa_row_copy_cell      (WaRow              *self,
                                      const WaRow        *from,
                                      guint               column);
char          *wa_row_dup_key        (const WaRow        *self);
char         **wa_row_split_texts    (const char         *text);
gpointer       wa_table_read_record  (const WaTable      *self,
                                      sqlite3_stmt       *statement);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaRow, wa_row_free)

G_END_DECLS
