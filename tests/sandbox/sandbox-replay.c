/* sandbox-replay.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox/sandbox-replay.h"

static char *
dup_member (const WaJson      *json,
            const char        *name,
            const char *const *replacements)
{
  WaJson member = wa_json_member (json, name);
  GString *text = NULL;

  if (!wa_json_is (&member, WA_JSON_TEXT))
    return NULL;

  text = g_string_new (wa_json_get_text (&member));
  for (guint i = 0; replacements[i]; i += 2)
    g_string_replace (text, replacements[i], replacements[i + 1], 0);

  return g_string_free (text, FALSE);
}

void
replay (Client            *client,
        const char        *file,
        const char        *header,
        const char        *value,
        const char *const *replacements,
        void             (*check) (Client *client, const char *name))
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "sandbox", "data", file, NULL);
  g_autofree char *text = NULL;
  g_autoptr(WaJsonDocument) document = NULL;
  g_autoptr(GError) error = NULL;
  WaJson root;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  document = wa_json_document_new_text (text, &error);
  g_assert_no_error (error);
  root = wa_json_document_get_root (document);
  g_assert_cmpuint (wa_json_length (&root), >, 0);

  for (guint i = 0; i < wa_json_length (&root); i++)
    {
      WaJson request = wa_json_element (&root, i);
      g_autofree char *name = dup_member (&request, "name", replacements);
      g_autofree char *method = dup_member (&request, "method", replacements);
      g_autofree char *place = dup_member (&request, "path", replacements);
      g_autofree char *type = dup_member (&request, "type", replacements);
      g_autofree char *body = dup_member (&request, "body", replacements);
      g_autofree char *url = g_strconcat (wa_sandbox_get_base_url (client->sandbox), place, NULL);

      client_ask_as (client, method, url, header, value, type, body);
      g_test_message ("%s: %u %.200s", name, client->status, client->text);
      check (client, name);
    }
}
