/* wa-sandbox-wabotick.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "core/wa-util.h"
#include "sandbox/wabotick/wa-sandbox-wabotick-private.h"
#include "sandbox/wabotick/wa-sandbox-wabotick.h"

#define W(path)           "POST", "/api/v1/whatsapp" path, NULL, WA_SANDBOX_FORM
#define API(path)         "POST", "/api/v1" path, NULL, WA_SANDBOX_FORM
#define HANDLER(function) wa_sandbox_wabotick_##function

/* The paths that other white labels use for B11, B26 and B27 don't exist here. */
static const WaSandboxRoute routes[] = {
  { "B01", W ("/account/connect"), HANDLER (connect) },
  { "B02", W ("/send/template"), HANDLER (send_template) },
  { "B03", W ("/send"), HANDLER (send_text) },
  { "B04", W ("/get/conversation"), HANDLER (get_conversation) },
  { "B05", W ("/trigger-bot"), HANDLER (trigger_flow) },
  { "B06", W ("/send/file"), HANDLER (send_file) },
  { "B07", "POST", "/api/v1/whatsapp/upload/media", NULL, WA_SANDBOX_MULTIPART, HANDLER (upload) },
  { "B08", W ("/get/post-back-list"), HANDLER (list_postbacks) },
  { "B09", W ("/get/message-status"), HANDLER (get_status) },
  { "B10", W ("/broadcast/template/send"), HANDLER (broadcast) },
  { "B11", W ("/template/list"), HANDLER (list_templates) },
  { "B12", W ("/subscriber/get"), HANDLER (get_subscriber) },
  { "B13", W ("/subscriber/create"), HANDLER (create_subscriber) },
  { "B14", W ("/subscriber/list"), HANDLER (list_subscribers) },
  { "B15", W ("/subscriber/update"), HANDLER (update_subscriber) },
  { "B16", W ("/subscriber/delete"), HANDLER (delete_subscriber) },
  { "B17", W ("/subscriber/custom-fields/list"), HANDLER (list_fields) },
  { "B18", W ("/subscriber/chat/add-notes"), HANDLER (add_note) },
  { "B19", W ("/subscriber/chat/assign-to-team-member"), HANDLER (assign_member) },
  { "B20", W ("/subscriber/reset/user-input-flow"), HANDLER (reset_flow) },
  { "B21", W ("/subscriber/chat/assign-custom-fields"), HANDLER (assign_fields) },
  { "B22", W ("/subscriber/chat/assign-labels"), HANDLER (assign_labels) },
  { "B23", W ("/subscriber/chat/remove-labels"), HANDLER (remove_labels) },
  { "B24", W ("/subscriber/chat/assign-sequence"), HANDLER (assign_sequences) },
  { "B25", W ("/subscriber/chat/remove-sequence"), HANDLER (remove_sequences) },
  { "B26", W ("/label/list"), HANDLER (list_labels) },
  { "B27", W ("/label/create"), HANDLER (create_label) },
  { "B28", W ("/catalog/list"), HANDLER (list_catalogs) },
  { "B29", W ("/catalog/sync"), HANDLER (sync_catalog) },
  { "B30", W ("/catalog/order/list"), HANDLER (list_orders) },
  { "B31", W ("/catalog/order/status-change"), HANDLER (change_order) },
  { "BX01", W ("/send/interactive-buttons"), HANDLER (send_buttons) },
  { "BX02", W ("/get/bot-flow-list"), HANDLER (list_flows) },
  { "BX03", W ("/subscriber/sequence/list"), HANDLER (list_sequences) },
  { "BX04", W ("/subscriber/chat/mark-conversation"), HANDLER (mark_conversation) },
  { "BX05", API ("/users/team-member/list"), HANDLER (list_members) },
  { "BX06", API ("/user/myInfo"), HANDLER (get_info) },
};

/* A missing token is taken for a visitor of the web page, who is sent to sign in. */
static gboolean
check_key (WaSandboxExchange  *exchange,
           GError            **error)
{
  const char *token = wa_sandbox_exchange_get_form (exchange, "apiToken");

  if (wa_is_empty (token))
    return wa_sandbox_refuse (error, SOUP_STATUS_FOUND, "Sign in");

  return (g_str_equal (token, exchange->key)
          || wa_sandbox_refuse (error, SOUP_STATUS_UNAUTHORIZED, "Unauthenticated."));
}

static void
redirect (WaSandboxExchange *exchange)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (exchange->message);
  g_autofree char *address = g_strconcat (exchange->origin, "/login", NULL);

  soup_message_headers_replace (headers, "Location", address);
}

/* What the program behind the paths refuses has a status inside; what the web framework refuses
 * before that has not. */
static JsonNode *
say_error (WaSandboxExchange *exchange,
           guint              status,
           const char        *text)
{
  JsonObject *object = NULL;

  if (status == SOUP_STATUS_FOUND)
    {
      redirect (exchange);
      return NULL;
    }

  object = json_object_new ();
  json_object_set_string_member (object, "message", text);

  if (status == WA_WABOTICK_REFUSED || status == SOUP_STATUS_UNAUTHORIZED)
    {
      json_object_set_string_member (object, "status", "0");
    }
  else if (status == SOUP_STATUS_BAD_REQUEST || status == SOUP_STATUS_UNPROCESSABLE_ENTITY)
    {
      JsonObject *errors = json_object_new ();
      JsonArray *texts = json_array_new ();

      json_array_add_string_element (texts, text);
      json_object_set_array_member (errors, "request", texts);
      json_object_set_object_member (object, "errors", errors);
    }

  return wa_sandbox_node_new (object);
}

static GHashTable *
new_texts (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static gpointer
new_state (WaSandboxWorld *world)
{
  WaWabotickState *state = g_new0 (WaWabotickState, 1);

  state->media = new_texts ();
  state->genders = new_texts ();
  state->cleared = new_texts ();
  state->orders = wa_sandbox_wabotick_new_orders (world);

  return state;
}

static void
free_state (gpointer data)
{
  WaWabotickState *state = data;

  g_hash_table_unref (state->media);
  g_hash_table_unref (state->genders);
  g_hash_table_unref (state->cleared);
  json_array_unref (state->orders);
  g_free (state);
}

static void
add_settings (GHashTable *settings)
{
  g_hash_table_insert (settings, g_strdup ("phone-number-id"), g_strdup (WA_WABOTICK_SENDER));
}

const WaSandboxDialect wa_sandbox_wabotick = {
  .id = "wabotick",
  .base_path = "",
  .key_prefix = "1001|",
  .key_in_body = TRUE,
  .routes = routes,
  .n_routes = G_N_ELEMENTS (routes),
  .check_key = check_key,
  .say_error = say_error,
  .new_state = new_state,
  .free_state = free_state,
  .add_settings = add_settings,
};

/* Refuses fields that aren't listed, missing ones, and another sender or recipient than a number. */
gboolean
wa_sandbox_wabotick_check (WaSandboxExchange      *exchange,
                           const WaSandboxMember  *members,
                           guint                   n_members,
                           GError                **error)
{
  g_autoptr(JsonNode) node = wa_sandbox_exchange_dup_form (exchange);
  WaJson fields = wa_json_from_node (node);
  const char *sender = wa_sandbox_exchange_get_form (exchange, "phone_number_id");
  const char *number = wa_sandbox_exchange_get_form (exchange, "phone_number");

  json_object_remove_member (json_node_get_object (node), "apiToken");
  if (!wa_sandbox_check_object (&fields, members, n_members, error))
    return FALSE;
  if (sender && !g_str_equal (sender, WA_WABOTICK_SENDER))
    return wa_sandbox_refuse (error, WA_WABOTICK_REFUSED, "WhatsApp account not found.");

  return !number || wa_sandbox_check_number (number, error);
}

gboolean
wa_sandbox_wabotick_check_choice (WaSandboxExchange  *exchange,
                                  const char         *name,
                                  const char         *choices,
                                  GError            **error)
{
  const char *text = wa_sandbox_exchange_get_form (exchange, name);
  g_auto(GStrv) words = g_strsplit (choices, " ", -1);

  if (text && !g_strv_contains ((const char *const *) words, text))
    return wa_sandbox_refuse (error, 400, "The selected %s is invalid.", name);

  return TRUE;
}

gboolean
wa_sandbox_wabotick_read_count (WaSandboxExchange  *exchange,
                                const char         *name,
                                guint               max,
                                guint              *value,
                                GError            **error)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (wa_sandbox_exchange_get_form (exchange, name), 10, 1, max, &number, NULL))
    return wa_sandbox_refuse (error, 400, "The %s must be between 1 and %u.", name, max);

  *value = number;
  return TRUE;
}

JsonNode *
wa_sandbox_wabotick_say (const char *message)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "status", "1");
  json_object_set_string_member (object, "message", message);

  return wa_sandbox_node_new (object);
}

JsonNode *
wa_sandbox_wabotick_list (JsonArray *rows)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "status", "1");
  json_object_set_array_member (object, "message", rows);

  return wa_sandbox_node_new (object);
}

/* Sets a text that holds JSON; takes @node. */
void
wa_sandbox_wabotick_set_json (JsonObject *object,
                              const char *name,
                              JsonNode   *node)
{
  g_autoptr(JsonNode) owned = node;
  g_autofree char *text = json_to_string (owned, FALSE);

  json_object_set_string_member (object, name, text);
}

/* Times have no zone; 0 is null. */
void
wa_sandbox_wabotick_set_time (JsonObject *object,
                              const char *name,
                              gint64      time)
{
  g_autoptr(GDateTime) seconds = g_date_time_new_from_unix_utc (time / G_TIME_SPAN_SECOND);
  g_autofree char *text = g_date_time_format (seconds, "%Y-%m-%d %H:%M:%S");

  if (time == 0)
    json_object_set_null_member (object, name);
  else
    json_object_set_string_member (object, name, text);
}

/* The world's ids end in a running number of eight hexadecimal digits. */
gint64
wa_sandbox_wabotick_number_id (const char *id)
{
  return strtoul (id + strlen (id) - 8, NULL, 16);
}
