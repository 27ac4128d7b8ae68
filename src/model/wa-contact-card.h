/* wa-contact-card.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-card-detail.h"
#include "model/wa-record.h"

G_BEGIN_DECLS

/**
 * WaContactCard:
 *
 * A contact that is sent as a message.
 *
 * @formatted-name: as it is shown
 * @birthday: `YYYY-MM-DD`
 */
#define WA_TYPE_CONTACT_CARD (wa_contact_card_get_type ())
G_DECLARE_FINAL_TYPE (WaContactCard, wa_contact_card, WA, CONTACT_CARD, WaRecord)

WaContactCard *wa_contact_card_new (void);
const char *wa_contact_card_get_formatted_name (WaContactCard *self);
void wa_contact_card_set_formatted_name (WaContactCard *self, const char *value);
const char *wa_contact_card_get_first_name (WaContactCard *self);
void wa_contact_card_set_first_name (WaContactCard *self, const char *value);
const char *wa_contact_card_get_middle_name (WaContactCard *self);
void wa_contact_card_set_middle_name (WaContactCard *self, const char *value);
const char *wa_contact_card_get_last_name (WaContactCard *self);
void wa_contact_card_set_last_name (WaContactCard *self, const char *value);
const char *wa_contact_card_get_prefix (WaContactCard *self);
void wa_contact_card_set_prefix (WaContactCard *self, const char *value);
const char *wa_contact_card_get_suffix (WaContactCard *self);
void wa_contact_card_set_suffix (WaContactCard *self, const char *value);
const char *wa_contact_card_get_birthday (WaContactCard *self);
void wa_contact_card_set_birthday (WaContactCard *self, const char *value);
const char *wa_contact_card_get_company (WaContactCard *self);
void wa_contact_card_set_company (WaContactCard *self, const char *value);
const char *wa_contact_card_get_department (WaContactCard *self);
void wa_contact_card_set_department (WaContactCard *self, const char *value);
const char *wa_contact_card_get_job_title (WaContactCard *self);
void wa_contact_card_set_job_title (WaContactCard *self, const char *value);
GListStore *wa_contact_card_get_phones (WaContactCard *self);
GListStore *wa_contact_card_get_emails (WaContactCard *self);
GListStore *wa_contact_card_get_urls (WaContactCard *self);
GListStore *wa_contact_card_get_addresses (WaContactCard *self);

G_END_DECLS
