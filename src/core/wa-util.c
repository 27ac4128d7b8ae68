/* wa-util.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "core/wa-util.h"

/**
 * wa_set_str:
 * @place: (inout): an owned string
 * @value: (nullable): what it shall hold
 *
 * g_set_str() came with GLib 2.76, after the baseline.
 *
 * Returns: whether the value changed
 */
gboolean
wa_set_str (char       **place,
            const char  *value)
{
  char *copy;

  if (g_strcmp0 (*place, value) == 0)
    return FALSE;

  copy = g_strdup (value);
  g_free (*place);
  *place = copy;

  return TRUE;
}

/**
 * wa_is_empty:
 *
 * Returns: whether @text is %NULL or has no characters
 */
gboolean
wa_is_empty (const char *text)
{
  return text == NULL || text[0] == '\0';
}

/**
 * wa_or_empty:
 *
 * Returns: @text, or "" for %NULL
 */
const char *
wa_or_empty (const char *text)
{
  return text != NULL ? text : "";
}

/**
 * wa_strv_equal:
 * @a: (nullable): %NULL is the same as no strings
 * @b: (nullable):
 */
gboolean
wa_strv_equal (const char *const *a,
               const char *const *b)
{
  static const char *const none[] = { NULL };

  return g_strv_equal (a != NULL ? a : none, b != NULL ? b : none);
}

/**
 * wa_is_web_page:
 * @body: an answer that was to be something else
 *
 * Returns: whether it is HTML
 */
gboolean
wa_is_web_page (GBytes *body)
{
  gsize length;
  const char *data = g_bytes_get_data (body, &length);
  gsize at = 0;

  while (at < length && g_ascii_isspace (data[at]))
    at++;

  return at < length && data[at] == '<';
}

/**
 * wa_clean_text:
 * @text: (nullable): anything from outside
 * @max_characters: how much of it is kept
 *
 * Makes a text fit to be shown or logged: valid UTF-8, control characters replaced by blanks, cut.
 *
 * Returns: (transfer full): the text, never %NULL
 */
char *
wa_clean_text (const char *text,
               gsize       max_characters)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *clean = g_string_new (NULL);
  gsize n = 0;

  for (const char *at = valid; *at != '\0' && n < max_characters; at = g_utf8_next_char (at), n++)
    {
      gunichar c = g_utf8_get_char (at);

      g_string_append_unichar (clean, g_unichar_iscntrl (c) ? ' ' : c);
    }

  return g_strstrip (g_string_free (clean, FALSE));
}
