/* test-secrets.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <signal.h>
#include <sys/prctl.h>

#include <glib/gstdio.h>
#include <libsecret/secret.h>

#include "core/wa-error.h"
#include "session/wa-secrets.h"

/* Each case that needs a bus of its own runs in a process of its own: GIO and libsecret keep theirs
 * for good. */

#define FIRST "11111111-aaaa"
#define SECOND "22222222-bbbb"

typedef struct
{
  gboolean done;
  gboolean good;
  char    *token;
  GError  *error;
} Outcome;

static void
outcome_clear (Outcome *self)
{
  g_clear_pointer (&self->token, wa_secrets_free_token);
  g_clear_error (&self->error);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

static void
settle (Outcome *outcome)
{
  while (!outcome->done)
    g_main_context_iteration (NULL, TRUE);
}

static void
stored_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Outcome *outcome = user_data;

  outcome->good = wa_secrets_store_finish (WA_SECRETS (object), result, &outcome->error);
  outcome->done = TRUE;
}

static void
looked_up_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  Outcome *outcome = user_data;

  outcome->token = wa_secrets_lookup_finish (WA_SECRETS (object), result, &outcome->error);
  outcome->done = TRUE;
}

static void
cleared_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  Outcome *outcome = user_data;

  outcome->good = wa_secrets_clear_finish (WA_SECRETS (object), result, &outcome->error);
  outcome->done = TRUE;
}

static void
store (WaSecrets  *secrets,
       const char *id,
       const char *token)
{
  g_auto(Outcome) outcome = { 0 };

  wa_secrets_store_async (secrets, id, "Shop & Söhne", token, NULL, stored_cb, &outcome);
  settle (&outcome);
  g_assert_no_error (outcome.error);
  g_assert_true (outcome.good);
}

static void
assert_token (WaSecrets  *secrets,
              const char *id,
              const char *token)
{
  g_auto(Outcome) outcome = { 0 };

  wa_secrets_lookup_async (secrets, id, NULL, looked_up_cb, &outcome);
  settle (&outcome);
  g_assert_no_error (outcome.error);
  g_assert_cmpstr (outcome.token, ==, token);
}

static void
clear (WaSecrets  *secrets,
       const char *id)
{
  g_auto(Outcome) outcome = { 0 };

  wa_secrets_clear_async (secrets, id, NULL, cleared_cb, &outcome);
  settle (&outcome);
  g_assert_no_error (outcome.error);
  g_assert_true (outcome.good);
}

/* What every place of keys does. */
static void
check_place (WaSecrets *secrets)
{
  assert_token (secrets, FIRST, NULL);
  clear (secrets, FIRST);

  store (secrets, FIRST, "first key ✓");
  store (secrets, SECOND, "second key");
  assert_token (secrets, FIRST, "first key ✓");
  assert_token (secrets, SECOND, "second key");

  store (secrets, FIRST, "a newer key");
  assert_token (secrets, FIRST, "a newer key");

  clear (secrets, FIRST);
  assert_token (secrets, FIRST, NULL);
  assert_token (secrets, SECOND, "second key");
}

static void
test_session (void)
{
  g_autoptr(WaSecrets) secrets = wa_secrets_new_for_session ();
  g_autoptr(WaSecrets) another = wa_secrets_new_for_session ();

  check_place (secrets);
  assert_token (another, SECOND, NULL);
}

static void
write_password (GSubprocess *daemon)
{
  GOutputStream *input = g_subprocess_get_stdin_pipe (daemon);
  g_autoptr(GError) error = NULL;

  g_output_stream_write_all (input, "pw", 2, NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (input, NULL, &error);
  g_assert_no_error (error);
}

static void
appeared_cb (GDBusConnection *connection,
             const char      *name,
             const char      *owner,
             gpointer         user_data)
{
  *(gboolean *) user_data = TRUE;
}

typedef struct
{
  char        *home;
  GSubprocess *bus;
  GSubprocess *daemon;
} Desktop;

/* No services to start: nothing of the desktop around the test may answer, or ask for a password.
 * GTestDBus would wait at the end for libsecret to let go of the connection, which it never does. */
static const char bus_config[] =
  "<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>"
  "<policy context=\"default\">"
  "<allow send_destination=\"*\"/><allow receive_sender=\"*\"/><allow own=\"*\"/></policy>"
  "</busconfig>";

static void
die_with_parent (gpointer user_data)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
}

/* Whatever becomes of the test, nothing stays behind.  Our strictness about warnings is not theirs. */
static GSubprocess *
spawn (GSubprocessFlags   flags,
       const char *const *argv)
{
  g_autoptr(GSubprocessLauncher) launcher = NULL;
  g_autoptr(GError) error = NULL;
  GSubprocess *process;

  launcher = g_subprocess_launcher_new (flags | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_subprocess_launcher_unsetenv (launcher, "G_DEBUG");
  g_subprocess_launcher_set_child_setup (launcher, die_with_parent, NULL, NULL);
  process = g_subprocess_launcher_spawnv (launcher, argv, &error);
  g_assert_no_error (error);

  return process;
}

static void
start_bus (Desktop *self)
{
  g_autofree char *config = g_build_filename (self->home, "bus.conf", NULL);
  g_autofree char *option = g_strconcat ("--config-file=", config, NULL);
  g_autofree char *address = NULL;
  g_autoptr(GDataInputStream) output = NULL;
  g_autoptr(GError) error = NULL;

  g_file_set_contents (config, bus_config, -1, &error);
  g_assert_no_error (error);
  self->bus = spawn (G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                     (const char *const[]) { "dbus-daemon", option, "--nofork", "--print-address", NULL });
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->bus));
  address = g_data_input_stream_read_line (output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", address, TRUE);
}

static void
stop (GSubprocess *process)
{
  g_autoptr(GError) error = NULL;

  g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, &error);
  g_assert_no_error (error);
  g_object_unref (process);
}

/* A bus with a keyring that belongs to this test alone, and is open. */
static void
desktop_init (Desktop *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GDBusConnection) connection = NULL;
  gboolean appeared = FALSE;
  guint watch;

  self->home = g_dir_make_tmp ("wadesk-secrets-XXXXXX", &error);
  g_assert_no_error (error);
  g_setenv ("HOME", self->home, TRUE);
  g_setenv ("XDG_DATA_HOME", self->home, TRUE);
  g_setenv ("XDG_CACHE_HOME", self->home, TRUE);
  g_setenv ("XDG_RUNTIME_DIR", self->home, TRUE);

  start_bus (self);
  connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  g_dbus_connection_set_exit_on_close (connection, FALSE);

  self->daemon = spawn (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE,
                        (const char *const[]) { "gnome-keyring-daemon", "--foreground", "--unlock",
                                                "--components=secrets", NULL });
  write_password (self->daemon);

  watch = g_bus_watch_name_on_connection (connection, "org.freedesktop.secrets", G_BUS_NAME_WATCHER_FLAGS_NONE,
                                          appeared_cb, NULL, &appeared, NULL);
  while (!appeared)
    g_main_context_iteration (NULL, TRUE);
  g_bus_unwatch_name (watch);
}

static void
remove_tree (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static void
desktop_clear (Desktop *self)
{
  stop (self->daemon);
  stop (self->bus);
  remove_tree (self->home);
  g_free (self->home);
}

static void
test_keyring (void)
{
  g_autoptr(WaSecrets) secrets = NULL;
  g_autoptr(WaSecrets) later = NULL;
  Desktop desktop = { 0 };

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }

  desktop_init (&desktop);
  secrets = wa_secrets_new ();
  check_place (secrets);

  /* What is stored is there for the next session; what is kept for this one is not, and wins while
   * it is. */
  later = wa_secrets_new ();
  assert_token (later, SECOND, "second key");
  wa_secrets_keep_for_session (secrets, SECOND, "for now");
  assert_token (secrets, SECOND, "for now");
  assert_token (later, SECOND, "second key");

  store (secrets, SECOND, "third key");
  assert_token (secrets, SECOND, "third key");
  assert_token (later, SECOND, "third key");
  clear (later, SECOND);
  desktop_clear (&desktop);
}

static void
assert_unavailable (WaSecrets *secrets)
{
  g_auto(Outcome) stored = { 0 };
  g_auto(Outcome) found = { 0 };
  g_auto(Outcome) cleared = { 0 };

  wa_secrets_store_async (secrets, FIRST, "Shop", "key", NULL, stored_cb, &stored);
  settle (&stored);
  g_assert_error (stored.error, WA_ERROR, WA_ERROR_STORE);
  g_assert_false (stored.good);

  wa_secrets_lookup_async (secrets, FIRST, NULL, looked_up_cb, &found);
  settle (&found);
  g_assert_error (found.error, WA_ERROR, WA_ERROR_STORE);
  g_assert_null (found.token);

  wa_secrets_clear_async (secrets, FIRST, NULL, cleared_cb, &cleared);
  settle (&cleared);
  g_assert_error (cleared.error, WA_ERROR, WA_ERROR_STORE);

  /* The session still works. */
  wa_secrets_keep_for_session (secrets, FIRST, "key");
  assert_token (secrets, FIRST, "key");
}

static void
test_locked (void)
{
  g_autoptr(WaSecrets) secrets = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(SecretService) service = NULL;
  g_autoptr(SecretCollection) collection = NULL;
  g_autoptr(GList) all = NULL;
  Desktop desktop = { 0 };

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }

  desktop_init (&desktop);
  secrets = wa_secrets_new ();
  store (secrets, FIRST, "key");

  service = secret_service_get_sync (SECRET_SERVICE_NONE, NULL, &error);
  g_assert_no_error (error);
  collection = secret_collection_for_alias_sync (service, SECRET_COLLECTION_DEFAULT, SECRET_COLLECTION_NONE,
                                                 NULL, &error);
  g_assert_no_error (error);
  all = g_list_append (NULL, collection);
  g_assert_cmpint (secret_service_lock_sync (service, all, NULL, NULL, &error), ==, 1);
  g_assert_no_error (error);

  /* Nobody can be asked for the password here: as if the user had dismissed the question. */
  assert_unavailable (secrets);
  desktop_clear (&desktop);
}

static void
test_none (void)
{
  g_autoptr(WaSecrets) secrets = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }

  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/wadesk", TRUE);
  secrets = wa_secrets_new ();
  assert_unavailable (secrets);
}

static void
test_cancelled (void)
{
  g_autoptr(WaSecrets) secrets = wa_secrets_new ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_auto(Outcome) outcome = { 0 };

  g_cancellable_cancel (cancellable);
  wa_secrets_lookup_async (secrets, FIRST, cancellable, looked_up_cb, &outcome);
  settle (&outcome);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/secrets/session", test_session);
  g_test_add_func ("/secrets/keyring", test_keyring);
  g_test_add_func ("/secrets/locked", test_locked);
  g_test_add_func ("/secrets/none", test_none);
  g_test_add_func ("/secrets/cancelled", test_cancelled);

  return g_test_run ();
}
