/* wa-onemsg-history.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-message.h"
#include "model/wa-page.h"
#include "model/wa-query.h"
#include "model/wa-target.h"
#include "provider/onemsg/wa-onemsg-private.h"
#include "provider/wa-checks.h"

#define PAGE_MESSAGES 100
#define MOST_MESSAGES 1000

/* What became of messages.  The same readers take what 1msg reports to a web address, where somebody kept
 * it. */

WA_ONEMSG_BUILD (status_of_message)
{
  const char *id = wa_target_get_remote_id (WA_TARGET (args));

  if (!wa_check_id (id, error) || !wa_onemsg_begin (provider, request, "GET", "hookInfo", error))
    return FALSE;

  wa_request_add_query (request, "messageId", id);

  return TRUE;
}

static WaMessageState
state_of (const char *word)
{
  static const struct
  {
    const char     *word;
    WaMessageState  state;
  } states[] = {
    { "sent", WA_STATE_SENT },
    { "delivered", WA_STATE_DELIVERED },
    { "read", WA_STATE_READ },
    { "viewed", WA_STATE_READ },
    { "failed", WA_STATE_FAILED },
  };

  for (gsize i = 0; word != NULL && i < G_N_ELEMENTS (states); i++)
    if (g_ascii_strcasecmp (word, states[i].word) == 0)
      return states[i].state;

  return WA_STATE_NONE;
}

/* Who got a message can't have been failed. */
static int
rank_of (WaMessageState state)
{
  switch ((int) state)
    {
    case WA_STATE_SENT:
      return 1;
    case WA_STATE_FAILED:
      return 2;
    case WA_STATE_DELIVERED:
      return 3;
    case WA_STATE_READ:
      return 4;
    default:
      return 0;
    }
}

static void
take_report (WaMessage    *message,
             const WaJson *report)
{
  WaJson word = wa_json_member (report, "status");
  WaJson timestamp = wa_json_member (report, "timestamp");
  WaMessageState state = state_of (wa_json_get_text (&word));
  g_autoptr(GDateTime) time = wa_json_dup_time (&timestamp);
  g_autofree char *text = NULL;

  if (rank_of (state) <= rank_of (wa_message_get_state (message)))
    return;

  text = wa_json_to_text (report);
  wa_message_set_state (message, state);
  wa_message_set_state_time (message, time);
  wa_message_set_metadata (message, text);
}

static const WaMapping report_rows[] = {
  { "id", "remote-id" },
  { "chatId", "chat-id" },
  { "recipient_id", "wa-id" },
  { "errors[0].code", "error-code" },
  { "errors[0].title", "error-text" },
  { NULL }
};

static const WaMappingTable report_table = { wa_message_get_type, report_rows };

/* The reports come in no order: the furthest counts.  None is no news. */
WA_ONEMSG_PARSE (status_of_message)
{
  WaJson acks = wa_json_member (answer, "ack");
  WaJson hooks = wa_json_member (answer, "hooks");
  const WaJson *list = wa_json_is (&acks, WA_JSON_LIST) ? &acks : &hooks;
  g_autoptr(WaMessage) message = wa_message_new ();

  if (!wa_json_require (list, WA_JSON_LIST, error))
    return NULL;

  for (guint i = 0; i < wa_json_length (list); i++)
    {
      WaJson report = wa_json_element (list, i);

      if (!wa_mapping_fill (&report_table, &report, message, error))
        return NULL;
      take_report (message, &report);
    }

  if (wa_message_get_state (message) == WA_STATE_FAILED)
    wa_message_set_error (message, wa_error_nick (WA_ERROR_REJECTED));

  return G_OBJECT (g_steal_pointer (&message));
}

/* The cursor is the number of the message at which the last page ended. */
static gboolean
add_place (WaRequest  *request,
           WaQuery    *query,
           GError    **error)
{
  const char *cursor = wa_query_get_cursor (query);
  WaTristate newest_first = wa_query_get_newest_first (query);
  gboolean window = wa_query_get_since (query) != NULL || wa_query_get_until (query) != NULL;
  guint64 number;

  if (wa_is_empty (cursor))
    {
      if (newest_first == WA_YES || (newest_first == WA_EITHER && !window))
        wa_request_add_query (request, "last", "true");
      return TRUE;
    }

  if (!g_ascii_string_to_unsigned (cursor, 10, 0, G_MAXINT64, &number, NULL))
    return wa_onemsg_refuse (error, WA_ERROR_INVALID,
                             _("There is no such page. Start again from the first."));

  wa_request_add_query_int (request, newest_first == WA_NO ? "lastMessageNumber" : "firstMessageNumber",
                            (gint64) number);

  return TRUE;
}

/* A limit of 0 would give everything at once. */
static gboolean
add_limit (WaRequest  *request,
           WaQuery    *query,
           GError    **error)
{
  gint64 size = wa_query_get_page_size (query);

  if (size < 0 || size > MOST_MESSAGES)
    return wa_onemsg_refuse (error, WA_ERROR_INVALID,
                             _("1msg gives 1000 messages at once at most. Ask for fewer."));

  wa_request_add_query_int (request, "limit", size > 0 ? size : PAGE_MESSAGES);

  return TRUE;
}

static gboolean
add_window (WaRequest  *request,
            WaQuery    *query,
            GError    **error)
{
  GDateTime *since = wa_query_get_since (query);
  GDateTime *until = wa_query_get_until (query);

  if (since != NULL && until != NULL && g_date_time_compare (since, until) >= 0)
    return wa_onemsg_refuse (error, WA_ERROR_INVALID,
                             _("The time ends before it begins. Choose another end."));

  if (since != NULL)
    wa_request_add_query_int (request, "min_time", g_date_time_to_unix (since));
  if (until != NULL)
    wa_request_add_query_int (request, "max_time", g_date_time_to_unix (until));

  return TRUE;
}

WA_ONEMSG_BUILD (messages)
{
  WaQuery *query = WA_QUERY (args);

  if (!wa_onemsg_begin (provider, request, "GET", "messages", error) ||
      !add_place (request, query, error) ||
      !add_limit (request, query, error) ||
      !add_window (request, query, error))
    return FALSE;

  if (!wa_is_empty (wa_query_get_parent_id (query)))
    wa_request_add_query (request, "chatId", wa_query_get_parent_id (query));
  if (!wa_is_empty (wa_query_get_message_id (query)))
    wa_request_add_query (request, "msgId", wa_query_get_message_id (query));

  return TRUE;
}

static const WaMapping message_rows[] = {
  { "id", "remote-id", WA_MAP_REQUIRED },
  { "messageNumber", "sequence" },
  { "body", "text" },
  { "self", "from-api" },
  { "isForwarded", "forwarded" },
  { "author", "author" },
  { "time", "timestamp" },
  { "chatId", "chat-id" },
  { "type", "kind" },
  { "senderName", "sender-name" },
  { "chatName", "chat-name" },
  { "caption", "caption" },
  { "quotedMsgId", "quoted-id" },
  { NULL }
};

static void
rename_kind (WaMessage  *message,
             const char *word)
{
  static const struct
  {
    const char    *word;
    WaMessageKind  kind;
  } kinds[] = {
    { "chat", WA_MESSAGE_TEXT },
    { "voice", WA_MESSAGE_AUDIO },
    { "ptt", WA_MESSAGE_AUDIO },
    { "call_log", WA_MESSAGE_CALL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (word, kinds[i].word) == 0)
      wa_message_set_kind (message, kinds[i].kind);
}

/* A person's conversation has their number as its id. */
static void
set_recipient (WaMessage *message)
{
  const char *chat_id = wa_message_get_chat_id (message);
  gsize length = strspn (chat_id, "0123456789");
  g_autofree char *number = g_strndup (chat_id, length);

  if (g_str_equal (chat_id + length, "@c.us"))
    wa_message_set_recipient (message, number);
}

static gboolean
finish_history_message (gpointer       record,
                        const WaJson  *json,
                        GError       **error)
{
  WaJson type = wa_json_member (json, "type");
  WaJson from_me = wa_json_member (json, "fromMe");
  WaJson metadata = wa_json_member (json, "metadata");
  gboolean own = wa_json_get_flag (&from_me, FALSE);

  rename_kind (record, wa_json_get_text (&type));
  set_recipient (record);
  wa_message_set_incoming (record, !own);
  wa_message_set_state (record, own ? WA_STATE_SENT : WA_STATE_RECEIVED);
  if (wa_json_is (&metadata, WA_JSON_OBJECT))
    {
      g_autofree char *text = wa_json_to_text (&metadata);

      wa_message_set_metadata (record, text);
    }

  return TRUE;
}

static const WaMappingTable history_table = { wa_message_get_type, message_rows, finish_history_message };

/* A server that gives the same page again must not be asked forever: each page has to lead further. */
static void
set_next (WaPage       *page,
          WaQuery      *query,
          const WaJson *last)
{
  GListModel *messages = G_LIST_MODEL (wa_page_get_items (page));
  gboolean newer = wa_query_get_newest_first (query) == WA_NO;
  const char *cursor = wa_query_get_cursor (query);
  gint64 from = wa_is_empty (cursor) ? (newer ? 0 : G_MAXINT64) : g_ascii_strtoll (cursor, NULL, 10);
  gint64 next = from;
  g_autofree char *text = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (messages); i++)
    {
      g_autoptr(WaMessage) message = g_list_model_get_item (messages, i);
      gint64 number = wa_message_get_sequence (message);

      if (number > 0)
        next = newer ? MAX (next, number) : MIN (next, number);
    }

  if (newer && g_list_model_get_n_items (messages) > 0)
    next = MAX (next, wa_json_get_integer (last, 0));
  if (next == from || next <= 1)
    return;

  text = g_strdup_printf ("%" G_GINT64_FORMAT, next);
  wa_page_set_next (page, text);
}

WA_ONEMSG_PARSE (messages)
{
  WaJson messages = wa_json_member (answer, "messages");
  WaJson data = wa_json_member (answer, "data");
  WaJson last = wa_json_member (answer, "lastMessageNumber");
  WaJson notice = wa_json_member (answer, "notice");
  const WaJson *list = wa_json_is (&data, WA_JSON_LIST) ? &data : &messages;
  WaPage *page = wa_mapping_read_page (&history_table, list, error);

  if (page == NULL)
    return NULL;

  if (wa_json_get_text (&notice) != NULL)
    wa_page_set_note (page, wa_json_get_text (&notice));
  else if (g_list_model_get_n_items (G_LIST_MODEL (wa_page_get_items (page))) == 0)
    wa_page_set_note (page, _("1msg keeps no history unless its support switches it on. Ask them to."));
  set_next (page, WA_QUERY (args), &last);

  return G_OBJECT (page);
}

WA_ONEMSG_BUILD (mark_read)
{
  const char *id = wa_target_get_remote_id (WA_TARGET (args));
  JsonObject *body;

  if (!wa_check_id (id, error))
    return FALSE;

  body = json_object_new ();
  json_object_set_string_member (body, "messageId", id);

  return wa_onemsg_post (provider, request, "readMessage", body, error);
}
