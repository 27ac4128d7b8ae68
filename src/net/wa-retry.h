/* wa-retry.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WaRetryPolicy:
 * @max_pause: seconds; Retry-After is obeyed up to this
 * @default_pause: seconds after a 429 without Retry-After; 0 is 5, 15, 45, 90, 180
 *
 * In what one system differs from the others.
 */
typedef struct
{
  int max_pause;
  int default_pause;
} WaRetryPolicy;

gint64 wa_retry_get_delay (const GError        *error,
                           gboolean             idempotent,
                           gboolean             left,
                           guint                attempt,
                           const WaRetryPolicy *policy,
                           double               chance);

G_END_DECLS
