/* wa-attribute-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "model/wa-attribute.h"

G_BEGIN_DECLS

/**
 * WaAttributeRow:
 *
 * A custom field of a contact: its name, its value to edit, and a button that removes it.
 *
 * Signal `removed`.
 */
#define WA_TYPE_ATTRIBUTE_ROW (wa_attribute_row_get_type ())
G_DECLARE_FINAL_TYPE (WaAttributeRow, wa_attribute_row, WA, ATTRIBUTE_ROW, AdwEntryRow)

GtkWidget   *wa_attribute_row_new           (WaAttribute    *attribute);
WaAttribute *wa_attribute_row_get_attribute (WaAttributeRow *self);

G_END_DECLS
