/* test-wants.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "core/wa-error.h"
#include "model/wa-target.h"
#include "session/session-fixture.h"
#include "session/wa-preparation.h"

/* What real systems want before a message goes out, from the outbox to the demo servers. */

#define STRANGER "4915198765432"

static WaMessage *
post (SessionFixture *fixture,
      WaOutgoing     *outgoing)
{
  WaOutbox *outbox = wa_account_get_outbox (fixture->account);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  WaMessage *message;

  wa_outbox_send_async (outbox, outgoing, NULL, session_done_cb, &result);
  message = wa_outbox_send_finish (outbox, session_await (&result), &error);
  g_assert_no_error (error);

  return message;
}

static void
settle (WaMessage *message)
{
  session_wait_for (wa_message_get_state (message) != WA_STATE_QUEUED &&
                    wa_message_get_state (message) != WA_STATE_SENDING);
}

static void
assert_sent (WaMessage *message)
{
  settle (message);
  g_assert_cmpstr (wa_message_get_error_text (message), ==, "");
  g_assert_cmpint (wa_message_get_state (message), ==, WA_STATE_SENT);
}

static WaContact *
any_contact (SessionFixture *fixture)
{
  g_autoptr(WaRowList) rows = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  wa_account_query_contacts_async (fixture->account, NULL, NULL, session_done_cb, &result);
  rows = wa_account_query_contacts_finish (fixture->account, session_await (&result), NULL);

  return g_list_model_get_item (G_LIST_MODEL (rows), 0);
}

/* How many requests went to paths with @words. */
static guint
count_requests (SessionFixture *fixture,
                const char     *words)
{
  GPtrArray *requests = wa_sandbox_get_requests (fixture->sandbox);
  guint n = 0;

  for (guint i = 0; i < requests->len; i++)
    n += strstr (((const WaSandboxRequest *) g_ptr_array_index (requests, i))->path, words) != NULL;

  return n;
}

static WaOutgoing *
new_picture (const char *number)
{
  WaOutgoing *outgoing = session_new_text (number, "");
  g_autoptr(GBytes) bytes = g_bytes_new_static ("\xff\xd8\xff\xe0", 4);

  wa_outgoing_set_kind (outgoing, WA_MESSAGE_IMAGE);
  wa_outgoing_set_bytes (outgoing, bytes);
  wa_outgoing_set_mime_type (outgoing, "image/jpeg");
  wa_outgoing_set_filename (outgoing, "a.jpg");

  return outgoing;
}

static WaOutgoing *
new_template_message (SessionFixture *fixture,
                      const char     *number)
{
  GListModel *templates = wa_account_get_templates (fixture->account);

  for (guint i = 0; i < g_list_model_get_n_items (templates); i++)
    {
      g_autoptr(WaTemplate) template = g_list_model_get_item (templates, i);
      WaTemplateComponent *body = wa_template_find (template, WA_COMPONENT_BODY);
      WaOutgoing *outgoing;

      if (!wa_template_is_sendable (template) || body == NULL ||
          g_list_model_get_n_items (G_LIST_MODEL (wa_template_get_components (template))) != 1 ||
          strstr (wa_template_component_get_text (body), "{{") != NULL)
        continue;

      outgoing = session_new_text (number, "");
      wa_outgoing_set_kind (outgoing, WA_MESSAGE_TEMPLATE);
      wa_outgoing_set_template (outgoing, template);
      wa_outgoing_set_recipient_name (outgoing, "Ada Nowak");
      return outgoing;
    }

  g_assert_not_reached ();
}

static void
test_upload (SessionFixture *fixture,
             gconstpointer   data)
{
  g_autoptr(WaOutgoing) outgoing = new_picture (STRANGER);
  g_autoptr(WaMessage) message = post (fixture, outgoing);

  assert_sent (message);
  g_assert_cmpuint (count_requests (fixture, "upload/media"), ==, 1);
  g_assert_cmpuint (wa_sandbox_count_messages (fixture->sandbox, STRANGER), ==, 1);
}

/* The program ends while the file is on its way: the message was not, so it goes out after the next start,
 * once. */
static void
test_upload_interrupted (SessionFixture *fixture,
                         gconstpointer   data)
{
  g_autoptr(WaOutgoing) outgoing = new_picture (STRANGER);
  g_autoptr(WaMessage) message = NULL;
  g_autoptr(WaMessage) found = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *key = NULL;

  wa_sandbox_inject (fixture->sandbox, WA_SANDBOX_FAULT_LATENCY, 1, 10000, "/api/v1/whatsapp/upload");
  message = post (fixture, outgoing);
  session_wait_for (count_requests (fixture, "upload/media") == 1);
  g_assert_cmpint (wa_message_get_state (message), ==, WA_STATE_QUEUED);

  key = g_strdup (wa_message_get_key (message));
  g_clear_object (&message);
  session_fixture_reopen (fixture);
  wa_store_find_message_async (wa_account_get_store (fixture->account), key, NULL, NULL, session_done_cb,
                               &result);
  found = wa_store_find_message_finish (wa_account_get_store (fixture->account), session_await (&result), NULL);
  assert_sent (found);
  g_assert_cmpuint (count_requests (fixture, "upload/media"), ==, 2);
  g_assert_cmpuint (wa_sandbox_count_messages (fixture->sandbox, STRANGER), ==, 1);
}

/* The answer to an upload is lost: the message is tried again by itself, since nobody can have got it. */
static void
test_upload_lost (SessionFixture *fixture,
                  gconstpointer   data)
{
  g_autoptr(WaOutgoing) outgoing = new_picture (STRANGER);
  g_autoptr(WaMessage) message = NULL;

  wa_sandbox_inject (fixture->sandbox, WA_SANDBOX_FAULT_LOST, 1, 0, "/api/v1/whatsapp/upload");
  message = post (fixture, outgoing);
  session_wait_for (wa_message_get_not_before (message) != NULL);
  g_assert_cmpint (wa_message_get_state (message), ==, WA_STATE_QUEUED);
  g_assert_cmpint (wa_message_get_attempts (message), ==, 1);
  assert_sent (message);
  g_assert_cmpuint (wa_sandbox_count_messages (fixture->sandbox, STRANGER), ==, 1);
}

/* A stranger becomes a contact before a template goes to them, once. */
static void
test_template (SessionFixture *fixture,
               gconstpointer   data)
{
  g_autoptr(WaOutgoing) outgoing = NULL;
  g_autoptr(WaMessage) first = NULL;
  g_autoptr(WaMessage) second = NULL;
  g_autoptr(WaContact) contact = NULL;

  session_sync (fixture->account);
  outgoing = new_template_message (fixture, STRANGER);
  wa_sandbox_clear_requests (fixture->sandbox);
  first = post (fixture, outgoing);
  assert_sent (first);
  g_assert_cmpuint (count_requests (fixture, "subscriber/create"), ==, 1);

  contact = session_find_contact (fixture->account, STRANGER);
  g_assert_nonnull (contact);
  g_assert_cmpstr (wa_contact_get_remote_id (contact), !=, "");
  g_assert_cmpstr (wa_contact_get_first_name (contact), ==, "Ada");

  second = post (fixture, outgoing);
  assert_sent (second);
  g_assert_cmpuint (count_requests (fixture, "subscriber/create"), ==, 1);
  g_assert_cmpuint (wa_sandbox_count_messages (fixture->sandbox, STRANGER), ==, 2);
}

static void
test_template_refused (SessionFixture *fixture,
                       gconstpointer   data)
{
  g_autoptr(WaOutgoing) outgoing = NULL;
  g_autoptr(WaMessage) message = NULL;

  session_sync (fixture->account);
  outgoing = new_template_message (fixture, STRANGER);
  wa_sandbox_inject (fixture->sandbox, WA_SANDBOX_FAULT_STATUS, 1, 422, "/api/v1/whatsapp/subscriber/create");
  message = post (fixture, outgoing);
  settle (message);
  g_assert_cmpint (wa_message_get_state (message), ==, WA_STATE_FAILED);
  g_assert_cmpstr (wa_message_get_error_text (message), !=, "");
  g_assert_cmpuint (wa_sandbox_count_messages (fixture->sandbox, STRANGER), ==, 0);
}

/* By the number alone, whoever it is: from the store, from the server, from nowhere. */
static void
test_number (SessionFixture *fixture,
             gconstpointer   data)
{
  g_autoptr(WaContact) known = NULL;
  g_autoptr(WaContact) stranger = NULL;
  g_autoptr(WaMessage) first = NULL;
  g_autoptr(WaMessage) second = NULL;
  g_autofree char *number = NULL;

  session_sync (fixture->account);
  known = any_contact (fixture);
  number = g_strdup (wa_contact_get_number (known));
  wa_sandbox_clear_requests (fixture->sandbox);
  first = session_send_text (fixture->account, number, "Hello");
  assert_sent (first);
  g_assert_cmpuint (wa_sandbox_get_requests (fixture->sandbox)->len, ==, 1);
  g_assert_cmpstr (wa_message_get_contact_id (first), ==, wa_contact_get_remote_id (known));

  second = session_send_text (fixture->account, STRANGER, "Hello");
  assert_sent (second);
  stranger = session_find_contact (fixture->account, STRANGER);
  g_assert_cmpstr (wa_message_get_contact_id (second), ==, wa_contact_get_remote_id (stranger));
  g_assert_cmpuint (wa_sandbox_count_messages (fixture->sandbox, STRANGER), ==, 1);
}

/* What is read is looked up, but nobody becomes a contact by it. */
static void
test_reading (SessionFixture *fixture,
              gconstpointer   data)
{
  const struct
  {
    const char *number;
    int         error;
  } rows[] = { { NULL, -1 }, { STRANGER, WA_ERROR_INVALID } };
  g_autoptr(WaContact) known = NULL;
  WaClient *client;
  WaStore *store;

  session_sync (fixture->account);
  client = wa_account_get_client (fixture->account);
  store = wa_account_get_store (fixture->account);
  known = any_contact (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(WaTarget) target = wa_target_new ();
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(GObject) receipt = NULL;
      g_autoptr(WaContact) stranger = NULL;
      g_autoptr(GError) error = NULL;

      wa_target_set_number (target, rows[i].number != NULL ? rows[i].number : wa_contact_get_number (known));
      wa_preparation_run_async (client, store, WA_OP_MARK_CONVERSATION_READ, G_OBJECT (target), NULL, NULL, NULL,
                                session_done_cb, &result);
      receipt = wa_preparation_run_finish (client, session_await (&result), NULL, &error);
      if (rows[i].error < 0)
        g_assert_no_error (error);
      else
        g_assert_error (error, WA_ERROR, rows[i].error);
      stranger = session_find_contact (fixture->account, STRANGER);
      g_assert_null (stranger);
    }
}

/* A server that creates no contacts. */
static void
test_no_creation (SessionFixture *fixture,
                  gconstpointer   data)
{
  g_autoptr(WaMessage) message = NULL;

  session_sync (fixture->account);
  message = session_send_text (fixture->account, STRANGER, "Hello");
  settle (message);
  g_assert_cmpint (wa_message_get_state (message), ==, WA_STATE_FAILED);
  g_assert_nonnull (strstr (wa_message_get_error_text (message), "create the contact"));
  g_assert_cmpint (wa_message_get_error_code (message), ==, 0);
}

/* Links: the server in the field refuses the first one, and gets the file.  The message is not on its way
 * meanwhile. */

static void
file_cb (SoupServer        *server,
         SoupServerMessage *message,
         const char        *path,
         GHashTable        *query,
         gpointer           user_data)
{
  WaMessage **shown = user_data;

  if (g_str_equal (path, "/away"))
    {
      soup_server_message_set_redirect (message, 302, "http://127.0.0.1/a.jpg");
      return;
    }

  g_assert_cmpint (wa_message_get_state (*shown), ==, WA_STATE_QUEUED);
  g_assert_null (soup_message_headers_get_one (soup_server_message_get_request_headers (message), "X-API-Key"));
  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, "image/jpeg", SOUP_MEMORY_STATIC, "\xff\xd8\xff\xe0", 4);
}

static SoupServer *
serve_file (SessionFixture  *fixture,
            WaMessage      **shown,
            char           **link)
{
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "net", "data", "loopback.pem", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GTlsCertificate) certificate = g_tls_certificate_new_from_file (file, &error);
  g_autoptr(GTlsDatabase) trust = g_tls_file_database_new (file, &error);
  SoupServer *server = soup_server_new ("tls-certificate", certificate, NULL);
  g_autoptr(GObject) http = NULL;
  GSList *uris;

  soup_server_add_handler (server, NULL, file_cb, shown, NULL);
  soup_server_listen_local (server, 0, SOUP_SERVER_LISTEN_HTTPS | SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  g_object_get (wa_account_get_client (fixture->account), "http", &http, NULL);
  g_object_set (http, "tls-database", trust, NULL);
  uris = soup_server_get_uris (server);
  *link = g_strdup_printf ("https://127.0.0.1:%d/a.jpg", g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  return server;
}

G_GNUC_UNUSED static void
test_link (SessionFixture *fixture,
           gconstpointer   data)
{
  g_autofree char *link = NULL;
  WaMessage *shown = NULL;
  g_autoptr(SoupServer) server = serve_file (fixture, &shown, &link);
  g_autoptr(WaContact) contact = NULL;
  g_autoptr(WaOutgoing) outgoing = NULL;
  g_autoptr(WaMessage) away = NULL;
  g_autofree char *elsewhere = NULL;

  session_sync (fixture->account);
  contact = any_contact (fixture);
  outgoing = session_new_text (wa_contact_get_number (contact), "");
  wa_outgoing_set_kind (outgoing, WA_MESSAGE_IMAGE);
  wa_outgoing_set_link (outgoing, link);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(WaMessage) message = NULL;

      wa_sandbox_clear_requests (fixture->sandbox);
      message = post (fixture, outgoing);
      shown = message;
      assert_sent (message);
      /* What the server wants is remembered. */
      g_assert_cmpuint (count_requests (fixture, "messages/media"), ==, i == 0 ? 2 : 1);
    }

  /* Whoever runs that server must not learn what is on this computer. */
  elsewhere = g_uri_resolve_relative (link, "/away", G_URI_FLAGS_NONE, NULL);
  wa_outgoing_set_link (outgoing, elsewhere);
  away = post (fixture, outgoing);
  settle (away);
  g_assert_cmpint (wa_message_get_state (away), ==, WA_STATE_FAILED);
  g_assert_nonnull (strstr (wa_message_get_error_text (away), "leads on"));
  g_assert_cmpuint (wa_sandbox_count_messages (fixture->sandbox, wa_contact_get_number (contact)), ==, 2);
}

/* What is only wanted first is no reason to refuse a message; what the system can't say is. */
static void
test_check (SessionFixture *fixture,
            gconstpointer   data)
{
  g_autoptr(WaOutgoing) outgoing = new_picture ("919876543210");
  g_autoptr(GError) error = NULL;

  wa_sandbox_clear_requests (fixture->sandbox);
  g_assert_true (wa_account_check_outgoing (fixture->account, outgoing, &error));
  g_assert_no_error (error);

  wa_outgoing_set_kind (outgoing, WA_MESSAGE_STICKER);
  g_assert_false (wa_account_check_outgoing (fixture->account, outgoing, &error));
  g_assert_error (error, WA_ERROR, WA_ERROR_UNSUPPORTED);
  g_assert_cmpuint (count_requests (fixture, ""), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  SESSION_TEST_OF ("/wants/check", "wabotick", test_check);
  SESSION_TEST_OF ("/wants/upload", "wabotick", test_upload);
  SESSION_TEST_OF ("/wants/upload-interrupted", "wabotick", test_upload_interrupted);
  SESSION_TEST_OF ("/wants/upload-lost", "wabotick", test_upload_lost);
  SESSION_TEST_OF ("/wants/template", "wabotick", test_template);
  SESSION_TEST_OF ("/wants/template-refused", "wabotick", test_template_refused);
  SESSION_TEST_OF ("/wants/number", "whatomate", test_number);
  SESSION_TEST_OF ("/wants/reading", "whatomate", test_reading);
  SESSION_TEST_OF ("/wants/no-creation", "whatomate-g1", test_no_creation);
  /* With threads that came before a TLS connection, GCC 12's leak sanitizer crashes at the end. */
#ifndef __SANITIZE_ADDRESS__
  SESSION_TEST_OF ("/wants/link", "whatomate", test_link);
#endif

  return g_test_run ();
}
