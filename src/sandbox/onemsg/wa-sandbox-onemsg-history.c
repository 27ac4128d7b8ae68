/* wa-sandbox-onemsg-history.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What became of messages.  This channel has its history switched on.
 */

#include "config.h"

#include "core/wa-util.h"
#include "sandbox/onemsg/wa-sandbox-onemsg-private.h"

#define DEFAULT_LIMIT 100
#define DAY           (24 * 60 * 60)

static const WaSandboxMember read_members[] = {
  { "messageId", WA_SANDBOX_TEXT | WA_SANDBOX_REQUIRED },
};

/* What the query of M20 asks for; numbers and times are 0 where it doesn't. */
typedef struct
{
  const char *chat;       /* (nullable) */
  guint64     newer_than;
  guint64     older_than;
  guint64     min_time;
  guint64     max_time;
  guint64     limit;
} Filter;

static void
add_failure (JsonObject *hook)
{
  JsonArray *errors = json_array_new ();
  JsonObject *failure = json_object_new ();

  json_object_set_int_member (failure, "code", WA_SANDBOX_FAILURE_CODE);
  json_object_set_string_member (failure, "title", WA_SANDBOX_FAILURE_TEXT);
  json_array_add_object_element (errors, failure);
  json_object_set_array_member (hook, "errors", errors);
}

/* What WhatsApp charges is told with the first event alone. */
static void
add_pricing (JsonObject *hook,
             gboolean    template,
             gint64      time)
{
  const char *category = template ? "business_initiated" : "user_initiated";
  JsonObject *pricing = json_object_new ();
  JsonObject *conversation = json_object_new ();
  JsonObject *origin = json_object_new ();
  g_autofree char *id = g_strdup_printf ("%032" G_GINT64_MODIFIER "x", time);

  json_object_set_boolean_member (pricing, "billable", template);
  json_object_set_string_member (pricing, "category", category);
  json_object_set_string_member (pricing, "pricing_model", "CBP");
  json_object_set_object_member (hook, "pricing", pricing);

  json_object_set_string_member (origin, "type", category);
  json_object_set_string_member (conversation, "id", id);
  json_object_set_object_member (conversation, "origin", origin);
  json_object_set_int_member (conversation, "expiration_timestamp", time / G_TIME_SPAN_SECOND + DAY);
  json_object_set_object_member (hook, "conversation", conversation);
}

static JsonObject *
write_hook (const WaSandboxMessage *message,
            WaSandboxStatus         status)
{
  gint64 time = wa_sandbox_message_get_time (message, status);
  g_autofree char *timestamp = g_strdup_printf ("%" G_GINT64_FORMAT, time / G_TIME_SPAN_SECOND);
  JsonObject *hook = json_object_new ();

  json_object_set_string_member (hook, "id", message->id);
  json_object_set_string_member (hook, "type", "message");
  json_object_set_string_member (hook, "status", wa_sandbox_status_nick (status));
  json_object_set_string_member (hook, "timestamp", timestamp);
  json_object_set_string_member (hook, "recipient_id", message->number);

  if (status == WA_SANDBOX_STATUS_SENT)
    add_pricing (hook, g_str_equal (message->kind, "template"), time);
  else if (status == WA_SANDBOX_STATUS_FAILED)
    add_failure (hook);

  return hook;
}

/* The latest event comes first. */
static void
add_hooks (JsonArray              *hooks,
           const WaSandboxMessage *message,
           gint64                  now)
{
  WaSandboxStatus status = wa_sandbox_message_get_status (message, now);

  if (status == WA_SANDBOX_STATUS_FAILED)
    {
      json_array_add_object_element (hooks, write_hook (message, status));
      status = WA_SANDBOX_STATUS_SENT;
    }

  for (int i = status; i >= WA_SANDBOX_STATUS_SENT; i--)
    json_array_add_object_element (hooks, write_hook (message, i));
}

/* There is no event of a message that nobody sent. */
JsonNode *
wa_sandbox_onemsg_list_hooks (WaSandboxExchange  *exchange,
                              GError            **error)
{
  const char *id = wa_sandbox_exchange_get_query (exchange, "messageId");
  const WaSandboxMessage *message = NULL;
  JsonArray *hooks = NULL;
  JsonObject *object = NULL;

  if (wa_is_empty (id))
    {
      wa_sandbox_refuse (error, 400, "messageId is required");
      return NULL;
    }

  hooks = json_array_new ();
  message = wa_sandbox_world_find_message (exchange->world, id);
  if (message && !message->incoming)
    add_hooks (hooks, message, wa_sandbox_world_get_now (exchange->world));

  object = json_object_new ();
  json_object_set_array_member (object, "hooks", hooks);
  return wa_sandbox_node_new (object);
}

static const char *
get_type (const WaSandboxMessage *message)
{
  if (g_str_equal (message->kind, "text") || g_str_equal (message->kind, "template"))
    return "chat";

  return message->kind;
}

static JsonObject *
write_message (WaSandboxExchange      *exchange,
               const WaSandboxMessage *message,
               guint                   number)
{
  const WaSandboxContact *contact = wa_sandbox_world_find_number (exchange->world, message->number);
  g_autofree char *chat = g_strconcat (message->number, "@c.us", NULL);
  const char *author = message->incoming ? chat : WA_ONEMSG_NUMBER "@c.us";
  gboolean named = message->incoming && contact && !wa_is_empty (contact->name);
  WaJson content = wa_json_from_node (message->content);
  const char *caption = wa_sandbox_get_text (&content, "caption");
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "messageNumber", number);
  json_object_set_string_member (object, "id", message->id);
  json_object_set_string_member (object, "body", message->text);
  json_object_set_boolean_member (object, "fromMe", !message->incoming);
  json_object_set_int_member (object, "self", message->accepted ? 1 : 0);
  json_object_set_int_member (object, "isForwarded", 0);
  json_object_set_string_member (object, "author", author);
  json_object_set_int_member (object, "time", message->time / G_TIME_SPAN_SECOND);
  json_object_set_string_member (object, "chatId", chat);
  json_object_set_string_member (object, "type", get_type (message));
  json_object_set_string_member (object, "senderName", named ? contact->name : author);
  wa_sandbox_set_text (object, "caption", caption ? caption : wa_sandbox_get_text (&content, "filename"));
  wa_sandbox_set_text (object, "quotedMsgId", wa_sandbox_get_text (&content, "quotedMsgId"));
  json_object_set_object_member (object, "metadata", json_object_new ());
  json_object_set_string_member (object, "chatName", message->number);

  return object;
}

static gboolean
read_number (WaSandboxExchange  *exchange,
             const char         *name,
             guint64            *value,
             GError            **error)
{
  const char *text = wa_sandbox_exchange_get_query (exchange, name);

  return (!text || g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT64, value, NULL)
          || wa_sandbox_refuse (error, 400, "%s must be a number", name));
}

static gboolean
read_filter (WaSandboxExchange  *exchange,
             Filter             *filter,
             GError            **error)
{
  filter->limit = DEFAULT_LIMIT;
  filter->chat = wa_sandbox_exchange_get_query (exchange, "chatId");
  if (filter->chat && !g_str_has_suffix (filter->chat, "@c.us"))
    return wa_sandbox_refuse (error, 400, "chatId must be a chat's id");

  return (wa_sandbox_exchange_check_choice (exchange, "last", "true false", error)
          && read_number (exchange, "lastMessageNumber", &filter->newer_than, error)
          && read_number (exchange, "firstMessageNumber", &filter->older_than, error)
          && read_number (exchange, "min_time", &filter->min_time, error)
          && read_number (exchange, "max_time", &filter->max_time, error)
          && read_number (exchange, "limit", &filter->limit, error));
}

static gboolean
matches (WaSandboxExchange      *exchange,
         const Filter           *filter,
         const WaSandboxMessage *message,
         guint                   number)
{
  const char *id = wa_sandbox_exchange_get_query (exchange, "msgId");
  g_autofree char *chat = g_strconcat (message->number, "@c.us", NULL);
  guint64 time = message->time / G_TIME_SPAN_SECOND;

  return ((!filter->chat || g_str_equal (filter->chat, chat))
          && (!id || g_str_equal (id, message->id))
          && number > filter->newer_than
          && (filter->older_than == 0 || number < filter->older_than)
          && time >= filter->min_time
          && (filter->max_time == 0 || time <= filter->max_time));
}

/* Numbers of the messages that were asked for, ascending. */
static GArray *
collect (WaSandboxExchange *exchange,
         const Filter      *filter,
         GPtrArray         *all)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < all->len; i++)
    {
      guint number = i + 1;

      if (matches (exchange, filter, g_ptr_array_index (all, i), number))
        g_array_append_val (numbers, number);
    }

  return numbers;
}

/* A limit of 0 means all.  Going back, or asking for the last ones, one gets the end of the list. */
static void
cut (GArray  *numbers,
     guint64  limit,
     gboolean end)
{
  guint surplus = limit > 0 && numbers->len > limit ? numbers->len - limit : 0;

  if (surplus > 0)
    g_array_remove_range (numbers, end ? 0 : limit, surplus);
}

JsonNode *
wa_sandbox_onemsg_list_messages (WaSandboxExchange  *exchange,
                                 GError            **error)
{
  g_autoptr(GPtrArray) all = wa_sandbox_world_dup_conversation (exchange->world, NULL);
  g_autoptr(GArray) numbers = NULL;
  Filter filter = { NULL };
  gboolean last = FALSE;
  JsonArray *messages = NULL;
  JsonObject *object = NULL;

  if (!read_filter (exchange, &filter, error))
    return NULL;

  last = g_strcmp0 (wa_sandbox_exchange_get_query (exchange, "last"), "true") == 0;
  if (last)
    filter.newer_than = 0;
  numbers = collect (exchange, &filter, all);
  cut (numbers, filter.limit, last || filter.older_than > 0);

  messages = json_array_new ();
  for (guint i = 0; i < numbers->len; i++)
    {
      guint index = g_array_index (numbers, guint, i);

      json_array_add_object_element (messages,
                                     write_message (exchange, g_ptr_array_index (all, index - 1), index));
    }

  object = json_object_new ();
  json_object_set_array_member (object, "messages", messages);
  if (numbers->len > 0)
    {
      json_object_set_int_member (object, "firstMessageNumber", g_array_index (numbers, guint, 0));
      json_object_set_int_member (object, "lastMessageNumber",
                                  g_array_index (numbers, guint, numbers->len - 1));
    }

  return wa_sandbox_node_new (object);
}

JsonNode *
wa_sandbox_onemsg_read_message (WaSandboxExchange  *exchange,
                                GError            **error)
{
  const char *id = wa_sandbox_get_text (&exchange->json, "messageId");
  WaSandboxMessage *message = NULL;

  if (!wa_sandbox_check_object (&exchange->json, WA_SANDBOX_MEMBERS (read_members), error))
    return NULL;

  message = wa_sandbox_world_find_message (exchange->world, id);
  if (!message || !message->incoming)
    return wa_sandbox_onemsg_answer_text ("result", "error: no such incoming message");

  message->marked_read = wa_sandbox_world_get_now (exchange->world);
  return wa_sandbox_onemsg_answer_text ("result", "success");
}
