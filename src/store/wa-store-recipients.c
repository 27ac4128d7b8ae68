/* wa-store-recipients.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/wa-fold.h"
#include "store/wa-store-private.h"

/* Returns: (transfer full): the SQL, then what is bound to it */
static char **
build_recipients_query (const char *search,
                        guint       limit)
{
  g_autoptr(GString) text = g_string_new ("SELECT id FROM contacts WHERE number IS NOT NULL");
  g_autoptr(GStrvBuilder) all = g_strv_builder_new ();
  g_auto(GStrv) words = wa_fold_search (search);

  for (gsize i = 0; words[i] != NULL; i++)
    g_string_append (text, " AND instr (key, ?) > 0");
  if (words[0] != NULL)
    g_string_append_printf (text, " ORDER BY instr (key, ?) = 1 OR instr (number, ?) = 1 DESC, key, id"
                            " LIMIT %u", limit);
  else
    g_string_append_printf (text, " ORDER BY last_active DESC, id LIMIT %u", limit);

  g_strv_builder_add (all, text->str);
  g_strv_builder_addv (all, (const char **) words);
  if (words[0] != NULL)
    g_strv_builder_add_many (all, words[0], words[0], NULL);

  return g_strv_builder_end (all);
}

static gboolean
run_recipients (WaSql     *sql,
                gpointer   data,
                GError   **error)
{
  WaStoreIds *job = data;
  sqlite3_stmt *statement = wa_sql_prepare (sql, job->texts[0], error);

  if (statement == NULL)
    return FALSE;

  for (int i = 1; job->texts[i] != NULL; i++)
    sqlite3_bind_text (statement, i, job->texts[i], -1, SQLITE_STATIC);

  return wa_sql_collect (sql, statement, job->ids, error);
}

void
wa_store_find_recipients_async (WaStore             *self,
                                const char          *text,
                                guint                limit,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  WaStoreIds *job;

  g_return_if_fail (WA_IS_STORE (self));
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  job = wa_store_ids_new ();
  job->texts = build_recipients_query (text, limit);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_store_find_recipients_async);
  g_task_set_task_data (task, job, wa_store_ids_free);
  wa_store_push_search (self, task, run_recipients, wa_store_return_contacts);
}

GPtrArray *
wa_store_find_recipients_finish (WaStore       *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
