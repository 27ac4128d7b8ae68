/* wa-sequence.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-record.h"

G_BEGIN_DECLS

/**
 * WaSequence:
 *
 * A sequence of messages that a contact can be enrolled in.
 */
#define WA_TYPE_SEQUENCE (wa_sequence_get_type ())
G_DECLARE_FINAL_TYPE (WaSequence, wa_sequence, WA, SEQUENCE, WaRecord)

WaSequence *wa_sequence_new (void);
const char *wa_sequence_get_remote_id (WaSequence *self);
void wa_sequence_set_remote_id (WaSequence *self, const char *value);
const char *wa_sequence_get_name (WaSequence *self);
void wa_sequence_set_name (WaSequence *self, const char *value);
gboolean wa_sequence_get_active (WaSequence *self);
void wa_sequence_set_active (WaSequence *self, gboolean value);

G_END_DECLS
