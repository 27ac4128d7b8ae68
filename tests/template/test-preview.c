/* test-preview.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "template-samples.h"
#include "template/wa-template-preview.h"

static const char *
body_of (WaTemplatePreview *preview)
{
  return wa_rich_text_get_text (wa_template_preview_get_body (preview));
}

static void
assert_run (WaRichText  *rich,
            guint        position,
            const char  *text,
            WaRichStyle  style)
{
  guint n_runs;
  const WaRichRun *runs = wa_rich_text_get_runs (rich, &n_runs);
  g_autofree char *found = NULL;

  g_assert_cmpuint (position, <, n_runs);
  found = g_strndup (wa_rich_text_get_text (rich) + runs[position].start,
                     runs[position].end - runs[position].start);
  g_assert_cmpstr (found, ==, text);
  g_assert_cmpint (runs[position].style, ==, style);
}

static void
test_marketing (void)
{
  g_autoptr(WaTemplateForm) form = form_new (SAMPLE_MARKETING);
  g_autoptr(WaTemplatePreview) preview = NULL;
  WaRichText *header;

  set_value (form, 1, "*fine*");
  set_value (form, 3, "A & <b>");
  set_value (form, 5, "CODE1");
  preview = wa_template_preview_new (wa_template_form_get_template (form), G_LIST_MODEL (form));

  g_assert_cmpint (wa_template_preview_get_kind (preview), ==, WA_MESSAGE_TEMPLATE);
  g_assert_cmpint (wa_template_preview_get_header_format (preview), ==, WA_HEADER_TEXT);
  header = wa_template_preview_get_header_text (preview);
  g_assert_cmpstr (wa_rich_text_get_text (header), ==, "Hello {{1}}");
  assert_run (header, 0, "{{1}}", WA_RICH_PLACEHOLDER);

  g_assert_true (g_str_has_prefix (body_of (preview),
                                   "Hope you are fine.\n\nToday I want to introduce you to our new "
                                   "{{2}} A & <b>. {{4}} is our"));
  assert_run (wa_template_preview_get_body (preview), 0, "fine", WA_RICH_BOLD);
  assert_run (wa_template_preview_get_body (preview), 1, "{{2}}", WA_RICH_PLACEHOLDER);
  assert_run (wa_template_preview_get_body (preview), 2, "{{4}}", WA_RICH_PLACEHOLDER);

  g_assert_cmpstr (wa_template_preview_get_footer (preview), ==, "Thank You");
  g_assert_cmpuint (wa_template_preview_get_n_buttons (preview), ==, 5);
  g_assert_cmpint (wa_template_preview_get_button (preview, 0)->kind, ==, WA_BUTTON_COPY_CODE);
  g_assert_cmpstr (wa_template_preview_get_button (preview, 0)->label, ==, "Copy offer code");
  g_assert_cmpstr (wa_template_preview_get_button (preview, 0)->action, ==, "CODE1");
  g_assert_cmpstr (wa_template_preview_get_button (preview, 4)->label, ==, "Okay");
  g_assert_cmpstr (wa_template_preview_get_note (preview), !=, "");
  g_assert_false (wa_template_preview_get_rtl (preview));
  g_assert_false (wa_template_preview_get_has_offer (preview));
}

static void
test_no_values (void)
{
  g_autoptr(WaTemplate) template = sample_new (SAMPLE_OFFER);
  g_autoptr(WaTemplatePreview) preview = wa_template_preview_new (template, NULL);

  g_assert_cmpstr (body_of (preview), ==, "Only for {{1}}");
  g_assert_cmpstr (wa_template_preview_get_link (preview), ==, "");
  g_assert_true (wa_template_preview_get_has_offer (preview));
  g_assert_null (wa_template_preview_get_offer_expiry (preview));
  g_assert_cmpstr (wa_template_preview_get_button (preview, 1)->action, ==, "https://shop.example/o?c={{1}}");
}

static void
test_offer (void)
{
  g_autoptr(WaTemplateForm) form = form_new (SAMPLE_OFFER);
  g_autoptr(WaTemplatePreview) preview = NULL;

  set_value (form, 0, "https://a.example/p.jpg");
  set_value (form, 2, "2031-01-02T03:04:05Z");
  set_value (form, 4, "a&b/ü");
  preview = wa_template_preview_new (wa_template_form_get_template (form), G_LIST_MODEL (form));

  g_assert_cmpint (wa_template_preview_get_header_format (preview), ==, WA_HEADER_IMAGE);
  g_assert_cmpstr (wa_template_preview_get_link (preview), ==, "https://a.example/p.jpg");
  g_assert_cmpstr (wa_template_preview_get_offer_text (preview), ==, "Half price");
  g_assert_cmpint (g_date_time_to_unix (wa_template_preview_get_offer_expiry (preview)), ==, 1925089445);
  g_assert_cmpstr (wa_template_preview_get_button (preview, 1)->action, ==,
                   "https://shop.example/o?c=a%26b%2F%C3%BC");
}

static void
test_addresses (void)
{
  g_autoptr(WaTemplateForm) form = form_new (SAMPLE_CAROUSEL);
  g_autoptr(WaTemplatePreview) preview = NULL;

  set_value (form, 2, "Ann");
  set_value (form, 4, "shoes/42 a%20b?x=1");
  preview = wa_template_preview_new (wa_template_form_get_template (form), G_LIST_MODEL (form));

  g_assert_cmpuint (wa_template_preview_get_n_cards (preview), ==, 2);
  g_assert_cmpstr (body_of (wa_template_preview_get_card (preview, 0)), ==, "Runner for Ann");
  g_assert_cmpstr (wa_template_preview_get_button (wa_template_preview_get_card (preview, 0), 1)->action, ==,
                   "https://shop.example/shoes/42%20a%20b?x=1");
  g_assert_cmpstr (wa_template_preview_get_button (wa_template_preview_get_card (preview, 1), 1)->action, ==,
                   "https://shop.example/{{1}}");
}

static void
test_code (void)
{
  g_autoptr(WaTemplateForm) form = form_new (SAMPLE_CODE);
  g_autoptr(WaTemplatePreview) preview = NULL;

  set_value (form, 0, "482913");
  preview = wa_template_preview_new (wa_template_form_get_template (form), G_LIST_MODEL (form));

  g_assert_cmpstr (body_of (preview), ==, "482913 is your code.");
  assert_run (wa_template_preview_get_body (preview), 0, "482913", WA_RICH_BOLD);
  g_assert_cmpstr (wa_template_preview_get_footer (preview), ==, "This code expires in 5 minutes.");
  g_assert_cmpstr (wa_template_preview_get_button (preview, 0)->action, ==, "482913");
}

static void
assert_rtl (const char *language,
            const char *text,
            gboolean    expected)
{
  g_autofree char *sample =
    g_strdup_printf ("{'name':'a','language':'%s','components':[{'kind':'body','text':'%s'}]}", language, text);
  g_autoptr(WaTemplate) template = sample_new (sample);
  g_autoptr(WaTemplatePreview) preview = wa_template_preview_new (template, NULL);

  g_assert_cmpint (wa_template_preview_get_rtl (preview), ==, expected);
}

static void
test_direction (void)
{
  assert_rtl ("en", "Hello مرحبا", FALSE);
  assert_rtl ("en", "123 מה נשמע", TRUE);
  assert_rtl ("ar", "Ann، مرحبا", TRUE);
  assert_rtl ("ar_EG", "Hello", FALSE);
  assert_rtl ("he", "123", TRUE);
  assert_rtl ("prs_AF", "!", TRUE);
  assert_rtl ("de", "123", FALSE);
}

static void
test_awkward_values (void)
{
  g_autoptr(WaTemplateForm) form = form_new (SAMPLE_NAMED);
  g_autoptr(WaTemplatePreview) preview = NULL;
  g_autofree char *long_text = g_strnfill (10000, '*');

  set_value (form, 1, "{{day}}");
  set_value (form, 2, long_text);
  preview = wa_template_preview_new (wa_template_form_get_template (form), G_LIST_MODEL (form));

  /* A value that looks like a variable is a value. */
  g_assert_true (g_str_has_prefix (body_of (preview), "Dear {{day}}, *"));
  g_assert_true (g_str_has_suffix (body_of (preview), "leaves on {{day}}, {{day}}."));
  assert_run (wa_template_preview_get_body (preview), 0, "{{day}}", WA_RICH_PLACEHOLDER);
}

static void
test_free_messages (void)
{
  g_autoptr(WaOutgoing) outgoing = wa_outgoing_new ();
  g_autoptr(WaTemplatePreview) text = NULL;
  g_autoptr(WaTemplatePreview) picture = NULL;
  g_autoptr(WaTemplatePreview) sound = NULL;
  g_autoptr(WaTemplatePreview) paper = NULL;

  wa_outgoing_set_kind (outgoing, WA_MESSAGE_TEXT);
  wa_outgoing_set_text (outgoing, "_hi_ \xff");
  text = wa_template_preview_new_outgoing (outgoing);
  g_assert_cmpstr (body_of (text), ==, "hi \357\277\275");
  g_assert_cmpint (wa_template_preview_get_header_format (text), ==, WA_HEADER_NONE);

  wa_outgoing_set_kind (outgoing, WA_MESSAGE_IMAGE);
  wa_outgoing_set_text (outgoing, "");
  wa_outgoing_set_caption (outgoing, "*look*");
  wa_outgoing_set_link (outgoing, "https://a.example/p.jpg");
  picture = wa_template_preview_new_outgoing (outgoing);
  g_assert_cmpstr (body_of (picture), ==, "look");
  g_assert_cmpint (wa_template_preview_get_header_format (picture), ==, WA_HEADER_IMAGE);
  g_assert_cmpstr (wa_template_preview_get_link (picture), ==, "https://a.example/p.jpg");

  wa_outgoing_set_kind (outgoing, WA_MESSAGE_AUDIO);
  wa_outgoing_set_caption (outgoing, "");
  sound = wa_template_preview_new_outgoing (outgoing);
  g_assert_cmpint (wa_template_preview_get_kind (sound), ==, WA_MESSAGE_AUDIO);
  g_assert_null (wa_template_preview_get_body (sound));

  wa_outgoing_set_kind (outgoing, WA_MESSAGE_DOCUMENT);
  wa_outgoing_set_filename (outgoing, "a.pdf");
  paper = wa_template_preview_new_outgoing (outgoing);
  g_assert_cmpstr (wa_template_preview_get_filename (paper), ==, "a.pdf");
}

static void
test_template_message (void)
{
  g_autoptr(WaTemplateForm) form = form_new (SAMPLE_LOCATION);
  g_autoptr(WaOutgoing) outgoing = wa_outgoing_new ();
  g_autoptr(WaTemplatePreview) preview = NULL;

  set_value (form, 0, "48.137");
  set_value (form, 2, "Office");
  wa_template_form_fill (form, outgoing);
  preview = wa_template_preview_new_outgoing (outgoing);

  g_assert_cmpstr (wa_template_preview_get_latitude (preview), ==, "48.137");
  g_assert_cmpstr (wa_template_preview_get_place (preview), ==, "Office");
  g_assert_cmpstr (wa_template_preview_get_button (preview, 0)->label, ==, "View catalog");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/template-preview/marketing", test_marketing);
  g_test_add_func ("/template-preview/no-values", test_no_values);
  g_test_add_func ("/template-preview/offer", test_offer);
  g_test_add_func ("/template-preview/addresses", test_addresses);
  g_test_add_func ("/template-preview/code", test_code);
  g_test_add_func ("/template-preview/direction", test_direction);
  g_test_add_func ("/template-preview/awkward-values", test_awkward_values);
  g_test_add_func ("/template-preview/free-messages", test_free_messages);
  g_test_add_func ("/template-preview/template-message", test_template_message);

  return g_test_run ();
}
