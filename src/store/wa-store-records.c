/* wa-store-records.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/wa-store-private.h"

/* The smaller tables: lists, tags, attributes, templates, catalogs, products. */

typedef struct
{
  const WaTable *table;
  GPtrArray     *rows;        /* (element-type WaRow) */
  gboolean       complete;    /* what is not among the rows goes */
  char          *catalog_id;  /* (nullable) */
  GArray        *ids;
} RecordsData;

static void
records_data_free (gpointer data)
{
  RecordsData *records = data;

  g_ptr_array_unref (records->rows);
  g_free (records->catalog_id);
  g_clear_pointer (&records->ids, g_array_unref);
  g_free (records);
}

/* In the writing thread */

/* Writes the names that contacts carry anew for those linked to the list or tag @id; @without is one they
 * don't have any more, or 0.
 */
static gboolean
rename_in_contacts (WaSql          *sql,
                    const WaTable  *table,
                    gint64          id,
                    gint64          without,
                    GError        **error)
{
  const char *lists =
    "UPDATE contacts SET lists = (SELECT group_concat (name, char (31)) FROM"
    " (SELECT name FROM contact_lists JOIN lists ON id = label_id"
    "  WHERE contact_id = contacts.id AND label_id != ?2 ORDER BY key))"
    " WHERE id IN (SELECT contact_id FROM contact_lists WHERE label_id = ?1)";
  const char *tags =
    "UPDATE contacts SET tags = (SELECT group_concat (name, char (31)) FROM"
    " (SELECT name FROM contact_tags JOIN tags ON id = label_id"
    "  WHERE contact_id = contacts.id AND label_id != ?2 ORDER BY key))"
    " WHERE id IN (SELECT contact_id FROM contact_tags WHERE label_id = ?1)";

  if (table->id != WA_TABLE_LISTS && table->id != WA_TABLE_TAGS)
    return TRUE;

  return wa_sql_run (sql, error, table->id == WA_TABLE_LISTS ? lists : tags, "ii", id, without);
}

static gboolean
update_record (WaSql        *sql,
               const WaRow  *row,
               GError      **error)
{
  g_autoptr(WaRow) old = wa_store_read_row (sql, row->table, row->id, error);

  if (old == NULL)
    return FALSE;

  if (wa_row_equal (old, row))
    return TRUE;

  return wa_store_update_row (sql, row, error) &&
         (g_strcmp0 (wa_row_get_text (old, "name"), wa_row_get_text (row, "name")) == 0 ||
          rename_in_contacts (sql, row->table, row->id, 0, error));
}

static gboolean
save_record (WaSql   *sql,
             WaRow   *row,
             GError **error)
{
  gint64 id = wa_store_find_row (sql, row, error);

  if (id < 0)
    return FALSE;

  row->id = id;

  return id != 0 ? update_record (sql, row, error) : wa_store_insert_row (sql, row, error);
}

static gboolean
delete_record (WaSql          *sql,
               const WaTable  *table,
               gint64          id,
               GError        **error)
{
  g_autofree char *text = g_strdup_printf ("DELETE FROM %s WHERE id = ?", table->name);

  return rename_in_contacts (sql, table, id, id, error) && wa_sql_run (sql, error, text, "i", id);
}

static gboolean
delete_others (WaSql        *sql,
               RecordsData  *records,
               GError      **error)
{
  g_autofree char *text = g_strdup_printf ("SELECT id FROM %s WHERE NOT (%s)%s", records->table->name,
                                           records->table->stays,
                                           records->catalog_id != NULL ? " AND catalog_id = ?" : "");
  g_autoptr(GHashTable) saved = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!wa_sql_get_integers (sql, error, all, text, records->catalog_id != NULL ? "s" : "",
                            records->catalog_id))
    return FALSE;

  for (guint i = 0; i < records->ids->len; i++)
    g_hash_table_add (saved, &g_array_index (records->ids, gint64, i));

  for (guint i = 0; i < all->len; i++)
    if (!g_hash_table_contains (saved, &g_array_index (all, gint64, i)) &&
        !delete_record (sql, records->table, g_array_index (all, gint64, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
run_save (WaSql     *sql,
          gpointer   data,
          GError   **error)
{
  RecordsData *records = data;

  for (guint i = 0; i < records->rows->len; i++)
    {
      WaRow *row = g_ptr_array_index (records->rows, i);

      if (!save_record (sql, row, error))
        return FALSE;
      g_array_append_val (records->ids, row->id);
    }

  return !records->complete || delete_others (sql, records, error);
}

/* On the main thread */

static void
done_save (GTask    *task,
           gpointer  data)
{
  RecordsData *records = data;

  g_task_return_pointer (task, g_steal_pointer (&records->ids), (GDestroyNotify) g_array_unref);
}

static gboolean
is_small (const WaTable *table)
{
  return table != NULL && table->id != WA_TABLE_CONTACTS && table->id != WA_TABLE_MESSAGES;
}

static RecordsData *
records_data_new (const WaTable *table,
                  GPtrArray     *records)
{
  RecordsData *data = g_new0 (RecordsData, 1);

  data->table = table;
  data->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) wa_row_free);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (data->rows, wa_row_new (table, g_ptr_array_index (records, i)));
  data->ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  return data;
}

void
wa_store_save_records_async (WaStore             *self,
                             GType                type,
                             GPtrArray           *records,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  const WaTable *table = wa_table_find (type);
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (WA_IS_STORE (self));
  g_return_if_fail (is_small (table));
  g_return_if_fail (records != NULL);
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_store_save_records_async);
  g_task_set_task_data (task, records_data_new (table, records), records_data_free);
  wa_store_push_write (self, task, run_save, done_save);
}

GArray *
wa_store_save_records_finish (WaStore       *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
wa_store_replace_records_async (WaStore             *self,
                                GType                type,
                                GPtrArray           *records,
                                const char          *catalog_id,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  const WaTable *table = wa_table_find (type);
  g_autoptr(GTask) task = NULL;
  RecordsData *data;

  g_return_if_fail (WA_IS_STORE (self));
  g_return_if_fail (is_small (table));
  g_return_if_fail (records != NULL);
  g_return_if_fail (catalog_id == NULL || table->id == WA_TABLE_PRODUCTS);
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  data = records_data_new (table, records);
  data->complete = TRUE;
  data->catalog_id = g_strdup (catalog_id);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_store_replace_records_async);
  g_task_set_task_data (task, data, records_data_free);
  wa_store_push_write (self, task, run_save, done_save);
}

GArray *
wa_store_replace_records_finish (WaStore       *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  const WaTable *table;
  gint64         id;
} DeleteData;

static gboolean
run_delete (WaSql     *sql,
            gpointer   data,
            GError   **error)
{
  DeleteData *delete = data;

  return delete_record (sql, delete->table, delete->id, error);
}

void
wa_store_delete_record_async (WaStore             *self,
                              GType                type,
                              gint64               id,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  const WaTable *table = wa_table_find (type);
  g_autoptr(GTask) task = NULL;
  DeleteData *data;

  g_return_if_fail (WA_IS_STORE (self));
  g_return_if_fail (is_small (table));
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  data = g_new0 (DeleteData, 1);
  data->table = table;
  data->id = id;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_store_delete_record_async);
  g_task_set_task_data (task, data, g_free);
  wa_store_push_write (self, task, run_delete, NULL);
}

gboolean
wa_store_delete_record_finish (WaStore       *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
