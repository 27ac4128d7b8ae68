/* session-fixture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "session-fixture.h"

void
session_done_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  GAsyncResult **place = user_data;

  g_assert_null (*place);
  *place = g_object_ref (result);
}

GAsyncResult *
session_await (GAsyncResult **place)
{
  while (*place == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *place;
}

gboolean
session_tick_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

GHashTable *
session_fixture_settings (SessionFixture *self)
{
  GHashTable *settings = wa_sandbox_dup_settings (self->sandbox);

  g_hash_table_insert (settings, g_strdup ("base-url"), g_strdup (wa_sandbox_get_base_url (self->sandbox)));
  g_hash_table_insert (settings, g_strdup ("token"), g_strdup (wa_sandbox_get_key (self->sandbox)));

  return settings;
}

WaAccount *
session_add_of (WaAccounts *accounts,
                const char *system_id,
                GHashTable *settings)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  WaAccount *account;

  wa_accounts_add_async (accounts, system_id, "Test", settings, NULL, session_done_cb, &result);
  account = wa_accounts_add_finish (accounts, session_await (&result), NULL, &error);
  g_assert_no_error (error);

  return account;
}

WaAccount *
session_add (WaAccounts *accounts,
             GHashTable *settings)
{
  return session_add_of (accounts, "pabbly", settings);
}

void
session_open (WaAccount *account)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  g_object_set (wa_account_get_client (account), "patience", 0.01, NULL);
  wa_account_open_async (account, NULL, session_done_cb, &result);
  g_assert_true (wa_account_open_finish (account, session_await (&result), &error));
  g_assert_no_error (error);
}

static void
load (WaAccounts *accounts)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  wa_accounts_load_async (accounts, NULL, session_done_cb, &result);
  g_assert_true (wa_accounts_load_finish (accounts, session_await (&result), &error));
  g_assert_no_error (error);
}

void
session_fixture_set_up (SessionFixture *self,
                        gconstpointer   data)
{
  const char *dialect = data != NULL ? data : "pabbly";
  g_autofree char *system_id = g_strndup (dialect, strcspn (dialect, "-"));
  g_autoptr(GHashTable) settings = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *parent = g_dir_make_tmp ("wadesk-session-XXXXXX", &error);

  g_assert_no_error (error);
  self->dir = g_build_filename (parent, "data", NULL);
  self->sandbox = wa_sandbox_new (dialect);
  g_assert_true (wa_sandbox_start (self->sandbox, &error));
  g_assert_no_error (error);

  self->secrets = wa_secrets_new_for_session ();
  self->accounts = wa_accounts_new (self->dir, self->secrets);
  load (self->accounts);
  settings = session_fixture_settings (self);
  self->account = session_add_of (self->accounts, system_id, settings);
  session_open (self->account);
}

/* As when the program ends and starts again; keys are still there. */
void
session_fixture_reopen (SessionFixture *self)
{
  g_autofree char *id = g_strdup (wa_account_get_id (self->account));

  wa_accounts_close (self->accounts);
  g_clear_object (&self->account);
  g_clear_object (&self->accounts);
  while (g_main_context_iteration (NULL, FALSE))
    ;

  self->accounts = wa_accounts_new (self->dir, self->secrets);
  load (self->accounts);
  self->account = g_object_ref (wa_accounts_find (self->accounts, id));
  session_open (self->account);
}

void
session_remove_dir (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        session_remove_dir (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

/* Nothing may keep an account alive once it is closed and what was under way has ended. */
void
session_fixture_tear_down (SessionFixture *self,
                           gconstpointer   data)
{
  g_autofree char *parent = g_path_get_dirname (self->dir);

  wa_accounts_close (self->accounts);
  wa_sandbox_stop (self->sandbox);
  session_wait_for (G_OBJECT (self->account)->ref_count == 1);
  g_assert_finalize_object (self->account);
  g_assert_finalize_object (self->accounts);
  g_object_unref (self->secrets);
  g_object_unref (self->sandbox);
  session_remove_dir (parent);
  g_free (self->dir);
}

void
session_sync (WaAccount *account)
{
  WaSync *sync = wa_account_get_sync (account);

  wa_sync_start (sync);
  session_wait_for (!wa_sync_get_running (sync));
}

WaOutgoing *
session_new_text (const char *recipient,
                  const char *text)
{
  WaOutgoing *outgoing = wa_outgoing_new ();

  wa_outgoing_set_kind (outgoing, WA_MESSAGE_TEXT);
  wa_outgoing_set_recipient (outgoing, recipient);
  wa_outgoing_set_text (outgoing, text);

  return outgoing;
}

WaMessage *
session_send_text (WaAccount  *account,
                   const char *recipient,
                   const char *text)
{
  g_autoptr(WaOutgoing) outgoing = session_new_text (recipient, text);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  WaMessage *message;

  wa_outbox_send_async (wa_account_get_outbox (account), outgoing, NULL, session_done_cb, &result);
  message = wa_outbox_send_finish (wa_account_get_outbox (account), session_await (&result), &error);
  g_assert_no_error (error);

  return message;
}

static WaRowList *
query_all (WaAccount *account)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  WaRowList *rows;

  wa_account_query_contacts_async (account, NULL, NULL, session_done_cb, &result);
  rows = wa_account_query_contacts_finish (account, session_await (&result), &error);
  g_assert_no_error (error);

  return rows;
}

guint
session_count_contacts (WaAccount *account)
{
  g_autoptr(WaRowList) rows = query_all (account);

  return g_list_model_get_n_items (G_LIST_MODEL (rows));
}

/* Returns: (nullable): what the store has */
WaContact *
session_find_contact (WaAccount  *account,
                      const char *number)
{
  g_autoptr(GAsyncResult) result = NULL;

  wa_store_find_contact_async (wa_account_get_store (account), 0, NULL, number, NULL, session_done_cb,
                               &result);

  return wa_store_find_contact_finish (wa_account_get_store (account), session_await (&result), NULL);
}
