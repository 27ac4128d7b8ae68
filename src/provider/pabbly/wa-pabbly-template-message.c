/* wa-pabbly-template-message.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-limits.h"
#include "provider/pabbly/wa-pabbly-private.h"
#include "provider/wa-checks.h"
#include "provider/wa-template-values.h"
#include "provider/wa-writing.h"
#include "template/wa-template-fields.h"
#include "template/wa-template-variables.h"

/* The six ways to send a template are one: what is sent follows from the template's components alone, never from
 * its `type`, which Pabbly often leaves out.  Values come from the message's fields, in the order of the template. */

typedef struct
{
  WaOutgoing    *outgoing;
  WaTemplate    *template;
  WaPabblyPlace  place;
  JsonObject    *body;
  GStrvBuilder  *urls;
  GStrvBuilder  *payloads;
  char          *code;
} Sending;

static void
sending_clear (Sending *sending)
{
  g_strv_builder_unref (sending->urls);
  g_strv_builder_unref (sending->payloads);
  g_free (sending->code);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sending, sending_clear)

static gboolean
refuse (GError     **error,
        WaError      code,
        const char  *text)
{
  g_set_error_literal (error, WA_ERROR, (int) code, text);

  return FALSE;
}

static WaTemplateComponent *
find_component (GObject         *args,
                WaComponentKind  kind)
{
  WaTemplate *template = wa_outgoing_get_template (WA_OUTGOING (args));

  return template != NULL ? wa_template_find (template, kind) : NULL;
}

gboolean
wa_pabbly_is_carousel (WaProvider *provider,
                       GObject    *args)
{
  return find_component (args, WA_COMPONENT_CAROUSEL) != NULL;
}

gboolean
wa_pabbly_is_offer (WaProvider *provider,
                    GObject    *args)
{
  return find_component (args, WA_COMPONENT_LIMITED_TIME_OFFER) != NULL;
}

gboolean
wa_pabbly_is_authentication (WaProvider *provider,
                             GObject    *args)
{
  WaTemplate *template = wa_outgoing_get_template (WA_OUTGOING (args));

  return template != NULL && wa_template_is_authentication (template);
}

gboolean
wa_pabbly_has_buttons (WaProvider *provider,
                       GObject    *args)
{
  return find_component (args, WA_COMPONENT_BUTTONS) != NULL;
}

static gboolean
is_media (WaTemplateComponent *header)
{
  switch ((int) wa_template_component_get_format (header))
    {
    case WA_HEADER_IMAGE:
    case WA_HEADER_VIDEO:
    case WA_HEADER_DOCUMENT:
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
wa_pabbly_has_media_header (WaProvider *provider,
                            GObject    *args)
{
  WaTemplateComponent *header = find_component (args, WA_COMPONENT_HEADER);

  return header != NULL && is_media (header);
}

static gboolean
write_variables (Sending              *sending,
                 const char           *name,
                 WaParameterSection    section,
                 WaTemplateComponent  *component,
                 GError              **error)
{
  g_auto(GStrv) values = wa_template_values_dup (sending->outgoing, section, 0, component, error);

  if (values == NULL)
    return FALSE;

  wa_write_texts (sending->body, name, (const char *const *) values);

  return TRUE;
}

static gboolean
write_media (Sending              *sending,
             WaTemplateComponent  *header,
             GError              **error)
{
  const char *link = wa_template_values_get (sending->outgoing, WA_SECTION_MEDIA, 0);
  const char *filename = wa_template_values_get (sending->outgoing, WA_SECTION_FILENAME, 0);

  if (!wa_check_link (link, error) || !wa_check_filename (filename, error))
    return FALSE;

  json_object_set_string_member (sending->body, "link", link);
  if (wa_template_component_get_format (header) == WA_HEADER_DOCUMENT)
    wa_write_text (sending->body, "filename", filename);

  return TRUE;
}

static gboolean
write_header (Sending              *sending,
              WaTemplateComponent  *header,
              GError              **error)
{
  gboolean offer = wa_template_find (sending->template, WA_COMPONENT_LIMITED_TIME_OFFER) != NULL;
  WaHeaderFormat format = header != NULL ? wa_template_component_get_format (header) : WA_HEADER_NONE;

  if (offer && format != WA_HEADER_IMAGE && format != WA_HEADER_VIDEO)
    return refuse (error, WA_ERROR_UNSUPPORTED,
                   _("Pabbly Chatflow sends offers with a picture or a video as header only. "
                     "Use such a template."));

  switch (format)
    {
    case WA_HEADER_NONE:
      return TRUE;
    case WA_HEADER_TEXT:
      return write_variables (sending, "headerParams", WA_SECTION_HEADER, header, error);
    case WA_HEADER_IMAGE:
    case WA_HEADER_VIDEO:
    case WA_HEADER_DOCUMENT:
      return write_media (sending, header, error);
    case WA_HEADER_LOCATION:
    case WA_HEADER_PRODUCT:
    case WA_HEADER_GIF:
    case WA_HEADER_UNKNOWN:
    default:
      return refuse (error, WA_ERROR_UNSUPPORTED,
                     _("Pabbly Chatflow can’t send templates with such a header. "
                       "Use one with text, a picture, a video or a document."));
    }
}

static gboolean
take_url (Sending           *sending,
          WaTemplateButton  *button,
          guint              card,
          guint              index,
          GError           **error)
{
  const char *value;

  if (!wa_template_values_get_url (sending->outgoing, button, card, index, &value, error))
    return FALSE;
  if (value != NULL)
    g_strv_builder_add (sending->urls, value);

  return TRUE;
}

static gboolean
take_code (Sending  *sending,
           guint     card,
           guint     most,
           GError  **error)
{
  const char *code = wa_template_values_get (sending->outgoing, WA_SECTION_COPY_CODE, card);

  if (!wa_check_text (code, _("Code"), most, error))
    return FALSE;

  /* There is one code for the whole message, also where several cards show it. */
  if (sending->code == NULL)
    sending->code = g_strdup (code);
  else if (!g_str_equal (sending->code, code))
    return refuse (error, WA_ERROR_UNSUPPORTED,
                   _("Pabbly Chatflow sends one code with all cards. Enter the same code everywhere."));

  return TRUE;
}

/* What a quick reply answers is its text, unless the user wants another payload. */
static gboolean
take_payload (Sending           *sending,
              WaTemplateButton  *button,
              guint              card,
              guint              index,
              GError           **error)
{
  const char *payload = wa_template_values_get_for_button (sending->outgoing, WA_SECTION_QUICK_REPLY, card, index);

  if (wa_is_empty (payload))
    payload = wa_template_button_get_text (button);
  if (!wa_check_text (payload, _("Answer of a button"), WA_LIMIT_PAYLOAD, error))
    return FALSE;

  g_strv_builder_add (sending->payloads, payload);

  return TRUE;
}

static gboolean
take_button (Sending           *sending,
             WaTemplateButton  *button,
             guint              card,
             guint              index,
             GError           **error)
{
  gboolean offer = wa_template_find (sending->template, WA_COMPONENT_LIMITED_TIME_OFFER) != NULL;

  switch ((int) wa_template_button_get_kind (button))
    {
    case WA_BUTTON_PHONE_NUMBER:
      return TRUE;
    case WA_BUTTON_URL:
      return take_url (sending, button, card, index, error);
    case WA_BUTTON_QUICK_REPLY:
      return take_payload (sending, button, card, index, error);
    case WA_BUTTON_COPY_CODE:
      return take_code (sending, card, offer ? WA_LIMIT_CODE_OFFER : WA_LIMIT_CODE, error);
    default:
      g_set_error (error, WA_ERROR, WA_ERROR_UNSUPPORTED,
                   _("Pabbly Chatflow can’t send templates with a button like “%s”. Use one with links, "
                     "phone numbers, quick replies or a code."), wa_template_button_get_text (button));
      return FALSE;
    }
}

static gboolean
take_buttons (Sending              *sending,
              WaTemplateComponent  *component,
              guint                 card,
              GError              **error)
{
  GListModel *buttons = G_LIST_MODEL (wa_template_component_get_buttons (component));

  for (guint i = 0; i < g_list_model_get_n_items (buttons); i++)
    {
      g_autoptr(WaTemplateButton) button = g_list_model_get_item (buttons, i);

      if (!take_button (sending, button, card, i, error))
        return FALSE;
    }

  return TRUE;
}

/* A card's values are an object by variable, unlike those of the body. */
static JsonObject *
card_body (Sending              *sending,
           WaTemplateComponent  *component,
           guint                 card,
           GError              **error)
{
  const char *text = wa_template_component_get_text (component);
  g_auto(GStrv) keys = wa_template_variables_scan (text);
  g_auto(GStrv) values = wa_template_values_dup (sending->outgoing, WA_SECTION_BODY, card, component, error);
  JsonObject *object, *params;

  if (values == NULL)
    return NULL;

  params = json_object_new ();
  for (gsize i = 0; keys[i] != NULL; i++)
    json_object_set_string_member (params, keys[i], values[i]);

  object = json_object_new ();
  wa_write_text (object, "text", text);
  wa_write_object (object, "bodyParams", params);

  return object;
}

static JsonObject *
card_file (Sending              *sending,
           WaTemplateComponent  *header,
           guint                 card,
           GError              **error)
{
  const char *link = wa_template_values_get (sending->outgoing, WA_SECTION_MEDIA, card);
  WaHeaderFormat format = wa_template_component_get_format (header);
  g_autofree char *filename = NULL;
  JsonObject *object;

  if (format != WA_HEADER_IMAGE && format != WA_HEADER_VIDEO)
    {
      refuse (error, WA_ERROR_UNSUPPORTED,
              _("Pabbly Chatflow sends cards with a picture or a video only. Use such a template."));
      return NULL;
    }
  if (!wa_check_link (link, error))
    return NULL;

  filename = wa_dup_link_filename (link);
  object = json_object_new ();
  wa_write_text (object, "fileName", filename);
  json_object_set_string_member (object, "fileUrl", link);
  json_object_set_string_member (object, "fileType", format == WA_HEADER_IMAGE ? "image" : "video");

  return object;
}

static gboolean
write_card (Sending         *sending,
            WaTemplateCard  *card,
            guint            number,
            JsonArray       *bodies,
            JsonArray       *files,
            GError         **error)
{
  GListModel *components = G_LIST_MODEL (wa_template_card_get_components (card));
  WaTemplateComponent *header = wa_template_fields_component (components, WA_COMPONENT_HEADER);
  WaTemplateComponent *text = wa_template_fields_component (components, WA_COMPONENT_BODY);
  WaTemplateComponent *buttons = wa_template_fields_component (components, WA_COMPONENT_BUTTONS);
  JsonObject *body = NULL, *file = NULL;

  if (header == NULL || text == NULL)
    return refuse (error, WA_ERROR_UNSUPPORTED,
                   _("Pabbly Chatflow sends cards with a file and a text only. Use such a template."));

  if ((body = card_body (sending, text, number, error)) == NULL)
    return FALSE;
  json_array_add_object_element (bodies, body);

  if ((file = card_file (sending, header, number, error)) == NULL)
    return FALSE;
  json_array_add_object_element (files, file);

  return buttons == NULL || take_buttons (sending, buttons, number, error);
}

static gboolean
write_carousel (Sending              *sending,
                WaTemplateComponent  *carousel,
                GError              **error)
{
  GListModel *cards = G_LIST_MODEL (wa_template_component_get_cards (carousel));
  guint n = g_list_model_get_n_items (cards);
  g_autoptr(JsonArray) bodies = json_array_new ();
  g_autoptr(JsonArray) files = json_array_new ();

  if (n < WA_LIMIT_CARDS_FEWEST || n > WA_LIMIT_CARDS)
    return refuse (error, WA_ERROR_INVALID, _("A carousel has 2 to 10 cards. Refresh the template."));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(WaTemplateCard) card = g_list_model_get_item (cards, i);

      if (!write_card (sending, card, i + 1, bodies, files, error))
        return FALSE;
    }

  json_object_set_array_member (sending->body, "carouselBodies", g_steal_pointer (&bodies));
  json_object_set_array_member (sending->body, "carouselFileData", g_steal_pointer (&files));

  return TRUE;
}

static gboolean
write_offer (WaProvider           *provider,
             Sending              *sending,
             WaTemplateComponent  *offer,
             GError              **error)
{
  WaParameterField *field = wa_outgoing_find_field (sending->outgoing, WA_SECTION_OFFER_EXPIRY, 0, 0);
  g_autoptr(GDateTime) expiry = field != NULL ? wa_parameter_field_dup_time (field) : NULL;
  const char *unit = wa_provider_get_setting (provider, WA_PABBLY_OFFER_UNIT);
  JsonObject *fields;

  if (!wa_template_component_get_has_expiration (offer))
    return TRUE;
  if (expiry == NULL)
    return refuse (error, WA_ERROR_INVALID, _("Enter when the offer ends."));

  fields = json_object_new ();
  json_object_set_int_member (fields, "unixTimestamp",
                              g_date_time_to_unix (expiry) *
                              (g_str_equal (unit, WA_PABBLY_OFFER_UNIT_SECONDS) ? 1 : 1000));
  json_object_set_object_member (sending->body, "ltoFields", fields);

  return TRUE;
}

/* Broadcasts and campaigns have no documented place for some parts. */
static gboolean
check_place (Sending  *sending,
             GError  **error)
{
  if (sending->place == WA_PABBLY_PLACE_MESSAGE)
    return TRUE;

  if (wa_template_is_authentication (sending->template))
    return refuse (error, WA_ERROR_UNSUPPORTED,
                   _("A code is for one person. Send this template as a message."));
  if (wa_template_find (sending->template, WA_COMPONENT_CAROUSEL) != NULL ||
      wa_template_find (sending->template, WA_COMPONENT_LIMITED_TIME_OFFER) != NULL)
    return refuse (error, WA_ERROR_UNSUPPORTED,
                   _("Pabbly Chatflow’s broadcasts take no carousels and no limited-time offers. "
                     "Let WaDesk run the broadcast: it sends a message to each person."));

  return TRUE;
}

static gboolean
write_buttons (WaProvider  *provider,
               Sending     *sending,
               GError     **error)
{
  gboolean broadcast = sending->place == WA_PABBLY_PLACE_BROADCAST;
  const char *code_name = broadcast ? wa_provider_get_setting (provider, WA_PABBLY_COPY_CODE_KEY)
                                    : "copyCodeParam";
  g_auto(GStrv) urls = g_strv_builder_end (sending->urls);
  g_auto(GStrv) payloads = g_strv_builder_end (sending->payloads);

  if (sending->place == WA_PABBLY_PLACE_CAMPAIGN)
    return (urls[0] == NULL && sending->code == NULL) ||
           refuse (error, WA_ERROR_UNSUPPORTED,
                   _("Pabbly Chatflow’s campaigns take no values for buttons. "
                     "Send the template as a message, or choose one whose buttons need none."));

  wa_write_texts (sending->body, "urlVariables", (const char *const *) urls);
  wa_write_text (sending->body, code_name, sending->code);
  if (!broadcast)
    wa_write_texts (sending->body, "quickReplies", (const char *const *) payloads);

  return TRUE;
}

static gboolean
write_components (WaProvider  *provider,
                  Sending     *sending,
                  GError     **error)
{
  WaTemplateComponent *header = wa_template_find (sending->template, WA_COMPONENT_HEADER);
  WaTemplateComponent *body = wa_template_find (sending->template, WA_COMPONENT_BODY);
  WaTemplateComponent *offer = wa_template_find (sending->template, WA_COMPONENT_LIMITED_TIME_OFFER);
  WaTemplateComponent *carousel = wa_template_find (sending->template, WA_COMPONENT_CAROUSEL);
  WaTemplateComponent *buttons = wa_template_find (sending->template, WA_COMPONENT_BUTTONS);

  return write_header (sending, header, error) &&
         (body == NULL || write_variables (sending, "bodyParams", WA_SECTION_BODY, body, error)) &&
         (offer == NULL || write_offer (provider, sending, offer, error)) &&
         (carousel == NULL || write_carousel (sending, carousel, error)) &&
         (buttons == NULL || take_buttons (sending, buttons, 0, error)) &&
         write_buttons (provider, sending, error);
}

/**
 * wa_pabbly_write_template:
 * @place: where it is sent, since not every operation takes every part
 *
 * Writes the name of the message's template and all of its values.
 */
gboolean
wa_pabbly_write_template (WaProvider     *provider,
                          WaOutgoing     *outgoing,
                          WaPabblyPlace   place,
                          JsonObject     *body,
                          GError        **error)
{
  WaTemplate *template = wa_outgoing_get_template (outgoing);
  g_auto(Sending) sending = {
    .outgoing = outgoing,
    .template = template,
    .place = place,
    .body = body,
    .urls = g_strv_builder_new (),
    .payloads = g_strv_builder_new (),
  };

  if (!wa_template_values_check (outgoing, error) || !check_place (&sending, error))
    return FALSE;

  json_object_set_string_member (body, "templateName", wa_template_get_name (template));
  if (!wa_template_is_authentication (template))
    return write_components (provider, &sending, error);

  /* The text of a one-time code is Meta's own: only the code is sent. */
  if (!take_code (&sending, 0, WA_LIMIT_CODE_AUTHENTICATION, error))
    return FALSE;
  json_object_set_string_member (body, "copyCodeParam", sending.code);

  return TRUE;
}

static void
write_language (JsonObject *body,
                WaTemplate *template)
{
  if (wa_template_get_shared_name (template) ||
      wa_template_find (template, WA_COMPONENT_CAROUSEL) != NULL ||
      wa_template_find (template, WA_COMPONENT_LIMITED_TIME_OFFER) != NULL)
    wa_write_text (body, "languageCode", wa_template_get_language (template));
}

WA_PABBLY_BUILD (template_message)
{
  WaOutgoing *outgoing = WA_OUTGOING (args);
  g_autoptr(JsonObject) body = wa_pabbly_message_new (outgoing, "template", error);

  if (body == NULL || !wa_pabbly_write_template (provider, outgoing, WA_PABBLY_PLACE_MESSAGE, body, error))
    return FALSE;

  write_language (body, wa_outgoing_get_template (outgoing));
  wa_pabbly_write_contact (body, outgoing);
  wa_pabbly_set_message (request, g_steal_pointer (&body));

  return TRUE;
}
