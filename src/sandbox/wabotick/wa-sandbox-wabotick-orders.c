/* wa-sandbox-wabotick-orders.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Catalogs and their orders, B28 to B31.
 */

#include "config.h"

#include "sandbox/wabotick/wa-sandbox-wabotick-private.h"

#define N_ORDERS 12
#define DAY      (24 * G_TIME_SPAN_HOUR)

static const WaSandboxMember catalog_members[] = { { "whatsapp_catalog_id", WA_WABOTICK_REQUIRED } };
static const WaSandboxMember orders_members[] = { { "whatsapp_catalog_id", WA_SANDBOX_TEXT } };

static const WaSandboxMember change_members[] = {
  { "order_unique_id", WA_WABOTICK_REQUIRED },
  { "cart_status", WA_WABOTICK_REQUIRED },
};

/* One answers with true here, and with "1" elsewhere. */
static JsonObject *
new_answer (gboolean status)
{
  JsonObject *object = json_object_new ();

  json_object_set_boolean_member (object, "status", status);

  return object;
}

static JsonObject *
write_catalog (const WaSandboxCatalog *catalog,
               guint                   index)
{
  JsonObject *object = json_object_new ();
  g_autofree char *url = g_strdup_printf ("https://wa.me/c/%s", catalog->id);

  json_object_set_string_member (object, "catalog_id", catalog->id);
  json_object_set_string_member (object, "catalog_name", catalog->name);
  json_object_set_string_member (object, "catalog_url", index == 0 ? url : "https:none");
  json_object_set_string_member (object, "checkout_settings",
                                 "{\"tax_percentage\":\"5.5\",\"shipping_charge\":\"20\"}");

  return object;
}

/* The vendor pastes checkout_settings into the answer without escaping its quotes: what comes is no JSON. */
static void
answer_broken (WaSandboxExchange *exchange,
               JsonNode          *node)
{
  g_autofree char *json = json_to_string (node, FALSE);
  GString *text = g_string_new (json);
  g_autoptr(GBytes) bytes = NULL;

  g_string_replace (text, "\\\"", "\"", 0);
  bytes = g_string_free_to_bytes (text);
  wa_sandbox_exchange_set_bytes (exchange, "application/json", bytes);
}

JsonNode *
wa_sandbox_wabotick_list_catalogs (WaSandboxExchange  *exchange,
                                   GError            **error)
{
  GPtrArray *catalogs = exchange->world->catalogs;
  g_autoptr(JsonNode) node = NULL;
  JsonObject *object = NULL;
  JsonArray *rows = NULL;

  if (!wa_sandbox_wabotick_check (exchange, NULL, 0, error))
    return NULL;

  rows = json_array_new ();
  for (guint i = 0; i < catalogs->len; i++)
    json_array_add_object_element (rows, write_catalog (g_ptr_array_index (catalogs, i), i));

  object = new_answer (TRUE);
  json_object_set_array_member (object, "message", rows);
  node = wa_sandbox_node_new (object);
  answer_broken (exchange, node);

  return NULL;
}

static gboolean
check_catalog (WaSandboxExchange  *exchange,
               GError            **error)
{
  const char *id = wa_sandbox_exchange_get_form (exchange, "whatsapp_catalog_id");

  if (id && !wa_sandbox_world_find_catalog (exchange->world, id))
    return wa_sandbox_refuse (error, WA_WABOTICK_REFUSED, "Catalog not found.");

  return TRUE;
}

JsonNode *
wa_sandbox_wabotick_sync_catalog (WaSandboxExchange  *exchange,
                                  GError            **error)
{
  if (!wa_sandbox_wabotick_check (exchange, WA_SANDBOX_MEMBERS (catalog_members), error)
      || !check_catalog (exchange, error))
    return NULL;

  return wa_sandbox_wabotick_say ("Catalog products have been synced successfully.");
}

/* The ids have more digits than a 64-bit number. */
static char *
dup_order_id (guint index)
{
  return g_strdup_printf ("172310467380123456%03u", 789 + index);
}

static JsonNode *
write_address (const WaSandboxContact *contact)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "name", contact->name);
  json_object_set_string_member (object, "phone_number", contact->number);
  json_object_set_string_member (object, "email", "customer@example.com");
  json_object_set_string_member (object, "address", "12 Market Road");

  return wa_sandbox_node_new (object);
}

static JsonObject *
write_order (WaSandboxWorld *world,
             guint           index)
{
  static const char *const statuses[] = { "Submitted", "Approved", "Shipped", "Delivered" };
  const WaSandboxContact *contact = g_ptr_array_index (world->contacts, index);
  const WaSandboxCatalog *catalog = g_ptr_array_index (world->catalogs, index % 2);
  g_autofree char *id = dup_order_id (index);
  g_autofree char *transaction = g_strdup_printf ("PD%sFAD1", id);
  g_auto(GStrv) names = g_strsplit (contact->name, " ", 2);
  gint64 ordered = contact->created + DAY;
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "order_unique_id", id);
  json_object_set_string_member (object, "catalog_id", catalog->id);
  json_object_set_string_member (object, "chat_id", contact->number);
  json_object_set_string_member (object, "catalog_name", catalog->name);
  json_object_set_string_member (object, "first_name", names[0]);
  json_object_set_int_member (object, "cart_total", 4300 + index * 150);
  json_object_set_string_member (object, "cart_currency", catalog->currency);
  json_object_set_string_member (object, "cart_status_raw", statuses[index % G_N_ELEMENTS (statuses)]);
  wa_sandbox_wabotick_set_time (object, "ordered_at", ordered);
  wa_sandbox_wabotick_set_time (object, "updated_at", ordered + G_TIME_SPAN_HOUR);
  json_object_set_int_member (object, "payment_amount", 4300 + index * 150);
  json_object_set_string_member (object, "payment_method", "Cash on Delivery");
  wa_sandbox_wabotick_set_json (object, "shipping_address", write_address (contact));
  json_object_set_null_member (object, "checkout_account_email");
  json_object_set_string_member (object, "checkout_amount", "0");
  json_object_set_null_member (object, "checkout_timestamp");
  json_object_set_string_member (object, "transaction_id", transaction);
  wa_sandbox_wabotick_set_time (object, "paid_at", ordered + G_TIME_SPAN_HOUR);
  wa_sandbox_wabotick_set_time (object, "status_changed_at", ordered + G_TIME_SPAN_HOUR);

  return object;
}

/* The orders of the first day; only their status changes. */
JsonArray *
wa_sandbox_wabotick_new_orders (WaSandboxWorld *world)
{
  JsonArray *orders = json_array_new ();

  for (guint i = 0; i < N_ORDERS; i++)
    json_array_add_object_element (orders, write_order (world, i));

  return orders;
}

JsonNode *
wa_sandbox_wabotick_list_orders (WaSandboxExchange  *exchange,
                                 GError            **error)
{
  WaWabotickState *state = exchange->state;
  const char *id = wa_sandbox_exchange_get_form (exchange, "whatsapp_catalog_id");
  JsonArray *rows = NULL;

  if (!wa_sandbox_wabotick_check (exchange, WA_SANDBOX_MEMBERS (orders_members), error)
      || !check_catalog (exchange, error))
    return NULL;

  rows = json_array_new ();
  for (guint i = 0; i < N_ORDERS; i++)
    {
      JsonObject *order = json_array_get_object_element (state->orders, i);

      if (!id || g_str_equal (id, json_object_get_string_member (order, "catalog_id")))
        json_array_add_object_element (rows, json_object_ref (order));
    }

  return wa_sandbox_wabotick_list (rows);
}

static JsonObject *
find_order (JsonArray  *orders,
            const char *id)
{
  for (guint i = 0; i < N_ORDERS; i++)
    {
      JsonObject *order = json_array_get_object_element (orders, i);

      if (g_str_equal (json_object_get_string_member (order, "order_unique_id"), id))
        return order;
    }

  return NULL;
}

JsonNode *
wa_sandbox_wabotick_change_order (WaSandboxExchange  *exchange,
                                  GError            **error)
{
  WaWabotickState *state = exchange->state;
  JsonObject *object = NULL;
  JsonObject *order = NULL;

  if (!wa_sandbox_wabotick_check (exchange, WA_SANDBOX_MEMBERS (change_members), error)
      || !wa_sandbox_wabotick_check_choice (exchange, "cart_status",
                                            "Approved Completed Shipped Delivered Refunded", error))
    return NULL;

  order = find_order (state->orders, wa_sandbox_exchange_get_form (exchange, "order_unique_id"));
  object = new_answer (order != NULL);
  json_object_set_string_member (object, "message", order ? "Cart status has been updated successfully"
                                                          : "Order not found");
  if (order)
    {
      gint64 now = wa_sandbox_world_get_now (exchange->world);

      json_object_set_string_member (order, "cart_status_raw",
                                     wa_sandbox_exchange_get_form (exchange, "cart_status"));
      wa_sandbox_wabotick_set_time (order, "status_changed_at", now);
      wa_sandbox_wabotick_set_time (order, "updated_at", now);
    }

  return wa_sandbox_node_new (object);
}
