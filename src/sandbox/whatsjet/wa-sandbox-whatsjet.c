/* wa-sandbox-whatsjet.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "core/wa-util.h"
#include "sandbox/whatsjet/wa-sandbox-whatsjet-private.h"
#include "sandbox/whatsjet/wa-sandbox-whatsjet.h"

static const WaSandboxRoute routes[] = {
  { "J01", "POST", "/{}/contact/send-message", NULL, WA_SANDBOX_JSON, wa_sandbox_whatsjet_send_text },
  { "J02", "POST", "/{}/contact/send-media-message", NULL, WA_SANDBOX_JSON, wa_sandbox_whatsjet_send_media },
  { "J03", "POST", "/{}/contact/send-template-message", NULL, WA_SANDBOX_JSON,
    wa_sandbox_whatsjet_send_template },
  { "J04", "POST", "/{}/contact/create", NULL, WA_SANDBOX_JSON, wa_sandbox_whatsjet_create_contact },
  { "J05", "POST", "/{}/contact/update/{}", NULL, WA_SANDBOX_JSON, wa_sandbox_whatsjet_update_contact },
  { "JX01", "GET", "/{}/contact", "phone_number_or_email", WA_SANDBOX_PLAIN,
    wa_sandbox_whatsjet_get_contact },
  { "JX02", "GET", "/{}/contacts", "page page_size search_term", WA_SANDBOX_PLAIN,
    wa_sandbox_whatsjet_list_contacts },
  { "JX03", "GET", "/{}/contact/template-list", "page", WA_SANDBOX_PLAIN,
    wa_sandbox_whatsjet_list_templates },
  { "JX04", "GET", "/{}/contact/message-status", "wamid", WA_SANDBOX_PLAIN, wa_sandbox_whatsjet_get_status },
  { "JX05", "POST", "/{}/contact/send-interactive-message", NULL, WA_SANDBOX_JSON,
    wa_sandbox_whatsjet_send_interactive },
  { "JX06", "POST", "/{}/contact/send-carousel-template-message", NULL, WA_SANDBOX_JSON,
    wa_sandbox_whatsjet_send_carousel },
  { "JX07", "POST", "/{}/contact/assign-team-member", NULL, WA_SANDBOX_JSON,
    wa_sandbox_whatsjet_assign_member },
  { "JX08", "GET", "/{}/contact/groups", NULL, WA_SANDBOX_PLAIN, wa_sandbox_whatsjet_list_groups },
  { "JX09", "GET", "/{}/contact/labels-tags", NULL, WA_SANDBOX_PLAIN, wa_sandbox_whatsjet_list_labels },
};

static gboolean
check_key (WaSandboxExchange  *exchange,
           GError            **error)
{
  if (!wa_sandbox_exchange_has_bearer (exchange))
    return wa_sandbox_refuse (error, SOUP_STATUS_UNAUTHORIZED, "Unauthenticated.");

  return (g_str_equal (wa_sandbox_exchange_get_argument (exchange, 0), WA_WHATSJET_VENDOR)
          || wa_sandbox_refuse (error, SOUP_STATUS_NOT_FOUND, "Not Found"));
}

/* Outside of the API there is the web application. */
static void
say_page (WaSandboxExchange *exchange)
{
  static const char page[] =
    "<!DOCTYPE html><html><head><title>404 Not Found</title></head><body>Not Found</body></html>";
  g_autoptr(GBytes) bytes = g_bytes_new_static (page, strlen (page));

  wa_sandbox_exchange_set_bytes (exchange, "text/html; charset=UTF-8", bytes);
}

/* Complaints begin with the name of the member they are about, if they are about one. */
static JsonNode *
say_invalid (WaSandboxExchange *exchange,
             const char        *text)
{
  gsize length = strcspn (text, " ");
  g_autofree char *field = g_ascii_islower (*text) ? g_strndup (text, length) : g_strdup ("request");
  JsonObject *object = json_object_new ();
  JsonObject *errors = json_object_new ();
  JsonArray *texts = json_array_new ();

  json_array_add_string_element (texts, text);
  json_object_set_array_member (errors, field, texts);
  json_object_set_string_member (object, "message", "The given data was invalid.");
  json_object_set_object_member (object, "errors", errors);
  wa_sandbox_exchange_set_status (exchange, SOUP_STATUS_UNPROCESSABLE_ENTITY);

  return wa_sandbox_node_new (object);
}

static JsonNode *
say_failed (const char *text,
            gboolean    with_data)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "result", "failed");
  json_object_set_string_member (object, "message", text);
  if (with_data)
    json_object_set_array_member (object, "data", json_array_new ());

  return wa_sandbox_node_new (object);
}

static JsonNode *
say_message (const char *text)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "message", text);

  return wa_sandbox_node_new (object);
}

/* Some refusals are WhatsJet's own, the others those of the framework below it. */
static JsonNode *
say_error (WaSandboxExchange *exchange,
           guint              status,
           const char        *text)
{
  if (status == SOUP_STATUS_NOT_FOUND && wa_is_empty (exchange->path))
    {
      say_page (exchange);
      return NULL;
    }

  switch (status)
    {
    case WA_WHATSJET_FAILED:
      return say_failed (text, TRUE);

    case SOUP_STATUS_BAD_REQUEST:
      return say_invalid (exchange, text);

    case SOUP_STATUS_FORBIDDEN:
      return say_failed ("Invalid or inactive vendor", FALSE);

    case SOUP_STATUS_NOT_FOUND:
      return say_message ("Not Found");

    case 429:
      return say_message ("Too Many Attempts.");

    case SOUP_STATUS_INTERNAL_SERVER_ERROR:
      return say_message ("Server Error");

    default:
      return say_message (text);
    }
}

/* The custom fields of the published samples exist here as well. */
static gpointer
new_state (WaSandboxWorld *world)
{
  WaWhatsjetState *state = g_new0 (WaWhatsjetState, 1);

  state->last_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  wa_sandbox_add_text (&world->attributes, "BDay");
  wa_sandbox_add_text (&world->attributes, "Age");
  wa_sandbox_whatsjet_add_templates (world);

  return state;
}

static void
free_state (gpointer data)
{
  WaWhatsjetState *state = data;

  g_hash_table_unref (state->last_names);
  g_free (state);
}

static void
add_settings (GHashTable *settings)
{
  g_hash_table_insert (settings, g_strdup ("vendor-uid"), g_strdup (WA_WHATSJET_VENDOR));
  g_hash_table_insert (settings, g_strdup ("from-phone-number-id"), g_strdup (WA_WHATSJET_SENDER));
  g_hash_table_insert (settings, g_strdup ("extra-operations"), g_strdup ("on"));
}

const WaSandboxDialect wa_sandbox_whatsjet = {
  .id = "whatsjet",
  .base_path = "/api",
  .key_prefix = "",
  .routes = routes,
  .n_routes = G_N_ELEMENTS (routes),
  .check_key = check_key,
  .say_error = say_error,
  .new_state = new_state,
  .free_state = free_state,
  .add_settings = add_settings,
};

/* Both are left out where they are NULL; the object is taken. */
JsonNode *
wa_sandbox_whatsjet_answer (const char *message,
                            JsonObject *data)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "result", "success");
  if (message)
    json_object_set_string_member (object, "message", message);
  if (data)
    json_object_set_object_member (object, "data", data);

  return wa_sandbox_node_new (object);
}

/* Rows stand in a paginator of their own below the data; the array is taken. */
void
wa_sandbox_whatsjet_set_page (JsonObject          *data,
                              const char          *name,
                              JsonArray           *rows,
                              const WaSandboxPage *page)
{
  JsonObject *paginator = json_object_new ();

  json_object_set_int_member (paginator, "current_page", page->number);
  json_object_set_array_member (paginator, "data", rows);
  json_object_set_int_member (paginator, "last_page", page->pages);
  json_object_set_int_member (paginator, "per_page", page->limit);
  json_object_set_int_member (paginator, "total", page->total);
  json_object_set_object_member (data, name, paginator);
}

/* The world's ids have 24 digits, those of WhatsJet look like a UUID. */
char *
wa_sandbox_whatsjet_dup_uid (const char *id)
{
  return g_strdup_printf ("%.8s-%.4s-4000-8000-%s", id, id + 8, id + strlen (id) - 12);
}
