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
#include "model/wa-template.h"
#include "provider/server-fixture.h"

/* The three tempers of whatomate's servers over real HTTP: what each teaches, and that everything works that a server has. */

/* Returns: (transfer full): the id of the first of a list */
static char *
dup_first_id (Server     *f,
              WaOp        op,
              const char *args)
{
  g_autoptr(GObject) first = NULL;
  char *id = NULL;

  server_run (f, op, "%s", args);
  server_assert_works (f);
  first = g_list_model_get_item (G_LIST_MODEL (wa_page_get_items (WA_PAGE (f->result))), 0);
  g_assert_nonnull (first);
  g_object_get (first, "remote-id", &id, NULL);

  return id;
}

static char *
dup_result_id (Server *f)
{
  char *id = NULL;

  server_assert_works (f);
  g_object_get (f->result, "remote-id", &id, NULL);

  return id;
}

/* An approved template whose only values are those of the text. */
static WaTemplate *
find_template (Server *f)
{
  GListModel *items;

  server_run (f, WA_OP_LIST_TEMPLATES, "{'status':'APPROVED'}");
  server_assert_works (f);
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
use_campaigns (Server *f)
{
  g_autoptr(WaTemplate) template = find_template (f);
  g_autofree char *id = NULL;

  server_run (f, WA_OP_CREATE_BROADCAST, "{'name':'Sale','template-id':'%s'}", wa_template_get_remote_id (template));
  id = dup_result_id (f);
  server_run (f, WA_OP_UPDATE_BROADCAST, "{'remote-id':'%s','name':'Sale 2','template-id':'%s'}", id,
       wa_template_get_remote_id (template));
  server_assert_works (f);
  server_run (f, WA_OP_ADD_RECIPIENTS, "{'broadcast-id':'%s','recipients':[{'number':'15551486942','name':'Ann'}]}", id);
  server_assert_works (f);
  g_assert_cmpint (wa_receipt_get_count (WA_RECEIPT (f->result)), ==, 1);
  server_run (f, WA_OP_LIST_RECIPIENTS, "{'parent-id':'%s'}", id);
  server_assert_works (f);
  server_run (f, WA_OP_START_BROADCAST, "{'remote-id':'%s'}", id);
  server_assert_works (f);
  wa_sandbox_advance (f->sandbox, 600);
  server_run (f, WA_OP_GET_PROGRESS, "{'remote-id':'%s'}", id);
  server_assert_works (f);
  g_assert_cmpstr (wa_broadcast_get_name (WA_BROADCAST (f->result)), ==, "Sale 2");
  g_assert_cmpint (wa_broadcast_get_total (WA_BROADCAST (f->result)), ==, 1);
  g_assert_cmpuint (wa_sandbox_count_messages (f->sandbox, "15551486942"), ==, 1);
}

static void
use_canned (Server *f)
{
  g_autofree char *id = NULL;

  server_run (f, WA_OP_CREATE_CANNED, "{'name':'Hours','shortcut':'h','text':'9 to 5','category':'general'}");
  id = dup_result_id (f);
  server_run (f, WA_OP_UPDATE_CANNED, "{'remote-id':'%s','name':'Hours','text':'9 to 6','active':true}", id);
  server_assert_works (f);
  server_run (f, WA_OP_USE_CANNED, "{'remote-id':'%s'}", id);
  server_assert_works (f);
  server_run (f, WA_OP_DELETE_CANNED, "{'remote-id':'%s'}", id);
  server_assert_works (f);
}

static void
use_drafts (Server *f)
{
  g_autofree char *id = NULL;

  server_run (f, WA_OP_CREATE_TEMPLATE, "{'name':'spring_sale','language':'en','category':'MARKETING','components':["
       "{'kind':'body','text':'Hi {{1}}','body-examples':['Ann']}]}");
  id = dup_result_id (f);
  g_assert_cmpstr (wa_template_get_status (WA_TEMPLATE (f->result)), ==, "DRAFT");
  server_run (f, WA_OP_UPDATE_TEMPLATE, "{'remote-id':'%s','name':'spring_sale','language':'en','category':'MARKETING',"
       "'components':[{'kind':'body','text':'Dear {{1}}','body-examples':['Ann']}]}", id);
  server_assert_works (f);
  server_run (f, WA_OP_PUBLISH_TEMPLATE, "{'remote-id':'%s'}", id);
  server_assert_works (f);
  g_assert_cmpstr (wa_template_get_status (WA_TEMPLATE (f->result)), ==, "PENDING");
  server_run (f, WA_OP_DELETE_TEMPLATE, "{'remote-id':'%s'}", id);
  server_assert_works (f);
  server_run (f, WA_OP_SYNC_TEMPLATES, "{}");
  server_assert_works (f);
}

static void
use_account (Server *f)
{
  g_autofree char *sender = dup_first_id (f, WA_OP_LIST_SENDERS, "{}");

  server_run (f, WA_OP_TEST_SENDER, "{'remote-id':'%s'}", sender);
  server_assert_works (f);
  server_run (f, WA_OP_GET_ORGANISATION, "{}");
  server_assert_works (f);
  server_run (f, WA_OP_GET_READINESS, "{}");
  server_assert_works (f);
}

/* What servers of both generations can do. */
static void
use_common (Server     *f,
            const char *contact)
{
  g_autofree char *member = dup_first_id (f, WA_OP_LIST_MEMBERS, "{}");

  server_run (f, WA_OP_SEND, "{'kind':'text','contact-id':'%s','text':'Hello'}", contact);
  server_assert_works (f);
  server_run (f, WA_OP_LIST_MESSAGES, "{'parent-id':'%s'}", contact);
  server_assert_works (f);
  server_run (f, WA_OP_ASSIGN_MEMBER, "{'contact-id':'%s','target-ids':['%s']}", contact, member);
  server_assert_works (f);
  use_campaigns (f);
  use_canned (f);
  use_drafts (f);
  use_account (f);
}

static void
use_shop (Server *f)
{
  g_autofree char *catalog = dup_first_id (f, WA_OP_LIST_CATALOGS, "{}");
  g_autofree char *id = NULL;

  server_run (f, WA_OP_CREATE_PRODUCT, "{'catalog-id':'%s','name':'Mug','retailer-id':'M','price':'12.99','currency':'USD'}", catalog);
  id = dup_result_id (f);
  server_run (f, WA_OP_UPDATE_PRODUCT, "{'remote-id':'%s','name':'Mug','retailer-id':'M','price':'9.99','currency':'USD'}", id);
  server_assert_works (f);
  server_run (f, WA_OP_LIST_PRODUCTS, "{'parent-id':'%s'}", catalog);
  server_assert_works (f);
  server_run (f, WA_OP_DELETE_PRODUCT, "{'remote-id':'%s'}", id);
  server_assert_works (f);
}

static void
use_contacts (Server *f)
{
  g_autofree char *id = NULL;
  g_autofree char *note = NULL;

  server_run (f, WA_OP_CREATE_CONTACTS, "{'contacts':[{'number':'15551480000','name':'Bo','tags':['VIP']}]}");
  server_assert_works (f);
  id = dup_first_id (f, WA_OP_LIST_CONTACTS, "{'number':'15551480000'}");
  server_run (f, WA_OP_UPDATE_CONTACT, "{'contact':{'remote-id':'%s','name':'Bo Li'},'changed':['name']}", id);
  server_assert_works (f);
  g_assert_cmpstr (wa_contact_get_name (WA_CONTACT (f->result)), ==, "Bo Li");
  server_run (f, WA_OP_SET_TAGS, "{'contact-id':'%s','targets':[]}", id);
  server_assert_works (f);
  server_run (f, WA_OP_CREATE_NOTE, "{'contact-id':'%s','text':'Calls after 5'}", id);
  note = dup_result_id (f);
  server_run (f, WA_OP_LIST_NOTES, "{'parent-id':'%s'}", id);
  server_assert_works (f);
  server_run (f, WA_OP_DELETE_NOTE, "{'remote-id':'%s','parent-id':'%s'}", note, id);
  server_assert_works (f);
  server_run (f, WA_OP_DELETE_CONTACT, "{'remote-id':'%s'}", id);
  server_assert_works (f);
}

static void
use_tags (Server *f)
{
  server_run (f, WA_OP_CREATE_TAG, "{'name':'A/B','color':'red'}");
  server_assert_works (f);
  server_run (f, WA_OP_UPDATE_TAG, "{'remote-id':'A/B','name':'AB','color':'blue'}");
  server_assert_works (f);
  server_run (f, WA_OP_DELETE_TAG, "{'remote-id':'AB'}");
  server_assert_works (f);
}

static void
use_newer (Server     *f,
           const char *contact)
{
  g_autoptr(WaTemplate) template = find_template (f);

  server_run (f, WA_OP_SEND, "{'kind':'template','contact-id':'%s','template':{'remote-id':'%s','name':'%s','status':'APPROVED'}}",
       contact, wa_template_get_remote_id (template), wa_template_get_name (template));
  server_assert_works (f);
  server_run (f, WA_OP_SEND, "{'kind':'reply-buttons','contact-id':'%s','text':'?','buttons':[{'button-id':'y','title':'Yes'}]}",
       contact);
  server_assert_works (f);
  server_run (f, WA_OP_SEND, "{'kind':'link-button','contact-id':'%s','text':'?','button-text':'Go','url':'https://example.com'}",
       contact);
  server_assert_works (f);
  use_shop (f);
  use_contacts (f);
  use_tags (f);
}

static void
send_link (Server       *f,
           const char   *contact,
           WaOutgoing  **outgoing)
{
  g_autoptr(WaOutgoing) made = wa_outgoing_new ();

  wa_outgoing_set_kind (made, WA_MESSAGE_IMAGE);
  wa_outgoing_set_contact_id (made, contact);
  wa_outgoing_set_link (made, "https://example.com/a.jpg");
  wa_sandbox_clear_requests (f->sandbox);
  server_run_args (f, WA_OP_SEND, G_OBJECT (made));
  if (outgoing != NULL)
    *outgoing = g_steal_pointer (&made);
}

static void
test_newer (Server        *f,
            gconstpointer  data)
{
  g_autoptr(WaOutgoing) outgoing = NULL;
  g_autoptr(GBytes) bytes = g_bytes_new_static ("\xff\xd8\xff\xe0", 4);
  g_autofree char *contact = NULL;
  g_autofree char *message = NULL;

  server_connect (f);
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
  server_run_args (f, WA_OP_SEND, G_OBJECT (outgoing));
  message = dup_result_id (f);
  server_run (f, WA_OP_DOWNLOAD_MEDIA, "{'remote-id':'%s'}", message);
  server_assert_works (f);

  /* One message can't be marked as read: the conversation is. */
  server_run (f, WA_OP_MARK_READ, "{'remote-id':'%s','parent-id':'%s'}", message, contact);
  server_assert_works (f);
  g_assert_cmpstr (wa_provider_get_setting (f->provider, "read-form"), ==, "conversation");
}

static void
test_older (Server        *f,
            gconstpointer  data)
{
  g_autofree char *contact = NULL;

  server_connect (f);
  g_assert_cmpstr (wa_provider_get_setting (f->provider, "generation"), ==, "G1");
  contact = dup_first_id (f, WA_OP_LIST_CONTACTS, "{}");
  use_common (f, contact);

  server_run (f, WA_OP_SEND, "{'kind':'template','contact-id':'%s','template':{'name':'t','status':'APPROVED'}}", contact);
  g_assert_error (f->error, WA_ERROR, WA_ERROR_UNSUPPORTED);
  server_run (f, WA_OP_DELETE_CONTACT, "{'remote-id':'%s'}", contact);
  g_assert_error (f->error, WA_ERROR, WA_ERROR_UNSUPPORTED);
}

static void
test_documented (Server        *f,
                 gconstpointer  data)
{
  g_autofree char *contact = NULL;
  g_autofree char *message = NULL;

  server_connect (f);
  contact = dup_first_id (f, WA_OP_LIST_CONTACTS, "{}");
  send_link (f, contact, NULL);
  message = dup_result_id (f);
  g_assert_cmpstr (wa_provider_get_setting (f->provider, "media-form"), ==, "");
  server_run (f, WA_OP_MARK_READ, "{'remote-id':'%s','parent-id':'%s'}", message, contact);
  server_assert_works (f);
  g_assert_cmpstr (wa_provider_get_setting (f->provider, "read-form"), ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/whatomate-servers/newer", Server, "whatomate", server_set_up, test_newer, server_tear_down);
  g_test_add ("/whatomate-servers/older", Server, "whatomate-g1", server_set_up, test_older, server_tear_down);
  g_test_add ("/whatomate-servers/documented", Server, "whatomate-docs", server_set_up, test_documented, server_tear_down);

  return g_test_run ();
}
