/* test-sandbox-wabotick.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "sandbox/sandbox-client.h"

#define FORM   "application/x-www-form-urlencoded"
#define FROM   "phone_number_id=123456789012345"
#define NUMBER "919812345678"
#define TO     FROM "&phone_number=" NUMBER
#define BOUNDARY "demo-boundary"
#define GOLDEN_TOKEN "1001|TESTTOKENTESTTOKENTESTTOKENTESTTOKEN0001"

static void
setup (Client        *client,
       gconstpointer  data)
{
  client_init (client, "wabotick");
}

static void
teardown (Client        *client,
          gconstpointer  data)
{
  client_clear (client);
}

/* @path follows /api/v1/whatsapp unless it begins with two slashes. */
static void
ask (Client     *client,
     const char *path,
     const char *fields)
{
  g_autofree char *token = g_uri_escape_string (wa_sandbox_get_key (client->sandbox), NULL, FALSE);
  g_autofree char *body = g_strdup_printf ("apiToken=%s%s%s", token, *fields ? "&" : "", fields);
  g_autofree char *url = NULL;

  if (g_str_has_prefix (path, "//"))
    url = g_strconcat (wa_sandbox_get_base_url (client->sandbox), "/api/v1", path + 1, NULL);
  else
    url = g_strconcat (wa_sandbox_get_base_url (client->sandbox), "/api/v1/whatsapp", path, NULL);

  client_ask_as (client, "POST", url, NULL, NULL, FORM, body);
  g_test_message ("%s %s: %u %.300s", path, fields, client->status, client->text);
}

static void
succeeds (Client     *client,
          const char *path,
          const char *fields)
{
  ask (client, path, fields);
  g_assert_cmpuint (client->status, ==, 200);
  g_assert_cmpstr (client_text (client, "status"), ==, "1");
}

/* Refused by the program: HTTP says success. */
static void
refused (Client     *client,
         const char *path,
         const char *fields,
         const char *message)
{
  ask (client, path, fields);
  g_assert_cmpuint (client->status, ==, 200);
  g_assert_cmpstr (client_text (client, "status"), ==, "0");
  g_assert_cmpstr (client_text (client, "message"), ==, message);
}

/* Refused by the web framework. */
static void
invalid (Client     *client,
         const char *path,
         const char *fields)
{
  ask (client, path, fields);
  g_assert_cmpuint (client->status, ==, 400);
  g_assert_null (client_text (client, "status"));
  g_assert_nonnull (client_text (client, "errors.request[0]"));
}

static void
create (Client *client)
{
  ask (client, "/subscriber/create", "phoneNumberID=123456789012345&name=New+One&phoneNumber=" NUMBER);
  g_assert_cmpstr (client_text (client, "status"), ==, "1");
  g_assert_cmpstr (client_text (client, "mesasge"), ==, "WhatsApp subscriber has been created.");
}

static void
test_token (Client        *client,
            gconstpointer  data)
{
  g_autofree char *url = g_strconcat (wa_sandbox_get_base_url (client->sandbox), "/api/v1/user/myInfo", NULL);
  g_autofree char *bearer = g_strconcat ("Bearer ", wa_sandbox_get_key (client->sandbox), NULL);
  g_autofree char *query = g_strconcat (url, "?apiToken=1001%7Cx", NULL);
  g_autoptr(GHashTable) settings = wa_sandbox_dup_settings (client->sandbox);

  g_assert_cmpstr (g_hash_table_lookup (settings, "phone-number-id"), ==, "123456789012345");
  g_assert_true (g_str_has_prefix (wa_sandbox_get_key (client->sandbox), "1001|"));
  g_assert_false (g_str_has_suffix (wa_sandbox_get_base_url (client->sandbox), "/api/v1"));

  succeeds (client, "//user/myInfo", "");
  g_assert_cmpstr (client_text (client, "message.whatsapp_bots_details[0].phone_number_id"), ==,
                   "123456789012345");

  client_ask_as (client, "POST", url, NULL, NULL, FORM, "apiToken=1001%7Cwrong");
  g_assert_cmpuint (client->status, ==, 401);
  g_assert_cmpstr (client_text (client, "message"), ==, "Unauthenticated.");
  g_assert_cmpstr (client_text (client, "status"), ==, "0");
  client_ask_as (client, "POST", query, NULL, NULL, FORM, "x=1");
  g_assert_cmpuint (client->status, ==, 400);
  client_ask_as (client, "GET", url, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (client->status, ==, 405);

  /* Without a token one is sent to sign in; the test's session follows, to where no page is. */
  client_ask_as (client, "POST", url, "Authorization", bearer, FORM, "x=1");
  g_assert_cmpuint (client->status, ==, 404);
}

static void
test_paths (Client        *client,
            gconstpointer  data)
{
  ask (client, "/get/template/list", FROM);
  g_assert_cmpuint (client->status, ==, 404);
  ask (client, "//label/list", "");
  g_assert_cmpuint (client->status, ==, 404);
  invalid (client, "/label/list", "");
  invalid (client, "/label/list", FROM "&limit=10");
  refused (client, "/label/list", "phone_number_id=1", "WhatsApp account not found.");
}

static void
test_subscribers (Client        *client,
                  gconstpointer  data)
{
  guint rows = 0;

  for (guint page = 1; page <= 5; page++)
    {
      g_autofree char *fields = g_strdup_printf (FROM "&limit=100&offset=%u", page);

      succeeds (client, "/subscriber/list", fields);
      rows += client_length (client, "message");
    }
  g_assert_cmpuint (rows, ==, 480);
  invalid (client, "/subscriber/list", FROM "&limit=101&offset=1");
  invalid (client, "/subscriber/list", FROM "&limit=100&offset=0");

  create (client);
  refused (client, "/subscriber/create", "phoneNumberID=123456789012345&name=A&phoneNumber=" NUMBER,
           "Something went wrong or subscriber already exist.");
  refused (client, "/subscriber/create", "phoneNumberID=1&name=A&phoneNumber=" NUMBER,
           "WhatsApp account not found.");
  invalid (client, "/subscriber/create", FROM "&name=A&phoneNumber=" NUMBER);

  succeeds (client, "/subscriber/update", TO "&last_name=Smith&gender=female");
  succeeds (client, "/subscriber/chat/assign-custom-fields",
            TO "&custom_fields=%7B%22city%22%3A%22Pune%22%2C%22unknown%22%3A%22x%22%7D");
  invalid (client, "/subscriber/chat/assign-custom-fields", TO "&custom_fields=%7B%22city%22%3A1%7D");
  invalid (client, "/subscriber/update", TO "&email=a%40example.com");

  ask (client, "/subscriber/get", TO);
  g_assert_cmpstr (client_text (client, "status"), ==, "success");
  g_assert_cmpstr (client_text (client, "data.first_name"), ==, "New");
  g_assert_cmpstr (client_text (client, "data.last_name"), ==, "Smith");
  g_assert_cmpstr (client_text (client, "data.gender"), ==, "female");
  g_assert_cmpstr (client_text (client, "data.custom_fields.city"), ==, "Pune");
  g_assert_null (client_text (client, "data.custom_fields.unknown"));

  succeeds (client, "/subscriber/chat/add-notes", TO "&note_text=Calls");
  succeeds (client, "/subscriber/chat/assign-to-team-member", TO "&team_member_id=12");
  refused (client, "/subscriber/chat/assign-to-team-member", TO "&team_member_id=1",
           "Team member not found.");
  succeeds (client, "/subscriber/chat/mark-conversation", TO "&action=blocked");
  invalid (client, "/subscriber/chat/mark-conversation", TO "&action=closed");

  succeeds (client, "/subscriber/delete", TO);
  refused (client, "/subscriber/delete", TO, "Subscriber not found.");
  succeeds (client, "/subscriber/get", TO);
  g_assert_cmpstr (client_text (client, "message"), ==, "Subscriber not found.");
}

static void
test_labels (Client        *client,
             gconstpointer  data)
{
  g_autofree char *fields = NULL;
  guint before;

  succeeds (client, "/label/list", FROM);
  before = client_length (client, "message");
  succeeds (client, "/label/create", FROM "&label_name=Big+buyer");
  invalid (client, "/label/create", FROM);
  succeeds (client, "/label/list", FROM);
  g_assert_cmpuint (client_length (client, "message"), ==, before + 1);
  fields = g_strdup_printf (TO "&label_ids=%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT,
                            client_number (client, "message[0].id"), client_number (client, "message[1].id"));

  create (client);
  succeeds (client, "/subscriber/chat/assign-labels", fields);
  ask (client, "/subscriber/get", TO);
  g_assert_cmpuint (client_length (client, "data.labels"), ==, 2);
  succeeds (client, "/subscriber/chat/remove-labels", fields);
  g_assert_cmpstr (client_text (client, "message"), ==, "Labels have been assigned successfully.");
  ask (client, "/subscriber/get", TO);
  g_assert_cmpuint (client_length (client, "data.labels"), ==, 0);
  refused (client, "/subscriber/chat/assign-labels", TO "&label_ids=99999", "Label not found.");
}

static void
test_messages (Client        *client,
               gconstpointer  data)
{
  g_autofree char *status = NULL;

  succeeds (client, "/send", TO "&message=50%25+off+%26+more");
  g_assert_true (g_str_has_prefix (client_text (client, "wa_message_id"), "wamid."));
  status = g_strdup_printf ("wa_message_id=%s&whatsapp_bot_id=23", client_text (client, "wa_message_id"));
  g_assert_cmpuint (wa_sandbox_count_messages (client->sandbox, NUMBER), ==, 1);

  succeeds (client, "/get/message-status", status);
  g_assert_null (client_text (client, "message.message_status"));
  wa_sandbox_advance (client->sandbox, 3);
  succeeds (client, "/get/message-status", status);
  g_assert_cmpstr (client_text (client, "message.message_status"), ==, "delivered");
  g_assert_cmpstr (client_text (client, "message.failed_reason"), ==, "");
  refused (client, "/get/message-status", "wa_message_id=wamid.none", "Message not found.");

  succeeds (client, "/send/file", TO "&media_url=https%3A%2F%2Fexample.com%2Fa.jpg&media_type=image");
  invalid (client, "/send/file", TO "&media_url=https%3A%2F%2Fexample.com%2Fa.pdf&media_type=document");
  invalid (client, "/send/file", TO "&media_type=image");
  invalid (client, "/send/file", TO "&media_url=file%3A%2F%2F%2Fa.jpg&media_type=image");
  refused (client, "/send/file", TO "&media_id=1&media_type=image", "Media not found.");
  succeeds (client, "/send/interactive-buttons",
            TO "&message=M&buttons=%5B%7B%22id%22%3A%22a%22%2C%22title%22%3A%22A%22%7D%5D");
  invalid (client, "/send/interactive-buttons", TO "&message=M&buttons=%5B%5D");
  invalid (client, "/send/interactive-buttons", TO "&message=M&buttons=A");
  succeeds (client, "/trigger-bot", TO "&bot_flow_unique_id=abc123");
  g_assert_cmpuint (wa_sandbox_count_messages (client->sandbox, NUMBER), ==, 4);
  succeeds (client, "/trigger-bot", TO "&bot_flow_unique_id=unknown");
  g_assert_cmpuint (wa_sandbox_count_messages (client->sandbox, NUMBER), ==, 4);
  invalid (client, "/send", TO);
  invalid (client, "/send", TO "&message=Hi&to=1");
  invalid (client, "/send", FROM "&phone_number=%2B919812345678&message=Hi");
}

/* Half of the people answer; a customer who does is found by trying. */
static void
test_answers (Client        *client,
              gconstpointer  data)
{
  guint answered = 0;

  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *to = g_strdup_printf (FROM "&phone_number=91981234560%u", i);
      g_autofree char *message = g_strdup_printf ("%s&message=Hello", to);
      g_autofree char *history = g_strdup_printf ("%s&limit=50&offset=1", to);
      g_autoptr(WaJsonDocument) document = NULL;
      WaJson content, text;

      succeeds (client, "/send", message);
      wa_sandbox_advance (client->sandbox, 10);
      succeeds (client, "/get/conversation", history);
      if (g_str_equal (client_text (client, "message[0].sender"), "bot"))
        {
          g_assert_cmpuint (client_length (client, "message"), ==, 1);
          continue;
        }

      answered++;
      g_assert_cmpuint (client_length (client, "message"), ==, 2);
      g_assert_cmpstr (client_text (client, "message[0].sender"), ==, "user");
      g_assert_cmpstr (client_text (client, "message[1].message_status"), ==, "read");
      document = wa_json_document_new_text (client_text (client, "message[0].message_content"), NULL);
      content = wa_json_document_get_root (document);
      text = wa_json_find (&content, "entry[0].changes[0].value.messages[0].text.body");
      g_assert_true (wa_json_is (&text, WA_JSON_TEXT));
    }

  g_assert_cmpuint (answered, >, 0);
  g_assert_cmpuint (answered, <, 8);
}

static void
test_history (Client        *client,
              gconstpointer  data)
{
  g_autofree char *first = NULL;

  for (guint i = 0; i < 3; i++)
    succeeds (client, "/send", TO "&message=Hello");
  succeeds (client, "/get/conversation", TO "&limit=2&offset=1");
  g_assert_cmpuint (client_length (client, "message"), ==, 2);
  first = g_strdup (client_text (client, "message[0].wa_message_id"));
  succeeds (client, "/get/conversation", TO "&limit=2&offset=2");
  g_assert_cmpuint (client_length (client, "message"), ==, 1);
  g_assert_cmpstr (client_text (client, "message[0].wa_message_id"), !=, first);

  succeeds (client, "/subscriber/delete", TO);
  succeeds (client, "/get/conversation", TO "&limit=2&offset=1");
  g_assert_cmpuint (client_length (client, "message"), ==, 0);
}

/* What a row's template_json says about @name; a text that must be freed. */
static char *
dup_row (Client     *client,
         const char *name,
         const char *member)
{
  for (guint i = 0; i < client_length (client, "message"); i++)
    {
      g_autofree char *place = g_strdup_printf ("message[%u].template_name", i);
      g_autofree char *wanted = g_strdup_printf ("message[%u].%s", i, member);
      WaJson value = wa_json_find (&client->json, wanted);

      if (g_strcmp0 (client_text (client, place), name) == 0)
        return wa_json_dup_scalar (&value);
    }

  return NULL;
}

#define PICTURE "&template_header_media_url=https%3A%2F%2Fexample.com%2Fa.jpg"

static void
send_template (Client     *client,
               const char *id,
               const char *fields,
               guint       status,
               const char *outcome)
{
  g_autofree char *all = g_strdup_printf (TO "&template_id=%s%s", id, fields);

  ask (client, "/send/template", all);
  g_assert_cmpuint (client->status, ==, status);
  g_assert_cmpstr (client_text (client, "status"), ==, outcome);
}

static void
test_templates (Client        *client,
                gconstpointer  data)
{
  g_autofree char *picture = NULL;
  g_autofree char *summer = NULL;
  g_autofree char *rejected = NULL;
  g_autofree char *unmapped = NULL;
  g_autofree char *code = NULL;
  g_autofree char *named = NULL;
  g_autofree char *map = NULL;
  g_autofree char *meta = NULL;
  g_autofree char *body = NULL;

  succeeds (client, "/template/list", FROM);
  picture = dup_row (client, "market_bros", "id");
  summer = dup_row (client, "summer_time", "id");
  rejected = dup_row (client, "win_a_prize", "id");
  unmapped = dup_row (client, "a_marketing_strategy", "id");
  code = dup_row (client, "birthday_coupon", "id");
  named = dup_row (client, "appointment_named", "id");
  map = dup_row (client, "summer_time", "variable_map");
  meta = dup_row (client, "summer_time", "template_json");
  body = dup_row (client, "summer_time", "body_content");
  g_assert_cmpstr (map, ==, "{\"header\":[\"headline\"],\"body\":[\"name\",\"order_id\"]}");
  g_assert_nonnull (strstr (body, "#order_id#"));
  g_assert_nonnull (strstr (meta, "{{2}}"));
  g_assert_nonnull (strstr (meta, "\"access_token\":\"EAADEMO"));

  create (client);
  send_template (client, picture, PICTURE, 200, "success");
  g_assert_true (g_str_has_prefix (client_text (client, "data.message_id"), "wamid."));
  send_template (client, picture, "", 400, NULL);
  send_template (client, picture, PICTURE "&templateVariable-name-1=A", 400, NULL);
  send_template (client, summer, "&templateVariable-headline-1=A&templateVariable-name-1=B"
                 "&templateVariable-order_id-2=C", 200, "success");
  send_template (client, summer, "&templateVariable-headline-1=A&templateVariable-name-1=B", 400, NULL);
  send_template (client, summer, "&templateVariable-headline-1=A&templateVariable-name-1="
                 "&templateVariable-order_id-2=C", 400, NULL);
  send_template (client, named, "&templateVariable-name-1=A&templateVariable-day-2=B"
                 "&templateVariable-time-3=C&template_quick_reply_button_values="
                 "%5B%22YES_START_CHAT_WITH_HUMAN%22%2C%22YES_START_CHAT_WITH_HUMAN%22%5D", 200, "success");
  send_template (client, rejected, "", 200, "0");
  send_template (client, unmapped, "", 200, "0");
  send_template (client, code, "&templateVariable-name-1=A", 200, "0");
  send_template (client, "437509121867805", "", 200, "0");
  g_assert_cmpstr (client_text (client, "message"), ==, "Message template not found.");
  g_assert_cmpuint (wa_sandbox_count_messages (client->sandbox, NULL), ==, 3);

  succeeds (client, "/subscriber/delete", TO);
  send_template (client, picture, PICTURE, 200, "0");
  g_assert_nonnull (strstr (client_text (client, "message"), "outside 24 hour window"));
}

static void
test_shop (Client        *client,
           gconstpointer  data)
{
  g_autofree char *fields = NULL;

  ask (client, "/catalog/list", "");
  g_assert_cmpuint (client->status, ==, 200);
  g_assert_null (client->document);
  g_assert_nonnull (strstr (client->text, "\"checkout_settings\":\"{\"tax_percentage\":\"5.5\","));
  g_assert_true (g_str_has_prefix (client->text, "{\"status\":true,"));

  succeeds (client, "/catalog/sync", "whatsapp_catalog_id=123456789012345");
  refused (client, "/catalog/sync", "whatsapp_catalog_id=1", "Catalog not found.");
  succeeds (client, "/catalog/order/list", "whatsapp_catalog_id=123456789012345");
  g_assert_cmpuint (client_length (client, "message"), ==, 6);
  succeeds (client, "/catalog/order/list", "");
  g_assert_cmpuint (client_length (client, "message"), ==, 12);
  g_assert_cmpstr (client_text (client, "message[0].cart_status_raw"), ==, "Submitted");

  fields = g_strdup_printf ("order_unique_id=%s&cart_status=Shipped",
                            client_text (client, "message[0].order_unique_id"));
  ask (client, "/catalog/order/status-change", fields);
  g_assert_true (g_str_has_prefix (client->text, "{\"status\":true,"));
  succeeds (client, "/catalog/order/list", "");
  g_assert_cmpstr (client_text (client, "message[0].cart_status_raw"), ==, "Shipped");
  ask (client, "/catalog/order/status-change", "order_unique_id=1&cart_status=Shipped");
  g_assert_true (g_str_has_prefix (client->text, "{\"status\":false,"));
  invalid (client, "/catalog/order/status-change", "order_unique_id=1&cart_status=Declined");
}

static void
test_faults (Client        *client,
             gconstpointer  data)
{
  wa_sandbox_inject (client->sandbox, WA_SANDBOX_FAULT_RATE_LIMITED, 1, 7, "/api/v1/whatsapp/send");
  ask (client, "/send", TO "&message=Hi");
  g_assert_cmpuint (client->status, ==, 429);
  g_assert_cmpstr (client->retry_after, ==, "7");
  g_assert_cmpstr (client_text (client, "message"), ==, "Too many requests");

  wa_sandbox_inject (client->sandbox, WA_SANDBOX_FAULT_TRUNCATED, 1, 0, NULL);
  ask (client, "/send", TO "&message=Hi");
  g_assert_null (client->document);
  g_assert_cmpuint (wa_sandbox_count_messages (client->sandbox, NUMBER), ==, 1);

  wa_sandbox_inject (client->sandbox, WA_SANDBOX_FAULT_STATUS, 1, 422, NULL);
  ask (client, "/send", TO "&message=Hi");
  g_assert_cmpuint (client->status, ==, 422);
  g_assert_nonnull (client_text (client, "errors.request[0]"));
  wa_sandbox_inject (client->sandbox, WA_SANDBOX_FAULT_STATUS, 1, 500, NULL);
  ask (client, "/send", TO "&message=Hi");
  g_assert_cmpuint (client->status, ==, 500);
  g_assert_null (client_text (client, "status"));
}

/* The bodies of the file bring their token. */
static void
ask_golden (Client     *client,
            const char *method,
            const char *path,
            const char *body)
{
  g_autofree char *url = g_strconcat (wa_sandbox_get_base_url (client->sandbox), path, NULL);
  gboolean upload = g_str_has_prefix (body, "--" BOUNDARY);

  client_ask_as (client, method, url, NULL, NULL, upload ? "multipart/form-data; boundary=" BOUNDARY : FORM,
                 body);
}

static void
check_golden (Client     *client,
              const char *name)
{
  gboolean broken = g_str_has_prefix (name, "catalog-list");

  g_assert_cmpint (broken, ==, client->document == NULL);
  g_assert_cmpstr (client_text (client, "status"), !=, "0");
}

static void
test_golden (void)
{
  Client client;
  g_autofree char *message = NULL;
  const char *replacements[] = {
    "phone_number=0123456789", "phone_number=919876543210",
    "762561142206860", "123456789012345",
    "label_ids=1%2C4%2C5", "label_ids=8%2C9%2C10",
    "label_ids=4", "label_ids=9",
    "wamid.HBgNODgwMTcyMzMwOTAwMxUCABEYEjlGQkY3MEFEMEVGODhCNDkxNQA%3D", NULL,
    NULL
  };

  client_init_with_key (&client, "wabotick", GOLDEN_TOKEN);
  succeeds (&client, "/send", FROM "&phone_number=919000000001&message=Hi");
  message = g_strdup (client_text (&client, "wa_message_id"));
  replacements[9] = message;

  succeeds (&client, "/label/list", FROM);
  g_assert_cmpint (client_number (&client, "message[0].id"), ==, 8);
  client_replay (&client, "wabotick.json", replacements, ask_golden, check_golden);
  client_clear (&client);
}

static void
add (const char *path,
     void      (*run) (Client *, gconstpointer))
{
  g_test_add (path, Client, NULL, setup, run, teardown);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/sandbox-wabotick/token", test_token);
  add ("/sandbox-wabotick/paths", test_paths);
  add ("/sandbox-wabotick/subscribers", test_subscribers);
  add ("/sandbox-wabotick/labels", test_labels);
  add ("/sandbox-wabotick/messages", test_messages);
  add ("/sandbox-wabotick/answers", test_answers);
  add ("/sandbox-wabotick/history", test_history);
  add ("/sandbox-wabotick/templates", test_templates);
  add ("/sandbox-wabotick/shop", test_shop);
  add ("/sandbox-wabotick/faults", test_faults);
  g_test_add_func ("/sandbox-wabotick/golden", test_golden);

  return g_test_run ();
}
