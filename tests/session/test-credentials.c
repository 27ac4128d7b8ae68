/* test-credentials.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE

#include "config.h"

#include <string.h>

#include "session/session-fixture.h"

/* Whatever a system does with a key, nothing that stays or is shown has it: no file, no log line, no text.
 * It is looked for by a part that no way of writing it changes. */

#define NUMBER "919876543210"
#define MARK "MARKED5ecretKey9f8e7d6c"
#define KEY "1001|" MARK "/b~+=?%25 &\xc3\xa9"

typedef struct
{
  char           *dir;
  WaSandbox      *sandbox;
  WaSecrets      *secrets;
  WaAccounts     *accounts;
  const char     *system_id;
  GString        *shown;      /* all that the user may read */
  gboolean        refused;    /* something was refused meanwhile */
} Fixture;

/* Everything that is logged, at any level, in any domain.  Also from the threads of the store. */
static GString *logged;
static GMutex logged_mutex;

static GLogWriterOutput
log_writer (GLogLevelFlags   level,
            const GLogField *fields,
            gsize            n_fields,
            gpointer         user_data)
{
  g_autofree char *line = g_log_writer_format_fields (level, fields, n_fields, FALSE);

  g_mutex_lock (&logged_mutex);
  g_string_append (logged, line);
  g_string_append_c (logged, '\n');
  g_mutex_unlock (&logged_mutex);

  return G_LOG_WRITER_HANDLED;
}

static void
show (Fixture    *f,
      const char *text)
{
  if (text != NULL)
    g_string_append_printf (f->shown, "%s\n", text);
}

static void
show_error (Fixture      *f,
            const GError *error)
{
  if (error == NULL)
    return;

  f->refused = TRUE;
  show (f, error->message);
}

static void
notify_cb (GObject    *object,
           GParamSpec *pspec,
           Fixture    *f)
{
  g_autofree char *text = NULL;

  if (pspec->value_type != G_TYPE_STRING)
    return;

  g_object_get (object, pspec->name, &text, NULL);
  show (f, text);
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *parent = g_dir_make_tmp ("wadesk-credentials-XXXXXX", &error);

  g_assert_no_error (error);
  g_string_truncate (logged, 0);
  f->dir = g_build_filename (parent, "data", NULL);
  f->shown = g_string_new (NULL);
  f->system_id = data;
  f->sandbox = g_object_new (WA_TYPE_SANDBOX, "dialect", data, "key", KEY, NULL);
  g_assert_true (wa_sandbox_start (f->sandbox, &error));
  f->secrets = wa_secrets_new_for_session ();
  f->accounts = wa_accounts_new (f->dir, f->secrets);
  wa_accounts_load_async (f->accounts, NULL, session_done_cb, &result);
  g_assert_true (wa_accounts_load_finish (f->accounts, session_await (&result), &error));
}

static void
search_file (const char *path,
             const char *words,
             guint      *n_files)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  if (memmem (contents, length, words, strlen (words)) != NULL)
    g_error ("The key is in %s", path);
  (*n_files)++;
}

static void
search_dir_for (const char *path,
                const char *words,
                guint      *n_files)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        search_dir_for (child, words, n_files);
      else
        search_file (child, words, n_files);
    }
}

static void
search (Fixture *f,
        guint    fewest_files)
{
  guint n_files = 0;

  search_dir_for (f->dir, MARK, &n_files);
  g_assert_cmpuint (n_files, >=, fewest_files);
  g_assert_null (strstr (f->shown->str, MARK));
  g_mutex_lock (&logged_mutex);
  g_assert_cmpuint (logged->len, >, 0);
  g_assert_null (strstr (logged->str, MARK));
  g_mutex_unlock (&logged_mutex);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_autofree char *parent = g_path_get_dirname (f->dir);

  /* With the journals of databases that are in use, and once more when all is written. */
  search (f, 3);
  wa_accounts_close (f->accounts);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  search (f, 2);

  wa_sandbox_stop (f->sandbox);
  g_assert_finalize_object (f->accounts);
  g_object_unref (f->secrets);
  g_object_unref (f->sandbox);
  session_remove_dir (parent);
  g_free (f->dir);
  g_string_free (f->shown, TRUE);
}

static GHashTable *
new_settings (Fixture    *f,
              const char *address)
{
  GHashTable *settings = wa_sandbox_dup_settings (f->sandbox);

  g_hash_table_insert (settings, g_strdup ("base-url"), g_strdup (address));
  g_hash_table_insert (settings, g_strdup ("token"), g_strdup (KEY));

  return settings;
}

static WaAccount *
add (Fixture    *f,
     const char *address)
{
  g_autoptr(GHashTable) settings = new_settings (f, address);
  WaAccount *account = session_add_of (f->accounts, f->system_id, settings);

  session_open (account);
  g_object_set (wa_account_get_client (account), "patience", 0.002, NULL);
  g_signal_connect (account, "notify", G_CALLBACK (notify_cb), f);
  g_signal_connect (wa_account_get_sync (account), "notify", G_CALLBACK (notify_cb), f);
  g_signal_connect (wa_account_get_outbox (account), "notify", G_CALLBACK (notify_cb), f);

  return account;
}

static void
test_connection (Fixture    *f,
                 const char *address)
{
  g_autoptr(GHashTable) settings = new_settings (f, address);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  wa_accounts_test_async (f->accounts, f->system_id, settings, NULL, session_done_cb, &result);
  text = wa_accounts_test_finish (f->accounts, session_await (&result), &error);
  show (f, text);
  show_error (f, error);
}

/* Until it is settled, or waits for something that won't come; then it is taken back. */
static WaMessageState
send (Fixture   *f,
      WaAccount *account)
{
  WaOutbox *outbox = wa_account_get_outbox (account);
  g_autoptr(WaMessage) message = session_send_text (account, NUMBER, "Hello");

  session_wait_for ((wa_message_get_state (message) != WA_STATE_QUEUED &&
                     wa_message_get_state (message) != WA_STATE_SENDING) ||
                    wa_message_get_not_before (message) != NULL ||
                    wa_account_get_state (account) != WA_ACCOUNT_READY);
  show (f, wa_message_get_error_text (message));
  show (f, wa_message_get_provider_text (message));
  f->refused = f->refused || wa_message_get_state (message) != WA_STATE_SENT;
  wa_outbox_cancel_message (outbox, message);
  session_wait_for (wa_outbox_get_waiting (outbox) == 0);

  return wa_message_get_state (message);
}

static void
create_contact (Fixture   *f,
                WaAccount *account)
{
  g_autoptr(WaContact) contact = wa_contact_new ();
  g_autoptr(WaContact) created = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  wa_contact_set_number (contact, "4915198765432");
  wa_contact_set_name (contact, "Ada");
  wa_account_create_contact_async (account, contact, NULL, session_done_cb, &result);
  created = wa_account_create_contact_finish (account, session_await (&result), &error);
  show_error (f, error);
}

/* As somebody who uses the account: everything that asks the system for something. */
static void
use (Fixture    *f,
     WaAccount  *account,
     const char *address)
{
  test_connection (f, address);
  session_sync (account);
  send (f, account);
  create_contact (f, account);
  /* What was refused is entered again. */
  wa_account_set_key (account, KEY);
}

static void
test_faults (Fixture       *f,
             gconstpointer  data)
{
  const struct
  {
    WaSandboxFault fault;
    guint          value;
  } rows[] = {
    { WA_SANDBOX_FAULT_STATUS, 400 }, { WA_SANDBOX_FAULT_STATUS, 401 }, { WA_SANDBOX_FAULT_STATUS, 403 },
    { WA_SANDBOX_FAULT_STATUS, 404 }, { WA_SANDBOX_FAULT_STATUS, 500 }, { WA_SANDBOX_FAULT_RATE_LIMITED, 1 },
    { WA_SANDBOX_FAULT_HTML, 0 }, { WA_SANDBOX_FAULT_TRUNCATED, 0 }, { WA_SANDBOX_FAULT_LOST, 0 },
  };
  const char *address = wa_sandbox_get_base_url (f->sandbox);
  g_autoptr(WaAccount) account = add (f, address);

  use (f, account, address);
  g_assert_false (f->refused);
  g_assert_cmpuint (wa_sandbox_count_messages (f->sandbox, NUMBER), ==, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      f->refused = FALSE;
      wa_sandbox_inject (f->sandbox, rows[i].fault, 0, rows[i].value, NULL);
      use (f, account, address);
      g_assert_true (f->refused);
      wa_sandbox_clear_faults (f->sandbox);
    }

  /* The key itself is refused. */
  f->refused = FALSE;
  wa_account_set_key (account, KEY "wrong");
  send (f, account);
  g_assert_true (f->refused);
}

/* A password, and what it buys, which the test learns from the place where it is kept. */
static void
test_password (Fixture       *f,
               gconstpointer  data)
{
  g_autoptr(GHashTable) settings = new_settings (f, wa_sandbox_get_base_url (f->sandbox));
  g_autoptr(WaAccount) account = NULL;
  guint n_files = 0;

  g_hash_table_insert (settings, g_strdup ("token"), g_strdup (""));
  g_hash_table_insert (settings, g_strdup ("email"), g_strdup ("admin@example.com"));
  g_hash_table_insert (settings, g_strdup ("password"), g_strdup (KEY));
  account = session_add_of (f->accounts, "whatomate", settings);
  session_open (account);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr(GAsyncResult) result = NULL;
      g_autofree char *secret = NULL;

      session_sync (account);
      wa_secrets_lookup_async (f->secrets, wa_account_get_id (account), NULL, session_done_cb, &result);
      secret = wa_secrets_lookup_finish (f->secrets, session_await (&result), NULL);
      g_assert_nonnull (strstr (secret, "demo."));
      search_dir_for (f->dir, strstr (secret, "demo."), &n_files);
      g_assert_null (strstr (logged->str, strstr (secret, "demo.")));
      /* Too old, then refused. */
      wa_sandbox_advance (f->sandbox, 24 * 60 * 60);
      if (i == 1)
        wa_sandbox_inject (f->sandbox, WA_SANDBOX_FAULT_STATUS, 1, 401, "/api/auth");
    }
  g_assert_cmpint (wa_account_get_state (account), ==, WA_ACCOUNT_NEEDS_KEY);
}

/* A server that gives back what it got, the key among it, in any form. */

typedef struct
{
  guint       status;
  const char *body;
} Echo;

static void
echo_cb (SoupServer        *server,
         SoupServerMessage *message,
         const char        *path,
         GHashTable        *query,
         gpointer           user_data)
{
  Echo *echo = user_data;
  g_autofree char *escaped = g_uri_escape_string (KEY, NULL, FALSE);
  g_auto(GStrv) parts = g_strsplit (echo->body, "%s", -1);
  g_autofree char *body = g_strconcat (parts[0], KEY, parts[1], escaped, parts[2], NULL);
  g_autofree char *location = g_strconcat ("https://example.org/", escaped, NULL);
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);

  soup_server_message_set_status (message, echo->status, KEY);
  soup_message_headers_append (headers, "Retry-After", "1");
  if (echo->status == 302)
    soup_message_headers_append (headers, "Location", location);
  soup_server_message_set_response (message, body[0] == '<' ? "text/html" : "application/json",
                                    SOUP_MEMORY_COPY, body, strlen (body));
}

static SoupServer *
serve_echo (Echo  *echo,
            char **address)
{
  SoupServer *server = soup_server_new (NULL, NULL);
  g_autoptr(GError) error = NULL;
  GSList *uris;

  soup_server_add_handler (server, NULL, echo_cb, echo, NULL);
  soup_server_listen_local (server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (server);
  *address = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  return server;
}

static void
test_echo (Fixture       *f,
           gconstpointer  data)
{
  static const char *const bodies[] = {
    "{\"status\":\"0\",\"success\":false,\"sent\":false,\"message\":\"%s\",\"error\":\"%s\"}",
    "{\"status\":\"error\",\"message\":\"x %s\",\"errors\":{\"token\":[\"%s is wrong\"]}}",
    "{\"result\":\"failed\",\"message\":{\"token\":\"%s\"},\"error\":{\"message\":\"%s\",\"code\":190}}",
    "{\"status\":\"1\",\"success\":true,\"sent\":true,\"message\":\"%s\",\"data\":\"%s\"}",
    "{\"status\":\"success\",\"result\":\"success\",\"data\":{\"id\":\"%s\",\"wamid\":\"%s\"}}",
    "[\"%s\",\"%s\"]",
    "%s %s",
    "<html><body>%s %s</body></html>",
    "{\"status\":\"%s\",\"token\":\"%s",
  };
  const guint statuses[] = { 200, 302, 400, 401, 429, 500 };
  Echo echo = { 0 };
  g_autofree char *address = NULL;
  g_autoptr(SoupServer) server = serve_echo (&echo, &address);
  g_autoptr(WaAccount) account = add (f, address);
  guint n_refused = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (bodies) * G_N_ELEMENTS (statuses); i++)
    {
      echo.status = statuses[i % G_N_ELEMENTS (statuses)];
      echo.body = bodies[i / G_N_ELEMENTS (statuses)];
      f->refused = FALSE;
      use (f, account, address);
      n_refused += f->refused;
    }

  /* All but some of those with a good status. */
  g_assert_cmpuint (n_refused, >=, G_N_ELEMENTS (bodies) * (G_N_ELEMENTS (statuses) - 1));
  g_assert_nonnull (strstr (f->shown->str, "***"));
}

int
main (int   argc,
      char *argv[])
{
  static const char *const systems[] = { "pabbly", "onemsg", "whatsjet", "wabotick", "whatomate" };

  g_setenv ("G_MESSAGES_DEBUG", "all", TRUE);
  g_test_init (&argc, &argv, NULL);
  logged = g_string_new (NULL);
  g_log_set_writer_func (log_writer, NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (systems); i++)
    {
      g_autofree char *faults = g_strconcat ("/credentials/faults/", systems[i], NULL);
      g_autofree char *echo = g_strconcat ("/credentials/echo/", systems[i], NULL);

      g_test_add (faults, Fixture, systems[i], set_up, test_faults, tear_down);
      g_test_add (echo, Fixture, systems[i], set_up, test_echo, tear_down);
    }

  g_test_add ("/credentials/password", Fixture, "whatomate-g1", set_up, test_password, tear_down);

  return g_test_run ();
}
