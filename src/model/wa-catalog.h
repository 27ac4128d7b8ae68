/* wa-catalog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-record.h"

G_BEGIN_DECLS

/**
 * WaCatalog:
 *
 * A catalog of products.
 */
#define WA_TYPE_CATALOG (wa_catalog_get_type ())
G_DECLARE_FINAL_TYPE (WaCatalog, wa_catalog, WA, CATALOG, WaRecord)

WaCatalog *wa_catalog_new (void);
gint64 wa_catalog_get_id (WaCatalog *self);
void wa_catalog_set_id (WaCatalog *self, gint64 value);
const char *wa_catalog_get_remote_id (WaCatalog *self);
void wa_catalog_set_remote_id (WaCatalog *self, const char *value);
const char *wa_catalog_get_name (WaCatalog *self);
void wa_catalog_set_name (WaCatalog *self, const char *value);
const char *wa_catalog_get_kind (WaCatalog *self);
void wa_catalog_set_kind (WaCatalog *self, const char *value);
const char *wa_catalog_get_url (WaCatalog *self);
void wa_catalog_set_url (WaCatalog *self, const char *value);
gint64 wa_catalog_get_product_count (WaCatalog *self);
void wa_catalog_set_product_count (WaCatalog *self, gint64 value);
gboolean wa_catalog_get_selected (WaCatalog *self);
void wa_catalog_set_selected (WaCatalog *self, gboolean value);
gboolean wa_catalog_get_active (WaCatalog *self);
void wa_catalog_set_active (WaCatalog *self, gboolean value);
const char *wa_catalog_get_portfolio_id (WaCatalog *self);
void wa_catalog_set_portfolio_id (WaCatalog *self, const char *value);
const char *wa_catalog_get_tax_percentage (WaCatalog *self);
void wa_catalog_set_tax_percentage (WaCatalog *self, const char *value);
const char *wa_catalog_get_shipping_charge (WaCatalog *self);
void wa_catalog_set_shipping_charge (WaCatalog *self, const char *value);

G_END_DECLS
