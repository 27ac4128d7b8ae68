/* wa-contact-pane.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "session/wa-account.h"
#include "ui/contacts/wa-contact-draft.h"

G_BEGIN_DECLS

/**
 * WaContactPane:
 *
 * One contact to look at and to edit.  It shows a draft; who owns the drafts decides what becomes of one when another is shown.
 *
 * Properties: `account` (#WaAccount, nullable), `draft` (#WaContactDraft, nullable), `folded`: whether it has the window for itself.
 * Signals: `close-requested`, `deleted (WaContact *)`.
 * Actions: `contact.save`, `contact.revert`, `contact.send`, `contact.delete`, `contact.close`.
 */
#define WA_TYPE_CONTACT_PANE (wa_contact_pane_get_type ())
G_DECLARE_FINAL_TYPE (WaContactPane, wa_contact_pane, WA, CONTACT_PANE, AdwBin)

void            wa_contact_pane_set_account (WaContactPane  *self,
                                             WaAccount      *account);
void            wa_contact_pane_set_draft   (WaContactPane  *self,
                                             WaContactDraft *draft);
WaContactDraft *wa_contact_pane_get_draft   (WaContactPane  *self);

G_END_DECLS
