/* test-mapping.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "core/wa-error.h"
#include "model/wa-contact.h"
#include "model/wa-template.h"
#include "provider/wa-mapping.h"
#include "provider/wa-meta-template.h"

static const WaMapping attribute_rows[] = {
  { "name", "name", WA_MAP_REQUIRED },
  { "value", "value" },
  { NULL }
};

static const WaMappingTable attribute_table = { wa_attribute_get_type, attribute_rows };

static const WaMapping contact_rows[] = {
  { "id|uid", "remote-id", WA_MAP_REQUIRED },
  { "phone.number", "number", WA_MAP_REQUIRED },
  { "lang", "language", WA_MAP_UPPER },
  { "optin", "opt-in" },
  { "unread", "unread" },
  { "tags", "tags" },
  { "attributes", "attributes", WA_MAP_SKIP, &attribute_table },
  { "created", "created" },
  { NULL }
};

static const WaMappingTable contact_table = { wa_contact_get_type, contact_rows };

static gpointer
read_text (const WaMappingTable  *table,
           const char            *text,
           GError               **error)
{
  g_autoptr(WaJsonDocument) document = wa_json_document_new_text (text, NULL);
  WaJson root = wa_json_document_get_root (document);

  return wa_mapping_read (table, &root, error);
}

static void
test_tolerance (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(WaContact) contact =
    read_text (&contact_table,
               "{\"id\":null,\"uid\":17,\"phone\":{\"number\":919876543210},\"lang\":\"en\",\"optin\":\"true\","
               "\"unread\":\"3\",\"tags\":[\"a\",2,null],\"created\":\"2026-01-02T03:04:05.678+05:30\","
               "\"attributes\":[null,{\"name\":\"city\",\"value\":7},{\"value\":\"x\"}]}", &error);
  g_autoptr(WaAttribute) attribute = NULL;
  g_autofree char *created = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (wa_contact_get_remote_id (contact), ==, "17");
  g_assert_cmpstr (wa_contact_get_number (contact), ==, "919876543210");
  g_assert_cmpstr (wa_contact_get_language (contact), ==, "EN");
  g_assert_true (wa_contact_get_opt_in (contact));
  g_assert_cmpint (wa_contact_get_unread (contact), ==, 3);
  g_assert_cmpstr (wa_contact_get_tags (contact)[1], ==, "2");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (wa_contact_get_attributes (contact))), ==, 1);
  attribute = g_list_model_get_item (G_LIST_MODEL (wa_contact_get_attributes (contact)), 0);
  g_assert_cmpstr (wa_attribute_get_value (attribute), ==, "7");
  created = g_date_time_format (wa_contact_get_created (contact), "%FT%T%z");
  g_assert_cmpstr (created, ==, "2026-01-01T21:34:05+0000");
}

/* What is optional and of the wrong type is as if it were not there. */
static void
test_optional (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(WaContact) contact =
    read_text (&contact_table,
               "{\"id\":\"a\",\"phone\":{\"number\":\"1\"},\"lang\":{},\"optin\":\"maybe\",\"unread\":[],\"tags\":\"x\","
               "\"attributes\":7,\"created\":\"yesterday\"}", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (wa_contact_get_language (contact), ==, "");
  g_assert_false (wa_contact_get_opt_in (contact));
  g_assert_null (wa_contact_get_tags (contact)[0]);
  g_assert_null (wa_contact_get_created (contact));
}

static void
assert_refused (const char *text,
                const char *message)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (read_text (&contact_table, text, &error));
  g_assert_error (error, WA_ERROR, WA_ERROR_PROTOCOL);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_required (void)
{
  assert_refused ("{\"id\":\"a\"}", "phone.number: expected a string, found nothing");
  assert_refused ("{\"id\":\"a\",\"phone\":{\"number\":null}}", "phone.number: expected a string, found null");
  assert_refused ("{\"id\":\"\"}", "id|uid: expected a string that is not empty, found a string");
  assert_refused ("[]", "The answer: expected an object, found a list");
}

static void
test_page (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(WaJsonDocument) document =
    wa_json_document_new_text ("{\"good\":[{\"id\":\"a\",\"phone\":{\"number\":\"1\"}},{\"id\":7},null],"
                               "\"bad\":[{\"id\":\"a\",\"phone\":{}}],\"none\":[]}", NULL);
  WaJson root = wa_json_document_get_root (document);
  WaJson good = wa_json_member (&root, "good");
  WaJson bad = wa_json_member (&root, "bad");
  WaJson none = wa_json_member (&root, "none");
  g_autoptr(WaPage) page = wa_mapping_read_page (&contact_table, &good, &error);
  g_autoptr(WaPage) empty = wa_mapping_read_page (&contact_table, &none, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (wa_page_get_items (page))), ==, 1);
  g_assert_cmpint (wa_page_get_skipped (page), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (wa_page_get_items (empty))), ==, 0);

  /* A list of which nothing can be read is not an empty list. */
  g_assert_null (wa_mapping_read_page (&contact_table, &bad, &error));
  g_assert_error (error, WA_ERROR, WA_ERROR_PROTOCOL);
  g_assert_cmpstr (error->message, ==, "bad[0].phone.number: expected a string, found nothing");
}

static void
test_component (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(WaTemplateComponent) component =
    read_text (&wa_meta_component_table,
               "{\"type\":\"buttons\",\"example\":{\"body_text\":[[\"a\",\"b\"],[\"c\"]],\"header_text\":\"h\"},"
               "\"buttons\":[{\"type\":\"PHONE_NUMBER\",\"text\":\"Call\",\"phone_number\":\"+1\"},"
               "{\"type\":\"COPY_CODE\",\"example\":\"X\"},{\"type\":\"HOLOGRAM\",\"example\":[\"Y\"]}]}", &error);
  GListModel *buttons = G_LIST_MODEL (wa_template_component_get_buttons (component));
  g_autoptr(WaTemplateButton) phone = g_list_model_get_item (buttons, 0);
  g_autoptr(WaTemplateButton) code = g_list_model_get_item (buttons, 1);
  g_autoptr(WaTemplateButton) other = g_list_model_get_item (buttons, 2);

  g_assert_no_error (error);
  g_assert_cmpuint (wa_template_component_get_kind (component), ==, WA_COMPONENT_BUTTONS);
  g_assert_cmpstr (wa_template_component_get_body_examples (component)[1], ==, "b");
  g_assert_null (wa_template_component_get_body_examples (component)[2]);
  g_assert_cmpstr (wa_template_component_get_header_examples (component)[0], ==, "h");
  g_assert_cmpuint (wa_template_button_get_kind (phone), ==, WA_BUTTON_PHONE_NUMBER);
  g_assert_cmpstr (wa_template_button_get_examples (code)[0], ==, "X");
  g_assert_cmpuint (wa_template_button_get_kind (other), ==, WA_BUTTON_UNKNOWN);
  g_assert_cmpstr (wa_template_button_get_kind_text (other), ==, "HOLOGRAM");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mapping/tolerance", test_tolerance);
  g_test_add_func ("/mapping/optional", test_optional);
  g_test_add_func ("/mapping/required", test_required);
  g_test_add_func ("/mapping/page", test_page);
  g_test_add_func ("/mapping/component", test_component);

  return g_test_run ();
}
