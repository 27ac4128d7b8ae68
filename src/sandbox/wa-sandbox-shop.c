/* wa-sandbox-shop.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox/wa-sandbox-shop.h"
#include "sandbox/wa-sandbox-text.h"

static void
product_free (gpointer data)
{
  WaSandboxProduct *product = data;

  g_free (product->id);
  g_free (product->retailer_id);
  g_free (product->group_id);
  g_free (product->name);
  g_free (product->description);
  g_free (product->price);
  g_free (product->sale_price);
  g_free (product->image_url);
  g_free (product->url);
  g_free (product);
}

static void
catalog_free (gpointer data)
{
  WaSandboxCatalog *catalog = data;

  g_free (catalog->id);
  g_free (catalog->name);
  g_free (catalog->brand);
  g_free (catalog->currency);
  g_ptr_array_unref (catalog->products);
  g_free (catalog);
}

static WaSandboxProduct *
product_new (const WaJson *item,
             const char   *variant,
             guint         number,
             const char   *catalog_id,
             const char   *media_url)
{
  WaSandboxProduct *product = g_new0 (WaSandboxProduct, 1);
  WaJson out = wa_json_member (item, "out");

  product->id = g_strdup_printf ("7%.8s%03u%03u", catalog_id, item->index, number);
  product->retailer_id = g_strdup_printf ("%s-%03u", wa_sandbox_get_text (item, "sku"), number);
  product->group_id = g_strdup (wa_sandbox_get_text (item, "group"));
  product->name = g_strdup_printf ("%s - %s", wa_sandbox_get_text (item, "name"), variant);
  product->description = g_strdup (wa_sandbox_get_text (item, "description"));
  product->price = g_strdup (wa_sandbox_get_text (item, "price"));
  product->sale_price = number == 1 ? g_strdup (wa_sandbox_get_text (item, "sale")) : NULL;
  product->image_url = g_strdup_printf ("%s/%s.png", media_url, product->retailer_id);
  product->url = g_strdup_printf ("https://shop.example.com/products/%s", product->retailer_id);
  product->in_stock = !wa_json_get_flag (&out, FALSE);

  return product;
}

static void
add_products (WaSandboxCatalog *catalog,
              const WaJson     *item,
              const char       *media_url)
{
  WaJson list = wa_json_member (item, "variants");
  g_auto(GStrv) variants = wa_json_dup_texts (&list);

  for (guint i = 0; variants[i]; i++)
    g_ptr_array_add (catalog->products, product_new (item, variants[i], i + 1, catalog->id, media_url));
}

/**
 * wa_sandbox_shop_new:
 * @catalogs: the list in the demo's own file
 * @media_url: where the pictures are
 *
 * Returns: (transfer full) (element-type WaSandboxCatalog): the catalogs
 */
GPtrArray *
wa_sandbox_shop_new (const WaJson *catalogs,
                     const char   *media_url)
{
  GPtrArray *shop = g_ptr_array_new_with_free_func (catalog_free);

  for (guint i = 0; i < wa_json_length (catalogs); i++)
    {
      WaSandboxCatalog *catalog = g_new0 (WaSandboxCatalog, 1);
      WaJson json = wa_json_element (catalogs, i);
      WaJson items = wa_json_member (&json, "items");

      catalog->id = g_strdup (wa_sandbox_get_text (&json, "id"));
      catalog->name = g_strdup (wa_sandbox_get_text (&json, "name"));
      catalog->brand = g_strdup (wa_sandbox_get_text (&json, "brand"));
      catalog->currency = g_strdup (wa_sandbox_get_text (&json, "currency"));
      catalog->products = g_ptr_array_new_with_free_func (product_free);

      for (guint j = 0; j < wa_json_length (&items); j++)
        {
          WaJson item = wa_json_element (&items, j);

          add_products (catalog, &item, media_url);
        }

      g_ptr_array_add (shop, catalog);
    }

  return shop;
}

/**
 * wa_sandbox_catalog_find_product:
 *
 * Returns: (nullable): the product with that @retailer_id
 */
const WaSandboxProduct *
wa_sandbox_catalog_find_product (const WaSandboxCatalog *self,
                                 const char             *retailer_id)
{
  for (guint i = 0; i < self->products->len; i++)
    {
      const WaSandboxProduct *product = g_ptr_array_index (self->products, i);

      if (g_strcmp0 (product->retailer_id, retailer_id) == 0)
        return product;
    }

  return NULL;
}
