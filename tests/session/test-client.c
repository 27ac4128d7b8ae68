/* test-client.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "core/wa-error.h"
#include "model/wa-message.h"
#include "model/wa-outgoing.h"
#include "model/wa-page.h"
#include "model/wa-query.h"
#include "model/wa-tag.h"
#include "net/raw-server.h"
#include "session/fake-provider.h"
#include "session/wa-client.h"

#define TOKEN "t0ps3cret/key"
#define PATIENCE 0.02

typedef struct
{
  RawServer    *server;
  WaProvider   *provider;
  WaClient     *client;
  GCancellable *cancellable;

  guint         pending;
  GObject      *result;
  GError       *error;
  gboolean      left;
  char         *verdict;

  GString      *steps;        /* s: sending, w: waiting */
  GError       *step_error;
  GTask        *held;         /* a turn that the test gives */
  gboolean      hold;
  guint         paused;
  guint         auth_failed;
} Fixture;

static void
paused_cb (WaClient   *client,
           gint64      until,
           const char *reason,
           Fixture    *f)
{
  g_assert_cmpint (until, >=, g_get_real_time () / G_USEC_PER_SEC);
  g_assert_cmpstr (reason, !=, "");
  f->paused++;
}

static void
auth_failed_cb (WaClient *client,
                Fixture  *f)
{
  f->auth_failed++;
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  g_autofree char *address = NULL;

  f->server = raw_server_new ();
  address = raw_server_dup_address (f->server, "http");
  f->provider = fake_provider_new (address);
  f->client = wa_client_new (f->provider);
  g_object_set (f->client, "patience", PATIENCE, NULL);
  wa_client_set_token (f->client, TOKEN);
  f->cancellable = g_cancellable_new ();
  f->steps = g_string_new (NULL);
  g_signal_connect (f->client, "paused", G_CALLBACK (paused_cb), f);
  g_signal_connect (f->client, "auth-failed", G_CALLBACK (auth_failed_cb), f);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_clear_object (&f->result);
  g_clear_error (&f->error);
  g_clear_error (&f->step_error);
  g_free (f->verdict);
  g_string_free (f->steps, TRUE);
  g_clear_object (&f->cancellable);
  if (f->client != NULL)
    g_assert_finalize_object (f->client);
  g_assert_finalize_object (f->provider);
  raw_server_free (f->server);
}

static void
ran_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      user_data)
{
  Fixture *f = user_data;

  g_clear_object (&f->result);
  g_clear_error (&f->error);
  f->left = wa_client_may_have_left (WA_CLIENT (object), result);
  f->result = wa_client_run_finish (WA_CLIENT (object), result, &f->error);
  g_assert_true ((f->result == NULL) == (f->error != NULL));
  f->pending--;
}

static void
step_cb (WaClient     *client,
         WaClientStep  step,
         GTask        *turn,
         gpointer      user_data)
{
  Fixture *f = user_data;

  g_string_append_c (f->steps, step == WA_CLIENT_SENDING ? 's' : 'w');
  if (f->step_error != NULL)
    g_task_return_error (turn, g_error_copy (f->step_error));
  else if (f->hold)
    f->held = g_object_ref (turn);
  else
    g_task_return_boolean (turn, TRUE);
}

static gboolean
tick_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* Runs the main loop until @condition; the tick wakes it for what changes on another thread. */
#define WAIT_FOR(condition) \
  G_STMT_START \
    { \
      guint tick = g_timeout_add (5, tick_cb, NULL); \
      while (!(condition)) \
        g_main_context_iteration (NULL, TRUE); \
      g_source_remove (tick); \
    } \
  G_STMT_END

static void
start_list (Fixture *f)
{
  g_autoptr(WaQuery) query = wa_query_new ();

  f->pending++;
  wa_client_run_async (f->client, WA_OP_LIST_TAGS, G_OBJECT (query), f->cancellable, ran_cb, f);
}

static void
list (Fixture *f)
{
  start_list (f);
  WAIT_FOR (f->pending == 0);
}

static void
start_send (Fixture    *f,
            const char *recipient)
{
  g_autoptr(WaOutgoing) outgoing = wa_outgoing_new ();

  wa_outgoing_set_kind (outgoing, WA_MESSAGE_TEXT);
  wa_outgoing_set_recipient (outgoing, recipient);
  f->pending++;
  wa_client_run_full_async (f->client, WA_OP_SEND, G_OBJECT (outgoing), step_cb, f, f->cancellable, ran_cb, f);
}

static void
send_text (Fixture *f)
{
  start_send (f, "919876543210");
  WAIT_FOR (f->pending == 0);
}

static void
create (Fixture    *f,
        const char *name)
{
  g_autoptr(WaTag) tag = wa_tag_new ();

  wa_tag_set_name (tag, name);
  f->pending++;
  wa_client_run_async (f->client, WA_OP_CREATE_TAG, G_OBJECT (tag), f->cancellable, ran_cb, f);
  WAIT_FOR (f->pending == 0);
}

static guint
n_requests (Fixture *f)
{
  return raw_server_get_n_requests (f->server);
}

static void
test_good (Fixture       *f,
           gconstpointer  data)
{
  g_autofree char *request = NULL;

  raw_server_add_json (f->server, 200, "", "{\"tags\":[\"a\",\"b\"],\"next\":\"2\"}");
  raw_server_add_json (f->server, 201, "", "{\"id\":\"wamid.1\"}");

  list (f);
  g_assert_no_error (f->error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (wa_page_get_items (WA_PAGE (f->result)))), ==, 2);
  request = raw_server_dup_request (f->server, 0);
  g_assert_nonnull (strstr (request, "\r\nAuthorization: Bearer " TOKEN "\r\n"));

  send_text (f);
  g_assert_no_error (f->error);
  g_assert_cmpstr (wa_message_get_remote_id (WA_MESSAGE (f->result)), ==, "wamid.1");
  g_assert_cmpstr (f->steps->str, ==, "s");
  g_assert_true (f->left);
}

static void
test_trouble (Fixture       *f,
              gconstpointer  data)
{
  raw_server_add_json (f->server, 500, "", "{}");
  raw_server_add (f->server, "", RAW_CLOSE);
  raw_server_add_json (f->server, 200, "", "{\"tags\":[");
  raw_server_add_json (f->server, 200, "", "{\"tags\":[]}");

  list (f);
  g_assert_no_error (f->error);
  g_assert_cmpuint (n_requests (f), ==, 4);
}

static void
test_trouble_stays (Fixture       *f,
                    gconstpointer  data)
{
  raw_server_add_json (f->server, 503, "", "{}");

  list (f);
  g_assert_error (f->error, WA_ERROR, WA_ERROR_NETWORK);
  g_assert_cmpuint (wa_error_get_http_status (f->error), ==, 503);
  g_assert_cmpuint (n_requests (f), ==, 4);
}

static void
test_unreadable (Fixture       *f,
                 gconstpointer  data)
{
  /* What was cut off may come whole; what is something else stays so. */
  raw_server_add_json (f->server, 200, "", "");
  raw_server_add_json (f->server, 200, "", "");
  raw_server_add_json (f->server, 200, "", "");
  raw_server_add_json (f->server, 200, "", "<html>Sign in to the hotel</html>");

  list (f);
  g_assert_error (f->error, WA_ERROR, WA_ERROR_PROTOCOL);
  g_assert_cmpuint (n_requests (f), ==, 3);

  list (f);
  g_assert_error (f->error, WA_ERROR, WA_ERROR_PROTOCOL);
  g_assert_cmpuint (n_requests (f), ==, 4);
}

/* Whatever leaves it open whether a message was sent, it is not sent again. */
static void
test_uncertain (Fixture       *f,
                gconstpointer  data)
{
  static const char *const answers[] = {
    "",
    "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{\"id\"",
    "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
    "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<html>",
    "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}",
    "HTTP/1.1 302 Found\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n",
    "HTTP/1.1 408 Slow\r\nContent-Length: 2\r\n\r\n{}",
    "HTTP/1.1 500 Oh\r\nContent-Length: 2\r\n\r\n{}",
    "HTTP/1.1 503 Busy\r\nRetry-After: 1\r\nContent-Length: 2\r\n\r\n{}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    raw_server_add (f->server, answers[i], RAW_CLOSE);

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autofree char *recipient = g_strdup_printf ("9198765432%02u", (guint) i);

      start_send (f, recipient);
      WAIT_FOR (f->pending == 0);
      g_assert_error (f->error, WA_ERROR, WA_ERROR_UNCERTAIN);
      g_assert_true (f->left);
      g_assert_cmpuint (n_requests (f), ==, i + 1);
    }
  g_assert_cmpstr (f->steps->str, ==, "sssssssss");
}

static void
test_refused (Fixture       *f,
              gconstpointer  data)
{
  raw_server_add_json (f->server, 422, "", "{\"error\":\"No such number\"}");
  raw_server_add_json (f->server, 404, "", "{}");

  send_text (f);
  g_assert_error (f->error, WA_ERROR, WA_ERROR_REJECTED);
  g_assert_nonnull (strstr (f->error->message, "No such number"));
  g_assert_false (f->left);

  create (f, "vip");
  g_assert_error (f->error, WA_ERROR, WA_ERROR_NOT_FOUND);
  g_assert_cmpuint (n_requests (f), ==, 2);
}

static void
test_rate_limited (Fixture       *f,
                   gconstpointer  data)
{
  gint64 start = g_get_monotonic_time ();
  gint64 pause = (gint64) (10 * G_USEC_PER_SEC * PATIENCE);

  raw_server_add_json (f->server, 429, "Retry-After: 10\r\n", "{}");
  raw_server_add_json (f->server, 200, "", "{\"id\":\"wamid.1\",\"tags\":[]}");

  start_send (f, "919876543210");
  WAIT_FOR (f->paused > 0);
  /* The pause is the whole account's; what was refused goes first. */
  start_list (f);
  WAIT_FOR (f->pending < 2);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, pause);
  WAIT_FOR (f->pending == 0);

  g_assert_no_error (f->error);
  g_assert_cmpstr (f->steps->str, ==, "sws");
  g_assert_cmpuint (f->paused, ==, 1);
  g_assert_cmpuint (n_requests (f), ==, 3);
}

static void
test_rate_limit_stays (Fixture       *f,
                       gconstpointer  data)
{
  raw_server_add_json (f->server, 429, "Retry-After: 1\r\n", "{}");

  send_text (f);
  g_assert_error (f->error, WA_ERROR, WA_ERROR_RATE_LIMITED);
  g_assert_false (f->left);
  g_assert_cmpstr (f->steps->str, ==, "swswswswsws");
  g_assert_cmpuint (n_requests (f), ==, 6);
}

static void
go_offline (Fixture *f)
{
  g_autofree char *address = NULL;
  RawServer *closed = raw_server_new ();

  address = raw_server_dup_address (closed, "http");
  raw_server_free (closed);
  wa_provider_set_setting (f->provider, "base-url", address);
}

static void
test_never_left (Fixture       *f,
                 gconstpointer  data)
{
  go_offline (f);

  send_text (f);
  g_assert_error (f->error, WA_ERROR, WA_ERROR_NETWORK);
  g_assert_false (f->left);
  g_assert_cmpstr (f->steps->str, ==, "swswsws");
}

static void
test_impatient (Fixture       *f,
                gconstpointer  data)
{
  g_object_set (f->client, "impatient", TRUE, NULL);
  go_offline (f);

  send_text (f);
  g_assert_error (f->error, WA_ERROR, WA_ERROR_NETWORK);
  g_assert_cmpstr (f->steps->str, ==, "s");
}

/* What would be sent, without its being sent; what would be refused is refused. */
static void
test_describe (Fixture       *f,
               gconstpointer  data)
{
  g_autoptr(WaOutgoing) outgoing = wa_outgoing_new ();
  g_autoptr(JsonNode) described = NULL;
  g_autofree char *text = NULL;

  wa_outgoing_set_kind (outgoing, WA_MESSAGE_TEXT);
  wa_outgoing_set_recipient (outgoing, "919876543210");
  described = wa_client_describe (f->client, WA_OP_SEND, G_OBJECT (outgoing), &f->error);
  g_assert_no_error (f->error);
  text = json_to_string (described, FALSE);
  g_assert_nonnull (strstr (text, "919876543210"));
  g_assert_nonnull (strstr (text, "\"Bearer ***\""));
  g_assert_null (strstr (text, TOKEN));

  g_assert_null (wa_client_describe (f->client, WA_OP_GET_TEMPLATE, G_OBJECT (outgoing), &f->error));
  g_assert_error (f->error, WA_ERROR, WA_ERROR_UNSUPPORTED);
  g_assert_cmpuint (n_requests (f), ==, 0);
}

static void
test_back_online (Fixture       *f,
                  gconstpointer  data)
{
  g_autofree char *address = raw_server_dup_address (f->server, "http");

  raw_server_add_json (f->server, 200, "", "{\"id\":\"wamid.1\"}");
  go_offline (f);
  start_send (f, "919876543210");
  WAIT_FOR (strchr (f->steps->str, 'w') != NULL);
  wa_provider_set_setting (f->provider, "base-url", address);
  WAIT_FOR (f->pending == 0);

  g_assert_no_error (f->error);
  g_assert_cmpuint (n_requests (f), ==, 1);
}

static void
test_wrong_key (Fixture       *f,
                gconstpointer  data)
{
  g_autofree char *padding = g_strnfill (490, 'x');
  g_autofree char *cut = g_strdup_printf ("{\"error\":\"%s %s\"}", padding, TOKEN);

  /* A pasted key has things around it.  Servers repeat the key: whole, as it stood in the address,
   * or cut by our own limit. */
  raw_server_add_json (f->server, 401, "", "{\"error\":\"Bad key " TOKEN ", seen as t0ps3cret%2Fkey\"}");
  raw_server_add_json (f->server, 401, "", cut);

  wa_client_set_token (f->client, " Bearer " TOKEN "\n");
  list (f);
  g_assert_error (f->error, WA_ERROR, WA_ERROR_AUTH);
  g_assert_nonnull (strstr (f->error->message, "Bad key ***, seen as ***"));
  g_assert_cmpuint (f->auth_failed, ==, 1);
  g_assert_cmpuint (n_requests (f), ==, 1);

  send_text (f);
  g_assert_error (f->error, WA_ERROR, WA_ERROR_AUTH);
  g_assert_null (strstr (f->error->message, "t0ps3c"));
  g_assert_cmpuint (f->auth_failed, ==, 2);
  g_assert_false (f->left);
}

static void
test_no_key (Fixture       *f,
             gconstpointer  data)
{
  wa_client_set_token (f->client, NULL);
  g_assert_false (wa_client_has_token (f->client));

  send_text (f);
  g_assert_error (f->error, WA_ERROR, WA_ERROR_AUTH);
  g_assert_cmpuint (f->auth_failed, ==, 1);
  g_assert_cmpstr (f->steps->str, ==, "");
  g_assert_cmpuint (raw_server_get_n_connections (f->server), ==, 0);
}

static void
test_refused_by_us (Fixture       *f,
                    gconstpointer  data)
{
  g_autoptr(WaTag) tag = wa_tag_new ();

  create (f, "");
  g_assert_error (f->error, WA_ERROR, WA_ERROR_INVALID);

  f->pending++;
  wa_client_run_async (f->client, WA_OP_UPDATE_TAG, G_OBJECT (tag), NULL, ran_cb, f);
  WAIT_FOR (f->pending == 0);
  g_assert_error (f->error, WA_ERROR, WA_ERROR_UNSUPPORTED);

  wa_provider_set_setting (f->provider, "base-url", "http://example.com");
  create (f, "vip");
  g_assert_error (f->error, WA_ERROR, WA_ERROR_INVALID);
  g_assert_cmpuint (raw_server_get_n_connections (f->server), ==, 0);
}

static void
test_fall_back (Fixture       *f,
                gconstpointer  data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  raw_server_add_json (f->server, 400, "", "{\"error\":\"Use the new form\"}");
  raw_server_add_json (f->server, 200, "", "{\"id\":\"7\"}");

  create (f, "vip");
  g_assert_no_error (f->error);
  g_assert_cmpuint (n_requests (f), ==, 2);
  first = raw_server_dup_request (f->server, 0);
  second = raw_server_dup_request (f->server, 1);
  g_assert_true (g_str_has_prefix (first, "POST /tags HTTP"));
  g_assert_true (g_str_has_prefix (second, "POST /tags?form=new HTTP"));
}

static void
test_fall_back_ends (Fixture       *f,
                     gconstpointer  data)
{
  raw_server_add_json (f->server, 400, "", "{\"error\":\"Use the new form\"}");

  create (f, "vip");
  g_assert_error (f->error, WA_ERROR, WA_ERROR_REJECTED);
  g_assert_cmpuint (n_requests (f), ==, 3);
}

static void
test_step_comes_first (Fixture       *f,
                       gconstpointer  data)
{
  raw_server_add_json (f->server, 200, "", "{\"id\":\"wamid.1\"}");

  /* Not a byte leaves before the caller has written down that it will. */
  f->hold = TRUE;
  start_send (f, "919876543210");
  WAIT_FOR (f->held != NULL);
  for (guint i = 0; i < 20; i++)
    {
      g_usleep (1000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  g_assert_cmpuint (raw_server_get_n_connections (f->server), ==, 0);

  g_task_return_boolean (f->held, TRUE);
  g_clear_object (&f->held);
  WAIT_FOR (f->pending == 0);
  g_assert_no_error (f->error);
}

static void
test_step_fails (Fixture       *f,
                 gconstpointer  data)
{
  f->step_error = g_error_new_literal (WA_ERROR, WA_ERROR_STORE, "The disk is full.");

  send_text (f);
  g_assert_error (f->error, WA_ERROR, WA_ERROR_STORE);
  g_assert_false (f->left);
  g_assert_cmpuint (raw_server_get_n_connections (f->server), ==, 0);
}

static void
test_cancel_before (Fixture       *f,
                    gconstpointer  data)
{
  g_cancellable_cancel (f->cancellable);

  send_text (f);
  g_assert_error (f->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (f->left);
  g_assert_cmpstr (f->steps->str, ==, "");
}

static void
test_cancel_waiting (Fixture       *f,
                     gconstpointer  data)
{
  raw_server_add_json (f->server, 429, "Retry-After: 300\r\n", "{}");
  g_object_set (f->client, "patience", 1.0, NULL);

  start_send (f, "919876543210");
  WAIT_FOR (f->paused > 0);
  g_cancellable_cancel (f->cancellable);
  WAIT_FOR (f->pending == 0);
  g_assert_error (f->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (f->left);
}

static void
test_cancel_between_tries (Fixture       *f,
                           gconstpointer  data)
{
  raw_server_add_json (f->server, 500, "Retry-After: 300\r\n", "{}");
  g_object_set (f->client, "patience", 1.0, NULL);

  start_list (f);
  WAIT_FOR (n_requests (f) == 1);
  g_usleep (20000);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_cancellable_cancel (f->cancellable);
  WAIT_FOR (f->pending == 0);
  g_assert_error (f->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (n_requests (f), ==, 1);
}

static void
test_cancel_too_late (Fixture       *f,
                      gconstpointer  data)
{
  raw_server_add (f->server, "", RAW_HOLD);

  start_send (f, "919876543210");
  WAIT_FOR (n_requests (f) == 1);
  g_cancellable_cancel (f->cancellable);
  WAIT_FOR (f->pending == 0);
  g_assert_error (f->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (f->left);
}

static void
test_cancel_after (Fixture       *f,
                   gconstpointer  data)
{
  raw_server_add_json (f->server, 200, "", "{\"id\":\"wamid.1\"}");

  send_text (f);
  g_cancellable_cancel (f->cancellable);
  g_assert_no_error (f->error);
}

static void
test_close (Fixture       *f,
            gconstpointer  data)
{
  raw_server_add (f->server, "", RAW_HOLD);

  start_list (f);
  start_send (f, "919876543210");
  WAIT_FOR (n_requests (f) == 2);
  wa_client_close (f->client);
  WAIT_FOR (f->pending == 0);
  g_assert_error (f->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  list (f);
  g_assert_error (f->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (n_requests (f), ==, 2);
}

static void
test_drop (Fixture       *f,
           gconstpointer  data)
{
  gpointer weak = f->client;

  raw_server_add_json (f->server, 500, "", "{}");
  raw_server_add_json (f->server, 200, "", "{\"tags\":[]}");
  g_object_add_weak_pointer (G_OBJECT (f->client), &weak);

  start_list (f);
  g_clear_object (&f->client);
  WAIT_FOR (f->pending == 0);
  g_assert_no_error (f->error);
  WAIT_FOR (weak == NULL);
}

static void
tested_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Fixture *f = user_data;

  g_clear_error (&f->error);
  g_clear_pointer (&f->verdict, g_free);
  f->verdict = wa_client_test_finish (WA_CLIENT (object), result, &f->error);
  f->pending--;
}

static void
test_connection (Fixture *f)
{
  f->pending++;
  wa_client_test_async (f->client, f->cancellable, tested_cb, f);
  WAIT_FOR (f->pending == 0);
}

static void
test_verdicts (Fixture       *f,
               gconstpointer  data)
{
  static const struct { guint status; const char *body; WaError code; } rows[] = {
    { 401, "{}", WA_ERROR_AUTH },
    { 200, "<!DOCTYPE html><title>Welcome</title>", WA_ERROR_PROTOCOL },
    { 404, "Not found", WA_ERROR_NOT_FOUND },
    { 500, "{}", WA_ERROR_NETWORK },
    { 429, "{}", WA_ERROR_RATE_LIMITED },
  };
  g_autofree char *health = NULL;

  raw_server_add_json (f->server, 200, "", "{\"tags\":[]}");
  test_connection (f);
  g_assert_no_error (f->error);
  g_assert_cmpstr (f->verdict, !=, "");
  g_assert_cmpuint (n_requests (f), ==, 2);
  health = raw_server_dup_request (f->server, 0);
  g_assert_true (g_str_has_prefix (health, "GET /health"));
  g_assert_null (strstr (health, TOKEN));

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint before = n_requests (f);

      raw_server_add_json (f->server, 200, "", "{}");
      raw_server_add_json (f->server, rows[i].status, "", rows[i].body);
      test_connection (f);
      g_assert_error (f->error, WA_ERROR, (int) rows[i].code);
      g_assert_null (f->verdict);
      g_assert_cmpuint (n_requests (f), ==, before + 2);
    }

  go_offline (f);
  test_connection (f);
  g_assert_error (f->error, WA_ERROR, WA_ERROR_NETWORK);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/client/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("good", test_good);
  ADD ("trouble", test_trouble);
  ADD ("trouble-stays", test_trouble_stays);
  ADD ("unreadable", test_unreadable);
  ADD ("uncertain", test_uncertain);
  ADD ("refused", test_refused);
  ADD ("rate-limited", test_rate_limited);
  ADD ("rate-limit-stays", test_rate_limit_stays);
  ADD ("never-left", test_never_left);
  ADD ("impatient", test_impatient);
  ADD ("describe", test_describe);
  ADD ("back-online", test_back_online);
  ADD ("wrong-key", test_wrong_key);
  ADD ("no-key", test_no_key);
  ADD ("refused-by-us", test_refused_by_us);
  ADD ("fall-back", test_fall_back);
  ADD ("fall-back-ends", test_fall_back_ends);
  ADD ("step-comes-first", test_step_comes_first);
  ADD ("step-fails", test_step_fails);
  ADD ("cancel-before", test_cancel_before);
  ADD ("cancel-waiting", test_cancel_waiting);
  ADD ("cancel-between-tries", test_cancel_between_tries);
  ADD ("cancel-too-late", test_cancel_too_late);
  ADD ("cancel-after", test_cancel_after);
  ADD ("close", test_close);
  ADD ("drop", test_drop);
  ADD ("verdicts", test_verdicts);
#undef ADD

  return g_test_run ();
}
