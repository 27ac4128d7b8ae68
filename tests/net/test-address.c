/* test-address.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "core/wa-error.h"
#include "net/wa-address.h"

static void
test_good (void)
{
  static const char *const rows[][2] = {
    { "https://example.com/api/v1", "https://example.com/api/v1" },
    { "  https://example.com/api///\n", "https://example.com/api" },
    { "https://example.com:8443", "https://example.com:8443" },
    { "http://localhost:8080/", "http://localhost:8080" },
    { "http://127.0.0.1:8080/wa", "http://127.0.0.1:8080/wa" },
    { "http://[::1]:8080", "http://[::1]:8080" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *address = wa_address_normalize (rows[i][0], &error);

      g_assert_no_error (error);
      g_assert_cmpstr (address, ==, rows[i][1]);
    }
}

static void
test_refused (void)
{
  static const char *const rows[] = {
    NULL, "", "   ", "example.com", "ftp://example.com", "https://", "file:///etc/passwd",
    "http://example.com", "http://127.0.0.1.example.com", "http://localhost.example.com",
    "https://user:pw@example.com", "https://example.com/?a=b", "https://example.com/#x", "https://exa mple.com",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *address = wa_address_normalize (rows[i], &error);

      g_assert_error (error, WA_ERROR, WA_ERROR_INVALID);
      g_assert_null (address);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/address/good", test_good);
  g_test_add_func ("/address/refused", test_refused);

  return g_test_run ();
}
