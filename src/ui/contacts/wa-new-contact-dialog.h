/* wa-new-contact-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "session/wa-account.h"

G_BEGIN_DECLS

/**
 * WaNewContactDialog:
 *
 * A window in which a new contact is entered; its number is checked as it is typed.
 *
 * Signal `created (WaContact *)`.
 */
#define WA_TYPE_NEW_CONTACT_DIALOG (wa_new_contact_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WaNewContactDialog, wa_new_contact_dialog, WA, NEW_CONTACT_DIALOG, AdwWindow)

WaNewContactDialog *wa_new_contact_dialog_new (WaAccount *account);

G_END_DECLS
