/* wa-sandbox-whatomate.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "core/wa-util.h"
#include "sandbox/whatomate/wa-sandbox-whatomate-private.h"

#define ROUTE_NOT_FOUND "Route not found"
#define PAGE            "page limit"

#define GET(path, query, function) \
  "GET", path, query, WA_SANDBOX_PLAIN, wa_sandbox_whatomate_##function
#define POST(path, function) "POST", path, NULL, WA_SANDBOX_JSON, wa_sandbox_whatomate_##function
#define PUT(path, function)  "PUT", path, NULL, WA_SANDBOX_JSON, wa_sandbox_whatomate_##function
#define DO(path, function)   "POST", path, NULL, WA_SANDBOX_PLAIN, wa_sandbox_whatomate_##function
#define DELETE(path, function) "DELETE", path, NULL, WA_SANDBOX_PLAIN, wa_sandbox_whatomate_##function
#define OPEN(path, function) "GET", path, NULL, WA_SANDBOX_OPEN, wa_sandbox_whatomate_##function
#define UPLOAD(path, query, function) \
  "POST", path, query, WA_SANDBOX_MULTIPART, wa_sandbox_whatomate_##function

#define ANY_BODY        (WA_SANDBOX_JSON | WA_SANDBOX_BODY_OPTIONAL)
#define MISSING(method, path) method, path, NULL, ANY_BODY, not_implemented

#define CONTACT         "/api/contacts/{}"
#define TEMPLATE        "/api/templates/{}"
#define CAMPAIGN        "/api/campaigns/{}"
#define CANNED          "/api/canned-responses/{}"
#define NOTE            CONTACT "/notes/{}"

/* What both generations have. */
#define COMMON_ROUTES \
  { "W02", POST (CONTACT "/messages", send_message) }, \
  { "W08", "POST", "/api/auth/login", NULL, WA_SANDBOX_JSON | WA_SANDBOX_OPEN, \
    wa_sandbox_whatomate_sign_in }, \
  { "W09", "POST", "/api/auth/refresh", NULL, WA_SANDBOX_JSON | WA_SANDBOX_OPEN, \
    wa_sandbox_whatomate_refresh }, \
  { "W10", GET ("/api/me", NULL, get_me) }, \
  { "W13", GET (CONTACT, NULL, get_contact) }, \
  { "W16", PUT (CONTACT "/assign", assign_contact) }, \
  { "W19", GET ("/api/media/{}", NULL, get_media) }, \
  { "W25", POST ("/api/templates/sync", sync_templates) }, \
  { "W21", POST ("/api/templates", create_template) }, \
  { "W22", GET (TEMPLATE, NULL, get_template) }, \
  { "W23", PUT (TEMPLATE, update_template) }, \
  { "W24", DELETE (TEMPLATE, delete_template) }, \
  { "W26", DO (TEMPLATE "/publish", publish_template) }, \
  { "W29", POST ("/api/campaigns", create_campaign) }, \
  { "W30", GET (CAMPAIGN, NULL, get_campaign) }, \
  { "W31", PUT (CAMPAIGN, update_campaign) }, \
  { "W32", DELETE (CAMPAIGN, delete_campaign) }, \
  { "W33", POST (CAMPAIGN "/recipients/import", import_recipients) }, \
  { "W34", GET (CAMPAIGN "/recipients", NULL, list_recipients) }, \
  { "W35", DO (CAMPAIGN "/start", start_campaign) }, \
  { "W36", DO (CAMPAIGN "/pause", pause_campaign) }, \
  { "W37", DO (CAMPAIGN "/cancel", cancel_campaign) }, \
  { "W38", GET (CAMPAIGN "/progress", NULL, get_campaign) }, \
  { "W43", GET ("/api/canned-responses", "category search active_only", list_canned) }, \
  { "W44", POST ("/api/canned-responses", create_canned) }, \
  { "W45", GET (CANNED, NULL, get_canned) }, \
  { "W46", PUT (CANNED, update_canned) }, \
  { "W47", DELETE (CANNED, delete_canned) }, \
  { "W48", DO (CANNED "/use", use_canned) }, \
  { "W49", GET ("/api/accounts", NULL, list_accounts) }, \
  { "W51", GET ("/api/accounts/{}", NULL, get_account) }, \
  { "W54", DO ("/api/accounts/{}/test", test_account) }, \
  { "W73", GET ("/api/users", NULL, list_users) }, \
  { "W75", GET ("/api/org/settings", NULL, get_settings) }, \
  { "W76", OPEN ("/health", get_health) }, \
  { "W77", OPEN ("/ready", get_ready) }

/* What the newer servers have besides; two of the document's operations differ. */
#define NEWER_ROUTES \
  { "W01", GET (CONTACT "/messages", PAGE " before after before_id", list_messages) }, \
  { "W03", POST ("/api/messages/template", send_template) }, \
  { "W11", GET ("/api/contacts", PAGE " search tags", list_contacts) }, \
  { "W12", POST ("/api/contacts", create_contact) }, \
  { "W14", PUT (CONTACT, update_contact) }, \
  { "W15", DELETE (CONTACT, delete_contact) }, \
  { "W17", PUT (CONTACT "/tags", set_contact_tags) }, \
  { "W18", DO (CONTACT "/mark-read", read_contact) }, \
  { "W20", GET ("/api/templates", PAGE " account status category search", list_templates) }, \
  { "W27", UPLOAD ("/api/templates/upload-media", "account", upload_sample) }, \
  { "W28", GET ("/api/campaigns", PAGE " status", list_campaigns) }, \
  { "W39", DELETE (CAMPAIGN "/recipients/{}", remove_recipient) }, \
  { "W40", UPLOAD (CAMPAIGN "/media", NULL, upload_header) }, \
  { "W41", GET (CAMPAIGN "/media", NULL, get_header) }, \
  { "W42", DO (CAMPAIGN "/retry-failed", retry_campaign) }, \
  { "W55", GET ("/api/tags", PAGE " search", list_tags) }, \
  { "W56", POST ("/api/tags", create_tag) }, \
  { "W57", PUT ("/api/tags/{}", update_tag) }, \
  { "W58", DELETE ("/api/tags/{}", delete_tag) }, \
  { "W59", GET ("/api/catalogs", NULL, list_catalogs) }, \
  { "W63", POST ("/api/catalogs/sync", sync_catalogs) }, \
  { "W60", GET ("/api/catalogs/{}", NULL, get_catalog) }, \
  { "W61", POST ("/api/catalogs", create_catalog) }, \
  { "W62", DELETE ("/api/catalogs/{}", delete_catalog) }, \
  { "W64", GET ("/api/catalogs/{}/products", NULL, list_products) }, \
  { "W65", POST ("/api/catalogs/{}/products", create_product) }, \
  { "W66", GET ("/api/products/{}", NULL, get_product) }, \
  { "W67", PUT ("/api/products/{}", update_product) }, \
  { "W68", DELETE ("/api/products/{}", delete_product) }, \
  { "W69", GET (CONTACT "/notes", "limit before", list_notes) }, \
  { "W70", POST (CONTACT "/notes", create_note) }, \
  { "W71", PUT (NOTE, update_note) }, \
  { "W72", DELETE (NOTE, delete_note) }, \
  { "W74", POST (CONTACT "/messages/{}/reaction", react) }

static JsonNode *
not_implemented (WaSandboxExchange  *exchange,
                 GError            **error)
{
  wa_sandbox_refuse (error, SOUP_STATUS_NOT_IMPLEMENTED, "Not implemented yet");
  return NULL;
}

static const WaSandboxRoute newer_routes[] = {
  COMMON_ROUTES,
  NEWER_ROUTES,
  { "W04", UPLOAD ("/api/messages/media", NULL, send_media) },
  { "W07", MISSING ("PUT", "/api/messages/{}/read") },
};

static const WaSandboxRoute documented_routes[] = {
  COMMON_ROUTES,
  NEWER_ROUTES,
  { "W04", "POST", "/api/messages/media", NULL, WA_SANDBOX_JSON | WA_SANDBOX_MULTIPART,
    wa_sandbox_whatomate_send_media },
  { "W07", "PUT", "/api/messages/{}/read", NULL, WA_SANDBOX_PLAIN, wa_sandbox_whatomate_read_message },
};

static const WaSandboxRoute older_routes[] = {
  COMMON_ROUTES,
  { "W01", GET (CONTACT "/messages", PAGE " before after", list_messages) },
  { "W03", MISSING ("POST", "/api/messages/template") },
  { "W04", UPLOAD ("/api/messages/media", NULL, send_media) },
  { "W07", MISSING ("PUT", "/api/messages/{}/read") },
  { "W11", GET ("/api/contacts", PAGE " search", list_contacts) },
  { "W12", MISSING ("POST", "/api/contacts") },
  { "W14", MISSING ("PUT", CONTACT) },
  { "W15", MISSING ("DELETE", CONTACT) },
  { "W20", GET ("/api/templates", "account status category", list_templates) },
  { "W28", GET ("/api/campaigns", "status", list_campaigns) },
};

/* A key wins over a token, right or wrong. */
static gboolean
check_key (WaSandboxExchange  *exchange,
           GError            **error)
{
  WaWhatomateState *state = exchange->state;
  const char *key = wa_sandbox_exchange_get_header (exchange, "X-API-Key");
  const char *header = wa_sandbox_exchange_get_header (exchange, "Authorization");

  if (key)
    return (g_str_equal (key, exchange->key)
            || wa_sandbox_refuse (error, SOUP_STATUS_UNAUTHORIZED, "Invalid API key"));
  if (!header)
    return wa_sandbox_refuse (error, SOUP_STATUS_UNAUTHORIZED, "Missing authorization header");
  if (!g_str_has_prefix (header, "Bearer "))
    return wa_sandbox_refuse (error, SOUP_STATUS_UNAUTHORIZED, "Invalid authorization header format");

  return ((g_strcmp0 (state->access_token, header + strlen ("Bearer ")) == 0
           && wa_sandbox_world_get_now (exchange->world) < state->expires)
          || wa_sandbox_refuse (error, SOUP_STATUS_UNAUTHORIZED, "Invalid or expired token"));
}

static void
say_text (WaSandboxExchange *exchange,
          const char        *mime_type,
          const char        *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  wa_sandbox_exchange_set_bytes (exchange, mime_type, bytes);
}

/* Outside /api there is a web page, whatever the path.  The file that is too large for the older
 * server and the path that the newer one doesn't know are said in plain text. */
static JsonNode *
say_error (WaSandboxExchange *exchange,
           guint              status,
           const char        *text)
{
  gboolean no_route = status == SOUP_STATUS_NOT_FOUND && g_str_equal (text, ROUTE_NOT_FOUND);
  JsonObject *object = NULL;

  if (no_route && !g_str_has_prefix (exchange->path, "/api/"))
    {
      wa_sandbox_exchange_set_status (exchange, SOUP_STATUS_OK);
      say_text (exchange, "text/html; charset=utf-8", "<!doctype html><html><body></body></html>");
      return NULL;
    }
  if (no_route && !wa_sandbox_whatomate_is_g1 (exchange))
    {
      say_text (exchange, "text/plain; charset=utf-8", "404 page not found");
      return NULL;
    }
  if (g_str_equal (text, "Error when parsing request"))
    {
      say_text (exchange, "text/plain; charset=utf-8", text);
      return NULL;
    }

  object = json_object_new ();
  json_object_set_string_member (object, "status", "error");
  json_object_set_string_member (object, "message", status == SOUP_STATUS_METHOD_NOT_ALLOWED
                                                    ? "Request method not allowed" : text);
  json_object_set_null_member (object, "data");
  json_object_set_string_member (object, "error_type", "GeneralException");
  return wa_sandbox_node_new (object);
}

static void
file_free (gpointer data)
{
  WaWhatomateFile *file = data;

  g_free (file->mime_type);
  g_bytes_unref (file->bytes);
  g_free (file);
}

static GHashTable *
new_texts (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static gpointer
new_state (WaSandboxWorld *world)
{
  WaWhatomateState *state = g_new0 (WaWhatomateState, 1);

  state->templates = wa_sandbox_whatomate_new_templates (world);
  state->campaigns = wa_sandbox_whatomate_new_campaigns ();
  state->canned = wa_sandbox_whatomate_new_canned (world);
  state->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  state->catalogs = wa_sandbox_whatomate_new_catalogs (world);
  state->products = wa_sandbox_whatomate_new_products (world);
  state->assigned = new_texts ();
  state->colors = new_texts ();
  state->reactions = new_texts ();
  state->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, file_free);

  return state;
}

static void
free_state (gpointer data)
{
  WaWhatomateState *state = data;

  g_free (state->access_token);
  g_free (state->refresh_token);
  g_ptr_array_unref (state->templates);
  g_ptr_array_unref (state->campaigns);
  g_ptr_array_unref (state->canned);
  g_ptr_array_unref (state->notes);
  g_ptr_array_unref (state->catalogs);
  g_ptr_array_unref (state->products);
  g_hash_table_unref (state->assigned);
  g_hash_table_unref (state->colors);
  g_hash_table_unref (state->reactions);
  g_hash_table_unref (state->files);
  g_free (state);
}

static void
add_settings (GHashTable *settings)
{
  g_hash_table_insert (settings, g_strdup ("account-name"), g_strdup (WA_WHATOMATE_ACCOUNT));
}

#define DIALECT(name, table) \
  .id = name, \
  .base_path = "", \
  .key_prefix = "whm_", \
  .routes = table, \
  .n_routes = G_N_ELEMENTS (table), \
  .check_key = check_key, \
  .say_error = say_error, \
  .new_state = new_state, \
  .free_state = free_state, \
  .add_settings = add_settings

const WaSandboxDialect wa_sandbox_whatomate = { DIALECT ("whatomate", newer_routes) };
const WaSandboxDialect wa_sandbox_whatomate_g1 = { DIALECT ("whatomate-g1", older_routes) };
const WaSandboxDialect wa_sandbox_whatomate_docs = { DIALECT ("whatomate-docs", documented_routes) };

gboolean
wa_sandbox_whatomate_is_g1 (WaSandboxExchange *exchange)
{
  return exchange->dialect == &wa_sandbox_whatomate_g1;
}

gboolean
wa_sandbox_whatomate_is_documented (WaSandboxExchange *exchange)
{
  return exchange->dialect == &wa_sandbox_whatomate_docs;
}
