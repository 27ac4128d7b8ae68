/* test-sandbox-pabbly.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox/sandbox-client.h"

static void
setup (Client        *client,
       gconstpointer  data)
{
  client_init (client, "pabbly");
}

static void
teardown (Client        *client,
          gconstpointer  data)
{
  client_clear (client);
}

static void
refused (Client     *client,
         const char *method,
         const char *path,
         const char *body,
         guint       status)
{
  client_ask (client, method, path, body);
  g_assert_cmpuint (client->status, ==, status);
  g_assert_true (g_str_has_prefix (client->text, "{\"success\":false,\"error\":\""));
}

static void
accepted (Client     *client,
          const char *body)
{
  guint before = wa_sandbox_count_messages (client->sandbox, NULL);

  client_ask (client, "POST", "/messages", body);
  if (client->status != 200)
    g_test_message ("%s: %s", body, client->text);
  g_assert_cmpuint (client->status, ==, 200);
  g_assert_cmpuint (wa_sandbox_count_messages (client->sandbox, NULL), ==, before + 1);
  g_assert_true (g_str_has_prefix (client_text (client, "data.metaResponse.messages[0].id"), "wamid."));
  g_assert_cmpint (client_number (client, "data.metaResponse.status"), ==, 200);
}

static void
not_sent (Client     *client,
          const char *body)
{
  refused (client, "POST", "/messages", body, 400);
  g_assert_cmpuint (wa_sandbox_count_messages (client->sandbox, NULL), ==, 0);
}

static void
test_key (Client        *client,
          gconstpointer  data)
{
  g_autofree char *url = g_strconcat (wa_sandbox_get_base_url (client->sandbox), "/settings/tags", NULL);
  g_autofree char *basic = g_strconcat ("bearer ", wa_sandbox_get_key (client->sandbox), NULL);
  g_autofree char *in_query = g_strconcat (url, "?token=", wa_sandbox_get_key (client->sandbox), NULL);

  g_assert_true (g_str_has_suffix (wa_sandbox_get_base_url (client->sandbox), "/api/v1"));
  client_ask_as (client, "GET", url, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (client->status, ==, 401);
  g_assert_cmpstr (client->text, ==, "{\"success\":false,\"error\":\"Unauthorized\"}");
  client_ask_as (client, "GET", url, "Authorization", "Bearer wrong", NULL, NULL);
  g_assert_cmpuint (client->status, ==, 401);
  client_ask_as (client, "GET", url, "Authorization", basic, NULL, NULL);
  g_assert_cmpuint (client->status, ==, 401);
  client_ask_as (client, "GET", in_query, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (client->status, ==, 401);
}

static void
test_routes (Client        *client,
             gconstpointer  data)
{
  refused (client, "GET", "/messages", NULL, 405);
  refused (client, "DELETE", "/contacts/x", NULL, 405);
  refused (client, "GET", "/nothing", NULL, 404);
  refused (client, "GET", "/contacts/69d5f9e61a8e351bffffffff", NULL, 404);
  refused (client, "GET", "/templates/no_such_template", NULL, 404);
  refused (client, "GET", "/contacts?skip=25", NULL, 400);
  refused (client, "GET", "/contacts?page=0", NULL, 400);
  refused (client, "GET", "/templates/alpha_city?id=1", NULL, 400);
  refused (client, "GET", "/media", NULL, 400);

  client_ask (client, "GET", "/contacts/", NULL);
  g_assert_cmpuint (client->status, ==, 200);
}

static void
test_contact_pages (Client        *client,
                    gconstpointer  data)
{
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint page = 1; page <= 20; page++)
    {
      g_autofree char *path = g_strdup_printf ("/contacts?limit=50&page=%u", page);
      WaJson next;

      client_ask (client, "GET", path, NULL);
      g_assert_cmpint (client_number (client, "data.totalCount"), ==, 480);
      g_assert_cmpint (client_number (client, "data.currentPage"), ==, page);
      g_assert_cmpint (client_number (client, "data.count"), ==, client_length (client, "data.contacts"));
      g_assert_cmpint (client_number (client, "data.remainingCount"), ==, page < 20 ? 480 - 25 * page : 0);

      next = wa_json_find (&client->json, "data.next");
      g_assert_true (wa_json_is (&next, page < 20 ? WA_JSON_TEXT : WA_JSON_NULL));

      for (guint i = 0; i < client_length (client, "data.contacts"); i++)
        {
          g_autofree char *place = g_strdup_printf ("data.contacts[%u]._id", i);

          g_assert_true (g_hash_table_add (ids, g_strdup (client_text (client, place))));
        }
    }

  g_assert_cmpuint (g_hash_table_size (ids), ==, 480);
  client_ask (client, "GET", "/contacts?page=21", NULL);
  g_assert_cmpuint (client_length (client, "data.contacts"), ==, 0);
  client_ask (client, "GET", "/contacts?limit=3", NULL);
  g_assert_cmpuint (client_length (client, "data.contacts"), ==, 3);
}

static void
test_contact_filters (Client        *client,
                      gconstpointer  data)
{
  gint64 opted_in;

  client_ask (client, "GET", "/contacts?optin=true&limit=1", NULL);
  opted_in = client_number (client, "data.totalCount");
  client_ask (client, "GET", "/contacts?optin=false&limit=1", NULL);
  g_assert_cmpint (opted_in, >, 0);
  g_assert_cmpint (client_number (client, "data.totalCount"), ==, 480 - opted_in);

  client_ask (client, "GET", "/contacts?attributes%5B0%5D%5Bname%5D=plan&attributes%5B0%5D%5Bvalue%5D=Gold",
              NULL);
  g_assert_cmpint (client_number (client, "data.totalCount"), >, 0);
  g_assert_cmpint (client_number (client, "data.totalCount"), <, 480);

  client_ask (client, "GET", "/contacts?name=m%C3%BCller&limit=1", NULL);
  g_assert_cmpint (client_number (client, "data.totalCount"), >, 0);
  g_assert_nonnull (g_strstr_len (client_text (client, "data.contacts[0].name"), -1, "Müller"));

  refused (client, "GET", "/contacts?optin=yes", NULL, 400);
  refused (client, "GET", "/contacts?order=up", NULL, 400);
}

static void
test_contact_round_trip (Client        *client,
                         gconstpointer  data)
{
  g_autofree char *path = NULL;

  client_ask (client, "POST", "/contacts?onDuplicate=skip",
              "[{\"mobile\":\"917697812345\",\"name\":\"Alex cron\",\"optin\":true,"
              "\"tags\":[\"indian\",\"engineer\"],"
              "\"attributes\":[{\"name\":\"city\",\"value\":\"bhopal\"}]},{\"mobile\":\"12\"}]");
  g_assert_cmpuint (client->status, ==, 200);
  g_assert_cmpuint (client_length (client, "data.createdContacts"), ==, 1);
  g_assert_cmpint (client_number (client, "data.failedCount"), ==, 1);
  g_assert_cmpstr (client_text (client, "data.failedContacts[0].mobile"), ==, "12");
  g_assert_null (client_text (client, "data.createdContacts[0]._id"));

  client_ask (client, "GET", "/contacts?mobile=917697812345", NULL);
  g_assert_cmpint (client_number (client, "data.totalCount"), ==, 1);
  g_assert_cmpstr (client_text (client, "data.contacts[0].name"), ==, "Alex cron");
  g_assert_cmpstr (client_text (client, "data.contacts[0].countryCode"), ==, "91");
  g_assert_cmpstr (client_text (client, "data.contacts[0].attributes[0].value"), ==, "bhopal");
  path = g_strdup_printf ("/contacts/%s", client_text (client, "data.contacts[0]._id"));

  client_ask (client, "PUT", path, "{\"name\":\"Alex\",\"tagsToAdd\":[\"vip\"],\"tagsToRemove\":[\"indian\"],"
              "\"attributes\":[{\"name\":\"city\",\"value\":\"\"}]}");
  g_assert_cmpuint (client->status, ==, 200);
  g_assert_cmpstr (client_text (client, "data.name"), ==, "Alex");

  client_ask (client, "GET", path, NULL);
  g_assert_cmpstr (client_text (client, "data.name"), ==, "Alex");
  g_assert_cmpuint (client_length (client, "data.tags"), ==, 2);
  g_assert_cmpstr (client_text (client, "data.tags[1]"), ==, "vip");
  g_assert_cmpuint (client_length (client, "data.attributes"), ==, 0);

  client_ask (client, "PUT", path, "{\"tags\":[]}");
  client_ask (client, "GET", path, NULL);
  g_assert_cmpuint (client_length (client, "data.tags"), ==, 0);

  client_ask (client, "POST", "/contacts", "[{\"mobile\":\"917697812345\",\"name\":\"Other\"}]");
  client_ask (client, "GET", path, NULL);
  g_assert_cmpstr (client_text (client, "data.name"), ==, "Alex");
  client_ask (client, "POST", "/contacts?onDuplicate=overwrite",
              "[{\"mobile\":\"917697812345\",\"name\":\"Other\"}]");
  client_ask (client, "GET", path, NULL);
  g_assert_cmpstr (client_text (client, "data.name"), ==, "Other");
}

static void
test_contact_refusals (Client        *client,
                       gconstpointer  data)
{
  g_autofree char *path = NULL;

  refused (client, "POST", "/contacts", "{\"mobile\":\"917697812345\"}", 400);
  refused (client, "POST", "/contacts", "[]", 400);
  refused (client, "POST", "/contacts", "[{\"mobile\":917697812345}]", 400);
  refused (client, "POST", "/contacts", "[{\"mobile\":\"917697812345\",\"optin\":\"true\"}]", 400);
  refused (client, "POST", "/contacts", "[{\"mobile\":\"917697812345\",\"onDuplicate\":\"skip\"}]", 400);
  refused (client, "POST", "/contacts?onDuplicate=error", "[{\"mobile\":\"917697812345\"}]", 400);

  client_ask (client, "POST", "/contacts", "[{\"mobile\":\"917697812345\",\"tags\":[\"no such tag\"]}]");
  g_assert_cmpuint (client->status, ==, 200);
  g_assert_cmpstr (client_text (client, "status"), ==, "error");
  g_assert_cmpint (client_number (client, "data.failedCount"), ==, 1);

  client_ask (client, "GET", "/contacts?limit=1", NULL);
  path = g_strdup_printf ("/contacts/%s", client_text (client, "data.contacts[0]._id"));
  refused (client, "PUT", path, "{}", 400);
  refused (client, "PUT", path, "{\"tags\":[\"vip\"],\"tagsToAdd\":[\"lead\"]}", 400);
  refused (client, "PUT", path, "{\"tags\":[\"no such tag\"]}", 400);
  refused (client, "PUT", path, "{\"tagsToAdd\":\"vip\"}", 400);
  refused (client, "PUT", path, "{\"list\":[\"sups\"]}", 400);
  refused (client, "PUT", path, "{\"attributes\":[{\"name\":\"shoe size\",\"value\":\"44\"}]}", 400);
  refused (client, "PUT", path, "not JSON", 400);
}

static void
test_templates (Client        *client,
                gconstpointer  data)
{
  client_ask (client, "GET", "/templates", NULL);
  g_assert_cmpuint (client_length (client, "data.templates"), ==, 10);
  g_assert_cmpint (client_number (client, "data.pagination.totalTemplates"), ==, 21);
  g_assert_cmpint (client_number (client, "data.pagination.totalPages"), ==, 3);

  client_ask (client, "GET", "/templates?page=3&limit=10", NULL);
  g_assert_cmpuint (client_length (client, "data.templates"), ==, 1);

  client_ask (client, "GET", "/templates?all=true", NULL);
  g_assert_cmpuint (client_length (client, "data.templates"), ==, 21);
  g_assert_cmpuint (client_length (client, "data.pagination"), ==, 0);

  client_ask (client, "GET", "/templates/interactive_marketing", NULL);
  g_assert_cmpstr (client_text (client, "data.template._id"), ==, "67a3182524676e664e58f8be");
  g_assert_cmpuint (client_length (client, "data.customFields.headerParams"), ==, 1);
  g_assert_cmpuint (client_length (client, "data.customFields.bodyParams"), ==, 4);
  g_assert_cmpuint (client_length (client, "data.customFields.copyCodeParam"), ==, 0);
  g_assert_cmpstr (client_text (client, "data.customFields.bodyParams[0].key"), ==, "{{1}}");
  g_assert_cmpstr (client_text (client, "data.customFields.bodyParams[0].helpText"), ==,
                   "Enter the Body Parameter {{1}} e.g. doing well");

  client_ask (client, "GET", "/templates/67a3182524676e664e58f8be?by=id", NULL);
  g_assert_cmpstr (client_text (client, "data.template.name"), ==, "interactive_marketing");
  refused (client, "GET", "/templates/67a3182524676e664e58f8be", NULL, 404);
}

static void
test_messages (Client        *client,
               gconstpointer  data)
{
  accepted (client,
            "{\"to\":919812345678,\"type\":\"text\",\"message\":\"Hi\",\"contact\":{\"name\":\"New one\"}}");
  g_assert_cmpstr (client_text (client, "data.to"), ==, "919812345678");
  g_assert_cmpuint (wa_sandbox_count_messages (client->sandbox, "919812345678"), ==, 1);
  client_ask (client, "GET", "/contacts?mobile=919812345678", NULL);
  g_assert_cmpstr (client_text (client, "data.contacts[0].name"), ==, "New one");

  accepted (client,
            "{\"to\":919812345678,\"type\":\"image\",\"link\":\"https://example.com/a.jpg\","
            "\"caption\":\"A\"}");
  accepted (client, "{\"to\":919812345678,\"type\":\"audio\",\"link\":\"https://example.com/a.mp3\"}");
  accepted (client, "{\"to\":919812345678,\"type\":\"video\",\"link\":\"https://example.com/a.mp4\"}");
  accepted (client, "{\"to\":919812345678,\"type\":\"document\",\"link\":\"https://example.com/a.pdf\","
            "\"filename\":\"a.pdf\"}");
  accepted (client, "{\"to\":919812345678,\"type\":\"interactive\",\"interactiveType\":\"single_product\","
            "\"bodyText\":\"B\",\"action\":{\"catalogId\":\"123456789012345\","
            "\"productRetailerId\":\"SKU-TSHIRT-001\"}}");
  accepted (client,
            "{\"to\":919812345678,\"type\":\"interactive\",\"interactiveType\":\"product_list\","
            "\"header\":\"H\","
            "\"body\":\"B\",\"action\":{\"catalogId\":\"123456789012345\"},\"sections\":[{\"title\":\"T\","
            "\"products\":[{\"productRetailerId\":\"SKU-CAP-001\"}]}]}");
  accepted (client, "{\"to\":919812345678,\"type\":\"interactive\",\"interactiveType\":\"catalog_message\","
            "\"bodyText\":\"B\"}");
  accepted (client,
            "{\"to\":919812345678,\"type\":\"interactive\",\"interactiveType\":\"list\",\"bodyText\":\"B\","
            "\"buttonText\":\"Choose\",\"sections\":[{\"title\":\"T\",\"rows\":[{\"id\":\"a\","
            "\"title\":\"A\"}]}]}");
  accepted (client,
            "{\"to\":919812345678,\"type\":\"interactive\",\"interactiveType\":\"cta_url\",\"message\":\"M\","
            "\"buttons\":[{\"title\":\"Go\",\"url\":\"https://example.com\"}],"
            "\"header\":{\"type\":\"text\",\"text\":\"H\"}}");
  accepted (client, "{\"to\":919812345678,\"type\":\"interactive\",\"interactiveType\":\"address_message\","
            "\"bodyText\":\"B\",\"isoCountryCode\":\"IN\",\"values\":{\"city\":\"Bhopal\"}}");
  accepted (client,
            "{\"to\":919812345678,\"type\":\"interactive\",\"interactiveType\":\"location_request_message\","
            "\"bodyText\":\"B\"}");
}

static void
test_message_refusals (Client        *client,
                       gconstpointer  data)
{
  not_sent (client, "{\"to\":\"919812345678\",\"type\":\"text\",\"message\":\"Hi\"}");
  not_sent (client, "{\"to\":919812345678.0,\"type\":\"text\",\"message\":\"Hi\"}");
  not_sent (client, "{\"to\":12,\"type\":\"text\",\"message\":\"Hi\"}");
  not_sent (client, "{\"type\":\"text\",\"message\":\"Hi\"}");
  not_sent (client, "{\"to\":919812345678,\"type\":\"text\",\"body\":\"Hi\"}");
  not_sent (client, "{\"to\":919812345678,\"type\":\"text\",\"message\":\"\"}");
  not_sent (client, "{\"to\":919812345678,\"type\":\"text\",\"message\":\"Hi\",\"preview\":true}");
  not_sent (client, "{\"to\":919812345678,\"type\":\"text\",\"message\":\"Hi\",\"contact\":\"{}\"}");
  not_sent (client, "{\"to\":919812345678,\"type\":\"sticker\",\"link\":\"https://example.com/a.webp\"}");
  not_sent (client,
            "{\"to\":919812345678,\"type\":\"audio\",\"link\":\"https://example.com/a.mp3\","
            "\"caption\":\"A\"}");
  not_sent (client, "{\"to\":919812345678,\"type\":\"image\",\"link\":\"/home/me/a.jpg\"}");
  not_sent (client, "{\"to\":919812345678,\"type\":\"interactive\",\"bodyText\":\"B\"}");
  not_sent (client, "{\"to\":919812345678,\"type\":\"interactive\",\"interactiveType\":\"single_product\","
            "\"bodyText\":\"B\",\"action\":{\"catalogId\":\"123456789012345\","
            "\"productRetailerId\":\"SKU-NONE\"}}");
  not_sent (client,
            "{\"to\":919812345678,\"type\":\"interactive\",\"interactiveType\":\"list\",\"bodyText\":\"B\","
            "\"buttonText\":\"Choose\",\"sections\":[{\"title\":\"T\",\"rows\":[]}]}");
  not_sent (client,
            "{\"to\":919812345678,\"type\":\"interactive\",\"interactiveType\":\"list\",\"bodyText\":\"B\","
            "\"buttonText\":\"Choose\",\"sections\":[{\"title\":\"T\",\"rows\":[{\"id\":\"a\","
            "\"title\":\"A\"},"
            "{\"id\":\"a\",\"title\":\"B\"}]}]}");
  not_sent (client,
            "{\"to\":919812345678,\"type\":\"interactive\",\"interactiveType\":\"location_request_message\","
            "\"bodyText\":\"B\",\"isoCountryCode\":\"IN\"}");
  not_sent (client, "[]");
}

#define TEMPLATE(name) "{\"to\":919812345678,\"type\":\"template\",\"templateName\":\"" name "\""

static void
test_template_messages (Client        *client,
                        gconstpointer  data)
{
  g_autofree char *offer = NULL;

  accepted (client, TEMPLATE ("alpha_city") "}");
  g_assert_cmpstr (client_text (client, "data.metaResponse.messages[0].message_status"), ==, "accepted");
  accepted (client, TEMPLATE ("marketing_template") ",\"headerParams\":[\"John\"],\"bodyParams\":[\"Doe\"]}");
  accepted (client, TEMPLATE ("link_docs") ",\"link\":\"https://example.com/a.pdf\",\"filename\":\"a.pdf\","
            "\"bodyParams\":[\"Thanks\"]}");
  accepted (client, TEMPLATE ("login_otp") ",\"copyCodeParam\":\"482913\"}");
  accepted (client, TEMPLATE ("interactive_marketing") ",\"headerParams\":[\"Sir\"],"
            "\"bodyParams\":[\"a\",\"b\",\"c\",\"d\"],\"copyCodeParam\":\"X\"}");
  accepted (client, TEMPLATE ("track_order") ",\"bodyParams\":[\"a\",\"b\"],\"urlVariables\":[\"2041\"]}");
  accepted (client, TEMPLATE ("appointment_named") ",\"bodyParams\":[\"a\",\"b\",\"c\"]}");
  accepted (client, TEMPLATE ("shoe_carousel") ",\"bodyParams\":[\"John\"],"
            "\"carouselBodies\":[{\"text\":\"Runner, now {{1}} off\",\"bodyParams\":{\"{{1}}\":\"10%\"}},"
            "{\"text\":\"Trail, now {{1}} off\",\"bodyParams\":{\"{{1}}\":\"15%\"}}],"
            "\"carouselFileData\":[{\"fileName\":\"a.jpg\",\"fileUrl\":\"https://example.com/a.jpg\","
            "\"fileType\":\"image\"},{\"fileName\":\"b.jpg\",\"fileUrl\":\"https://example.com/b.jpg\","
            "\"fileType\":\"image\"}],\"urlVariables\":[\"runner\",\"trail\"]}");

  offer = g_strdup_printf (TEMPLATE ("summer_lto") ",\"link\":\"https://example.com/a.jpg\","
                           "\"bodyParams\":[\"John\",\"50%%\"],\"copyCodeParam\":\"SUMMER50\","
                           "\"urlVariables\":[\"x\"],\"languageCode\":\"en\","
                           "\"ltoFields\":{\"unixTimestamp\":%" G_GINT64_FORMAT "}}",
                           (g_get_real_time () / G_TIME_SPAN_MILLISECOND) + 3600 * 1000);
  accepted (client, offer);
}

static void
test_template_refusals (Client        *client,
                        gconstpointer  data)
{
  refused (client, "POST", "/messages", TEMPLATE ("no_such_template") "}", 404);
  refused (client, "POST", "/messages", TEMPLATE ("alpha_city") ",\"languageCode\":\"de\"}", 404);
  not_sent (client, TEMPLATE ("win_a_prize") ",\"bodyParams\":[\"a\",\"b\"]}");
  not_sent (client, TEMPLATE ("store_opening") ",\"bodyParams\":[\"a\",\"b\"]}");
  not_sent (client, TEMPLATE ("marketing_template") ",\"headerParams\":[\"John\"]}");
  not_sent (client,
            TEMPLATE ("marketing_template") ",\"headerParams\":[\"a\"],\"bodyParams\":[\"a\",\"b\"]}");
  not_sent (client, TEMPLATE ("marketing_template") ",\"headerParams\":[\"a\"],\"bodyParams\":\"b\"}");
  not_sent (client, TEMPLATE ("marketing_template") ",\"headerParams\":[\"a\"],\"bodyParams\":[1]}");
  not_sent (client, TEMPLATE ("marketing_template") ",\"headerParams\":[\"a\"],\"bodyParams\":[\"a\\nb\"]}");
  not_sent (client, TEMPLATE ("alpha_city") ",\"copyCodeParam\":\"X\"}");
  not_sent (client, TEMPLATE ("market_bros") "}");
  not_sent (client,
            TEMPLATE ("market_bros") ",\"link\":\"https://example.com/a.jpg\",\"filename\":\"a.jpg\"}");
  not_sent (client, TEMPLATE ("login_otp") "}");
  not_sent (client, TEMPLATE ("track_order") ",\"bodyParams\":[\"a\",\"b\"]}");
  not_sent (client,
            TEMPLATE ("summer_lto") ",\"link\":\"https://example.com/a.jpg\",\"bodyParams\":[\"a\",\"b\"],"
            "\"copyCodeParam\":\"X\",\"urlVariables\":[\"x\"],\"ltoFields\":{\"unixTimestamp\":1798761599}}");
}

static void
test_broadcasts (Client        *client,
                 gconstpointer  data)
{
  guint sent;

  client_ask (client, "POST", "/broadcasts",
              "{\"name\":\"b\",\"broadcastType\":\"broadcast\",\"messageType\":\"regular\","
              "\"status\":\"instant\","
              "\"contactList\":[\"sups\"],\"regularMessageType\":\"text\",\"message\":\"Hi\"}");
  g_assert_cmpuint (client->status, ==, 200);
  g_assert_cmpstr (client_text (client, "data.status"), ==, "live");
  g_assert_cmpstr (client_text (client, "data.regularMessage.message"), ==, "Hi");
  g_assert_nonnull (client_text (client, "data.startedAt"));
  sent = wa_sandbox_count_messages (client->sandbox, NULL);
  g_assert_cmpuint (sent, >, 0);
  g_assert_cmpuint (sent, <, 480);

  client_ask (client, "POST", "/broadcasts",
              "{\"name\":\"b\",\"broadcastType\":\"broadcast\",\"messageType\":\"template\","
              "\"status\":\"scheduled\","
              "\"scheduleAt\":\"2199-01-01T00:00:00.000Z\",\"contactList\":[\"partners\",\"unassigned\"],"
              "\"templateName\":\"birthday_coupon\",\"bodyParams\":[\"Bia\"],\"copyCodeParam\":\"X\"}");
  g_assert_cmpuint (client->status, ==, 200);
  g_assert_cmpstr (client_text (client, "data.status"), ==, "scheduled");
  g_assert_cmpuint (wa_sandbox_count_messages (client->sandbox, NULL), ==, sent);

  refused (client, "POST", "/broadcasts",
           "{\"name\":\"b\",\"broadcastType\":\"broadcast\",\"messageType\":\"regular\","
           "\"status\":\"instant\",\"contactList\":[\"all\"],\"regularMessageType\":\"text\","
           "\"message\":\"Hi\"}", 400);
  refused (client, "POST", "/broadcasts",
           "{\"name\":\"b\",\"broadcastType\":\"broadcast\",\"messageType\":\"regular\","
           "\"status\":\"scheduled\",\"contactList\":[\"sups\"],\"regularMessageType\":\"text\","
           "\"message\":\"Hi\"}", 400);
}

static void
test_campaigns (Client        *client,
                gconstpointer  data)
{
  static const char send[] = "{\"templateName\":\"summer_time\",\"campaignName\":\"c\","
                             "\"destination\":\"919812345678\","
                             "\"userName\":\"John\",\"headerParams\":[\"Hi\"],"
                             "\"bodyParams\":[\"Summer\",\"25%\"],"
                             "\"source\":\"api\",\"defaultContactFieldValues\":{\"Country\":\"India\"}}";

  refused (client, "POST", "/broadcasts/send", send, 404);
  client_ask (client, "POST", "/broadcasts",
              "{\"name\":\"c\",\"broadcastType\":\"api\",\"templateName\":\"summer_time\"}");
  g_assert_cmpuint (client->status, ==, 200);
  g_assert_cmpstr (client_text (client, "data.bodyParams[1]"), ==, "25%");

  client_ask (client, "POST", "/broadcasts/send", send);
  g_assert_cmpuint (client->status, ==, 200);
  g_assert_cmpstr (client_text (client, "success"), ==, "true");
  g_assert_cmpint (client_number (client, "data.code"), ==, 200);
  g_assert_nonnull (client_text (client, "data.messages[0].id"));
  g_assert_cmpuint (wa_sandbox_count_messages (client->sandbox, "919812345678"), ==, 1);
}

static void
test_shop_and_media (Client        *client,
                     gconstpointer  data)
{
  g_autofree char *url = NULL;

  client_ask (client, "GET", "/catalogs?page=1&limit=25", NULL);
  g_assert_cmpuint (client_length (client, "data.catalogs"), ==, 3);
  g_assert_cmpstr (client_text (client, "data.selectedCatalogId"), ==, "123456789012345");
  client_ask (client, "GET", "/catalogs/123456789012345/products", NULL);
  g_assert_cmpuint (client_length (client, "data.products"), ==, 20);
  g_assert_cmpint (client_number (client, "data.pagination.totalResults"), ==, 26);
  client_ask (client, "GET", "/catalogs/123456789012345/products?search=t-shirt&page=1", NULL);
  g_assert_cmpuint (client_length (client, "data.products"), ==, 6);
  refused (client, "GET", "/catalogs/1/products", NULL, 404);

  client_ask (client, "GET", "/media?id=1279244293838655", NULL);
  g_assert_cmpstr (client_text (client, "data.mimeType"), ==, "image/png");
  url = g_strdup (client_text (client, "data.mediaUrl"));
  client_ask_as (client, "GET", url, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (client->status, ==, 200);
  refused (client, "GET", "/media?id=1", NULL, 404);

  client_ask (client, "GET", "/contacts/lists", NULL);
  g_assert_cmpint (client_number (client, "data.total"), ==, client_length (client, "data.lists"));
  client_ask (client, "GET", "/settings/tags", NULL);
  g_assert_cmpint (client_number (client, "data.total"), ==, client_length (client, "data.tags"));
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

  add ("/sandbox-pabbly/key", test_key);
  add ("/sandbox-pabbly/routes", test_routes);
  add ("/sandbox-pabbly/contact-pages", test_contact_pages);
  add ("/sandbox-pabbly/contact-filters", test_contact_filters);
  add ("/sandbox-pabbly/contact-round-trip", test_contact_round_trip);
  add ("/sandbox-pabbly/contact-refusals", test_contact_refusals);
  add ("/sandbox-pabbly/templates", test_templates);
  add ("/sandbox-pabbly/messages", test_messages);
  add ("/sandbox-pabbly/message-refusals", test_message_refusals);
  add ("/sandbox-pabbly/template-messages", test_template_messages);
  add ("/sandbox-pabbly/template-refusals", test_template_refusals);
  add ("/sandbox-pabbly/broadcasts", test_broadcasts);
  add ("/sandbox-pabbly/campaigns", test_campaigns);
  add ("/sandbox-pabbly/shop-and-media", test_shop_and_media);

  return g_test_run ();
}
