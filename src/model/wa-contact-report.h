/* wa-contact-report.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-contact-failure.h"
#include "model/wa-contact.h"
#include "model/wa-record.h"

G_BEGIN_DECLS

/**
 * WaContactReport:
 *
 * What became of a batch of contacts.
 *
 * @note: what the system said about all of it
 * @left-out: properties of a single contact that were entered, and that the system has to be told by a change
 */
#define WA_TYPE_CONTACT_REPORT (wa_contact_report_get_type ())
G_DECLARE_FINAL_TYPE (WaContactReport, wa_contact_report, WA, CONTACT_REPORT, WaRecord)

WaContactReport *wa_contact_report_new (void);
GListStore *wa_contact_report_get_created (WaContactReport *self);
GListStore *wa_contact_report_get_failed (WaContactReport *self);
gint64 wa_contact_report_get_failed_count (WaContactReport *self);
void wa_contact_report_set_failed_count (WaContactReport *self, gint64 value);
const char *wa_contact_report_get_note (WaContactReport *self);
void wa_contact_report_set_note (WaContactReport *self, const char *value);
const char *const *wa_contact_report_get_left_out (WaContactReport *self);
void wa_contact_report_set_left_out (WaContactReport *self, const char *const *value);

G_END_DECLS
