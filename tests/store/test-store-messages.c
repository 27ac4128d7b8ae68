/* test-store-messages.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <sqlite3.h>

#include "store-fixture.h"

static WaMessage *
make_message (const char *key,
              const char *recipient)
{
  WaMessage *message = wa_message_new ();
  g_autoptr(WaOutgoing) outgoing = wa_outgoing_new ();

  wa_outgoing_set_kind (outgoing, WA_MESSAGE_TEXT);
  wa_outgoing_set_recipient (outgoing, recipient);
  wa_outgoing_set_text (outgoing, "Hello “you” \\ \"there\"\n%s");
  wa_message_set_key (message, key);
  wa_message_set_recipient (message, recipient);
  wa_message_set_kind (message, WA_MESSAGE_TEXT);
  wa_message_set_state (message, WA_STATE_QUEUED);
  wa_message_set_outgoing (message, outgoing);

  return message;
}

static WaMessage *
add_message (WaStore    *store,
             WaMessage  *message,
             GError    **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  wa_store_add_message_async (store, message, NULL, result_cb, &result);

  return wa_store_add_message_finish (store, await (&result), error);
}

static WaMessage *
add_new (WaStore    *store,
         const char *key,
         const char *recipient)
{
  g_autoptr(WaMessage) message = make_message (key, recipient);
  g_autoptr(GError) error = NULL;
  WaMessage *added = add_message (store, message, &error);

  g_assert_no_error (error);

  return added;
}

static gboolean
move (WaStore         *store,
      const char      *key,
      guint            from,
      WaMessageState   to,
      GError         **error)
{
  const char *properties[] = { "state", NULL };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(WaMessage) values = wa_message_new ();

  wa_message_set_key (values, key);
  wa_message_set_state (values, to);
  wa_store_update_message_async (store, values, properties, from, NULL, result_cb, &result);

  return wa_store_update_message_finish (store, await (&result), error);
}

static WaOutgoing *
load_outgoing (WaStore     *store,
               const char  *key,
               GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  wa_store_load_outgoing_async (store, key, NULL, result_cb, &result);

  return wa_store_load_outgoing_finish (store, await (&result), error);
}

static WaMessage *
find_message (WaStore    *store,
              const char *key,
              const char *remote_id)
{
  g_autoptr(GAsyncResult) result = NULL;

  wa_store_find_message_async (store, key, remote_id, NULL, result_cb, &result);

  return wa_store_find_message_finish (store, await (&result), NULL);
}

static char *
dup_keys (GListModel *list)
{
  g_autoptr(GString) keys = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(WaMessage) message = g_list_model_get_item (list, i);

      g_string_append_printf (keys, "%s%s", i > 0 ? "," : "", wa_message_get_key (message));
    }

  return g_strdup (keys->str);
}

#define assert_keys(list, expected) \
  G_STMT_START { \
    g_autofree char *keys_ = dup_keys (G_LIST_MODEL (list)); \
    g_assert_cmpstr (keys_, ==, expected); \
  } G_STMT_END

static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(WaMessage) message = make_message ("k-1", "49151");
  g_autoptr(WaMessage) added = NULL;
  g_autoptr(WaMessage) stored = NULL;
  g_autoptr(GDateTime) now = g_date_time_new_utc (2026, 1, 2, 3, 4, 5.678);
  g_autoptr(GError) error = NULL;

  wa_message_set_timestamp (message, now);
  wa_message_set_not_before (message, now);
  wa_message_set_error (message, "rejected");
  wa_message_set_error_code (message, 131026);
  wa_message_set_error_text (message, "Not on WhatsApp");
  wa_message_set_attempts (message, 2);
  wa_message_set_caption (message, "In the JSON part");
  added = add_message (fixture->store, message, &error);
  g_assert_no_error (error);
  g_assert_cmpint (wa_message_get_id (added), >, 0);
  wa_message_set_id (message, wa_message_get_id (added));
  g_assert_true (wa_record_equal (WA_RECORD (added), WA_RECORD (message)));

  g_clear_object (&added);
  reopen_store (fixture);
  stored = find_message (fixture->store, "k-1", NULL);
  g_assert_true (wa_record_equal (WA_RECORD (stored), WA_RECORD (message)));

  /* A key stands for one message. */
  g_assert_null (add_message (fixture->store, message, &error));
  g_assert_error (error, WA_ERROR, WA_ERROR_INVALID);
}

/* The message is in the file before the add has finished: another connection sees it. */
static void
test_written_first (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(WaMessage) added = add_new (fixture->store, "k-1", "49151");
  sqlite3 *other = NULL;
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_open_v2 (fixture->path, &other, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (other, "SELECT state FROM messages WHERE key = 'k-1'", -1,
                                       &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 0), ==, "queued");
  sqlite3_finalize (statement);
  sqlite3_close (other);
}

static void
test_compare_and_set (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr(WaMessage) added = add_new (fixture->store, "k-1", "49151");
  g_autoptr(GError) error = NULL;

  g_assert_true (move (fixture->store, "k-1", WA_STATE_BIT (WA_STATE_QUEUED), WA_STATE_SENDING, &error));
  g_assert_no_error (error);
  g_assert_cmpint (wa_message_get_state (added), ==, WA_STATE_SENDING);
  g_assert_cmpstr (wa_message_get_recipient (added), ==, "49151");

  /* The second who wants it does not get it. */
  g_assert_false (move (fixture->store, "k-1", WA_STATE_BIT (WA_STATE_QUEUED), WA_STATE_SENDING, &error));
  g_assert_error (error, WA_ERROR, WA_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpint (wa_message_get_state (added), ==, WA_STATE_SENDING);

  g_assert_true (move (fixture->store, "k-1",
                       WA_STATE_BIT (WA_STATE_SENDING) | WA_STATE_BIT (WA_STATE_UNCERTAIN),
                       WA_STATE_SENT, &error));
  g_assert_false (move (fixture->store, "k-2", ~0u, WA_STATE_SENT, &error));
  g_assert_error (error, WA_ERROR, WA_ERROR_NOT_FOUND);
}

/* Of many who want one message at once, one gets it. */
static void
test_race (Fixture       *fixture,
           gconstpointer  data)
{
  const char *properties[] = { "state", NULL };
  g_autoptr(WaMessage) added = add_new (fixture->store, "k-1", "49151");
  g_autoptr(WaMessage) values = wa_message_new ();
  GAsyncResult *results[10] = { NULL };
  guint taken = 0;

  wa_message_set_key (values, "k-1");
  wa_message_set_state (values, WA_STATE_SENDING);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    wa_store_update_message_async (fixture->store, values, properties, WA_STATE_BIT (WA_STATE_QUEUED), NULL,
                                   result_cb, &results[i]);

  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      gboolean got = wa_store_update_message_finish (fixture->store, await (&results[i]), NULL);

      g_assert_true (i > 0 || got);
      taken += got;
      g_object_unref (results[i]);
    }
  g_assert_cmpuint (taken, ==, 1);
}

static void
test_bytes (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(WaMessage) message = make_message ("k-1", "49151");
  g_autoptr(GBytes) bytes = g_bytes_new ("a\0b\xff", 4);
  g_autoptr(WaMessage) added = NULL;
  g_autoptr(WaOutgoing) before = NULL;
  g_autoptr(WaOutgoing) failed = NULL;
  g_autoptr(WaOutgoing) after = NULL;
  g_autoptr(GError) error = NULL;

  wa_outgoing_set_bytes (wa_message_get_outgoing (message), bytes);
  added = add_message (fixture->store, message, &error);
  g_assert_no_error (error);
  g_assert_null (wa_outgoing_get_bytes (wa_message_get_outgoing (added)));
  g_clear_object (&added);

  reopen_store (fixture);
  before = load_outgoing (fixture->store, "k-1", &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (wa_outgoing_get_bytes (before), bytes));
  g_assert_cmpstr (wa_outgoing_get_text (before), ==,
                   wa_outgoing_get_text (wa_message_get_outgoing (message)));

  /* A failed message may be sent again, a sent one not. */
  g_assert_true (move (fixture->store, "k-1", WA_STATE_BIT (WA_STATE_QUEUED), WA_STATE_FAILED, &error));
  failed = load_outgoing (fixture->store, "k-1", &error);
  g_assert_nonnull (wa_outgoing_get_bytes (failed));
  g_assert_true (move (fixture->store, "k-1", WA_STATE_BIT (WA_STATE_FAILED), WA_STATE_SENT, &error));
  after = load_outgoing (fixture->store, "k-1", &error);
  g_assert_null (wa_outgoing_get_bytes (after));

  g_assert_null (load_outgoing (fixture->store, "k-2", &error));
  g_assert_error (error, WA_ERROR, WA_ERROR_NOT_FOUND);
}

static char *
dup_outbox (WaStore *store,
            guint    states)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) messages = NULL;
  g_autoptr(GListStore) list = g_list_store_new (WA_TYPE_MESSAGE);
  g_autoptr(GError) error = NULL;

  wa_store_load_outbox_async (store, states, NULL, result_cb, &result);
  messages = wa_store_load_outbox_finish (store, await (&result), &error);
  g_assert_no_error (error);
  g_list_store_splice (list, 0, 0, messages->pdata, messages->len);

  return dup_keys (G_LIST_MODEL (list));
}

/* Opening changes nothing: who was being sent is found so. */
static void
test_outbox (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *sending = NULL;
  g_autofree char *both = NULL;
  g_autofree char *none = NULL;

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *key = g_strdup_printf ("k-%u", i);

      g_object_unref (add_new (fixture->store, key, "49151"));
    }
  g_assert_true (move (fixture->store, "k-1", ~0u, WA_STATE_SENDING, NULL));
  g_assert_true (move (fixture->store, "k-2", ~0u, WA_STATE_SENT, NULL));

  reopen_store (fixture);
  sending = dup_outbox (fixture->store, WA_STATE_BIT (WA_STATE_SENDING));
  g_assert_cmpstr (sending, ==, "k-1");
  both = dup_outbox (fixture->store, WA_STATE_BIT (WA_STATE_SENDING) | WA_STATE_BIT (WA_STATE_QUEUED));
  g_assert_cmpstr (both, ==, "k-0,k-1,k-3");
  none = dup_outbox (fixture->store, 0);
  g_assert_cmpstr (none, ==, "");
}

static void
test_lists (Fixture       *fixture,
            gconstpointer  data)
{
  WaRowList *all = wa_store_get_records (fixture->store, WA_TYPE_MESSAGE);
  g_autoptr(WaMessage) first = add_new (fixture->store, "k-1", "1");
  g_autoptr(WaMessage) second = add_new (fixture->store, "k-2", "2");
  g_autoptr(WaMessage) shown = g_list_model_get_item (G_LIST_MODEL (all), 0);
  g_autoptr(GAsyncResult) queried = NULL;
  g_autoptr(GAsyncResult) deleted = NULL;
  g_autoptr(WaRowList) conversation = NULL;

  assert_keys (all, "k-2,k-1");
  g_assert_true (shown == second);

  wa_store_query_messages_async (fixture->store, "1", NULL, result_cb, &queried);
  conversation = wa_store_query_messages_finish (fixture->store, await (&queried), NULL);
  assert_keys (conversation, "k-1");
  g_assert_true (move (fixture->store, "k-1", ~0u, WA_STATE_READ, NULL));
  g_assert_false (wa_row_list_is_stale (conversation));
  g_object_unref (add_new (fixture->store, "k-3", "1"));
  g_assert_true (wa_row_list_is_stale (conversation));
  g_assert_false (wa_row_list_is_stale (all));

  wa_store_delete_message_async (fixture->store, "k-1", NULL, result_cb, &deleted);
  g_assert_true (wa_store_delete_message_finish (fixture->store, await (&deleted), NULL));
  assert_keys (all, "k-3,k-2");
  assert_keys (conversation, "");
  g_clear_object (&shown);
  g_clear_object (&second);
  g_clear_object (&conversation);
  g_clear_object (&queried);
  g_clear_object (&deleted);

  reopen_store (fixture);
  assert_keys (wa_store_get_records (fixture->store, WA_TYPE_MESSAGE), "k-3,k-2");
}

static void
test_find (Fixture       *fixture,
           gconstpointer  data)
{
  const char *properties[] = { "state", "remote-id", "attempts", "not-before", NULL };
  g_autoptr(WaMessage) added = add_new (fixture->store, "k-1", "1");
  g_autoptr(WaMessage) values = wa_message_new ();
  g_autoptr(GDateTime) later = g_date_time_new_from_unix_utc (2000000000);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(WaMessage) found = NULL;

  wa_message_set_key (values, "k-1");
  wa_message_set_state (values, WA_STATE_QUEUED);
  wa_message_set_remote_id (values, "wamid.1");
  wa_message_set_attempts (values, 3);
  wa_message_set_not_before (values, later);
  wa_message_set_text (values, "not named, so not written");
  wa_store_update_message_async (fixture->store, values, properties, ~0u, NULL, result_cb, &result);
  g_assert_true (wa_store_update_message_finish (fixture->store, await (&result), NULL));

  found = find_message (fixture->store, NULL, "wamid.1");
  g_assert_true (found == added);
  g_assert_cmpint (wa_message_get_attempts (found), ==, 3);
  g_assert_true (g_date_time_equal (wa_message_get_not_before (found), later));
  g_assert_cmpstr (wa_message_get_text (found), ==, "");
  g_assert_null (find_message (fixture->store, NULL, "wamid.2"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/store-messages/round-trip", set_up, test_round_trip);
  ADD ("/store-messages/written-first", set_up, test_written_first);
  ADD ("/store-messages/compare-and-set", set_up, test_compare_and_set);
  ADD ("/store-messages/race", set_up, test_race);
  ADD ("/store-messages/bytes", set_up, test_bytes);
  ADD ("/store-messages/outbox", set_up, test_outbox);
  ADD ("/store-messages/lists", set_up, test_lists);
  ADD ("/store-messages/find", set_up, test_find);

  return g_test_run ();
}
