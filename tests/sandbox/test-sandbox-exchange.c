/* test-sandbox-exchange.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the frame does for any dialect, shown with a small one made up here.
 */

#include "config.h"

#include <string.h>

#include "sandbox/wa-sandbox-answer.h"
#include "sandbox/wa-sandbox-dialect.h"

typedef struct
{
  SoupServer  *server;
  SoupSession *session;
  char        *origin;
  guint        status;
  char        *text;
} Fixture;

static gboolean
check_key (WaSandboxExchange  *exchange,
           GError            **error)
{
  return g_strcmp0 (wa_sandbox_exchange_get_query (exchange, "token"), "right") == 0
         || wa_sandbox_refuse (error, 401, "Wrong token");
}

static JsonNode *
say_error (WaSandboxExchange *exchange,
           guint              status,
           const char        *text)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "error", text);
  if (status == 409)
    wa_sandbox_exchange_set_status (exchange, 200);

  return wa_sandbox_node_new (object);
}

static JsonNode *
answer_argument (WaSandboxExchange  *exchange,
                 GError            **error)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "argument", wa_sandbox_exchange_get_argument (exchange, 0));
  return wa_sandbox_node_new (object);
}

static JsonNode *
answer_form (WaSandboxExchange  *exchange,
             GError            **error)
{
  JsonObject *object = json_object_new ();
  const char *name = wa_sandbox_exchange_get_form (exchange, "name");

  json_object_set_string_member (object, "name", name ? name : "(none)");
  json_object_set_int_member (object, "files", exchange->files->len);
  if (exchange->files->len > 0)
    {
      const WaSandboxFile *file = g_ptr_array_index (exchange->files, 0);

      json_object_set_string_member (object, "file", file->filename);
      json_object_set_int_member (object, "size", g_bytes_get_size (file->bytes));
    }

  return wa_sandbox_node_new (object);
}

static JsonNode *
answer_bytes (WaSandboxExchange  *exchange,
              GError            **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("plain", 5);

  wa_sandbox_exchange_set_status (exchange, 201);
  wa_sandbox_exchange_set_bytes (exchange, "text/plain", bytes);
  return NULL;
}

static JsonNode *
refuse (WaSandboxExchange  *exchange,
        GError            **error)
{
  wa_sandbox_refuse (error, 409, "No");
  return NULL;
}

static const WaSandboxRoute routes[] = {
  { "T1", "GET", "/things/first", NULL, WA_SANDBOX_PLAIN, answer_bytes },
  { "T2", "GET", "/things/{}", "page filter[*", WA_SANDBOX_PLAIN, answer_argument },
  { "T3", "DELETE", "/things/{}", NULL, WA_SANDBOX_PLAIN, refuse },
  { "T4", "POST", "/form", NULL, WA_SANDBOX_FORM | WA_SANDBOX_MULTIPART, answer_form },
  { "T5", "POST", "/optional", NULL, WA_SANDBOX_JSON | WA_SANDBOX_BODY_OPTIONAL, answer_form },
  { "T6", "GET", "/open", NULL, WA_SANDBOX_OPEN, answer_bytes },
};

static const WaSandboxDialect dialect = {
  .id = "test",
  .base_path = "/base",
  .key_prefix = "",
  .query = "token",
  .routes = routes,
  .n_routes = G_N_ELEMENTS (routes),
  .check_key = check_key,
  .say_error = say_error,
};

static void
request_cb (SoupServer        *server,
            SoupServerMessage *message,
            const char        *path,
            GHashTable        *query,
            gpointer           user_data)
{
  g_autoptr(WaSandboxExchange) exchange = wa_sandbox_exchange_new (&dialect, message, query);

  wa_sandbox_exchange_perform (exchange);
  soup_server_message_set_status (message, exchange->status, NULL);
  soup_server_message_set_response (message, exchange->mime_type, SOUP_MEMORY_COPY,
                                    g_bytes_get_data (exchange->answer,
                                                      NULL), g_bytes_get_size (exchange->answer));
}

static void
setup (Fixture       *fixture,
       gconstpointer  data)
{
  g_autoslist(GUri) uris = NULL;
  g_autoptr(GError) error = NULL;

  fixture->server = soup_server_new ("raw-paths", TRUE, NULL);
  soup_server_add_handler (fixture->server, NULL, request_cb, NULL, NULL);
  g_assert_true (soup_server_listen_local (fixture->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error));
  g_assert_no_error (error);
  uris = soup_server_get_uris (fixture->server);
  fixture->origin = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));
  fixture->session = soup_session_new ();
}

static void
teardown (Fixture       *fixture,
          gconstpointer  data)
{
  soup_server_disconnect (fixture->server);
  g_clear_object (&fixture->server);
  g_clear_object (&fixture->session);
  g_free (fixture->origin);
  g_free (fixture->text);
}

static void
answer_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  GBytes **bytes = user_data;
  g_autoptr(GError) error = NULL;

  *bytes = soup_session_send_and_read_finish (SOUP_SESSION (object), result, &error);
  g_assert_no_error (error);
}

static void
ask_message (Fixture     *fixture,
             SoupMessage *message)
{
  g_autoptr(GBytes) bytes = NULL;

  soup_session_send_and_read_async (fixture->session, message, G_PRIORITY_DEFAULT, NULL, answer_cb, &bytes);
  while (!bytes)
    g_main_context_iteration (NULL, TRUE);

  g_free (fixture->text);
  fixture->text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  fixture->status = soup_message_get_status (message);
}

static void
ask (Fixture    *fixture,
     const char *method,
     const char *path,
     const char *mime_type,
     const char *body)
{
  g_autofree char *url = g_strconcat (fixture->origin, path, NULL);
  g_autoptr(SoupMessage) message = soup_message_new (method, url);

  if (body)
    {
      g_autoptr(GBytes) bytes = g_bytes_new (body, strlen (body));

      soup_message_set_request_body_from_bytes (message, mime_type, bytes);
    }

  ask_message (fixture, message);
}

static void
test_routing (Fixture       *fixture,
              gconstpointer  data)
{
  ask (fixture, "GET", "/base/things/first?token=right", NULL, NULL);
  g_assert_cmpuint (fixture->status, ==, 201);
  g_assert_cmpstr (fixture->text, ==, "plain");

  ask (fixture, "GET", "/base/things/a%2Fb%20c?token=right", NULL, NULL);
  g_assert_cmpuint (fixture->status, ==, 200);
  g_assert_cmpstr (fixture->text, ==, "{\"argument\":\"a/b c\"}");

  ask (fixture, "GET", "/base/things/a/?token=right", NULL, NULL);
  g_assert_cmpuint (fixture->status, ==, 200);
  ask (fixture, "GET", "/base/things/?token=right", NULL, NULL);
  g_assert_cmpuint (fixture->status, ==, 404);
  ask (fixture, "GET", "/things/a?token=right", NULL, NULL);
  g_assert_cmpuint (fixture->status, ==, 404);
  ask (fixture, "GET", "/base/things/a/b?token=right", NULL, NULL);
  g_assert_cmpuint (fixture->status, ==, 404);
  ask (fixture, "PUT", "/base/things/a?token=right", NULL, NULL);
  g_assert_cmpuint (fixture->status, ==, 405);
}

static void
test_key_and_query (Fixture       *fixture,
                    gconstpointer  data)
{
  ask (fixture, "GET", "/base/things/a", NULL, NULL);
  g_assert_cmpuint (fixture->status, ==, 401);
  g_assert_cmpstr (fixture->text, ==, "{\"error\":\"Wrong token\"}");
  ask (fixture, "GET", "/base/open", NULL, NULL);
  g_assert_cmpuint (fixture->status, ==, 201);

  ask (fixture, "GET", "/base/things/a?token=right&page=1&filter%5B0%5D=x", NULL, NULL);
  g_assert_cmpuint (fixture->status, ==, 200);
  ask (fixture, "GET", "/base/things/a?token=right&pages=1", NULL, NULL);
  g_assert_cmpuint (fixture->status, ==, 400);
}

/* A dialect may answer 200 to what it refuses. */
static void
test_own_status (Fixture       *fixture,
                 gconstpointer  data)
{
  ask (fixture, "DELETE", "/base/things/a?token=right", NULL, NULL);
  g_assert_cmpuint (fixture->status, ==, 200);
  g_assert_cmpstr (fixture->text, ==, "{\"error\":\"No\"}");
}

static void
test_bodies (Fixture       *fixture,
             gconstpointer  data)
{
  ask (fixture, "POST", "/base/form?token=right", "application/x-www-form-urlencoded", "name=a+b%26c&x=1");
  g_assert_cmpuint (fixture->status, ==, 200);
  g_assert_cmpstr (fixture->text, ==, "{\"name\":\"a b&c\",\"files\":0}");

  ask (fixture, "POST", "/base/form?token=right", "application/json", "{}");
  g_assert_cmpuint (fixture->status, ==, 400);
  ask (fixture, "POST", "/base/form?token=right", NULL, NULL);
  g_assert_cmpuint (fixture->status, ==, 400);
  ask (fixture, "DELETE", "/base/things/a?token=right", "application/json", "{}");
  g_assert_cmpuint (fixture->status, ==, 400);

  ask (fixture, "POST", "/base/optional?token=right", NULL, NULL);
  g_assert_cmpuint (fixture->status, ==, 200);
  ask (fixture, "POST", "/base/optional?token=right", "application/json", "{\"a\":1");
  g_assert_cmpuint (fixture->status, ==, 400);
}

static void
test_multipart (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *url = g_strconcat (fixture->origin, "/base/form?token=right", NULL);
  g_autofree char *content = g_strnfill (200 * 1000, 'x');
  g_autoptr(GBytes) bytes = g_bytes_new (content, strlen (content));
  g_autoptr(SoupMultipart) multipart = soup_multipart_new (SOUP_FORM_MIME_TYPE_MULTIPART);
  g_autoptr(SoupMessage) message = NULL;

  soup_multipart_append_form_string (multipart, "name", "Ünï");
  soup_multipart_append_form_file (multipart, "file", "a.png", "image/png", bytes);
  message = soup_message_new_from_multipart (url, multipart);
  ask_message (fixture, message);

  g_assert_cmpuint (fixture->status, ==, 200);
  g_assert_cmpstr (fixture->text, ==, "{\"name\":\"Ünï\",\"files\":1,\"file\":\"a.png\",\"size\":200000}");
}

static void
test_pages (void)
{
  WaSandboxPage page = wa_sandbox_page_new (21, 3, 10);

  g_assert_cmpuint (page.start, ==, 20);
  g_assert_cmpuint (page.end, ==, 21);
  g_assert_cmpuint (page.pages, ==, 3);

  page = wa_sandbox_page_new (21, G_MAXINT, 10);
  g_assert_cmpuint (page.start, ==, 21);
  g_assert_cmpuint (page.end, ==, 21);

  page = wa_sandbox_page_new (0, 1, 10);
  g_assert_cmpuint (page.pages, ==, 1);
  g_assert_cmpuint (page.end, ==, 0);
}

static void
add (const char *path,
     void      (*run) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, setup, run, teardown);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/sandbox-exchange/routing", test_routing);
  add ("/sandbox-exchange/key-and-query", test_key_and_query);
  add ("/sandbox-exchange/own-status", test_own_status);
  add ("/sandbox-exchange/bodies", test_bodies);
  add ("/sandbox-exchange/multipart", test_multipart);
  g_test_add_func ("/sandbox-exchange/pages", test_pages);

  return g_test_run ();
}
