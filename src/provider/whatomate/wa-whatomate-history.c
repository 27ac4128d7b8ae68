/* wa-whatomate-history.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "core/wa-util.h"
#include "model/wa-message.h"
#include "provider/whatomate/wa-whatomate-private.h"

/* Reading a conversation marks it as read, and may tell the customer so: it is fetched only when somebody
 * opens it. */

/* Where to go on from a known message: the documents' way, and that of servers of the second generation. */
static gboolean
add_message (WaProvider   *provider,
             WaQuery      *query,
             WaRequest    *request,
             GError      **error)
{
  const char *id = wa_query_get_message_id (query);
  gboolean after = wa_query_get_newest_first (query) == WA_NO;

  if (wa_is_empty (id))
    return TRUE;
  if (!wa_whatomate_check_id (id, error))
    return FALSE;

  wa_request_add_query (request, after ? "after" : "before", id);
  if (!after && wa_whatomate_is_second (provider))
    wa_request_add_query (request, "before_id", id);

  return TRUE;
}

/* The cursor is the number of a page or, on servers that say whether there is more, the oldest message so
 * far.  The first page holds the newest messages, the oldest of them first. */
WA_WHATOMATE_BUILD (messages)
{
  WaQuery *query = WA_QUERY (args);
  const char *contact = wa_query_get_parent_id (query);
  const char *cursor = wa_query_get_cursor (query);

  if (!wa_whatomate_check_contact (contact, error))
    return FALSE;

  wa_whatomate_begin (provider, request, "GET");
  wa_request_append_path (request, "api", "contacts", contact, "messages", NULL);

  if (!g_uuid_string_is_valid (cursor))
    return wa_whatomate_add_page (query, request, error) && add_message (provider, query, request, error);

  wa_request_add_query (request, "before_id", cursor);
  wa_request_add_query_int (request, "limit", wa_whatomate_page_size (query));

  return TRUE;
}

static void
set_older (WaPage  *page,
           WaQuery *query,
           gboolean more)
{
  GListModel *items = G_LIST_MODEL (wa_page_get_items (page));
  g_autoptr(WaMessage) oldest = g_list_model_get_item (items, 0);
  const char *id = more && oldest != NULL ? wa_message_get_remote_id (oldest) : "";

  if (!g_uuid_string_is_valid (id) || g_str_equal (id, wa_query_get_cursor (query)))
    id = NULL;
  wa_page_set_next (page, id);
}

WA_WHATOMATE_PARSE (messages)
{
  WaJson more = wa_json_find (answer, "data.has_more");
  GObject *page = wa_whatomate_read_page (&wa_whatomate_message_table, args, answer, "messages", error);

  if (page != NULL && wa_json_is (&more, WA_JSON_BOOLEAN))
    set_older (WA_PAGE (page), WA_QUERY (args), wa_json_get_flag (&more, FALSE));

  return page;
}
