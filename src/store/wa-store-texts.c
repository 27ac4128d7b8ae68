/* wa-store-texts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "core/wa-util.h"
#include "store/wa-store-private.h"

typedef struct
{
  char *area;
  char *key;
  char *text;
} TextData;

static void
text_data_free (gpointer data)
{
  TextData *self = data;

  g_free (self->area);
  g_free (self->key);
  g_free (self->text);
  g_free (self);
}

static TextData *
text_data_new (const char *area,
               const char *key,
               const char *text)
{
  TextData *self = g_new0 (TextData, 1);

  self->area = g_strdup (area);
  self->key = g_strdup (key);
  self->text = g_strdup (wa_or_empty (text));

  return self;
}

static gboolean
run_save (WaSql     *sql,
          gpointer   data,
          GError   **error)
{
  TextData *save = data;

  if (save->text[0] == '\0')
    return wa_sql_run (sql, error, "DELETE FROM texts WHERE area = ? AND key = ?", "ss",
                       save->area, save->key);

  return wa_sql_run (sql, error, "INSERT OR REPLACE INTO texts (area, key, text) VALUES (?, ?, ?)", "sss",
                     save->area, save->key, save->text);
}

void
wa_store_save_text_async (WaStore             *self,
                          const char          *area,
                          const char          *key,
                          const char          *text,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (WA_IS_STORE (self));
  g_return_if_fail (area != NULL && key != NULL);
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_store_save_text_async);
  g_task_set_task_data (task, text_data_new (area, key, text), text_data_free);
  wa_store_push_write (self, task, run_save, NULL);
}

gboolean
wa_store_save_text_finish (WaStore       *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static gboolean
run_load (WaSql     *sql,
          gpointer   data,
          GError   **error)
{
  TextData *load = data;
  sqlite3_stmt *statement = wa_sql_query (sql, error, "SELECT text FROM texts WHERE area = ? AND key = ?",
                                          "ss", load->area, load->key);
  gboolean found = FALSE;

  if (statement == NULL || !wa_sql_step (sql, statement, &found, error))
    return FALSE;

  if (found)
    {
      wa_set_str (&load->text, (const char *) sqlite3_column_text (statement, 0));
      sqlite3_reset (statement);
    }

  return TRUE;
}

static void
done_load (GTask    *task,
           gpointer  data)
{
  TextData *load = data;

  g_task_return_pointer (task, g_steal_pointer (&load->text), g_free);
}

void
wa_store_load_text_async (WaStore             *self,
                          const char          *area,
                          const char          *key,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (WA_IS_STORE (self));
  g_return_if_fail (area != NULL && key != NULL);
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_store_load_text_async);
  g_task_set_task_data (task, text_data_new (area, key, NULL), text_data_free);
  wa_store_push_load (self, task, run_load, done_load);
}

char *
wa_store_load_text_finish (WaStore       *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
