/* wa-sandbox-onemsg.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "core/wa-util.h"
#include "sandbox/onemsg/wa-sandbox-onemsg-private.h"
#include "sandbox/onemsg/wa-sandbox-onemsg.h"

#define HISTORY "last lastMessageNumber firstMessageNumber limit chatId min_time max_time msgId"

#define JSON_OR_FILE (WA_SANDBOX_JSON | WA_SANDBOX_MULTIPART)

static const WaSandboxRoute routes[] = {
  { "M01", "GET", "/{}/me", NULL, WA_SANDBOX_PLAIN, wa_sandbox_onemsg_get_profile },
  { "M02", "POST", "/{}/me", NULL, JSON_OR_FILE, wa_sandbox_onemsg_set_profile },
  { "M03", "GET", "/{}/statistics", "date", WA_SANDBOX_PLAIN, wa_sandbox_onemsg_get_statistics },
  { "M04", "GET", "/{}/extendedStatistics", NULL, WA_SANDBOX_PLAIN, wa_sandbox_onemsg_list_statistics },
  { "M05", "GET", "/{}/status", NULL, WA_SANDBOX_PLAIN, wa_sandbox_onemsg_get_status },
  { "M06", "GET", "/{}/settings", NULL, WA_SANDBOX_PLAIN, wa_sandbox_onemsg_get_settings },
  { "M07", "POST", "/{}/settings", NULL, WA_SANDBOX_JSON, wa_sandbox_onemsg_set_settings },
  { "M08", "GET", "/{}/commerce", NULL, WA_SANDBOX_PLAIN, wa_sandbox_onemsg_get_commerce },
  { "M26", "POST", "/{}/commerce", NULL, WA_SANDBOX_JSON, wa_sandbox_onemsg_set_commerce },
  { "M09", "GET", "/{}/outputIP", NULL, WA_SANDBOX_PLAIN, wa_sandbox_onemsg_get_address },
  { "M10", "POST", "/{}/webhook", NULL, WA_SANDBOX_JSON, wa_sandbox_onemsg_set_webhook },
  { "M11", "GET", "/{}/hookInfo", "messageId", WA_SANDBOX_PLAIN, wa_sandbox_onemsg_list_hooks },
  { "M12", "POST", "/{}/sendList", NULL, WA_SANDBOX_JSON, wa_sandbox_onemsg_send },
  { "M13", "POST", "/{}/sendButton", NULL, WA_SANDBOX_JSON, wa_sandbox_onemsg_send },
  { "M14", "POST", "/{}/sendLocationRequest", NULL, WA_SANDBOX_JSON, wa_sandbox_onemsg_send },
  { "M15", "POST", "/{}/sendReaction", NULL, WA_SANDBOX_JSON, wa_sandbox_onemsg_send },
  { "M16", "POST", "/{}/sendFile", NULL, JSON_OR_FILE, wa_sandbox_onemsg_send_file },
  { "M17", "POST", "/{}/sendMessage", NULL, WA_SANDBOX_JSON, wa_sandbox_onemsg_send },
  { "M18", "POST", "/{}/sendLocation", NULL, WA_SANDBOX_JSON, wa_sandbox_onemsg_send },
  { "M19", "POST", "/{}/sendContact", NULL, WA_SANDBOX_JSON, wa_sandbox_onemsg_send },
  { "M20", "GET", "/{}/messages", HISTORY, WA_SANDBOX_PLAIN, wa_sandbox_onemsg_list_messages },
  { "M21", "POST", "/{}/readMessage", NULL, WA_SANDBOX_JSON, wa_sandbox_onemsg_read_message },
  { "M22", "POST", "/{}/sendTemplate", NULL, WA_SANDBOX_JSON, wa_sandbox_onemsg_send_template },
  { "M23", "POST", "/{}/addTemplate", NULL, WA_SANDBOX_JSON, wa_sandbox_onemsg_add_template },
  { "M24", "POST", "/{}/removeTemplate", NULL, WA_SANDBOX_JSON, wa_sandbox_onemsg_remove_template },
  { "M25", "GET", "/{}/templates", "limit offset sort", WA_SANDBOX_PLAIN, wa_sandbox_onemsg_list_templates },
  { "M27", "POST", "/{}/sendProduct", NULL, WA_SANDBOX_JSON, wa_sandbox_onemsg_send },
  { "M28", "POST", "/{}/uploadMedia", NULL, JSON_OR_FILE, wa_sandbox_onemsg_upload_media },
};

/* The decoded query has each name once; only its text shows that a name came twice. */
static guint
count_tokens (WaSandboxExchange *exchange)
{
  const char *query = g_uri_get_query (soup_server_message_get_uri (exchange->message));
  g_auto(GStrv) members = g_strsplit (wa_or_empty (query), "&", -1);
  guint count = 0;

  for (guint i = 0; members[i]; i++)
    count += g_str_has_prefix (members[i], "token=");

  return count;
}

/* The token is in the query, or as Bearer where there is none in the query. */
static gboolean
check_key (WaSandboxExchange  *exchange,
           GError            **error)
{
  const char *channel = wa_sandbox_exchange_get_argument (exchange, 0);
  const char *token = wa_sandbox_exchange_get_query (exchange, "token");
  const char *header = wa_sandbox_exchange_get_header (exchange, "Authorization");

  if (!g_str_equal (channel, WA_ONEMSG_CHANNEL))
    return wa_sandbox_refuse (error, SOUP_STATUS_NOT_FOUND, "Instance not found");
  if (count_tokens (exchange) + (header ? 1 : 0) > 1)
    return wa_sandbox_refuse (error, 400, "Please provide the token once");
  if (header ? wa_sandbox_exchange_has_bearer (exchange) : g_strcmp0 (token, exchange->key) == 0)
    return TRUE;

  if (header && g_str_has_prefix (header, "Bearer "))
    token = header + strlen ("Bearer ");
  return wa_sandbox_refuse (error, SOUP_STATUS_UNAUTHORIZED,
                            "Wrong token \"%s\" for channel \"%s\". Please provide token as a GET parameter.",
                            wa_or_empty (token), channel);
}

static void
say_plainly (WaSandboxExchange *exchange,
             const char        *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  wa_sandbox_exchange_set_bytes (exchange, "text/plain", bytes);
}

/* Four ways to say no: a send that was not sent, plain text twice, and JSON. */
static JsonNode *
say_error (WaSandboxExchange *exchange,
           guint              status,
           const char        *text)
{
  JsonObject *object = NULL;

  if (status == SOUP_STATUS_FORBIDDEN || status == SOUP_STATUS_NOT_IMPLEMENTED)
    {
      say_plainly (exchange, status == SOUP_STATUS_FORBIDDEN ? "Subscription is blocked" : text);
      return NULL;
    }

  object = json_object_new ();
  if (status == WA_ONEMSG_NOT_SENT)
    json_object_set_boolean_member (object, "sent", FALSE);
  json_object_set_string_member (object, status == WA_ONEMSG_NOT_SENT ? "message" : "error", text);

  return wa_sandbox_node_new (object);
}

static gpointer
new_state (WaSandboxWorld *world)
{
  static const char *const profile[][2] = {
    { "about", "Some about info" },
    { "address", "Neverland, Unexpected st." },
    { "description", "Some company description" },
    { "email", "john@neverland.play" },
    { "phone", WA_ONEMSG_NUMBER },
    { "vertical", "Other" },
  };
  WaOnemsgState *state = g_new0 (WaOnemsgState, 1);

  state->profile = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (profile); i++)
    g_hash_table_insert (state->profile, g_strdup (profile[i][0]), g_strdup (profile[i][1]));

  state->websites = g_new0 (char *, 1);
  state->webhooks = g_new0 (char *, 1);
  state->media = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  state->cart = TRUE;
  state->visible = TRUE;
  state->started = wa_sandbox_world_get_now (world);

  return state;
}

static void
free_state (gpointer data)
{
  WaOnemsgState *state = data;

  g_hash_table_unref (state->profile);
  g_hash_table_unref (state->media);
  g_strfreev (state->websites);
  g_strfreev (state->webhooks);
  g_free (state);
}

static void
add_settings (GHashTable *settings)
{
  g_hash_table_insert (settings, g_strdup ("channel-id"), g_strdup (WA_ONEMSG_CHANNEL));
}

const WaSandboxDialect wa_sandbox_onemsg = {
  .id = "onemsg",
  .base_path = "",
  .key_prefix = "",
  .query = "token",
  .routes = routes,
  .n_routes = G_N_ELEMENTS (routes),
  .check_key = check_key,
  .say_error = say_error,
  .new_state = new_state,
  .free_state = free_state,
  .add_settings = add_settings,
};

/* Many operations answer with one text. */
JsonNode *
wa_sandbox_onemsg_answer_text (const char *name,
                               const char *text)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, name, text);

  return wa_sandbox_node_new (object);
}
