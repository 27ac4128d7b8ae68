/* wa-card-detail.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-record.h"

G_BEGIN_DECLS

/**
 * WaCardDetail:
 *
 * One of the numbers, e-mail addresses, web addresses or postal addresses of a contact card.
 *
 * @kind: `CELL`, `MAIN`, `IPHONE`, `HOME` or `WORK`
 * @value: the number, e-mail address or web address
 * @wa-id: of a number: as WhatsApp knows it; makes it tappable
 * @country-code: two letters
 */
#define WA_TYPE_CARD_DETAIL (wa_card_detail_get_type ())
G_DECLARE_FINAL_TYPE (WaCardDetail, wa_card_detail, WA, CARD_DETAIL, WaRecord)

WaCardDetail *wa_card_detail_new (void);
const char *wa_card_detail_get_kind (WaCardDetail *self);
void wa_card_detail_set_kind (WaCardDetail *self, const char *value);
const char *wa_card_detail_get_value (WaCardDetail *self);
void wa_card_detail_set_value (WaCardDetail *self, const char *value);
const char *wa_card_detail_get_wa_id (WaCardDetail *self);
void wa_card_detail_set_wa_id (WaCardDetail *self, const char *value);
const char *wa_card_detail_get_street (WaCardDetail *self);
void wa_card_detail_set_street (WaCardDetail *self, const char *value);
const char *wa_card_detail_get_city (WaCardDetail *self);
void wa_card_detail_set_city (WaCardDetail *self, const char *value);
const char *wa_card_detail_get_state (WaCardDetail *self);
void wa_card_detail_set_state (WaCardDetail *self, const char *value);
const char *wa_card_detail_get_zip (WaCardDetail *self);
void wa_card_detail_set_zip (WaCardDetail *self, const char *value);
const char *wa_card_detail_get_country (WaCardDetail *self);
void wa_card_detail_set_country (WaCardDetail *self, const char *value);
const char *wa_card_detail_get_country_code (WaCardDetail *self);
void wa_card_detail_set_country_code (WaCardDetail *self, const char *value);

G_END_DECLS
