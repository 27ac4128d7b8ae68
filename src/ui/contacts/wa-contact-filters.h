/* wa-contact-filters.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "session/wa-account.h"

G_BEGIN_DECLS

/**
 * WaContactFilters:
 *
 * A popover in which the contacts that are shown are narrowed down.  It edits a #WaContactFilter that the page watches.
 *
 * Property: `account` (#WaAccount, nullable).
 */
#define WA_TYPE_CONTACT_FILTERS (wa_contact_filters_get_type ())
G_DECLARE_FINAL_TYPE (WaContactFilters, wa_contact_filters, WA, CONTACT_FILTERS, GtkPopover)

void   wa_contact_filters_set_account (WaContactFilters *self,
                                       WaAccount        *account);
void   wa_contact_filters_set_filter  (WaContactFilters *self,
                                       WaContactFilter  *filter);
char **wa_contact_filters_dup_texts   (WaContactFilters *self);
void   wa_contact_filters_clear       (WaContactFilters *self);
void   wa_contact_filters_clear_at    (WaContactFilters *self,
                                       guint             position);

G_END_DECLS
