/* wa-pabbly-catalogs.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "core/wa-util.h"
#include "model/wa-catalog.h"
#include "model/wa-product.h"
#include "provider/pabbly/wa-pabbly-private.h"
#include "provider/wa-checks.h"

#define MOST_CATALOGS 25
#define MOST_PRODUCTS 50

static const WaMapping catalog_rows[] = {
  { "catalogId", "remote-id", WA_MAP_REQUIRED },
  { "name", "name", WA_MAP_REQUIRED },
  { "productCount", "product-count" },
  { "type", "kind" },
  { NULL }
};

/* Prices are texts without a unit: they are shown as they are. */
static const WaMapping product_rows[] = {
  { "productId", "remote-id", WA_MAP_REQUIRED },
  { "retailerId", "retailer-id", WA_MAP_REQUIRED },
  { "retailerProductGroupId", "group-id" },
  { "catalogId", "catalog-id" },
  { "name", "name" },
  { "description", "description" },
  { "price", "price" },
  { "salePrice", "sale-price" },
  { "currency", "currency" },
  { "availability", "availability" },
  { "status", "status" },
  { "imageUrl", "image-url" },
  { "url", "url" },
  { "brand", "brand" },
  { "condition", "condition" },
  { NULL }
};

static const WaMappingTable catalog_table = { wa_catalog_get_type, catalog_rows };
static const WaMappingTable product_table = { wa_product_get_type, product_rows };

static gboolean
add_search (WaQuery    *query,
            guint       most,
            WaRequest  *request,
            GError    **error)
{
  if (!wa_pabbly_add_page (query, most, request, error))
    return FALSE;

  if (!wa_is_empty (wa_query_get_search (query)))
    wa_request_add_query (request, "search", wa_query_get_search (query));

  return TRUE;
}

WA_PABBLY_BUILD (catalogs)
{
  wa_request_append_path (request, "catalogs", NULL);

  return add_search (WA_QUERY (args), MOST_CATALOGS, request, error);
}

WA_PABBLY_PARSE (catalogs)
{
  WaJson data = wa_json_member (answer, "data");
  WaJson list = wa_json_member (&data, "catalogs");
  WaJson pagination = wa_json_member (&data, "pagination");
  WaJson selected_json = wa_json_member (&data, "selectedCatalogId");
  WaJson portfolio_json = wa_json_member (&data, "waBusinessPortfolioId");
  g_autofree char *selected = wa_json_dup_scalar (&selected_json);
  g_autofree char *portfolio = wa_json_dup_scalar (&portfolio_json);
  GObject *page = wa_pabbly_read_page (&catalog_table, args, &list, &pagination, error);
  GListModel *catalogs = page != NULL ? G_LIST_MODEL (wa_page_get_items (WA_PAGE (page))) : NULL;

  for (guint i = 0; catalogs != NULL && i < g_list_model_get_n_items (catalogs); i++)
    {
      g_autoptr(WaCatalog) catalog = g_list_model_get_item (catalogs, i);

      wa_catalog_set_selected (catalog, g_strcmp0 (selected, wa_catalog_get_remote_id (catalog)) == 0);
      wa_catalog_set_portfolio_id (catalog, portfolio);
    }

  return page;
}

WA_PABBLY_BUILD (products)
{
  WaQuery *query = WA_QUERY (args);

  if (!wa_check_id (wa_query_get_parent_id (query), error))
    return FALSE;

  wa_request_append_path (request, "catalogs", wa_query_get_parent_id (query), "products", NULL);

  return add_search (query, MOST_PRODUCTS, request, error);
}

WA_PABBLY_PARSE (products)
{
  WaJson data = wa_json_member (answer, "data");
  WaJson list = wa_json_member (&data, "products");
  WaJson pagination = wa_json_member (&data, "pagination");

  return wa_pabbly_read_page (&product_table, args, &list, &pagination, error);
}
