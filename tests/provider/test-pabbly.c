/* test-pabbly.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "core/wa-error.h"
#include "model/wa-broadcast.h"
#include "model/wa-message.h"
#include "model/wa-page.h"
#include "provider/wa-registry.h"
#include "provider-calls.h"

/* What the golden vectors don't show: refusals before anything is sent, the account's options, odd answers. */

static WaRequest *
build (WaProvider  *provider,
       WaOp         op,
       const char  *args_text,
       GError     **error)
{
  g_autoptr(GObject) args = call_new_args (op, args_text);
  const WaOperation *operation = wa_provider_find (provider, op, args, error);

  return operation != NULL ? wa_provider_build (provider, operation, args, error) : NULL;
}

static void
assert_body (WaProvider *provider,
             WaOp        op,
             const char *args_text,
             const char *wanted)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(WaRequest) request = build (provider, op, args_text, &error);
  g_autoptr(JsonNode) node = json_from_string (wanted, NULL);
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  found = json_to_string (wa_request_get_json (request), FALSE);
  g_test_message ("%s", found);
  g_assert_true (json_node_equal (wa_request_get_json (request), node));
}

#define TEMPLATE(components) \
  "\"kind\":\"template\",\"recipient\":\"15551486942\",\"template\":{\"name\":\"t\",\"language\":\"en\"," \
  "\"status\":\"APPROVED\",\"components\":[" components "]}"
#define BODY "{\"kind\":\"body\",\"text\":\"Hi {{1}}\"}"
#define VALUE "{\"section\":\"body\",\"value\":\"x\"}"
#define BUTTON(button) "{\"kind\":\"buttons\",\"buttons\":[" button "]}"
#define BROADCAST(outgoing) "{\"name\":\"n\",\"lists\":[\"l\"],\"outgoing\":{" outgoing "}}"

typedef struct
{
  const char *name;
  WaOp        op;
  const char *args;
  WaError     code;
} Refusal;

static const Refusal refusals[] = {
  { "short number", WA_OP_SEND, "{\"kind\":\"text\",\"recipient\":\"12\",\"text\":\"x\"}", WA_ERROR_INVALID },
  { "number with letters", WA_OP_SEND, "{\"kind\":\"text\",\"recipient\":\"1555148694x\",\"text\":\"x\"}", WA_ERROR_INVALID },
  { "national number", WA_OP_SEND, "{\"kind\":\"text\",\"recipient\":\"0155514869\",\"text\":\"x\"}", WA_ERROR_INVALID },
  { "empty text", WA_OP_SEND, "{\"kind\":\"text\",\"recipient\":\"15551486942\"}", WA_ERROR_INVALID },
  { "plain http", WA_OP_SEND,
    "{\"kind\":\"image\",\"recipient\":\"15551486942\",\"link\":\"http://example.com/a.jpg\"}", WA_ERROR_INVALID },
  { "uploaded file", WA_OP_SEND,
    "{\"kind\":\"image\",\"recipient\":\"15551486942\",\"media-id\":\"7\"}", WA_ERROR_UNSUPPORTED },
  { "path as name", WA_OP_SEND,
    "{\"kind\":\"document\",\"recipient\":\"15551486942\",\"link\":\"https://example.com/a\",\"filename\":\"a/b\"}",
    WA_ERROR_INVALID },
  { "no such kind", WA_OP_SEND, "{\"kind\":\"sticker\",\"recipient\":\"15551486942\"}", WA_ERROR_UNSUPPORTED },
  { "no product", WA_OP_SEND,
    "{\"kind\":\"product\",\"recipient\":\"15551486942\",\"text\":\"x\",\"catalog-id\":\"1\"}", WA_ERROR_INVALID },
  { "empty section", WA_OP_SEND,
    "{\"kind\":\"list\",\"recipient\":\"15551486942\",\"text\":\"x\",\"button-text\":\"b\","
    "\"sections\":[{\"title\":\"s\"}]}", WA_ERROR_INVALID },
  { "same row twice", WA_OP_SEND,
    "{\"kind\":\"list\",\"recipient\":\"15551486942\",\"text\":\"x\",\"button-text\":\"b\",\"sections\":[{\"title\":\"s\","
    "\"rows\":[{\"title\":\"1\",\"row-id\":\"r2\"},{\"title\":\"2\"}]}]}", WA_ERROR_INVALID },
  { "too many rows", WA_OP_SEND,
    "{\"kind\":\"list\",\"recipient\":\"15551486942\",\"text\":\"x\",\"button-text\":\"b\",\"sections\":[{\"title\":\"s\","
    "\"rows\":[{\"title\":\"1\"},{\"title\":\"2\"},{\"title\":\"3\"},{\"title\":\"4\"},{\"title\":\"5\"},{\"title\":\"6\"},"
    "{\"title\":\"7\"},{\"title\":\"8\"},{\"title\":\"9\"},{\"title\":\"10\"},{\"title\":\"11\"}]}]}", WA_ERROR_INVALID },
  { "footer under a link", WA_OP_SEND,
    "{\"kind\":\"link-button\",\"recipient\":\"15551486942\",\"text\":\"x\",\"button-text\":\"b\","
    "\"url\":\"https://example.com\",\"footer\":\"f\"}", WA_ERROR_UNSUPPORTED },
  { "link that is none", WA_OP_SEND,
    "{\"kind\":\"link-button\",\"recipient\":\"15551486942\",\"text\":\"x\",\"button-text\":\"b\",\"url\":\"javascript:1\"}",
    WA_ERROR_INVALID },
  { "country in words", WA_OP_SEND,
    "{\"kind\":\"address-request\",\"recipient\":\"15551486942\",\"text\":\"x\",\"country\":\"India\"}", WA_ERROR_INVALID },

  { "no template", WA_OP_SEND, "{\"kind\":\"template\",\"recipient\":\"15551486942\"}", WA_ERROR_INVALID },
  { "not approved", WA_OP_SEND,
    "{\"kind\":\"template\",\"recipient\":\"15551486942\",\"template\":{\"name\":\"t\",\"status\":\"PAUSED\"}}",
    WA_ERROR_INVALID },
  { "too few values", WA_OP_SEND, "{" TEMPLATE (BODY) "}", WA_ERROR_INVALID },
  { "too many values", WA_OP_SEND, "{" TEMPLATE (BODY) ",\"fields\":[" VALUE "," VALUE "]}", WA_ERROR_INVALID },
  { "empty value", WA_OP_SEND, "{" TEMPLATE (BODY) ",\"fields\":[{\"section\":\"body\"}]}", WA_ERROR_INVALID },
  { "place as header", WA_OP_SEND, "{" TEMPLATE ("{\"kind\":\"header\",\"format\":\"location\"}") "}", WA_ERROR_UNSUPPORTED },
  { "no file for the header", WA_OP_SEND, "{" TEMPLATE ("{\"kind\":\"header\",\"format\":\"image\"}") "}", WA_ERROR_INVALID },
  { "flow button", WA_OP_SEND, "{" TEMPLATE (BUTTON ("{\"kind\":\"flow\"}")) "}", WA_ERROR_UNSUPPORTED },
  { "no code", WA_OP_SEND, "{" TEMPLATE (BUTTON ("{\"kind\":\"copy-code\"}")) "}", WA_ERROR_INVALID },
  { "no end of the link", WA_OP_SEND,
    "{" TEMPLATE (BUTTON ("{\"kind\":\"url\",\"url\":\"https://example.com/{{1}}\"}")) "}", WA_ERROR_INVALID },
  { "offer without picture", WA_OP_SEND, "{" TEMPLATE ("{\"kind\":\"limited-time-offer\"}") "}", WA_ERROR_UNSUPPORTED },
  { "carousel of one", WA_OP_SEND, "{" TEMPLATE ("{\"kind\":\"carousel\",\"cards\":[{}]}") "}", WA_ERROR_INVALID },

  { "no list", WA_OP_CREATE_BROADCAST, "{\"name\":\"n\",\"outgoing\":{\"kind\":\"text\",\"text\":\"x\"}}", WA_ERROR_INVALID },
  { "system list", WA_OP_CREATE_BROADCAST,
    "{\"name\":\"n\",\"lists\":[\"all\"],\"outgoing\":{\"kind\":\"text\",\"text\":\"x\"}}", WA_ERROR_INVALID },
  { "scheduled for never", WA_OP_CREATE_BROADCAST,
    "{\"name\":\"n\",\"lists\":[\"l\"],\"scheduled\":true,\"outgoing\":{\"kind\":\"text\",\"text\":\"x\"}}", WA_ERROR_INVALID },
  { "broadcast of a list message", WA_OP_CREATE_BROADCAST, BROADCAST ("\"kind\":\"list\""), WA_ERROR_UNSUPPORTED },
  { "broadcast of a carousel", WA_OP_CREATE_BROADCAST, BROADCAST (TEMPLATE ("{\"kind\":\"carousel\"}")), WA_ERROR_UNSUPPORTED },
  { "campaign with a code", WA_OP_SEND_CAMPAIGN,
    BROADCAST (TEMPLATE (BUTTON ("{\"kind\":\"copy-code\"}")) ",\"fields\":[{\"section\":\"copy-code\",\"value\":\"C\"}]"),
    WA_ERROR_UNSUPPORTED },

  { "contact without id", WA_OP_GET_CONTACT, "{}", WA_ERROR_INVALID },
  { "contact that is another operation", WA_OP_GET_CONTACT, "{\"remote-id\":\"lists\"}", WA_ERROR_INVALID },
  { "no contacts", WA_OP_CREATE_CONTACTS, "{}", WA_ERROR_INVALID },
  { "tag with a comma", WA_OP_LIST_CONTACTS, "{\"tags\":[\"a,b\"]}", WA_ERROR_INVALID },
  { "foreign cursor", WA_OP_LIST_CONTACTS, "{\"cursor\":\"https://example.com\"}", WA_ERROR_INVALID },
  { "edit of nothing", WA_OP_UPDATE_CONTACT,
    "{\"contact\":{\"remote-id\":\"1\",\"email\":\"a@example.com\"},\"changed\":[\"email\"]}", WA_ERROR_UNSUPPORTED },
  { "file by name", WA_OP_GET_MEDIA, "{\"remote-id\":\"a.jpg\"}", WA_ERROR_INVALID },
  { "products of no catalog", WA_OP_LIST_PRODUCTS, "{}", WA_ERROR_INVALID },
  { "deleting a contact", WA_OP_DELETE_CONTACT, "{\"remote-id\":\"1\"}", WA_ERROR_UNSUPPORTED },
};

static void
test_refusals (void)
{
  g_autoptr(WaProvider) provider = wa_registry_new_provider ("pabbly", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", refusals[i].name);
      g_assert_null (build (provider, refusals[i].op, refusals[i].args, &error));
      g_assert_error (error, WA_ERROR, (int) refusals[i].code);
      g_test_message ("%s", error->message);
    }
}

static void
test_languages (void)
{
  g_autoptr(WaProvider) provider = wa_registry_new_provider ("pabbly", NULL);

  assert_body (provider, WA_OP_SEND, "{\"kind\":\"template\",\"recipient\":\"15551486942\",\"template\":{\"name\":\"t\","
               "\"language\":\"en_GB\",\"shared-name\":true}}",
               "{\"to\":15551486942,\"type\":\"template\",\"templateName\":\"t\",\"languageCode\":\"en_GB\"}");
}

static void
test_new_contact (void)
{
  g_autoptr(WaProvider) provider = wa_registry_new_provider ("pabbly", NULL);

  assert_body (provider, WA_OP_SEND, "{\"kind\":\"text\",\"recipient\":\"15551486942\",\"text\":\"x\",\"contact\":"
               "{\"first-name\":\"Ann\",\"last-name\":\"Lee\",\"number\":\"15551486942\",\"opt-in\":true}}",
               "{\"to\":15551486942,\"type\":\"text\",\"message\":\"x\",\"contact\":{\"name\":\"Ann Lee\",\"optin\":true}}");
  assert_body (provider, WA_OP_SEND,
               "{\"kind\":\"text\",\"recipient\":\"15551486942\",\"text\":\"x\",\"contact\":{\"number\":\"15551486942\"}}",
               "{\"to\":15551486942,\"type\":\"text\",\"message\":\"x\"}");
}

/* Each has one document that names it one way and one that names it another. */
static void
test_options (void)
{
  static const char *const offer =
    "{" TEMPLATE ("{\"kind\":\"header\",\"format\":\"video\"},{\"kind\":\"limited-time-offer\",\"has-expiration\":true}")
    ",\"fields\":[{\"section\":\"media\",\"value\":\"https://example.com/a.mp4\"},"
    "{\"section\":\"offer-expiry\",\"value\":\"2026-12-31T23:59:59Z\"}]}";
  static const char *const code =
    BROADCAST (TEMPLATE (BUTTON ("{\"kind\":\"copy-code\"}")) ",\"fields\":[{\"section\":\"copy-code\",\"value\":\"C\"}]");
  g_autoptr(WaProvider) provider = wa_registry_new_provider ("pabbly", NULL);

  assert_body (provider, WA_OP_SEND, offer,
               "{\"to\":15551486942,\"type\":\"template\",\"templateName\":\"t\",\"languageCode\":\"en\","
               "\"link\":\"https://example.com/a.mp4\",\"ltoFields\":{\"unixTimestamp\":1798761599000}}");
  assert_body (provider, WA_OP_CREATE_BROADCAST, code,
               "{\"name\":\"n\",\"broadcastType\":\"broadcast\",\"messageType\":\"template\",\"status\":\"instant\","
               "\"contactList\":[\"l\"],\"templateName\":\"t\",\"copyCodeParam\":\"C\"}");

  wa_provider_set_setting (provider, "lto-unit", "s");
  wa_provider_set_setting (provider, "broadcast-copy-code-key", "copyCode");
  assert_body (provider, WA_OP_SEND, offer,
               "{\"to\":15551486942,\"type\":\"template\",\"templateName\":\"t\",\"languageCode\":\"en\","
               "\"link\":\"https://example.com/a.mp4\",\"ltoFields\":{\"unixTimestamp\":1798761599}}");
  assert_body (provider, WA_OP_CREATE_BROADCAST, code,
               "{\"name\":\"n\",\"broadcastType\":\"broadcast\",\"messageType\":\"template\",\"status\":\"instant\","
               "\"contactList\":[\"l\"],\"templateName\":\"t\",\"copyCode\":\"C\"}");
}

static void
test_edits (void)
{
  g_autoptr(WaProvider) provider = wa_registry_new_provider ("pabbly", NULL);

  assert_body (provider, WA_OP_UPDATE_CONTACT, "{\"contact\":{\"remote-id\":\"1\"},\"changed\":[\"tags\",\"opt-in\"],"
               "\"tags-to-add\":[\"a\"]}", "{\"tags\":[],\"optin\":false}");
  assert_body (provider, WA_OP_UPDATE_CONTACT, "{\"contact\":{\"remote-id\":\"1\","
               "\"attributes\":[{\"name\":\"city\",\"value\":\"Pune\"}]},\"changed\":[\"attributes\"],"
               "\"removed-attributes\":[\"plan\"]}",
               "{\"attributes\":[{\"name\":\"city\",\"value\":\"Pune\"},{\"name\":\"plan\",\"value\":\"\"}]}");
}

static char *
dup_query (WaOp        op,
           const char *args_text)
{
  g_autoptr(WaProvider) provider = wa_registry_new_provider ("pabbly", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(WaRequest) request = build (provider, op, args_text, &error);

  g_assert_no_error (error);

  return wa_request_dup_query (request);
}

static void
test_page_sizes (void)
{
  g_autofree char *contacts = dup_query (WA_OP_LIST_CONTACTS, "{}");
  g_autofree char *capped = dup_query (WA_OP_LIST_CONTACTS, "{\"page-size\":500,\"cursor\":\"7\"}");
  g_autofree char *templates = dup_query (WA_OP_LIST_TEMPLATES, "{}");
  g_autofree char *everything = dup_query (WA_OP_LIST_TEMPLATES, "{\"everything\":true}");
  g_autofree char *rest = dup_query (WA_OP_LIST_TEMPLATES, "{\"everything\":true,\"cursor\":\"2\"}");
  g_autofree char *products = dup_query (WA_OP_LIST_PRODUCTS, "{\"parent-id\":\"1\",\"search\":\"red & blue\"}");

  g_assert_cmpstr (contacts, ==, "page=1&limit=25");
  g_assert_cmpstr (capped, ==, "page=7&limit=25");
  g_assert_cmpstr (templates, ==, "page=1&limit=50");
  g_assert_cmpstr (everything, ==, "all=true");
  g_assert_cmpstr (rest, ==, "page=2&limit=50");
  g_assert_cmpstr (products, ==, "page=1&limit=50&search=red%20%26%20blue");
}

static GObject *
read_answer (WaOp         op,
             const char  *args_text,
             const char  *body,
             GError     **error)
{
  g_autoptr(WaProvider) provider = wa_registry_new_provider ("pabbly", NULL);
  g_autoptr(GObject) args = call_new_args (op, args_text);
  g_autoptr(GBytes) bytes = g_bytes_new (body, strlen (body));
  g_autoptr(WaAnswer) answer = wa_answer_new (200, NULL, bytes);
  const WaOperation *operation = wa_provider_find (provider, op, args, NULL);

  return wa_provider_read (provider, operation, args, answer, error);
}

static const char *
next_of (GObject *page)
{
  return wa_page_get_next (WA_PAGE (page));
}

/* A server that turns in circles must not be followed forever. */
static void
test_endless_pages (void)
{
  static const char *const item = "{\"_id\":\"1\",\"mobile\":\"15551486942\"}";
  g_autofree char *again =
    g_strdup_printf ("{\"status\":\"success\",\"data\":{\"contacts\":[%s],\"next\":\"x\",\"currentPage\":1}}", item);
  g_autofree char *more =
    g_strdup_printf ("{\"status\":\"success\",\"data\":{\"contacts\":[%s],\"next\":\"x\",\"currentPage\":\"3\"}}", item);
  g_autoptr(GObject) repeated = read_answer (WA_OP_LIST_CONTACTS, "{\"cursor\":\"3\"}", again, NULL);
  g_autoptr(GObject) advanced = read_answer (WA_OP_LIST_CONTACTS, "{\"cursor\":\"3\"}", more, NULL);
  g_autoptr(GObject) last = read_answer (WA_OP_LIST_CONTACTS, "{\"cursor\":\"10000\"}", more, NULL);
  g_autoptr(GObject) empty =
    read_answer (WA_OP_LIST_CONTACTS, "{}", "{\"success\":true,\"data\":{\"contacts\":[],\"next\":\"x\"}}", NULL);

  g_assert_cmpstr (next_of (repeated), ==, "");
  g_assert_cmpstr (next_of (advanced), ==, "4");
  g_assert_cmpstr (next_of (last), ==, "");
  g_assert_cmpstr (next_of (empty), ==, "");
}

/* Pabbly may say yes around Meta's no. */
static void
test_inner_answers (void)
{
  static const char *const args = "{\"kind\":\"text\",\"recipient\":\"15551486942\",\"text\":\"x\"}";
  g_autoptr(GError) refused = NULL;
  g_autoptr(GError) open = NULL;
  g_autoptr(GObject) paused = NULL;

  g_assert_null (read_answer (WA_OP_SEND, args,
                              "{\"status\":\"success\",\"message\":\"Message sent\",\"data\":{\"metaResponse\":{\"status\":400,"
                              "\"error\":{\"code\":131050,\"message\":\"User has stopped marketing\"}}}}", &refused));
  g_assert_error (refused, WA_ERROR, WA_ERROR_REJECTED);
  g_assert_cmpint (wa_error_get_code (refused), ==, 131050);
  g_assert_cmpuint (wa_error_get_class (refused), ==, WA_ERROR_CLASS_NEVER);
  g_assert_nonnull (strstr (refused->message, "User has stopped marketing"));

  g_assert_null (read_answer (WA_OP_SEND, args,
                              "{\"status\":\"success\",\"data\":{\"metaResponse\":{\"messages\":[]}}}", &open));
  g_assert_error (open, WA_ERROR, WA_ERROR_UNCERTAIN);

  paused = read_answer (WA_OP_SEND, args,
                        "{\"status\":\"success\",\"data\":{\"metaResponse\":{\"messages\":[{\"id\":\"wamid.1\","
                        "\"message_status\":\"paused\"}]}}}", NULL);
  g_assert_cmpuint (wa_message_get_state (WA_MESSAGE (paused)), ==, WA_STATE_FAILED);
  g_assert_cmpstr (wa_message_get_error_text (WA_MESSAGE (paused)), !=, "");
}

static void
test_other_template (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (read_answer (WA_OP_GET_TEMPLATE, "{\"name\":\"a\"}",
                              "{\"status\":\"success\",\"data\":{\"template\":{\"_id\":\"1\",\"name\":\"b\",\"language\":\"en\"}}}",
                              &error));
  g_assert_error (error, WA_ERROR, WA_ERROR_NOT_FOUND);
}

/* The key is trimmed, and never shown although the server repeats it. */
static void
test_key (void)
{
  g_autoptr(WaProvider) provider = wa_registry_new_provider ("pabbly", NULL);
  g_autoptr(GObject) args = call_new_args (WA_OP_LIST_TAGS, "{}");
  const WaOperation *operation = wa_provider_find (provider, WA_OP_LIST_TAGS, args, NULL);
  g_autoptr(WaRequest) request = wa_provider_build (provider, operation, args, NULL);
  const char *body = "{\"success\":false,\"error\":\"Key SECRET-1/2 or SECRET-1%2F2 is unknown\"}";
  g_autoptr(GBytes) bytes = g_bytes_new (body, strlen (body));
  g_autoptr(WaAnswer) answer = wa_answer_new (401, NULL, bytes);
  g_autoptr(GError) error = NULL;
  GPtrArray *headers = wa_request_get_headers (request);
  const WaPair *last;

  wa_provider_authorize (provider, operation, request, " bearer SECRET-1/2\n");
  last = g_ptr_array_index (headers, headers->len - 1);
  g_assert_cmpstr (last->name, ==, "Authorization");
  g_assert_cmpstr (last->value, ==, "Bearer SECRET-1/2");
  g_assert_true (last->secret);

  g_assert_null (wa_provider_read (provider, operation, args, answer, &error));
  g_assert_error (error, WA_ERROR, WA_ERROR_AUTH);
  g_assert_null (strstr (error->message, "SECRET"));
  g_assert_nonnull (strstr (error->message, "is unknown"));
}

/* Everything that Pabbly lacks has a sentence that says what would work instead. */
static void
test_reasons (void)
{
  g_autoptr(WaProvider) provider = wa_registry_new_provider ("pabbly", NULL);

  for (WaOp op = 0; op < WA_N_OPS; op++)
    {
      g_autofree char *reason = wa_provider_dup_reason (provider, op, WA_MESSAGE_STICKER);

      if (!wa_provider_supports (provider, op))
        g_assert_nonnull (strstr (reason, "Pabbly Chatflow"));
    }

  g_assert_false (wa_provider_supports_kind (provider, WA_MESSAGE_REPLY_BUTTONS));
  g_assert_true (wa_provider_supports_kind (provider, WA_MESSAGE_LINK_BUTTON));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pabbly/refusals", test_refusals);
  g_test_add_func ("/pabbly/languages", test_languages);
  g_test_add_func ("/pabbly/new-contact", test_new_contact);
  g_test_add_func ("/pabbly/options", test_options);
  g_test_add_func ("/pabbly/edits", test_edits);
  g_test_add_func ("/pabbly/page-sizes", test_page_sizes);
  g_test_add_func ("/pabbly/endless-pages", test_endless_pages);
  g_test_add_func ("/pabbly/inner-answers", test_inner_answers);
  g_test_add_func ("/pabbly/other-template", test_other_template);
  g_test_add_func ("/pabbly/key", test_key);
  g_test_add_func ("/pabbly/reasons", test_reasons);

  return g_test_run ();
}
