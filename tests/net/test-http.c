/* test-http.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <libsoup/soup.h>

#include "core/wa-error.h"
#include "net/raw-server.h"
#include "net/wa-http.h"

typedef struct
{
  WaHttp    *http;
  RawServer *server;
  char      *address;

  GCancellable *cancellable;
  gboolean   done;
  gboolean   left;
  WaAnswer  *answer;
  GError    *error;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  f->http = wa_http_new ();
  f->server = raw_server_new ();
  f->address = raw_server_dup_address (f->server, "http");
  f->cancellable = g_cancellable_new ();
}

static void
forget (Fixture *f)
{
  f->done = FALSE;
  f->left = FALSE;
  g_clear_pointer (&f->answer, wa_answer_unref);
  g_clear_error (&f->error);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  forget (f);
  g_clear_object (&f->cancellable);
  if (f->http != NULL)
    g_assert_finalize_object (f->http);
  raw_server_free (f->server);
  g_free (f->address);
}

static void
sent_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  Fixture *f = user_data;

  f->answer = wa_http_send_finish (WA_HTTP (object), result, &f->left, &f->error);
  f->done = TRUE;
}

static WaRequest *
new_request (const char *method)
{
  WaRequest *request = wa_request_new ();

  wa_request_set_method (request, method);
  wa_request_append_path (request, "messages", NULL);
  wa_request_add_query (request, "q", "a b&c");
  wa_request_add_secret_header (request, "Authorization", "Bearer t0ps3cret");
  if (g_str_equal (method, "POST"))
    wa_request_add_field (request, "to", "919876543210");

  return request;
}

static void
start (Fixture    *f,
       const char *address,
       const char *method,
       gboolean    once,
       guint       timeout)
{
  g_autoptr(WaRequest) request = new_request (method);

  forget (f);
  wa_request_set_timeout (request, timeout);
  wa_http_send_async (f->http, address, request, once, f->cancellable, sent_cb, f);
}

static void
settle (Fixture *f)
{
  while (!f->done)
    g_main_context_iteration (NULL, TRUE);
}

static void
send_request (Fixture    *f,
              const char *method,
              gboolean    once)
{
  start (f, f->address, method, once, 20);
  settle (f);
}

static void
test_answer (Fixture       *f,
             gconstpointer  data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  raw_server_add (f->server,
                  "HTTP/1.1 422 Nope\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: 5\r\n"
                  "Retry-After: 17\r\nSet-Cookie: a=b\r\n"
                  "Content-Disposition: attachment; filename=\"price list.pdf\"\r\n\r\nhello",
                  RAW_KEEP);

  send_request (f, "POST", TRUE);
  g_assert_no_error (f->error);
  g_assert_true (f->left);
  g_assert_cmpuint (wa_answer_get_status (f->answer), ==, 422);
  g_assert_cmpstr (wa_answer_get_reason (f->answer), ==, "Nope");
  g_assert_cmpstr (wa_answer_get_content_type (f->answer), ==, "text/plain");
  g_assert_cmpstr (wa_answer_get_filename (f->answer), ==, "price list.pdf");
  g_assert_cmpint (wa_answer_get_retry_after (f->answer), ==, 17);
  g_assert_cmpmem (g_bytes_get_data (wa_answer_get_body (f->answer), NULL),
                   g_bytes_get_size (wa_answer_get_body (f->answer)), "hello", 5);

  first = raw_server_dup_request (f->server, 0);
  g_assert_true (g_str_has_prefix (first, "POST /messages?q=a%20b%26c HTTP/1.1\r\n"));
  g_assert_nonnull (strstr (first, "\r\nAuthorization: Bearer t0ps3cret\r\n"));
  g_assert_nonnull (strstr (first, "\r\nUser-Agent: WaDesk/" WA_VERSION "\r\n"));
  g_assert_nonnull (strstr (first, "\r\nContent-Type: application/x-www-form-urlencoded\r\n"));
  g_assert_true (g_str_has_suffix (first, "\r\n\r\nto=919876543210"));

  send_request (f, "GET", FALSE);
  second = raw_server_dup_request (f->server, 1);
  g_assert_null (strstr (second, "Cookie"));
}

static void
test_retry_after (Fixture       *f,
                  gconstpointer  data)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr(GDateTime) soon = g_date_time_add_seconds (now, 90);
  g_autofree char *date = g_date_time_format (soon, "%a, %d %b %Y %H:%M:%S GMT");
  g_autofree char *dated = g_strdup_printf ("Retry-After: %s\r\n", date);
  const struct { const char *header; int least; int most; } rows[] = {
    { "", -1, -1 },
    { "Retry-After: 0\r\n", 0, 0 },
    { dated, 80, 91 },
    { "Retry-After: Sun, 06 Nov 1994 08:49:37 GMT\r\n", 0, 0 },
    { "Retry-After: -5\r\n", -1, -1 },
    { "Retry-After: soon\r\n", -1, -1 },
    { "Retry-After: 99999999999999999999\r\n", -1, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    raw_server_add_json (f->server, 429, rows[i].header, "{}");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      send_request (f, "GET", FALSE);
      g_assert_no_error (f->error);
      g_assert_cmpint (wa_answer_get_retry_after (f->answer), >=, rows[i].least);
      g_assert_cmpint (wa_answer_get_retry_after (f->answer), <=, rows[i].most);
    }
}

static void
test_redirect (Fixture       *f,
               gconstpointer  data)
{
  g_autoptr(RawServer) elsewhere = raw_server_new ();
  g_autofree char *address = raw_server_dup_address (elsewhere, "http");
  g_autofree char *reply = g_strdup_printf ("HTTP/1.1 302 Found\r\nLocation: %s/steal\r\n"
                                            "Content-Length: 0\r\n\r\n", address);
  g_autofree char *location = g_strconcat (address, "/steal", NULL);

  raw_server_add_json (elsewhere, 200, "", "{}");
  raw_server_add (f->server, reply, RAW_CLOSE);

  send_request (f, "GET", FALSE);
  g_assert_no_error (f->error);
  g_assert_cmpuint (wa_answer_get_status (f->answer), ==, 302);
  g_assert_cmpstr (wa_answer_get_location (f->answer), ==, location);
  g_assert_cmpuint (raw_server_get_n_connections (elsewhere), ==, 0);
}

/* Statuses after which libsoup would send the request once more by itself. */
static void
test_asked_again (Fixture       *f,
                  gconstpointer  data)
{
  static const guint statuses[] = { 401, 407, 408, 421, 425, 503 };

  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    raw_server_add_json (f->server, statuses[i],
                         "WWW-Authenticate: Basic realm=\"x\"\r\n"
                         "Proxy-Authenticate: Basic realm=\"x\"\r\nRetry-After: 0\r\n",
                         "{}");

  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      send_request (f, "POST", TRUE);
      g_assert_no_error (f->error);
      g_assert_cmpuint (wa_answer_get_status (f->answer), ==, statuses[i]);
      g_assert_cmpuint (raw_server_get_n_requests (f->server), ==, i + 1);
    }
}

static void
assert_never_left (Fixture *f,
                   WaError  code)
{
  g_assert_error (f->error, WA_ERROR, (int) code);
  g_assert_null (f->answer);
  g_assert_false (f->left);
}

static void
test_refused_address (Fixture       *f,
                      gconstpointer  data)
{
  static const char *const addresses[] = {
    "http://192.0.2.1", "http://example.com", "ftp://127.0.0.1", "https://", "nonsense",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      start (f, addresses[i], "POST", TRUE, 20);
      settle (f);
      assert_never_left (f, WA_ERROR_INVALID);
    }
}

static void
test_split_header (Fixture       *f,
                   gconstpointer  data)
{
  g_autoptr(WaRequest) request = new_request ("GET");

  wa_request_add_secret_header (request, "X-Key", "abc\r\nX-Evil: 1");
  wa_http_send_async (f->http, f->address, request, FALSE, NULL, sent_cb, f);
  settle (f);
  assert_never_left (f, WA_ERROR_INVALID);
  g_assert_cmpuint (raw_server_get_n_connections (f->server), ==, 0);
}

static void
test_nobody_there (Fixture       *f,
                   gconstpointer  data)
{
  g_autofree char *gone = NULL;
  RawServer *closed = raw_server_new ();

  gone = raw_server_dup_address (closed, "http");
  raw_server_free (closed);

  start (f, gone, "POST", TRUE, 20);
  settle (f);
  assert_never_left (f, WA_ERROR_NETWORK);
  g_assert_true (wa_error_get_passing (f->error));
}

/* A resolver that knows no name. */
typedef struct { GResolver parent_instance; } LostResolver;
typedef struct { GResolverClass parent_class; } LostResolverClass;

GType lost_resolver_get_type (void);
G_DEFINE_TYPE (LostResolver, lost_resolver, G_TYPE_RESOLVER)

static void
lost_resolver_lookup_async (GResolver                *resolver,
                            const char               *name,
                            GResolverNameLookupFlags  flags,
                            GCancellable             *cancellable,
                            GAsyncReadyCallback       callback,
                            gpointer                  user_data)
{
  g_task_report_new_error (resolver, callback, user_data, NULL,
                           G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND, "No such name");
}

static GList *
lost_resolver_lookup_finish (GResolver     *resolver,
                             GAsyncResult  *result,
                             GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
lost_resolver_class_init (LostResolverClass *klass)
{
  GResolverClass *resolver_class = G_RESOLVER_CLASS (klass);

  resolver_class->lookup_by_name_with_flags_async = lost_resolver_lookup_async;
  resolver_class->lookup_by_name_with_flags_finish = lost_resolver_lookup_finish;
}

static void
lost_resolver_init (LostResolver *self)
{
}

static void
test_unknown_name (Fixture       *f,
                   gconstpointer  data)
{
  g_autoptr(GResolver) before = g_resolver_get_default ();
  g_autoptr(GResolver) lost = g_object_new (lost_resolver_get_type (), NULL);

  g_resolver_set_default (lost);
  start (f, "https://nowhere.invalid", "POST", TRUE, 20);
  settle (f);
  g_resolver_set_default (before);

  assert_never_left (f, WA_ERROR_NETWORK);
}

static void
test_handshake_broken (Fixture       *f,
                       gconstpointer  data)
{
  g_autofree char *address = raw_server_dup_address (f->server, "https");

  raw_server_hang_up (f->server);
  start (f, address, "POST", TRUE, 20);
  settle (f);
  assert_never_left (f, WA_ERROR_NETWORK);
}

static void
test_handshake_silent (Fixture       *f,
                       gconstpointer  data)
{
  g_autofree char *address = raw_server_dup_address (f->server, "https");

  /* It takes our greeting for the head of a request, and waits for its end. */
  g_object_set (f->http, "connect-timeout", 1, NULL);
  start (f, address, "POST", TRUE, 20);
  settle (f);
  assert_never_left (f, WA_ERROR_NETWORK);
}

static void
server_cb (SoupServer        *server,
           SoupServerMessage *message,
           const char        *path,
           GHashTable        *query,
           gpointer           user_data)
{
  guint *count = user_data;

  (*count)++;
  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_STATIC, "{}", 2);
}

static void
test_certificate (Fixture       *f,
                  gconstpointer  data)
{
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "net", "data", "loopback.pem", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GTlsCertificate) certificate = g_tls_certificate_new_from_file (file, &error);
  g_autoptr(GTlsDatabase) trust = g_tls_file_database_new (file, &error);
  g_autoptr(SoupServer) server = soup_server_new ("tls-certificate", certificate, NULL);
  g_autofree char *address = NULL;
  GSList *uris;
  guint count = 0;

  g_assert_no_error (error);
  soup_server_add_handler (server, NULL, server_cb, &count, NULL);
  soup_server_listen_local (server, 0, SOUP_SERVER_LISTEN_HTTPS | SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (server);
  address = g_strdup_printf ("https://127.0.0.1:%d", g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  start (f, address, "POST", TRUE, 20);
  settle (f);
  assert_never_left (f, WA_ERROR_TLS);
  g_assert_cmpuint (count, ==, 0);

  g_object_set (f->http, "tls-database", trust, NULL);
  start (f, address, "POST", TRUE, 20);
  settle (f);
  g_assert_no_error (f->error);
  g_assert_cmpuint (wa_answer_get_status (f->answer), ==, 200);
  g_assert_cmpuint (count, ==, 1);

  soup_server_disconnect (server);
}

static void
assert_broken (Fixture  *f,
               gboolean  once)
{
  WaError expected = once ? WA_ERROR_UNCERTAIN : WA_ERROR_NETWORK;

  g_assert_error (f->error, WA_ERROR, (int) expected);
  g_assert_true (f->left);
  g_assert_cmpint (wa_error_get_passing (f->error), ==, !once);
}

static void
test_closed_after_request (Fixture       *f,
                           gconstpointer  data)
{
  raw_server_add (f->server, "", RAW_CLOSE);

  send_request (f, "POST", TRUE);
  assert_broken (f, TRUE);
  g_assert_cmpuint (raw_server_get_n_requests (f->server), ==, 1);

  send_request (f, "GET", FALSE);
  assert_broken (f, FALSE);
}

static void
test_cut_off (Fixture       *f,
              gconstpointer  data)
{
  static const char *const cuts[] = {
    "HTTP/1.1 20",
    "HTTP/1.1 200 OK\r\nContent-Len",
    "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\":",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n50\r\n{\"a\":",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cuts); i++)
    {
      raw_server_add (f->server, cuts[i], RAW_CLOSE);
      raw_server_add (f->server, cuts[i], RAW_CLOSE);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (cuts); i++)
    {
      send_request (f, "POST", TRUE);
      assert_broken (f, TRUE);
      send_request (f, "GET", FALSE);
      assert_broken (f, FALSE);
    }
  g_assert_cmpuint (raw_server_get_n_requests (f->server), ==, 2 * G_N_ELEMENTS (cuts));
}

static void
test_refusal_cut_off (Fixture       *f,
                      gconstpointer  data)
{
  /* The status alone says that nothing was done. */
  raw_server_add (f->server, "HTTP/1.1 401 No\r\nContent-Length: 100\r\n\r\n{\"a\":", RAW_CLOSE);

  send_request (f, "POST", TRUE);
  g_assert_no_error (f->error);
  g_assert_cmpuint (wa_answer_get_status (f->answer), ==, 401);
}

static void
test_silence (Fixture       *f,
              gconstpointer  data)
{
  static const char *const answers[] = {
    "", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    raw_server_add (f->server, answers[i], RAW_HOLD);
  raw_server_add (f->server, "", RAW_HOLD);

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      start (f, f->address, "POST", TRUE, 1);
      settle (f);
      assert_broken (f, TRUE);
    }

  start (f, f->address, "GET", FALSE, 1);
  settle (f);
  assert_broken (f, FALSE);
}

static void
test_endless (Fixture       *f,
              gconstpointer  data)
{
  static const guint refusals[] = { 404, 401, 421 };

  raw_server_add (f->server, "HTTP/1.1 200 OK\r\n\r\n", RAW_FLOOD);
  raw_server_add (f->server, "HTTP/1.1 200 OK\r\n\r\n", RAW_FLOOD);
  raw_server_add (f->server, "HTTP/1.1 404 Gone\r\n\r\n", RAW_FLOOD);
  raw_server_add (f->server, "HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=\"x\"\r\n\r\n", RAW_FLOOD);
  raw_server_add (f->server, "HTTP/1.1 421 No\r\n\r\n", RAW_FLOOD);

  send_request (f, "GET", FALSE);
  g_assert_error (f->error, WA_ERROR, WA_ERROR_PROTOCOL);
  g_assert_false (wa_error_get_passing (f->error));

  send_request (f, "POST", TRUE);
  g_assert_error (f->error, WA_ERROR, WA_ERROR_UNCERTAIN);

  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      send_request (f, "GET", FALSE);
      g_assert_no_error (f->error);
      g_assert_cmpuint (wa_answer_get_status (f->answer), ==, refusals[i]);
    }
}

/* A server that closes a kept connection after it has read a request: where libsoup repeats by
 * itself. */
static void
test_never_twice (Fixture       *f,
                  gconstpointer  data)
{
  static const char *const methods[] = { "POST", "GET", "PUT", "DELETE" };

  for (gsize i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      g_autoptr(RawServer) server = raw_server_new ();
      g_autofree char *address = raw_server_dup_address (server, "http");

      raw_server_add_json (server, 200, "", "{}");
      raw_server_add (server, "", RAW_CLOSE);

      start (f, address, "GET", FALSE, 20);
      settle (f);
      g_assert_no_error (f->error);

      start (f, address, methods[i], TRUE, 20);
      settle (f);
      assert_broken (f, TRUE);
      g_assert_cmpuint (raw_server_get_n_requests (server), ==, 2);
    }
}

static void
test_kept_connection (Fixture       *f,
                      gconstpointer  data)
{
  raw_server_add_json (f->server, 200, "", "{}");
  raw_server_add (f->server, "", RAW_CLOSE);
  raw_server_add_json (f->server, 200, "", "{}");

  /* The same for what may be repeated: it is, which shows that the test above could fail. */
  send_request (f, "GET", FALSE);
  send_request (f, "GET", FALSE);
  g_assert_no_error (f->error);
  g_assert_cmpuint (raw_server_get_n_requests (f->server), ==, 3);
}

static void
test_cancel_before (Fixture       *f,
                    gconstpointer  data)
{
  g_cancellable_cancel (f->cancellable);
  send_request (f, "POST", TRUE);
  g_assert_error (f->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (f->left);
  g_assert_cmpuint (raw_server_get_n_connections (f->server), ==, 0);
}

static gboolean
tick_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

static void
test_cancel_during (Fixture       *f,
                    gconstpointer  data)
{
  guint tick = g_timeout_add (10, tick_cb, NULL);

  raw_server_add (f->server, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{", RAW_HOLD);

  start (f, f->address, "POST", TRUE, 20);
  while (raw_server_get_n_requests (f->server) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_cancellable_cancel (f->cancellable);
  settle (f);
  g_source_remove (tick);

  g_assert_error (f->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (f->left);
}

static void
test_cancel_while_connecting (Fixture       *f,
                              gconstpointer  data)
{
  g_autofree char *address = raw_server_dup_address (f->server, "https");
  guint tick = g_timeout_add (10, tick_cb, NULL);

  start (f, address, "POST", TRUE, 20);
  while (raw_server_get_n_connections (f->server) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_cancellable_cancel (f->cancellable);
  settle (f);
  g_source_remove (tick);

  g_assert_error (f->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (f->left);
}

static void
test_drop (Fixture       *f,
           gconstpointer  data)
{
  gpointer weak = f->http;

  raw_server_add_json (f->server, 200, "", "{}");
  start (f, f->address, "GET", FALSE, 20);
  g_object_add_weak_pointer (G_OBJECT (f->http), &weak);
  g_clear_object (&f->http);

  /* What is under way keeps the engine until it is done, and no longer. */
  settle (f);
  g_assert_no_error (f->error);
  while (weak != NULL)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/http/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("answer", test_answer);
  ADD ("retry-after", test_retry_after);
  ADD ("redirect", test_redirect);
  ADD ("asked-again", test_asked_again);
  ADD ("refused-address", test_refused_address);
  ADD ("split-header", test_split_header);
  ADD ("nobody-there", test_nobody_there);
  ADD ("unknown-name", test_unknown_name);
  ADD ("handshake-broken", test_handshake_broken);
  ADD ("handshake-silent", test_handshake_silent);
  ADD ("certificate", test_certificate);
  ADD ("closed-after-request", test_closed_after_request);
  ADD ("cut-off", test_cut_off);
  ADD ("refusal-cut-off", test_refusal_cut_off);
  ADD ("silence", test_silence);
  ADD ("endless", test_endless);
  ADD ("never-twice", test_never_twice);
  ADD ("kept-connection", test_kept_connection);
  ADD ("cancel-before", test_cancel_before);
  ADD ("cancel-during", test_cancel_during);
  ADD ("cancel-while-connecting", test_cancel_while_connecting);
  ADD ("drop", test_drop);
#undef ADD

  return g_test_run ();
}
