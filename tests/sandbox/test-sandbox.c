/* test-sandbox.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What all dialects have from the frame: the world, faults, the log, the clock.
 */

#include "config.h"

#include <string.h>

#include "sandbox/sandbox-client.h"
#include "sandbox/wa-sandbox-media.h"
#include "sandbox/wa-sandbox-world.h"

#define TEXT_MESSAGE "{\"to\":15551486942,\"type\":\"text\",\"message\":\"Hi\"}"

static void
setup (Client        *client,
       gconstpointer  data)
{
  client_init (client, "pabbly");
}

static void
teardown (Client        *client,
          gconstpointer  data)
{
  client_clear (client);
}

static void
ask_tags (Client *client)
{
  client_ask (client, "GET", "/settings/tags", NULL);
}

static void
send_text (Client *client)
{
  client_ask (client, "POST", "/messages", TEXT_MESSAGE);
}

static void
test_world_is_the_same_each_time (void)
{
  g_autoptr(WaSandboxWorld) first = wa_sandbox_world_new ("http://127.0.0.1:1/m");
  g_autoptr(WaSandboxWorld) second = wa_sandbox_world_new ("http://127.0.0.1:1/m");
  g_autoptr(GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) countries = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (first->contacts->len, ==, 480);
  g_assert_cmpuint (second->contacts->len, ==, 480);

  for (guint i = 0; i < first->contacts->len; i++)
    {
      const WaSandboxContact *a = g_ptr_array_index (first->contacts, i);
      const WaSandboxContact *b = g_ptr_array_index (second->contacts, i);

      g_assert_cmpstr (a->id, ==, b->id);
      g_assert_cmpstr (a->number, ==, b->number);
      g_assert_cmpstr (a->name, ==, b->name);
      g_assert_cmpstrv (a->tags, b->tags);
      g_assert_true (g_str_has_prefix (a->number, a->dial_code));
      g_assert_cmpuint (strlen (a->number), >=, 10);
      g_assert_cmpuint (strlen (a->number), <=, 15);
      g_assert_cmpuint (strspn (a->number, "0123456789"), ==, strlen (a->number));
      g_assert_true (g_utf8_validate (a->name, -1, NULL));
      g_assert_true (g_hash_table_add (numbers, a->number));
      g_hash_table_add (countries, a->country);
    }

  g_assert_cmpuint (g_hash_table_size (countries), >=, 11);
}

static void
test_variables (void)
{
  g_auto(GStrv) numbers = wa_sandbox_dup_variables ("{{2}} and {{10}} and {{1}}, {{2}} {{}} {{3");
  g_auto(GStrv) names = wa_sandbox_dup_variables ("{{you}} {{me}} {{you}}");

  g_assert_cmpint (g_strv_length (numbers), ==, 3);
  g_assert_cmpstr (numbers[0], ==, "1");
  g_assert_cmpstr (numbers[1], ==, "2");
  g_assert_cmpstr (numbers[2], ==, "10");
  g_assert_cmpint (g_strv_length (names), ==, 2);
  g_assert_cmpstr (names[0], ==, "you");
  g_assert_cmpstr (names[1], ==, "me");
}

static void
test_status_moves_on (void)
{
  g_autoptr(WaSandboxWorld) world = wa_sandbox_world_new ("http://127.0.0.1:1/m");
  gboolean delivered = FALSE, failed = FALSE, answered = FALSE;

  for (guint i = 0; i < world->contacts->len; i++)
    {
      const WaSandboxContact *contact = g_ptr_array_index (world->contacts, i);
      const WaSandboxMessage *message = wa_sandbox_world_send (world, contact->number, "text", "Hi", NULL);

      g_assert_cmpint (wa_sandbox_message_get_status (message, message->time), ==,
                       WA_SANDBOX_STATUS_ACCEPTED);
    }

  g_assert_cmpuint (wa_sandbox_world_count_messages (world, NULL), ==, 480);
  wa_sandbox_world_advance (world, 30);

  for (guint i = 0; i < world->contacts->len; i++)
    {
      const WaSandboxContact *contact = g_ptr_array_index (world->contacts, i);
      g_autoptr(GPtrArray) talk = wa_sandbox_world_dup_conversation (world, contact->number);
      const WaSandboxMessage *last = g_ptr_array_index (talk, talk->len - 1);
      WaSandboxStatus status = wa_sandbox_message_get_status (last, wa_sandbox_world_get_now (world));

      answered |= last->incoming;
      delivered |= status == WA_SANDBOX_STATUS_DELIVERED && !last->incoming;
      failed |= status == WA_SANDBOX_STATUS_FAILED;
      g_assert_true (contact->unreachable == (status == WA_SANDBOX_STATUS_FAILED));
    }

  g_assert_true (answered);
  g_assert_true (delivered);
  g_assert_true (failed);
  g_assert_cmpuint (wa_sandbox_world_count_messages (world, NULL), ==, 480);
}

static void
test_key (Client        *client,
          gconstpointer  data)
{
  g_autoptr(WaSandbox) other = wa_sandbox_new ("pabbly");
  g_autoptr(WaSandbox) given = g_object_new (WA_TYPE_SANDBOX, "dialect", "pabbly", "key", "my-key", NULL);

  g_assert_cmpuint (strlen (wa_sandbox_get_key (other)), ==, 32);
  g_assert_cmpstr (wa_sandbox_get_key (other), !=, wa_sandbox_get_key (client->sandbox));
  g_assert_cmpstr (wa_sandbox_get_key (given), ==, "my-key");
}

static void
test_restart_keeps_port_and_world (Client        *client,
                                   gconstpointer  data)
{
  g_autofree char *url = g_strdup (wa_sandbox_get_base_url (client->sandbox));
  g_autoptr(GError) error = NULL;

  send_text (client);
  g_assert_cmpuint (client->status, ==, 200);

  wa_sandbox_stop (client->sandbox);
  send_text (client);
  g_assert_cmpuint (client->status, ==, 0);

  g_assert_true (wa_sandbox_start (client->sandbox, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (wa_sandbox_get_base_url (client->sandbox), ==, url);
  g_assert_cmpuint (wa_sandbox_count_messages (client->sandbox, "15551486942"), ==, 1);
  ask_tags (client);
  g_assert_cmpuint (client->status, ==, 200);
}

static void
test_taken_port_is_an_error (Client        *client,
                             gconstpointer  data)
{
  g_autoptr(WaSandbox) other = NULL;
  g_autoptr(GError) error = NULL;
  guint port = 0;

  g_object_get (client->sandbox, "port", &port, NULL);
  other = g_object_new (WA_TYPE_SANDBOX, "dialect", "pabbly", "port", port, NULL);

  g_assert_false (wa_sandbox_start (other, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_ADDRESS_IN_USE);
}

static void
test_log (Client        *client,
          gconstpointer  data)
{
  GPtrArray *requests = wa_sandbox_get_requests (client->sandbox);
  const WaSandboxRequest *request;

  client_ask (client, "GET", "/contacts?page=2&limit=5", NULL);
  send_text (client);
  client_ask (client, "POST", "/messages", "{\"to\":\"15551486942\",\"type\":\"text\",\"message\":\"Hi\"}");

  g_assert_cmpuint (requests->len, ==, 3);
  request = g_ptr_array_index (requests, 0);
  g_assert_cmpstr (request->method, ==, "GET");
  g_assert_cmpstr (request->path, ==, "/api/v1/contacts");
  g_assert_cmpstr (request->query, ==, "page=2&limit=5");
  g_assert_cmpstr (request->body, ==, "");
  g_assert_cmpuint (request->accepted, ==, 0);

  request = g_ptr_array_index (requests, 1);
  g_assert_cmpstr (request->method, ==, "POST");
  g_assert_cmpstr (request->body, ==, TEXT_MESSAGE);
  g_assert_cmpuint (request->status, ==, 200);
  g_assert_cmpuint (request->accepted, ==, 1);

  request = g_ptr_array_index (requests, 2);
  g_assert_cmpuint (request->status, ==, 400);
  g_assert_cmpuint (request->accepted, ==, 0);

  wa_sandbox_clear_requests (client->sandbox);
  g_assert_cmpuint (requests->len, ==, 0);
}

static void
test_latency (Client        *client,
              gconstpointer  data)
{
  gint64 start = g_get_monotonic_time ();

  wa_sandbox_inject (client->sandbox, WA_SANDBOX_FAULT_LATENCY, 1, 120, NULL);
  ask_tags (client);
  g_assert_cmpuint (client->status, ==, 200);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 115 * G_TIME_SPAN_MILLISECOND);
  g_assert_cmpuint (client_length (client, "data.tags"), >, 0);
}

/* An answer that waits when the server stops is never sent, and nothing is left behind. */
static void
test_stop_while_waiting (Client        *client,
                         gconstpointer  data)
{
  g_autofree char *url = g_strconcat (wa_sandbox_get_base_url (client->sandbox), "/settings/tags", NULL);
  g_autoptr(SoupMessage) message = soup_message_new ("GET", url);
  GPtrArray *requests = wa_sandbox_get_requests (client->sandbox);

  wa_sandbox_inject (client->sandbox, WA_SANDBOX_FAULT_LATENCY, 1, 60 * 1000, NULL);
  soup_session_send_async (client->session, message, G_PRIORITY_DEFAULT, NULL, NULL, NULL);
  while (requests->len == 0)
    g_main_context_iteration (NULL, TRUE);

  wa_sandbox_stop (client->sandbox);
  g_assert_cmpuint (((WaSandboxRequest *) g_ptr_array_index (requests, 0))->status, ==, 0);
}

/* The client loses patience; the message has gone out all the same. */
static void
test_client_gives_up (Client        *client,
                      gconstpointer  data)
{
  wa_sandbox_inject (client->sandbox, WA_SANDBOX_FAULT_LATENCY, 1, 1500, NULL);
  soup_session_set_timeout (client->session, 1);
  send_text (client);
  g_assert_cmpuint (client->status, ==, 0);
  g_assert_cmpuint (wa_sandbox_count_messages (client->sandbox, NULL), ==, 1);

  /* What was waiting has its turn while this waits too: there is nobody left to be dropped. */
  wa_sandbox_inject (client->sandbox, WA_SANDBOX_FAULT_LATENCY, 1, 1200, NULL);
  wa_sandbox_inject (client->sandbox, WA_SANDBOX_FAULT_LOST, 1, 0, NULL);
  send_text (client);
  g_assert_cmpuint (client->status, ==, 0);

  soup_session_set_timeout (client->session, 0);
  wa_sandbox_inject (client->sandbox, WA_SANDBOX_FAULT_LATENCY, 1, 600, NULL);
  ask_tags (client);
  g_assert_cmpuint (client->status, ==, 200);
}

static void
test_slow_and_lost (Client        *client,
                    gconstpointer  data)
{
  wa_sandbox_inject (client->sandbox, WA_SANDBOX_FAULT_LATENCY, 1, 50, NULL);
  wa_sandbox_inject (client->sandbox, WA_SANDBOX_FAULT_LOST, 1, 0, NULL);
  send_text (client);
  g_assert_cmpuint (client->status, ==, 0);
  g_assert_cmpuint (wa_sandbox_count_messages (client->sandbox, NULL), ==, 1);

  send_text (client);
  g_assert_cmpuint (client->status, ==, 200);
}

static void
test_rate_limit (Client        *client,
                 gconstpointer  data)
{
  wa_sandbox_inject (client->sandbox, WA_SANDBOX_FAULT_RATE_LIMITED, 2, 7, "/messages");

  ask_tags (client);
  g_assert_cmpuint (client->status, ==, 200);
  for (guint i = 0; i < 2; i++)
    {
      send_text (client);
      g_assert_cmpuint (client->status, ==, 429);
      g_assert_cmpstr (client->retry_after, ==, "7");
      g_assert_nonnull (client_text (client, "error"));
    }
  g_assert_cmpuint (wa_sandbox_count_messages (client->sandbox, NULL), ==, 0);

  send_text (client);
  g_assert_cmpuint (client->status, ==, 200);
}

static void
test_status_fault (Client        *client,
                   gconstpointer  data)
{
  wa_sandbox_inject (client->sandbox, WA_SANDBOX_FAULT_STATUS, 1, 0, NULL);
  wa_sandbox_inject (client->sandbox, WA_SANDBOX_FAULT_STATUS, 1, 503, NULL);

  send_text (client);
  g_assert_cmpuint (client->status, ==, 500);
  g_assert_cmpstr (client_text (client, "error"), ==, "Internal Server Error");
  send_text (client);
  g_assert_cmpuint (client->status, ==, 503);
  g_assert_cmpuint (wa_sandbox_count_messages (client->sandbox, NULL), ==, 0);
}

static void
test_html (Client        *client,
           gconstpointer  data)
{
  wa_sandbox_inject (client->sandbox, WA_SANDBOX_FAULT_HTML, 1, 0, NULL);

  send_text (client);
  g_assert_cmpuint (client->status, ==, 200);
  g_assert_cmpstr (client->type, ==, "text/html");
  g_assert_null (client->document);
  g_assert_cmpuint (wa_sandbox_count_messages (client->sandbox, NULL), ==, 0);
}

static void
test_truncated (Client        *client,
                gconstpointer  data)
{
  wa_sandbox_inject (client->sandbox, WA_SANDBOX_FAULT_TRUNCATED, 1, 0, NULL);

  send_text (client);
  g_assert_cmpuint (client->status, ==, 200);
  g_assert_cmpstr (client->type, ==, "application/json");
  g_assert_true (g_str_has_prefix (client->text, "{\"status\":\"success\""));
  g_assert_null (client->document);
  g_assert_cmpuint (wa_sandbox_count_messages (client->sandbox, NULL), ==, 1);
}

static void
test_empty (Client        *client,
            gconstpointer  data)
{
  wa_sandbox_inject (client->sandbox, WA_SANDBOX_FAULT_EMPTY, 1, 0, NULL);

  send_text (client);
  g_assert_cmpuint (client->status, ==, 200);
  g_assert_cmpstr (client->text, ==, "");
  g_assert_cmpuint (wa_sandbox_count_messages (client->sandbox, NULL), ==, 1);
}

/* POST is not asked again by libsoup, so that one fault is one broken request. */
static void
test_dropped (Client        *client,
              gconstpointer  data)
{
  GPtrArray *requests = wa_sandbox_get_requests (client->sandbox);

  wa_sandbox_inject (client->sandbox, WA_SANDBOX_FAULT_DROPPED, 1, 0, NULL);
  send_text (client);
  g_assert_cmpuint (client->status, ==, 0);
  g_assert_cmpuint (wa_sandbox_count_messages (client->sandbox, NULL), ==, 0);
  g_assert_cmpuint (requests->len, ==, 1);
  g_assert_cmpstr (((WaSandboxRequest *) g_ptr_array_index (requests, 0))->body, ==, TEXT_MESSAGE);

  send_text (client);
  g_assert_cmpuint (client->status, ==, 200);
}

static void
test_lost (Client        *client,
           gconstpointer  data)
{
  wa_sandbox_inject (client->sandbox, WA_SANDBOX_FAULT_LOST, 1, 0, NULL);

  send_text (client);
  g_assert_cmpuint (client->status, ==, 0);
  g_assert_cmpuint (wa_sandbox_count_messages (client->sandbox, "15551486942"), ==, 1);
}

static void
test_clear_faults (Client        *client,
                   gconstpointer  data)
{
  wa_sandbox_inject (client->sandbox, WA_SANDBOX_FAULT_STATUS, 0, 500, NULL);
  for (guint i = 0; i < 3; i++)
    {
      ask_tags (client);
      g_assert_cmpuint (client->status, ==, 500);
    }

  wa_sandbox_clear_faults (client->sandbox);
  ask_tags (client);
  g_assert_cmpuint (client->status, ==, 200);
}

static void
test_media (Client        *client,
            gconstpointer  data)
{
  g_autofree char *url = g_strconcat (wa_sandbox_get_origin (client->sandbox), WA_SANDBOX_MEDIA_PATH,
                                      "/cap.png", NULL);
  g_autofree char *unknown = g_strconcat (wa_sandbox_get_origin (client->sandbox), WA_SANDBOX_MEDIA_PATH,
                                          "/x.mp4", NULL);

  client_ask_as (client, "GET", url, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (client->status, ==, 200);
  g_assert_cmpstr (client->type, ==, "image/png");
  g_assert_true (g_str_has_prefix (client->text, "\x89PNG\r\n"));

  client_ask_as (client, "GET", url, "Authorization", "Bearer secret", NULL, NULL);
  g_assert_cmpuint (client->status, ==, 400);
  client_ask_as (client, "GET", unknown, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (client->status, ==, 404);
}

static void
add (const char *path,
     void      (*run) (Client *, gconstpointer))
{
  g_test_add (path, Client, NULL, setup, run, teardown);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sandbox/world", test_world_is_the_same_each_time);
  g_test_add_func ("/sandbox/variables", test_variables);
  g_test_add_func ("/sandbox/status-moves-on", test_status_moves_on);
  add ("/sandbox/key", test_key);
  add ("/sandbox/restart", test_restart_keeps_port_and_world);
  add ("/sandbox/taken-port", test_taken_port_is_an_error);
  add ("/sandbox/log", test_log);
  add ("/sandbox/latency", test_latency);
  add ("/sandbox/stop-while-waiting", test_stop_while_waiting);
  add ("/sandbox/client-gives-up", test_client_gives_up);
  add ("/sandbox/slow-and-lost", test_slow_and_lost);
  add ("/sandbox/rate-limit", test_rate_limit);
  add ("/sandbox/status-fault", test_status_fault);
  add ("/sandbox/html", test_html);
  add ("/sandbox/truncated", test_truncated);
  add ("/sandbox/empty", test_empty);
  add ("/sandbox/dropped", test_dropped);
  add ("/sandbox/lost", test_lost);
  add ("/sandbox/clear-faults", test_clear_faults);
  add ("/sandbox/media", test_media);

  return g_test_run ();
}
