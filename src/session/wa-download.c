/* wa-download.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "provider/wa-checks.h"
#include "session/wa-download.h"

/* A file from an address that the user entered, on any server: no key goes there, and it may lead elsewhere. */

#define SECONDS 120
#define MAX_REDIRECTS 5
#define MOST_NAME_CHARACTERS 240

typedef struct
{
  char *link;
  gsize most_bytes;
  guint redirects;
} Download;

static void run (GTask *task);

static void
download_free (gpointer data)
{
  Download *self = data;

  g_free (self->link);
  g_free (self);
}

/* The name under which the file is shown: the server's, else the end of the address. */
static char *
dup_filename (Download *self,
              WaAnswer *answer)
{
  g_autofree char *last = wa_dup_link_filename (self->link);
  const char *given = wa_answer_get_filename (answer);

  return g_strdelimit (wa_clean_text (wa_is_empty (given) ? last : given, MOST_NAME_CHARACTERS), "/\\", '_');
}

/* A type that says nothing is no better than none. */
static char *
dup_mime_type (WaAnswer   *answer,
               const char *filename)
{
  const char *type = wa_or_empty (wa_answer_get_content_type (answer));
  gsize length;
  const guchar *data = g_bytes_get_data (wa_answer_get_body (answer), &length);
  g_autofree char *guessed = NULL;

  if (type[0] != '\0' && !g_str_equal (type, "application/octet-stream") &&
      !g_str_equal (type, "binary/octet-stream"))
    return g_strdup (type);

  guessed = g_content_type_guess (wa_is_empty (filename) ? NULL : filename, data, length, NULL);

  return g_content_type_get_mime_type (guessed);
}

static void
take_file (GTask    *task,
           WaAnswer *answer)
{
  Download *self = g_task_get_task_data (task);
  g_autoptr(WaMediaItem) item = NULL;
  g_autofree char *filename = NULL;
  g_autofree char *mime_type = NULL;

  if (g_strcmp0 (wa_answer_get_content_type (answer), "text/html") == 0)
    {
      g_task_return_new_error (task, WA_ERROR, WA_ERROR_INVALID, "%s",
                               _("The link leads to a web page, not to a file. "
                                 "Enter the file’s own address."));
      return;
    }
  if (g_bytes_get_size (wa_answer_get_body (answer)) == 0)
    {
      g_task_return_new_error (task, WA_ERROR, WA_ERROR_INVALID, "%s",
                               _("The file at the link is empty. Enter another address."));
      return;
    }

  filename = dup_filename (self, answer);
  mime_type = dup_mime_type (answer, filename);
  item = wa_media_item_new ();
  wa_media_item_set_bytes (item, wa_answer_get_body (answer));
  wa_media_item_set_filename (item, filename);
  wa_media_item_set_mime_type (item, mime_type);
  g_task_return_pointer (task, g_steal_pointer (&item), g_object_unref);
}

/* Never from the open network to an address without encryption, such as one on this computer. */
static void
follow (GTask      *task,
        const char *location)
{
  Download *self = g_task_get_task_data (task);
  gboolean secure = g_str_has_prefix (self->link, "https://");
  g_autofree char *target = g_uri_resolve_relative (self->link, wa_or_empty (location), G_URI_FLAGS_ENCODED,
                                                    NULL);

  if (target == NULL || (secure && !g_str_has_prefix (target, "https://")) || self->redirects == MAX_REDIRECTS)
    {
      g_task_return_new_error (task, WA_ERROR, WA_ERROR_INVALID, "%s",
                               _("The link leads on to an address that can’t be used. "
                                 "Enter the file’s own address, which starts with https://."));
      return;
    }

  self->redirects++;
  wa_set_str (&self->link, target);
  run (task);
}

static void
refuse_status (GTask *task,
               guint  status)
{
  GError *error;

  if (status >= 500 || status == 429)
    {
      error = g_error_new_literal (WA_ERROR, WA_ERROR_NETWORK,
                                   _("The server of the link has trouble at the moment. Try again later."));
      wa_error_set_class (error, WA_ERROR_CLASS_WAIT);
    }
  else
    {
      /* Translators: %u is an HTTP status, such as 404 */
      error = g_error_new (WA_ERROR, WA_ERROR_INVALID,
                           _("There is no file at the link (%u). Check the address."), status);
    }

  g_task_return_error (task, error);
}

static void
set_text (GError     *error,
          const char *text)
{
  g_free (error->message);
  error->message = g_strdup (text);
}

/* What is said of the account's server means another one here. */
static void
fail (GTask  *task,
      GError *error)
{
  Download *self = g_task_get_task_data (task);

  if (error->domain == WA_ERROR && error->code == WA_ERROR_PROTOCOL)
    {
      g_autofree char *size = g_format_size (self->most_bytes);
      /* Translators: a size, such as "16 MB" */
      g_autofree char *text = g_strdup_printf (_("WhatsApp takes at most %s of this kind. "
                                                 "Choose a smaller file."), size);

      set_text (error, text);
      error->code = WA_ERROR_INVALID;
    }
  else if (error->domain == WA_ERROR && error->code == WA_ERROR_NETWORK)
    {
      set_text (error, _("The file at the link can’t be fetched. Check your connection, and the address."));
      wa_error_set_class (error, WA_ERROR_CLASS_WAIT);
    }
  else if (error->domain == WA_ERROR)
    {
      set_text (error, _("The file’s server can’t be trusted. Enter another address."));
      error->code = WA_ERROR_INVALID;
    }

  g_task_return_error (task, error);
}

static void
sent_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  g_autoptr(WaAnswer) answer = wa_http_send_finish (WA_HTTP (object), result, NULL, &error);
  guint status = answer != NULL ? wa_answer_get_status (answer) : 0;

  if (answer == NULL)
    fail (task, error);
  else if (status == 200)
    take_file (task, answer);
  else if (status == 301 || status == 302 || status == 303 || status == 307 || status == 308)
    follow (task, wa_answer_get_location (answer));
  else
    refuse_status (task, status);
}

static void
run (GTask *task)
{
  Download *self = g_task_get_task_data (task);
  g_autoptr(WaRequest) request = wa_request_new ();

  wa_request_set_method (request, "GET");
  wa_request_add_header (request, "Accept", "*/*");
  wa_request_set_timeout (request, SECONDS);
  wa_request_set_most_bytes (request, self->most_bytes);
  wa_http_send_async (g_task_get_source_object (task), self->link, request, FALSE,
                      g_task_get_cancellable (task), sent_cb, g_object_ref (task));
}

/**
 * wa_download_run_async:
 * @link: starts with `https://`, unless it leads to this computer
 * @most_bytes: of the file
 *
 * Fetches a file, without any credential.
 */
void
wa_download_run_async (WaHttp              *http,
                       const char          *link,
                       gsize                most_bytes,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Download *self;

  g_return_if_fail (WA_IS_HTTP (http));
  g_return_if_fail (link != NULL);
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  self = g_new0 (Download, 1);
  self->link = g_strdup (link);
  self->most_bytes = most_bytes;

  task = g_task_new (http, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_download_run_async);
  g_task_set_task_data (task, self, download_free);
  run (task);
}

/**
 * wa_download_run_finish:
 *
 * Returns: (transfer full): the file, with its type and name, or %NULL with %WA_ERROR_INVALID, whose text
 *   says what to correct, %WA_ERROR_NETWORK or %G_IO_ERROR_CANCELLED
 */
WaMediaItem *
wa_download_run_finish (WaHttp        *http,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, http), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
