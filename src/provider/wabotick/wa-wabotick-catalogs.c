/* wa-wabotick-catalogs.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-catalog.h"
#include "model/wa-order.h"
#include "model/wa-target.h"
#include "provider/wa-checks.h"
#include "provider/wabotick/wa-wabotick-private.h"

#define SYNC_SECONDS 120

/* `https:xxxxx` is no address. */
static gboolean
finish_catalog (gpointer       record,
                const WaJson  *json,
                GError       **error)
{
  g_autoptr(GUri) uri = g_uri_parse (wa_catalog_get_url (record), G_URI_FLAGS_NONE, NULL);
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : "";

  if (uri == NULL || wa_is_empty (g_uri_get_host (uri)) ||
      (!g_str_equal (scheme, "https") && !g_str_equal (scheme, "http")))
    wa_catalog_set_url (record, NULL);

  return TRUE;
}

static const WaMapping catalog_rows[] = {
  { "catalog_id", "remote-id", WA_MAP_REQUIRED },
  { "catalog_name", "name" },
  { "catalog_url", "url" },
  { "checkout_settings.tax_percentage", "tax-percentage" },
  { "checkout_settings.shipping_charge", "shipping-charge" },
  { NULL }
};

/* Amounts are shown as they are written: nobody says in which unit. */
static const WaMapping order_rows[] = {
  { "order_unique_id", "remote-id", WA_MAP_REQUIRED },
  { "catalog_id", "catalog-id" },
  { "catalog_name", "catalog-name" },
  { "chat_id", "number" },
  { "first_name", "customer-name" },
  { "cart_total", "total" },
  { "cart_currency", "currency" },
  { "cart_status_raw", "status" },
  { "ordered_at", "ordered" },
  { "updated_at", "updated" },
  { "payment_amount", "payment-amount" },
  { "payment_method", "payment-method" },
  { "shipping_address.name", "shipping-name" },
  { "shipping_address.phone_number", "shipping-phone" },
  { "shipping_address.email", "shipping-email" },
  { "shipping_address.address", "shipping-address" },
  { "checkout_account_email", "checkout-email" },
  { "checkout_amount", "checkout-amount" },
  { "checkout_timestamp", "checkout-at" },
  { "transaction_id", "transaction-id" },
  { "paid_at", "paid" },
  { "status_changed_at", "status-changed" },
  { NULL }
};

static const WaMappingTable catalog_table = { wa_catalog_get_type, catalog_rows, finish_catalog };
static const WaMappingTable order_table = { wa_order_get_type, order_rows };

WA_WABOTICK_BUILD (catalogs)
{
  wa_wabotick_start (provider, request, "whatsapp/catalog/list");

  return TRUE;
}

WA_WABOTICK_PARSE (catalogs)
{
  return (GObject *) wa_wabotick_read_page (&catalog_table, answer, error);
}

WA_WABOTICK_BUILD (sync_catalog)
{
  const char *id = wa_target_get_remote_id (WA_TARGET (args));

  if (!wa_check_id (id, error))
    return FALSE;

  wa_wabotick_start (provider, request, "whatsapp/catalog/sync");
  wa_request_add_field (request, "whatsapp_catalog_id", id);
  wa_request_set_timeout (request, SYNC_SECONDS);

  return TRUE;
}

/* Without a catalog, the orders of all. */
WA_WABOTICK_BUILD (orders)
{
  wa_wabotick_start (provider, request, "whatsapp/catalog/order/list");
  wa_wabotick_add_text (request, "whatsapp_catalog_id", wa_query_get_parent_id (WA_QUERY (args)));

  return TRUE;
}

WA_WABOTICK_PARSE (orders)
{
  return (GObject *) wa_wabotick_read_page (&order_table, answer, error);
}

WA_WABOTICK_BUILD (order_status)
{
  static const char *const statuses[] = { "Approved", "Completed", "Shipped", "Delivered", "Refunded", NULL };
  WaOrder *order = WA_ORDER (args);

  if (!g_strv_contains (statuses, wa_order_get_status (order)))
    {
      g_set_error (error, WA_ERROR, WA_ERROR_UNSUPPORTED,
                   _("Wabotick does not take the status “%s”. Choose Approved, Completed, Shipped, "
                     "Delivered or Refunded; decline an order on its web page."),
                   wa_order_get_status (order));
      return FALSE;
    }

  if (!wa_check_id (wa_order_get_remote_id (order), error))
    return FALSE;

  wa_wabotick_start (provider, request, "whatsapp/catalog/order/status-change");
  wa_request_add_field (request, "order_unique_id", wa_order_get_remote_id (order));
  wa_request_add_field (request, "cart_status", wa_order_get_status (order));

  return TRUE;
}

WA_WABOTICK_PARSE (order_status)
{
  return wa_record_copy (args);
}
