/* wa-receipt.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-record.h"

G_BEGIN_DECLS

/**
 * WaReceipt:
 *
 * The answer of an operation that gives back no model: it was done.
 *
 * @count: how many there were, where the system says so
 */
#define WA_TYPE_RECEIPT (wa_receipt_get_type ())
G_DECLARE_FINAL_TYPE (WaReceipt, wa_receipt, WA, RECEIPT, WaRecord)

WaReceipt *wa_receipt_new (void);
const char *wa_receipt_get_remote_id (WaReceipt *self);
void wa_receipt_set_remote_id (WaReceipt *self, const char *value);
const char *wa_receipt_get_text (WaReceipt *self);
void wa_receipt_set_text (WaReceipt *self, const char *value);
gint64 wa_receipt_get_count (WaReceipt *self);
void wa_receipt_set_count (WaReceipt *self, gint64 value);

G_END_DECLS
