/* wa-sandbox-whatomate-messages.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * W01 to W07, W19 and W74.  A message's content is what its row has besides the usual members.
 */

#include "config.h"

#include <string.h>

#include "core/wa-util.h"
#include "sandbox/whatomate/wa-sandbox-whatomate-private.h"

/* What the older server takes: 4 MiB for the whole body. */
#define MAX_BODY (4 * 1024 * 1024)

#define NEWER { "reply_to_message_id", WA_SANDBOX_TEXT }, { "whatsapp_account", WA_SANDBOX_TEXT }

static const WaSandboxMember text_members[] = {
  { "type", WA_WHATOMATE_REQUIRED },
  { "text", WA_WHATOMATE_REQUIRED, 4096 },
  { "content", WA_SANDBOX_OBJECT | WA_SANDBOX_REQUIRED },
  NEWER,
};

static const WaSandboxMember content_members[] = { { "body", WA_WHATOMATE_REQUIRED, 4096 } };

static const WaSandboxMember interactive_members[] = {
  { "type", WA_WHATOMATE_REQUIRED },
  { "interactive", WA_SANDBOX_OBJECT | WA_SANDBOX_REQUIRED },
  NEWER,
};

static const WaSandboxMember buttons_members[] = {
  { "type", WA_WHATOMATE_REQUIRED },
  { "body", WA_WHATOMATE_REQUIRED, 1024 },
  { "buttons", WA_SANDBOX_LIST | WA_SANDBOX_REQUIRED, 3 },
};

static const WaSandboxMember button_members[] = {
  { "id", WA_WHATOMATE_REQUIRED, 256 },
  { "title", WA_WHATOMATE_REQUIRED, 20 },
};

static const WaSandboxMember link_members[] = {
  { "type", WA_WHATOMATE_REQUIRED },
  { "body", WA_WHATOMATE_REQUIRED, 1024 },
  { "button_text", WA_WHATOMATE_REQUIRED, 20 },
  { "url", WA_WHATOMATE_REQUIRED },
};

static const WaSandboxMember template_members[] = {
  { "contact_id", WA_SANDBOX_TEXT },
  { "phone_number", WA_SANDBOX_TEXT },
  { "template_id", WA_SANDBOX_TEXT },
  { "template_name", WA_SANDBOX_TEXT },
  { "template_params", WA_SANDBOX_OBJECT },
  { "button_params", WA_SANDBOX_OBJECT },
  { "header_params", WA_SANDBOX_OBJECT },
  { "account_name", WA_SANDBOX_TEXT },
};

#define MEDIA \
  { "contact_id", WA_WHATOMATE_REQUIRED }, \
  { "type", WA_WHATOMATE_REQUIRED }, \
  { "caption", WA_SANDBOX_TEXT, 1024 }

static const WaSandboxMember media_members[] = { MEDIA, { "whatsapp_account", WA_SANDBOX_TEXT } };
static const WaSandboxMember media_link_members[] = { MEDIA, { "media_url", WA_WHATOMATE_REQUIRED } };
static const WaSandboxMember reaction_members[] = { { "emoji", WA_WHATOMATE_MAYBE, 16 } };

static const char *
get_status (const WaSandboxMessage *message,
            gint64                  now)
{
  WaSandboxStatus status = wa_sandbox_message_get_status (message, now);

  if (message->incoming)
    return message->marked_read ? "read" : "received";

  return status == WA_SANDBOX_STATUS_ACCEPTED ? "pending" : wa_sandbox_status_nick (status);
}

static void
set_reaction (JsonObject       *object,
              WaWhatomateState *state,
              const char       *id)
{
  const char *emoji = g_hash_table_lookup (state->reactions, id);
  JsonArray *reactions = NULL;
  JsonObject *reaction = NULL;

  if (!emoji)
    return;

  reactions = json_array_new ();
  reaction = json_object_new ();
  json_object_set_string_member (reaction, "emoji", emoji);
  json_object_set_string_member (reaction, "from_phone", "");
  json_array_add_object_element (reactions, reaction);
  json_object_set_array_member (object, "reactions", reactions);
}

/* The row in the history, which is also the answer to sending. */
static JsonObject *
write_message (WaSandboxExchange      *exchange,
               const WaSandboxContact *contact,
               const WaSandboxMessage *message)
{
  gint64 now = wa_sandbox_world_get_now (exchange->world);
  WaSandboxStatus status = wa_sandbox_message_get_status (message, now);
  gboolean pending = !message->incoming && status == WA_SANDBOX_STATUS_ACCEPTED;
  gboolean failed = !message->incoming && status == WA_SANDBOX_STATUS_FAILED;
  JsonObject *object = json_object_new ();
  JsonObject *content = json_object_new ();
  WaJson extras = wa_json_from_node (message->content);
  g_auto(GStrv) names = wa_json_dup_names (&extras);
  g_autofree char *all = g_strjoinv (" ", names);
  g_autofree char *id = wa_sandbox_whatomate_dup_uuid (message->id);
  g_autofree char *contact_id = wa_sandbox_whatomate_dup_uuid (contact->id);

  json_object_set_string_member (content, "body", message->text);
  json_object_set_string_member (object, "id", id);
  json_object_set_string_member (object, "contact_id", contact_id);
  json_object_set_string_member (object, "direction", message->incoming ? "incoming" : "outgoing");
  json_object_set_string_member (object, "message_type", message->kind);
  json_object_set_object_member (object, "content", content);
  json_object_set_string_member (object, "status", get_status (message, now));
  json_object_set_string_member (object, "wamid", pending ? "" : message->id);
  json_object_set_string_member (object, "error_message", failed ? WA_SANDBOX_FAILURE_TEXT : "");
  wa_sandbox_whatomate_set_time (object, "created_at", message->time);
  wa_sandbox_whatomate_set_time (object, "updated_at", message->incoming ? message->time
                                                       : wa_sandbox_message_get_time (message, status));
  wa_sandbox_whatomate_copy (object, &extras, all);
  set_reaction (object, exchange->state, id);

  return object;
}

static guint
find_index (GPtrArray  *messages,
            const char *id)
{
  for (guint i = 0; i < messages->len; i++)
    {
      const WaSandboxMessage *message = g_ptr_array_index (messages, i);
      g_autofree char *uuid = wa_sandbox_whatomate_dup_uuid (message->id);

      if (g_strcmp0 (uuid, id) == 0)
        return i;
    }

  return messages->len;
}

/* `before` and `after` of the document are passed over by the servers in the field. */
static const char *
get_cursor (WaSandboxExchange *exchange)
{
  const char *cursor = wa_sandbox_exchange_get_query (exchange, "before_id");

  if (!cursor && wa_sandbox_whatomate_is_documented (exchange))
    cursor = wa_sandbox_exchange_get_query (exchange, "before");

  return cursor;
}

/* The first page is the latest part; inside a page time goes on.  Beyond the last page the older
 * server has a negative limit, which is none. */
JsonNode *
wa_sandbox_whatomate_list_messages (WaSandboxExchange  *exchange,
                                    GError            **error)
{
  const WaSandboxContact *contact = wa_sandbox_whatomate_find_contact (exchange, error);
  const char *cursor = get_cursor (exchange);
  g_autoptr(GPtrArray) messages = NULL;
  JsonArray *rows = NULL;
  JsonNode *node = NULL;
  WaSandboxPage page;
  guint end, start;

  if (!contact)
    return NULL;
  messages = wa_sandbox_world_dup_conversation (exchange->world, contact->number);
  if (!wa_sandbox_whatomate_read_page (exchange, messages->len, &page, error))
    return NULL;

  end = cursor ? find_index (messages, cursor) : messages->len - page.start;
  start = end - MIN (page.limit, end);
  if (wa_sandbox_whatomate_is_g1 (exchange) && messages->len > 0 && page.start == messages->len)
    {
      start = 0;
      end = messages->len;
    }

  if (!cursor)
    wa_sandbox_whatomate_mark_read (exchange, contact);
  rows = json_array_new ();
  for (guint i = start; i < end; i++)
    json_array_add_object_element (rows, write_message (exchange, contact, g_ptr_array_index (messages, i)));

  node = wa_sandbox_whatomate_list ("messages", rows);
  wa_sandbox_whatomate_set_page (node, &page);
  if (!wa_sandbox_whatomate_is_g1 (exchange))
    json_object_set_boolean_member (json_object_get_object_member (json_node_get_object (node), "data"),
                                    "has_more", start > 0);
  return node;
}

static gboolean
check_text (const WaJson  *json,
            GError       **error)
{
  WaJson content = wa_json_member (json, "content");

  if (!wa_sandbox_check_object (json, WA_SANDBOX_MEMBERS (text_members), error)
      || !wa_sandbox_check_object (&content, WA_SANDBOX_MEMBERS (content_members), error))
    return FALSE;

  return (g_str_equal (wa_sandbox_get_text (json, "text"), wa_sandbox_get_text (&content, "body"))
          || wa_sandbox_refuse (error, 400, "text and content.body must be the same"));
}

static gboolean
check_buttons (const WaJson  *interactive,
               GError       **error)
{
  WaJson buttons = wa_json_member (interactive, "buttons");
  g_auto(GStrv) titles = g_new0 (char *, 1);

  if (!wa_sandbox_check_object (interactive, WA_SANDBOX_MEMBERS (buttons_members), error))
    return FALSE;

  for (guint i = 0; i < wa_json_length (&buttons); i++)
    {
      WaJson button = wa_json_element (&buttons, i);

      if (!wa_sandbox_check_object (&button, WA_SANDBOX_MEMBERS (button_members), error))
        return FALSE;
      if (!wa_sandbox_add_text (&titles, wa_sandbox_get_text (&button, "title")))
        return wa_sandbox_refuse (error, 400, "Button titles must be unique");
    }

  return TRUE;
}

static gboolean
check_interactive (const WaJson  *json,
                   GError       **error)
{
  WaJson interactive = wa_json_member (json, "interactive");

  if (!wa_sandbox_check_object (json, WA_SANDBOX_MEMBERS (interactive_members), error))
    return FALSE;
  if (g_strcmp0 (wa_sandbox_get_text (&interactive, "type"), "button") == 0)
    return check_buttons (&interactive, error);
  if (g_strcmp0 (wa_sandbox_get_text (&interactive, "type"), "cta_url") != 0)
    return wa_sandbox_refuse (error, 400, "interactive.type must be one of: button cta_url");

  return (wa_sandbox_check_object (&interactive, WA_SANDBOX_MEMBERS (link_members), error)
          && wa_sandbox_check_link (wa_sandbox_get_text (&interactive, "url"), error));
}

/* Both are for the newer server only, which the older would pass over in silence. */
static gboolean
check_newer (WaSandboxExchange       *exchange,
             const WaSandboxContact  *contact,
             GError                 **error)
{
  const WaJson *json = &exchange->json;
  const char *reply = wa_sandbox_get_text (json, "reply_to_message_id");
  const char *account = wa_sandbox_get_text (json, "whatsapp_account");
  g_autoptr(GPtrArray) messages = wa_sandbox_world_dup_conversation (exchange->world, contact->number);

  if ((reply || account) && wa_sandbox_whatomate_is_g1 (exchange))
    return wa_sandbox_refuse (error, 400, "This server is too old for that");
  if (reply && find_index (messages, reply) == messages->len)
    return wa_sandbox_refuse (error, 400, "Message to reply to not found");

  return wa_sandbox_whatomate_check_account (account, error);
}

/* Takes @extras. */
static const WaSandboxMessage *
send (WaSandboxExchange      *exchange,
      const WaSandboxContact *contact,
      const char             *kind,
      const char             *text,
      JsonObject             *extras)
{
  g_autoptr(JsonNode) content = wa_sandbox_node_new (extras);

  return wa_sandbox_world_send (exchange->world, contact->number, kind, text, content);
}

static JsonObject *
make_extras (const WaJson *json)
{
  JsonObject *extras = json_object_new ();
  WaJson interactive = wa_json_member (json, "interactive");

  wa_sandbox_whatomate_copy (extras, json, "reply_to_message_id whatsapp_account");
  if (wa_sandbox_get_text (json, "reply_to_message_id"))
    json_object_set_boolean_member (extras, "is_reply", TRUE);
  if (interactive.node)
    json_object_set_member (extras, "interactive_data", json_node_copy (interactive.node));

  return extras;
}

/* The older server takes buttons, sends half of them, and fails: as if the customer couldn't be
 * reached this once. */
JsonNode *
wa_sandbox_whatomate_send_message (WaSandboxExchange  *exchange,
                                   GError            **error)
{
  WaSandboxContact *contact = wa_sandbox_whatomate_find_contact (exchange, error);
  const WaJson *json = &exchange->json;
  const char *type = wa_sandbox_get_text (json, "type");
  gboolean interactive = g_strcmp0 (type, "interactive") == 0;
  WaJson body = wa_json_find (json, interactive ? "interactive.body" : "text");
  const WaSandboxMessage *message = NULL;
  gboolean unreachable;

  if (!contact
      || !wa_sandbox_check_choice (json, "type", "text interactive", error)
      || !(interactive ? check_interactive (json, error) : check_text (json, error))
      || !check_newer (exchange, contact, error))
    return NULL;

  unreachable = contact->unreachable;
  contact->unreachable |= interactive && wa_sandbox_whatomate_is_g1 (exchange);
  message = send (exchange, contact, type, wa_json_get_text (&body), make_extras (json));
  contact->unreachable = unreachable;
  return wa_sandbox_whatomate_answer (write_message (exchange, contact, message));
}

/* By id, or by a number that becomes a contact. */
static WaSandboxContact *
take_recipient (WaSandboxExchange  *exchange,
                GError            **error)
{
  const char *id = wa_sandbox_get_text (&exchange->json, "contact_id");
  const char *number = wa_sandbox_get_text (&exchange->json, "phone_number");
  WaSandboxContact *contact = NULL;

  if ((id != NULL) == (number != NULL))
    {
      wa_sandbox_refuse (error, 400, "Either contact_id or phone_number is required");
      return NULL;
    }
  if (id)
    return wa_sandbox_whatomate_find_person (exchange, id, error);
  if (!wa_sandbox_check_number (number, error))
    return NULL;

  contact = wa_sandbox_world_find_number (exchange->world, number);
  return contact ? contact : wa_sandbox_world_add_contact (exchange->world, number, NULL, "api");
}

static JsonObject *
take_template (WaSandboxExchange  *exchange,
               GError            **error)
{
  const char *id = wa_sandbox_get_text (&exchange->json, "template_id");
  const char *name = wa_sandbox_get_text (&exchange->json, "template_name");
  const char *account = wa_sandbox_get_text (&exchange->json, "account_name");
  JsonObject *template = NULL;

  if ((id != NULL) == (name != NULL))
    {
      wa_sandbox_refuse (error, 400, "Either template_id or template_name is required");
      return NULL;
    }

  template = wa_sandbox_whatomate_find_template (exchange, id, name, error);
  if (!template
      || !wa_sandbox_whatomate_check_account (account, error)
      || !wa_sandbox_whatomate_check_values (template, &exchange->json, error))
    return NULL;

  return template;
}

JsonNode *
wa_sandbox_whatomate_send_template (WaSandboxExchange  *exchange,
                                    GError            **error)
{
  const WaJson *json = &exchange->json;
  WaJson values = wa_json_member (json, "template_params");
  const WaSandboxContact *contact = NULL;
  JsonObject *template = NULL;
  JsonObject *data = NULL;
  g_autofree char *text = NULL;
  g_autofree char *id = NULL;

  if (!wa_sandbox_check_object (json, WA_SANDBOX_MEMBERS (template_members), error)
      || !(template = take_template (exchange, error))
      || !(contact = take_recipient (exchange, error)))
    return NULL;

  text = wa_sandbox_whatomate_dup_text (template, &values);
  id = wa_sandbox_whatomate_dup_uuid (send (exchange, contact, "template", text, json_object_new ())->id);
  data = json_object_new ();
  json_object_set_string_member (data, "message_id", id);
  json_object_set_string_member (data, "phone_number", contact->number);
  json_object_set_string_member (data, "status", "pending");
  json_object_set_string_member (data, "template_name", wa_sandbox_whatomate_get (template, "name"));
  return wa_sandbox_whatomate_answer (data);
}

/* @fields: those of the form, or the JSON of a link */
static gboolean
check_media (WaSandboxExchange  *exchange,
             const WaJson       *fields,
             gboolean            link,
             GError            **error)
{
  const char *account = wa_sandbox_get_text (fields, "whatsapp_account");

  if (link ? !wa_sandbox_check_object (fields, WA_SANDBOX_MEMBERS (media_link_members), error)
           : !wa_sandbox_check_object (fields, WA_SANDBOX_MEMBERS (media_members), error))
    return FALSE;
  if (!wa_sandbox_check_choice (fields, "type", "image video audio document", error))
    return FALSE;
  if (wa_sandbox_get_text (fields, "caption") && g_str_equal (wa_sandbox_get_text (fields, "type"), "audio"))
    return wa_sandbox_refuse (error, 400, "An audio has no caption");
  if (account && wa_sandbox_whatomate_is_g1 (exchange))
    return wa_sandbox_refuse (error, 400, "This server is too old for that");
  if (link)
    return wa_sandbox_check_link (wa_sandbox_get_text (fields, "media_url"), error);

  return (wa_sandbox_whatomate_check_account (account, error)
          && wa_sandbox_whatomate_get_file (exchange, error) != NULL);
}

static JsonObject *
make_media (const WaSandboxFile *file,
            const char          *type)
{
  JsonObject *extras = json_object_new ();
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_MD5, file->bytes);
  const char *suffix = strrchr (file->filename, '.');
  g_autofree char *place = g_strdup_printf ("%ss/%.12s%s", type, sum, wa_or_empty (suffix));

  json_object_set_string_member (extras, "media_url", place);
  json_object_set_string_member (extras, "media_mime_type", file->mime_type);
  json_object_set_string_member (extras, "media_filename", file->filename);

  return extras;
}

static JsonNode *
send_file (WaSandboxExchange       *exchange,
           const WaSandboxContact  *contact,
           const WaJson            *fields)
{
  const char *type = wa_sandbox_get_text (fields, "type");
  const WaSandboxFile *file = wa_sandbox_whatomate_get_file (exchange, NULL);
  JsonObject *extras = file ? make_media (file, type) : json_object_new ();
  const WaSandboxMessage *message = NULL;
  g_autofree char *id = NULL;

  wa_sandbox_whatomate_copy (extras, fields, "whatsapp_account media_url");
  message = send (exchange, contact, type, wa_sandbox_get_text (fields, "caption"), extras);
  id = wa_sandbox_whatomate_dup_uuid (message->id);
  if (file)
    wa_sandbox_whatomate_keep_file (exchange->state, id, file);

  return wa_sandbox_whatomate_answer (write_message (exchange, contact, message));
}

/* A file as form-data; as JSON with a link only where the route allows that. */
JsonNode *
wa_sandbox_whatomate_send_media (WaSandboxExchange  *exchange,
                                 GError            **error)
{
  g_autoptr(JsonNode) form = wa_sandbox_exchange_dup_form (exchange);
  gboolean link = exchange->json.node != NULL;
  WaJson fields = link ? exchange->json : wa_json_from_node (form);
  goffset length = soup_server_message_get_request_body (exchange->message)->length;
  const WaSandboxContact *contact = NULL;

  if (wa_sandbox_whatomate_is_g1 (exchange) && length > MAX_BODY)
    {
      wa_sandbox_refuse (error, 400, "Error when parsing request");
      return NULL;
    }
  if (!check_media (exchange, &fields, link, error))
    return NULL;

  contact = wa_sandbox_whatomate_find_person (exchange, wa_sandbox_get_text (&fields, "contact_id"), error);
  return contact ? send_file (exchange, contact, &fields) : NULL;
}

/* The message whose id stands in the path at @index. */
static WaSandboxMessage *
find_message (WaSandboxExchange  *exchange,
              guint               index,
              GError            **error)
{
  g_autoptr(GPtrArray) messages = wa_sandbox_world_dup_conversation (exchange->world, NULL);
  const char *id = wa_sandbox_whatomate_get_uuid (exchange, index, "message", error);
  guint place = id ? find_index (messages, id) : messages->len;

  if (place < messages->len)
    return g_ptr_array_index (messages, place);

  if (id)
    wa_sandbox_refuse (error, SOUP_STATUS_NOT_FOUND, "Message not found");
  return NULL;
}

JsonNode *
wa_sandbox_whatomate_read_message (WaSandboxExchange  *exchange,
                                   GError            **error)
{
  WaSandboxMessage *message = find_message (exchange, 0, error);

  if (!message)
    return NULL;

  message->marked_read = wa_sandbox_world_get_now (exchange->world);
  return wa_sandbox_whatomate_answer_null ();
}

JsonNode *
wa_sandbox_whatomate_get_media (WaSandboxExchange  *exchange,
                                GError            **error)
{
  const char *id = wa_sandbox_whatomate_get_uuid (exchange, 0, "message", error);

  if (id && !wa_sandbox_whatomate_answer_file (exchange, id))
    wa_sandbox_refuse (error, SOUP_STATUS_NOT_FOUND, "No media found");
  return NULL;
}

JsonNode *
wa_sandbox_whatomate_react (WaSandboxExchange  *exchange,
                            GError            **error)
{
  WaWhatomateState *state = exchange->state;
  const WaSandboxContact *contact = wa_sandbox_whatomate_find_contact (exchange, error);
  const WaSandboxMessage *message = contact ? find_message (exchange, 1, error) : NULL;
  const char *emoji = wa_sandbox_get_text (&exchange->json, "emoji");
  const char *id = message ? wa_sandbox_exchange_get_argument (exchange, 1) : NULL;

  if (!message || !wa_sandbox_check_object (&exchange->json, WA_SANDBOX_MEMBERS (reaction_members), error))
    return NULL;

  if (*emoji)
    g_hash_table_insert (state->reactions, g_strdup (id), g_strdup (emoji));
  else
    g_hash_table_remove (state->reactions, id);

  return wa_sandbox_whatomate_say (*emoji ? "Reaction sent" : "Reaction removed");
}
