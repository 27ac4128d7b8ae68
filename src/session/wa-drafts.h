/* wa-drafts.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-outgoing.h"
#include "store/wa-store.h"

G_BEGIN_DECLS

/**
 * WaDrafts:
 *
 * What is being written: saved as it is typed, at most every half second, and at once when it is thrown
 * away, so that what was sent does not come back.  The content of chosen files is not kept.
 *
 * Property `problem` (text, read-only): why the last draft could not be saved, "" while all is well.
 */
#define WA_TYPE_DRAFTS (wa_drafts_get_type ())
G_DECLARE_FINAL_TYPE (WaDrafts, wa_drafts, WA, DRAFTS, GObject)

WaDrafts   *wa_drafts_new         (WaStore              *store);
void        wa_drafts_save        (WaDrafts             *self,
                                   const char           *key,
                                   WaOutgoing           *draft);
void        wa_drafts_discard     (WaDrafts             *self,
                                   const char           *key);
void        wa_drafts_flush       (WaDrafts             *self);
void        wa_drafts_load_async  (WaDrafts             *self,
                                   const char           *key,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
WaOutgoing *wa_drafts_load_finish (WaDrafts             *self,
                                   GAsyncResult         *result,
                                   GError              **error);
const char *wa_drafts_get_problem (WaDrafts             *self);

G_END_DECLS
