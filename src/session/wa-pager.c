/* wa-pager.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "session/wa-pager.h"

#define MAX_PAGES 10000

typedef struct
{
  WaOp         op;
  WaQuery     *query;       /* our own: its cursor moves */
  WaPagerFunc  func;
  gpointer     func_data;
  WaPage      *page;
  GHashTable  *seen;        /* hashes of what was listed */
  guint        n_pages;
} Pager;

static void pager_next (GTask *task);

static void
pager_free (gpointer data)
{
  Pager *self = data;

  g_clear_object (&self->query);
  g_clear_object (&self->page);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  g_free (self);
}

/* What tells one item of a list from another, whatever kind it is. */
static guint
hash_item (WaRecord *item)
{
  static const char *const names[] = { "remote-id", "number", "name", "language" };
  guint hash = 5381;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (wa_record_class_find_field (WA_RECORD_GET_CLASS (item), names[i]) != NULL)
      {
        g_autofree char *text = NULL;

        g_object_get (item, names[i], &text, NULL);
        hash = hash * 33 + g_str_hash (text);
      }

  return hash;
}

/* Some systems answer the same page for ever: a page without anything new is the last. */
static gboolean
has_news (Pager *pager)
{
  GListModel *items = G_LIST_MODEL (wa_page_get_items (pager->page));
  gboolean news = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(WaRecord) item = g_list_model_get_item (items, i);

      if (g_hash_table_add (pager->seen, GUINT_TO_POINTER (hash_item (item))))
        news = TRUE;
    }

  return news;
}

static void
pager_taken_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Pager *pager = g_task_get_task_data (task);
  GError *error = NULL;
  const char *cursor = wa_page_get_next (pager->page);
  gboolean ended = !has_news (pager) || cursor[0] == '\0';

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }

  pager->n_pages++;
  wa_query_set_cursor (pager->query, ended ? "" : cursor);
  if (ended)
    g_task_return_boolean (task, TRUE);
  else if (pager->n_pages == MAX_PAGES)
    g_task_return_new_error (task, WA_ERROR, WA_ERROR_PROTOCOL, "%s",
                             _("The system’s list does not end. What came so far is kept; try again later."));
  else
    pager_next (task);
}

static void
pager_ran_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GTask) turn = NULL;
  g_autoptr(GObject) page = NULL;
  Pager *pager = g_task_get_task_data (task);
  GError *error = NULL;

  page = wa_client_run_finish (WA_CLIENT (object), result, &error);
  if (page == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_set_object (&pager->page, WA_PAGE (page));
  turn = g_task_new (object, g_task_get_cancellable (task), pager_taken_cb, g_object_ref (task));
  g_task_set_source_tag (turn, pager_ran_cb);
  pager->func (pager->page, turn, pager->func_data);
}

static void
pager_next (GTask *task)
{
  Pager *pager = g_task_get_task_data (task);

  wa_client_run_async (g_task_get_source_object (task), pager->op, G_OBJECT (pager->query),
                       g_task_get_cancellable (task), pager_ran_cb, g_object_ref (task));
}

/**
 * wa_pager_run_async:
 * @op: a list operation
 * @query: what to list; its cursor says where to begin
 * @func: (scope notified): takes each page
 * @func_data: must live until it has finished
 *
 * Lists everything, page by page.  The next page is asked for when @func is done with the one before.
 */
void
wa_pager_run_async (WaClient            *client,
                    WaOp                 op,
                    WaQuery             *query,
                    WaPagerFunc          func,
                    gpointer             func_data,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Pager *pager;

  g_return_if_fail (WA_IS_CLIENT (client));
  g_return_if_fail (WA_IS_QUERY (query));
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  pager = g_new0 (Pager, 1);
  pager->op = op;
  pager->query = WA_QUERY (wa_record_copy (WA_RECORD (query)));
  pager->func = func;
  pager->func_data = func_data;
  pager->seen = g_hash_table_new (NULL, NULL);

  task = g_task_new (client, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_pager_run_async);
  g_task_set_task_data (task, pager, pager_free);
  pager_next (task);
}

/**
 * wa_pager_run_finish:
 * @cursor: (out) (optional) (transfer full): where to go on; "" at the end or the beginning
 *
 * Returns: whether the list is complete, or %FALSE with an error
 */
gboolean
wa_pager_run_finish (WaClient      *client,
                     GAsyncResult  *result,
                     char         **cursor,
                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, client), FALSE);

  if (cursor != NULL)
    *cursor = g_strdup (wa_query_get_cursor (((Pager *) g_task_get_task_data (G_TASK (result)))->query));

  return g_task_propagate_boolean (G_TASK (result), error);
}
