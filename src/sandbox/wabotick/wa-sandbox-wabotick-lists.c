/* wa-sandbox-wabotick-lists.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What belongs to the account: labels, custom fields, bot flows, sequences, members (B01, B08, B17,
 * B26, B27, BX02, BX03, BX05, BX06).
 */

#include "config.h"

#include <string.h>

#include "core/wa-util.h"
#include "sandbox/wabotick/wa-sandbox-wabotick-private.h"

typedef struct
{
  int         id;
  const char *key;   /* unique_id, postback_id or e-mail */
  const char *name;
  const char *text;  /* what the customer gets */
} Row;

static const Row flows[] = {
  { 1552533, "abc123", "Appointment Flow", "When would you like to come?" },
  { 1552534, "def456", "Feedback Flow", "How did you like your visit?" },
  { 1552535, "ghi789", "Opening Hours", "We are open from 9 to 18." },
};

static const Row postbacks[] = {
  { 671, "QUICK_REPLY_LOCATION_REPLY_BOT", "Location quick reply", "Thank you for your location." },
  { 672, "YES_START_CHAT_WITH_HUMAN", "Chat with a human", "A colleague will be with you soon." },
  { 673, "EXTERNAL_ECOMMERCE_CANCEL_ORDER", "Cancel order", "Your order is cancelled." },
};

static const Row sequences[] = {
  { 13083, NULL, "Customer Follow-up", NULL },
  { 13084, NULL, "Abandoned Cart", NULL },
};

static const Row members[] = {
  { 12, "support@example.com", "Support Agent", NULL },
  { 13, "asha@example.com", "Asha Rao", NULL },
};

static const WaSandboxMember sender_members[] = { WA_WABOTICK_FROM };

static const WaSandboxMember label_members[] = {
  WA_WABOTICK_FROM,
  { "label_name", WA_WABOTICK_REQUIRED, 100 },
};

static const WaSandboxMember connect_members[] = {
  { "user_id", WA_WABOTICK_REQUIRED },
  { "whatsapp_business_account_id", WA_WABOTICK_REQUIRED },
  { "access_token", WA_WABOTICK_REQUIRED },
};

static const Row *
find_row (const Row  *rows,
          guint       n_rows,
          const char *key)
{
  for (guint i = 0; i < n_rows; i++)
    {
      if (g_str_equal (rows[i].key, key))
        return &rows[i];
    }

  return NULL;
}

gboolean
wa_sandbox_wabotick_is_postback (const char *id)
{
  return find_row (postbacks, G_N_ELEMENTS (postbacks), id) != NULL;
}

/* Returns: (nullable): what the flow says first */
const char *
wa_sandbox_wabotick_get_flow (const char *unique_id)
{
  const Row *row = find_row (flows, G_N_ELEMENTS (flows), unique_id);

  return row ? row->text : NULL;
}

gboolean
wa_sandbox_wabotick_is_member (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", members[i].id);

      if (g_str_equal (text, id))
        return TRUE;
    }

  return FALSE;
}

static gboolean
check_digits (WaSandboxExchange  *exchange,
              const char         *name,
              GError            **error)
{
  const char *text = wa_sandbox_exchange_get_form (exchange, name);

  if (strspn (text, "0123456789") != strlen (text))
    return wa_sandbox_refuse (error, 400, "The %s must be an integer.", name);

  return TRUE;
}

JsonNode *
wa_sandbox_wabotick_connect (WaSandboxExchange  *exchange,
                             GError            **error)
{
  if (!wa_sandbox_wabotick_check (exchange, WA_SANDBOX_MEMBERS (connect_members), error)
      || !check_digits (exchange, "user_id", error)
      || !check_digits (exchange, "whatsapp_business_account_id", error))
    return NULL;

  return wa_sandbox_wabotick_say ("Whatsapp account has been connect successfully.");
}

/* What the document's row has beside the parts that say something. */
static void
set_postback_rest (JsonObject *object)
{
  static const char *const empty[] = {
    "whatsapp_bot_label_ids", "whatsapp_bot_remove_label_ids", "google_sheet_ids", "custom_field_index",
    "custom_field_index_title",
  };
  static const char *const zero[] = {
    "remove_sequence_campaign_id", "team_assign_role_id", "team_assign_user_id",
    "broadcast_sequence_campaign_id", "custom_field_id",
  };
  static const char *const null[] = {
    "template_id", "generateGoogleMeetLink", "googleCalendarId", "googleMeetToCustomFieldId",
  };

  for (guint i = 0; i < G_N_ELEMENTS (empty); i++)
    json_object_set_string_member (object, empty[i], "");
  for (guint i = 0; i < G_N_ELEMENTS (zero); i++)
    json_object_set_int_member (object, zero[i], 0);
  for (guint i = 0; i < G_N_ELEMENTS (null); i++)
    json_object_set_null_member (object, null[i]);
}

static JsonNode *
write_reply (const char *body)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);
  JsonObject *message = json_object_new ();
  JsonObject *text = json_object_new ();

  json_object_set_string_member (text, "body", body);
  json_object_set_boolean_member (text, "preview_url", TRUE);
  json_object_set_string_member (message, "messaging_product", "whatsapp");
  json_object_set_string_member (message, "to", "replace_id");
  json_object_set_string_member (message, "type", "text");
  json_object_set_object_member (message, "text", text);
  json_node_take_array (node, json_array_new ());
  json_array_add_object_element (json_node_get_array (node), message);

  return node;
}

static JsonObject *
write_postback (const Row *row)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "id", row->id);
  json_object_set_int_member (object, "user_id", 1);
  json_object_set_string_member (object, "postback_id", row->key);
  json_object_set_int_member (object, "whatsapp_bot_id", WA_WABOTICK_BOT);
  json_object_set_string_member (object, "use_status", "0");
  json_object_set_string_member (object, "status", "1");
  json_object_set_int_member (object, "whatsapp_bot_setting_id", 1770);
  json_object_set_string_member (object, "bot_name", row->name);
  json_object_set_string_member (object, "is_template", "1");
  wa_sandbox_wabotick_set_json (object, "template_jsoncode", write_reply (row->text));
  json_object_set_string_member (object, "template_name", row->name);
  json_object_set_string_member (object, "template_for", "location-quick-reply");
  json_object_set_string_member (object, "inherit_from_template", "0");
  json_object_set_string_member (object, "visual_flow_type", "flow");
  json_object_set_string_member (object, "postback_type", "main");
  json_object_set_int_member (object, "whatsapp_bot_visual_flow_builder_campaign_id", 1358);
  json_object_set_string_member (object, "updated_at", "2024-07-14 05:25:55");
  json_object_set_string_member (object, "row_type", "static");
  set_postback_rest (object);

  return object;
}

static JsonObject *
write_flow (const Row *row)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "id", row->id);
  json_object_set_string_member (object, "name", row->name);
  json_object_set_string_member (object, "unique_id", row->key);
  json_object_set_string_member (object, "status", "1");

  return object;
}

static JsonObject *
write_sequence (const Row *row)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "id", row->id);
  json_object_set_string_member (object, "name", row->name);
  json_object_set_string_member (object, "campaign_type", "messenger");
  json_object_set_string_member (object, "sequence_type", "default");
  json_object_set_string_member (object, "status", "1");

  return object;
}

static JsonObject *
write_member (const Row *row)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "id", row->id);
  json_object_set_string_member (object, "name", row->name);
  json_object_set_string_member (object, "email", row->key);

  return object;
}

static JsonNode *
list_rows (const Row   *rows,
           guint        n_rows,
           JsonObject *(*write) (const Row *))
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < n_rows; i++)
    json_array_add_object_element (array, write (&rows[i]));

  return wa_sandbox_wabotick_list (array);
}

JsonNode *
wa_sandbox_wabotick_list_postbacks (WaSandboxExchange  *exchange,
                                    GError            **error)
{
  if (!wa_sandbox_wabotick_check (exchange, WA_SANDBOX_MEMBERS (sender_members), error))
    return NULL;

  return list_rows (postbacks, G_N_ELEMENTS (postbacks), write_postback);
}

JsonNode *
wa_sandbox_wabotick_list_flows (WaSandboxExchange  *exchange,
                                GError            **error)
{
  if (!wa_sandbox_wabotick_check (exchange, WA_SANDBOX_MEMBERS (sender_members), error))
    return NULL;

  return list_rows (flows, G_N_ELEMENTS (flows), write_flow);
}

JsonNode *
wa_sandbox_wabotick_list_sequences (WaSandboxExchange  *exchange,
                                    GError            **error)
{
  if (!wa_sandbox_wabotick_check (exchange, WA_SANDBOX_MEMBERS (sender_members), error))
    return NULL;

  return list_rows (sequences, G_N_ELEMENTS (sequences), write_sequence);
}

JsonNode *
wa_sandbox_wabotick_list_members (WaSandboxExchange  *exchange,
                                  GError            **error)
{
  if (!wa_sandbox_wabotick_check (exchange, NULL, 0, error))
    return NULL;

  return list_rows (members, G_N_ELEMENTS (members), write_member);
}

JsonNode *
wa_sandbox_wabotick_list_fields (WaSandboxExchange  *exchange,
                                 GError            **error)
{
  char **attributes = exchange->world->attributes;
  JsonArray *rows = NULL;
  JsonNode *node = NULL;

  if (!wa_sandbox_wabotick_check (exchange, NULL, 0, error))
    return NULL;

  rows = json_array_new ();
  for (guint i = 0; attributes[i]; i++)
    {
      JsonObject *object = json_object_new ();

      json_object_set_int_member (object, "id", i + 1);
      json_object_set_string_member (object, "name", attributes[i]);
      json_object_set_string_member (object, "reply_type",
                                     g_str_equal (attributes[i], "email") ? "email" : "text");
      json_array_add_object_element (rows, object);
    }

  node = wa_sandbox_wabotick_say ("Custom fields retrieved successfully");
  json_object_set_array_member (json_node_get_object (node), "data", rows);
  return node;
}

JsonNode *
wa_sandbox_wabotick_list_labels (WaSandboxExchange  *exchange,
                                 GError            **error)
{
  GPtrArray *tags = exchange->world->tags;
  JsonArray *rows = NULL;

  if (!wa_sandbox_wabotick_check (exchange, WA_SANDBOX_MEMBERS (sender_members), error))
    return NULL;

  rows = json_array_new ();
  for (guint i = 0; i < tags->len; i++)
    {
      const WaSandboxName *tag = g_ptr_array_index (tags, i);
      JsonObject *object = json_object_new ();

      json_object_set_int_member (object, "id", wa_sandbox_wabotick_number_id (tag->id));
      json_object_set_string_member (object, "label_name", tag->name);
      json_object_set_string_member (object, "status", "1");
      json_array_add_object_element (rows, object);
    }

  return wa_sandbox_wabotick_list (rows);
}

JsonNode *
wa_sandbox_wabotick_create_label (WaSandboxExchange  *exchange,
                                  GError            **error)
{
  const char *name = wa_sandbox_exchange_get_form (exchange, "label_name");

  if (!wa_sandbox_wabotick_check (exchange, WA_SANDBOX_MEMBERS (label_members), error))
    return NULL;
  if (strchr (name, ',') || wa_sandbox_find_name (exchange->world->tags, name))
    {
      wa_sandbox_refuse (error, WA_WABOTICK_REFUSED, "Label already exists or has a comma.");
      return NULL;
    }

  wa_sandbox_world_add_name (exchange->world, exchange->world->tags, name);
  return wa_sandbox_wabotick_say ("Label has been created successfully.");
}

static JsonArray *
write_numbers (void)
{
  JsonArray *numbers = json_array_new ();
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "display_phone_number", "+91 97031 00000");
  json_object_set_string_member (object, "phone_number_id", WA_WABOTICK_SENDER);
  json_object_set_string_member (object, "whatsapp_business_account_id", WA_WABOTICK_ACCOUNT);
  json_object_set_string_member (object, "whatsapp_business_name", "Demo Shop");
  json_array_add_object_element (numbers, object);

  return numbers;
}

static JsonObject *
write_people_data (guint count)
{
  JsonObject *object = json_object_new ();
  g_autofree char *text = g_strdup_printf ("%u", count);

  json_object_set_string_member (object, "limit", G_STRINGIFY (WA_WABOTICK_MAX_PEOPLE));
  json_object_set_string_member (object, "count", text);

  return object;
}

static JsonObject *
write_credit_data (guint used)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "limit", "unlimited");
  json_object_set_int_member (object, "used", used);

  return object;
}

JsonNode *
wa_sandbox_wabotick_get_info (WaSandboxExchange  *exchange,
                              GError            **error)
{
  WaSandboxWorld *world = exchange->world;
  JsonObject *object = NULL;
  JsonObject *info = NULL;

  if (!wa_sandbox_wabotick_check (exchange, NULL, 0, error))
    return NULL;

  info = json_object_new ();
  json_object_set_int_member (info, "user_id", WA_WABOTICK_USER);
  json_object_set_string_member (info, "user_type", "Member");
  json_object_set_string_member (info, "name", "Demo Member");
  json_object_set_string_member (info, "email", "member@example.com");
  json_object_set_string_member (info, "package_name", "Premium1");
  json_object_set_string_member (info, "expired_date", "2099-07-02 00:00:00");
  json_object_set_string_member (info, "status", "1");
  json_object_set_object_member (info, "bot_subscriber_data", write_people_data (world->contacts->len));
  json_object_set_object_member (info, "message_credit_data",
                                 write_credit_data (wa_sandbox_world_count_messages (world, NULL)));
  json_object_set_array_member (info, "whatsapp_bots_details", write_numbers ());

  object = json_object_new ();
  json_object_set_string_member (object, "status", "1");
  json_object_set_object_member (object, "message", info);
  return wa_sandbox_node_new (object);
}
