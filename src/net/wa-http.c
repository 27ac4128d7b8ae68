/* wa-http.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>
#include <libsoup/soup.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "net/wa-address.h"
#include "net/wa-http.h"

/* A request must never leave twice by itself.  libsoup repeats one where a kept connection closes
 * before the answer, if it takes the method for idempotent: what must happen once therefore gets a
 * connection of its own.  It repeats any method after a 401 with credentials, after a 421, and over
 * HTTP/2 after a refused stream: the first two are switched off here, and message_restarted_cb()
 * stops whatever else there may be.
 */

#define CONNECT_TIMEOUT 10
#define CHUNK (64 * 1024)

struct _WaHttp
{
  GObject      parent_instance;

  SoupSession *session;
  guint        connect_timeout;  /* seconds */
};

G_DEFINE_FINAL_TYPE (WaHttp, wa_http, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CONNECT_TIMEOUT,
  PROP_TLS_DATABASE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* One request on its way. */
typedef struct
{
  SoupMessage  *message;
  GInputStream *stream;
  GByteArray   *body;
  GCancellable *caller;           /* (nullable) */
  GCancellable *stop;             /* follows the caller's, and the timers */
  gulong        caller_handler;
  guint         connect_timer;
  guint         timer;
  guint         connect_timeout;
  gsize         most_bytes;
  gint64        start;            /* µs */
  gboolean      once;
  gboolean      left;             /* a byte of the request was or may have been written */
  gboolean      expired;
} Exchange;

static void
exchange_free (gpointer data)
{
  Exchange *self = data;

  g_clear_handle_id (&self->connect_timer, g_source_remove);
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->caller != NULL)
    g_clear_signal_handler (&self->caller_handler, self->caller);
  if (self->message != NULL)
    g_signal_handlers_disconnect_by_data (self->message, self);
  g_clear_object (&self->message);
  g_clear_object (&self->stream);
  g_clear_object (&self->caller);
  g_clear_object (&self->stop);
  g_clear_pointer (&self->body, g_byte_array_unref);
  g_free (self);
}

static gboolean
expired_cb (gpointer user_data)
{
  Exchange *exchange = user_data;

  exchange->expired = TRUE;
  g_cancellable_cancel (exchange->stop);

  return G_SOURCE_CONTINUE;  /* exchange_free() removes it */
}

static void
message_network_event_cb (SoupMessage        *message,
                          GSocketClientEvent  event,
                          GIOStream          *connection,
                          Exchange           *exchange)
{
  /* Not from the start: a request may wait for its turn among the account's connections. */
  if (exchange->connect_timer == 0 && !exchange->left)
    exchange->connect_timer = g_timeout_add_seconds (exchange->connect_timeout, expired_cb, exchange);
}

static void
message_starting_cb (SoupMessage *message,
                     Exchange    *exchange)
{
  /* The connection stands, and libsoup writes next.  Later signals come too late: a part of the
   * headers may be written without one. */
  exchange->left = TRUE;
  g_clear_handle_id (&exchange->connect_timer, g_source_remove);
}

static void
message_got_headers_cb (SoupMessage *message,
                        Exchange    *exchange)
{
  /* libsoup would read all of this one, however long, and send the request again. */
  if (soup_message_get_status (message) == SOUP_STATUS_MISDIRECTED_REQUEST)
    g_cancellable_cancel (exchange->stop);
}

static void
message_restarted_cb (SoupMessage *message,
                      Exchange    *exchange)
{
  if (exchange->once)
    g_cancellable_cancel (exchange->stop);
}

static void
set_uncertain (const Exchange  *exchange,
               GError         **error)
{
  if (exchange->once)
    {
      g_set_error_literal (error, WA_ERROR, WA_ERROR_UNCERTAIN,
                           _("The connection broke after the request had left. It may have been done: "
                             "look before you repeat it."));
      return;
    }

  g_set_error_literal (error, WA_ERROR, WA_ERROR_NETWORK,
                       exchange->expired
                         ? _("The server took too long to answer. Try again.")
                         : _("The connection broke before the answer was complete. Try again."));
  wa_error_set_passing (*error, TRUE);
}

static void
set_unreached (const Exchange  *exchange,
               const GError    *cause,
               GError         **error)
{
  const char *text = _("The server can’t be reached. Check your connection, and the address of the account.");

  if (exchange->expired)
    text = _("The server does not answer. Check your connection, and the address of the account.");
  else if (cause->domain == G_RESOLVER_ERROR)
    text = _("The server’s name is not known. Check your connection, and the address of the account.");
  else if (cause->domain == G_TLS_ERROR)
    text = _("No secure connection to the server could be made. Check the address of the account, "
             "then try again.");

  g_set_error_literal (error, WA_ERROR, WA_ERROR_NETWORK, text);
  wa_error_set_passing (*error, TRUE);
}

/* Sorts what went wrong on the way by what is certain about it. */
static void
translate_error (const Exchange  *exchange,
                 const GError    *cause,
                 GError         **error)
{
  g_debug ("Request failed: %s %d: %s", g_quark_to_string (cause->domain), cause->code, cause->message);

  if (g_cancellable_set_error_if_cancelled (exchange->caller, error))
    return;

  if (exchange->left)
    set_uncertain (exchange, error);
  else if (g_error_matches (cause, G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE))
    g_set_error_literal (error, WA_ERROR, WA_ERROR_TLS,
                         _("The server could not prove that it is the one you mean. "
                           "Check the address of the account; nothing was sent."));
  else
    set_unreached (exchange, cause, error);
}

static void
fail (GTask        *task,
      const GError *cause)
{
  GError *error = NULL;

  translate_error (g_task_get_task_data (task), cause, &error);
  g_task_return_error (task, error);
}

/* Seconds to wait, from a number or a date. */
static int
read_retry_after (SoupMessageHeaders *headers)
{
  const char *text = soup_message_headers_get_one (headers, "Retry-After");
  g_autoptr(GDateTime) now = NULL;
  g_autoptr(GDateTime) date = NULL;
  guint64 seconds;
  gint64 left;

  if (text == NULL)
    return -1;
  if (g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT, &seconds, NULL))
    return (int) seconds;
  /* libsoup finds a date in almost any text. */
  if (!g_str_has_suffix (text, " GMT") || (date = soup_date_time_new_from_http_string (text)) == NULL)
    return -1;

  now = g_date_time_new_now_utc ();

  left = g_date_time_difference (date, now);

  return (int) CLAMP ((left + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC, 0, G_MAXINT);
}

static void
read_filename (SoupMessageHeaders *headers,
               WaAnswer           *answer)
{
  g_autofree char *disposition = NULL;
  g_autoptr(GHashTable) parameters = NULL;

  if (soup_message_headers_get_content_disposition (headers, &disposition, &parameters) &&
      parameters != NULL)
    wa_answer_set_filename (answer, g_hash_table_lookup (parameters, "filename"));
}

/* The path for the log: what may be a phone number is not shown. */
static char *
dup_loggable_path (GUri *uri)
{
  GString *text = g_string_new (NULL);
  const char *path = g_uri_get_path (uri);

  while (*path != '\0')
    {
      gsize digits = strspn (path, "0123456789");

      if (digits >= 6)
        g_string_append_c (text, '#');
      else
        g_string_append_len (text, path, (gssize) MAX (digits, 1));
      path += MAX (digits, 1);
    }

  return g_string_free (text, FALSE);
}

static void
return_answer (GTask *task)
{
  Exchange *exchange = g_task_get_task_data (task);
  SoupMessageHeaders *headers = soup_message_get_response_headers (exchange->message);
  g_autoptr(GBytes) body = g_bytes_new (exchange->body->data, exchange->body->len);
  g_autofree char *path = dup_loggable_path (soup_message_get_uri (exchange->message));
  WaAnswer *answer = wa_answer_new (soup_message_get_status (exchange->message),
                                    soup_message_get_reason_phrase (exchange->message), body);

  wa_answer_set_content_type (answer, soup_message_headers_get_content_type (headers, NULL));
  wa_answer_set_location (answer, soup_message_headers_get_one (headers, "Location"));
  wa_answer_set_retry_after (answer, read_retry_after (headers));
  read_filename (headers, answer);

  g_debug ("%s %s: %u, %" G_GSIZE_FORMAT " bytes, %" G_GINT64_FORMAT " ms",
           soup_message_get_method (exchange->message), path, wa_answer_get_status (answer),
           g_bytes_get_size (body), (g_get_monotonic_time () - exchange->start) / 1000);

  g_task_return_pointer (task, answer, (GDestroyNotify) wa_answer_unref);
}

/* The answer broke off or is too large.  A refusal is one by its status alone, whatever became of
 * its text. */
static void
return_incomplete (GTask        *task,
                   const GError *cause)
{
  Exchange *exchange = g_task_get_task_data (task);
  guint status = soup_message_get_status (exchange->message);

  if (status >= 400 && !g_cancellable_is_cancelled (exchange->caller))
    return_answer (task);
  else
    fail (task, cause);
}

static void
return_too_large (GTask *task)
{
  Exchange *exchange = g_task_get_task_data (task);
  g_autoptr(GError) cause = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, "Too large");

  /* Otherwise libsoup would read on to the end, to use the connection again. */
  g_cancellable_cancel (exchange->stop);

  if (exchange->once || soup_message_get_status (exchange->message) >= 400)
    return_incomplete (task, cause);
  else
    g_task_return_new_error (task, WA_ERROR, WA_ERROR_PROTOCOL, "%s",
                             _("The answer is too large to be what was asked for. "
                               "Check the address of the account."));
}

static void
send_read_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (object), result, &error);
  Exchange *exchange = g_task_get_task_data (task);
  gsize size = bytes != NULL ? g_bytes_get_size (bytes) : 0;

  if (bytes == NULL)
    return_incomplete (task, error);
  else if (size == 0)
    return_answer (task);
  else if (exchange->body->len + size > exchange->most_bytes)
    return_too_large (task);
  else
    {
      g_byte_array_append (exchange->body, g_bytes_get_data (bytes, NULL), (guint) size);
      g_input_stream_read_bytes_async (exchange->stream, CHUNK, G_PRIORITY_DEFAULT, exchange->stop,
                                       send_read_cb, g_object_ref (task));
    }
}

static void
send_answered_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  Exchange *exchange = g_task_get_task_data (task);

  exchange->stream = soup_session_send_finish (SOUP_SESSION (object), result, &error);
  if (exchange->stream == NULL)
    {
      return_incomplete (task, error);
      return;
    }

  g_input_stream_read_bytes_async (exchange->stream, CHUNK, G_PRIORITY_DEFAULT, exchange->stop,
                                   send_read_cb, g_object_ref (task));
}

static GUri *
build_uri (const char       *address,
           const WaRequest  *request,
           GError          **error)
{
  g_autofree char *query = wa_request_dup_query (request);
  g_autofree char *text = g_strconcat (address, wa_request_get_path (request),
                                       query != NULL ? "?" : "", query, NULL);
  g_autoptr(GUri) uri = g_uri_parse (text, SOUP_HTTP_URI_FLAGS, NULL);

  if (uri == NULL || wa_is_empty (g_uri_get_host (uri)) || !wa_address_is_private (uri))
    {
      g_set_error_literal (error, WA_ERROR, WA_ERROR_INVALID,
                           _("The address of the account can’t be used. It must start with https://."));
      return NULL;
    }

  return g_steal_pointer (&uri);
}

/* A line break in a value would start a header of its own. */
static gboolean
append_headers (SoupMessage      *message,
                const WaRequest  *request,
                GError          **error)
{
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);
  GPtrArray *pairs = wa_request_get_headers (request);

  for (guint i = 0; i < pairs->len; i++)
    {
      const WaPair *pair = g_ptr_array_index (pairs, i);

      for (const char *at = pair->value; *at != '\0'; at++)
        if (g_ascii_iscntrl (*at))
          {
            g_set_error_literal (error, WA_ERROR, WA_ERROR_INVALID,
                                 _("The key holds a line break or another invisible character. "
                                   "Copy it again."));
            return FALSE;
          }
      soup_message_headers_append (headers, pair->name, pair->value);
    }

  return TRUE;
}

static SoupMessage *
build_message (const char       *address,
               const WaRequest  *request,
               gboolean          once,
               GError          **error)
{
  g_autoptr(GUri) uri = build_uri (address, request, error);
  g_autoptr(SoupMessage) message = NULL;
  g_autoptr(GBytes) body = NULL;
  g_autofree char *content_type = NULL;

  if (uri == NULL)
    return NULL;

  message = soup_message_new_from_uri (wa_request_get_method (request), uri);
  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT | (once ? SOUP_MESSAGE_NEW_CONNECTION : 0));
  /* The credential is in the request.  Unless told so, libsoup reads the whole of a 401, however
   * long, to ask again. */
  soup_message_disable_feature (message, SOUP_TYPE_AUTH_MANAGER);
  if (!append_headers (message, request, error))
    return NULL;

  if ((body = wa_request_dup_body (request, &content_type)) != NULL)
    soup_message_set_request_body_from_bytes (message, content_type, body);

  return g_steal_pointer (&message);
}

static void
start_exchange (WaHttp    *self,
                Exchange  *exchange,
                WaRequest *request)
{
  exchange->start = g_get_monotonic_time ();
  exchange->connect_timeout = self->connect_timeout;
  exchange->most_bytes = wa_request_get_most_bytes (request);
  exchange->timer = g_timeout_add_seconds (wa_request_get_timeout (request), expired_cb, exchange);
  if (exchange->caller != NULL)
    exchange->caller_handler = g_signal_connect_swapped (exchange->caller, "cancelled",
                                                         G_CALLBACK (g_cancellable_cancel), exchange->stop);
  g_signal_connect (exchange->message, "network-event", G_CALLBACK (message_network_event_cb), exchange);
  g_signal_connect (exchange->message, "starting", G_CALLBACK (message_starting_cb), exchange);
  g_signal_connect (exchange->message, "got-headers", G_CALLBACK (message_got_headers_cb), exchange);
  g_signal_connect (exchange->message, "restarted", G_CALLBACK (message_restarted_cb), exchange);
}

/**
 * wa_http_send_async:
 * @address: what the request's path is relative to, as wa_address_normalize() gives it
 * @request: the request; must not change until it is done
 * @once: whether doing it twice would be wrong
 *
 * Sends one request, once.  Main thread only.
 */
void
wa_http_send_async (WaHttp              *self,
                    const char          *address,
                    WaRequest           *request,
                    gboolean             once,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  GError *error = NULL;
  Exchange *exchange;

  g_return_if_fail (WA_IS_HTTP (self));
  g_return_if_fail (address != NULL && request != NULL);
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  exchange = g_new0 (Exchange, 1);
  exchange->once = once;
  exchange->body = g_byte_array_new ();
  exchange->stop = g_cancellable_new ();
  g_set_object (&exchange->caller, cancellable);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_http_send_async);
  /* An answer that came is given, however late the caller lost interest: it says what was done. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, exchange, exchange_free);

  if (g_task_return_error_if_cancelled (task))
    return;

  exchange->message = build_message (address, request, once, &error);
  if (exchange->message == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  start_exchange (self, exchange, request);
  soup_session_send_async (self->session, exchange->message, G_PRIORITY_DEFAULT, exchange->stop,
                           send_answered_cb, g_object_ref (task));
}

/**
 * wa_http_send_finish:
 * @left: (out) (optional): whether a byte of the request was or may have been written, however it ended
 *
 * Any status is an answer.  Where there is none, the error tells what is certain:
 * %WA_ERROR_NETWORK: nothing left, or it may be repeated; %WA_ERROR_TLS: nothing left;
 * %WA_ERROR_UNCERTAIN: it was to happen once, and may have; %WA_ERROR_PROTOCOL: the answer is too
 * large; %WA_ERROR_INVALID: it can't be sent; %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): the answer, or %NULL with an error
 */
WaAnswer *
wa_http_send_finish (WaHttp        *self,
                     GAsyncResult  *result,
                     gboolean      *left,
                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (left != NULL)
    *left = ((Exchange *) g_task_get_task_data (G_TASK (result)))->left;

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
wa_http_dispose (GObject *object)
{
  WaHttp *self = WA_HTTP (object);

  if (self->session != NULL)
    soup_session_abort (self->session);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (wa_http_parent_class)->dispose (object);
}

static void
wa_http_get_property (GObject    *object,
                      guint       prop_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  WaHttp *self = WA_HTTP (object);

  switch (prop_id)
    {
    case PROP_CONNECT_TIMEOUT:
      g_value_set_uint (value, self->connect_timeout);
      break;
    case PROP_TLS_DATABASE:
      g_value_set_object (value, soup_session_get_tls_database (self->session));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wa_http_set_property (GObject      *object,
                      guint         prop_id,
                      const GValue *value,
                      GParamSpec   *pspec)
{
  WaHttp *self = WA_HTTP (object);

  switch (prop_id)
    {
    case PROP_CONNECT_TIMEOUT:
      self->connect_timeout = g_value_get_uint (value);
      break;
    case PROP_TLS_DATABASE:
      soup_session_set_tls_database (self->session, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wa_http_class_init (WaHttpClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = wa_http_dispose;
  object_class->get_property = wa_http_get_property;
  object_class->set_property = wa_http_set_property;

  properties[PROP_CONNECT_TIMEOUT] =
    g_param_spec_uint ("connect-timeout", NULL, NULL, 1, 600, CONNECT_TIMEOUT,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TLS_DATABASE] =
    g_param_spec_object ("tls-database", NULL, NULL, G_TYPE_TLS_DATABASE,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
wa_http_init (WaHttp *self)
{
  self->connect_timeout = CONNECT_TIMEOUT;
  /* The exchange has its own clocks: libsoup's would start again with each byte. */
  self->session = soup_session_new_with_options ("user-agent", "WaDesk/" WA_VERSION,
                                                 "timeout", 0,
                                                 "max-conns-per-host", 6,
                                                 NULL);
}

WaHttp *
wa_http_new (void)
{
  return g_object_new (WA_TYPE_HTTP, NULL);
}
