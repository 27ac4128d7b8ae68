/* test-form.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "template-samples.h"
#include "template/wa-template-fields.h"
#include "template/wa-template-form.h"

/* One line for each field: section, card, button, key, example, and whether it is required. */
static char *
describe (gpointer fields)
{
  GString *text = g_string_new (NULL);
  g_autoptr(GEnumClass) sections = g_type_class_ref (WA_TYPE_PARAMETER_SECTION);
  g_autoptr(GEnumClass) kinds = g_type_class_ref (WA_TYPE_PARAMETER_KIND);

  for (guint i = 0; i < g_list_model_get_n_items (fields); i++)
    {
      WaParameterField *field = field_at (fields, i);

      g_string_append_printf (text, "%s/%s %" G_GINT64_FORMAT ".%" G_GINT64_FORMAT " %s=%s%s\n",
                              g_enum_get_value (sections, wa_parameter_field_get_section (field))->value_nick,
                              g_enum_get_value (kinds, wa_parameter_field_get_kind (field))->value_nick,
                              wa_parameter_field_get_card (field), wa_parameter_field_get_button (field),
                              wa_parameter_field_get_key (field), wa_parameter_field_get_example (field),
                              wa_parameter_field_get_required (field) ? "" : " optional");
    }

  return g_string_free (text, FALSE);
}

static void
assert_form (const char *sample,
             const char *expected)
{
  g_autoptr(WaTemplateForm) form = form_new (sample);
  g_autofree char *described = describe (form);

  g_assert_cmpstr (described, ==, expected);
}

static void
test_marketing (void)
{
  g_autoptr(WaTemplateForm) form = form_new (SAMPLE_MARKETING);

  assert_form (SAMPLE_MARKETING,
               "header/text 0.0 {{1}}=Sir\n"
               "body/text 0.0 {{1}}=doing well\n"
               "body/text 0.0 {{2}}=product\n"
               "body/text 0.0 {{3}}=Shalimar\n"
               "body/text 0.0 {{4}}=Shalimar\n"
               "copy-code/code 0.0 =Shalimar\n"
               "quick-reply/payload 0.1 =Sure I will do optional\n"
               "quick-reply/payload 0.2 =Not interested optional\n"
               "quick-reply/payload 0.3 =Opt-out optional\n"
               "quick-reply/payload 0.4 =Okay optional\n");

  g_assert_cmpstr (wa_parameter_field_get_label (field_at (form, 0)), ==, "Header {{1}}");
  g_assert_cmpstr (wa_parameter_field_get_help_text (field_at (form, 0)), ==,
                   "Enter the Header Parameter {{1}} e.g. Sir");
  g_assert_cmpstr (wa_parameter_field_get_help_text (field_at (form, 4)), ==,
                   "Enter the Body Parameter {{4}} e.g. Shalimar");
  g_assert_cmpstr (wa_parameter_field_get_value (field_at (form, 6)), ==, "Sure I will do");
}

/* The fields are the same from hints and components, from components alone and, where hints say it
 * all, from them alone; only the help texts are the system's own where it has some. */
static void
test_both_ways (void)
{
  static const char *const parts[] = {
    SAMPLE_HEAD ",'components':["
    "{'kind':'header','format':'text','text':'Hi {{1}}','header-examples':['Sir']},"
    "{'kind':'body','text':'{{1}} or {{2}}?','body-examples':['a','b']},"
    "{'kind':'buttons','buttons':[{'kind':'copy-code','examples':['C1']}]}]",
    "'hints':[" SAMPLE_HINT ("copy-code", "{{1}}", "C1", "") "," SAMPLE_HINT ("body", "{{1}}", "a", "") ","
    SAMPLE_HINT ("body", "2", "b", "") "," SAMPLE_HINT ("header", "{{1}}", "Sir", "") "]",
  };
  g_autofree char *bare = g_strdup_printf ("{%s}", parts[0]);
  g_autofree char *both = g_strdup_printf ("{%s,%s}", parts[0], parts[1]);
  g_autofree char *hints = g_strdup_printf ("{" SAMPLE_HEAD ",%s}", parts[1]);
  g_autoptr(WaTemplateForm) from_components = form_new (bare);
  g_autoptr(WaTemplateForm) from_both = form_new (both);
  g_autoptr(WaTemplateForm) from_hints = form_new (hints);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (from_components)), ==, 4);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (from_both)), ==, 4);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (from_hints)), ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      WaRecord *field = WA_RECORD (field_at (from_components, i));

      g_assert_true (wa_record_equal (field, WA_RECORD (field_at (from_both, i))));
      g_assert_true (wa_record_equal (field, WA_RECORD (field_at (from_hints, i))));
    }
}

static void
test_seed_both_ways (void)
{
  g_autoptr(WaTemplateForm) bare = form_new (SAMPLE_MARKETING_BARE);
  g_autoptr(WaTemplateForm) both = form_new (SAMPLE_MARKETING);
  g_autoptr(WaTemplateForm) hints = form_new ("{" SAMPLE_HEAD "," SAMPLE_MARKETING_HINTS "}");
  g_autofree char *bare_text = describe (bare);
  g_autofree char *both_text = describe (both);
  g_autofree char *hints_text = describe (hints);

  g_assert_cmpstr (bare_text, ==, both_text);
  g_assert_true (g_str_has_prefix (both_text, hints_text));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (hints)), ==, 5);
}

static void
test_kinds (void)
{
  g_autoptr(WaTemplateForm) code = form_new (SAMPLE_CODE);

  assert_form (SAMPLE_DOCUMENT,
               "media/document 0.0 =\nfilename/filename 0.0 = optional\nbody/text 0.0 {{1}}=Thanks\n");
  assert_form (SAMPLE_OFFER,
               "media/image 0.0 =\nbody/text 0.0 {{1}}=\noffer-expiry/date-time 0.0 =\n"
               "copy-code/code 0.0 =HALF\nurl-button/text 0.1 {{1}}=42\n");
  assert_form (SAMPLE_CAROUSEL,
               "body/text 0.0 {{1}}=\n"
               "media/image 1.0 =\nbody/text 1.0 {{1}}=\nquick-reply/payload 1.0 =More optional\n"
               "url-button/text 1.1 {{1}}=\n"
               "media/image 2.0 =\nquick-reply/payload 2.0 =More optional\nurl-button/text 2.1 {{1}}=\n");
  assert_form (SAMPLE_CODE, "copy-code/code 0.0 =\n");
  g_assert_cmpint (wa_parameter_field_get_max_length (field_at (code, 0)), ==, 15);
  assert_form (SAMPLE_NAMED,
               "header/text 0.0 {{order_id}}=42\n"
               "body/text 0.0 {{name}}=Ann\nbody/text 0.0 {{order_id}}=\nbody/text 0.0 {{day}}=Monday\n");
  assert_form (SAMPLE_LOCATION,
               "location/decimal 0.0 latitude=\nlocation/decimal 0.0 longitude=\nlocation/text 0.0 name=\n"
               "location/text 0.0 address=\nproduct/product 0.0 = optional\n");
  assert_form ("{" SAMPLE_HEAD "}", "");
  assert_form ("{" SAMPLE_HEAD ",'hints':[{'section':'media','example':'https://a.example/b.pdf?x=1'}]}",
               "media/document 0.0 =https://a.example/b.pdf?x=1\nfilename/filename 0.0 = optional\n");
}

static void
test_labels (void)
{
  g_autoptr(WaTemplateForm) form =
    form_new ("{" SAMPLE_HEAD ",'variables':['order'],'components':[{'kind':'body','text':'A & <b> {{1}}'},"
              "{'kind':'carousel','cards':[{'components':[{'kind':'body','text':'{{1}}'}]}]}]}");

  g_assert_cmpstr (wa_parameter_field_get_label (field_at (form, 0)), ==, "Body {{1}} (order)");
  g_assert_cmpstr (wa_parameter_field_get_label (field_at (form, 1)), ==, "Card 1: Body {{1}}");
}

static void
count_cb (WaTemplateForm *form,
          guint          *count)
{
  (*count)++;
}

static void
count_notify_cb (WaTemplateForm *form,
                 GParamSpec     *pspec,
                 guint          *count)
{
  (*count)++;
}

static void
test_validates (void)
{
  g_autoptr(WaTemplateForm) form = form_new (SAMPLE_DOCUMENT);
  WaParameterField *link = field_at (form, 0);
  WaParameterField *text = field_at (form, 2);
  guint changes = 0, notifies = 0;

  g_signal_connect (form, "changed", G_CALLBACK (count_cb), &changes);
  g_signal_connect (form, "notify::valid", G_CALLBACK (count_notify_cb), &notifies);
  g_assert_false (wa_template_form_get_valid (form));
  g_assert_cmpstr (wa_parameter_field_get_problem (link), ==, "");

  wa_parameter_field_set_value (link, "http://a.example/b.pdf");
  g_assert_cmpstr (wa_parameter_field_get_problem (link), !=, "");
  g_assert_cmpstr (wa_parameter_field_get_problem (text), ==, "");
  wa_parameter_field_set_value (link, "https://a.example/b.pdf");
  g_assert_cmpstr (wa_parameter_field_get_problem (link), ==, "");
  g_assert_false (wa_template_form_get_valid (form));

  wa_parameter_field_set_value (text, "A & <b> {{1}} 😀");
  g_assert_true (wa_template_form_get_valid (form));
  wa_parameter_field_set_value (text, "");
  g_assert_cmpstr (wa_parameter_field_get_problem (text), !=, "");
  g_assert_false (wa_template_form_get_valid (form));
  g_assert_cmpuint (notifies, ==, 2);
  g_assert_cmpuint (changes, ==, 4);
}

static void
test_validate_all (void)
{
  g_autoptr(WaTemplateForm) form = form_new (SAMPLE_DOCUMENT);

  g_assert_false (wa_template_form_validate (form));
  g_assert_cmpstr (wa_parameter_field_get_problem (field_at (form, 0)), !=, "");
  g_assert_cmpstr (wa_parameter_field_get_problem (field_at (form, 1)), ==, "");
  g_assert_cmpstr (wa_parameter_field_get_problem (field_at (form, 2)), !=, "");
}

static void
test_reload (void)
{
  g_autoptr(WaTemplateForm) old = form_new (SAMPLE_CAROUSEL);
  g_autoptr(WaTemplateForm) new = form_new (SAMPLE_CAROUSEL);
  g_autoptr(WaTemplateForm) other = form_new (SAMPLE_NAMED);
  g_autoptr(GListStore) values = NULL;
  guint changes = 0;

  set_value (old, 0, "Ann");
  set_value (old, 2, "you");
  set_value (old, 7, "trail");
  values = wa_template_form_dup_values (old);
  set_value (old, 0, "Bob");

  g_signal_connect (new, "changed", G_CALLBACK (count_cb), &changes);
  wa_template_form_set_values (new, G_LIST_MODEL (values));
  g_assert_cmpuint (changes, ==, 1);
  g_assert_cmpstr (wa_parameter_field_get_value (field_at (new, 0)), ==, "Ann");
  g_assert_cmpstr (wa_parameter_field_get_value (field_at (new, 2)), ==, "you");
  g_assert_cmpstr (wa_parameter_field_get_value (field_at (new, 4)), ==, "");
  g_assert_cmpstr (wa_parameter_field_get_value (field_at (new, 7)), ==, "trail");

  g_assert_false (wa_template_form_changed_since (old, wa_template_form_get_template (new)));
  g_assert_true (wa_template_form_changed_since (old, wa_template_form_get_template (other)));
}

static void
test_fill (void)
{
  g_autoptr(WaTemplateForm) form = form_new (SAMPLE_MARKETING);
  g_autoptr(WaTemplateForm) again = form_new (SAMPLE_MARKETING);
  g_autoptr(WaOutgoing) outgoing = wa_outgoing_new ();
  g_auto(GStrv) payloads = NULL;

  set_value (form, 0, "Ann");
  set_value (form, 6, "");
  set_value (form, 7, "NO");
  wa_template_form_fill (form, outgoing);
  wa_template_form_fill (form, outgoing);

  g_assert_cmpint (wa_outgoing_get_kind (outgoing), ==, WA_MESSAGE_TEMPLATE);
  g_assert_true (wa_outgoing_get_template (outgoing) == wa_template_form_get_template (form));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (wa_outgoing_get_fields (outgoing))), ==, 10);
  payloads = wa_outgoing_dup_values (outgoing, WA_SECTION_QUICK_REPLY, 0);
  g_assert_cmpstr (payloads[0], ==, "Sure I will do");
  g_assert_cmpstr (payloads[1], ==, "NO");

  wa_template_form_read (again, outgoing);
  g_assert_cmpstr (wa_parameter_field_get_value (field_at (again, 0)), ==, "Ann");
  g_assert_cmpstr (wa_parameter_field_get_value (field_at (again, 7)), ==, "NO");

  /* Copies: what is typed afterwards does not reach a message on its way. */
  set_value (form, 0, "Bob");
  g_assert_cmpstr (wa_parameter_field_get_value (field_at (wa_outgoing_get_fields (outgoing), 0)), ==, "Ann");
}

static void
test_filename (void)
{
  g_autoptr(WaTemplateForm) form = form_new (SAMPLE_DOCUMENT);
  g_autoptr(WaOutgoing) outgoing = wa_outgoing_new ();

  set_value (form, 0, "https://a.example/files/price%20list.pdf?v=2");
  wa_template_form_fill (form, outgoing);
  g_assert_cmpstr (wa_parameter_field_get_value (field_at (wa_outgoing_get_fields (outgoing), 1)), ==,
                   "price list.pdf");
}

static void
test_finalized (void)
{
  WaTemplateForm *form = form_new (SAMPLE_CAROUSEL);
  g_autoptr(WaParameterField) kept = g_object_ref (field_at (form, 0));

  g_assert_finalize_object (form);
  wa_parameter_field_set_value (kept, "still a field");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/template-form/marketing", test_marketing);
  g_test_add_func ("/template-form/both-ways", test_both_ways);
  g_test_add_func ("/template-form/seed-both-ways", test_seed_both_ways);
  g_test_add_func ("/template-form/kinds", test_kinds);
  g_test_add_func ("/template-form/labels", test_labels);
  g_test_add_func ("/template-form/validates", test_validates);
  g_test_add_func ("/template-form/validate-all", test_validate_all);
  g_test_add_func ("/template-form/reload", test_reload);
  g_test_add_func ("/template-form/fill", test_fill);
  g_test_add_func ("/template-form/filename", test_filename);
  g_test_add_func ("/template-form/finalized", test_finalized);

  return g_test_run ();
}
