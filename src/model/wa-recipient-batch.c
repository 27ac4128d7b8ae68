/* wa-recipient-batch.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-recipient-batch.h"

struct _WaRecipientBatch
{
  WaRecord parent_instance;

  char       *broadcast_id;
  GListStore *recipients;
};

G_DEFINE_FINAL_TYPE (WaRecipientBatch, wa_recipient_batch, WA_TYPE_RECORD)

static const WaField fields[] = {
  WA_FIELD (WaRecipientBatch, broadcast_id, "broadcast-id", TEXT),
  WA_FIELD_OF (WaRecipientBatch, recipients, "recipients", RECORDS, wa_recipient_get_type),
};

WA_RECORD_TEXT (WaRecipientBatch, wa_recipient_batch, broadcast_id)
WA_RECORD_RECORDS (WaRecipientBatch, wa_recipient_batch, recipients)

static void
wa_recipient_batch_class_init (WaRecipientBatchClass *klass)
{
  wa_record_class_set_fields (WA_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
wa_recipient_batch_init (WaRecipientBatch *self)
{
}

WaRecipientBatch *
wa_recipient_batch_new (void)
{
  return g_object_new (WA_TYPE_RECIPIENT_BATCH, NULL);
}
