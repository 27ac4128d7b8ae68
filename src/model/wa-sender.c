/* wa-sender.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-sender.h"

struct _WaSender
{
  WaRecord parent_instance;

  char       *remote_id;
  char       *name;
  char       *number;
  char       *phone_id;
  char       *business_id;
  char       *status;
  char       *quality;
  gboolean   default_incoming;
  gboolean   default_outgoing;
  gboolean   auto_read_receipt;
  GListStore *details;
  GDateTime  *created;
};

G_DEFINE_FINAL_TYPE (WaSender, wa_sender, WA_TYPE_RECORD)

static const WaField fields[] = {
  WA_FIELD (WaSender, remote_id, "remote-id", TEXT),
  WA_FIELD (WaSender, name, "name", TEXT),
  WA_FIELD (WaSender, number, "number", TEXT),
  WA_FIELD (WaSender, phone_id, "phone-id", TEXT),
  WA_FIELD (WaSender, business_id, "business-id", TEXT),
  WA_FIELD (WaSender, status, "status", TEXT),
  WA_FIELD (WaSender, quality, "quality", TEXT),
  WA_FIELD (WaSender, default_incoming, "default-incoming", FLAG),
  WA_FIELD (WaSender, default_outgoing, "default-outgoing", FLAG),
  WA_FIELD (WaSender, auto_read_receipt, "auto-read-receipt", FLAG),
  WA_FIELD_OF (WaSender, details, "details", RECORDS, wa_attribute_get_type),
  WA_FIELD (WaSender, created, "created", TIME),
};

WA_RECORD_TEXT (WaSender, wa_sender, remote_id)
WA_RECORD_TEXT (WaSender, wa_sender, name)
WA_RECORD_TEXT (WaSender, wa_sender, number)
WA_RECORD_TEXT (WaSender, wa_sender, phone_id)
WA_RECORD_TEXT (WaSender, wa_sender, business_id)
WA_RECORD_TEXT (WaSender, wa_sender, status)
WA_RECORD_TEXT (WaSender, wa_sender, quality)
WA_RECORD_FLAG (WaSender, wa_sender, default_incoming)
WA_RECORD_FLAG (WaSender, wa_sender, default_outgoing)
WA_RECORD_FLAG (WaSender, wa_sender, auto_read_receipt)
WA_RECORD_RECORDS (WaSender, wa_sender, details)
WA_RECORD_TIME (WaSender, wa_sender, created)

static void
wa_sender_class_init (WaSenderClass *klass)
{
  wa_record_class_set_fields (WA_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
wa_sender_init (WaSender *self)
{
}

WaSender *
wa_sender_new (void)
{
  return g_object_new (WA_TYPE_SENDER, NULL);
}
