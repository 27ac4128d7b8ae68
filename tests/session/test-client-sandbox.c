/* test-client-sandbox.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-contact.h"
#include "model/wa-outgoing.h"
#include "provider/wa-registry.h"
#include "sandbox/wa-sandbox-dialect.h"
#include "sandbox/wa-sandbox.h"
#include "session/wa-pager.h"

/* Every system whose demo server there is, through the real provider and over real HTTP. */

typedef struct
{
  WaSandbox *sandbox;
  WaClient  *client;

  gboolean   done;
  GObject   *result;
  char      *verdict;
  GError    *error;
  char      *number;       /* of somebody whom the system knows */
  char      *contact_id;   /* (nullable): theirs */
  guint      n_contacts;
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
  g_autoptr(WaProvider) provider = wa_registry_new_provider (data, &error);
  g_autoptr(GHashTable) settings = NULL;

  g_assert_no_error (error);
  f->sandbox = wa_sandbox_new (data);
  g_assert_true (wa_sandbox_start (f->sandbox, &error));
  settings = wa_sandbox_dup_settings (f->sandbox);
  g_hash_table_foreach (settings, apply_setting, provider);
  wa_provider_set_setting (provider, "base-url", wa_sandbox_get_base_url (f->sandbox));

  f->client = wa_client_new (provider);
  g_object_set (f->client, "patience", 0.002, NULL);
  wa_client_set_token (f->client, wa_sandbox_get_key (f->sandbox));
  f->number = g_strdup ("919876543210");
}

static void
forget (Fixture *f)
{
  f->done = FALSE;
  g_clear_object (&f->result);
  g_clear_pointer (&f->verdict, g_free);
  g_clear_error (&f->error);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  forget (f);
  g_free (f->number);
  g_free (f->contact_id);
  g_assert_finalize_object (f->client);
  wa_sandbox_stop (f->sandbox);
  g_assert_finalize_object (f->sandbox);
}

static void
settle (Fixture *f)
{
  while (!f->done)
    g_main_context_iteration (NULL, TRUE);
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
test_connection (Fixture       *f,
                 gconstpointer  data)
{
  wa_client_test_async (f->client, NULL, tested_cb, f);
  settle (f);
  g_assert_no_error (f->error);
  g_assert_cmpuint (wa_sandbox_count_messages (f->sandbox, NULL), ==, 0);

  forget (f);
  wa_client_set_token (f->client, "not-the-key-of-this-account");
  wa_client_test_async (f->client, NULL, tested_cb, f);
  settle (f);
  g_assert_error (f->error, WA_ERROR, WA_ERROR_AUTH);
}

static void
page_cb (WaPage   *page,
         GTask    *turn,
         gpointer  user_data)
{
  Fixture *f = user_data;
  GListModel *items = G_LIST_MODEL (wa_page_get_items (page));

  f->n_contacts += g_list_model_get_n_items (items);
  if (g_list_model_get_n_items (items) > 0)
    {
      g_autoptr(WaContact) contact = g_list_model_get_item (items, 0);

      wa_set_str (&f->number, wa_contact_get_number (contact));
      wa_set_str (&f->contact_id, wa_contact_get_remote_id (contact));
    }
  g_task_return_boolean (turn, TRUE);
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Fixture *f = user_data;

  wa_pager_run_finish (WA_CLIENT (object), result, NULL, &f->error);
  f->done = TRUE;
}

static void
list_contacts (Fixture *f)
{
  g_autoptr(WaQuery) query = wa_query_new ();

  forget (f);
  f->n_contacts = 0;
  wa_pager_run_async (f->client, WA_OP_LIST_CONTACTS, query, page_cb, f, NULL, listed_cb, f);
  settle (f);
}

static void
test_contacts (Fixture       *f,
               gconstpointer  data)
{
  guint n_contacts;

  if (!wa_provider_supports (wa_client_get_provider (f->client), WA_OP_LIST_CONTACTS))
    return;

  list_contacts (f);
  g_assert_no_error (f->error);
  g_assert_cmpuint (f->n_contacts, >, 0);
  n_contacts = f->n_contacts;

  /* Trouble on the way changes nothing about what comes. */
  wa_sandbox_inject (f->sandbox, WA_SANDBOX_FAULT_RATE_LIMITED, 1, 1, NULL);
  wa_sandbox_inject (f->sandbox, WA_SANDBOX_FAULT_STATUS, 1, 502, NULL);
  wa_sandbox_inject (f->sandbox, WA_SANDBOX_FAULT_LOST, 1, 0, NULL);
  list_contacts (f);
  g_assert_no_error (f->error);
  g_assert_cmpuint (f->n_contacts, ==, n_contacts);
}

static void
sent_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  Fixture *f = user_data;

  f->result = wa_client_run_finish (WA_CLIENT (object), result, &f->error);
  f->done = TRUE;
}

static void
send_text (Fixture *f)
{
  g_autoptr(WaOutgoing) outgoing = wa_outgoing_new ();

  forget (f);
  wa_outgoing_set_kind (outgoing, WA_MESSAGE_TEXT);
  wa_outgoing_set_recipient (outgoing, f->number);
  wa_outgoing_set_contact_id (outgoing, f->contact_id);
  wa_outgoing_set_text (outgoing, "Hello");
  wa_client_run_async (f->client, WA_OP_SEND, G_OBJECT (outgoing), NULL, sent_cb, f);
  settle (f);
}

/* Servers of this system are known to answer a message that they took with nothing. */
static gboolean
takes_silence_for_yes (const char *id)
{
  return g_str_equal (id, "whatsjet");
}

static void
test_send (Fixture       *f,
           gconstpointer  data)
{
  static const WaSandboxFault faults[] = {
    WA_SANDBOX_FAULT_STATUS, WA_SANDBOX_FAULT_HTML, WA_SANDBOX_FAULT_TRUNCATED,
    WA_SANDBOX_FAULT_EMPTY, WA_SANDBOX_FAULT_DROPPED, WA_SANDBOX_FAULT_LOST,
  };
  WaProvider *provider = wa_client_get_provider (f->client);

  if (wa_provider_supports (provider, WA_OP_LIST_CONTACTS))
    list_contacts (f);

  wa_sandbox_inject (f->sandbox, WA_SANDBOX_FAULT_RATE_LIMITED, 1, 1, NULL);
  send_text (f);
  g_assert_no_error (f->error);
  g_assert_cmpuint (wa_sandbox_count_messages (f->sandbox, NULL), ==, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      guint before = wa_sandbox_count_messages (f->sandbox, NULL);

      wa_sandbox_clear_requests (f->sandbox);
      wa_sandbox_inject (f->sandbox, faults[i], 1, 0, NULL);
      send_text (f);
      if (faults[i] == WA_SANDBOX_FAULT_EMPTY && takes_silence_for_yes (data))
        g_assert_no_error (f->error);
      else
        g_assert_error (f->error, WA_ERROR, WA_ERROR_UNCERTAIN);
      g_assert_cmpuint (wa_sandbox_count_messages (f->sandbox, NULL), <=, before + 1);
      g_assert_cmpuint (wa_sandbox_get_requests (f->sandbox)->len, ==, 1);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < wa_registry_get_n_providers (); i++)
    {
      const char *id = wa_registry_get_info (i)->id;
      g_autofree char *connection = g_strdup_printf ("/client-sandbox/%s/connection", id);
      g_autofree char *contacts = g_strdup_printf ("/client-sandbox/%s/contacts", id);
      g_autofree char *send = g_strdup_printf ("/client-sandbox/%s/send", id);

      if (wa_sandbox_find_dialect (id) == NULL)
        continue;

      g_test_add (connection, Fixture, id, set_up, test_connection, tear_down);
      g_test_add (contacts, Fixture, id, set_up, test_contacts, tear_down);
      g_test_add (send, Fixture, id, set_up, test_send, tear_down);
    }

  return g_test_run ();
}
