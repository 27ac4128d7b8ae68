/* wa-catalog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-catalog.h"

struct _WaCatalog
{
  WaRecord parent_instance;

  gint64   id;
  char     *remote_id;
  char     *name;
  char     *kind;
  char     *url;
  gint64   product_count;
  gboolean selected;
  gboolean active;
  char     *portfolio_id;
  char     *tax_percentage;
  char     *shipping_charge;
};

G_DEFINE_FINAL_TYPE (WaCatalog, wa_catalog, WA_TYPE_RECORD)

static const WaField fields[] = {
  WA_FIELD (WaCatalog, id, "id", INTEGER),
  WA_FIELD (WaCatalog, remote_id, "remote-id", TEXT),
  WA_FIELD (WaCatalog, name, "name", TEXT),
  WA_FIELD (WaCatalog, kind, "kind", TEXT),
  WA_FIELD (WaCatalog, url, "url", TEXT),
  WA_FIELD (WaCatalog, product_count, "product-count", INTEGER),
  WA_FIELD (WaCatalog, selected, "selected", FLAG),
  WA_FIELD (WaCatalog, active, "active", FLAG),
  WA_FIELD (WaCatalog, portfolio_id, "portfolio-id", TEXT),
  WA_FIELD (WaCatalog, tax_percentage, "tax-percentage", TEXT),
  WA_FIELD (WaCatalog, shipping_charge, "shipping-charge", TEXT),
};

WA_RECORD_INTEGER (WaCatalog, wa_catalog, id)
WA_RECORD_TEXT (WaCatalog, wa_catalog, remote_id)
WA_RECORD_TEXT (WaCatalog, wa_catalog, name)
WA_RECORD_TEXT (WaCatalog, wa_catalog, kind)
WA_RECORD_TEXT (WaCatalog, wa_catalog, url)
WA_RECORD_INTEGER (WaCatalog, wa_catalog, product_count)
WA_RECORD_FLAG (WaCatalog, wa_catalog, selected)
WA_RECORD_FLAG (WaCatalog, wa_catalog, active)
WA_RECORD_TEXT (WaCatalog, wa_catalog, portfolio_id)
WA_RECORD_TEXT (WaCatalog, wa_catalog, tax_percentage)
WA_RECORD_TEXT (WaCatalog, wa_catalog, shipping_charge)

static void
wa_catalog_class_init (WaCatalogClass *klass)
{
  wa_record_class_set_fields (WA_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
wa_catalog_init (WaCatalog *self)
{
}

WaCatalog *
wa_catalog_new (void)
{
  return g_object_new (WA_TYPE_CATALOG, NULL);
}
