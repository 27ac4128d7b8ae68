/* test-local-first.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "core/wa-error.h"
#include "session-fixture.h"

/* A system that is told of contacts but tells little of them: what is kept here is the truth. */

#define NEW_NUMBER "4915198765432"
#define VENDOR "/7f3c9a52-1d2e-4b7a-9c41-2f8d0e5b6a10"

static WaContact *
any_contact (SessionFixture *fixture)
{
  g_autoptr(WaRowList) rows = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  wa_account_query_contacts_async (fixture->account, NULL, NULL, session_done_cb, &result);
  rows = wa_account_query_contacts_finish (fixture->account, session_await (&result), NULL);

  return g_list_model_get_item (G_LIST_MODEL (rows), 0);
}

/* How often the server was asked to do that since they were last forgotten. */
static guint
count_requests (SessionFixture *fixture,
                const char     *operation)
{
  GPtrArray *requests = wa_sandbox_get_requests (fixture->sandbox);
  guint n = 0;

  for (guint i = 0; i < requests->len; i++)
    n += strstr (((WaSandboxRequest *) g_ptr_array_index (requests, i))->path, operation) != NULL;

  return n;
}

static const char *
last_body (SessionFixture *fixture)
{
  GPtrArray *requests = wa_sandbox_get_requests (fixture->sandbox);

  return ((WaSandboxRequest *) g_ptr_array_index (requests, requests->len - 1))->body;
}

static WaContact *
create (SessionFixture  *fixture,
        gboolean         opt_in,
        GError         **error)
{
  g_autoptr(WaContact) contact = wa_contact_new ();
  g_autoptr(GAsyncResult) result = NULL;

  wa_contact_set_number (contact, NEW_NUMBER);
  wa_contact_set_first_name (contact, "Ada");
  wa_contact_set_opt_in (contact, opt_in);
  wa_sandbox_clear_requests (fixture->sandbox);
  wa_account_create_contact_async (fixture->account, contact, NULL, session_done_cb, &result);

  return wa_account_create_contact_finish (fixture->account, session_await (&result), error);
}

static WaContact *
edit (SessionFixture     *fixture,
      WaContact          *contact,
      const char *const  *changed,
      GError            **error)
{
  g_autoptr(WaContactEdit) contact_edit = wa_contact_edit_new ();
  g_autoptr(GAsyncResult) result = NULL;

  wa_contact_edit_set_contact (contact_edit, contact);
  wa_contact_edit_set_changed (contact_edit, changed);
  if (g_strv_contains (changed, "tags"))
    wa_contact_edit_set_tags_to_add (contact_edit, wa_contact_get_tags (contact));
  wa_sandbox_clear_requests (fixture->sandbox);
  wa_account_edit_contact_async (fixture->account, contact_edit, NULL, session_done_cb, &result);

  return wa_account_edit_contact_finish (fixture->account, session_await (&result), error);
}

static void
test_opt_in (SessionFixture *fixture,
             gconstpointer   data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(WaContact) created = create (fixture, TRUE, &error);

  g_assert_no_error (error);
  g_assert_true (wa_contact_get_opt_in (created));
  g_assert_false (wa_contact_get_local (created));
  g_assert_cmpstr (wa_contact_get_remote_id (created), !=, "");
  g_assert_cmpuint (count_requests (fixture, "/contact/update/"), ==, 0);
}

/* Nobody is created there as somebody who opted out: a second request says so. */
static void
test_opt_out (SessionFixture *fixture,
              gconstpointer   data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(WaContact) created = create (fixture, FALSE, &error);

  g_assert_no_error (error);
  g_assert_false (wa_contact_get_opt_in (created));
  g_assert_cmpint (wa_contact_get_id (created), >, 0);
  g_assert_cmpstr (wa_contact_get_remote_id (created), !=, "");
  g_assert_cmpuint (count_requests (fixture, "/contact/create"), ==, 1);
  g_assert_cmpstr (last_body (fixture), ==, "{\"whatsapp_opt_out\":true}");
}

/* Where that fails, it is said; the contact is there and here, and here it is opted out. */
static void
test_opt_out_fails (SessionFixture *fixture,
                    gconstpointer   data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(WaContact) created = NULL;
  g_autoptr(WaContact) found = NULL;

  wa_sandbox_inject (fixture->sandbox, WA_SANDBOX_FAULT_STATUS, 1, 422, VENDOR "/contact/update");
  created = create (fixture, FALSE, &error);
  g_assert_null (created);
  g_assert_error (error, WA_ERROR, WA_ERROR_REJECTED);
  found = session_find_contact (fixture->account, NEW_NUMBER);
  g_assert_nonnull (found);
  g_assert_false (wa_contact_get_opt_in (found));
}

/* Lists go along with the contact, tags stay; neither is lost by the next refresh, nor is what nobody
 * tells. */
static void
test_own (SessionFixture *fixture,
          gconstpointer   data)
{
  static const char *const lists[] = { "Friends", NULL };
  static const char *const tags[] = { "VIP", NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(WaContact) contact = NULL;
  g_autoptr(WaContact) copy = NULL;
  g_autoptr(WaContact) with_tags = NULL;
  g_autoptr(WaContact) with_lists = NULL;
  g_autoptr(WaContact) refreshed = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  session_sync (fixture->account);
  contact = any_contact (fixture);
  copy = wa_record_copy (contact);
  wa_contact_set_tags (copy, tags);
  with_tags = edit (fixture, copy, (const char *const[]) { "tags", NULL }, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_requests (fixture, "/"), ==, 0);

  wa_contact_set_lists (copy, lists);
  wa_contact_set_country (copy, "Elsewhere");
  with_lists = edit (fixture, copy, (const char *const[]) { "lists", "country", NULL }, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (last_body (fixture), ==, "{\"groups\":\"Friends\",\"country\":\"Elsewhere\"}");

  session_sync (fixture->account);
  wa_account_refresh_contact_async (fixture->account, contact, NULL, session_done_cb, &result);
  refreshed = wa_account_refresh_contact_finish (fixture->account, session_await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpstrv (wa_contact_get_tags (refreshed), tags);
  g_assert_cmpstrv (wa_contact_get_lists (refreshed), lists);
  g_assert_cmpstr (wa_contact_get_country (refreshed), ==, "Elsewhere");
}

/* A contact that the system took once, and does not have (any more). */
static WaContact *
lost_contact (SessionFixture *fixture)
{
  g_autoptr(WaContact) contact = wa_contact_new ();
  g_autoptr(GPtrArray) contacts = g_ptr_array_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GArray) ids = NULL;

  wa_contact_set_number (contact, NEW_NUMBER);
  wa_contact_set_remote_id (contact, "c0a8b1f2");
  wa_contact_set_first_name (contact, "Ada");
  wa_contact_set_opt_in (contact, TRUE);
  g_ptr_array_add (contacts, contact);
  wa_store_save_contacts_async (wa_account_get_store (fixture->account), contacts, 0, NULL, NULL,
                                session_done_cb, &result);
  ids = wa_store_save_contacts_finish (wa_account_get_store (fixture->account), session_await (&result),
                                       NULL);
  g_assert_nonnull (ids);

  return session_find_contact (fixture->account, NEW_NUMBER);
}

static void
test_lost (SessionFixture *fixture,
           gconstpointer   data)
{
  g_autoptr(WaContact) contact = lost_contact (fixture);
  g_autoptr(WaContact) copy = wa_record_copy (contact);
  g_autoptr(WaContact) refreshed = NULL;
  g_autoptr(WaContact) changed = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  session_sync (fixture->account);
  wa_account_refresh_contact_async (fixture->account, contact, NULL, session_done_cb, &result);
  refreshed = wa_account_refresh_contact_finish (fixture->account, session_await (&result), &error);
  g_assert_no_error (error);
  g_assert_true (refreshed == contact);

  wa_contact_set_first_name (copy, "Augusta");
  changed = edit (fixture, copy, (const char *const[]) { "first-name", NULL }, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_requests (fixture, "/contact/create"), ==, 1);
  g_assert_cmpint (wa_contact_get_id (changed), ==, wa_contact_get_id (contact));
  g_assert_cmpstr (wa_contact_get_first_name (changed), ==, "Augusta");
  g_assert_cmpstr (wa_contact_get_remote_id (changed), !=, "c0a8b1f2");
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

/* What a template holds is entered here once: no refresh takes it away. */
static void
test_template (SessionFixture *fixture,
               gconstpointer   data)
{
  g_autoptr(WaTemplate) template = NULL;
  g_autoptr(WaTemplate) completed = NULL;
  g_autoptr(WaTemplate) stored = NULL;
  g_autoptr(WaTemplate) fresh = NULL;
  g_autoptr(WaTemplateComponent) body = wa_template_component_new ();
  g_autoptr(GAsyncResult) result = NULL;

  session_sync (fixture->account);
  template = find_template (fixture, "order_confirmation");
  g_assert_false (wa_template_is_described (template));

  completed = wa_record_copy (template);
  wa_template_component_set_kind (body, WA_COMPONENT_BODY);
  wa_template_component_set_text (body, "Thank you, {{1}}! We have your order {{2}}.");
  g_list_store_append (wa_template_get_components (completed), body);
  wa_account_describe_template_async (fixture->account, completed, NULL, session_done_cb, &result);
  stored = wa_account_describe_template_finish (fixture->account, session_await (&result), NULL);
  g_assert_true (wa_template_is_described (stored));

  session_sync (fixture->account);
  fresh = find_template (fixture, "order_confirmation");
  g_assert_cmpint (wa_template_get_id (fresh), ==, wa_template_get_id (template));
  g_assert_nonnull (wa_template_find (fresh, WA_COMPONENT_BODY));
}

#define TEST(name, function) SESSION_TEST_OF ("/local-first/" name, "whatsjet", function)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  TEST ("opt-in", test_opt_in);
  TEST ("opt-out", test_opt_out);
  TEST ("opt-out-fails", test_opt_out_fails);
  TEST ("own", test_own);
  TEST ("lost", test_lost);
  TEST ("template", test_template);

  return g_test_run ();
}
