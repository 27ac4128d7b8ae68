/* test-retry.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>

#include "core/wa-error.h"
#include "net/wa-retry.h"

static const WaRetryPolicy policy = { .max_pause = 300 };

static gint64
delay (WaError              code,
       gboolean             passing,
       int                  retry_after,
       gboolean             idempotent,
       gboolean             left,
       guint                attempt,
       const WaRetryPolicy *used,
       double               chance)
{
  g_autoptr(GError) error = g_error_new_literal (WA_ERROR, (int) code, "It failed.");

  wa_error_set_passing (error, passing);
  wa_error_set_retry_after (error, retry_after);

  return wa_retry_get_delay (error, idempotent, left, attempt, used, chance);
}

static void
test_never_left (void)
{
  static const gint64 expected[] = { 2000, 4000, 8000, -1 };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_assert_cmpint (delay (WA_ERROR_NETWORK, TRUE, -1, TRUE, FALSE, i, &policy, 0.9), ==, expected[i]);
      g_assert_cmpint (delay (WA_ERROR_NETWORK, TRUE, -1, FALSE, FALSE, i, &policy, 0.9), ==, expected[i]);
    }
}

static void
test_trouble (void)
{
  static const gint64 expected[] = { 1000, 2000, 4000, -1 };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpint (delay (WA_ERROR_NETWORK, TRUE, -1, TRUE, TRUE, i, &policy, 0.0), ==, expected[i]);

  g_assert_cmpint (delay (WA_ERROR_NETWORK, TRUE, -1, TRUE, TRUE, 0, &policy, 1.0), ==, 1500);
  g_assert_cmpint (delay (WA_ERROR_NETWORK, TRUE, 20, TRUE, TRUE, 0, &policy, 0.0), ==, 20000);
  g_assert_cmpint (delay (WA_ERROR_NETWORK, TRUE, -1, FALSE, TRUE, 0, &policy, 0.0), ==, -1);
}

static void
test_rate_limited (void)
{
  static const gint64 expected[] = { 5000, 15000, 45000, 90000, 180000, -1 };
  static const WaRetryPolicy minute = { .max_pause = 3600, .default_pause = 60 };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_assert_cmpint (delay (WA_ERROR_RATE_LIMITED, TRUE, -1, TRUE, TRUE, i, &policy, 0.0), ==, expected[i]);
      g_assert_cmpint (delay (WA_ERROR_RATE_LIMITED, TRUE, -1, FALSE, TRUE, i, &policy, 0.0), ==, expected[i]);
    }

  g_assert_cmpint (delay (WA_ERROR_RATE_LIMITED, TRUE, 30, FALSE, TRUE, 0, &policy, 0.5), ==, 30500);
  g_assert_cmpint (delay (WA_ERROR_RATE_LIMITED, TRUE, 0, FALSE, TRUE, 0, &policy, 0.0), ==, 1000);
  g_assert_cmpint (delay (WA_ERROR_RATE_LIMITED, TRUE, G_MAXINT, FALSE, TRUE, 4, &policy, 0.0), ==, 300000);
  g_assert_cmpint (delay (WA_ERROR_RATE_LIMITED, TRUE, -1, FALSE, TRUE, 3, &minute, 0.0), ==, 60000);
  g_assert_cmpint (delay (WA_ERROR_RATE_LIMITED, TRUE, 900, FALSE, TRUE, 0, &minute, 0.0), ==, 900000);
}

static void
test_unreadable (void)
{
  static const gint64 expected[] = { 1000, 2000, -1 };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpint (delay (WA_ERROR_PROTOCOL, TRUE, -1, TRUE, TRUE, i, &policy, 0.0), ==, expected[i]);

  g_assert_cmpint (delay (WA_ERROR_PROTOCOL, FALSE, -1, TRUE, TRUE, 0, &policy, 0.0), ==, -1);
}

static void
test_final (void)
{
  static const WaError codes[] = {
    WA_ERROR_TLS, WA_ERROR_AUTH, WA_ERROR_NOT_FOUND, WA_ERROR_REJECTED, WA_ERROR_INVALID,
    WA_ERROR_UNSUPPORTED, WA_ERROR_PROTOCOL, WA_ERROR_UNCERTAIN, WA_ERROR_STORE,
  };
  g_autoptr(GError) cancelled = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    for (guint left = 0; left < 2; left++)
      for (guint idempotent = 0; idempotent < 2; idempotent++)
        g_assert_cmpint (delay (codes[i], FALSE, 1, (gboolean) idempotent, (gboolean) left, 0, &policy, 0.0),
                         ==, -1);

  g_assert_cmpint (delay (WA_ERROR_UNCERTAIN, TRUE, 1, FALSE, TRUE, 0, &policy, 0.0), ==, -1);
  g_assert_cmpint (wa_retry_get_delay (cancelled, TRUE, FALSE, 0, &policy, 0.0), ==, -1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/retry/never-left", test_never_left);
  g_test_add_func ("/retry/trouble", test_trouble);
  g_test_add_func ("/retry/rate-limited", test_rate_limited);
  g_test_add_func ("/retry/unreadable", test_unreadable);
  g_test_add_func ("/retry/final", test_final);

  return g_test_run ();
}
