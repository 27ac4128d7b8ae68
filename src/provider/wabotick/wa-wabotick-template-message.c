/* wa-wabotick-template-message.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "provider/wa-checks.h"
#include "provider/wa-template-values.h"
#include "provider/wabotick/wa-wabotick-private.h"
#include "template/wa-template-fields.h"

/* A template goes by its id, its values by the names that its variables have on Wabotick's web page. */

static gboolean
refuse (GError     **error,
        WaError      code,
        const char  *text)
{
  g_set_error_literal (error, WA_ERROR, (int) code, text);

  return FALSE;
}

/**
 * wa_wabotick_get_template_id:
 *
 * Returns: the template's id, of the two that it has the one that this server wants
 */
const char *
wa_wabotick_get_template_id (WaProvider *provider,
                             WaTemplate *template)
{
  const char *meta_id = wa_template_get_meta_id (template);
  const char *wanted = wa_provider_get_setting (provider, WA_WABOTICK_TEMPLATE_ID);

  if (g_str_equal (wanted, WA_WABOTICK_TEMPLATE_ID_META) && !wa_is_empty (meta_id))
    return meta_id;

  return wa_template_get_remote_id (template);
}

/**
 * wa_wabotick_check_template:
 * @template: (nullable):
 *
 * Returns: whether it is a template that may be sent, else %FALSE with %WA_ERROR_INVALID or
 *   %WA_ERROR_UNSUPPORTED
 */
gboolean
wa_wabotick_check_template (WaTemplate  *template,
                            GError     **error)
{
  const char *status = template != NULL ? wa_template_get_status (template) : "";

  if (template == NULL || !wa_wabotick_check_digits (wa_template_get_remote_id (template)))
    return refuse (error, WA_ERROR_INVALID, _("Choose a template. Refresh the templates if there is none."));
  if (g_str_equal (status, WA_WABOTICK_UNMAPPED))
    return refuse (error, WA_ERROR_INVALID, wa_template_get_rejected_reason (template));
  if (!wa_is_empty (status) && !wa_template_is_sendable (template))
    return refuse (error, WA_ERROR_INVALID,
                   _("WhatsApp has not approved this template. "
                     "Choose another one, or wait for the approval."));
  if (wa_template_find (template, WA_COMPONENT_CAROUSEL) != NULL ||
      wa_template_find (template, WA_COMPONENT_LIMITED_TIME_OFFER) != NULL)
    return refuse (error, WA_ERROR_UNSUPPORTED,
                   _("Wabotick can’t send carousels and limited-time offers. "
                     "Choose a template without them."));
  if (wa_template_is_authentication (template))
    return refuse (error, WA_ERROR_UNSUPPORTED,
                   _("Wabotick has no documented way to send one-time codes. "
                     "Choose a template of another category."));

  return TRUE;
}

/* A value that is left out would reach the customer as a dash, and one without a name too. */
static gboolean
add_variables (WaRequest            *request,
               WaOutgoing           *outgoing,
               WaParameterSection    section,
               WaTemplateComponent  *component,
               const char *const    *names,
               GError              **error)
{
  g_auto(GStrv) values = wa_template_values_dup (outgoing, section, 0, component, error);

  if (values == NULL)
    return FALSE;
  if (g_strv_length (values) != g_strv_length ((char **) names))
    return refuse (error, WA_ERROR_INVALID,
                   _("The variables of this template have no names. Map them on Wabotick’s web page, "
                     "then refresh the templates."));

  for (guint i = 0; values[i] != NULL; i++)
    {
      g_autofree char *field = g_strdup_printf ("templateVariable-%s-%u", names[i], i + 1);

      wa_request_add_field (request, field, values[i]);
    }

  return TRUE;
}

static gboolean
add_header (WaRequest            *request,
            WaOutgoing           *outgoing,
            WaTemplateComponent  *header,
            GError              **error)
{
  WaParameterField *field = wa_outgoing_find_field (outgoing, WA_SECTION_MEDIA, 0, 0);
  const char *link = field != NULL ? wa_parameter_field_get_value (field) : NULL;

  switch ((int) wa_template_component_get_format (header))
    {
    case WA_HEADER_NONE:
      return TRUE;
    case WA_HEADER_TEXT:
      return add_variables (request, outgoing, WA_SECTION_HEADER, header,
                            wa_template_get_header_variables (wa_outgoing_get_template (outgoing)), error);
    case WA_HEADER_IMAGE:
    case WA_HEADER_VIDEO:
    case WA_HEADER_DOCUMENT:
      if (!wa_check_link (link, error))
        return FALSE;
      wa_request_add_field (request, "template_header_media_url", link);
      return TRUE;
    default:
      return refuse (error, WA_ERROR_UNSUPPORTED,
                     _("Wabotick can’t send templates with such a header. "
                       "Use one with text, a picture, a video or a document."));
    }
}

/* What the customer presses starts a postback of the bot; the button's own text is none. */
static gboolean
add_postback (WaProvider        *provider,
              JsonArray         *postbacks,
              WaOutgoing        *outgoing,
              WaTemplateButton  *button,
              GError           **error)
{
  WaParameterField *field =
    wa_outgoing_find_field (outgoing, WA_SECTION_QUICK_REPLY, 0, json_array_get_length (postbacks));
  const char *value = field != NULL ? wa_parameter_field_get_value (field) : "";

  if (wa_is_empty (value) || g_str_equal (value, wa_template_button_get_text (button)))
    value = wa_provider_get_setting (provider, WA_WABOTICK_POSTBACK);
  if (wa_is_empty (value))
    value = WA_WABOTICK_HUMAN;
  if (strpbrk (value, " \t\r\n") != NULL)
    return refuse (error, WA_ERROR_INVALID,
                   _("What a button answers is the id of a postback, which has no blanks. "
                     "Choose one of the postbacks."));

  json_array_add_string_element (postbacks, value);

  return TRUE;
}

static gboolean
add_button (WaProvider        *provider,
            JsonArray         *postbacks,
            WaOutgoing        *outgoing,
            WaTemplateButton  *button,
            GError           **error)
{
  switch ((int) wa_template_button_get_kind (button))
    {
    case WA_BUTTON_PHONE_NUMBER:
      return TRUE;
    case WA_BUTTON_QUICK_REPLY:
      return add_postback (provider, postbacks, outgoing, button, error);
    case WA_BUTTON_URL:
      if (strstr (wa_template_button_get_url (button), "{{") == NULL)
        return TRUE;
      return refuse (error, WA_ERROR_UNSUPPORTED,
                     _("Wabotick has no documented place for the address of a button. "
                       "Choose a template whose links are fixed."));
    default:
      g_set_error (error, WA_ERROR, WA_ERROR_UNSUPPORTED,
                   _("Wabotick can’t send templates with a button like “%s”. Use one with fixed links, "
                     "phone numbers or quick replies."), wa_template_button_get_text (button));
      return FALSE;
    }
}

static gboolean
add_buttons (WaProvider           *provider,
             WaRequest            *request,
             WaOutgoing           *outgoing,
             WaTemplateComponent  *component,
             GError              **error)
{
  GListModel *buttons = G_LIST_MODEL (wa_template_component_get_buttons (component));
  g_autoptr(JsonArray) postbacks = json_array_new ();
  g_autoptr(JsonNode) node = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (buttons); i++)
    {
      g_autoptr(WaTemplateButton) button = g_list_model_get_item (buttons, i);

      if (!add_button (provider, postbacks, outgoing, button, error))
        return FALSE;
    }

  if (json_array_get_length (postbacks) == 0)
    return TRUE;

  node = json_node_init_array (json_node_alloc (), postbacks);
  text = json_to_string (node, FALSE);
  wa_request_add_field (request, "template_quick_reply_button_values", text);

  return TRUE;
}

static gboolean
add_components (WaProvider  *provider,
                WaRequest   *request,
                WaOutgoing  *outgoing,
                GError     **error)
{
  WaTemplate *template = wa_outgoing_get_template (outgoing);
  WaTemplateComponent *header = wa_template_find (template, WA_COMPONENT_HEADER);
  WaTemplateComponent *body = wa_template_find (template, WA_COMPONENT_BODY);
  WaTemplateComponent *buttons = wa_template_find (template, WA_COMPONENT_BUTTONS);

  return (header == NULL || add_header (request, outgoing, header, error)) &&
         (body == NULL || add_variables (request, outgoing, WA_SECTION_BODY, body,
                                         wa_template_get_variables (template), error)) &&
         (buttons == NULL || add_buttons (provider, request, outgoing, buttons, error));
}

WA_WABOTICK_BUILD (template_message)
{
  WaOutgoing *outgoing = WA_OUTGOING (args);
  WaTemplate *template = wa_outgoing_get_template (outgoing);

  if (!wa_wabotick_check_template (template, error) ||
      !wa_wabotick_start_message (provider, request, "whatsapp/send/template", outgoing, error))
    return FALSE;

  wa_request_add_field (request, "template_id", wa_wabotick_get_template_id (provider, template));

  if (!add_components (provider, request, outgoing, error))
    return FALSE;

  /* Somebody unknown may be refused as if they had not written for a day. */
  return !wa_is_empty (wa_outgoing_get_contact_id (outgoing)) ||
         wa_refuse_wanting (WA_WANTS_CONTACT,
                            _("Wabotick sends templates to its contacts only. Create the contact first."), error);
}
