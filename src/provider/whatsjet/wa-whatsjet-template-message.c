/* wa-whatsjet-template-message.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-util.h"
#include "model/wa-limits.h"
#include "provider/wa-checks.h"
#include "provider/wa-template-values.h"
#include "provider/wa-writing.h"
#include "provider/whatsjet/wa-whatsjet-private.h"
#include "template/wa-template-fields.h"
#include "template/wa-template-problem.h"
#include "template/wa-value-check.h"

/* The values of a template are flat members of the body: there is no tree of components.  Variables count
 * from 1 (`field_1`), buttons from 0 over all buttons of the template (`button_0`), the rest has a name of its
 * own.  The server fills in what stands in single braces from the contact, so that braces are never escaped. */

#define MOST_NAME_CHARACTERS 240
#define MOST_PLACE_CHARACTERS 1000

/* What an address may hold as it is, and the braces of what the server fills in. */
#define ADDRESS_CHARACTERS ":/?#[]@!$&'()*+,;=%{}"

typedef struct
{
  WaOutgoing *outgoing;
  WaTemplate *template;
  JsonObject *body;
} Sending;

/* The same rules as those of the form, since a message may come from elsewhere. */
static gboolean
check_values (WaOutgoing  *outgoing,
              GError     **error)
{
  GListModel *fields = G_LIST_MODEL (wa_outgoing_get_fields (outgoing));
  g_autoptr(GListStore) problems = g_list_store_new (WA_TYPE_TEMPLATE_PROBLEM);
  WaTemplateProblem *problem;

  for (guint i = 0; i < g_list_model_get_n_items (fields); i++)
    {
      g_autoptr(WaParameterField) field = g_list_model_get_item (fields, i);

      wa_value_check (field, problems);
    }

  problem = wa_template_problems_first_error (G_LIST_MODEL (problems));

  return problem == NULL ||
         wa_whatsjet_refuse (error, WA_ERROR_INVALID, wa_template_problem_get_message (problem));
}

/* A list of templates says nothing about what they hold. */
static gboolean
check_template (Sending  *sending,
                GError  **error)
{
  if (!wa_template_values_check (sending->outgoing, error) ||
      !wa_check_chosen (wa_template_get_language (sending->template),
                        _("The template has no language. Enter the one that it was approved in."), error))
    return FALSE;

  if (g_list_model_get_n_items (G_LIST_MODEL (wa_template_get_components (sending->template))) == 0)
    return wa_whatsjet_refuse (error, WA_ERROR_INVALID,
                               _("WhatsJet does not tell what this template holds. "
                                 "Enter its parts here, as they were approved, then send it."));
  if (wa_template_is_authentication (sending->template))
    return wa_whatsjet_refuse (error, WA_ERROR_UNSUPPORTED,
                               _("WhatsJet has no documented way to send one-time codes. "
                                 "Choose a template of another category."));
  if (wa_template_find (sending->template, WA_COMPONENT_LIMITED_TIME_OFFER) != NULL)
    return wa_whatsjet_refuse (error, WA_ERROR_UNSUPPORTED,
                               _("WhatsJet can’t send limited-time offers. Choose a template without one."));

  return check_values (sending->outgoing, error);
}

static gboolean
write_link (Sending     *sending,
            const char  *name,
            GError     **error)
{
  const char *link = wa_template_values_get (sending->outgoing, WA_SECTION_MEDIA, 0);

  if (!wa_check_link (link, error))
    return FALSE;

  json_object_set_string_member (sending->body, name, link);

  return TRUE;
}

static gboolean
write_document (Sending  *sending,
                GError  **error)
{
  const char *link = wa_template_values_get (sending->outgoing, WA_SECTION_MEDIA, 0);
  const char *given = wa_template_values_get (sending->outgoing, WA_SECTION_FILENAME, 0);
  g_autofree char *found = wa_dup_link_filename (link);
  const char *filename = wa_is_empty (given) ? found : given;

  if (!write_link (sending, "header_document", error) ||
      !wa_check_text (filename, _("File name"), MOST_NAME_CHARACTERS, error) ||
      !wa_check_filename (filename, error))
    return FALSE;

  json_object_set_string_member (sending->body, "header_document_name", filename);

  return TRUE;
}

static const char *
find_location (WaOutgoing *outgoing,
               const char *key)
{
  WaParameterField *field;

  for (guint nth = 0; (field = wa_outgoing_find_field (outgoing, WA_SECTION_LOCATION, 0, nth)) != NULL; nth++)
    if (g_str_equal (wa_parameter_field_get_key (field), key))
      return wa_parameter_field_get_value (field);

  return "";
}

/* Degrees are strings here, with a point whatever the user's language writes. */
static gboolean
write_degrees (Sending     *sending,
               const char  *name,
               const char  *key,
               double       most,
               GError     **error)
{
  const char *value = find_location (sending->outgoing, key);
  double degrees = g_ascii_strtod (value, NULL);

  if (!g_regex_match_simple ("^-?[0-9]{1,3}(\\.[0-9]+)?$", value, G_REGEX_DOLLAR_ENDONLY, 0) ||
      degrees < -most || degrees > most)
    {
      g_set_error (error, WA_ERROR, WA_ERROR_INVALID,
                   _("Enter degrees from −%d to %d, with a point: 48.137."), (int) most, (int) most);
      return FALSE;
    }

  json_object_set_string_member (sending->body, name, value);

  return TRUE;
}

static gboolean
write_location (Sending  *sending,
                GError  **error)
{
  const char *name = find_location (sending->outgoing, "name");
  const char *address = find_location (sending->outgoing, "address");

  if (!write_degrees (sending, "location_latitude", "latitude", 90, error) ||
      !write_degrees (sending, "location_longitude", "longitude", 180, error) ||
      !wa_check_text (name, _("Name of the place"), MOST_PLACE_CHARACTERS, error) ||
      !wa_check_text (address, _("Address of the place"), MOST_PLACE_CHARACTERS, error))
    return FALSE;

  json_object_set_string_member (sending->body, "location_name", name);
  json_object_set_string_member (sending->body, "location_address", address);

  return TRUE;
}

static gboolean
write_variables (Sending              *sending,
                 const char           *prefix,
                 WaParameterSection    section,
                 WaTemplateComponent  *component,
                 GError              **error)
{
  g_auto(GStrv) values = wa_template_values_dup (sending->outgoing, section, 0, component, error);

  if (values == NULL)
    return FALSE;

  for (guint i = 0; values[i] != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s%u", prefix, i + 1);

      json_object_set_string_member (sending->body, name, values[i]);
    }

  return TRUE;
}

/* Of all the members that a header may have, only those of the template's own are sent. */
static gboolean
write_header (Sending              *sending,
              WaTemplateComponent  *header,
              GError              **error)
{
  const char *text = wa_template_values_get (sending->outgoing, WA_SECTION_HEADER, 0);

  switch ((int) wa_template_component_get_format (header))
    {
    case WA_HEADER_NONE:
      return TRUE;
    case WA_HEADER_TEXT:
      return wa_check_length (text, _("Header"), WA_LIMIT_HEADER_TEXT, error) &&
             write_variables (sending, "header_field_", WA_SECTION_HEADER, header, error);
    case WA_HEADER_IMAGE:
      return write_link (sending, "header_image", error);
    case WA_HEADER_VIDEO:
      return write_link (sending, "header_video", error);
    case WA_HEADER_DOCUMENT:
      return write_document (sending, error);
    case WA_HEADER_LOCATION:
      return write_location (sending, error);
    default:
      return wa_whatsjet_refuse (error, WA_ERROR_UNSUPPORTED,
                                 _("WhatsJet can’t send templates with such a header. Use one with text, "
                                   "a picture, a video, a document or a place."));
    }
}

static gboolean
write_url (Sending           *sending,
           WaTemplateButton  *button,
           guint              index,
           GError           **error)
{
  g_autofree char *name = g_strdup_printf ("button_%u", index);
  g_autofree char *escaped = NULL;
  const char *value;

  if (!wa_template_values_get_url (sending->outgoing, button, 0, index, &value, error))
    return FALSE;
  if (value == NULL)
    return TRUE;

  escaped = g_uri_escape_string (value, ADDRESS_CHARACTERS, FALSE);
  json_object_set_string_member (sending->body, name, escaped);

  return wa_check_length (escaped, wa_template_button_get_text (button), WA_LIMIT_URL, error);
}

static gboolean
write_code (Sending  *sending,
            GError  **error)
{
  const char *code = wa_template_values_get (sending->outgoing, WA_SECTION_COPY_CODE, 0);

  if (!wa_check_text (code, _("Code"), WA_LIMIT_CODE, error))
    return FALSE;

  json_object_set_string_member (sending->body, "copy_code", code);

  return TRUE;
}

static gboolean
check_reply (Sending           *sending,
             WaTemplateButton  *button,
             guint              card,
             guint              index,
             GError           **error)
{
  const char *payload = wa_template_values_get_for_button (sending->outgoing, WA_SECTION_QUICK_REPLY,
                                                           card, index);

  return wa_is_empty (payload) || g_str_equal (payload, wa_template_button_get_text (button)) ||
         wa_whatsjet_refuse (error, WA_ERROR_UNSUPPORTED,
                             _("With WhatsJet, a quick reply answers with its own text. "
                               "Leave its answer as it was."));
}

static gboolean
refuse_button (WaTemplateButton  *button,
               GError           **error)
{
  g_set_error (error, WA_ERROR, WA_ERROR_UNSUPPORTED,
               _("WhatsJet can’t send templates with a button like “%s”. Use one with links, phone numbers, "
                 "a code or quick replies."), wa_template_button_get_text (button));

  return FALSE;
}

static gboolean
write_button (Sending           *sending,
              WaTemplateButton  *button,
              guint              index,
              GError           **error)
{
  switch ((int) wa_template_button_get_kind (button))
    {
    case WA_BUTTON_PHONE_NUMBER:
      return TRUE;
    case WA_BUTTON_URL:
      return write_url (sending, button, index, error);
    case WA_BUTTON_COPY_CODE:
      return write_code (sending, error);
    case WA_BUTTON_QUICK_REPLY:
      return check_reply (sending, button, 0, index, error);
    default:
      return refuse_button (button, error);
    }
}

static gboolean
write_buttons (Sending              *sending,
               WaTemplateComponent  *component,
               GError              **error)
{
  GListModel *buttons = G_LIST_MODEL (wa_template_component_get_buttons (component));

  for (guint i = 0; i < g_list_model_get_n_items (buttons); i++)
    {
      g_autoptr(WaTemplateButton) button = g_list_model_get_item (buttons, i);

      if (!write_button (sending, button, i, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_template (Sending  *sending,
                GError  **error)
{
  WaTemplateComponent *header = wa_template_find (sending->template, WA_COMPONENT_HEADER);
  WaTemplateComponent *body = wa_template_find (sending->template, WA_COMPONENT_BODY);
  WaTemplateComponent *buttons = wa_template_find (sending->template, WA_COMPONENT_BUTTONS);

  json_object_set_string_member (sending->body, "template_name", wa_template_get_name (sending->template));
  json_object_set_string_member (sending->body, "template_language",
                                 wa_template_get_language (sending->template));

  return (header == NULL || write_header (sending, header, error)) &&
         (body == NULL || write_variables (sending, "field_", WA_SECTION_BODY, body, error)) &&
         (buttons == NULL || write_buttons (sending, buttons, error));
}

WA_WHATSJET_BUILD (template_message)
{
  WaOutgoing *outgoing = WA_OUTGOING (args);
  g_autoptr(JsonObject) body = NULL;
  Sending sending = { .outgoing = outgoing, .template = wa_outgoing_get_template (outgoing) };

  if (!check_template (&sending, error))
    return FALSE;
  if (wa_template_find (sending.template, WA_COMPONENT_CAROUSEL) != NULL)
    return wa_whatsjet_refuse (error, WA_ERROR_UNSUPPORTED,
                               _("WhatsJet’s documented operations can’t send cards. Choose a template "
                                 "without cards; or allow additional operations in the account’s settings, "
                                 "if your server has them."));
  if ((body = wa_whatsjet_message_new (provider, outgoing, error)) == NULL)
    return FALSE;

  sending.body = body;

  return write_template (&sending, error) &&
         wa_whatsjet_write_contact (body, outgoing, FALSE, error) &&
         wa_whatsjet_set_message (provider, request, "send-template-message", body, error);
}

/* Cards: each has a file and buttons, but no place for values */

gboolean
wa_whatsjet_is_carousel (WaProvider *provider,
                         GObject    *args)
{
  WaTemplate *template = wa_outgoing_get_template (WA_OUTGOING (args));

  return template != NULL && wa_template_find (template, WA_COMPONENT_CAROUSEL) != NULL;
}

static gboolean
refuse_card (GError **error)
{
  return wa_whatsjet_refuse (error, WA_ERROR_UNSUPPORTED,
                             _("WhatsJet drops the values of cards. Choose a template whose cards have no "
                               "variables, only pictures or videos."));
}

static gboolean
write_card_button (JsonArray         *words,
                   Sending           *sending,
                   WaTemplateButton  *button,
                   guint              card,
                   guint              index,
                   GError           **error)
{
  switch ((int) wa_template_button_get_kind (button))
    {
    case WA_BUTTON_QUICK_REPLY:
      json_array_add_string_element (words, "QUICK_REPLY");
      return check_reply (sending, button, card, index, error);
    case WA_BUTTON_PHONE_NUMBER:
      json_array_add_string_element (words, "PHONE_NUMBER");
      return TRUE;
    case WA_BUTTON_URL:
      json_array_add_string_element (words, "URL");
      return strstr (wa_template_button_get_url (button), "{{") == NULL || refuse_card (error);
    default:
      return refuse_button (button, error);
    }
}

static gboolean
write_card_buttons (JsonObject           *object,
                    Sending              *sending,
                    WaTemplateComponent  *component,
                    guint                 card,
                    GError              **error)
{
  GListModel *buttons;
  JsonArray *words = json_array_new ();

  json_object_set_array_member (object, "button_type", words);
  if (component == NULL)
    return TRUE;

  buttons = G_LIST_MODEL (wa_template_component_get_buttons (component));
  for (guint i = 0; i < g_list_model_get_n_items (buttons); i++)
    {
      g_autoptr(WaTemplateButton) button = g_list_model_get_item (buttons, i);

      if (!write_card_button (words, sending, button, card, i, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_card (JsonArray       *cards,
            Sending         *sending,
            WaTemplateCard  *card,
            GError         **error)
{
  GListModel *components = G_LIST_MODEL (wa_template_card_get_components (card));
  WaTemplateComponent *header = wa_template_fields_component (components, WA_COMPONENT_HEADER);
  WaTemplateComponent *body = wa_template_fields_component (components, WA_COMPONENT_BODY);
  WaTemplateComponent *buttons = wa_template_fields_component (components, WA_COMPONENT_BUTTONS);
  WaHeaderFormat format = header != NULL ? wa_template_component_get_format (header) : WA_HEADER_NONE;
  guint number = json_array_get_length (cards) + 1;
  const char *link = wa_template_values_get (sending->outgoing, WA_SECTION_MEDIA, number);
  JsonObject *object;

  if ((format != WA_HEADER_IMAGE && format != WA_HEADER_VIDEO) ||
      (body != NULL && strstr (wa_template_component_get_text (body), "{{") != NULL))
    return refuse_card (error);
  if (!wa_check_link (link, error))
    return FALSE;

  object = json_object_new ();
  json_array_add_object_element (cards, object);
  json_object_set_string_member (object, "media_type", format == WA_HEADER_IMAGE ? "IMAGE" : "VIDEO");
  json_object_set_string_member (object, "media_url", link);

  return write_card_buttons (object, sending, buttons, number, error);
}

static gboolean
write_cards (Sending  *sending,
             GError  **error)
{
  WaTemplateComponent *carousel = wa_template_find (sending->template, WA_COMPONENT_CAROUSEL);
  GListModel *cards = G_LIST_MODEL (wa_template_component_get_cards (carousel));
  guint n = g_list_model_get_n_items (cards);
  JsonArray *array = json_array_new ();

  json_object_set_array_member (sending->body, "carousel_templates", array);
  if (n < WA_LIMIT_CARDS_FEWEST || n > WA_LIMIT_CARDS)
    return wa_whatsjet_refuse (error, WA_ERROR_INVALID,
                               _("A carousel has two to ten cards. "
                                 "Refresh the template, or choose another."));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(WaTemplateCard) card = g_list_model_get_item (cards, i);

      if (!write_card (array, sending, card, error))
        return FALSE;
    }

  return TRUE;
}

WA_WHATSJET_BUILD (carousel_message)
{
  WaOutgoing *outgoing = WA_OUTGOING (args);
  g_autoptr(JsonObject) body = NULL;
  Sending sending = { .outgoing = outgoing, .template = wa_outgoing_get_template (outgoing) };

  if (!check_template (&sending, error) ||
      (body = wa_whatsjet_message_new (provider, outgoing, error)) == NULL)
    return FALSE;

  sending.body = body;

  return write_template (&sending, error) && write_cards (&sending, error) &&
         wa_whatsjet_write_contact (body, outgoing, FALSE, error) &&
         wa_whatsjet_set_message (provider, request, "send-carousel-template-message", body, error);
}
