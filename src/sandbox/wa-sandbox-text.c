/* wa-sandbox-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "core/wa-util.h"
#include "sandbox/wa-sandbox-text.h"

/**
 * wa_sandbox_get_text:
 *
 * Returns: (nullable): the text member @name of an object, owned by the document; %NULL where it is
 *   missing or no string
 */
const char *
wa_sandbox_get_text (const WaJson *json,
                     const char   *name)
{
  WaJson member = wa_json_member (json, name);

  return wa_json_get_text (&member);
}

/**
 * wa_sandbox_contains:
 * @part: (nullable): what is searched; nothing is found everywhere
 *
 * Returns: whether @part is in @text, in upper or lower case
 */
gboolean
wa_sandbox_contains (const char *text,
                     const char *part)
{
  g_autofree char *folded_text = g_utf8_casefold (text, -1);
  g_autofree char *folded_part = g_utf8_casefold (wa_or_empty (part), -1);

  return strstr (folded_text, folded_part) != NULL;
}

/**
 * wa_sandbox_is_parameter:
 *
 * Returns: whether WhatsApp takes @text for a variable: it has no line breaks, tabs or long gaps
 */
gboolean
wa_sandbox_is_parameter (const char *text)
{
  return !strpbrk (text, "\n\t") && !strstr (text, "     ");
}

/**
 * wa_sandbox_add_text:
 * @texts: a list of texts that is replaced by a longer one
 *
 * Returns: %FALSE where @text was there already
 */
gboolean
wa_sandbox_add_text (char       ***texts,
                     const char   *text)
{
  guint length = g_strv_length (*texts);

  if (g_strv_contains ((const char *const *) *texts, text))
    return FALSE;

  *texts = g_renew (char *, *texts, length + 2);
  (*texts)[length] = g_strdup (text);
  (*texts)[length + 1] = NULL;
  return TRUE;
}

/**
 * wa_sandbox_remove_text:
 *
 * Returns: %FALSE where @text was not in @texts
 */
gboolean
wa_sandbox_remove_text (char       ***texts,
                        const char   *text)
{
  for (char **place = *texts; *place; place++)
    {
      if (!g_str_equal (*place, text))
        continue;

      g_free (*place);
      do
        place[0] = place[1];
      while (*place++);
      return TRUE;
    }

  return FALSE;
}
