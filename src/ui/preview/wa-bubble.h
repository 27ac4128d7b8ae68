/* wa-bubble.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "template/wa-template-preview.h"

G_BEGIN_DECLS

/**
 * WaBubble:
 *
 * Draws a message as the customer's phone will: header, text, footer, buttons, and the cards of a carousel side by side.  It only draws; what
 * is drawn is a #WaTemplatePreview.
 */
#define WA_TYPE_BUBBLE (wa_bubble_get_type ())
G_DECLARE_FINAL_TYPE (WaBubble, wa_bubble, WA, BUBBLE, GtkWidget)

GtkWidget *wa_bubble_new         (void);
void       wa_bubble_set_preview (WaBubble          *self,
                                  WaTemplatePreview *preview);

G_END_DECLS
