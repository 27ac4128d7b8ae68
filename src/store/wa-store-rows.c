/* wa-store-rows.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "store/wa-store-private.h"

/* What the writing thread does with the rows of any table. */

static void
bind_columns (const WaRow  *row,
              sqlite3_stmt *statement)
{
  for (int i = 1; i <= sqlite3_bind_parameter_count (statement); i++)
    {
      const char *name = sqlite3_bind_parameter_name (statement, i) + 1;
      g_autofree char *property = g_strdelimit (g_strdup (name), "_", '-');
      int column = wa_table_find_column (row->table, property);

      g_assert (column >= 0);
      wa_cell_bind (&row->cells[column], statement, i);
    }
}

/* Returns: the id, 0 where there is none, or -1 on failure */
static gint64
find_by (WaSql        *sql,
         const WaRow  *row,
         const char   *condition,
         GError      **error)
{
  g_autofree char *text = g_strdup_printf ("SELECT id FROM %s WHERE %s ORDER BY id LIMIT 1",
                                           row->table->name, condition);
  sqlite3_stmt *statement = wa_sql_prepare (sql, text, error);
  gboolean found = FALSE;
  gint64 id = 0;

  if (statement == NULL)
    return -1;

  bind_columns (row, statement);
  if (!wa_sql_step (sql, statement, &found, error))
    return -1;
  if (found)
    id = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);

  return id;
}

static gboolean
has_id (WaSql        *sql,
        const WaRow  *row,
        gboolean     *has,
        GError      **error)
{
  g_autofree char *text = g_strdup_printf ("SELECT 1 FROM %s WHERE id = ?", row->table->name);
  gint64 found = 0;

  if (!wa_sql_get_integer (sql, error, &found, text, "i", row->id))
    return FALSE;
  *has = found == 1;

  return TRUE;
}

/**
 * wa_store_find_row:
 *
 * Returns: the id of the row that @row is of: by its id, else by the table's conditions; 0 for a new one,
 * -1 on failure
 */
gint64
wa_store_find_row (WaSql        *sql,
                   const WaRow  *row,
                   GError      **error)
{
  gint64 id = 0;
  gboolean has = FALSE;

  if (row->id != 0 && !has_id (sql, row, &has, error))
    return -1;
  if (has)
    return row->id;

  for (guint i = 0; id == 0 && row->table->matches[i] != NULL; i++)
    {
      const char *condition = row->table->matches[i];
      g_autofree char *column = g_strndup (condition, strcspn (condition, " "));
      g_autofree char *property = g_strdelimit (g_strdup (column), "_", '-');

      if (wa_row_get_text (row, property) != NULL)
        id = find_by (sql, row, condition, error);
    }

  return id;
}

/**
 * wa_store_read_row:
 *
 * Returns: (transfer full): the row, which must exist, or %NULL on failure
 */
WaRow *
wa_store_read_row (WaSql          *sql,
                   const WaTable  *table,
                   gint64          id,
                   GError        **error)
{
  sqlite3_stmt *statement = wa_sql_query (sql, error, table->select, "i", id);
  gboolean found = FALSE;
  WaRow *row;

  if (statement == NULL || !wa_sql_step (sql, statement, &found, error))
    return NULL;

  g_assert (found);
  row = wa_row_read (table, statement);
  sqlite3_reset (statement);

  return row;
}

static gboolean
run_row (WaSql         *sql,
         sqlite3_stmt  *statement,
         const WaRow   *row,
         gboolean       update,
         GError       **error)
{
  g_autofree char *key = row->table->id == WA_TABLE_MESSAGES ? NULL : wa_row_dup_key (row);
  int next = (int) row->table->n_columns + 2;
  gboolean done;

  wa_row_bind (row, statement);
  if (key != NULL)
    sqlite3_bind_text (statement, next++, key, -1, SQLITE_STATIC);
  if (update)
    sqlite3_bind_int64 (statement, next, row->id);

  return wa_sql_step (sql, statement, &done, error);
}

/**
 * wa_store_insert_row:
 *
 * Adds the row and gives it its id.
 */
gboolean
wa_store_insert_row (WaSql   *sql,
                     WaRow   *row,
                     GError **error)
{
  sqlite3_stmt *statement = wa_sql_prepare (sql, row->table->insert, error);

  if (statement == NULL || !run_row (sql, statement, row, FALSE, error))
    return FALSE;

  row->id = sqlite3_last_insert_rowid (wa_sql_get_handle (sql));

  return TRUE;
}

gboolean
wa_store_update_row (WaSql        *sql,
                     const WaRow  *row,
                     GError      **error)
{
  sqlite3_stmt *statement = wa_sql_prepare (sql, row->table->update, error);

  return statement != NULL && run_row (sql, statement, row, TRUE, error);
}
