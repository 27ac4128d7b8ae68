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
  g_autoptr(GError) error = NULL;

  memset (self, 0, sizeof *self);
  self->sandbox = wa_sandbox_new (dialect);
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
