/* wa-contact-failure.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-record.h"

G_BEGIN_DECLS

/**
 * WaContactFailure:
 *
 * A contact of a batch that was not created.
 */
#define WA_TYPE_CONTACT_FAILURE (wa_contact_failure_get_type ())
G_DECLARE_FINAL_TYPE (WaContactFailure, wa_contact_failure, WA, CONTACT_FAILURE, WaRecord)

WaContactFailure *wa_contact_failure_new (void);
const char *wa_contact_failure_get_number (WaContactFailure *self);
void wa_contact_failure_set_number (WaContactFailure *self, const char *value);
const char *wa_contact_failure_get_text (WaContactFailure *self);
void wa_contact_failure_set_text (WaContactFailure *self, const char *value);

G_END_DECLS
