/* wa-whatomate-template-message.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-limits.h"
#include "provider/wa-checks.h"
#include "provider/wa-template-values.h"
#include "provider/wa-writing.h"
#include "provider/whatomate/wa-whatomate-private.h"
#include "template/wa-template-variables.h"

/* A template has three maps for its values here: header, body and the addresses of buttons.  What has no
 * place in them is refused, because Meta would refuse the message without it. */

static gboolean
refuse (GError     **error,
        WaError      code,
        const char  *text)
{
  g_set_error_literal (error, WA_ERROR, (int) code, text);

  return FALSE;
}

static gboolean
check_header (WaTemplateComponent  *header,
              GError              **error)
{
  WaHeaderFormat format = wa_template_component_get_format (header);

  return format == WA_HEADER_NONE || format == WA_HEADER_TEXT ||
         refuse (error, WA_ERROR_UNSUPPORTED,
                 _("whatomate can’t put a file or a place into the header of a template for one person. "
                   "Send it as a broadcast, or choose a template without it."));
}

static gboolean
check_button (WaTemplateButton  *button,
              WaParameterField  *payload,
              GError           **error)
{
  switch ((int) wa_template_button_get_kind (button))
    {
    case WA_BUTTON_QUICK_REPLY:
      return payload == NULL || wa_is_empty (wa_parameter_field_get_value (payload)) ||
             g_str_equal (wa_parameter_field_get_value (payload), wa_template_button_get_text (button)) ||
             refuse (error, WA_ERROR_UNSUPPORTED,
                     _("whatomate can’t send an answer of your own with a quick reply. Leave it as it was."));
    case WA_BUTTON_URL:
    case WA_BUTTON_PHONE_NUMBER:
    case WA_BUTTON_VOICE_CALL:
    case WA_BUTTON_REQUEST_CONTACT_INFO:
      return TRUE;
    default:
      return refuse (error, WA_ERROR_UNSUPPORTED,
                     _("whatomate can fill in the addresses of buttons only, not codes, products or flows. "
                       "Choose another template."));
    }
}

static WaParameterField *
find_button_field (WaOutgoing         *outgoing,
                   WaParameterSection  section,
                   guint               button)
{
  WaParameterField *field;

  for (guint nth = 0; (field = wa_outgoing_find_field (outgoing, section, 0, nth)) != NULL; nth++)
    if (wa_parameter_field_get_button (field) == button)
      return field;

  return NULL;
}

static gboolean
check_buttons (WaOutgoing           *outgoing,
               WaTemplateComponent  *component,
               GError              **error)
{
  GListModel *buttons = G_LIST_MODEL (wa_template_component_get_buttons (component));

  for (guint i = 0; i < g_list_model_get_n_items (buttons); i++)
    {
      g_autoptr(WaTemplateButton) button = g_list_model_get_item (buttons, i);

      if (!check_button (button, find_button_field (outgoing, WA_SECTION_QUICK_REPLY, i), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_component (WaOutgoing           *outgoing,
                 WaTemplateComponent  *component,
                 JsonObject           *body,
                 GError              **error)
{
  switch ((int) wa_template_component_get_kind (component))
    {
    case WA_COMPONENT_HEADER:
      return check_header (component, error);
    case WA_COMPONENT_BUTTONS:
      return check_buttons (outgoing, component, error);
    case WA_COMPONENT_BODY:
    case WA_COMPONENT_FOOTER:
      return TRUE;
    default:
      return refuse (error, WA_ERROR_UNSUPPORTED,
                     _("whatomate can’t send templates with a carousel or a limited-time offer. "
                       "Choose another template."));
    }
}

/* The variable of a button's address is counted over all buttons, from 0. */
static gboolean
write_buttons (WaOutgoing           *outgoing,
               WaTemplateComponent  *component,
               JsonObject           *body,
               GError              **error)
{
  GListModel *buttons = G_LIST_MODEL (wa_template_component_get_buttons (component));
  g_autoptr(JsonObject) params = json_object_new ();

  for (guint i = 0; i < g_list_model_get_n_items (buttons); i++)
    {
      g_autoptr(WaTemplateButton) button = g_list_model_get_item (buttons, i);
      g_auto(GStrv) keys = wa_template_variables_scan (wa_template_button_get_url (button));
      WaParameterField *field = find_button_field (outgoing, WA_SECTION_URL_BUTTON, i);
      g_autofree char *index = g_strdup_printf ("%u", i);

      if (keys[0] == NULL)
        continue;
      if (!wa_check_text (field != NULL ? wa_parameter_field_get_value (field) : NULL,
                          wa_template_button_get_text (button), WA_LIMIT_URL, error))
        return FALSE;
      json_object_set_string_member (params, index, wa_parameter_field_get_value (field));
    }

  wa_write_object (body, "button_params", g_steal_pointer (&params));

  return TRUE;
}

/* The variables have names or numbers, which the server tells apart for all of them at once. */
static gboolean
write_variables (WaOutgoing           *outgoing,
                 WaParameterSection    section,
                 WaTemplateComponent  *component,
                 const char           *name,
                 JsonObject           *body,
                 GError              **error)
{
  g_auto(GStrv) keys = wa_template_variables_scan (wa_template_component_get_text (component));
  g_auto(GStrv) values = wa_template_values_dup (outgoing, section, 0, component, error);
  g_autoptr(JsonObject) params = json_object_new ();
  guint n_numbers = 0;

  if (values == NULL)
    return FALSE;

  for (gsize i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *key = g_strndup (keys[i] + 2, strlen (keys[i]) - 4);

      n_numbers += key[strspn (key, "0123456789")] == '\0';
      json_object_set_string_member (params, key, values[i]);
    }

  if (n_numbers > 0 && n_numbers != g_strv_length (keys))
    return refuse (error, WA_ERROR_INVALID,
                   _("The template’s variables have names and numbers. Use one of them for all."));

  wa_write_object (body, name, g_steal_pointer (&params));

  return TRUE;
}

static gboolean
write_component (WaOutgoing           *outgoing,
                 WaTemplateComponent  *component,
                 JsonObject           *body,
                 GError              **error)
{
  switch ((int) wa_template_component_get_kind (component))
    {
    case WA_COMPONENT_HEADER:
      return write_variables (outgoing, WA_SECTION_HEADER, component, "header_params", body, error);
    case WA_COMPONENT_BODY:
      return write_variables (outgoing, WA_SECTION_BODY, component, "template_params", body, error);
    case WA_COMPONENT_BUTTONS:
      return write_buttons (outgoing, component, body, error);
    default:
      return TRUE;
    }
}

/* A known contact by its id, since its number may be hidden; any other number makes a contact. */
static gboolean
write_recipient (WaOutgoing  *outgoing,
                 JsonObject  *body,
                 GError     **error)
{
  const char *contact = wa_outgoing_get_contact_id (outgoing);
  g_autofree char *number = NULL;

  if (!wa_is_empty (contact))
    {
      if (!wa_whatomate_check_id (contact, error))
        return FALSE;
      json_object_set_string_member (body, "contact_id", contact);
      return TRUE;
    }

  if ((number = wa_check_number (wa_outgoing_get_recipient (outgoing), error)) == NULL)
    return FALSE;
  json_object_set_string_member (body, "phone_number", number);

  return TRUE;
}

/* By its id where that is known: a name stands for any of its languages. */
static gboolean
write_template (WaTemplate  *template,
                JsonObject  *body,
                GError     **error)
{
  const char *id = wa_template_get_remote_id (template);

  if (!wa_is_empty (wa_template_get_status (template)) && !wa_template_is_sendable (template))
    return refuse (error, WA_ERROR_INVALID, _("Meta has not approved this template. Choose another one."));

  if (wa_is_empty (id))
    {
      if (!wa_check_text (wa_template_get_name (template), _("Template"), WA_LIMIT_TEMPLATE_NAME, error))
        return FALSE;
      json_object_set_string_member (body, "template_name", wa_template_get_name (template));
      return TRUE;
    }

  if (!wa_whatomate_check_id (id, error))
    return FALSE;
  json_object_set_string_member (body, "template_id", id);

  return TRUE;
}

typedef gboolean (*ComponentFunc) (WaOutgoing           *outgoing,
                                   WaTemplateComponent  *component,
                                   JsonObject           *body,
                                   GError              **error);

static gboolean
each_component (WaOutgoing     *outgoing,
                WaTemplate     *template,
                ComponentFunc   function,
                JsonObject     *body,
                GError        **error)
{
  GListModel *components = G_LIST_MODEL (wa_template_get_components (template));

  for (guint i = 0; i < g_list_model_get_n_items (components); i++)
    {
      g_autoptr(WaTemplateComponent) component = g_list_model_get_item (components, i);

      if (!function (outgoing, component, body, error))
        return FALSE;
    }

  return TRUE;
}

WA_WHATOMATE_BUILD (template_message)
{
  WaOutgoing *outgoing = WA_OUTGOING (args);
  WaTemplate *template = wa_outgoing_get_template (outgoing);
  g_autoptr(JsonObject) body = json_object_new ();

  if (template == NULL)
    return refuse (error, WA_ERROR_INVALID, _("Choose a template."));
  if (!write_recipient (outgoing, body, error) || !write_template (template, body, error) ||
      !each_component (outgoing, template, check_component, body, error) ||
      !each_component (outgoing, template, write_component, body, error))
    return FALSE;

  wa_write_text (body, "account_name",
                 wa_whatomate_account (provider, wa_template_get_account_name (template)));
  wa_whatomate_begin (provider, request, "POST");
  wa_request_append_path (request, "api", "messages", "template", NULL);
  wa_request_take_json_object (request, g_steal_pointer (&body));

  return TRUE;
}
