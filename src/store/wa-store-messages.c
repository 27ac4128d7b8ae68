/* wa-store-messages.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "store/wa-store-private.h"

/* Writing the outbox.  Looking into it is in wa-store-messages-query.c. */

/* Adding */

typedef struct
{
  WaRow  *row;
  GBytes *bytes;  /* (nullable) */
} AddData;

static void
add_data_free (gpointer data)
{
  AddData *add = data;

  wa_row_free (add->row);
  g_clear_pointer (&add->bytes, g_bytes_unref);
  g_free (add);
}

static gboolean
run_add (WaSql     *sql,
         gpointer   data,
         GError   **error)
{
  AddData *add = data;
  gint64 known = wa_store_find_row (sql, add->row, error);

  if (known < 0)
    return FALSE;

  if (known > 0)
    {
      g_set_error_literal (error, WA_ERROR, WA_ERROR_INVALID,
                           _("This message is in the outbox already. Look for it there."));
      return FALSE;
    }

  return wa_store_insert_row (sql, add->row, error) &&
         (add->bytes == NULL ||
          wa_sql_run (sql, error, "INSERT INTO message_bytes (message_id, bytes) VALUES (?, ?)", "ib",
                      add->row->id, add->bytes));
}

static void
done_add (GTask    *task,
          gpointer  data)
{
  AddData *add = data;
  WaRowCache *cache = wa_store_get_cache (g_task_get_source_object (task), WA_TABLE_MESSAGES);

  g_task_return_pointer (task, wa_row_cache_get (cache, add->row->id), g_object_unref);
}

void
wa_store_add_message_async (WaStore             *self,
                            WaMessage           *message,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  WaOutgoing *outgoing;
  AddData *add;

  g_return_if_fail (WA_IS_STORE (self));
  g_return_if_fail (WA_IS_MESSAGE (message));
  g_return_if_fail (wa_message_get_key (message)[0] != '\0');
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  outgoing = wa_message_get_outgoing (message);
  add = g_new0 (AddData, 1);
  add->row = wa_row_new (wa_table_get (WA_TABLE_MESSAGES), WA_RECORD (message));
  add->row->id = 0;
  if (outgoing != NULL && wa_outgoing_get_bytes (outgoing) != NULL)
    add->bytes = g_bytes_ref (wa_outgoing_get_bytes (outgoing));
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_store_add_message_async);
  g_task_set_task_data (task, add, add_data_free);
  wa_store_push_write (self, task, run_add, done_add);
}

WaMessage *
wa_store_add_message_finish (WaStore       *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Updating */

typedef struct
{
  WaRow  *row;
  GArray *columns;  /* (element-type guint) */
  guint   from;
  char   *statement;
} UpdateData;

static void
update_data_free (gpointer data)
{
  UpdateData *update = data;

  wa_row_free (update->row);
  g_array_unref (update->columns);
  g_free (update->statement);
  g_free (update);
}

/* Sets the row's id, where its message is in one of the states. */
static gboolean
take_message (WaSql       *sql,
              UpdateData  *update,
              GError     **error)
{
  sqlite3_stmt *statement = wa_sql_query (sql, error, "SELECT id, state FROM messages WHERE key = ?", "s",
                                          wa_row_get_text (update->row, "key"));
  gboolean found = FALSE;
  WaMessageState state = WA_STATE_NONE;

  if (statement == NULL || !wa_sql_step (sql, statement, &found, error))
    return FALSE;

  if (!found)
    {
      g_set_error_literal (error, WA_ERROR, WA_ERROR_NOT_FOUND,
                           _("There is no such message. It may have been deleted."));
      return FALSE;
    }

  update->row->id = sqlite3_column_int64 (statement, 0);
  state = wa_message_state_parse ((const char *) sqlite3_column_text (statement, 1));
  sqlite3_reset (statement);
  if (update->from & WA_STATE_BIT (state))
    return TRUE;

  g_set_error (error, WA_ERROR, WA_ERROR_INVALID,
               _("The message's state is “%s” now. Look at it again."), wa_message_state_title (state));

  return FALSE;
}

static gboolean
write_columns (WaSql             *sql,
               const UpdateData  *update,
               GError           **error)
{
  sqlite3_stmt *statement = wa_sql_prepare (sql, update->statement, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < update->columns->len; i++)
    wa_cell_bind (&update->row->cells[g_array_index (update->columns, guint, i)], statement, (int) i + 1);
  sqlite3_bind_int64 (statement, (int) update->columns->len + 1, update->row->id);

  return wa_sql_step (sql, statement, &row, error);
}

static gboolean
run_update (WaSql     *sql,
            gpointer   data,
            GError   **error)
{
  UpdateData *update = data;

  return take_message (sql, update, error) &&
         write_columns (sql, update, error) &&
         wa_sql_run (sql, error,
                     "DELETE FROM message_bytes WHERE message_id = ?1 AND EXISTS (SELECT 1 FROM messages"
                     " WHERE id = ?1 AND state IN ('sent', 'delivered', 'read'))", "i", update->row->id);
}

static void
choose_columns (UpdateData        *update,
                const char *const *properties)
{
  g_autoptr(GString) pairs = g_string_new (NULL);

  for (gsize i = 0; properties[i] != NULL; i++)
    {
      int column = wa_table_find_column (update->row->table, properties[i]);
      g_autofree char *name = wa_table_column_name (properties[i]);
      guint place = (guint) column;

      g_return_if_fail (column >= 0);
      g_array_append_val (update->columns, place);
      g_string_append_printf (pairs, "%s%s = ?", i > 0 ? ", " : "", name);
    }

  update->statement = g_strdup_printf ("UPDATE messages SET %s WHERE id = ?", pairs->str);
}

void
wa_store_update_message_async (WaStore             *self,
                               WaMessage           *values,
                               const char *const   *properties,
                               guint                from,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  UpdateData *update;

  g_return_if_fail (WA_IS_STORE (self));
  g_return_if_fail (WA_IS_MESSAGE (values));
  g_return_if_fail (properties != NULL && properties[0] != NULL);
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  update = g_new0 (UpdateData, 1);
  update->row = wa_row_new (wa_table_get (WA_TABLE_MESSAGES), WA_RECORD (values));
  update->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  update->from = from;
  choose_columns (update, properties);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_store_update_message_async);
  g_task_set_task_data (task, update, update_data_free);
  wa_store_push_write (self, task, run_update, NULL);
}

gboolean
wa_store_update_message_finish (WaStore       *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Deleting */

static gboolean
run_delete (WaSql     *sql,
            gpointer   data,
            GError   **error)
{
  return wa_sql_run (sql, error, "DELETE FROM messages WHERE key = ?", "s", (const char *) data);
}

void
wa_store_delete_message_async (WaStore             *self,
                               const char          *key,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (WA_IS_STORE (self));
  g_return_if_fail (key != NULL);
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_store_delete_message_async);
  g_task_set_task_data (task, g_strdup (key), g_free);
  wa_store_push_write (self, task, run_delete, NULL);
}

gboolean
wa_store_delete_message_finish (WaStore       *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
