/* wa-whatomate-shop.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-catalog.h"
#include "model/wa-limits.h"
#include "model/wa-product.h"
#include "model/wa-target.h"
#include "provider/wa-checks.h"
#include "provider/wa-writing.h"
#include "provider/whatomate/wa-whatomate-private.h"

#define MOST_NAME_CHARACTERS 255
#define MOST_DESCRIPTION_CHARACTERS 9999
#define SLOW_SECONDS 120
#define MOST_PRICE_DIGITS 12

static const WaMapping catalog_rows[] = {
  { "id", "remote-id", WA_MAP_REQUIRED },
  { "name", "name", WA_MAP_REQUIRED },
  { "product_count", "product-count" },
  { "is_active", "active" },
  { NULL }
};

static const WaMappingTable catalog_table = { wa_catalog_get_type, catalog_rows };

WA_WHATOMATE_BUILD (catalogs)
{
  wa_whatomate_begin (provider, request, "GET");
  wa_request_append_path (request, "api", "catalogs", NULL);

  return TRUE;
}

WA_WHATOMATE_PARSE (catalogs)
{
  return wa_whatomate_read_page (&catalog_table, args, answer, "catalogs", error);
}

static gboolean
set_thing (WaProvider  *provider,
           const char  *kind,
           const char  *id,
           WaRequest   *request,
           const char  *method,
           GError     **error)
{
  if (!wa_whatomate_check_id (id, error))
    return FALSE;

  wa_whatomate_begin (provider, request, method);
  wa_request_append_path (request, "api", kind, id, NULL);

  return TRUE;
}

WA_WHATOMATE_BUILD (catalog)
{
  return set_thing (provider, "catalogs", wa_target_get_remote_id (WA_TARGET (args)), request, "GET", error);
}

WA_WHATOMATE_PARSE (catalog)
{
  WaJson data = wa_json_member (answer, "data");

  return wa_mapping_read (&catalog_table, &data, error);
}

WA_WHATOMATE_BUILD (delete_catalog)
{
  const char *id = wa_target_get_remote_id (WA_TARGET (args));

  return set_thing (provider, "catalogs", id, request, "DELETE", error);
}

static JsonObject *
account_object_new (WaProvider  *provider,
                    const char  *own,
                    GError     **error)
{
  const char *account = wa_whatomate_account (provider, own);
  JsonObject *body;

  if (!wa_whatomate_check_account (account, error))
    return NULL;

  body = json_object_new ();
  json_object_set_string_member (body, "whatsapp_account", account);

  return body;
}

WA_WHATOMATE_BUILD (create_catalog)
{
  const char *name = wa_catalog_get_name (WA_CATALOG (args));
  JsonObject *body;

  if (!wa_check_text (name, _("Name"), MOST_NAME_CHARACTERS, error) ||
      (body = account_object_new (provider, NULL, error)) == NULL)
    return FALSE;

  json_object_set_string_member (body, "name", name);
  wa_whatomate_begin (provider, request, "POST");
  wa_request_append_path (request, "api", "catalogs", NULL);
  wa_request_take_json_object (request, body);

  return TRUE;
}

WA_WHATOMATE_BUILD (sync_catalogs)
{
  JsonObject *body = account_object_new (provider, wa_target_get_name (WA_TARGET (args)), error);

  if (body == NULL)
    return FALSE;

  wa_whatomate_begin (provider, request, "POST");
  wa_request_append_path (request, "api", "catalogs", "sync", NULL);
  wa_request_take_json_object (request, body);
  wa_request_set_timeout (request, SLOW_SECONDS);

  return TRUE;
}

/* How many digits of a price stand behind the point. */
static int
count_decimals (const char *currency)
{
  static const char *const none[] = {
    "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF",
    "XPF", NULL
  };
  static const char *const three[] = { "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND", NULL };

  if (g_strv_contains (none, currency))
    return 0;

  return g_strv_contains (three, currency) ? 3 : 2;
}

static gint64
power_of_ten (int exponent)
{
  return exponent == 0 ? 1 : 10 * power_of_ten (exponent - 1);
}

/* The server counts in the smallest unit of the currency: 1299 is 12.99. */
static char *
dup_price (gint64      minor,
           const char *currency)
{
  int decimals = count_decimals (currency);
  gint64 unit = power_of_ten (decimals);

  if (decimals == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, minor);

  return g_strdup_printf ("%" G_GINT64_FORMAT ".%0*" G_GINT64_FORMAT, minor / unit, decimals, minor % unit);
}

static gboolean
parse_price (const char  *price,
             const char  *currency,
             gint64      *minor,
             GError     **error)
{
  gsize whole = strspn (price, "0123456789");
  gsize point = price[whole] == '.' ? 1 : 0;
  gsize rest = strspn (price + whole + point, "0123456789");
  gsize decimals = (gsize) count_decimals (currency);

  if (whole > 0 && whole <= MOST_PRICE_DIGITS && rest <= decimals && price[whole + point + rest] == '\0')
    {
      *minor = g_ascii_strtoll (price, NULL, 10) * power_of_ten ((int) decimals) +
               g_ascii_strtoll (price + whole + point, NULL, 10) * power_of_ten ((int) (decimals - rest));
      return TRUE;
    }

  /* Translators: a price such as "12.99", then a currency such as "USD" */
  g_set_error (error, WA_ERROR, WA_ERROR_INVALID,
               _("“%s” is not a price in %s. Enter it with a point, such as 12.99."), price, currency);

  return FALSE;
}

static gboolean
finish_product (gpointer       record,
                const WaJson  *json,
                GError       **error)
{
  WaJson price = wa_json_member (json, "price");
  gint64 minor = wa_json_get_integer (&price, -1);
  g_autofree char *text = minor >= 0 ? dup_price (minor, wa_product_get_currency (record)) : NULL;

  if (text != NULL)
    wa_product_set_price (record, text);

  return TRUE;
}

static const WaMapping product_rows[] = {
  { "id", "remote-id", WA_MAP_REQUIRED },
  { "retailer_id", "retailer-id" },
  { "catalog_id", "catalog-id" },
  { "name", "name" },
  { "description", "description" },
  { "price", "price" },
  { "currency", "currency", WA_MAP_UPPER },
  { "url", "url" },
  { "image_url", "image-url" },
  { NULL }
};

static const WaMappingTable product_table = { wa_product_get_type, product_rows, finish_product };

static gboolean
set_products (WaProvider  *provider,
              const char  *catalog,
              WaRequest   *request,
              const char  *method,
              GError     **error)
{
  if (!set_thing (provider, "catalogs", catalog, request, method, error))
    return FALSE;

  wa_request_append_path (request, "products", NULL);

  return TRUE;
}

WA_WHATOMATE_BUILD (products)
{
  return set_products (provider, wa_query_get_parent_id (WA_QUERY (args)), request, "GET", error);
}

WA_WHATOMATE_PARSE (products)
{
  return wa_whatomate_read_page (&product_table, args, answer, "products", error);
}

WA_WHATOMATE_BUILD (product)
{
  return set_thing (provider, "products", wa_target_get_remote_id (WA_TARGET (args)), request, "GET", error);
}

WA_WHATOMATE_PARSE (product)
{
  WaJson data = wa_json_member (answer, "data");

  return wa_mapping_read (&product_table, &data, error);
}

static gboolean
check_currency (const char  *currency,
                GError     **error)
{
  if (strlen (currency) == 3 && strspn (currency, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3)
    return TRUE;

  g_set_error_literal (error, WA_ERROR, WA_ERROR_INVALID,
                       _("The currency has three capital letters, such as USD. Correct it."));

  return FALSE;
}

static JsonObject *
product_new (WaProduct  *product,
             GError    **error)
{
  const char *currency = wa_product_get_currency (product);
  gint64 price;
  JsonObject *body;

  if (!wa_check_text (wa_product_get_name (product), _("Name"), MOST_NAME_CHARACTERS, error) ||
      !wa_check_text (wa_product_get_retailer_id (product), _("Article number"),
                      MOST_NAME_CHARACTERS, error) ||
      !wa_check_length (wa_product_get_description (product), _("Description"),
                        MOST_DESCRIPTION_CHARACTERS, error) ||
      !check_currency (currency, error) ||
      !parse_price (wa_product_get_price (product), currency, &price, error))
    return NULL;

  body = json_object_new ();
  json_object_set_string_member (body, "name", wa_product_get_name (product));
  wa_write_text (body, "description", wa_product_get_description (product));
  json_object_set_int_member (body, "price", price);
  json_object_set_string_member (body, "currency", currency);
  wa_write_text (body, "url", wa_product_get_url (product));
  wa_write_text (body, "image_url", wa_product_get_image_url (product));
  json_object_set_string_member (body, "retailer_id", wa_product_get_retailer_id (product));

  return body;
}

WA_WHATOMATE_BUILD (create_product)
{
  JsonObject *body = product_new (WA_PRODUCT (args), error);

  if (body == NULL)
    return FALSE;

  wa_request_take_json_object (request, body);

  return set_products (provider, wa_product_get_catalog_id (WA_PRODUCT (args)), request, "POST", error);
}

WA_WHATOMATE_BUILD (update_product)
{
  const char *id = wa_product_get_remote_id (WA_PRODUCT (args));
  JsonObject *body = product_new (WA_PRODUCT (args), error);

  if (body == NULL)
    return FALSE;

  wa_request_take_json_object (request, body);

  return set_thing (provider, "products", id, request, "PUT", error);
}

WA_WHATOMATE_BUILD (delete_product)
{
  const char *id = wa_target_get_remote_id (WA_TARGET (args));

  return set_thing (provider, "products", id, request, "DELETE", error);
}
