/* test-whatomate-servers.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "core/wa-error.h"
#include "model/wa-broadcast.h"
#include "model/wa-contact.h"
#include "model/wa-message.h"
#include "model/wa-outgoing.h"
#include "model/wa-page.h"
#include "model/wa-receipt.h"
#include "model/wa-record-json.h"
#include "model/wa-template.h"
#include "provider/wa-registry.h"
#include "sandbox/wa-sandbox.h"
#include "session/wa-client.h"

/* The three tempers of whatomate's servers over real HTTP: what each teaches, and that everything works that a server has. */

typedef struct
{
  WaSandbox  *sandbox;
  WaProvider *provider;
  WaClient   *client;
  gboolean    done;
  GObject    *result;
  char       *verdict;
  GError     *error;
} Fixture;

static void
apply_setting (gpointer key,
               gpointer value,
               gpointer user_data)
{
  wa_provider_set_setting (user_data, key, value);
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  g_autoptr(GHashTable) settings = NULL;
  g_autoptr(GError) error = NULL;

  f->sandbox = wa_sandbox_new (data);
  g_assert_true (wa_sandbox_start (f->sandbox, &error));
  f->provider = wa_registry_new_provider ("whatomate", &error);
  g_assert_no_error (error);
  settings = wa_sandbox_dup_settings (f->sandbox);
  g_hash_table_foreach (settings, apply_setting, f->provider);
  wa_provider_set_setting (f->provider, "base-url", wa_sandbox_get_base_url (f->sandbox));
  f->client = wa_client_new (f->provider);
  g_object_set (f->client, "patience", 0.002, NULL);
  wa_client_set_token (f->client, wa_sandbox_get_key (f->sandbox));
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_clear_object (&f->result);
  g_clear_error (&f->error);
  g_free (f->verdict);
  g_assert_finalize_object (f->client);
  g_assert_finalize_object (f->provider);
  wa_sandbox_stop (f->sandbox);
  g_assert_finalize_object (f->sandbox);
}

static void
ran_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      user_data)
{
  Fixture *f = user_data;

  f->result = wa_client_run_finish (WA_CLIENT (object), result, &f->error);
  f->done = TRUE;
}

static void
tested_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Fixture *f = user_data;

  f->verdict = wa_client_test_finish (WA_CLIENT (object), result, &f->error);
  f->done = TRUE;
}

static void
settle (Fixture *f)
{
  while (!f->done)
    g_main_context_iteration (NULL, TRUE);
}

static void
run_args (Fixture *f,
          WaOp     op,
          GObject *args)
{
  f->done = FALSE;
  g_clear_object (&f->result);
  g_clear_error (&f->error);
  wa_client_run_async (f->client, op, args, NULL, ran_cb, f);
  settle (f);
}

/* Runs an operation whose arguments are written with single quotes. */
G_GNUC_PRINTF (3, 4)
static gpointer
run (Fixture    *f,
     WaOp        op,
     const char *format,
     ...)
{
  g_autoptr(GObject) args = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  va_list values;

  va_start (values, format);
  text = g_strdelimit (g_strdup_vprintf (format, values), "'", '"');
  va_end (values);

  args = wa_record_new_text (wa_op_get_info (op)->args_type (), text, &error);
  g_assert_no_error (error);
  run_args (f, op, args);

  return f->result;
}

static void
assert_works (Fixture *f)
{
  g_assert_no_error (f->error);
  g_assert_nonnull (f->result);
}

/* Returns: (transfer full): the id of the first of a list */
static char *
dup_first_id (Fixture    *f,
              WaOp        op,
              const char *args)
{
  g_autoptr(GObject) first = NULL;
  char *id = NULL;

  run (f, op, "%s", args);
  assert_works (f);
  first = g_list_model_get_item (G_LIST_MODEL (wa_page_get_items (WA_PAGE (f->result))), 0);
  g_assert_nonnull (first);
  g_object_get (first, "remote-id", &id, NULL);

  return id;
}

static char *
dup_result_id (Fixture *f)
{
  char *id = NULL;

  assert_works (f);
  g_object_get (f->result, "remote-id", &id, NULL);

  return id;
}

static void
connect_server (Fixture *f)
{
  f->done = FALSE;
  wa_client_test_async (f->client, NULL, tested_cb, f);
  settle (f);
  g_assert_no_error (f->error);
}

/* An approved template whose only values are those of the text. */
static WaTemplate *
find_template (Fixture *f)
{
  GListModel *items;

  run (f, WA_OP_LIST_TEMPLATES, "{'status':'APPROVED'}");
  assert_works (f);
  items = G_LIST_MODEL (wa_page_get_items (WA_PAGE (f->result)));

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(WaTemplate) template = g_list_model_get_item (items, i);
      WaTemplateComponent *body = wa_template_find (template, WA_COMPONENT_BODY);

      if (g_list_model_get_n_items (G_LIST_MODEL (wa_template_get_components (template))) == 1 &&
          strstr (wa_template_component_get_text (body), "{{") == NULL)
        return g_steal_pointer (&template);
    }

  g_assert_not_reached ();
}

static void
use_campaigns (Fixture *f)
{
  g_autoptr(WaTemplate) template = find_template (f);
  g_autofree char *id = NULL;

  run (f, WA_OP_CREATE_BROADCAST, "{'name':'Sale','template-id':'%s'}", wa_template_get_remote_id (template));
  id = dup_result_id (f);
  run (f, WA_OP_UPDATE_BROADCAST, "{'remote-id':'%s','name':'Sale 2','template-id':'%s'}", id,
       wa_template_get_remote_id (template));
  assert_works (f);
  run (f, WA_OP_ADD_RECIPIENTS, "{'broadcast-id':'%s','recipients':[{'number':'15551486942','name':'Ann'}]}", id);
  assert_works (f);
  g_assert_cmpint (wa_receipt_get_count (WA_RECEIPT (f->result)), ==, 1);
  run (f, WA_OP_LIST_RECIPIENTS, "{'parent-id':'%s'}", id);
  assert_works (f);
  run (f, WA_OP_START_BROADCAST, "{'remote-id':'%s'}", id);
  assert_works (f);
  wa_sandbox_advance (f->sandbox, 600);
  run (f, WA_OP_GET_PROGRESS, "{'remote-id':'%s'}", id);
  assert_works (f);
  g_assert_cmpstr (wa_broadcast_get_name (WA_BROADCAST (f->result)), ==, "Sale 2");
  g_assert_cmpint (wa_broadcast_get_total (WA_BROADCAST (f->result)), ==, 1);
  g_assert_cmpuint (wa_sandbox_count_messages (f->sandbox, "15551486942"), ==, 1);
}

static void
use_canned (Fixture *f)
{
  g_autofree char *id = NULL;

  run (f, WA_OP_CREATE_CANNED, "{'name':'Hours','shortcut':'h','text':'9 to 5','category':'general'}");
  id = dup_result_id (f);
  run (f, WA_OP_UPDATE_CANNED, "{'remote-id':'%s','name':'Hours','text':'9 to 6','active':true}", id);
  assert_works (f);
  run (f, WA_OP_USE_CANNED, "{'remote-id':'%s'}", id);
  assert_works (f);
  run (f, WA_OP_DELETE_CANNED, "{'remote-id':'%s'}", id);
  assert_works (f);
}

static void
use_drafts (Fixture *f)
{
  g_autofree char *id = NULL;

  run (f, WA_OP_CREATE_TEMPLATE, "{'name':'spring_sale','language':'en','category':'MARKETING','components':["
       "{'kind':'body','text':'Hi {{1}}','body-examples':['Ann']}]}");
  id = dup_result_id (f);
  g_assert_cmpstr (wa_template_get_status (WA_TEMPLATE (f->result)), ==, "DRAFT");
  run (f, WA_OP_UPDATE_TEMPLATE, "{'remote-id':'%s','name':'spring_sale','language':'en','category':'MARKETING',"
       "'components':[{'kind':'body','text':'Dear {{1}}','body-examples':['Ann']}]}", id);
  assert_works (f);
  run (f, WA_OP_PUBLISH_TEMPLATE, "{'remote-id':'%s'}", id);
  assert_works (f);
  g_assert_cmpstr (wa_template_get_status (WA_TEMPLATE (f->result)), ==, "PENDING");
  run (f, WA_OP_DELETE_TEMPLATE, "{'remote-id':'%s'}", id);
  assert_works (f);
  run (f, WA_OP_SYNC_TEMPLATES, "{}");
  assert_works (f);
}

static void
use_account (Fixture *f)
{
  g_autofree char *sender = dup_first_id (f, WA_OP_LIST_SENDERS, "{}");

  run (f, WA_OP_TEST_SENDER, "{'remote-id':'%s'}", sender);
  assert_works (f);
  run (f, WA_OP_GET_ORGANISATION, "{}");
  assert_works (f);
  run (f, WA_OP_GET_READINESS, "{}");
  assert_works (f);
}

/* What servers of both generations can do. */
static void
use_common (Fixture    *f,
            const char *contact)
{
  g_autofree char *member = dup_first_id (f, WA_OP_LIST_MEMBERS, "{}");

  run (f, WA_OP_SEND, "{'kind':'text','contact-id':'%s','text':'Hello'}", contact);
  assert_works (f);
  run (f, WA_OP_LIST_MESSAGES, "{'parent-id':'%s'}", contact);
  assert_works (f);
  run (f, WA_OP_ASSIGN_MEMBER, "{'contact-id':'%s','target-ids':['%s']}", contact, member);
  assert_works (f);
  use_campaigns (f);
  use_canned (f);
  use_drafts (f);
  use_account (f);
}

static void
use_shop (Fixture *f)
{
  g_autofree char *catalog = dup_first_id (f, WA_OP_LIST_CATALOGS, "{}");
  g_autofree char *id = NULL;

  run (f, WA_OP_CREATE_PRODUCT, "{'catalog-id':'%s','name':'Mug','retailer-id':'M','price':'12.99','currency':'USD'}", catalog);
  id = dup_result_id (f);
  run (f, WA_OP_UPDATE_PRODUCT, "{'remote-id':'%s','name':'Mug','retailer-id':'M','price':'9.99','currency':'USD'}", id);
  assert_works (f);
  run (f, WA_OP_LIST_PRODUCTS, "{'parent-id':'%s'}", catalog);
  assert_works (f);
  run (f, WA_OP_DELETE_PRODUCT, "{'remote-id':'%s'}", id);
  assert_works (f);
}

static void
use_contacts (Fixture *f)
{
  g_autofree char *id = NULL;
  g_autofree char *note = NULL;

  run (f, WA_OP_CREATE_CONTACTS, "{'contacts':[{'number':'15551480000','name':'Bo','tags':['VIP']}]}");
  assert_works (f);
  id = dup_first_id (f, WA_OP_LIST_CONTACTS, "{'number':'15551480000'}");
  run (f, WA_OP_UPDATE_CONTACT, "{'contact':{'remote-id':'%s','name':'Bo Li'},'changed':['name']}", id);
  assert_works (f);
  g_assert_cmpstr (wa_contact_get_name (WA_CONTACT (f->result)), ==, "Bo Li");
  run (f, WA_OP_SET_TAGS, "{'contact-id':'%s','targets':[]}", id);
  assert_works (f);
  run (f, WA_OP_CREATE_NOTE, "{'contact-id':'%s','text':'Calls after 5'}", id);
  note = dup_result_id (f);
  run (f, WA_OP_LIST_NOTES, "{'parent-id':'%s'}", id);
  assert_works (f);
  run (f, WA_OP_DELETE_NOTE, "{'remote-id':'%s','parent-id':'%s'}", note, id);
  assert_works (f);
  run (f, WA_OP_DELETE_CONTACT, "{'remote-id':'%s'}", id);
  assert_works (f);
}

static void
use_tags (Fixture *f)
{
  run (f, WA_OP_CREATE_TAG, "{'name':'A/B','color':'red'}");
  assert_works (f);
  run (f, WA_OP_UPDATE_TAG, "{'remote-id':'A/B','name':'AB','color':'blue'}");
  assert_works (f);
  run (f, WA_OP_DELETE_TAG, "{'remote-id':'AB'}");
  assert_works (f);
}

static void
use_newer (Fixture    *f,
           const char *contact)
{
  g_autoptr(WaTemplate) template = find_template (f);

  run (f, WA_OP_SEND, "{'kind':'template','contact-id':'%s','template':{'remote-id':'%s','name':'%s','status':'APPROVED'}}",
       contact, wa_template_get_remote_id (template), wa_template_get_name (template));
  assert_works (f);
  run (f, WA_OP_SEND, "{'kind':'reply-buttons','contact-id':'%s','text':'?','buttons':[{'button-id':'y','title':'Yes'}]}",
       contact);
  assert_works (f);
  run (f, WA_OP_SEND, "{'kind':'link-button','contact-id':'%s','text':'?','button-text':'Go','url':'https://example.com'}",
       contact);
  assert_works (f);
  use_shop (f);
  use_contacts (f);
  use_tags (f);
}

static void
send_link (Fixture      *f,
           const char   *contact,
           WaOutgoing  **outgoing)
{
  g_autoptr(WaOutgoing) made = wa_outgoing_new ();

  wa_outgoing_set_kind (made, WA_MESSAGE_IMAGE);
  wa_outgoing_set_contact_id (made, contact);
  wa_outgoing_set_link (made, "https://example.com/a.jpg");
  wa_sandbox_clear_requests (f->sandbox);
  run_args (f, WA_OP_SEND, G_OBJECT (made));
  if (outgoing != NULL)
    *outgoing = g_steal_pointer (&made);
}

static void
test_newer (Fixture       *f,
            gconstpointer  data)
{
  g_autoptr(WaOutgoing) outgoing = NULL;
  g_autoptr(GBytes) bytes = g_bytes_new_static ("\xff\xd8\xff\xe0", 4);
  g_autofree char *contact = NULL;
  g_autofree char *message = NULL;

  connect_server (f);
  g_assert_cmpstr (wa_provider_get_setting (f->provider, "generation"), ==, "G2");
  contact = dup_first_id (f, WA_OP_LIST_CONTACTS, "{}");
  use_common (f, contact);
  use_newer (f, contact);

  /* Files only: a link is refused once by the server, from then on here. */
  send_link (f, contact, &outgoing);
  g_assert_error (f->error, WA_ERROR, WA_ERROR_INVALID);
  g_assert_cmpint (wa_error_get_code (f->error), ==, WA_WANTS_FILE);
  g_assert_cmpuint (wa_sandbox_get_requests (f->sandbox)->len, ==, 1);
  send_link (f, contact, NULL);
  g_assert_cmpint (wa_error_get_code (f->error), ==, WA_WANTS_FILE);
  g_assert_cmpuint (wa_sandbox_get_requests (f->sandbox)->len, ==, 0);
  wa_outgoing_set_bytes (outgoing, bytes);
  run_args (f, WA_OP_SEND, G_OBJECT (outgoing));
  message = dup_result_id (f);
  run (f, WA_OP_DOWNLOAD_MEDIA, "{'remote-id':'%s'}", message);
  assert_works (f);

  /* One message can't be marked as read: the conversation is. */
  run (f, WA_OP_MARK_READ, "{'remote-id':'%s','parent-id':'%s'}", message, contact);
  assert_works (f);
  g_assert_cmpstr (wa_provider_get_setting (f->provider, "read-form"), ==, "conversation");
}

static void
test_older (Fixture       *f,
            gconstpointer  data)
{
  g_autofree char *contact = NULL;

  connect_server (f);
  g_assert_cmpstr (wa_provider_get_setting (f->provider, "generation"), ==, "G1");
  contact = dup_first_id (f, WA_OP_LIST_CONTACTS, "{}");
  use_common (f, contact);

  run (f, WA_OP_SEND, "{'kind':'template','contact-id':'%s','template':{'name':'t','status':'APPROVED'}}", contact);
  g_assert_error (f->error, WA_ERROR, WA_ERROR_UNSUPPORTED);
  run (f, WA_OP_DELETE_CONTACT, "{'remote-id':'%s'}", contact);
  g_assert_error (f->error, WA_ERROR, WA_ERROR_UNSUPPORTED);
}

static void
test_documented (Fixture       *f,
                 gconstpointer  data)
{
  g_autofree char *contact = NULL;
  g_autofree char *message = NULL;

  connect_server (f);
  contact = dup_first_id (f, WA_OP_LIST_CONTACTS, "{}");
  send_link (f, contact, NULL);
  message = dup_result_id (f);
  g_assert_cmpstr (wa_provider_get_setting (f->provider, "media-form"), ==, "");
  run (f, WA_OP_MARK_READ, "{'remote-id':'%s','parent-id':'%s'}", message, contact);
  assert_works (f);
  g_assert_cmpstr (wa_provider_get_setting (f->provider, "read-form"), ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/whatomate-servers/newer", Fixture, "whatomate", set_up, test_newer, tear_down);
  g_test_add ("/whatomate-servers/older", Fixture, "whatomate-g1", set_up, test_older, tear_down);
  g_test_add ("/whatomate-servers/documented", Fixture, "whatomate-docs", set_up, test_documented, tear_down);

  return g_test_run ();
}
