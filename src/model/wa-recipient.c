/* wa-recipient.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-recipient.h"

struct _WaRecipient
{
  WaRecord parent_instance;

  char       *remote_id;
  char       *number;
  char       *name;
  GListStore *values;
  int        state;
  char       *message_id;
  char       *error_text;
  GDateTime  *sent;
  GDateTime  *delivered;
  GDateTime  *read;
};

G_DEFINE_FINAL_TYPE (WaRecipient, wa_recipient, WA_TYPE_RECORD)

static const WaField fields[] = {
  WA_FIELD (WaRecipient, remote_id, "remote-id", TEXT),
  WA_FIELD (WaRecipient, number, "number", TEXT),
  WA_FIELD (WaRecipient, name, "name", TEXT),
  WA_FIELD_OF (WaRecipient, values, "values", RECORDS, wa_attribute_get_type),
  WA_FIELD_OF (WaRecipient, state, "state", CHOICE, wa_message_state_get_type),
  WA_FIELD (WaRecipient, message_id, "message-id", TEXT),
  WA_FIELD (WaRecipient, error_text, "error-text", TEXT),
  WA_FIELD (WaRecipient, sent, "sent", TIME),
  WA_FIELD (WaRecipient, delivered, "delivered", TIME),
  WA_FIELD (WaRecipient, read, "read", TIME),
};

WA_RECORD_TEXT (WaRecipient, wa_recipient, remote_id)
WA_RECORD_TEXT (WaRecipient, wa_recipient, number)
WA_RECORD_TEXT (WaRecipient, wa_recipient, name)
WA_RECORD_RECORDS (WaRecipient, wa_recipient, values)
WA_RECORD_CHOICE (WaRecipient, wa_recipient, state, WaMessageState)
WA_RECORD_TEXT (WaRecipient, wa_recipient, message_id)
WA_RECORD_TEXT (WaRecipient, wa_recipient, error_text)
WA_RECORD_TIME (WaRecipient, wa_recipient, sent)
WA_RECORD_TIME (WaRecipient, wa_recipient, delivered)
WA_RECORD_TIME (WaRecipient, wa_recipient, read)

static void
wa_recipient_class_init (WaRecipientClass *klass)
{
  wa_record_class_set_fields (WA_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
wa_recipient_init (WaRecipient *self)
{
}

WaRecipient *
wa_recipient_new (void)
{
  return g_object_new (WA_TYPE_RECIPIENT, NULL);
}
