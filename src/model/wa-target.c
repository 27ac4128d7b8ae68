/* wa-target.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-target.h"

struct _WaTarget
{
  WaRecord parent_instance;

  char *remote_id;
  char *parent_id;
  char *name;
  char *number;
  char *language;
};

G_DEFINE_FINAL_TYPE (WaTarget, wa_target, WA_TYPE_RECORD)

static const WaField fields[] = {
  WA_FIELD (WaTarget, remote_id, "remote-id", TEXT),
  WA_FIELD (WaTarget, parent_id, "parent-id", TEXT),
  WA_FIELD (WaTarget, name, "name", TEXT),
  WA_FIELD (WaTarget, number, "number", TEXT),
  WA_FIELD (WaTarget, language, "language", TEXT),
};

WA_RECORD_TEXT (WaTarget, wa_target, remote_id)
WA_RECORD_TEXT (WaTarget, wa_target, parent_id)
WA_RECORD_TEXT (WaTarget, wa_target, name)
WA_RECORD_TEXT (WaTarget, wa_target, number)
WA_RECORD_TEXT (WaTarget, wa_target, language)

static void
wa_target_class_init (WaTargetClass *klass)
{
  wa_record_class_set_fields (WA_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
wa_target_init (WaTarget *self)
{
}

WaTarget *
wa_target_new (void)
{
  return g_object_new (WA_TYPE_TARGET, NULL);
}
