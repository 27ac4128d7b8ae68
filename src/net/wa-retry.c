/* wa-retry.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "core/wa-error.h"
#include "net/wa-retry.h"

#define GIVE_UP (-1)
#define MAX_UNREADABLE 2

/* Seconds before each further try; as many tries as there are entries. */
static const int unreached[] = { 2, 4, 8 };
static const int troubled[] = { 1, 2, 4 };
static const int refused[] = { 5, 15, 45, 90, 180 };

static gint64
after_pause (const GError        *error,
             int                  seconds,
             const WaRetryPolicy *policy,
             double               spread)
{
  int asked = wa_error_get_retry_after (error);

  if (asked >= 0)
    seconds = CLAMP (asked, 1, policy->max_pause);

  return (gint64) seconds * 1000 + (gint64) (spread * 1000);
}

/**
 * wa_retry_get_delay:
 * @error: how the last try failed
 * @idempotent: whether doing it twice is the same as doing it once
 * @left: whether a byte of the last try may have left
 * @attempt: how many tries failed before that one
 * @chance: 0 to 1, spreads the tries of many clients
 *
 * What may have been done, and must not be done twice, is never tried again.
 *
 * Returns: milliseconds until the next try, or -1 where there is none
 */
gint64
wa_retry_get_delay (const GError        *error,
                    gboolean             idempotent,
                    gboolean             left,
                    guint                attempt,
                    const WaRetryPolicy *policy,
                    double               chance)
{
  int seconds;

  if (g_error_matches (error, WA_ERROR, WA_ERROR_RATE_LIMITED))
    {
      if (attempt >= G_N_ELEMENTS (refused))
        return GIVE_UP;
      seconds = policy->default_pause > 0 ? policy->default_pause : refused[attempt];
      return after_pause (error, seconds, policy, chance);
    }

  if (g_error_matches (error, WA_ERROR, WA_ERROR_NETWORK) && !left)
    return attempt < G_N_ELEMENTS (unreached) ? unreached[attempt] * 1000 : GIVE_UP;

  if (!idempotent || !wa_error_get_passing (error))
    return GIVE_UP;

  if (attempt >= (g_error_matches (error, WA_ERROR, WA_ERROR_PROTOCOL) ? MAX_UNREADABLE
                                                                      : G_N_ELEMENTS (troubled)))
    return GIVE_UP;

  return after_pause (error, troubled[attempt], policy, chance / 2);
}
