/* wa-store-lane.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/wa-store-changes.h"

G_BEGIN_DECLS

/**
 * WaStoreLane:
 *
 * A thread with a connection of its own, which does jobs one after the other.  The lane that writes does
 * each in a transaction.
 */
typedef struct _WaStoreLane WaStoreLane;

/* In the thread: touches nothing but the connection and the task's data. */
typedef gboolean (*WaStoreRun)  (WaSql         *sql,
                                 gpointer       data,
                                 GError       **error);

/* On the main thread, after success: returns the task. */
typedef void     (*WaStoreDone) (GTask         *task,
                                 gpointer       data);

/* On the main thread, before anyone learns that the job is done. */
typedef void     (*WaStoreTell) (GObject        *store,
                                 WaStoreChanges *changes);

WaStoreLane *wa_store_lane_new   (const char     *path,
                                  gboolean        writes,
                                  WaStoreTell     tell);
void         wa_store_lane_push  (WaStoreLane    *self,
                                  GTask          *task,
                                  WaStoreRun      run,
                                  WaStoreDone     done);
void         wa_store_lane_end   (WaStoreLane    *self);
gboolean     wa_store_closed     (GError        **error);

G_END_DECLS
