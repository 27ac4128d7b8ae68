/* wa-outbox-item.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/wa-message.h"

G_BEGIN_DECLS

/**
 * WaOutboxItem:
 *
 * A message in the outbox: to whom, what, when, what became of it, and where something is to be decided, the reason and the buttons for
 * it.  The buttons are the actions `outbox.resend`, `outbox.dismiss` and `outbox.cancel` (s: the message's key) of the page.
 *
 * Property: `message` (#WaMessage, nullable).
 */
#define WA_TYPE_OUTBOX_ITEM (wa_outbox_item_get_type ())
G_DECLARE_FINAL_TYPE (WaOutboxItem, wa_outbox_item, WA, OUTBOX_ITEM, GtkBox)

G_END_DECLS
