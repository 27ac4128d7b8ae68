/* wa-probe-print.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdio.h>
#include <string.h>

#include "core/wa-util.h"
#include "model/wa-connection.h"
#include "probe/wa-probe-print.h"

/* What is printed ends up in tickets and logs: no key and no password goes there, wherever a system repeats it. */

/* No key is so short; masking such a text would only spoil others. */
#define SHORTEST_SECRET 6

/**
 * wa_probe_collect_secrets:
 * @secrets: (element-type utf8): gets what is secret in @model
 */
void
wa_probe_collect_secrets (GPtrArray *secrets,
                          GObject   *model)
{
  if (!WA_IS_CONNECTION (model))
    return;

  g_ptr_array_add (secrets, g_strdup (wa_connection_get_password (WA_CONNECTION (model))));
  g_ptr_array_add (secrets, g_strdup (wa_connection_get_access_token (WA_CONNECTION (model))));
  g_ptr_array_add (secrets, g_strdup (wa_connection_get_refresh_token (WA_CONNECTION (model))));
}

static void
mask_text (JsonNode  *node,
           GPtrArray *secrets)
{
  GString *text = g_string_new (json_node_get_string (node));

  for (guint i = 0; i < secrets->len; i++)
    {
      const char *secret = g_ptr_array_index (secrets, i);
      g_autofree char *escaped = g_uri_escape_string (secret, NULL, FALSE);

      if (strlen (secret) < SHORTEST_SECRET)
        continue;
      g_string_replace (text, secret, "***", 0);
      g_string_replace (text, escaped, "***", 0);
    }

  json_node_set_string (node, text->str);
  g_string_free (text, TRUE);
}

static void
mask (JsonNode  *node,
      GPtrArray *secrets)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      g_autoptr(GList) members = json_object_get_values (json_node_get_object (node));

      for (GList *l = members; l != NULL; l = l->next)
        mask (l->data, secrets);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      g_autoptr(GList) elements = json_array_get_elements (json_node_get_array (node));

      for (GList *l = elements; l != NULL; l = l->next)
        mask (l->data, secrets);
    }
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    {
      mask_text (node, secrets);
    }
}

/**
 * wa_probe_print:
 * @secrets: (element-type utf8): what is masked in it
 *
 * Prints one JSON document.
 */
void
wa_probe_print (JsonNode  *node,
                GPtrArray *secrets)
{
  g_autofree char *plain = json_to_string (node, FALSE);
  /* A copy of our own: what was read may not be changed. */
  g_autoptr(JsonNode) copy = json_from_string (plain, NULL);
  g_autofree char *text = NULL;

  mask (copy, secrets);
  text = json_to_string (copy, TRUE);
  /* Not g_print(): JSON is UTF-8, whatever the terminal is. */
  puts (text);
}
