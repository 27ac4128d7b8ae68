/* test-contact-draft.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "core/wa-error.h"
#include "ui-fixture.h"
#include "ui/contacts/wa-contact-draft.h"

static void
add_attribute (WaContact  *contact,
               const char *name,
               const char *value)
{
  g_autoptr(WaAttribute) attribute = wa_attribute_new ();

  wa_attribute_set_name (attribute, name);
  wa_attribute_set_value (attribute, value);
  g_list_store_append (wa_contact_get_attributes (contact), attribute);
}

static WaContact *
create_contact (void)
{
  WaContact *contact = wa_contact_new ();

  wa_contact_set_id (contact, 7);
  wa_contact_set_name (contact, "Ada");
  wa_contact_set_number (contact, "919876543210");
  wa_contact_set_tags (contact, (const char *const[]) { "vip", "lead", NULL });
  add_attribute (contact, "city", "Pune");
  add_attribute (contact, "plan", "Plus");

  return contact;
}

static void
test_edit (void)
{
  g_autoptr(WaContact) contact = create_contact ();
  g_autoptr(WaContactDraft) draft = wa_contact_draft_new (contact);
  g_autoptr(WaContactEdit) edit = NULL;
  WaContact *edited = wa_contact_draft_get_edited (draft);

  g_assert_false (wa_contact_draft_get_dirty (draft));

  wa_contact_set_name (edited, "Ada L.");
  wa_contact_set_tags (edited, (const char *const[]) { "lead", "new", NULL });
  g_list_store_remove (wa_contact_get_attributes (edited), 0);
  g_object_set (draft, "number-text", "+49 170 1234567", NULL);
  g_assert_true (wa_contact_draft_get_dirty (draft));
  g_assert_cmpstr (wa_contact_get_name (contact), ==, "Ada");

  edit = wa_contact_draft_begin_save (draft);
  g_assert_cmpstrv (wa_contact_edit_get_changed (edit),
                    ((const char *const[]) { "name", "number", "tags", "attributes", NULL }));
  g_assert_cmpstrv (wa_contact_edit_get_tags_to_add (edit), ((const char *const[]) { "new", NULL }));
  g_assert_cmpstrv (wa_contact_edit_get_tags_to_remove (edit), ((const char *const[]) { "vip", NULL }));
  g_assert_cmpstrv (wa_contact_edit_get_removed_attributes (edit), ((const char *const[]) { "city", NULL }));
  g_assert_cmpstr (wa_contact_get_number (wa_contact_edit_get_contact (edit)), ==, "491701234567");

  wa_record_assign (WA_RECORD (contact), WA_RECORD (wa_contact_edit_get_contact (edit)));
  wa_contact_draft_end_save (draft, edit, NULL);
  g_assert_false (wa_contact_draft_get_dirty (draft));
}

/* The value of a field that is there already is changed within the list. */
static void
test_attribute_value (void)
{
  g_autoptr(WaContact) contact = create_contact ();
  g_autoptr(WaContactDraft) draft = wa_contact_draft_new (contact);
  g_autoptr(WaAttribute) city =
    g_list_model_get_item (G_LIST_MODEL (wa_contact_get_attributes (wa_contact_draft_get_edited (draft))), 0);

  wa_attribute_set_value (city, "Delhi");
  g_assert_true (wa_contact_draft_get_dirty (draft));
  wa_attribute_set_value (city, "Pune");
  g_assert_false (wa_contact_draft_get_dirty (draft));
}

static void
test_number (void)
{
  g_autoptr(WaContact) contact = create_contact ();
  g_autoptr(WaContactDraft) draft = wa_contact_draft_new (contact);
  g_autofree char *text = NULL;

  g_object_get (draft, "number-text", &text, NULL);
  g_assert_cmpstr (text, ==, "+91 98765 43210");

  g_object_set (draft, "number-text", "12", NULL);
  g_assert_cmpstr (wa_contact_draft_get_number_problem (draft), !=, "");
  g_assert_true (wa_contact_draft_get_dirty (draft));
  g_assert_cmpstr (wa_contact_get_number (wa_contact_draft_get_edited (draft)), ==, "919876543210");

  wa_contact_draft_revert (draft);
  g_assert_cmpstr (wa_contact_draft_get_number_problem (draft), ==, "");
  g_assert_false (wa_contact_draft_get_dirty (draft));
}

/* Some systems know people without a number: that is no reason to refuse another change. */
static void
test_no_number (void)
{
  g_autoptr(WaContact) contact = wa_contact_new ();
  g_autoptr(WaContactDraft) draft = wa_contact_draft_new (contact);

  wa_contact_set_name (wa_contact_draft_get_edited (draft), "Ada");
  g_assert_cmpstr (wa_contact_draft_get_number_problem (draft), ==, "");
  g_assert_true (wa_contact_draft_get_dirty (draft));
}

static void
test_follow (void)
{
  g_autoptr(WaContact) contact = create_contact ();
  g_autoptr(WaContactDraft) draft = wa_contact_draft_new (contact);
  WaContact *edited = wa_contact_draft_get_edited (draft);

  wa_contact_set_name (contact, "Ada Lovelace");
  g_assert_cmpstr (wa_contact_get_name (edited), ==, "Ada Lovelace");
  g_assert_false (wa_contact_draft_get_dirty (draft));

  /* What the user typed is not overwritten by a refresh. */
  wa_contact_set_name (edited, "Mine");
  wa_contact_set_name (contact, "Theirs");
  g_assert_cmpstr (wa_contact_get_name (edited), ==, "Mine");
  g_assert_true (wa_contact_draft_get_dirty (draft));
}

static void
test_save_while_typing (void)
{
  g_autoptr(WaContact) contact = create_contact ();
  g_autoptr(WaContactDraft) draft = wa_contact_draft_new (contact);
  g_autoptr(WaContactEdit) first = NULL;
  g_autoptr(WaContactEdit) second = NULL;
  g_autoptr(GError) error = g_error_new_literal (WA_ERROR, WA_ERROR_NETWORK, "No way.");
  WaContact *edited = wa_contact_draft_get_edited (draft);

  wa_contact_set_name (edited, "Sent");
  first = wa_contact_draft_begin_save (draft);
  wa_contact_set_email (edited, "ada@example.com");
  wa_record_assign (WA_RECORD (contact), WA_RECORD (wa_contact_edit_get_contact (first)));
  wa_contact_draft_end_save (draft, first, NULL);

  g_assert_true (wa_contact_draft_get_dirty (draft));
  second = wa_contact_draft_begin_save (draft);
  g_assert_cmpstrv (wa_contact_edit_get_changed (second), ((const char *const[]) { "email", NULL }));

  wa_contact_draft_end_save (draft, second, error);
  g_assert_true (wa_contact_draft_get_dirty (draft));
  g_assert_cmpstr (wa_contact_draft_get_failure (draft), ==, "No way.");
}

int
main (int   argc,
      char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add_func ("/contact-draft/edit", test_edit);
  g_test_add_func ("/contact-draft/attribute-value", test_attribute_value);
  g_test_add_func ("/contact-draft/number", test_number);
  g_test_add_func ("/contact-draft/no-number", test_no_number);
  g_test_add_func ("/contact-draft/follow", test_follow);
  g_test_add_func ("/contact-draft/save-while-typing", test_save_while_typing);

  return g_test_run ();
}
