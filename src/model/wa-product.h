/* wa-product.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-record.h"

G_BEGIN_DECLS

/**
 * WaProduct:
 *
 * A product of a catalog; variants are products of their own.
 *
 * @retailer-id: what messages name it by
 * @price: as the system writes it; no arithmetic is done with it
 */
#define WA_TYPE_PRODUCT (wa_product_get_type ())
G_DECLARE_FINAL_TYPE (WaProduct, wa_product, WA, PRODUCT, WaRecord)

WaProduct *wa_product_new (void);
gint64 wa_product_get_id (WaProduct *self);
void wa_product_set_id (WaProduct *self, gint64 value);
const char *wa_product_get_remote_id (WaProduct *self);
void wa_product_set_remote_id (WaProduct *self, const char *value);
const char *wa_product_get_retailer_id (WaProduct *self);
void wa_product_set_retailer_id (WaProduct *self, const char *value);
const char *wa_product_get_group_id (WaProduct *self);
void wa_product_set_group_id (WaProduct *self, const char *value);
const char *wa_product_get_catalog_id (WaProduct *self);
void wa_product_set_catalog_id (WaProduct *self, const char *value);
const char *wa_product_get_name (WaProduct *self);
void wa_product_set_name (WaProduct *self, const char *value);
const char *wa_product_get_description (WaProduct *self);
void wa_product_set_description (WaProduct *self, const char *value);
const char *wa_product_get_price (WaProduct *self);
void wa_product_set_price (WaProduct *self, const char *value);
const char *wa_product_get_sale_price (WaProduct *self);
void wa_product_set_sale_price (WaProduct *self, const char *value);
const char *wa_product_get_currency (WaProduct *self);
void wa_product_set_currency (WaProduct *self, const char *value);
const char *wa_product_get_availability (WaProduct *self);
void wa_product_set_availability (WaProduct *self, const char *value);
const char *wa_product_get_status (WaProduct *self);
void wa_product_set_status (WaProduct *self, const char *value);
const char *wa_product_get_image_url (WaProduct *self);
void wa_product_set_image_url (WaProduct *self, const char *value);
const char *wa_product_get_url (WaProduct *self);
void wa_product_set_url (WaProduct *self, const char *value);
const char *wa_product_get_brand (WaProduct *self);
void wa_product_set_brand (WaProduct *self, const char *value);
const char *wa_product_get_condition (WaProduct *self);
void wa_product_set_condition (WaProduct *self, const char *value);

G_END_DECLS
