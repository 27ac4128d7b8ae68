/* test-wabotick.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-contact.h"
#include "model/wa-message.h"
#include "model/wa-page.h"
#include "model/wa-record-json.h"
#include "model/wa-sender.h"
#include "model/wa-template.h"
#include "provider/wa-registry.h"
#include "provider-calls.h"

/* What the golden vectors don't show: refusals before anything is sent, odd answers, what answers teach. */

static WaProvider *
new_provider (void)
{
  WaProvider *provider = wa_registry_new_provider ("wabotick", NULL);

  wa_provider_set_setting (provider, "phone-number-id", "123456789012345");

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

static const char *
field_of (WaRequest  *request,
          const char *name)
{
  GPtrArray *fields = wa_request_get_fields (request);

  for (guint i = 0; i < fields->len; i++)
    {
      const WaPair *pair = g_ptr_array_index (fields, i);

      if (g_str_equal (pair->name, name))
        return pair->value;
    }

  return NULL;
}

static GObject *
read_with (WaProvider  *provider,
           WaOp         op,
           const char  *args_text,
           WaAnswer    *answer,
           GError     **error)
{
  g_autoptr(GObject) args = call_new_args (op, args_text);

  return wa_provider_read (provider, wa_provider_find (provider, op, args, NULL), args, answer, error);
}

static GObject *
read_answer (WaOp         op,
             const char  *args_text,
             const char  *body,
             GError     **error)
{
  g_autoptr(WaProvider) provider = new_provider ();
  g_autoptr(WaAnswer) answer = call_new_answer (200, body);

  return read_with (provider, op, args_text, answer, error);
}

static gpointer
read_first (WaOp        op,
            const char *args_text,
            const char *body)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GObject) page = read_answer (op, args_text, body, &error);

  g_assert_no_error (error);

  return g_list_model_get_item (G_LIST_MODEL (wa_page_get_items (WA_PAGE (page))), 0);
}

static gboolean
fall_back (WaProvider *provider,
           WaOp        op,
           const char *args_text,
           WaAnswer   *answer)
{
  g_autoptr(GObject) args = call_new_args (op, args_text);
  const WaOperation *operation = wa_provider_find (provider, op, args, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (wa_provider_read (provider, operation, args, answer, &error));

  return wa_provider_fall_back (provider, operation, args, answer, error);
}

#define TO "\"recipient\":\"919876543210\",\"contact-id\":\"7\""
#define TEXT "{\"kind\":\"text\"," TO ",\"text\":\"x\"}"
#define TEMPLATE(members) "{\"kind\":\"template\"," TO ",\"template\":{\"remote-id\":\"48\",\"meta-id\":\"4375\"," \
  "\"name\":\"t\",\"status\":\"APPROVED\"," members "}}"
#define PART(part) TEMPLATE ("\"components\":[" part "]")
#define BUTTON(button) PART ("{\"kind\":\"buttons\",\"buttons\":[" button "]}")
#define REPLIES(more) "{\"kind\":\"reply-buttons\"," TO ",\"text\":\"x\"," more "}"
#define EDIT(members) "{\"contact\":{\"number\":\"919876543210\",\"gender\":\"unknown\",\"email\":\"a@b.c\"}," members "}"

typedef struct
{
  const char *name;
  WaOp        op;
  const char *args;
  WaError     code;
} Refusal;

static const Refusal refusals[] = {
  { "short number", WA_OP_SEND, "{\"kind\":\"text\",\"recipient\":\"12\",\"text\":\"x\"}", WA_ERROR_INVALID },
  { "quotation", WA_OP_SEND, "{\"kind\":\"text\"," TO ",\"text\":\"x\",\"quoted-id\":\"wamid.1\"}", WA_ERROR_UNSUPPORTED },
  { "file and address", WA_OP_SEND,
    "{\"kind\":\"image\"," TO ",\"link\":\"https://example.com/a.jpg\",\"media-id\":\"1\"}", WA_ERROR_INVALID },
  { "plain http", WA_OP_SEND, "{\"kind\":\"image\"," TO ",\"link\":\"http://example.com/a.jpg\"}", WA_ERROR_INVALID },
  { "document without an ending", WA_OP_SEND,
    "{\"kind\":\"document\"," TO ",\"media-id\":\"1\",\"filename\":\"invoice\"}", WA_ERROR_INVALID },
  { "sticker", WA_OP_SEND, "{\"kind\":\"sticker\"," TO "}", WA_ERROR_UNSUPPORTED },
  { "no button", WA_OP_SEND, REPLIES ("\"buttons\":[]"), WA_ERROR_INVALID },
  { "same buttons", WA_OP_SEND, REPLIES ("\"buttons\":[{\"title\":\"a\"},{\"title\":\"a\"}]"), WA_ERROR_INVALID },
  { "picture above buttons", WA_OP_SEND,
    REPLIES ("\"header-format\":\"image\",\"buttons\":[{\"title\":\"a\"}]"), WA_ERROR_UNSUPPORTED },

  { "no template", WA_OP_SEND, "{\"kind\":\"template\"," TO "}", WA_ERROR_INVALID },
  { "not approved", WA_OP_SEND, "{\"kind\":\"template\"," TO ",\"template\":{\"remote-id\":\"1\",\"status\":\"REJECTED\"}}",
    WA_ERROR_INVALID },
  { "carousel", WA_OP_SEND, PART ("{\"kind\":\"carousel\"}"), WA_ERROR_UNSUPPORTED },
  { "offer", WA_OP_SEND, PART ("{\"kind\":\"limited-time-offer\"}"), WA_ERROR_UNSUPPORTED },
  { "code", WA_OP_SEND, TEMPLATE ("\"category\":\"AUTHENTICATION\""), WA_ERROR_UNSUPPORTED },
  { "place", WA_OP_SEND, PART ("{\"kind\":\"header\",\"format\":\"location\"}"), WA_ERROR_UNSUPPORTED },
  { "link with a variable", WA_OP_SEND, BUTTON ("{\"kind\":\"url\",\"url\":\"https://example.com/{{1}}\"}"),
    WA_ERROR_UNSUPPORTED },
  { "button of a code", WA_OP_SEND, BUTTON ("{\"kind\":\"copy-code\"}"), WA_ERROR_UNSUPPORTED },
  { "no values", WA_OP_SEND, PART ("{\"kind\":\"body\",\"text\":\"{{1}}\"}"), WA_ERROR_INVALID },

  { "short number of a contact", WA_OP_CREATE_CONTACTS, "{\"contacts\":[{\"number\":\"12\"}]}", WA_ERROR_INVALID },
  { "two contacts", WA_OP_CREATE_CONTACTS,
    "{\"contacts\":[{\"number\":\"919876543210\"},{\"number\":\"919876543211\"}]}", WA_ERROR_INVALID },
  { "e-mail", WA_OP_UPDATE_CONTACT, EDIT ("\"changed\":[\"email\"]"), WA_ERROR_UNSUPPORTED },
  { "empty name", WA_OP_UPDATE_CONTACT, EDIT ("\"changed\":[\"first-name\"]"), WA_ERROR_UNSUPPORTED },
  { "tags", WA_OP_UPDATE_CONTACT, EDIT ("\"tags-to-add\":[\"a\"]"), WA_ERROR_UNSUPPORTED },
  { "gender", WA_OP_UPDATE_CONTACT, EDIT ("\"changed\":[\"gender\"]"), WA_ERROR_INVALID },
  { "tag without id", WA_OP_ADD_TAGS, "{\"number\":\"919876543210\",\"targets\":[\"One\"]}", WA_ERROR_INVALID },
  { "comma", WA_OP_CREATE_TAG, "{\"name\":\"a,b\"}", WA_ERROR_INVALID },
  { "two members", WA_OP_ASSIGN_MEMBER, "{\"number\":\"919876543210\",\"target-ids\":[\"1\",\"2\"]}", WA_ERROR_INVALID },
  { "no custom field", WA_OP_SET_ATTRIBUTES, "{\"number\":\"919876543210\"}", WA_ERROR_INVALID },
  { "pinned", WA_OP_MARK_CONVERSATION, "{\"number\":\"919876543210\",\"action\":\"pinned\"}", WA_ERROR_UNSUPPORTED },
  { "declined", WA_OP_SET_ORDER_STATUS, "{\"remote-id\":\"1\",\"status\":\"Declined\"}", WA_ERROR_UNSUPPORTED },
  { "letters as id", WA_OP_CONNECT, "{\"user-id\":\"me\",\"business-id\":\"1\",\"access-token\":\"t\"}", WA_ERROR_INVALID },
  { "empty file", WA_OP_UPLOAD_MEDIA, "{\"filename\":\"a.pdf\"}", WA_ERROR_INVALID },
  { "broadcast with values", WA_OP_CREATE_BROADCAST, "{\"numbers\":[\"919876543210\"],\"outgoing\":{\"kind\":\"template\","
    "\"template\":{\"remote-id\":\"1\"},\"fields\":[{\"section\":\"body\",\"value\":\"x\"}]}}", WA_ERROR_UNSUPPORTED },
  { "broadcast to nobody", WA_OP_CREATE_BROADCAST,
    "{\"outgoing\":{\"kind\":\"template\",\"template\":{\"remote-id\":\"1\"}}}", WA_ERROR_INVALID },
  { "list of lists", WA_OP_LIST_LISTS, "{}", WA_ERROR_UNSUPPORTED },
};

static void
test_refusals (void)
{
  g_autoptr(WaProvider) provider = new_provider ();

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
test_sender (void)
{
  g_autoptr(WaProvider) provider = wa_registry_new_provider ("wabotick", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (build (provider, WA_OP_LIST_TAGS, "{}", &error));
  g_assert_error (error, WA_ERROR, WA_ERROR_INVALID);
}

/* The team's address is used for the team alone; what people paste behind an address is dropped. */
static void
test_addresses (void)
{
  static const char *const assign = "{\"number\":\"919876543210\",\"target-ids\":[\"12\"]}";
  g_autoptr(WaProvider) provider = new_provider ();
  g_autoptr(WaRequest) plain = build (provider, WA_OP_ASSIGN_MEMBER, assign, NULL);
  g_autoptr(WaRequest) members = NULL;
  g_autoptr(WaRequest) tags = NULL;

  g_assert_cmpstr (wa_request_get_base (plain), ==, "https://app.wabotick.com");

  wa_provider_set_setting (provider, "base-url", "https://white.example.com/api/v1/");
  wa_provider_set_setting (provider, "teams-base-url", "https://team.example.com/");
  members = build (provider, WA_OP_LIST_MEMBERS, "{}", NULL);
  tags = build (provider, WA_OP_LIST_TAGS, "{}", NULL);
  g_assert_cmpstr (wa_request_get_base (members), ==, "https://team.example.com");
  g_assert_cmpstr (wa_request_get_base (tags), ==, "https://white.example.com");
}

/* The second path is tried once and remembered; where it does not work either, the first is used again. */
static void
test_second_path (void)
{
  g_autoptr(WaProvider) provider = new_provider ();
  g_autoptr(WaAnswer) missing = call_new_answer (404, "<html></html>");
  g_autoptr(WaRequest) second = NULL;
  g_autoptr(WaRequest) first = NULL;

  g_assert_true (fall_back (provider, WA_OP_LIST_TAGS, "{}", missing));
  second = build (provider, WA_OP_LIST_TAGS, "{}", NULL);
  g_assert_cmpstr (wa_request_get_path (second), ==, "/api/v1/label/list");
  g_assert_null (field_of (second, "phone_number_id"));

  g_assert_false (fall_back (provider, WA_OP_LIST_TAGS, "{}", missing));
  first = build (provider, WA_OP_LIST_TAGS, "{}", NULL);
  g_assert_cmpstr (wa_request_get_path (first), ==, "/api/v1/whatsapp/label/list");

  g_assert_false (fall_back (provider, WA_OP_LIST_FLOWS, "{}", missing));
}

static void
test_second_id (void)
{
  static const char *const message = TEMPLATE ("\"language\":\"en\"");
  g_autoptr(WaProvider) provider = new_provider ();
  g_autoptr(WaAnswer) missing = call_new_answer (200, "{\"status\":\"0\",\"message\":\"Message template not found.\"}");
  g_autoptr(WaAnswer) other = call_new_answer (200, "{\"status\":\"0\",\"message\":\"Something else.\"}");
  g_autoptr(WaRequest) request = NULL;

  g_assert_false (fall_back (provider, WA_OP_SEND, message, other));
  g_assert_true (fall_back (provider, WA_OP_SEND, message, missing));
  request = build (provider, WA_OP_SEND, message, NULL);
  g_assert_cmpstr (field_of (request, "template_id"), ==, "4375");
  g_assert_false (fall_back (provider, WA_OP_SEND, message, missing));
}

static void
test_not_allowed (void)
{
  g_autoptr(WaProvider) provider = new_provider ();
  g_autoptr(WaAnswer) answer = call_new_answer (405, "{\"message\":\"The POST method is not supported.\"}");
  g_autoptr(GError) error = NULL;

  g_assert_null (read_with (provider, WA_OP_LIST_FLOWS, "{}", answer, &error));
  g_assert_error (error, WA_ERROR, WA_ERROR_UNSUPPORTED);
  g_assert_false (fall_back (provider, WA_OP_LIST_FLOWS, "{}", answer));
  g_assert_false (wa_provider_supports (provider, WA_OP_LIST_FLOWS));
}

typedef struct
{
  WaOp         op;
  const char  *args;
  guint        status;
  const char  *location;
  const char  *body;
  WaError      code;
  WaErrorClass klass;
} Failure;

static const Failure failures[] = {
  { WA_OP_SEND, TEXT, 302, "https://app.wabotick.com/login", "", WA_ERROR_AUTH, WA_ERROR_CLASS_STOP },
  { WA_OP_SEND, TEXT, 302, "https://app.wabotick.com/home", "", WA_ERROR_UNCERTAIN, WA_ERROR_CLASS_FIX },
  { WA_OP_LIST_TAGS, "{}", 302, "/login?next=1", "", WA_ERROR_AUTH, WA_ERROR_CLASS_STOP },
  { WA_OP_SEND, TEXT, 403, NULL, "<!DOCTYPE html>", WA_ERROR_REJECTED, WA_ERROR_CLASS_STOP },
  { WA_OP_SEND, TEXT, 200, NULL, "{\"status\":0,\"message\":\"Unauthenticated.\"}", WA_ERROR_AUTH, WA_ERROR_CLASS_STOP },
  { WA_OP_SEND, TEXT, 200, NULL, "{\"status\":\"fail\",\"error\":\"Message is outside 24 hour window\"}",
    WA_ERROR_REJECTED, WA_ERROR_CLASS_FIX },
  { WA_OP_SEND, TEXT, 200, NULL, "{\"status\":false,\"errors\":{\"a\":[\"WhatsApp account not found.\"]}}",
    WA_ERROR_REJECTED, WA_ERROR_CLASS_STOP },
  { WA_OP_SEND, TEXT, 200, NULL, "{\"status\":\"maybe\"}", WA_ERROR_UNCERTAIN, WA_ERROR_CLASS_NONE },
  { WA_OP_SEND, TEXT, 204, NULL, "", WA_ERROR_UNCERTAIN, WA_ERROR_CLASS_NONE },
  { WA_OP_GET_ACCOUNT, "{}", 404, NULL, "{}", WA_ERROR_UNSUPPORTED, WA_ERROR_CLASS_FIX },
  { WA_OP_LIST_TAGS, "{}", 200, NULL, "{\"status\":\"1\"}", WA_ERROR_PROTOCOL, WA_ERROR_CLASS_NONE },
};

static void
test_failures (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      const Failure *failure = &failures[i];
      g_autoptr(WaProvider) provider = new_provider ();
      g_autoptr(WaAnswer) answer = call_new_answer (failure->status, failure->body);
      g_autoptr(GError) error = NULL;

      g_test_message ("%u %s", failure->status, failure->body);
      wa_answer_set_location (answer, failure->location);
      g_assert_null (read_with (provider, failure->op, failure->args, answer, &error));
      g_test_message ("%s", error->message);
      g_assert_error (error, WA_ERROR, (int) failure->code);
      g_assert_cmpuint (wa_error_get_class (error), ==, failure->klass);
    }
}

/* Meta's token is dropped wherever it stands. */
static void
test_leaked_token (void)
{
  static const char *const bodies[] = {
    "{\"status\":\"1\",\"message\":[{\"id\":1,\"template_name\":\"t\",\"ACCESS_TOKEN\":\"EAALEAK\"}]}",
    "{\"status\":\"1\",\"message\":[{\"id\":1,\"template_name\":\"t\",\"status\":\"{\\\"a\\\":{\\\"Access_Token\\\":"
    "\\\"EAALEAK\\\"}}\"}]}",
    "{\"status\":\"1\",\"message\":[{\"id\":1,\"template_name\":\"t\",\"locale\":\"{\\\"access_token\\\":\\\"EAALEAK\"}]}",
    "{\"status\":\"1\",\"message\":[{\"id\":1,\"template_name\":\"t\",\"template_json\":\"{\\\"language\\\":"
    "\\\"[{\\\\\\\"access_token\\\\\\\":\\\\\\\"EAALEAK\\\\\\\"}]\\\"}\"}]}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr(WaTemplate) template = read_first (WA_OP_LIST_TEMPLATES, "{}", bodies[i]);
      g_autofree char *text = wa_record_to_text (WA_RECORD (template));

      g_assert_cmpstr (wa_template_get_name (template), ==, "t");
      g_assert_null (strstr (text, "EAALEAK"));
    }
}

static void
test_secrets (void)
{
  g_autoptr(WaProvider) provider = new_provider ();
  g_autoptr(WaRequest) request =
    build (provider, WA_OP_CONNECT, "{\"user-id\":\"1\",\"business-id\":\"2\",\"access-token\":\"EAAMETA\"}", NULL);
  g_autoptr(GObject) args = call_new_args (WA_OP_CONNECT, "{}");
  g_autoptr(JsonNode) masked = NULL;
  g_autofree char *text = NULL;

  wa_provider_authorize (provider, wa_provider_find (provider, WA_OP_CONNECT, args, NULL), request, " 1|SECRET ");
  g_assert_cmpstr (field_of (request, "apiToken"), ==, "1|SECRET");
  g_assert_null (wa_request_dup_query (request));

  masked = wa_request_describe (request, TRUE);
  text = json_to_string (masked, FALSE);
  g_assert_null (strstr (text, "SECRET"));
  g_assert_null (strstr (text, "EAAMETA"));
}

/* Where Meta's form is missing, the parts make the same template. */
static void
test_template_parts (void)
{
  g_autoptr(WaTemplate) template = read_first (WA_OP_LIST_TEMPLATES, "{}",
    "{\"status\":true,\"message\":[{\"id\":7,\"system_template\":\"1\",\"template_name\":\"hidden\"},"
    "{\"id\":48,\"template_name\":\"t\",\"status\":\"Approved\",\"locale\":\"en\",\"map_needed\":\"1\","
    "\"template_json\":\"cut{\",\"header_type\":\"text\",\"header_content\":\"Hi #who#\","
    "\"body_content\":\"#a#, take #b#\",\"footer_content\":\"bye\","
    "\"button_content\":\"[{\\\"type\\\":\\\"QUICK_REPLY\\\",\\\"text\\\":\\\"Ok\\\"}]\","
    "\"variable_map\":{\"header\":[\"who\"],\"body\":[\"a\",\"b\"]}}]}");
  WaTemplateComponent *header = wa_template_find (template, WA_COMPONENT_HEADER);
  WaTemplateComponent *body = wa_template_find (template, WA_COMPONENT_BODY);
  WaTemplateComponent *buttons = wa_template_find (template, WA_COMPONENT_BUTTONS);

  g_assert_cmpstr (wa_template_get_name (template), ==, "t");
  g_assert_false (wa_template_is_sendable (template));
  g_assert_cmpstr (wa_template_component_get_text (header), ==, "Hi {{1}}");
  g_assert_cmpint (wa_template_component_get_format (header), ==, WA_HEADER_TEXT);
  g_assert_cmpstr (wa_template_component_get_text (body), ==, "{{1}}, take {{2}}");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (wa_template_component_get_buttons (buttons))), ==, 1);
  g_assert_nonnull (wa_template_find (template, WA_COMPONENT_FOOTER));
}

static void
test_header_variable (void)
{
  g_autoptr(WaProvider) provider = new_provider ();
  g_autoptr(GError) error = NULL;
  g_autoptr(WaRequest) request = build (provider, WA_OP_SEND,
    "{\"kind\":\"template\"," TO ",\"template\":{\"remote-id\":\"48\",\"status\":\"APPROVED\",\"header-variables\":[\"who\"],"
    "\"components\":[{\"kind\":\"header\",\"format\":\"text\",\"text\":\"Hi {{1}}\"},"
    "{\"kind\":\"buttons\",\"buttons\":[{\"kind\":\"quick-reply\",\"text\":\"Talk to us\"}]}]},"
    "\"fields\":[{\"section\":\"header\",\"value\":\"Ann\"}]}", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (field_of (request, "templateVariable-who-1"), ==, "Ann");
  g_assert_cmpstr (field_of (request, "template_quick_reply_button_values"), ==, "[\"YES_START_CHAT_WITH_HUMAN\"]");
}

/* Lists teach what other requests need. */
static void
test_lessons (void)
{
  g_autoptr(WaProvider) provider = new_provider ();
  g_autoptr(WaAnswer) answer = call_new_answer (200,
    "{\"status\":\"1\",\"message\":[{\"id\":1,\"postback_id\":\"FIRST\",\"whatsapp_bot_id\":95,\"template_name\":\"n\"},"
    "{\"id\":2,\"postback_id\":\"YES_START_CHAT_WITH_HUMAN\"},{\"id\":3,\"postback_id\":\"LAST\"}]}");
  g_autoptr(GObject) page = read_with (provider, WA_OP_LIST_POSTBACKS, "{}", answer, NULL);
  g_autoptr(WaRequest) request = build (provider, WA_OP_GET_MESSAGE_STATUS, "{\"remote-id\":\"wamid.1\"}", NULL);

  g_assert_nonnull (page);
  g_assert_cmpstr (field_of (request, "whatsapp_bot_id"), ==, "95");
  g_assert_cmpstr (wa_provider_get_setting (provider, "default-postback"), ==, "YES_START_CHAT_WITH_HUMAN");
}

static void
test_pages (void)
{
  g_autofree char *full = NULL;
  g_autoptr(GString) rows = g_string_new ("[");
  g_autoptr(GObject) first = NULL;
  g_autoptr(GObject) last = NULL;

  for (guint i = 1; i <= 100; i++)
    g_string_append_printf (rows, "%s{\"subscriber_id\":%u,\"chat_id\":\"9198765432%02u\"}", i > 1 ? "," : "", i, i % 100);
  full = g_strdup_printf ("{\"status\":\"1\",\"message\":%s],\"nextOffset\":101}", rows->str);

  first = read_answer (WA_OP_LIST_CONTACTS, "{\"cursor\":\"3\"}", full, NULL);
  last = read_answer (WA_OP_LIST_CONTACTS, "{\"cursor\":\"10000\"}", full, NULL);
  g_assert_cmpstr (wa_page_get_next (WA_PAGE (first)), ==, "4");
  g_assert_cmpstr (wa_page_get_next (WA_PAGE (last)), ==, "");
}

/* One contact is asked for where a number is looked for; nobody is an empty list. */
static void
test_look_up (void)
{
  static const char *const query = "{\"number\":\"919876543210\"}";
  g_autoptr(WaProvider) provider = new_provider ();
  g_autoptr(WaRequest) request = build (provider, WA_OP_LIST_CONTACTS, query, NULL);
  g_autoptr(WaContact) contact = read_first (WA_OP_LIST_CONTACTS, query,
    "{\"status\":\"ok\",\"data\":{\"subscriber_id\":\"5\",\"chat_id\":\"+91 98765 43210\",\"first_name\":\"Null\","
    "\"last_name\":\"Smith\",\"email\":\"NULL\",\"label_names\":\"a, b,,a\",\"action_status\":3}}");
  g_autoptr(GObject) nobody = read_answer (WA_OP_LIST_CONTACTS, query,
                                           "{\"status\":\"1\",\"message\":\"Subscriber not found.\"}", NULL);
  const char *const tags[] = { "a", "b", NULL };

  g_assert_cmpstr (wa_request_get_path (request), ==, "/api/v1/whatsapp/subscriber/get");
  g_assert_cmpstr (wa_contact_get_number (contact), ==, "919876543210");
  g_assert_cmpstr (wa_contact_get_first_name (contact), ==, "Null");
  g_assert_cmpstr (wa_contact_get_email (contact), ==, "");
  g_assert_cmpstrv (wa_contact_get_tags (contact), tags);
  g_assert_true (wa_contact_get_blocked (contact));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (wa_page_get_items (WA_PAGE (nobody)))), ==, 0);
}

#define SAID(content) "{\"status\":\"1\",\"message\":{\"id\":1,\"sender\":\"agent\",\"message_content\":" content \
  ",\"conversation_time\":\"2024-07-28 13:21:03\",\"message_status\":\"Read\",\"read_time\":\"2024-07-28 13:22:00\"}}"

typedef struct
{
  const char    *body;
  WaMessageKind  kind;
  const char    *text;
} Said;

static const Said said[] = {
  { SAID ("\"plain words\""), WA_MESSAGE_TEXT, "plain words" },
  { SAID ("\"{\\\"cut\""), WA_MESSAGE_TEXT, "{\"cut" },
  { SAID ("\"{\\\"type\\\":\\\"image\\\",\\\"image\\\":{\\\"link\\\":\\\"https://example.com/a\\\",\\\"caption\\\":\\\"c\\\"}}\""),
    WA_MESSAGE_IMAGE, "c" },
  { SAID ("{\"type\":\"interactive\",\"interactive\":{\"list_reply\":{\"title\":\"Two\"}}}"), WA_MESSAGE_INTERACTIVE, "Two" },
  { SAID ("{\"type\":\"location\",\"location\":{\"latitude\":1}}"), WA_MESSAGE_LOCATION, "A place" },
  { SAID ("{\"type\":\"template\",\"template\":{\"name\":\"t\"}}"), WA_MESSAGE_TEMPLATE, "t" },
  { SAID ("{\"type\":\"poll\"}"), WA_MESSAGE_UNKNOWN, "[poll]" },
};

static void
test_contents (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (said); i++)
    {
      g_autoptr(WaMessage) message = read_first (WA_OP_LIST_MESSAGES, "{\"number\":\"919876543210\"}", said[i].body);

      g_test_message ("%s", said[i].body);
      g_assert_cmpint (wa_message_get_kind (message), ==, said[i].kind);
      g_assert_cmpstr (wa_message_get_text (message), ==, said[i].text);
      g_assert_cmpint (wa_message_get_state (message), ==, WA_STATE_READ);
      g_assert_nonnull (wa_message_get_state_time (message));
    }
}

/* Times have no zone: they are in the account's. */
static void
test_time_zone (void)
{
  g_autoptr(WaProvider) provider = new_provider ();
  g_autoptr(WaAnswer) answer = call_new_answer (200, SAID ("\"x\""));
  g_autoptr(GObject) page = NULL;
  g_autoptr(WaMessage) message = NULL;
  g_autofree char *time = NULL;

  wa_provider_set_setting (provider, "time-zone", "+05:30");
  page = read_with (provider, WA_OP_LIST_MESSAGES, "{\"number\":\"919876543210\"}", answer, NULL);
  message = g_list_model_get_item (G_LIST_MODEL (wa_page_get_items (WA_PAGE (page))), 0);
  time = g_date_time_format_iso8601 (wa_message_get_timestamp (message));
  g_assert_cmpstr (time, ==, "2024-07-28T07:51:03Z");
}

static void
test_senders (void)
{
  g_autoptr(WaSender) sender = read_first (WA_OP_LIST_SENDERS, "{}",
    "{\"status\":\"1\",\"message\":{\"whatsapp_bots_details\":[{\"phone_number_id\":123,"
    "\"display_phone_number\":\"+91 97031 00000\",\"whatsapp_business_name\":\"Shop\"}]}}");

  g_assert_cmpstr (wa_sender_get_remote_id (sender), ==, "123");
  g_assert_cmpstr (wa_sender_get_number (sender), ==, "919703100000");
}

/* Everything that Wabotick lacks has a sentence that says what would work instead. */
static void
test_reasons (void)
{
  g_autoptr(WaProvider) provider = new_provider ();

  for (WaOp op = 0; op < WA_N_OPS; op++)
    {
      g_autofree char *reason = wa_provider_dup_reason (provider, op, WA_MESSAGE_STICKER);

      if (!wa_provider_supports (provider, op))
        g_assert_nonnull (strstr (reason, "Wabotick"));
    }

  g_assert_true (wa_provider_supports_kind (provider, WA_MESSAGE_REPLY_BUTTONS));
  g_assert_false (wa_provider_supports_kind (provider, WA_MESSAGE_LIST));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wabotick/refusals", test_refusals);
  g_test_add_func ("/wabotick/sender", test_sender);
  g_test_add_func ("/wabotick/addresses", test_addresses);
  g_test_add_func ("/wabotick/second-path", test_second_path);
  g_test_add_func ("/wabotick/second-id", test_second_id);
  g_test_add_func ("/wabotick/not-allowed", test_not_allowed);
  g_test_add_func ("/wabotick/failures", test_failures);
  g_test_add_func ("/wabotick/leaked-token", test_leaked_token);
  g_test_add_func ("/wabotick/secrets", test_secrets);
  g_test_add_func ("/wabotick/template-parts", test_template_parts);
  g_test_add_func ("/wabotick/header-variable", test_header_variable);
  g_test_add_func ("/wabotick/lessons", test_lessons);
  g_test_add_func ("/wabotick/pages", test_pages);
  g_test_add_func ("/wabotick/look-up", test_look_up);
  g_test_add_func ("/wabotick/contents", test_contents);
  g_test_add_func ("/wabotick/time-zone", test_time_zone);
  g_test_add_func ("/wabotick/senders", test_senders);
  g_test_add_func ("/wabotick/reasons", test_reasons);

  return g_test_run ();
}
