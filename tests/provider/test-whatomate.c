/* test-whatomate.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-contact-edit.h"
#include "model/wa-message.h"
#include "model/wa-outgoing.h"
#include "model/wa-page.h"
#include "model/wa-product.h"
#include "model/wa-record-json.h"
#include "provider/wa-registry.h"

/* What the golden vectors don't show: what is refused before it is sent, what answers teach about a server, and the second
 * form of a request that the first form's refusal leads to. */

#define C "0c0ffee0-0000-4000-8000-000000000001"
#define M "0c0ffee0-0000-4000-8000-000000000101"
#define T "0c0ffee0-0000-4000-8000-000000000201"
#define B "0c0ffee0-0000-4000-8000-000000000301"

/* JSON is written with single quotes here. */
static char *
dup_json (const char *text)
{
  return g_strdelimit (g_strdup (text), "'", '"');
}

static WaProvider *
new_provider (const char *generation)
{
  WaProvider *provider = wa_registry_new_provider ("whatomate", NULL);

  wa_provider_set_setting (provider, "base-url", "https://wa.example.com/");
  wa_provider_set_setting (provider, "generation", generation);

  return provider;
}

static GObject *
new_args (WaOp        op,
          const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *json = dup_json (text);
  GObject *args = wa_record_new_text (wa_op_get_info (op)->args_type (), json, &error);

  g_assert_no_error (error);

  return args;
}

static WaRequest *
build (WaProvider  *provider,
       WaOp         op,
       GObject     *args,
       GError     **error)
{
  const WaOperation *operation = wa_provider_find (provider, op, args, error);

  return operation != NULL ? wa_provider_build (provider, operation, args, error) : NULL;
}

static void
assert_body (WaProvider *provider,
             WaOp        op,
             const char *args_text,
             const char *wanted)
{
  g_autoptr(GObject) args = new_args (op, args_text);
  g_autoptr(GError) error = NULL;
  g_autoptr(WaRequest) request = build (provider, op, args, &error);
  g_autofree char *json = dup_json (wanted);
  g_autoptr(JsonNode) node = json_from_string (json, NULL);
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  found = json_to_string (wa_request_get_json (request), FALSE);
  g_test_message ("%s", found);
  g_assert_true (json_node_equal (wa_request_get_json (request), node));
}

static WaAnswer *
new_answer (guint       status,
            const char *text)
{
  g_autofree char *json = dup_json (text);
  g_autoptr(GBytes) bytes = g_bytes_new (json, strlen (json));

  return wa_answer_new (status, NULL, bytes);
}

static GObject *
answer_with (WaProvider  *provider,
             WaOp         op,
             const char  *args_text,
             guint        status,
             const char  *body,
             GError     **error)
{
  g_autoptr(GObject) args = new_args (op, args_text);
  g_autoptr(WaAnswer) answer = new_answer (status, body);
  const WaOperation *operation = wa_provider_find (provider, op, args, NULL);

  g_assert_nonnull (operation);

  return wa_provider_read (provider, operation, args, answer, error);
}

#define MESSAGE(rest) "{'contact-id':'" C "'," rest "}"
#define TEMPLATE(components, fields) \
  "{'kind':'template','contact-id':'" C "','template':{'name':'t','language':'en','status':'APPROVED','components':[" \
  components "]},'fields':[" fields "]}"
#define BUTTON(button) "{'kind':'buttons','buttons':[{" button "}]}"
#define DRAFT(name, components) \
  "{'name':'" name "','account-name':'a','language':'en','category':'UTILITY','components':[{'kind':'body','text':'Hi'}" \
  components "]}"
#define CAMPAIGN(rest) "{'name':'n','account-name':'a','template-id':'" T "'" rest "}"
#define PRODUCT(price, currency) \
  "{'catalog-id':'" T "','name':'n','retailer-id':'r','price':'" price "','currency':'" currency "'}"

typedef struct
{
  const char *name;
  WaOp        op;
  const char *args;
  WaError     code;
  const char *generation;
} Refusal;

static const Refusal refusals[] = {
  { "no contact", WA_OP_SEND, "{'kind':'text','recipient':'919876543210','text':'x'}", WA_ERROR_INVALID, "" },
  { "example for an id", WA_OP_SEND, "{'kind':'text','contact-id':'uuid','text':'x'}", WA_ERROR_INVALID, "" },
  { "example for a quoted id", WA_OP_SEND, MESSAGE ("'kind':'text','text':'x','quoted-id':'wamid.xxx'"),
    WA_ERROR_INVALID, "" },
  { "empty text", WA_OP_SEND, MESSAGE ("'kind':'text'"), WA_ERROR_INVALID, "" },
  { "four buttons", WA_OP_SEND, MESSAGE ("'kind':'reply-buttons','text':'x','buttons':[{'button-id':'1','title':'1'},"
    "{'button-id':'2','title':'2'},{'button-id':'3','title':'3'},{'button-id':'4','title':'4'}]"), WA_ERROR_INVALID, "" },
  { "same title", WA_OP_SEND, MESSAGE ("'kind':'reply-buttons','text':'x','buttons':[{'button-id':'1','title':'1'},"
    "{'button-id':'2','title':'1'}]"), WA_ERROR_INVALID, "" },
  { "footer", WA_OP_SEND, MESSAGE ("'kind':'link-button','text':'x','footer':'f','button-text':'b',"
    "'url':'https://example.com'"), WA_ERROR_UNSUPPORTED, "" },
  { "buttons, first generation", WA_OP_SEND, MESSAGE ("'kind':'reply-buttons'"), WA_ERROR_UNSUPPORTED, "G1" },
  { "list", WA_OP_SEND, MESSAGE ("'kind':'list'"), WA_ERROR_UNSUPPORTED, "G2" },
  { "link of a file over http", WA_OP_SEND, MESSAGE ("'kind':'image','link':'http://example.com/a.jpg'"), WA_ERROR_INVALID, "" },
  { "template not approved", WA_OP_SEND, "{'kind':'template','contact-id':'" C "','template':{'name':'t','status':'PAUSED'}}",
    WA_ERROR_INVALID, "" },
  { "template, first generation", WA_OP_SEND, TEMPLATE ("{'kind':'body','text':'x'}", ""), WA_ERROR_UNSUPPORTED, "G1" },
  { "value missing", WA_OP_SEND, TEMPLATE ("{'kind':'body','text':'{{1}}'}", ""), WA_ERROR_INVALID, "" },
  { "value empty", WA_OP_SEND, TEMPLATE ("{'kind':'body','text':'{{1}}'}", "{'section':'body','value':''}"), WA_ERROR_INVALID, "" },
  { "names and numbers", WA_OP_SEND, TEMPLATE ("{'kind':'body','text':'{{1}} {{name}}'}",
    "{'section':'body','value':'a'},{'section':'body','value':'b'}"), WA_ERROR_INVALID, "" },
  { "picture in the header", WA_OP_SEND, TEMPLATE ("{'kind':'header','format':'image'}", ""), WA_ERROR_UNSUPPORTED, "" },
  { "carousel", WA_OP_SEND, TEMPLATE ("{'kind':'carousel'}", ""), WA_ERROR_UNSUPPORTED, "" },
  { "offer", WA_OP_SEND, TEMPLATE ("{'kind':'limited-time-offer'}", ""), WA_ERROR_UNSUPPORTED, "" },
  { "code to copy", WA_OP_SEND, TEMPLATE (BUTTON ("'kind':'copy-code'"), ""), WA_ERROR_UNSUPPORTED, "" },
  { "one-time password", WA_OP_SEND, TEMPLATE ("{'kind':'body','text':'{{1}}'}," BUTTON ("'kind':'otp'"),
    "{'section':'copy-code','value':'123456'}"), WA_ERROR_UNSUPPORTED, "" },
  { "answer of one's own", WA_OP_SEND, TEMPLATE (BUTTON ("'kind':'quick-reply','text':'Yes'"),
    "{'section':'quick-reply','value':'other'}"), WA_ERROR_UNSUPPORTED, "" },
  { "address of a button", WA_OP_SEND, TEMPLATE (BUTTON ("'kind':'url','text':'b','url':'https://example.com/{{1}}'"), ""),
    WA_ERROR_INVALID, "" },
  { "contact without number", WA_OP_CREATE_CONTACTS, "{'contacts':[{'masked-number':'****3210'}]}", WA_ERROR_INVALID, "" },
  { "two contacts", WA_OP_CREATE_CONTACTS, "{'contacts':[{'number':'15551486942'},{'number':'15551486943'}]}",
    WA_ERROR_INVALID, "" },
  { "contact, first generation", WA_OP_CREATE_CONTACTS, "{}", WA_ERROR_UNSUPPORTED, "G1" },
  { "number of a contact", WA_OP_UPDATE_CONTACT, "{'contact':{'remote-id':'" C "'},'changed':['number']}", WA_ERROR_UNSUPPORTED, "" },
  { "nothing to change", WA_OP_UPDATE_CONTACT, "{'contact':{'remote-id':'" C "'},'changed':['email']}", WA_ERROR_UNSUPPORTED, "" },
  { "comma in a tag", WA_OP_LIST_CONTACTS, "{'tags':['a,b']}", WA_ERROR_INVALID, "" },
  { "tags, first generation", WA_OP_LIST_CONTACTS, "{'tags':['a']}", WA_ERROR_UNSUPPORTED, "G1" },
  { "name of a template", WA_OP_CREATE_TEMPLATE, DRAFT ("Big Sale", ""), WA_ERROR_INVALID, "" },
  { "template without account", WA_OP_CREATE_TEMPLATE, "{'name':'a'}", WA_ERROR_INVALID, "" },
  { "carousel as a draft", WA_OP_CREATE_TEMPLATE, DRAFT ("a", ",{'kind':'carousel'}"), WA_ERROR_UNSUPPORTED, "" },
  { "place in the header", WA_OP_CREATE_TEMPLATE, DRAFT ("a", ",{'kind':'header','format':'location'}"), WA_ERROR_UNSUPPORTED, "" },
  { "no sample", WA_OP_CREATE_TEMPLATE, DRAFT ("a", ",{'kind':'header','format':'image'}"), WA_ERROR_INVALID, "" },
  { "samples, first generation", WA_OP_CREATE_TEMPLATE, DRAFT ("a", ",{'kind':'header','format':'image'}"),
    WA_ERROR_UNSUPPORTED, "G1" },
  { "code, first generation", WA_OP_CREATE_TEMPLATE, DRAFT ("a", "," BUTTON ("'kind':'copy-code'")), WA_ERROR_UNSUPPORTED, "G1" },
  { "approved template", WA_OP_UPDATE_TEMPLATE, "{'remote-id':'" T "','status':'APPROVED'}", WA_ERROR_INVALID, "" },
  { "fetch without account", WA_OP_SYNC_TEMPLATES, "{}", WA_ERROR_INVALID, "" },
  { "campaign without template", WA_OP_CREATE_BROADCAST, "{'name':'n','account-name':'a'}", WA_ERROR_INVALID, "" },
  { "planned, unknown generation", WA_OP_CREATE_BROADCAST, CAMPAIGN (",'scheduled':true,'schedule-at':'2026-01-01T00:00:00Z'"),
    WA_ERROR_UNSUPPORTED, "" },
  { "file, first generation", WA_OP_CREATE_BROADCAST, CAMPAIGN (",'media-id':'1'"), WA_ERROR_UNSUPPORTED, "G1" },
  { "pause, first generation", WA_OP_PAUSE_BROADCAST, "{'remote-id':'" B "'}", WA_ERROR_UNSUPPORTED, "G1" },
  { "names, first generation", WA_OP_ADD_RECIPIENTS, "{'broadcast-id':'" B "','recipients':[{'number':'15551486942',"
    "'values':[{'name':'city','value':'x'}]}]}", WA_ERROR_UNSUPPORTED, "G1" },
  { "sign-in, second generation", WA_OP_SIGN_IN, "{'email':'a','password':'b'}", WA_ERROR_UNSUPPORTED, "G2" },
  { "price with a comma", WA_OP_CREATE_PRODUCT, PRODUCT ("12,99", "USD"), WA_ERROR_INVALID, "" },
  { "price with too many digits", WA_OP_CREATE_PRODUCT, PRODUCT ("12.5", "JPY"), WA_ERROR_INVALID, "" },
  { "price beyond all", WA_OP_CREATE_PRODUCT, PRODUCT ("9999999999999", "USD"), WA_ERROR_INVALID, "" },
  { "no currency", WA_OP_CREATE_PRODUCT, PRODUCT ("1", "usd"), WA_ERROR_INVALID, "" },
};

static void
test_refusals (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr(WaProvider) provider = new_provider (refusals[i].generation);
      g_autoptr(GObject) args = new_args (refusals[i].op, refusals[i].args);
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", refusals[i].name);
      g_assert_null (build (provider, refusals[i].op, args, &error));
      g_assert_error (error, WA_ERROR, (int) refusals[i].code);
      g_test_message ("%s", error->message);
    }
}

/* The list of tags tells which generation a server is of, again and again. */
static void
test_generations (void)
{
  g_autoptr(WaProvider) provider = new_provider ("");
  g_autoptr(WaProvider) updated = new_provider ("G1");
  g_autoptr(WaProvider) forbidden = new_provider ("");
  g_autoptr(GObject) tags = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) role = NULL;
  g_autofree char *reason = NULL;

  g_assert_true (wa_provider_supports_kind (provider, WA_MESSAGE_TEMPLATE));
  g_assert_null (answer_with (provider, WA_OP_LIST_TAGS, "{'page-size':1}", 404, "404 page not found", &error));
  g_assert_error (error, WA_ERROR, WA_ERROR_UNSUPPORTED);
  g_assert_cmpstr (wa_provider_get_setting (provider, "generation"), ==, "G1");
  g_assert_false (wa_provider_supports (provider, WA_OP_LIST_TAGS));
  g_assert_false (wa_provider_supports (provider, WA_OP_DELETE_CONTACT));
  g_assert_false (wa_provider_supports_kind (provider, WA_MESSAGE_TEMPLATE));
  g_assert_true (wa_provider_supports_kind (provider, WA_MESSAGE_TEXT));
  reason = wa_provider_dup_reason (provider, WA_OP_SEND, WA_MESSAGE_TEMPLATE);
  g_assert_nonnull (strstr (reason, "broadcast"));

  tags = answer_with (updated, WA_OP_LIST_TAGS, "{}", 200, "{'status':'success','data':{'tags':null}}", NULL);
  g_assert_nonnull (tags);
  g_assert_cmpstr (wa_provider_get_setting (updated, "generation"), ==, "G2");
  g_assert_true (wa_provider_supports (updated, WA_OP_DELETE_CONTACT));

  g_assert_null (answer_with (forbidden, WA_OP_LIST_TAGS, "{}", 403, "{'status':'error','message':'Access denied'}", &role));
  g_assert_error (role, WA_ERROR, WA_ERROR_REJECTED);
  g_assert_cmpstr (wa_provider_get_setting (forbidden, "generation"), ==, "G2");
}

static gboolean
falls_back (WaProvider *provider,
            WaOp        op,
            GObject    *args,
            guint       status)
{
  const WaOperation *operation = wa_provider_find (provider, op, args, NULL);
  g_autoptr(WaAnswer) answer = new_answer (status, "{'status':'error','message':'no'}");
  g_autoptr(GError) error = NULL;

  g_assert_null (wa_provider_read (provider, operation, args, answer, &error));

  return wa_provider_fall_back (provider, operation, args, answer, error);
}

/* An address first, the file where the server refuses that, from then on at once. */
static void
test_media (void)
{
  static const char *const text = MESSAGE ("'kind':'image','link':'https://example.com/a.jpg','caption':'c'");
  static const guint wanted[] = { 400, 415, 422 };
  g_autoptr(GObject) args = new_args (WA_OP_SEND, text);
  g_autoptr(WaProvider) provider = new_provider ("");
  g_autoptr(GBytes) bytes = g_bytes_new_static ("\xff\xd8\xff\xe0", 4);
  g_autoptr(WaRequest) file = NULL;
  g_autoptr(GError) refused = NULL;
  g_autoptr(GError) error = NULL;

  assert_body (provider, WA_OP_SEND, text,
               "{'contact_id':'" C "','type':'image','media_url':'https://example.com/a.jpg','caption':'c'}");
  g_assert_false (falls_back (provider, WA_OP_SEND, args, 404));
  g_assert_false (falls_back (provider, WA_OP_SEND, args, 500));

  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autoptr(WaProvider) other = new_provider ("");

      g_assert_true (falls_back (other, WA_OP_SEND, args, wanted[i]));
      g_assert_cmpstr (wa_provider_get_setting (other, "media-form"), ==, "file");
    }

  g_assert_true (falls_back (provider, WA_OP_SEND, args, 400));
  g_assert_null (build (provider, WA_OP_SEND, args, &refused));
  g_assert_error (refused, WA_ERROR, WA_ERROR_INVALID);
  g_assert_cmpint (wa_error_get_code (refused), ==, WA_WANTS_FILE);

  wa_outgoing_set_bytes (WA_OUTGOING (args), bytes);
  file = build (provider, WA_OP_SEND, args, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (wa_request_get_body_kind (file), ==, WA_BODY_MULTIPART);
  g_assert_cmpstr (((WaPart *) g_ptr_array_index (wa_request_get_files (file), 0))->content_type, ==, "image/jpeg");
  g_assert_false (falls_back (provider, WA_OP_SEND, args, 400));
}

static void
test_large_media (void)
{
  g_autoptr(GObject) args = new_args (WA_OP_SEND, MESSAGE ("'kind':'image'"));
  g_autoptr(WaProvider) provider = new_provider ("");
  g_autoptr(GBytes) bytes = g_bytes_new_take (g_malloc0 (5 * 1024 * 1024 + 1), 5 * 1024 * 1024 + 1);
  g_autoptr(GError) error = NULL;

  wa_outgoing_set_bytes (WA_OUTGOING (args), bytes);
  g_assert_null (build (provider, WA_OP_SEND, args, &error));
  g_assert_error (error, WA_ERROR, WA_ERROR_INVALID);
}

/* Servers that can't mark one message mark the conversation; those that can't do either say so. */
static void
test_reading (void)
{
  static const char *const text = "{'remote-id':'" M "','parent-id':'" C "'}";
  g_autoptr(GObject) args = new_args (WA_OP_MARK_READ, text);
  g_autoptr(GObject) alone = new_args (WA_OP_MARK_READ, "{'remote-id':'" M "'}");
  g_autoptr(WaProvider) provider = new_provider ("G2");
  g_autoptr(WaProvider) first = new_provider ("G1");
  g_autoptr(WaProvider) other = new_provider ("");
  g_autoptr(WaRequest) request = build (provider, WA_OP_MARK_READ, args, NULL);
  g_autoptr(WaRequest) again = NULL;

  g_assert_cmpstr (wa_request_get_path (request), ==, "/api/messages/" M "/read");
  g_assert_true (falls_back (provider, WA_OP_MARK_READ, args, 501));
  again = build (provider, WA_OP_MARK_READ, args, NULL);
  g_assert_cmpstr (wa_request_get_path (again), ==, "/api/contacts/" C "/mark-read");

  g_assert_false (falls_back (first, WA_OP_MARK_READ, args, 501));
  g_assert_false (wa_provider_supports (first, WA_OP_MARK_READ));
  g_assert_false (falls_back (other, WA_OP_MARK_READ, alone, 404));
}

static char *
dup_query (const char *generation,
           WaOp        op,
           const char *args_text)
{
  g_autoptr(WaProvider) provider = new_provider (generation);
  g_autoptr(GObject) args = new_args (op, args_text);
  g_autoptr(GError) error = NULL;
  g_autoptr(WaRequest) request = build (provider, op, args, &error);

  g_assert_no_error (error);

  return wa_request_dup_query (request);
}

static void
test_queries (void)
{
  static const struct
  {
    const char *generation;
    WaOp        op;
    const char *args;
    const char *query;
  } cases[] = {
    { "", WA_OP_LIST_MESSAGES, "{'parent-id':'" C "','cursor':'3','page-size':500}", "page=3&limit=100" },
    { "", WA_OP_LIST_MESSAGES, "{'parent-id':'" C "','message-id':'" M "'}", "page=1&limit=100&before=" M },
    { "G2", WA_OP_LIST_MESSAGES, "{'parent-id':'" C "','message-id':'" M "'}", "page=1&limit=100&before=" M "&before_id=" M },
    { "G2", WA_OP_LIST_MESSAGES, "{'parent-id':'" C "','message-id':'" M "','newest-first':'no'}", "page=1&limit=100&after=" M },
    { "", WA_OP_LIST_CONTACTS, "{'number':'919876543210'}", "page=1&limit=100&search=919876543210" },
    { "", WA_OP_LIST_TAGS, "{'page-size':1}", "limit=1" },
    { "", WA_OP_LIST_TEMPLATES, "{'cursor':'2'}", "page=2&limit=100" },
    { "", WA_OP_LIST_CANNED, "{'everything':true,'search':'a'}", "search=a" },
    { "", WA_OP_LIST_NOTES, "{'parent-id':'" C "','cursor':'" M "'}", "limit=100&before=" M },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *query = dup_query (cases[i].generation, cases[i].op, cases[i].args);

      g_assert_cmpstr (query, ==, cases[i].query);
    }
}

static void
assert_next (const char *cursor,
             const char *rest,
             const char *wanted)
{
  g_autoptr(WaProvider) provider = new_provider ("");
  g_autofree char *args = g_strdup_printf ("{'parent-id':'" C "','cursor':'%s'}", cursor);
  g_autofree char *body = g_strdup_printf ("{'status':'success','data':{'messages':[{'id':'" M "'},{'id':'x'}]%s}}", rest);
  g_autoptr(GObject) page = answer_with (provider, WA_OP_LIST_MESSAGES, args, 200, body, NULL);

  g_assert_cmpstr (wa_page_get_next (WA_PAGE (page)), ==, wanted);
}

/* A page beyond the last may hold everything: it is never asked for. */
static void
test_pages (void)
{
  assert_next ("", "", "");
  assert_next ("", ",'total':4,'page':1,'limit':2", "2");
  assert_next ("2", ",'total':4,'page':2,'limit':2", "");
  assert_next ("2", ",'total':5,'page':2,'limit':2", "3");
  assert_next ("2", ",'total':5,'page':1,'limit':2", "");
  assert_next ("", ",'total':9,'limit':0", "");
  assert_next ("", ",'total':-9", "");
  assert_next ("10000", ",'total':99999999,'page':10000,'limit':1", "");
  assert_next ("", ",'total':4,'page':1,'limit':2,'has_more':true", M);
  assert_next ("", ",'total':4,'page':1,'limit':2,'has_more':false", "");
  assert_next (M, ",'has_more':true", "");
}

/* Buttons are counted over all of the template; header and body have maps of their own. */
static void
test_template_values (void)
{
  g_autoptr(WaProvider) provider = new_provider ("");

  wa_provider_set_setting (provider, "account-name", "Main");
  assert_body (provider, WA_OP_SEND,
               "{'kind':'template','recipient':'+49 30 1234567','template':{'remote-id':'" T "','name':'t','status':'APPROVED',"
               "'account-name':'Other','components':[{'kind':'header','format':'text','text':'{{city}}'},"
               "{'kind':'body','text':'{{1}}'},{'kind':'buttons','buttons':[{'kind':'quick-reply','text':'Yes'},"
               "{'kind':'url','text':'b','url':'https://example.com/{{1}}'},{'kind':'url','text':'c','url':'https://example.com'}]}]},"
               "'fields':[{'section':'header','value':'Pune'},{'section':'body','value':'12345'},"
               "{'section':'quick-reply','value':'Yes','button':0},{'section':'url-button','value':'x','button':1}]}",
               "{'phone_number':'49301234567','template_id':'" T "','header_params':{'city':'Pune'},"
               "'template_params':{'1':'12345'},'button_params':{'1':'x'},'account_name':'Other'}");
}

static void
test_drafts (void)
{
  g_autoptr(WaProvider) provider = new_provider ("G2");

  assert_body (provider, WA_OP_CREATE_TEMPLATE,
               "{'name':'order','account-name':'a','language':'en','category':'UTILITY','components':["
               "{'kind':'header','format':'image','header-handles':['4::x']},"
               "{'kind':'body','text':'Hi {{name}}','named-examples':[{'name':'name','value':'Ann'}]},"
               "{'kind':'buttons','buttons':[{'kind':'url','text':'Track','url':'https://example.com/{{1}}',"
               "'examples':['https://example.com/1']},{'kind':'phone-number','text':'Call','phone-number':'+15551486942'}]}]}",
               "{'name':'order','whatsapp_account':'a','language':'en','category':'UTILITY','header_type':'IMAGE',"
               "'header_content':'4::x','body_content':'Hi {{name}}','footer_content':'','buttons':["
               "{'type':'URL','text':'Track','url':'https://example.com/{{1}}','example':['https://example.com/1']},"
               "{'type':'PHONE_NUMBER','text':'Call','phone_number':'+15551486942'}],"
               "'sample_values':[{'component':'body','param_name':'name','value':'Ann'}]}");
}

/* What is not a text is read, shown, and written back as it was. */
static void
test_attributes (void)
{
  g_autoptr(WaProvider) provider = new_provider ("G2");
  g_autoptr(GObject) contact = answer_with (provider, WA_OP_GET_CONTACT, "{'remote-id':'" C "'}", 200,
                                            "{'status':'success','data':{'id':'" C "','marketing_opt_out':false,"
                                            "'metadata':{'age':41,'vip':true,'pets':['a'],'city':'Pune'}}}", NULL);
  g_autoptr(WaContactEdit) edit = wa_contact_edit_new ();
  g_autofree char *text = NULL;

  g_assert_true (wa_contact_get_opt_in (WA_CONTACT (contact)));
  wa_contact_edit_set_contact (edit, WA_CONTACT (contact));
  wa_contact_edit_set_removed_attributes (edit, (const char *const[]) { "city", NULL });
  text = wa_record_to_text (WA_RECORD (edit));
  assert_body (provider, WA_OP_UPDATE_CONTACT, text, "{'metadata':{'age':41,'vip':true,'pets':['a']}}");
}

static void
test_masked_numbers (void)
{
  g_autoptr(WaProvider) provider = new_provider ("");
  g_autoptr(GObject) contact = answer_with (provider, WA_OP_GET_CONTACT, "{'remote-id':'" C "'}", 200,
                                            "{'status':'success','data':{'id':'" C "','phone_number':'******3210'}}", NULL);
  g_autofree char *name = wa_contact_dup_display_name (WA_CONTACT (contact));

  g_assert_cmpstr (wa_contact_get_number (WA_CONTACT (contact)), ==, "");
  g_assert_cmpstr (name, ==, "******3210");
}

static void
assert_price (const char *currency,
              const char *minor,
              const char *price)
{
  g_autoptr(WaProvider) provider = new_provider ("");
  g_autofree char *body = g_strdup_printf ("{'status':'success','data':{'id':'" T "','currency':'%s','price':%s}}", currency, minor);
  g_autoptr(GObject) product = answer_with (provider, WA_OP_GET_PRODUCT, "{'remote-id':'" T "'}", 200, body, NULL);
  g_autofree char *args = g_strdup_printf (PRODUCT ("%s", "%s"), price, currency);
  g_autofree char *wanted = g_strdup_printf ("{'name':'n','retailer_id':'r','currency':'%s','price':%s}", currency, minor);

  g_assert_cmpstr (wa_product_get_price (WA_PRODUCT (product)), ==, price);
  assert_body (provider, WA_OP_CREATE_PRODUCT, args, wanted);
}

static void
test_prices (void)
{
  assert_price ("USD", "1299", "12.99");
  assert_price ("USD", "5", "0.05");
  assert_price ("JPY", "1299", "1299");
  assert_price ("KWD", "1250", "1.250");
}

typedef struct
{
  const char *name;
  WaOp        op;
  const char *args;
  guint       status;
  const char *body;
  WaError     code;
  const char *text;
} Failure;

static const Failure failures[] = {
  { "too large for the server", WA_OP_SEND, MESSAGE ("'kind':'text'"), 400, "Error when parsing request", WA_ERROR_REJECTED,
    "too large" },
  { "plain text", WA_OP_GET_ACCOUNT, "{}", 400, "no such thing", WA_ERROR_REJECTED, "no such thing" },
  { "web page", WA_OP_GET_ACCOUNT, "{}", 400, "<html>secret</html>", WA_ERROR_REJECTED, "Check what you entered" },
  { "route as a page", WA_OP_GET_ACCOUNT, "{}", 404, "<html></html>", WA_ERROR_NOT_FOUND, "Check the address" },
  { "send to no route", WA_OP_SEND, MESSAGE ("'kind':'text'"), 404, "", WA_ERROR_NOT_FOUND, "Check the address" },
  { "gone", WA_OP_GET_CONTACT, "{'remote-id':'" C "'}", 404, "{'status':'error','message':'Contact not found'}",
    WA_ERROR_NOT_FOUND, "not there any more" },
  { "role", WA_OP_SEND, MESSAGE ("'kind':'text'"), 403, "{'status':'error','message':'Access denied'}", WA_ERROR_REJECTED,
    "Your role" },
  { "Meta refused a template", WA_OP_PUBLISH_TEMPLATE, "{'remote-id':'" T "'}", 502,
    "{'status':'error','message':'API error 100: Invalid parameter'}", WA_ERROR_REJECTED, "Fetch the templates" },
  { "proxy while publishing", WA_OP_PUBLISH_TEMPLATE, "{'remote-id':'" T "'}", 502, "<html></html>", WA_ERROR_UNCERTAIN,
    "It may have been done" },
  { "redirected read", WA_OP_GET_ACCOUNT, "{}", 301, "", WA_ERROR_PROTOCOL, "redirects" },
  { "another server", WA_OP_GET_HEALTH, "{}", 200, "{'status':'success','data':{'service':'other'}}", WA_ERROR_PROTOCOL,
    "not whatomate" },
  { "array", WA_OP_GET_ACCOUNT, "{}", 200, "[]", WA_ERROR_PROTOCOL, "Check the address" },
};

static void
test_failures (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      g_autoptr(WaProvider) provider = new_provider ("");
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", failures[i].name);
      g_assert_null (answer_with (provider, failures[i].op, failures[i].args, failures[i].status, failures[i].body, &error));
      g_assert_error (error, WA_ERROR, (int) failures[i].code);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, failures[i].text));
      g_assert_null (strstr (error->message, "secret"));
    }
}

/* A role's refusal of one thing must not stop everything else. */
static void
test_role (void)
{
  g_autoptr(WaProvider) provider = new_provider ("");
  g_autoptr(GError) error = NULL;

  g_assert_null (answer_with (provider, WA_OP_SEND, MESSAGE ("'kind':'text'"), 403, "{'status':'error','message':'x'}", &error));
  g_assert_cmpuint (wa_error_get_class (error), ==, WA_ERROR_CLASS_FIX);
}

/* A wrong address answers with the web interface, which is no picture. */
static void
test_page_for_file (void)
{
  g_autoptr(WaProvider) provider = new_provider ("");
  g_autoptr(GObject) args = new_args (WA_OP_DOWNLOAD_MEDIA, "{'remote-id':'" M "'}");
  const WaOperation *operation = wa_provider_find (provider, WA_OP_DOWNLOAD_MEDIA, args, NULL);
  g_autoptr(WaAnswer) answer = new_answer (200, "<html></html>");
  g_autoptr(GError) error = NULL;

  wa_answer_set_content_type (answer, "text/html");
  g_assert_null (wa_provider_read (provider, operation, args, answer, &error));
  g_assert_error (error, WA_ERROR, WA_ERROR_PROTOCOL);
}

static const WaPair *
credential (WaProvider *provider,
            WaRequest  *request,
            WaOp        op,
            const char *token)
{
  g_autoptr(GObject) args = new_args (op, "{}");
  const WaOperation *operation = wa_provider_find (provider, op, args, NULL);
  GPtrArray *headers = wa_request_get_headers (request);

  wa_provider_authorize (provider, operation, request, token);

  return headers->len > 0 ? g_ptr_array_index (headers, headers->len - 1) : NULL;
}

static void
test_credentials (void)
{
  g_autoptr(WaProvider) provider = new_provider ("");
  g_autoptr(WaRequest) key = wa_request_new ();
  g_autoptr(WaRequest) token = wa_request_new ();
  g_autoptr(WaRequest) open = wa_request_new ();

  g_assert_cmpstr (credential (provider, key, WA_OP_GET_ACCOUNT, " whm_0011\n")->name, ==, "X-API-Key");
  g_assert_cmpstr (credential (provider, token, WA_OP_GET_ACCOUNT, "a.b.c")->value, ==, "Bearer a.b.c");
  g_assert_null (credential (provider, open, WA_OP_GET_HEALTH, "whm_0011"));
}

/* The interface's own address is a common thing to enter. */
static void
test_address (void)
{
  g_autoptr(WaProvider) provider = new_provider ("");
  g_autoptr(GObject) args = new_args (WA_OP_GET_HEALTH, "{}");
  g_autoptr(WaRequest) plain = build (provider, WA_OP_GET_HEALTH, args, NULL);
  g_autoptr(WaRequest) request = NULL;

  g_assert_null (wa_request_get_base (plain));
  wa_provider_set_setting (provider, "base-url", "https://wa.example.com/desk/api/");
  request = build (provider, WA_OP_GET_HEALTH, args, NULL);
  g_assert_cmpstr (wa_request_get_base (request), ==, "https://wa.example.com/desk");
  g_assert_cmpstr (wa_request_get_path (request), ==, "/health");
}

static void
test_reactions (void)
{
  g_autoptr(WaProvider) provider = new_provider ("");

  assert_body (provider, WA_OP_SEND, MESSAGE ("'kind':'reaction','quoted-id':'" M "'"), "{'emoji':''}");
}

/* Everything that a server lacks has a sentence of its own. */
static void
test_reasons (void)
{
  static const char *const generations[] = { "", "G1", "G2" };

  for (gsize i = 0; i < G_N_ELEMENTS (generations); i++)
    {
      g_autoptr(WaProvider) provider = new_provider (generations[i]);

      for (WaOp op = 0; op < WA_N_OPS; op++)
        {
          g_autofree char *reason = wa_provider_dup_reason (provider, op, WA_MESSAGE_UNKNOWN);

          if (!wa_provider_supports (provider, op))
            g_assert_true (strstr (reason, "whatomate") != NULL || strstr (reason, "This server") != NULL);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/whatomate/refusals", test_refusals);
  g_test_add_func ("/whatomate/generations", test_generations);
  g_test_add_func ("/whatomate/media", test_media);
  g_test_add_func ("/whatomate/large-media", test_large_media);
  g_test_add_func ("/whatomate/reading", test_reading);
  g_test_add_func ("/whatomate/queries", test_queries);
  g_test_add_func ("/whatomate/pages", test_pages);
  g_test_add_func ("/whatomate/template-values", test_template_values);
  g_test_add_func ("/whatomate/drafts", test_drafts);
  g_test_add_func ("/whatomate/attributes", test_attributes);
  g_test_add_func ("/whatomate/masked-numbers", test_masked_numbers);
  g_test_add_func ("/whatomate/prices", test_prices);
  g_test_add_func ("/whatomate/failures", test_failures);
  g_test_add_func ("/whatomate/role", test_role);
  g_test_add_func ("/whatomate/page-for-file", test_page_for_file);
  g_test_add_func ("/whatomate/credentials", test_credentials);
  g_test_add_func ("/whatomate/address", test_address);
  g_test_add_func ("/whatomate/reactions", test_reactions);
  g_test_add_func ("/whatomate/reasons", test_reasons);

  return g_test_run ();
}
