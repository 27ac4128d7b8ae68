/* wa-receipt.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-receipt.h"

struct _WaReceipt
{
  WaRecord parent_instance;

  char   *remote_id;
  char   *text;
  gint64  count;
};

G_DEFINE_FINAL_TYPE (WaReceipt, wa_receipt, WA_TYPE_RECORD)

static const WaField fields[] = {
  WA_FIELD (WaReceipt, remote_id, "remote-id", TEXT),
  WA_FIELD (WaReceipt, text, "text", TEXT),
  WA_FIELD (WaReceipt, count, "count", INTEGER),
};

WA_RECORD_TEXT (WaReceipt, wa_receipt, remote_id)
WA_RECORD_TEXT (WaReceipt, wa_receipt, text)
WA_RECORD_INTEGER (WaReceipt, wa_receipt, count)

static void
wa_receipt_class_init (WaReceiptClass *klass)
{
  wa_record_class_set_fields (WA_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
wa_receipt_init (WaReceipt *self)
{
}

WaReceipt *
wa_receipt_new (void)
{
  return g_object_new (WA_TYPE_RECEIPT, NULL);
}
