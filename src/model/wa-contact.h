/* wa-contact.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-attribute.h"
#include "model/wa-record.h"

G_BEGIN_DECLS

/**
 * WaContact:
 *
 * A person who can be written to.
 *
 * @id: the row in the account's store; 0 where it is not stored
 * @remote-id: opaque; "" where the system does not keep it
 * @number: digits in E.164 form, country code first, no plus
 * @masked-number: what the system shows where it hides numbers: never written to, never an identity
 * @wa-id: the number as WhatsApp knows it, where it differs
 * @account-name: the WhatsApp account that writes to them, where there are several
 * @local: kept here only: the system does not keep it
 * @lists: names
 * @tags: names
 */
#define WA_TYPE_CONTACT (wa_contact_get_type ())
G_DECLARE_FINAL_TYPE (WaContact, wa_contact, WA, CONTACT, WaRecord)

WaContact *wa_contact_new (void);
gint64 wa_contact_get_id (WaContact *self);
void wa_contact_set_id (WaContact *self, gint64 value);
const char *wa_contact_get_remote_id (WaContact *self);
void wa_contact_set_remote_id (WaContact *self, const char *value);
const char *wa_contact_get_number (WaContact *self);
void wa_contact_set_number (WaContact *self, const char *value);
const char *wa_contact_get_masked_number (WaContact *self);
void wa_contact_set_masked_number (WaContact *self, const char *value);
const char *wa_contact_get_dial_code (WaContact *self);
void wa_contact_set_dial_code (WaContact *self, const char *value);
const char *wa_contact_get_wa_id (WaContact *self);
void wa_contact_set_wa_id (WaContact *self, const char *value);
const char *wa_contact_get_chat_id (WaContact *self);
void wa_contact_set_chat_id (WaContact *self, const char *value);
const char *wa_contact_get_name (WaContact *self);
void wa_contact_set_name (WaContact *self, const char *value);
const char *wa_contact_get_first_name (WaContact *self);
void wa_contact_set_first_name (WaContact *self, const char *value);
const char *wa_contact_get_last_name (WaContact *self);
void wa_contact_set_last_name (WaContact *self, const char *value);
const char *wa_contact_get_email (WaContact *self);
void wa_contact_set_email (WaContact *self, const char *value);
const char *wa_contact_get_country (WaContact *self);
void wa_contact_set_country (WaContact *self, const char *value);
const char *wa_contact_get_language (WaContact *self);
void wa_contact_set_language (WaContact *self, const char *value);
const char *wa_contact_get_gender (WaContact *self);
void wa_contact_set_gender (WaContact *self, const char *value);
const char *wa_contact_get_status (WaContact *self);
void wa_contact_set_status (WaContact *self, const char *value);
const char *wa_contact_get_source (WaContact *self);
void wa_contact_set_source (WaContact *self, const char *value);
const char *wa_contact_get_account_name (WaContact *self);
void wa_contact_set_account_name (WaContact *self, const char *value);
gboolean wa_contact_get_opt_in (WaContact *self);
void wa_contact_set_opt_in (WaContact *self, gboolean value);
gboolean wa_contact_get_blocked (WaContact *self);
void wa_contact_set_blocked (WaContact *self, gboolean value);
gboolean wa_contact_get_local (WaContact *self);
void wa_contact_set_local (WaContact *self, gboolean value);
const char *const *wa_contact_get_lists (WaContact *self);
void wa_contact_set_lists (WaContact *self, const char *const *value);
const char *const *wa_contact_get_tags (WaContact *self);
void wa_contact_set_tags (WaContact *self, const char *const *value);
GListStore *wa_contact_get_attributes (WaContact *self);
const char *const *wa_contact_get_broadcast_ids (WaContact *self);
void wa_contact_set_broadcast_ids (WaContact *self, const char *const *value);
const char *wa_contact_get_assigned_member_id (WaContact *self);
void wa_contact_set_assigned_member_id (WaContact *self, const char *value);
const char *wa_contact_get_assigned_member (WaContact *self);
void wa_contact_set_assigned_member (WaContact *self, const char *value);
gboolean wa_contact_get_ai_bot_enabled (WaContact *self);
void wa_contact_set_ai_bot_enabled (WaContact *self, gboolean value);
gint64 wa_contact_get_unread (WaContact *self);
void wa_contact_set_unread (WaContact *self, gint64 value);
GDateTime *wa_contact_get_created (WaContact *self);
void wa_contact_set_created (WaContact *self, GDateTime *value);
GDateTime *wa_contact_get_updated (WaContact *self);
void wa_contact_set_updated (WaContact *self, GDateTime *value);
GDateTime *wa_contact_get_last_active (WaContact *self);
void wa_contact_set_last_active (WaContact *self, GDateTime *value);
char *wa_contact_dup_display_name (WaContact *self);

G_END_DECLS
