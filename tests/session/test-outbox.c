/* test-outbox.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "core/wa-error.h"
#include "net/raw-server.h"
#include "session-fixture.h"

#define NUMBER "4915112345678"
#define OTHER  "4915187654321"

static gboolean
is_settled (WaMessage *message)
{
  WaMessageState state = wa_message_get_state (message);

  return state != WA_STATE_QUEUED && state != WA_STATE_SENDING;
}

static WaMessage *
send_and_settle (SessionFixture *fixture,
                 const char     *text)
{
  WaMessage *message = session_send_text (fixture->account, NUMBER, text);

  session_wait_for (is_settled (message));

  return message;
}

/* What the disk says, by the message's key. */
static WaMessage *
find_message (SessionFixture *fixture,
              const char     *key)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  WaMessage *message;

  wa_store_find_message_async (wa_account_get_store (fixture->account), key, NULL, NULL, session_done_cb,
                               &result);
  message = wa_store_find_message_finish (wa_account_get_store (fixture->account), session_await (&result),
                                          &error);
  g_assert_no_error (error);

  return message;
}

static void
settled_cb (WaOutbox  *outbox,
            WaMessage *message,
            guint     *n_settled)
{
  (*n_settled)++;
}

static void
test_sent (SessionFixture *fixture,
           gconstpointer   data)
{
  WaOutbox *outbox = wa_account_get_outbox (fixture->account);
  g_autoptr(WaMessage) message = NULL;
  g_autofree char *key = NULL;
  guint n_settled = 0;

  g_signal_connect (outbox, "message-settled", G_CALLBACK (settled_cb), &n_settled);
  message = session_send_text (fixture->account, NUMBER, "Hello");
  g_assert_cmpuint (wa_outbox_get_waiting (outbox), ==, 1);
  session_wait_for (is_settled (message));

  g_assert_cmpint (wa_message_get_state (message), ==, WA_STATE_SENT);
  g_assert_cmpstr (wa_message_get_remote_id (message), !=, "");
  g_assert_cmpstr (wa_message_get_text (message), ==, "Hello");
  g_assert_cmpuint (n_settled, ==, 1);
  g_assert_cmpuint (wa_outbox_get_waiting (outbox), ==, 0);
  g_assert_cmpuint (wa_sandbox_count_messages (fixture->sandbox, NUMBER), ==, 1);
  g_signal_handlers_disconnect_by_func (outbox, settled_cb, &n_settled);

  /* It is so on the disk too. */
  key = g_strdup (wa_message_get_key (message));
  g_clear_object (&message);
  session_fixture_reopen (fixture);
  message = find_message (fixture, key);
  g_assert_cmpint (wa_message_get_state (message), ==, WA_STATE_SENT);
}

static void
test_order (SessionFixture *fixture,
            gconstpointer   data)
{
  g_autoptr(GPtrArray) messages = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *requests;

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *text = g_strdup_printf ("Text %u", i);

      g_ptr_array_add (messages, session_send_text (fixture->account, i % 2 == 0 ? NUMBER : OTHER, text));
    }
  session_wait_for (wa_outbox_get_waiting (wa_account_get_outbox (fixture->account)) == 0);

  requests = wa_sandbox_get_requests (fixture->sandbox);
  g_assert_cmpuint (requests->len, ==, 5);
  for (guint i = 0; i < 5; i++)
    {
      const WaSandboxRequest *request = g_ptr_array_index (requests, i);

      g_assert_nonnull (strstr (request->body, wa_message_get_text (g_ptr_array_index (messages, i))));
    }
}

static void
check_refused (SessionFixture *fixture,
               WaOutgoing     *outgoing,
               int             code)
{
  WaOutbox *outbox = wa_account_get_outbox (fixture->account);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  wa_outbox_send_async (outbox, outgoing, NULL, session_done_cb, &result);
  g_assert_null (wa_outbox_send_finish (outbox, session_await (&result), &error));
  g_assert_error (error, WA_ERROR, code);
  g_assert_cmpuint (g_list_model_get_n_items (wa_outbox_get_messages (outbox)), ==, 0);
}

/* What can't be sent is said before anything is written. */
static void
test_invalid (SessionFixture *fixture,
              gconstpointer   data)
{
  g_autoptr(WaOutgoing) nobody = session_new_text ("", "Hello");
  g_autoptr(WaOutgoing) nothing = session_new_text (NUMBER, " ");
  g_autoptr(WaOutgoing) sticker = session_new_text (NUMBER, "");

  check_refused (fixture, nobody, WA_ERROR_INVALID);
  check_refused (fixture, nothing, WA_ERROR_INVALID);
  wa_outgoing_set_kind (sticker, WA_MESSAGE_STICKER);
  check_refused (fixture, sticker, WA_ERROR_UNSUPPORTED);
}

/* Each fault once: what the message is then, whether the server took it, and how often it was asked by
 * itself. */
typedef struct
{
  WaSandboxFault fault;
  guint          value;
  WaMessageState state;
  guint          n_accepted;
  guint          n_requests;
} FaultCase;

static const FaultCase fault_cases[] = {
  { WA_SANDBOX_FAULT_LOST, 0, WA_STATE_UNCERTAIN, 1, 1 },
  { WA_SANDBOX_FAULT_DROPPED, 0, WA_STATE_UNCERTAIN, 0, 1 },
  { WA_SANDBOX_FAULT_TRUNCATED, 0, WA_STATE_UNCERTAIN, 1, 1 },
  { WA_SANDBOX_FAULT_EMPTY, 0, WA_STATE_UNCERTAIN, 1, 1 },
  { WA_SANDBOX_FAULT_HTML, 0, WA_STATE_UNCERTAIN, 0, 1 },
  { WA_SANDBOX_FAULT_STATUS, 500, WA_STATE_UNCERTAIN, 0, 1 },
  { WA_SANDBOX_FAULT_STATUS, 503, WA_STATE_UNCERTAIN, 0, 1 },
  { WA_SANDBOX_FAULT_STATUS, 408, WA_STATE_UNCERTAIN, 0, 1 },
  { WA_SANDBOX_FAULT_STATUS, 400, WA_STATE_FAILED, 0, 1 },
  { WA_SANDBOX_FAULT_STATUS, 404, WA_STATE_FAILED, 0, 1 },
  { WA_SANDBOX_FAULT_STATUS, 422, WA_STATE_FAILED, 0, 1 },
  { WA_SANDBOX_FAULT_RATE_LIMITED, 5, WA_STATE_SENT, 1, 2 },
};

static void
test_faults (SessionFixture *fixture,
             gconstpointer   data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fault_cases); i++)
    {
      const FaultCase *row = &fault_cases[i];
      g_autofree char *text = g_strdup_printf ("Case %" G_GSIZE_FORMAT, i);
      guint before = wa_sandbox_count_messages (fixture->sandbox, NUMBER);
      g_autoptr(WaMessage) message = NULL;

      g_test_message ("fault %d, %u", (int) row->fault, row->value);
      wa_sandbox_clear_requests (fixture->sandbox);
      wa_sandbox_inject (fixture->sandbox, row->fault, 1, row->value, "/messages");
      message = send_and_settle (fixture, text);
      g_assert_cmpint (wa_message_get_state (message), ==, row->state);
      g_assert_cmpuint (wa_sandbox_count_messages (fixture->sandbox, NUMBER) - before, ==, row->n_accepted);
      g_assert_cmpuint (wa_sandbox_get_requests (fixture->sandbox)->len, ==, row->n_requests);
      g_assert_true ((wa_message_get_error_text (message)[0] != '\0') == (row->state != WA_STATE_SENT));
    }
}

/* Nobody listens: certainly nothing left, and after a few tries it is said. */
static void
test_unreachable (SessionFixture *fixture,
                  gconstpointer   data)
{
  g_autoptr(WaMessage) message = NULL;
  g_autoptr(GError) error = NULL;

  wa_sandbox_stop (fixture->sandbox);
  message = send_and_settle (fixture, "Hello");
  g_assert_cmpint (wa_message_get_state (message), ==, WA_STATE_FAILED);
  g_assert_cmpstr (wa_message_get_error (message), ==, "NETWORK");
  g_assert_cmpint (wa_message_get_attempts (message), ==, 4);
  g_assert_true (wa_sandbox_start (fixture->sandbox, &error));
}

static void
change_key (SessionFixture *fixture,
            const char     *key)
{
  g_autoptr(GHashTable) settings = session_fixture_settings (fixture);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  g_hash_table_insert (settings, g_strdup ("token"), g_strdup (key));
  wa_accounts_change_async (fixture->accounts, fixture->account, "Test", settings, NULL, session_done_cb,
                            &result);
  g_assert_true (wa_accounts_change_finish (fixture->accounts, session_await (&result), NULL, &error));
  g_assert_no_error (error);
}

/* A refused key stops the queue and loses nothing; the right one takes it on. */
static void
test_key (SessionFixture *fixture,
          gconstpointer   data)
{
  g_autoptr(WaMessage) first = NULL;
  g_autoptr(WaMessage) second = NULL;

  change_key (fixture, "wrong");
  first = session_send_text (fixture->account, NUMBER, "First");
  session_wait_for (wa_account_get_state (fixture->account) == WA_ACCOUNT_NEEDS_KEY);
  second = session_send_text (fixture->account, NUMBER, "Second");
  session_wait_for (wa_message_get_state (first) == WA_STATE_QUEUED);
  g_assert_cmpint (wa_message_get_state (second), ==, WA_STATE_QUEUED);
  g_assert_cmpuint (wa_sandbox_get_requests (fixture->sandbox)->len, ==, 1);

  change_key (fixture, wa_sandbox_get_key (fixture->sandbox));
  session_wait_for (is_settled (first) && is_settled (second));
  g_assert_cmpint (wa_message_get_state (first), ==, WA_STATE_SENT);
  g_assert_cmpint (wa_message_get_state (second), ==, WA_STATE_SENT);
  g_assert_cmpstr (wa_message_get_error_text (first), ==, "");
  g_assert_cmpuint (wa_sandbox_count_messages (fixture->sandbox, NUMBER), ==, 2);
}

/* What is the account's trouble stops the queue, until the user does something. */
static void
test_stop (SessionFixture *fixture,
           gconstpointer   data)
{
  WaOutbox *outbox = wa_account_get_outbox (fixture->account);
  g_autoptr(WaMessage) first = NULL;
  g_autoptr(WaMessage) second = NULL;
  g_autoptr(WaMessage) third = NULL;

  wa_sandbox_inject (fixture->sandbox, WA_SANDBOX_FAULT_LATENCY, 1, 100, "/messages");
  wa_sandbox_inject (fixture->sandbox, WA_SANDBOX_FAULT_STATUS, 1, 402, "/messages");
  first = session_send_text (fixture->account, NUMBER, "First");
  second = session_send_text (fixture->account, NUMBER, "Second");
  session_wait_for (is_settled (first));
  g_assert_cmpint (wa_message_get_state (first), ==, WA_STATE_FAILED);
  g_assert_cmpstr (wa_outbox_get_problem (outbox), !=, "");
  g_assert_cmpstr (wa_account_get_problem (fixture->account), ==, wa_outbox_get_problem (outbox));
  g_assert_cmpint (wa_message_get_state (second), ==, WA_STATE_QUEUED);

  third = session_send_text (fixture->account, NUMBER, "Third");
  session_wait_for (is_settled (third));
  g_assert_cmpint (wa_message_get_state (second), ==, WA_STATE_SENT);
  g_assert_cmpint (wa_message_get_state (third), ==, WA_STATE_SENT);
  g_assert_cmpstr (wa_outbox_get_problem (outbox), ==, "");
}

static gboolean
resend (SessionFixture *fixture,
        WaMessage      *message)
{
  WaOutbox *outbox = wa_account_get_outbox (fixture->account);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gboolean done;

  wa_outbox_resend_async (outbox, message, NULL, session_done_cb, &result);
  done = wa_outbox_resend_finish (outbox, session_await (&result), &error);
  if (!done)
    g_assert_error (error, WA_ERROR, WA_ERROR_INVALID);

  return done;
}

/* Only the user sends again what may have arrived, and each only once. */
static void
test_resend (SessionFixture *fixture,
             gconstpointer   data)
{
  WaOutbox *outbox = wa_account_get_outbox (fixture->account);
  g_autoptr(WaMessage) message = NULL;
  g_autoptr(WaMessage) again = NULL;
  g_autoptr(GAsyncResult) first = NULL;
  g_autoptr(GAsyncResult) second = NULL;
  gboolean done;

  wa_sandbox_inject (fixture->sandbox, WA_SANDBOX_FAULT_LOST, 1, 0, "/messages");
  message = send_and_settle (fixture, "Hello");
  g_assert_cmpint (wa_message_get_state (message), ==, WA_STATE_UNCERTAIN);

  /* Clicked twice. */
  wa_outbox_resend_async (outbox, message, NULL, session_done_cb, &first);
  wa_outbox_resend_async (outbox, message, NULL, session_done_cb, &second);
  done = wa_outbox_resend_finish (outbox, session_await (&first), NULL);
  g_assert_cmpint (done + wa_outbox_resend_finish (outbox, session_await (&second), NULL), ==, 1);

  session_wait_for (wa_outbox_get_waiting (outbox) == 0);
  g_assert_false (resend (fixture, message));
  g_assert_cmpuint (wa_sandbox_count_messages (fixture->sandbox, NUMBER), ==, 2);
  g_assert_cmpint (wa_message_get_state (message), ==, WA_STATE_UNCERTAIN);
  g_assert_true (wa_message_get_dismissed (message));

  again = g_list_model_get_item (wa_outbox_get_messages (outbox), 0);
  g_assert_cmpstr (wa_message_get_key (again), !=, wa_message_get_key (message));
  g_assert_cmpint (wa_message_get_state (again), ==, WA_STATE_SENT);
  g_assert_false (resend (fixture, again));
}

static void
test_dismiss (SessionFixture *fixture,
              gconstpointer   data)
{
  WaOutbox *outbox = wa_account_get_outbox (fixture->account);
  g_autoptr(WaMessage) message = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *key = NULL;

  wa_sandbox_inject (fixture->sandbox, WA_SANDBOX_FAULT_STATUS, 1, 400, "/messages");
  message = send_and_settle (fixture, "Hello");
  wa_outbox_dismiss_async (outbox, message, NULL, session_done_cb, &result);
  g_assert_true (wa_outbox_dismiss_finish (outbox, session_await (&result), NULL));
  g_assert_true (wa_message_get_dismissed (message));

  key = g_strdup (wa_message_get_key (message));
  g_clear_object (&message);
  session_fixture_reopen (fixture);
  message = find_message (fixture, key);
  g_assert_true (wa_message_get_dismissed (message));
  g_assert_cmpint (wa_message_get_state (message), ==, WA_STATE_FAILED);
}

/* One that did not leave is not sent; one that did may have been. */
static void
test_cancel (SessionFixture *fixture,
             gconstpointer   data)
{
  WaOutbox *outbox = wa_account_get_outbox (fixture->account);
  g_autoptr(WaMessage) left = NULL;
  g_autoptr(WaMessage) stayed = NULL;

  wa_sandbox_inject (fixture->sandbox, WA_SANDBOX_FAULT_LATENCY, 1, 10000, "/messages");
  left = session_send_text (fixture->account, NUMBER, "Left");
  stayed = session_send_text (fixture->account, NUMBER, "Stayed");
  session_wait_for (wa_sandbox_get_requests (fixture->sandbox)->len == 1);

  wa_outbox_cancel_message (outbox, stayed);
  session_wait_for (is_settled (stayed));
  g_assert_cmpint (wa_message_get_state (stayed), ==, WA_STATE_FAILED);
  g_assert_true (wa_message_get_dismissed (stayed));

  wa_outbox_cancel_message (outbox, left);
  session_wait_for (is_settled (left));
  g_assert_cmpint (wa_message_get_state (left), ==, WA_STATE_UNCERTAIN);
  g_assert_false (wa_message_get_dismissed (left));
  g_assert_cmpuint (wa_sandbox_get_requests (fixture->sandbox)->len, ==, 1);
}

/* While the client waits for its turn, nothing has left. */
static void
test_cancel_waiting (SessionFixture *fixture,
                     gconstpointer   data)
{
  g_autoptr(WaMessage) message = NULL;

  wa_sandbox_inject (fixture->sandbox, WA_SANDBOX_FAULT_RATE_LIMITED, 1, 300, "/messages");
  message = session_send_text (fixture->account, NUMBER, "Hello");
  session_wait_for (wa_message_get_attempts (message) == 1 &&
                    wa_message_get_state (message) == WA_STATE_QUEUED);
  wa_outbox_cancel_message (wa_account_get_outbox (fixture->account), message);
  session_wait_for (is_settled (message));
  g_assert_cmpint (wa_message_get_state (message), ==, WA_STATE_FAILED);
  g_assert_cmpuint (wa_sandbox_count_messages (fixture->sandbox, NUMBER), ==, 0);
}

/* The program ends while a message is on its way and another waits. */
static void
test_ended (SessionFixture *fixture,
            gconstpointer   data)
{
  g_autoptr(WaMessage) first = NULL;
  g_autoptr(WaMessage) second = NULL;
  g_autofree char *first_key = NULL;
  g_autofree char *second_key = NULL;

  wa_sandbox_inject (fixture->sandbox, WA_SANDBOX_FAULT_LATENCY, 1, 10000, "/messages");
  first = session_send_text (fixture->account, NUMBER, "First");
  second = session_send_text (fixture->account, NUMBER, "Second");
  session_wait_for (wa_sandbox_get_requests (fixture->sandbox)->len == 1);
  first_key = g_strdup (wa_message_get_key (first));
  second_key = g_strdup (wa_message_get_key (second));
  g_clear_object (&first);
  g_clear_object (&second);

  session_fixture_reopen (fixture);
  first = find_message (fixture, first_key);
  second = find_message (fixture, second_key);
  g_assert_cmpint (wa_message_get_state (first), ==, WA_STATE_UNCERTAIN);
  g_assert_cmpstr (wa_message_get_error_text (first), !=, "");
  session_wait_for (is_settled (second));
  g_assert_cmpint (wa_message_get_state (second), ==, WA_STATE_SENT);
  g_assert_cmpint (wa_message_get_state (first), ==, WA_STATE_UNCERTAIN);
}

/* A message whose content is lost is said to have failed, and does not stand in the way. */
static void
test_no_content (SessionFixture *fixture,
                 gconstpointer   data)
{
  g_autoptr(WaMessage) empty = wa_message_new ();
  g_autoptr(WaMessage) stored = NULL;
  g_autoptr(WaMessage) next = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  wa_message_set_key (empty, "empty");
  wa_message_set_recipient (empty, NUMBER);
  wa_message_set_state (empty, WA_STATE_QUEUED);
  wa_store_add_message_async (wa_account_get_store (fixture->account), empty, NULL, session_done_cb, &result);
  stored = wa_store_add_message_finish (wa_account_get_store (fixture->account), session_await (&result),
                                        NULL);
  g_clear_object (&stored);

  session_fixture_reopen (fixture);
  next = send_and_settle (fixture, "Hello");
  g_assert_cmpint (wa_message_get_state (next), ==, WA_STATE_SENT);
  stored = find_message (fixture, "empty");
  g_assert_cmpint (wa_message_get_state (stored), ==, WA_STATE_FAILED);
  g_assert_cmpstr (wa_message_get_error_text (stored), !=, "");
}

/* What Meta says through the system, by its numbers. */

#define ACCEPTED \
  "{\"success\":true,\"data\":{\"to\":\"" NUMBER "\",\"metaResponse\":{\"messages\":[{\"id\":\"wamid.1\"}]}}}"

static WaAccount *
add_account (SessionFixture *fixture,
             RawServer      *server)
{
  g_autoptr(GHashTable) settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  WaAccount *account;

  g_hash_table_insert (settings, g_strdup ("base-url"), raw_server_dup_address (server, "http"));
  g_hash_table_insert (settings, g_strdup ("token"), g_strdup ("key"));
  account = session_add (fixture->accounts, settings);
  session_open (account);

  return account;
}

static void
test_meta_wait (SessionFixture *fixture,
                gconstpointer   data)
{
  g_autoptr(RawServer) server = raw_server_new ();
  g_autoptr(WaAccount) account = add_account (fixture, server);
  g_autoptr(WaMessage) message = NULL;

  raw_server_add_json (server, 400, "Retry-After: 1\r\n",
                       "{\"success\":false,\"error\":\"(#131056) pair rate limit\"}");
  raw_server_add_json (server, 200, "", ACCEPTED);
  message = session_send_text (account, NUMBER, "Hello");
  session_wait_for (is_settled (message));
  g_assert_cmpint (wa_message_get_state (message), ==, WA_STATE_SENT);
  g_assert_cmpint (wa_message_get_attempts (message), ==, 2);
  g_assert_cmpstr (wa_message_get_error_text (message), ==, "");
  g_assert_cmpuint (raw_server_get_n_requests (server), ==, 2);
  wa_account_close (account);
}

/* It waits a day, and with it what was written to the same person after it; others don't. */
static void
test_meta_later (SessionFixture *fixture,
                 gconstpointer   data)
{
  g_autoptr(RawServer) server = raw_server_new ();
  g_autoptr(WaAccount) account = add_account (fixture, server);
  g_autoptr(WaMessage) first = NULL;
  g_autoptr(WaMessage) second = NULL;
  g_autoptr(WaMessage) third = NULL;
  gint64 tomorrow = g_get_real_time () / G_USEC_PER_SEC + 23 * 60 * 60;

  raw_server_add_json (server, 400, "", "{\"success\":false,\"error\":\"(#131049) healthy ecosystem\"}");
  raw_server_add_json (server, 200, "", ACCEPTED);
  first = session_send_text (account, NUMBER, "First");
  session_wait_for (wa_message_get_not_before (first) != NULL);
  g_assert_cmpint (wa_message_get_state (first), ==, WA_STATE_QUEUED);
  g_assert_cmpint (g_date_time_to_unix (wa_message_get_not_before (first)), >, tomorrow);
  g_assert_cmpstr (wa_message_get_error_text (first), !=, "");

  second = session_send_text (account, NUMBER, "Second");
  third = session_send_text (account, OTHER, "Third");
  session_wait_for (is_settled (third));
  g_assert_cmpint (wa_message_get_state (third), ==, WA_STATE_SENT);
  g_assert_cmpint (wa_message_get_state (second), ==, WA_STATE_QUEUED);
  g_assert_cmpuint (wa_outbox_get_waiting (wa_account_get_outbox (account)), ==, 2);
  wa_account_close (account);
}

static void
test_meta_stop (SessionFixture *fixture,
                gconstpointer   data)
{
  g_autoptr(RawServer) server = raw_server_new ();
  g_autoptr(WaAccount) account = add_account (fixture, server);
  g_autoptr(WaMessage) message = NULL;

  raw_server_add_json (server, 400, "", "{\"success\":false,\"error\":\"(#131042) no payment method\"}");
  message = session_send_text (account, NUMBER, "Hello");
  session_wait_for (is_settled (message));
  g_assert_cmpint (wa_message_get_state (message), ==, WA_STATE_FAILED);
  g_assert_cmpint (wa_message_get_error_code (message), ==, 131042);
  g_assert_cmpstr (wa_outbox_get_problem (wa_account_get_outbox (account)), !=, "");
  wa_account_close (account);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  SESSION_TEST ("/outbox/sent", test_sent);
  SESSION_TEST ("/outbox/order", test_order);
  SESSION_TEST ("/outbox/invalid", test_invalid);
  SESSION_TEST ("/outbox/faults", test_faults);
  SESSION_TEST ("/outbox/unreachable", test_unreachable);
  SESSION_TEST ("/outbox/key", test_key);
  SESSION_TEST ("/outbox/stop", test_stop);
  SESSION_TEST ("/outbox/resend", test_resend);
  SESSION_TEST ("/outbox/dismiss", test_dismiss);
  SESSION_TEST ("/outbox/cancel", test_cancel);
  SESSION_TEST ("/outbox/cancel-waiting", test_cancel_waiting);
  SESSION_TEST ("/outbox/ended", test_ended);
  SESSION_TEST ("/outbox/no-content", test_no_content);
  SESSION_TEST ("/outbox/meta-wait", test_meta_wait);
  SESSION_TEST ("/outbox/meta-later", test_meta_later);
  SESSION_TEST ("/outbox/meta-stop", test_meta_stop);

  return g_test_run ();
}
