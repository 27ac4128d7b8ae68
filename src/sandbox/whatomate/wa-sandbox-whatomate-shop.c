/* wa-sandbox-whatomate-shop.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * W59 to W68.  Prices are whole numbers of the currency's smallest unit.
 */

#include "config.h"

#include "core/wa-util.h"
#include "sandbox/whatomate/wa-sandbox-whatomate-private.h"

static const WaSandboxMember create_members[] = {
  { "name", WA_WHATOMATE_REQUIRED },
  { "whatsapp_account", WA_WHATOMATE_REQUIRED },
};

static const WaSandboxMember sync_members[] = { { "whatsapp_account", WA_WHATOMATE_REQUIRED } };

static const WaSandboxMember product_members[] = {
  { "name", WA_WHATOMATE_REQUIRED },
  { "description", WA_SANDBOX_ANY_TEXT },
  { "price", WA_SANDBOX_INTEGER | WA_SANDBOX_REQUIRED },
  { "currency", WA_WHATOMATE_REQUIRED, 3 },
  { "url", WA_SANDBOX_ANY_TEXT },
  { "image_url", WA_SANDBOX_ANY_TEXT },
  { "retailer_id", WA_WHATOMATE_REQUIRED },
};

#define PRODUCT_NAMES "name description price currency url image_url retailer_id"

GPtrArray *
wa_sandbox_whatomate_new_catalogs (WaSandboxWorld *world)
{
  GPtrArray *catalogs = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  gint64 created = wa_sandbox_world_get_now (world) - 90 * G_TIME_SPAN_DAY;

  for (guint i = 0; i < world->catalogs->len; i++)
    {
      const WaSandboxCatalog *catalog = g_ptr_array_index (world->catalogs, i);
      JsonObject *object = json_object_new ();
      g_autofree char *id = wa_sandbox_whatomate_dup_uuid (catalog->id);

      json_object_set_string_member (object, "id", id);
      json_object_set_string_member (object, "whatsapp_account", WA_WHATOMATE_ACCOUNT);
      json_object_set_string_member (object, "meta_catalog_id", catalog->id);
      json_object_set_string_member (object, "name", catalog->name);
      json_object_set_boolean_member (object, "is_active", TRUE);
      json_object_set_int_member (object, "product_count", catalog->products->len);
      wa_sandbox_whatomate_set_clock (object, "created_at", created);
      wa_sandbox_whatomate_set_clock (object, "updated_at", created);
      g_ptr_array_add (catalogs, object);
    }

  return catalogs;
}

static JsonObject *
write_product (const WaSandboxCatalog *catalog,
               const WaSandboxProduct *product,
               gint64                  created)
{
  JsonObject *object = json_object_new ();
  g_autofree char *id = wa_sandbox_whatomate_dup_uuid (product->id);
  g_autofree char *catalog_id = wa_sandbox_whatomate_dup_uuid (catalog->id);
  double price = g_ascii_strtod (product->price, NULL);

  json_object_set_string_member (object, "id", id);
  json_object_set_string_member (object, "catalog_id", catalog_id);
  json_object_set_string_member (object, "meta_product_id", product->id);
  json_object_set_string_member (object, "name", product->name);
  json_object_set_string_member (object, "description", product->description);
  json_object_set_int_member (object, "price", (gint64) (price * 100 + 0.5));
  json_object_set_string_member (object, "currency", catalog->currency);
  json_object_set_string_member (object, "url", product->url);
  json_object_set_string_member (object, "image_url", product->image_url);
  json_object_set_string_member (object, "retailer_id", product->retailer_id);
  json_object_set_boolean_member (object, "is_active", product->in_stock);
  wa_sandbox_whatomate_set_clock (object, "created_at", created);
  wa_sandbox_whatomate_set_clock (object, "updated_at", created);

  return object;
}

GPtrArray *
wa_sandbox_whatomate_new_products (WaSandboxWorld *world)
{
  GPtrArray *products = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  gint64 created = wa_sandbox_world_get_now (world) - 90 * G_TIME_SPAN_DAY;

  for (guint i = 0; i < world->catalogs->len; i++)
    {
      const WaSandboxCatalog *catalog = g_ptr_array_index (world->catalogs, i);

      for (guint j = 0; j < catalog->products->len; j++)
        {
          const WaSandboxProduct *product = g_ptr_array_index (catalog->products, j);

          g_ptr_array_add (products, write_product (catalog, product, created));
        }
    }

  return products;
}

static JsonObject *
find_catalog (WaSandboxExchange  *exchange,
              GError            **error)
{
  WaWhatomateState *state = exchange->state;

  return wa_sandbox_whatomate_find_record (exchange, state->catalogs, 0, "catalog", error);
}

static JsonObject *
find_product (WaSandboxExchange  *exchange,
              GError            **error)
{
  WaWhatomateState *state = exchange->state;

  return wa_sandbox_whatomate_find_record (exchange, state->products, 0, "product", error);
}

JsonNode *
wa_sandbox_whatomate_list_catalogs (WaSandboxExchange  *exchange,
                                    GError            **error)
{
  WaWhatomateState *state = exchange->state;
  JsonArray *rows = json_array_new ();

  for (guint i = 0; i < state->catalogs->len; i++)
    json_array_add_object_element (rows, json_object_ref (g_ptr_array_index (state->catalogs, i)));

  return wa_sandbox_whatomate_list ("catalogs", rows);
}

JsonNode *
wa_sandbox_whatomate_get_catalog (WaSandboxExchange  *exchange,
                                  GError            **error)
{
  JsonObject *catalog = find_catalog (exchange, error);

  return catalog ? wa_sandbox_whatomate_answer_record (catalog) : NULL;
}

JsonNode *
wa_sandbox_whatomate_create_catalog (WaSandboxExchange  *exchange,
                                     GError            **error)
{
  WaWhatomateState *state = exchange->state;
  const WaJson *json = &exchange->json;
  g_autofree char *meta = NULL;
  JsonObject *catalog = NULL;

  if (!wa_sandbox_check_object (json, WA_SANDBOX_MEMBERS (create_members), error)
      || !wa_sandbox_whatomate_check_account (wa_sandbox_get_text (json, "whatsapp_account"), error))
    return NULL;

  catalog = wa_sandbox_whatomate_new_record (exchange);
  meta = g_strdup_printf ("76256114220%04u", state->last_id);
  wa_sandbox_whatomate_copy (catalog, json, "name whatsapp_account");
  json_object_set_string_member (catalog, "meta_catalog_id", meta);
  json_object_set_boolean_member (catalog, "is_active", TRUE);
  json_object_set_int_member (catalog, "product_count", 0);
  g_ptr_array_add (state->catalogs, catalog);
  return wa_sandbox_whatomate_answer_record (catalog);
}

JsonNode *
wa_sandbox_whatomate_delete_catalog (WaSandboxExchange  *exchange,
                                     GError            **error)
{
  WaWhatomateState *state = exchange->state;
  JsonObject *catalog = find_catalog (exchange, error);

  if (!catalog)
    return NULL;

  g_ptr_array_remove (state->catalogs, catalog);
  return wa_sandbox_whatomate_say ("Catalog deleted successfully");
}

JsonNode *
wa_sandbox_whatomate_sync_catalogs (WaSandboxExchange  *exchange,
                                    GError            **error)
{
  WaWhatomateState *state = exchange->state;
  const WaJson *json = &exchange->json;
  JsonObject *data = NULL;

  if (!wa_sandbox_check_object (json, WA_SANDBOX_MEMBERS (sync_members), error)
      || !wa_sandbox_whatomate_check_account (wa_sandbox_get_text (json, "whatsapp_account"), error))
    return NULL;

  data = json_object_new ();
  json_object_set_string_member (data, "message", "Catalogs synced successfully");
  json_object_set_int_member (data, "count", state->catalogs->len);
  return wa_sandbox_whatomate_answer (data);
}

JsonNode *
wa_sandbox_whatomate_list_products (WaSandboxExchange  *exchange,
                                    GError            **error)
{
  WaWhatomateState *state = exchange->state;
  JsonObject *catalog = find_catalog (exchange, error);
  const char *id = catalog ? wa_sandbox_whatomate_get (catalog, "id") : NULL;
  JsonArray *rows = NULL;

  if (!catalog)
    return NULL;

  rows = json_array_new ();
  for (guint i = 0; i < state->products->len; i++)
    {
      JsonObject *product = g_ptr_array_index (state->products, i);

      if (g_str_equal (wa_sandbox_whatomate_get (product, "catalog_id"), id))
        json_array_add_object_element (rows, json_object_ref (product));
    }

  return wa_sandbox_whatomate_list ("products", rows);
}

static gboolean
check_product (const WaJson  *json,
               GError       **error)
{
  WaJson price = wa_json_member (json, "price");

  return (wa_sandbox_check_object (json, WA_SANDBOX_MEMBERS (product_members), error)
          && (wa_json_get_integer (&price, -1) >= 0
              || wa_sandbox_refuse (error, 400, "price must not be negative")));
}

JsonNode *
wa_sandbox_whatomate_create_product (WaSandboxExchange  *exchange,
                                     GError            **error)
{
  WaWhatomateState *state = exchange->state;
  JsonObject *catalog = find_catalog (exchange, error);
  g_autofree char *meta = NULL;
  JsonObject *product = NULL;

  if (!catalog || !check_product (&exchange->json, error))
    return NULL;

  product = wa_sandbox_whatomate_new_record (exchange);
  meta = g_strdup_printf ("551234%04u", state->last_id);
  json_object_set_string_member (product, "catalog_id", wa_sandbox_whatomate_get (catalog, "id"));
  json_object_set_string_member (product, "meta_product_id", meta);
  wa_sandbox_whatomate_copy (product, &exchange->json, PRODUCT_NAMES);
  json_object_set_boolean_member (product, "is_active", TRUE);
  g_ptr_array_add (state->products, product);
  return wa_sandbox_whatomate_answer_record (product);
}

JsonNode *
wa_sandbox_whatomate_get_product (WaSandboxExchange  *exchange,
                                  GError            **error)
{
  JsonObject *product = find_product (exchange, error);

  return product ? wa_sandbox_whatomate_answer_record (product) : NULL;
}

JsonNode *
wa_sandbox_whatomate_update_product (WaSandboxExchange  *exchange,
                                     GError            **error)
{
  JsonObject *product = find_product (exchange, error);

  if (!product || !check_product (&exchange->json, error))
    return NULL;

  wa_sandbox_whatomate_copy (product, &exchange->json, PRODUCT_NAMES);
  wa_sandbox_whatomate_touch (exchange, product);
  return wa_sandbox_whatomate_answer_record (product);
}

JsonNode *
wa_sandbox_whatomate_delete_product (WaSandboxExchange  *exchange,
                                     GError            **error)
{
  WaWhatomateState *state = exchange->state;
  JsonObject *product = find_product (exchange, error);

  if (!product)
    return NULL;

  g_ptr_array_remove (state->products, product);
  return wa_sandbox_whatomate_say ("Product deleted successfully");
}
