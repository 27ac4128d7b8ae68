/* wa-contact-header.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "store/wa-contact-filter.h"

G_BEGIN_DECLS

/**
 * WaContactHeader:
 *
 * The headers of the contact table: buttons that sort by their column, and the other way round at a second click.
 *
 * Signal `order-changed`: the user chose another order.
 */
#define WA_TYPE_CONTACT_HEADER (wa_contact_header_get_type ())
G_DECLARE_FINAL_TYPE (WaContactHeader, wa_contact_header, WA, CONTACT_HEADER, GtkWidget)

void          wa_contact_header_set_order      (WaContactHeader *self,
                                                WaContactSort    sort,
                                                gboolean         descending);
WaContactSort wa_contact_header_get_sort       (WaContactHeader *self);
gboolean      wa_contact_header_get_descending (WaContactHeader *self);

G_END_DECLS
