/* wa-fold.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "core/wa-util.h"
#include "store/wa-fold.h"

/* Nobody looks for more, and SQLite's expressions have an end. */
#define MAX_WORDS 16

#define TATWEEL 0x0640

static gboolean
is_decoration (gunichar c)
{
  return c == TATWEEL || g_unichar_type (c) == G_UNICODE_NON_SPACING_MARK;
}

/**
 * wa_fold_text:
 * @text: (nullable): any text
 *
 * Makes a text to compare by: without case, accents, vowel signs or stretching, all digits as ASCII, blanks
 * as single spaces.
 *
 * Returns: (transfer full): the folded text
 */
char *
wa_fold_text (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (wa_or_empty (text), -1);
  g_autofree char *caseless = g_utf8_casefold (valid, -1);
  g_autofree char *decomposed = g_utf8_normalize (caseless, -1, G_NORMALIZE_ALL);
  GString *folded = g_string_sized_new (strlen (decomposed));
  gboolean blank = FALSE;

  for (const char *p = decomposed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_decoration (c))
        continue;
      if (g_unichar_isspace (c))
        {
          blank = folded->len > 0;
          continue;
        }
      if (blank)
        g_string_append_c (folded, ' ');
      blank = FALSE;
      if (g_unichar_isdigit (c))
        g_string_append_c (folded, (char) ('0' + g_unichar_digit_value (c)));
      else
        g_string_append_unichar (folded, c);
    }

  return g_string_free (folded, FALSE);
}

static char *
dup_digits (const char *text)
{
  GString *digits = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);

  return g_string_free (digits, FALSE);
}

/**
 * wa_fold_search:
 * @text: (nullable): what the user typed
 *
 * Numbers are stored as bare digits and typed in many ways: a text of digits and punctuation is one number.
 *
 * Returns: (transfer full): the folded words that must all occur; none for an empty text
 */
char **
wa_fold_search (const char *text)
{
  g_autofree char *folded = wa_fold_text (text);
  g_autoptr(GStrvBuilder) words = g_strv_builder_new ();
  g_autofree char *digits = dup_digits (folded);

  if (digits[0] != '\0' && strspn (folded, "0123456789 +-()./") == strlen (folded))
    {
      g_strv_builder_add (words, digits);
    }
  else
    {
      g_auto(GStrv) parts = g_strsplit (folded, " ", -1);

      for (gsize i = 0; parts[i] != NULL && i < MAX_WORDS; i++)
        {
          gboolean prefixed = parts[i][0] == '+' && g_ascii_isdigit (parts[i][1]);

          if (parts[i][0] != '\0')
            g_strv_builder_add (words, parts[i] + (prefixed ? 1 : 0));
        }
    }

  return g_strv_builder_end (words);
}
