/* wa-note.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-note.h"

struct _WaNote
{
  WaRecord parent_instance;

  gint64    id;
  char      *remote_id;
  char      *contact_id;
  char      *number;
  char      *text;
  char      *author;
  char      *author_id;
  GDateTime *created;
  GDateTime *updated;
};

G_DEFINE_FINAL_TYPE (WaNote, wa_note, WA_TYPE_RECORD)

static const WaField fields[] = {
  WA_FIELD (WaNote, id, "id", INTEGER),
  WA_FIELD (WaNote, remote_id, "remote-id", TEXT),
  WA_FIELD (WaNote, contact_id, "contact-id", TEXT),
  WA_FIELD (WaNote, number, "number", TEXT),
  WA_FIELD (WaNote, text, "text", TEXT),
  WA_FIELD (WaNote, author, "author", TEXT),
  WA_FIELD (WaNote, author_id, "author-id", TEXT),
  WA_FIELD (WaNote, created, "created", TIME),
  WA_FIELD (WaNote, updated, "updated", TIME),
};

WA_RECORD_INTEGER (WaNote, wa_note, id)
WA_RECORD_TEXT (WaNote, wa_note, remote_id)
WA_RECORD_TEXT (WaNote, wa_note, contact_id)
WA_RECORD_TEXT (WaNote, wa_note, number)
WA_RECORD_TEXT (WaNote, wa_note, text)
WA_RECORD_TEXT (WaNote, wa_note, author)
WA_RECORD_TEXT (WaNote, wa_note, author_id)
WA_RECORD_TIME (WaNote, wa_note, created)
WA_RECORD_TIME (WaNote, wa_note, updated)

static void
wa_note_class_init (WaNoteClass *klass)
{
  wa_record_class_set_fields (WA_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
wa_note_init (WaNote *self)
{
}

WaNote *
wa_note_new (void)
{
  return g_object_new (WA_TYPE_NOTE, NULL);
}
