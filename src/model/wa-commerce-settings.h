/* wa-commerce-settings.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-record.h"

G_BEGIN_DECLS

/**
 * WaCommerceSettings:
 *
 * Whether cart and catalog are shown to customers.
 */
#define WA_TYPE_COMMERCE_SETTINGS (wa_commerce_settings_get_type ())
G_DECLARE_FINAL_TYPE (WaCommerceSettings, wa_commerce_settings, WA, COMMERCE_SETTINGS, WaRecord)

WaCommerceSettings *wa_commerce_settings_new (void);
const char *wa_commerce_settings_get_catalog_id (WaCommerceSettings *self);
void wa_commerce_settings_set_catalog_id (WaCommerceSettings *self, const char *value);
gboolean wa_commerce_settings_get_cart_enabled (WaCommerceSettings *self);
void wa_commerce_settings_set_cart_enabled (WaCommerceSettings *self, gboolean value);
gboolean wa_commerce_settings_get_catalog_visible (WaCommerceSettings *self);
void wa_commerce_settings_set_catalog_visible (WaCommerceSettings *self, gboolean value);
gboolean wa_commerce_settings_get_configured (WaCommerceSettings *self);
void wa_commerce_settings_set_configured (WaCommerceSettings *self, gboolean value);
const char *wa_commerce_settings_get_note (WaCommerceSettings *self);
void wa_commerce_settings_set_note (WaCommerceSettings *self, const char *value);

G_END_DECLS
