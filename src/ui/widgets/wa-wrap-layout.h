/* wa-wrap-layout.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * WaWrapLayout:
 *
 * Puts children of different widths into lines, as words of a paragraph; what is wider than a line gets the line.
 */
#define WA_TYPE_WRAP_LAYOUT (wa_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (WaWrapLayout, wa_wrap_layout, WA, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *wa_wrap_layout_new (void);

G_END_DECLS
