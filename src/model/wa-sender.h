/* wa-sender.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-attribute.h"
#include "model/wa-record.h"

G_BEGIN_DECLS

/**
 * WaSender:
 *
 * A WhatsApp number that an account can send from.
 */
#define WA_TYPE_SENDER (wa_sender_get_type ())
G_DECLARE_FINAL_TYPE (WaSender, wa_sender, WA, SENDER, WaRecord)

WaSender *wa_sender_new (void);
const char *wa_sender_get_remote_id (WaSender *self);
void wa_sender_set_remote_id (WaSender *self, const char *value);
const char *wa_sender_get_name (WaSender *self);
void wa_sender_set_name (WaSender *self, const char *value);
const char *wa_sender_get_number (WaSender *self);
void wa_sender_set_number (WaSender *self, const char *value);
const char *wa_sender_get_phone_id (WaSender *self);
void wa_sender_set_phone_id (WaSender *self, const char *value);
const char *wa_sender_get_business_id (WaSender *self);
void wa_sender_set_business_id (WaSender *self, const char *value);
const char *wa_sender_get_status (WaSender *self);
void wa_sender_set_status (WaSender *self, const char *value);
const char *wa_sender_get_quality (WaSender *self);
void wa_sender_set_quality (WaSender *self, const char *value);
gboolean wa_sender_get_default_incoming (WaSender *self);
void wa_sender_set_default_incoming (WaSender *self, gboolean value);
gboolean wa_sender_get_default_outgoing (WaSender *self);
void wa_sender_set_default_outgoing (WaSender *self, gboolean value);
gboolean wa_sender_get_auto_read_receipt (WaSender *self);
void wa_sender_set_auto_read_receipt (WaSender *self, gboolean value);
GListStore *wa_sender_get_details (WaSender *self);
GDateTime *wa_sender_get_created (WaSender *self);
void wa_sender_set_created (WaSender *self, GDateTime *value);

G_END_DECLS
