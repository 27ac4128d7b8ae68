/* wa-contact-batch.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-contact-batch.h"

struct _WaContactBatch
{
  WaRecord parent_instance;

  GListStore *contacts;
  gboolean   overwrite;
  char       **stated;
};

G_DEFINE_FINAL_TYPE (WaContactBatch, wa_contact_batch, WA_TYPE_RECORD)

static const WaField fields[] = {
  WA_FIELD_OF (WaContactBatch, contacts, "contacts", RECORDS, wa_contact_get_type),
  WA_FIELD (WaContactBatch, overwrite, "overwrite", FLAG),
  WA_FIELD (WaContactBatch, stated, "stated", TEXTS),
};

WA_RECORD_RECORDS (WaContactBatch, wa_contact_batch, contacts)
WA_RECORD_FLAG (WaContactBatch, wa_contact_batch, overwrite)
WA_RECORD_TEXTS (WaContactBatch, wa_contact_batch, stated)

static void
wa_contact_batch_class_init (WaContactBatchClass *klass)
{
  wa_record_class_set_fields (WA_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
wa_contact_batch_init (WaContactBatch *self)
{
}

WaContactBatch *
wa_contact_batch_new (void)
{
  return g_object_new (WA_TYPE_CONTACT_BATCH, NULL);
}
