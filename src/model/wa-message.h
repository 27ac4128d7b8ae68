/* wa-message.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-message-kind.h"
#include "model/wa-message-state.h"
#include "model/wa-outgoing.h"
#include "model/wa-record.h"

G_BEGIN_DECLS

/**
 * WaMessage:
 *
 * One message as history and the outbox show it.
 *
 * @key: of our own, made before the first byte goes out
 * @remote-id: personal data: it holds the number
 * @wamid: WhatsApp's own id, where the system has another one
 * @recipient: digits
 * @error: nick of the #WaError
 * @error-code: Meta's or the provider's
 * @error-text: for the user: what happened and what to do
 */
#define WA_TYPE_MESSAGE (wa_message_get_type ())
G_DECLARE_FINAL_TYPE (WaMessage, wa_message, WA, MESSAGE, WaRecord)

WaMessage *wa_message_new (void);
gint64 wa_message_get_id (WaMessage *self);
void wa_message_set_id (WaMessage *self, gint64 value);
const char *wa_message_get_key (WaMessage *self);
void wa_message_set_key (WaMessage *self, const char *value);
const char *wa_message_get_remote_id (WaMessage *self);
void wa_message_set_remote_id (WaMessage *self, const char *value);
const char *wa_message_get_wamid (WaMessage *self);
void wa_message_set_wamid (WaMessage *self, const char *value);
const char *wa_message_get_job_id (WaMessage *self);
void wa_message_set_job_id (WaMessage *self, const char *value);
const char *wa_message_get_recipient (WaMessage *self);
void wa_message_set_recipient (WaMessage *self, const char *value);
const char *wa_message_get_recipient_name (WaMessage *self);
void wa_message_set_recipient_name (WaMessage *self, const char *value);
const char *wa_message_get_wa_id (WaMessage *self);
void wa_message_set_wa_id (WaMessage *self, const char *value);
const char *wa_message_get_chat_id (WaMessage *self);
void wa_message_set_chat_id (WaMessage *self, const char *value);
const char *wa_message_get_contact_id (WaMessage *self);
void wa_message_set_contact_id (WaMessage *self, const char *value);
WaMessageKind wa_message_get_kind (WaMessage *self);
void wa_message_set_kind (WaMessage *self, WaMessageKind value);
const char *wa_message_get_text (WaMessage *self);
void wa_message_set_text (WaMessage *self, const char *value);
const char *wa_message_get_caption (WaMessage *self);
void wa_message_set_caption (WaMessage *self, const char *value);
const char *wa_message_get_link (WaMessage *self);
void wa_message_set_link (WaMessage *self, const char *value);
const char *wa_message_get_filename (WaMessage *self);
void wa_message_set_filename (WaMessage *self, const char *value);
const char *wa_message_get_mime_type (WaMessage *self);
void wa_message_set_mime_type (WaMessage *self, const char *value);
const char *wa_message_get_template_name (WaMessage *self);
void wa_message_set_template_name (WaMessage *self, const char *value);
WaMessageState wa_message_get_state (WaMessage *self);
void wa_message_set_state (WaMessage *self, WaMessageState value);
const char *wa_message_get_state_detail (WaMessage *self);
void wa_message_set_state_detail (WaMessage *self, const char *value);
GDateTime *wa_message_get_state_time (WaMessage *self);
void wa_message_set_state_time (WaMessage *self, GDateTime *value);
const char *wa_message_get_provider_text (WaMessage *self);
void wa_message_set_provider_text (WaMessage *self, const char *value);
const char *wa_message_get_error (WaMessage *self);
void wa_message_set_error (WaMessage *self, const char *value);
gint64 wa_message_get_error_code (WaMessage *self);
void wa_message_set_error_code (WaMessage *self, gint64 value);
const char *wa_message_get_error_text (WaMessage *self);
void wa_message_set_error_text (WaMessage *self, const char *value);
const char *wa_message_get_quoted_id (WaMessage *self);
void wa_message_set_quoted_id (WaMessage *self, const char *value);
const char *wa_message_get_author (WaMessage *self);
void wa_message_set_author (WaMessage *self, const char *value);
const char *wa_message_get_sender_name (WaMessage *self);
void wa_message_set_sender_name (WaMessage *self, const char *value);
const char *wa_message_get_sender_kind (WaMessage *self);
void wa_message_set_sender_kind (WaMessage *self, const char *value);
const char *wa_message_get_chat_name (WaMessage *self);
void wa_message_set_chat_name (WaMessage *self, const char *value);
gboolean wa_message_get_incoming (WaMessage *self);
void wa_message_set_incoming (WaMessage *self, gboolean value);
gboolean wa_message_get_from_api (WaMessage *self);
void wa_message_set_from_api (WaMessage *self, gboolean value);
gboolean wa_message_get_forwarded (WaMessage *self);
void wa_message_set_forwarded (WaMessage *self, gboolean value);
gboolean wa_message_get_dismissed (WaMessage *self);
void wa_message_set_dismissed (WaMessage *self, gboolean value);
gint64 wa_message_get_sequence (WaMessage *self);
void wa_message_set_sequence (WaMessage *self, gint64 value);
gint64 wa_message_get_attempts (WaMessage *self);
void wa_message_set_attempts (WaMessage *self, gint64 value);
GDateTime *wa_message_get_timestamp (WaMessage *self);
void wa_message_set_timestamp (WaMessage *self, GDateTime *value);
GDateTime *wa_message_get_not_before (WaMessage *self);
void wa_message_set_not_before (WaMessage *self, GDateTime *value);
const char *wa_message_get_reaction (WaMessage *self);
void wa_message_set_reaction (WaMessage *self, const char *value);
const char *wa_message_get_metadata (WaMessage *self);
void wa_message_set_metadata (WaMessage *self, const char *value);
WaOutgoing *wa_message_get_outgoing (WaMessage *self);
void wa_message_set_outgoing (WaMessage *self, WaOutgoing *value);

G_END_DECLS
