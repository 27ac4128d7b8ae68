/* wa-sandbox-wabotick-history.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was said with a number (B04), and what became of a message (B09).
 */

#include "config.h"

#include "core/wa-util.h"
#include "sandbox/wabotick/wa-sandbox-wabotick-private.h"

#define MAX_LIMIT 50

static const WaSandboxMember conversation_members[] = {
  WA_WABOTICK_FROM_TO,
  { "limit", WA_WABOTICK_REQUIRED },
  { "offset", WA_WABOTICK_REQUIRED },
};

static const WaSandboxMember status_members[] = {
  { "wa_message_id", WA_WABOTICK_REQUIRED },
  { "whatsapp_bot_id", WA_SANDBOX_TEXT },
};

static JsonObject *
write_text (const WaSandboxMessage *message)
{
  JsonObject *object = json_object_new ();
  JsonObject *text = json_object_new ();

  json_object_set_string_member (text, "body", message->text);
  json_object_set_string_member (object, "type", "text");
  json_object_set_object_member (object, "text", text);

  return object;
}

/* @name: what an object has as its only member, or a list as its only element where it is %NULL. */
static JsonNode *
wrap (const char *name,
      JsonNode   *node)
{
  JsonNode *wrapped = json_node_new (name ? JSON_NODE_OBJECT : JSON_NODE_ARRAY);

  if (name)
    {
      json_node_take_object (wrapped, json_object_new ());
      json_object_set_member (json_node_get_object (wrapped), name, node);
    }
  else
    {
      json_node_take_array (wrapped, json_array_new ());
      json_array_add_element (json_node_get_array (wrapped), node);
    }

  return wrapped;
}

/* Meta's webhook as it came: entry[0].changes[0].value.messages[0]. */
static JsonNode *
write_incoming (const WaSandboxMessage *message)
{
  JsonObject *object = write_text (message);
  g_autofree char *seconds = g_strdup_printf ("%" G_GINT64_FORMAT, message->time / G_TIME_SPAN_SECOND);
  JsonNode *node = NULL;

  json_object_set_string_member (object, "from", message->number);
  json_object_set_string_member (object, "id", message->id);
  json_object_set_string_member (object, "timestamp", seconds);

  node = wrap ("messages", wrap (NULL, wa_sandbox_node_new (object)));
  node = wrap (NULL, wrap ("changes", wrap (NULL, wrap ("value", node))));
  node = wrap ("entry", node);
  json_object_set_string_member (json_node_get_object (node), "object", "whatsapp_business_account");

  return node;
}

static JsonNode *
write_outgoing (const WaSandboxMessage *message)
{
  JsonNode *node = message->content ? json_node_copy (message->content)
                                    : wa_sandbox_node_new (write_text (message));
  JsonObject *object = json_node_get_object (node);

  json_object_set_int_member (object, "delay_in_reply", 0);
  json_object_set_string_member (object, "messaging_product", "whatsapp");
  json_object_set_string_member (object, "recipient_type", "individual");
  json_object_set_string_member (object, "to", message->number);

  return node;
}

/* Sets message_status and what goes with it. */
static void
set_status (JsonObject             *object,
            const WaSandboxMessage *message,
            gint64                  now)
{
  WaSandboxStatus status = wa_sandbox_message_get_status (message, now);
  gboolean failed = status == WA_SANDBOX_STATUS_FAILED;
  gint64 reached = wa_sandbox_message_get_time (message, MIN (status, WA_SANDBOX_STATUS_DELIVERED));
  gint64 read = wa_sandbox_message_get_time (message, WA_SANDBOX_STATUS_READ);

  if (message->incoming || status == WA_SANDBOX_STATUS_ACCEPTED)
    json_object_set_null_member (object, "message_status");
  else
    json_object_set_string_member (object, "message_status", wa_sandbox_status_nick (status));

  wa_sandbox_wabotick_set_time (object, "delivery_status_updated_at", reached);
  wa_sandbox_wabotick_set_time (object, "read_time",
                                status == WA_SANDBOX_STATUS_READ && !message->incoming ? read : 0);
  wa_sandbox_wabotick_set_time (object, "failed_time", failed ? reached : 0);
  json_object_set_string_member (object, "failed_reason", failed ? WA_SANDBOX_FAILURE_TEXT : "");
}

static JsonObject *
write_row (const WaSandboxMessage *message,
           gint64                  now)
{
  JsonObject *object = json_object_new ();
  g_autofree char *subscriber = g_strdup_printf ("%s-%d", message->number, WA_WABOTICK_BOT);

  json_object_set_int_member (object, "id", g_str_hash (message->id));
  json_object_set_string_member (object, "whatsapp_bot_subscriber_subscriber_id", subscriber);
  json_object_set_int_member (object, "whatsapp_bot_id", WA_WABOTICK_BOT);
  json_object_set_string_member (object, "sender", message->incoming ? "user" : "bot");
  json_object_set_null_member (object, "agent_name");
  wa_sandbox_wabotick_set_json (object, "message_content",
                                message->incoming ? write_incoming (message) : write_outgoing (message));
  wa_sandbox_wabotick_set_time (object, "conversation_time", message->time);
  json_object_set_string_member (object, "wa_message_id", message->id);
  json_object_set_null_member (object, "reaction_data");
  set_status (object, message, now);

  return object;
}

/* Deleting a subscriber deletes what was said before. */
static void
remove_cleared (WaSandboxExchange *exchange,
                GPtrArray         *messages,
                const char        *number)
{
  WaWabotickState *state = exchange->state;
  const gint64 *cleared = g_hash_table_lookup (state->cleared, number);

  while (cleared && messages->len > 0
         && ((WaSandboxMessage *) g_ptr_array_index (messages, 0))->time <= *cleared)
    g_ptr_array_remove_index (messages, 0);
}

/* The latest messages stand on the first page. */
JsonNode *
wa_sandbox_wabotick_get_conversation (WaSandboxExchange  *exchange,
                                      GError            **error)
{
  const char *number = wa_sandbox_exchange_get_form (exchange, "phone_number");
  g_autoptr(GPtrArray) messages = NULL;
  JsonArray *rows = NULL;
  WaSandboxPage page;
  guint limit, offset;

  if (!wa_sandbox_wabotick_check (exchange, WA_SANDBOX_MEMBERS (conversation_members), error)
      || !wa_sandbox_wabotick_read_count (exchange, "limit", MAX_LIMIT, &limit, error)
      || !wa_sandbox_wabotick_read_count (exchange, "offset", G_MAXINT, &offset, error))
    return NULL;

  messages = wa_sandbox_world_dup_conversation (exchange->world, number);
  remove_cleared (exchange, messages, number);
  page = wa_sandbox_page_new (messages->len, offset, limit);
  rows = json_array_new ();
  for (guint i = page.start; i < page.end; i++)
    json_array_add_object_element (rows, write_row (g_ptr_array_index (messages, messages->len - 1 - i),
                                                    wa_sandbox_world_get_now (exchange->world)));

  return wa_sandbox_wabotick_list (rows);
}

JsonNode *
wa_sandbox_wabotick_get_status (WaSandboxExchange  *exchange,
                                GError            **error)
{
  const char *id = wa_sandbox_exchange_get_form (exchange, "wa_message_id");
  const char *bot = wa_sandbox_exchange_get_form (exchange, "whatsapp_bot_id");
  const WaSandboxMessage *message = wa_sandbox_world_find_message (exchange->world, id);
  JsonObject *object = NULL;
  JsonObject *row = NULL;

  if (!wa_sandbox_wabotick_check (exchange, WA_SANDBOX_MEMBERS (status_members), error))
    return NULL;
  if (!message || (bot && !g_str_equal (bot, G_STRINGIFY (WA_WABOTICK_BOT))))
    {
      wa_sandbox_refuse (error, WA_WABOTICK_REFUSED, "Message not found.");
      return NULL;
    }

  row = json_object_new ();
  set_status (row, message, wa_sandbox_world_get_now (exchange->world));
  object = json_object_new ();
  json_object_set_string_member (object, "status", "1");
  json_object_set_object_member (object, "message", row);

  return wa_sandbox_node_new (object);
}
