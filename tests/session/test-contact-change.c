/* test-contact-change.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "core/wa-error.h"
#include "session/session-fixture.h"

/* Contacts of systems that take them in parts, of such that take them whole, and of such that keep none. */

#define NEW_NUMBER "4915198765432"
#define FIELD "city"

static WaContact *
create (SessionFixture  *fixture,
        WaContact       *contact,
        GError         **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  wa_account_create_contact_async (fixture->account, contact, NULL, session_done_cb, &result);

  return wa_account_create_contact_finish (fixture->account, session_await (&result), error);
}

/* Returns: (transfer full): a copy of somebody whom the system knows, without tags */
static WaContact *
any_contact (SessionFixture *fixture)
{
  static const char *const none[] = { NULL };
  g_autoptr(WaRowList) rows = NULL;
  g_autoptr(WaContact) contact = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  wa_account_query_contacts_async (fixture->account, NULL, NULL, session_done_cb, &result);
  rows = wa_account_query_contacts_finish (fixture->account, session_await (&result), NULL);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (rows)); i++)
    {
      g_clear_object (&contact);
      contact = g_list_model_get_item (G_LIST_MODEL (rows), i);
      if (wa_contact_get_tags (contact)[0] == NULL)
        return wa_record_copy (contact);
    }

  contact = wa_record_copy (contact);
  wa_contact_set_tags (contact, none);

  return g_steal_pointer (&contact);
}

static void
set_attribute (WaContact  *contact,
               const char *name,
               const char *value)
{
  g_autoptr(WaAttribute) attribute = wa_attribute_new ();

  wa_attribute_set_name (attribute, name);
  wa_attribute_set_value (attribute, value);
  g_list_store_remove_all (wa_contact_get_attributes (contact));
  g_list_store_append (wa_contact_get_attributes (contact), attribute);
}

static const char *
get_attribute (WaContact  *contact,
               const char *name)
{
  GListModel *attributes = G_LIST_MODEL (wa_contact_get_attributes (contact));

  for (guint i = 0; i < g_list_model_get_n_items (attributes); i++)
    {
      g_autoptr(WaAttribute) attribute = g_list_model_get_item (attributes, i);

      if (g_str_equal (wa_attribute_get_name (attribute), name))
        return wa_attribute_get_value (attribute);
    }

  return "";
}

static void
set_tags (WaContact  *contact,
          const char *first,
          const char *second)
{
  const char *tags[] = { first, second, NULL };

  wa_contact_set_tags (contact, tags);
}

/* @changed: properties, between blanks */
static WaContact *
edit (SessionFixture  *fixture,
      WaContact       *contact,
      const char      *changed,
      GError         **error)
{
  g_auto(GStrv) names = g_strsplit (changed, " ", -1);
  g_autoptr(WaContactEdit) contact_edit = wa_contact_edit_new ();
  g_autoptr(GAsyncResult) result = NULL;

  wa_contact_edit_set_contact (contact_edit, contact);
  wa_contact_edit_set_changed (contact_edit, (const char *const *) names);
  wa_account_edit_contact_async (fixture->account, contact_edit, NULL, session_done_cb, &result);

  return wa_account_edit_contact_finish (fixture->account, session_await (&result), error);
}

/* As the system has it. */
static WaContact *
refresh (SessionFixture *fixture,
         WaContact      *contact)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  WaContact *fresh;

  wa_account_refresh_contact_async (fixture->account, contact, NULL, session_done_cb, &result);
  fresh = wa_account_refresh_contact_finish (fixture->account, session_await (&result), &error);
  g_assert_no_error (error);

  return fresh;
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

static void
assert_ada (WaContact *contact)
{
  g_assert_cmpstr (wa_contact_get_first_name (contact), ==, "Ada");
  g_assert_cmpstr (wa_contact_get_last_name (contact), ==, "Nowak");
  g_assert_cmpstr (get_attribute (contact, FIELD), ==, "Łódź");
  g_assert_true (g_strv_contains (wa_contact_get_tags (contact), "vip"));
  g_assert_true (g_strv_contains (wa_contact_get_tags (contact), "Brand new"));
}

static WaContact *
new_ada (void)
{
  WaContact *contact = wa_contact_new ();

  wa_contact_set_number (contact, NEW_NUMBER);
  wa_contact_set_first_name (contact, "Ada");
  wa_contact_set_last_name (contact, "Nowak");
  set_tags (contact, "vip", "Brand new");
  set_attribute (contact, FIELD, "Łódź");

  return contact;
}

/* Created by its name, then told the rest; a tag that nobody had is made. */
static void
test_create (SessionFixture *fixture,
             gconstpointer   data)
{
  g_autoptr(WaContact) wanted = new_ada ();
  g_autoptr(WaContact) created = NULL;
  g_autoptr(WaContact) fresh = NULL;
  g_autoptr(GError) error = NULL;

  created = create (fixture, wanted, &error);
  g_assert_no_error (error);
  assert_ada (created);
  fresh = refresh (fixture, created);
  assert_ada (fresh);
  g_assert_cmpuint (count_requests (fixture, "label/create"), ==, 1);
}

static void
test_create_part (SessionFixture *fixture,
                  gconstpointer   data)
{
  g_autoptr(WaContact) wanted = new_ada ();
  g_autoptr(WaContact) created = NULL;
  g_autoptr(WaContact) stored = NULL;
  g_autoptr(WaContact) again = NULL;
  g_autoptr(GError) error = NULL;

  wa_sandbox_inject (fixture->sandbox, WA_SANDBOX_FAULT_STATUS, 1, 422, "/api/v1/whatsapp/subscriber/update");
  created = create (fixture, wanted, &error);
  g_assert_null (created);
  g_assert_error (error, WA_ERROR, WA_ERROR_REJECTED);
  g_assert_nonnull (strstr (error->message, "was created"));
  g_clear_error (&error);

  stored = session_find_contact (fixture->account, NEW_NUMBER);
  g_assert_cmpstr (wa_contact_get_remote_id (stored), !=, "");
  again = create (fixture, wanted, &error);
  g_assert_error (error, WA_ERROR, WA_ERROR_INVALID);
  g_assert_cmpuint (count_requests (fixture, "subscriber/create"), ==, 1);
}

/* One save, four operations. */
static void
test_edit (SessionFixture *fixture,
           gconstpointer   data)
{
  g_autoptr(WaContact) wanted = NULL;
  g_autoptr(WaContact) changed = NULL;
  g_autoptr(WaContact) fresh = NULL;
  g_autoptr(GError) error = NULL;

  session_sync (fixture->account);
  wanted = any_contact (fixture);
  set_tags (wanted, "vip", "Brand new");
  changed = edit (fixture, wanted, "tags", &error);
  g_assert_no_error (error);
  g_clear_object (&changed);

  wa_contact_set_first_name (wanted, "Ada");
  wa_contact_set_last_name (wanted, "Nowak");
  set_attribute (wanted, FIELD, "Gdańsk");
  set_tags (wanted, "vip", NULL);
  changed = edit (fixture, wanted, "first-name last-name tags attributes", &error);
  g_assert_no_error (error);

  fresh = refresh (fixture, changed);
  g_assert_cmpint (wa_contact_get_id (fresh), ==, wa_contact_get_id (wanted));
  g_assert_cmpstr (wa_contact_get_first_name (fresh), ==, "Ada");
  g_assert_cmpstr (get_attribute (fresh, FIELD), ==, "Gdańsk");
  g_assert_true (g_strv_contains (wa_contact_get_tags (fresh), "vip"));
  g_assert_false (g_strv_contains (wa_contact_get_tags (fresh), "Brand new"));
}

/* What failed is named, and what is stored is what the system has. */
static void
test_edit_part (SessionFixture *fixture,
                gconstpointer   data)
{
  g_autoptr(WaContact) wanted = NULL;
  g_autoptr(WaContact) changed = NULL;
  g_autoptr(WaContact) stored = NULL;
  g_autoptr(WaContact) fresh = NULL;
  g_autoptr(GError) error = NULL;

  session_sync (fixture->account);
  wanted = any_contact (fixture);
  wa_contact_set_first_name (wanted, "Ada");
  set_tags (wanted, "vip", NULL);
  set_attribute (wanted, FIELD, "Gdańsk");
  wa_sandbox_inject (fixture->sandbox, WA_SANDBOX_FAULT_STATUS, 1, 422,
                     "/api/v1/whatsapp/subscriber/chat/assign-custom-fields");
  changed = edit (fixture, wanted, "first-name tags attributes", &error);
  g_assert_null (changed);
  g_assert_error (error, WA_ERROR, WA_ERROR_REJECTED);
  g_assert_nonnull (strstr (error->message, "Not saved: custom fields, tags."));

  stored = session_find_contact (fixture->account, wa_contact_get_number (wanted));
  g_assert_cmpstr (wa_contact_get_first_name (stored), ==, "Ada");
  g_assert_false (g_strv_contains (wa_contact_get_tags (stored), "vip"));
  g_assert_cmpstr (get_attribute (stored, FIELD), !=, "Gdańsk");
  fresh = refresh (fixture, stored);
  g_assert_cmpstr (wa_contact_get_first_name (fresh), ==, "Ada");
  g_assert_false (g_strv_contains (wa_contact_get_tags (fresh), "vip"));
}

/* What can be refused before is refused before anything is changed. */
static void
test_edit_refused (SessionFixture *fixture,
                   gconstpointer   data)
{
  const struct
  {
    const char *changed;
    int         error;
  } rows[] = {
    { "first-name email", WA_ERROR_UNSUPPORTED },
    { "first-name attributes", WA_ERROR_INVALID },
    { "first-name attributes", WA_ERROR_UNSUPPORTED },
  };
  g_autofree char *name = NULL;
  g_autoptr(WaContact) wanted = NULL;

  session_sync (fixture->account);
  wanted = any_contact (fixture);
  wa_contact_set_first_name (wanted, "Other");
  wa_contact_set_email (wanted, "other@example.org");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(WaContact) changed = NULL;
      g_autoptr(WaContact) fresh = NULL;
      g_autoptr(GError) error = NULL;

      /* A field that is not there; then none at all for one that has a value. */
      if (i < 2)
        set_attribute (wanted, "No such field", "x");
      else
        set_attribute (wanted, FIELD, "");
      if (i == 2)
        {
          g_autoptr(WaContact) first = wa_record_copy (wanted);

          set_attribute (first, FIELD, "Gdańsk");
          changed = edit (fixture, first, "attributes", &error);
          g_assert_no_error (error);
          g_clear_object (&changed);
        }
      changed = edit (fixture, wanted, rows[i].changed, &error);
      g_assert_null (changed);
      g_assert_error (error, WA_ERROR, rows[i].error);
      fresh = refresh (fixture, wanted);
      g_assert_cmpstr (wa_contact_get_first_name (fresh), !=, "Other");
    }
  g_assert_cmpuint (count_requests (fixture, "subscriber/update"), ==, 0);
}

/* One operation takes it all. */
static void
test_whole (SessionFixture *fixture,
            gconstpointer   data)
{
  g_autoptr(WaContact) wanted = NULL;
  g_autoptr(WaContact) changed = NULL;
  g_autoptr(WaContact) fresh = NULL;
  g_autoptr(GError) error = NULL;

  session_sync (fixture->account);
  wanted = any_contact (fixture);
  wa_contact_set_name (wanted, "Ada Nowak");
  set_tags (wanted, "vip", NULL);
  wa_sandbox_clear_requests (fixture->sandbox);
  changed = edit (fixture, wanted, "name tags", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (wa_sandbox_get_requests (fixture->sandbox)->len, ==, 1);
  fresh = refresh (fixture, changed);
  g_assert_cmpstr (wa_contact_get_name (fresh), ==, "Ada Nowak");
  g_assert_cmpstr (wa_contact_get_tags (fresh)[0], ==, "vip");
}

/* A server that changes no contacts, and a system that keeps none: it is this computer's, and says so. */
static void
test_local (SessionFixture *fixture,
            gconstpointer   data)
{
  g_autoptr(WaContact) wanted = new_ada ();
  g_autoptr(WaContact) created = NULL;
  g_autoptr(WaContact) copy = NULL;
  g_autoptr(WaContact) changed = NULL;
  g_autoptr(WaContact) gone = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  session_sync (fixture->account);
  wa_sandbox_clear_requests (fixture->sandbox);
  created = create (fixture, wanted, &error);
  g_assert_no_error (error);
  g_assert_true (wa_contact_get_local (created));
  assert_ada (created);

  copy = wa_record_copy (created);
  wa_contact_set_email (copy, "ada@example.org");
  changed = edit (fixture, copy, "email", &error);
  g_assert_no_error (error);
  g_assert_true (wa_contact_get_local (changed));
  g_assert_cmpstr (wa_contact_get_email (changed), ==, "ada@example.org");
  assert_ada (changed);
  g_assert_cmpuint (wa_sandbox_get_requests (fixture->sandbox)->len, ==, 0);

  /* It outlives a refresh. */
  session_sync (fixture->account);
  gone = session_find_contact (fixture->account, NEW_NUMBER);
  g_assert_nonnull (gone);
  g_clear_object (&gone);

  wa_account_delete_contact_async (fixture->account, changed, NULL, session_done_cb, &result);
  g_assert_true (wa_account_delete_contact_finish (fixture->account, session_await (&result), &error));
  g_assert_no_error (error);
  gone = session_find_contact (fixture->account, NEW_NUMBER);
  g_assert_null (gone);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  SESSION_TEST_OF ("/contact-change/create", "wabotick", test_create);
  SESSION_TEST_OF ("/contact-change/create-part", "wabotick", test_create_part);
  SESSION_TEST_OF ("/contact-change/edit", "wabotick", test_edit);
  SESSION_TEST_OF ("/contact-change/edit-part", "wabotick", test_edit_part);
  SESSION_TEST_OF ("/contact-change/edit-refused", "wabotick", test_edit_refused);
  SESSION_TEST_OF ("/contact-change/whole", "whatomate", test_whole);
  SESSION_TEST_OF ("/contact-change/old-server", "whatomate-g1", test_local);
  SESSION_TEST_OF ("/contact-change/no-contacts", "onemsg", test_local);

  return g_test_run ();
}
