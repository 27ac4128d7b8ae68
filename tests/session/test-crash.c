/* test-crash.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing lost, nothing twice: a program that sends is killed at each point where it matters, started
 * again, killed again, and started once more.  Each time the store must say of each message what is so,
 * and the server must have got none twice.
 */

#include "config.h"

#include <signal.h>
#include <string.h>

#include "session-fixture.h"

#define N_TEXTS    2
#define MAX_POINTS 300

typedef struct
{
  SessionFixture  fixture;
  char           *id;
  GHashTable     *interrupted;  /* texts that were on their way when a program was killed */
} Crash;

static char *
dup_text (guint point,
          guint nth)
{
  return g_strdup_printf ("Message %u.%u.", point, nth);
}

/* How often the server accepted it. */
static guint
count_accepted (Crash      *crash,
                const char *text)
{
  GPtrArray *requests = wa_sandbox_get_requests (crash->fixture.sandbox);
  guint n = 0;

  for (guint i = 0; i < requests->len; i++)
    {
      const WaSandboxRequest *request = g_ptr_array_index (requests, i);

      if (strstr (request->body, text) != NULL)
        n += request->accepted;
    }

  return n;
}

/* Runs the program; its output is what it was promised.  Returns: whether it came to its end */
static gboolean
run_child (Crash       *crash,
           guint        point,
           char       **texts,
           char       **promised)
{
  g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "session", "crash-child", NULL);
  g_autofree char *number = g_strdup_printf ("%u", point);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) argv = NULL;
  g_autoptr(GSubprocess) child = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  g_strv_builder_add_many (builder, path, crash->fixture.dir, crash->id, NULL);
  if (texts != NULL)
    g_strv_builder_addv (builder, (const char **) texts);
  argv = g_strv_builder_end (builder);

  g_subprocess_launcher_setenv (launcher, "CRASH_POINT", number, TRUE);
  g_subprocess_launcher_setenv (launcher, "CRASH_KEY", wa_sandbox_get_key (crash->fixture.sandbox), TRUE);
  child = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8_async (child, NULL, NULL, session_done_cb, &result);
  g_assert_true (g_subprocess_communicate_utf8_finish (child, session_await (&result), promised, NULL,
                                                       &error));
  g_assert_no_error (error);

  if (g_subprocess_get_if_signaled (child))
    {
      g_assert_cmpint (g_subprocess_get_term_sig (child), ==, SIGKILL);
      return FALSE;
    }

  g_assert_cmpint (g_subprocess_get_exit_status (child), ==, 0);

  return TRUE;
}

/* What the store says, as it lies on the disk. */
static WaMessage *
find_text (WaStore    *store,
           const char *text)
{
  GListModel *messages = G_LIST_MODEL (wa_store_get_records (store, WA_TYPE_MESSAGE));

  for (guint i = 0; i < g_list_model_get_n_items (messages); i++)
    {
      g_autoptr(WaMessage) message = g_list_model_get_item (messages, i);

      if (g_str_equal (wa_message_get_text (message), text))
        return g_steal_pointer (&message);
    }

  return NULL;
}

static void
check_text (Crash      *crash,
            WaStore    *store,
            const char *text,
            gboolean    promised,
            gboolean    ended)
{
  g_autoptr(WaMessage) message = find_text (store, text);
  guint n_accepted = count_accepted (crash, text);
  WaMessageState state = message != NULL ? wa_message_get_state (message) : WA_STATE_NONE;

  g_test_message ("%s %s, accepted %u times", text, wa_message_state_to_nick (state), n_accepted);
  g_assert_cmpuint (n_accepted, <=, 1);

  switch (state)
    {
    case WA_STATE_NONE:
      g_assert_false (promised);
      g_assert_cmpuint (n_accepted, ==, 0);
      break;
    case WA_STATE_QUEUED:
      g_assert_false (ended);
      g_assert_cmpuint (n_accepted, ==, 0);
      break;
    case WA_STATE_SENDING:
      g_assert_false (ended);
      g_hash_table_add (crash->interrupted, g_strdup (text));
      break;
    case WA_STATE_SENT:
      g_assert_cmpuint (n_accepted, ==, 1);
      g_assert_cmpstr (wa_message_get_remote_id (message), !=, "");
      break;
    case WA_STATE_UNCERTAIN:
      g_assert_true (g_hash_table_contains (crash->interrupted, text));
      g_assert_cmpstr (wa_message_get_error_text (message), !=, "");
      break;
    default:
      g_assert_not_reached ();
    }
}

/* @ended: the program came to its end, so nothing may be left to do */
static void
check_store (Crash      *crash,
             char      **texts,
             const char *promised,
             gboolean    ended)
{
  g_autofree char *path = g_build_filename (crash->fixture.dir, "accounts", crash->id, "store.db", NULL);
  g_autoptr(WaStore) store = wa_store_new (path);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  wa_store_open_async (store, NULL, session_done_cb, &result);
  g_assert_true (wa_store_open_finish (store, session_await (&result), &error));
  g_assert_no_error (error);
  for (guint i = 0; texts[i] != NULL; i++)
    check_text (crash, store, texts[i], strstr (promised, texts[i]) != NULL, ended);
  wa_store_close (store);
}

/* Returns: whether the program lived through it, so that there are no more points */
static gboolean
crash_at (Crash *crash,
          guint  point)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) texts = NULL;
  g_autofree char *promised = NULL;
  gboolean lived;
  gboolean ended;

  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autofree char *text = dup_text (point, i);

      g_strv_builder_add (builder, text);
    }
  texts = g_strv_builder_end (builder);

  g_test_message ("point %u", point);
  wa_sandbox_clear_requests (crash->fixture.sandbox);
  lived = run_child (crash, point, texts, &promised);
  check_store (crash, texts, promised, lived);
  if (lived)
    return TRUE;

  /* What was begun is taken up, and cut off again, somewhere else each time. */
  ended = run_child (crash, 1 + point % 11, NULL, NULL);
  check_store (crash, texts, promised, ended);

  g_assert_true (run_child (crash, 0, NULL, NULL));
  check_store (crash, texts, promised, TRUE);

  return FALSE;
}

static void
test_points (void)
{
  Crash crash = { 0 };
  guint point = 1;

  session_fixture_set_up (&crash.fixture, NULL);
  crash.interrupted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  crash.id = g_strdup (wa_account_get_id (crash.fixture.account));
  wa_account_close (crash.fixture.account);

  while (point < MAX_POINTS && !crash_at (&crash, point))
    point++;

  /* Opening, and for each message three writes, a request and its answer. */
  g_assert_cmpuint (point, >, N_TEXTS * 8);
  g_assert_cmpuint (point, <, MAX_POINTS);
  g_assert_cmpuint (g_hash_table_size (crash.interrupted), >=, N_TEXTS * 4);

  session_fixture_tear_down (&crash.fixture, NULL);
  g_hash_table_unref (crash.interrupted);
  g_free (crash.id);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/crash/points", test_points);

  return g_test_run ();
}
