/* test-record.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "core/wa-error.h"
#include "model/wa-contact.h"
#include "model/wa-op.h"
#include "model/wa-outgoing.h"
#include "model/wa-record-json.h"

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          gpointer    user_data)
{
  guint *n = user_data;

  *n += 1;
}

static void
test_notify (void)
{
  WaContact *contact = wa_contact_new ();
  const char *const tags[] = { "vip", "lead", NULL };
  guint n = 0;

  g_signal_connect (contact, "notify", G_CALLBACK (count_cb), &n);
  wa_contact_set_name (contact, "");
  wa_contact_set_name (contact, NULL);
  g_assert_cmpuint (n, ==, 0);

  wa_contact_set_name (contact, "A & <b>");
  g_assert_cmpuint (n, ==, 2);  /* name and display-name */
  wa_contact_set_name (contact, "A & <b>");
  wa_contact_set_opt_in (contact, TRUE);
  wa_contact_set_opt_in (contact, 7);
  wa_contact_set_tags (contact, tags);
  wa_contact_set_tags (contact, tags);
  g_assert_cmpuint (n, ==, 4);
  g_object_set (contact, "name", NULL, "unread", (gint64) 3, NULL);
  g_assert_cmpstr (wa_contact_get_name (contact), ==, "");
  g_assert_cmpint (wa_contact_get_unread (contact), ==, 3);

  g_assert_finalize_object (contact);
}

static void
test_display_name (void)
{
  g_autoptr(WaContact) contact = wa_contact_new ();
  g_autofree char *nobody = wa_contact_dup_display_name (contact);
  g_autofree char *number = NULL;
  g_autofree char *parts = NULL;

  g_assert_cmpstr (nobody, ==, "");
  wa_contact_set_number (contact, "919876543210");
  number = wa_contact_dup_display_name (contact);
  g_assert_cmpstr (number, ==, "+919876543210");
  wa_contact_set_last_name (contact, "Doe");
  parts = wa_contact_dup_display_name (contact);
  g_assert_cmpstr (parts, ==, "Doe");
}

static WaOutgoing *
example (void)
{
  WaOutgoing *outgoing = wa_outgoing_new ();
  g_autoptr(WaTemplate) template = wa_template_new ();
  g_autoptr(WaTemplateComponent) body = wa_template_component_new ();
  g_autoptr(WaParameterField) field = wa_parameter_field_new ();
  g_autoptr(GDateTime) when = g_date_time_new_utc (2026, 4, 8, 6, 47, 4.5);

  wa_template_component_set_kind (body, WA_COMPONENT_BODY);
  wa_template_component_set_text (body, "Hello {{1}} \xf0\x9f\x98\x80 \"quoted\"\n");
  wa_template_set_name (template, "greeting");
  wa_template_set_created (template, when);
  g_list_store_append (wa_template_get_components (template), body);
  wa_parameter_field_set_section (field, WA_SECTION_BODY);
  wa_parameter_field_set_value (field, "Ann");
  wa_outgoing_set_kind (outgoing, WA_MESSAGE_TEMPLATE);
  wa_outgoing_set_template (outgoing, template);
  wa_outgoing_set_latitude (outgoing, -0.5);
  g_list_store_append (wa_outgoing_get_fields (outgoing), field);

  return outgoing;
}

static void
test_json_round_trip (void)
{
  g_autoptr(WaOutgoing) outgoing = example ();
  g_autofree char *text = wa_record_to_text (WA_RECORD (outgoing));
  g_autoptr(GError) error = NULL;
  g_autoptr(WaOutgoing) back = wa_record_new_text (WA_TYPE_OUTGOING, text, &error);
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  g_assert_true (wa_record_equal (WA_RECORD (outgoing), WA_RECORD (back)));
  again = wa_record_to_text (WA_RECORD (back));
  g_assert_cmpstr (text, ==, again);
}

static void
test_decimal_round_trip (void)
{
  const double values[] = { 0.5, -73.968285, 3, 123456789012345680, 1e17, 1e26, -1e26, 1e-10, G_MAXDOUBLE, G_MINDOUBLE };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr(WaOutgoing) outgoing = wa_outgoing_new ();
      g_autofree char *text = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(WaOutgoing) back = NULL;

      wa_outgoing_set_latitude (outgoing, values[i]);
      text = wa_record_to_text (WA_RECORD (outgoing));
      back = wa_record_new_text (WA_TYPE_OUTGOING, text, &error);
      g_assert_no_error (error);
      g_assert_true (wa_record_equal (WA_RECORD (outgoing), WA_RECORD (back)));
    }
}

static void
test_copy_is_deep (void)
{
  g_autoptr(WaOutgoing) outgoing = example ();
  g_autoptr(WaOutgoing) copy = wa_record_copy (outgoing);
  WaTemplateComponent *body = wa_template_find (wa_outgoing_get_template (copy), WA_COMPONENT_BODY);

  g_assert_true (wa_record_equal (WA_RECORD (outgoing), WA_RECORD (copy)));
  wa_template_component_set_text (body, "changed");
  g_assert_false (wa_record_equal (WA_RECORD (outgoing), WA_RECORD (copy)));
  g_assert_cmpstr (wa_template_component_get_text (wa_template_find (wa_outgoing_get_template (outgoing),
                                                                     WA_COMPONENT_BODY)), !=, "changed");
}

static void
assert_refused (const char *text,
                const char *message)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(WaOutgoing) outgoing = wa_record_new_text (WA_TYPE_OUTGOING, text, &error);

  g_assert_null (outgoing);
  g_assert_error (error, WA_ERROR, WA_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_json_refusals (void)
{
  assert_refused ("{\"colour\":1}", "colour: there is no such property");
  assert_refused ("{\"latitude\":\"here\"}", "latitude: expected a number, found a string");
  assert_refused ("{\"text\":[]}", "text: expected a string, found a list");
  assert_refused ("{\"fields\":[{},{\"button\":\"x\"}]}", "fields[1].button: expected an integer, found a string");
  assert_refused ("{\"template\":3}", "template: expected an object, found an integer");
  assert_refused ("{\"header-format\":\"mp3\"}",
                  "header-format: expected none, text, image, video, document, location, product, gif, unknown, found a string");
}

static void
test_every_operation_has_models (void)
{
  for (int op = 0; op < WA_N_OPS; op++)
    {
      const WaOpInfo *info = wa_op_get_info (op);
      g_autoptr(WaRecord) args = g_object_new (info->args_type (), NULL);
      g_autoptr(WaRecord) result = g_object_new (info->result_type (), NULL);
      WaOp parsed = WA_N_OPS;

      g_assert_true (wa_op_parse (info->name, &parsed));
      g_assert_cmpint (parsed, ==, op);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record/notify", test_notify);
  g_test_add_func ("/record/display-name", test_display_name);
  g_test_add_func ("/record/json-round-trip", test_json_round_trip);
  g_test_add_func ("/record/decimal-round-trip", test_decimal_round_trip);
  g_test_add_func ("/record/copy-is-deep", test_copy_is_deep);
  g_test_add_func ("/record/json-refusals", test_json_refusals);
  g_test_add_func ("/record/every-operation-has-models", test_every_operation_has_models);

  return g_test_run ();
}
