/* wa-sandbox-wabotick-messages.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * B02, B03, B05 to B07, B10 and BX01.
 */

#include "config.h"

#include "core/wa-util.h"
#include "sandbox/wabotick/wa-sandbox-wabotick-private.h"

#define FIRST_MEDIA    G_GUINT64_CONSTANT (982348123049102)
#define FIRST_CAMPAIGN 1727

static const WaSandboxMember text_members[] = {
  WA_WABOTICK_FROM_TO,
  { "message", WA_WABOTICK_REQUIRED, 4096 },
};

static const WaSandboxMember file_members[] = {
  WA_WABOTICK_FROM_TO,
  { "media_url", WA_SANDBOX_TEXT },
  { "media_id", WA_SANDBOX_TEXT },
  { "media_type", WA_WABOTICK_REQUIRED },
  { "media_name", WA_SANDBOX_TEXT, 240 },
  { "media_caption_text", WA_SANDBOX_TEXT, 1024 },
};

static const WaSandboxMember buttons_members[] = {
  WA_WABOTICK_FROM_TO,
  { "message", WA_WABOTICK_REQUIRED, 1024 },
  { "buttons", WA_WABOTICK_REQUIRED },
  { "button_header_text", WA_SANDBOX_TEXT, 60 },
  { "button_footer_text", WA_SANDBOX_TEXT, 60 },
};

static const WaSandboxMember button_members[] = {
  { "id", WA_WABOTICK_REQUIRED, 256 },
  { "title", WA_WABOTICK_REQUIRED, 20 },
};

static const WaSandboxMember flow_members[] = {
  WA_WABOTICK_FROM_TO,
  { "bot_flow_unique_id", WA_WABOTICK_REQUIRED },
};

static const WaSandboxMember upload_members[] = { WA_WABOTICK_FROM };

static const WaSandboxMember broadcast_members[] = {
  WA_WABOTICK_FROM,
  { "flow_data", WA_WABOTICK_REQUIRED },
};

static const WaSandboxMember flow_data_members[] = {
  { "template_id", WA_SANDBOX_INTEGER | WA_SANDBOX_REQUIRED },
  { "phone_numbers", WA_SANDBOX_TEXTS | WA_SANDBOX_REQUIRED },
};

/* Meta's form of a message: @part is what goes under the name of the type. */
static JsonNode *
make_content (const char *type,
              JsonObject *part)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "type", type);
  json_object_set_object_member (object, type, part);

  return wa_sandbox_node_new (object);
}

static JsonObject *
make_text (const char *name,
           const char *text)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, name, text);

  return object;
}

/* Takes @part. */
static const WaSandboxMessage *
send (WaSandboxExchange *exchange,
      const char        *number,
      const char        *type,
      const char        *text,
      JsonObject        *part)
{
  g_autoptr(JsonNode) content = make_content (type, part);

  return wa_sandbox_world_send (exchange->world, number, type, text, content);
}

static JsonNode *
answer_message (const WaSandboxMessage *message)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "status", "1");
  json_object_set_string_member (object, "wa_message_id", message->id);
  json_object_set_string_member (object, "message", "Message sent successfully.");

  return wa_sandbox_node_new (object);
}

static gboolean
has_written_today (WaSandboxWorld *world,
                   const char     *number)
{
  g_autoptr(GPtrArray) messages = wa_sandbox_world_dup_conversation (world, number);
  gint64 yesterday = wa_sandbox_world_get_now (world) - G_TIME_SPAN_DAY;

  for (guint i = 0; i < messages->len; i++)
    {
      const WaSandboxMessage *message = g_ptr_array_index (messages, i);

      if (message->incoming && message->time > yesterday)
        return TRUE;
    }

  return FALSE;
}

/* Free messages go to a new number, too, which becomes a subscriber.  Of the demo's people only the
 * inactive ones are held to the 24 hours, so that one can try things. */
static const WaSandboxContact *
take_recipient (WaSandboxExchange  *exchange,
                GError            **error)
{
  const char *number = wa_sandbox_exchange_get_form (exchange, "phone_number");
  const WaSandboxContact *contact = wa_sandbox_world_find_number (exchange->world, number);

  if (!contact)
    return wa_sandbox_wabotick_add_subscriber (exchange, number, NULL, error);
  if (!contact->inactive || has_written_today (exchange->world, number))
    return contact;

  wa_sandbox_refuse (error, WA_WABOTICK_REFUSED, "Message failed to send: outside 24 hour window.");
  return NULL;
}

JsonNode *
wa_sandbox_wabotick_send_text (WaSandboxExchange  *exchange,
                               GError            **error)
{
  const char *text = wa_sandbox_exchange_get_form (exchange, "message");
  const WaSandboxContact *contact = NULL;

  if (!wa_sandbox_wabotick_check (exchange, WA_SANDBOX_MEMBERS (text_members), error)
      || !(contact = take_recipient (exchange, error)))
    return NULL;

  return answer_message (send (exchange, contact->number, "text", text, make_text ("body", text)));
}

static gboolean
check_file (WaSandboxExchange  *exchange,
            GError            **error)
{
  WaWabotickState *state = exchange->state;
  const char *url = wa_sandbox_exchange_get_form (exchange, "media_url");
  const char *id = wa_sandbox_exchange_get_form (exchange, "media_id");
  const char *type = wa_sandbox_exchange_get_form (exchange, "media_type");
  gboolean document = g_strcmp0 (type, "document") == 0;

  if (!wa_sandbox_wabotick_check (exchange, WA_SANDBOX_MEMBERS (file_members), error)
      || !wa_sandbox_wabotick_check_choice (exchange, "media_type", "image video audio document", error))
    return FALSE;
  if ((url != NULL) == (id != NULL))
    return wa_sandbox_refuse (error, 400, "Either media_url or media_id is required.");
  if (document != (wa_sandbox_exchange_get_form (exchange, "media_name") != NULL))
    return wa_sandbox_refuse (error, 400, "The media_name is required for a document, and only there.");
  if (wa_sandbox_exchange_get_form (exchange, "media_caption_text") && g_str_equal (type, "audio"))
    return wa_sandbox_refuse (error, 400, "An audio has no media_caption_text.");
  if (id && g_strcmp0 (g_hash_table_lookup (state->media, id), type) != 0)
    return wa_sandbox_refuse (error, WA_WABOTICK_REFUSED, "Media not found.");

  return !url || wa_sandbox_check_link (url, error);
}

static JsonObject *
make_file (WaSandboxExchange *exchange)
{
  const char *const names[][2] = {
    { "media_url", "link" }, { "media_id", "id" }, { "media_name", "filename" },
    { "media_caption_text", "caption" },
  };
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *text = wa_sandbox_exchange_get_form (exchange, names[i][0]);

      if (text)
        json_object_set_string_member (object, names[i][1], text);
    }

  return object;
}

JsonNode *
wa_sandbox_wabotick_send_file (WaSandboxExchange  *exchange,
                               GError            **error)
{
  const WaSandboxContact *contact = NULL;

  if (!check_file (exchange, error) || !(contact = take_recipient (exchange, error)))
    return NULL;

  return answer_message (send (exchange, contact->number,
                               wa_sandbox_exchange_get_form (exchange, "media_type"),
                               wa_sandbox_exchange_get_form (exchange, "media_caption_text"),
                               make_file (exchange)));
}

static const char *
get_media_type (const char *mime_type)
{
  static const char *const types[] = { "image", "video", "audio" };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      if (g_str_has_prefix (wa_or_empty (mime_type), types[i]))
        return types[i];
    }

  return "document";
}

JsonNode *
wa_sandbox_wabotick_upload (WaSandboxExchange  *exchange,
                            GError            **error)
{
  WaWabotickState *state = exchange->state;
  const WaSandboxFile *file = exchange->files->len == 1 ? g_ptr_array_index (exchange->files, 0) : NULL;
  g_autofree char *id = NULL;
  JsonObject *object = NULL;

  if (!wa_sandbox_wabotick_check (exchange, WA_SANDBOX_MEMBERS (upload_members), error))
    return NULL;
  if (!file || !g_str_equal (file->name, "media_file") || wa_is_empty (file->filename)
      || wa_is_empty (file->mime_type) || g_bytes_get_size (file->bytes) == 0)
    {
      wa_sandbox_refuse (error, 400, "The media_file field is required.");
      return NULL;
    }

  id = g_strdup_printf ("%" G_GUINT64_FORMAT, FIRST_MEDIA + g_hash_table_size (state->media));
  g_hash_table_insert (state->media, g_strdup (id), g_strdup (get_media_type (file->mime_type)));

  object = json_object_new ();
  json_object_set_string_member (object, "status", "success");
  json_object_set_string_member (object, "media_id", id);
  return wa_sandbox_node_new (object);
}

/* Makes Meta's reply buttons of the form's JSON. */
static gboolean
read_buttons (const char  *text,
              JsonArray   *buttons,
              GError     **error)
{
  g_autoptr(WaJsonDocument) document = wa_json_document_new_text (text, NULL);
  g_auto(GStrv) titles = g_new0 (char *, 1);
  WaJson list = document ? wa_json_document_get_root (document) : wa_json_from_node (NULL);

  if (wa_json_length (&list) < 1 || wa_json_length (&list) > 3)
    return wa_sandbox_refuse (error, 400, "The buttons must be a JSON list of 1 to 3.");

  for (guint i = 0; i < wa_json_length (&list); i++)
    {
      WaJson button = wa_json_element (&list, i);
      JsonObject *object = NULL;

      if (!wa_sandbox_check_object (&button, WA_SANDBOX_MEMBERS (button_members), error))
        return FALSE;
      if (!wa_sandbox_add_text (&titles, wa_sandbox_get_text (&button, "title")))
        return wa_sandbox_refuse (error, 400, "The buttons must have different titles.");

      object = make_text ("type", "reply");
      json_object_set_member (object, "reply", json_node_copy (button.node));
      json_array_add_object_element (buttons, object);
    }

  return TRUE;
}

static JsonObject *
make_interactive (WaSandboxExchange *exchange,
                  JsonArray         *buttons)
{
  const char *header = wa_sandbox_exchange_get_form (exchange, "button_header_text");
  const char *footer = wa_sandbox_exchange_get_form (exchange, "button_footer_text");
  const char *text = wa_sandbox_exchange_get_form (exchange, "message");
  JsonObject *object = make_text ("type", "button");
  JsonObject *action = json_object_new ();

  json_object_set_array_member (action, "buttons", json_array_ref (buttons));
  json_object_set_object_member (object, "action", action);
  json_object_set_object_member (object, "body", make_text ("text", text));
  if (footer)
    json_object_set_object_member (object, "footer", make_text ("text", footer));
  if (header)
    {
      JsonObject *part = make_text ("type", "text");

      json_object_set_string_member (part, "text", header);
      json_object_set_object_member (object, "header", part);
    }

  return object;
}

JsonNode *
wa_sandbox_wabotick_send_buttons (WaSandboxExchange  *exchange,
                                  GError            **error)
{
  g_autoptr(JsonArray) buttons = json_array_new ();
  const WaSandboxContact *contact = NULL;

  if (!wa_sandbox_wabotick_check (exchange, WA_SANDBOX_MEMBERS (buttons_members), error)
      || !read_buttons (wa_sandbox_exchange_get_form (exchange, "buttons"), buttons, error)
      || !(contact = take_recipient (exchange, error)))
    return NULL;

  return answer_message (send (exchange, contact->number, "interactive",
                               wa_sandbox_exchange_get_form (exchange, "message"),
                               make_interactive (exchange, buttons)));
}

/* A flow that doesn't exist is triggered just as well, and sends nothing. */
JsonNode *
wa_sandbox_wabotick_trigger_flow (WaSandboxExchange  *exchange,
                                  GError            **error)
{
  const WaSandboxContact *contact = NULL;
  const char *text = NULL;

  if (!wa_sandbox_wabotick_check (exchange, WA_SANDBOX_MEMBERS (flow_members), error)
      || !(contact = wa_sandbox_wabotick_find_subscriber (exchange, error)))
    return NULL;

  text = wa_sandbox_wabotick_get_flow (wa_sandbox_exchange_get_form (exchange, "bot_flow_unique_id"));
  if (text)
    send (exchange, contact->number, "text", text, make_text ("body", text));

  return wa_sandbox_wabotick_say ("Bot has been trigger successfully.");
}

/* Whether the API has a place for all that the template needs. */
static gboolean
check_template (const WaSandboxTemplate  *template,
                GError                  **error)
{
  WaSandboxNeeds needs = wa_sandbox_template_get_needs (template);

  if (!wa_sandbox_wabotick_is_sendable (template))
    return wa_sandbox_refuse (error, WA_WABOTICK_REFUSED, "Message template is not approved or not mapped.");
  if (needs.urls > 0 || needs.copy_code || needs.offer || needs.cards > 0)
    return wa_sandbox_refuse (error, WA_WABOTICK_REFUSED, "(#131008) Required parameter is missing");

  return TRUE;
}

/* A variable's value.  Whether the body goes on counting where the header stopped is not documented:
 * it may. */
static const char *
find_value (WaSandboxExchange *exchange,
            const char        *part,
            const char        *variable,
            guint              position,
            guint              before,
            GPtrArray         *known)
{
  g_autofree char *name = wa_sandbox_wabotick_variable_name (part, variable);
  const guint positions[] = { position, before + position };
  const char *value = NULL;

  for (guint i = 0; i < (before > 0 ? 2 : 1) && !value; i++)
    {
      g_autofree char *field = g_strdup_printf ("templateVariable-%s-%u", name, positions[i]);

      value = wa_sandbox_exchange_get_form (exchange, field);
      if (value)
        g_ptr_array_add (known, g_steal_pointer (&field));
    }

  return value;
}

static gboolean
read_values (WaSandboxExchange        *exchange,
             const WaSandboxTemplate  *template,
             const char               *part,
             guint                     before,
             GPtrArray                *known,
             GStrvBuilder             *values,
             GError                  **error)
{
  WaJson component = wa_sandbox_template_get_part (template, part);
  g_auto(GStrv) variables = wa_sandbox_dup_variables (wa_or_empty (wa_sandbox_get_text (&component, "text")));

  for (guint i = 0; variables[i]; i++)
    {
      const char *value = find_value (exchange, part, variables[i], i + 1, before, known);

      if (!value)
        return wa_sandbox_refuse (error, 400, "The value of variable %s is required.", variables[i]);

      g_strv_builder_add (values, value);
    }

  return TRUE;
}

/* Refuses fields beside those that every template has and those of its variables. */
static gboolean
check_fields (WaSandboxExchange        *exchange,
              const WaSandboxTemplate  *template,
              GPtrArray                *known,
              GError                  **error)
{
  const WaSandboxMember fixed[] = { WA_WABOTICK_FROM_TO, { "template_id", WA_WABOTICK_REQUIRED } };
  WaSandboxNeeds needs = wa_sandbox_template_get_needs (template);
  g_autoptr(GArray) members = g_array_new (FALSE, FALSE, sizeof (WaSandboxMember));
  const char *link = NULL;

  g_array_append_vals (members, fixed, G_N_ELEMENTS (fixed));
  if (needs.media)
    {
      WaSandboxMember member = { "template_header_media_url", WA_WABOTICK_REQUIRED };

      g_array_append_val (members, member);
    }
  if (needs.quick_replies > 0)
    {
      WaSandboxMember member = { "template_quick_reply_button_values", WA_WABOTICK_REQUIRED };

      g_array_append_val (members, member);
    }
  for (guint i = 0; i < known->len; i++)
    {
      WaSandboxMember member = { g_ptr_array_index (known, i), WA_SANDBOX_TEXT };

      g_array_append_val (members, member);
    }

  if (!wa_sandbox_wabotick_check (exchange, (const WaSandboxMember *) members->data, members->len, error))
    return FALSE;

  link = wa_sandbox_exchange_get_form (exchange, "template_header_media_url");
  return !link || wa_sandbox_check_link (link, error);
}

static gboolean
check_replies (WaSandboxExchange        *exchange,
               const WaSandboxTemplate  *template,
               GError                  **error)
{
  WaSandboxNeeds needs = wa_sandbox_template_get_needs (template);
  const char *text = wa_sandbox_exchange_get_form (exchange, "template_quick_reply_button_values");
  g_autoptr(WaJsonDocument) document = text ? wa_json_document_new_text (text, NULL) : NULL;
  WaJson list = document ? wa_json_document_get_root (document) : wa_json_from_node (NULL);

  if (wa_json_length (&list) != needs.quick_replies)
    return wa_sandbox_refuse (error, 400, "There must be %u quick reply values.", needs.quick_replies);

  for (guint i = 0; i < wa_json_length (&list); i++)
    {
      WaJson value = wa_json_element (&list, i);

      if (!wa_sandbox_wabotick_is_postback (wa_or_empty (wa_json_get_text (&value))))
        return wa_sandbox_refuse (error, WA_WABOTICK_REFUSED, "Postback not found.");
    }

  return TRUE;
}

/* Sets @text to what the customer will read. */
static gboolean
read_template (WaSandboxExchange        *exchange,
               const WaSandboxTemplate  *template,
               char                    **text,
               GError                  **error)
{
  WaSandboxNeeds needs = wa_sandbox_template_get_needs (template);
  g_autoptr(GPtrArray) known = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GStrvBuilder) header = g_strv_builder_new ();
  g_autoptr(GStrvBuilder) body = g_strv_builder_new ();
  g_auto(GStrv) values = NULL;

  if (!check_template (template, error)
      || !read_values (exchange, template, "HEADER", 0, known, header, error)
      || !read_values (exchange, template, "BODY", needs.header, known, body, error)
      || !check_fields (exchange, template, known, error)
      || !check_replies (exchange, template, error))
    return FALSE;

  values = g_strv_builder_end (body);
  *text = wa_sandbox_template_dup_text (template, (const char *const *) values);
  return TRUE;
}

/* Templates go to subscribers only: to others it is as if they had never written. */
JsonNode *
wa_sandbox_wabotick_send_template (WaSandboxExchange  *exchange,
                                   GError            **error)
{
  const char *id = wa_sandbox_exchange_get_form (exchange, "template_id");
  const WaSandboxTemplate *template = NULL;
  const WaSandboxMessage *message = NULL;
  g_autofree char *text = NULL;
  const char *number = NULL;
  JsonNode *node = NULL;

  template = wa_sandbox_wabotick_find_template (exchange->world, wa_or_empty (id));
  if (!template)
    {
      wa_sandbox_refuse (error, WA_WABOTICK_REFUSED, "Message template not found.");
      return NULL;
    }
  if (!read_template (exchange, template, &text, error))
    return NULL;

  number = wa_sandbox_exchange_get_form (exchange, "phone_number");
  if (!wa_sandbox_world_find_number (exchange->world, number))
    {
      wa_sandbox_refuse (error, WA_WABOTICK_REFUSED, "Message failed to send: outside 24 hour window.");
      return NULL;
    }

  message = send (exchange, number, "template", text, make_text ("name", template->name));
  node = wa_sandbox_wabotick_say ("Template message sent successfully.");
  json_object_set_string_member (json_node_get_object (node), "status", "success");
  json_object_set_object_member (json_node_get_object (node), "data", make_text ("message_id", message->id));
  return node;
}

static gboolean
check_numbers (const WaJson  *numbers,
               GError       **error)
{
  if (wa_json_length (numbers) == 0)
    return wa_sandbox_refuse (error, 400, "The phone_numbers are required.");

  for (guint i = 0; i < wa_json_length (numbers); i++)
    {
      WaJson number = wa_json_element (numbers, i);

      if (!wa_sandbox_check_number (wa_json_get_text (&number), error))
        return FALSE;
    }

  return TRUE;
}

static JsonNode *
answer_broadcast (WaWabotickState *state)
{
  JsonNode *node = wa_sandbox_wabotick_say ("Data has been saved successfully.");
  JsonObject *object = json_node_get_object (node);

  json_object_set_int_member (object, "visual_flow_campaign_id", FIRST_CAMPAIGN + state->campaigns++);
  json_object_set_string_member (object, "redirect_on_success_url", "");

  return node;
}

/* What flow_data holds is documented nowhere: a template without variables, and numbers. */
JsonNode *
wa_sandbox_wabotick_broadcast (WaSandboxExchange  *exchange,
                               GError            **error)
{
  g_autoptr(WaJsonDocument) document = NULL;
  g_autofree char *id = NULL;
  g_autofree char *text = NULL;
  const WaSandboxTemplate *template = NULL;
  WaJson data, member, numbers;

  if (!wa_sandbox_wabotick_check (exchange, WA_SANDBOX_MEMBERS (broadcast_members), error))
    return NULL;

  document = wa_json_document_new_text (wa_sandbox_exchange_get_form (exchange, "flow_data"), NULL);
  data = document ? wa_json_document_get_root (document) : wa_json_from_node (NULL);
  numbers = wa_json_member (&data, "phone_numbers");
  if (!wa_sandbox_check_object (&data, WA_SANDBOX_MEMBERS (flow_data_members), error)
      || !check_numbers (&numbers, error))
    return NULL;

  member = wa_json_member (&data, "template_id");
  id = wa_json_dup_scalar (&member);
  template = wa_sandbox_wabotick_find_template (exchange->world, id);
  if (!template)
    {
      wa_sandbox_refuse (error, WA_WABOTICK_REFUSED, "Message template not found.");
      return NULL;
    }
  if (!check_template (template, error))
    return NULL;

  text = wa_sandbox_template_dup_text (template, NULL);
  for (guint i = 0; i < wa_json_length (&numbers); i++)
    {
      WaJson number = wa_json_element (&numbers, i);

      send (exchange, wa_json_get_text (&number), "template", text, make_text ("name", template->name));
    }

  return answer_broadcast (exchange->state);
}
