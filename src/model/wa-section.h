/* wa-section.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-record.h"
#include "model/wa-section-row.h"

G_BEGIN_DECLS

/**
 * WaSection:
 *
 * A section of a list message or a product list.
 */
#define WA_TYPE_SECTION (wa_section_get_type ())
G_DECLARE_FINAL_TYPE (WaSection, wa_section, WA, SECTION, WaRecord)

WaSection *wa_section_new (void);
const char *wa_section_get_title (WaSection *self);
void wa_section_set_title (WaSection *self, const char *value);
GListStore *wa_section_get_rows (WaSection *self);

G_END_DECLS
