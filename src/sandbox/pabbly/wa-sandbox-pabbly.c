/* wa-sandbox-pabbly.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox/pabbly/wa-sandbox-pabbly-private.h"
#include "sandbox/pabbly/wa-sandbox-pabbly.h"

#define PAGE "page limit search"

static const WaSandboxRoute routes[] = {
  { "P01", "POST", "/messages", NULL, WA_SANDBOX_JSON, wa_sandbox_pabbly_send },
  { "P19", "GET", "/templates", "all page limit", WA_SANDBOX_PLAIN, wa_sandbox_pabbly_list_templates },
  { "P20", "GET", "/templates/{}", "by", WA_SANDBOX_PLAIN, wa_sandbox_pabbly_get_template },
  { "P21", "POST", "/broadcasts", NULL, WA_SANDBOX_JSON, wa_sandbox_pabbly_create_broadcast },
  { "P24", "POST", "/broadcasts/send", NULL, WA_SANDBOX_JSON, wa_sandbox_pabbly_send_campaign },
  { "P25", "POST", "/contacts", "onDuplicate", WA_SANDBOX_JSON, wa_sandbox_pabbly_create_contacts },
  { "P27", "GET", "/contacts", "name mobile tags order optin source incomingBlocked limit page attributes[*",
    WA_SANDBOX_PLAIN, wa_sandbox_pabbly_list_contacts },
  { "P29", "GET", "/contacts/lists", NULL, WA_SANDBOX_PLAIN, wa_sandbox_pabbly_list_lists },
  { "P28", "GET", "/contacts/{}", NULL, WA_SANDBOX_PLAIN, wa_sandbox_pabbly_get_contact },
  { "P26", "PUT", "/contacts/{}", NULL, WA_SANDBOX_JSON, wa_sandbox_pabbly_update_contact },
  { "P30", "GET", "/settings/tags", NULL, WA_SANDBOX_PLAIN, wa_sandbox_pabbly_list_tags },
  { "P31", "GET", "/media", "id", WA_SANDBOX_PLAIN, wa_sandbox_pabbly_get_media },
  { "P32", "GET", "/catalogs", PAGE, WA_SANDBOX_PLAIN, wa_sandbox_pabbly_list_catalogs },
  { "P33", "GET", "/catalogs/{}/products", PAGE, WA_SANDBOX_PLAIN, wa_sandbox_pabbly_list_products },
};

static gboolean
check_key (WaSandboxExchange  *exchange,
           GError            **error)
{
  return wa_sandbox_exchange_has_bearer (exchange)
         || wa_sandbox_refuse (error, SOUP_STATUS_UNAUTHORIZED, "Unauthorized");
}

static JsonNode *
say_error (WaSandboxExchange *exchange,
           guint              status,
           const char        *text)
{
  JsonObject *object = json_object_new ();

  json_object_set_boolean_member (object, "success", FALSE);
  json_object_set_string_member (object, "error", text);

  return wa_sandbox_node_new (object);
}

static gpointer
new_state (WaSandboxWorld *world)
{
  WaPabblyState *state = g_new0 (WaPabblyState, 1);

  state->campaigns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return state;
}

static void
free_state (gpointer data)
{
  WaPabblyState *state = data;

  g_hash_table_unref (state->campaigns);
  g_free (state);
}

const WaSandboxDialect wa_sandbox_pabbly = {
  .id = "pabbly",
  .base_path = "/api/v1",
  .key_prefix = "",
  .routes = routes,
  .n_routes = G_N_ELEMENTS (routes),
  .check_key = check_key,
  .say_error = say_error,
  .new_state = new_state,
  .free_state = free_state,
};

/* Most operations say success this way. */
JsonNode *
wa_sandbox_pabbly_answer (const char *message,
                          JsonObject *data)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "status", "success");
  json_object_set_string_member (object, "message", message);
  json_object_set_object_member (object, "data", data);

  return wa_sandbox_node_new (object);
}

/* @total_name differs from list to list: totalTemplates or totalResults. */
void
wa_sandbox_pabbly_set_pagination (JsonObject          *data,
                                  const char          *total_name,
                                  const WaSandboxPage *page)
{
  JsonObject *pagination = json_object_new ();

  json_object_set_int_member (pagination, total_name, page->total);
  json_object_set_int_member (pagination, "totalPages", page->pages);
  json_object_set_int_member (pagination, "currentPage", page->number);
  json_object_set_int_member (pagination, "limit", page->limit);
  json_object_set_boolean_member (pagination, "hasNextPage", page->end < page->total);
  json_object_set_boolean_member (pagination, "hasPrevPage", page->number > 1);
  json_object_set_object_member (data, "pagination", pagination);
}
