/* test-sandbox-whatsjet.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "sandbox/sandbox-client.h"

#define VENDOR "7f3c9a52-1d2e-4b7a-9c41-2f8d0e5b6a10"
#define NUMBER "919876543210"
#define PHONE  "\"phone_number\":\"" NUMBER "\""

#define TEXT_PATH        "/contact/send-message"
#define MEDIA_PATH       "/contact/send-media-message"
#define TEMPLATE_PATH    "/contact/send-template-message"
#define CAROUSEL_PATH    "/contact/send-carousel-template-message"
#define INTERACTIVE_PATH "/contact/send-interactive-message"

#define TEMPLATE(name, language) \
  "{" PHONE ",\"template_name\":\"" name "\",\"template_language\":\"" language "\""
#define INTERACTIVE(type) "{" PHONE ",\"interactive_type\":\"" type "\",\"body_text\":\"B\""
#define CARD \
  "{\"media_type\":\"IMAGE\",\"media_url\":\"https://example.com/1.jpg\"," \
  "\"button_type\":[\"QUICK_REPLY\"]}"

static void
setup (Client        *client,
       gconstpointer  data)
{
  client_init (client, "whatsjet");
}

static void
teardown (Client        *client,
          gconstpointer  data)
{
  client_clear (client);
}

static void
ask (Client     *client,
     const char *method,
     const char *path,
     const char *body)
{
  g_autofree char *place = g_strconcat ("/" VENDOR, path, NULL);

  client_ask (client, method, place, body);
}

/* Laravel's way: 422, and a text for the member. */
static void
invalid (Client     *client,
         const char *method,
         const char *path,
         const char *body,
         const char *field)
{
  g_autofree char *place = g_strdup_printf ("errors.%s[0]", field);

  ask (client, method, path, body);
  if (client->status != 422 || !client_text (client, place))
    g_test_message ("%s: %s", body, client->text);
  g_assert_cmpuint (client->status, ==, 422);
  g_assert_cmpstr (client_text (client, "message"), ==, "The given data was invalid.");
  g_assert_nonnull (client_text (client, place));
  g_assert_cmpuint (wa_sandbox_count_messages (client->sandbox, NULL), ==, 0);
}

/* WhatsJet's own way: 200, and no success. */
static void
failed (Client     *client,
        const char *path,
        const char *body,
        const char *text)
{
  ask (client, "POST", path, body);
  g_assert_cmpuint (client->status, ==, 200);
  g_assert_true (g_str_has_prefix (client->text, "{\"result\":\"failed\",\"message\":\""));
  g_assert_true (g_str_has_suffix (client->text, "\"data\":[]}"));
  g_assert_nonnull (strstr (client->text, text));
  g_assert_cmpuint (wa_sandbox_count_messages (client->sandbox, NULL), ==, 0);
}

static void
sent (Client     *client,
      const char *path,
      const char *body)
{
  guint before = wa_sandbox_count_messages (client->sandbox, NULL);

  ask (client, "POST", path, body);
  if (client->status != 200 || !client_text (client, "data.wamid"))
    g_test_message ("%s: %s", body, client->text);
  g_assert_cmpuint (client->status, ==, 200);
  g_assert_cmpstr (client_text (client, "result"), ==, "success");
  g_assert_cmpstr (client_text (client, "data.status"), ==, "accepted");
  g_assert_true (g_str_has_prefix (client_text (client, "data.wamid"), "wamid."));
  g_assert_nonnull (client_text (client, "data.log_uid"));
  g_assert_nonnull (client_text (client, "data.contact_uid"));
  g_assert_cmpuint (wa_sandbox_count_messages (client->sandbox, NULL), ==, before + 1);
}

static void
test_key (Client        *client,
          gconstpointer  data)
{
  g_autofree char *url = g_strconcat (wa_sandbox_get_base_url (client->sandbox), "/" VENDOR "/contact/groups",
                                      NULL);
  g_autofree char *in_query = g_strconcat (url, "?token=", wa_sandbox_get_key (client->sandbox), NULL);
  g_autofree char *outside = g_strconcat (wa_sandbox_get_origin (client->sandbox),
                                          "/" VENDOR "/contact/groups", NULL);
  g_autoptr(GHashTable) settings = wa_sandbox_dup_settings (client->sandbox);

  g_assert_true (g_str_has_suffix (wa_sandbox_get_base_url (client->sandbox), "/api"));
  g_assert_cmpstr (g_hash_table_lookup (settings, "vendor-uid"), ==, VENDOR);

  client_ask_as (client, "GET", url, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (client->status, ==, 401);
  g_assert_cmpstr (client->text, ==, "{\"message\":\"Unauthenticated.\"}");
  client_ask_as (client, "GET", url, "Authorization", "Bearer wrong", NULL, NULL);
  g_assert_cmpuint (client->status, ==, 401);
  client_ask_as (client, "GET", in_query, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (client->status, ==, 401);
  client_ask (client, "GET", "/00000000-0000-0000-0000-000000000000/contact/groups", NULL);
  g_assert_cmpuint (client->status, ==, 404);
  g_assert_cmpstr (client->text, ==, "{\"message\":\"Not Found\"}");
  client_ask_as (client, "GET", outside, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (client->status, ==, 404);
  g_assert_cmpstr (client->type, ==, "text/html");
  ask (client, "GET", TEXT_PATH, NULL);
  g_assert_cmpuint (client->status, ==, 405);
  ask (client, "GET", "/contact/nothing", NULL);
  g_assert_cmpuint (client->status, ==, 404);
  ask (client, "GET", "/contact/groups", NULL);
  g_assert_cmpuint (client->status, ==, 200);
}

static void
test_faults (Client        *client,
             gconstpointer  data)
{
  static const char body[] = "{" PHONE ",\"message_body\":\"Hi\"}";

  wa_sandbox_inject (client->sandbox, WA_SANDBOX_FAULT_RATE_LIMITED, 1, 37, NULL);
  wa_sandbox_inject (client->sandbox, WA_SANDBOX_FAULT_STATUS, 1, 403, NULL);
  wa_sandbox_inject (client->sandbox, WA_SANDBOX_FAULT_STATUS, 1, 500, NULL);
  wa_sandbox_inject (client->sandbox, WA_SANDBOX_FAULT_HTML, 1, 0, NULL);
  wa_sandbox_inject (client->sandbox, WA_SANDBOX_FAULT_EMPTY, 1, 0, "/" VENDOR TEXT_PATH);

  ask (client, "POST", TEXT_PATH, body);
  g_assert_cmpuint (client->status, ==, 429);
  g_assert_cmpstr (client->retry_after, ==, "37");
  g_assert_cmpstr (client->text, ==, "{\"message\":\"Too Many Attempts.\"}");
  ask (client, "POST", TEXT_PATH, body);
  g_assert_cmpuint (client->status, ==, 403);
  g_assert_cmpstr (client->text, ==, "{\"result\":\"failed\",\"message\":\"Invalid or inactive vendor\"}");
  ask (client, "POST", TEXT_PATH, body);
  g_assert_cmpstr (client->text, ==, "{\"message\":\"Server Error\"}");
  ask (client, "POST", TEXT_PATH, body);
  g_assert_cmpstr (client->type, ==, "text/html");
  g_assert_cmpuint (wa_sandbox_count_messages (client->sandbox, NULL), ==, 0);

  ask (client, "POST", TEXT_PATH, body);
  g_assert_cmpuint (client->status, ==, 200);
  g_assert_cmpstr (client->text, ==, "");
  g_assert_cmpuint (wa_sandbox_count_messages (client->sandbox, NUMBER), ==, 1);
}

static void
test_messages (Client        *client,
               gconstpointer  data)
{
  sent (client, TEXT_PATH, "{" PHONE ",\"message_body\":\"Hi\","
        "\"from_phone_number_id\":\"123456789012345\"}");
  g_assert_cmpstr (client_text (client, "data.phone_number"), ==, NUMBER);
  sent (client, MEDIA_PATH, "{" PHONE ",\"media_type\":\"image\",\"media_url\":\"https:"
        "//example.com/a.jpg?a=1&b\","
        "\"caption\":\"C\"}");
  sent (client, MEDIA_PATH, "{" PHONE ",\"media_type\":\"audio\",\"media_url\":\"https:"
        "//example.com/a.ogg\"}");
  sent (client, MEDIA_PATH, "{" PHONE ",\"media_type\":\"document\",\"media_url\":\"https:"
        "//example.com/a.pdf\","
        "\"file_name\":\"A.pdf\"}");
  sent (client, INTERACTIVE_PATH, INTERACTIVE ("button") ",\"buttons\":{\"1\":\"Yes\",\"2\":\"No\"}}");
  sent (client, INTERACTIVE_PATH, INTERACTIVE ("cta_url") ",\"header_type\":\"image\","
        "\"media_link\":\"https://example.com/a.jpg\","
        "\"cta_url\":{\"display_text\":\"Go\",\"url\":\"https://example.com\"}}");
  sent (client, INTERACTIVE_PATH, INTERACTIVE ("list") ",\"header_type\":\"text\",\"header_text\":\"H\","
        "\"list_data\":{\"button_text\":\"Choose\",\"sections\":{\"section_1\":{\"title\":\"T\",\"id\":\"s\","
        "\"rows\":{\"row_1\":{\"id\":\"a\",\"row_id\":\"a\",\"title\":\"A\",\"description\":\"D\"}}}}}}");
}

static void
test_message_refusals (Client        *client,
                       gconstpointer  data)
{
  invalid (client, "POST", TEXT_PATH, "{\"message_body\":\"Hi\"}", "phone_number");
  invalid (client, "POST", TEXT_PATH, "{\"phone_number\":" NUMBER ",\"message_body\":\"Hi\"}",
           "phone_number");
  invalid (client, "POST", TEXT_PATH, "{\"phone_number\":\"+" NUMBER "\",\"message_body\":\"Hi\"}",
           "phone_number");
  invalid (client, "POST", TEXT_PATH, "{" PHONE "}", "message_body");
  invalid (client, "POST", TEXT_PATH, "{" PHONE ",\"message_body\":\"\"}", "message_body");
  invalid (client, "POST", TEXT_PATH, "{" PHONE ",\"message_body\":\"Hi\",\"token\":\"x\"}", "token");
  invalid (client, "POST", TEXT_PATH, "{" PHONE ",\"message_body\":\"Hi\",\"from_phone_number_id\":\"\"}",
           "from_phone_number_id");
  invalid (client, "POST", TEXT_PATH, "{" PHONE ",\"message_body\":\"Hi\",\"contact\":{"
           "\"phone_number\":\"" NUMBER "\"}}", "phone_number");
  invalid (client, "POST", TEXT_PATH, "{" PHONE ",\"message_body\":\"Hi\",\"contact\":\"{}\"}", "contact");
  invalid (client, "POST", TEXT_PATH, "{" PHONE ",\"message_body\":\"Hi\",\"contact\":{\"groups\":\"a, b\"}}",
           "groups");
  invalid (client, "POST", TEXT_PATH, "{ // comment\n" PHONE ",\"message_body\":\"Hi\"}", "request");
  invalid (client, "POST", MEDIA_PATH, "{" PHONE ",\"media_type\":\"sticker\","
           "\"media_url\":\"https://example.com/a\"}", "media_type");
  invalid (client, "POST", MEDIA_PATH, "{" PHONE ",\"media_type\":\"document\",\"caption\":\"C\","
           "\"media_url\":\"https://example.com/a.pdf\",\"file_name\":\"A.pdf\"}", "caption");
  invalid (client, "POST", MEDIA_PATH, "{" PHONE ",\"media_type\":\"image\",\"file_name\":\"A.jpg\","
           "\"media_url\":\"https://example.com/a.jpg\"}", "file_name");
  invalid (client, "POST", MEDIA_PATH, "{" PHONE ",\"media_type\":\"image\",\"media_url\":\"/a.jpg\"}",
           "link");
  invalid (client, "POST", MEDIA_PATH, "{" PHONE ",\"media_type\":\"image\","
           "\"contact\":{\"custom_fields\":{}},"
           "\"media_url\":\"https://example.com/a.jpg\"}", "custom_fields");
  invalid (client, "POST", INTERACTIVE_PATH, INTERACTIVE ("button") ",\"buttons\":[\"Yes\"]}", "buttons");
  invalid (client, "POST", INTERACTIVE_PATH, INTERACTIVE ("button") ",\"buttons\":{\"1\":\"Yes\","
           "\"2\":\"Yes\"}}",
           "buttons");
  invalid (client, "POST", INTERACTIVE_PATH, INTERACTIVE ("button") ",\"header_type\":\"text\","
           "\"buttons\":{\"1\":\"Yes\"}}", "header_text");
  invalid (client, "POST", INTERACTIVE_PATH, INTERACTIVE ("product") "}", "interactive_type");
  failed (client, TEXT_PATH, "{" PHONE ",\"message_body\":\"Hi\",\"from_phone_number_id\":\"1\"}",
          "Phone number id not found");
}

static void
test_template_messages (Client        *client,
                        gconstpointer  data)
{
  sent (client, TEMPLATE_PATH, TEMPLATE ("market_bros", "en") ",\"header_image\":\"https:"
        "//example.com/a.jpg\"}");
  sent (client, TEMPLATE_PATH, TEMPLATE ("summer_time", "en") ",\"header_field_1\":\"{first_name}\","
        "\"field_1\":\"Summer\",\"field_2\":\"25%\"}");
  sent (client, TEMPLATE_PATH, TEMPLATE ("track_order", "en") ",\"field_1\":\"A\",\"field_2\":\"B\","
        "\"button_0\":\"2041\"}");
  sent (client, TEMPLATE_PATH, TEMPLATE ("birthday_coupon", "pt_BR") ",\"field_1\":\"A\","
        "\"copy_code\":\"X\"}");
  sent (client, TEMPLATE_PATH, TEMPLATE ("login_otp", "en") ",\"field_1\":\"1234\"}");
  sent (client, TEMPLATE_PATH, TEMPLATE ("alpha_city", "en") ",\"contact\":{\"first_name\":\"A\"}}");
  sent (client, CAROUSEL_PATH, TEMPLATE ("summer_cards", "en") ",\"field_1\":\"A\",\"carousel_templates\":["
        CARD "," CARD "]}");
}

static void
test_template_refusals (Client        *client,
                        gconstpointer  data)
{
  failed (client, TEMPLATE_PATH, TEMPLATE ("no_such_template", "en") "}", "Template not found");
  failed (client, TEMPLATE_PATH, TEMPLATE ("alpha_city", "en_US") "}", "Template not found");
  failed (client, TEMPLATE_PATH, TEMPLATE ("win_a_prize", "en") "}", "Template not found");
  failed (client, TEMPLATE_PATH, TEMPLATE ("summer_cards", "en") "}", "operation");
  failed (client, TEMPLATE_PATH, TEMPLATE ("summer_lto", "en") "}", "operation");
  failed (client, TEMPLATE_PATH, TEMPLATE ("demo_text", "en") ",\"field_1\":\"a\\nb\"}", "132018");
  failed (client, CAROUSEL_PATH, TEMPLATE ("shoe_carousel", "en") ",\"field_1\":\"A\","
          "\"carousel_templates\":["
          CARD "," CARD "]}", "132000");
  failed (client, CAROUSEL_PATH, TEMPLATE ("summer_cards", "en") ",\"field_1\":\"A\",\"carousel_templates\":["
          CARD "]}", "132000");

  invalid (client, "POST", TEMPLATE_PATH, "{" PHONE ",\"template_name\":\"alpha_city\"}",
           "template_language");
  invalid (client, "POST", TEMPLATE_PATH, TEMPLATE ("demo_text", "en") "}", "field_1");
  invalid (client, "POST", TEMPLATE_PATH, TEMPLATE ("demo_text", "en") ",\"field_1\":\"\"}", "field_1");
  invalid (client, "POST", TEMPLATE_PATH, TEMPLATE ("demo_text", "en") ",\"field_1\":\"a\","
           "\"field_2\":\"b\"}",
           "field_2");
  invalid (client, "POST", TEMPLATE_PATH, TEMPLATE ("demo_text", "en") ",\"field_0\":\"a\","
           "\"field_1\":\"a\"}",
           "field_0");
  invalid (client, "POST", TEMPLATE_PATH, TEMPLATE ("market_bros", "en")
           ",\"header_video\":\"https://example.com/a.mp4\"}", "header_image");
  invalid (client, "POST", TEMPLATE_PATH, TEMPLATE ("track_order", "en") ",\"field_1\":\"A\",\"field_2\":"
           "\"B\","
           "\"button_1\":\"2041\"}", "button_0");
  invalid (client, "POST", TEMPLATE_PATH, TEMPLATE ("visit_us", "en") ",\"location_latitude\":22.22,"
           "\"location_longitude\":\"1\",\"location_name\":\"N\",\"location_address\":\"A\"}",
           "location_latitude");
  invalid (client, "POST", TEMPLATE_PATH, TEMPLATE ("visit_us", "en") ",\"location_latitude\":\"22,22\","
           "\"location_longitude\":\"1\",\"location_name\":\"N\",\"location_address\":\"A\"}",
           "location_latitude");
  invalid (client, "POST", TEMPLATE_PATH, TEMPLATE ("alpha_city", "en")
           ",\"contact\":{\"custom_fields\":{\"BDay\":\"2025-09-04\"}}}", "custom_fields");
}

static void
test_status (Client        *client,
             gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autofree char *id = NULL;

  sent (client, TEXT_PATH, "{" PHONE ",\"message_body\":\"Hi\"}");
  id = g_uri_escape_string (client_text (client, "data.wamid"), NULL, FALSE);
  path = g_strconcat ("/contact/message-status?wamid=", id, NULL);

  ask (client, "GET", path, NULL);
  g_assert_cmpstr (client_text (client, "data.status"), !=, "read");
  wa_sandbox_advance (client->sandbox, 10);
  ask (client, "GET", path, NULL);
  g_assert_cmpstr (client_text (client, "data.status"), ==, "read");
  g_assert_cmpint (strlen (client_text (client, "data.updated_at")), ==, strlen ("2025-09-04 10:00:05"));
  g_assert_cmpstr (client_text (client, "data.updated_at"), >, client_text (client, "data.created_at"));

  ask (client, "GET", "/contact/message-status?wamid=wamid.none", NULL);
  g_assert_cmpstr (client_text (client, "result"), ==, "failed");
}

static void
test_contact_round_trip (Client        *client,
                         gconstpointer  data)
{
  guint groups;

  ask (client, "GET", "/contact/groups", NULL);
  groups = client_length (client, "data.groups");

  ask (client, "POST", "/contact/create", "{" PHONE ",\"first_name\":\"Anna Maria\",\"last_name\":\"Doe\","
       "\"email\":\"anna@example.com\",\"country\":\"india\",\"language_code\":\"en\","
       "\"groups\":\"one,two\",\"custom_fields\":{\"BDay\":\"2025-09-01\"}}");
  g_assert_cmpstr (client_text (client, "result"), ==, "success");
  g_assert_cmpstr (client_text (client, "data.phone_number"), ==, NUMBER);
  failed (client, "/contact/create", "{" PHONE "}", "already exists");

  ask (client, "GET", "/contact?phone_number_or_email=anna%40example.com", NULL);
  g_assert_cmpstr (client_text (client, "data.contact.wa_id"), ==, NUMBER);
  g_assert_cmpstr (client_text (client, "data.contact.first_name"), ==, "Anna Maria");
  g_assert_cmpstr (client_text (client, "data.contact.last_name"), ==, "Doe");
  g_assert_cmpstr (client_text (client, "data.contact.groups"), ==, "one,two");
  g_assert_nonnull (strstr (client->text, "\"whatsapp_opt_out\":false"));

  ask (client, "POST", "/contact/update/" NUMBER, "{\"last_name\":\"\",\"groups\":\"two\","
       "\"whatsapp_opt_out\":true,\"enable_ai_bot\":false}");
  g_assert_cmpstr (client->text, ==, "{\"result\":\"success\",\"message\":\"Contact updated\",\"data\":{}}");
  ask (client, "GET", "/contact?phone_number_or_email=" NUMBER, NULL);
  g_assert_cmpstr (client_text (client, "data.contact.first_name"), ==, "Anna Maria");
  g_assert_null (client_text (client, "data.contact.last_name"));
  g_assert_cmpstr (client_text (client, "data.contact.email"), ==, "anna@example.com");
  g_assert_cmpstr (client_text (client, "data.contact.groups"), ==, "two");
  g_assert_nonnull (strstr (client->text, "\"whatsapp_opt_out\":true"));

  /* A known contact stays as it was. */
  sent (client, TEXT_PATH, "{" PHONE ",\"message_body\":\"Hi\",\"contact\":{\"first_name\":\"Other\"}}");
  ask (client, "GET", "/contact?phone_number_or_email=" NUMBER, NULL);
  g_assert_cmpstr (client_text (client, "data.contact.first_name"), ==, "Anna Maria");

  ask (client, "GET", "/contact/groups", NULL);
  g_assert_cmpuint (client_length (client, "data.groups"), ==, groups + 2);
  ask (client, "GET", "/contact/labels-tags", NULL);
  g_assert_nonnull (client_text (client, "data.labels[0].title"));
}

static void
test_contact_refusals (Client        *client,
                       gconstpointer  data)
{
  invalid (client, "POST", "/contact/create", "{\"first_name\":\"A\"}", "phone_number");
  invalid (client, "POST", "/contact/create", "{\"phone_number\":\"12\"}", "phone_number");
  invalid (client, "POST", "/contact/create", "{" PHONE ",\"from_phone_number_id\":\"1\"}",
           "from_phone_number_id");
  invalid (client, "POST", "/contact/create", "{" PHONE ",\"whatsapp_opt_out\":true}", "whatsapp_opt_out");
  invalid (client, "POST", "/contact/create", "{" PHONE ",\"email\":\"\"}", "email");
  invalid (client, "POST", "/contact/create", "{" PHONE ",\"email\":\"anna\"}", "email");
  failed (client, "/contact/create", "{" PHONE ",\"custom_fields\":{\"shoe size\":\"44\"}}", "shoe size");

  ask (client, "POST", "/contact/update/" NUMBER, "{\"email\":\"a@example.com\"}");
  g_assert_cmpuint (client->status, ==, 404);
  g_assert_cmpstr (client->text, ==, "{\"result\":\"failed\",\"message\":\"Contact not found\"}");

  ask (client, "POST", "/contact/create", "{" PHONE "}");
  invalid (client, "POST", "/contact/update/" NUMBER, "{}", "request");
  invalid (client, "POST", "/contact/update/" NUMBER, "{\"whatsapp_opt_out\":\"false\"}", "whatsapp_opt_out");
  invalid (client, "POST", "/contact/update/" NUMBER, "{\"phone_number\":\"1\"}", "phone_number");
  invalid (client, "POST", "/contact/update/" NUMBER, "{\"groups\":[\"one\"]}", "groups");
  invalid (client, "POST", "/contact/assign-team-member",
           "{" PHONE ",\"username_or_email\":\"a\",\"enable_ai_bot\":true}", "enable_ai_bot");
  invalid (client, "POST", "/contact/assign-team-member",
           "{" PHONE ",\"username_or_email\":\"a\",\"enable_ai_bot\":2}", "enable_ai_bot");
  invalid (client, "GET", "/contact", NULL, "phone_number_or_email");
  invalid (client, "GET", "/contacts?token=x", NULL, "request");
}

static void
test_pages (Client        *client,
            gconstpointer  data)
{
  ask (client, "GET", "/contacts?page=1&page_size=50", NULL);
  g_assert_cmpint (client_number (client, "data.contactList.total"), ==, 480);
  g_assert_cmpint (client_number (client, "data.contactList.last_page"), ==, 10);
  g_assert_cmpuint (client_length (client, "data.contactList.data"), ==, 50);
  ask (client, "GET", "/contacts?page=11", NULL);
  g_assert_cmpint (client_number (client, "data.contactList.current_page"), ==, 11);
  g_assert_cmpuint (client_length (client, "data.contactList.data"), ==, 0);
  ask (client, "GET", "/contacts?search_term=m%C3%BCller", NULL);
  g_assert_cmpint (client_number (client, "data.contactList.total"), >, 0);
  g_assert_cmpint (client_number (client, "data.contactList.total"), <, 480);

  ask (client, "GET", "/contact/template-list?page=2", NULL);
  g_assert_cmpint (client_number (client, "data.templateList.last_page"), ==, 2);
  g_assert_cmpuint (client_length (client, "data.templateList.data"), ==, 7);
  g_assert_nonnull (client_text (client, "data.templateList.data[0].name"));
  g_assert_null (strstr (client->text, "components"));
}

static void
check_replayed (Client     *client,
                const char *name)
{
  g_test_message ("%s", name);
  g_assert_cmpstr (client_text (client, "result"), ==, "success");
}

/* The published requests work, once the contact and the message they name exist. */
static void
test_replay (Client        *client,
             gconstpointer  data)
{
  g_autofree char *id = NULL;
  const char *replacements[] = {
    "wamid.HBgMOTE5ODc2NTQzMjEwFQIAERgSQTBCMUMyRDNFNEY1QTZCN0M4AA%3D%3D", NULL,
    "{\"phone_number\":\"" NUMBER "\",\"first_name\"", "{\"phone_number\":\"919876543211\",\"first_name\"",
    NULL
  };

  sent (client, TEXT_PATH, "{" PHONE ",\"message_body\":\"Hi\"}");
  id = g_uri_escape_string (client_text (client, "data.wamid"), NULL, FALSE);
  replacements[1] = id;
  client_replay (client, "whatsjet.json", replacements, ask, check_replayed);
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

  add ("/sandbox-whatsjet/key", test_key);
  add ("/sandbox-whatsjet/faults", test_faults);
  add ("/sandbox-whatsjet/messages", test_messages);
  add ("/sandbox-whatsjet/message-refusals", test_message_refusals);
  add ("/sandbox-whatsjet/template-messages", test_template_messages);
  add ("/sandbox-whatsjet/template-refusals", test_template_refusals);
  add ("/sandbox-whatsjet/status", test_status);
  add ("/sandbox-whatsjet/contact-round-trip", test_contact_round_trip);
  add ("/sandbox-whatsjet/contact-refusals", test_contact_refusals);
  add ("/sandbox-whatsjet/pages", test_pages);
  add ("/sandbox-whatsjet/replay", test_replay);

  return g_test_run ();
}
