/* wa-outbox-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/widgets/wa-account-page.h"

G_BEGIN_DECLS

/**
 * WaOutboxPage:
 *
 * The page "Outbox" of the window.
 */
#define WA_TYPE_OUTBOX_PAGE (wa_outbox_page_get_type ())
G_DECLARE_FINAL_TYPE (WaOutboxPage, wa_outbox_page, WA, OUTBOX_PAGE, WaAccountPage)

G_END_DECLS
