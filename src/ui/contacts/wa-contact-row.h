/* wa-contact-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/wa-contact.h"

G_BEGIN_DECLS

/**
 * WaContactRow:
 *
 * One line of the contact table.
 *
 * Property: `contact` (#WaContact, nullable).
 */
#define WA_TYPE_CONTACT_ROW (wa_contact_row_get_type ())
G_DECLARE_FINAL_TYPE (WaContactRow, wa_contact_row, WA, CONTACT_ROW, GtkWidget)

void wa_contact_row_set_contact (WaContactRow *self,
                                 WaContact    *contact);

G_END_DECLS
