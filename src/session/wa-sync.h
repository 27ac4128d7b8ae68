/* wa-sync.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * WaSync:
 *
 * Brings what the system keeps into the store: lists, tags, templates, contacts, page by page.  What is
 * gone there goes here once a complete run has not seen it; a partial run never deletes.  A run that
 * was cancelled or cut off goes on where it was.
 *
 * Properties, all read-only: `running`, `progress` (0 to 1; negative where the end is not known),
 * `status` (text for the user, "" while idle), `problem` (why the last run stopped, "" after a good
 * one), `last-complete` (#GDateTime, nullable).
 */
#define WA_TYPE_SYNC (wa_sync_get_type ())
G_DECLARE_FINAL_TYPE (WaSync, wa_sync, WA, SYNC, GObject)

void        wa_sync_start             (WaSync *self);
void        wa_sync_cancel            (WaSync *self);
gboolean    wa_sync_get_running       (WaSync *self);
double      wa_sync_get_progress      (WaSync *self);
const char *wa_sync_get_status        (WaSync *self);
const char *wa_sync_get_problem       (WaSync *self);
GDateTime  *wa_sync_get_last_complete (WaSync *self);

G_END_DECLS
