/* wa-note.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-record.h"

G_BEGIN_DECLS

/**
 * WaNote:
 *
 * A note of the team about a contact.
 */
#define WA_TYPE_NOTE (wa_note_get_type ())
G_DECLARE_FINAL_TYPE (WaNote, wa_note, WA, NOTE, WaRecord)

WaNote *wa_note_new (void);
gint64 wa_note_get_id (WaNote *self);
void wa_note_set_id (WaNote *self, gint64 value);
const char *wa_note_get_remote_id (WaNote *self);
void wa_note_set_remote_id (WaNote *self, const char *value);
const char *wa_note_get_contact_id (WaNote *self);
void wa_note_set_contact_id (WaNote *self, const char *value);
const char *wa_note_get_number (WaNote *self);
void wa_note_set_number (WaNote *self, const char *value);
const char *wa_note_get_text (WaNote *self);
void wa_note_set_text (WaNote *self, const char *value);
const char *wa_note_get_author (WaNote *self);
void wa_note_set_author (WaNote *self, const char *value);
const char *wa_note_get_author_id (WaNote *self);
void wa_note_set_author_id (WaNote *self, const char *value);
GDateTime *wa_note_get_created (WaNote *self);
void wa_note_set_created (WaNote *self, GDateTime *value);
GDateTime *wa_note_get_updated (WaNote *self);
void wa_note_set_updated (WaNote *self, GDateTime *value);

G_END_DECLS
