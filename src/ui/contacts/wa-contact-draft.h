/* wa-contact-draft.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-contact-edit.h"

G_BEGIN_DECLS

/**
 * WaContactDraft:
 *
 * A contact while it is edited.  Forms bind to its #WaContactDraft:edited; the contact itself stays as it is until the change was
 * saved.  While nothing was changed, what is edited follows the contact.
 *
 * Properties: `contact`, `edited` (#WaContact), `number-text` (the number as it is typed), `number-problem` (what is wrong with
 * it, "" while it can be saved), `dirty` (whether there is anything to save), `saving`, `failure` (why saving failed, or "").
 */
#define WA_TYPE_CONTACT_DRAFT (wa_contact_draft_get_type ())
G_DECLARE_FINAL_TYPE (WaContactDraft, wa_contact_draft, WA, CONTACT_DRAFT, GObject)

WaContactDraft *wa_contact_draft_new                (WaContact      *contact);

WaContact      *wa_contact_draft_get_contact        (WaContactDraft *self);
WaContact      *wa_contact_draft_get_edited         (WaContactDraft *self);
const char     *wa_contact_draft_get_number_problem (WaContactDraft *self);
gboolean        wa_contact_draft_get_dirty          (WaContactDraft *self);
gboolean        wa_contact_draft_get_saving         (WaContactDraft *self);
const char     *wa_contact_draft_get_failure        (WaContactDraft *self);

void            wa_contact_draft_revert             (WaContactDraft *self);
WaContactEdit  *wa_contact_draft_begin_save         (WaContactDraft *self);
void            wa_contact_draft_end_save           (WaContactDraft *self,
                                                     WaContactEdit  *sent,
                                                     const GError   *error);

G_END_DECLS
