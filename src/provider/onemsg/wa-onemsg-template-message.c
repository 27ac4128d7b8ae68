/* wa-onemsg-template-message.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-limits.h"
#include "provider/onemsg/wa-onemsg-private.h"
#include "provider/wa-checks.h"
#include "provider/wa-template-values.h"
#include "provider/wa-writing.h"
#include "template/wa-template-fields.h"
#include "template/wa-template-variables.h"

/* A template's values go the way Meta's own interface takes them: a list of entries, one for each component
 * that needs values.  The names are in lower case but for two, which 1msg wants as its document has them. */

typedef struct
{
  WaOutgoing *outgoing;
  guint       card;        /* from 1; 0 outside carousels */
  gboolean    offer;
  JsonArray  *entries;
} Writer;

static JsonObject *
parameter_new (const char *type,
               const char *name,
               const char *value)
{
  JsonObject *parameter = json_object_new ();

  json_object_set_string_member (parameter, "type", type);
  json_object_set_string_member (parameter, name, value);

  return parameter;
}

static void
add_entry (Writer     *writer,
           const char *type,
           JsonArray  *parameters)
{
  JsonObject *entry = json_object_new ();

  json_object_set_string_member (entry, "type", type);
  json_object_set_array_member (entry, "parameters", parameters);
  json_array_add_object_element (writer->entries, entry);
}

static void
add_single (Writer     *writer,
            const char *type,
            JsonObject *parameter)
{
  JsonArray *parameters = json_array_new ();

  json_array_add_object_element (parameters, parameter);
  add_entry (writer, type, parameters);
}

/* The index counts all buttons, and is a text. */
static void
add_button (Writer     *writer,
            const char *type,
            guint       index,
            JsonObject *parameter)
{
  JsonObject *entry;
  g_autofree char *number = g_strdup_printf ("%u", index);

  add_single (writer, "button", parameter);
  entry = json_array_get_object_element (writer->entries, json_array_get_length (writer->entries) - 1);
  json_object_set_string_member (entry, "sub_type", type);
  json_object_set_string_member (entry, "index", number);
}

/* `{{name}}` is told by its name, `{{1}}` by its place. */
static void
write_parameter_name (JsonObject *parameter,
                      const char *key)
{
  g_autofree char *name = g_strdup (key);

  g_strdelimit (name, "{}", ' ');
  g_strstrip (name);
  if (name[strspn (name, "0123456789")] != '\0')
    json_object_set_string_member (parameter, "parameter_name", name);
}

static gboolean
write_texts (Writer               *writer,
             const char           *type,
             WaParameterSection    section,
             WaTemplateComponent  *component,
             GError              **error)
{
  g_auto(GStrv) keys = wa_template_variables_scan (wa_template_component_get_text (component));
  g_auto(GStrv) values = wa_template_values_dup (writer->outgoing, section, writer->card, component, error);
  JsonArray *parameters;

  if (values == NULL)
    return FALSE;
  if (values[0] == NULL)
    return TRUE;

  parameters = json_array_new ();
  for (gsize i = 0; values[i] != NULL; i++)
    {
      JsonObject *parameter = parameter_new ("text", "text", values[i]);

      write_parameter_name (parameter, keys[i]);
      json_array_add_object_element (parameters, parameter);
    }
  add_entry (writer, type, parameters);

  return TRUE;
}

/* Videos and documents may be named by the id of an upload, pictures by their address only. */
static gboolean
write_media (Writer          *writer,
             WaHeaderFormat   format,
             GError         **error)
{
  const char *type = format == WA_HEADER_IMAGE ? "image" : format == WA_HEADER_VIDEO ? "video" : "document";
  const char *value = wa_template_values_get (writer->outgoing, WA_SECTION_MEDIA, writer->card);
  const char *filename = wa_template_values_get (writer->outgoing, WA_SECTION_FILENAME, writer->card);
  gboolean uploaded = format != WA_HEADER_IMAGE && !wa_is_empty (value) && strchr (value, ':') == NULL;
  JsonObject *file, *parameter;

  if ((!uploaded && !wa_check_link (value, error)) || !wa_check_filename (filename, error))
    return FALSE;

  file = json_object_new ();
  json_object_set_string_member (file, uploaded ? "id" : "link", value);
  if (format == WA_HEADER_DOCUMENT)
    wa_write_text (file, "filename", filename);
  parameter = json_object_new ();
  json_object_set_string_member (parameter, "type", type);
  json_object_set_object_member (parameter, type, file);
  add_single (writer, "header", parameter);

  return TRUE;
}

static gboolean
write_header (Writer               *writer,
              WaTemplateComponent  *header,
              GError              **error)
{
  WaHeaderFormat format = wa_template_component_get_format (header);

  switch (format)
    {
    case WA_HEADER_NONE:
      return TRUE;
    case WA_HEADER_TEXT:
      return write_texts (writer, "header", WA_SECTION_HEADER, header, error);
    case WA_HEADER_IMAGE:
    case WA_HEADER_VIDEO:
    case WA_HEADER_DOCUMENT:
      return write_media (writer, format, error);
    case WA_HEADER_LOCATION:
    case WA_HEADER_PRODUCT:
    case WA_HEADER_GIF:
    case WA_HEADER_UNKNOWN:
    default:
      return wa_onemsg_refuse (error, WA_ERROR_UNSUPPORTED,
                               _("1msg can’t send templates with such a header. "
                                 "Use one with text, a picture, a video or a document."));
    }
}

static gboolean
write_url (Writer            *writer,
           WaTemplateButton  *button,
           guint              index,
           GError           **error)
{
  const char *value;

  if (!wa_template_values_get_url (writer->outgoing, button, writer->card, index, &value, error))
    return FALSE;
  if (value != NULL)
    add_button (writer, "url", index, parameter_new ("text", "text", value));

  return TRUE;
}

static gboolean
write_quick_reply (Writer   *writer,
                   guint     index,
                   GError  **error)
{
  const char *payload = wa_template_values_get_for_button (writer->outgoing, WA_SECTION_QUICK_REPLY,
                                                           writer->card, index);

  if (!wa_check_length (payload, _("Answer of a button"), WA_LIMIT_PAYLOAD, error))
    return FALSE;
  if (!wa_is_empty (payload))
    add_button (writer, "quick_reply", index, parameter_new ("payload", "payload", payload));

  return TRUE;
}

static gboolean
write_code (Writer   *writer,
            guint     index,
            GError  **error)
{
  const char *code = wa_template_values_get (writer->outgoing, WA_SECTION_COPY_CODE, writer->card);

  if (!wa_check_text (code, _("Code"), writer->offer ? WA_LIMIT_CODE_OFFER : WA_LIMIT_CODE, error))
    return FALSE;

  add_button (writer, "copy_code", index, parameter_new ("coupon_code", "coupon_code", code));

  return TRUE;
}

/* WhatsApp shows the catalog's first product where none is named. */
static void
write_catalog (Writer *writer,
               guint   index)
{
  const char *product = wa_template_values_get (writer->outgoing, WA_SECTION_PRODUCT, writer->card);
  JsonObject *action, *parameter;

  if (wa_is_empty (product))
    return;

  action = json_object_new ();
  json_object_set_string_member (action, "thumbnail_product_retailer_id", product);
  parameter = json_object_new ();
  json_object_set_string_member (parameter, "type", "action");
  json_object_set_object_member (parameter, "action", action);
  add_button (writer, "CATALOG", index, parameter);
}

static gboolean
write_button (Writer            *writer,
              WaTemplateButton  *button,
              guint              index,
              GError           **error)
{
  switch ((int) wa_template_button_get_kind (button))
    {
    case WA_BUTTON_PHONE_NUMBER:
      return TRUE;
    case WA_BUTTON_URL:
      return write_url (writer, button, index, error);
    case WA_BUTTON_QUICK_REPLY:
      return write_quick_reply (writer, index, error);
    case WA_BUTTON_COPY_CODE:
      return write_code (writer, index, error);
    case WA_BUTTON_CATALOG:
      write_catalog (writer, index);
      return TRUE;
    default:
      g_set_error (error, WA_ERROR, WA_ERROR_UNSUPPORTED,
                   _("1msg can’t send templates with a button like “%s”. Use one with links, "
                     "phone numbers, quick replies, a code or a catalog."),
                   wa_template_button_get_text (button));
      return FALSE;
    }
}

static gboolean
write_buttons (Writer               *writer,
               WaTemplateComponent  *component,
               GError              **error)
{
  GListModel *buttons = G_LIST_MODEL (wa_template_component_get_buttons (component));

  for (guint i = 0; i < g_list_model_get_n_items (buttons); i++)
    {
      g_autoptr(WaTemplateButton) button = g_list_model_get_item (buttons, i);

      if (!write_button (writer, button, i, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_catalog_button (WaTemplateComponent *component)
{
  GListModel *buttons = G_LIST_MODEL (wa_template_component_get_buttons (component));
  g_autoptr(WaTemplateButton) first = g_list_model_get_item (buttons, 0);

  return first != NULL && wa_template_button_get_kind (first) == WA_BUTTON_CATALOG;
}

static gboolean
write_offer (Writer               *writer,
             WaTemplateComponent  *offer,
             GError              **error)
{
  WaParameterField *field = wa_outgoing_find_field (writer->outgoing, WA_SECTION_OFFER_EXPIRY, 0, 0);
  g_autoptr(GDateTime) expiry = field != NULL ? wa_parameter_field_dup_time (field) : NULL;
  JsonObject *parameter, *details;

  if (!wa_template_component_get_has_expiration (offer))
    return TRUE;
  if (expiry == NULL)
    return wa_onemsg_refuse (error, WA_ERROR_INVALID, _("Enter when the offer ends."));

  details = json_object_new ();
  json_object_set_int_member (details, "expiration_time_ms", g_date_time_to_unix (expiry) * 1000);
  parameter = json_object_new ();
  json_object_set_string_member (parameter, "type", "limited_time_offer");
  json_object_set_object_member (parameter, "limited_time_offer", details);
  add_single (writer, "limited_time_offer", parameter);

  return TRUE;
}

static gboolean
write_components (Writer      *writer,
                  GListModel  *components,
                  GError     **error)
{
  WaTemplateComponent *header = wa_template_fields_component (components, WA_COMPONENT_HEADER);
  WaTemplateComponent *offer = wa_template_fields_component (components, WA_COMPONENT_LIMITED_TIME_OFFER);
  WaTemplateComponent *body = wa_template_fields_component (components, WA_COMPONENT_BODY);
  WaTemplateComponent *buttons = wa_template_fields_component (components, WA_COMPONENT_BUTTONS);
  /* The document's example has a catalog's button before the text. */
  gboolean buttons_first = buttons != NULL && has_catalog_button (buttons);

  return (header == NULL || write_header (writer, header, error)) &&
         (!buttons_first || write_buttons (writer, buttons, error)) &&
         (offer == NULL || write_offer (writer, offer, error)) &&
         (body == NULL || write_texts (writer, "body", WA_SECTION_BODY, body, error)) &&
         (buttons == NULL || buttons_first || write_buttons (writer, buttons, error));
}

static JsonObject *
card_object (Writer          *outer,
             WaTemplateCard  *card,
             guint            index,
             GError         **error)
{
  g_autoptr(JsonArray) entries = json_array_new ();
  Writer writer = { outer->outgoing, index + 1, outer->offer, entries };
  JsonObject *object;

  if (!write_components (&writer, G_LIST_MODEL (wa_template_card_get_components (card)), error))
    return NULL;

  object = json_object_new ();
  json_object_set_int_member (object, "card_index", index);
  json_object_set_array_member (object, "components", g_steal_pointer (&entries));

  return object;
}

static gboolean
write_carousel (Writer               *writer,
                WaTemplateComponent  *carousel,
                GError              **error)
{
  GListModel *cards = G_LIST_MODEL (wa_template_component_get_cards (carousel));
  guint n = g_list_model_get_n_items (cards);
  g_autoptr(JsonArray) array = json_array_new ();
  JsonObject *entry;

  if (n < WA_LIMIT_CARDS_FEWEST || n > WA_LIMIT_CARDS)
    return wa_onemsg_refuse (error, WA_ERROR_INVALID,
                             _("A carousel has 2 to 10 cards. Refresh the template."));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(WaTemplateCard) card = g_list_model_get_item (cards, i);
      JsonObject *object = card_object (writer, card, i, error);

      if (object == NULL)
        return FALSE;
      json_array_add_object_element (array, object);
    }

  entry = json_object_new ();
  json_object_set_string_member (entry, "type", "CAROUSEL");
  json_object_set_array_member (entry, "cards", g_steal_pointer (&array));
  json_array_add_object_element (writer->entries, entry);

  return TRUE;
}

/* The text of a one-time code is Meta's own; the code stands in it, and behind its button. */
static gboolean
write_authentication (Writer   *writer,
                      GError  **error)
{
  const char *code = wa_template_values_get (writer->outgoing, WA_SECTION_COPY_CODE, 0);

  if (!wa_check_text (code, _("Code"), WA_LIMIT_CODE_AUTHENTICATION, error))
    return FALSE;

  add_single (writer, "body", parameter_new ("text", "text", code));
  add_button (writer, "url", 0, parameter_new ("text", "text", code));

  return TRUE;
}

static gboolean
write_values (WaOutgoing  *outgoing,
              JsonObject  *body,
              GError     **error)
{
  WaTemplate *template = wa_outgoing_get_template (outgoing);
  WaTemplateComponent *carousel = wa_template_find (template, WA_COMPONENT_CAROUSEL);
  g_autoptr(JsonArray) entries = json_array_new ();
  Writer writer = {
    .outgoing = outgoing,
    .offer = wa_template_find (template, WA_COMPONENT_LIMITED_TIME_OFFER) != NULL,
    .entries = entries,
  };
  gboolean good;

  if (wa_template_is_authentication (template))
    good = write_authentication (&writer, error);
  else
    good = write_components (&writer, G_LIST_MODEL (wa_template_get_components (template)), error) &&
           (carousel == NULL || write_carousel (&writer, carousel, error));
  if (good)
    wa_write_array (body, "params", g_steal_pointer (&entries));

  return good;
}

WA_ONEMSG_BUILD (template_message)
{
  WaOutgoing *outgoing = WA_OUTGOING (args);
  WaTemplate *template = wa_outgoing_get_template (outgoing);
  g_autoptr(JsonObject) body = NULL;
  JsonObject *language;

  if (!wa_template_values_check (outgoing, error) ||
      !wa_check_chosen (wa_template_get_language (template),
                        _("The template has no language. Refresh the templates."), error) ||
      (body = wa_onemsg_message_new (outgoing, error)) == NULL ||
      !write_values (outgoing, body, error))
    return FALSE;

  language = json_object_new ();
  json_object_set_string_member (language, "policy", "deterministic");
  json_object_set_string_member (language, "code", wa_template_get_language (template));
  json_object_set_object_member (body, "language", language);
  json_object_set_string_member (body, "template", wa_template_get_name (template));
  /* It must be there, even where nobody knows it. */
  json_object_set_string_member (body, "namespace", wa_template_get_namespace (template));

  return wa_onemsg_post (provider, request, "sendTemplate", g_steal_pointer (&body), error);
}
