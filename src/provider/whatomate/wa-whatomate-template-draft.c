/* wa-whatomate-template-draft.c
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
#include "provider/wa-writing.h"
#include "provider/whatomate/wa-whatomate-private.h"
#include "template/wa-template-variables.h"

/* A template is made here as a draft, which goes to Meta only when it is published.  All parts are written
 * each time: the server blanks what is left out. */

#define MOST_TITLE_CHARACTERS 255

static gboolean
refuse (GError     **error,
        WaError      code,
        const char  *text)
{
  g_set_error_literal (error, WA_ERROR, (int) code, text);

  return FALSE;
}

static const char *
text_of (WaTemplate      *template,
         WaComponentKind  kind)
{
  WaTemplateComponent *component = wa_template_find (template, kind);

  return component != NULL ? wa_template_component_get_text (component) : "";
}

static gboolean
check_components (WaTemplate  *template,
                  GError     **error)
{
  GListModel *components = G_LIST_MODEL (wa_template_get_components (template));

  for (guint i = 0; i < g_list_model_get_n_items (components); i++)
    {
      g_autoptr(WaTemplateComponent) component = g_list_model_get_item (components, i);
      WaComponentKind kind = wa_template_component_get_kind (component);

      if (kind != WA_COMPONENT_HEADER && kind != WA_COMPONENT_BODY && kind != WA_COMPONENT_FOOTER &&
          kind != WA_COMPONENT_BUTTONS)
        return refuse (error, WA_ERROR_UNSUPPORTED,
                       _("whatomate can’t create carousels or limited-time offers. "
                         "Create the template at Meta, then fetch the templates."));
    }

  return TRUE;
}

static gboolean
check_template (WaTemplate  *template,
                GError     **error)
{
  return check_components (template, error) &&
         wa_check_text (wa_template_get_language (template), _("Language"), WA_LIMIT_TEMPLATE_NAME, error) &&
         wa_check_text (wa_template_get_category (template), _("Category"), WA_LIMIT_TEMPLATE_NAME, error) &&
         wa_check_text (text_of (template, WA_COMPONENT_BODY), _("Text"), WA_LIMIT_BODY, error) &&
         wa_check_length (text_of (template, WA_COMPONENT_FOOTER), _("Footer"), WA_LIMIT_FOOTER, error) &&
         wa_check_length (wa_template_get_title (template), _("Name"), MOST_TITLE_CHARACTERS, error);
}

static const char *
header_type (WaHeaderFormat format)
{
  switch ((int) format)
    {
    case WA_HEADER_NONE:
      return "NONE";
    case WA_HEADER_TEXT:
      return "TEXT";
    case WA_HEADER_IMAGE:
      return "IMAGE";
    case WA_HEADER_VIDEO:
      return "VIDEO";
    case WA_HEADER_DOCUMENT:
      return "DOCUMENT";
    default:
      return NULL;
    }
}

static gboolean
write_header (WaProvider  *provider,
              WaTemplate  *template,
              JsonObject  *body,
              GError     **error)
{
  WaTemplateComponent *header = wa_template_find (template, WA_COMPONENT_HEADER);
  WaHeaderFormat format = header != NULL ? wa_template_component_get_format (header) : WA_HEADER_NONE;
  const char *type = header_type (format);
  const char *content = "";

  if (type == NULL)
    return refuse (error, WA_ERROR_UNSUPPORTED,
                   _("whatomate’s headers are texts, pictures, videos and documents. Choose one of these."));

  if (format == WA_HEADER_TEXT)
    content = wa_template_component_get_text (header);
  else if (format != WA_HEADER_NONE)
    content = wa_or_empty (wa_template_component_get_header_handles (header)[0]);

  if (format == WA_HEADER_TEXT && !wa_check_text (content, _("Header"), WA_LIMIT_HEADER_TEXT, error))
    return FALSE;
  if (format != WA_HEADER_NONE && format != WA_HEADER_TEXT && content[0] == '\0')
    return wa_whatomate_is_first (provider)
           ? refuse (error, WA_ERROR_UNSUPPORTED,
                     _("This server takes no sample files. "
                       "Create the template at Meta, then fetch the templates."))
           : refuse (error, WA_ERROR_INVALID, _("The header has no sample file. Choose one."));

  json_object_set_string_member (body, "header_type", type);
  json_object_set_string_member (body, "header_content", content);

  return TRUE;
}

static const char *
button_type (WaProvider   *provider,
             WaButtonKind  kind)
{
  switch ((int) kind)
    {
    case WA_BUTTON_QUICK_REPLY:
      return "QUICK_REPLY";
    case WA_BUTTON_URL:
      return "URL";
    case WA_BUTTON_PHONE_NUMBER:
      return "PHONE_NUMBER";
    case WA_BUTTON_COPY_CODE:
      return wa_whatomate_is_first (provider) ? NULL : "COPY_CODE";
    default:
      return NULL;
    }
}

static JsonObject *
button_new (WaProvider        *provider,
            WaTemplateButton  *button,
            GError           **error)
{
  const char *type = button_type (provider, wa_template_button_get_kind (button));
  JsonObject *object;

  if (type == NULL)
    {
      refuse (error, WA_ERROR_UNSUPPORTED,
              _("whatomate can’t create that sort of button. Use quick replies, links or phone numbers."));
      return NULL;
    }
  if (!wa_check_length (wa_template_button_get_text (button), _("Button"), WA_LIMIT_BUTTON_LABEL, error))
    return NULL;

  object = json_object_new ();
  json_object_set_string_member (object, "type", type);
  wa_write_text (object, "text", wa_template_button_get_text (button));
  wa_write_text (object, "url", wa_template_button_get_url (button));
  wa_write_text (object, "phone_number", wa_template_button_get_phone_number (button));
  wa_write_texts (object, "example", wa_template_button_get_examples (button));

  return object;
}

static gboolean
write_buttons (WaProvider  *provider,
               WaTemplate  *template,
               JsonObject  *body,
               GError     **error)
{
  WaTemplateComponent *component = wa_template_find (template, WA_COMPONENT_BUTTONS);
  GListStore *buttons = component != NULL ? wa_template_component_get_buttons (component) : NULL;
  guint n = buttons != NULL ? g_list_model_get_n_items (G_LIST_MODEL (buttons)) : 0;
  g_autoptr(JsonArray) array = json_array_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(WaTemplateButton) button = g_list_model_get_item (G_LIST_MODEL (buttons), i);
      JsonObject *object = button_new (provider, button, error);

      if (object == NULL)
        return FALSE;
      json_array_add_object_element (array, object);
    }

  json_object_set_array_member (body, "buttons", g_steal_pointer (&array));

  return TRUE;
}

static const char *
find_named (WaTemplateComponent *component,
            const char          *key)
{
  GListModel *named = G_LIST_MODEL (wa_template_component_get_named_examples (component));

  for (guint i = 0; i < g_list_model_get_n_items (named); i++)
    {
      g_autoptr(WaAttribute) sample = g_list_model_get_item (named, i);

      if (g_str_equal (wa_attribute_get_name (sample), key))
        return wa_attribute_get_value (sample);
    }

  return "";
}

/* A draft may lack samples; Meta wants one for each variable when it is published. */
static void
add_samples (JsonArray           *samples,
             const char          *place,
             WaTemplateComponent *component,
             const char *const   *examples)
{
  g_auto(GStrv) keys = wa_template_variables_scan (wa_template_component_get_text (component));
  guint n = g_strv_length ((char **) examples);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *key = g_strndup (keys[i] + 2, strlen (keys[i]) - 4);
      gboolean named = key[strspn (key, "0123456789")] != '\0';
      const char *found = find_named (component, key);
      const char *value = found[0] == '\0' && i < n ? examples[i] : found;
      JsonObject *sample;

      if (value[0] == '\0')
        continue;

      sample = json_object_new ();
      json_object_set_string_member (sample, "component", place);
      if (named)
        json_object_set_string_member (sample, "param_name", key);
      else
        json_object_set_int_member (sample, "index", g_ascii_strtoll (key, NULL, 10));
      json_object_set_string_member (sample, "value", value);
      json_array_add_object_element (samples, sample);
    }
}

static void
write_samples (WaTemplate *template,
               JsonObject *body)
{
  WaTemplateComponent *header = wa_template_find (template, WA_COMPONENT_HEADER);
  WaTemplateComponent *text = wa_template_find (template, WA_COMPONENT_BODY);
  JsonArray *samples = json_array_new ();

  if (header != NULL && wa_template_component_get_format (header) == WA_HEADER_TEXT)
    add_samples (samples, "header", header, wa_template_component_get_header_examples (header));
  add_samples (samples, "body", text, wa_template_component_get_body_examples (text));
  json_object_set_array_member (body, "sample_values", samples);
}

/* Returns: (transfer full) (nullable): what creating and changing have in common */
static JsonObject *
draft_new (WaProvider  *provider,
           WaTemplate  *template,
           GError     **error)
{
  g_autoptr(JsonObject) body = json_object_new ();

  if (!check_template (template, error) || !write_header (provider, template, body, error) ||
      !write_buttons (provider, template, body, error))
    return NULL;

  wa_write_text (body, "display_name", wa_template_get_title (template));
  json_object_set_string_member (body, "language", wa_template_get_language (template));
  json_object_set_string_member (body, "category", wa_template_get_category (template));
  json_object_set_string_member (body, "body_content", text_of (template, WA_COMPONENT_BODY));
  json_object_set_string_member (body, "footer_content", text_of (template, WA_COMPONENT_FOOTER));
  write_samples (template, body);

  return g_steal_pointer (&body);
}

/* The server would change the name without a word. */
static gboolean
check_name (const char  *name,
            GError     **error)
{
  if (!wa_check_text (name, _("Name"), WA_LIMIT_TEMPLATE_NAME, error))
    return FALSE;

  return strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789_") == strlen (name) ||
         refuse (error, WA_ERROR_INVALID,
                 _("The name of a template has only small letters a to z, digits and “_”. Change it."));
}

WA_WHATOMATE_BUILD (create_template)
{
  WaTemplate *template = WA_TEMPLATE (args);
  const char *account = wa_whatomate_account (provider, wa_template_get_account_name (template));
  JsonObject *body;

  if (!check_name (wa_template_get_name (template), error) || !wa_whatomate_check_account (account, error) ||
      (body = draft_new (provider, template, error)) == NULL)
    return FALSE;

  json_object_set_string_member (body, "whatsapp_account", account);
  json_object_set_string_member (body, "name", wa_template_get_name (template));
  wa_whatomate_begin (provider, request, "POST");
  wa_request_append_path (request, "api", "templates", NULL);
  wa_request_take_json_object (request, body);

  return TRUE;
}

WA_WHATOMATE_BUILD (update_template)
{
  WaTemplate *template = WA_TEMPLATE (args);
  const char *id = wa_template_get_remote_id (template);
  JsonObject *body;

  if (wa_template_is_sendable (template))
    return refuse (error, WA_ERROR_INVALID,
                   _("whatomate can’t change a template that Meta has approved. Create a new one."));
  if (!wa_whatomate_check_id (id, error) || (body = draft_new (provider, template, error)) == NULL)
    return FALSE;

  wa_whatomate_begin (provider, request, "PUT");
  wa_request_append_path (request, "api", "templates", id, NULL);
  wa_request_take_json_object (request, body);

  return TRUE;
}
