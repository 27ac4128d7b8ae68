/* test-variables.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "template/wa-template-variables.h"

static void
assert_scan (const char *text,
             const char *expected)
{
  g_auto(GStrv) keys = wa_template_variables_scan (text);
  g_autofree char *joined = g_strjoinv (" ", keys);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_scan (void)
{
  assert_scan ("", "");
  assert_scan ("nothing", "");
  assert_scan ("{{2}} and {{1}}", "{{1}} {{2}}");
  assert_scan ("{{10}} {{9}} {{10}}", "{{9}} {{10}}");
  assert_scan ("{{name}}, {{day}}, {{name}}", "{{name}} {{day}}");
  assert_scan ("{{b}} {{1}} {{a}}", "{{b}} {{1}} {{a}}");
  assert_scan ("{{ 1 }} {{1}}", "{{1}}");
  assert_scan ("{{}} {{ }} {{a b}} {1} }} {{", "");
  assert_scan ("{{{1}}}", "{{1}}");
  assert_scan ("{{ {{1}} }}", "{{1}}");
  assert_scan ("$Name has no braces", "");
}

static const char *
look_up (const char *key,
         gpointer    user_data)
{
  if (g_str_equal (key, "{{1}}"))
    return "{{2}}";
  if (g_str_equal (key, "{{2}}"))
    return "A & <b>";

  return NULL;
}

static void
test_fill (void)
{
  g_autofree char *filled = wa_template_variables_fill ("{{1}}-{{ 2 }}-{{3}}!", look_up, NULL);
  g_autofree char *empty = wa_template_variables_fill ("", look_up, NULL);

  g_assert_cmpstr (filled, ==, "{{2}}-A & <b>-{{3}}!");
  g_assert_cmpstr (empty, ==, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/template-variables/scan", test_scan);
  g_test_add_func ("/template-variables/fill", test_fill);

  return g_test_run ();
}
