/* wa-contact-batch.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-contact.h"
#include "model/wa-record.h"

G_BEGIN_DECLS

/**
 * WaContactBatch:
 *
 * Contacts to be created together.
 *
 * @overwrite: what exists is overwritten, else skipped
 * @stated: names of flags of #WaContact that are known also where they are %FALSE: columns of an imported file
 */
#define WA_TYPE_CONTACT_BATCH (wa_contact_batch_get_type ())
G_DECLARE_FINAL_TYPE (WaContactBatch, wa_contact_batch, WA, CONTACT_BATCH, WaRecord)

WaContactBatch *wa_contact_batch_new (void);
GListStore *wa_contact_batch_get_contacts (WaContactBatch *self);
gboolean wa_contact_batch_get_overwrite (WaContactBatch *self);
void wa_contact_batch_set_overwrite (WaContactBatch *self, gboolean value);
const char *const *wa_contact_batch_get_stated (WaContactBatch *self);
void wa_contact_batch_set_stated (WaContactBatch *self, const char *const *value);

G_END_DECLS
