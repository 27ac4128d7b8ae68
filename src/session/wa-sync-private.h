/* wa-sync-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "session/wa-client.h"
#include "session/wa-sync.h"
#include "store/wa-store.h"

G_BEGIN_DECLS

WaSync *wa_sync_new  (WaClient *client,
                      WaStore  *store);
void    wa_sync_load (WaSync   *self);

G_END_DECLS
