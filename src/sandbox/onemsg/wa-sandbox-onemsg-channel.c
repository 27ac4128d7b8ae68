/* wa-sandbox-onemsg-channel.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The channel itself: its profile, what it costs, and its switches.
 */

#include "config.h"

#include "core/wa-util.h"
#include "sandbox/onemsg/wa-sandbox-onemsg-private.h"

#define MAX_WEBSITES 2
#define MAX_WEBHOOKS 5
#define PRICE        0.0691
#define PERIODS      3

static const WaSandboxMember profile_members[] = {
  { "about", WA_SANDBOX_TEXT, 139 },
  { "address", WA_SANDBOX_ANY_TEXT, 256 },
  { "description", WA_SANDBOX_ANY_TEXT, 256 },
  { "email", WA_SANDBOX_ANY_TEXT, 128 },
  { "vertical", WA_SANDBOX_TEXT },
  { "photo", WA_SANDBOX_TEXT },
  { "websites", WA_SANDBOX_TEXTS, MAX_WEBSITES },
};

static const char *const verticals[] = {
  "Automotive", "Beauty, Spa and Salon", "Clothing and Apparel", "Education", "Entertainment",
  "Event Planning and Service", "Finance and Banking", "Food and Grocery", "Public Service",
  "Hotel and Lodging", "Medical and Health", "Non-profit", "Professional Services",
  "Shopping and Retail", "Travel and Transportation", "Restaurant", "Other", NULL
};

static const WaSandboxMember webhook_members[] = {
  { "webhookUrl", WA_SANDBOX_ANY_TEXT | WA_SANDBOX_TEXTS | WA_SANDBOX_REQUIRED },
};

static const WaSandboxMember settings_members[] = {
  { "webhookUrl", WA_SANDBOX_ANY_TEXT | WA_SANDBOX_TEXTS | WA_SANDBOX_NULL | WA_SANDBOX_REQUIRED },
};

static const WaSandboxMember commerce_members[] = {
  { "params", WA_SANDBOX_OBJECT | WA_SANDBOX_REQUIRED },
};

static const WaSandboxMember switch_members[] = {
  { "is_cart_enabled", WA_SANDBOX_BOOLEAN | WA_SANDBOX_REQUIRED },
  { "is_catalog_visible", WA_SANDBOX_BOOLEAN | WA_SANDBOX_REQUIRED },
};

JsonNode *
wa_sandbox_onemsg_get_profile (WaSandboxExchange  *exchange,
                               GError            **error)
{
  const WaOnemsgState *state = exchange->state;
  JsonObject *object = json_object_new ();
  GHashTableIter iter;
  gpointer name, value;

  g_hash_table_iter_init (&iter, state->profile);
  while (g_hash_table_iter_next (&iter, &name, &value))
    json_object_set_string_member (object, name, value);
  if (*state->websites)
    wa_sandbox_set_texts (object, "websites", state->websites);

  return wa_sandbox_node_new (object);
}

static gboolean
check_profile (const WaJson  *json,
               GError       **error)
{
  g_auto(GStrv) names = wa_json_dup_names (json);
  const char *vertical = wa_sandbox_get_text (json, "vertical");
  const char *email = wa_sandbox_get_text (json, "email");
  const char *photo = wa_sandbox_get_text (json, "photo");

  if (!wa_sandbox_check_object (json, WA_SANDBOX_MEMBERS (profile_members), error))
    return FALSE;
  if (!names[0])
    return wa_sandbox_refuse (error, SOUP_STATUS_UNPROCESSABLE_ENTITY, "There is nothing to update");
  if (vertical && !g_strv_contains (verticals, vertical))
    return wa_sandbox_refuse (error, 400, "vertical must be one of the listed texts");
  if (!wa_is_empty (email) && !wa_sandbox_contains (email, "@"))
    return wa_sandbox_refuse (error, 400, "email must be an e-mail address");

  return !photo || wa_sandbox_onemsg_check_source (photo, "image/jpeg image/png", error);
}

/* A photo is kept as the address under which it is seen afterwards. */
static void
set_member (WaSandboxExchange *exchange,
            const WaJson      *json,
            const char        *name)
{
  WaOnemsgState *state = exchange->state;
  const char *text = wa_sandbox_get_text (json, name);
  char *value = NULL;

  if (g_str_equal (name, "photo") && g_str_has_prefix (text, "data:"))
    value = g_strconcat (exchange->world->media_url, "/profile.png", NULL);
  else
    value = g_strdup (text);

  g_hash_table_insert (state->profile, g_strdup (name), value);
}

JsonNode *
wa_sandbox_onemsg_set_profile (WaSandboxExchange  *exchange,
                               GError            **error)
{
  WaOnemsgState *state = exchange->state;
  g_autoptr(JsonNode) node = wa_sandbox_onemsg_read_body (exchange);
  WaJson json = wa_json_from_node (node);
  WaJson websites = wa_json_member (&json, "websites");
  g_auto(GStrv) names = wa_json_dup_names (&json);

  if (!check_profile (&json, error))
    return NULL;

  for (guint i = 0; names[i]; i++)
    {
      if (!g_str_equal (names[i], "websites"))
        set_member (exchange, &json, names[i]);
    }
  if (websites.node)
    {
      g_strfreev (state->websites);
      state->websites = wa_json_dup_texts (&websites);
    }

  return wa_sandbox_onemsg_answer_text ("result", "success");
}

/* The templates that went out in a month, `mm.YYYY`. */
static guint
count_templates (WaSandboxExchange *exchange,
                 const char        *month)
{
  g_autoptr(GPtrArray) messages = wa_sandbox_world_dup_conversation (exchange->world, NULL);
  guint count = 0;

  for (guint i = 0; i < messages->len; i++)
    {
      const WaSandboxMessage *message = g_ptr_array_index (messages, i);
      g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc (message->time / G_TIME_SPAN_SECOND);
      g_autofree char *text = g_date_time_format (time, "%m.%Y");

      count += g_str_equal (message->kind, "template") && g_str_equal (text, month);
    }

  return count;
}

static GDateTime *
dup_now (WaSandboxExchange *exchange)
{
  return g_date_time_new_from_unix_utc (wa_sandbox_world_get_now (exchange->world) / G_TIME_SPAN_SECOND);
}

/* Months before the demo began have a bill of their own. */
JsonNode *
wa_sandbox_onemsg_get_statistics (WaSandboxExchange  *exchange,
                                  GError            **error)
{
  const char *date = wa_sandbox_exchange_get_query (exchange, "date");
  g_autoptr(GDateTime) now = dup_now (exchange);
  g_autofree char *current = g_date_time_format (now, "%m.%Y");
  JsonObject *object = NULL;
  guint count;

  if (date && !g_regex_match_simple ("^(0[1-9]|1[0-2])\\.[0-9]{4}$", date, 0, 0))
    {
      wa_sandbox_refuse (error, 400, "date must have the format mm.YYYY");
      return NULL;
    }

  if (!date)
    date = current;
  count = g_str_equal (date, current) ? count_templates (exchange, date) : 1000 + g_str_hash (date) % 5000;

  object = json_object_new ();
  json_object_set_string_member (object, "date", date);
  json_object_set_double_member (object, "templates_cost", count * PRICE);

  return wa_sandbox_node_new (object);
}

static JsonObject *
write_period (GDateTime *month,
              guint      templates)
{
  g_autofree char *date = g_date_time_format (month, "%Y-%m-01T00:00:00Z");
  JsonObject *object = json_object_new ();
  guint answers = templates / 2;

  json_object_set_string_member (object, "period_date", date);
  json_object_set_int_member (object, "quantity", templates + answers);
  json_object_set_int_member (object, "free_quantity", answers);
  json_object_set_int_member (object, "paid_quantity", templates);
  json_object_set_int_member (object, "free_tier", answers);
  json_object_set_int_member (object, "free_entry_point", 0);
  json_object_set_int_member (object, "business_initiated_quantity", templates);
  json_object_set_int_member (object, "business_initiated_paid_quantity", templates);
  json_object_set_double_member (object, "business_initiated_price", templates * PRICE);
  json_object_set_int_member (object, "user_initiated_quantity", answers);
  json_object_set_int_member (object, "user_initiated_paid_quantity", 0);
  json_object_set_double_member (object, "user_initiated_price", 0.0);
  json_object_set_double_member (object, "total_price", templates * PRICE);

  return object;
}

JsonNode *
wa_sandbox_onemsg_list_statistics (WaSandboxExchange  *exchange,
                                   GError            **error)
{
  g_autoptr(GDateTime) now = dup_now (exchange);
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();

  for (int i = PERIODS - 1; i >= 0; i--)
    {
      g_autoptr(GDateTime) month = g_date_time_add_months (now, -i);
      g_autofree char *text = g_date_time_format (month, "%m.%Y");

      json_array_add_object_element (array, write_period (month, 40 * i + count_templates (exchange, text)));
    }

  json_node_take_array (node, array);
  return node;
}

JsonNode *
wa_sandbox_onemsg_get_status (WaSandboxExchange  *exchange,
                              GError            **error)
{
  return wa_sandbox_onemsg_answer_text ("status", "connected");
}

/* None is null, one is a text, and only several are a list. */
static void
write_webhooks (WaSandboxExchange *exchange,
                JsonObject        *object)
{
  const WaOnemsgState *state = exchange->state;

  if (g_strv_length (state->webhooks) > 1)
    wa_sandbox_set_texts (object, "webhookUrl", state->webhooks);
  else if (state->webhooks[0])
    json_object_set_string_member (object, "webhookUrl", state->webhooks[0]);
  else
    json_object_set_null_member (object, "webhookUrl");
}

JsonNode *
wa_sandbox_onemsg_get_settings (WaSandboxExchange  *exchange,
                                GError            **error)
{
  JsonObject *object = json_object_new ();

  write_webhooks (exchange, object);
  json_object_set_boolean_member (object, "ackNotificationsOn", FALSE);

  return wa_sandbox_node_new (object);
}

static gboolean
check_webhooks (char   **urls,
                GError **error)
{
  if (g_strv_length (urls) > MAX_WEBHOOKS)
    return wa_sandbox_refuse (error, 400, "webhookUrl must not have more than %u addresses", MAX_WEBHOOKS);

  for (guint i = 0; urls[i]; i++)
    {
      const char *scheme = g_uri_peek_scheme (urls[i]);

      if (g_strcmp0 (scheme, "http") != 0 && g_strcmp0 (scheme, "https") != 0)
        return wa_sandbox_refuse (error, 400, "webhookUrl must be an http or https URL");
    }

  return TRUE;
}

/* Whatever was there is replaced. */
static gboolean
take_webhooks (WaSandboxExchange  *exchange,
               GError            **error)
{
  WaOnemsgState *state = exchange->state;
  WaJson member = wa_json_member (&exchange->json, "webhookUrl");
  const char *texts[] = { wa_json_get_text (&member), NULL };
  g_auto(GStrv) urls = NULL;

  if (wa_json_is (&member, WA_JSON_LIST))
    urls = wa_json_dup_texts (&member);
  else
    urls = g_strdupv ((char **) (wa_is_empty (texts[0]) ? texts + 1 : texts));

  if (!check_webhooks (urls, error))
    return FALSE;

  g_strfreev (state->webhooks);
  state->webhooks = g_steal_pointer (&urls);
  return TRUE;
}

/* Says what was changed only where the webhook was cleared. */
JsonNode *
wa_sandbox_onemsg_set_settings (WaSandboxExchange  *exchange,
                                GError            **error)
{
  const WaOnemsgState *state = exchange->state;
  JsonObject *object = NULL;

  if (!wa_sandbox_check_object (&exchange->json, WA_SANDBOX_MEMBERS (settings_members), error)
      || !take_webhooks (exchange, error))
    return NULL;

  object = json_object_new ();
  if (!state->webhooks[0])
    {
      JsonObject *update = json_object_new ();

      write_webhooks (exchange, object);
      write_webhooks (exchange, update);
      json_object_set_object_member (object, "update", update);
    }

  return wa_sandbox_node_new (object);
}

JsonNode *
wa_sandbox_onemsg_set_webhook (WaSandboxExchange  *exchange,
                               GError            **error)
{
  if (!wa_sandbox_check_object (&exchange->json, WA_SANDBOX_MEMBERS (webhook_members), error)
      || !take_webhooks (exchange, error))
    return NULL;

  return wa_sandbox_node_new (json_object_new ());
}

JsonNode *
wa_sandbox_onemsg_get_commerce (WaSandboxExchange  *exchange,
                                GError            **error)
{
  const WaOnemsgState *state = exchange->state;
  const WaSandboxCatalog *catalog = g_ptr_array_index (exchange->world->catalogs, 0);
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", catalog->id);
  json_object_set_boolean_member (object, "is_cart_enabled", state->cart);
  json_object_set_boolean_member (object, "is_catalog_visible", state->visible);
  json_array_add_object_element (array, object);
  json_node_take_array (node, array);

  return node;
}

JsonNode *
wa_sandbox_onemsg_set_commerce (WaSandboxExchange  *exchange,
                                GError            **error)
{
  WaOnemsgState *state = exchange->state;
  WaJson params = wa_json_member (&exchange->json, "params");
  WaJson cart = wa_json_member (&params, "is_cart_enabled");
  WaJson visible = wa_json_member (&params, "is_catalog_visible");
  JsonObject *object = NULL;

  if (!wa_sandbox_check_object (&exchange->json, WA_SANDBOX_MEMBERS (commerce_members), error)
      || !wa_sandbox_check_object (&params, WA_SANDBOX_MEMBERS (switch_members), error))
    return NULL;

  state->cart = wa_json_get_flag (&cart, FALSE);
  state->visible = wa_json_get_flag (&visible, FALSE);

  object = json_object_new ();
  json_object_set_boolean_member (object, "success", TRUE);
  return wa_sandbox_node_new (object);
}

JsonNode *
wa_sandbox_onemsg_get_address (WaSandboxExchange  *exchange,
                               GError            **error)
{
  return wa_sandbox_onemsg_answer_text ("result", "203.0.113.72");
}
