/* test-accounts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "core/wa-error.h"
#include "session-fixture.h"

static char *
accounts_path (SessionFixture *fixture)
{
  return g_build_filename (fixture->dir, "accounts.ini", NULL);
}

static char *
read_file (const char *path)
{
  g_autoptr(GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static guint
get_mode (const char *path)
{
  GStatBuf buf;

  g_assert_cmpint (g_stat (path, &buf), ==, 0);

  return buf.st_mode & 0777;
}

static void
test_file (SessionFixture *fixture,
           gconstpointer   data)
{
  g_autofree char *path = accounts_path (fixture);
  g_autofree char *store = g_build_filename (fixture->dir, "accounts", wa_account_get_id (fixture->account),
                                             "store.db", NULL);
  g_autofree char *text = read_file (path);

  g_assert_cmpuint (get_mode (path), ==, 0600);
  g_assert_cmpuint (get_mode (fixture->dir), ==, 0700);
  g_assert_cmpuint (get_mode (store), ==, 0600);
  g_assert_nonnull (strstr (text, wa_sandbox_get_base_url (fixture->sandbox)));
  g_assert_null (strstr (text, wa_sandbox_get_key (fixture->sandbox)));
}

static void
test_reload (SessionFixture *fixture,
             gconstpointer   data)
{
  g_autoptr(GHashTable) settings = session_fixture_settings (fixture);
  g_autoptr(WaAccount) other = session_add (fixture->accounts, settings);

  session_fixture_reopen (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->accounts)), ==, 2);
  g_assert_true (wa_accounts_find (fixture->accounts,
                                   wa_account_get_id (fixture->account)) == fixture->account);
  g_assert_cmpstr (wa_account_get_title (fixture->account), ==, "Test");
  g_assert_cmpstr (wa_account_get_system_id (fixture->account), ==, "pabbly");
  g_assert_cmpstr (wa_account_get_setting (fixture->account, "base-url"), ==,
                   wa_sandbox_get_base_url (fixture->sandbox));
  g_assert_cmpint (wa_account_get_state (fixture->account), ==, WA_ACCOUNT_READY);
}

static void
test_test (SessionFixture *fixture,
           gconstpointer   data)
{
  g_autoptr(GHashTable) settings = session_fixture_settings (fixture);
  g_autoptr(GAsyncResult) good = NULL;
  g_autoptr(GAsyncResult) bad = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  wa_accounts_test_async (fixture->accounts, "pabbly", settings, NULL, session_done_cb, &good);
  text = wa_accounts_test_finish (fixture->accounts, session_await (&good), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, !=, "");

  g_hash_table_insert (settings, g_strdup ("token"), g_strdup ("wrong"));
  wa_accounts_test_async (fixture->accounts, "pabbly", settings, NULL, session_done_cb, &bad);
  g_assert_null (wa_accounts_test_finish (fixture->accounts, session_await (&bad), &error));
  g_assert_error (error, WA_ERROR, WA_ERROR_AUTH);
}

static void
check_refused (SessionFixture *fixture,
               const char     *key,
               const char     *value)
{
  g_autoptr(GHashTable) settings = session_fixture_settings (fixture);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  g_hash_table_insert (settings, g_strdup (key), g_strdup (value));
  wa_accounts_add_async (fixture->accounts, "pabbly", "", settings, NULL, session_done_cb, &result);
  g_assert_null (wa_accounts_add_finish (fixture->accounts, session_await (&result), NULL, &error));
  g_assert_error (error, WA_ERROR, WA_ERROR_INVALID);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->accounts)), ==, 1);
}

static void
test_refused (SessionFixture *fixture,
              gconstpointer   data)
{
  check_refused (fixture, "token", " \n");
  check_refused (fixture, "base-url", "http://example.com/api");
  check_refused (fixture, "base-url", "not an address");
}

/* A key that was refused is asked for again; the new one takes the account on. */
static void
test_new_key (SessionFixture *fixture,
              gconstpointer   data)
{
  g_autoptr(GHashTable) settings = session_fixture_settings (fixture);
  g_autoptr(GAsyncResult) spoiled = NULL;
  g_autoptr(GAsyncResult) mended = NULL;
  g_autoptr(GError) error = NULL;
  gboolean kept = FALSE;

  g_hash_table_insert (settings, g_strdup ("token"), g_strdup ("wrong"));
  wa_accounts_change_async (fixture->accounts, fixture->account, "Other", settings, NULL, session_done_cb,
                            &spoiled);
  g_assert_true (wa_accounts_change_finish (fixture->accounts, session_await (&spoiled), &kept, &error));
  g_assert_true (kept);
  g_assert_cmpstr (wa_account_get_title (fixture->account), ==, "Other");

  session_sync (fixture->account);
  g_assert_cmpint (wa_account_get_state (fixture->account), ==, WA_ACCOUNT_NEEDS_KEY);
  g_assert_cmpstr (wa_account_get_problem (fixture->account), !=, "");

  g_hash_table_insert (settings, g_strdup ("token"), g_strdup (wa_sandbox_get_key (fixture->sandbox)));
  wa_accounts_change_async (fixture->accounts, fixture->account, "Other", settings, NULL, session_done_cb,
                            &mended);
  g_assert_true (wa_accounts_change_finish (fixture->accounts, session_await (&mended), &kept, &error));
  g_assert_cmpint (wa_account_get_state (fixture->account), ==, WA_ACCOUNT_READY);
  g_assert_cmpstr (wa_account_get_problem (fixture->account), ==, "");
  session_sync (fixture->account);
  g_assert_cmpstr (wa_sync_get_problem (wa_account_get_sync (fixture->account)), ==, "");
}

static void
test_no_key (SessionFixture *fixture,
             gconstpointer   data)
{
  g_autoptr(GAsyncResult) result = NULL;

  wa_secrets_clear_async (fixture->secrets, wa_account_get_id (fixture->account), NULL, session_done_cb,
                          &result);
  g_assert_true (wa_secrets_clear_finish (fixture->secrets, session_await (&result), NULL));
  session_fixture_reopen (fixture);
  g_assert_cmpint (wa_account_get_state (fixture->account), ==, WA_ACCOUNT_NEEDS_KEY);
  g_assert_cmpstr (wa_account_get_problem (fixture->account), !=, "");
}

/* Without a keyring the key is kept until the program ends, and that is said. */
static void
test_no_keyring (SessionFixture *fixture,
                 gconstpointer   data)
{
  g_autofree char *dir = g_build_filename (fixture->dir, "other", NULL);
  g_autoptr(GHashTable) settings = session_fixture_settings (fixture);
  g_autoptr(WaSecrets) secrets = wa_secrets_new ();
  g_autoptr(WaAccounts) accounts = wa_accounts_new (dir, secrets);
  g_autoptr(WaAccount) account = NULL;
  g_autoptr(GAsyncResult) loaded = NULL;
  g_autoptr(GAsyncResult) added = NULL;
  g_autoptr(GAsyncResult) removed = NULL;
  g_autoptr(GError) error = NULL;
  gboolean kept = TRUE;

  wa_accounts_load_async (accounts, NULL, session_done_cb, &loaded);
  g_assert_true (wa_accounts_load_finish (accounts, session_await (&loaded), NULL));
  wa_accounts_add_async (accounts, "pabbly", "", settings, NULL, session_done_cb, &added);
  account = wa_accounts_add_finish (accounts, session_await (&added), &kept, &error);
  g_assert_no_error (error);
  g_assert_false (kept);
  g_assert_cmpstr (wa_account_get_title (account), ==, wa_account_get_system_name (account));

  session_open (account);
  g_assert_cmpint (wa_account_get_state (account), ==, WA_ACCOUNT_READY);

  wa_accounts_remove_async (accounts, account, NULL, session_done_cb, &removed);
  g_assert_true (wa_accounts_remove_finish (accounts, session_await (&removed), &error));
}

static void
test_remove (SessionFixture *fixture,
             gconstpointer   data)
{
  g_autofree char *store = g_build_filename (fixture->dir, "accounts", wa_account_get_id (fixture->account),
                                             NULL);
  g_autofree char *path = accounts_path (fixture);
  g_autofree char *text = NULL;
  g_autofree char *key = NULL;
  g_autoptr(GAsyncResult) removed = NULL;
  g_autoptr(GAsyncResult) looked_up = NULL;
  g_autoptr(GError) error = NULL;

  wa_accounts_remove_async (fixture->accounts, fixture->account, NULL, session_done_cb, &removed);
  g_assert_true (wa_accounts_remove_finish (fixture->accounts, session_await (&removed), &error));
  g_assert_no_error (error);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->accounts)), ==, 0);
  g_assert_false (g_file_test (store, G_FILE_TEST_EXISTS));
  text = read_file (path);
  g_assert_null (strstr (text, wa_account_get_id (fixture->account)));
  wa_secrets_lookup_async (fixture->secrets, wa_account_get_id (fixture->account), NULL, session_done_cb,
                           &looked_up);
  key = wa_secrets_lookup_finish (fixture->secrets, session_await (&looked_up), &error);
  g_assert_null (key);
}

static void
load_error (WaAccounts *accounts,
            int         code)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  wa_accounts_load_async (accounts, NULL, session_done_cb, &result);
  g_assert_false (wa_accounts_load_finish (accounts, session_await (&result), &error));
  g_assert_error (error, WA_ERROR, code);
}

/* What can't be read is put aside, not written over. */
static void
test_damaged (SessionFixture *fixture,
              gconstpointer   data)
{
  static const char *const damages[] = { "", "[half\nsystem=pab", "\xff\xfe\x00", "{\"accounts\":[]}" };
  g_autofree char *path = accounts_path (fixture);
  guint n_aside = 0;
  const char *name;

  for (gsize i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr(WaAccounts) accounts = wa_accounts_new (fixture->dir, fixture->secrets);
      g_autoptr(GHashTable) settings = session_fixture_settings (fixture);
      g_autoptr(WaAccount) account = NULL;

      g_assert_true (g_file_set_contents (path, damages[i], -1, NULL));
      load_error (accounts, WA_ERROR_INVALID);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
      account = session_add (accounts, settings);
      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
    }

  {
    g_autoptr(GDir) dir = g_dir_open (fixture->dir, 0, NULL);

    while ((name = g_dir_read_name (dir)) != NULL)
      if (g_str_has_prefix (name, "accounts.ini.damaged-"))
        n_aside++;
  }
  g_assert_cmpuint (n_aside, ==, G_N_ELEMENTS (damages));
}

/* An account of a later version's system stays in the file when another one is added. */
static void
test_unknown_system (SessionFixture *fixture,
                     gconstpointer   data)
{
  g_autofree char *path = accounts_path (fixture);
  g_autoptr(WaAccounts) accounts = wa_accounts_new (fixture->dir, fixture->secrets);
  g_autoptr(GHashTable) settings = session_fixture_settings (fixture);
  g_autoptr(WaAccount) account = NULL;
  g_autofree char *text = NULL;

  g_assert_true (g_file_set_contents (path,
                                      "[one]\nsystem=tomorrow\ntitle=T\n[two]\nsystem=pabbly\ntitle=P\n"
                                      "[../up]\nsystem=pabbly\n",
                                      -1, NULL));
  load_error (accounts, WA_ERROR_UNSUPPORTED);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (accounts)), ==, 1);
  account = session_add (accounts, settings);
  text = read_file (path);
  g_assert_nonnull (strstr (text, "system=tomorrow"));
}

/* Until the file was read, nothing is written over it. */
static void
test_unreadable (SessionFixture *fixture,
                 gconstpointer   data)
{
  g_autofree char *dir = g_build_filename (fixture->dir, "other", NULL);
  g_autofree char *path = g_build_filename (dir, "accounts.ini", NULL);
  g_autoptr(WaAccounts) accounts = wa_accounts_new (dir, fixture->secrets);
  g_autoptr(GHashTable) settings = session_fixture_settings (fixture);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  load_error (accounts, WA_ERROR_STORE);
  wa_accounts_add_async (accounts, "pabbly", "", settings, NULL, session_done_cb, &result);
  g_assert_null (wa_accounts_add_finish (accounts, session_await (&result), NULL, &error));
  g_assert_error (error, WA_ERROR, WA_ERROR_STORE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (accounts)), ==, 0);
}

static WaAccount *
open_demo (WaAccounts *accounts)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  WaAccount *account;

  wa_accounts_open_demo_async (accounts, "pabbly", NULL, session_done_cb, &result);
  account = wa_accounts_open_demo_finish (accounts, session_await (&result), &error);
  g_assert_no_error (error);
  g_object_set (wa_account_get_client (account), "patience", 0.01, NULL);

  return account;
}

static void
test_demo (SessionFixture *fixture,
           gconstpointer   data)
{
  g_autofree char *path = accounts_path (fixture);
  g_autofree char *text = NULL;
  guint n;

  {
    g_autoptr(WaAccount) demo = open_demo (fixture->accounts);
    g_autoptr(WaAccount) again = open_demo (fixture->accounts);

    g_assert_true (demo == again);
    g_assert_true (wa_account_get_demo (demo));
    g_assert_cmpint (wa_account_get_state (demo), ==, WA_ACCOUNT_READY);
    session_sync (demo);
    n = session_count_contacts (demo);
    g_assert_cmpuint (n, >, 100);
  }

  /* What was there is there the next time, with another server. */
  session_fixture_reopen (fixture);
  {
    g_autoptr(WaAccount) demo = open_demo (fixture->accounts);

    g_assert_cmpuint (session_count_contacts (demo), ==, n);
    session_sync (demo);
    g_assert_cmpstr (wa_sync_get_problem (wa_account_get_sync (demo)), ==, "");
    g_assert_cmpuint (session_count_contacts (demo), ==, n);
  }

  text = read_file (path);
  g_assert_null (strstr (text, "demo"));
}

int
main (int   argc,
      char *argv[])
{
  /* The keyring of whoever runs the tests is none of their business. */
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus", TRUE);
  g_test_init (&argc, &argv, NULL);

  SESSION_TEST ("/accounts/file", test_file);
  SESSION_TEST ("/accounts/reload", test_reload);
  SESSION_TEST ("/accounts/test", test_test);
  SESSION_TEST ("/accounts/refused", test_refused);
  SESSION_TEST ("/accounts/new-key", test_new_key);
  SESSION_TEST ("/accounts/no-key", test_no_key);
  SESSION_TEST ("/accounts/no-keyring", test_no_keyring);
  SESSION_TEST ("/accounts/remove", test_remove);
  SESSION_TEST ("/accounts/damaged", test_damaged);
  SESSION_TEST ("/accounts/unknown-system", test_unknown_system);
  SESSION_TEST ("/accounts/unreadable", test_unreadable);
  SESSION_TEST ("/accounts/demo", test_demo);

  return g_test_run ();
}
