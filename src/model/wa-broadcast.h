/* wa-broadcast.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-outgoing.h"
#include "model/wa-record.h"

G_BEGIN_DECLS

/**
 * WaBroadcast:
 *
 * One message to many, as the system runs it.
 *
 * @account-name: the WhatsApp account that sends it, where there are several
 * @media-id: of the file of its header, uploaded before
 * @numbers: digits, for systems that take the recipients with the broadcast
 * @lists: names
 * @total: how many recipients; @sent, @delivered, @read and @failed: how many of them
 * @outgoing: what is sent; its recipient is not used
 */
#define WA_TYPE_BROADCAST (wa_broadcast_get_type ())
G_DECLARE_FINAL_TYPE (WaBroadcast, wa_broadcast, WA, BROADCAST, WaRecord)

WaBroadcast *wa_broadcast_new (void);
gint64 wa_broadcast_get_id (WaBroadcast *self);
void wa_broadcast_set_id (WaBroadcast *self, gint64 value);
const char *wa_broadcast_get_remote_id (WaBroadcast *self);
void wa_broadcast_set_remote_id (WaBroadcast *self, const char *value);
const char *wa_broadcast_get_name (WaBroadcast *self);
void wa_broadcast_set_name (WaBroadcast *self, const char *value);
const char *const *wa_broadcast_get_numbers (WaBroadcast *self);
void wa_broadcast_set_numbers (WaBroadcast *self, const char *const *value);
const char *wa_broadcast_get_kind (WaBroadcast *self);
void wa_broadcast_set_kind (WaBroadcast *self, const char *value);
const char *wa_broadcast_get_message_kind (WaBroadcast *self);
void wa_broadcast_set_message_kind (WaBroadcast *self, const char *value);
const char *wa_broadcast_get_status (WaBroadcast *self);
void wa_broadcast_set_status (WaBroadcast *self, const char *value);
const char *wa_broadcast_get_template_name (WaBroadcast *self);
void wa_broadcast_set_template_name (WaBroadcast *self, const char *value);
const char *wa_broadcast_get_template_id (WaBroadcast *self);
void wa_broadcast_set_template_id (WaBroadcast *self, const char *value);
const char *wa_broadcast_get_account_name (WaBroadcast *self);
void wa_broadcast_set_account_name (WaBroadcast *self, const char *value);
const char *wa_broadcast_get_media_id (WaBroadcast *self);
void wa_broadcast_set_media_id (WaBroadcast *self, const char *value);
const char *const *wa_broadcast_get_header_params (WaBroadcast *self);
void wa_broadcast_set_header_params (WaBroadcast *self, const char *const *value);
const char *const *wa_broadcast_get_body_params (WaBroadcast *self);
void wa_broadcast_set_body_params (WaBroadcast *self, const char *const *value);
const char *const *wa_broadcast_get_lists (WaBroadcast *self);
void wa_broadcast_set_lists (WaBroadcast *self, const char *const *value);
gboolean wa_broadcast_get_scheduled (WaBroadcast *self);
void wa_broadcast_set_scheduled (WaBroadcast *self, gboolean value);
gint64 wa_broadcast_get_total (WaBroadcast *self);
void wa_broadcast_set_total (WaBroadcast *self, gint64 value);
gint64 wa_broadcast_get_sent (WaBroadcast *self);
void wa_broadcast_set_sent (WaBroadcast *self, gint64 value);
gint64 wa_broadcast_get_delivered (WaBroadcast *self);
void wa_broadcast_set_delivered (WaBroadcast *self, gint64 value);
gint64 wa_broadcast_get_read (WaBroadcast *self);
void wa_broadcast_set_read (WaBroadcast *self, gint64 value);
gint64 wa_broadcast_get_failed (WaBroadcast *self);
void wa_broadcast_set_failed (WaBroadcast *self, gint64 value);
const char *wa_broadcast_get_content_kind (WaBroadcast *self);
void wa_broadcast_set_content_kind (WaBroadcast *self, const char *value);
const char *wa_broadcast_get_text (WaBroadcast *self);
void wa_broadcast_set_text (WaBroadcast *self, const char *value);
const char *wa_broadcast_get_link (WaBroadcast *self);
void wa_broadcast_set_link (WaBroadcast *self, const char *value);
const char *wa_broadcast_get_filename (WaBroadcast *self);
void wa_broadcast_set_filename (WaBroadcast *self, const char *value);
const char *wa_broadcast_get_caption (WaBroadcast *self);
void wa_broadcast_set_caption (WaBroadcast *self, const char *value);
WaOutgoing *wa_broadcast_get_outgoing (WaBroadcast *self);
void wa_broadcast_set_outgoing (WaBroadcast *self, WaOutgoing *value);
GDateTime *wa_broadcast_get_schedule_at (WaBroadcast *self);
void wa_broadcast_set_schedule_at (WaBroadcast *self, GDateTime *value);
GDateTime *wa_broadcast_get_started (WaBroadcast *self);
void wa_broadcast_set_started (WaBroadcast *self, GDateTime *value);
GDateTime *wa_broadcast_get_completed (WaBroadcast *self);
void wa_broadcast_set_completed (WaBroadcast *self, GDateTime *value);
GDateTime *wa_broadcast_get_created (WaBroadcast *self);
void wa_broadcast_set_created (WaBroadcast *self, GDateTime *value);
GDateTime *wa_broadcast_get_updated (WaBroadcast *self);
void wa_broadcast_set_updated (WaBroadcast *self, GDateTime *value);

G_END_DECLS
