/* wa-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-page.h"

struct _WaPage
{
  WaRecord parent_instance;

  GListStore *items;
  char       *next;
  gint64     total;
  gint64     skipped;
  char       *note;
};

G_DEFINE_FINAL_TYPE (WaPage, wa_page, WA_TYPE_RECORD)

static const WaField fields[] = {
  WA_FIELD_OF (WaPage, items, "items", RECORDS, wa_record_get_type),
  WA_FIELD (WaPage, next, "next", TEXT),
  WA_FIELD (WaPage, total, "total", INTEGER),
  WA_FIELD (WaPage, skipped, "skipped", INTEGER),
  WA_FIELD (WaPage, note, "note", TEXT),
};

WA_RECORD_RECORDS (WaPage, wa_page, items)
WA_RECORD_TEXT (WaPage, wa_page, next)
WA_RECORD_INTEGER (WaPage, wa_page, total)
WA_RECORD_INTEGER (WaPage, wa_page, skipped)
WA_RECORD_TEXT (WaPage, wa_page, note)

static void
wa_page_class_init (WaPageClass *klass)
{
  wa_record_class_set_fields (WA_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
wa_page_init (WaPage *self)
{
}

WaPage *
wa_page_new (void)
{
  return g_object_new (WA_TYPE_PAGE, NULL);
}
