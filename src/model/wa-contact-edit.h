/* wa-contact-edit.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-contact.h"
#include "model/wa-record.h"

G_BEGIN_DECLS

/**
 * WaContactEdit:
 *
 * A contact as it shall be, and which of its properties are to be written.
 *
 * @changed: names of properties of #WaContact
 * @removed-attributes: names
 */
#define WA_TYPE_CONTACT_EDIT (wa_contact_edit_get_type ())
G_DECLARE_FINAL_TYPE (WaContactEdit, wa_contact_edit, WA, CONTACT_EDIT, WaRecord)

WaContactEdit *wa_contact_edit_new (void);
WaContact *wa_contact_edit_get_contact (WaContactEdit *self);
void wa_contact_edit_set_contact (WaContactEdit *self, WaContact *value);
const char *const *wa_contact_edit_get_changed (WaContactEdit *self);
void wa_contact_edit_set_changed (WaContactEdit *self, const char *const *value);
const char *const *wa_contact_edit_get_tags_to_add (WaContactEdit *self);
void wa_contact_edit_set_tags_to_add (WaContactEdit *self, const char *const *value);
const char *const *wa_contact_edit_get_tags_to_remove (WaContactEdit *self);
void wa_contact_edit_set_tags_to_remove (WaContactEdit *self, const char *const *value);
const char *const *wa_contact_edit_get_removed_attributes (WaContactEdit *self);
void wa_contact_edit_set_removed_attributes (WaContactEdit *self, const char *const *value);

G_END_DECLS
