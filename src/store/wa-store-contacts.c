/* wa-store-contacts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/wa-store-private.h"

/* Finding one, deleting, counting: what is not saving and not searching. */

static gboolean
run_find (WaSql     *sql,
          gpointer   data,
          GError   **error)
{
  WaStoreIds *job = data;

  if (job->number != 0)
    return wa_sql_get_integers (sql, error, job->ids, "SELECT id FROM contacts WHERE id = ?", "i",
                                job->number);

  return wa_sql_get_integers (sql, error, job->ids, job->texts[0], "s", job->texts[1]);
}

void
wa_store_find_contact_async (WaStore             *self,
                             gint64               id,
                             const char          *remote_id,
                             const char          *number,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  const char *by_remote_id[] = { "SELECT id FROM contacts WHERE remote_id = ?", remote_id, NULL };
  const char *by_number[] = { "SELECT id FROM contacts WHERE number = ? ORDER BY id LIMIT 1", number, NULL };
  g_autoptr(GTask) task = NULL;
  WaStoreIds *job;

  g_return_if_fail (WA_IS_STORE (self));
  g_return_if_fail (id != 0 || remote_id != NULL || number != NULL);
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  job = wa_store_ids_new ();
  job->number = id;
  job->texts = g_strdupv ((char **) (remote_id != NULL ? by_remote_id : by_number));
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_store_find_contact_async);
  g_task_set_task_data (task, job, wa_store_ids_free);
  wa_store_push_load (self, task, run_find, wa_store_return_contact);
}

WaContact *
wa_store_find_contact_finish (WaStore       *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
run_delete (WaSql     *sql,
            gpointer   data,
            GError   **error)
{
  WaStoreIds *job = data;

  for (guint i = 0; i < job->ids->len; i++)
    if (!wa_sql_run (sql, error, "DELETE FROM contacts WHERE id = ?", "i",
                     g_array_index (job->ids, gint64, i)))
      return FALSE;

  return TRUE;
}

void
wa_store_delete_contacts_async (WaStore             *self,
                                const gint64        *ids,
                                guint                n_ids,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  WaStoreIds *job;

  g_return_if_fail (WA_IS_STORE (self));
  g_return_if_fail (ids != NULL || n_ids == 0);
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  job = wa_store_ids_new ();
  g_array_append_vals (job->ids, ids, n_ids);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_store_delete_contacts_async);
  g_task_set_task_data (task, job, wa_store_ids_free);
  wa_store_push_write (self, task, run_delete, NULL);
}

gboolean
wa_store_delete_contacts_finish (WaStore       *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static gboolean
run_finish_sync (WaSql     *sql,
                 gpointer   data,
                 GError   **error)
{
  WaStoreIds *job = data;

  if (!wa_sql_run (sql, error,
                   "DELETE FROM contacts WHERE local = 0 AND"
                   " id IN (SELECT contact_id FROM contacts_seen WHERE generation < ?)", "i", job->number))
    return FALSE;

  job->number = sqlite3_changes64 (wa_sql_get_handle (sql));

  return TRUE;
}

void
wa_store_finish_contact_sync_async (WaStore             *self,
                                    gint64               generation,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  WaStoreIds *job;

  g_return_if_fail (WA_IS_STORE (self));
  g_return_if_fail (generation > 0);
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  job = wa_store_ids_new ();
  job->number = generation;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_store_finish_contact_sync_async);
  g_task_set_task_data (task, job, wa_store_ids_free);
  wa_store_push_write (self, task, run_finish_sync, wa_store_return_number);
}

gint64
wa_store_finish_contact_sync_finish (WaStore       *self,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), -1);

  return g_task_propagate_int (G_TASK (result), error);
}

static gboolean
run_count (WaSql     *sql,
           gpointer   data,
           GError   **error)
{
  WaStoreIds *job = data;

  return wa_sql_get_integer (sql, error, &job->number, "SELECT count(*) FROM contacts", "");
}

void
wa_store_count_contacts_async (WaStore             *self,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (WA_IS_STORE (self));
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_store_count_contacts_async);
  g_task_set_task_data (task, wa_store_ids_new (), wa_store_ids_free);
  wa_store_push_search (self, task, run_count, wa_store_return_number);
}

gint64
wa_store_count_contacts_finish (WaStore       *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), -1);

  return g_task_propagate_int (G_TASK (result), error);
}

static gboolean
run_sources (WaSql     *sql,
             gpointer   data,
             GError   **error)
{
  WaStoreIds *job = data;
  g_autoptr(GStrvBuilder) sources = g_strv_builder_new ();
  sqlite3_stmt *statement = wa_sql_query (sql, error,
                                          "SELECT DISTINCT source FROM contacts WHERE source IS NOT NULL"
                                          " ORDER BY source", "");
  gboolean row = statement != NULL;

  while (row)
    {
      if (!wa_sql_step (sql, statement, &row, error))
        return FALSE;
      if (row)
        g_strv_builder_add (sources, (const char *) sqlite3_column_text (statement, 0));
    }
  job->texts = g_strv_builder_end (sources);

  return statement != NULL;
}

static void
done_sources (GTask    *task,
              gpointer  data)
{
  WaStoreIds *job = data;

  g_task_return_pointer (task, g_steal_pointer (&job->texts), (GDestroyNotify) g_strfreev);
}

void
wa_store_load_sources_async (WaStore             *self,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (WA_IS_STORE (self));
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_store_load_sources_async);
  g_task_set_task_data (task, wa_store_ids_new (), wa_store_ids_free);
  wa_store_push_search (self, task, run_sources, done_sources);
}

char **
wa_store_load_sources_finish (WaStore       *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
