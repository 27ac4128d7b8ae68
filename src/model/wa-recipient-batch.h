/* wa-recipient-batch.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-recipient.h"
#include "model/wa-record.h"

G_BEGIN_DECLS

/**
 * WaRecipientBatch:
 *
 * Recipients to be added to a broadcast.
 */
#define WA_TYPE_RECIPIENT_BATCH (wa_recipient_batch_get_type ())
G_DECLARE_FINAL_TYPE (WaRecipientBatch, wa_recipient_batch, WA, RECIPIENT_BATCH, WaRecord)

WaRecipientBatch *wa_recipient_batch_new (void);
const char *wa_recipient_batch_get_broadcast_id (WaRecipientBatch *self);
void wa_recipient_batch_set_broadcast_id (WaRecipientBatch *self, const char *value);
GListStore *wa_recipient_batch_get_recipients (WaRecipientBatch *self);

G_END_DECLS
