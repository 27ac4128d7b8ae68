/* wa-section.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-section.h"

struct _WaSection
{
  WaRecord parent_instance;

  char       *title;
  GListStore *rows;
};

G_DEFINE_FINAL_TYPE (WaSection, wa_section, WA_TYPE_RECORD)

static const WaField fields[] = {
  WA_FIELD (WaSection, title, "title", TEXT),
  WA_FIELD_OF (WaSection, rows, "rows", RECORDS, wa_section_row_get_type),
};

WA_RECORD_TEXT (WaSection, wa_section, title)
WA_RECORD_RECORDS (WaSection, wa_section, rows)

static void
wa_section_class_init (WaSectionClass *klass)
{
  wa_record_class_set_fields (WA_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
wa_section_init (WaSection *self)
{
}

WaSection *
wa_section_new (void)
{
  return g_object_new (WA_TYPE_SECTION, NULL);
}
