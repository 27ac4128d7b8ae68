/* test-onemsg-server.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "core/wa-error.h"
#include "model/wa-channel-profile.h"
#include "model/wa-channel-stats.h"
#include "model/wa-commerce-settings.h"
#include "model/wa-media-item.h"
#include "model/wa-message.h"
#include "model/wa-outgoing.h"
#include "model/wa-page.h"
#include "provider/server-fixture.h"
#include "template/wa-template-form.h"

/* Every operation of 1msg over real HTTP: what the demo read in the document takes what the provider read
 * in it. */

#define NUMBER "5511987654321"
#define TO "'recipient':'" NUMBER "'"
#define LINK "https://example.com/a"
#define MIB (1024 * 1024)

/* Runs an operation that has to work. */
#define DO(op, ...) (server_run (f, WA_OP_##op, __VA_ARGS__), server_assert_works (f))

static GListModel *
list_of (Server *f)
{
  return G_LIST_MODEL (wa_page_get_items (WA_PAGE (f->result)));
}

static void
test_profile (Server        *f,
              gconstpointer  data)
{
  const char *const changed[] = { "photo", NULL };
  const char *const *websites;
  gsize sizes[] = { 3, 2 * MIB };

  server_connect (f);
  DO (UPDATE_PROFILE, "{'about':'Open 9 to 5','address':'','email':'jo@example.com','vertical':'Other',"
                      "'description':'Shoes','changed':['about','address','email','vertical','description']}");
  DO (GET_PROFILE, "{}");
  g_assert_cmpstr (wa_channel_profile_get_about (WA_CHANNEL_PROFILE (f->result)), ==, "Open 9 to 5");
  g_assert_cmpstr (wa_channel_profile_get_address (WA_CHANNEL_PROFILE (f->result)), ==, "");

  DO (UPDATE_PROFILE, "{'photo-url':'" LINK ".jpg','changed':['photo-url']}");
  DO (GET_PROFILE, "{}");
  g_assert_cmpstr (wa_channel_profile_get_photo_url (WA_CHANNEL_PROFILE (f->result)), ==, LINK ".jpg");
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr(WaChannelProfile) profile = wa_channel_profile_new ();
      g_autoptr(GBytes) bytes = g_bytes_new_take (g_malloc0 (sizes[i]), sizes[i]);

      wa_channel_profile_set_photo (profile, bytes);
      wa_channel_profile_set_photo_type (profile, "image/png");
      wa_channel_profile_set_changed (profile, changed);
      server_run_args (f, WA_OP_UPDATE_PROFILE, G_OBJECT (profile));
      server_assert_works (f);
    }

  wa_provider_set_setting (f->provider, "websites", "on");
  DO (UPDATE_PROFILE, "{'websites':['https://a.example','https://b.example'],'changed':['websites']}");
  DO (GET_PROFILE, "{}");
  websites = wa_channel_profile_get_websites (WA_CHANNEL_PROFILE (f->result));
  g_assert_cmpuint (g_strv_length ((char **) websites), ==, 2);
}

static guint
count_webhooks (Server *f)
{
  DO (GET_SETTINGS, "{}");

  return g_strv_length ((char **) wa_channel_profile_get_webhook_urls (WA_CHANNEL_PROFILE (f->result)));
}

static void
test_channel (Server        *f,
              gconstpointer  data)
{
  GListModel *periods;

  DO (GET_STATISTICS, "{'month':'03.2022'}");
  g_assert_cmpstr (wa_channel_stats_get_month (WA_CHANNEL_STATS (f->result)), ==, "03.2022");
  DO (GET_USAGE, "{}");
  periods = G_LIST_MODEL (wa_channel_stats_get_periods (WA_CHANNEL_STATS (f->result)));
  g_assert_cmpuint (g_list_model_get_n_items (periods), >, 0);
  DO (GET_STATUS, "{}");
  g_assert_cmpstr (wa_channel_stats_get_connection_status (WA_CHANNEL_STATS (f->result)), ==, "connected");
  DO (GET_SERVER_ADDRESS, "{}");
  g_assert_cmpstr (wa_channel_stats_get_server_ip (WA_CHANNEL_STATS (f->result)), !=, "");

  g_assert_cmpuint (count_webhooks (f), ==, 0);
  DO (SET_WEBHOOK, "{'webhook-urls':['https://a.example']}");
  g_assert_cmpuint (count_webhooks (f), ==, 1);
  DO (SET_WEBHOOK, "{'webhook-urls':['https://a.example','http://b.example/hook']}");
  g_assert_cmpuint (count_webhooks (f), ==, 2);
  DO (SET_SETTINGS, "{}");
  g_assert_cmpuint (count_webhooks (f), ==, 0);
  DO (SET_SETTINGS, "{'webhook-urls':['https://a.example']}");
  g_assert_cmpuint (count_webhooks (f), ==, 1);
  DO (SET_SETTINGS, "{'webhook-urls':['']}");
  g_assert_cmpuint (count_webhooks (f), ==, 0);

  DO (SET_COMMERCE, "{'cart-enabled':false,'catalog-visible':true}");
  DO (GET_COMMERCE, "{}");
  g_assert_false (wa_commerce_settings_get_cart_enabled (WA_COMMERCE_SETTINGS (f->result)));
  g_assert_true (wa_commerce_settings_get_catalog_visible (WA_COMMERCE_SETTINGS (f->result)));
}

#define QUOTED ",'quoted-id':'wamid.HBgLdemo'"
#define CATALOG ",'catalog-id':'123456789012345'"
#define BUTTONS ",'text':'Confirm?','footer':'f','buttons':[{'title':'Yes'},{'button-id':'n','title':'No'}]"

/* Each kind in its shortest form and with all that it can have. */
static const char *const messages[] = {
  "{'kind':'text'," TO ",'text':'Hello 🍏'}",
  "{'kind':'text','chat-id':'" NUMBER "@c.us','text':'Hello'" QUOTED "}",
  "{'kind':'list'," TO ",'text':'Choose','button-text':'List','sections':[{'rows':[{'title':'One'}]}]}",
  "{'kind':'list'," TO ",'text':'Choose','header':'h','footer':'f','button-text':'List','sections':["
  "{'title':'A','rows':[{'row-id':'1','title':'One','description':'d'}]},{'title':'B','rows':[{'title':'Two'}]}]}",
  "{'kind':'reply-buttons'," TO BUTTONS "}",
  "{'kind':'reply-buttons'," TO BUTTONS QUOTED ",'header':'h'}",
  "{'kind':'reply-buttons'," TO BUTTONS ",'header-format':'image','header-link':'" LINK ".jpg'}",
  "{'kind':'reply-buttons'," TO BUTTONS ",'header-format':'video','header-link':'" LINK ".mp4'}",
  "{'kind':'reply-buttons'," TO BUTTONS ",'header-format':'document','header-link':'" LINK ".pdf',"
  "'header-filename':'b.pdf'}",
  "{'kind':'location-request'," TO ",'text':'Where are you?'" QUOTED "}",
  "{'kind':'reaction'," TO ",'emoji':'👩🏽‍👧'" QUOTED "}",
  "{'kind':'reaction'," TO ",'emoji':''" QUOTED "}",
  "{'kind':'image'," TO ",'link':'" LINK ".jpg','caption':'c'" QUOTED "}",
  "{'kind':'video'," TO ",'link':'" LINK ".mp4','filename':'b.mp4'}",
  "{'kind':'audio'," TO ",'link':'" LINK ".mp3'}",
  "{'kind':'document'," TO ",'link':'" LINK ".pdf','caption':'c'}",
  "{'kind':'location'," TO ",'latitude':45.018337,'longitude':-73.968285}",
  "{'kind':'location'," TO ",'latitude':-90,'longitude':180,'place':'p','address':'a'" QUOTED "}",
  "{'kind':'contacts'," TO ",'cards':[{'formatted-name':'Jo','first-name':'Jo'}]}",
  "{'kind':'contacts'," TO QUOTED ",'cards':[{'formatted-name':'Dr Jo A Li II','first-name':'Jo','middle-name':'A',"
  "'last-name':'Li','prefix':'Dr','suffix':'II','birthday':'2012-08-18','company':'C','department':'D','job-title':'T',"
  "'phones':[{'kind':'cell','value':'+1 202','wa-id':'12020721369'}],'emails':[{'kind':'WORK','value':'a@b.c'}],"
  "'urls':[{'kind':'WORK','value':'https://a.b'}],'addresses':[{'kind':'HOME','street':'s','city':'c','state':'CA',"
  "'zip':'1','country':'United States','country-code':'US'}]}]}",
  "{'kind':'product'," TO CATALOG ",'product-id':'SKU-CAP-001'}",
  "{'kind':'product'," TO CATALOG ",'product-id':'SKU-CAP-001','text':'t','footer':'f'}",
  "{'kind':'product-list'," TO CATALOG ",'header':'h','text':'t','sections':[{'rows':[{'product-id':'SKU-CAP-001'}]}]}",
  "{'kind':'product-list'," TO CATALOG ",'header':'h','text':'t','footer':'f','sections':["
  "{'title':'A','rows':[{'product-id':'SKU-CAP-001'},{'product-id':'SKU-TSHIRT-001'}]},"
  "{'title':'B','rows':[{'product-id':'SKU-JEANS-001'}]}]}",
};

static void
test_messages (Server        *f,
               gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (messages); i++)
    {
      g_test_message ("%s", messages[i]);
      DO (SEND, "%s", messages[i]);
      g_assert_cmpstr (wa_message_get_remote_id (WA_MESSAGE (f->result)), !=, "");
      g_assert_cmpuint (wa_sandbox_count_messages (f->sandbox, NUMBER), ==, i + 1);
    }
}

static void
test_bearer (Server        *f,
             gconstpointer  data)
{
  GPtrArray *requests = wa_sandbox_get_requests (f->sandbox);

  wa_provider_set_setting (f->provider, "auth-mode", "bearer");
  server_connect (f);
  DO (SEND, "%s", messages[0]);
  for (guint i = 0; i < requests->len; i++)
    g_assert_cmpstr (((const WaSandboxRequest *) g_ptr_array_index (requests, i))->query, ==, "");
}

/* Files of this computer: small ones as text, large ones as a form. */
static void
test_files (Server        *f,
            gconstpointer  data)
{
  gsize sizes[] = { 1, MIB, MIB + 1 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_take (g_malloc0 (sizes[i]), sizes[i]);
      g_autoptr(WaOutgoing) outgoing = wa_outgoing_new ();
      g_autoptr(WaMediaItem) item = wa_media_item_new ();

      wa_outgoing_set_kind (outgoing, WA_MESSAGE_IMAGE);
      wa_outgoing_set_recipient (outgoing, NUMBER);
      wa_outgoing_set_filename (outgoing, "schön.jpg");
      wa_outgoing_set_caption (outgoing, "Ünder it");
      wa_outgoing_set_mime_type (outgoing, "image/jpeg");
      wa_outgoing_set_bytes (outgoing, bytes);
      server_run_args (f, WA_OP_SEND, G_OBJECT (outgoing));
      server_assert_works (f);
      g_assert_cmpuint (wa_sandbox_count_messages (f->sandbox, NUMBER), ==, i + 1);

      wa_media_item_set_mime_type (item, "application/pdf");
      wa_media_item_set_bytes (item, bytes);
      server_run_args (f, WA_OP_UPLOAD_MEDIA, G_OBJECT (item));
      server_assert_works (f);
      g_assert_cmpstr (wa_media_item_get_remote_id (WA_MEDIA_ITEM (f->result)), !=, "");
    }

  DO (LIST_MESSAGES, "{'parent-id':'" NUMBER "@c.us'}");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr(WaMessage) message = g_list_model_get_item (list_of (f), i);

      g_assert_cmpint (wa_message_get_kind (message), ==, WA_MESSAGE_IMAGE);
      g_assert_cmpstr (wa_message_get_caption (message), ==, "Ünder it");
    }
}

/* The newest page first, then back to the oldest message, each of them once. */
static guint
read_history (Server *f)
{
  g_autofree char *cursor = g_strdup ("");
  guint n = 0;

  for (guint page = 0; page < 100; page++)
    {
      DO (LIST_MESSAGES, "{'page-size':3,'parent-id':'" NUMBER "@c.us','cursor':'%s'}", cursor);
      n += g_list_model_get_n_items (list_of (f));
      g_free (cursor);
      cursor = g_strdup (wa_page_get_next (WA_PAGE (f->result)));
      if (cursor[0] == '\0')
        return n;
    }

  g_assert_not_reached ();
}

/* Returns: (transfer full): somebody else's message */
static WaMessage *
find_incoming (Server *f)
{
  DO (LIST_MESSAGES, "{'page-size':1000,'newest-first':'yes'}");
  for (guint i = 0; i < g_list_model_get_n_items (list_of (f)); i++)
    {
      g_autoptr(WaMessage) message = g_list_model_get_item (list_of (f), i);

      if (wa_message_get_incoming (message))
        return g_steal_pointer (&message);
    }

  g_assert_not_reached ();
}

static void
test_history (Server        *f,
              gconstpointer  data)
{
  g_autoptr(WaMessage) incoming = NULL;
  g_autofree char *id = NULL;

  for (guint i = 0; i < 10; i++)
    DO (SEND, "%s", messages[0]);
  id = g_strdup (wa_message_get_remote_id (WA_MESSAGE (f->result)));
  g_assert_cmpuint (read_history (f), ==, 10);
  DO (LIST_MESSAGES, "{'message-id':'%s'}", id);
  g_assert_cmpuint (g_list_model_get_n_items (list_of (f)), ==, 1);
  DO (LIST_MESSAGES, "{'parent-id':'" NUMBER "@c.us','since':'2001-01-01T00:00:00Z',"
                     "'until':'2002-01-01T00:00:00Z'}");
  g_assert_cmpuint (g_list_model_get_n_items (list_of (f)), ==, 0);
  g_assert_cmpstr (wa_page_get_note (WA_PAGE (f->result)), !=, "");

  wa_sandbox_advance (f->sandbox, 3600);
  DO (GET_MESSAGE_STATUS, "{'remote-id':'%s'}", id);
  g_assert_cmpint (wa_message_get_state (WA_MESSAGE (f->result)), >=, WA_STATE_DELIVERED);
  DO (GET_MESSAGE_STATUS, "{'remote-id':'wamid.of-nobody'}");
  g_assert_cmpint (wa_message_get_state (WA_MESSAGE (f->result)), ==, WA_STATE_NONE);

  incoming = find_incoming (f);
  g_assert_cmpstr (wa_message_get_recipient (incoming), !=, "");
  DO (MARK_READ, "{'remote-id':'%s'}", wa_message_get_remote_id (incoming));
}

static char *
dup_value (WaParameterField *field,
           const char       *upload)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr(GDateTime) tomorrow = g_date_time_add_days (now, 1);

  switch ((int) wa_parameter_field_get_section (field))
    {
    case WA_SECTION_MEDIA:
      return g_strdup (wa_parameter_field_get_card (field) == 0 ? upload : LINK ".jpg");
    case WA_SECTION_FILENAME:
      return g_strdup ("b.pdf");
    case WA_SECTION_OFFER_EXPIRY:
      return g_date_time_format_iso8601 (tomorrow);
    case WA_SECTION_PRODUCT:
      return g_strdup ("SKU-CAP-001");
    default:
      return g_strdup ("X5");
    }
}

/* Fills the form in, as a user would, and sends it. */
static void
send_template (Server     *f,
               WaTemplate *template,
               const char *upload)
{
  WaTemplateComponent *header = wa_template_find (template, WA_COMPONENT_HEADER);
  gboolean picture = header != NULL && wa_template_component_get_format (header) == WA_HEADER_IMAGE;
  g_autoptr(WaTemplateForm) form = wa_template_form_new (template);
  g_autoptr(WaOutgoing) outgoing = wa_outgoing_new ();

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (form)); i++)
    {
      g_autoptr(WaParameterField) field = g_list_model_get_item (G_LIST_MODEL (form), i);
      g_autofree char *value = dup_value (field, picture ? LINK ".jpg" : upload);

      wa_parameter_field_set_value (field, value);
    }

  g_test_message ("%s", wa_template_get_name (template));
  wa_outgoing_set_kind (outgoing, WA_MESSAGE_TEMPLATE);
  wa_outgoing_set_recipient (outgoing, NUMBER);
  wa_template_form_fill (form, outgoing);
  server_run_args (f, WA_OP_SEND, G_OBJECT (outgoing));
  server_assert_works (f);
}

static GPtrArray *
dup_templates (Server *f)
{
  GPtrArray *templates = g_ptr_array_new_with_free_func (g_object_unref);

  DO (LIST_TEMPLATES, "{}");
  for (guint i = 0; i < g_list_model_get_n_items (list_of (f)); i++)
    g_ptr_array_add (templates, g_list_model_get_item (list_of (f), i));

  return templates;
}

/* All templates of the demo, which have every part, with links and with files that were uploaded. */
static void
send_templates (Server     *f,
                const char *upload)
{
  g_autoptr(GPtrArray) templates = dup_templates (f);
  guint n_sent = wa_sandbox_count_messages (f->sandbox, NUMBER);
  guint n_sendable = 0;

  for (guint i = 0; i < templates->len; i++)
    {
      WaTemplate *template = g_ptr_array_index (templates, i);

      if (!wa_template_is_sendable (template))
        continue;
      send_template (f, template, upload);
      n_sendable++;
    }

  g_assert_cmpuint (n_sendable, >, 10);
  g_assert_cmpuint (wa_sandbox_count_messages (f->sandbox, NUMBER), ==, n_sent + n_sendable);
}

static void
test_templates (Server        *f,
                gconstpointer  data)
{
  g_autofree char *upload = NULL;

  DO (UPLOAD_MEDIA, "{'url':'" LINK ".mp4'}");
  upload = g_strdup (wa_media_item_get_remote_id (WA_MEDIA_ITEM (f->result)));
  send_templates (f, LINK ".pdf");
  send_templates (f, upload);

  server_run (f, WA_OP_SEND, "{'kind':'template'," TO ",'template':{'name':'nobody_has_it','language':'en',"
                             "'status':'APPROVED','components':[{'kind':'body','text':'x'}]}}");
  g_assert_error (f->error, WA_ERROR, WA_ERROR_REJECTED);
}

#define BODY "{'kind':'body','text':'Hello {{1}}!','body-examples':['Jo']}"
#define CARD "{'components':[{'kind':'header','format':'image','header-handles':['4::aW']}," \
  "{'kind':'body','text':'Card {{1}}!','body-examples':['x']}," \
  "{'kind':'buttons','buttons':[{'kind':'quick-reply','text':'More'}," \
  "{'kind':'url','text':'Buy','url':'https://a.b/{{1}}','examples':['https://a.b/x']}]}]}"

static const char *const drafts[] = {
  "'category':'UTILITY','components':[" BODY "]",
  "'category':'UTILITY','components':[{'kind':'footer','text':'f'}," BODY ","
  "{'kind':'header','format':'text','text':'Hi {{1}}','header-examples':['Jo']}]",
  "'category':'MARKETING','components':[{'kind':'header','format':'video','header-handles':['" LINK ".mp4']}," BODY ","
  "{'kind':'buttons','buttons':[{'kind':'quick-reply','text':'Yes'},{'kind':'quick-reply','text':'No'},"
  "{'kind':'url','text':'Go','url':'https://a.b'},{'kind':'phone-number','text':'Call','phone-number':'+12020721369'},"
  "{'kind':'copy-code','examples':['X5']}]}]",
  "'category':'MARKETING','components':[" BODY ",{'kind':'carousel','cards':[" CARD "," CARD "]}]",
  "'category':'MARKETING','components':[" BODY ",{'kind':'buttons','buttons':[{'kind':'catalog','text':'View'}]}]",
  "'category':'AUTHENTICATION','components':[{'kind':'body'},{'kind':'footer','code-expiration-minutes':10},"
  "{'kind':'buttons','buttons':[{'kind':'otp','otp-type':'COPY_CODE','text':'Copy'}]}]",
};

static WaTemplate *
find_template (GPtrArray  *templates,
               const char *name)
{
  for (guint i = 0; i < templates->len; i++)
    if (g_str_equal (wa_template_get_name (g_ptr_array_index (templates, i)), name))
      return g_ptr_array_index (templates, i);

  return NULL;
}

/* A draft is submitted, approved after a while, sent and deleted. */
static void
test_drafts (Server        *f,
             gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (drafts); i++)
    {
      g_autofree char *name = g_strdup_printf ("draft_%" G_GSIZE_FORMAT, i);
      g_autoptr(GPtrArray) templates = NULL;
      g_autoptr(GPtrArray) left = NULL;

      g_test_message ("%s", drafts[i]);
      DO (CREATE_TEMPLATE, "{'name':'%s','language':'pt_BR',%s}", name, drafts[i]);
      g_assert_cmpstr (wa_template_get_status (WA_TEMPLATE (f->result)), ==, "PENDING");

      wa_sandbox_advance (f->sandbox, 60);
      templates = dup_templates (f);
      g_assert_nonnull (find_template (templates, name));
      send_template (f, find_template (templates, name), LINK ".pdf");

      DO (DELETE_TEMPLATE, "{'name':'%s'}", name);
      left = dup_templates (f);
      g_assert_null (find_template (left, name));
    }

  server_run (f, WA_OP_DELETE_TEMPLATE, "{'name':'draft_0'}");
  g_assert_error (f->error, WA_ERROR, WA_ERROR_REJECTED);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void      (*test) (Server        *f,
                       gconstpointer  data);
  } tests[] = {
    { "/onemsg-server/profile", test_profile },
    { "/onemsg-server/channel", test_channel },
    { "/onemsg-server/messages", test_messages },
    { "/onemsg-server/bearer", test_bearer },
    { "/onemsg-server/files", test_files },
    { "/onemsg-server/history", test_history },
    { "/onemsg-server/templates", test_templates },
    { "/onemsg-server/drafts", test_drafts },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Server, "onemsg", server_set_up, tests[i].test, server_tear_down);

  return g_test_run ();
}
