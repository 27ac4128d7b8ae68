/* test-sandbox-onemsg.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "sandbox/sandbox-client.h"

#define CHANNEL  "ODI371267300"
#define NUMBER   "5511987654321"
#define PHONE    "\"phone\":\"" NUMBER "\""
#define TEMPLATE(name, language) \
  "{" PHONE ",\"namespace\":\"\",\"template\":\"" name "\"," \
  "\"language\":{\"policy\":\"deterministic\",\"code\":\"" language "\"}"
#define BODY(text) "{\"type\":\"body\",\"parameters\":[{\"type\":\"text\",\"text\":\"" text "\"}]}"
#define HEADER_IMAGE \
  "{\"type\":\"header\",\"parameters\":[{\"type\":\"image\"," \
  "\"image\":{\"link\":\"https://example.com/a.jpg\"}}]}"
#define BUTTON(sub_type, index, parameter) \
  "{\"type\":\"button\",\"sub_type\":\"" sub_type "\",\"index\":\"" index "\"," \
  "\"parameters\":[{" parameter "}]}"

static void
setup (Client        *client,
       gconstpointer  data)
{
  client_init (client, "onemsg");
}

static void
teardown (Client        *client,
          gconstpointer  data)
{
  client_clear (client);
}

static char *
dup_url (Client     *client,
         const char *path)
{
  return g_strdup_printf ("%s/" CHANNEL "%s", wa_sandbox_get_base_url (client->sandbox), path);
}

/* The token goes into the query, as the documents have it. */
static void
ask (Client     *client,
     const char *method,
     const char *path,
     const char *body)
{
  g_autofree char *place = g_strdup_printf ("%s%ctoken=%s", path, strchr (path, '?') ? '&' : '?',
                                            wa_sandbox_get_key (client->sandbox));
  g_autofree char *url = dup_url (client, place);

  client_ask_as (client, method, url, NULL, NULL, "application/json", body);
}

static void
refused (Client     *client,
         const char *method,
         const char *path,
         const char *body,
         guint       status)
{
  ask (client, method, path, body);
  g_assert_cmpuint (client->status, ==, status);
  g_assert_true (g_str_has_prefix (client->text, "{\"error\":\""));
}

static const char *
sent (Client     *client,
      const char *path,
      const char *body)
{
  guint before = wa_sandbox_count_messages (client->sandbox, NULL);

  ask (client, "POST", path, body);
  if (client->status != 200 || !strstr (client->text, "\"sent\":true"))
    g_test_message ("%s %s: %s", path, body, client->text);
  g_assert_cmpuint (client->status, ==, 200);
  g_assert_nonnull (strstr (client->text, "\"sent\":true"));
  g_assert_cmpuint (wa_sandbox_count_messages (client->sandbox, NULL), ==, before + 1);

  return client_text (client, "id");
}

/* Malformed requests get a 400, well-formed ones that can't be sent a 200. */
static void
not_sent (Client     *client,
          const char *path,
          const char *body,
          guint       status)
{
  ask (client, "POST", path, body);
  if (client->status != status)
    g_test_message ("%s %s: %s", path, body, client->text);
  g_assert_cmpuint (client->status, ==, status);
  g_assert_true (g_str_has_prefix (client->text, status == 200 ? "{\"sent\":false,\"message\":\""
                                   : "{\"error\":\""));
  g_assert_cmpuint (wa_sandbox_count_messages (client->sandbox, NULL), ==, 0);
}

static void
test_key (Client        *client,
          gconstpointer  data)
{
  const char *key = wa_sandbox_get_key (client->sandbox);
  g_autofree char *url = dup_url (client, "/status");
  g_autofree char *bearer = g_strconcat ("Bearer ", key, NULL);
  g_autofree char *query = g_strconcat (url, "?token=", key, NULL);
  g_autofree char *twice = g_strconcat (query, "&token=", key, NULL);
  g_autofree char *wrong = g_strconcat (url, "?token=wrong", NULL);
  g_autofree char *other = g_strdup_printf ("%s/ODI1/status?token=%s",
                                            wa_sandbox_get_base_url (client->sandbox), key);
  g_autofree char *in_body = g_strdup_printf ("{\"token\":\"%s\"," PHONE ",\"body\":\"Hi\"}", key);
  g_autoptr(GHashTable) settings = wa_sandbox_dup_settings (client->sandbox);

  g_assert_cmpstr (g_hash_table_lookup (settings, "channel-id"), ==, CHANNEL);
  g_assert_cmpstr (wa_sandbox_get_base_url (client->sandbox), ==, wa_sandbox_get_origin (client->sandbox));

  client_ask_as (client, "GET", query, NULL, NULL, NULL, NULL);
  g_assert_cmpstr (client->text, ==, "{\"status\":\"connected\"}");
  client_ask_as (client, "GET", url, "Authorization", bearer, NULL, NULL);
  g_assert_cmpuint (client->status, ==, 200);
  client_ask_as (client, "GET", query, "Authorization", bearer, NULL, NULL);
  g_assert_cmpuint (client->status, ==, 400);
  client_ask_as (client, "GET", twice, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (client->status, ==, 400);
  client_ask_as (client, "GET", url, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (client->status, ==, 401);
  client_ask_as (client, "GET", wrong, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (client->status, ==, 401);
  g_assert_cmpstr (client_text (client, "error"), ==, "Wrong token \"wrong\" for channel \"" CHANNEL "\". "
                   "Please provide token as a GET parameter.");
  client_ask_as (client, "GET", url, "Authorization", "Bearer bad", NULL, NULL);
  g_assert_cmpuint (client->status, ==, 401);
  g_assert_nonnull (strstr (client->text, "bad"));
  client_ask_as (client, "GET", other, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (client->status, ==, 404);
  g_assert_cmpstr (client->text, ==, "{\"error\":\"Instance not found\"}");
  not_sent (client, "/sendMessage", in_body, 400);
}

static void
test_routes (Client        *client,
             gconstpointer  data)
{
  refused (client, "GET", "/sendMessage", NULL, 405);
  refused (client, "GET", "/contacts", NULL, 404);
  refused (client, "GET", "/status?verbose=1", NULL, 400);
  refused (client, "POST", "/sendMessage?phone=" NUMBER, "{\"body\":\"Hi\"}", 400);
  refused (client, "POST", "/sendMessage", NULL, 400);
}

static void
test_faults (Client        *client,
             gconstpointer  data)
{
  static const char body[] = "{" PHONE ",\"body\":\"Hi\"}";

  wa_sandbox_inject (client->sandbox, WA_SANDBOX_FAULT_RATE_LIMITED, 1, 30, "/" CHANNEL "/sendMessage");
  wa_sandbox_inject (client->sandbox, WA_SANDBOX_FAULT_STATUS, 1, 403, NULL);
  wa_sandbox_inject (client->sandbox, WA_SANDBOX_FAULT_STATUS, 1, 500, NULL);
  wa_sandbox_inject (client->sandbox, WA_SANDBOX_FAULT_LOST, 1, 0, "/" CHANNEL "/sendMessage");

  refused (client, "POST", "/sendMessage", body, 429);
  g_assert_cmpstr (client->retry_after, ==, "30");
  ask (client, "GET", "/status", NULL);
  g_assert_cmpuint (client->status, ==, 403);
  g_assert_cmpstr (client->type, ==, "text/plain");
  g_assert_cmpstr (client->text, ==, "Subscription is blocked");
  refused (client, "GET", "/status", NULL, 500);
  g_assert_cmpuint (wa_sandbox_count_messages (client->sandbox, NULL), ==, 0);

  ask (client, "POST", "/sendMessage", body);
  g_assert_cmpuint (client->status, ==, 0);
  g_assert_cmpuint (wa_sandbox_count_messages (client->sandbox, NUMBER), ==, 1);
}

static void
test_profile (Client        *client,
              gconstpointer  data)
{
  static const char form[] =
    "--x\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n"
    "\r\nPNG\r\n--x--\r\n";
  g_autofree char *url = NULL;
  g_autofree char *place = g_strconcat ("/me?token=", wa_sandbox_get_key (client->sandbox), NULL);

  ask (client, "POST", "/me", "{\"about\":\"New\",\"vertical\":\"Beauty, Spa and Salon\","
       "\"websites\":[\"https://example.com\"]}");
  g_assert_cmpstr (client->text, ==, "{\"result\":\"success\"}");
  ask (client, "GET", "/me", NULL);
  g_assert_cmpstr (client_text (client, "about"), ==, "New");
  g_assert_cmpstr (client_text (client, "vertical"), ==, "Beauty, Spa and Salon");
  g_assert_cmpstr (client_text (client, "email"), ==, "john@neverland.play");
  g_assert_cmpstr (client_text (client, "websites[0]"), ==, "https://example.com");

  url = dup_url (client, place);
  client_ask_as (client, "POST", url, NULL, NULL, "multipart/form-data; boundary=x", form);
  g_assert_cmpuint (client->status, ==, 200);
  ask (client, "GET", "/me", NULL);
  g_assert_true (g_str_has_suffix (client_text (client, "photo"), "/profile.png"));

  refused (client, "POST", "/me", "{}", 422);
  refused (client, "POST", "/me", "{\"vertical\":\"Beauty\"}", 400);
  refused (client, "POST", "/me", "{\"phone\":\"12020721369\"}", 400);
  refused (client, "POST", "/me", "{\"photo\":\"data:text/plain;base64,QUJD\"}", 400);
  refused (client, "POST", "/me", "{\"photo\":\"data:image/png;base64,QUJ\"}", 400);
  refused (client, "POST", "/me", "{\"photo\":\"/home/me/a.png\"}", 400);
}

static void
test_settings (Client        *client,
               gconstpointer  data)
{
  WaJson place;

  ask (client, "GET", "/settings", NULL);
  place = wa_json_find (&client->json, "webhookUrl");
  g_assert_true (wa_json_is (&place, WA_JSON_NULL));

  ask (client, "POST", "/webhook", "{\"webhookUrl\":\"https://a.example/hook\"}");
  g_assert_cmpstr (client->text, ==, "{}");
  ask (client, "GET", "/settings", NULL);
  g_assert_cmpstr (client_text (client, "webhookUrl"), ==, "https://a.example/hook");
  ask (client, "POST", "/settings", "{\"webhookUrl\":[\"https://a.example/hook\",\"http://b.example\"]}");
  ask (client, "GET", "/settings", NULL);
  g_assert_cmpuint (client_length (client, "webhookUrl"), ==, 2);
  ask (client, "POST", "/settings", "{\"webhookUrl\":null}");
  g_assert_cmpstr (client->text, ==, "{\"webhookUrl\":null,\"update\":{\"webhookUrl\":null}}");
  ask (client, "GET", "/settings", NULL);
  place = wa_json_find (&client->json, "webhookUrl");
  g_assert_true (wa_json_is (&place, WA_JSON_NULL));

  refused (client, "POST", "/webhook", "{\"webhookUrl\":null}", 400);
  refused (client, "POST", "/settings", "{}", 400);
  refused (client, "POST", "/settings", "{\"webhookUrl\":\"ftp://a.example\"}", 400);
  refused (client, "POST", "/settings", "{\"webhookUrl\":null,\"ackNotificationsOn\":true}", 400);
}

static void
test_commerce_and_statistics (Client        *client,
                              gconstpointer  data)
{
  double before;
  WaJson cost;

  ask (client, "POST", "/commerce", "{\"params\":{\"is_cart_enabled\":false,\"is_catalog_visible\":true}}");
  g_assert_cmpstr (client->text, ==, "{\"success\":true}");
  ask (client, "GET", "/commerce", NULL);
  g_assert_cmpstr (client->text, ==,
                   "[{\"id\":\"123456789012345\",\"is_cart_enabled\":false,\"is_catalog_visible\":true}]");
  refused (client, "POST", "/commerce", "{\"is_cart_enabled\":false,\"is_catalog_visible\":true}", 400);
  refused (client, "POST", "/commerce", "{\"params\":{\"is_cart_enabled\":false}}", 400);
  refused (client, "POST", "/commerce", "{\"params\":{\"is_cart_enabled\":0,\"is_catalog_visible\":1}}", 400);

  ask (client, "GET", "/statistics", NULL);
  cost = wa_json_find (&client->json, "templates_cost");
  before = wa_json_get_decimal (&cost, -1);
  sent (client, "/sendTemplate", TEMPLATE ("alpha_city", "en") "}");
  ask (client, "GET", "/statistics", NULL);
  cost = wa_json_find (&client->json, "templates_cost");
  g_assert_cmpfloat (wa_json_get_decimal (&cost, -1), >, before);
  ask (client, "GET", "/statistics?date=03.2022", NULL);
  g_assert_cmpstr (client_text (client, "date"), ==, "03.2022");
  refused (client, "GET", "/statistics?date=2022-03", NULL, 400);
  refused (client, "GET", "/statistics?date=13.2022", NULL, 400);

  ask (client, "GET", "/extendedStatistics", NULL);
  g_assert_cmpuint (wa_json_length (&client->json), ==, 3);
  g_assert_cmpint (client_number (client, "[2].business_initiated_quantity"), ==, 1);
  ask (client, "GET", "/outputIP", NULL);
  g_assert_nonnull (client_text (client, "result"));
}

static void
test_messages (Client        *client,
               gconstpointer  data)
{
  sent (client, "/sendMessage", "{" PHONE ",\"body\":\"Hi\"}");
  g_assert_cmpstr (client_text (client, "message"), ==, "Sent to " NUMBER "@c.us");
  sent (client, "/sendMessage", "{\"chatId\":\"" NUMBER "@c.us\",\"body\":\"Hi\"}");
  g_assert_cmpuint (wa_sandbox_count_messages (client->sandbox, NUMBER), ==, 2);
  sent (client, "/sendList", "{" PHONE ",\"body\":\"B\",\"action\":\"Choose\",\"sections\":[{\"rows\":"
        "[{\"id\":\"a\",\"title\":\"A\"}]}]}");
  sent (client, "/sendButton", "{" PHONE ",\"body\":\"B\",\"header\":{\"type\":\"text\",\"text\":\"H\"},"
        "\"sections\":[{\"type\":\"reply\",\"reply\":{\"id\":\"a\",\"title\":\"A\"}}]}");
  sent (client, "/sendLocationRequest", "{" PHONE ",\"body\":\"Where?\"}");
  sent (client, "/sendReaction", "{" PHONE ",\"body\":\"👍🏽\",\"quotedMsgId\":\"wamid.x\"}");
  sent (client, "/sendLocation", "{" PHONE ",\"lat\":\"-33.5\",\"lng\":\"151\"}");
  sent (client, "/sendContact", "{" PHONE ",\"contacts\":[{\"name\":{\"formatted_name\":\"A B\","
        "\"first_name\":\"A\"},\"phones\":[{\"phone\":\"+1\",\"type\":\"CELL\"}]}]}");
  sent (client, "/sendProduct", "{" PHONE ",\"action\":{\"catalog_id\":\"123456789012345\","
        "\"product_retailer_id\":\"SKU-CAP-001\"}}");
}

static void
test_message_refusals (Client        *client,
                       gconstpointer  data)
{
  not_sent (client, "/sendMessage", "{\"body\":\"Hi\"}", 400);
  not_sent (client, "/sendMessage", "{" PHONE ",\"chatId\":\"" NUMBER "@c.us\",\"body\":\"Hi\"}", 400);
  not_sent (client, "/sendMessage", "{" PHONE ",\"chatId\":\"\",\"body\":\"Hi\"}", 400);
  not_sent (client, "/sendMessage", "{\"phone\":" NUMBER ",\"body\":\"Hi\"}", 400);
  not_sent (client, "/sendMessage", "{\"phone\":\"+" NUMBER "\",\"body\":\"Hi\"}", 400);
  not_sent (client, "/sendMessage", "{\"chatId\":\"" NUMBER "\",\"body\":\"Hi\"}", 200);
  not_sent (client, "/sendMessage", "{" PHONE ",\"body\":\"\"}", 400);
  not_sent (client, "/sendMessage", "{" PHONE ",\"body\":\"Hi\",\"mentionedPhones\":[\"1\"]}", 400);
  not_sent (client, "/sendList", "{" PHONE ",\"body\":\"B\",\"action\":\"Choose\",\"quotedMsgId\":\"x\","
            "\"sections\":[{\"rows\":[{\"id\":\"a\",\"title\":\"A\"}]}]}", 400);
  not_sent (client, "/sendList", "{" PHONE ",\"body\":\"B\",\"action\":\"Choose\",\"sections\":[{\"rows\":"
            "[{\"id\":\"a\",\"title\":\"A\"}]},{\"title\":\"T\",\"rows\":[{\"id\":\"b\",\"title\":\"B\"}]}"
            "]}", 400);
  not_sent (client, "/sendList", "{" PHONE ",\"body\":\"B\",\"action\":\"Choose\",\"sections\":[{\"rows\":"
            "[{\"id\":\"a\",\"title\":\"A\"},{\"id\":\"a\",\"title\":\"B\"}]}]}", 400);
  not_sent (client, "/sendButton", "{" PHONE ",\"body\":\"B\",\"sections\":[{\"type\":\"reply\","
            "\"reply\":{\"id \":\"a\",\"title\":\"A\"}}]}", 400);
  not_sent (client, "/sendButton", "{" PHONE ",\"body\":\"B\",\"header\":\"H\","
            "\"sections\":[{\"type\":\"reply\",\"reply\":{\"id\":\"a\",\"title\":\"A\"}}]}", 400);
  not_sent (client, "/sendButton", "{" PHONE ",\"body\":\"B\",\"header\":{\"type\":\"image\",\"image\":{}},"
            "\"sections\":[{\"type\":\"reply\",\"reply\":{\"id\":\"a\",\"title\":\"A\"}}]}", 400);
  not_sent (client, "/sendReaction", "{" PHONE ",\"body\":\"ok\",\"quotedMsgId\":\"wamid.x\"}", 400);
  not_sent (client, "/sendReaction", "{" PHONE ",\"quotedMsgId\":\"wamid.x\"}", 400);
  not_sent (client, "/sendReaction", "{" PHONE ",\"body\":\"👍\"}", 400);
  not_sent (client, "/sendLocation", "{" PHONE ",\"lat\":45.5,\"lng\":\"9\"}", 400);
  not_sent (client, "/sendLocation", "{" PHONE ",\"lat\":\"45,5\",\"lng\":\"9\"}", 400);
  not_sent (client, "/sendLocation", "{" PHONE ",\"lat\":\"91\",\"lng\":\"9\"}", 400);
  not_sent (client, "/sendContact", "{" PHONE ",\"contacts\":[{\"name\":{\"formatted_name\":\"A\"}}]}", 400);
  not_sent (client, "/sendContact", "{" PHONE ",\"contacts\":[{\"name\":{\"formatted_name\":\"A B\","
            "\"first_name\":\"A\"},\"emails\":[{\"email\":\"a@b.c\",\"type\":\"CELL\"}]}]}", 400);
  not_sent (client, "/sendProduct", "{" PHONE ",\"header\":\"H\",\"action\":{"
            "\"catalog_id\":\"123456789012345\",\"product_retailer_id\":\"SKU-CAP-001\"}}", 400);
  not_sent (client, "/sendProduct", "{" PHONE ",\"action\":{\"catalog_id\":\"123456789012345\","
            "\"product_retailer_id\":\"none\"}}", 200);
}

static void
test_files (Client        *client,
            gconstpointer  data)
{
  static const char form[] =
    "--x\r\nContent-Disposition: form-data; name=\"phone\"\r\n\r\n" NUMBER "\r\n"
    "--x\r\nContent-Disposition: form-data; name=\"filename\"\r\n\r\nprice list.pdf\r\n"
    "--x\r\nContent-Disposition: form-data; name=\"body\"; filename=\"p.pdf\"\r\n"
    "Content-Type: application/pdf\r\n\r\n%PDF\r\n--x--\r\n";
  g_autofree char *place = g_strconcat ("/sendFile?token=", wa_sandbox_get_key (client->sandbox), NULL);
  g_autofree char *url = dup_url (client, place);
  g_autofree char *seen = NULL;

  not_sent (client, "/sendFile", "{" PHONE ",\"body\":\"https://example.com/1.jpg\"}", 400);
  not_sent (client, "/sendFile", "{" PHONE ",\"body\":\"http://example.com/1.jpg\",\"filename\":\"1.jpg\"}",
            400);
  not_sent (client, "/sendFile", "{" PHONE ",\"body\":\"https://example.com/1\",\"filename\":\"a/1.jpg\"}",
            400);
  not_sent (client, "/sendFile", "{" PHONE ",\"body\":\"https://example.com/1.mp3\",\"filename\":\"1.mp3\","
            "\"caption\":\"C\"}", 400);
  sent (client, "/sendFile", "{" PHONE ",\"body\":\"data:image/png;base64,QUJD\",\"filename\":\"1.png\","
        "\"caption\":\"Look\"}");
  client_ask_as (client, "POST", url, NULL, NULL, "multipart/form-data; boundary=x", form);
  g_assert_cmpuint (client->status, ==, 200);

  ask (client, "GET", "/messages?chatId=" NUMBER "%40c.us", NULL);
  g_assert_cmpuint (client_length (client, "messages"), ==, 2);
  g_assert_cmpstr (client_text (client, "messages[0].type"), ==, "image");
  g_assert_cmpstr (client_text (client, "messages[0].caption"), ==, "Look");
  g_assert_cmpstr (client_text (client, "messages[1].type"), ==, "document");
  g_assert_cmpstr (client_text (client, "messages[1].caption"), ==, "price list.pdf");

  seen = g_strdup (client_text (client, "messages[1].body"));
  client_ask_as (client, "GET", seen, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (client->status, ==, 200);
}

/* The status moves by the clock, and who reads a message may answer it. */
static void
test_status (Client        *client,
             gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autofree char *body = NULL;

  path = g_strconcat ("/hookInfo?messageId=",
                      sent (client, "/sendMessage", "{" PHONE ",\"body\":\"Hi\"}"), NULL);
  ask (client, "GET", path, NULL);
  g_assert_cmpuint (client_length (client, "hooks"), <, 3);
  wa_sandbox_advance (client->sandbox, 10);
  ask (client, "GET", path, NULL);
  g_assert_cmpuint (client_length (client, "hooks"), ==, 3);
  g_assert_cmpstr (client_text (client, "hooks[0].status"), ==, "read");
  g_assert_cmpstr (client_text (client, "hooks[2].status"), ==, "sent");
  g_assert_cmpstr (client_text (client, "hooks[2].recipient_id"), ==, NUMBER);

  ask (client, "GET", "/messages?last=true&chatId=" NUMBER "%40c.us", NULL);
  g_assert_cmpuint (client_length (client, "messages"), ==, 2);
  g_assert_cmpstr (client_text (client, "messages[1].author"), ==, NUMBER "@c.us");
  g_assert_cmpint (client_number (client, "messages[1].self"), ==, 0);

  body = g_strdup_printf ("{\"messageId\":\"%s\"}", client_text (client, "messages[1].id"));
  ask (client, "POST", "/readMessage", body);
  g_assert_cmpstr (client->text, ==, "{\"result\":\"success\"}");
  ask (client, "POST", "/readMessage", "{\"messageId\":\"wamid.none\"}");
  g_assert_cmpstr (client_text (client, "result"), !=, "success");
  refused (client, "POST", "/readMessage", "{\"msgId\":\"x\"}", 400);

  ask (client, "GET", "/hookInfo?messageId=wamid.none", NULL);
  g_assert_cmpstr (client->text, ==, "{\"hooks\":[]}");
  refused (client, "GET", "/hookInfo", NULL, 400);
}

static void
test_history (Client        *client,
              gconstpointer  data)
{
  gint64 newest, oldest;
  g_autofree char *older = NULL;
  g_autofree char *newer = NULL;
  guint all;

  ask (client, "GET", "/messages?limit=0", NULL);
  all = client_length (client, "messages");
  g_assert_cmpuint (all, >, 100);
  ask (client, "GET", "/messages", NULL);
  g_assert_cmpuint (client_length (client, "messages"), ==, 100);
  g_assert_cmpint (client_number (client, "messages[0].messageNumber"), ==, 1);

  ask (client, "GET", "/messages?last=true&limit=20", NULL);
  g_assert_cmpuint (client_length (client, "messages"), ==, 20);
  newest = client_number (client, "lastMessageNumber");
  oldest = client_number (client, "firstMessageNumber");
  g_assert_cmpint (newest, ==, all);
  g_assert_cmpint (oldest, ==, client_number (client, "messages[0].messageNumber"));

  older = g_strdup_printf ("/messages?firstMessageNumber=%" G_GINT64_FORMAT "&limit=20", oldest);
  ask (client, "GET", older, NULL);
  g_assert_cmpint (client_number (client, "lastMessageNumber"), ==, oldest - 1);
  newer = g_strdup_printf ("/messages?lastMessageNumber=%" G_GINT64_FORMAT, newest);
  ask (client, "GET", newer, NULL);
  g_assert_cmpuint (client_length (client, "messages"), ==, 0);
  sent (client, "/sendMessage", "{" PHONE ",\"body\":\"Hi\"}");
  ask (client, "GET", newer, NULL);
  g_assert_cmpuint (client_length (client, "messages"), ==, 1);
  g_assert_cmpstr (client_text (client, "messages[0].body"), ==, "Hi");

  refused (client, "GET", "/messages?limit=-1", NULL, 400);
  refused (client, "GET", "/messages?last=1", NULL, 400);
}

static void
test_templates (Client        *client,
                gconstpointer  data)
{
  static const char start[] =
    "{\"name\":\"start\",\"category\":\"UTILITY\",\"language\":\"en\",\"components\":[{\"type\":\"BODY\","
    "\"text\":\"Hello {{1}}, welcome\",\"example\":{\"body_text\":[[\"Sam\"]]}}]}";
  static const char message[] = TEMPLATE ("start", "en") ",\"params\":[" BODY ("Sam") "]}";
  static const char *const code =
    "{\"name\":\"code\",\"category\":\"AUTHENTICATION\",\"language\":\"en\",\"components\":["
    "{\"type\":\"BODY\",\"add_security_recommendation\":true},{\"type\":\"FOOTER\","
    "\"code_expiration_minutes\":5},{\"type\":\"BUTTONS\",\"buttons\":[{\"type\":\"OTP\","
    "\"otp_type\":\"COPY_CODE\",\"text\":\"Copy\"}]}]}";

  ask (client, "GET", "/templates", NULL);
  g_assert_cmpint (client_number (client, "total"), ==, 21);
  g_assert_cmpuint (client_length (client, "templates"), ==, 21);
  g_assert_nonnull (client_text (client, "templates[0].namespace"));
  g_assert_cmpstr (client_text (client, "templates[0].status"), ==, "approved");
  g_assert_cmpuint (client_length (client, "templates[0].components"), >, 0);
  ask (client, "GET", "/templates?limit=5&offset=20&sort=name", NULL);
  g_assert_cmpuint (client_length (client, "templates"), ==, 1);
  refused (client, "GET", "/templates?page=1", NULL, 400);

  ask (client, "POST", "/addTemplate", start);
  g_assert_cmpstr (client->text, ==, "{}");
  ask (client, "POST", "/addTemplate", code);
  g_assert_cmpstr (client->text, ==, "{}");
  ask (client, "POST", "/addTemplate", start);
  g_assert_cmpuint (client->status, ==, 400);
  g_assert_cmpint (client_number (client, "error.code"), ==, 100);

  ask (client, "GET", "/templates?offset=21", NULL);
  g_assert_cmpstr (client_text (client, "templates[0].status"), ==, "pending");
  not_sent (client, "/sendTemplate", message, 200);
  wa_sandbox_advance (client->sandbox, 10);
  ask (client, "GET", "/templates?offset=21", NULL);
  g_assert_cmpstr (client_text (client, "templates[0].status"), ==, "approved");
  sent (client, "/sendTemplate", message);
  sent (client, "/sendTemplate", TEMPLATE ("code", "en") ",\"params\":[" BODY ("1234") ","
        BUTTON ("url", "0", "\"type\":\"text\",\"text\":\"1234\"") "]}");

  ask (client, "POST", "/removeTemplate", "{\"name\":\"start\"}");
  g_assert_cmpstr (client->text, ==, "{\"result\":\"success\"}");
  ask (client, "POST", "/removeTemplate", "{\"name\":\"start\"}");
  g_assert_cmpstr (client_text (client, "result"), !=, "success");
  ask (client, "GET", "/templates", NULL);
  g_assert_cmpint (client_number (client, "total"), ==, 22);
}

#define ADD(rest) "{\"name\":\"t\",\"category\":\"UTILITY\",\"language\":\"en\"" rest
#define TEXT_BODY ",\"components\":[{\"type\":\"BODY\",\"text\":\"Hi\"}"

static void
test_template_rules (Client        *client,
                     gconstpointer  data)
{
  static const char *const bodies[] = {
    ADD ("}"),
    ADD (",\"components\":[]}"),
    ADD (",\"components\":[{\"type\":\"FOOTER\",\"text\":\"F\"}]}"),
    ADD (TEXT_BODY ",{\"type\":\"BODY\",\"text\":\"Hi\"}]}"),
    ADD (TEXT_BODY "],\"allow_category_change\":true}"),
    ADD (TEXT_BODY ",{\"type\":\"FOOTER\",\"text\":\"Hi {{1}} there\"}]}"),
    ADD (TEXT_BODY ",{\"type\":\"HEADER\",\"format\":\"IMAGE\"}]}"),
    ADD (TEXT_BODY ",{\"type\":\"HEADER\",\"format\":\"LOCATION\"}]}"),
    ADD (TEXT_BODY ",{\"type\":\"BUTTONS\",\"buttons\":[{\"type\":\"FLOW\",\"text\":\"A\"}]}]}"),
    ADD (TEXT_BODY ",{\"type\":\"BUTTONS\",\"buttons\":[{\"type\":\"QUICK_REPLY\",\"text\":\"A\"},"
         "{\"type\":\"COPY_CODE\",\"example\":\"C\"},{\"type\":\"QUICK_REPLY\",\"text\":\"B\"}]}]}"),
    ADD (TEXT_BODY ",{\"type\":\"BUTTONS\",\"buttons\":[{\"type\":\"URL\",\"text\":\"A\","
         "\"url\":\"https://a.example/{{1}}\"}]}]}"),
    ADD (",\"components\":[{\"type\":\"BODY\",\"text\":\"Hi {{1}} there\"}]}"),
    ADD (",\"components\":[{\"type\":\"BODY\",\"text\":\"Hi {{2}} there\","
         "\"example\":{\"body_text\":[[\"a\"]]}}]}"),
    ADD (",\"components\":[{\"type\":\"BODY\",\"text\":\"Hi {{1}}\",\"example\":{\"body_text\":[[\"a\"]]}}"
         "]}"),
    ADD (TEXT_BODY ",{\"type\":\"CAROUSEL\",\"cards\":[{\"components\":[{\"type\":\"BODY\","
         "\"text\":\"Hi\"}]}]}]}"),
    "{\"name\":\"t\",\"category\":\"OTP\",\"language\":\"en\"" TEXT_BODY "]}",
    "{\"name\":\"t\",\"category\":\"UTILITY\",\"language\":\"xx\"" TEXT_BODY "]}",
    "{\"name\":\"T\",\"category\":\"UTILITY\",\"language\":\"en\"" TEXT_BODY "]}",
    "{\"name\":\"t\",\"category\":\"UTILITY\",\"language\":{\"code\":\"en\"}" TEXT_BODY "]}",
    "{\"name\":\"t\",\"category\":\"AUTHENTICATION\",\"language\":\"en\"" TEXT_BODY "]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    refused (client, "POST", "/addTemplate", bodies[i], 400);

  ask (client, "GET", "/templates", NULL);
  g_assert_cmpint (client_number (client, "total"), ==, 21);
}

static void
test_template_messages (Client        *client,
                        gconstpointer  data)
{
  g_autofree char *offer = NULL;
  g_autofree char *video = NULL;

  sent (client, "/sendTemplate", TEMPLATE ("market_bros", "en") ",\"params\":[" HEADER_IMAGE "]}");
  sent (client, "/sendTemplate", TEMPLATE ("birthday_coupon", "pt_BR") ",\"params\":[" BODY ("Bia") ","
        BUTTON ("copy_code", "0", "\"type\":\"coupon_code\",\"coupon_code\":\"X\"") "]}");
  sent (client, "/sendTemplate", TEMPLATE ("appointment_named", "de") ",\"params\":[{\"type\":\"body\","
        "\"parameters\":[{\"type\":\"text\",\"parameter_name\":\"name\",\"text\":\"A\"},"
        "{\"type\":\"text\",\"parameter_name\":\"time\",\"text\":\"14:30\"},"
        "{\"type\":\"text\",\"parameter_name\":\"day\",\"text\":\"Montag\"}]},"
        BUTTON ("quick_reply", "1", "\"type\":\"payload\",\"payload\":\"LATER\"") "]}");
  ask (client, "GET", "/messages?last=true&limit=1", NULL);
  g_assert_cmpstr (client_text (client, "messages[0].body"), ==,
                   "Guten Tag A, wir erwarten Sie am Montag um 14:30 Uhr.");
  g_assert_cmpstr (client_text (client, "messages[0].type"), ==, "chat");

  sent (client, "/sendTemplate", TEMPLATE ("shoe_carousel", "en") ",\"params\":[" BODY ("John") ","
        "{\"type\":\"CAROUSEL\",\"cards\":["
        "{\"card_index\":0,\"components\":[" HEADER_IMAGE "," BODY ("10%") ","
        BUTTON ("url", "0", "\"type\":\"text\",\"text\":\"runner\"") "]},"
        "{\"card_index\":1,\"components\":[" HEADER_IMAGE "," BODY ("15%") ","
        BUTTON ("url", "0", "\"type\":\"text\",\"text\":\"trail\"") "]}]}]}");

  offer = g_strdup_printf (TEMPLATE ("summer_lto", "en") ",\"params\":[" HEADER_IMAGE ",{\"type\":\"body\","
                           "\"parameters\":[{\"type\":\"text\",\"text\":\"A\"},{\"type\":\"text\","
                           "\"text\":\"half\"}]},{\"type\":\"limited_time_offer\",\"parameters\":[{"
                           "\"type\":\"limited_time_offer\",\"limited_time_offer\":{"
                           "\"expiration_time_ms\":%" G_GINT64_FORMAT "}}]},"
                           BUTTON ("copy_code", "0", "\"type\":\"coupon_code\",\"coupon_code\":\"X\"") ","
                           BUTTON ("url", "1", "\"type\":\"text\",\"text\":\"x\"") "]}",
                           g_get_real_time () / G_TIME_SPAN_MILLISECOND + 3600 * 1000);
  sent (client, "/sendTemplate", offer);

  ask (client, "POST", "/uploadMedia", "{\"body\":\"data:video/mp4;base64,QUJD\"}");
  video = g_strdup_printf (TEMPLATE ("video_template", "en") ",\"params\":[{\"type\":\"header\","
                           "\"parameters\":[{\"type\":\"video\",\"video\":{\"id\":\"%s\"}}]}]}",
                           client_text (client, "mediaId"));
  sent (client, "/sendTemplate", video);
}

static void
test_template_refusals (Client        *client,
                        gconstpointer  data)
{
  ask (client, "POST", "/sendTemplate", TEMPLATE ("no_such_template", "en") "}");
  g_assert_cmpstr (client->text, ==, "{\"error\":{\"message\":\"template is not defined\"}}");
  ask (client, "POST", "/sendTemplate", TEMPLATE ("alpha_city", "de") "}");
  g_assert_cmpstr (client_text (client, "error.message"), ==, "template is not defined");
  ask (client, "POST", "/sendTemplate", "{" PHONE ",\"namespace\":\"other\",\"template\":\"alpha_city\","
       "\"language\":{\"policy\":\"deterministic\",\"code\":\"en\"}}");
  g_assert_cmpstr (client_text (client, "error.message"), ==, "template is not defined");

  not_sent (client, "/sendTemplate", TEMPLATE ("win_a_prize", "en") "}", 200);
  not_sent (client, "/sendTemplate", TEMPLATE ("demo_text", "en") "}", 200);
  not_sent (client, "/sendTemplate", TEMPLATE ("demo_text", "en") ",\"params\":[]}", 400);
  not_sent (client, "/sendTemplate", TEMPLATE ("demo_text", "en") ",\"params\":[" BODY ("a\\nb") "]}", 200);
  not_sent (client, "/sendTemplate", TEMPLATE ("demo_text", "en") ",\"params\":[" BODY ("a") ","
            BODY ("b") "]}", 200);
  not_sent (client, "/sendTemplate", TEMPLATE ("alpha_city", "en") ",\"params\":[" BODY ("a") "]}", 200);
  not_sent (client, "/sendTemplate", TEMPLATE ("alpha_city", "en") ",\"params\":[{\"type\":\"footer\","
            "\"parameters\":[{\"type\":\"text\",\"text\":\"a\"}]}]}", 400);
  not_sent (client, "/sendTemplate", TEMPLATE ("alpha_city", "en") ",\"quotedMsgId\":\"x\"}", 400);
  not_sent (client, "/sendTemplate", TEMPLATE ("market_bros", "en") "}", 200);
  not_sent (client, "/sendTemplate", TEMPLATE ("video_template", "en") ",\"params\":[" HEADER_IMAGE "]}",
            200);
  not_sent (client, "/sendTemplate", TEMPLATE ("video_template", "en") ",\"params\":[{\"type\":\"header\","
            "\"parameters\":[{\"type\":\"video\",\"video\":{\"id\":\"unknown\"}}]}]}", 200);
  not_sent (client, "/sendTemplate", TEMPLATE ("appointment_named", "de") ",\"params\":[" BODY ("A") "]}",
            200);
  not_sent (client, "/sendTemplate", TEMPLATE ("birthday_coupon", "pt_BR") ",\"params\":[" BODY ("A") "]}",
            200);
  not_sent (client, "/sendTemplate", "{" PHONE ",\"template\":\"alpha_city\","
            "\"language\":{\"policy\":\"deterministic\",\"code\":\"en\"}}", 400);
  not_sent (client, "/sendTemplate", "{" PHONE ",\"namespace\":\"\",\"template\":\"alpha_city\","
            "\"language\":\"en\"}", 400);
}

static void
add_approved (Client     *client,
              const char *name,
              const char *language,
              const char *components)
{
  g_autofree char *body = g_strdup_printf ("{\"name\":\"%s\",\"category\":\"MARKETING\",\"language\":\"%s\","
                                           "\"components\":[%s]}", name, language, components);

  ask (client, "POST", "/addTemplate", body);
  g_assert_cmpuint (client->status, ==, 200);
}

#define BODY_PART \
  "{\"type\":\"BODY\",\"text\":\"Hello {{1}}!\",\"example\":{\"body_text\":[[\"Sam\"]]}}"

static void
check_replayed (Client     *client,
                const char *name)
{
  gboolean sends = g_str_has_prefix (name, "send-");

  g_test_message ("%s", name);
  g_assert_true (!sends || strstr (client->text, "\"sent\":true"));
  g_assert_null (strstr (client->text, "error"));
}

/* The published requests work, once the templates and products they name exist. */
static void
test_replay (Client        *client,
             gconstpointer  data)
{
  g_autofree char *incoming = NULL;
  const char *replacements[] = {
    "407921857496983", "123456789012345", "product-1", "SKU-TSHIRT-001", "\"001\"", "\"SKU-CAP-001\"",
    "\"SKU-1\"", "\"SKU-TSHIRT-001\"", "\"SKU-2\"", "\"SKU-CAP-001\"",
    "0XzkmGNn4prUAQlzsHApGNRXQ0U", NULL, NULL
  };

  add_approved (client, "template_name", "en", "{\"type\":\"HEADER\",\"format\":\"IMAGE\",\"example\":{"
                "\"header_handle\":[\"https://example.com/a.jpg\"]}}," BODY_PART);
  add_approved (client, "catalog", "en_US", BODY_PART ",{\"type\":\"BUTTONS\",\"buttons\":["
                "{\"type\":\"CATALOG\",\"text\":\"View\"}]}");
  add_approved (client, "order_update", "en", BODY_PART ",{\"type\":\"BUTTONS\","
                "\"buttons\":[{\"type\":\"URL\",\"text\":\"Track\",\"url\":\"https://a.example/{{1}}\","
                "\"example\":[\"https://a.example/1\"]},"
                "{\"type\":\"QUICK_REPLY\",\"text\":\"Stop\"}]}");
  add_approved (client, "start", "en", "{\"type\":\"BODY\",\"text\":\"Hello\"}");
  wa_sandbox_advance (client->sandbox, 10);

  ask (client, "GET", "/messages?limit=1", NULL);
  incoming = g_strdup (client_text (client, "messages[0].id"));
  replacements[11] = incoming;
  client_replay (client, "onemsg.json", replacements, ask, check_replayed);
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

  add ("/sandbox-onemsg/key", test_key);
  add ("/sandbox-onemsg/routes", test_routes);
  add ("/sandbox-onemsg/faults", test_faults);
  add ("/sandbox-onemsg/profile", test_profile);
  add ("/sandbox-onemsg/settings", test_settings);
  add ("/sandbox-onemsg/commerce-and-statistics", test_commerce_and_statistics);
  add ("/sandbox-onemsg/messages", test_messages);
  add ("/sandbox-onemsg/message-refusals", test_message_refusals);
  add ("/sandbox-onemsg/files", test_files);
  add ("/sandbox-onemsg/status", test_status);
  add ("/sandbox-onemsg/history", test_history);
  add ("/sandbox-onemsg/templates", test_templates);
  add ("/sandbox-onemsg/template-rules", test_template_rules);
  add ("/sandbox-onemsg/template-messages", test_template_messages);
  add ("/sandbox-onemsg/template-refusals", test_template_refusals);
  add ("/sandbox-onemsg/replay", test_replay);

  return g_test_run ();
}
