/* wa-order-item.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-record.h"

G_BEGIN_DECLS

/**
 * WaOrderItem:
 *
 * A line of an order.
 */
#define WA_TYPE_ORDER_ITEM (wa_order_item_get_type ())
G_DECLARE_FINAL_TYPE (WaOrderItem, wa_order_item, WA, ORDER_ITEM, WaRecord)

WaOrderItem *wa_order_item_new (void);
const char *wa_order_item_get_product_id (WaOrderItem *self);
void wa_order_item_set_product_id (WaOrderItem *self, const char *value);
const char *wa_order_item_get_name (WaOrderItem *self);
void wa_order_item_set_name (WaOrderItem *self, const char *value);
gint64 wa_order_item_get_quantity (WaOrderItem *self);
void wa_order_item_set_quantity (WaOrderItem *self, gint64 value);
const char *wa_order_item_get_price (WaOrderItem *self);
void wa_order_item_set_price (WaOrderItem *self, const char *value);
const char *wa_order_item_get_currency (WaOrderItem *self);
void wa_order_item_set_currency (WaOrderItem *self, const char *value);

G_END_DECLS
