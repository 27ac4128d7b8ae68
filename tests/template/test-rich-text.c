/* test-rich-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "template/wa-rich-text.h"

/* Writes a text so that its runs can be read: <b>…</b> is bold, and so on. */
static char *
describe (WaRichText *rich)
{
  static const char letters[] = "bismclep?";
  const char *text = wa_rich_text_get_text (rich);
  guint n_runs;
  const WaRichRun *runs = wa_rich_text_get_runs (rich, &n_runs);
  GString *described = g_string_new (NULL);
  gsize done = 0;

  for (guint i = 0; i < n_runs; i++)
    {
      g_assert_cmpuint (runs[i].start, >=, done);
      g_assert_cmpuint (runs[i].end, >, runs[i].start);
      g_string_append_len (described, text + done, runs[i].start - done);
      g_string_append_c (described, '<');
      for (guint bit = 0; bit < strlen (letters); bit++)
        if ((runs[i].style & (1u << bit)) != 0)
          g_string_append_c (described, letters[bit]);
      g_string_append_c (described, '>');
      g_string_append_len (described, text + runs[i].start, runs[i].end - runs[i].start);
      g_string_append (described, "</>");
      done = runs[i].end;
    }
  g_string_append (described, text + done);

  return g_string_free (described, FALSE);
}

static void
assert_rich (const char *text,
             const char *expected)
{
  g_autoptr(WaRichText) rich = wa_rich_text_new (text);
  g_autofree char *described = describe (rich);

  g_assert_cmpstr (described, ==, expected);
}

static void
assert_line (const char     *text,
             guint           position,
             WaRichLineKind  kind,
             const char     *content)
{
  g_autoptr(WaRichText) rich = wa_rich_text_new (text);
  guint n_lines;
  const WaRichLine *lines = wa_rich_text_get_lines (rich, &n_lines);
  g_autofree char *found = NULL;

  g_assert_cmpuint (position, <, n_lines);
  g_assert_cmpint (lines[position].kind, ==, kind);
  found = g_strndup (wa_rich_text_get_text (rich) + lines[position].content,
                     lines[position].end - lines[position].content);
  g_assert_cmpstr (found, ==, content);
}

static void
test_vectors (void)
{
  assert_rich ("*a*", "<b>a</>");
  assert_line ("* a*", 0, WA_RICH_LINE_BULLET, "a*");
  assert_rich ("* a*", "• a*");
  assert_rich ("2*3*4", "2*3*4");
  assert_rich ("*a*b", "*a*b");
  assert_rich ("*a _b_ c*", "<b>a </><bi>b</><b> c</>");
  assert_rich ("_a*", "_a*");
  assert_rich ("`*a*`", "<c>*a*</>");
  assert_rich ("> *a*", "<b>a</>");
  assert_line ("> *a*", 0, WA_RICH_LINE_QUOTE, "a");
  assert_rich ("*a\nb*", "*a\nb*");
}

static void
test_marks (void)
{
  assert_rich ("_a_ ~b~", "<i>a</> <s>b</>");
  assert_rich ("*_~x~_*", "<bis>x</>");
  assert_rich ("~_*x*_~", "<bis>x</>");
  assert_rich ("(*a*)", "(<b>a</>)");
  assert_rich ("*a*, *b*!", "<b>a</>, <b>b</>!");
  assert_rich ("* *", "• *");
  assert_rich ("a * b * c", "a * b * c");
  assert_rich ("*a *", "*a *");
  assert_rich ("**", "**");
  assert_rich ("**a**", "*<b>a</>*");
  assert_rich ("*a", "*a");
  assert_rich ("*a_b* c_", "<b>a_b</> c_");
  assert_rich ("snake_case_name", "snake_case_name");
  assert_rich ("*ä*ö", "*ä*ö");
  assert_rich ("*😀*", "<b>😀</>");
}

static void
test_code (void)
{
  assert_rich ("```a *b*\nc```", "<m>a *b*\nc</>");
  assert_rich ("x ```a``` y", "x <m>a</> y");
  assert_rich ("``` ", "``` ");
  assert_rich ("``````", "``````");
  assert_rich ("`a` `b", "<c>a</> `b");
  assert_rich ("*a `b` c*", "<b>a </><bc>b</><b> c</>");
  assert_rich ("`a\nb`", "`a\nb`");
  assert_rich ("```* a\n> b```", "<m>* a\n> b</>");
  assert_rich ("`https://a.example`", "<c>https://a.example</>");
}

static void
test_lines (void)
{
  const char *text = "- one\n2. two\n> three\n>four\n-five\n\n1.six";

  assert_rich (text, "• one\n2. two\nthree\n>four\n-five\n\n1.six");
  assert_line (text, 0, WA_RICH_LINE_BULLET, "one");
  assert_line (text, 1, WA_RICH_LINE_NUMBER, "two");
  assert_line (text, 2, WA_RICH_LINE_QUOTE, "three");
  assert_line (text, 3, WA_RICH_LINE_PLAIN, ">four");
  assert_line (text, 4, WA_RICH_LINE_PLAIN, "-five");
  assert_line (text, 5, WA_RICH_LINE_PLAIN, "");
  assert_line (text, 6, WA_RICH_LINE_PLAIN, "1.six");
  assert_line ("", 0, WA_RICH_LINE_PLAIN, "");
}

static void
test_links (void)
{
  assert_rich ("see https://a.example/x_y_z?q=1.", "see <l>https://a.example/x_y_z?q=1</>.");
  assert_rich ("*https://a.example*", "<bl>https://a.example</>");
  assert_rich ("(www.shop.com/a)", "(<l>www.shop.com/a</>)");
  assert_rich ("shop.in", "<l>shop.in</>");
  assert_rich ("done.well and 3.5", "done.well and 3.5");
  assert_rich ("ann@shop.com, ok", "<e>ann@shop.com</>, ok");
  assert_rich ("@shop a@b", "@shop a@b");
  assert_rich ("call +49 1512 345-6789 now", "call <p>+49 1512 345-6789</> now");
  assert_rich ("call 015123456789", "call <p>015123456789</>");
  assert_rich ("order 123456", "order 123456");
  assert_rich ("[text](https://a.example)", "[text](https://a.example)");
  assert_rich ("https://", "https://");
}

static void
test_placeholders (void)
{
  const WaRichRun missing[] = { { 1, 8, WA_RICH_PLACEHOLDER } };
  g_autoptr(WaRichText) bold = wa_rich_text_new_full ("*{{_a_}}*", missing, 1, TRUE);
  g_autoptr(WaRichText) plain = wa_rich_text_new_full ("*{{_a_}}*", missing, 1, FALSE);
  g_autofree char *bold_text = describe (bold);
  g_autofree char *plain_text = describe (plain);

  g_assert_cmpstr (bold_text, ==, "<b?>{{_a_}}</>");
  g_assert_cmpstr (plain_text, ==, "*<?>{{_a_}}</>*");
}

/* What grows faster than the text would take minutes here. */
static void
assert_quick (const char *piece)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(WaRichText) rich = NULL;
  gint64 start;

  while (text->len < 200000)
    g_string_append (text, piece);

  start = g_get_monotonic_time ();
  rich = wa_rich_text_new (text->str);

  g_assert_true (g_utf8_validate (wa_rich_text_get_text (rich), -1, NULL));
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
}

static void
test_any_text (void)
{
  static const char *const pieces[] = {
    "*", "_", "*_~", "`", "* ", "_a", "a_ ", "\n", "```", "1", "+1 ", "a@", "a.", "http://", "😀",
  };

  assert_rich ("A & <i>&amp;", "A & <i>&amp;");
  assert_rich ("\xff*a*", "\357\277\275<b>a</>");
  assert_rich (NULL, "");

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    assert_quick (pieces[i]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rich-text/vectors", test_vectors);
  g_test_add_func ("/rich-text/marks", test_marks);
  g_test_add_func ("/rich-text/code", test_code);
  g_test_add_func ("/rich-text/lines", test_lines);
  g_test_add_func ("/rich-text/links", test_links);
  g_test_add_func ("/rich-text/placeholders", test_placeholders);
  g_test_add_func ("/rich-text/any-text", test_any_text);

  return g_test_run ();
}
