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

/* A shorter one is masked where it stands alone; within a text it would only spoil other words. */
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

static char *
dup_masked (const char *plain,
            GPtrArray  *secrets)
{
  GString *text = g_string_new (plain);

  for (guint i = 0; i < secrets->len; i++)
    {
      const char *secret = g_ptr_array_index (secrets, i);
      g_autofree char *escaped = g_uri_escape_string (secret, NULL, FALSE);

      if (g_str_equal (text->str, secret))
        g_string_assign (text, secret[0] != '\0' ? "***" : "");
      if (strlen (secret) < SHORTEST_SECRET)
        continue;
      g_string_replace (text, secret, "***", 0);
      g_string_replace (text, escaped, "***", 0);
    }

  return g_string_free (text, FALSE);
}

/**
 * wa_probe_mask_error:
 * @error: (nullable): changed: what is secret in it is masked
 * @secrets: (element-type utf8): see wa_probe_collect_secrets()
 */
void
wa_probe_mask_error (GError    *error,
                     GPtrArray *secrets)
{
  g_autofree char *plain = NULL;

  if (error == NULL)
    return;

  plain = error->message;
  error->message = dup_masked (plain, secrets);
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
      g_autofree char *masked = dup_masked (json_node_get_string (node), secrets);

      json_node_set_string (node, masked);
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
