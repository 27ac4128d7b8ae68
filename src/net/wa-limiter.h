/* wa-limiter.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * WaLane:
 *
 * What a request counts as.
 */
typedef enum
{
  WA_LANE_READ,
  WA_LANE_SEND,
} WaLane;

/**
 * WaLimiter:
 *
 * Paces one account: so many requests of a lane in any second, six seconds between two messages to
 * one person, and nothing at all during a pause.  Who waits is served in order, but for those who
 * wait for their person.
 *
 * Property `scale` (double): all waits are multiplied by it; 1.
 */
#define WA_TYPE_LIMITER (wa_limiter_get_type ())
G_DECLARE_FINAL_TYPE (WaLimiter, wa_limiter, WA, LIMITER, GObject)

WaLimiter *wa_limiter_new         (guint                 reads_per_second,
                                   guint                 sends_per_second);
void       wa_limiter_pause       (WaLimiter            *self,
                                   gint64                milliseconds);
void       wa_limiter_wait_async  (WaLimiter            *self,
                                   WaLane                lane,
                                   const char           *recipient,
                                   gboolean              again,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
gboolean   wa_limiter_wait_finish (WaLimiter            *self,
                                   GAsyncResult         *result,
                                   GError              **error);

G_END_DECLS
