/* wa-order-item.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-order-item.h"

struct _WaOrderItem
{
  WaRecord parent_instance;

  char   *product_id;
  char   *name;
  gint64 quantity;
  char   *price;
  char   *currency;
};

G_DEFINE_FINAL_TYPE (WaOrderItem, wa_order_item, WA_TYPE_RECORD)

static const WaField fields[] = {
  WA_FIELD (WaOrderItem, product_id, "product-id", TEXT),
  WA_FIELD (WaOrderItem, name, "name", TEXT),
  WA_FIELD (WaOrderItem, quantity, "quantity", INTEGER),
  WA_FIELD (WaOrderItem, price, "price", TEXT),
  WA_FIELD (WaOrderItem, currency, "currency", TEXT),
};

WA_RECORD_TEXT (WaOrderItem, wa_order_item, product_id)
WA_RECORD_TEXT (WaOrderItem, wa_order_item, name)
WA_RECORD_INTEGER (WaOrderItem, wa_order_item, quantity)
WA_RECORD_TEXT (WaOrderItem, wa_order_item, price)
WA_RECORD_TEXT (WaOrderItem, wa_order_item, currency)

static void
wa_order_item_class_init (WaOrderItemClass *klass)
{
  wa_record_class_set_fields (WA_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
wa_order_item_init (WaOrderItem *self)
{
}

WaOrderItem *
wa_order_item_new (void)
{
  return g_object_new (WA_TYPE_ORDER_ITEM, NULL);
}
