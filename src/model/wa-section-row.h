/* wa-section-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-record.h"

G_BEGIN_DECLS

/**
 * WaSectionRow:
 *
 * A row of a list message, or a product of a product list.
 *
 * @product-id: the retailer's id
 */
#define WA_TYPE_SECTION_ROW (wa_section_row_get_type ())
G_DECLARE_FINAL_TYPE (WaSectionRow, wa_section_row, WA, SECTION_ROW, WaRecord)

WaSectionRow *wa_section_row_new (void);
const char *wa_section_row_get_row_id (WaSectionRow *self);
void wa_section_row_set_row_id (WaSectionRow *self, const char *value);
const char *wa_section_row_get_title (WaSectionRow *self);
void wa_section_row_set_title (WaSectionRow *self, const char *value);
const char *wa_section_row_get_description (WaSectionRow *self);
void wa_section_row_set_description (WaSectionRow *self, const char *value);
const char *wa_section_row_get_product_id (WaSectionRow *self);
void wa_section_row_set_product_id (WaSectionRow *self, const char *value);

G_END_DECLS
