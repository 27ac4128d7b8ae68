/* wa-outbox-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "session/wa-account.h"

G_BEGIN_DECLS

/**
 * WaOutboxPage:
 *
 * The page "Outbox" of the window.
 *
 * Properties: `account` (#WaAccount, nullable), `folded`: whether the page has the window for itself, so that it shows the way back
 * to the sidebar.
 */
#define WA_TYPE_OUTBOX_PAGE (wa_outbox_page_get_type ())
G_DECLARE_FINAL_TYPE (WaOutboxPage, wa_outbox_page, WA, OUTBOX_PAGE, AdwBin)

G_END_DECLS
