/* wa-recipient.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-attribute.h"
#include "model/wa-message-state.h"
#include "model/wa-record.h"

G_BEGIN_DECLS

/**
 * WaRecipient:
 *
 * One recipient of a broadcast.
 */
#define WA_TYPE_RECIPIENT (wa_recipient_get_type ())
G_DECLARE_FINAL_TYPE (WaRecipient, wa_recipient, WA, RECIPIENT, WaRecord)

WaRecipient *wa_recipient_new (void);
const char *wa_recipient_get_remote_id (WaRecipient *self);
void wa_recipient_set_remote_id (WaRecipient *self, const char *value);
const char *wa_recipient_get_number (WaRecipient *self);
void wa_recipient_set_number (WaRecipient *self, const char *value);
const char *wa_recipient_get_name (WaRecipient *self);
void wa_recipient_set_name (WaRecipient *self, const char *value);
GListStore *wa_recipient_get_values (WaRecipient *self);
WaMessageState wa_recipient_get_state (WaRecipient *self);
void wa_recipient_set_state (WaRecipient *self, WaMessageState value);
const char *wa_recipient_get_message_id (WaRecipient *self);
void wa_recipient_set_message_id (WaRecipient *self, const char *value);
const char *wa_recipient_get_error_text (WaRecipient *self);
void wa_recipient_set_error_text (WaRecipient *self, const char *value);
GDateTime *wa_recipient_get_sent (WaRecipient *self);
void wa_recipient_set_sent (WaRecipient *self, GDateTime *value);
GDateTime *wa_recipient_get_delivered (WaRecipient *self);
void wa_recipient_set_delivered (WaRecipient *self, GDateTime *value);
GDateTime *wa_recipient_get_read (WaRecipient *self);
void wa_recipient_set_read (WaRecipient *self, GDateTime *value);

G_END_DECLS
