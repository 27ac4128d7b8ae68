/* wa-contact-table.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "model/wa-contact.h"
#include "store/wa-row-list.h"
#include "ui/contacts/wa-contact-header.h"

G_BEGIN_DECLS

/**
 * WaContactTable:
 *
 * Contacts as rows below headers that sort.  Other rows may take the place of those that are shown without the user noticing
 * more than the change itself.
 *
 * Signals: `contact-chosen (WaContact *)`: the user went to a row or, where one click shall open it, opened it; `order-changed`.
 */
#define WA_TYPE_CONTACT_TABLE (wa_contact_table_get_type ())
G_DECLARE_FINAL_TYPE (WaContactTable, wa_contact_table, WA, CONTACT_TABLE, AdwBin)

void             wa_contact_table_set_rows   (WaContactTable *self,
                                              WaRowList      *rows,
                                              gboolean        keep_place);
void             wa_contact_table_select     (WaContactTable *self,
                                              WaContact      *contact);
void             wa_contact_table_set_opens  (WaContactTable *self,
                                              gboolean        opens);
WaContactHeader *wa_contact_table_get_header (WaContactTable *self);

G_END_DECLS
