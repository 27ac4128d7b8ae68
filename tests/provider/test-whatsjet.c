/* test-whatsjet.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "core/wa-error.h"
#include "model/wa-contact.h"
#include "model/wa-message.h"
#include "model/wa-outgoing.h"
#include "model/wa-page.h"
#include "provider/wa-registry.h"
#include "provider-calls.h"

/* What the golden vectors don't show: refusals before anything is sent, the account's options, odd answers, and what
 * answers teach. */

static WaProvider *
new_provider (void)
{
  WaProvider *provider = wa_registry_new_provider ("whatsjet", NULL);

  wa_provider_set_setting (provider, "vendor-uid", "v/1");
  wa_provider_set_setting (provider, "extra-operations", "on");

  return provider;
}

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

static GObject *
read_answer (WaProvider  *provider,
             WaOp         op,
             const char  *args_text,
             guint        status,
             const char  *body,
             GError     **error)
{
  g_autoptr(GObject) args = call_new_args (op, args_text);
  g_autoptr(WaAnswer) answer = call_new_answer (status, body);

  return wa_provider_read (provider, wa_provider_find (provider, op, args, NULL), args, answer, error);
}

#define TO "\"recipient\":\"919876543210\""
#define TEXT "{\"kind\":\"text\"," TO ",\"text\":\"x\"}"
#define CREATE(members) "{\"contacts\":[{\"number\":\"919876543210\"" members "}]}"
#define EDIT(contact, members) "{\"contact\":{\"number\":\"919876543210\"" contact "}," members "}"
#define TEMPLATE(components, fields) \
  "{\"kind\":\"template\"," TO ",\"template\":{\"name\":\"t\",\"language\":\"en_US\",\"status\":\"APPROVED\"," \
  "\"components\":[" components "]},\"fields\":[" fields "]}"
#define BODY "{\"kind\":\"body\",\"text\":\"Hello\"}"
#define VARIABLE "{\"kind\":\"body\",\"text\":\"Hello {{1}}\"}"
#define VALUE(value) "{\"section\":\"body\",\"key\":\"{{1}}\",\"value\":\"" value "\"}"
#define HEADER(format) "{\"kind\":\"header\",\"format\":\"" format "\"}"
#define BUTTON(button) BODY ",{\"kind\":\"buttons\",\"buttons\":[" button "]}"
#define PLACE(latitude) TEMPLATE (HEADER ("location"), \
  "{\"section\":\"location\",\"key\":\"latitude\",\"value\":\"" latitude "\"}," \
  "{\"section\":\"location\",\"key\":\"longitude\",\"value\":\"-180\"}," \
  "{\"section\":\"location\",\"key\":\"name\",\"value\":\"Shop\"}," \
  "{\"section\":\"location\",\"key\":\"address\",\"value\":\"Road 1\"}")
#define CARD(body, button) "{\"components\":[" HEADER ("image") ",{\"kind\":\"body\",\"text\":\"" body "\"}," \
  "{\"kind\":\"buttons\",\"buttons\":[" button "]}]}"
#define REPLY "{\"kind\":\"quick-reply\",\"text\":\"More\"}"
#define CARDS(cards) TEMPLATE (BODY ",{\"kind\":\"carousel\",\"cards\":[" cards "]}", \
  "{\"section\":\"media\",\"card\":1,\"value\":\"https://a.example/1.jpg\"}," \
  "{\"section\":\"media\",\"card\":2,\"value\":\"https://a.example/2.jpg\"}")
#define PRESS(kind, more) "{\"kind\":\"" kind "\"," TO ",\"text\":\"Hi\"" more "}"
#define TITLES(titles) ",\"buttons\":[" titles "]"
#define ROWS ",\"button-text\":\"Open\",\"sections\":[{\"title\":\"A\",\"rows\":[{\"title\":\"a\",\"description\":\"d\"}]}," \
  "{\"title\":\"B\",\"rows\":[{\"title\":\"b\",\"row-id\":\"own\"}]}]"

typedef struct
{
  const char *name;
  WaOp        op;
  const char *args;
  WaError     code;
} Refusal;

static const Refusal refusals[] = {
  { "seven-digits", WA_OP_SEND, "{\"kind\":\"text\",\"recipient\":\"9198765\",\"text\":\"x\"}", WA_ERROR_INVALID },
  { "empty-text", WA_OP_SEND, "{\"kind\":\"text\"," TO "}", WA_ERROR_INVALID },
  { "quotation", WA_OP_SEND, "{\"kind\":\"text\"," TO ",\"text\":\"x\",\"quoted-id\":\"wamid.1\"}",
    WA_ERROR_UNSUPPORTED },
  { "sender", WA_OP_SEND, "{\"kind\":\"text\"," TO ",\"text\":\"x\",\"sender-id\":\"+91\"}", WA_ERROR_INVALID },
  { "comma-in-list", WA_OP_SEND, "{\"kind\":\"text\"," TO ",\"text\":\"x\",\"contact\":{\"lists\":[\"a,b\"]}}",
    WA_ERROR_UNSUPPORTED },
  { "blank-list", WA_OP_SEND, "{\"kind\":\"text\"," TO ",\"text\":\"x\",\"contact\":{\"lists\":[\" \"]}}",
    WA_ERROR_UNSUPPORTED },

  { "plain-http", WA_OP_SEND, "{\"kind\":\"image\"," TO ",\"link\":\"http://a.example/a.jpg\"}", WA_ERROR_INVALID },
  { "no-file", WA_OP_SEND, "{\"kind\":\"image\"," TO "}", WA_ERROR_INVALID },
  { "uploaded-file", WA_OP_SEND, "{\"kind\":\"image\"," TO ",\"media-id\":\"1\"}", WA_ERROR_UNSUPPORTED },
  { "captioned-document", WA_OP_SEND,
    "{\"kind\":\"document\"," TO ",\"link\":\"https://a.example/a.pdf\",\"caption\":\"x\"}", WA_ERROR_UNSUPPORTED },
  { "captioned-sound", WA_OP_SEND,
    "{\"kind\":\"audio\"," TO ",\"link\":\"https://a.example/a.ogg\",\"caption\":\"x\"}", WA_ERROR_UNSUPPORTED },
  { "nameless-document", WA_OP_SEND, "{\"kind\":\"document\"," TO ",\"link\":\"https://a.example/\"}",
    WA_ERROR_INVALID },
  { "folder", WA_OP_SEND,
    "{\"kind\":\"document\"," TO ",\"link\":\"https://a.example/a.pdf\",\"filename\":\"a/b.pdf\"}", WA_ERROR_INVALID },
  { "line-break-in-name", WA_OP_SEND,
    "{\"kind\":\"document\"," TO ",\"link\":\"https://a.example/a.pdf\",\"filename\":\"a\\nb.pdf\"}",
    WA_ERROR_INVALID },
  { "sticker", WA_OP_SEND, "{\"kind\":\"sticker\"," TO "}", WA_ERROR_UNSUPPORTED },
  { "place", WA_OP_SEND, "{\"kind\":\"location\"," TO "}", WA_ERROR_UNSUPPORTED },

  { "no-template", WA_OP_SEND, "{\"kind\":\"template\"," TO "}", WA_ERROR_INVALID },
  { "unknown-parts", WA_OP_SEND, TEMPLATE ("", ""), WA_ERROR_INVALID },
  { "no-language", WA_OP_SEND, "{\"kind\":\"template\"," TO ",\"template\":{\"name\":\"t\",\"components\":[" BODY "]}}",
    WA_ERROR_INVALID },
  { "not-approved", WA_OP_SEND, "{\"kind\":\"template\"," TO ",\"template\":{\"name\":\"t\",\"language\":\"en\","
    "\"status\":\"REJECTED\",\"components\":[" BODY "]}}", WA_ERROR_INVALID },
  { "one-time-code", WA_OP_SEND, "{\"kind\":\"template\"," TO ",\"template\":{\"name\":\"t\",\"language\":\"en\","
    "\"category\":\"AUTHENTICATION\",\"components\":[" BODY "]}}", WA_ERROR_UNSUPPORTED },
  { "offer", WA_OP_SEND, TEMPLATE (BODY ",{\"kind\":\"limited-time-offer\"}", ""), WA_ERROR_UNSUPPORTED },
  { "product-header", WA_OP_SEND, TEMPLATE (HEADER ("product"), ""), WA_ERROR_UNSUPPORTED },
  { "sample-is-no-file", WA_OP_SEND, TEMPLATE (HEADER ("image"), ""), WA_ERROR_INVALID },
  { "missing-value", WA_OP_SEND, TEMPLATE (VARIABLE, ""), WA_ERROR_INVALID },
  { "line-break-in-value", WA_OP_SEND, TEMPLATE (VARIABLE, VALUE ("a\\nb")), WA_ERROR_INVALID },
  { "five-blanks-in-value", WA_OP_SEND, TEMPLATE (VARIABLE, VALUE ("a     b")), WA_ERROR_INVALID },
  { "decimal-comma", WA_OP_SEND, PLACE ("22,22"), WA_ERROR_INVALID },
  { "off-the-earth", WA_OP_SEND, PLACE ("90.1"), WA_ERROR_INVALID },
  { "no-degrees", WA_OP_SEND, PLACE ("0x10"), WA_ERROR_INVALID },
  { "half-address", WA_OP_SEND,
    TEMPLATE (BUTTON ("{\"kind\":\"url\",\"text\":\"Shop\",\"url\":\"https://a.example/{{1}}\"}"), ""), WA_ERROR_INVALID },
  { "no-code", WA_OP_SEND, TEMPLATE (BUTTON ("{\"kind\":\"copy-code\"}"), ""), WA_ERROR_INVALID },
  { "other-answer", WA_OP_SEND,
    TEMPLATE (BUTTON (REPLY), "{\"section\":\"quick-reply\",\"value\":\"START\"}"), WA_ERROR_UNSUPPORTED },
  { "catalog-button", WA_OP_SEND, TEMPLATE (BUTTON ("{\"kind\":\"catalog\"}"), ""), WA_ERROR_UNSUPPORTED },
  { "one-card", WA_OP_SEND, CARDS (CARD ("a", REPLY)), WA_ERROR_INVALID },
  { "value-in-card", WA_OP_SEND, CARDS (CARD ("{{1}}", REPLY) "," CARD ("b", REPLY)), WA_ERROR_UNSUPPORTED },
  { "address-in-card", WA_OP_SEND,
    CARDS (CARD ("a", "{\"kind\":\"url\",\"url\":\"https://a.example/{{1}}\"}") "," CARD ("b", REPLY)),
    WA_ERROR_UNSUPPORTED },
  { "third-card-without-file", WA_OP_SEND, CARDS (CARD ("a", REPLY) "," CARD ("b", REPLY) "," CARD ("c", REPLY)),
    WA_ERROR_INVALID },

  { "no-button", WA_OP_SEND, PRESS ("reply-buttons", ""), WA_ERROR_INVALID },
  { "four-buttons", WA_OP_SEND, PRESS ("reply-buttons", TITLES ("{\"title\":\"a\"},{\"title\":\"b\"},{\"title\":\"c\"},"
    "{\"title\":\"d\"}")), WA_ERROR_INVALID },
  { "same-titles", WA_OP_SEND, PRESS ("reply-buttons", TITLES ("{\"title\":\"a\"},{\"title\":\"a\"}")), WA_ERROR_INVALID },
  { "picture-above-list", WA_OP_SEND,
    PRESS ("list", ROWS ",\"header-format\":\"image\",\"header-link\":\"https://a.example/a.jpg\""), WA_ERROR_UNSUPPORTED },
  { "named-file-above-buttons", WA_OP_SEND, PRESS ("reply-buttons", TITLES ("{\"title\":\"a\"}")
    ",\"header-format\":\"document\",\"header-link\":\"https://a.example/a.pdf\",\"header-filename\":\"a.pdf\""),
    WA_ERROR_UNSUPPORTED },
  { "place-above-buttons", WA_OP_SEND, PRESS ("reply-buttons", TITLES ("{\"title\":\"a\"}")
    ",\"header-format\":\"location\""), WA_ERROR_UNSUPPORTED },
  { "link-to-nowhere", WA_OP_SEND, PRESS ("link-button", ",\"button-text\":\"Go\",\"url\":\"shop\""), WA_ERROR_INVALID },
  { "no-section", WA_OP_SEND, PRESS ("list", ",\"button-text\":\"Open\""), WA_ERROR_INVALID },

  { "short-number-of-a-contact", WA_OP_CREATE_CONTACTS, "{\"contacts\":[{\"number\":\"9198765\"}]}", WA_ERROR_INVALID },
  { "two-contacts", WA_OP_CREATE_CONTACTS,
    "{\"contacts\":[{\"number\":\"919876543210\"},{\"number\":\"919876543211\"}]}", WA_ERROR_INVALID },
  { "half-e-mail", WA_OP_CREATE_CONTACTS, CREATE (",\"email\":\"johan@\""), WA_ERROR_INVALID },
  { "nothing-changed", WA_OP_UPDATE_CONTACT, EDIT ("", "\"changed\":[]"), WA_ERROR_UNSUPPORTED },
  { "tags-alone", WA_OP_UPDATE_CONTACT, EDIT ("", "\"changed\":[\"tags\"],\"tags-to-add\":[\"VIP\"]"),
    WA_ERROR_UNSUPPORTED },
  { "other-number", WA_OP_UPDATE_CONTACT, EDIT ("", "\"changed\":[\"number\"]"), WA_ERROR_UNSUPPORTED },
  { "gender", WA_OP_UPDATE_CONTACT, EDIT ("", "\"changed\":[\"gender\"]"), WA_ERROR_UNSUPPORTED },
  { "name-besides-others", WA_OP_UPDATE_CONTACT, EDIT (",\"first-name\":\"J\"", "\"changed\":[\"name\"]"),
    WA_ERROR_UNSUPPORTED },
  { "wrong-e-mail", WA_OP_UPDATE_CONTACT, EDIT (",\"email\":\"a b@c\"", "\"changed\":[\"email\"]"), WA_ERROR_INVALID },
  { "list-with-comma", WA_OP_UPDATE_CONTACT, EDIT (",\"lists\":[\"a,b\"]", "\"changed\":[\"lists\"]"),
    WA_ERROR_UNSUPPORTED },
  { "status-of-nothing", WA_OP_GET_MESSAGE_STATUS, "{}", WA_ERROR_INVALID },
  { "no-member", WA_OP_ASSIGN_MEMBER, "{\"number\":\"919876543210\"}", WA_ERROR_INVALID },
  { "two-members", WA_OP_ASSIGN_MEMBER, "{\"number\":\"919876543210\",\"targets\":[\"a\",\"b\"]}", WA_ERROR_INVALID },
  { "page-zero", WA_OP_LIST_CONTACTS, "{\"cursor\":\"0\"}", WA_ERROR_INVALID },

  { "delete", WA_OP_DELETE_CONTACT, "{\"number\":\"919876543210\"}", WA_ERROR_UNSUPPORTED },
  { "tag", WA_OP_CREATE_TAG, "{\"name\":\"VIP\"}", WA_ERROR_UNSUPPORTED },
  { "draft", WA_OP_CREATE_TEMPLATE, "{\"name\":\"t\"}", WA_ERROR_UNSUPPORTED },
  { "broadcast", WA_OP_CREATE_BROADCAST, "{}", WA_ERROR_UNSUPPORTED },
  { "history", WA_OP_LIST_MESSAGES, "{}", WA_ERROR_UNSUPPORTED },
};

static void
test_refusal (gconstpointer data)
{
  const Refusal *refusal = data;
  g_autoptr(WaProvider) provider = new_provider ();
  g_autoptr(GError) error = NULL;
  g_autoptr(WaRequest) request = build (provider, refusal->op, refusal->args, &error);

  g_assert_null (request);
  g_assert_error (error, WA_ERROR, (int) refusal->code);
  g_test_message ("%s", error->message);
}

typedef struct
{
  const char *name;
  WaOp        op;
  const char *args;
  const char *place;   /* behind the vendor, with the query */
  const char *body;    /* (nullable) */
} Writing;

#define SENT "\"phone_number\":\"919876543210\""
#define SENT_TEMPLATE "{" SENT ",\"template_name\":\"t\",\"template_language\":\"en_US\""

static const Writing writings[] = {
  { "empty-contact", WA_OP_SEND, "{\"kind\":\"text\"," TO ",\"text\":\"{{1}}\",\"contact\":{}}", "contact/send-message",
    "{" SENT ",\"message_body\":\"{{1}}\"}" },
  { "picture", WA_OP_SEND,
    "{\"kind\":\"image\"," TO ",\"link\":\"https://a.example/a.jpg?a=1&b=2\",\"caption\":\"c\",\"filename\":\"f\"}",
    "contact/send-media-message",
    "{" SENT ",\"media_type\":\"image\",\"media_url\":\"https://a.example/a.jpg?a=1&b=2\",\"caption\":\"c\"}" },
  { "name-from-address", WA_OP_SEND, "{\"kind\":\"document\"," TO ",\"link\":\"https://a.example/d/a%20b.pdf?x=1\"}",
    "contact/send-media-message",
    "{" SENT ",\"media_type\":\"document\",\"media_url\":\"https://a.example/d/a%20b.pdf?x=1\","
    "\"file_name\":\"a b.pdf\"}" },
  { "header-picture", WA_OP_SEND,
    TEMPLATE (HEADER ("image"), "{\"section\":\"media\",\"value\":\"https://a.example/a.jpg\"},"
                                "{\"section\":\"filename\",\"value\":\"never-sent.jpg\"}"),
    "contact/send-template-message", SENT_TEMPLATE ",\"header_image\":\"https://a.example/a.jpg\"}" },
  { "header-document", WA_OP_SEND,
    TEMPLATE (HEADER ("document"), "{\"section\":\"media\",\"value\":\"https://a.example/a.pdf\"}"),
    "contact/send-template-message",
    SENT_TEMPLATE ",\"header_document\":\"https://a.example/a.pdf\",\"header_document_name\":\"a.pdf\"}" },
  { "place", WA_OP_SEND, PLACE ("-90.0"), "contact/send-template-message",
    SENT_TEMPLATE ",\"location_latitude\":\"-90.0\",\"location_longitude\":\"-180\",\"location_name\":\"Shop\","
    "\"location_address\":\"Road 1\"}" },
  { "five-variables", WA_OP_SEND,
    TEMPLATE ("{\"kind\":\"body\",\"text\":\"{{a}} {{b}} {{a}} {{c}} {{d}} {{e}}\"}",
              VALUE ("1") "," VALUE ("2") "," VALUE ("3") "," VALUE ("4") "," VALUE ("5")),
    "contact/send-template-message",
    SENT_TEMPLATE ",\"field_1\":\"1\",\"field_2\":\"2\",\"field_3\":\"3\",\"field_4\":\"4\",\"field_5\":\"5\"}" },
  { "buttons-count-from-0", WA_OP_SEND,
    TEMPLATE (BUTTON (REPLY ",{\"kind\":\"url\",\"text\":\"A\",\"url\":\"https://a.example/{{1}}\"},"
                      "{\"kind\":\"phone-number\"},{\"kind\":\"url\",\"text\":\"B\",\"url\":\"https://a.example/{{1}}\"}"),
              "{\"section\":\"url-button\",\"button\":3,\"value\":\"{email}\"},"
              "{\"section\":\"url-button\",\"button\":1,\"value\":\"ü b?c=1%20\"}"),
    "contact/send-template-message", SENT_TEMPLATE ",\"button_1\":\"%C3%BC%20b?c=1%20\",\"button_3\":\"{email}\"}" },
  { "template-with-contact", WA_OP_SEND,
    "{\"kind\":\"template\"," TO ",\"template\":{\"name\":\"t\",\"language\":\"en_US\",\"components\":[" BODY "]},"
    "\"contact\":{\"first-name\":\"J\",\"attributes\":[{\"name\":\"BDay\",\"value\":\"1\"}]}}",
    "contact/send-template-message", SENT_TEMPLATE ",\"contact\":{\"first_name\":\"J\"}}" },

  { "link", WA_OP_SEND, PRESS ("link-button", ",\"button-text\":\"Go\",\"url\":\"https://a.example\",\"header-format\":\"video\","
    "\"header-link\":\"https://a.example/v.mp4\""), "contact/send-interactive-message",
    "{" SENT ",\"interactive_type\":\"cta_url\",\"body_text\":\"Hi\",\"header_type\":\"video\","
    "\"media_link\":\"https://a.example/v.mp4\",\"cta_url\":{\"display_text\":\"Go\",\"url\":\"https://a.example\"}}" },
  { "list", WA_OP_SEND, PRESS ("list", ROWS), "contact/send-interactive-message",
    "{" SENT ",\"interactive_type\":\"list\",\"body_text\":\"Hi\",\"list_data\":{\"button_text\":\"Open\",\"sections\":{"
    "\"section_1\":{\"title\":\"A\",\"rows\":{\"row_1\":{\"id\":\"r1\",\"title\":\"a\",\"description\":\"d\",\"row_id\":\"r1\"}},"
    "\"id\":\"section_1\"},"
    "\"section_2\":{\"title\":\"B\",\"rows\":{\"row_1\":{\"id\":\"own\",\"title\":\"b\",\"row_id\":\"own\"}},"
    "\"id\":\"section_2\"}}}}" },

  { "number-for-a-name", WA_OP_CREATE_CONTACTS, CREATE (""), "contact/create",
    "{" SENT ",\"first_name\":\"919876543210\"}" },
  { "whole-name", WA_OP_CREATE_CONTACTS, CREATE (",\"name\":\"Johan Doe\",\"tags\":[\"VIP\"]"), "contact/create",
    "{" SENT ",\"first_name\":\"Johan Doe\"}" },
  { "last-list-removed", WA_OP_UPDATE_CONTACT, EDIT ("", "\"changed\":[\"lists\"]"), "contact/update/919876543210",
    "{\"groups\":\"\"}" },
  { "opted-out", WA_OP_UPDATE_CONTACT, EDIT ("", "\"changed\":[\"opt-in\",\"ai-bot-enabled\",\"tags\"]"),
    "contact/update/919876543210", "{\"whatsapp_opt_out\":true,\"enable_ai_bot\":false}" },
  { "fields", WA_OP_UPDATE_CONTACT,
    EDIT (",\"attributes\":[{\"name\":\"BDay\",\"value\":\"1\"}]",
          "\"changed\":[\"attributes\"],\"removed-attributes\":[\"Age\"]"),
    "contact/update/919876543210", "{\"custom_fields\":{\"BDay\":\"1\",\"Age\":\"\"}}" },
  { "field-removed", WA_OP_UPDATE_CONTACT, EDIT ("", "\"removed-attributes\":[\"Age\"]"),
    "contact/update/919876543210", "{\"custom_fields\":{\"Age\":\"\"}}" },
  { "only-name", WA_OP_UPDATE_CONTACT, EDIT (",\"name\":\"Johan\"", "\"changed\":[\"name\"]"),
    "contact/update/919876543210", "{\"first_name\":\"Johan\"}" },
  { "switches-left-alone", WA_OP_ASSIGN_MEMBER, "{\"number\":\"919876543210\",\"target-ids\":[\"7\"],\"targets\":[\"a\"]}",
    "contact/assign-team-member", "{" SENT ",\"username_or_email\":\"7\"}" },

  { "search", WA_OP_LIST_CONTACTS, "{\"cursor\":\"3\",\"page-size\":5,\"search\":\"a b\"}",
    "contacts?page=3&page_size=5&search_term=a%20b", NULL },
  { "one-contact", WA_OP_LIST_CONTACTS, "{\"number\":\"919876543210\"}", "contact?phone_number_or_email=919876543210",
    NULL },
};

static void
test_writing (gconstpointer data)
{
  const Writing *writing = data;
  g_autoptr(WaProvider) provider = new_provider ();
  g_autoptr(GError) error = NULL;
  g_autoptr(WaRequest) request = build (provider, writing->op, writing->args, &error);
  g_autofree char *place = g_strconcat ("/v%2F1/", writing->place, NULL);
  g_autofree char *query = NULL;
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  query = wa_request_dup_query (request);
  found = g_strconcat (wa_request_get_path (request), query != NULL ? "?" : NULL, query, NULL);
  g_assert_cmpstr (found, ==, place);
  g_assert_true ((wa_request_get_json (request) == NULL) == (writing->body == NULL));
  if (writing->body != NULL)
    {
      g_autofree char *body = json_to_string (wa_request_get_json (request), FALSE);

      g_assert_cmpstr (body, ==, writing->body);
    }
}

typedef struct
{
  const char *name;
  WaOp        op;
  const char *args;
  guint       status;
  const char *body;
  int         code;    /* -1: it worked */
  const char *text;    /* (nullable): what the error says */
} Reading;

#define GOOD (-1)
#define EDITED EDIT (",\"first-name\":\"J\"", "\"changed\":[\"first-name\"]")
#define NUMBER "{\"number\":\"919876543210\"}"
#define PAGE "<html></html>"

static const Reading readings[] = {
  { "capitals", WA_OP_SEND, TEXT, 201, "{\"result\":\"SUCCESS\",\"data\":[]}", GOOD, NULL },
  { "notice-behind", WA_OP_SEND, TEXT, 200, "{\"result\":\"success\",\"data\":null}<br />Deprecated", GOOD, NULL },
  { "id-alone", WA_OP_SEND, TEXT, 200, "{\"message\":\"ok\",\"data\":{\"log_uid\":\"1\"}}", GOOD, NULL },
  { "flag-alone", WA_OP_SEND, TEXT, 202, "{\"success\":true}", GOOD, NULL },
  { "message-alone", WA_OP_SEND, TEXT, 200, "{\"message\":\"ok\",\"data\":{}}", WA_ERROR_UNCERTAIN, NULL },
  { "number-as-result", WA_OP_SEND, TEXT, 200, "{\"result\":1}", WA_ERROR_UNCERTAIN, NULL },
  { "list-as-answer", WA_OP_SEND, TEXT, 200, "[]", WA_ERROR_UNCERTAIN, NULL },
  { "error-alone", WA_OP_SEND, TEXT, 200, "{\"error\":\"Plan ended\"}", WA_ERROR_REJECTED, "Plan ended" },
  { "other-word", WA_OP_SEND, TEXT, 200, "{\"result\":\"queued\",\"message\":\"later\"}", WA_ERROR_REJECTED, "later" },
  { "accepted-but-failed", WA_OP_SEND, TEXT, 200,
    "{\"result\":\"success\",\"message\":\"(#131026) Undeliverable\",\"data\":{\"wamid\":\"w\",\"status\":\"failed\"}}",
    WA_ERROR_REJECTED, "131026" },
  { "all-complaints", WA_OP_SEND, TEXT, 422,
    "{\"message\":\"Invalid\",\"errors\":{\"a\":[\"One.\",\"Other.\"],\"b\":\"Two.\",\"c\":[7]}}", WA_ERROR_REJECTED,
    "“One. Two.”" },
  { "meta-number", WA_OP_SEND, TEXT, 200,
    "{\"result\":\"failed\",\"message\":\"(#131047) Re-engagement message\"}", WA_ERROR_REJECTED, "template" },
  { "moved", WA_OP_UPDATE_CONTACT, EDITED, 301, "", WA_ERROR_PROTOCOL, "redirects" },
  { "moved-while-creating", WA_OP_CREATE_CONTACTS, CREATE (""), 302, "", WA_ERROR_UNCERTAIN, "redirects" },
  { "created-silently", WA_OP_CREATE_CONTACTS, CREATE (""), 204, "", GOOD, NULL },
  { "changed-silently", WA_OP_UPDATE_CONTACT, EDITED, 200, "", GOOD, NULL },
  { "nothing-listed", WA_OP_LIST_CONTACTS, "{}", 204, "", WA_ERROR_PROTOCOL, NULL },
  { "exists", WA_OP_CREATE_CONTACTS, CREATE (""), 409, "{\"message\":\"Duplicate\"}", WA_ERROR_REJECTED, "change that contact" },
  { "trouble-while-creating", WA_OP_CREATE_CONTACTS, CREATE (""), 500, "{}", WA_ERROR_UNCERTAIN, NULL },
  { "trouble-while-changing", WA_OP_UPDATE_CONTACT, EDITED, 503, PAGE, WA_ERROR_NETWORK, NULL },
  { "page-instead-of-change", WA_OP_UPDATE_CONTACT, EDITED, 200, " \n" PAGE, WA_ERROR_PROTOCOL, "web page" },
  { "no-such-contact-to-change", WA_OP_UPDATE_CONTACT, EDITED, 404,
    "{\"result\":\"failed\",\"message\":\"Contact not found\"}", WA_ERROR_NOT_FOUND, "create it" },
  { "inactive-vendor", WA_OP_UPDATE_CONTACT, EDITED, 403, "{\"message\":\"Inactive\"}", WA_ERROR_REJECTED, "plan" },
  { "web-login", WA_OP_UPDATE_CONTACT, EDITED, 419, PAGE, WA_ERROR_AUTH, NULL },
  { "too-large", WA_OP_SEND, TEXT, 413, PAGE, WA_ERROR_REJECTED, NULL },
  { "contact-elsewhere", WA_OP_GET_CONTACT, NUMBER, 200,
    "{\"result\":\"success\",\"data\":{\"a\":[{\"b\":{\"phone_number\":919876543210}}]}}", GOOD, NULL },
  { "no-contact", WA_OP_GET_CONTACT, NUMBER, 200, "{\"result\":\"success\",\"data\":[]}", WA_ERROR_PROTOCOL, NULL },
  { "no-groups", WA_OP_LIST_LISTS, "{}", 200, "{\"result\":\"success\",\"data\":{\"groups\":[]}}", GOOD, NULL },
  { "groups-themselves", WA_OP_LIST_LISTS, "{}", 200, "{\"result\":\"success\",\"data\":[{\"name\":\"a\"}]}", GOOD, NULL },
};

static void
test_reading (gconstpointer data)
{
  const Reading *reading = data;
  g_autoptr(WaProvider) provider = new_provider ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GObject) result = read_answer (provider, reading->op, reading->args, reading->status, reading->body, &error);

  if (reading->code == GOOD)
    {
      g_assert_no_error (error);
      g_assert_nonnull (result);
      return;
    }

  g_assert_error (error, WA_ERROR, reading->code);
  g_test_message ("%s", error->message);
  if (reading->text != NULL)
    g_assert_nonnull (strstr (error->message, reading->text));
}

static void
test_vendor (void)
{
  g_autoptr(WaProvider) provider = wa_registry_new_provider ("whatsjet", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (build (provider, WA_OP_LIST_CONTACTS, "{}", &error));
  g_assert_error (error, WA_ERROR, WA_ERROR_INVALID);
}

/* Sends that the document does not know wait for the user's word. */
static void
test_extra (void)
{
  static const WaMessageKind kinds[] = { WA_MESSAGE_REPLY_BUTTONS, WA_MESSAGE_LINK_BUTTON, WA_MESSAGE_LIST };
  g_autoptr(WaProvider) provider = new_provider ();
  g_autoptr(GError) error = NULL;

  g_assert_true (wa_provider_supports_kind (provider, WA_MESSAGE_LIST));
  wa_provider_set_setting (provider, "extra-operations", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *reason = wa_provider_dup_reason (provider, WA_OP_SEND, kinds[i]);

      g_assert_false (wa_provider_supports_kind (provider, kinds[i]));
      g_assert_nonnull (strstr (reason, "additional operations"));
    }

  g_assert_true (wa_provider_supports_kind (provider, WA_MESSAGE_TEMPLATE));
  g_assert_null (build (provider, WA_OP_SEND, CARDS (CARD ("a", REPLY) "," CARD ("b", REPLY)), &error));
  g_assert_error (error, WA_ERROR, WA_ERROR_UNSUPPORTED);
  g_assert_nonnull (strstr (error->message, "additional operations"));
}

/* An operation that a server lacks goes away alone, whatever it says it with; one that lacks a record stays. */
static void
test_missing_operation (void)
{
  g_autoptr(WaProvider) provider = new_provider ();
  g_autoptr(GError) error = NULL;
  g_autofree char *reason = NULL;

  g_assert_null (read_answer (provider, WA_OP_GET_CONTACT, NUMBER, 404,
                              "{\"result\":\"failed\",\"message\":\"Contact not found\"}", &error));
  g_assert_error (error, WA_ERROR, WA_ERROR_NOT_FOUND);
  g_assert_true (wa_provider_supports (provider, WA_OP_GET_CONTACT));
  g_clear_error (&error);

  g_assert_null (read_answer (provider, WA_OP_LIST_CONTACTS, "{}", 404, PAGE, &error));
  g_assert_error (error, WA_ERROR, WA_ERROR_NOT_FOUND);
  g_assert_true (wa_provider_supports (provider, WA_OP_LIST_CONTACTS));
  g_clear_error (&error);

  g_assert_null (read_answer (provider, WA_OP_LIST_LISTS, "{}", 404, "{\"message\":\"Not Found\"}", &error));
  g_assert_error (error, WA_ERROR, WA_ERROR_UNSUPPORTED);
  g_assert_false (wa_provider_supports (provider, WA_OP_LIST_LISTS));
  g_assert_true (wa_provider_supports (provider, WA_OP_LIST_TAGS));
  reason = wa_provider_dup_reason (provider, WA_OP_LIST_LISTS, WA_MESSAGE_UNKNOWN);
  g_assert_nonnull (strstr (reason, "this computer"));
  g_clear_error (&error);

  g_assert_null (read_answer (provider, WA_OP_SEND, PRESS ("list", ROWS), 405, "{\"message\":\"No\"}", &error));
  g_assert_error (error, WA_ERROR, WA_ERROR_UNSUPPORTED);
  g_assert_false (wa_provider_supports_kind (provider, WA_MESSAGE_LIST));
  g_clear_error (&error);

  /* Messages go on: a wrong address is the likelier reason. */
  g_assert_null (read_answer (provider, WA_OP_SEND, TEXT, 405, "{\"message\":\"No\"}", &error));
  g_assert_error (error, WA_ERROR, WA_ERROR_UNSUPPORTED);
  g_assert_true (wa_provider_supports_kind (provider, WA_MESSAGE_TEXT));
}

static gboolean
fall_back (WaProvider *provider,
           WaOp        op,
           const char *args_text,
           guint       status,
           const char *body)
{
  g_autoptr(GObject) args = call_new_args (op, args_text);
  g_autoptr(WaAnswer) answer = call_new_answer (status, body);
  const WaOperation *operation = wa_provider_find (provider, op, args, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (wa_provider_read (provider, operation, args, answer, &error));

  return wa_provider_fall_back (provider, operation, args, answer, error);
}

/* Two operations have a second form: it is tried once, and the first again the next time. */
static void
test_second_forms (void)
{
  g_autoptr(WaProvider) provider = new_provider ();
  g_autoptr(WaRequest) templates = NULL;
  g_autoptr(WaRequest) contact = NULL;
  g_autoptr(WaRequest) again = NULL;
  g_autofree char *query = NULL;

  g_assert_true (fall_back (provider, WA_OP_LIST_TEMPLATES, "{}", 404, "{\"message\":\"Not Found\"}"));
  templates = build (provider, WA_OP_LIST_TEMPLATES, "{}", NULL);
  g_assert_cmpstr (wa_request_get_path (templates), ==, "/v%2F1/templates");
  g_assert_false (fall_back (provider, WA_OP_LIST_TEMPLATES, "{}", 404, "{\"message\":\"Not Found\"}"));
  g_assert_false (wa_provider_supports (provider, WA_OP_LIST_TEMPLATES));
  g_assert_cmpstr (wa_provider_get_setting (provider, "template-path"), ==, "");

  g_assert_true (fall_back (provider, WA_OP_GET_CONTACT, NUMBER, 422, "{\"message\":\"phone_number is required\"}"));
  contact = build (provider, WA_OP_GET_CONTACT, NUMBER, NULL);
  query = wa_request_dup_query (contact);
  g_assert_cmpstr (query, ==, "phone_number=919876543210");
  g_assert_false (fall_back (provider, WA_OP_GET_CONTACT, NUMBER, 422, "{\"message\":\"No\"}"));
  again = build (provider, WA_OP_GET_CONTACT, NUMBER, NULL);
  g_free (query);
  query = wa_request_dup_query (again);
  g_assert_cmpstr (query, ==, "phone_number_or_email=919876543210");
}

/* Sounds are tried; a server that refuses the kind itself is not asked again. */
static void
test_sounds (void)
{
  static const char *const sound = "{\"kind\":\"audio\"," TO ",\"link\":\"https://a.example/a.ogg\"}";
  g_autoptr(WaProvider) provider = new_provider ();
  g_autofree char *reason = NULL;

  g_assert_null (read_answer (provider, WA_OP_SEND, sound, 422, "{\"errors\":{\"media_url\":[\"No file\"]}}", NULL));
  g_assert_true (wa_provider_supports_kind (provider, WA_MESSAGE_AUDIO));

  g_assert_null (read_answer (provider, WA_OP_SEND, sound, 422, "{\"errors\":{\"media_type\":[\"Invalid\"]}}", NULL));
  g_assert_false (wa_provider_supports_kind (provider, WA_MESSAGE_AUDIO));
  g_assert_true (wa_provider_supports_kind (provider, WA_MESSAGE_DOCUMENT));
  reason = wa_provider_dup_reason (provider, WA_OP_SEND, WA_MESSAGE_AUDIO);
  g_assert_nonnull (strstr (reason, "document"));
}

static void
test_message (void)
{
  g_autoptr(WaProvider) provider = new_provider ();
  g_autoptr(GObject) silent = read_answer (provider, WA_OP_SEND, TEXT, 204, "", NULL);
  g_autoptr(GObject) other =
    read_answer (provider, WA_OP_SEND, TEXT, 200, "{\"result\":\"success\",\"data\":{\"wamid\":\"w\",\"status\":\"Read\","
                 "\"phone_number\":\"+5511987654321\",\"contact_uid\":\"c\"}}", NULL);

  g_assert_cmpint (wa_message_get_state (WA_MESSAGE (silent)), ==, WA_STATE_SENT);
  g_assert_cmpstr (wa_message_get_remote_id (WA_MESSAGE (silent)), ==, "");

  g_assert_cmpint (wa_message_get_state (WA_MESSAGE (other)), ==, WA_STATE_READ);
  g_assert_cmpstr (wa_message_get_remote_id (WA_MESSAGE (other)), ==, "w");
  g_assert_cmpstr (wa_message_get_contact_id (WA_MESSAGE (other)), ==, "c");
  g_assert_cmpstr (wa_message_get_recipient (WA_MESSAGE (other)), ==, "919876543210");
  g_assert_cmpstr (wa_message_get_wa_id (WA_MESSAGE (other)), ==, "5511987654321");
}

#define STATUS(status) "{\"result\":\"success\",\"data\":{\"status\":\"" status "\",\"updated_at\":\"2025-09-04 10:00:05\"}}"

/* A word that is not known changes nothing, but is shown; times are in the account's zone. */
static void
test_status (void)
{
  static const char *const id = "{\"remote-id\":\"wamid.1\"}";
  g_autoptr(WaProvider) provider = new_provider ();
  g_autoptr(GObject) strange = read_answer (provider, WA_OP_GET_MESSAGE_STATUS, id, 200, STATUS ("parked"), NULL);
  g_autoptr(GObject) played = NULL;
  g_autofree char *time = NULL;

  g_assert_cmpint (wa_message_get_state (WA_MESSAGE (strange)), ==, WA_STATE_NONE);
  g_assert_cmpstr (wa_message_get_state_detail (WA_MESSAGE (strange)), ==, "parked");

  wa_provider_set_setting (provider, "time-zone", "Asia/Kolkata");
  played = read_answer (provider, WA_OP_GET_MESSAGE_STATUS, id, 200, STATUS ("played"), NULL);
  g_assert_cmpint (wa_message_get_state (WA_MESSAGE (played)), ==, WA_STATE_READ);
  time = g_date_time_format_iso8601 (wa_message_get_state_time (WA_MESSAGE (played)));
  g_assert_cmpstr (time, ==, "2025-09-04T04:30:05Z");
}

static char *
dup_next (const char *cursor,
          const char *paginator)
{
  g_autoptr(WaProvider) provider = new_provider ();
  g_autoptr(GError) error = NULL;
  g_autofree char *args = g_strdup_printf ("{\"cursor\":\"%s\"}", cursor);
  g_autofree char *body =
    g_strdup_printf ("{\"result\":\"success\",\"data\":{\"contactList\":{%s}}}", paginator);
  g_autoptr(GObject) page = read_answer (provider, WA_OP_LIST_CONTACTS, args, 200, body, &error);

  g_assert_no_error (error);

  return g_strdup (wa_page_get_next (WA_PAGE (page)));
}

#define DATA "\"data\":[{\"wa_id\":\"919876543210\"}]"

static void
test_pages (void)
{
  static const struct
  {
    const char *cursor;
    const char *paginator;
    const char *next;
  } cases[] = {
    { "", "\"current_page\":1,\"last_page\":2," DATA, "2" },
    { "2", "\"current_page\":2,\"last_page\":2," DATA, "" },
    { "2", "\"current_page\":\"2\",\"last_page\":\"3\"," DATA, "3" },
    { "5", DATA, "6" },
    { "5", "\"last_page\":9,\"data\":[]", "" },
    { "10000", DATA, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *next = dup_next (cases[i].cursor, cases[i].paginator);

      g_assert_cmpstr (next, ==, cases[i].next);
    }
}

/* What a server never tells must not take the place of what is known here. */
static void
test_kept (void)
{
  static const char *const told = "{\"result\":\"success\",\"data\":{\"contactList\":{\"data\":["
    "{\"wa_id\":\"919876543210\",\"whatsapp_opt_out\":0,\"groups\":\" a , b,\"},"
    "{\"phone_number\":\"5511987654321\",\"whatsapp_opt_out\":true,\"groups\":[\"c\"]}]}}}";
  g_autoptr(WaProvider) provider = new_provider ();
  g_autoptr(GObject) page = NULL;
  g_autoptr(WaContact) first = NULL;
  g_autoptr(WaContact) second = NULL;

  g_assert_true (g_strv_contains (wa_provider_get_kept (provider), "tags"));
  g_assert_true (g_strv_contains (wa_provider_get_kept (provider), "opt-in"));

  page = read_answer (provider, WA_OP_LIST_CONTACTS, "{}", 200, told, NULL);
  g_assert_true (g_strv_contains (wa_provider_get_kept (provider), "tags"));
  g_assert_false (g_strv_contains (wa_provider_get_kept (provider), "opt-in"));

  first = g_list_model_get_item (G_LIST_MODEL (wa_page_get_items (WA_PAGE (page))), 0);
  second = g_list_model_get_item (G_LIST_MODEL (wa_page_get_items (WA_PAGE (page))), 1);
  g_assert_true (wa_contact_get_opt_in (first));
  g_assert_cmpstrv (wa_contact_get_lists (first), ((const char *const[]) { "a", "b", NULL }));
  g_assert_false (wa_contact_get_opt_in (second));
  g_assert_cmpstrv (wa_contact_get_lists (second), ((const char *const[]) { "c", NULL }));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strdup_printf ("/whatsjet/refused/%s", refusals[i].name);

      g_test_add_data_func (path, &refusals[i], test_refusal);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (writings); i++)
    {
      g_autofree char *path = g_strdup_printf ("/whatsjet/written/%s", writings[i].name);

      g_test_add_data_func (path, &writings[i], test_writing);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      g_autofree char *path = g_strdup_printf ("/whatsjet/read/%s", readings[i].name);

      g_test_add_data_func (path, &readings[i], test_reading);
    }
  g_test_add_func ("/whatsjet/vendor", test_vendor);
  g_test_add_func ("/whatsjet/extra", test_extra);
  g_test_add_func ("/whatsjet/missing-operation", test_missing_operation);
  g_test_add_func ("/whatsjet/second-forms", test_second_forms);
  g_test_add_func ("/whatsjet/sounds", test_sounds);
  g_test_add_func ("/whatsjet/message", test_message);
  g_test_add_func ("/whatsjet/status", test_status);
  g_test_add_func ("/whatsjet/pages", test_pages);
  g_test_add_func ("/whatsjet/kept", test_kept);

  return g_test_run ();
}
