/* wa-product.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-product.h"

struct _WaProduct
{
  WaRecord parent_instance;

  gint64 id;
  char   *remote_id;
  char   *retailer_id;
  char   *group_id;
  char   *catalog_id;
  char   *name;
  char   *description;
  char   *price;
  char   *sale_price;
  char   *currency;
  char   *availability;
  char   *status;
  char   *image_url;
  char   *url;
  char   *brand;
  char   *condition;
};

G_DEFINE_FINAL_TYPE (WaProduct, wa_product, WA_TYPE_RECORD)

static const WaField fields[] = {
  WA_FIELD (WaProduct, id, "id", INTEGER),
  WA_FIELD (WaProduct, remote_id, "remote-id", TEXT),
  WA_FIELD (WaProduct, retailer_id, "retailer-id", TEXT),
  WA_FIELD (WaProduct, group_id, "group-id", TEXT),
  WA_FIELD (WaProduct, catalog_id, "catalog-id", TEXT),
  WA_FIELD (WaProduct, name, "name", TEXT),
  WA_FIELD (WaProduct, description, "description", TEXT),
  WA_FIELD (WaProduct, price, "price", TEXT),
  WA_FIELD (WaProduct, sale_price, "sale-price", TEXT),
  WA_FIELD (WaProduct, currency, "currency", TEXT),
  WA_FIELD (WaProduct, availability, "availability", TEXT),
  WA_FIELD (WaProduct, status, "status", TEXT),
  WA_FIELD (WaProduct, image_url, "image-url", TEXT),
  WA_FIELD (WaProduct, url, "url", TEXT),
  WA_FIELD (WaProduct, brand, "brand", TEXT),
  WA_FIELD (WaProduct, condition, "condition", TEXT),
};

WA_RECORD_INTEGER (WaProduct, wa_product, id)
WA_RECORD_TEXT (WaProduct, wa_product, remote_id)
WA_RECORD_TEXT (WaProduct, wa_product, retailer_id)
WA_RECORD_TEXT (WaProduct, wa_product, group_id)
WA_RECORD_TEXT (WaProduct, wa_product, catalog_id)
WA_RECORD_TEXT (WaProduct, wa_product, name)
WA_RECORD_TEXT (WaProduct, wa_product, description)
WA_RECORD_TEXT (WaProduct, wa_product, price)
WA_RECORD_TEXT (WaProduct, wa_product, sale_price)
WA_RECORD_TEXT (WaProduct, wa_product, currency)
WA_RECORD_TEXT (WaProduct, wa_product, availability)
WA_RECORD_TEXT (WaProduct, wa_product, status)
WA_RECORD_TEXT (WaProduct, wa_product, image_url)
WA_RECORD_TEXT (WaProduct, wa_product, url)
WA_RECORD_TEXT (WaProduct, wa_product, brand)
WA_RECORD_TEXT (WaProduct, wa_product, condition)

static void
wa_product_class_init (WaProductClass *klass)
{
  wa_record_class_set_fields (WA_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
wa_product_init (WaProduct *self)
{
}

WaProduct *
wa_product_new (void)
{
  return g_object_new (WA_TYPE_PRODUCT, NULL);
}
