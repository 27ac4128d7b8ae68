/* wa-wabotick-conversation.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-util.h"
#include "provider/wabotick/wa-wabotick-private.h"

/* The history of one number.  What a message says is Meta's own form, of a message that was sent or of a
 * webhook. */

#define MOST_MESSAGES 50

typedef struct
{
  const char    *type;
  WaMessageKind  kind;
  const char    *text;      /* where the text stands; several places are tried in turn */
  const char    *fallback;  /* (nullable): what is said where none of them has any */
} ContentRow;

static const ContentRow contents[] = {
  { "text", WA_MESSAGE_TEXT, "text.body", NULL },
  { "image", WA_MESSAGE_IMAGE, "image.caption", NULL },
  { "video", WA_MESSAGE_VIDEO, "video.caption", NULL },
  { "document", WA_MESSAGE_DOCUMENT, "document.caption", NULL },
  { "audio", WA_MESSAGE_AUDIO, "audio.caption", NULL },
  { "sticker", WA_MESSAGE_STICKER, "sticker.caption", NULL },
  { "interactive", WA_MESSAGE_INTERACTIVE,
    "interactive.button_reply.title|interactive.list_reply.title|interactive.body.text", NULL },
  { "button", WA_MESSAGE_TEXT, "button.text", NULL },
  { "template", WA_MESSAGE_TEMPLATE, "template.name", NULL },
  { "location", WA_MESSAGE_LOCATION, "location.name|location.address", N_("A place") },
  { "contacts", WA_MESSAGE_CONTACTS, "contacts[0].name.formatted_name", N_("A contact card") },
  { "order", WA_MESSAGE_ORDER, "order.text", N_("An order") },
  { "reaction", WA_MESSAGE_REACTION, "reaction.emoji", N_("A reaction") },
};

static const ContentRow *
find_content (const char *type)
{
  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++)
    if (g_ascii_strcasecmp (contents[i].type, type) == 0)
      return &contents[i];

  return NULL;
}

static char *
dup_first_text (const WaJson *json,
                const char   *paths)
{
  g_auto(GStrv) list = g_strsplit (paths, "|", -1);

  for (gsize i = 0; list[i] != NULL; i++)
    {
      WaJson place = wa_json_find (json, list[i]);

      if (!wa_is_empty (wa_json_get_text (&place)))
        return g_strdup (wa_json_get_text (&place));
    }

  return NULL;
}

static const WaMapping media_rows[] = {
  { "link|url", "link" },
  { "caption", "caption" },
  { "filename", "filename" },
  { "mime_type", "mime-type" },
  { NULL }
};

static const WaMappingTable media_table = { wa_message_get_type, media_rows };

/* One message in Meta's form. */
static gboolean
finish_content (gpointer       record,
                const WaJson  *json,
                GError       **error)
{
  WaJson type_place = wa_json_member (json, "type");
  const char *type = wa_or_empty (wa_json_get_text (&type_place));
  const ContentRow *row = find_content (type);
  WaJson inner = wa_json_member (json, type);
  g_autofree char *text = row != NULL ? dup_first_text (json, row->text) : NULL;

  if (row == NULL && type[0] != '\0')
    text = g_strdup_printf ("[%s]", type);

  wa_message_set_kind (record, row != NULL ? row->kind : WA_MESSAGE_UNKNOWN);
  wa_message_set_text (record, text == NULL && row != NULL && row->fallback != NULL ? _(row->fallback) : text);

  return !wa_json_is (&inner, WA_JSON_OBJECT) || wa_mapping_fill (&media_table, &inner, record, error);
}

static const WaMapping content_rows[] = {
  { "template.name", "template-name" },
  { "context.id|context.message_id", "quoted-id" },
  { NULL }
};

const WaMappingTable wa_wabotick_content_table = { wa_message_get_type, content_rows, finish_content };

/* What can't be read as Meta's form is a text; a webhook holds the message deep inside. */
static void
read_content (WaMessage    *message,
              const WaJson *json)
{
  WaJson content = wa_json_member (json, "message_content");
  WaJson received = wa_json_find (&content, "entry[0].changes[0].value.messages[0]");
  const WaJson *place = wa_json_is (&received, WA_JSON_OBJECT) ? &received : &content;

  if (wa_json_is (place, WA_JSON_OBJECT))
    {
      wa_mapping_fill (&wa_wabotick_content_table, place, message, NULL);
      return;
    }

  wa_message_set_kind (message, WA_MESSAGE_TEXT);
  wa_message_set_text (message, wa_json_get_text (&content));
}

static gboolean
finish_row (gpointer       record,
            const WaJson  *json,
            GError       **error)
{
  const char *sender = wa_message_get_sender_kind (record);

  if (wa_is_empty (wa_message_get_remote_id (record)))
    wa_message_set_remote_id (record, wa_message_get_job_id (record));

  wa_wabotick_read_state (record, json);
  read_content (record, json);

  if (g_ascii_strcasecmp (sender, "user") == 0)
    {
      wa_message_set_incoming (record, TRUE);
      wa_message_set_state (record, WA_STATE_RECEIVED);
    }
  else if (g_ascii_strcasecmp (sender, "system") == 0)
    {
      wa_message_set_kind (record, WA_MESSAGE_SYSTEM);
    }

  return TRUE;
}

/* The system's own id stays beside WhatsApp's, by which a message that was sent here is found again. */
static const WaMapping message_rows[] = {
  { "id", "job-id", WA_MAP_REQUIRED },
  { "wa_message_id", "remote-id" },
  { "sender", "sender-kind" },
  { "agent_name", "sender-name" },
  { "conversation_time", "timestamp" },
  { "reaction_data.emoji|reaction_data.reaction.emoji|reaction_data", "reaction" },
  { NULL }
};

static const WaMappingTable message_table = { wa_message_get_type, message_rows, finish_row };

WA_WABOTICK_BUILD (conversation)
{
  WaQuery *query = WA_QUERY (args);

  return wa_wabotick_start_chat (provider, request, "whatsapp/get/conversation",
                                 wa_query_get_number (query), error) &&
         wa_wabotick_add_page (query, MOST_MESSAGES, request, error);
}

WA_WABOTICK_PARSE (conversation)
{
  WaQuery *query = WA_QUERY (args);
  WaPage *page = wa_wabotick_read_page (&message_table, answer, error);
  GListModel *messages;

  if (page == NULL)
    return NULL;

  messages = G_LIST_MODEL (wa_page_get_items (page));
  for (guint i = 0; i < g_list_model_get_n_items (messages); i++)
    {
      g_autoptr(WaMessage) message = g_list_model_get_item (messages, i);

      wa_message_set_recipient (message, wa_query_get_number (query));
    }

  wa_wabotick_learn_bot (provider, answer);
  wa_wabotick_set_next (page, query, MOST_MESSAGES);

  return G_OBJECT (page);
}
