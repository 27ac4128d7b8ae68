/* wa-contact-report.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-contact-report.h"

struct _WaContactReport
{
  WaRecord parent_instance;

  GListStore *created;
  GListStore *failed;
  gint64     failed_count;
  char       *note;
  char       **left_out;
};

G_DEFINE_FINAL_TYPE (WaContactReport, wa_contact_report, WA_TYPE_RECORD)

static const WaField fields[] = {
  WA_FIELD_OF (WaContactReport, created, "created", RECORDS, wa_contact_get_type),
  WA_FIELD_OF (WaContactReport, failed, "failed", RECORDS, wa_contact_failure_get_type),
  WA_FIELD (WaContactReport, failed_count, "failed-count", INTEGER),
  WA_FIELD (WaContactReport, note, "note", TEXT),
  WA_FIELD (WaContactReport, left_out, "left-out", TEXTS),
};

WA_RECORD_RECORDS (WaContactReport, wa_contact_report, created)
WA_RECORD_RECORDS (WaContactReport, wa_contact_report, failed)
WA_RECORD_INTEGER (WaContactReport, wa_contact_report, failed_count)
WA_RECORD_TEXT (WaContactReport, wa_contact_report, note)
WA_RECORD_TEXTS (WaContactReport, wa_contact_report, left_out)

static void
wa_contact_report_class_init (WaContactReportClass *klass)
{
  wa_record_class_set_fields (WA_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
wa_contact_report_init (WaContactReport *self)
{
}

WaContactReport *
wa_contact_report_new (void)
{
  return g_object_new (WA_TYPE_CONTACT_REPORT, NULL);
}
