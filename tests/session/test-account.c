/* test-account.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "core/wa-error.h"
#include "session-fixture.h"

#define NEW_NUMBER "4915198765432"

static WaContact *
any_contact (SessionFixture *fixture)
{
  g_autoptr(WaRowList) rows = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  wa_account_query_contacts_async (fixture->account, NULL, NULL, session_done_cb, &result);
  rows = wa_account_query_contacts_finish (fixture->account, session_await (&result), NULL);

  return g_list_model_get_item (G_LIST_MODEL (rows), 0);
}

static WaContact *
create (SessionFixture  *fixture,
        const char      *number,
        const char      *name,
        GError         **error)
{
  g_autoptr(WaContact) contact = wa_contact_new ();
  g_autoptr(GAsyncResult) result = NULL;

  wa_contact_set_number (contact, number);
  wa_contact_set_name (contact, name);
  wa_account_create_contact_async (fixture->account, contact, NULL, session_done_cb, &result);

  return wa_account_create_contact_finish (fixture->account, session_await (&result), error);
}

static WaContact *
edit (SessionFixture  *fixture,
      WaContact       *contact,
      const char      *changed,
      GError         **error)
{
  const char *names[] = { changed, NULL };
  g_autoptr(WaContactEdit) contact_edit = wa_contact_edit_new ();
  g_autoptr(GAsyncResult) result = NULL;

  wa_contact_edit_set_contact (contact_edit, contact);
  wa_contact_edit_set_changed (contact_edit, names);
  wa_account_edit_contact_async (fixture->account, contact_edit, NULL, session_done_cb, &result);

  return wa_account_edit_contact_finish (fixture->account, session_await (&result), error);
}

static WaContact *
refresh (SessionFixture  *fixture,
         WaContact       *contact,
         GError         **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  wa_account_refresh_contact_async (fixture->account, contact, NULL, session_done_cb, &result);

  return wa_account_refresh_contact_finish (fixture->account, session_await (&result), error);
}

static gboolean
delete (SessionFixture  *fixture,
        WaContact       *contact,
        GError         **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  wa_account_delete_contact_async (fixture->account, contact, NULL, session_done_cb, &result);

  return wa_account_delete_contact_finish (fixture->account, session_await (&result), error);
}

/* The system's answer to a creation has no id: it is looked up, so that the contact can be changed at
 * once. */
static void
test_create (SessionFixture *fixture,
             gconstpointer   data)
{
  g_autoptr(WaContact) created = NULL;
  g_autoptr(WaContact) second = NULL;
  g_autoptr(WaContact) changed = NULL;
  g_autoptr(GError) error = NULL;

  created = create (fixture, NEW_NUMBER, "Ada Nowak", &error);
  g_assert_no_error (error);
  g_assert_cmpint (wa_contact_get_id (created), >, 0);
  g_assert_cmpstr (wa_contact_get_remote_id (created), !=, "");
  g_assert_cmpstr (wa_contact_get_number (created), ==, NEW_NUMBER);
  g_assert_false (wa_contact_get_local (created));

  second = create (fixture, NEW_NUMBER, "Again", &error);
  g_assert_null (second);
  g_assert_error (error, WA_ERROR, WA_ERROR_INVALID);
  g_clear_error (&error);

  wa_contact_set_name (created, "Ada Kowalska");
  changed = edit (fixture, created, "name", &error);
  g_assert_no_error (error);
  g_assert_cmpint (wa_contact_get_id (changed), ==, wa_contact_get_id (created));
  g_assert_cmpstr (wa_contact_get_name (changed), ==, "Ada Kowalska");
}

/* A contact that the system has but the store does not know is refused there, and says so. */
static void
test_create_refused (SessionFixture *fixture,
                     gconstpointer   data)
{
  g_autoptr(WaContact) known = NULL;
  g_autoptr(WaContact) created = NULL;
  g_autofree char *number = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id;

  session_sync (fixture->account);
  known = any_contact (fixture);
  number = g_strdup (wa_contact_get_number (known));
  id = wa_contact_get_id (known);
  {
    g_autoptr(GAsyncResult) result = NULL;

    wa_store_delete_contacts_async (wa_account_get_store (fixture->account), &id, 1, NULL, session_done_cb,
                                    &result);
    g_assert_true (wa_store_delete_contacts_finish (wa_account_get_store (fixture->account),
                                                    session_await (&result), NULL));
  }

  created = create (fixture, number, "Again", &error);
  g_assert_null (created);
  g_assert_error (error, WA_ERROR, WA_ERROR_REJECTED);
}

/* The change comes back from the system: another session sees it too. */
static void
test_edit (SessionFixture *fixture,
           gconstpointer   data)
{
  g_autoptr(WaContact) contact = NULL;
  g_autoptr(WaContact) changed = NULL;
  g_autoptr(WaContact) copy = NULL;
  g_autoptr(WaContact) refreshed = NULL;
  g_autoptr(GError) error = NULL;

  session_sync (fixture->account);
  contact = any_contact (fixture);
  copy = wa_record_copy (contact);
  wa_contact_set_name (copy, "A & <b>");
  changed = edit (fixture, copy, "name", &error);
  g_assert_no_error (error);
  g_assert_true (changed == contact);
  g_assert_cmpstr (wa_contact_get_name (contact), ==, "A & <b>");
  g_assert_cmpstrv (wa_contact_get_tags (contact), wa_contact_get_tags (copy));

  refreshed = refresh (fixture, contact, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (wa_contact_get_name (refreshed), ==, "A & <b>");
  session_sync (fixture->account);
  g_assert_cmpstr (wa_contact_get_name (contact), ==, "A & <b>");
}

static void
test_edit_fails (SessionFixture *fixture,
                 gconstpointer   data)
{
  g_autoptr(WaContact) contact = NULL;
  g_autoptr(WaContact) copy = NULL;
  g_autoptr(WaContact) changed = NULL;
  g_autofree char *name = NULL;
  g_autoptr(GError) error = NULL;

  session_sync (fixture->account);
  contact = any_contact (fixture);
  name = g_strdup (wa_contact_get_name (contact));
  copy = wa_record_copy (contact);
  wa_contact_set_name (copy, "Other");
  wa_sandbox_inject (fixture->sandbox, WA_SANDBOX_FAULT_STATUS, 1, 422, "/contacts");
  changed = edit (fixture, copy, "name", &error);
  g_assert_null (changed);
  g_assert_error (error, WA_ERROR, WA_ERROR_REJECTED);
  g_assert_cmpstr (wa_contact_get_name (contact), ==, name);
}

/* What is gone at the system goes here. */
static void
test_gone (SessionFixture *fixture,
           gconstpointer   data)
{
  g_autoptr(WaContact) contact = NULL;
  g_autoptr(WaContact) refreshed = NULL;
  g_autoptr(WaContact) found = NULL;
  g_autofree char *number = NULL;
  g_autoptr(GError) error = NULL;

  session_sync (fixture->account);
  contact = any_contact (fixture);
  number = g_strdup (wa_contact_get_number (contact));
  wa_sandbox_inject (fixture->sandbox, WA_SANDBOX_FAULT_STATUS, 1, 404, "/contacts");
  refreshed = refresh (fixture, contact, &error);
  g_assert_null (refreshed);
  g_assert_error (error, WA_ERROR, WA_ERROR_NOT_FOUND);
  found = session_find_contact (fixture->account, number);
  g_assert_null (found);
}

/* What the system keeps and can't delete would come back: that is said.  What it does not keep goes. */
static void
test_delete (SessionFixture *fixture,
             gconstpointer   data)
{
  g_autoptr(WaContact) contact = NULL;
  g_autoptr(WaContact) local = wa_contact_new ();
  g_autoptr(WaContact) gone = NULL;
  g_autoptr(GPtrArray) contacts = g_ptr_array_new ();
  g_autoptr(GArray) ids = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  session_sync (fixture->account);
  contact = any_contact (fixture);
  g_assert_false (wa_account_supports (fixture->account, WA_OP_DELETE_CONTACT));
  g_assert_false (delete (fixture, contact, &error));
  g_assert_error (error, WA_ERROR, WA_ERROR_UNSUPPORTED);
  g_clear_error (&error);

  wa_contact_set_number (local, NEW_NUMBER);
  wa_contact_set_local (local, TRUE);
  g_ptr_array_add (contacts, local);
  wa_store_save_contacts_async (wa_account_get_store (fixture->account), contacts, 0, NULL, NULL,
                                session_done_cb, &result);
  ids = wa_store_save_contacts_finish (wa_account_get_store (fixture->account), session_await (&result),
                                       &error);
  wa_contact_set_id (local, g_array_index (ids, gint64, 0));
  g_assert_true (delete (fixture, local, &error));
  gone = session_find_contact (fixture->account, NEW_NUMBER);
  g_assert_null (gone);
}

static WaTemplate *
find_template (SessionFixture *fixture,
               const char     *name)
{
  GListModel *templates = wa_account_get_templates (fixture->account);

  for (guint i = 0; i < g_list_model_get_n_items (templates); i++)
    {
      g_autoptr(WaTemplate) template = g_list_model_get_item (templates, i);

      if (g_str_equal (wa_template_get_name (template), name))
        return g_steal_pointer (&template);
    }

  return NULL;
}

static guint
count_hints (WaTemplate *template)
{
  return g_list_model_get_n_items (G_LIST_MODEL (wa_template_get_hints (template)));
}

/* What only the single template tells outlives the next refresh of all. */
static void
test_template (SessionFixture *fixture,
               gconstpointer   data)
{
  g_autoptr(WaTemplate) template = NULL;
  g_autoptr(WaTemplate) fresh = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  session_sync (fixture->account);
  template = find_template (fixture, "interactive_marketing");
  g_assert_nonnull (template);
  g_assert_cmpuint (count_hints (template), ==, 0);

  wa_account_refresh_template_async (fixture->account, template, NULL, session_done_cb, &result);
  fresh = wa_account_refresh_template_finish (fixture->account, session_await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_hints (fresh), >, 0);
  g_assert_cmpint (wa_template_get_id (fresh), ==, wa_template_get_id (template));

  g_clear_object (&fresh);
  session_sync (fixture->account);
  fresh = find_template (fixture, "interactive_marketing");
  g_assert_cmpuint (count_hints (fresh), >, 0);
}

/* A name in several languages is known to be one. */
static void
test_shared_name (SessionFixture *fixture,
                  gconstpointer   data)
{
  GListModel *templates = wa_account_get_templates (fixture->account);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_shared = 0;

  session_sync (fixture->account);
  for (guint i = 0; i < g_list_model_get_n_items (templates); i++)
    {
      g_autoptr(WaTemplate) template = g_list_model_get_item (templates, i);

      if (!g_hash_table_add (seen, g_strdup (wa_template_get_name (template))))
        g_assert_true (wa_template_get_shared_name (template));
      n_shared += wa_template_get_shared_name (template);
    }
  g_assert_cmpuint (n_shared, !=, 1);
  g_assert_cmpuint (n_shared, <, g_list_model_get_n_items (templates));
}

static WaOutgoing *
load_draft (SessionFixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  WaOutgoing *draft;

  wa_account_load_draft_async (fixture->account, "compose", NULL, session_done_cb, &result);
  draft = wa_account_load_draft_finish (fixture->account, session_await (&result), &error);
  g_assert_no_error (error);

  return draft;
}

/* What was typed is there after the end, however soon that comes; what was thrown away is not. */
static void
test_draft (SessionFixture *fixture,
            gconstpointer   data)
{
  g_autoptr(WaOutgoing) draft = session_new_text (NEW_NUMBER, "Half a sent");
  g_autoptr(WaOutgoing) pending = NULL;
  g_autoptr(WaOutgoing) restored = NULL;

  g_assert_null (load_draft (fixture));
  wa_account_save_draft (fixture->account, "compose", draft);
  wa_outgoing_set_text (draft, "Half a sentence");
  wa_account_save_draft (fixture->account, "compose", draft);
  pending = load_draft (fixture);
  g_assert_cmpstr (wa_outgoing_get_text (pending), ==, "Half a sentence");

  session_fixture_reopen (fixture);
  restored = load_draft (fixture);
  g_assert_nonnull (restored);
  g_assert_true (wa_record_equal (WA_RECORD (restored), WA_RECORD (draft)));

  wa_account_discard_draft (fixture->account, "compose");
  g_assert_null (load_draft (fixture));
  session_fixture_reopen (fixture);
  g_assert_null (load_draft (fixture));
}

static void
test_recipients (SessionFixture *fixture,
                 gconstpointer   data)
{
  g_autoptr(WaContact) contact = NULL;
  g_autoptr(WaContact) first = NULL;
  g_autoptr(GListModel) found = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  session_sync (fixture->account);
  contact = any_contact (fixture);
  wa_account_find_recipients_async (fixture->account, wa_contact_get_number (contact), NULL, session_done_cb,
                                    &result);
  found = wa_account_find_recipients_finish (fixture->account, session_await (&result), NULL);
  g_assert_cmpuint (g_list_model_get_n_items (found), ==, 1);
  first = g_list_model_get_item (found, 0);
  g_assert_cmpstr (wa_contact_get_number (first), ==, wa_contact_get_number (contact));
}

/* A store that can't be opened is said, and its account can be tried again. */
static void
test_no_store (SessionFixture *fixture,
               gconstpointer   data)
{
  g_autofree char *dir = g_build_filename (fixture->dir, "accounts", wa_account_get_id (fixture->account),
                                           NULL);
  g_autofree char *path = g_build_filename (dir, "store.db", NULL);
  g_autofree char *id = g_strdup (wa_account_get_id (fixture->account));
  g_autoptr(WaAccounts) accounts = NULL;
  g_autoptr(GAsyncResult) loaded = NULL;
  g_autoptr(GAsyncResult) opened = NULL;
  g_autoptr(GError) error = NULL;
  WaAccount *account;

  wa_account_close (fixture->account);
  g_assert_true (g_file_set_contents (path, "this is no database, and it is long enough to be looked at", -1,
                                      NULL));

  accounts = wa_accounts_new (fixture->dir, fixture->secrets);
  wa_accounts_load_async (accounts, NULL, session_done_cb, &loaded);
  g_assert_true (wa_accounts_load_finish (accounts, session_await (&loaded), NULL));
  account = wa_accounts_find (accounts, id);
  wa_account_open_async (account, NULL, session_done_cb, &opened);
  g_assert_false (wa_account_open_finish (account, session_await (&opened), &error));
  g_assert_error (error, WA_ERROR, WA_ERROR_STORE);
  g_assert_cmpint (wa_account_get_state (account), ==, WA_ACCOUNT_FAILED);
  g_assert_cmpstr (wa_account_get_problem (account), !=, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  SESSION_TEST ("/account/create", test_create);
  SESSION_TEST ("/account/create-refused", test_create_refused);
  SESSION_TEST ("/account/edit", test_edit);
  SESSION_TEST ("/account/edit-fails", test_edit_fails);
  SESSION_TEST ("/account/gone", test_gone);
  SESSION_TEST ("/account/delete", test_delete);
  SESSION_TEST ("/account/template", test_template);
  SESSION_TEST ("/account/shared-name", test_shared_name);
  SESSION_TEST ("/account/draft", test_draft);
  SESSION_TEST ("/account/recipients", test_recipients);
  SESSION_TEST ("/account/no-store", test_no_store);

  return g_test_run ();
}
