/* wa-sandbox-pabbly-shop.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "core/wa-util.h"
#include "sandbox/pabbly/wa-sandbox-pabbly-private.h"

#define CATALOGS_LIMIT 10
#define PRODUCTS_LIMIT 20
#define MAX_LIMIT      100
#define MEDIA_LIFETIME (3600 * G_TIME_SPAN_SECOND)

/* The files that customers have sent to the demo. */
static const struct
{
  const char *id;
  const char *extension;
  const char *mime_type;
} media[] = {
  { "1279244293838655", "png", "image/png" },
  { "1279244293838656", "pdf", "application/pdf" },
};

JsonNode *
wa_sandbox_pabbly_get_media (WaSandboxExchange  *exchange,
                             GError            **error)
{
  const char *id = wa_sandbox_exchange_get_query (exchange, "id");
  gint64 expires = wa_sandbox_world_get_now (exchange->world) + MEDIA_LIFETIME;

  if (wa_is_empty (id))
    {
      wa_sandbox_refuse (error, 400, "id is required");
      return NULL;
    }

  for (guint i = 0; i < G_N_ELEMENTS (media); i++)
    {
      JsonObject *data = NULL;
      g_autofree char *url = NULL;

      if (!g_str_equal (media[i].id, id))
        continue;

      url = g_strdup_printf ("%s/%s.%s?X-Amz-Expires=3600&X-Amz-Signature=EXAMPLE",
                             exchange->world->media_url, id,
                             media[i].extension);
      data = json_object_new ();
      json_object_set_string_member (data, "mediaId", id);
      json_object_set_string_member (data, "mediaUrl", url);
      json_object_set_string_member (data, "mimeType", media[i].mime_type);
      wa_sandbox_set_time (data, "expiresAt", expires);
      return wa_sandbox_pabbly_answer ("Media retrieved successfully", data);
    }

  wa_sandbox_refuse (error, SOUP_STATUS_NOT_FOUND, "Media not found");
  return NULL;
}

static gboolean
read_page (WaSandboxExchange  *exchange,
           guint               total,
           guint               default_limit,
           WaSandboxPage      *page,
           GError            **error)
{
  guint number, limit;

  if (!wa_sandbox_exchange_read_count (exchange, "page", 1, &number, error)
      || !wa_sandbox_exchange_read_count (exchange, "limit", default_limit, &limit, error))
    return FALSE;

  *page = wa_sandbox_page_new (total, number, MIN (limit, MAX_LIMIT));
  return TRUE;
}

static JsonObject *
write_catalog (const WaSandboxCatalog *catalog)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "catalogId", catalog->id);
  json_object_set_string_member (object, "name", catalog->name);
  json_object_set_int_member (object, "productCount", catalog->products->len);
  json_object_set_string_member (object, "type", "commerce");

  return object;
}

JsonNode *
wa_sandbox_pabbly_list_catalogs (WaSandboxExchange  *exchange,
                                 GError            **error)
{
  GPtrArray *catalogs = exchange->world->catalogs;
  g_autoptr(GPtrArray) fitting = g_ptr_array_new ();
  const WaSandboxCatalog *selected = g_ptr_array_index (catalogs, 0);
  JsonObject *data = NULL;
  JsonArray *array = NULL;
  WaSandboxPage page;

  for (guint i = 0; i < catalogs->len; i++)
    {
      WaSandboxCatalog *catalog = g_ptr_array_index (catalogs, i);

      if (wa_sandbox_contains (catalog->name, wa_sandbox_exchange_get_query (exchange, "search")))
        g_ptr_array_add (fitting, catalog);
    }

  if (!read_page (exchange, fitting->len, CATALOGS_LIMIT, &page, error))
    return NULL;

  array = json_array_new ();
  for (guint i = page.start; i < page.end; i++)
    json_array_add_object_element (array, write_catalog (g_ptr_array_index (fitting, i)));

  data = json_object_new ();
  json_object_set_array_member (data, "catalogs", array);
  json_object_set_string_member (data, "selectedCatalogId", selected->id);
  json_object_set_string_member (data, "waBusinessPortfolioId", exchange->world->portfolio);
  wa_sandbox_pabbly_set_pagination (data, "totalResults", &page);
  return wa_sandbox_pabbly_answer ("Catalogs fetched successfully", data);
}

static JsonObject *
write_product (const WaSandboxCatalog *catalog,
               const WaSandboxProduct *product)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "productId", product->id);
  json_object_set_string_member (object, "retailerId", product->retailer_id);
  json_object_set_string_member (object, "retailerProductGroupId", product->group_id);
  json_object_set_string_member (object, "catalogId", catalog->id);
  json_object_set_string_member (object, "name", product->name);
  json_object_set_string_member (object, "description", product->description);
  json_object_set_string_member (object, "price", product->price);
  if (product->sale_price)
    json_object_set_string_member (object, "salePrice", product->sale_price);
  else
    json_object_set_null_member (object, "salePrice");
  json_object_set_string_member (object, "currency", catalog->currency);
  json_object_set_string_member (object, "availability", product->in_stock ? "in stock" : "out of stock");
  json_object_set_string_member (object, "status", "active");
  json_object_set_string_member (object, "imageUrl", product->image_url);
  json_object_set_string_member (object, "url", product->url);
  json_object_set_string_member (object, "brand", catalog->brand);
  json_object_set_string_member (object, "condition", "new");

  return object;
}

JsonNode *
wa_sandbox_pabbly_list_products (WaSandboxExchange  *exchange,
                                 GError            **error)
{
  const WaSandboxCatalog *catalog = NULL;
  g_autoptr(GPtrArray) fitting = g_ptr_array_new ();
  JsonObject *data = NULL;
  JsonArray *array = NULL;
  JsonNode *answer = NULL;
  WaSandboxPage page;

  catalog = wa_sandbox_world_find_catalog (exchange->world, wa_sandbox_exchange_get_argument (exchange, 0));
  if (!catalog)
    {
      wa_sandbox_refuse (error, SOUP_STATUS_NOT_FOUND, "Catalog not found");
      return NULL;
    }

  for (guint i = 0; i < catalog->products->len; i++)
    {
      WaSandboxProduct *product = g_ptr_array_index (catalog->products, i);

      if (wa_sandbox_contains (product->name, wa_sandbox_exchange_get_query (exchange, "search")))
        g_ptr_array_add (fitting, product);
    }

  if (!read_page (exchange, fitting->len, PRODUCTS_LIMIT, &page, error))
    return NULL;

  array = json_array_new ();
  for (guint i = page.start; i < page.end; i++)
    json_array_add_object_element (array, write_product (catalog, g_ptr_array_index (fitting, i)));

  data = json_object_new ();
  json_object_set_array_member (data, "products", array);
  json_object_set_string_member (data, "catalogId", catalog->id);
  json_object_set_string_member (data, "catalogName", catalog->name);
  wa_sandbox_pabbly_set_pagination (data, "totalResults", &page);

  answer = wa_sandbox_pabbly_answer ("Products fetched successfully", data);
  json_object_remove_member (json_node_get_object (answer), "status");
  json_object_set_boolean_member (json_node_get_object (answer), "success", TRUE);
  return answer;
}
