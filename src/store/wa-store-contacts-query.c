/* wa-store-contacts-query.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "core/wa-util.h"
#include "store/wa-fold.h"
#include "store/wa-store-private.h"

/* A query is made on the main thread as its SQL and the texts that are bound to it, in that order. */
typedef struct
{
  GString      *conditions;
  GStrvBuilder *texts;
} Query;

static void
add_condition (Query      *query,
               const char *condition,
               const char *text)
{
  g_string_append_printf (query->conditions, "%s%s", query->conditions->len > 0 ? " AND " : " WHERE ", condition);
  if (text != NULL)
    g_strv_builder_add (query->texts, text);
}

static void
add_words (Query      *query,
           const char *search)
{
  g_auto(GStrv) words = wa_fold_search (search);

  for (gsize i = 0; words[i] != NULL; i++)
    add_condition (query, "instr (key, ?) > 0", words[i]);
}

static void
add_tristate (Query      *query,
              WaTristate  state,
              const char *yes,
              const char *no)
{
  if (state != WA_EITHER)
    add_condition (query, state == WA_YES ? yes : no, NULL);
}

static void
add_filter (Query           *query,
            WaContactFilter *filter)
{
  add_words (query, wa_contact_filter_get_search (filter));
  add_tristate (query, wa_contact_filter_get_opt_in (filter), "opt_in = 1", "opt_in = 0");
  add_tristate (query, wa_contact_filter_get_blocked (filter), "blocked = 1", "blocked = 0");
  if (!wa_is_empty (wa_contact_filter_get_source (filter)))
    add_condition (query, "source = ?", wa_contact_filter_get_source (filter));
  if (!wa_is_empty (wa_contact_filter_get_list (filter)))
    add_condition (query,
                   "id IN (SELECT contact_id FROM contact_lists WHERE label_id IN"
                   " (SELECT id FROM lists WHERE name = ?))",
                   wa_contact_filter_get_list (filter));
  if (!wa_is_empty (wa_contact_filter_get_tag (filter)))
    add_condition (query,
                   "id IN (SELECT contact_id FROM contact_tags WHERE label_id IN"
                   " (SELECT id FROM tags WHERE name = ?))",
                   wa_contact_filter_get_tag (filter));
}

static const char *
sort_column (WaContactSort sort)
{
  switch (sort)
    {
    case WA_CONTACT_SORT_NUMBER:
      return "number";
    case WA_CONTACT_SORT_OPT_IN:
      return "opt_in";
    case WA_CONTACT_SORT_SOURCE:
      return "source";
    case WA_CONTACT_SORT_LAST_ACTIVE:
      return "last_active";
    case WA_CONTACT_SORT_LISTS:
      return "lists";
    case WA_CONTACT_SORT_TAGS:
      return "tags";
    case WA_CONTACT_SORT_NAME:
    default:
      return "key";
    }
}

static char *
dup_order (WaContactFilter *filter)
{
  const char *direction = wa_contact_filter_get_descending (filter) ? " DESC" : "";
  const char *column = sort_column (wa_contact_filter_get_sort (filter));

  if (wa_contact_filter_get_sort (filter) == WA_CONTACT_SORT_NAME)
    return g_strdup_printf (" ORDER BY key%s, id%s", direction, direction);

  return g_strdup_printf (" ORDER BY %s%s, key%s, id%s", column, direction, direction, direction);
}

/* Returns: (transfer full): the SQL, then what is bound to it */
static char **
build_query (WaContactFilter *filter)
{
  g_autoptr(GString) conditions = g_string_new (NULL);
  g_autoptr(GStrvBuilder) texts = g_strv_builder_new ();
  g_autoptr(GStrvBuilder) all = g_strv_builder_new ();
  g_auto(GStrv) bound = NULL;
  g_autofree char *order = dup_order (filter);
  g_autofree char *text = NULL;
  Query query = { conditions, texts };

  add_filter (&query, filter);
  text = g_strconcat ("SELECT id FROM contacts", conditions->str, order, NULL);
  bound = g_strv_builder_end (texts);
  g_strv_builder_add (all, text);
  g_strv_builder_addv (all, (const char **) bound);

  return g_strv_builder_end (all);
}

static gboolean
run_query (WaSql     *sql,
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
wa_store_query_contacts_async (WaStore             *self,
                               WaContactFilter     *filter,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(WaContactFilter) all = NULL;
  g_autoptr(GTask) task = NULL;
  WaStoreIds *job;

  g_return_if_fail (WA_IS_STORE (self));
  g_return_if_fail (filter == NULL || WA_IS_CONTACT_FILTER (filter));
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  all = wa_contact_filter_new ();
  job = wa_store_ids_new ();
  job->texts = build_query (filter != NULL ? filter : all);
  job->list = wa_row_list_new (wa_store_get_cache (self, WA_TABLE_CONTACTS), FALSE);
  wa_row_list_await (job->list);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_store_query_contacts_async);
  g_task_set_task_data (task, job, wa_store_ids_free);
  wa_store_push_read (self, task, run_query, wa_store_return_list);
}

WaRowList *
wa_store_query_contacts_finish (WaStore       *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

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
    g_string_append_printf (text, " ORDER BY instr (key, ?) = 1 OR instr (number, ?) = 1 DESC, key, id LIMIT %u", limit);
  else
    g_string_append_printf (text, " ORDER BY last_active DESC, id LIMIT %u", limit);

  g_strv_builder_add (all, text->str);
  g_strv_builder_addv (all, (const char **) words);
  if (words[0] != NULL)
    g_strv_builder_add_many (all, words[0], words[0], NULL);

  return g_strv_builder_end (all);
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
  wa_store_push_read (self, task, run_query, wa_store_return_contacts);
}

GPtrArray *
wa_store_find_recipients_finish (WaStore       *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
run_sources (WaSql     *sql,
             gpointer   data,
             GError   **error)
{
  WaStoreIds *job = data;
  g_autoptr(GStrvBuilder) sources = g_strv_builder_new ();
  sqlite3_stmt *statement = wa_sql_query (sql, error,
                                          "SELECT DISTINCT source FROM contacts WHERE source IS NOT NULL ORDER BY source",
                                          "");
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
  wa_store_push_read (self, task, run_sources, done_sources);
}

char **
wa_store_load_sources_finish (WaStore       *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
