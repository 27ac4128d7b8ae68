/* wa-sync-bar.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "session/wa-account.h"

G_BEGIN_DECLS

/**
 * WaSyncBar:
 *
 * What there is to say about an account above its lists: a refresh that runs, with its progress and a button that stops it; and
 * what is wrong, with what to do.  It takes no room while all is well.
 *
 * Property: `account` (#WaAccount, nullable).
 */
#define WA_TYPE_SYNC_BAR (wa_sync_bar_get_type ())
G_DECLARE_FINAL_TYPE (WaSyncBar, wa_sync_bar, WA, SYNC_BAR, AdwBin)

void wa_sync_bar_set_account (WaSyncBar *self,
                              WaAccount *account);

G_END_DECLS
