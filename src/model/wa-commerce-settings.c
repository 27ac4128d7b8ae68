/* wa-commerce-settings.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-commerce-settings.h"

struct _WaCommerceSettings
{
  WaRecord parent_instance;

  char     *catalog_id;
  gboolean cart_enabled;
  gboolean catalog_visible;
  gboolean configured;
  char     *note;
};

G_DEFINE_FINAL_TYPE (WaCommerceSettings, wa_commerce_settings, WA_TYPE_RECORD)

static const WaField fields[] = {
  WA_FIELD (WaCommerceSettings, catalog_id, "catalog-id", TEXT),
  WA_FIELD (WaCommerceSettings, cart_enabled, "cart-enabled", FLAG),
  WA_FIELD (WaCommerceSettings, catalog_visible, "catalog-visible", FLAG),
  WA_FIELD (WaCommerceSettings, configured, "configured", FLAG),
  WA_FIELD (WaCommerceSettings, note, "note", TEXT),
};

WA_RECORD_TEXT (WaCommerceSettings, wa_commerce_settings, catalog_id)
WA_RECORD_FLAG (WaCommerceSettings, wa_commerce_settings, cart_enabled)
WA_RECORD_FLAG (WaCommerceSettings, wa_commerce_settings, catalog_visible)
WA_RECORD_FLAG (WaCommerceSettings, wa_commerce_settings, configured)
WA_RECORD_TEXT (WaCommerceSettings, wa_commerce_settings, note)

static void
wa_commerce_settings_class_init (WaCommerceSettingsClass *klass)
{
  wa_record_class_set_fields (WA_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
wa_commerce_settings_init (WaCommerceSettings *self)
{
}

WaCommerceSettings *
wa_commerce_settings_new (void)
{
  return g_object_new (WA_TYPE_COMMERCE_SETTINGS, NULL);
}
