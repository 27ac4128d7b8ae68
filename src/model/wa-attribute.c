/* wa-attribute.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-attribute.h"

struct _WaAttribute
{
  WaRecord parent_instance;

  char *remote_id;
  char *name;
  char *value;
  char *kind;
};

G_DEFINE_FINAL_TYPE (WaAttribute, wa_attribute, WA_TYPE_RECORD)

static const WaField fields[] = {
  WA_FIELD (WaAttribute, remote_id, "remote-id", TEXT),
  WA_FIELD (WaAttribute, name, "name", TEXT),
  WA_FIELD (WaAttribute, value, "value", TEXT),
  WA_FIELD (WaAttribute, kind, "kind", TEXT),
};

WA_RECORD_TEXT (WaAttribute, wa_attribute, remote_id)
WA_RECORD_TEXT (WaAttribute, wa_attribute, name)
WA_RECORD_TEXT (WaAttribute, wa_attribute, value)
WA_RECORD_TEXT (WaAttribute, wa_attribute, kind)

static void
wa_attribute_class_init (WaAttributeClass *klass)
{
  wa_record_class_set_fields (WA_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
wa_attribute_init (WaAttribute *self)
{
}

WaAttribute *
wa_attribute_new (void)
{
  return g_object_new (WA_TYPE_ATTRIBUTE, NULL);
}
