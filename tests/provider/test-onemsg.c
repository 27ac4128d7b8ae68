/* test-onemsg.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "core/wa-error.h"
#include "model/wa-channel-profile.h"
#include "model/wa-commerce-settings.h"
#include "model/wa-message.h"
#include "model/wa-outgoing.h"
#include "model/wa-page.h"
#include "model/wa-record-json.h"
#include "provider/wa-registry.h"

/* What the golden vectors don't show: refusals before anything is sent, the account's options, files, odd
 * answers. */

static WaProvider *
new_provider (void)
{
  WaProvider *provider = wa_registry_new_provider ("onemsg", NULL);

  wa_provider_set_setting (provider, "channel-id", "instance371267300");

  return provider;
}

/* JSON is written with single quotes here. */
static GObject *
new_args (WaOp        op,
          const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *quoted = g_strdelimit (g_strdup (text), "'", '"');
  GObject *args = wa_record_new_text (wa_op_get_info (op)->args_type (), quoted, &error);

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
  WaError     code;
  const char *args;   /* with single quotes */
} Refusal;

#define TO "'recipient':'12020721369'"
#define MESSAGE(kind, rest) WA_OP_SEND, WA_ERROR_INVALID, "{'kind':'" kind "'," TO rest "}"
#define LACKS(kind, rest) WA_OP_SEND, WA_ERROR_UNSUPPORTED, "{'kind':'" kind "'," TO rest "}"
#define TEMPLATE(status, parts) \
  ",'template':{'name':'t','language':'en','status':'" status "','components':[" parts "]}"
#define DRAFT(category, parts) \
  WA_OP_CREATE_TEMPLATE, WA_ERROR_INVALID, \
  "{'name':'n','category':'" category "','language':'en','components':[" parts "]}"
#define BODY "{'kind':'body','text':'Hello'}"
#define BUTTONS(buttons) BODY ",{'kind':'buttons','buttons':[" buttons "]}"
#define CARD(format, handle) \
  "{'components':[{'kind':'header','format':'" format "','header-handles':['" handle "']}]}"
#define LIST(rest) ",'text':'x','button-text':'b'" rest
#define ROWS ",'sections':[{'rows':[{'title':'a'}]}]"
#define FILE_LINK ",'link':'https://example.com/a.mp3'"

static const Refusal refusals[] = {
  { "nobody", WA_OP_SEND, WA_ERROR_INVALID, "{'kind':'text','text':'x'}" },
  { "short number", WA_OP_SEND, WA_ERROR_INVALID, "{'kind':'text','text':'x','recipient':'12345'}" },
  { "empty text", MESSAGE ("text", "") },
  { "two emoji", MESSAGE ("reaction", ",'emoji':'👍👍','quoted-id':'m'") },
  { "letter as emoji", MESSAGE ("reaction", ",'emoji':'a','quoted-id':'m'") },
  { "foreign letter as emoji", MESSAGE ("reaction", ",'emoji':'ж','quoted-id':'m'") },
  { "digit as emoji", MESSAGE ("reaction", ",'emoji':'1','quoted-id':'m'") },
  { "reaction to nothing", MESSAGE ("reaction", ",'emoji':'👍'") },
  { "latitude", MESSAGE ("location", ",'latitude':90.5") },
  { "longitude", MESSAGE ("location", ",'longitude':-180.5") },
  { "no card", MESSAGE ("contacts", "") },
  { "card without part", MESSAGE ("contacts", ",'cards':[{'formatted-name':'J'}]") },
  { "card without name", MESSAGE ("contacts", ",'cards':[{'first-name':'J'}]") },
  { "birthday", MESSAGE ("contacts", ",'cards':[{'formatted-name':'J','first-name':'J','birthday':'1.2.2000'}]") },
  { "no button", MESSAGE ("reply-buttons", ",'text':'x'") },
  { "four buttons", MESSAGE ("reply-buttons", ",'text':'x','buttons':"
    "[{'title':'a'},{'title':'b'},{'title':'c'},{'title':'d'}]") },
  { "same title", MESSAGE ("reply-buttons", ",'text':'x','buttons':[{'title':'a'},{'title':'a'}]") },
  { "same id", MESSAGE ("reply-buttons", ",'text':'x','buttons':"
    "[{'title':'a','button-id':'1'},{'title':'b','button-id':'1'}]") },
  { "long title", MESSAGE ("reply-buttons", ",'text':'x','buttons':[{'title':'123456789012345678901'}]") },
  { "header picture by http", MESSAGE ("reply-buttons", ",'text':'x','buttons':[{'title':'a'}],"
    "'header-format':'image','header-link':'http://example.com/a.jpg'") },
  { "place as header", LACKS ("reply-buttons", ",'text':'x','buttons':[{'title':'a'}],'header-format':'location'") },
  { "untitled of two", MESSAGE ("list", LIST (",'sections':"
    "[{'rows':[{'title':'a'}]},{'title':'t','rows':[{'title':'b'}]}]")) },
  { "same row", MESSAGE ("list", LIST (",'sections':"
    "[{'rows':[{'title':'a','row-id':'1'},{'title':'b','row-id':'1'}]}]")) },
  { "empty section", MESSAGE ("list", LIST (",'sections':[{'title':'a'}]")) },
  { "list without button", MESSAGE ("list", ",'text':'x'" ROWS) },
  { "picture above list", LACKS ("list", LIST (ROWS ",'header-format':'image'")) },
  { "list as answer", LACKS ("list", LIST (ROWS ",'quoted-id':'m'")) },
  { "product as answer", LACKS ("product", ",'catalog-id':'1','product-id':'p','quoted-id':'m'") },
  { "product without catalog", MESSAGE ("product", ",'product-id':'p'") },
  { "product with header", LACKS ("product", ",'catalog-id':'1','product-id':'p','header':'h'") },
  { "products without header", MESSAGE ("product-list", ",'text':'x','catalog-id':'1',"
    "'sections':[{'rows':[{'product-id':'p'}]}]") },
  { "products without text", MESSAGE ("product-list", ",'header':'x','catalog-id':'1',"
    "'sections':[{'rows':[{'product-id':'p'}]}]") },
  { "products without section", MESSAGE ("product-list", ",'header':'x','text':'x','catalog-id':'1'") },
  { "plain http", MESSAGE ("image", ",'link':'http://example.com/a.jpg'") },
  { "nameless file", MESSAGE ("image", ",'link':'https://example.com/'") },
  { "name without ending", MESSAGE ("image", ",'link':'https://example.com/a'") },
  { "name with folder", MESSAGE ("image", ",'link':'https://example.com/a.jpg','filename':'a/b.jpg'") },
  { "uploaded file", LACKS ("image", ",'media-id':'ed2c7be7'") },
  { "text under sound", LACKS ("audio", FILE_LINK ",'caption':'c'") },
  { "sticker", LACKS ("sticker", ",'link':'https://example.com/a.webp'") },
  { "link button", LACKS ("link-button", ",'text':'x'") },
  { "catalog", LACKS ("catalog", ",'text':'x'") },
  { "address request", LACKS ("address-request", ",'text':'x'") },
  { "no template", MESSAGE ("template", "") },
  { "paused template", MESSAGE ("template", TEMPLATE ("PAUSED", "")) },
  { "template as answer", LACKS ("template", TEMPLATE ("APPROVED", BODY) ",'quoted-id':'m'") },
  { "missing value", MESSAGE ("template", TEMPLATE ("APPROVED", "{'kind':'body','text':'Hi {{1}}!'}")) },
  { "location header", LACKS ("template", TEMPLATE ("APPROVED", "{'kind':'header','format':'location'}")) },
  { "flow button", LACKS ("template", TEMPLATE ("APPROVED", BUTTONS ("{'kind':'flow','text':'Go'}"))) },
  { "picture by id", MESSAGE ("template", TEMPLATE ("APPROVED", "{'kind':'header','format':'image'}")
    ",'fields':[{'section':'media','value':'ed2c7be7'}]") },
  { "nothing changed", WA_OP_UPDATE_PROFILE, WA_ERROR_INVALID, "{'about':'x'}" },
  { "number", WA_OP_UPDATE_PROFILE, WA_ERROR_UNSUPPORTED, "{'number':'12020721369','changed':['number']}" },
  { "vertical", WA_OP_UPDATE_PROFILE, WA_ERROR_INVALID, "{'vertical':'OTHER','changed':['vertical']}" },
  { "e-mail", WA_OP_UPDATE_PROFILE, WA_ERROR_INVALID, "{'email':'jo','changed':['email']}" },
  { "websites off", WA_OP_UPDATE_PROFILE, WA_ERROR_UNSUPPORTED,
    "{'websites':['https://a.example'],'changed':['websites']}" },
  { "photo by http", WA_OP_UPDATE_PROFILE, WA_ERROR_INVALID,
    "{'photo-url':'http://example.com/a.jpg','changed':['photo-url']}" },
  { "month shape", WA_OP_GET_STATISTICS, WA_ERROR_INVALID, "{'month':'2022-03'}" },
  { "month 13", WA_OP_GET_STATISTICS, WA_ERROR_INVALID, "{'month':'13.2022'}" },
  { "month to come", WA_OP_GET_STATISTICS, WA_ERROR_INVALID, "{'month':'01.9999'}" },
  { "no month", WA_OP_GET_STATISTICS, WA_ERROR_INVALID, "{}" },
  { "ftp webhook", WA_OP_SET_WEBHOOK, WA_ERROR_INVALID, "{'webhook-urls':['ftp://a.example']}" },
  { "no webhook", WA_OP_SET_WEBHOOK, WA_ERROR_INVALID, "{}" },
  { "six webhooks", WA_OP_SET_SETTINGS, WA_ERROR_INVALID, "{'webhook-urls':['https://a.b','https://a.b',"
    "'https://a.b','https://a.b','https://a.b','https://a.b']}" },
  { "no message to mark", WA_OP_MARK_READ, WA_ERROR_INVALID, "{}" },
  { "no message to ask for", WA_OP_GET_MESSAGE_STATUS, WA_ERROR_INVALID, "{}" },
  { "too many messages", WA_OP_LIST_MESSAGES, WA_ERROR_INVALID, "{'page-size':1001}" },
  { "time without end", WA_OP_LIST_MESSAGES, WA_ERROR_INVALID,
    "{'since':'2026-01-02T00:00:00Z','until':'2026-01-01T00:00:00Z'}" },
  { "no template to delete", WA_OP_DELETE_TEMPLATE, WA_ERROR_INVALID, "{}" },
  { "no file to upload", WA_OP_UPLOAD_MEDIA, WA_ERROR_INVALID, "{}" },
  { "draft name", WA_OP_CREATE_TEMPLATE, WA_ERROR_INVALID,
    "{'name':'My Name','category':'UTILITY','language':'en','components':[" BODY "]}" },
  { "draft language", WA_OP_CREATE_TEMPLATE, WA_ERROR_UNSUPPORTED,
    "{'name':'n','category':'UTILITY','language':'tlh','components':[" BODY "]}" },
  { "draft category", DRAFT ("OTP", BODY) },
  { "draft without text", DRAFT ("UTILITY", "") },
  { "draft with two texts", DRAFT ("UTILITY", BODY "," BODY) },
  { "draft without sample", DRAFT ("UTILITY", "{'kind':'body','text':'a {{1}} b'}") },
  { "draft with gap", DRAFT ("UTILITY", "{'kind':'body','text':'a {{2}} b','body-examples':['x']}") },
  { "draft with name", DRAFT ("UTILITY", "{'kind':'body','text':'a {{who}} b','body-examples':['x']}") },
  { "draft ends with variable", DRAFT ("UTILITY", "{'kind':'body','text':'a {{1}}','body-examples':['x']}") },
  { "draft footer with variable", DRAFT ("UTILITY", BODY ",{'kind':'footer','text':'{{1}}'}") },
  { "draft header without file", DRAFT ("UTILITY", BODY ",{'kind':'header','format':'image'}") },
  { "draft header by http", DRAFT ("UTILITY", BODY
    ",{'kind':'header','format':'image','header-handles':['http://example.com/a.jpg']}") },
  { "draft header with place", WA_OP_CREATE_TEMPLATE, WA_ERROR_UNSUPPORTED,
    "{'name':'n','category':'UTILITY','language':'en','components':[" BODY
    ",{'kind':'header','format':'location'}]}" },
  { "draft offer", WA_OP_CREATE_TEMPLATE, WA_ERROR_UNSUPPORTED,
    "{'name':'n','category':'MARKETING','language':'en','components':[" BODY ",{'kind':'limited-time-offer'}]}" },
  { "draft replies apart", DRAFT ("UTILITY", BUTTONS ("{'kind':'quick-reply','text':'a'},"
    "{'kind':'url','text':'b','url':'https://a.b'},{'kind':'quick-reply','text':'c'}")) },
  { "draft with two numbers", DRAFT ("UTILITY", BUTTONS ("{'kind':'phone-number','text':'a','phone-number':'+1'},"
    "{'kind':'phone-number','text':'b','phone-number':'+2'}")) },
  { "draft link without sample", DRAFT ("UTILITY", BUTTONS ("{'kind':'url','text':'a','url':'https://a.b/{{1}}'}")) },
  { "draft link varies inside", DRAFT ("UTILITY", BUTTONS ("{'kind':'url','text':'a','url':'https://a.b/{{1}}/c',"
    "'examples':['https://a.b/x/c']}")) },
  { "draft code without sample", DRAFT ("MARKETING", BUTTONS ("{'kind':'copy-code'}")) },
  { "draft of one card", DRAFT ("MARKETING", BODY ",{'kind':'carousel','cards':[" CARD ("image", "4::a") "]}") },
  { "draft of unlike cards", DRAFT ("MARKETING", BODY ",{'kind':'carousel','cards':["
    CARD ("image", "4::a") "," CARD ("video", "4::b") "]}") },
  { "draft of text cards", DRAFT ("MARKETING", BODY ",{'kind':'carousel','cards':["
    CARD ("document", "4::a") "," CARD ("document", "4::b") "]}") },
  { "code with header", DRAFT ("AUTHENTICATION", BODY ",{'kind':'header','format':'text','text':'x'}") },
  { "code with two buttons", DRAFT ("AUTHENTICATION", BUTTONS ("{'kind':'otp','text':'a'},"
    "{'kind':'otp','text':'b'}")) },
  { "code for 91 minutes", DRAFT ("AUTHENTICATION", BODY ",{'kind':'footer','code-expiration-minutes':91}") },
  { "contacts", WA_OP_LIST_CONTACTS, WA_ERROR_UNSUPPORTED, "{}" },
  { "broadcast", WA_OP_CREATE_BROADCAST, WA_ERROR_UNSUPPORTED, "{}" },
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
  g_assert_true (g_str_has_suffix (error->message, "."));
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
  g_autoptr(GObject) args = new_args (WA_OP_SEND, "{'kind':'image'," TO ",'filename':'a.jpg',"
                                                  "'mime-type':'image/jpeg','caption':'c'}");
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

/* Requests that no vector shows; arguments and bodies with single quotes. */
typedef struct
{
  const char *name;
  WaOp        op;
  const char *args;
  const char *body;
} Body;

#define TO_PHONE "'phone':'12020721369'"
#define SENT(kind, rest) WA_OP_SEND, "{'kind':'" kind "'," TO rest "}"
#define APPROVED(parts, fields) SENT ("template", TEMPLATE ("APPROVED", parts) ",'fields':[" fields "]")
#define TEMPLATE_BODY(params) \
  "{" TO_PHONE ",'namespace':'','template':'t','language':{'policy':'deterministic','code':'en'}" params "}"
#define NEW(category, parts) \
  WA_OP_CREATE_TEMPLATE, "{'name':'n','category':'" category "','language':'en','components':[" parts "]}"
#define NEW_BODY(category, parts) "{'name':'n','category':'" category "','language':'en','components':[" parts "]}"

static const Body bodies[] = {
  { "chat without at", SENT ("text", ",'chat-id':'77','text':'x'"), "{" TO_PHONE ",'body':'x'}" },
  { "hidden number", SENT ("text", ",'chat-id':'77@lid','text':'x'"), "{'chatId':'77@lid','body':'x'}" },
  { "flag", SENT ("reaction", ",'emoji':'🇩🇪','quoted-id':'m'"), "{" TO_PHONE ",'body':'🇩🇪','quotedMsgId':'m'}" },
  { "family", SENT ("reaction", ",'emoji':'👩🏽‍👧','quoted-id':'m'"), "{" TO_PHONE ",'body':'👩🏽‍👧','quotedMsgId':'m'}" },
  { "key", SENT ("reaction", ",'emoji':'1️⃣','quoted-id':'m'"), "{" TO_PHONE ",'body':'1️⃣','quotedMsgId':'m'}" },
  { "place", SENT ("location", ",'latitude':45,'longitude':-0.0000001,'quoted-id':'m'"),
    "{" TO_PHONE ",'lat':'45','lng':'0','quotedMsgId':'m'}" },
  { "sound", SENT ("audio", ",'link':'https://example.com/my%20song.mp3'"),
    "{" TO_PHONE ",'body':'https://example.com/my%20song.mp3','filename':'my song.mp3'}" },
  { "text above buttons", SENT ("reply-buttons", ",'text':'x','header':'h','quoted-id':'m','buttons':[{'title':'a'}]"),
    "{" TO_PHONE ",'body':'x','header':{'type':'text','text':'h'},'quotedMsgId':'m',"
    "'sections':[{'type':'reply','reply':{'id':'b1','title':'a'}}]}" },
  { "document above buttons", SENT ("reply-buttons", ",'text':'x','header-format':'document',"
    "'header-link':'https://example.com/a.pdf','header-filename':'b.pdf','buttons':[{'title':'a','button-id':'1'}]"),
    "{" TO_PHONE ",'body':'x','header':{'type':'document','document':{'link':'https://example.com/a.pdf',"
    "'filename':'b.pdf'}},'sections':[{'type':'reply','reply':{'id':'1','title':'a'}}]}" },
  { "cards", SENT ("contacts", ",'cards':[{'formatted-name':'J','prefix':'Dr','phones':[{'value':'+1 2','kind':'work',"
    "'wa-id':'+12020721369'},{'kind':'home'}],'emails':[{'value':'a@b','kind':'OTHER'}],"
    "'addresses':[{'city':'X','country-code':'USA'}]}]"),
    "{" TO_PHONE ",'contacts':[{'name':{'formatted_name':'J','prefix':'Dr'},'phones':[{'phone':'+1 2','type':'WORK',"
    "'wa_id':'12020721369'}],'emails':[{'email':'a@b'}],'addresses':[{'city':'X'}]}]}" },

  { "named variable", APPROVED ("{'kind':'body','text':'Hi {{who}}!'}",
    "{'section':'body','key':'{{who}}','value':'Jo'}"),
    TEMPLATE_BODY (",'params':[{'type':'body','parameters':[{'type':'text','text':'Jo','parameter_name':'who'}]}]") },
  { "values in disorder", APPROVED ("{'kind':'body','text':'{{2}} and {{1}}!'}",
    "{'section':'body','key':'{{2}}','value':'b'},{'section':'body','key':'{{1}}','value':'a'}"),
    TEMPLATE_BODY (",'params':[{'type':'body','parameters':[{'type':'text','text':'a'},"
                   "{'type':'text','text':'b'}]}]") },
  { "header variable", APPROVED ("{'kind':'header','format':'text','text':'Hi {{1}}'}," BODY,
    "{'section':'header','key':'{{1}}','value':'Jo'}"),
    TEMPLATE_BODY (",'params':[{'type':'header','parameters':[{'type':'text','text':'Jo'}]}]") },
  { "document header", APPROVED ("{'kind':'header','format':'document'}," BODY,
    "{'section':'media','value':'ed2c7be7'},{'section':'filename','value':'a.pdf'}"),
    TEMPLATE_BODY (",'params':[{'type':'header','parameters':[{'type':'document',"
                   "'document':{'id':'ed2c7be7','filename':'a.pdf'}}]}]") },
  { "carousel", APPROVED ("{'kind':'carousel','cards':[" CARD ("video", "") "," CARD ("video", "") "]}",
    "{'section':'media','card':1,'value':'https://example.com/a.mp4'},"
    "{'section':'media','card':2,'value':'ed2c7be7'}"),
    TEMPLATE_BODY (",'params':[{'type':'CAROUSEL','cards':["
                   "{'card_index':0,'components':[{'type':'header','parameters':[{'type':'video',"
                   "'video':{'link':'https://example.com/a.mp4'}}]}]},"
                   "{'card_index':1,'components':[{'type':'header','parameters':[{'type':'video',"
                   "'video':{'id':'ed2c7be7'}}]}]}]}]") },
  { "offer", APPROVED ("{'kind':'limited-time-offer','has-expiration':true}," BUTTONS (
    "{'kind':'copy-code'},{'kind':'url','text':'Go','url':'https://a.b/{{1}}'}"),
    "{'section':'offer-expiry','value':'2026-12-31T23:00:00Z'},{'section':'copy-code','value':'X5'},"
    "{'section':'url-button','button':1,'value':'y'}"),
    TEMPLATE_BODY (",'params':[{'type':'limited_time_offer','parameters':[{'type':'limited_time_offer',"
                   "'limited_time_offer':{'expiration_time_ms':1798758000000}}]},"
                   "{'type':'button','sub_type':'copy_code','index':'0','parameters':[{'type':'coupon_code',"
                   "'coupon_code':'X5'}]},"
                   "{'type':'button','sub_type':'url','index':'1','parameters':[{'type':'text','text':'y'}]}]") },
  { "code", SENT ("template", ",'template':{'name':'t','language':'en','status':'APPROVED',"
    "'category':'AUTHENTICATION','components':[{'kind':'body','text':'{{1}} is your code'},"
    "{'kind':'buttons','buttons':[{'kind':'otp','otp-type':'COPY_CODE'}]}]},"
    "'fields':[{'section':'copy-code','value':'4711'}]"),
    TEMPLATE_BODY (",'params':[{'type':'body','parameters':[{'type':'text','text':'4711'}]},"
                   "{'type':'button','sub_type':'url','index':'0','parameters':[{'type':'text','text':'4711'}]}]") },

  { "draft of a code", NEW ("AUTHENTICATION", "{'kind':'body','text':'{{1}} is your code'},"
    "{'kind':'buttons','buttons':[{'kind':'otp','text':'Copy'}]},{'kind':'footer','code-expiration-minutes':5}"),
    NEW_BODY ("AUTHENTICATION", "{'type':'BODY','add_security_recommendation':false},"
              "{'type':'FOOTER','code_expiration_minutes':5},"
              "{'type':'BUTTONS','buttons':[{'type':'OTP','otp_type':'COPY_CODE','text':'Copy'}]}") },
  { "draft of a carousel", NEW ("MARKETING", "{'kind':'carousel','cards':[" CARD ("image", "4::a") ","
    CARD ("image", "https://a.b/c.jpg") "]}," BODY),
    NEW_BODY ("MARKETING", "{'type':'BODY','text':'Hello'},{'type':'CAROUSEL','cards':["
              "{'components':[{'type':'HEADER','format':'IMAGE','example':{'header_handle':['4::a']}}]},"
              "{'components':[{'type':'HEADER','format':'IMAGE',"
              "'example':{'header_handle':['https://a.b/c.jpg']}}]}]}") },
  { "draft with buttons", NEW ("MARKETING", BUTTONS ("{'kind':'quick-reply','text':'a','examples':['x']},"
    "{'kind':'url','text':'b','url':'https://a.b/{{1}}','examples':['https://a.b/x']},"
    "{'kind':'url','text':'c','url':'https://a.b','examples':['x']},"
    "{'kind':'phone-number','text':'d','phone-number':'+12020721369'},"
    "{'kind':'copy-code','text':'Copy','examples':['X5']}")),
    NEW_BODY ("MARKETING", "{'type':'BODY','text':'Hello'},{'type':'BUTTONS','buttons':["
              "{'type':'QUICK_REPLY','text':'a'},"
              "{'type':'URL','text':'b','url':'https://a.b/{{1}}','example':['https://a.b/x']},"
              "{'type':'URL','text':'c','url':'https://a.b'},"
              "{'type':'PHONE_NUMBER','text':'d','phone_number':'+12020721369'},"
              "{'type':'COPY_CODE','example':'X5'}]}") },
  { "draft with header", NEW ("UTILITY", "{'kind':'header','format':'text','text':'Hi {{1}}','header-examples':['Jo']},"
    BODY),
    NEW_BODY ("UTILITY", "{'type':'HEADER','format':'TEXT','text':'Hi {{1}}','example':{'header_text':['Jo']}},"
              "{'type':'BODY','text':'Hello'}") },

  { "two webhooks", WA_OP_SET_WEBHOOK, "{'webhook-urls':['https://a.b','http://c.d']}",
    "{'webhookUrl':['https://a.b','http://c.d']}" },
  { "stubborn webhook", WA_OP_SET_SETTINGS, "{'webhook-urls':['']}", "{'webhookUrl':''}" },
  { "emptied profile", WA_OP_UPDATE_PROFILE, "{'changed':['description','email','address']}",
    "{'description':'','email':'','address':''}" },
};

static void
test_body (gconstpointer data)
{
  const Body *sent = data;
  g_autoptr(WaProvider) provider = new_provider ();
  g_autoptr(GError) error = NULL;
  g_autoptr(WaRequest) request = build (provider, sent->op, sent->args, &error);
  g_autofree char *quoted = g_strdelimit (g_strdup (sent->body), "'", '"');
  g_autoptr(JsonNode) wanted = json_from_string (quoted, NULL);

  g_assert_no_error (error);
  g_assert_nonnull (wanted);
  if (!json_node_equal (wa_request_get_json (request), wanted))
    {
      g_autofree char *found = json_to_string (wa_request_get_json (request), FALSE);

      g_assert_cmpstr (found, ==, quoted);
    }
}

static void
test_websites (void)
{
  g_autoptr(WaProvider) provider = new_provider ();
  g_autoptr(GError) error = NULL;
  g_autoptr(WaRequest) request = NULL;
  g_autofree char *body = NULL;

  wa_provider_set_setting (provider, "websites", "on");
  request = build (provider, WA_OP_UPDATE_PROFILE,
                   "{'websites':['https://a.b'],'changed':['websites']}", &error);
  g_assert_no_error (error);
  body = json_to_string (wa_request_get_json (request), FALSE);
  g_assert_cmpstr (body, ==, "{\"websites\":[\"https://a.b\"]}");

  g_assert_null (build (provider, WA_OP_UPDATE_PROFILE,
                        "{'websites':['a.b'],'changed':['websites']}", &error));
  g_assert_error (error, WA_ERROR, WA_ERROR_INVALID);
}

/* The picture of the business goes as other files do. */
static void
test_photo (void)
{
  g_autoptr(WaProvider) provider = new_provider ();
  g_autoptr(GObject) args = new_args (WA_OP_UPDATE_PROFILE, "{'about':'x','photo-type':'image/png',"
                                                            "'photo-url':'https://old.example/a.png',"
                                                            "'changed':['about','photo']}");
  gsize sizes[] = { 3, 1024 * 1024 + 1 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_take (g_malloc0 (sizes[i]), sizes[i]);
      g_autoptr(GError) error = NULL;
      g_autoptr(WaRequest) request = NULL;

      wa_channel_profile_set_photo (WA_CHANNEL_PROFILE (args), bytes);
      request = build_args (provider, WA_OP_UPDATE_PROFILE, args, &error);
      g_assert_no_error (error);
      if (i == 0)
        {
          g_autofree char *body = json_to_string (wa_request_get_json (request), FALSE);

          g_assert_cmpstr (body, ==, "{\"about\":\"x\",\"photo\":\"data:image/png;base64,AAAA\"}");
        }
      else
        {
          const WaPart *part = g_ptr_array_index (wa_request_get_files (request), 0);

          g_assert_cmpstr (part->name, ==, "photo");
          g_assert_cmpstr (part->content_type, ==, "image/png");
          g_assert_cmpuint (wa_request_get_fields (request)->len, ==, 1);
        }
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
  g_autofree char *quoted = g_strdelimit (g_strdup (text), "'", '"');
  g_autoptr(GBytes) body = g_bytes_new (quoted, strlen (quoted));
  g_autoptr(WaAnswer) answer = wa_answer_new (status, NULL, body);

  return wa_provider_read (provider, operation, args, answer, error);
}

#define TEXT "{'kind':'text'," TO ",'text':'x'}"

/* Answers that are refusals, and what they are taken for. */
typedef struct
{
  const char *name;
  WaOp        op;
  const char *args;
  guint       status;
  const char *answer;
  WaError     code;
  const char *words;   /* of what the user reads */
} Failure;

#define ON_SEND WA_OP_SEND, TEXT
#define ON_READ(op) WA_OP_##op, "{}"
#define ON_DELETE WA_OP_DELETE_TEMPLATE, "{'name':'t'}"

static const Failure failures[] = {
  { "window closed", ON_SEND, 200, "{'sent':false,'message':'Dialog window is closed'}", WA_ERROR_REJECTED, "emplate" },
  { "outside window", ON_SEND, 400, "{'error':'Message is outside the allowed window'}", WA_ERROR_REJECTED, "emplate" },
  { "re-engagement", ON_SEND, 400, "{'error':{'message':'Re-engagement message'}}", WA_ERROR_REJECTED, "emplate" },
  { "undefined template", ON_SEND, 200, "{'error':{'message':'template is not defined'}}", WA_ERROR_REJECTED,
    "namespace" },
  { "no such template", ON_SEND, 200, "{'error':'Template start does not exist'}", WA_ERROR_REJECTED,
    "This channel doesn’t have the template" },
  { "in a hurry", ON_SEND, 200, "{'error':'Too many requests'}", WA_ERROR_RATE_LIMITED, "waits" },
  { "rate", ON_SEND, 200, "{'sent':'false','message':'Rate limit hit'}", WA_ERROR_RATE_LIMITED, "waits" },
  { "wrong token", ON_SEND, 200, "{'sent':false,'message':'Wrong token'}", WA_ERROR_AUTH, "token" },
  { "invalid token", ON_READ (GET_STATUS), 400, "{'error':'Invalid token'}", WA_ERROR_AUTH, "token" },
  { "unauthorized", ON_READ (GET_STATUS), 403, "{'message':'Unauthorized'}", WA_ERROR_AUTH, "token" },
  { "inner error", ON_SEND, 200, "{'sent':true,'response':{'error':'No such number'}}", WA_ERROR_REJECTED,
    "No such number" },
  { "title and text", ON_SEND, 400, "{'error':{'message':'Bad','error_user_title':'Title','error_user_msg':'Words'}}",
    WA_ERROR_REJECTED, "Title: Words" },
  { "plain text", ON_SEND, 403, "Trial is over", WA_ERROR_REJECTED, "Trial is over" },
  { "web page", ON_SEND, 403, "\n <html>Blocked</html>", WA_ERROR_REJECTED, "plan" },
  { "payment", ON_SEND, 402, "{}", WA_ERROR_REJECTED, "payment" },
  { "unprocessable", WA_OP_UPDATE_PROFILE, "{'about':'x','changed':['about']}", 422, "{'error':'Nothing to update'}",
    WA_ERROR_REJECTED, "Nothing to update" },
  { "result says no", ON_DELETE, 200, "{'result':'error: template not found'}", WA_ERROR_REJECTED, "not found" },
  { "switch says no", WA_OP_SET_COMMERCE, "{}", 200, "{'success':false,'message':'No catalog'}", WA_ERROR_REJECTED,
    "No catalog" },
  { "message only", ON_READ (GET_SETTINGS), 200, "{'message':'Instance is off'}", WA_ERROR_REJECTED,
    "Instance is off" },
  { "error beside a list", ON_READ (GET_USAGE), 200, "{'error':'No'}", WA_ERROR_REJECTED, "No" },
  { "error on the list", ON_READ (LIST_TEMPLATES), 200, "{'total':0,'templates':[],'error':'No'}", WA_ERROR_REJECTED,
    "No" },

  { "silence on a send", ON_SEND, 200, "{}", WA_ERROR_UNCERTAIN, "Look before" },
  { "null on a send", ON_SEND, 200, "{'sent':null}", WA_ERROR_UNCERTAIN, "Look before" },
  { "list on a send", ON_SEND, 200, "[]", WA_ERROR_UNCERTAIN, "Look before" },
  { "rest of an answer", ON_SEND, 200, "{'sent':tr", WA_ERROR_UNCERTAIN, "Look before" },
  { "redirected send", ON_SEND, 302, "{}", WA_ERROR_UNCERTAIN, "Look before" },
  { "slow send", ON_SEND, 408, "{}", WA_ERROR_UNCERTAIN, "Look before" },
  { "broken send", ON_SEND, 500, "{'error':'rate limit'}", WA_ERROR_UNCERTAIN, "Look before" },
  { "broken deletion", ON_DELETE, 502, "{}", WA_ERROR_UNCERTAIN, "Look before" },
  { "unknown deletion", ON_DELETE, 200, "{}", WA_ERROR_UNCERTAIN, "Look before" },
  { "unreadable upload", WA_OP_UPLOAD_MEDIA, "{}", 200, "{'mediaId':''}", WA_ERROR_UNCERTAIN, "Look before" },

  { "number as status", ON_READ (GET_STATUS), 200, "{'status':1}", WA_ERROR_PROTOCOL, "status" },
  { "number as address", ON_READ (GET_SERVER_ADDRESS), 200, "{'result':1}", WA_ERROR_PROTOCOL, "result" },
  { "object for list", ON_READ (GET_USAGE), 200, "{}", WA_ERROR_PROTOCOL, "list" },
  { "list for object", ON_READ (GET_PROFILE), 200, "[]", WA_ERROR_PROTOCOL, "object" },
  { "switches without state", ON_READ (GET_COMMERCE), 200, "[{'id':'1'}]", WA_ERROR_PROTOCOL, "is_cart_enabled" },
  { "no messages", ON_READ (LIST_MESSAGES), 200, "{}", WA_ERROR_PROTOCOL, "messages" },
  { "no templates", ON_READ (LIST_TEMPLATES), 200, "{}", WA_ERROR_PROTOCOL, "templates" },
  { "no hooks", WA_OP_GET_MESSAGE_STATUS, "{'remote-id':'m'}", 200, "{}", WA_ERROR_PROTOCOL, "hooks" },
  { "redirected read", ON_READ (GET_STATUS), 301, "{}", WA_ERROR_PROTOCOL, "address" },
  { "broken read", ON_READ (GET_STATUS), 503, "{}", WA_ERROR_NETWORK, "later" },
  { "no channel", ON_READ (GET_STATUS), 404, "{'error':'Instance not found'}", WA_ERROR_NOT_FOUND,
    "Instance not found" },
};

static void
test_failure (gconstpointer data)
{
  const Failure *failure = data;
  g_autoptr(WaProvider) provider = new_provider ();
  g_autoptr(GError) error = NULL;

  g_assert_null (read_answer (provider, failure->op, failure->args, failure->status, failure->answer,
                              &error));
  g_assert_error (error, WA_ERROR, (int) failure->code);
  if (strstr (error->message, failure->words) == NULL)
    g_assert_cmpstr (error->message, ==, failure->words);
}

/* A queue's answer is an acceptance, whatever `sent` says. */
static void
test_queued (void)
{
  g_autoptr(WaProvider) provider = new_provider ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GObject) result = NULL;

  result = read_answer (provider, WA_OP_SEND, TEXT, 200, "{'sent':false,'jobId':'j1'}", &error);
  g_assert_no_error (error);
  g_assert_cmpint (wa_message_get_state (WA_MESSAGE (result)), ==, WA_STATE_SENT);
  g_assert_cmpstr (wa_message_get_job_id (WA_MESSAGE (result)), ==, "j1");
  g_assert_cmpstr (wa_message_get_remote_id (WA_MESSAGE (result)), ==, "");
  g_assert_cmpstr (wa_message_get_state_detail (WA_MESSAGE (result)), ==, "queued");
}

/* What a channel doesn't have goes away without a word. */
static void
test_missing (void)
{
  static const struct
  {
    WaOp        op;
    const char *args;
    guint       status;
  } cases[] = {
    { WA_OP_GET_STATISTICS, "{'month':'03.2022'}", 404 },
    { WA_OP_GET_USAGE, "{}", 405 },
    { WA_OP_GET_SERVER_ADDRESS, "{}", 501 },
    { WA_OP_GET_MESSAGE_STATUS, "{'remote-id':'m'}", 404 },
  };
  g_autoptr(WaProvider) provider = new_provider ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_true (wa_provider_supports (provider, cases[i].op));
      g_assert_null (read_answer (provider, cases[i].op, cases[i].args, cases[i].status,
                                  "{'error':'no'}", &error));
      g_assert_error (error, WA_ERROR, WA_ERROR_UNSUPPORTED);
      g_assert_false (wa_provider_supports (provider, cases[i].op));
    }
}

/* The furthest report counts, and a failure after the arrival is only shown beside it. */
static void
test_reports (void)
{
  static const struct
  {
    const char     *hooks;
    WaMessageState  state;
    gint64          error_code;
  } cases[] = {
    { "", WA_STATE_NONE, 0 },
    { "{'status':'read','timestamp':'9'},{'status':'delivered','timestamp':8}", WA_STATE_READ, 0 },
    { "{'status':'sent'},{'status':'viewed'},{'status':'deleted'}", WA_STATE_READ, 0 },
    { "{'status':'failed','errors':[{'code':131026,'title':'No'}]},{'status':'sent'}", WA_STATE_FAILED, 131026 },
    { "{'status':'delivered'},{'status':'failed','errors':[{'code':131026}]}", WA_STATE_DELIVERED, 131026 },
  };
  g_autoptr(WaProvider) provider = new_provider ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *answer = g_strdup_printf ("{'hooks':[%s]}", cases[i].hooks);
      g_autoptr(GError) error = NULL;
      g_autoptr(GObject) message = read_answer (provider, WA_OP_GET_MESSAGE_STATUS, "{'remote-id':'m'}",
                                                200, answer, &error);

      g_assert_no_error (error);
      g_assert_cmpint (wa_message_get_state (WA_MESSAGE (message)), ==, cases[i].state);
      g_assert_cmpint (wa_message_get_error_code (WA_MESSAGE (message)), ==, cases[i].error_code);
    }
}

#define SHORT(name, rest) "{'name':'" name "','language':{'code':'en'}" rest "}"

/* A namespace that all others share stands for one that is not told; two of them tell nothing. */
static void
test_namespaces (void)
{
  static const char *const cases[][2] = {
    { SHORT ("a", "") "," SHORT ("b", ",'messageTemplateNamespace':'n'"), "n" },
    { SHORT ("a", "") "," SHORT ("b", ",'namespace':'n'") "," SHORT ("c", ",'namespace':'m'"), "" },
    { SHORT ("a", ",'namespace':'o'") "," SHORT ("b", ",'namespace':'n'"), "o" },
    { SHORT ("a", ""), "" },
  };
  g_autoptr(WaProvider) provider = new_provider ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *answer = g_strdup_printf ("{'templates':[%s]}", cases[i][0]);
      g_autoptr(GError) error = NULL;
      g_autoptr(GObject) page = read_answer (provider, WA_OP_LIST_TEMPLATES, "{}", 200, answer, &error);
      g_autoptr(WaTemplate) template = NULL;

      g_assert_no_error (error);
      template = g_list_model_get_item (G_LIST_MODEL (wa_page_get_items (WA_PAGE (page))), 0);
      g_assert_cmpstr (wa_template_get_namespace (template), ==, cases[i][1]);
      g_assert_cmpstr (wa_template_get_remote_id (template), ==, "a/en");
    }
}

/* The next page is asked for only where the channel says that there is more. */
static void
test_template_pages (void)
{
  g_autoptr(WaProvider) provider = new_provider ();
  g_autoptr(WaRequest) request = NULL;
  g_autoptr(GObject) all = NULL;
  g_autoptr(GObject) first = NULL;
  g_autoptr(GObject) second = NULL;
  g_autofree char *query = NULL;

  all = read_answer (provider, WA_OP_LIST_TEMPLATES, "{}", 200,
                     "{'total':1,'templates':[" SHORT ("a", "") "]}", NULL);
  g_assert_cmpstr (wa_page_get_next (WA_PAGE (all)), ==, "");
  first = read_answer (provider, WA_OP_LIST_TEMPLATES, "{}", 200,
                       "{'total':'9','templates':[" SHORT ("a", "") "]}", NULL);
  g_assert_cmpstr (wa_page_get_next (WA_PAGE (first)), ==, "1");

  request = build (provider, WA_OP_LIST_TEMPLATES, "{'cursor':'1'}", NULL);
  query = wa_request_dup_query (request);
  g_assert_cmpstr (query, ==, "limit=100&offset=1&token=a.b%2Fc");

  second = read_answer (provider, WA_OP_LIST_TEMPLATES, "{'cursor':'1'}", 200,
                        "{'total':9,'templates':[" SHORT ("b", "") "]}", NULL);
  g_assert_cmpstr (wa_page_get_next (WA_PAGE (second)), ==, "");
}

static void
test_commerce (void)
{
  g_autoptr(WaProvider) provider = new_provider ();
  g_autoptr(GObject) none = read_answer (provider, WA_OP_GET_COMMERCE, "{}", 200, "[]", NULL);
  g_autoptr(GObject) two = NULL;

  g_assert_false (wa_commerce_settings_get_configured (WA_COMMERCE_SETTINGS (none)));

  two = read_answer (provider, WA_OP_GET_COMMERCE, "{}", 200,
                     "{'data':[{'id':1,'is_cart_enabled':false,'is_catalog_visible':true},{}]}", NULL);
  g_assert_true (wa_commerce_settings_get_configured (WA_COMMERCE_SETTINGS (two)));
  g_assert_cmpstr (wa_commerce_settings_get_catalog_id (WA_COMMERCE_SETTINGS (two)), ==, "1");
  g_assert_false (wa_commerce_settings_get_cart_enabled (WA_COMMERCE_SETTINGS (two)));
  g_assert_cmpstr (wa_commerce_settings_get_note (WA_COMMERCE_SETTINGS (two)), !=, "");
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
  const char *answer = "{'messages':[{'id':'a','messageNumber':8},{'id':'b','messageNumber':7}]}";

  first = read_answer (provider, WA_OP_LIST_MESSAGES, "{}", 200, answer, NULL);
  g_assert_cmpstr (wa_page_get_next (WA_PAGE (first)), ==, "7");

  request = build (provider, WA_OP_LIST_MESSAGES, "{'cursor':'7'}", NULL);
  query = wa_request_dup_query (request);
  g_assert_cmpstr (query, ==, "firstMessageNumber=7&limit=100&token=a.b%2Fc");

  again = read_answer (provider, WA_OP_LIST_MESSAGES, "{'cursor':'7'}", 200, answer, NULL);
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
  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autofree char *path = g_strdup_printf ("/onemsg/body/%s", bodies[i].name);

      g_test_add_data_func (path, &bodies[i], test_body);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      g_autofree char *path = g_strdup_printf ("/onemsg/failure/%s", failures[i].name);

      g_test_add_data_func (path, &failures[i], test_failure);
    }
  g_test_add_func ("/onemsg/address", test_address);
  g_test_add_func ("/onemsg/bearer", test_bearer);
  g_test_add_func ("/onemsg/files", test_files);
  g_test_add_func ("/onemsg/websites", test_websites);
  g_test_add_func ("/onemsg/photo", test_photo);
  g_test_add_func ("/onemsg/queued", test_queued);
  g_test_add_func ("/onemsg/missing", test_missing);
  g_test_add_func ("/onemsg/reports", test_reports);
  g_test_add_func ("/onemsg/namespaces", test_namespaces);
  g_test_add_func ("/onemsg/template-pages", test_template_pages);
  g_test_add_func ("/onemsg/commerce", test_commerce);
  g_test_add_func ("/onemsg/history-pages", test_history_pages);

  return g_test_run ();
}
