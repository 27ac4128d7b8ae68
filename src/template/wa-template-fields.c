/* wa-template-fields.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-util.h"
#include "model/wa-limits.h"
#include "template/wa-link-finder.h"
#include "template/wa-template-fields.h"
#include "template/wa-template-variables.h"

/* Where the fields are that are being made. */
typedef struct
{
  WaTemplate *template;
  GListStore *fields;
  guint       card;
  gint64      button;
} Maker;

static WaParameterField *
add_field (Maker              *maker,
           WaParameterSection  section,
           WaParameterKind     kind,
           const char         *key,
           const char         *label,
           gboolean            required)
{
  g_autoptr(WaParameterField) field = wa_parameter_field_new ();
  /* Translators: the first is the number of a carousel's card, the second the name of a field in it. */
  g_autofree char *card_label = g_strdup_printf (_("Card %u: %s"), maker->card, label);

  wa_parameter_field_set_section (field, section);
  wa_parameter_field_set_kind (field, kind);
  wa_parameter_field_set_card (field, maker->card);
  wa_parameter_field_set_button (field, maker->button);
  wa_parameter_field_set_key (field, key);
  wa_parameter_field_set_label (field, maker->card > 0 ? card_label : label);
  wa_parameter_field_set_required (field, required);
  g_list_store_append (maker->fields, field);

  return field;
}

static char *
variable_help (WaParameterSection  section,
               const char         *key,
               const char         *example)
{
  if (section == WA_SECTION_HEADER)
    return wa_is_empty (example)
           ? g_strdup_printf (_("Takes the place of %s in the header"), key)
           : g_strdup_printf (_("Takes the place of %s in the header, for example “%s”"), key, example);

  return wa_is_empty (example)
         ? g_strdup_printf (_("Takes the place of %s in the text"), key)
         : g_strdup_printf (_("Takes the place of %s in the text, for example “%s”"), key, example);
}

static void
add_variable (Maker              *maker,
              WaParameterSection  section,
              const char         *key,
              const char         *name,
              const char         *example)
{
  gboolean header = section == WA_SECTION_HEADER;
  g_autofree char *help = variable_help (section, key, example);
  g_autofree char *label = NULL;
  WaParameterField *field;

  if (header)
    label = g_strdup_printf (_("Header %s"), key);
  else if (!wa_is_empty (name))
    label = g_strdup_printf (_("Body %s (%s)"), key, name);
  else
    label = g_strdup_printf (_("Body %s"), key);

  field = add_field (maker, section, WA_PARAMETER_TEXT, key, label, TRUE);
  wa_parameter_field_set_example (field, example);
  wa_parameter_field_set_help_text (field, help);
  wa_parameter_field_set_max_length (field, header ? WA_LIMIT_HEADER_TEXT
                                            : wa_template_body_limit (maker->template, maker->card));
}

static void
add_media (Maker           *maker,
           WaParameterKind  kind)
{
  const char *label, *help;
  WaParameterField *field;

  switch ((int) kind)
    {
    case WA_PARAMETER_VIDEO:
      label = _("Video");
      help = _("Address of the video, beginning with https://");
      break;
    case WA_PARAMETER_DOCUMENT:
      label = _("Document");
      help = _("Address of the document, beginning with https://");
      break;
    default:
      label = _("Picture");
      help = _("Address of the picture, beginning with https://");
      break;
    }

  field = add_field (maker, WA_SECTION_MEDIA, kind, "", label, TRUE);
  wa_parameter_field_set_help_text (field, help);
  wa_parameter_field_set_max_length (field, WA_LIMIT_URL);

  if (kind == WA_PARAMETER_DOCUMENT)
    {
      field = add_field (maker, WA_SECTION_FILENAME, WA_PARAMETER_FILENAME, "", _("File name"), FALSE);
      wa_parameter_field_set_help_text (field, _("The name under which the document is shown"));
    }
}

static void
add_location (Maker *maker)
{
  add_field (maker, WA_SECTION_LOCATION, WA_PARAMETER_DECIMAL, "latitude", _("Latitude"), TRUE);
  add_field (maker, WA_SECTION_LOCATION, WA_PARAMETER_DECIMAL, "longitude", _("Longitude"), TRUE);
  add_field (maker, WA_SECTION_LOCATION, WA_PARAMETER_TEXT, "name", _("Name of the place"), TRUE);
  add_field (maker, WA_SECTION_LOCATION, WA_PARAMETER_TEXT, "address", _("Address of the place"), TRUE);
}

static void
add_product (Maker      *maker,
             const char *help,
             gboolean    required)
{
  WaParameterField *field =
    add_field (maker, WA_SECTION_PRODUCT, WA_PARAMETER_PRODUCT, "", _("Product"), required);

  wa_parameter_field_set_help_text (field, help);
}

static void
add_code (Maker      *maker,
          const char *example)
{
  gboolean authentication = wa_template_is_authentication (maker->template);
  gboolean offer = wa_template_find (maker->template, WA_COMPONENT_LIMITED_TIME_OFFER) != NULL;
  WaParameterField *field =
    add_field (maker, WA_SECTION_COPY_CODE, WA_PARAMETER_CODE, "", _("Code"), TRUE);

  wa_parameter_field_set_example (field, example);
  wa_parameter_field_set_help_text (field, authentication ? _("The code that the customer shall enter")
                                                          : _("The code that the button copies"));
  wa_parameter_field_set_max_length (field, authentication ? WA_LIMIT_CODE_AUTHENTICATION
                                            : offer ? WA_LIMIT_CODE_OFFER
                                            : WA_LIMIT_CODE);
}

/* The sample of an address is the whole address; what is asked for is only its end. */
static const char *
url_example (WaTemplateButton *button,
             gsize             prefix)
{
  const char *example = wa_or_empty (wa_template_button_get_examples (button)[0]);

  return strncmp (example, wa_template_button_get_url (button), prefix) == 0 ? example + prefix : example;
}

static void
add_url (Maker            *maker,
         WaTemplateButton *button)
{
  const char *url = wa_template_button_get_url (button);
  gsize start, end;
  g_autofree char *key = NULL;
  g_autofree char *label =
    g_strdup_printf (_("Link of the button “%s”"), wa_template_button_get_text (button));
  g_autofree char *prefix = NULL;
  g_autofree char *help = NULL;
  WaParameterField *field;

  if (!wa_template_variables_next (url, 0, &start, &end, &key))
    return;

  prefix = g_strndup (url, start);
  help = g_strdup_printf (_("What follows %s"), prefix);
  field = add_field (maker, WA_SECTION_URL_BUTTON, WA_PARAMETER_TEXT, key, label, TRUE);
  wa_parameter_field_set_example (field, url_example (button, start));
  wa_parameter_field_set_help_text (field, help);
  wa_parameter_field_set_max_length (field, WA_LIMIT_URL);
}

static void
add_quick_reply (Maker            *maker,
                 WaTemplateButton *button)
{
  const char *text = wa_template_button_get_text (button);
  g_autofree char *label = g_strdup_printf (_("Answer of the button “%s”"), text);
  WaParameterField *field =
    add_field (maker, WA_SECTION_QUICK_REPLY, WA_PARAMETER_PAYLOAD, "", label, FALSE);

  wa_parameter_field_set_example (field, text);
  wa_parameter_field_set_value (field, text);
  wa_parameter_field_set_help_text (field,
                                    _("What your system receives when the customer presses the button"));
  wa_parameter_field_set_max_length (field, WA_LIMIT_PAYLOAD);
}

static void
add_button (Maker            *maker,
            WaTemplateButton *button)
{
  switch (wa_template_button_get_kind (button))
    {
    case WA_BUTTON_URL:
      add_url (maker, button);
      break;
    case WA_BUTTON_QUICK_REPLY:
      add_quick_reply (maker, button);
      break;
    case WA_BUTTON_COPY_CODE:
      add_code (maker, wa_template_button_get_examples (button)[0]);
      break;
    case WA_BUTTON_CATALOG:
      add_product (maker, _("Product whose picture is shown; the catalog's first where there is none"),
                   FALSE);
      break;
    case WA_BUTTON_MPM:
      add_product (maker, _("Product whose picture is shown"), TRUE);
      break;
    case WA_BUTTON_UNKNOWN:
    case WA_BUTTON_PHONE_NUMBER:
    case WA_BUTTON_OTP:
    case WA_BUTTON_FLOW:
    case WA_BUTTON_VOICE_CALL:
    case WA_BUTTON_SPM:
    case WA_BUTTON_CALL_PERMISSION_REQUEST:
    case WA_BUTTON_REQUEST_CONTACT_INFO:
    case WA_BUTTON_ORDER_DETAILS:
    default:
      break;
    }
}

static void
add_buttons (Maker               *maker,
             WaTemplateComponent *component)
{
  GListModel *buttons = G_LIST_MODEL (wa_template_component_get_buttons (component));

  for (guint i = 0; i < g_list_model_get_n_items (buttons); i++)
    {
      g_autoptr(WaTemplateButton) button = g_list_model_get_item (buttons, i);

      maker->button = i;
      add_button (maker, button);
    }

  maker->button = 0;
}

/* The sample of a named variable is found by its name, with or without braces; any other by its
 * position. */
static const char *
sample_of (WaTemplateComponent *component,
           const char          *key,
           const char *const   *samples,
           guint                position)
{
  GListModel *named = G_LIST_MODEL (wa_template_component_get_named_examples (component));

  for (guint i = 0; i < g_list_model_get_n_items (named); i++)
    {
      g_autoptr(WaAttribute) sample = g_list_model_get_item (named, i);
      const char *name = wa_attribute_get_name (sample);

      if (g_str_equal (name, key) ||
          (strncmp (key + 2, name, strlen (name)) == 0 && g_str_equal (key + 2 + strlen (name), "}}")))
        return wa_attribute_get_value (sample);
    }

  return position < g_strv_length ((char **) samples) ? samples[position] : "";
}

static void
add_variables (Maker               *maker,
               WaParameterSection   section,
               WaTemplateComponent *component)
{
  g_auto(GStrv) keys = wa_template_variables_scan (wa_template_component_get_text (component));
  const char *const *names = wa_template_get_variables (maker->template);
  const char *const *samples = section == WA_SECTION_HEADER
                               ? wa_template_component_get_header_examples (component)
                               : wa_template_component_get_body_examples (component);
  gboolean named = section == WA_SECTION_BODY && maker->card == 0 &&
                   g_strv_length ((char **) names) == g_strv_length (keys);

  for (guint i = 0; keys[i] != NULL; i++)
    add_variable (maker, section, keys[i], named ? names[i] : NULL,
                  sample_of (component, keys[i], samples, i));
}

static void
add_header (Maker               *maker,
            WaTemplateComponent *component)
{
  switch (wa_template_component_get_format (component))
    {
    case WA_HEADER_TEXT:
      add_variables (maker, WA_SECTION_HEADER, component);
      break;
    case WA_HEADER_IMAGE:
      add_media (maker, WA_PARAMETER_IMAGE);
      break;
    case WA_HEADER_VIDEO:
    case WA_HEADER_GIF:
      add_media (maker, WA_PARAMETER_VIDEO);
      break;
    case WA_HEADER_DOCUMENT:
      add_media (maker, WA_PARAMETER_DOCUMENT);
      break;
    case WA_HEADER_LOCATION:
      add_location (maker);
      break;
    case WA_HEADER_PRODUCT:
      add_product (maker, _("Product that is shown"), TRUE);
      break;
    case WA_HEADER_NONE:
    case WA_HEADER_UNKNOWN:
    default:
      break;
    }
}

static void
add_offer (Maker               *maker,
           WaTemplateComponent *component)
{
  WaParameterField *field;

  if (!wa_template_component_get_has_expiration (component))
    return;

  field = add_field (maker, WA_SECTION_OFFER_EXPIRY, WA_PARAMETER_DATE_TIME, "", _("End of the offer"), TRUE);
  wa_parameter_field_set_help_text (field, _("Date and time when the offer ends"));
}

static void add_components (Maker      *maker,
                            GListModel *components);

static void
add_cards (Maker               *maker,
           WaTemplateComponent *component)
{
  GListModel *cards = G_LIST_MODEL (wa_template_component_get_cards (component));

  for (guint i = 0; i < g_list_model_get_n_items (cards); i++)
    {
      g_autoptr(WaTemplateCard) card = g_list_model_get_item (cards, i);
      Maker inner = { maker->template, maker->fields, i + 1, 0 };

      add_components (&inner, G_LIST_MODEL (wa_template_card_get_components (card)));
    }
}

/* In the order in which the message shows them, whatever the order in the template. */
static void
add_components (Maker      *maker,
                GListModel *components)
{
  WaTemplateComponent *component;

  if ((component = wa_template_fields_component (components, WA_COMPONENT_HEADER)) != NULL)
    add_header (maker, component);
  if ((component = wa_template_fields_component (components, WA_COMPONENT_BODY)) != NULL)
    add_variables (maker, WA_SECTION_BODY, component);
  if ((component = wa_template_fields_component (components, WA_COMPONENT_LIMITED_TIME_OFFER)) != NULL)
    add_offer (maker, component);
  if ((component = wa_template_fields_component (components, WA_COMPONENT_BUTTONS)) != NULL)
    add_buttons (maker, component);
  if (maker->card == 0 &&
      (component = wa_template_fields_component (components, WA_COMPONENT_CAROUSEL)) != NULL)
    add_cards (maker, component);
}

static char *
hint_key (WaParameterField *hint)
{
  const char *key = wa_parameter_field_get_key (hint);

  return strchr (key, '{') != NULL ? g_strdup (key) : g_strdup_printf ("{{%s}}", key);
}

/* A hint doesn't say what its link leads to; its sample does. */
static WaParameterKind
kind_of_link (const char *address)
{
  if (wa_link_has_suffix (address, ".mp4 .3gp .3gpp"))
    return WA_PARAMETER_VIDEO;
  if (wa_link_has_suffix (address, ".pdf .txt .doc .docx .xls .xlsx .ppt .pptx"))
    return WA_PARAMETER_DOCUMENT;

  return WA_PARAMETER_IMAGE;
}

static void
add_hint (Maker            *maker,
          WaParameterField *hint)
{
  const char *example = wa_parameter_field_get_example (hint);
  g_autofree char *key = hint_key (hint);

  switch ((int) wa_parameter_field_get_section (hint))
    {
    case WA_SECTION_HEADER:
    case WA_SECTION_BODY:
      add_variable (maker, wa_parameter_field_get_section (hint), key, NULL, example);
      break;
    case WA_SECTION_MEDIA:
      add_media (maker, kind_of_link (example));
      break;
    case WA_SECTION_COPY_CODE:
      add_code (maker, example);
      break;
    default:
      break;
    }
}

static void
add_hints (Maker *maker)
{
  static const WaParameterSection order[] = {
    WA_SECTION_HEADER, WA_SECTION_MEDIA, WA_SECTION_BODY, WA_SECTION_COPY_CODE,
  };
  GListModel *hints = G_LIST_MODEL (wa_template_get_hints (maker->template));

  for (guint section = 0; section < G_N_ELEMENTS (order); section++)
    for (guint i = 0; i < g_list_model_get_n_items (hints); i++)
      {
        g_autoptr(WaParameterField) hint = g_list_model_get_item (hints, i);

        if (wa_parameter_field_get_section (hint) == order[section])
          add_hint (maker, hint);
      }
}

/* Variables are told apart by their key; a link and a code need none, there is one of each. */
static gboolean
hint_fits (WaParameterField *hint,
           WaParameterField *field)
{
  WaParameterSection section = wa_parameter_field_get_section (field);
  g_autofree char *key = hint_key (hint);

  if (wa_parameter_field_get_section (hint) != section || wa_parameter_field_get_card (field) > 0)
    return FALSE;
  if (section == WA_SECTION_MEDIA || section == WA_SECTION_COPY_CODE)
    return TRUE;

  return g_str_equal (key, wa_parameter_field_get_key (field));
}

static void
take_hint (WaParameterField *field,
           WaParameterField *hint)
{
  if (!wa_is_empty (wa_parameter_field_get_example (hint)))
    wa_parameter_field_set_example (field, wa_parameter_field_get_example (hint));
  if (!wa_is_empty (wa_parameter_field_get_help_text (hint)))
    wa_parameter_field_set_help_text (field, wa_parameter_field_get_help_text (hint));
}

static void
take_hints (Maker *maker)
{
  GListModel *hints = G_LIST_MODEL (wa_template_get_hints (maker->template));
  GListModel *fields = G_LIST_MODEL (maker->fields);

  for (guint i = 0; i < g_list_model_get_n_items (hints); i++)
    {
      g_autoptr(WaParameterField) hint = g_list_model_get_item (hints, i);

      for (guint j = 0; j < g_list_model_get_n_items (fields); j++)
        {
          g_autoptr(WaParameterField) field = g_list_model_get_item (fields, j);

          if (hint_fits (hint, field))
            take_hint (field, hint);
        }
    }
}

/**
 * wa_template_fields_new:
 *
 * Makes the fields for the values that @template asks for, in the order in which the message shows
 * them.  The components decide; the hints supply samples and help texts, and stand in for
 * components that are not known. An authentication template asks for its code once, wherever the
 * code goes.
 *
 * Returns: (transfer full): a list of #WaParameterField
 */
GListStore *
wa_template_fields_new (WaTemplate *template)
{
  GListModel *components;
  Maker maker = { template, NULL, 0, 0 };

  g_return_val_if_fail (WA_IS_TEMPLATE (template), NULL);

  maker.fields = g_list_store_new (WA_TYPE_PARAMETER_FIELD);
  components = G_LIST_MODEL (wa_template_get_components (template));
  if (wa_template_is_authentication (template))
    add_code (&maker, NULL);
  else if (g_list_model_get_n_items (components) > 0)
    add_components (&maker, components);
  else
    add_hints (&maker);

  take_hints (&maker);

  return maker.fields;
}

/**
 * wa_template_fields_same_place:
 *
 * Returns: whether both are for the same value of a template
 */
gboolean
wa_template_fields_same_place (WaParameterField *a,
                               WaParameterField *b)
{
  return wa_parameter_field_get_section (a) == wa_parameter_field_get_section (b) &&
         wa_parameter_field_get_card (a) == wa_parameter_field_get_card (b) &&
         wa_parameter_field_get_button (a) == wa_parameter_field_get_button (b) &&
         g_str_equal (wa_parameter_field_get_key (a), wa_parameter_field_get_key (b));
}

/**
 * wa_template_fields_find:
 * @fields: a list of #WaParameterField
 *
 * Returns: (transfer none) (nullable): the field of @fields that is for the same value as @place
 */
WaParameterField *
wa_template_fields_find (GListModel       *fields,
                         WaParameterField *place)
{
  for (guint i = 0; i < g_list_model_get_n_items (fields); i++)
    {
      g_autoptr(WaParameterField) field = g_list_model_get_item (fields, i);

      if (wa_template_fields_same_place (field, place))
        return field;
    }

  return NULL;
}

/**
 * wa_template_fields_component:
 * @components: those of a template or of a card
 *
 * Returns: (transfer none) (nullable): the first component of that kind
 */
WaTemplateComponent *
wa_template_fields_component (GListModel      *components,
                              WaComponentKind  kind)
{
  for (guint i = 0; i < g_list_model_get_n_items (components); i++)
    {
      g_autoptr(WaTemplateComponent) component = g_list_model_get_item (components, i);

      if (wa_template_component_get_kind (component) == kind)
        return component;
    }

  return NULL;
}

/**
 * wa_template_is_authentication:
 *
 * Returns: whether the template carries a one-time code, in Meta's word or in its older one
 */
gboolean
wa_template_is_authentication (WaTemplate *template)
{
  const char *category = wa_template_get_category (template);

  return g_ascii_strcasecmp (category, "AUTHENTICATION") == 0 || g_ascii_strcasecmp (category, "OTP") == 0;
}

/**
 * wa_template_body_limit:
 * @card: the carousel card, from 1; 0 outside carousels
 *
 * Returns: how many characters fit into the body
 */
int
wa_template_body_limit (WaTemplate *template,
                        guint       card)
{
  if (card > 0)
    return WA_LIMIT_BODY_CARD;

  if (wa_template_find (template, WA_COMPONENT_LIMITED_TIME_OFFER) != NULL)
    return WA_LIMIT_BODY_OFFER;

  return WA_LIMIT_BODY;
}
