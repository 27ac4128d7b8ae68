/* wa-onemsg-template-draft.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-limits.h"
#include "provider/onemsg/wa-onemsg-private.h"
#include "provider/wa-checks.h"
#include "provider/wa-writing.h"
#include "template/wa-template-fields.h"
#include "template/wa-template-variables.h"

/* A template that is submitted for review. */

static const char *const languages[] = {
  "af", "sq", "ar", "az", "bn", "bg", "ca", "zh_CN", "zh_HK", "zh_TW", "hr", "cs", "da", "nl", "en", "en_GB",
  "en_US", "et", "fil", "fi", "fr", "de", "el", "gu", "he", "hi", "hu", "id", "ga", "it", "ja", "kn", "kk", "ko",
  "lo", "lv", "lt", "mk", "ms", "mr", "nb", "fa", "pl", "pt_BR", "pt_PT", "pa", "ro", "ru", "sr", "sk", "sl",
  "es", "es_AR", "es_ES", "es_MX", "sw", "sv", "ta", "te", "th", "tr", "uk", "ur", "uz", "vi", NULL,
};

static gboolean
refuse (GError     **error,
        WaError      code,
        const char  *text)
{
  g_set_error_literal (error, WA_ERROR, (int) code, text);

  return FALSE;
}

static char *
dup_word (GType type,
          int   value)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (type);

  return g_strdelimit (g_ascii_strup (g_enum_get_value (klass, value)->value_nick, -1), "-", '_');
}

/* The variables of a text and their samples.  1msg's document knows numbers only, and Meta refuses gaps. */
static gboolean
check_variables (const char         *text,
                 const char *const  *samples,
                 guint               most,
                 GError            **error)
{
  g_auto(GStrv) keys = wa_template_variables_scan (text);
  guint n = g_strv_length (keys);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *wanted = g_strdup_printf ("{{%u}}", i + 1);

      if (!g_strv_contains ((const char *const *) keys, wanted))
        return refuse (error, WA_ERROR_INVALID,
                       _("1msg takes variables with numbers only, without gaps. Write {{1}}, {{2}} and so on."));
    }

  if (n > most)
    return refuse (error, WA_ERROR_INVALID, _("There are too many variables. Remove some."));

  return g_strv_length ((char **) samples) == n ||
         refuse (error, WA_ERROR_INVALID, _("Each variable needs a sample. Enter one for each."));
}

static gboolean
write_file_header (JsonObject           *object,
                   WaTemplateComponent  *header,
                   GError              **error)
{
  WaHeaderFormat format = wa_template_component_get_format (header);
  const char *const *handles = wa_template_component_get_header_handles (header);
  JsonObject *example;

  if (format != WA_HEADER_IMAGE && format != WA_HEADER_VIDEO && format != WA_HEADER_DOCUMENT)
    return refuse (error, WA_ERROR_UNSUPPORTED,
                   _("1msg takes templates with text, a picture, a video or a document as header only. "
                     "Choose one of these."));
  if (g_strv_length ((char **) handles) != 1)
    return refuse (error, WA_ERROR_INVALID,
                   _("The header needs one sample file. Enter its address, which must start with https://."));

  example = json_object_new ();
  wa_write_texts (example, "header_handle", handles);
  json_object_set_object_member (object, "example", example);

  return TRUE;
}

static gboolean
write_header (JsonObject           *object,
              WaTemplateComponent  *header,
              GError              **error)
{
  WaHeaderFormat format = wa_template_component_get_format (header);
  const char *text = wa_template_component_get_text (header);
  const char *const *samples = wa_template_component_get_header_examples (header);
  g_autofree char *word = dup_word (WA_TYPE_HEADER_FORMAT, (int) format);
  JsonObject *example;

  json_object_set_string_member (object, "format", word);
  if (format != WA_HEADER_TEXT)
    return write_file_header (object, header, error);

  if (!wa_check_text (text, _("Header"), WA_LIMIT_HEADER_TEXT, error) ||
      !check_variables (text, samples, WA_LIMIT_HEADER_VARIABLES, error))
    return FALSE;

  example = json_object_new ();
  wa_write_texts (example, "header_text", samples);
  wa_write_object (object, "example", example);
  json_object_set_string_member (object, "text", text);

  return TRUE;
}

static gboolean
write_body (JsonObject           *object,
            WaTemplateComponent  *component,
            guint                 most_characters,
            GError              **error)
{
  const char *text = wa_template_component_get_text (component);
  const char *const *samples = wa_template_component_get_body_examples (component);

  /* The text of a one-time code is Meta's own. */
  if (wa_template_component_get_add_security_recommendation (component))
    {
      json_object_set_boolean_member (object, "add_security_recommendation", TRUE);
      return TRUE;
    }

  if (!wa_check_text (text, _("Text"), most_characters, error) ||
      !check_variables (text, samples, G_MAXUINT, error))
    return FALSE;
  if (g_str_has_prefix (text, "{{") || g_str_has_suffix (text, "}}"))
    return refuse (error, WA_ERROR_INVALID,
                   _("The text can’t begin or end with a variable. Write something before and after it."));

  json_object_set_string_member (object, "text", text);
  if (samples[0] != NULL)
    {
      JsonObject *example = json_object_new ();
      JsonArray *list = json_array_new ();

      json_array_add_array_element (list, wa_write_text_array (samples));
      json_object_set_array_member (example, "body_text", list);
      json_object_set_object_member (object, "example", example);
    }

  return TRUE;
}

static gboolean
write_footer (JsonObject           *object,
              WaTemplateComponent  *component,
              GError              **error)
{
  static const char *const none[] = { NULL };
  const char *text = wa_template_component_get_text (component);
  gint64 minutes = wa_template_component_get_code_expiration_minutes (component);

  if (minutes > 0)
    {
      json_object_set_int_member (object, "code_expiration_minutes", minutes);
      return TRUE;
    }

  if (!wa_check_text (text, _("Footer"), WA_LIMIT_FOOTER, error) || !check_variables (text, none, 0, error))
    return FALSE;

  json_object_set_string_member (object, "text", text);

  return TRUE;
}

/* A link's sample is a list, a code's a bare text. */
static void
write_sample (JsonObject       *object,
              WaTemplateButton *button)
{
  const char *const *samples = wa_template_button_get_examples (button);

  if (wa_template_button_get_kind (button) == WA_BUTTON_COPY_CODE)
    wa_write_text (object, "example", samples[0]);
  else
    wa_write_texts (object, "example", samples);
}

static gboolean
check_button (WaTemplateButton  *button,
              GError           **error)
{
  const char *const *samples = wa_template_button_get_examples (button);
  g_auto(GStrv) keys = wa_template_variables_scan (wa_template_button_get_url (button));

  switch ((int) wa_template_button_get_kind (button))
    {
    case WA_BUTTON_COPY_CODE:
      return wa_check_text (samples[0], _("Sample of the code"), WA_LIMIT_CODE, error);
    case WA_BUTTON_URL:
      if (keys[0] != NULL && samples[0] == NULL)
        return refuse (error, WA_ERROR_INVALID,
                       _("The button’s address has a variable. Enter a complete address as its sample."));
      return wa_check_text (wa_template_button_get_url (button), _("Address of the button"), WA_LIMIT_URL, error);
    case WA_BUTTON_PHONE_NUMBER:
      return wa_check_text (wa_template_button_get_phone_number (button), _("Number of the button"),
                            WA_LIMIT_PHONE_BUTTON_NUMBER, error);
    case WA_BUTTON_QUICK_REPLY:
    case WA_BUTTON_OTP:
    case WA_BUTTON_CATALOG:
      return TRUE;
    default:
      g_set_error (error, WA_ERROR, WA_ERROR_UNSUPPORTED,
                   _("1msg takes no templates with a button like “%s”. Remove it."),
                   wa_template_button_get_text (button));
      return FALSE;
    }
}

static JsonObject *
button_object (WaTemplateButton  *button,
               GError           **error)
{
  WaButtonKind kind = wa_template_button_get_kind (button);
  const char *label = wa_template_button_get_text (button);
  g_autofree char *word = dup_word (WA_TYPE_BUTTON_KIND, (int) kind);
  JsonObject *object;

  if (!check_button (button, error) ||
      (kind != WA_BUTTON_COPY_CODE && !wa_check_text (label, _("Button"), WA_LIMIT_BUTTON_LABEL, error)))
    return NULL;

  object = json_object_new ();
  json_object_set_string_member (object, "type", word);
  if (kind != WA_BUTTON_COPY_CODE)
    json_object_set_string_member (object, "text", label);
  wa_write_text (object, "url", wa_template_button_get_url (button));
  wa_write_text (object, "phone_number", wa_template_button_get_phone_number (button));
  wa_write_text (object, "otp_type", wa_template_button_get_otp_type (button));
  write_sample (object, button);

  return object;
}

/* Meta limits some kinds, and wants the quick replies side by side. */
static gboolean
check_buttons (GListModel  *buttons,
               guint        most,
               GError     **error)
{
  guint n = g_list_model_get_n_items (buttons);
  guint n_of[WA_BUTTON_ORDER_DETAILS + 1] = { 0 };
  guint n_runs = 0;
  gboolean in_run = FALSE;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(WaTemplateButton) button = g_list_model_get_item (buttons, i);
      WaButtonKind kind = wa_template_button_get_kind (button);

      n_of[kind]++;
      n_runs += kind == WA_BUTTON_QUICK_REPLY && !in_run ? 1 : 0;
      in_run = kind == WA_BUTTON_QUICK_REPLY;
    }

  if (n_runs > 1)
    return refuse (error, WA_ERROR_INVALID, _("The quick replies must stand together. Move them."));

  return (n > 0 && n <= most && n_of[WA_BUTTON_URL] <= WA_LIMIT_URL_BUTTONS &&
          n_of[WA_BUTTON_PHONE_NUMBER] <= WA_LIMIT_PHONE_BUTTONS &&
          n_of[WA_BUTTON_COPY_CODE] <= WA_LIMIT_COPY_CODE_BUTTONS) ||
         refuse (error, WA_ERROR_INVALID,
                 _("There are too many buttons of a kind, or none. WhatsApp takes two links, "
                   "one phone number and one code."));
}

static gboolean
write_buttons (JsonObject           *object,
               WaTemplateComponent  *component,
               guint                 most,
               GError              **error)
{
  GListModel *buttons = G_LIST_MODEL (wa_template_component_get_buttons (component));
  g_autoptr(JsonArray) array = json_array_new ();

  if (!check_buttons (buttons, most, error))
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (buttons); i++)
    {
      g_autoptr(WaTemplateButton) button = g_list_model_get_item (buttons, i);
      JsonObject *button_json = button_object (button, error);

      if (button_json == NULL)
        return FALSE;
      json_array_add_object_element (array, button_json);
    }
  json_object_set_array_member (object, "buttons", g_steal_pointer (&array));

  return TRUE;
}

static JsonArray *component_array (GListModel  *components,
                                   gboolean     card,
                                   GError     **error);

static gboolean
write_cards (JsonObject           *object,
             WaTemplateComponent  *component,
             GError              **error)
{
  GListModel *cards = G_LIST_MODEL (wa_template_component_get_cards (component));
  guint n = g_list_model_get_n_items (cards);
  g_autoptr(JsonArray) array = json_array_new ();

  if (n < WA_LIMIT_CARDS_FEWEST || n > WA_LIMIT_CARDS)
    return refuse (error, WA_ERROR_INVALID, _("A carousel has 2 to 10 cards. Add or remove some."));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(WaTemplateCard) card = g_list_model_get_item (cards, i);
      JsonArray *parts = component_array (G_LIST_MODEL (wa_template_card_get_components (card)), TRUE, error);
      JsonObject *card_json;

      if (parts == NULL)
        return FALSE;
      card_json = json_object_new ();
      json_object_set_array_member (card_json, "components", parts);
      json_array_add_object_element (array, card_json);
    }
  json_object_set_array_member (object, "cards", g_steal_pointer (&array));

  return TRUE;
}

static gboolean
write_component (JsonObject           *object,
                 WaTemplateComponent  *component,
                 gboolean              card,
                 GError              **error)
{
  switch ((int) wa_template_component_get_kind (component))
    {
    case WA_COMPONENT_HEADER:
      return write_header (object, component, error);
    case WA_COMPONENT_BODY:
      return write_body (object, component, card ? WA_LIMIT_BODY_CARD : WA_LIMIT_BODY, error);
    case WA_COMPONENT_FOOTER:
      return write_footer (object, component, error);
    case WA_COMPONENT_BUTTONS:
      return write_buttons (object, component, card ? WA_LIMIT_CARD_BUTTONS : WA_LIMIT_BUTTONS, error);
    case WA_COMPONENT_CAROUSEL:
      return write_cards (object, component, error);
    default:
      return refuse (error, WA_ERROR_UNSUPPORTED,
                     _("1msg takes no limited-time offers. Create this template on Meta’s web page."));
    }
}

/* The order of components is Meta's, whatever the order in which they were entered. */
static JsonArray *
component_array (GListModel  *components,
                 gboolean     card,
                 GError     **error)
{
  static const WaComponentKind order[] = {
    WA_COMPONENT_HEADER, WA_COMPONENT_LIMITED_TIME_OFFER, WA_COMPONENT_BODY, WA_COMPONENT_FOOTER,
    WA_COMPONENT_BUTTONS, WA_COMPONENT_CAROUSEL,
  };
  g_autoptr(JsonArray) array = json_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      WaTemplateComponent *component = wa_template_fields_component (components, order[i]);
      g_autofree char *word = dup_word (WA_TYPE_COMPONENT_KIND, (int) order[i]);
      g_autoptr(JsonObject) object = json_object_new ();

      if (component == NULL)
        continue;
      json_object_set_string_member (object, "type", word);
      if (!write_component (object, component, card, error))
        return NULL;
      json_array_add_object_element (array, g_steal_pointer (&object));
    }

  return g_steal_pointer (&array);
}

static gboolean
check_draft (WaTemplate  *template,
             GError     **error)
{
  static const char *const categories[] = { "MARKETING", "UTILITY", "AUTHENTICATION", NULL };

  if (!wa_check_template_name (wa_template_get_name (template), error))
    return FALSE;
  if (!g_strv_contains (categories, wa_template_get_category (template)))
    return refuse (error, WA_ERROR_INVALID, _("Choose the category of the template."));
  if (wa_template_find (template, WA_COMPONENT_BODY) == NULL)
    return refuse (error, WA_ERROR_INVALID, _("The template has no text. Write one."));

  return g_strv_contains (languages, wa_template_get_language (template)) ||
         refuse (error, WA_ERROR_UNSUPPORTED, _("1msg takes no templates in this language. Choose another one."));
}

WA_ONEMSG_BUILD (create_template)
{
  WaTemplate *template = WA_TEMPLATE (args);
  JsonArray *components;
  JsonObject *body;

  if (!check_draft (template, error) ||
      (components = component_array (G_LIST_MODEL (wa_template_get_components (template)), FALSE, error)) == NULL)
    return FALSE;

  body = json_object_new ();
  json_object_set_string_member (body, "name", wa_template_get_name (template));
  json_object_set_string_member (body, "category", wa_template_get_category (template));
  json_object_set_string_member (body, "language", wa_template_get_language (template));
  json_object_set_array_member (body, "components", components);

  return wa_onemsg_post (provider, request, "addTemplate", body, error);
}

static const WaMapping created_rows[] = {
  { "id", "remote-id" },
  { "status", "status", WA_MAP_UPPER },
  { "category", "category", WA_MAP_UPPER },
  { NULL }
};

static const WaMappingTable created_table = { wa_template_get_type, created_rows };

/* An empty answer is the usual one; it says that the template waits for Meta. */
WA_ONEMSG_PARSE (create_template)
{
  g_autoptr(WaTemplate) template = wa_record_copy (args);

  wa_template_set_status (template, "PENDING");
  if (!wa_mapping_fill (&created_table, answer, template, error))
    return NULL;

  return G_OBJECT (g_steal_pointer (&template));
}
