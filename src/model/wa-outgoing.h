/* wa-outgoing.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-attribute.h"
#include "model/wa-contact-card.h"
#include "model/wa-contact.h"
#include "model/wa-message-kind.h"
#include "model/wa-parameter-field.h"
#include "model/wa-record.h"
#include "model/wa-reply-button.h"
#include "model/wa-section.h"
#include "model/wa-template-enums.h"
#include "model/wa-template.h"

G_BEGIN_DECLS

/**
 * WaOutgoing:
 *
 * One message to be sent: a kind, and what that kind needs. The same for every system.
 *
 * @recipient: digits, country code first
 * @chat-id: where the system knows the conversation by an id
 * @contact-id: the recipient's remote id
 * @sender-id: the number that sends, where the account has several
 * @text: text, or the body of an interactive message
 * @link: address of a file
 * @media-id: of a file uploaded before
 * @bytes: a local file's content
 * @country: ISO code of an address request
 * @cards: the contacts that are sent
 * @values: prefilled parts of an address
 * @emoji: of a reaction; "" takes it back
 * @quoted-id: the message that is answered or reacted to
 * @fields: the template's values
 * @contact: who to create, where the recipient may be unknown
 */
#define WA_TYPE_OUTGOING (wa_outgoing_get_type ())
G_DECLARE_FINAL_TYPE (WaOutgoing, wa_outgoing, WA, OUTGOING, WaRecord)

WaOutgoing *wa_outgoing_new (void);
WaMessageKind wa_outgoing_get_kind (WaOutgoing *self);
void wa_outgoing_set_kind (WaOutgoing *self, WaMessageKind value);
const char *wa_outgoing_get_recipient (WaOutgoing *self);
void wa_outgoing_set_recipient (WaOutgoing *self, const char *value);
const char *wa_outgoing_get_recipient_name (WaOutgoing *self);
void wa_outgoing_set_recipient_name (WaOutgoing *self, const char *value);
const char *wa_outgoing_get_chat_id (WaOutgoing *self);
void wa_outgoing_set_chat_id (WaOutgoing *self, const char *value);
const char *wa_outgoing_get_contact_id (WaOutgoing *self);
void wa_outgoing_set_contact_id (WaOutgoing *self, const char *value);
const char *wa_outgoing_get_sender_id (WaOutgoing *self);
void wa_outgoing_set_sender_id (WaOutgoing *self, const char *value);
const char *wa_outgoing_get_text (WaOutgoing *self);
void wa_outgoing_set_text (WaOutgoing *self, const char *value);
const char *wa_outgoing_get_caption (WaOutgoing *self);
void wa_outgoing_set_caption (WaOutgoing *self, const char *value);
const char *wa_outgoing_get_link (WaOutgoing *self);
void wa_outgoing_set_link (WaOutgoing *self, const char *value);
const char *wa_outgoing_get_media_id (WaOutgoing *self);
void wa_outgoing_set_media_id (WaOutgoing *self, const char *value);
const char *wa_outgoing_get_filename (WaOutgoing *self);
void wa_outgoing_set_filename (WaOutgoing *self, const char *value);
const char *wa_outgoing_get_mime_type (WaOutgoing *self);
void wa_outgoing_set_mime_type (WaOutgoing *self, const char *value);
GBytes *wa_outgoing_get_bytes (WaOutgoing *self);
void wa_outgoing_set_bytes (WaOutgoing *self, GBytes *value);
WaHeaderFormat wa_outgoing_get_header_format (WaOutgoing *self);
void wa_outgoing_set_header_format (WaOutgoing *self, WaHeaderFormat value);
const char *wa_outgoing_get_header (WaOutgoing *self);
void wa_outgoing_set_header (WaOutgoing *self, const char *value);
const char *wa_outgoing_get_header_link (WaOutgoing *self);
void wa_outgoing_set_header_link (WaOutgoing *self, const char *value);
const char *wa_outgoing_get_header_filename (WaOutgoing *self);
void wa_outgoing_set_header_filename (WaOutgoing *self, const char *value);
const char *wa_outgoing_get_footer (WaOutgoing *self);
void wa_outgoing_set_footer (WaOutgoing *self, const char *value);
const char *wa_outgoing_get_button_text (WaOutgoing *self);
void wa_outgoing_set_button_text (WaOutgoing *self, const char *value);
const char *wa_outgoing_get_url (WaOutgoing *self);
void wa_outgoing_set_url (WaOutgoing *self, const char *value);
GListStore *wa_outgoing_get_buttons (WaOutgoing *self);
GListStore *wa_outgoing_get_sections (WaOutgoing *self);
const char *wa_outgoing_get_catalog_id (WaOutgoing *self);
void wa_outgoing_set_catalog_id (WaOutgoing *self, const char *value);
const char *wa_outgoing_get_product_id (WaOutgoing *self);
void wa_outgoing_set_product_id (WaOutgoing *self, const char *value);
double wa_outgoing_get_latitude (WaOutgoing *self);
void wa_outgoing_set_latitude (WaOutgoing *self, double value);
double wa_outgoing_get_longitude (WaOutgoing *self);
void wa_outgoing_set_longitude (WaOutgoing *self, double value);
const char *wa_outgoing_get_place (WaOutgoing *self);
void wa_outgoing_set_place (WaOutgoing *self, const char *value);
const char *wa_outgoing_get_address (WaOutgoing *self);
void wa_outgoing_set_address (WaOutgoing *self, const char *value);
const char *wa_outgoing_get_country (WaOutgoing *self);
void wa_outgoing_set_country (WaOutgoing *self, const char *value);
GListStore *wa_outgoing_get_cards (WaOutgoing *self);
GListStore *wa_outgoing_get_values (WaOutgoing *self);
GListStore *wa_outgoing_get_validation_errors (WaOutgoing *self);
const char *wa_outgoing_get_emoji (WaOutgoing *self);
void wa_outgoing_set_emoji (WaOutgoing *self, const char *value);
const char *wa_outgoing_get_quoted_id (WaOutgoing *self);
void wa_outgoing_set_quoted_id (WaOutgoing *self, const char *value);
WaTemplate *wa_outgoing_get_template (WaOutgoing *self);
void wa_outgoing_set_template (WaOutgoing *self, WaTemplate *value);
GListStore *wa_outgoing_get_fields (WaOutgoing *self);
WaContact *wa_outgoing_get_contact (WaOutgoing *self);
void wa_outgoing_set_contact (WaOutgoing *self, WaContact *value);
WaParameterField *wa_outgoing_find_field (WaOutgoing *self, WaParameterSection section, guint card, guint nth);
char **wa_outgoing_dup_values (WaOutgoing *self, WaParameterSection section, guint card);

G_END_DECLS
