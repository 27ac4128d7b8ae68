/* wa-store-contacts-query.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "core/wa-util.h"
#include "store/wa-fold.h"
#include "store/wa-store-private.h"

/* Every query is one walk through contacts_by_key, which holds all that it asks for, in the order of names:
 * with a million contacts that is a fifth of a second.  Lists and tags are looked up in their members' ids,
 * and other orders made by a stable sort, both of which SQLite takes several times as long for.
 */
typedef struct
{
  char      *statement;
  char     **texts;       /* what is bound to it */
  char      *list;        /* (nullable) */
  char      *tag;         /* (nullable) */
  gboolean   by_name;
  gboolean   descending;
  GArray    *ids;
  WaRowList *rows;        /* (nullable): the list that waits for them; main thread only */
} Query;

static void
query_free (gpointer data)
{
  Query *query = data;

  g_free (query->statement);
  g_strfreev (query->texts);
  g_free (query->list);
  g_free (query->tag);
  g_clear_pointer (&query->ids, g_array_unref);
  g_clear_object (&query->rows);
  g_free (query);
}

/* In the searching thread */

/* A row that was found, and what it is sorted by. */
typedef struct
{
  gint64      id;
  gint64      number;
  const char *text;  /* (nullable): two of the same text are one */
} Found;

typedef struct
{
  GArray       *list;   /* (element-type gint64) (nullable): its members, sorted */
  GArray       *tag;    /* (element-type gint64) (nullable) */
  GArray       *found;  /* (element-type Found) */
  GStringChunk *texts;
} Walk;

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 one = *(const gint64 *) a;
  gint64 other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  const Found *one = a;
  const Found *other = b;

  if (one->text != other->text)
    return g_strcmp0 (one->text, other->text);

  return compare_ids (&one->number, &other->number);
}

static gboolean
is_member (GArray *members,
           gint64  id)
{
  return members == NULL || g_array_binary_search (members, &id, compare_ids, NULL);
}

static void
add_found (Walk         *walk,
           sqlite3_stmt *statement)
{
  Found found = { .id = sqlite3_column_int64 (statement, 0), .number = G_MININT64 };
  int type = sqlite3_column_type (statement, 1);

  if (!is_member (walk->list, found.id) || !is_member (walk->tag, found.id))
    return;

  if (type == SQLITE_INTEGER)
    found.number = sqlite3_column_int64 (statement, 1);
  else if (type == SQLITE_TEXT)
    found.text = g_string_chunk_insert_const (walk->texts, (const char *) sqlite3_column_text (statement, 1));

  g_array_append_val (walk->found, found);
}

static gboolean
walk_index (WaSql    *sql,
            Query    *query,
            Walk     *walk,
            GError  **error)
{
  sqlite3_stmt *statement = wa_sql_prepare (sql, query->statement, error);
  gboolean row = statement != NULL;

  for (int i = 0; row && query->texts[i] != NULL; i++)
    sqlite3_bind_text (statement, i + 1, query->texts[i], -1, SQLITE_STATIC);

  while (row)
    {
      if (!wa_sql_step (sql, statement, &row, error))
        return FALSE;
      if (row)
        add_found (walk, statement);
    }

  return statement != NULL;
}

static void
take_ids (Query *query,
          Walk  *walk)
{
  guint n = walk->found->len;

  if (!query->by_name)
    g_array_sort (walk->found, compare_found);

  g_array_set_size (query->ids, n);
  for (guint i = 0; i < n; i++)
    g_array_index (query->ids, gint64, i) =
      g_array_index (walk->found, Found, query->descending ? n - 1 - i : i).id;
}

static gboolean
read_members (WaSql       *sql,
              const char  *statement,
              const char  *name,
              GArray     **members,
              GError     **error)
{
  if (name == NULL)
    return TRUE;

  *members = g_array_new (FALSE, FALSE, sizeof (gint64));

  return wa_sql_get_integers (sql, error, *members, statement, "s", name);
}

static gboolean
run_query (WaSql     *sql,
           gpointer   data,
           GError   **error)
{
  g_autoptr(GArray) list = NULL;
  g_autoptr(GArray) tag = NULL;
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  g_autoptr(GStringChunk) texts = g_string_chunk_new (4096);
  Query *query = data;
  Walk walk;

  if (!read_members (sql,
                     "SELECT contact_id FROM contact_lists WHERE label_id IN"
                     " (SELECT id FROM lists WHERE name = ?) ORDER BY contact_id", query->list, &list, error) ||
      !read_members (sql,
                     "SELECT contact_id FROM contact_tags WHERE label_id IN"
                     " (SELECT id FROM tags WHERE name = ?) ORDER BY contact_id", query->tag, &tag, error))
    return FALSE;

  walk = (Walk) { list, tag, found, texts };
  if (!walk_index (sql, query, &walk, error))
    return FALSE;

  take_ids (query, &walk);

  return TRUE;
}

/* On the main thread */

static void
done_query (GTask    *task,
            gpointer  data)
{
  Query *query = data;

  wa_row_list_fill (query->rows, g_steal_pointer (&query->ids));
  g_task_return_pointer (task, g_steal_pointer (&query->rows), g_object_unref);
}

static void
add_tristate (GString    *conditions,
              const char *column,
              WaTristate  state)
{
  if (state != WA_EITHER)
    g_string_append_printf (conditions, " AND %s = %d", column, state == WA_YES);
}

/* Returns: (transfer full): the condition of @filter, as SQL; what is to be bound to it goes to @texts */
static char *
dup_conditions (WaContactFilter *filter,
                GStrvBuilder    *texts)
{
  g_auto(GStrv) words = wa_fold_search (wa_contact_filter_get_search (filter));
  const char *source = wa_contact_filter_get_source (filter);
  GString *conditions = g_string_new ("1");

  for (gsize i = 0; words[i] != NULL; i++)
    {
      g_string_append (conditions, " AND instr (key, ?) > 0");
      g_strv_builder_add (texts, words[i]);
    }
  if (!wa_is_empty (source))
    {
      g_string_append (conditions, " AND source = ?");
      g_strv_builder_add (texts, source);
    }
  add_tristate (conditions, "opt_in", wa_contact_filter_get_opt_in (filter));
  add_tristate (conditions, "blocked", wa_contact_filter_get_blocked (filter));

  return g_string_free (conditions, FALSE);
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
      return "NULL";
    }
}

static char *
dup_unless_empty (const char *text)
{
  return wa_is_empty (text) ? NULL : g_strdup (text);
}

static Query *
query_new (WaContactFilter *filter)
{
  g_autoptr(GStrvBuilder) texts = g_strv_builder_new ();
  g_autofree char *conditions = dup_conditions (filter, texts);
  WaContactSort sort = wa_contact_filter_get_sort (filter);
  Query *query = g_new0 (Query, 1);

  query->statement = g_strdup_printf ("SELECT id, %s FROM contacts INDEXED BY contacts_by_key"
                                      " WHERE %s ORDER BY key",
                                      sort_column (sort), conditions);
  query->texts = g_strv_builder_end (texts);
  query->list = dup_unless_empty (wa_contact_filter_get_list (filter));
  query->tag = dup_unless_empty (wa_contact_filter_get_tag (filter));
  query->by_name = sort == WA_CONTACT_SORT_NAME;
  query->descending = wa_contact_filter_get_descending (filter);
  query->ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  return query;
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
  Query *query;

  g_return_if_fail (WA_IS_STORE (self));
  g_return_if_fail (filter == NULL || WA_IS_CONTACT_FILTER (filter));
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  all = wa_contact_filter_new ();
  query = query_new (filter != NULL ? filter : all);
  query->rows = wa_row_list_new (wa_store_get_cache (self, WA_TABLE_CONTACTS), FALSE);
  wa_row_list_await (query->rows);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_store_query_contacts_async);
  g_task_set_task_data (task, query, query_free);
  wa_store_push_search (self, task, run_query, done_query);
}

WaRowList *
wa_store_query_contacts_finish (WaStore       *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
