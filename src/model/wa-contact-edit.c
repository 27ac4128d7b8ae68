/* wa-contact-edit.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-contact-edit.h"

struct _WaContactEdit
{
  WaRecord parent_instance;

  WaContact *contact;
  char      **changed;
  char      **tags_to_add;
  char      **tags_to_remove;
  char      **removed_attributes;
};

G_DEFINE_FINAL_TYPE (WaContactEdit, wa_contact_edit, WA_TYPE_RECORD)

static const WaField fields[] = {
  WA_FIELD_OF (WaContactEdit, contact, "contact", RECORD, wa_contact_get_type),
  WA_FIELD (WaContactEdit, changed, "changed", TEXTS),
  WA_FIELD (WaContactEdit, tags_to_add, "tags-to-add", TEXTS),
  WA_FIELD (WaContactEdit, tags_to_remove, "tags-to-remove", TEXTS),
  WA_FIELD (WaContactEdit, removed_attributes, "removed-attributes", TEXTS),
};

WA_RECORD_RECORD (WaContactEdit, wa_contact_edit, contact, WaContact)
WA_RECORD_TEXTS (WaContactEdit, wa_contact_edit, changed)
WA_RECORD_TEXTS (WaContactEdit, wa_contact_edit, tags_to_add)
WA_RECORD_TEXTS (WaContactEdit, wa_contact_edit, tags_to_remove)
WA_RECORD_TEXTS (WaContactEdit, wa_contact_edit, removed_attributes)

static void
wa_contact_edit_class_init (WaContactEditClass *klass)
{
  wa_record_class_set_fields (WA_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
wa_contact_edit_init (WaContactEdit *self)
{
}

WaContactEdit *
wa_contact_edit_new (void)
{
  return g_object_new (WA_TYPE_CONTACT_EDIT, NULL);
}
