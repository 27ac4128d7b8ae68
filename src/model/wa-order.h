/* wa-order.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-order-item.h"
#include "model/wa-record.h"

G_BEGIN_DECLS

/**
 * WaOrder:
 *
 * An order from a catalog.
 *
 * @remote-id: opaque: longer than any number type
 * @total: as the system writes it
 */
#define WA_TYPE_ORDER (wa_order_get_type ())
G_DECLARE_FINAL_TYPE (WaOrder, wa_order, WA, ORDER, WaRecord)

WaOrder *wa_order_new (void);
const char *wa_order_get_remote_id (WaOrder *self);
void wa_order_set_remote_id (WaOrder *self, const char *value);
const char *wa_order_get_catalog_id (WaOrder *self);
void wa_order_set_catalog_id (WaOrder *self, const char *value);
const char *wa_order_get_catalog_name (WaOrder *self);
void wa_order_set_catalog_name (WaOrder *self, const char *value);
const char *wa_order_get_number (WaOrder *self);
void wa_order_set_number (WaOrder *self, const char *value);
const char *wa_order_get_customer_name (WaOrder *self);
void wa_order_set_customer_name (WaOrder *self, const char *value);
const char *wa_order_get_total (WaOrder *self);
void wa_order_set_total (WaOrder *self, const char *value);
const char *wa_order_get_currency (WaOrder *self);
void wa_order_set_currency (WaOrder *self, const char *value);
const char *wa_order_get_status (WaOrder *self);
void wa_order_set_status (WaOrder *self, const char *value);
const char *wa_order_get_payment_amount (WaOrder *self);
void wa_order_set_payment_amount (WaOrder *self, const char *value);
const char *wa_order_get_payment_method (WaOrder *self);
void wa_order_set_payment_method (WaOrder *self, const char *value);
const char *wa_order_get_transaction_id (WaOrder *self);
void wa_order_set_transaction_id (WaOrder *self, const char *value);
const char *wa_order_get_shipping_name (WaOrder *self);
void wa_order_set_shipping_name (WaOrder *self, const char *value);
const char *wa_order_get_shipping_phone (WaOrder *self);
void wa_order_set_shipping_phone (WaOrder *self, const char *value);
const char *wa_order_get_shipping_email (WaOrder *self);
void wa_order_set_shipping_email (WaOrder *self, const char *value);
const char *wa_order_get_shipping_address (WaOrder *self);
void wa_order_set_shipping_address (WaOrder *self, const char *value);
const char *wa_order_get_checkout_email (WaOrder *self);
void wa_order_set_checkout_email (WaOrder *self, const char *value);
const char *wa_order_get_checkout_amount (WaOrder *self);
void wa_order_set_checkout_amount (WaOrder *self, const char *value);
GListStore *wa_order_get_items (WaOrder *self);
GDateTime *wa_order_get_ordered (WaOrder *self);
void wa_order_set_ordered (WaOrder *self, GDateTime *value);
GDateTime *wa_order_get_updated (WaOrder *self);
void wa_order_set_updated (WaOrder *self, GDateTime *value);
GDateTime *wa_order_get_checkout_at (WaOrder *self);
void wa_order_set_checkout_at (WaOrder *self, GDateTime *value);
GDateTime *wa_order_get_paid (WaOrder *self);
void wa_order_set_paid (WaOrder *self, GDateTime *value);
GDateTime *wa_order_get_status_changed (WaOrder *self);
void wa_order_set_status_changed (WaOrder *self, GDateTime *value);

G_END_DECLS
