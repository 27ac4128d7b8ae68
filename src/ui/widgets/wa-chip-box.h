/* wa-chip-box.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * WaChipBox:
 *
 * Short texts side by side, each with a button that removes it.
 *
 * Properties: `texts` (a #GStrv, plain), `removable`.
 * Signal `chip-removed (guint position)`: the user wants it gone; the owner then sets other texts.
 */
#define WA_TYPE_CHIP_BOX (wa_chip_box_get_type ())
G_DECLARE_FINAL_TYPE (WaChipBox, wa_chip_box, WA, CHIP_BOX, GtkWidget)

void wa_chip_box_set_texts     (WaChipBox         *self,
                                const char *const *texts);
void wa_chip_box_set_removable (WaChipBox         *self,
                                gboolean           removable);

G_END_DECLS
