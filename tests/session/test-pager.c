/* test-pager.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "core/wa-error.h"
#include "model/wa-tag.h"
#include "net/raw-server.h"
#include "session/fake-provider.h"
#include "session/wa-pager.h"

typedef struct
{
  RawServer    *server;
  WaProvider   *provider;
  WaClient     *client;
  GCancellable *cancellable;

  GString      *listed;
  guint         n_pages;
  guint         stop_at;       /* the page at which the taker fails */
  guint         cancel_at;

  gboolean      done;
  gboolean      complete;
  char         *cursor;
  GError       *error;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  g_autofree char *address = NULL;

  f->server = raw_server_new ();
  address = raw_server_dup_address (f->server, "http");
  f->provider = fake_provider_new (address);
  f->client = wa_client_new (f->provider);
  g_object_set (f->client, "patience", 0.001, NULL);
  wa_client_set_token (f->client, "t0ps3cret");
  f->cancellable = g_cancellable_new ();
  f->listed = g_string_new (NULL);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_clear_error (&f->error);
  g_free (f->cursor);
  g_string_free (f->listed, TRUE);
  g_clear_object (&f->cancellable);
  g_assert_finalize_object (f->client);
  g_assert_finalize_object (f->provider);
  raw_server_free (f->server);
}

static gboolean
later_cb (gpointer user_data)
{
  g_task_return_boolean (user_data, TRUE);

  return G_SOURCE_REMOVE;
}

static void
page_cb (WaPage   *page,
         GTask    *turn,
         gpointer  user_data)
{
  Fixture *f = user_data;
  GListModel *items = G_LIST_MODEL (wa_page_get_items (page));

  f->n_pages++;
  if (f->n_pages == f->stop_at)
    {
      g_task_return_new_error (turn, WA_ERROR, WA_ERROR_STORE, "The disk is full.");
      return;
    }

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(WaTag) tag = g_list_model_get_item (items, i);

      g_string_append (f->listed, wa_tag_get_remote_id (tag));
    }
  g_string_append_c (f->listed, ' ');
  if (f->n_pages == f->cancel_at)
    g_cancellable_cancel (f->cancellable);

  /* As a store that writes on another thread would. */
  g_timeout_add_full (G_PRIORITY_DEFAULT, 1, later_cb, g_object_ref (turn), g_object_unref);
}

static void
ran_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      user_data)
{
  Fixture *f = user_data;

  f->complete = wa_pager_run_finish (WA_CLIENT (object), result, &f->cursor, &f->error);
  f->done = TRUE;
}

static void
run (Fixture    *f,
     const char *cursor)
{
  g_autoptr(WaQuery) query = wa_query_new ();

  wa_query_set_cursor (query, cursor);
  wa_pager_run_async (f->client, WA_OP_LIST_TAGS, query, page_cb, f, f->cancellable, ran_cb, f);
  while (!f->done)
    g_main_context_iteration (NULL, TRUE);

  /* The caller's query is the caller's. */
  g_assert_cmpstr (wa_query_get_cursor (query), ==, cursor);
}

static void
add_page (Fixture    *f,
          const char *body)
{
  raw_server_add_json (f->server, 200, "", body);
}

static void
test_all (Fixture       *f,
          gconstpointer  data)
{
  g_autofree char *second = NULL;

  add_page (f, "{\"tags\":[\"a\",\"b\"],\"next\":\"p 2\"}");
  add_page (f, "{\"tags\":[\"c\",\"d\"],\"next\":\"p 3\"}");
  add_page (f, "{\"tags\":[\"e\"],\"next\":\"\"}");

  run (f, "");
  g_assert_no_error (f->error);
  g_assert_true (f->complete);
  g_assert_cmpstr (f->cursor, ==, "");
  g_assert_cmpstr (f->listed->str, ==, "ab cd e ");
  second = raw_server_dup_request (f->server, 1);
  g_assert_true (g_str_has_prefix (second, "GET /tags?cursor=p%202 HTTP"));
}

static void
test_empty (Fixture       *f,
            gconstpointer  data)
{
  add_page (f, "{\"tags\":[],\"next\":\"2\"}");

  run (f, "");
  g_assert_true (f->complete);
  g_assert_cmpuint (raw_server_get_n_requests (f->server), ==, 1);
}

static void
test_repeats (Fixture       *f,
              gconstpointer  data)
{
  add_page (f, "{\"tags\":[\"a\",\"b\"],\"next\":\"2\"}");
  add_page (f, "{\"tags\":[\"b\",\"c\"],\"next\":\"3\"}");
  add_page (f, "{\"tags\":[\"a\",\"b\"],\"next\":\"4\"}");

  run (f, "");
  g_assert_no_error (f->error);
  g_assert_true (f->complete);
  g_assert_cmpuint (raw_server_get_n_requests (f->server), ==, 3);
}

static void
test_goes_on (Fixture       *f,
              gconstpointer  data)
{
  g_autofree char *cursor = NULL;
  g_autofree char *third = NULL;

  add_page (f, "{\"tags\":[\"a\",\"b\"],\"next\":\"2\"}");
  raw_server_add_json (f->server, 403, "", "{}");
  add_page (f, "{\"tags\":[\"c\"],\"next\":\"\"}");

  run (f, "");
  g_assert_error (f->error, WA_ERROR, WA_ERROR_REJECTED);
  g_assert_false (f->complete);
  g_assert_cmpstr (f->cursor, ==, "2");

  cursor = g_steal_pointer (&f->cursor);
  g_clear_error (&f->error);
  f->done = FALSE;
  run (f, cursor);
  g_assert_no_error (f->error);
  g_assert_true (f->complete);
  g_assert_cmpstr (f->listed->str, ==, "ab c ");
  third = raw_server_dup_request (f->server, 2);
  g_assert_true (g_str_has_prefix (third, "GET /tags?cursor=2 HTTP"));
}

static void
test_taker_fails (Fixture       *f,
                  gconstpointer  data)
{
  add_page (f, "{\"tags\":[\"a\"],\"next\":\"2\"}");
  add_page (f, "{\"tags\":[\"b\"],\"next\":\"3\"}");
  f->stop_at = 2;

  run (f, "");
  g_assert_error (f->error, WA_ERROR, WA_ERROR_STORE);
  g_assert_cmpstr (f->cursor, ==, "2");
  g_assert_cmpuint (raw_server_get_n_requests (f->server), ==, 2);
}

static void
test_cancel (Fixture       *f,
             gconstpointer  data)
{
  add_page (f, "{\"tags\":[\"a\"],\"next\":\"2\"}");
  f->cancel_at = 1;

  run (f, "");
  g_assert_error (f->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (raw_server_get_n_requests (f->server), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/pager/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("all", test_all);
  ADD ("empty", test_empty);
  ADD ("repeats", test_repeats);
  ADD ("goes-on", test_goes_on);
  ADD ("taker-fails", test_taker_fails);
  ADD ("cancel", test_cancel);
#undef ADD

  return g_test_run ();
}
