/* test-onemsg.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "core/wa-error.h"
#include "model/wa-message.h"
#include "model/wa-outgoing.h"
#include "model/wa-page.h"
#include "model/wa-record-json.h"
#include "provider/wa-registry.h"

/* What the golden vectors don't show: refusals before anything is sent, the account's options, files, odd answers. */

static WaProvider *
new_provider (void)
{
  WaProvider *provider = wa_registry_new_provider ("onemsg", NULL);

  wa_provider_set_setting (provider, "channel-id", "instance371267300");

  return provider;
}

static GObject *
new_args (WaOp        op,
          const char *text)
{
  g_autoptr(GError) error = NULL;
  GObject *args = wa_record_new_text (wa_op_get_info (op)->args_type (), text, &error);

  g_assert_no_error (error);

  return args;
}

static WaRequest *
build_args (WaProvider  *provider,
            WaOp         op,
            GObject     *args,
            GError     **error)
{
  const WaOperation *operation = wa_provider_find (provider, op, args, error);
  WaRequest *request = operation != NULL ? wa_provider_build (provider, operation, args, error) : NULL;

  if (request != NULL)
    wa_provider_authorize (provider, operation, request, "a.b/c");

  return request;
}

static WaRequest *
build (WaProvider  *provider,
       WaOp         op,
       const char  *text,
       GError     **error)
{
  g_autoptr(GObject) args = new_args (op, text);

  return build_args (provider, op, args, error);
}

typedef struct
{
  const char *name;
  WaOp        op;
  const char *args;
  WaError     code;
} Refusal;

#define TO "\"recipient\":\"12020721369\""
#define DRAFT(name, category, body) \
  "{\"name\":\"" name "\",\"category\":\"" category "\",\"language\":\"en\",\"components\":[" body "]}"

static const Refusal refusals[] = {
  { "nobody", WA_OP_SEND, "{\"kind\":\"text\",\"text\":\"x\"}", WA_ERROR_INVALID },
  { "empty text", WA_OP_SEND, "{\"kind\":\"text\"," TO "}", WA_ERROR_INVALID },
  { "two emoji", WA_OP_SEND, "{\"kind\":\"reaction\"," TO ",\"emoji\":\"👍👍\",\"quoted-id\":\"m\"}", WA_ERROR_INVALID },
  { "reaction to nothing", WA_OP_SEND, "{\"kind\":\"reaction\"," TO ",\"emoji\":\"👍\"}", WA_ERROR_INVALID },
  { "latitude", WA_OP_SEND, "{\"kind\":\"location\"," TO ",\"latitude\":90.5}", WA_ERROR_INVALID },
  { "longitude", WA_OP_SEND, "{\"kind\":\"location\"," TO ",\"longitude\":-180.5}", WA_ERROR_INVALID },
  { "no card", WA_OP_SEND, "{\"kind\":\"contacts\"," TO "}", WA_ERROR_INVALID },
  { "card without part", WA_OP_SEND, "{\"kind\":\"contacts\"," TO ",\"cards\":[{\"formatted-name\":\"J\"}]}",
    WA_ERROR_INVALID },
  { "no button", WA_OP_SEND, "{\"kind\":\"reply-buttons\"," TO ",\"text\":\"x\"}", WA_ERROR_INVALID },
  { "same title", WA_OP_SEND, "{\"kind\":\"reply-buttons\"," TO ",\"text\":\"x\","
    "\"buttons\":[{\"title\":\"a\"},{\"title\":\"a\"}]}", WA_ERROR_INVALID },
  { "untitled of two", WA_OP_SEND, "{\"kind\":\"list\"," TO ",\"text\":\"x\",\"button-text\":\"b\","
    "\"sections\":[{\"rows\":[{\"title\":\"a\"}]},{\"title\":\"t\",\"rows\":[{\"title\":\"b\"}]}]}", WA_ERROR_INVALID },
  { "list without header", WA_OP_SEND, "{\"kind\":\"product-list\"," TO ",\"text\":\"x\",\"catalog-id\":\"1\","
    "\"sections\":[{\"rows\":[{\"product-id\":\"p\"}]}]}", WA_ERROR_INVALID },
  { "plain http", WA_OP_SEND, "{\"kind\":\"image\"," TO ",\"link\":\"http://example.com/a.jpg\"}", WA_ERROR_INVALID },
  { "nameless file", WA_OP_SEND, "{\"kind\":\"image\"," TO ",\"link\":\"https://example.com/\"}", WA_ERROR_INVALID },
  { "sticker", WA_OP_SEND, "{\"kind\":\"sticker\"," TO ",\"link\":\"https://example.com/a.webp\"}",
    WA_ERROR_UNSUPPORTED },
  { "paused template", WA_OP_SEND, "{\"kind\":\"template\"," TO ",\"template\":{\"name\":\"t\",\"language\":\"en\","
    "\"status\":\"PAUSED\"}}", WA_ERROR_INVALID },
  { "missing value", WA_OP_SEND, "{\"kind\":\"template\"," TO ",\"template\":{\"name\":\"t\",\"language\":\"en\","
    "\"status\":\"APPROVED\",\"components\":[{\"kind\":\"body\",\"text\":\"Hi {{1}}!\"}]}}", WA_ERROR_INVALID },
  { "location header", WA_OP_SEND, "{\"kind\":\"template\"," TO ",\"template\":{\"name\":\"t\",\"language\":\"en\","
    "\"status\":\"APPROVED\",\"components\":[{\"kind\":\"header\",\"format\":\"location\"}]}}", WA_ERROR_UNSUPPORTED },
  { "nothing changed", WA_OP_UPDATE_PROFILE, "{\"about\":\"x\"}", WA_ERROR_INVALID },
  { "number", WA_OP_UPDATE_PROFILE, "{\"number\":\"12020721369\",\"changed\":[\"number\"]}", WA_ERROR_UNSUPPORTED },
  { "vertical", WA_OP_UPDATE_PROFILE, "{\"vertical\":\"Magic\",\"changed\":[\"vertical\"]}", WA_ERROR_INVALID },
  { "websites off", WA_OP_UPDATE_PROFILE, "{\"websites\":[\"https://a.example\"],\"changed\":[\"websites\"]}",
    WA_ERROR_UNSUPPORTED },
  { "month shape", WA_OP_GET_STATISTICS, "{\"month\":\"2022-03\"}", WA_ERROR_INVALID },
  { "month to come", WA_OP_GET_STATISTICS, "{\"month\":\"01.9999\"}", WA_ERROR_INVALID },
  { "ftp webhook", WA_OP_SET_WEBHOOK, "{\"webhook-urls\":[\"ftp://a.example\"]}", WA_ERROR_INVALID },
  { "no webhook", WA_OP_SET_WEBHOOK, "{}", WA_ERROR_INVALID },
  { "six webhooks", WA_OP_SET_SETTINGS, "{\"webhook-urls\":[\"https://a.b\",\"https://a.b\",\"https://a.b\","
    "\"https://a.b\",\"https://a.b\",\"https://a.b\"]}", WA_ERROR_INVALID },
  { "draft name", WA_OP_CREATE_TEMPLATE, DRAFT ("My Name", "UTILITY", "{\"kind\":\"body\",\"text\":\"x\"}"),
    WA_ERROR_INVALID },
  { "draft without text", WA_OP_CREATE_TEMPLATE, DRAFT ("n", "UTILITY", ""), WA_ERROR_INVALID },
  { "draft category", WA_OP_CREATE_TEMPLATE, DRAFT ("n", "OTP", "{\"kind\":\"body\",\"text\":\"x\"}"), WA_ERROR_INVALID },
  { "draft sample", WA_OP_CREATE_TEMPLATE, DRAFT ("n", "UTILITY", "{\"kind\":\"body\",\"text\":\"a {{1}} b\"}"),
    WA_ERROR_INVALID },
  { "draft gap", WA_OP_CREATE_TEMPLATE, DRAFT ("n", "UTILITY",
    "{\"kind\":\"body\",\"text\":\"a {{2}} b\",\"body-examples\":[\"x\"]}"), WA_ERROR_INVALID },
  { "draft end", WA_OP_CREATE_TEMPLATE, DRAFT ("n", "UTILITY",
    "{\"kind\":\"body\",\"text\":\"a {{1}}\",\"body-examples\":[\"x\"]}"), WA_ERROR_INVALID },
  { "contacts", WA_OP_LIST_CONTACTS, "{}", WA_ERROR_UNSUPPORTED },
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
}

static void
test_address (void)
{
  g_autoptr(WaProvider) provider = new_provider ();
  g_autoptr(GError) error = NULL;
  g_autoptr(WaRequest) request = build (provider, WA_OP_GET_STATUS, "{}", &error);
  g_autofree char *query = NULL;

  g_assert_no_error (error);
  query = wa_request_dup_query (request);
  g_assert_cmpstr (wa_request_get_base (request), ==, "https://api.1msg.io/371267300");
  g_assert_cmpstr (query, ==, "token=a.b%2Fc");

  /* The address may name the channel already. */
  wa_provider_set_setting (provider, "base-url", "https://api.1msg.io/371267300");
  g_clear_pointer (&request, wa_request_unref);
  request = build (provider, WA_OP_GET_STATUS, "{}", &error);
  g_assert_cmpstr (wa_request_get_base (request), ==, "https://api.1msg.io/371267300");

  wa_provider_set_setting (provider, "channel-id", "../me");
  g_clear_pointer (&request, wa_request_unref);
  request = build (provider, WA_OP_GET_STATUS, "{}", &error);
  g_assert_error (error, WA_ERROR, WA_ERROR_INVALID);
}

static void
test_bearer (void)
{
  g_autoptr(WaProvider) provider = new_provider ();
  g_autoptr(WaRequest) request = NULL;
  const WaPair *pair;

  wa_provider_set_setting (provider, "auth-mode", "bearer");
  request = build (provider, WA_OP_GET_STATUS, "{}", NULL);

  g_assert_cmpuint (wa_request_get_query (request)->len, ==, 0);
  pair = g_ptr_array_index (wa_request_get_headers (request), 1);
  g_assert_cmpstr (pair->name, ==, "Authorization");
  g_assert_cmpstr (pair->value, ==, "Bearer a.b/c");
  g_assert_true (pair->secret);
}

/* A small file is a text in the JSON body, a large one a part of a form, one too large is refused. */
static void
test_files (void)
{
  g_autoptr(WaProvider) provider = new_provider ();
  g_autoptr(GObject) args = new_args (WA_OP_SEND, "{\"kind\":\"image\"," TO ",\"filename\":\"a.jpg\","
                                                  "\"mime-type\":\"image/jpeg\",\"caption\":\"c\"}");
  gsize sizes[] = { 3, 1024 * 1024 + 1, 5 * 1024 * 1024 + 1 };
  g_autoptr(GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_take (g_malloc0 (sizes[i]), sizes[i]);
      g_autoptr(WaRequest) request = NULL;
      JsonObject *body;

      wa_outgoing_set_bytes (WA_OUTGOING (args), bytes);
      request = build_args (provider, WA_OP_SEND, args, &error);
      if (i == 2)
        {
          g_assert_error (error, WA_ERROR, WA_ERROR_INVALID);
          g_assert_null (request);
          continue;
        }

      g_assert_no_error (error);
      g_assert_cmpuint (wa_request_get_timeout (request), ==, 180);
      g_assert_cmpint (wa_request_get_body_kind (request), ==, i == 0 ? WA_BODY_JSON : WA_BODY_MULTIPART);
      if (i == 0)
        {
          body = json_node_get_object (wa_request_get_json (request));
          g_assert_cmpstr (json_object_get_string_member (body, "body"), ==, "data:image/jpeg;base64,AAAA");
        }
      else
        {
          const WaPart *part = g_ptr_array_index (wa_request_get_files (request), 0);

          g_assert_cmpstr (part->name, ==, "body");
          g_assert_cmpstr (part->filename, ==, "a.jpg");
          g_assert_cmpuint (wa_request_get_fields (request)->len, ==, 3);
        }
    }
}

/* A named variable carries its name; a carousel's cards count from 0; a code stands twice. */
static void
test_templates (void)
{
  static const char *const cases[][2] = {
    { "{\"kind\":\"template\"," TO ",\"template\":{\"name\":\"t\",\"language\":\"en\",\"status\":\"APPROVED\","
      "\"named\":true,\"components\":[{\"kind\":\"body\",\"text\":\"Hi {{who}}!\"}]},"
      "\"fields\":[{\"section\":\"body\",\"key\":\"{{who}}\",\"value\":\"Jo\"}]}",
      "[{\"type\":\"body\",\"parameters\":[{\"type\":\"text\",\"text\":\"Jo\",\"parameter_name\":\"who\"}]}]" },
    { "{\"kind\":\"template\"," TO ",\"template\":{\"name\":\"t\",\"language\":\"en\",\"status\":\"APPROVED\","
      "\"components\":[{\"kind\":\"carousel\",\"cards\":["
      "{\"components\":[{\"kind\":\"header\",\"format\":\"video\"}]},"
      "{\"components\":[{\"kind\":\"header\",\"format\":\"video\"}]}]}]},"
      "\"fields\":[{\"section\":\"media\",\"card\":1,\"value\":\"https://example.com/a.mp4\"},"
      "{\"section\":\"media\",\"card\":2,\"value\":\"ed2c7be7\"}]}",
      "[{\"type\":\"CAROUSEL\",\"cards\":["
      "{\"card_index\":0,\"components\":[{\"type\":\"header\",\"parameters\":[{\"type\":\"video\","
      "\"video\":{\"link\":\"https://example.com/a.mp4\"}}]}]},"
      "{\"card_index\":1,\"components\":[{\"type\":\"header\",\"parameters\":[{\"type\":\"video\","
      "\"video\":{\"id\":\"ed2c7be7\"}}]}]}]}]" },
    { "{\"kind\":\"template\"," TO ",\"template\":{\"name\":\"t\",\"language\":\"en\",\"status\":\"APPROVED\","
      "\"category\":\"AUTHENTICATION\",\"components\":[{\"kind\":\"body\",\"text\":\"{{1}} is your code\"},"
      "{\"kind\":\"buttons\",\"buttons\":[{\"kind\":\"otp\",\"otp-type\":\"COPY_CODE\"}]}]},"
      "\"fields\":[{\"section\":\"copy-code\",\"value\":\"4711\"}]}",
      "[{\"type\":\"body\",\"parameters\":[{\"type\":\"text\",\"text\":\"4711\"}]},"
      "{\"type\":\"button\",\"sub_type\":\"url\",\"index\":\"0\",\"parameters\":[{\"type\":\"text\",\"text\":\"4711\"}]}]" },
  };
  g_autoptr(WaProvider) provider = new_provider ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(WaRequest) request = build (provider, WA_OP_SEND, cases[i][0], &error);
      g_autoptr(JsonNode) wanted = json_from_string (cases[i][1], NULL);
      JsonNode *found;

      g_assert_no_error (error);
      found = json_object_get_member (json_node_get_object (wa_request_get_json (request)), "params");
      g_assert_true (json_node_equal (found, wanted));
    }
}

static GObject *
read_answer (WaProvider  *provider,
             WaOp         op,
             const char  *args_text,
             guint        status,
             const char  *text,
             GError     **error)
{
  g_autoptr(GObject) args = new_args (op, args_text);
  const WaOperation *operation = wa_provider_find (provider, op, args, NULL);
  g_autoptr(GBytes) body = g_bytes_new (text, strlen (text));
  g_autoptr(WaAnswer) answer = wa_answer_new (status, NULL, body);

  return wa_provider_read (provider, operation, args, answer, error);
}

#define TEXT "{\"kind\":\"text\"," TO ",\"text\":\"x\"}"

static void
test_answers (void)
{
  g_autoptr(WaProvider) provider = new_provider ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GObject) result = NULL;

  /* A queue's answer is an acceptance, whatever `sent` says. */
  result = read_answer (provider, WA_OP_SEND, TEXT, 200, "{\"sent\":false,\"jobId\":\"j1\"}", &error);
  g_assert_no_error (error);
  g_assert_cmpint (wa_message_get_state (WA_MESSAGE (result)), ==, WA_STATE_SENT);
  g_assert_cmpstr (wa_message_get_job_id (WA_MESSAGE (result)), ==, "j1");
  g_assert_cmpstr (wa_message_get_state_detail (WA_MESSAGE (result)), ==, "queued");
  g_clear_object (&result);

  g_assert_null (read_answer (provider, WA_OP_SEND, TEXT, 200, "{\"error\":\"Too many requests\"}", &error));
  g_assert_error (error, WA_ERROR, WA_ERROR_RATE_LIMITED);
  g_clear_error (&error);

  g_assert_null (read_answer (provider, WA_OP_SEND, TEXT, 200, "{\"sent\":false,\"message\":\"Wrong token\"}", &error));
  g_assert_error (error, WA_ERROR, WA_ERROR_AUTH);
  g_clear_error (&error);

  /* The hint never turns what may have happened into a refusal. */
  g_assert_null (read_answer (provider, WA_OP_SEND, TEXT, 500, "{\"error\":\"rate limit\"}", &error));
  g_assert_error (error, WA_ERROR, WA_ERROR_UNCERTAIN);
  g_clear_error (&error);

  /* What a channel doesn't have goes away without a word. */
  g_assert_true (wa_provider_supports (provider, WA_OP_GET_SERVER_ADDRESS));
  g_assert_null (read_answer (provider, WA_OP_GET_SERVER_ADDRESS, "{}", 404, "{\"error\":\"no method\"}", &error));
  g_assert_error (error, WA_ERROR, WA_ERROR_UNSUPPORTED);
  g_assert_false (wa_provider_supports (provider, WA_OP_GET_SERVER_ADDRESS));
}

/* Pages of the history lead from the newest to the oldest, and stop where a page leads no further. */
static void
test_history_pages (void)
{
  g_autoptr(WaProvider) provider = new_provider ();
  g_autoptr(WaRequest) request = NULL;
  g_autofree char *query = NULL;
  g_autoptr(GObject) first = NULL;
  g_autoptr(GObject) again = NULL;
  const char *answer = "{\"messages\":[{\"id\":\"a\",\"messageNumber\":8},{\"id\":\"b\",\"messageNumber\":7}]}";

  first = read_answer (provider, WA_OP_LIST_MESSAGES, "{}", 200, answer, NULL);
  g_assert_cmpstr (wa_page_get_next (WA_PAGE (first)), ==, "7");

  request = build (provider, WA_OP_LIST_MESSAGES, "{\"cursor\":\"7\"}", NULL);
  query = wa_request_dup_query (request);
  g_assert_cmpstr (query, ==, "firstMessageNumber=7&limit=100&token=a.b%2Fc");

  again = read_answer (provider, WA_OP_LIST_MESSAGES, "{\"cursor\":\"7\"}", 200, answer, NULL);
  g_assert_cmpstr (wa_page_get_next (WA_PAGE (again)), ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strdup_printf ("/onemsg/refused/%s", refusals[i].name);

      g_test_add_data_func (path, &refusals[i], test_refusal);
    }
  g_test_add_func ("/onemsg/address", test_address);
  g_test_add_func ("/onemsg/bearer", test_bearer);
  g_test_add_func ("/onemsg/files", test_files);
  g_test_add_func ("/onemsg/templates", test_templates);
  g_test_add_func ("/onemsg/answers", test_answers);
  g_test_add_func ("/onemsg/history-pages", test_history_pages);

  return g_test_run ();
}
