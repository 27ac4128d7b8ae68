/* wa-template-item.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/wa-template.h"

G_BEGIN_DECLS

/**
 * WaTemplateItem:
 *
 * A template in a list: its name, the beginning of its text, language, category, and its status in words and colour.
 *
 * Property: `template` (#WaTemplate, nullable).
 */
#define WA_TYPE_TEMPLATE_ITEM (wa_template_item_get_type ())
G_DECLARE_FINAL_TYPE (WaTemplateItem, wa_template_item, WA, TEMPLATE_ITEM, GtkBox)

char *wa_template_dup_kind_title   (WaTemplate *template);
char *wa_template_dup_status_title (WaTemplate *template);

G_END_DECLS
