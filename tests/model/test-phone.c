/* test-phone.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "core/wa-error.h"
#include "model/wa-phone.h"

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    const char *digits;    /* NULL: refused */
  } cases[] = {
    { "+91 98765 43210", "919876543210" },
    { "919876543210", "919876543210" },
    { "0091 98765-43210", "919876543210" },
    { " (+49) 170/123.45.67 ", "491701234567" },
    { "49+170 1234567", NULL },
    { "+49 (170) 123.45.67", "491701234567" },
    { "+\xd9\xa9\xd9\xa7\xd9\xa1 50 123 4567", "971501234567" },
    { "\xe2\x80\xaa+1 202\xe2\x80\x91" "555\xe2\x80\x91" "0143\xe2\x80\xac", "12025550143" },
    { "0170 1234567", NULL },
    { "12345", NULL },
    { "1234567890123456", NULL },
    { "+999 98765 43210", NULL },
    { "+1 202 CALL NOW", NULL },
    { "++12025550143", NULL },
    { "\xff\xfe", NULL },
    { "", NULL },
    { "+", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *digits = wa_phone_parse (cases[i].text, &error);

      g_assert_cmpstr (digits, ==, cases[i].digits);
      if (cases[i].digits == NULL)
        g_assert_error (error, WA_ERROR, WA_ERROR_INVALID);
      else
        g_assert_no_error (error);
    }
}

static void
check_format (const char *digits,
              const char *expected)
{
  g_autofree char *text = wa_phone_format (digits);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_format (void)
{
  check_format ("919876543210", "+91 98765 43210");
  check_format ("", "");
  check_format (NULL, "");
  check_format ("12", "+12");
  check_format ("99999999999999999999", "+99999999999999999999");
  check_format ("not a number", "+not a number");
}

/* What is copied from where it was shown can be pasted where a number is asked for. */
static void
test_isolate (void)
{
  g_autofree char *text = wa_phone_isolate ("919876543210");
  g_autofree char *none = wa_phone_isolate ("");
  g_autofree char *digits = wa_phone_parse (text, NULL);

  g_assert_cmpstr (text, ==, "\xe2\x81\xa6+91 98765 43210\xe2\x81\xa9");
  g_assert_cmpstr (digits, ==, "919876543210");
  g_assert_cmpstr (none, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phone/parse", test_parse);
  g_test_add_func ("/phone/format", test_format);
  g_test_add_func ("/phone/isolate", test_isolate);

  return g_test_run ();
}
