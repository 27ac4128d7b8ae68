/* wa-contact-card.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-contact-card.h"

struct _WaContactCard
{
  WaRecord parent_instance;

  char       *formatted_name;
  char       *first_name;
  char       *middle_name;
  char       *last_name;
  char       *prefix;
  char       *suffix;
  char       *birthday;
  char       *company;
  char       *department;
  char       *job_title;
  GListStore *phones;
  GListStore *emails;
  GListStore *urls;
  GListStore *addresses;
};

G_DEFINE_FINAL_TYPE (WaContactCard, wa_contact_card, WA_TYPE_RECORD)

static const WaField fields[] = {
  WA_FIELD (WaContactCard, formatted_name, "formatted-name", TEXT),
  WA_FIELD (WaContactCard, first_name, "first-name", TEXT),
  WA_FIELD (WaContactCard, middle_name, "middle-name", TEXT),
  WA_FIELD (WaContactCard, last_name, "last-name", TEXT),
  WA_FIELD (WaContactCard, prefix, "prefix", TEXT),
  WA_FIELD (WaContactCard, suffix, "suffix", TEXT),
  WA_FIELD (WaContactCard, birthday, "birthday", TEXT),
  WA_FIELD (WaContactCard, company, "company", TEXT),
  WA_FIELD (WaContactCard, department, "department", TEXT),
  WA_FIELD (WaContactCard, job_title, "job-title", TEXT),
  WA_FIELD_OF (WaContactCard, phones, "phones", RECORDS, wa_card_detail_get_type),
  WA_FIELD_OF (WaContactCard, emails, "emails", RECORDS, wa_card_detail_get_type),
  WA_FIELD_OF (WaContactCard, urls, "urls", RECORDS, wa_card_detail_get_type),
  WA_FIELD_OF (WaContactCard, addresses, "addresses", RECORDS, wa_card_detail_get_type),
};

WA_RECORD_TEXT (WaContactCard, wa_contact_card, formatted_name)
WA_RECORD_TEXT (WaContactCard, wa_contact_card, first_name)
WA_RECORD_TEXT (WaContactCard, wa_contact_card, middle_name)
WA_RECORD_TEXT (WaContactCard, wa_contact_card, last_name)
WA_RECORD_TEXT (WaContactCard, wa_contact_card, prefix)
WA_RECORD_TEXT (WaContactCard, wa_contact_card, suffix)
WA_RECORD_TEXT (WaContactCard, wa_contact_card, birthday)
WA_RECORD_TEXT (WaContactCard, wa_contact_card, company)
WA_RECORD_TEXT (WaContactCard, wa_contact_card, department)
WA_RECORD_TEXT (WaContactCard, wa_contact_card, job_title)
WA_RECORD_RECORDS (WaContactCard, wa_contact_card, phones)
WA_RECORD_RECORDS (WaContactCard, wa_contact_card, emails)
WA_RECORD_RECORDS (WaContactCard, wa_contact_card, urls)
WA_RECORD_RECORDS (WaContactCard, wa_contact_card, addresses)

static void
wa_contact_card_class_init (WaContactCardClass *klass)
{
  wa_record_class_set_fields (WA_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
wa_contact_card_init (WaContactCard *self)
{
}

WaContactCard *
wa_contact_card_new (void)
{
  return g_object_new (WA_TYPE_CONTACT_CARD, NULL);
}
