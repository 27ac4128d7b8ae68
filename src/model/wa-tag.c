/* wa-tag.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-tag.h"

struct _WaTag
{
  WaRecord parent_instance;

  gint64    id;
  char      *remote_id;
  char      *name;
  char      *color;
  gboolean  first_message;
  char      **keywords;
  gboolean  active;
  gboolean  local;
  GDateTime *created;
};

G_DEFINE_FINAL_TYPE (WaTag, wa_tag, WA_TYPE_RECORD)

static const WaField fields[] = {
  WA_FIELD (WaTag, id, "id", INTEGER),
  WA_FIELD (WaTag, remote_id, "remote-id", TEXT),
  WA_FIELD (WaTag, name, "name", TEXT),
  WA_FIELD (WaTag, color, "color", TEXT),
  WA_FIELD (WaTag, first_message, "first-message", FLAG),
  WA_FIELD (WaTag, keywords, "keywords", TEXTS),
  WA_FIELD (WaTag, active, "active", FLAG),
  WA_FIELD (WaTag, local, "local", FLAG),
  WA_FIELD (WaTag, created, "created", TIME),
};

WA_RECORD_INTEGER (WaTag, wa_tag, id)
WA_RECORD_TEXT (WaTag, wa_tag, remote_id)
WA_RECORD_TEXT (WaTag, wa_tag, name)
WA_RECORD_TEXT (WaTag, wa_tag, color)
WA_RECORD_FLAG (WaTag, wa_tag, first_message)
WA_RECORD_TEXTS (WaTag, wa_tag, keywords)
WA_RECORD_FLAG (WaTag, wa_tag, active)
WA_RECORD_FLAG (WaTag, wa_tag, local)
WA_RECORD_TIME (WaTag, wa_tag, created)

static void
wa_tag_class_init (WaTagClass *klass)
{
  wa_record_class_set_fields (WA_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
wa_tag_init (WaTag *self)
{
}

WaTag *
wa_tag_new (void)
{
  return g_object_new (WA_TYPE_TAG, NULL);
}
