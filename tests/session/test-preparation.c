/* test-preparation.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "core/wa-error.h"
#include "model/wa-limits.h"
#include "model/wa-message.h"
#include "model/wa-outgoing.h"
#include "net/raw-server.h"
#include "session/fake-provider.h"
#include "session/session-fixture.h"
#include "session/wa-preparation.h"

#define TOKEN "t0ps3cret/key"
#define NUMBER "919876543210"
#define SENT "{\"id\":\"x1\"}"

typedef struct
{
  char         *dir;
  RawServer    *server;
  SoupServer   *files;      /* (nullable): another server */
  GString      *paths;      /* what was asked from it */
  gboolean      leaked;     /* it saw a credential */
  WaProvider   *provider;
  WaClient     *client;
  WaStore      *store;
  WaOutgoing   *outgoing;
  GCancellable *cancellable;

  GString      *steps;      /* s: sending, w: waiting */
  gboolean      done;
  gboolean      left;
  GObject      *result;
  GError       *error;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  g_autofree char *address = NULL;
  g_autofree char *path = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  f->dir = g_dir_make_tmp ("wadesk-preparation-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (f->dir, "store.db", NULL);
  f->store = wa_store_new (path);
  wa_store_open_async (f->store, NULL, session_done_cb, &result);
  g_assert_true (wa_store_open_finish (f->store, session_await (&result), &error));

  f->server = raw_server_new ();
  address = raw_server_dup_address (f->server, "http");
  f->provider = fake_provider_new (address);
  wa_provider_set_setting (f->provider, "wants", data);
  f->client = wa_client_new (f->provider);
  g_object_set (f->client, "patience", 0.02, NULL);
  wa_client_set_token (f->client, TOKEN);
  f->cancellable = g_cancellable_new ();
  f->steps = g_string_new (NULL);
  f->outgoing = session_new_text (NUMBER, "Hello");
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_clear_object (&f->result);
  g_clear_error (&f->error);
  g_clear_object (&f->files);
  if (f->paths != NULL)
    g_string_free (f->paths, TRUE);
  g_string_free (f->steps, TRUE);
  g_object_unref (f->cancellable);
  wa_store_close (f->store);
  g_assert_finalize_object (f->outgoing);
  g_assert_finalize_object (f->client);
  g_assert_finalize_object (f->provider);
  g_object_unref (f->store);
  raw_server_free (f->server);
  session_remove_dir (f->dir);
  g_free (f->dir);
}

static void
step_cb (WaClient     *client,
         WaClientStep  step,
         GTask        *turn,
         gpointer      user_data)
{
  Fixture *f = user_data;

  g_string_append_c (f->steps, step == WA_CLIENT_SENDING ? 's' : 'w');
  g_task_return_boolean (turn, TRUE);
}

static void
ran_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      user_data)
{
  Fixture *f = user_data;

  f->result = wa_preparation_run_finish (WA_CLIENT (object), result, &f->left, &f->error);
  g_assert_true ((f->result == NULL) == (f->error != NULL));
  f->done = TRUE;
}

static void
start (Fixture *f)
{
  wa_preparation_run_async (f->client, f->store, WA_OP_SEND, G_OBJECT (f->outgoing), step_cb, f, f->cancellable,
                            ran_cb, f);
}

static void
run (Fixture *f)
{
  start (f);
  session_wait_for (f->done);
}

static void
assert_sent (Fixture    *f,
             guint       n_requests,
             const char *words)
{
  g_autofree char *request = NULL;

  g_assert_no_error (f->error);
  g_assert_cmpstr (wa_message_get_remote_id (WA_MESSAGE (f->result)), ==, "x1");
  g_assert_cmpuint (raw_server_get_n_requests (f->server), ==, n_requests);
  request = raw_server_dup_request (f->server, n_requests - 1);
  g_assert_true (g_str_has_prefix (request, "POST /messages "));
  g_assert_nonnull (strstr (request, words));
}

static void
assert_not_sent (Fixture *f,
                 int      code,
                 guint    n_requests)
{
  g_assert_error (f->error, WA_ERROR, code);
  g_assert_false (f->left);
  g_assert_cmpint (wa_error_get_code (f->error), ==, 0);
  g_assert_cmpuint (raw_server_get_n_requests (f->server), ==, n_requests);
  g_assert_null (strchr (f->steps->str, 's'));
}

static void
attach (Fixture *f)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("JPEG", 4);

  wa_outgoing_set_bytes (f->outgoing, bytes);
  wa_outgoing_set_mime_type (f->outgoing, "image/jpeg");
}

static void
test_nothing (Fixture       *f,
              gconstpointer  data)
{
  raw_server_add_json (f->server, 200, "", SENT);
  run (f);
  assert_sent (f, 1, "to=" NUMBER);
  g_assert_cmpstr (f->steps->str, ==, "s");
}

static void
test_upload (Fixture       *f,
             gconstpointer  data)
{
  g_autofree char *upload = NULL;

  attach (f);
  raw_server_add_json (f->server, 200, "", "{\"id\":\"m1\"}");
  raw_server_add_json (f->server, 200, "", SENT);
  run (f);
  assert_sent (f, 2, "media=m1");
  upload = raw_server_dup_request (f->server, 0);
  g_assert_true (g_str_has_prefix (upload, "POST /media "));
  g_assert_nonnull (strstr (upload, "JPEG"));
  g_assert_cmpstr (f->steps->str, ==, "ws");
}

static void
test_upload_refused (Fixture       *f,
                     gconstpointer  data)
{
  attach (f);
  raw_server_add_json (f->server, 413, "", "{\"error\":\"Too much\"}");
  run (f);
  assert_not_sent (f, WA_ERROR_REJECTED, 1);
  g_assert_nonnull (strstr (f->error->message, "Too much"));
}

/* It is open whether the file arrived; it is not open whether the message was sent. */
static void
test_upload_lost (Fixture       *f,
                  gconstpointer  data)
{
  attach (f);
  raw_server_add (f->server, "", RAW_CLOSE);
  run (f);
  assert_not_sent (f, WA_ERROR_NETWORK, 1);
  g_assert_cmpint (wa_error_get_class (f->error), ==, WA_ERROR_CLASS_WAIT);
}

static void
test_upload_cancelled (Fixture       *f,
                       gconstpointer  data)
{
  attach (f);
  raw_server_add (f->server, "", RAW_HOLD);
  start (f);
  session_wait_for (raw_server_get_n_requests (f->server) == 1);
  g_cancellable_cancel (f->cancellable);
  session_wait_for (f->done);
  g_assert_error (f->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (f->left);
}

/* Without a file there is nothing to upload. */
static void
test_upload_nothing (Fixture       *f,
                     gconstpointer  data)
{
  run (f);
  assert_not_sent (f, WA_ERROR_INVALID, 0);
  g_assert_cmpstr (f->error->message, ==, "Upload the file.");
}

/* What was done and is wanted all the same is not done again. */
static void
test_once (Fixture       *f,
           gconstpointer  data)
{
  attach (f);
  raw_server_add_json (f->server, 200, "", "{\"id\":\"m1\"}");
  run (f);
  assert_not_sent (f, WA_ERROR_INVALID, 1);
}

static void
add_contact (Fixture    *f,
             const char *remote_id,
             const char *name)
{
  g_autoptr(WaContact) contact = wa_contact_new ();
  g_autoptr(GPtrArray) contacts = g_ptr_array_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GArray) ids = NULL;
  g_autoptr(GError) error = NULL;

  wa_contact_set_number (contact, NUMBER);
  wa_contact_set_name (contact, name);
  wa_contact_set_remote_id (contact, remote_id);
  wa_contact_set_local (contact, remote_id[0] == '\0');
  g_ptr_array_add (contacts, contact);
  wa_store_save_contacts_async (f->store, contacts, 0, NULL, NULL, session_done_cb, &result);
  ids = wa_store_save_contacts_finish (f->store, session_await (&result), &error);
  g_assert_no_error (error);
}

static WaContact *
find_contact (Fixture *f)
{
  g_autoptr(GAsyncResult) result = NULL;

  wa_store_find_contact_async (f->store, 0, NULL, NUMBER, NULL, session_done_cb, &result);

  return wa_store_find_contact_finish (f->store, session_await (&result), NULL);
}

static void
test_contact_stored (Fixture       *f,
                     gconstpointer  data)
{
  add_contact (f, "c7", "Ann");
  raw_server_add_json (f->server, 200, "", SENT);
  run (f);
  assert_sent (f, 1, "contact=c7");
}

static void
test_contact_found (Fixture       *f,
                    gconstpointer  data)
{
  raw_server_add_json (f->server, 200, "", "{\"911\":\"c1\",\"" NUMBER "\":\"c8\"}");
  raw_server_add_json (f->server, 200, "", SENT);
  run (f);
  assert_sent (f, 2, "contact=c8");
}

/* Somebody whom only this computer knows becomes a contact there, and stays one row here. */
static void
test_contact_created (Fixture       *f,
                      gconstpointer  data)
{
  g_autofree char *creation = NULL;
  g_autoptr(WaContact) contact = NULL;

  add_contact (f, "", "Ann");
  raw_server_add_json (f->server, 200, "", "{}");
  raw_server_add_json (f->server, 200, "", "{}");
  raw_server_add_json (f->server, 200, "", "{\"" NUMBER "\":\"c9\"}");
  raw_server_add_json (f->server, 200, "", SENT);
  run (f);
  assert_sent (f, 4, "contact=c9");
  creation = raw_server_dup_request (f->server, 1);
  g_assert_true (g_str_has_prefix (creation, "POST /contacts "));
  g_assert_nonnull (strstr (creation, "name=Ann"));
  contact = find_contact (f);
  g_assert_cmpstr (wa_contact_get_remote_id (contact), ==, "c9");
  g_assert_false (wa_contact_get_local (contact));
}

static void
test_contact_refused (Fixture       *f,
                      gconstpointer  data)
{
  g_autoptr(WaContact) contact = NULL;

  raw_server_add_json (f->server, 200, "", "{}");
  raw_server_add_json (f->server, 422, "", "{\"error\":\"No more contacts\"}");
  run (f);
  assert_not_sent (f, WA_ERROR_REJECTED, 2);
  g_assert_nonnull (strstr (f->error->message, "No more contacts"));
  contact = find_contact (f);
  g_assert_null (contact);
}

/* The contact is there, its id not yet: that passes. */
static void
test_contact_not_yet (Fixture       *f,
                      gconstpointer  data)
{
  for (guint i = 0; i < 3; i++)
    raw_server_add_json (f->server, 200, "", "{}");
  run (f);
  assert_not_sent (f, WA_ERROR_NOT_FOUND, 3);
  g_assert_cmpint (wa_error_get_class (f->error), ==, WA_ERROR_CLASS_WAIT);
}

/* Files on another server */

static void
file_cb (SoupServer        *server,
         SoupServerMessage *message,
         const char        *path,
         GHashTable        *query,
         gpointer           user_data)
{
  Fixture *f = user_data;
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  static char big[WA_LIMIT_IMAGE_BYTES + 1];

  g_string_append (f->paths, path);
  f->leaked = f->leaked || soup_message_headers_get_one (headers, "Authorization") != NULL;
  soup_server_message_set_status (message, 200, NULL);
  if (g_str_equal (path, "/a.jpg"))
    soup_server_message_set_response (message, "image/jpeg", SOUP_MEMORY_STATIC, "JPEG", 4);
  else if (g_str_equal (path, "/moved"))
    soup_server_message_set_redirect (message, 302, "/a.jpg");
  else if (g_str_equal (path, "/away"))
    soup_server_message_set_redirect (message, 302, "http://192.0.2.1/");
  else if (g_str_equal (path, "/round"))
    soup_server_message_set_redirect (message, 302, "/round");
  else if (g_str_equal (path, "/page"))
    soup_server_message_set_response (message, "text/html", SOUP_MEMORY_STATIC, "<p>", 3);
  else if (g_str_equal (path, "/big"))
    soup_server_message_set_response (message, "image/jpeg", SOUP_MEMORY_STATIC, big, sizeof big);
  else
    soup_server_message_set_status (message, g_str_equal (path, "/trouble") ? 503 : 404, NULL);
}

static void
serve_files (Fixture    *f,
             const char *link_path)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *link = NULL;
  GSList *uris;

  f->paths = g_string_new (NULL);
  f->files = soup_server_new (NULL, NULL);
  soup_server_add_handler (f->files, NULL, file_cb, f, NULL);
  soup_server_listen_local (f->files, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);

  uris = soup_server_get_uris (f->files);
  link = g_strdup_printf ("http://127.0.0.1:%d%s?v=1#top", g_uri_get_port (uris->data), link_path);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  wa_outgoing_set_kind (f->outgoing, WA_MESSAGE_IMAGE);
  wa_outgoing_set_link (f->outgoing, link);
}

static void
test_file (Fixture       *f,
           gconstpointer  data)
{
  serve_files (f, "/moved");
  raw_server_add_json (f->server, 200, "", SENT);
  run (f);
  assert_sent (f, 1, "to=" NUMBER);
  g_assert_cmpstr (f->paths->str, ==, "/moved/a.jpg");
  g_assert_false (f->leaked);
  g_assert_cmpuint (g_bytes_get_size (wa_outgoing_get_bytes (f->outgoing)), ==, 4);
  g_assert_cmpstr (wa_outgoing_get_mime_type (f->outgoing), ==, "image/jpeg");
  g_assert_cmpstr (wa_outgoing_get_filename (f->outgoing), ==, "a.jpg");
}

static void
test_no_file (Fixture       *f,
              gconstpointer  data)
{
  const struct
  {
    const char *path;
    int         code;
    const char *words;
  } rows[] = {
    { "/gone", WA_ERROR_INVALID, "404" },
    { "/trouble", WA_ERROR_NETWORK, "trouble" },
    { "/page", WA_ERROR_INVALID, "web page" },
    { "/big", WA_ERROR_INVALID, "MB" },
    { "/away", WA_ERROR_INVALID, "trusted" },
    { "/round", WA_ERROR_INVALID, "leads on" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_clear_object (&f->files);
      if (f->paths != NULL)
        g_string_free (f->paths, TRUE);
      g_clear_error (&f->error);
      f->done = FALSE;
      serve_files (f, rows[i].path);
      run (f);
      assert_not_sent (f, rows[i].code, 0);
      g_assert_nonnull (strstr (f->error->message, rows[i].words));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define TEST(path, wants, function) g_test_add (path, Fixture, wants, set_up, function, tear_down)
  TEST ("/preparation/nothing", "", test_nothing);
  TEST ("/preparation/upload", "upload", test_upload);
  TEST ("/preparation/upload-refused", "upload", test_upload_refused);
  TEST ("/preparation/upload-lost", "upload", test_upload_lost);
  TEST ("/preparation/upload-cancelled", "upload", test_upload_cancelled);
  TEST ("/preparation/upload-nothing", "upload", test_upload_nothing);
  TEST ("/preparation/once", "upload more", test_once);
  TEST ("/preparation/contact-stored", "contact", test_contact_stored);
  TEST ("/preparation/contact-found", "contact", test_contact_found);
  TEST ("/preparation/contact-created", "contact", test_contact_created);
  TEST ("/preparation/contact-refused", "contact", test_contact_refused);
  TEST ("/preparation/contact-not-yet", "contact", test_contact_not_yet);
  TEST ("/preparation/file", "file", test_file);
  TEST ("/preparation/no-file", "file", test_no_file);

  return g_test_run ();
}
