/* wa-order.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-order.h"

struct _WaOrder
{
  WaRecord parent_instance;

  char       *remote_id;
  char       *catalog_id;
  char       *catalog_name;
  char       *number;
  char       *customer_name;
  char       *total;
  char       *currency;
  char       *status;
  char       *payment_amount;
  char       *payment_method;
  char       *transaction_id;
  char       *shipping_name;
  char       *shipping_phone;
  char       *shipping_email;
  char       *shipping_address;
  char       *checkout_email;
  char       *checkout_amount;
  GListStore *items;
  GDateTime  *ordered;
  GDateTime  *updated;
  GDateTime  *checkout_at;
  GDateTime  *paid;
  GDateTime  *status_changed;
};

G_DEFINE_FINAL_TYPE (WaOrder, wa_order, WA_TYPE_RECORD)

static const WaField fields[] = {
  WA_FIELD (WaOrder, remote_id, "remote-id", TEXT),
  WA_FIELD (WaOrder, catalog_id, "catalog-id", TEXT),
  WA_FIELD (WaOrder, catalog_name, "catalog-name", TEXT),
  WA_FIELD (WaOrder, number, "number", TEXT),
  WA_FIELD (WaOrder, customer_name, "customer-name", TEXT),
  WA_FIELD (WaOrder, total, "total", TEXT),
  WA_FIELD (WaOrder, currency, "currency", TEXT),
  WA_FIELD (WaOrder, status, "status", TEXT),
  WA_FIELD (WaOrder, payment_amount, "payment-amount", TEXT),
  WA_FIELD (WaOrder, payment_method, "payment-method", TEXT),
  WA_FIELD (WaOrder, transaction_id, "transaction-id", TEXT),
  WA_FIELD (WaOrder, shipping_name, "shipping-name", TEXT),
  WA_FIELD (WaOrder, shipping_phone, "shipping-phone", TEXT),
  WA_FIELD (WaOrder, shipping_email, "shipping-email", TEXT),
  WA_FIELD (WaOrder, shipping_address, "shipping-address", TEXT),
  WA_FIELD (WaOrder, checkout_email, "checkout-email", TEXT),
  WA_FIELD (WaOrder, checkout_amount, "checkout-amount", TEXT),
  WA_FIELD_OF (WaOrder, items, "items", RECORDS, wa_order_item_get_type),
  WA_FIELD (WaOrder, ordered, "ordered", TIME),
  WA_FIELD (WaOrder, updated, "updated", TIME),
  WA_FIELD (WaOrder, checkout_at, "checkout-at", TIME),
  WA_FIELD (WaOrder, paid, "paid", TIME),
  WA_FIELD (WaOrder, status_changed, "status-changed", TIME),
};

WA_RECORD_TEXT (WaOrder, wa_order, remote_id)
WA_RECORD_TEXT (WaOrder, wa_order, catalog_id)
WA_RECORD_TEXT (WaOrder, wa_order, catalog_name)
WA_RECORD_TEXT (WaOrder, wa_order, number)
WA_RECORD_TEXT (WaOrder, wa_order, customer_name)
WA_RECORD_TEXT (WaOrder, wa_order, total)
WA_RECORD_TEXT (WaOrder, wa_order, currency)
WA_RECORD_TEXT (WaOrder, wa_order, status)
WA_RECORD_TEXT (WaOrder, wa_order, payment_amount)
WA_RECORD_TEXT (WaOrder, wa_order, payment_method)
WA_RECORD_TEXT (WaOrder, wa_order, transaction_id)
WA_RECORD_TEXT (WaOrder, wa_order, shipping_name)
WA_RECORD_TEXT (WaOrder, wa_order, shipping_phone)
WA_RECORD_TEXT (WaOrder, wa_order, shipping_email)
WA_RECORD_TEXT (WaOrder, wa_order, shipping_address)
WA_RECORD_TEXT (WaOrder, wa_order, checkout_email)
WA_RECORD_TEXT (WaOrder, wa_order, checkout_amount)
WA_RECORD_RECORDS (WaOrder, wa_order, items)
WA_RECORD_TIME (WaOrder, wa_order, ordered)
WA_RECORD_TIME (WaOrder, wa_order, updated)
WA_RECORD_TIME (WaOrder, wa_order, checkout_at)
WA_RECORD_TIME (WaOrder, wa_order, paid)
WA_RECORD_TIME (WaOrder, wa_order, status_changed)

static void
wa_order_class_init (WaOrderClass *klass)
{
  wa_record_class_set_fields (WA_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
wa_order_init (WaOrder *self)
{
}

WaOrder *
wa_order_new (void)
{
  return g_object_new (WA_TYPE_ORDER, NULL);
}
