/* wa-store-messages-query.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "model/wa-record-json.h"
#include "store/wa-store-private.h"

/* Several, by their states */

static gboolean
run_outbox (WaSql     *sql,
            gpointer   data,
            GError   **error)
{
  WaStoreIds *job = data;

  return wa_sql_get_integers (sql, error, job->ids, job->texts[0], "");
}

/* The nicks are the program's own, so they may stand in the SQL. */
static char **
build_outbox_query (guint states)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (WA_TYPE_MESSAGE_STATE);
  g_autoptr(GString) nicks = g_string_new (NULL);
  char **texts = g_new0 (char *, 2);

  for (guint i = 0; i < klass->n_values; i++)
    if (states & WA_STATE_BIT (klass->values[i].value))
      g_string_append_printf (nicks, "%s'%s'", nicks->len > 0 ? ", " : "", klass->values[i].value_nick);

  texts[0] = g_strdup_printf ("SELECT id FROM messages WHERE state IN (%s) ORDER BY id", nicks->str);

  return texts;
}

void
wa_store_load_outbox_async (WaStore             *self,
                            guint                states,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  WaStoreIds *job;

  g_return_if_fail (WA_IS_STORE (self));
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  job = wa_store_ids_new ();
  job->texts = build_outbox_query (states);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_store_load_outbox_async);
  g_task_set_task_data (task, job, wa_store_ids_free);
  wa_store_push_load (self, task, run_outbox, wa_store_return_messages);
}

GPtrArray *
wa_store_load_outbox_finish (WaStore       *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* One */

static gboolean
run_find (WaSql     *sql,
          gpointer   data,
          GError   **error)
{
  WaStoreIds *job = data;

  return wa_sql_get_integers (sql, error, job->ids, job->texts[0], "s", job->texts[1]);
}

void
wa_store_find_message_async (WaStore             *self,
                             const char          *key,
                             const char          *remote_id,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  const char *by_key[] = { "SELECT id FROM messages WHERE key = ?", key, NULL };
  const char *by_remote_id[] = { "SELECT id FROM messages WHERE remote_id = ? ORDER BY id DESC LIMIT 1",
                                 remote_id, NULL };
  g_autoptr(GTask) task = NULL;
  WaStoreIds *job;

  g_return_if_fail (WA_IS_STORE (self));
  g_return_if_fail (key != NULL || remote_id != NULL);
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  job = wa_store_ids_new ();
  job->texts = g_strdupv ((char **) (key != NULL ? by_key : by_remote_id));
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_store_find_message_async);
  g_task_set_task_data (task, job, wa_store_ids_free);
  wa_store_push_load (self, task, run_find, wa_store_return_message);
}

WaMessage *
wa_store_find_message_finish (WaStore       *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* A conversation */

void
wa_store_query_messages_async (WaStore             *self,
                               const char          *recipient,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  const char *by_recipient[] = { "SELECT id FROM messages WHERE recipient = ? ORDER BY id DESC",
                                 recipient, NULL };
  g_autoptr(GTask) task = NULL;
  WaStoreIds *job;

  g_return_if_fail (WA_IS_STORE (self));
  g_return_if_fail (recipient != NULL);
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  job = wa_store_ids_new ();
  job->texts = g_strdupv ((char **) by_recipient);
  job->list = wa_row_list_new (wa_store_get_cache (self, WA_TABLE_MESSAGES), FALSE);
  wa_row_list_await (job->list);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_store_query_messages_async);
  g_task_set_task_data (task, job, wa_store_ids_free);
  wa_store_push_search (self, task, run_find, wa_store_return_list);
}

WaRowList *
wa_store_query_messages_finish (WaStore       *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* What is to be sent */

typedef struct
{
  char   *key;
  char   *text;   /* (nullable) */
  GBytes *bytes;  /* (nullable) */
} OutgoingData;

static void
outgoing_data_free (gpointer data)
{
  OutgoingData *outgoing = data;

  g_free (outgoing->key);
  g_free (outgoing->text);
  g_clear_pointer (&outgoing->bytes, g_bytes_unref);
  g_free (outgoing);
}

static gboolean
run_outgoing (WaSql     *sql,
              gpointer   data,
              GError   **error)
{
  OutgoingData *outgoing = data;
  sqlite3_stmt *statement = wa_sql_query (sql, error,
                                          "SELECT outgoing, bytes FROM messages"
                                          " LEFT JOIN message_bytes ON message_id = id WHERE key = ?",
                                          "s", outgoing->key);
  gboolean found = FALSE;

  if (statement == NULL || !wa_sql_step (sql, statement, &found, error))
    return FALSE;

  if (found)
    {
      outgoing->text = g_strdup ((const char *) sqlite3_column_text (statement, 0));
      if (sqlite3_column_type (statement, 1) == SQLITE_BLOB)
        outgoing->bytes = g_bytes_new (sqlite3_column_blob (statement, 1),
                                       (gsize) sqlite3_column_bytes (statement, 1));
    }
  sqlite3_reset (statement);

  return TRUE;
}

static void
done_outgoing (GTask    *task,
               gpointer  data)
{
  OutgoingData *stored = data;
  GError *error = NULL;
  WaOutgoing *outgoing;

  if (stored->text == NULL)
    {
      g_task_return_new_error (task, WA_ERROR, WA_ERROR_NOT_FOUND,
                               _("There is no such message. It may have been deleted."));
      return;
    }

  outgoing = wa_record_new_text (WA_TYPE_OUTGOING, stored->text, &error);
  if (outgoing == NULL)
    {
      g_task_return_new_error (task, WA_ERROR, WA_ERROR_STORE,
                               _("The stored message can't be read (%s). Write it anew."), error->message);
      g_error_free (error);
      return;
    }

  wa_outgoing_set_bytes (outgoing, stored->bytes);
  g_task_return_pointer (task, outgoing, g_object_unref);
}

void
wa_store_load_outgoing_async (WaStore             *self,
                              const char          *key,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  OutgoingData *data;

  g_return_if_fail (WA_IS_STORE (self));
  g_return_if_fail (key != NULL);
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  data = g_new0 (OutgoingData, 1);
  data->key = g_strdup (key);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_store_load_outgoing_async);
  g_task_set_task_data (task, data, outgoing_data_free);
  wa_store_push_load (self, task, run_outgoing, done_outgoing);
}

WaOutgoing *
wa_store_load_outgoing_finish (WaStore       *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
