/* test-sandbox-whatomate.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "sandbox/sandbox-client.h"

#define BOUNDARY "demo-boundary"
#define NOBODY   "0c0ffee0-0000-4000-8000-00000000ffff"

static void
setup (Client        *client,
       gconstpointer  data)
{
  client_init (client, data);
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
  g_autofree char *url = g_strconcat (wa_sandbox_get_base_url (client->sandbox), path, NULL);
  gboolean upload = body && g_str_has_prefix (body, "--" BOUNDARY);

  client_ask_as (client, method, url, "X-API-Key", wa_sandbox_get_key (client->sandbox),
                 upload ? "multipart/form-data; boundary=" BOUNDARY : "application/json", body);
  g_test_message ("%s %s %.200s: %u %.300s", method, path, body ? body : "", client->status, client->text);
}

static void
succeeds (Client     *client,
          const char *method,
          const char *path,
          const char *body)
{
  ask (client, method, path, body);
  g_assert_cmpuint (client->status, ==, 200);
  g_assert_cmpstr (client_text (client, "status"), ==, "success");
}

static void
refused (Client     *client,
         const char *method,
         const char *path,
         const char *body,
         guint       status,
         const char *message)
{
  ask (client, method, path, body);
  g_assert_cmpuint (client->status, ==, status);
  g_assert_cmpstr (client_text (client, "status"), ==, "error");
  g_assert_cmpstr (client_text (client, "error_type"), ==, "GeneralException");
  if (message)
    g_assert_cmpstr (client_text (client, "message"), ==, message);
}

/* The id of the first contact, and a path below it. */
static char *
dup_contact (Client     *client,
             const char *number)
{
  g_autofree char *path = g_strconcat ("/api/contacts?limit=1&search=", number, NULL);

  succeeds (client, "GET", path, NULL);
  return g_strdup (client_text (client, "data.contacts[0].id"));
}

static char *
dup_path (const char *id,
          const char *rest)
{
  return g_strconcat ("/api/contacts/", id, rest, NULL);
}

#define PART(name, value) \
  "--" BOUNDARY "\r\nContent-Disposition: form-data; name=\"" name "\"\r\n\r\n" value "\r\n"
#define FILE_PART(name, mime, bytes) \
  "--" BOUNDARY "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" name "\"\r\n" \
  "Content-Type: " mime "\r\n\r\n" bytes "\r\n"
#define END "--" BOUNDARY "--\r\n"
#define INTERACTIVE(type, rest) \
  "{\"type\":\"interactive\",\"interactive\":{\"type\":\"" type "\",\"body\":\"B\"," rest "}}"
#define TEXT(text) "{\"type\":\"text\",\"text\":\"" text "\",\"content\":{\"body\":\"" text "\"}}"

static void
test_key (Client        *client,
          gconstpointer  data)
{
  const char *key = wa_sandbox_get_key (client->sandbox);
  g_autofree char *url = g_strconcat (wa_sandbox_get_base_url (client->sandbox), "/api/me", NULL);
  g_autofree char *query = g_strconcat (url, "?token=", key, NULL);
  g_autofree char *bearer = g_strconcat ("Bearer ", key, NULL);
  g_autoptr(GHashTable) settings = wa_sandbox_dup_settings (client->sandbox);

  g_assert_cmpstr (g_hash_table_lookup (settings, "account-name"), ==, "Main Business");
  g_assert_true (g_str_has_prefix (key, "whm_"));
  g_assert_cmpuint (strlen (key), ==, 36);

  succeeds (client, "GET", "/api/me", NULL);
  g_assert_cmpstr (client_text (client, "data.role"), ==, "admin");
  client_ask_as (client, "GET", url, "X-API-Key", "whm_00112233445566778899aabbccddeeff", NULL, NULL);
  g_assert_cmpuint (client->status, ==, 401);
  g_assert_cmpstr (client_text (client, "message"), ==, "Invalid API key");
  client_ask_as (client, "GET", url, "Authorization", bearer, NULL, NULL);
  g_assert_cmpuint (client->status, ==, 401);
  g_assert_cmpstr (client_text (client, "message"), ==, "Invalid or expired token");
  client_ask_as (client, "GET", query, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (client->status, ==, 401);

  g_free (url);
  url = g_strconcat (wa_sandbox_get_base_url (client->sandbox), "/health", NULL);
  client_ask_as (client, "GET", url, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (client->status, ==, 200);
  g_assert_cmpstr (client_text (client, "data.service"), ==, "whatomate");
}

static void
sign_in (Client     *client,
         const char *password)
{
  g_autofree char *url = g_strconcat (wa_sandbox_get_base_url (client->sandbox), "/api/auth/login", NULL);
  g_autofree char *body = g_strdup_printf ("{\"email\":\"admin@example.com\",\"password\":\"%s\"}", password);

  client_ask_as (client, "POST", url, NULL, NULL, "application/json", body);
}

static void
ask_signed_in (Client     *client,
               const char *token)
{
  g_autofree char *url = g_strconcat (wa_sandbox_get_base_url (client->sandbox), "/api/me", NULL);
  g_autofree char *bearer = g_strconcat ("Bearer ", token, NULL);

  client_ask_as (client, "GET", url, "Authorization", bearer, NULL, NULL);
}

static void
test_sign_in (Client        *client,
              gconstpointer  data)
{
  g_autofree char *access = NULL;
  g_autofree char *refresh = NULL;

  sign_in (client, "wrong");
  g_assert_cmpuint (client->status, ==, 401);
  g_assert_cmpstr (client_text (client, "message"), ==, "Invalid credentials");
  sign_in (client, wa_sandbox_get_key (client->sandbox));
  g_assert_cmpuint (client->status, ==, 200);
  g_assert_cmpint (client_number (client, "data.expires_in"), ==, 900);
  access = g_strdup (client_text (client, "data.access_token"));
  refresh = g_strdup_printf ("{\"refresh_token\":\"%s\"}", client_text (client, "data.refresh_token"));

  ask_signed_in (client, access);
  g_assert_cmpuint (client->status, ==, 200);
  wa_sandbox_advance (client->sandbox, 901);
  ask_signed_in (client, access);
  g_assert_cmpuint (client->status, ==, 401);

  succeeds (client, "POST", "/api/auth/refresh", refresh);
  g_free (access);
  access = g_strdup (client_text (client, "data.access_token"));
  ask_signed_in (client, access);
  g_assert_cmpuint (client->status, ==, 200);
  refused (client, "POST", "/api/auth/refresh", refresh, 401, NULL);
}

static void
test_cookies (Client        *client,
              gconstpointer  data)
{
  sign_in (client, wa_sandbox_get_key (client->sandbox));
  g_assert_cmpuint (client->status, ==, 200);
  g_assert_null (client_text (client, "data.access_token"));
  g_assert_cmpstr (client_text (client, "data.user.role"), ==, "admin");
}

static void
test_routes (Client        *client,
             gconstpointer  data)
{
  ask (client, "GET", "/api/nothing", NULL);
  g_assert_cmpuint (client->status, ==, 404);
  g_assert_cmpstr (client->text, ==, "404 page not found");
  g_assert_cmpstr (client->type, ==, "text/plain");
  ask (client, "GET", "/v1/contacts", NULL);
  g_assert_cmpuint (client->status, ==, 200);
  g_assert_cmpstr (client->type, ==, "text/html");

  refused (client, "DELETE", "/api/contacts", NULL, 405, "Request method not allowed");
  refused (client, "PUT", "/api/messages/" NOBODY "/read", NULL, 501, "Not implemented yet");
  refused (client, "GET", "/api/contacts/none", NULL, 400, "Invalid contact ID");
  refused (client, "GET", "/api/contacts/" NOBODY, NULL, 404, "Contact not found");
  refused (client, "GET", "/api/contacts?offset=1", NULL, 400, NULL);
  refused (client, "POST", "/api/tags", "{\"name\":\"A\",\"color\":\"pink\"}", 400, NULL);
}

static void
test_contacts (Client        *client,
               gconstpointer  data)
{
  g_autofree char *id = NULL;
  g_autofree char *path = NULL;
  g_autofree char *tags = NULL;
  g_autofree char *assign = NULL;
  WaJson place;

  succeeds (client, "GET", "/api/contacts?page=5&limit=100", NULL);
  g_assert_cmpint (client_number (client, "data.total"), ==, 480);
  g_assert_cmpuint (client_length (client, "data.contacts"), ==, 80);
  succeeds (client, "GET", "/api/contacts?limit=101", NULL);
  g_assert_cmpint (client_number (client, "data.limit"), ==, 50);

  succeeds (client, "POST", "/api/contacts", "{\"phone_number\":\"919876543210\","
            "\"profile_name\":\"John Doe\",\"whatsapp_account\":\"Main Business\",\"tags\":[\"VIP\"],"
            "\"metadata\":{\"customer_id\":\"C-17\"}}");
  id = g_strdup (client_text (client, "data.id"));
  path = dup_path (id, "");
  tags = dup_path (id, "/tags");
  assign = dup_path (id, "/assign");
  refused (client, "POST", "/api/contacts", "{\"phone_number\":\"919876543210\"}", 409, NULL);
  refused (client, "POST", "/api/contacts", "{\"phone_number\":\"+919876543211\"}", 400, NULL);
  refused (client, "POST", "/api/contacts", "{\"phone_number\":\"919876543211\",\"name\":\"A\"}", 400, NULL);

  succeeds (client, "PUT", path, "{\"profile_name\":\"John Smith\",\"metadata\":{\"a\":\"b\"}}");
  succeeds (client, "PUT", tags, "{\"tags\":[]}");
  succeeds (client, "PUT", assign, "{\"user_id\":\"0c0ffee0-0000-4000-8000-000000000602\"}");
  refused (client, "PUT", assign, "{}", 400, NULL);
  succeeds (client, "GET", path, NULL);
  g_assert_cmpstr (client_text (client, "data.name"), ==, "John Smith");
  g_assert_cmpstr (client_text (client, "data.metadata.a"), ==, "b");
  g_assert_null (client_text (client, "data.metadata.customer_id"));
  place = wa_json_find (&client->json, "data.tags");
  g_assert_true (wa_json_is (&place, WA_JSON_NULL));
  g_assert_cmpstr (client_text (client, "data.assigned_user_id"), ==, "0c0ffee0-0000-4000-8000-000000000602");
  g_assert_true (g_str_has_suffix (client_text (client, "data.created_at"), "+05:30"));
  succeeds (client, "PUT", assign, "{\"user_id\":null}");

  succeeds (client, "DELETE", path, NULL);
  refused (client, "GET", path, NULL, 404, "Contact not found");
}

static void
test_messages (Client        *client,
               gconstpointer  data)
{
  g_autofree char *id = dup_contact (client, "");
  g_autofree char *path = dup_path (id, "/messages");
  g_autofree char *first = NULL;
  g_autofree char *reply = NULL;
  g_autofree char *reaction = NULL;
  guint last;

  succeeds (client, "POST", path, TEXT ("Hello"));
  g_assert_cmpstr (client_text (client, "data.status"), ==, "pending");
  g_assert_cmpstr (client_text (client, "data.wamid"), ==, "");
  g_assert_cmpstr (client_text (client, "data.content.body"), ==, "Hello");
  first = g_strdup (client_text (client, "data.id"));
  wa_sandbox_advance (client->sandbox, 2);
  succeeds (client, "GET", path, NULL);
  last = client_length (client, "data.messages") - 1;
  reply = g_strdup_printf ("data.messages[%u].wamid", last);
  g_assert_true (g_str_has_prefix (client_text (client, reply), "wamid."));

  g_free (reply);
  reply = g_strdup_printf ("{\"type\":\"text\",\"text\":\"A\",\"content\":{\"body\":\"A\"},"
                           "\"reply_to_message_id\":\"%s\",\"whatsapp_account\":\"Main Business\"}", first);
  succeeds (client, "POST", path, reply);
  g_assert_cmpstr (client_text (client, "data.reply_to_message_id"), ==, first);
  succeeds (client, "POST", path, INTERACTIVE ("button", "\"buttons\":[{\"id\":\"yes\",\"title\":\"Yes\"}]"));
  succeeds (client, "POST", path,
            INTERACTIVE ("cta_url", "\"button_text\":\"Go\",\"url\":\"https://example.com\""));
  g_assert_cmpuint (wa_sandbox_count_messages (client->sandbox, NULL), ==, 4);

  reaction = g_strconcat (path, "/", first, "/reaction", NULL);
  succeeds (client, "POST", reaction, "{\"emoji\":\"👍\"}");
  refused (client, "POST", path, "{\"type\":\"text\",\"text\":\"A\"}", 400, NULL);
  refused (client, "POST", path, "{\"type\":\"text\",\"text\":\"A\",\"content\":{\"body\":\"B\"}}", 400,
           "text and content.body must be the same");
  refused (client, "POST", path, "{\"type\":\"text\",\"text\":1,\"content\":{\"body\":\"1\"}}", 400, NULL);
  refused (client, "POST", path, "{\"type\":\"text\",\"text\":\"A\",\"content\":{\"body\":\"A\"},"
           "\"whatsapp_account\":\"None\"}", 400, "WhatsApp account not found");
  refused (client, "POST", path, INTERACTIVE ("list", "\"buttons\":[]"), 400, NULL);
  refused (client, "POST", path, INTERACTIVE ("button", "\"buttons\":[{\"id\":\"a\",\"title\":\"A\"},"
                                              "{\"id\":\"b\",\"title\":\"A\"}]"), 400,
           "Button titles must be unique");
  refused (client, "POST", path, "{}", 400, NULL);
  refused (client, "POST", path, "[]", 400, NULL);
  g_assert_cmpuint (wa_sandbox_count_messages (client->sandbox, NULL), ==, 4);
}

/* Half of the people answer; who does is found by trying. */
static void
test_answers (Client        *client,
              gconstpointer  data)
{
  guint answered = 0;

  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *number = g_strdup_printf ("{\"phone_number\":\"91981234560%u\"}", i);
      g_autofree char *path = NULL;
      g_autofree char *contact = NULL;

      succeeds (client, "POST", "/api/contacts", number);
      contact = dup_path (client_text (client, "data.id"), "");
      path = dup_path (client_text (client, "data.id"), "/messages");
      succeeds (client, "POST", path, TEXT ("Hello"));
      wa_sandbox_advance (client->sandbox, 10);
      succeeds (client, "GET", contact, NULL);
      if (client_number (client, "data.unread_count") == 0)
        continue;

      answered++;
      succeeds (client, "GET", path, NULL);
      g_assert_cmpuint (client_length (client, "data.messages"), ==, 2);
      g_assert_cmpstr (client_text (client, "data.messages[0].status"), ==, "read");
      g_assert_cmpstr (client_text (client, "data.messages[1].direction"), ==, "incoming");
      succeeds (client, "GET", contact, NULL);
      g_assert_cmpint (client_number (client, "data.unread_count"), ==, 0);
    }

  g_assert_cmpuint (answered, >, 0);
  g_assert_cmpuint (answered, <, 8);
}

static void
fill_history (Client     *client,
              const char *path)
{
  for (guint i = 0; i < 5; i++)
    {
      succeeds (client, "POST", path, TEXT ("Hello"));
      wa_sandbox_advance (client->sandbox, 60);
    }
}

static void
test_history (Client        *client,
              gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autofree char *page = NULL;
  g_autofree char *oldest = NULL;
  WaJson more;
  gint64 total;

  succeeds (client, "POST", "/api/contacts", "{\"phone_number\":\"919812345600\"}");
  path = dup_path (client_text (client, "data.id"), "/messages");
  fill_history (client, path);

  page = g_strconcat (path, "?page=1&limit=2", NULL);
  succeeds (client, "GET", page, NULL);
  total = client_number (client, "data.total");
  g_assert_cmpint (total, >=, 5);
  g_assert_cmpuint (client_length (client, "data.messages"), ==, 2);
  g_assert_cmpstr (client_text (client, "data.messages[0].created_at"), <,
                   client_text (client, "data.messages[1].created_at"));
  oldest = g_strdup (client_text (client, "data.messages[0].id"));

  g_free (page);
  page = g_strconcat (path, "?limit=100&before_id=", oldest, NULL);
  succeeds (client, "GET", page, NULL);
  g_assert_cmpuint (client_length (client, "data.messages"), ==, total - 2);
  more = wa_json_find (&client->json, "data.has_more");
  g_assert_false (wa_json_get_flag (&more, TRUE));
}

/* The older server answers with everything where there is nothing left. */
static void
test_history_older (Client        *client,
                    gconstpointer  data)
{
  g_autofree char *id = dup_contact (client, "");
  g_autofree char *path = dup_path (id, "/messages");
  g_autofree char *page = g_strconcat (path, "?page=9&limit=2", NULL);
  g_autofree char *cursor = g_strconcat (path, "?before_id=", id, NULL);
  g_autofree char *contact = dup_path (id, "");

  fill_history (client, path);
  succeeds (client, "GET", page, NULL);
  g_assert_cmpint (client_length (client, "data.messages"), ==, client_number (client, "data.total"));
  refused (client, "GET", cursor, NULL, 400, NULL);
  succeeds (client, "GET", contact, NULL);
  g_assert_nonnull (client_text (client, "data.custom_fields.city"));
  g_assert_null (client_text (client, "data.metadata.city"));
}

#define IMAGE_OF(contact) \
  "--" BOUNDARY "\r\nContent-Disposition: form-data; name=\"contact_id\"\r\n\r\n%s\r\n" \
  PART ("type", "image") PART ("caption", "Look") FILE_PART ("a.jpg", "image/jpeg", "bytes") END

static void
test_media (Client        *client,
            gconstpointer  data)
{
  g_autofree char *id = dup_contact (client, "");
  g_autofree char *body = g_strdup_printf (IMAGE_OF (), id);
  g_autofree char *link = g_strdup_printf ("{\"contact_id\":\"%s\",\"type\":\"image\","
                                           "\"media_url\":\"https://example.com/a.jpg\"}", id);
  g_autofree char *path = NULL;

  succeeds (client, "POST", "/api/messages/media", body);
  g_assert_cmpstr (client_text (client, "data.content.body"), ==, "Look");
  g_assert_cmpstr (client_text (client, "data.media_filename"), ==, "a.jpg");
  g_assert_true (g_str_has_prefix (client_text (client, "data.media_url"), "images/"));
  path = g_strconcat ("/api/media/", client_text (client, "data.id"), NULL);
  ask (client, "GET", path, NULL);
  g_assert_cmpstr (client->text, ==, "bytes");
  g_assert_cmpstr (client->type, ==, "image/jpeg");
  refused (client, "GET", "/api/media/" NOBODY, NULL, 404, "No media found");

  refused (client, "POST", "/api/messages/media", link, 400, NULL);
  refused (client, "POST", "/api/messages/media", PART ("contact_id", NOBODY) PART ("type", "image") END,
           400, "File is required");
  refused (client, "POST", "/api/messages/media",
           PART ("contact_id", NOBODY) PART ("type", "image") FILE_PART ("a.jpg", "image/jpeg", "x") END,
           404, "Contact not found");
  g_assert_cmpuint (wa_sandbox_count_messages (client->sandbox, NULL), ==, 1);
}

static void
test_media_older (Client        *client,
                  gconstpointer  data)
{
  g_autofree char *id = dup_contact (client, "");
  g_autofree char *bytes = g_strnfill (4 * 1024 * 1024, 'x');
  g_autofree char *small = g_strdup_printf (IMAGE_OF (), id);
  g_autoptr(GString) large = g_string_new (small);

  succeeds (client, "POST", "/api/messages/media", small);
  g_string_replace (large, "bytes", bytes, 1);
  ask (client, "POST", "/api/messages/media", large->str);
  g_assert_cmpuint (client->status, ==, 400);
  g_assert_cmpstr (client->text, ==, "Error when parsing request");
  g_assert_cmpstr (client->type, ==, "text/plain");
}

/* The server that keeps to its document. */
static void
test_documented (Client        *client,
                 gconstpointer  data)
{
  g_autofree char *id = dup_contact (client, "");
  g_autofree char *link = g_strdup_printf ("{\"contact_id\":\"%s\",\"type\":\"image\","
                                           "\"media_url\":\"https://example.com/a.jpg\","
                                           "\"caption\":\"A\"}", id);
  g_autofree char *path = NULL;
  WaJson nothing;

  succeeds (client, "POST", "/api/messages/media", link);
  path = g_strdup_printf ("/api/messages/%s/read", client_text (client, "data.id"));
  succeeds (client, "PUT", path, NULL);
  nothing = wa_json_find (&client->json, "data");
  g_assert_true (wa_json_is (&nothing, WA_JSON_NULL));
}

#define TEMPLATE(name, body, samples) \
  "{\"whatsapp_account\":\"Main Business\",\"name\":\"" name "\",\"display_name\":\"" name "\"," \
  "\"language\":\"en\",\"category\":\"UTILITY\",\"header_type\":\"NONE\",\"header_content\":\"\"," \
  "\"body_content\":\"" body "\",\"footer_content\":\"\",\"buttons\":[],\"sample_values\":[" samples "]}"
#define SAMPLE(index) "{\"component\":\"body\",\"index\":" index ",\"value\":\"A\"}"
#define NAMED(name)   "{\"component\":\"body\",\"param_name\":\"" name "\",\"value\":\"A\"}"

static char *
create_template (Client     *client,
                 const char *body)
{
  succeeds (client, "POST", "/api/templates", body);
  g_assert_cmpstr (client_text (client, "data.status"), ==, "DRAFT");
  return g_strdup (client_text (client, "data.id"));
}

static char *
create_approved (Client     *client,
                 const char *body)
{
  g_autofree char *id = create_template (client, body);
  g_autofree char *publish = g_strdup_printf ("/api/templates/%s/publish", id);

  succeeds (client, "POST", publish, NULL);
  g_assert_cmpstr (client_text (client, "data.status"), ==, "PENDING");
  succeeds (client, "POST", "/api/templates/sync", "{\"whatsapp_account\":\"Main Business\"}");

  return g_steal_pointer (&id);
}

static void
test_templates (Client        *client,
                gconstpointer  data)
{
  g_autofree char *id = NULL;
  g_autofree char *draft = NULL;
  g_autofree char *path = NULL;

  id = create_approved (client, TEMPLATE ("order_confirmation", "Hi {{name}}, order {{order_id}}",
                                          NAMED ("name") "," NAMED ("order_id")));
  succeeds (client, "GET", "/api/templates?status=APPROVED&search=order_conf&page=1&limit=100", NULL);
  g_assert_cmpint (client_number (client, "data.total"), ==, 1);
  g_assert_cmpuint (client_length (client, "data.templates[0].sample_values"), ==, 0);
  g_assert_true (g_str_has_suffix (client_text (client, "data.templates[0].created_at"), "Z"));
  path = g_strconcat ("/api/templates/", id, NULL);
  refused (client, "PUT", path, "{\"language\":\"en\",\"category\":\"UTILITY\",\"header_type\":\"NONE\","
           "\"header_content\":\"\",\"body_content\":\"A\",\"footer_content\":\"\",\"buttons\":[],"
           "\"sample_values\":[]}", 400, "Approved templates cannot be edited");

  draft = create_template (client, TEMPLATE ("no_samples", "Hi {{1}}", ""));
  g_free (path);
  path = g_strdup_printf ("/api/templates/%s/publish", draft);
  refused (client, "POST", path, NULL, 502, NULL);
  refused (client, "POST", "/api/templates", TEMPLATE ("no_samples", "Hi", ""), 409, NULL);
  refused (client, "POST", "/api/templates", TEMPLATE ("Big Name", "Hi", ""), 400, NULL);
  refused (client, "POST", "/api/templates", "{\"name\":\"x\"}", 400, NULL);

  succeeds (client, "POST", "/api/templates/upload-media?account=Main%20Business",
            FILE_PART ("a.jpg", "image/jpeg", "x") END);
  g_assert_nonnull (client_text (client, "data.handle"));
  refused (client, "POST", "/api/templates/upload-media", FILE_PART ("a.jpg", "image/jpeg", "x") END, 400,
           "WhatsApp account not found");
  succeeds (client, "GET", "/api/templates?limit=100", NULL);
  g_assert_null (strstr (client->text, "shoe_carousel"));
}

#define SEND(rest) "{\"phone_number\":\"919812345678\"," rest "}"

static void
test_send_template (Client        *client,
                    gconstpointer  data)
{
  g_autofree char *id = create_approved (client, TEMPLATE ("named", "Hi {{name}}", NAMED ("name")));
  g_autofree char *by_id = g_strdup_printf (SEND ("\"template_id\":\"%s\",\"template_params\":"
                                                  "{\"name\":\"A\"}"), id);
  static const char *const bad[] = {
    SEND ("\"template_name\":\"named\""),
    SEND ("\"template_name\":\"named\",\"template_params\":{\"name\":1}"),
    SEND ("\"template_name\":\"named\",\"template_params\":{\"name\":\"A\",\"1\":\"B\"}"),
    SEND ("\"template_name\":\"named\",\"template_params\":{\"name\":\"A\"},\"button_params\":{\"0\":\"B\"}"),
    SEND ("\"template_name\":\"named\",\"template_params\":{\"name\":\"A\"},\"language\":\"en\""),
    SEND ("\"template_name\":\"track_order\",\"template_params\":{\"1\":\"A\",\"2\":\"B\"}"),
    SEND ("\"template_name\":\"market_bros\""),
    SEND ("\"template_name\":\"win_a_prize\",\"template_params\":{\"1\":\"A\",\"2\":\"B\"}"),
    "{\"template_name\":\"alpha_city\"}",
  };

  succeeds (client, "POST", "/api/messages/template", by_id);
  g_assert_cmpstr (client_text (client, "data.status"), ==, "pending");
  g_assert_cmpstr (client_text (client, "data.phone_number"), ==, "919812345678");
  succeeds (client, "POST", "/api/messages/template", SEND ("\"template_name\":\"track_order\","
            "\"template_params\":{\"1\":\"A\",\"2\":\"B\"},\"button_params\":{\"0\":\"2041\"}"));
  succeeds (client, "POST", "/api/messages/template", SEND ("\"template_name\":\"marketing_template\","
            "\"template_params\":{\"1\":\"A\"},\"header_params\":{\"1\":\"B\"}"));
  g_assert_cmpuint (wa_sandbox_count_messages (client->sandbox, "919812345678"), ==, 3);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    refused (client, "POST", "/api/messages/template", bad[i], 400, NULL);
  refused (client, "POST", "/api/messages/template", SEND ("\"template_name\":\"none\""), 404, NULL);
  g_assert_cmpuint (wa_sandbox_count_messages (client->sandbox, NULL), ==, 3);
}

static char *
create_campaign (Client     *client,
                 const char *template)
{
  g_autofree char *body = g_strdup_printf ("{\"name\":\"Sale\",\"whatsapp_account\":\"Main Business\","
                                           "\"template_id\":\"%s\"}", template);

  succeeds (client, "POST", "/api/campaigns", body);
  g_assert_cmpstr (client_text (client, "data.status"), ==, "draft");
  return g_strconcat ("/api/campaigns/", client_text (client, "data.id"), NULL);
}

static void
import (Client     *client,
        const char *campaign,
        guint       n)
{
  g_autofree char *path = g_strconcat (campaign, "/recipients/import", NULL);
  g_autoptr(GString) body = g_string_new ("{\"recipients\":[");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (body, "%s{\"phone_number\":\"9198123456%02u\",\"template_params\":{\"1\":\"A\"}}",
                            i > 0 ? "," : "", i);
  g_string_append (body, "]}");
  succeeds (client, "POST", path, body->str);
  g_assert_cmpint (client_number (client, "data.total_recipients"), ==, n);
}

static void
act (Client     *client,
     const char *campaign,
     const char *action,
     const char *status)
{
  g_autofree char *path = g_strconcat (campaign, action, NULL);

  succeeds (client, "POST", path, NULL);
  g_assert_cmpstr (client_text (client, "data.status"), ==, status);
}

static void
test_campaigns (Client        *client,
                gconstpointer  data)
{
  g_autofree char *template = create_approved (client, TEMPLATE ("sale", "Hi {{1}}", SAMPLE ("1")));
  g_autofree char *campaign = create_campaign (client, template);
  g_autofree char *start = g_strconcat (campaign, "/start", NULL);
  g_autofree char *recipients = g_strconcat (campaign, "/recipients", NULL);
  g_autofree char *first = NULL;

  refused (client, "POST", start, NULL, 400, "Campaign has no recipients");
  import (client, campaign, 20);
  succeeds (client, "GET", recipients, NULL);
  first = g_strconcat (recipients, "/", client_text (client, "data.recipients[0].id"), NULL);
  succeeds (client, "DELETE", first, NULL);

  act (client, campaign, "/start", "queued");
  refused (client, "POST", start, NULL, 400, NULL);
  wa_sandbox_advance (client->sandbox, 5);
  succeeds (client, "GET", campaign, NULL);
  g_assert_cmpstr (client_text (client, "data.status"), ==, "processing");
  g_assert_cmpint (client_number (client, "data.sent_count"), >, 0);
  g_assert_cmpint (client_number (client, "data.sent_count"), <, 19);

  act (client, campaign, "/pause", "paused");
  wa_sandbox_advance (client->sandbox, 60);
  succeeds (client, "GET", campaign, NULL);
  g_assert_cmpint (client_number (client, "data.sent_count"), <, 19);
  act (client, campaign, "/start", "queued");
  wa_sandbox_advance (client->sandbox, 60);
  succeeds (client, "GET", campaign, NULL);
  g_assert_cmpstr (client_text (client, "data.status"), ==, "completed");
  g_assert_cmpint (client_number (client, "data.sent_count"), ==, 19);
  g_assert_cmpint (client_number (client, "data.read_count"), >, 0);
  g_assert_cmpuint (wa_sandbox_count_messages (client->sandbox, NULL), ==, 19);
  succeeds (client, "GET", recipients, NULL);
  g_assert_true (g_str_has_prefix (client_text (client, "data.recipients[0].whatsapp_message_id"), "wamid."));

  g_free (start);
  start = g_strconcat (campaign, "/cancel", NULL);
  refused (client, "POST", start, NULL, 400, NULL);
  g_free (start);
  start = g_strconcat (campaign, "/retry-failed", NULL);
  refused (client, "POST", start, NULL, 400, "No failed messages to retry");
  succeeds (client, "GET", "/api/campaigns?status=completed", NULL);
  g_assert_cmpint (client_number (client, "data.total"), ==, 1);
  succeeds (client, "DELETE", campaign, NULL);
}

/* Some of the demo's people can't be reached: theirs fail, and are tried again. */
static void
test_campaign_failures (Client        *client,
                        gconstpointer  data)
{
  g_autofree char *template = create_approved (client, TEMPLATE ("sale", "Hi", ""));
  g_autofree char *campaign = create_campaign (client, template);
  g_autofree char *path = g_strconcat (campaign, "/recipients/import", NULL);
  g_autofree char *retry = g_strconcat (campaign, "/retry-failed", NULL);
  g_autoptr(GString) body = g_string_new ("{\"recipients\":[");
  gint64 failed;

  succeeds (client, "GET", "/api/contacts?limit=100", NULL);
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *place = g_strdup_printf ("data.contacts[%u].phone_number", i);

      g_string_append_printf (body, "%s{\"phone_number\":\"%s\"}", i > 0 ? "," : "",
                              client_text (client, place));
    }
  g_string_append (body, "]}");
  succeeds (client, "POST", path, body->str);
  act (client, campaign, "/start", "queued");
  wa_sandbox_advance (client->sandbox, 60);
  succeeds (client, "GET", campaign, NULL);
  failed = client_number (client, "data.failed_count");
  g_assert_cmpint (failed, >, 0);
  g_assert_cmpint (client_number (client, "data.sent_count"), ==, 100 - failed);
  g_assert_cmpstr (client_text (client, "data.status"), ==, "completed");

  succeeds (client, "POST", retry, NULL);
  g_assert_cmpint (client_number (client, "data.retry_count"), ==, failed);
  wa_sandbox_advance (client->sandbox, 60);
  g_assert_cmpuint (wa_sandbox_count_messages (client->sandbox, NULL), ==, 100 + failed);
}

static void
test_campaigns_older (Client        *client,
                      gconstpointer  data)
{
  g_autofree char *template = create_approved (client, TEMPLATE ("sale", "Hi {{1}}", SAMPLE ("1")));
  g_autofree char *campaign = create_campaign (client, template);
  g_autofree char *recipients = g_strconcat (campaign, "/recipients", NULL);
  g_autofree char *path = g_strconcat (recipients, "/import", NULL);
  g_autofree char *media = g_strconcat (campaign, "/media", NULL);

  refused (client, "POST", path, "{\"recipients\":[]}", 500, "Failed to add recipients");
  import (client, campaign, 4);
  refused (client, "GET", media, NULL, 404, "Route not found");
  act (client, campaign, "/start", "queued");
  wa_sandbox_advance (client->sandbox, 60);
  succeeds (client, "GET", recipients, NULL);
  g_assert_cmpstr (client_text (client, "data.recipients[0].status"), ==, "pending");
  succeeds (client, "GET", campaign, NULL);
  g_assert_cmpint (client_number (client, "data.sent_count"), ==, 4);
  g_assert_cmpint (client_number (client, "data.read_count"), ==, 0);
  succeeds (client, "GET", "/api/campaigns", NULL);
  g_assert_cmpint (client_number (client, "data.campaigns[0].read_count"), >, 0);
}

static void
test_older (Client        *client,
            gconstpointer  data)
{
  g_autofree char *id = dup_contact (client, "");
  g_autofree char *contact = dup_path (id, "");
  g_autofree char *messages = dup_path (id, "/messages");
  g_autofree char *notes = dup_path (id, "/notes");
  guint last;

  refused (client, "GET", "/api/tags?limit=1", NULL, 404, "Route not found");
  refused (client, "POST", "/api/messages/template", "{\"template_name\":\"a\"}", 501, "Not implemented yet");
  refused (client, "POST", "/api/contacts", "{\"phone_number\":\"919876543210\"}", 501, NULL);
  refused (client, "PUT", contact, "{\"profile_name\":\"A\"}", 501, NULL);
  refused (client, "DELETE", contact, NULL, 501, NULL);
  refused (client, "PUT", "/api/messages/" NOBODY "/read", NULL, 501, NULL);
  refused (client, "GET", notes, NULL, 404, "Route not found");
  refused (client, "GET", "/api/catalogs", NULL, 404, "Route not found");

  succeeds (client, "POST", messages,
            INTERACTIVE ("button", "\"buttons\":[{\"id\":\"yes\",\"title\":\"Yes\"}]"));
  wa_sandbox_advance (client->sandbox, 3);
  succeeds (client, "GET", messages, NULL);
  last = client_length (client, "data.messages") - 1;
  g_free (notes);
  notes = g_strdup_printf ("data.messages[%u].status", last);
  g_assert_cmpstr (client_text (client, notes), ==, "failed");
  succeeds (client, "GET", "/api/templates", NULL);
  g_assert_cmpint (client_number (client, "data.total"), ==, -1);
}

static void
test_lists (Client        *client,
            gconstpointer  data)
{
  g_autofree char *id = dup_contact (client, "");
  g_autofree char *notes = dup_path (id, "/notes");
  g_autofree char *note = NULL;
  g_autofree char *canned = NULL;
  gint64 total;

  succeeds (client, "POST", notes, "{\"content\":\"One\"}");
  note = g_strconcat (notes, "/", client_text (client, "data.id"), NULL);
  succeeds (client, "POST", notes, "{\"content\":\"Two\"}");
  succeeds (client, "PUT", note, "{\"content\":\"First\"}");
  succeeds (client, "GET", notes, NULL);
  g_assert_cmpint (client_number (client, "data.total"), ==, 2);
  g_assert_cmpstr (client_text (client, "data.notes[1].content"), ==, "First");
  succeeds (client, "DELETE", note, NULL);
  refused (client, "PUT", note, "{\"content\":\"First\"}", 404, "Note not found");

  succeeds (client, "GET", "/api/tags?page=1&limit=100", NULL);
  total = client_number (client, "data.total");
  succeeds (client, "POST", "/api/tags", "{\"name\":\"Big buyer/1\",\"color\":\"green\"}");
  refused (client, "POST", "/api/tags", "{\"name\":\"Big buyer/1\",\"color\":\"red\"}", 409, NULL);
  succeeds (client, "PUT", "/api/tags/Big%20buyer%2F1", "{\"name\":\"Buyer\",\"color\":\"blue\"}");
  succeeds (client, "GET", "/api/tags?search=buyer", NULL);
  g_assert_cmpstr (client_text (client, "data.tags[0].color"), ==, "blue");
  succeeds (client, "DELETE", "/api/tags/Buyer", NULL);
  refused (client, "DELETE", "/api/tags/Buyer", NULL, 404, "Tag not found");
  succeeds (client, "GET", "/api/tags", NULL);
  g_assert_cmpint (client_number (client, "data.total"), ==, total);

  succeeds (client, "POST", "/api/canned-responses",
            "{\"name\":\"A\",\"content\":\"B\",\"shortcut\":\"\",\"category\":\"\"}");
  canned = g_strconcat ("/api/canned-responses/", client_text (client, "data.id"), NULL);
  succeeds (client, "PUT", canned,
            "{\"name\":\"A\",\"content\":\"C\",\"shortcut\":\"\",\"category\":\"\",\"is_active\":false}");
  refused (client, "PUT", canned, "{\"name\":\"A\",\"content\":\"C\",\"shortcut\":\"\",\"category\":\"\"}",
           400, "is_active is required");
  succeeds (client, "GET", "/api/canned-responses?active_only=true", NULL);
  g_assert_cmpuint (client_length (client, "data.canned_responses"), ==, 3);
  succeeds (client, "DELETE", canned, NULL);
  refused (client, "GET", canned, NULL, 404, "Canned response not found");
}

#define PRODUCT(price) \
  "{\"name\":\"Mug\",\"price\":" price ",\"currency\":\"USD\",\"retailer_id\":\"M\"}"

static void
test_shop (Client        *client,
           gconstpointer  data)
{
  g_autofree char *products = NULL;
  g_autofree char *product = NULL;

  succeeds (client, "GET", "/api/catalogs", NULL);
  g_assert_cmpuint (client_length (client, "data.catalogs"), ==, 3);
  products = g_strdup_printf ("/api/catalogs/%s/products", client_text (client, "data.catalogs[0].id"));
  succeeds (client, "GET", products, NULL);
  g_assert_cmpuint (client_length (client, "data.products"), ==, 26);
  g_assert_cmpint (client_number (client, "data.products[0].price"), ==, 299900);

  succeeds (client, "POST", products, PRODUCT ("1299"));
  product = g_strconcat ("/api/products/", client_text (client, "data.id"), NULL);
  succeeds (client, "PUT", product, PRODUCT ("999"));
  succeeds (client, "GET", product, NULL);
  g_assert_cmpint (client_number (client, "data.price"), ==, 999);
  refused (client, "PUT", product, PRODUCT ("\"999\""), 400, NULL);
  refused (client, "PUT", product, PRODUCT ("9.5"), 400, NULL);
  succeeds (client, "DELETE", product, NULL);
  refused (client, "GET", product, NULL, 404, "Product not found");
}

static void
test_faults (Client        *client,
             gconstpointer  data)
{
  wa_sandbox_inject (client->sandbox, WA_SANDBOX_FAULT_RATE_LIMITED, 1, 7, "/api/me");
  refused (client, "GET", "/api/me", NULL, 429, "Too many requests");
  g_assert_cmpstr (client->retry_after, ==, "7");
  wa_sandbox_inject (client->sandbox, WA_SANDBOX_FAULT_STATUS, 1, 404, NULL);
  refused (client, "GET", "/api/me", NULL, 404, NULL);
  wa_sandbox_inject (client->sandbox, WA_SANDBOX_FAULT_TRUNCATED, 1, 0, NULL);
  ask (client, "GET", "/api/me", NULL);
  g_assert_null (client->document);
  wa_sandbox_inject (client->sandbox, WA_SANDBOX_FAULT_HTML, 1, 0, NULL);
  ask (client, "GET", "/api/me", NULL);
  g_assert_cmpstr (client->type, ==, "text/html");
}

static void
check_golden (Client     *client,
              const char *name)
{
  if (!g_str_equal (name, "media-download") && !g_str_equal (name, "campaign-media-get"))
    g_assert_cmpstr (client_text (client, "status"), ==, "success");
}

/* What the published requests name, and what the demo calls it. */
static void
learn (GStrvBuilder *known,
       const char   *number,
       const char   *id)
{
  g_autofree char *published = g_strconcat ("0c0ffee0-0000-4000-8000-000000000", number, NULL);

  g_strv_builder_add (known, published);
  g_strv_builder_add (known, id);
}

static void
prepare_contact (Client       *client,
                 GStrvBuilder *known)
{
  g_autofree char *contact = dup_contact (client, "");
  g_autofree char *upload = g_strdup_printf (IMAGE_OF (), contact);

  learn (known, "001", contact);
  succeeds (client, "POST", "/api/messages/media", upload);
  learn (known, "101", client_text (client, "data.id"));
}

static void
prepare_campaign (Client       *client,
                  GStrvBuilder *known)
{
  g_autofree char *template = create_approved (client, TEMPLATE ("sale", "Hi {{1}}, {{2}}", SAMPLE ("1") ","
                                                                 SAMPLE ("2")));
  g_autofree char *draft = create_template (client, TEMPLATE ("draft", "Hi {{1}}", SAMPLE ("1")));
  g_autofree char *hello = create_approved (client, TEMPLATE ("hello_world", "Hello", ""));
  g_autofree char *order = create_approved (client, TEMPLATE ("order_confirmation", "{{name}} {{order_id}}",
                                                              NAMED ("name") "," NAMED ("order_id")));
  g_autofree char *campaign = create_campaign (client, template);
  g_autofree char *recipients = g_strconcat (campaign, "/recipients", NULL);
  g_autofree char *import_path = g_strconcat (recipients, "/import", NULL);

  learn (known, "201", template);
  learn (known, "202", draft);
  learn (known, "301", campaign + strlen ("/api/campaigns/"));
  succeeds (client, "POST", import_path, "{\"recipients\":[{\"phone_number\":\"919000000001\","
            "\"template_params\":{\"1\":\"A\",\"2\":\"B\"}}]}");
  succeeds (client, "GET", recipients, NULL);
  learn (known, "302", client_text (client, "data.recipients[0].id"));
}

static void
prepare_newer (Client       *client,
               GStrvBuilder *known)
{
  g_autofree char *contact = dup_contact (client, "");
  g_autofree char *notes = dup_path (contact, "/notes");
  g_autofree char *products = NULL;

  succeeds (client, "POST", notes, "{\"content\":\"A\"}");
  learn (known, "903", client_text (client, "data.id"));
  succeeds (client, "GET", "/api/catalogs", NULL);
  learn (known, "901", client_text (client, "data.catalogs[0].id"));
  products = g_strdup_printf ("/api/catalogs/%s/products", client_text (client, "data.catalogs[0].id"));
  succeeds (client, "GET", products, NULL);
  learn (known, "902", client_text (client, "data.products[0].id"));
  g_strv_builder_add_many (known, "VIP%20gold", "VIP", NULL);
}

static void
test_golden (Client        *client,
             gconstpointer  dialect)
{
  gboolean older = g_str_equal (dialect, "whatomate-g1");
  g_autoptr(GStrvBuilder) known = g_strv_builder_new ();
  g_auto(GStrv) replacements = NULL;

  prepare_contact (client, known);
  prepare_campaign (client, known);
  if (!older)
    prepare_newer (client, known);

  replacements = g_strv_builder_end (known);
  client_replay (client, older ? "whatomate-g1.json" : "whatomate.json", (const char *const *) replacements,
                 ask, check_golden);
}

static void
add (const char *path,
     const char *dialect,
     void      (*run) (Client *, gconstpointer))
{
  g_test_add (path, Client, dialect, setup, run, teardown);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/sandbox-whatomate/key", "whatomate", test_key);
  add ("/sandbox-whatomate/cookies", "whatomate", test_cookies);
  add ("/sandbox-whatomate/routes", "whatomate", test_routes);
  add ("/sandbox-whatomate/contacts", "whatomate", test_contacts);
  add ("/sandbox-whatomate/messages", "whatomate", test_messages);
  add ("/sandbox-whatomate/answers", "whatomate", test_answers);
  add ("/sandbox-whatomate/history", "whatomate", test_history);
  add ("/sandbox-whatomate/media", "whatomate", test_media);
  add ("/sandbox-whatomate/templates", "whatomate", test_templates);
  add ("/sandbox-whatomate/send-template", "whatomate", test_send_template);
  add ("/sandbox-whatomate/campaigns", "whatomate", test_campaigns);
  add ("/sandbox-whatomate/campaign-failures", "whatomate", test_campaign_failures);
  add ("/sandbox-whatomate/lists", "whatomate", test_lists);
  add ("/sandbox-whatomate/shop", "whatomate", test_shop);
  add ("/sandbox-whatomate/faults", "whatomate", test_faults);
  add ("/sandbox-whatomate/golden", "whatomate", test_golden);
  add ("/sandbox-whatomate/docs/links-and-reading", "whatomate-docs", test_documented);
  add ("/sandbox-whatomate/g1/sign-in", "whatomate-g1", test_sign_in);
  add ("/sandbox-whatomate/g1/missing", "whatomate-g1", test_older);
  add ("/sandbox-whatomate/g1/history", "whatomate-g1", test_history_older);
  add ("/sandbox-whatomate/g1/media", "whatomate-g1", test_media_older);
  add ("/sandbox-whatomate/g1/campaigns", "whatomate-g1", test_campaigns_older);
  add ("/sandbox-whatomate/g1/golden", "whatomate-g1", test_golden);

  return g_test_run ();
}
