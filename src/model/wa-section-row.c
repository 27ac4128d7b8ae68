/* wa-section-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-section-row.h"

struct _WaSectionRow
{
  WaRecord parent_instance;

  char *row_id;
  char *title;
  char *description;
  char *product_id;
};

G_DEFINE_FINAL_TYPE (WaSectionRow, wa_section_row, WA_TYPE_RECORD)

static const WaField fields[] = {
  WA_FIELD (WaSectionRow, row_id, "row-id", TEXT),
  WA_FIELD (WaSectionRow, title, "title", TEXT),
  WA_FIELD (WaSectionRow, description, "description", TEXT),
  WA_FIELD (WaSectionRow, product_id, "product-id", TEXT),
};

WA_RECORD_TEXT (WaSectionRow, wa_section_row, row_id)
WA_RECORD_TEXT (WaSectionRow, wa_section_row, title)
WA_RECORD_TEXT (WaSectionRow, wa_section_row, description)
WA_RECORD_TEXT (WaSectionRow, wa_section_row, product_id)

static void
wa_section_row_class_init (WaSectionRowClass *klass)
{
  wa_record_class_set_fields (WA_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
wa_section_row_init (WaSectionRow *self)
{
}

WaSectionRow *
wa_section_row_new (void)
{
  return g_object_new (WA_TYPE_SECTION_ROW, NULL);
}
