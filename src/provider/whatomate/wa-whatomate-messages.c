/* wa-whatomate-messages.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-limits.h"
#include "model/wa-message.h"
#include "model/wa-reply-button.h"
#include "model/wa-target.h"
#include "provider/wa-checks.h"
#include "provider/wa-meta-error.h"
#include "provider/wa-writing.h"
#include "provider/whatomate/wa-whatomate-private.h"

#define PENDING "pending"

/* Everything goes by the contacts' ids, not by numbers: only a template makes a contact of a number. */
gboolean
wa_whatomate_check_contact (const char  *id,
                            GError     **error)
{
  if (!wa_is_empty (id))
    return wa_whatomate_check_id (id, error);

  return wa_refuse_wanting (WA_WANTS_CONTACT, _("whatomate doesn’t know this number yet. "
                                                "Send a template first, or create the contact."), error);
}

/* Servers of the first generation send through the contact's account, and can't quote. */
static gboolean
write_options (WaProvider  *provider,
               WaOutgoing  *outgoing,
               JsonObject  *body,
               GError     **error)
{
  const char *quoted = wa_outgoing_get_quoted_id (outgoing);

  if (!wa_is_empty (quoted) && wa_whatomate_is_first (provider))
    {
      g_set_error_literal (error, WA_ERROR, WA_ERROR_UNSUPPORTED,
                           _("This server can’t quote the message that is answered. Send it without the quote."));
      return FALSE;
    }
  if (!wa_is_empty (quoted) && !wa_whatomate_check_id (quoted, error))
    return FALSE;

  wa_write_text (body, "reply_to_message_id", quoted);
  wa_write_text (body, "whatsapp_account", wa_whatomate_message_account (provider));

  return TRUE;
}

/* Returns: whether the message to a contact, whose @body is taken in any case, can be sent */
gboolean
wa_whatomate_set_message (WaProvider   *provider,
                          WaOutgoing   *outgoing,
                          WaRequest    *request,
                          JsonObject   *body,
                          GError      **error)
{
  g_autoptr(JsonObject) owned = body;
  const char *contact = wa_outgoing_get_contact_id (outgoing);

  if (!write_options (provider, outgoing, body, error) || !wa_whatomate_check_contact (contact, error))
    return FALSE;

  wa_whatomate_begin (provider, request, "POST");
  wa_request_append_path (request, "api", "contacts", contact, "messages", NULL);
  wa_request_take_json_object (request, g_steal_pointer (&owned));

  return TRUE;
}

/* The text stands twice: where the documents have it, and where servers in the field look, which send an
 * empty message without it and call that a success. */
WA_WHATOMATE_BUILD (text)
{
  WaOutgoing *outgoing = WA_OUTGOING (args);
  const char *text = wa_outgoing_get_text (outgoing);
  JsonObject *content;
  JsonObject *body;

  if (!wa_check_text (text, _("Text"), WA_LIMIT_TEXT, error))
    return FALSE;

  content = json_object_new ();
  json_object_set_string_member (content, "body", text);
  body = json_object_new ();
  json_object_set_string_member (body, "type", "text");
  json_object_set_string_member (body, "text", text);
  json_object_set_object_member (body, "content", content);

  return wa_whatomate_set_message (provider, outgoing, request, body, error);
}

/* Returns: (transfer full): the interactive part, with its body */
static JsonObject *
interactive_new (WaOutgoing  *outgoing,
                 const char  *type,
                 GError     **error)
{
  JsonObject *interactive;

  if (!wa_is_empty (wa_outgoing_get_footer (outgoing)) ||
      wa_outgoing_get_header_format (outgoing) != WA_HEADER_NONE)
    {
      g_set_error_literal (error, WA_ERROR, WA_ERROR_UNSUPPORTED,
                           _("whatomate has no header or footer above and below buttons. "
                             "Write it into the text, or send a template."));
      return NULL;
    }
  if (!wa_check_text (wa_outgoing_get_text (outgoing), _("Text"), WA_LIMIT_INTERACTIVE_BODY, error))
    return NULL;

  interactive = json_object_new ();
  json_object_set_string_member (interactive, "type", type);
  json_object_set_string_member (interactive, "body", wa_outgoing_get_text (outgoing));

  return interactive;
}

static gboolean
set_interactive (WaProvider   *provider,
                 WaOutgoing   *outgoing,
                 WaRequest    *request,
                 JsonObject   *interactive,
                 GError      **error)
{
  JsonObject *body = json_object_new ();

  json_object_set_string_member (body, "type", "interactive");
  json_object_set_object_member (body, "interactive", interactive);

  return wa_whatomate_set_message (provider, outgoing, request, body, error);
}

static gboolean
check_buttons (GListModel  *buttons,
               GError     **error)
{
  g_autoptr(GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = g_list_model_get_n_items (buttons);

  if (n == 0 || n > WA_LIMIT_REPLY_BUTTONS)
    {
      g_set_error (error, WA_ERROR, WA_ERROR_INVALID,
                   _("A message has one to %d reply buttons. Add or remove some."), WA_LIMIT_REPLY_BUTTONS);
      return FALSE;
    }

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(WaReplyButton) button = g_list_model_get_item (buttons, i);

      if (!wa_check_text (wa_reply_button_get_title (button), _("Button"), WA_LIMIT_REPLY_TITLE, error) ||
          !wa_check_text (wa_reply_button_get_button_id (button), _("Answer of the button"),
                          WA_LIMIT_REPLY_ID, error))
        return FALSE;
      if (!g_hash_table_add (titles, g_strdup (wa_reply_button_get_title (button))))
        {
          g_set_error_literal (error, WA_ERROR, WA_ERROR_INVALID,
                               _("Two buttons have the same title. Change one of them."));
          return FALSE;
        }
    }

  return TRUE;
}

WA_WHATOMATE_BUILD (reply_buttons)
{
  WaOutgoing *outgoing = WA_OUTGOING (args);
  GListModel *buttons = G_LIST_MODEL (wa_outgoing_get_buttons (outgoing));
  JsonObject *interactive;
  JsonArray *array;

  if (!check_buttons (buttons, error) || (interactive = interactive_new (outgoing, "button", error)) == NULL)
    return FALSE;

  array = json_array_new ();
  for (guint i = 0; i < g_list_model_get_n_items (buttons); i++)
    {
      g_autoptr(WaReplyButton) button = g_list_model_get_item (buttons, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "id", wa_reply_button_get_button_id (button));
      json_object_set_string_member (object, "title", wa_reply_button_get_title (button));
      json_array_add_object_element (array, object);
    }
  json_object_set_array_member (interactive, "buttons", array);

  return set_interactive (provider, outgoing, request, interactive, error);
}

static gboolean
check_target (const char  *url,
              GError     **error)
{
  if (wa_check_link (url, NULL))
    return TRUE;

  g_set_error_literal (error, WA_ERROR, WA_ERROR_INVALID,
                       _("The button needs an address. Enter one such as https://example.com."));

  return FALSE;
}

WA_WHATOMATE_BUILD (link_button)
{
  WaOutgoing *outgoing = WA_OUTGOING (args);
  JsonObject *interactive;

  if (!wa_check_text (wa_outgoing_get_button_text (outgoing), _("Button"),
                      WA_LIMIT_LINK_BUTTON_LABEL, error) ||
      !check_target (wa_outgoing_get_url (outgoing), error) ||
      (interactive = interactive_new (outgoing, "cta_url", error)) == NULL)
    return FALSE;

  json_object_set_string_member (interactive, "button_text", wa_outgoing_get_button_text (outgoing));
  json_object_set_string_member (interactive, "url", wa_outgoing_get_url (outgoing));

  return set_interactive (provider, outgoing, request, interactive, error);
}

/* An empty emoji takes the reaction back. */
WA_WHATOMATE_BUILD (reaction)
{
  WaOutgoing *outgoing = WA_OUTGOING (args);
  const char *contact = wa_outgoing_get_contact_id (outgoing);
  const char *message = wa_outgoing_get_quoted_id (outgoing);
  JsonObject *body;

  if (!wa_whatomate_check_id (message, error) || !wa_whatomate_check_contact (contact, error))
    return FALSE;

  body = json_object_new ();
  json_object_set_string_member (body, "emoji", wa_outgoing_get_emoji (outgoing));
  wa_whatomate_begin (provider, request, "POST");
  wa_request_append_path (request, "api", "contacts", contact, "messages", message, "reaction", NULL);
  wa_request_take_json_object (request, body);

  return TRUE;
}

/* The answer holds nothing but a sentence. */
WA_WHATOMATE_PARSE (reaction)
{
  WaMessage *message = wa_message_new ();

  wa_message_set_kind (message, WA_MESSAGE_REACTION);
  wa_message_set_state (message, WA_STATE_SENT);
  wa_message_set_reaction (message, wa_outgoing_get_emoji (WA_OUTGOING (args)));
  wa_message_set_quoted_id (message, wa_outgoing_get_quoted_id (WA_OUTGOING (args)));

  return G_OBJECT (message);
}

static void
set_failure (WaMessage *message)
{
  WaMetaCode code = { 0 };

  wa_message_set_error (message, wa_error_nick (WA_ERROR_REJECTED));
  if (wa_meta_error_find_text (wa_message_get_error_text (message), &code))
    wa_message_set_error_code (message, code.code);
}

/* A state that nobody knows is kept in its own word. */
static void
set_state (WaMessage  *message,
           const char *status)
{
  WaMessageState state = wa_message_state_parse (status);

  if (g_strcmp0 (status, PENDING) == 0)
    state = WA_STATE_SENT;
  else if (state != WA_STATE_DELIVERED && state != WA_STATE_READ && state != WA_STATE_FAILED &&
           state != WA_STATE_RECEIVED && state != WA_STATE_SENT)
    state = WA_STATE_NONE;

  wa_message_set_state (message, state);
  if (state == WA_STATE_NONE || g_strcmp0 (status, PENDING) == 0)
    wa_message_set_state_detail (message, status);
  if (state == WA_STATE_FAILED)
    set_failure (message);
}

static gboolean
has_caption (WaMessageKind kind)
{
  return kind == WA_MESSAGE_IMAGE || kind == WA_MESSAGE_VIDEO || kind == WA_MESSAGE_DOCUMENT;
}

/* The servers' names for things, and the documents', which no server was seen to use. */
static gboolean
finish_message (gpointer       record,
                const WaJson  *json,
                GError       **error)
{
  WaJson status = wa_json_member (json, "status");
  WaJson direction = wa_json_member (json, "direction");

  set_state (record, wa_json_get_text (&status));
  wa_message_set_incoming (record, g_strcmp0 (wa_json_get_text (&direction), "incoming") == 0);

  if (has_caption (wa_message_get_kind (record)))
    {
      wa_message_set_caption (record, wa_message_get_text (record));
      wa_message_set_text (record, NULL);
    }

  return TRUE;
}

/* `media_url` is a path on the server's disk: a file is fetched by its message's id. */
static const WaMapping message_rows[] = {
  { "id|message_id", "remote-id", WA_MAP_REQUIRED },
  { "wamid|wa_message_id", "wamid" },
  { "contact_id", "contact-id" },
  { "message_type|type", "kind" },
  { "content.body|content.text|content", "text" },
  { "media_mime_type", "mime-type" },
  { "media_filename", "filename" },
  { "template_name", "template-name" },
  { "error_message", "error-text" },
  { "created_at|timestamp", "timestamp" },
  { "updated_at", "state-time" },
  { "reply_to_message_id", "quoted-id" },
  { "reactions[0].emoji", "reaction" },
  { NULL }
};

const WaMappingTable wa_whatomate_message_table = { wa_message_get_type, message_rows, finish_message };

/* A success without anything in it was accepted, but there is nothing to follow. */
WA_WHATOMATE_PARSE (message)
{
  WaJson data = wa_json_member (answer, "data");
  WaMessage *message = wa_json_is (&data, WA_JSON_NULL)
                         ? wa_message_new () : wa_mapping_read (&wa_whatomate_message_table, &data, error);

  if (message != NULL && wa_message_get_state (message) == WA_STATE_NONE)
    wa_message_set_state (message, WA_STATE_SENT);

  return (GObject *) message;
}

WA_WHATOMATE_BUILD (read_message)
{
  const char *id = wa_target_get_remote_id (WA_TARGET (args));

  if (!wa_whatomate_check_id (id, error))
    return FALSE;

  wa_whatomate_begin (provider, request, "PUT");
  wa_request_append_path (request, "api", "messages", id, "read", NULL);

  return TRUE;
}

static gboolean
read_conversation (WaProvider   *provider,
                   const char   *contact,
                   WaRequest    *request,
                   GError      **error)
{
  if (!wa_whatomate_check_contact (contact, error))
    return FALSE;

  wa_whatomate_begin (provider, request, "POST");
  wa_request_append_path (request, "api", "contacts", contact, "mark-read", NULL);

  return TRUE;
}

WA_WHATOMATE_BUILD (read_conversation)
{
  return read_conversation (provider, wa_target_get_remote_id (WA_TARGET (args)), request, error);
}

/* For a server that can't mark one message: the conversation that it is part of. */
WA_WHATOMATE_BUILD (read_by_message)
{
  return read_conversation (provider, wa_target_get_parent_id (WA_TARGET (args)), request, error);
}
