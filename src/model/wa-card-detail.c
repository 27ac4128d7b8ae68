/* wa-card-detail.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-card-detail.h"

struct _WaCardDetail
{
  WaRecord parent_instance;

  char *kind;
  char *value;
  char *wa_id;
  char *street;
  char *city;
  char *state;
  char *zip;
  char *country;
  char *country_code;
};

G_DEFINE_FINAL_TYPE (WaCardDetail, wa_card_detail, WA_TYPE_RECORD)

static const WaField fields[] = {
  WA_FIELD (WaCardDetail, kind, "kind", TEXT),
  WA_FIELD (WaCardDetail, value, "value", TEXT),
  WA_FIELD (WaCardDetail, wa_id, "wa-id", TEXT),
  WA_FIELD (WaCardDetail, street, "street", TEXT),
  WA_FIELD (WaCardDetail, city, "city", TEXT),
  WA_FIELD (WaCardDetail, state, "state", TEXT),
  WA_FIELD (WaCardDetail, zip, "zip", TEXT),
  WA_FIELD (WaCardDetail, country, "country", TEXT),
  WA_FIELD (WaCardDetail, country_code, "country-code", TEXT),
};

WA_RECORD_TEXT (WaCardDetail, wa_card_detail, kind)
WA_RECORD_TEXT (WaCardDetail, wa_card_detail, value)
WA_RECORD_TEXT (WaCardDetail, wa_card_detail, wa_id)
WA_RECORD_TEXT (WaCardDetail, wa_card_detail, street)
WA_RECORD_TEXT (WaCardDetail, wa_card_detail, city)
WA_RECORD_TEXT (WaCardDetail, wa_card_detail, state)
WA_RECORD_TEXT (WaCardDetail, wa_card_detail, zip)
WA_RECORD_TEXT (WaCardDetail, wa_card_detail, country)
WA_RECORD_TEXT (WaCardDetail, wa_card_detail, country_code)

static void
wa_card_detail_class_init (WaCardDetailClass *klass)
{
  wa_record_class_set_fields (WA_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
wa_card_detail_init (WaCardDetail *self)
{
}

WaCardDetail *
wa_card_detail_new (void)
{
  return g_object_new (WA_TYPE_CARD_DETAIL, NULL);
}
