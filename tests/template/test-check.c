/* test-check.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "core/wa-error.h"
#include "template-samples.h"
#include "template/wa-outgoing-check.h"
#include "template/wa-template-check.h"
#include "template/wa-value-check.h"

/* The rules that were broken, errors with an exclamation mark. */
static char *
describe (GListStore *problems)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (problems)); i++)
    {
      g_autoptr(WaTemplateProblem) problem = g_list_model_get_item (G_LIST_MODEL (problems), i);

      g_assert_cmpstr (wa_template_problem_get_message (problem), !=, "");
      g_string_append_printf (text, "%s%s%s", text->len > 0 ? " " : "",
                              wa_template_problem_get_rule (problem),
                              wa_template_problem_get_severity (problem) == WA_SEVERITY_ERROR ? "!" : "");
    }

  return g_string_free (text, FALSE);
}

/* What is found while the field at @position has @value. */
static void
assert_value (const char *sample,
              guint       position,
              const char *value,
              const char *expected)
{
  g_autoptr(WaTemplateForm) form = form_new (sample);
  g_autoptr(GListStore) all = NULL;
  g_autoptr(GListStore) found = g_list_store_new (WA_TYPE_TEMPLATE_PROBLEM);
  g_autofree char *described = NULL;

  set_value (form, position, value);
  all = wa_template_check_values (wa_template_form_get_template (form), G_LIST_MODEL (form));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (all)); i++)
    {
      g_autoptr(WaTemplateProblem) problem = g_list_model_get_item (G_LIST_MODEL (all), i);

      if (wa_template_problem_get_field (problem) == field_at (form, position))
        g_list_store_append (found, problem);
    }

  described = describe (found);
  g_assert_cmpstr (described, ==, expected);
}

static void
test_text_values (void)
{
  g_autofree char *long_text = g_strnfill (10000, 'x');
  g_autofree char *fits = g_strnfill (1024 - 35, 'x');
  g_autofree char *over = g_strnfill (1024 - 34, 'x');

  assert_value (SAMPLE_DOCUMENT, 2, "A & <b> مرحبا 😀 {{1}}", "");
  assert_value (SAMPLE_DOCUMENT, 2, "", "P03!");
  assert_value (SAMPLE_DOCUMENT, 2, " ", "P03!");
  assert_value (SAMPLE_DOCUMENT, 2, "\342\200\213", "P03! P02");
  assert_value (SAMPLE_DOCUMENT, 2, "a\nb", "P02!");
  assert_value (SAMPLE_DOCUMENT, 2, "a\tb", "P02!");
  assert_value (SAMPLE_DOCUMENT, 2, "a    b", "");
  assert_value (SAMPLE_DOCUMENT, 2, "a     b", "P02!");
  assert_value (SAMPLE_DOCUMENT, 2, "a\342\200\256b", "P02");
  assert_value (SAMPLE_DOCUMENT, 2, "*b*", "F10");
  assert_value (SAMPLE_DOCUMENT, 2, "snake_case 2*3", "");
  assert_value (SAMPLE_DOCUMENT, 2, fits, "");
  assert_value (SAMPLE_DOCUMENT, 2, over, "P04!");
  assert_value (SAMPLE_DOCUMENT, 2, long_text, "P04! P04!");
}

static void
test_lengths (void)
{
  g_autofree char *header = g_strnfill (55, 'x');
  g_autofree char *offer = g_strnfill (592, 'x');
  g_autofree char *card = g_strnfill (150, 'x');
  g_autoptr(GString) emoji = g_string_new (NULL);

  assert_value (SAMPLE_MARKETING, 0, header, "P04!");
  assert_value (SAMPLE_MARKETING, 0, header + 1, "");
  assert_value (SAMPLE_OFFER, 1, offer, "P04!");
  assert_value (SAMPLE_OFFER, 1, offer + 1, "");
  assert_value (SAMPLE_CAROUSEL, 2, card, "P04!");
  assert_value (SAMPLE_CAROUSEL, 2, card + 1, "");

  for (guint i = 0; i < 40; i++)
    g_string_append (emoji, "😀");
  assert_value (SAMPLE_MARKETING, 0, emoji->str, "P04");
}

static void
test_other_values (void)
{
  g_autofree char *payload = g_strnfill (257, 'x');

  assert_value (SAMPLE_DOCUMENT, 0, "https://a.example/a.pdf", "");
  assert_value (SAMPLE_DOCUMENT, 0, "https://a.example/a.jpg", "M01");
  assert_value (SAMPLE_DOCUMENT, 0, "ftp://a.example/a.pdf", "M04!");
  assert_value (SAMPLE_DOCUMENT, 0, "a.pdf", "M04!");
  assert_value (SAMPLE_DOCUMENT, 0, "https://", "M04!");
  assert_value (SAMPLE_DOCUMENT, 0, "123456789012345", "");
  assert_value (SAMPLE_OFFER, 0, "https://a.example/a.WEBP?x=1", "M01");
  assert_value (SAMPLE_DOCUMENT, 1, "", "");
  assert_value (SAMPLE_DOCUMENT, 1, "../a.pdf", "P05!");
  assert_value (SAMPLE_MARKETING, 5, "ABCDEFGHIJ1234567890", "");
  assert_value (SAMPLE_MARKETING, 5, "ABCDEFGHIJ12345678901", "P04!");
  assert_value (SAMPLE_MARKETING, 5, "A-1", "P05!");
  assert_value (SAMPLE_OFFER, 3, "ABCDEFGHIJ123456", "P04!");
  assert_value (SAMPLE_CODE, 0, "ABCDEFGHIJ12345", "");
  assert_value (SAMPLE_CODE, 0, "ABCDEFGHIJ123456", "P04!");
  assert_value (SAMPLE_MARKETING, 6, payload, "P04!");
  assert_value (SAMPLE_MARKETING, 6, payload + 1, "");
  assert_value (SAMPLE_OFFER, 2, "2001-01-01T00:00:00Z", "L05!");
  assert_value (SAMPLE_OFFER, 2, "soon", "L05!");
  assert_value (SAMPLE_OFFER, 2, "2100-01-01T00:00:00+02:00", "");
  assert_value (SAMPLE_OFFER, 2, "4102444800000", "");
  assert_value (SAMPLE_LOCATION, 0, "90.1", "P05!");
  assert_value (SAMPLE_LOCATION, 0, "48,1", "P05!");
  assert_value (SAMPLE_LOCATION, 0, "nan", "P05!");
  assert_value (SAMPLE_LOCATION, 1, "-179.5", "");
}

static void
test_repair (void)
{
  g_autoptr(WaParameterField) field = wa_parameter_field_new ();
  g_autofree char *family = wa_value_repair ("👨‍👩‍👧 x");

  wa_parameter_field_set_value (field, " a\n\n b\t\342\200\213\342\200\256c     d ");
  g_assert_true (wa_parameter_field_repair (field));
  g_assert_cmpstr (wa_parameter_field_get_value (field), ==, "a b c d");
  g_assert_false (wa_parameter_field_repair (field));
  g_assert_cmpstr (family, ==, "👨‍👩‍👧 x");
}

static void
assert_template (WaTemplate *template,
                 gpointer    fields,
                 const char *expected)
{
  g_autoptr(GListStore) problems = wa_template_check (template, fields);
  g_autofree char *described = describe (problems);

  g_assert_cmpstr (described, ==, expected);
}

static void
test_template (void)
{
  g_autoptr(WaTemplateForm) form = form_new (SAMPLE_DOCUMENT);
  g_autoptr(WaTemplateForm) other = form_new (SAMPLE_NAMED);
  g_autoptr(GListStore) nothing = g_list_store_new (WA_TYPE_PARAMETER_FIELD);
  WaTemplate *template = wa_template_form_get_template (form);

  set_value (form, 0, "https://a.example/a.pdf");
  set_value (form, 2, "x");
  assert_template (template, form, "");
  assert_template (template, nothing, "P01! P01!");
  assert_template (template, other, "P01! P01! P01! P01! P01! P01! P03! P03! P03! P03!");

  wa_template_set_status (template, "PAUSED");
  assert_template (template, form, "T14!");
  wa_template_set_status (template, "");
  assert_template (template, form, "T14!");
}

static void
test_parts (void)
{
  g_autoptr(WaTemplateForm) form =
    form_new ("{" SAMPLE_HEAD ",'components':[{'kind':'header','format':'unknown'},"
              "{'kind':'unknown','kind-text':'POLL'},"
              "{'kind':'buttons','buttons':[{'kind':'order-details'},{'kind':'flow'}]},"
              "{'kind':'carousel','cards':[{'components':[{'kind':'unknown'}]}]}]}");

  assert_template (wa_template_form_get_template (form), form, "P05! P05! P05! P05! 2.6!");
}

static void
assert_outgoing (WaOutgoing *outgoing,
                 const char *expected)
{
  g_autoptr(GListStore) problems = wa_outgoing_check (outgoing);
  g_autofree char *described = describe (problems);

  g_assert_cmpstr (described, ==, expected);
}

static WaOutgoing *
message_new (WaMessageKind kind)
{
  WaOutgoing *outgoing = wa_outgoing_new ();

  wa_outgoing_set_kind (outgoing, kind);
  wa_outgoing_set_recipient (outgoing, "4915123456789");

  return outgoing;
}

static void
assert_recipient (const char *number,
                  const char *expected)
{
  g_autoptr(WaOutgoing) outgoing = message_new (WA_MESSAGE_TEXT);

  wa_outgoing_set_text (outgoing, "x");
  wa_outgoing_set_recipient (outgoing, number);
  assert_outgoing (outgoing, expected);
}

static void
test_recipient (void)
{
  g_autoptr(WaOutgoing) chat = message_new (WA_MESSAGE_TEXT);

  assert_recipient ("4915123456789", "");
  assert_recipient ("123456789012345", "");
  assert_recipient ("1234567890123456", "R02!");
  assert_recipient ("12345", "R02!");
  assert_recipient ("1234567", "R02");
  assert_recipient ("015123456789", "R02!");
  assert_recipient ("+4915123456789", "R02!");
  assert_recipient ("", "R02!");

  wa_outgoing_set_recipient (chat, "");
  wa_outgoing_set_chat_id (chat, "4915123456789@c.us");
  wa_outgoing_set_text (chat, "x");
  assert_outgoing (chat, "");
}

static void
test_text (void)
{
  g_autoptr(WaOutgoing) outgoing = message_new (WA_MESSAGE_TEXT);
  g_autofree char *text = g_strnfill (4097, 'x');
  g_autoptr(GError) error = NULL;

  assert_outgoing (outgoing, "4!");
  g_assert_false (wa_outgoing_validate (outgoing, &error));
  g_assert_error (error, WA_ERROR, WA_ERROR_INVALID);

  wa_outgoing_set_text (outgoing, text);
  assert_outgoing (outgoing, "4!");
  wa_outgoing_set_text (outgoing, text + 1);
  assert_outgoing (outgoing, "");
  g_assert_true (wa_outgoing_validate (outgoing, NULL));
}

static void
test_files (void)
{
  g_autoptr(WaOutgoing) outgoing = message_new (WA_MESSAGE_DOCUMENT);
  g_autofree char *caption = g_strnfill (1025, 'x');
  g_autoptr(GBytes) none = g_bytes_new_static ("", 0);
  g_autoptr(GBytes) large = g_bytes_new_take (g_malloc0 (5 * 1024 * 1024 + 1), 5 * 1024 * 1024 + 1);

  wa_outgoing_set_filename (outgoing, "a.pdf");
  assert_outgoing (outgoing, "M04!");
  wa_outgoing_set_link (outgoing, "http://a.example/a.pdf");
  assert_outgoing (outgoing, "M04!");
  wa_outgoing_set_link (outgoing, "https://a.example/a.pdf");
  assert_outgoing (outgoing, "");
  wa_outgoing_set_filename (outgoing, "a/b.pdf");
  assert_outgoing (outgoing, "4!");
  wa_outgoing_set_filename (outgoing, "");
  assert_outgoing (outgoing, "4");
  wa_outgoing_set_caption (outgoing, caption);
  assert_outgoing (outgoing, "4! 4");

  wa_outgoing_set_kind (outgoing, WA_MESSAGE_IMAGE);
  wa_outgoing_set_caption (outgoing, "x");
  assert_outgoing (outgoing, "M01");
  wa_outgoing_set_bytes (outgoing, none);
  assert_outgoing (outgoing, "M06!");
  wa_outgoing_set_bytes (outgoing, large);
  assert_outgoing (outgoing, "M06!");
  wa_outgoing_set_kind (outgoing, WA_MESSAGE_AUDIO);
  assert_outgoing (outgoing, "4");
}

static void
test_other_kinds (void)
{
  g_autoptr(WaOutgoing) buttons = message_new (WA_MESSAGE_REPLY_BUTTONS);
  g_autoptr(WaOutgoing) unknown = message_new (WA_MESSAGE_CALL);
  g_autoptr(WaOutgoing) place = message_new (WA_MESSAGE_LOCATION);
  g_autoptr(WaOutgoing) list = message_new (WA_MESSAGE_LIST);

  wa_outgoing_set_text (buttons, "x");
  assert_outgoing (buttons, "4!");
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(WaReplyButton) button = wa_reply_button_new ();

      wa_reply_button_set_title (button, "Yes");
      g_list_store_append (wa_outgoing_get_buttons (buttons), button);
      assert_outgoing (buttons, i == 0 ? "" : "4!");
    }

  assert_outgoing (unknown, "4!");
  wa_outgoing_set_latitude (place, 91);
  assert_outgoing (place, "4!");
  wa_outgoing_set_text (list, "x");
  assert_outgoing (list, "4! 4!");
}

static void
test_template_message (void)
{
  g_autoptr(WaOutgoing) outgoing = message_new (WA_MESSAGE_TEMPLATE);
  g_autoptr(WaTemplateForm) form = form_new (SAMPLE_CODE);

  assert_outgoing (outgoing, "T14!");
  wa_template_form_fill (form, outgoing);
  assert_outgoing (outgoing, "P03!");
  set_value (form, 0, "123456");
  wa_template_form_fill (form, outgoing);
  assert_outgoing (outgoing, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/template-check/text-values", test_text_values);
  g_test_add_func ("/template-check/lengths", test_lengths);
  g_test_add_func ("/template-check/other-values", test_other_values);
  g_test_add_func ("/template-check/repair", test_repair);
  g_test_add_func ("/template-check/template", test_template);
  g_test_add_func ("/template-check/parts", test_parts);
  g_test_add_func ("/template-check/recipient", test_recipient);
  g_test_add_func ("/template-check/text", test_text);
  g_test_add_func ("/template-check/files", test_files);
  g_test_add_func ("/template-check/other-kinds", test_other_kinds);
  g_test_add_func ("/template-check/template-message", test_template_message);

  return g_test_run ();
}
