/* wa-template-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "core/wa-util.h"
#include "template/wa-template-text.h"
#include "template/wa-template-variables.h"

/**
 * wa_template_text_find:
 * @fields: a list of #WaParameterField
 * @key: the variable, as `{{1}}`; "" where the place has none
 *
 * Returns: (transfer none) (nullable): the field that is for that place
 */
WaParameterField *
wa_template_text_find (GListModel         *fields,
                       WaParameterSection  section,
                       guint               card,
                       guint               button,
                       const char         *key)
{
  for (guint i = 0; i < g_list_model_get_n_items (fields); i++)
    {
      g_autoptr(WaParameterField) field = g_list_model_get_item (fields, i);

      if (wa_parameter_field_get_section (field) == section &&
          wa_parameter_field_get_card (field) == card &&
          wa_parameter_field_get_button (field) == button &&
          g_str_equal (wa_parameter_field_get_key (field), key))
        return field;
    }

  return NULL;
}

typedef struct
{
  GListModel         *fields;
  WaParameterSection  section;
  guint               card;
  guint               button;
  gboolean            in_query;   /* of an address */
  char               *encoded;    /* keeps what was found last */
} Place;

/* The only value of an authentication template is its code, and it goes to every place. */
static WaParameterField *
find_code (GListModel *fields)
{
  g_autoptr(WaParameterField) field = g_list_model_get_item (fields, 0);

  if (field == NULL || g_list_model_get_n_items (fields) > 1 ||
      wa_parameter_field_get_section (field) != WA_SECTION_COPY_CODE)
    return NULL;

  return field;
}

static const char *
find_value (Place      *place,
            const char *key)
{
  WaParameterField *field =
    wa_template_text_find (place->fields, place->section, place->card, place->button, key);

  if (field == NULL)
    field = find_code (place->fields);

  return field != NULL ? wa_parameter_field_get_value (field) : "";
}

/* In a path, slashes stay; in a query, everything is part of the value.  What is encoded already
 * stays as it is. */
static char *
encode (const char *value,
        gboolean    in_query)
{
  g_autofree char *decoded = g_uri_unescape_string (value, NULL);

  return g_uri_escape_string (decoded != NULL ? decoded : value,
                              in_query ? NULL : G_URI_RESERVED_CHARS_ALLOWED_IN_PATH "?", FALSE);
}

static const char *
fill_value (const char *key,
            gpointer    user_data)
{
  Place *place = user_data;
  const char *value = find_value (place, key);

  if (place->section != WA_SECTION_URL_BUTTON)
    return value;

  g_free (place->encoded);
  place->encoded = encode (value, place->in_query);

  return place->encoded;
}

/**
 * wa_template_text_fill:
 * @text: a text of a template
 * @fields: a list of #WaParameterField
 *
 * Fills in the values, nothing for those that are missing.  In addresses they are percent-encoded:
 * only what takes the variable's place, not the whole.
 *
 * Returns: (transfer full): the text that is sent
 */
char *
wa_template_text_fill (const char         *text,
                       GListModel         *fields,
                       WaParameterSection  section,
                       guint               card,
                       guint               button)
{
  Place place = { fields, section, card, button, strchr (text, '?') != NULL, NULL };
  char *filled = wa_template_variables_fill (text, fill_value, &place);

  g_free (place.encoded);

  return filled;
}

static void
append_valid (GString    *shown,
              const char *text,
              gsize       length)
{
  g_autofree char *valid = g_utf8_make_valid (text, length);

  g_string_append (shown, valid);
}

/**
 * wa_template_text_show:
 * @text: a text of a template
 * @fields: a list of #WaParameterField
 * @formatted: whether marks count
 *
 * Fills in the values before marks are looked for, as WhatsApp does.  A missing value is shown as
 * its variable, in the style %WA_RICH_PLACEHOLDER.
 *
 * Returns: (transfer full): the text as WhatsApp shows it
 */
WaRichText *
wa_template_text_show (const char         *text,
                       GListModel         *fields,
                       WaParameterSection  section,
                       guint               card,
                       gboolean            formatted)
{
  g_autoptr(GString) shown = g_string_new (NULL);
  g_autoptr(GArray) missing = g_array_new (FALSE, FALSE, sizeof (WaRichRun));
  Place place = { fields, section, card, 0, FALSE, NULL };
  gsize done = 0, start, end = 0;
  char *key = NULL;

  while (wa_template_variables_next (text, end, &start, &end, &key))
    {
      const char *value = find_value (&place, key);
      WaRichRun run = { 0, 0, WA_RICH_PLACEHOLDER };

      append_valid (shown, text + done, start - done);
      run.start = shown->len;
      append_valid (shown, wa_is_empty (value) ? key : value, -1);
      run.end = shown->len;
      if (wa_is_empty (value))
        g_array_append_val (missing, run);
      done = end;
      g_clear_pointer (&key, g_free);
    }
  append_valid (shown, text + done, -1);

  return wa_rich_text_new_full (shown->str, (const WaRichRun *) missing->data, missing->len, formatted);
}

static gboolean
is_rtl_script (GUnicodeScript script)
{
  switch ((int) script)
    {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_MANDAIC:
    case G_UNICODE_SCRIPT_SAMARITAN:
    case G_UNICODE_SCRIPT_ADLAM:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_rtl_language (const char *language)
{
  static const char *const languages[] = { "ar", "fa", "he", "prs", "ps", "ur" };
  g_autofree char *base = g_strndup (language, strcspn (language, "_-"));

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_ascii_strcasecmp (base, languages[i]) == 0)
      return TRUE;

  return FALSE;
}

/**
 * wa_text_is_rtl:
 * @language: (nullable): the language that the text is said to be in
 *
 * Tells the direction by the letters: by the first one, or, in a language that is written from
 * right to left, by whether there is one at all: a message doesn't turn round because it begins
 * with a foreign name.
 *
 * Returns: whether the text runs from right to left
 */
gboolean
wa_text_is_rtl (const char *text,
                const char *language)
{
  gboolean expected = is_rtl_language (wa_or_empty (language));
  gboolean letters = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isalpha (c))
        continue;
      if (is_rtl_script (g_unichar_get_script (c)))
        return TRUE;
      if (!expected)
        return FALSE;
      letters = TRUE;
    }

  return expected && !letters;
}
