/* wa-template-variables.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "template/wa-template-variables.h"

/* More than a body has room for; an answer from outside may hold any number. */
#define MOST_VARIABLES 256

/* A name has no braces, no line break and no blank inside; blanks around it don't count. */
static char *
read_key (const char *name,
          gsize       length)
{
  g_autofree char *key = g_strstrip (g_strndup (name, length));

  if (key[0] == '\0' || strpbrk (key, " \t\r\n{}") != NULL)
    return NULL;

  return g_strconcat ("{{", key, "}}", NULL);
}

/**
 * wa_template_variables_next:
 * @text: a text of a template
 * @from: where to begin
 * @start: (out): where the variable begins
 * @end: (out): where it ends
 * @key: (out) (optional): the variable without blanks, as `{{1}}`
 *
 * Returns: whether there is another variable
 */
gboolean
wa_template_variables_next (const char  *text,
                            gsize        from,
                            gsize       *start,
                            gsize       *end,
                            char       **key)
{
  for (const char *close, *at = text + from; (close = strstr (at, "}}")) != NULL; at = close + 2)
    {
      const char *open = g_strrstr_len (at, close - at, "{{");
      g_autofree char *found = open != NULL ? read_key (open + 2, close - open - 2) : NULL;

      if (found == NULL)
        continue;

      *start = open - text;
      *end = close + 2 - text;
      if (key != NULL)
        *key = g_steal_pointer (&found);
      return TRUE;
    }

  return FALSE;
}

static gboolean
is_number (const char *key)
{
  return strspn (key + 2, "0123456789") == strlen (key) - 4;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  const char *one = *(const char *const *) a;
  const char *two = *(const char *const *) b;
  guint64 n = g_ascii_strtoull (one + 2, NULL, 10);
  guint64 m = g_ascii_strtoull (two + 2, NULL, 10);

  return (n > m) - (n < m);
}

/**
 * wa_template_variables_scan:
 * @text: a text of a template
 *
 * Returns: (transfer full): its variables, each once: by number where all are numbers, else as they
 *   appear
 */
char **
wa_template_variables_scan (const char *text)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *keys = g_ptr_array_new ();
  gboolean numbers = TRUE;
  gsize start, end = 0;
  char *key = NULL;

  while (keys->len < MOST_VARIABLES && wa_template_variables_next (text, end, &start, &end, &key))
    {
      numbers &= is_number (key);
      if (g_hash_table_contains (seen, key))
        {
          g_free (key);
          continue;
        }
      g_hash_table_add (seen, key);
      g_ptr_array_add (keys, key);
    }

  if (numbers)
    g_ptr_array_sort (keys, compare_numbers);
  g_ptr_array_add (keys, NULL);

  return (char **) g_ptr_array_free (keys, FALSE);
}

/**
 * wa_template_variables_fill:
 * @text: a text of a template
 * @lookup: (scope call): finds the values
 *
 * Values are put in as they are: braces in a value are no variable.
 *
 * Returns: (transfer full): the text with its values
 */
char *
wa_template_variables_fill (const char     *text,
                            WaVariableFunc  lookup,
                            gpointer        user_data)
{
  GString *filled = g_string_new (NULL);
  gsize done = 0, start, end = 0;
  char *key = NULL;

  while (wa_template_variables_next (text, end, &start, &end, &key))
    {
      const char *value = lookup (key, user_data);

      g_string_append_len (filled, text + done, start - done);
      if (value != NULL)
        g_string_append (filled, value);
      else
        g_string_append_len (filled, text + start, end - start);
      done = end;
      g_clear_pointer (&key, g_free);
    }

  g_string_append (filled, text + done);

  return g_string_free (filled, FALSE);
}
