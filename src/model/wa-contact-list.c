/* wa-contact-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-contact-list.h"

struct _WaContactList
{
  WaRecord parent_instance;

  gint64     id;
  char       *remote_id;
  char       *name;
  gboolean   opt_in;
  gboolean   blocked;
  char       **tags;
  GListStore *attributes;
  gboolean   system;
  gboolean   local;
  GDateTime  *created;
};

G_DEFINE_FINAL_TYPE (WaContactList, wa_contact_list, WA_TYPE_RECORD)

static const WaField fields[] = {
  WA_FIELD (WaContactList, id, "id", INTEGER),
  WA_FIELD (WaContactList, remote_id, "remote-id", TEXT),
  WA_FIELD (WaContactList, name, "name", TEXT),
  WA_FIELD (WaContactList, opt_in, "opt-in", FLAG),
  WA_FIELD (WaContactList, blocked, "blocked", FLAG),
  WA_FIELD (WaContactList, tags, "tags", TEXTS),
  WA_FIELD_OF (WaContactList, attributes, "attributes", RECORDS, wa_attribute_get_type),
  WA_FIELD (WaContactList, system, "system", FLAG),
  WA_FIELD (WaContactList, local, "local", FLAG),
  WA_FIELD (WaContactList, created, "created", TIME),
};

WA_RECORD_INTEGER (WaContactList, wa_contact_list, id)
WA_RECORD_TEXT (WaContactList, wa_contact_list, remote_id)
WA_RECORD_TEXT (WaContactList, wa_contact_list, name)
WA_RECORD_FLAG (WaContactList, wa_contact_list, opt_in)
WA_RECORD_FLAG (WaContactList, wa_contact_list, blocked)
WA_RECORD_TEXTS (WaContactList, wa_contact_list, tags)
WA_RECORD_RECORDS (WaContactList, wa_contact_list, attributes)
WA_RECORD_FLAG (WaContactList, wa_contact_list, system)
WA_RECORD_FLAG (WaContactList, wa_contact_list, local)
WA_RECORD_TIME (WaContactList, wa_contact_list, created)

static void
wa_contact_list_class_init (WaContactListClass *klass)
{
  wa_record_class_set_fields (WA_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
wa_contact_list_init (WaContactList *self)
{
}

WaContactList *
wa_contact_list_new (void)
{
  return g_object_new (WA_TYPE_CONTACT_LIST, NULL);
}
