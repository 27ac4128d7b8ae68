/* wa-rich-label.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "template/wa-rich-text.h"

G_BEGIN_DECLS

void wa_rich_label_set (GtkLabel   *label,
                        WaRichText *text);

G_END_DECLS
