/* test-client-whatsjet.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-contact-report.h"
#include "model/wa-contact.h"
#include "model/wa-message.h"
#include "model/wa-page.h"
#include "model/wa-record-json.h"
#include "model/wa-template.h"
#include "provider/wa-registry.h"
#include "sandbox/wa-sandbox.h"
#include "session/wa-client.h"

/* Each of WhatsJet's operations through the real provider and over real HTTP: the demo server, which reads the
 * same document on its own, takes all of them. */

typedef struct
{
  WaSandbox *sandbox;
  WaClient  *client;
  gboolean   done;
  GObject   *result;
  GError    *error;
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
  g_autoptr(GError) error = NULL;
  g_autoptr(WaProvider) provider = wa_registry_new_provider ("whatsjet", &error);
  g_autoptr(GHashTable) settings = NULL;

  g_assert_no_error (error);
  f->sandbox = wa_sandbox_new ("whatsjet");
  g_assert_true (wa_sandbox_start (f->sandbox, &error));
  settings = wa_sandbox_dup_settings (f->sandbox);
  g_hash_table_foreach (settings, apply_setting, provider);
  wa_provider_set_setting (provider, "base-url", wa_sandbox_get_base_url (f->sandbox));

  f->client = wa_client_new (provider);
  g_object_set (f->client, "patience", 0.002, NULL);
  wa_client_set_token (f->client, wa_sandbox_get_key (f->sandbox));
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_clear_object (&f->result);
  g_clear_error (&f->error);
  g_assert_finalize_object (f->client);
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

static gpointer
run (Fixture    *f,
     WaOp        op,
     const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GObject) args = wa_record_new_text (wa_op_get_info (op)->args_type (), text, &error);

  g_assert_no_error (error);
  g_clear_object (&f->result);
  f->done = FALSE;
  wa_client_run_async (f->client, op, args, NULL, ran_cb, f);
  while (!f->done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (f->error);

  return f->result;
}

#define SEND(kind, more) "{\"kind\":\"" kind "\",\"recipient\":\"+91 98765 43210\"," more "}"
#define TEXT "\"text\":\"How can I help?\""
#define FILE(name) "\"link\":\"https://files.example.com/" name "\""
#define WITH_CONTACT "\"contact\":{\"first-name\":\"Johan\",\"last-name\":\"Doe\",\"email\":\"johan@example.com\"," \
  "\"country\":\"india\",\"language\":\"en\",\"lists\":[\"One\",\"Two\"],\"attributes\":[{\"name\":\"BDay\",\"value\":\"2025-09-04\"}]}"
#define TEMPLATE(name, components, fields) \
  SEND ("template", "\"template\":{\"name\":\"" name "\",\"language\":\"en\",\"status\":\"APPROVED\",\"components\":[" \
        components "]},\"fields\":[" fields "]")
#define BODY(text) "{\"kind\":\"body\",\"text\":\"" text "\"}"
#define VALUE(key, value) "{\"section\":\"body\",\"key\":\"" key "\",\"value\":\"" value "\"}"
#define HEADER(format) "{\"kind\":\"header\",\"format\":\"" format "\"}"
#define MEDIA(name) "{\"section\":\"media\",\"value\":\"https://files.example.com/" name "\"}"
#define PLACE(key, value) "{\"section\":\"location\",\"key\":\"" key "\",\"value\":\"" value "\"}"
#define CARD(text) "{\"components\":[" HEADER ("image") "," BODY (text) \
  ",{\"kind\":\"buttons\",\"buttons\":[{\"kind\":\"quick-reply\",\"text\":\"Tell me more\"}]}]}"
#define CARD_MEDIA(card) "{\"section\":\"media\",\"card\":" card ",\"value\":\"https://files.example.com/card.jpg\"}"
#define ABOVE(format, name) "\"header-format\":\"" format "\",\"header-link\":\"https://files.example.com/" name "\""
#define SECTIONS "\"button-text\":\"Open\",\"sections\":[" \
  "{\"title\":\"Hats\",\"rows\":[{\"title\":\"Red\",\"description\":\"Straw\"},{\"title\":\"Blue\"}]}," \
  "{\"title\":\"Shoes\",\"rows\":[{\"title\":\"Black\",\"row-id\":\"s-1\"}]}]"

static const struct
{
  const char *name;
  const char *args;
} messages[] = {
  { "J01", SEND ("text", TEXT "," WITH_CONTACT) },
  { "J02-image", SEND ("image", FILE ("a.jpg") ",\"caption\":\"Look\"") },
  { "J02-video", SEND ("video", FILE ("a.mp4") ",\"caption\":\"Look\"") },
  { "J02-audio", SEND ("audio", FILE ("a.ogg")) },
  { "J02-document", SEND ("document", FILE ("a.pdf") "," WITH_CONTACT) },
  { "J03-body", TEMPLATE ("order_confirmation", BODY ("{{1}} {{2}}"), VALUE ("{{1}}", "{first_name}") ","
                          VALUE ("{{2}}", "4711")) },
  { "J03-picture", TEMPLATE ("market_bros", HEADER ("image") "," BODY ("x"), MEDIA ("a.jpg")) },
  { "J03-video", TEMPLATE ("video_promo", HEADER ("video") "," BODY ("x"), MEDIA ("a.mp4")) },
  { "J03-document", TEMPLATE ("invoice_ready", HEADER ("document") "," BODY ("{{1}}"),
                              MEDIA ("a.pdf") "," VALUE ("{{1}}", "4711")) },
  { "J03-place", TEMPLATE ("visit_us", HEADER ("location") "," BODY ("x"),
                           PLACE ("latitude", "22.22") "," PLACE ("longitude", "-22.22") ","
                           PLACE ("name", "Shop") "," PLACE ("address", "{country}")) },
  { "J03-code", TEMPLATE ("season_sale", "{\"kind\":\"header\",\"format\":\"text\",\"text\":\"{{1}}\"}," BODY ("{{1}}")
                          ",{\"kind\":\"buttons\",\"buttons\":[{\"kind\":\"copy-code\"}]}",
                          "{\"section\":\"header\",\"key\":\"{{1}}\",\"value\":\"{full_name}\"}," VALUE ("{{1}}", "25%")
                          ",{\"section\":\"copy-code\",\"value\":\"SAVE25\"}") },
  { "JX05-buttons", SEND ("reply-buttons", TEXT ",\"header-format\":\"text\",\"header\":\"Shop\",\"footer\":\"Bye\","
                          "\"buttons\":[{\"title\":\"Browse\"},{\"title\":\"Ask\"}]") },
  { "JX05-buttons-picture", SEND ("reply-buttons", TEXT "," ABOVE ("image", "a.jpg") ",\"buttons\":[{\"title\":\"Go\"}]") },
  { "JX05-link", SEND ("link-button", TEXT ",\"button-text\":\"Go\",\"url\":\"https://example.com/\","
                       ABOVE ("document", "a.pdf")) },
  { "JX05-list", SEND ("list", TEXT "," SECTIONS) },
  { "JX06", TEMPLATE ("summer_cards", BODY ("{{1}}") ",{\"kind\":\"carousel\",\"cards\":[" CARD ("Hats") "," CARD ("Shoes") "]}",
                      VALUE ("{{1}}", "Johan") "," CARD_MEDIA ("1") "," CARD_MEDIA ("2")) },
};

/* What became of each message can be asked for. */
static void
test_messages (Fixture       *f,
               gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    {
      g_autofree char *target = NULL;
      WaMessage *message;

      g_test_message ("%s", messages[i].name);
      message = WA_MESSAGE (run (f, WA_OP_SEND, messages[i].args));
      g_assert_cmpint (wa_message_get_state (message), ==, WA_STATE_SENT);
      g_assert_cmpstr (wa_message_get_remote_id (message), !=, "");
      g_assert_cmpstr (wa_message_get_job_id (message), !=, "");
      g_assert_cmpuint (wa_sandbox_count_messages (f->sandbox, "919876543210"), ==, i + 1);

      target = g_strdup_printf ("{\"remote-id\":\"%s\"}", wa_message_get_remote_id (message));
      message = WA_MESSAGE (run (f, WA_OP_GET_MESSAGE_STATUS, target));
      g_assert_cmpint (wa_message_get_state (message), >=, WA_STATE_SENT);
      g_assert_nonnull (wa_message_get_state_time (message));
    }
}

#define PERSON "\"number\":\"4915198765432\""
#define TARGET "{" PERSON "}"

static void
test_contacts (Fixture       *f,
               gconstpointer  data)
{
  static const char *const lists[] = { "Friends", "Family", NULL };
  WaContactReport *report;
  WaContact *contact;
  WaPage *page;

  report = run (f, WA_OP_CREATE_CONTACTS, "{\"contacts\":[{" PERSON ",\"first-name\":\"Ada\",\"last-name\":\"Nowak\","
                "\"email\":\"ada@example.com\",\"country\":\"91\",\"language\":\"de\",\"lists\":[\"Friends\"],"
                "\"attributes\":[{\"name\":\"BDay\",\"value\":\"2025-09-01\"}]}]}");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (wa_contact_report_get_created (report))), ==, 1);

  run (f, WA_OP_UPDATE_CONTACT, "{\"contact\":{" PERSON ",\"first-name\":\"Augusta\",\"lists\":[\"Friends\",\"Family\"],"
       "\"attributes\":[{\"name\":\"BDay\",\"value\":\"2025-09-04\"}]},\"removed-attributes\":[\"Age\"],\"changed\":["
       "\"first-name\",\"last-name\",\"email\",\"country\",\"language\",\"opt-in\",\"ai-bot-enabled\",\"lists\","
       "\"attributes\"]}");

  contact = run (f, WA_OP_GET_CONTACT, TARGET);
  g_assert_cmpstr (wa_contact_get_first_name (contact), ==, "Augusta");
  g_assert_cmpstr (wa_contact_get_last_name (contact), ==, "");
  g_assert_cmpstrv (wa_contact_get_lists (contact), lists);
  g_assert_false (wa_contact_get_opt_in (contact));

  page = run (f, WA_OP_LIST_CONTACTS, TARGET);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (wa_page_get_items (page))), ==, 1);
  page = run (f, WA_OP_LIST_CONTACTS, "{\"cursor\":\"2\",\"page-size\":3}");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (wa_page_get_items (page))), ==, 3);
  g_assert_cmpstr (wa_page_get_next (page), ==, "3");
  page = run (f, WA_OP_LIST_CONTACTS, "{\"search\":\"4915198765432\"}");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (wa_page_get_items (page))), ==, 1);

  run (f, WA_OP_ASSIGN_MEMBER, "{" PERSON ",\"targets\":[\"agent@example.com\"],\"bot\":\"no\",\"reply-bot\":\"yes\"}");
}

static void
test_lists (Fixture       *f,
            gconstpointer  data)
{
  static const WaOp ops[] = { WA_OP_LIST_TEMPLATES, WA_OP_LIST_LISTS, WA_OP_LIST_TAGS };

  for (guint i = 0; i < G_N_ELEMENTS (ops); i++)
    {
      WaPage *page = run (f, ops[i], "{}");

      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (wa_page_get_items (page))), >, 0);
      g_assert_cmpint (wa_page_get_skipped (page), ==, 0);
    }
}

#define TEST(name, function) \
  g_test_add ("/client-whatsjet/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  TEST ("messages", test_messages);
  TEST ("contacts", test_contacts);
  TEST ("lists", test_lists);

  return g_test_run ();
}
