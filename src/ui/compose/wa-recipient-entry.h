/* wa-recipient-entry.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "session/wa-account.h"

G_BEGIN_DECLS

/**
 * WaRecipientEntry:
 *
 * Who gets a message: a contact found by any part of name or number, or a number typed in full.
 *
 * It has a `contact` (the one that was chosen) and a `number` (digits; "" while what is typed is none).  Signal `changed`.
 */
#define WA_TYPE_RECIPIENT_ENTRY (wa_recipient_entry_get_type ())
G_DECLARE_FINAL_TYPE (WaRecipientEntry, wa_recipient_entry, WA, RECIPIENT_ENTRY, GtkBox)

void        wa_recipient_entry_set_account (WaRecipientEntry *self,
                                            WaAccount        *account);
void        wa_recipient_entry_set_contact (WaRecipientEntry *self,
                                            WaContact        *contact);
void        wa_recipient_entry_set_number  (WaRecipientEntry *self,
                                            const char       *number);
WaContact  *wa_recipient_entry_get_contact (WaRecipientEntry *self);
const char *wa_recipient_entry_get_number  (WaRecipientEntry *self);
gboolean    wa_recipient_entry_validate    (WaRecipientEntry *self);

G_END_DECLS
