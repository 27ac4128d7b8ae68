/* test-sync.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "model/wa-tag.h"
#include "session-fixture.h"

/* In the store, but not at the system. */
static void
store_stranger (WaAccount  *account,
                const char *remote_id,
                const char *number,
                gboolean    local)
{
  g_autoptr(GPtrArray) contacts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GArray) ids = NULL;
  g_autoptr(GError) error = NULL;
  WaContact *contact = wa_contact_new ();

  wa_contact_set_remote_id (contact, remote_id);
  wa_contact_set_number (contact, number);
  wa_contact_set_local (contact, local);
  g_ptr_array_add (contacts, contact);
  wa_store_save_contacts_async (wa_account_get_store (account), contacts, 0, NULL, NULL, session_done_cb,
                                &result);
  ids = wa_store_save_contacts_finish (wa_account_get_store (account), session_await (&result), &error);
  g_assert_no_error (error);
}

static gboolean
has_contact (WaAccount  *account,
             const char *number)
{
  g_autoptr(WaContact) contact = session_find_contact (account, number);

  return contact != NULL;
}

static guint
count_requests (WaSandbox  *sandbox,
                const char *path)
{
  GPtrArray *requests = wa_sandbox_get_requests (sandbox);
  guint n = 0;

  for (guint i = 0; i < requests->len; i++)
    {
      const WaSandboxRequest *request = g_ptr_array_index (requests, i);

      if (g_str_has_suffix (request->path, path))
        n++;
    }

  return n;
}

static void
test_complete (SessionFixture *fixture,
               gconstpointer   data)
{
  WaSync *sync = wa_account_get_sync (fixture->account);
  guint n;

  session_sync (fixture->account);
  g_assert_cmpstr (wa_sync_get_problem (sync), ==, "");
  g_assert_cmpstr (wa_sync_get_status (sync), ==, "");
  g_assert_nonnull (wa_sync_get_last_complete (sync));
  n = session_count_contacts (fixture->account);
  g_assert_cmpuint (n, >, 400);
  g_assert_cmpuint (g_list_model_get_n_items (wa_account_get_lists (fixture->account)), >, 0);
  g_assert_cmpuint (g_list_model_get_n_items (wa_account_get_tags (fixture->account)), >, 0);
  g_assert_cmpuint (g_list_model_get_n_items (wa_account_get_templates (fixture->account)), >, 10);
  g_assert_cmpuint (g_list_model_get_n_items (wa_account_get_attribute_names (fixture->account)), >, 0);
  session_wait_for (g_list_model_get_n_items (wa_account_get_sources (fixture->account)) > 1);

  /* Once more changes nothing, and all of it is there the next time. */
  session_sync (fixture->account);
  g_assert_cmpuint (session_count_contacts (fixture->account), ==, n);
  session_fixture_reopen (fixture);
  g_assert_cmpuint (session_count_contacts (fixture->account), ==, n);
  session_wait_for (wa_sync_get_last_complete (wa_account_get_sync (fixture->account)) != NULL);
}

/* What is not at the system any more goes; what never was there stays. */
static void
test_gone (SessionFixture *fixture,
           gconstpointer   data)
{
  session_sync (fixture->account);
  store_stranger (fixture->account, "gone-there", "4915100000001", FALSE);
  store_stranger (fixture->account, NULL, "4915100000002", TRUE);

  session_sync (fixture->account);
  g_assert_false (has_contact (fixture->account, "4915100000001"));
  g_assert_true (has_contact (fixture->account, "4915100000002"));
}

/* A run that was cut off keeps everything, whatever the stored contacts are. */
static void
test_failure_keeps (SessionFixture *fixture,
                    gconstpointer   data)
{
  WaSync *sync = wa_account_get_sync (fixture->account);
  guint n;

  session_sync (fixture->account);
  store_stranger (fixture->account, "gone-there", "4915100000001", FALSE);
  n = session_count_contacts (fixture->account);

  /* As many as a page and its retries take. */
  wa_sandbox_inject (fixture->sandbox, WA_SANDBOX_FAULT_STATUS, 20, 500, "/contacts");
  session_sync (fixture->account);
  g_assert_cmpstr (wa_sync_get_problem (sync), !=, "");
  g_assert_cmpuint (session_count_contacts (fixture->account), ==, n);

  wa_sandbox_clear_faults (fixture->sandbox);
  session_sync (fixture->account);
  g_assert_cmpstr (wa_sync_get_problem (sync), ==, "");
  g_assert_false (has_contact (fixture->account, "4915100000001"));
}

/* A single bad answer is got over. */
static void
test_retry (SessionFixture *fixture,
            gconstpointer   data)
{
  WaSync *sync = wa_account_get_sync (fixture->account);

  wa_sandbox_inject (fixture->sandbox, WA_SANDBOX_FAULT_STATUS, 1, 503, "/contacts");
  wa_sandbox_inject (fixture->sandbox, WA_SANDBOX_FAULT_TRUNCATED, 1, 0, "/templates");
  wa_sandbox_inject (fixture->sandbox, WA_SANDBOX_FAULT_DROPPED, 1, 0, "/settings/tags");
  session_sync (fixture->account);
  g_assert_cmpstr (wa_sync_get_problem (sync), ==, "");
  g_assert_cmpuint (session_count_contacts (fixture->account), >, 400);
}

/* What the key may not see does not keep the rest from being read. */
static void
test_forbidden_step (SessionFixture *fixture,
                     gconstpointer   data)
{
  WaSync *sync = wa_account_get_sync (fixture->account);

  wa_sandbox_inject (fixture->sandbox, WA_SANDBOX_FAULT_STATUS, 1, 403, "/templates");
  session_sync (fixture->account);
  g_assert_cmpstr (wa_sync_get_problem (sync), !=, "");
  g_assert_null (wa_sync_get_last_complete (sync));
  g_assert_cmpuint (session_count_contacts (fixture->account), >, 400);
}

static void
cancel_in_the_middle (SessionFixture *fixture)
{
  WaSync *sync = wa_account_get_sync (fixture->account);

  wa_sync_start (sync);
  session_wait_for (session_count_contacts (fixture->account) > 1);
  wa_sync_cancel (sync);
  session_wait_for (!wa_sync_get_running (sync));
  g_assert_cmpstr (wa_sync_get_problem (sync), ==, "");
}

/* A cancelled run goes on where it was, in the next session too, and is as good as one in one piece. */
static void
test_resume (SessionFixture *fixture,
             gconstpointer   data)
{
  guint first;
  guint all;

  store_stranger (fixture->account, "gone-there", "4915100000001", FALSE);
  wa_sandbox_inject (fixture->sandbox, WA_SANDBOX_FAULT_LATENCY, 100, 50, "/contacts");
  cancel_in_the_middle (fixture);
  g_assert_true (has_contact (fixture->account, "4915100000001"));

  wa_sandbox_clear_faults (fixture->sandbox);
  wa_sandbox_clear_requests (fixture->sandbox);
  session_fixture_reopen (fixture);
  session_sync (fixture->account);
  first = count_requests (fixture->sandbox, "/contacts");
  g_assert_false (has_contact (fixture->account, "4915100000001"));
  all = session_count_contacts (fixture->account);

  wa_sandbox_clear_requests (fixture->sandbox);
  session_sync (fixture->account);
  g_assert_cmpuint (first, <, count_requests (fixture->sandbox, "/contacts"));
  g_assert_cmpuint (session_count_contacts (fixture->account), ==, all);
}

/* A run that was left more than a day ago starts anew. */
static void
test_too_old (SessionFixture *fixture,
              gconstpointer   data)
{
  WaStore *store = wa_account_get_store (fixture->account);
  gint64 began = g_get_real_time () / G_USEC_PER_SEC - 25 * 60 * 60;
  g_autofree char *text = g_strdup_printf ("(int64 1, int64 %" G_GINT64_FORMAT ", int64 100, true, '3')",
                                           began);
  g_autoptr(GAsyncResult) result = NULL;

  wa_store_save_text_async (store, WA_STORE_CURSORS, "contacts", text, NULL, session_done_cb, &result);
  g_assert_true (wa_store_save_text_finish (store, session_await (&result), NULL));
  session_sync (fixture->account);
  g_assert_cmpuint (session_count_contacts (fixture->account), >, 400);
}

/* The account closes while pages come in. */
static void
test_closed (SessionFixture *fixture,
             gconstpointer   data)
{
  wa_sandbox_inject (fixture->sandbox, WA_SANDBOX_FAULT_LATENCY, 100, 50, "/contacts");
  wa_sync_start (wa_account_get_sync (fixture->account));
  session_wait_for (session_count_contacts (fixture->account) > 1);
}

static gboolean
has_notice (WaAccount *account)
{
  g_autofree char *notice = NULL;

  g_object_get (account, "notice", &notice, NULL);

  return notice[0] != '\0';
}

static void
notice_cb (WaAccount  *account,
           GParamSpec *pspec,
           char      **first)
{
  if (*first == NULL)
    g_object_get (account, "notice", first, NULL);
}

/* The user is told why nothing goes on, as long as that is so. */
static void
test_pause (SessionFixture *fixture,
            gconstpointer   data)
{
  g_autofree char *first = NULL;

  g_signal_connect (fixture->account, "notify::notice", G_CALLBACK (notice_cb), &first);
  wa_sandbox_inject (fixture->sandbox, WA_SANDBOX_FAULT_RATE_LIMITED, 1, 60, "/contacts");
  session_sync (fixture->account);
  g_assert_cmpstr (wa_sync_get_problem (wa_account_get_sync (fixture->account)), ==, "");
  g_assert_nonnull (first);
  g_assert_cmpstr (first, !=, "");

  session_wait_for (!has_notice (fixture->account));
  g_signal_handlers_disconnect_by_func (fixture->account, notice_cb, &first);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  SESSION_TEST ("/sync/complete", test_complete);
  SESSION_TEST ("/sync/gone", test_gone);
  SESSION_TEST ("/sync/failure-keeps", test_failure_keeps);
  SESSION_TEST ("/sync/retry", test_retry);
  SESSION_TEST ("/sync/forbidden-step", test_forbidden_step);
  SESSION_TEST ("/sync/resume", test_resume);
  SESSION_TEST ("/sync/too-old", test_too_old);
  SESSION_TEST ("/sync/closed", test_closed);
  SESSION_TEST ("/sync/pause", test_pause);

  return g_test_run ();
}
