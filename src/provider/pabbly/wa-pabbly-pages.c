/* wa-pabbly-pages.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "core/wa-util.h"
#include "provider/pabbly/wa-pabbly-private.h"
#include "provider/wa-checks.h"

/* The cursor of all lists is the number of a page. */

gboolean
wa_pabbly_add_page (WaQuery    *query,
                    guint       most,
                    WaRequest  *request,
                    GError    **error)
{
  gint64 size = wa_query_get_page_size (query);
  guint page;

  if (!wa_check_page (wa_query_get_cursor (query), &page, error))
    return FALSE;

  wa_request_add_query_int (request, "page", page);
  wa_request_add_query_int (request, "limit", size > 0 ? MIN (size, most) : most);

  return TRUE;
}

/* A server that gives the same page again, or an empty one, must not be asked forever. */
void
wa_pabbly_set_next (WaPage       *page,
                    WaQuery      *query,
                    const WaJson *current,
                    gboolean      more)
{
  guint asked = 1;
  gint64 given;
  g_autofree char *cursor = NULL;

  if (!more || g_list_model_get_n_items (G_LIST_MODEL (wa_page_get_items (page))) == 0 ||
      !wa_check_page (wa_query_get_cursor (query), &asked, NULL))
    return;

  given = wa_json_get_integer (current, asked);
  if (given < asked || given == G_MAXINT64)
    return;

  cursor = g_strdup_printf ("%" G_GINT64_FORMAT, given + 1);
  if (wa_check_page (cursor, &asked, NULL))
    wa_page_set_next (page, cursor);
}

GObject *
wa_pabbly_read_page (const WaMappingTable  *table,
                     GObject               *args,
                     const WaJson          *list,
                     const WaJson          *pagination,
                     GError               **error)
{
  WaJson current = wa_json_member (pagination, "currentPage");
  WaJson more = wa_json_member (pagination, "hasNextPage");
  WaJson templates = wa_json_member (pagination, "totalTemplates");
  WaJson results = wa_json_member (pagination, "totalResults");
  WaPage *page = wa_mapping_read_page (table, list, error);

  if (page == NULL)
    return NULL;

  wa_page_set_total (page, wa_json_get_integer (&templates, wa_json_get_integer (&results, 0)));
  wa_pabbly_set_next (page, WA_QUERY (args), &current, wa_json_get_flag (&more, FALSE));

  return G_OBJECT (page);
}
