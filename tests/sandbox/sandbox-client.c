/* sandbox-client.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "sandbox/sandbox-client.h"

typedef struct
{
  GInputStream *stream;
  GError       *error;
  gboolean      done;
} Answer;

static void
forget_answer (Client *self)
{
  self->status = 0;
  self->json = wa_json_from_node (NULL);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->type, g_free);
  g_clear_pointer (&self->retry_after, g_free);
  g_clear_pointer (&self->document, wa_json_document_free);
}

void
client_init (Client     *self,
             const char *dialect)
{
  client_init_with_key (self, dialect, NULL);
}

void
client_init_with_key (Client     *self,
                      const char *dialect,
                      const char *key)
{
  g_autoptr(GError) error = NULL;

  memset (self, 0, sizeof *self);
  self->sandbox = g_object_new (WA_TYPE_SANDBOX, "dialect", dialect, "key", key, NULL);
  g_assert_true (wa_sandbox_start (self->sandbox, &error));
  g_assert_no_error (error);
  self->session = soup_session_new ();
}

void
client_clear (Client *self)
{
  forget_answer (self);
  soup_session_abort (self->session);
  g_clear_object (&self->session);
  g_assert_finalize_object (self->sandbox);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  Answer *answer = user_data;

  g_output_stream_splice_finish (G_OUTPUT_STREAM (object), result, &answer->error);
  answer->done = TRUE;
}

static void
send_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  Answer *answer = user_data;

  answer->stream = soup_session_send_finish (SOUP_SESSION (object), result, &answer->error);
  answer->done = TRUE;
}

static void
wait (Answer *answer)
{
  answer->done = FALSE;
  while (!answer->done)
    g_main_context_iteration (NULL, TRUE);
}

static void
read_answer (Client      *self,
             SoupMessage *message,
             Answer      *answer)
{
  g_autoptr(GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr(GBytes) bytes = NULL;
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);

  g_output_stream_splice_async (memory, answer->stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, read_cb, answer);
  wait (answer);
  g_clear_object (&answer->stream);
  g_assert_no_error (answer->error);

  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
  self->status = soup_message_get_status (message);
  self->text = g_bytes_get_size (bytes) > 0
               ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : g_strdup ("");
  self->type = g_strdup (soup_message_headers_get_content_type (headers, NULL));
  self->retry_after = g_strdup (soup_message_headers_get_one (headers, "Retry-After"));
  self->document = wa_json_document_new (bytes, NULL);
  if (self->document)
    self->json = wa_json_document_get_root (self->document);
}

void
client_ask_as (Client     *self,
               const char *method,
               const char *url,
               const char *header,
               const char *value,
               const char *mime_type,
               const char *body)
{
  g_autoptr(SoupMessage) message = soup_message_new (method, url);
  Answer answer = { NULL };

  g_assert_nonnull (message);
  forget_answer (self);

  if (header)
    soup_message_headers_replace (soup_message_get_request_headers (message), header, value);
  if (body)
    {
      g_autoptr(GBytes) bytes = g_bytes_new (body, strlen (body));

      soup_message_set_request_body_from_bytes (message, mime_type, bytes);
    }

  soup_session_send_async (self->session, message, G_PRIORITY_DEFAULT, NULL, send_cb, &answer);
  wait (&answer);
  if (answer.stream)
    read_answer (self, message, &answer);
  g_clear_error (&answer.error);
}

void
client_ask (Client     *self,
            const char *method,
            const char *path,
            const char *body)
{
  g_autofree char *url = g_strconcat (wa_sandbox_get_base_url (self->sandbox), path, NULL);
  g_autofree char *bearer = g_strconcat ("Bearer ", wa_sandbox_get_key (self->sandbox), NULL);

  client_ask_as (self, method, url, "Authorization", bearer, "application/json", body);
}

const char *
client_text (Client     *self,
             const char *path)
{
  WaJson place = wa_json_find (&self->json, path);

  return wa_json_get_text (&place);
}

gint64
client_number (Client     *self,
               const char *path)
{
  WaJson place = wa_json_find (&self->json, path);

  return wa_json_is (&place, WA_JSON_NUMBER) ? wa_json_get_integer (&place, -1) : -1;
}

guint
client_length (Client     *self,
               const char *path)
{
  WaJson place = wa_json_find (&self->json, path);

  return wa_json_length (&place);
}

static char *
dup_path (const WaJson *request)
{
  WaJson path = wa_json_member (request, "path");
  WaJson query = wa_json_member (request, "query");
  g_auto(GStrv) names = wa_json_dup_names (&query);
  GString *text = g_string_new (wa_json_get_text (&path));

  for (guint i = 0; names[i]; i++)
    {
      WaJson value = wa_json_member (&query, names[i]);

      g_string_append_printf (text, "%c%s=", i == 0 ? '?' : '&', names[i]);
      g_string_append_uri_escaped (text, wa_json_get_text (&value), NULL, FALSE);
    }

  return g_string_free (text, FALSE);
}

static void
replay_request (Client            *self,
                const WaJson      *request,
                const char *const *replacements,
                ClientAsk          ask,
                ClientCheck        check)
{
  WaJson name = wa_json_member (request, "name");
  WaJson method = wa_json_member (request, "method");
  WaJson json = wa_json_member (request, "request");
  g_autofree char *path = dup_path (request);
  g_autofree char *plain = wa_json_is (&json, WA_JSON_TEXT) ? g_strdup (wa_json_get_text (&json))
                                                            : wa_json_to_text (&json);
  g_autoptr(GString) place = g_string_new (path);
  g_autoptr(GString) body = g_string_new (plain);

  for (guint i = 0; replacements[i]; i += 2)
    {
      g_string_replace (place, replacements[i], replacements[i + 1], 0);
      g_string_replace (body, replacements[i], replacements[i + 1], 0);
    }

  ask (self, wa_json_get_text (&method), place->str, json.node ? body->str : NULL);
  if (self->status != 200)
    g_test_message ("%s: %s", wa_json_get_text (&name), self->text);
  g_assert_cmpuint (self->status, ==, 200);
  check (self, wa_json_get_text (&name));
}

void
client_replay (Client            *self,
               const char        *file,
               const char *const *replacements,
               ClientAsk          ask,
               ClientCheck        check)
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

      replay_request (self, &request, replacements, ask, check);
    }
}
