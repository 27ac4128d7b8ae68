/* raw-server.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "net/raw-server.h"

typedef struct
{
  char    *text;
  RawThen  then;
} Answer;

struct _RawServer
{
  GSocketService *service;
  GCancellable   *stop;
  guint16         port;

  /* guarded by lock */
  GMutex          lock;
  GCond           changed;
  guint           n_threads;
  guint           n_connections;
  GPtrArray      *requests;       /* of char * */
  GPtrArray      *answers;        /* of Answer */
  guint           n_given;
  gboolean        hangs_up;
};

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_free (answer->text);
  g_free (answer);
}

/* Reads a whole request: its head, then as many bytes as the head announces. */
static char *
read_request (RawServer    *self,
              GInputStream *input)
{
  g_autoptr(GString) text = g_string_new (NULL);
  gsize wanted = 0;

  while (wanted == 0 || text->len < wanted)
    {
      char buffer[4096];
      const char *end;
      gssize n = g_input_stream_read (input, buffer, sizeof buffer, self->stop, NULL);

      if (n <= 0)
        return NULL;
      g_string_append_len (text, buffer, n);

      end = strstr (text->str, "\r\n\r\n");
      if (wanted == 0 && end != NULL)
        {
          const char *length = strstr (text->str, "Content-Length: ");

          wanted = (gsize) (end + 4 - text->str);
          if (length != NULL && length < end)
            wanted += (gsize) g_ascii_strtoull (length + strlen ("Content-Length: "), NULL, 10);
        }
    }

  return g_strdup (text->str);
}

static const Answer *
take_answer (RawServer *self,
             char      *request)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  g_ptr_array_add (self->requests, request);
  g_cond_broadcast (&self->changed);
  if (self->answers->len == 0)
    return NULL;

  self->n_given = MIN (self->n_given + 1, self->answers->len);

  return g_ptr_array_index (self->answers, self->n_given - 1);
}

static gboolean
hold (RawServer *self)
{
  GPollFD fd;

  if (g_cancellable_make_pollfd (self->stop, &fd))
    {
      g_poll (&fd, 1, 20000);
      g_cancellable_release_fd (self->stop);
    }

  return FALSE;
}

static gboolean
flood (RawServer     *self,
       GOutputStream *output)
{
  g_autofree char *block = g_malloc (64 * 1024);

  memset (block, 'x', 64 * 1024);
  while (g_output_stream_write_all (output, block, 64 * 1024, NULL, self->stop, NULL))
    ;

  return FALSE;
}

/* Returns whether the connection goes on. */
static gboolean
give_answer (RawServer     *self,
             const Answer  *answer,
             GOutputStream *output)
{
  if (answer == NULL ||
      !g_output_stream_write_all (output, answer->text, strlen (answer->text), NULL, self->stop, NULL))
    return FALSE;

  switch (answer->then)
    {
    case RAW_KEEP:
      return TRUE;
    case RAW_HOLD:
      return hold (self);
    case RAW_FLOOD:
      return flood (self, output);
    case RAW_CLOSE:
    default:
      return FALSE;
    }
}

static gboolean
run_cb (GThreadedSocketService *service,
        GSocketConnection      *connection,
        GObject                *source,
        gpointer                user_data)
{
  RawServer *self = user_data;
  GInputStream *input = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  GOutputStream *output = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  char *request;

  while (!self->hangs_up && (request = read_request (self, input)) != NULL)
    if (!give_answer (self, take_answer (self, request), output))
      break;

  g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);

  g_mutex_lock (&self->lock);
  self->n_threads--;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);

  return TRUE;
}

static gboolean
incoming_cb (GSocketService    *service,
             GSocketConnection *connection,
             GObject           *source,
             gpointer           user_data)
{
  RawServer *self = user_data;

  g_mutex_lock (&self->lock);
  self->n_connections++;
  self->n_threads++;
  g_mutex_unlock (&self->lock);

  return FALSE;  /* the threaded service goes on */
}

RawServer *
raw_server_new (void)
{
  RawServer *self = g_new0 (RawServer, 1);
  g_autoptr(GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr(GSocketAddress) address = g_inet_socket_address_new (loopback, 0);
  g_autoptr(GSocketAddress) bound = NULL;
  g_autoptr(GError) error = NULL;

  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
  self->stop = g_cancellable_new ();
  self->requests = g_ptr_array_new_with_free_func (g_free);
  self->answers = g_ptr_array_new_with_free_func (answer_free);

  self->service = g_threaded_socket_service_new (-1);
  g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), address, G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_TCP, NULL, &bound, &error);
  g_assert_no_error (error);
  self->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound));
  g_signal_connect (self->service, "incoming", G_CALLBACK (incoming_cb), self);
  g_signal_connect (self->service, "run", G_CALLBACK (run_cb), self);
  g_socket_service_start (self->service);

  return self;
}

void
raw_server_free (RawServer *self)
{
  g_cancellable_cancel (self->stop);
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));

  g_mutex_lock (&self->lock);
  while (self->n_threads > 0)
    g_cond_wait (&self->changed, &self->lock);
  g_mutex_unlock (&self->lock);

  g_object_unref (self->service);
  g_object_unref (self->stop);
  g_ptr_array_unref (self->requests);
  g_ptr_array_unref (self->answers);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->changed);
  g_free (self);
}

/**
 * raw_server_add:
 * @answer: all of it, from the status line on; "" is none
 */
void
raw_server_add (RawServer  *self,
                const char *answer,
                RawThen     then)
{
  Answer *added = g_new0 (Answer, 1);

  added->text = g_strdup (answer);
  added->then = then;

  g_mutex_lock (&self->lock);
  g_ptr_array_add (self->answers, added);
  g_mutex_unlock (&self->lock);
}

/**
 * raw_server_add_json:
 * @headers: each ended by CR LF
 */
void
raw_server_add_json (RawServer  *self,
                     guint       status,
                     const char *headers,
                     const char *body)
{
  g_autofree char *text = g_strdup_printf ("HTTP/1.1 %u Said\r\n"
                                           "Content-Type: application/json\r\nContent-Length: %u\r\n%s\r\n%s",
                                           status, (guint) strlen (body), headers, body);

  raw_server_add (self, text, RAW_KEEP);
}

/**
 * raw_server_hang_up:
 *
 * From now on, and before the first request, each connection is closed as soon as it stands.
 */
void
raw_server_hang_up (RawServer *self)
{
  self->hangs_up = TRUE;
}

char *
raw_server_dup_address (RawServer  *self,
                        const char *scheme)
{
  return g_strdup_printf ("%s://127.0.0.1:%u", scheme, self->port);
}

guint
raw_server_get_n_connections (RawServer *self)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return self->n_connections;
}

guint
raw_server_get_n_requests (RawServer *self)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return self->requests->len;
}

char *
raw_server_dup_request (RawServer *self,
                        guint      index)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  g_assert_cmpuint (index, <, self->requests->len);

  return g_strdup (g_ptr_array_index (self->requests, index));
}
