/* wa-sequence.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-sequence.h"

struct _WaSequence
{
  WaRecord parent_instance;

  char     *remote_id;
  char     *name;
  gboolean active;
};

G_DEFINE_FINAL_TYPE (WaSequence, wa_sequence, WA_TYPE_RECORD)

static const WaField fields[] = {
  WA_FIELD (WaSequence, remote_id, "remote-id", TEXT),
  WA_FIELD (WaSequence, name, "name", TEXT),
  WA_FIELD (WaSequence, active, "active", FLAG),
};

WA_RECORD_TEXT (WaSequence, wa_sequence, remote_id)
WA_RECORD_TEXT (WaSequence, wa_sequence, name)
WA_RECORD_FLAG (WaSequence, wa_sequence, active)

static void
wa_sequence_class_init (WaSequenceClass *klass)
{
  wa_record_class_set_fields (WA_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
wa_sequence_init (WaSequence *self)
{
}

WaSequence *
wa_sequence_new (void)
{
  return g_object_new (WA_TYPE_SEQUENCE, NULL);
}
