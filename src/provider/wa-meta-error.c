/* wa-meta-error.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-util.h"
#include "provider/wa-meta-error.h"
#include "provider/wa-meta-table.h"

/* Systems wrap, rename and swallow Meta's numbers.  They are looked for in this order: `code` members at any depth,
 * then in texts `(#n)`, `error n:` and `code n`, `(n)`.  A bare number in running text is never one. */

/* Smaller numbers are also HTTP statuses and counters: they count only where Meta itself seems to speak. */
#define UNMISTAKABLE 1000

static gboolean
is_meta_object (const WaJson *object,
                gboolean      inside_error)
{
  static const char *const marks[] = { "error_subcode", "error_data", "fbtrace_id" };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      WaJson mark = wa_json_member (object, marks[i]);

      if (!wa_json_is (&mark, WA_JSON_ABSENT))
        return TRUE;
    }

  return inside_error;
}

static gboolean
read_code (const WaJson *object,
           gboolean      inside_error,
           WaMetaCode   *code)
{
  WaJson code_json = wa_json_member (object, "code");
  WaJson subcode_json = wa_json_member (object, "error_subcode");
  gint64 number = wa_json_get_integer (&code_json, -1);
  gint64 subcode = wa_json_get_integer (&subcode_json, 0);
  gboolean meta = is_meta_object (object, inside_error);

  if (number < 0)
    return FALSE;
  if (wa_meta_table_find_subcode (subcode) == NULL &&
      (wa_meta_table_find (number) == NULL ? !meta || number < UNMISTAKABLE : !meta && number < UNMISTAKABLE))
    return FALSE;

  *code = (WaMetaCode) { number, subcode };

  return TRUE;
}

static gboolean
find_member (const WaJson *json,
             gboolean      inside_error,
             WaMetaCode   *code)
{
  g_auto(GStrv) names = wa_json_dup_names (json);
  guint n = wa_json_length (json);

  if (read_code (json, inside_error, code))
    return TRUE;

  for (gsize i = 0; names[i] != NULL; i++)
    {
      WaJson member = wa_json_member (json, names[i]);
      gboolean error = g_ascii_strcasecmp (names[i], "error") == 0 ||
                       g_ascii_strcasecmp (names[i], "errors") == 0;

      if (find_member (&member, error, code))
        return TRUE;
    }

  for (guint i = 0; i < n; i++)
    {
      WaJson element = wa_json_element (json, i);

      if (find_member (&element, inside_error, code))
        return TRUE;
    }

  return FALSE;
}

typedef struct
{
  const char *pattern;
  gint64      least;    /* smaller numbers are something else in running text */
  gboolean    known;    /* only numbers of our tables */
} TextRule;

static const TextRule text_rules[] = {
  { "\\(#(\\d{1,9})\\)", 0, FALSE },
  { "\\berror (\\d{1,9}):", 0, TRUE },
  { "\\bcode:? (\\d{1,9})\\b", UNMISTAKABLE, TRUE },
  { "\\((\\d{1,9})\\)", 100, TRUE },
};

static gboolean
match_rule (const TextRule *rule,
            const char     *text,
            WaMetaCode     *code)
{
  g_autoptr(GRegex) regex = g_regex_new (rule->pattern, G_REGEX_CASELESS, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;

  g_regex_match (regex, text, 0, &match);
  while (g_match_info_matches (match))
    {
      g_autofree char *digits = g_match_info_fetch (match, 1);
      gint64 number = g_ascii_strtoll (digits, NULL, 10);
      gboolean known = wa_meta_table_find (number) != NULL || wa_meta_table_find_subcode (number) != NULL;

      if (number >= rule->least && (known || !rule->known))
        {
          *code = (WaMetaCode) { number, 0 };
          return TRUE;
        }
      g_match_info_next (match, NULL);
    }

  return FALSE;
}

static gboolean
find_in_texts (const TextRule *rule,
               const WaJson   *json,
               WaMetaCode     *code)
{
  const char *text = wa_json_get_text (json);
  g_auto(GStrv) names = wa_json_dup_names (json);
  guint n = wa_json_length (json);

  if (text != NULL && match_rule (rule, text, code))
    return TRUE;

  for (gsize i = 0; names[i] != NULL; i++)
    {
      WaJson member = wa_json_member (json, names[i]);

      if (find_in_texts (rule, &member, code))
        return TRUE;
    }

  for (guint i = 0; i < n; i++)
    {
      WaJson element = wa_json_element (json, i);

      if (find_in_texts (rule, &element, code))
        return TRUE;
    }

  return FALSE;
}

/**
 * wa_meta_error_find_text:
 * @text: (nullable): what a system wrote
 * @code: (out): the number
 *
 * Returns: whether @text names one of Meta's numbers
 */
gboolean
wa_meta_error_find_text (const char *text,
                         WaMetaCode *code)
{
  for (gsize i = 0; text != NULL && i < G_N_ELEMENTS (text_rules); i++)
    if (match_rule (&text_rules[i], text, code))
      return TRUE;

  return FALSE;
}

/**
 * wa_meta_error_find:
 * @answer: the answer of a system that failed
 * @code: (out): the number
 *
 * Returns: whether the answer holds one of Meta's numbers, in a member or in a text
 */
gboolean
wa_meta_error_find (const WaJson *answer,
                    WaMetaCode   *code)
{
  if (find_member (answer, FALSE, code))
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (text_rules); i++)
    if (find_in_texts (&text_rules[i], answer, code))
      return TRUE;

  return FALSE;
}

static const WaMetaRow *
row_of (const WaMetaCode *code)
{
  const WaMetaRow *row = wa_meta_table_find_subcode (code->subcode);

  if (row == NULL)
    row = wa_meta_table_find (code->code);

  return row != NULL ? row : wa_meta_table_find_subcode (code->code);
}

/**
 * wa_meta_error_get_class:
 *
 * Returns: what to do about it; what is new is not repeated
 */
WaErrorClass
wa_meta_error_get_class (const WaMetaCode *code)
{
  const WaMetaRow *row = row_of (code);

  return row != NULL ? row->klass : WA_ERROR_CLASS_FIX;
}

/**
 * wa_meta_error_dup_text:
 *
 * Returns: (transfer full): what happened and what to do, in the user's language
 */
char *
wa_meta_error_dup_text (const WaMetaCode *code)
{
  const WaMetaRow *row = row_of (code);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, code->code);

  if (row == NULL)
    /* Translators: a number such as 131099 */
    return g_strdup_printf (_("WhatsApp refused this for a reason that is new to WaDesk, number %s. "
                              "Look at what the system says."), number);

  /* Translators: what happened, then what to do: two sentences */
  return g_strdup_printf (C_("problem and advice", "%s %s"), _(row->title), _(row->advice));
}
