/* wa-onemsg-template-draft.c
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
#include "provider/wa-writing.h"
#include "template/wa-template-fields.h"
#include "template/wa-template-variables.h"

/* A template that is submitted for review. */

static const char *const languages[] = {
  "af", "sq", "ar", "az", "bn", "bg", "ca", "zh_CN", "zh_HK", "zh_TW", "hr", "cs", "da", "nl", "en", "en_GB",
  "en_US", "et", "fil", "fi", "fr", "de", "el", "gu", "he", "hi", "hu", "id", "ga", "it", "ja", "kn", "kk",
  "ko", "lo", "lv", "lt", "mk", "ms", "mr", "nb", "fa", "pl", "pt_BR", "pt_PT", "pa", "ro", "ru", "sr", "sk",
  "sl", "es", "es_AR", "es_ES", "es_MX", "sw", "sv", "ta", "te", "th", "tr", "uk", "ur", "uz", "vi", NULL,
};

/* Where a part stands; the parts of a template for one-time codes are Meta's own but for a few choices. */
typedef enum
{
  PLACE_TEMPLATE,
  PLACE_CARD,
  PLACE_CODE,
} Place;

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
        return wa_onemsg_refuse (error, WA_ERROR_INVALID,
                                 _("1msg takes variables with numbers only, without gaps. "
                                   "Write {{1}}, {{2}} and so on."));
    }

  if (n > most)
    return wa_onemsg_refuse (error, WA_ERROR_INVALID, _("There are too many variables. Remove some."));

  return g_strv_length ((char **) samples) == n ||
         wa_onemsg_refuse (error, WA_ERROR_INVALID, _("Each variable needs a sample. Enter one for each."));
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
    return wa_onemsg_refuse (error, WA_ERROR_UNSUPPORTED,
                             _("1msg takes text, a picture, a video or a document as header. "
                               "Choose one of these."));
  if (g_strv_length ((char **) handles) != 1)
    return wa_onemsg_refuse (error, WA_ERROR_INVALID,
                             _("The header needs one sample file. "
                               "Enter its address, which must start with https://."));
  /* What is no address is a handle that Meta gave. */
  if (strstr (handles[0], "://") != NULL && !wa_check_link (handles[0], error))
    return FALSE;

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
  g_autofree char *word = wa_onemsg_dup_word (WA_TYPE_HEADER_FORMAT, (int) format);
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

  if (!wa_check_text (text, _("Text"), most_characters, error) ||
      !check_variables (text, samples, G_MAXUINT, error))
    return FALSE;
  if (g_str_has_prefix (text, "{{") || g_str_has_suffix (text, "}}"))
    return wa_onemsg_refuse (error, WA_ERROR_INVALID,
                             _("The text can’t begin or end with a variable. "
                               "Write something before and after it."));

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

  if (!wa_check_text (text, _("Footer"), WA_LIMIT_FOOTER, error) || !check_variables (text, none, 0, error))
    return FALSE;

  json_object_set_string_member (object, "text", text);

  return TRUE;
}

/* What all cards must have alike: the kind of the header, whether there is a text, the buttons' kinds. */
static char *
dup_shape (WaTemplateCard *card)
{
  GListModel *components = G_LIST_MODEL (wa_template_card_get_components (card));
  WaTemplateComponent *header = wa_template_fields_component (components, WA_COMPONENT_HEADER);
  WaTemplateComponent *part = wa_template_fields_component (components, WA_COMPONENT_BUTTONS);
  GListModel *buttons = part != NULL ? G_LIST_MODEL (wa_template_component_get_buttons (part)) : NULL;
  GString *shape = g_string_new (NULL);

  g_string_printf (shape, "%d %d", header != NULL ? (int) wa_template_component_get_format (header) : -1,
                   wa_template_fields_component (components, WA_COMPONENT_BODY) != NULL);
  for (guint i = 0; buttons != NULL && i < g_list_model_get_n_items (buttons); i++)
    {
      g_autoptr(WaTemplateButton) button = g_list_model_get_item (buttons, i);

      g_string_append_printf (shape, " %d", (int) wa_template_button_get_kind (button));
    }

  return g_string_free (shape, FALSE);
}

static gboolean
check_cards (GListModel  *cards,
             GError     **error)
{
  guint n = g_list_model_get_n_items (cards);
  g_autofree char *first = NULL;

  if (n < WA_LIMIT_CARDS_FEWEST || n > WA_LIMIT_CARDS)
    return wa_onemsg_refuse (error, WA_ERROR_INVALID, _("A carousel has 2 to 10 cards. Add or remove some."));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(WaTemplateCard) card = g_list_model_get_item (cards, i);
      g_autofree char *shape = dup_shape (card);

      if (first == NULL)
        first = g_strdup (shape);
      if (!g_str_equal (shape, first))
        return wa_onemsg_refuse (error, WA_ERROR_INVALID,
                                 _("All cards need the same kind of header and the same kinds of buttons. "
                                   "Make them alike."));
    }

  return TRUE;
}

static JsonArray *component_array (GListModel  *components,
                                   Place        place,
                                   GError     **error);

static gboolean
write_cards (JsonObject           *object,
             WaTemplateComponent  *component,
             GError              **error)
{
  GListModel *cards = G_LIST_MODEL (wa_template_component_get_cards (component));
  g_autoptr(JsonArray) array = json_array_new ();

  if (!check_cards (cards, error))
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (cards); i++)
    {
      g_autoptr(WaTemplateCard) card = g_list_model_get_item (cards, i);
      GListModel *components = G_LIST_MODEL (wa_template_card_get_components (card));
      JsonArray *parts = component_array (components, PLACE_CARD, error);
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
write_part (JsonObject           *object,
            WaTemplateComponent  *component,
            GError              **error)
{
  switch ((int) wa_template_component_get_kind (component))
    {
    case WA_COMPONENT_HEADER:
      return write_header (object, component, error);
    case WA_COMPONENT_BODY:
      return write_body (object, component, WA_LIMIT_BODY, error);
    case WA_COMPONENT_FOOTER:
      return write_footer (object, component, error);
    case WA_COMPONENT_BUTTONS:
      return wa_onemsg_write_buttons (object, component, WA_LIMIT_BUTTONS, error);
    case WA_COMPONENT_CAROUSEL:
      return write_cards (object, component, error);
    default:
      return wa_onemsg_refuse (error, WA_ERROR_UNSUPPORTED,
                               _("1msg takes no limited-time offers. "
                                 "Create this template on Meta’s web page."));
    }
}

static gboolean
write_card_part (JsonObject           *object,
                 WaTemplateComponent  *component,
                 GError              **error)
{
  WaHeaderFormat format = wa_template_component_get_format (component);

  switch ((int) wa_template_component_get_kind (component))
    {
    case WA_COMPONENT_HEADER:
      return format == WA_HEADER_IMAGE || format == WA_HEADER_VIDEO
               ? write_header (object, component, error)
               : wa_onemsg_refuse (error, WA_ERROR_INVALID,
                                   _("A card shows a picture or a video. Choose one of these."));
    case WA_COMPONENT_BODY:
      return write_body (object, component, WA_LIMIT_BODY_CARD, error);
    case WA_COMPONENT_BUTTONS:
      return wa_onemsg_write_buttons (object, component, WA_LIMIT_CARD_BUTTONS, error);
    default:
      return wa_onemsg_refuse (error, WA_ERROR_INVALID,
                               _("A card has a picture or a video, a text and buttons. Remove the rest."));
    }
}

static gboolean
write_code_footer (JsonObject           *object,
                   WaTemplateComponent  *component,
                   GError              **error)
{
  gint64 minutes = wa_template_component_get_code_expiration_minutes (component);

  if (minutes < WA_LIMIT_CODE_EXPIRY_SHORTEST_MINUTES || minutes > WA_LIMIT_CODE_EXPIRY_MINUTES)
    return wa_onemsg_refuse (error, WA_ERROR_INVALID,
                             _("A code is valid for 1 to 90 minutes. Enter how long."));

  json_object_set_int_member (object, "code_expiration_minutes", minutes);

  return TRUE;
}

static gboolean
write_code_part (JsonObject           *object,
                 WaTemplateComponent  *component,
                 GError              **error)
{
  switch ((int) wa_template_component_get_kind (component))
    {
    case WA_COMPONENT_BODY:
      json_object_set_boolean_member (object, "add_security_recommendation",
                                      wa_template_component_get_add_security_recommendation (component));
      return TRUE;
    case WA_COMPONENT_FOOTER:
      return write_code_footer (object, component, error);
    case WA_COMPONENT_BUTTONS:
      return wa_onemsg_write_code_button (object, component, error);
    default:
      return wa_onemsg_refuse (error, WA_ERROR_INVALID,
                               _("A template for codes has a text, a footer and a button. Remove the rest."));
    }
}

static gboolean
write_component (JsonObject           *object,
                 WaTemplateComponent  *component,
                 Place                 place,
                 GError              **error)
{
  switch (place)
    {
    case PLACE_CARD:
      return write_card_part (object, component, error);
    case PLACE_CODE:
      return write_code_part (object, component, error);
    case PLACE_TEMPLATE:
    default:
      return write_part (object, component, error);
    }
}

/* The order of components is Meta's, whatever the order in which they were entered. */
static JsonArray *
component_array (GListModel  *components,
                 Place        place,
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
      g_autofree char *word = wa_onemsg_dup_word (WA_TYPE_COMPONENT_KIND, (int) order[i]);
      g_autoptr(JsonObject) object = json_object_new ();

      if (component == NULL)
        continue;
      json_object_set_string_member (object, "type", word);
      if (!write_component (object, component, place, error))
        return NULL;
      json_array_add_object_element (array, g_steal_pointer (&object));
    }

  if (json_array_get_length (array) != g_list_model_get_n_items (components))
    {
      wa_onemsg_refuse (error, WA_ERROR_INVALID,
                        _("A part of the template is there twice, or of an unknown kind. Remove it."));
      return NULL;
    }

  return g_steal_pointer (&array);
}

static gboolean
check_draft (WaTemplate  *template,
             GError     **error)
{
  static const char *const categories[] = { "MARKETING", "UTILITY", "AUTHENTICATION", NULL };

  if (!wa_check_template_name (wa_template_get_name (template), NULL))
    return wa_onemsg_refuse (error, WA_ERROR_INVALID,
                             _("The name of a template holds small letters, digits and “_” only. "
                               "Change it."));
  if (!g_strv_contains (categories, wa_template_get_category (template)))
    return wa_onemsg_refuse (error, WA_ERROR_INVALID, _("Choose the category of the template."));
  if (wa_template_find (template, WA_COMPONENT_BODY) == NULL)
    return wa_onemsg_refuse (error, WA_ERROR_INVALID, _("The template has no text. Write one."));

  return g_strv_contains (languages, wa_template_get_language (template)) ||
         wa_onemsg_refuse (error, WA_ERROR_UNSUPPORTED,
                           _("1msg takes no templates in this language. Choose another one."));
}

WA_ONEMSG_BUILD (create_template)
{
  WaTemplate *template = WA_TEMPLATE (args);
  Place place = wa_template_is_authentication (template) ? PLACE_CODE : PLACE_TEMPLATE;
  GListModel *components = G_LIST_MODEL (wa_template_get_components (template));
  JsonArray *array;
  JsonObject *body;

  if (!check_draft (template, error) ||
      (array = component_array (components, place, error)) == NULL)
    return FALSE;

  body = json_object_new ();
  json_object_set_string_member (body, "name", wa_template_get_name (template));
  json_object_set_string_member (body, "category", wa_template_get_category (template));
  json_object_set_string_member (body, "language", wa_template_get_language (template));
  json_object_set_array_member (body, "components", array);

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
