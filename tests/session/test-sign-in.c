/* test-sign-in.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "core/wa-error.h"
#include "session/session-fixture.h"

/* A server that lets people sign in with a password instead of a key, and what it teaches about itself. */

#define EMAIL "admin@example.com"

/* Returns: (transfer full): what is entered by who has a password, which is the demo's key */
static GHashTable *
new_settings (SessionFixture *fixture)
{
  GHashTable *settings = session_fixture_settings (fixture);

  g_hash_table_remove (settings, "token");
  g_hash_table_insert (settings, g_strdup ("email"), g_strdup (EMAIL));
  g_hash_table_insert (settings, g_strdup ("password"), g_strdup (wa_sandbox_get_key (fixture->sandbox)));

  return settings;
}

/* Takes the place of the fixture's account, which has a key. */
static void
sign_in (SessionFixture *fixture)
{
  g_autoptr(GHashTable) settings = new_settings (fixture);

  g_object_unref (fixture->account);
  fixture->account = session_add_of (fixture->accounts, "whatomate", settings);
  session_open (fixture->account);
}

static char *
dup_secret (SessionFixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  char *secret;

  wa_secrets_lookup_async (fixture->secrets, wa_account_get_id (fixture->account), NULL, session_done_cb,
                           &result);
  secret = wa_secrets_lookup_finish (fixture->secrets, session_await (&result), &error);
  g_assert_no_error (error);

  return secret;
}

static guint
count_requests (SessionFixture *fixture,
                const char     *words)
{
  GPtrArray *requests = wa_sandbox_get_requests (fixture->sandbox);
  guint n = 0;

  for (guint i = 0; i < requests->len; i++)
    n += strstr (((const WaSandboxRequest *) g_ptr_array_index (requests, i))->path, words) != NULL;

  return n;
}

static WaContact *
any_contact (SessionFixture *fixture)
{
  g_autoptr(WaRowList) rows = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  wa_account_query_contacts_async (fixture->account, NULL, NULL, session_done_cb, &result);
  rows = wa_account_query_contacts_finish (fixture->account, session_await (&result), NULL);

  return g_list_model_get_item (G_LIST_MODEL (rows), 0);
}

static WaMessage *
send_and_settle (SessionFixture *fixture)
{
  g_autoptr(WaContact) contact = any_contact (fixture);
  WaMessage *message = session_send_text (fixture->account, wa_contact_get_number (contact), "Hello");

  session_wait_for (wa_message_get_state (message) != WA_STATE_QUEUED &&
                    wa_message_get_state (message) != WA_STATE_SENDING);

  return message;
}

static char *
dup_accounts_file (SessionFixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->dir, "accounts.ini", NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));

  return text;
}

/* The password is kept nowhere; what is kept goes on after a restart. */
static void
test_restart (SessionFixture *fixture,
              gconstpointer   data)
{
  g_autofree char *secret = NULL;
  g_autofree char *file = NULL;

  sign_in (fixture);
  session_sync (fixture->account);
  g_assert_cmpstr (wa_sync_get_problem (wa_account_get_sync (fixture->account)), ==, "");
  g_assert_cmpuint (session_count_contacts (fixture->account), >, 0);

  secret = dup_secret (fixture);
  g_assert_null (strstr (secret, wa_sandbox_get_key (fixture->sandbox)));
  file = dup_accounts_file (fixture);
  g_assert_nonnull (strstr (file, EMAIL));
  g_assert_null (strstr (file, wa_sandbox_get_key (fixture->sandbox)));
  g_assert_null (strstr (file, strchr (secret, ':') + 1));

  session_fixture_reopen (fixture);
  session_sync (fixture->account);
  g_assert_cmpstr (wa_sync_get_problem (wa_account_get_sync (fixture->account)), ==, "");
  g_assert_cmpint (wa_account_get_state (fixture->account), ==, WA_ACCOUNT_READY);
}

/* A token that is too old is renewed once for all that find it so, and what was refused is done, once. */
static void
test_expired (SessionFixture *fixture,
              gconstpointer   data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(WaMessage) message = NULL;
  WaSync *sync;

  sign_in (fixture);
  session_sync (fixture->account);
  before = dup_secret (fixture);
  wa_sandbox_advance (fixture->sandbox, 24 * 60 * 60);
  wa_sandbox_clear_requests (fixture->sandbox);

  sync = wa_account_get_sync (fixture->account);
  wa_sync_start (sync);
  message = send_and_settle (fixture);
  session_wait_for (!wa_sync_get_running (sync));
  g_assert_cmpint (wa_message_get_state (message), ==, WA_STATE_SENT);
  g_assert_cmpstr (wa_sync_get_problem (sync), ==, "");
  g_assert_cmpuint (count_requests (fixture, "auth/refresh"), ==, 1);
  g_assert_cmpuint (wa_sandbox_count_messages (fixture->sandbox, wa_message_get_recipient (message)), ==, 1);

  after = dup_secret (fixture);
  g_assert_cmpstr (after, !=, before);
}

/* Who may not go on has to sign in again; what waits goes out then. */
static void
test_ended (SessionFixture *fixture,
            gconstpointer   data)
{
  g_autoptr(GHashTable) settings = new_settings (fixture);
  g_autoptr(WaContact) contact = NULL;
  g_autoptr(WaMessage) message = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  sign_in (fixture);
  session_sync (fixture->account);
  contact = any_contact (fixture);
  wa_sandbox_advance (fixture->sandbox, 24 * 60 * 60);
  wa_sandbox_inject (fixture->sandbox, WA_SANDBOX_FAULT_STATUS, 1, 401, "/api/auth/refresh");
  message = session_send_text (fixture->account, wa_contact_get_number (contact), "Hello");
  session_wait_for (wa_account_get_state (fixture->account) == WA_ACCOUNT_NEEDS_KEY);
  g_assert_cmpstr (wa_account_get_problem (fixture->account), !=, "");
  session_wait_for (wa_message_get_state (message) == WA_STATE_QUEUED);

  wa_accounts_change_async (fixture->accounts, fixture->account, "Test", settings, NULL, session_done_cb,
                            &result);
  g_assert_true (wa_accounts_change_finish (fixture->accounts, session_await (&result), NULL, &error));
  g_assert_no_error (error);
  session_wait_for (wa_message_get_state (message) == WA_STATE_SENT);
  g_assert_cmpuint (wa_sandbox_count_messages (fixture->sandbox, wa_message_get_recipient (message)), ==, 1);
}

static void
assert_not_added (SessionFixture *fixture,
                  GHashTable     *settings,
                  int             code,
                  const char     *words)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GAsyncResult) tested = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) test_error = NULL;

  wa_accounts_add_async (fixture->accounts, "whatomate", "", settings, NULL, session_done_cb, &result);
  g_assert_null (wa_accounts_add_finish (fixture->accounts, session_await (&result), NULL, &error));
  g_assert_error (error, WA_ERROR, code);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->accounts)), ==, 1);

  wa_accounts_test_async (fixture->accounts, "whatomate", settings, NULL, session_done_cb, &tested);
  g_assert_null (wa_accounts_test_finish (fixture->accounts, session_await (&tested), &test_error));
  g_assert_error (test_error, WA_ERROR, code);
}

static void
test_refused (SessionFixture *fixture,
              gconstpointer   data)
{
  g_autoptr(GHashTable) wrong = new_settings (fixture);
  g_autoptr(GHashTable) nothing = new_settings (fixture);

  g_hash_table_insert (wrong, g_strdup ("password"), g_strdup ("wrong"));
  assert_not_added (fixture, wrong, WA_ERROR_AUTH, "password");
  g_hash_table_remove (nothing, "password");
  assert_not_added (fixture, nothing, WA_ERROR_INVALID, "password");
}

/* Newer servers sign in browsers only. */
static void
test_newer (SessionFixture *fixture,
            gconstpointer   data)
{
  g_autoptr(GHashTable) settings = new_settings (fixture);

  assert_not_added (fixture, settings, WA_ERROR_UNSUPPORTED, "API key");
}

/* What a server taught is known after a restart, before anything is asked; of another server it says nothing. */
static void
test_learned (SessionFixture *fixture,
              gconstpointer   data)
{
  g_autoptr(GHashTable) settings = session_fixture_settings (fixture);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (wa_account_supports (fixture->account, WA_OP_CREATE_CONTACTS));
  session_sync (fixture->account);
  g_assert_false (wa_account_supports (fixture->account, WA_OP_CREATE_CONTACTS));
  session_fixture_reopen (fixture);
  g_assert_false (wa_account_supports (fixture->account, WA_OP_CREATE_CONTACTS));

  g_hash_table_insert (settings, g_strdup ("base-url"), g_strdup ("https://another.example.org"));
  wa_accounts_change_async (fixture->accounts, fixture->account, "Test", settings, NULL, session_done_cb,
                            &result);
  g_assert_true (wa_accounts_change_finish (fixture->accounts, session_await (&result), NULL, &error));
  g_assert_no_error (error);
  g_assert_true (wa_account_supports (fixture->account, WA_OP_CREATE_CONTACTS));
  session_fixture_reopen (fixture);
  g_assert_true (wa_account_supports (fixture->account, WA_OP_CREATE_CONTACTS));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  SESSION_TEST_OF ("/sign-in/restart", "whatomate-g1", test_restart);
  SESSION_TEST_OF ("/sign-in/expired", "whatomate-g1", test_expired);
  SESSION_TEST_OF ("/sign-in/ended", "whatomate-g1", test_ended);
  SESSION_TEST_OF ("/sign-in/refused", "whatomate-g1", test_refused);
  SESSION_TEST_OF ("/sign-in/newer", "whatomate", test_newer);
  SESSION_TEST_OF ("/sign-in/learned", "whatomate-g1", test_learned);

  return g_test_run ();
}
