/* wa-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-record.h"

G_BEGIN_DECLS

/**
 * WaPage:
 *
 * One page of a list operation.
 *
 * @next: cursor of the next page; "" at the end
 * @total: how many there are in all; 0 where the system does not say
 * @skipped: elements that could not be read
 */
#define WA_TYPE_PAGE (wa_page_get_type ())
G_DECLARE_FINAL_TYPE (WaPage, wa_page, WA, PAGE, WaRecord)

WaPage *wa_page_new (void);
GListStore *wa_page_get_items (WaPage *self);
const char *wa_page_get_next (WaPage *self);
void wa_page_set_next (WaPage *self, const char *value);
gint64 wa_page_get_total (WaPage *self);
void wa_page_set_total (WaPage *self, gint64 value);
gint64 wa_page_get_skipped (WaPage *self);
void wa_page_set_skipped (WaPage *self, gint64 value);
const char *wa_page_get_note (WaPage *self);
void wa_page_set_note (WaPage *self, const char *value);

G_END_DECLS
