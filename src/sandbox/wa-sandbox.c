/* wa-sandbox.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>
#include <sys/random.h>
#include <sys/socket.h>

#include "core/wa-util.h"
#include "sandbox/wa-sandbox-dialect.h"
#include "sandbox/wa-sandbox-media.h"
#include "sandbox/wa-sandbox.h"

#define KEY_BYTES        16
#define MAX_REQUESTS     1000
#define MAX_LOGGED_BODY  (64 * 1024)

/**
 * WaSandbox:
 *
 * The demo server: one of the five systems, on loopback, over a world in memory.  It runs in the
 * main context that was the thread's default when it was started, and never blocks it.
 *
 * It is written from the systems' documents and shares nothing with `provider/`: it refuses
 * whatever they don't list, so that a mistake of ours shows.
 */
struct _WaSandbox
{
  GObject                 parent_instance;

  const WaSandboxDialect *dialect;
  char                   *key;
  guint                   port;

  SoupServer             *server;     /* (nullable): while it runs */
  GMainContext           *context;
  WaSandboxWorld         *world;      /* (nullable): from the first start */
  gpointer                state;
  char                   *origin;
  char                   *base_url;

  WaSandboxFaults        *faults;
  GPtrArray              *requests;   /* (element-type WaSandboxRequest) */
  GPtrArray              *delayed;    /* (element-type GSource): answers that wait */
};

enum
{
  PROP_0,
  PROP_DIALECT,
  PROP_KEY,
  PROP_PORT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WaSandbox, wa_sandbox, G_TYPE_OBJECT)

/* An answer that waits for its time. */
typedef struct
{
  WaSandbox         *self;  /* (unowned): the source goes with it */
  WaSandboxExchange *exchange;
  WaSandboxRequest  *request;
  WaSandboxFault     fault;
} Delayed;

static void
request_clear (gpointer data)
{
  WaSandboxRequest *request = data;

  g_free (request->method);
  g_free (request->path);
  g_free (request->query);
  g_free (request->body);
}

static void
request_unref (gpointer data)
{
  g_rc_box_release_full (data, request_clear);
}

static void
delayed_free (gpointer data)
{
  Delayed *delayed = data;

  wa_sandbox_exchange_free (delayed->exchange);
  request_unref (delayed->request);
  g_free (delayed);
}

static void
delayed_source_free (gpointer data)
{
  GSource *source = data;

  g_source_destroy (source);
  g_source_unref (source);
}

static char *
make_key (const char *prefix)
{
  guint8 bytes[KEY_BYTES];
  GString *key = g_string_new (prefix);

  if (getentropy (bytes, sizeof bytes) != 0)
    g_error ("The system has no random numbers");

  for (guint i = 0; i < sizeof bytes; i++)
    g_string_append_printf (key, "%02x", bytes[i]);

  return g_string_free (key, FALSE);
}

/* The log's copy of a body, which may be any bytes of any length. */
static char *
dup_body (SoupServerMessage *message)
{
  g_autoptr(GBytes) body = soup_message_body_flatten (soup_server_message_get_request_body (message));
  gsize length = MIN (g_bytes_get_size (body), MAX_LOGGED_BODY);

  return length > 0 ? g_utf8_make_valid (g_bytes_get_data (body, NULL), length) : g_strdup ("");
}

static WaSandboxRequest *
log_request (WaSandbox         *self,
             SoupServerMessage *message)
{
  WaSandboxRequest *request = g_rc_box_new0 (WaSandboxRequest);
  GUri *uri = soup_server_message_get_uri (message);

  request->method = g_strdup (soup_server_message_get_method (message));
  request->path = g_strdup (g_uri_get_path (uri));
  request->query = g_strdup (wa_or_empty (g_uri_get_query (uri)));
  request->body = dup_body (message);

  if (self->requests->len == MAX_REQUESTS)
    g_ptr_array_remove_index (self->requests, 0);
  g_ptr_array_add (self->requests, g_rc_box_acquire (request));

  return request;
}

/* Closing without waiting makes the kernel send a reset, not an end of the stream.  The client may
 * have gone before. */
static void
drop_connection (SoupServerMessage *message)
{
  GSocket *socket = soup_server_message_get_socket (message);
  const struct linger now = { .l_onoff = 1, .l_linger = 0 };

  if (!socket)
    return;

  setsockopt (g_socket_get_fd (socket), SOL_SOCKET, SO_LINGER, &now, sizeof now);
  g_socket_close (socket, NULL);
}

static void
answer_page (SoupServerMessage *message)
{
  static const char page[] = "<!DOCTYPE html><html><body><h1>Please sign in</h1></body></html>";

  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_server_message_set_response (message, "text/html; charset=utf-8", SOUP_MEMORY_STATIC, page,
                                    sizeof page - 1);
}

static void
answer_exchange (WaSandboxExchange *exchange,
                 WaSandboxFault     fault)
{
  SoupServerMessage *message = exchange->message;
  gsize length = exchange->answer ? g_bytes_get_size (exchange->answer) : 0;

  if (fault == WA_SANDBOX_FAULT_TRUNCATED)
    length /= 2;
  else if (fault == WA_SANDBOX_FAULT_EMPTY)
    length = 0;

  soup_server_message_set_status (message, exchange->status, NULL);
  if (length > 0)
    soup_server_message_set_response (message, exchange->mime_type, SOUP_MEMORY_COPY,
                                      g_bytes_get_data (exchange->answer, NULL), length);
}

/* Performs the request unless the fault forbids it.  The answer is ready then, though not sent. */
static void
perform (WaSandbox         *self,
         WaSandboxExchange *exchange,
         WaSandboxRequest  *request,
         WaSandboxFault     fault,
         guint              value)
{
  guint before = self->world->accepted;

  if (fault == WA_SANDBOX_FAULT_RATE_LIMITED)
    {
      SoupMessageHeaders *headers = soup_server_message_get_response_headers (exchange->message);
      g_autofree char *seconds = g_strdup_printf ("%u", value);

      wa_sandbox_exchange_fail (exchange, 429, "Too many requests");
      soup_message_headers_replace (headers, "Retry-After", seconds);
    }
  else if (fault == WA_SANDBOX_FAULT_STATUS)
    {
      guint status = value ? value : SOUP_STATUS_INTERNAL_SERVER_ERROR;

      wa_sandbox_exchange_fail (exchange, status, soup_status_get_phrase (status));
    }
  else if (fault != WA_SANDBOX_FAULT_HTML && fault != WA_SANDBOX_FAULT_DROPPED)
    {
      wa_sandbox_exchange_perform (exchange);
    }

  request->accepted = self->world->accepted - before;
}

static void
answer (WaSandboxExchange *exchange,
        WaSandboxRequest  *request,
        WaSandboxFault     fault)
{
  if (fault == WA_SANDBOX_FAULT_DROPPED || fault == WA_SANDBOX_FAULT_LOST)
    {
      drop_connection (exchange->message);
      return;
    }

  if (fault == WA_SANDBOX_FAULT_HTML)
    answer_page (exchange->message);
  else
    answer_exchange (exchange, fault);
  request->status = soup_server_message_get_status (exchange->message);
}

static gboolean
answer_later_cb (gpointer user_data)
{
  Delayed *delayed = user_data;

  answer (delayed->exchange, delayed->request, delayed->fault);
  soup_server_message_unpause (delayed->exchange->message);
  g_ptr_array_remove (delayed->self->delayed, g_main_current_source ());

  return G_SOURCE_REMOVE;
}

/* Takes @exchange. */
static void
answer_later (WaSandbox         *self,
              WaSandboxExchange *exchange,
              WaSandboxRequest  *request,
              WaSandboxFault     fault,
              guint              milliseconds)
{
  Delayed *delayed = g_new0 (Delayed, 1);
  GSource *source = g_timeout_source_new (milliseconds);

  delayed->self = self;
  delayed->exchange = exchange;
  delayed->request = g_rc_box_acquire (request);
  delayed->fault = fault;
  g_source_set_callback (source, answer_later_cb, delayed, delayed_free);
  g_source_attach (source, self->context);
  g_ptr_array_add (self->delayed, source);

  soup_server_message_pause (exchange->message);
}

static void
request_cb (SoupServer        *server,
            SoupServerMessage *message,
            const char        *path,
            GHashTable        *query,
            gpointer           user_data)
{
  WaSandbox *self = WA_SANDBOX (user_data);
  WaSandboxRequest *request = log_request (self, message);
  g_autoptr(WaSandboxExchange) exchange = wa_sandbox_exchange_new (self->dialect, message, query);
  guint milliseconds = wa_sandbox_faults_take_latency (self->faults, exchange->path);
  guint value = 0;
  WaSandboxFault fault = wa_sandbox_faults_take (self->faults, exchange->path, &value);

  exchange->world = self->world;
  exchange->state = self->state;
  exchange->key = self->key;
  exchange->origin = self->origin;
  perform (self, exchange, request, fault, value);

  if (milliseconds > 0)
    answer_later (self, g_steal_pointer (&exchange), request, fault, milliseconds);
  else
    answer (exchange, request, fault);

  request_unref (request);
}

static void
media_cb (SoupServer        *server,
          SoupServerMessage *message,
          const char        *path,
          GHashTable        *query,
          gpointer           user_data)
{
  WaSandbox *self = WA_SANDBOX (user_data);
  WaSandboxRequest *request = log_request (self, message);

  wa_sandbox_media_answer (message);
  request->status = soup_server_message_get_status (message);
  request_unref (request);
}

/* The first start decides on the port, and with it on every address in the world. */
static void
make_world (WaSandbox *self)
{
  g_autoslist(GUri) uris = soup_server_get_uris (self->server);
  g_autofree char *media_url = NULL;

  self->port = g_uri_get_port (uris->data);
  self->origin = g_strdup_printf ("http://127.0.0.1:%u", self->port);
  self->base_url = g_strconcat (self->origin, self->dialect->base_path, NULL);
  media_url = g_strconcat (self->origin, WA_SANDBOX_MEDIA_PATH, NULL);
  self->world = wa_sandbox_world_new (media_url);

  if (self->dialect->new_state)
    self->state = self->dialect->new_state (self->world);
}

static void
wa_sandbox_constructed (GObject *object)
{
  WaSandbox *self = WA_SANDBOX (object);

  G_OBJECT_CLASS (wa_sandbox_parent_class)->constructed (object);

  g_assert (self->dialect);
  if (wa_is_empty (self->key))
    {
      g_free (self->key);
      self->key = make_key (self->dialect->key_prefix);
    }
}

static void
wa_sandbox_dispose (GObject *object)
{
  wa_sandbox_stop (WA_SANDBOX (object));

  G_OBJECT_CLASS (wa_sandbox_parent_class)->dispose (object);
}

static void
wa_sandbox_finalize (GObject *object)
{
  WaSandbox *self = WA_SANDBOX (object);

  if (self->state)
    self->dialect->free_state (self->state);
  g_clear_pointer (&self->world, wa_sandbox_world_free);
  wa_sandbox_faults_free (self->faults);
  g_ptr_array_unref (self->requests);
  g_ptr_array_unref (self->delayed);
  g_free (self->key);
  g_free (self->origin);
  g_free (self->base_url);

  G_OBJECT_CLASS (wa_sandbox_parent_class)->finalize (object);
}

static void
wa_sandbox_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  WaSandbox *self = WA_SANDBOX (object);

  switch (prop_id)
    {
    case PROP_DIALECT:
      g_value_set_string (value, self->dialect->id);
      break;

    case PROP_KEY:
      g_value_set_string (value, self->key);
      break;

    case PROP_PORT:
      g_value_set_uint (value, self->port);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wa_sandbox_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  WaSandbox *self = WA_SANDBOX (object);

  switch (prop_id)
    {
    case PROP_DIALECT:
      self->dialect = wa_sandbox_find_dialect (g_value_get_string (value));
      break;

    case PROP_KEY:
      self->key = g_value_dup_string (value);
      break;

    case PROP_PORT:
      self->port = g_value_get_uint (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wa_sandbox_class_init (WaSandboxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = wa_sandbox_constructed;
  object_class->dispose = wa_sandbox_dispose;
  object_class->finalize = wa_sandbox_finalize;
  object_class->get_property = wa_sandbox_get_property;
  object_class->set_property = wa_sandbox_set_property;

  properties[PROP_DIALECT] = g_param_spec_string ("dialect", NULL, NULL, NULL, flags);
  properties[PROP_KEY] = g_param_spec_string ("key", NULL, NULL, NULL, flags);
  properties[PROP_PORT] = g_param_spec_uint ("port", NULL, NULL, 0, G_MAXUINT16, 0, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
wa_sandbox_init (WaSandbox *self)
{
  self->faults = wa_sandbox_faults_new ();
  self->requests = g_ptr_array_new_with_free_func (request_unref);
  self->delayed = g_ptr_array_new_with_free_func (delayed_source_free);
}

/**
 * wa_sandbox_new:
 * @dialect: a provider's id for which wa_sandbox_find_dialect() knows a dialect
 *
 * To give a key or a port, use g_object_new() with the properties `dialect`, `key` and `port`.
 *
 * Returns: (transfer full): a server that is not started, with a random key
 */
WaSandbox *
wa_sandbox_new (const char *dialect)
{
  g_return_val_if_fail (wa_sandbox_find_dialect (dialect), NULL);

  return g_object_new (WA_TYPE_SANDBOX, "dialect", dialect, NULL);
}

/**
 * wa_sandbox_start:
 *
 * Listens on 127.0.0.1, in the thread's default main context: at first on the port that was given
 * or that the system chooses, and after wa_sandbox_stop() on the same again, with the world as it
 * was.
 *
 * Returns: %FALSE with a #GIOErrorEnum where the port can't be had
 */
gboolean
wa_sandbox_start (WaSandbox  *self,
                  GError    **error)
{
  g_autoptr(SoupServer) server = NULL;

  g_return_val_if_fail (WA_IS_SANDBOX (self), FALSE);
  g_return_val_if_fail (!self->server, FALSE);

  server = soup_server_new ("raw-paths", TRUE, NULL);
  soup_server_add_handler (server, WA_SANDBOX_MEDIA_PATH, media_cb, self, NULL);
  soup_server_add_handler (server, NULL, request_cb, self, NULL);
  if (!soup_server_listen_local (server, self->port, SOUP_SERVER_LISTEN_IPV4_ONLY, error))
    return FALSE;

  self->server = g_steal_pointer (&server);
  self->context = g_main_context_ref_thread_default ();
  if (!self->world)
    make_world (self);

  return TRUE;
}

/**
 * wa_sandbox_stop:
 *
 * Closes all connections and the port.  Answers that were waiting are never sent.
 */
void
wa_sandbox_stop (WaSandbox *self)
{
  g_return_if_fail (WA_IS_SANDBOX (self));

  g_ptr_array_set_size (self->delayed, 0);
  if (self->server)
    soup_server_disconnect (self->server);
  g_clear_object (&self->server);
  g_clear_pointer (&self->context, g_main_context_unref);
}

const char *
wa_sandbox_get_dialect (WaSandbox *self)
{
  g_return_val_if_fail (WA_IS_SANDBOX (self), NULL);

  return self->dialect->id;
}

/**
 * wa_sandbox_get_origin:
 *
 * Returns: (nullable): `http://127.0.0.1:PORT`, from the first start on
 */
const char *
wa_sandbox_get_origin (WaSandbox *self)
{
  g_return_val_if_fail (WA_IS_SANDBOX (self), NULL);

  return self->origin;
}

/**
 * wa_sandbox_get_base_url:
 *
 * Returns: (nullable): the address as one enters it for an account, from the first start on
 */
const char *
wa_sandbox_get_base_url (WaSandbox *self)
{
  g_return_val_if_fail (WA_IS_SANDBOX (self), NULL);

  return self->base_url;
}

const char *
wa_sandbox_get_key (WaSandbox *self)
{
  g_return_val_if_fail (WA_IS_SANDBOX (self), NULL);

  return self->key;
}

/**
 * wa_sandbox_dup_settings:
 *
 * Returns: (transfer full) (element-type utf8 utf8): what an account of this system needs besides
 *   address and key
 */
GHashTable *
wa_sandbox_dup_settings (WaSandbox *self)
{
  GHashTable *settings = NULL;

  g_return_val_if_fail (WA_IS_SANDBOX (self), NULL);

  settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (self->dialect->add_settings)
    self->dialect->add_settings (settings);

  return settings;
}

/**
 * wa_sandbox_get_server:
 *
 * For test programs that add paths of their own.
 *
 * Returns: (nullable) (transfer none): the HTTP server, while it runs
 */
SoupServer *
wa_sandbox_get_server (WaSandbox *self)
{
  g_return_val_if_fail (WA_IS_SANDBOX (self), NULL);

  return self->server;
}

/**
 * wa_sandbox_inject:
 * @fault: what goes wrong
 * @times: how many requests it meets; 0 for all from now on
 * @value: milliseconds of a latency, seconds of `Retry-After`, or the status
 * @prefix: (nullable): only requests whose path after the base address begins so, such as `/messages`
 *
 * Makes the next requests fail.  Faults are used up in the order of this call.
 */
void
wa_sandbox_inject (WaSandbox      *self,
                   WaSandboxFault  fault,
                   guint           times,
                   guint           value,
                   const char     *prefix)
{
  g_return_if_fail (WA_IS_SANDBOX (self));

  wa_sandbox_faults_add (self->faults, fault, times, value, prefix);
}

void
wa_sandbox_clear_faults (WaSandbox *self)
{
  g_return_if_fail (WA_IS_SANDBOX (self));

  wa_sandbox_faults_clear (self->faults);
}

/**
 * wa_sandbox_advance:
 *
 * Puts the clock of the running sandbox forward, so that messages get delivered and read and answers arrive.
 */
void
wa_sandbox_advance (WaSandbox *self,
                    guint      seconds)
{
  g_return_if_fail (WA_IS_SANDBOX (self));
  g_return_if_fail (self->world);

  wa_sandbox_world_advance (self->world, seconds);
}

/**
 * wa_sandbox_get_requests:
 *
 * Returns: (transfer none) (element-type WaSandboxRequest): the latest requests, oldest first
 */
GPtrArray *
wa_sandbox_get_requests (WaSandbox *self)
{
  g_return_val_if_fail (WA_IS_SANDBOX (self), NULL);

  return self->requests;
}

void
wa_sandbox_clear_requests (WaSandbox *self)
{
  g_return_if_fail (WA_IS_SANDBOX (self));

  g_ptr_array_set_size (self->requests, 0);
}

/**
 * wa_sandbox_count_messages:
 * @recipient: (nullable): E.164 digits; %NULL for all
 *
 * Returns: how many messages to @recipient were accepted since the first start
 */
guint
wa_sandbox_count_messages (WaSandbox  *self,
                           const char *recipient)
{
  g_return_val_if_fail (WA_IS_SANDBOX (self), 0);

  return self->world ? wa_sandbox_world_count_messages (self->world, recipient) : 0;
}
