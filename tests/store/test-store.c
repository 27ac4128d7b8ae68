/* test-store.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "store-fixture.h"
#include "store/wa-sql.h"
#include "store/wa-store-schema.h"

static guint
file_mode (const char *path)
{
  GStatBuf buffer;

  g_assert_cmpint (g_stat (path, &buffer), ==, 0);

  return (guint) buffer.st_mode & 0777;
}

static void
test_permissions (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);

  g_assert_cmphex (file_mode (folder), ==, 0700);
  g_assert_cmphex (file_mode (fixture->path), ==, 0600);
  save_contact (fixture->store, make_contact ("r", "1", "One"));
  g_assert_cmphex (file_mode (log), ==, 0600);

  /* Closing leaves one file. */
  close_store (fixture);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
}

static void
make_file (Fixture    *fixture,
           const char *content,
           gssize      length)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (fixture->path, content, length, NULL));
}

static void
assert_not_opened (Fixture    *fixture,
                   const char *pattern)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (open_store (fixture->store, &error));
  g_assert_error (error, WA_ERROR, WA_ERROR_STORE);
  g_test_message ("%s", error->message);
  g_assert_true (g_pattern_match_simple (pattern, error->message));
}

static void
test_not_a_database (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  make_file (fixture, "This is a text, and it is longer than the head of a database, "
             "so that it can't be taken for an empty one. Really, it is not.", -1);
  assert_not_opened (fixture, "*damaged*");

  /* Once the file is mended, the same store opens. */
  g_assert_cmpint (g_remove (fixture->path), ==, 0);
  g_assert_true (open_store (fixture->store, &error));
  g_assert_no_error (error);
}

static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *content = NULL;
  gsize length;

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);

      save_contact (fixture->store, make_contact (NULL, number, "Somebody"));
    }
  close_store (fixture);

  g_assert_true (g_file_get_contents (fixture->path, &content, &length, NULL));
  memset (content + 4096, 0xa5, length - 4096);
  make_file (fixture, content, (gssize) length);
  fixture->store = wa_store_new (fixture->path);
  assert_not_opened (fixture, "*damaged*");
}

/* What stands in a row may be anything; what can't be read is left out, and nothing is said aloud. */
static void
test_damaged_rows (Fixture       *fixture,
                   gconstpointer  data)
{
  const char *script =
    "UPDATE contacts SET extra = '{[', attributes = '[1, {\"name\": \"a\"}, {\"x\": 1}', opt_in = 'abc',"
    " created = 'yesterday', updated = 9223372036854775807, last_active = -9223372036854775807, unread = 1.5,"
    " name = CAST (x'ff41' AS TEXT), email = x'00ff00', lists = x'1f1f', number = 49151;"
    "INSERT INTO messages (key, kind, state, outgoing, extra)"
    " VALUES ('k', 'nonsense', 'nowhere', '7', '{\"text\":[]}');";
  g_autoptr(WaSql) other = NULL;
  g_autoptr(WaRowList) list = NULL;
  g_autoptr(WaContact) contact = NULL;
  g_autoptr(WaMessage) message = NULL;

  save_contact (fixture->store, make_contact ("r", "1", "One"));
  other = wa_sql_open (fixture->path, TRUE, NULL);
  g_assert_true (wa_sql_execute (other, script, NULL));
  g_clear_pointer (&other, wa_sql_close);

  reopen_store (fixture);
  list = query_contacts (fixture->store, NULL);
  contact = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_cmpstr (wa_contact_get_remote_id (contact), ==, "r");
  g_assert_cmpstr (wa_contact_get_name (contact), ==, "\xef\xbf\xbd" "A");
  g_assert_false (wa_contact_get_opt_in (contact));
  g_assert_null (wa_contact_get_created (contact));
  message = g_list_model_get_item (G_LIST_MODEL (wa_store_get_records (fixture->store, WA_TYPE_MESSAGE)), 0);
  g_assert_cmpint (wa_message_get_state (message), ==, WA_STATE_NONE);

  /* It can be written over. */
  save_contact (fixture->store, make_contact ("r", "1", "One"));
  g_assert_cmpstr (wa_contact_get_name (contact), ==, "One");
}

static void
test_newer (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(WaSql) sql = NULL;

  make_file (fixture, "", 0);
  sql = wa_sql_open (fixture->path, TRUE, NULL);
  g_assert_true (wa_sql_execute (sql, "PRAGMA user_version = 1000", NULL));
  assert_not_opened (fixture, "*newer version*");
}

static void
test_no_folder (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "file", "one.db", NULL);
  g_autofree char *file = g_build_filename (fixture->folder, "file", NULL);

  g_assert_true (g_file_set_contents (file, "", 0, NULL));
  g_clear_object (&fixture->store);
  fixture->store = wa_store_new (path);
  assert_not_opened (fixture, "*can't be written*");
  g_remove (file);
}

static void
test_full (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(WaSql) sql = NULL;
  g_autoptr(GError) error = NULL;
  gint64 size = 100000;

  make_file (fixture, "", 0);
  sql = wa_sql_open (fixture->path, TRUE, NULL);
  g_assert_true (wa_sql_execute (sql, "PRAGMA max_page_count = 10; CREATE TABLE t (x)", NULL));
  g_assert_false (wa_sql_run (sql, &error, "INSERT INTO t VALUES (zeroblob (?))", "i", size));
  g_assert_error (error, WA_ERROR, WA_ERROR_STORE);
  g_assert_nonnull (strstr (error->message, "disk is full"));
}

static void
test_locked (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(WaSql) other = wa_sql_open (fixture->path, TRUE, NULL);
  g_autoptr(GPtrArray) contacts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (wa_sql_execute (other, "BEGIN IMMEDIATE", NULL));
  g_ptr_array_add (contacts, make_contact ("r", "1", "One"));
  wa_store_save_contacts_async (fixture->store, contacts, 0, NULL, NULL, result_cb, &result);
  g_assert_null (wa_store_save_contacts_finish (fixture->store, await (&result), &error));
  g_assert_error (error, WA_ERROR, WA_ERROR_STORE);
  g_assert_nonnull (strstr (error->message, "Another program"));

  g_assert_true (wa_sql_execute (other, "ROLLBACK", NULL));
  g_assert_cmpint (save_contact (fixture->store, make_contact ("r", "1", "One")), >, 0);
}

/* A file as version 1 wrote it. */
static void
test_version_1 (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *script_path = g_test_build_filename (G_TEST_DIST, "store", "version-1.sql", NULL);
  g_autofree char *script = NULL;
  g_autoptr(WaSql) sql = NULL;
  g_autoptr(WaRowList) list = NULL;
  g_autoptr(WaContact) contact = NULL;
  g_autoptr(WaMessage) message = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_get_contents (script_path, &script, NULL, &error));
  make_file (fixture, "", 0);
  sql = wa_sql_open (fixture->path, TRUE, &error);
  g_assert_true (wa_sql_execute (sql, script, &error));
  g_assert_no_error (error);
  g_clear_pointer (&sql, wa_sql_close);

  g_assert_true (open_store (fixture->store, &error));
  g_assert_no_error (error);
  list = query_contacts (fixture->store, NULL);
  assert_names (list, "Zoë,Ömer");
  contact = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_assert_cmpstr (wa_contact_get_gender (contact), ==, "male");
  g_assert_cmpstr (wa_contact_get_tags (contact)[1], ==, "new");
  assert_names (wa_store_get_records (fixture->store, WA_TYPE_TAG), "hot,new");
  assert_names (wa_store_get_records (fixture->store, WA_TYPE_TEMPLATE), "greeting");
  message = g_list_model_get_item (G_LIST_MODEL (wa_store_get_records (fixture->store, WA_TYPE_MESSAGE)), 0);
  g_assert_cmpint (wa_message_get_state (message), ==, WA_STATE_SENDING);
  g_assert_cmpstr (wa_outgoing_get_text (wa_message_get_outgoing (message)), ==, "Hello");
  g_clear_object (&contact);
}

/* A step that fails leaves the version before it, whole. */
static void
test_migrations (Fixture       *fixture,
                 gconstpointer  data)
{
  const char *good[] = { "CREATE TABLE a (x); INSERT INTO a VALUES (7)", "ALTER TABLE a ADD COLUMN y" };
  const char *bad[] = { good[0], good[1], "CREATE TABLE b (x); INSERT INTO nowhere VALUES (1)" };
  g_autoptr(WaSql) sql = NULL;
  g_autoptr(GError) error = NULL;
  gint64 value = -1;

  make_file (fixture, "", 0);
  sql = wa_sql_open (fixture->path, TRUE, NULL);
  g_assert_true (wa_store_schema_run (sql, good, 1, NULL));
  g_assert_true (wa_store_schema_run (sql, good, 2, NULL));
  g_assert_true (wa_store_schema_run (sql, good, 2, NULL));
  g_assert_true (wa_sql_get_integer (sql, NULL, &value, "SELECT x FROM a WHERE y IS NULL", ""));
  g_assert_cmpint (value, ==, 7);

  g_assert_false (wa_store_schema_run (sql, bad, 3, &error));
  g_assert_error (error, WA_ERROR, WA_ERROR_STORE);
  g_assert_true (wa_sql_get_integer (sql, NULL, &value, "PRAGMA user_version", ""));
  g_assert_cmpint (value, ==, 2);
  g_assert_true (wa_sql_get_integer (sql, NULL, &value,
                                     "SELECT count(*) FROM sqlite_master WHERE name = 'b'", ""));
  g_assert_cmpint (value, ==, 0);

  g_clear_error (&error);
  g_assert_false (wa_store_schema_run (sql, good, 1, &error));
  g_assert_error (error, WA_ERROR, WA_ERROR_STORE);
}

static void
save_text (WaStore    *store,
           const char *area,
           const char *key,
           const char *text)
{
  g_autoptr(GAsyncResult) result = NULL;

  wa_store_save_text_async (store, area, key, text, NULL, result_cb, &result);
  g_assert_true (wa_store_save_text_finish (store, await (&result), NULL));
}

static void
assert_text (WaStore    *store,
             const char *area,
             const char *key,
             const char *expected)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *text = NULL;

  wa_store_load_text_async (store, area, key, NULL, result_cb, &result);
  text = wa_store_load_text_finish (store, await (&result), NULL);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_texts (Fixture       *fixture,
            gconstpointer  data)
{
  assert_text (fixture->store, WA_STORE_DRAFTS, "k", "");
  save_text (fixture->store, WA_STORE_DRAFTS, "k", "{\"text\":\"'\"}");
  save_text (fixture->store, WA_STORE_CURSORS, "k", "page 7");
  save_text (fixture->store, WA_STORE_CURSORS, "k", "page 8");
  reopen_store (fixture);
  assert_text (fixture->store, WA_STORE_DRAFTS, "k", "{\"text\":\"'\"}");
  assert_text (fixture->store, WA_STORE_CURSORS, "k", "page 8");
  save_text (fixture->store, WA_STORE_DRAFTS, "k", NULL);
  assert_text (fixture->store, WA_STORE_DRAFTS, "k", "");
}

/* What is issued later is done later, and sees what was issued before. */
static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  GAsyncResult *results[100] = { NULL };
  g_autoptr(GAsyncResult) loaded = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);

      wa_store_save_text_async (fixture->store, WA_STORE_DRAFTS, "k", number, NULL, result_cb, &results[i]);
    }
  wa_store_load_text_async (fixture->store, WA_STORE_DRAFTS, "k", NULL, result_cb, &loaded);
  text = wa_store_load_text_finish (fixture->store, await (&loaded), NULL);
  g_assert_cmpstr (text, ==, "99");

  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_assert_nonnull (results[i]);
      g_assert_true (wa_store_save_text_finish (fixture->store, results[i], NULL));
      g_object_unref (results[i]);
    }
}

static void
assert_fails_closed (WaStore *store)
{
  g_autoptr(GAsyncResult) write = NULL;
  g_autoptr(GAsyncResult) read = NULL;
  g_autoptr(GError) write_error = NULL;
  g_autoptr(GError) read_error = NULL;

  wa_store_save_text_async (store, WA_STORE_DRAFTS, "k", "x", NULL, result_cb, &write);
  wa_store_query_contacts_async (store, NULL, NULL, result_cb, &read);
  g_assert_null (write);
  g_assert_false (wa_store_save_text_finish (store, await (&write), &write_error));
  g_assert_error (write_error, WA_ERROR, WA_ERROR_STORE);
  g_assert_null (wa_store_query_contacts_finish (store, await (&read), &read_error));
  g_assert_error (read_error, WA_ERROR, WA_ERROR_STORE);
}

static void
test_closed (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  wa_store_close (fixture->store);
  assert_fails_closed (fixture->store);
  g_assert_true (open_store (fixture->store, &error));
  g_assert_no_error (error);
  save_contact (fixture->store, make_contact ("r", "1", "One"));
  wa_store_close (fixture->store);
  assert_fails_closed (fixture->store);
  wa_store_close (fixture->store);
}

static void
test_closing_while_opening (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  wa_store_open_async (fixture->store, NULL, result_cb, &result);
  wa_store_close (fixture->store);
  g_assert_false (wa_store_open_finish (fixture->store, await (&result), &error));
  g_assert_error (error, WA_ERROR, WA_ERROR_STORE);
}

/* Writes that were issued are done, searches are given up, and all are answered. */
static void
test_closing_with_jobs (Fixture       *fixture,
                        gconstpointer  data)
{
  GAsyncResult *writes[20] = { NULL };
  GAsyncResult *reads[20] = { NULL };
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (writes); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);

      wa_store_save_text_async (fixture->store, WA_STORE_DRAFTS, "k", number, NULL, result_cb, &writes[i]);
      wa_store_query_contacts_async (fixture->store, NULL, NULL, result_cb, &reads[i]);
    }
  wa_store_close (fixture->store);

  for (guint i = 0; i < G_N_ELEMENTS (writes); i++)
    {
      g_autoptr(WaRowList) list = NULL;
      g_autoptr(GError) read_error = NULL;

      g_assert_true (wa_store_save_text_finish (fixture->store, await (&writes[i]), NULL));
      list = wa_store_query_contacts_finish (fixture->store, await (&reads[i]), &read_error);
      if (list == NULL)
        g_assert_error (read_error, WA_ERROR, WA_ERROR_STORE);
      g_object_unref (writes[i]);
      g_object_unref (reads[i]);
    }

  g_assert_true (open_store (fixture->store, &error));
  assert_text (fixture->store, WA_STORE_DRAFTS, "k", "19");
}

/* Nobody waits for the answers, and the caller drops what it has while the threads work. */
static void
test_dropping (Fixture       *fixture,
               gconstpointer  data)
{
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr(GPtrArray) contacts = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr(WaContactFilter) filter = wa_contact_filter_new ();

      g_ptr_array_add (contacts, make_contact (NULL, "1", "One"));
      wa_contact_filter_set_search (filter, "one");
      wa_store_save_contacts_async (fixture->store, contacts, 0, NULL, NULL, NULL, NULL);
      wa_store_query_contacts_async (fixture->store, filter, NULL, NULL, NULL);
      wa_store_find_recipients_async (fixture->store, "one", 3, NULL, NULL, NULL);
      if (i % 4 == 0)
        g_main_context_iteration (NULL, FALSE);
    }

  /* The threads still hold the store; closing ends that, and the last answer goes home. */
  wa_store_close (fixture->store);
  g_object_add_weak_pointer (G_OBJECT (fixture->store), (gpointer *) &fixture->store);
  g_object_unref (fixture->store);
  while (fixture->store != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) write = NULL;
  g_autoptr(GAsyncResult) read = NULL;
  g_autoptr(GError) write_error = NULL;
  g_autoptr(GError) read_error = NULL;

  g_cancellable_cancel (cancellable);
  wa_store_save_text_async (fixture->store, WA_STORE_DRAFTS, "k", "x", cancellable, result_cb, &write);
  wa_store_query_contacts_async (fixture->store, NULL, cancellable, result_cb, &read);
  g_assert_false (wa_store_save_text_finish (fixture->store, await (&write), &write_error));
  g_assert_error (write_error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (wa_store_query_contacts_finish (fixture->store, await (&read), &read_error));
  g_assert_error (read_error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_text (fixture->store, WA_STORE_DRAFTS, "k", "");
}

/* Cancelled at any moment, a write is done and says so, or is not and says so. */
static void
test_cancelled_during (Fixture       *fixture,
                       gconstpointer  data)
{
  for (guint i = 0; i < 30; i++)
    {
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();
      g_autoptr(GPtrArray) contacts = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(GArray) ids = NULL;
      g_autoptr(WaRowList) before = query_contacts (fixture->store, NULL);
      g_autoptr(WaRowList) after = NULL;
      g_autoptr(GError) error = NULL;
      guint expected = g_list_model_get_n_items (G_LIST_MODEL (before));

      for (guint j = 0; j < 50; j++)
        g_ptr_array_add (contacts, make_contact (NULL, NULL, "Somebody"));
      wa_store_save_contacts_async (fixture->store, contacts, 0, NULL, cancellable, result_cb, &result);
      g_usleep (i * 100);
      g_cancellable_cancel (cancellable);
      ids = wa_store_save_contacts_finish (fixture->store, await (&result), &error);
      if (ids == NULL)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      else
        expected += 50;

      after = query_contacts (fixture->store, NULL);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (after)), ==, expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/store/permissions", set_up, test_permissions);
  ADD ("/store/not-a-database", set_up_folder, test_not_a_database);
  ADD ("/store/damaged", set_up, test_damaged);
  ADD ("/store/damaged-rows", set_up, test_damaged_rows);
  ADD ("/store/newer", set_up_folder, test_newer);
  ADD ("/store/no-folder", set_up_folder, test_no_folder);
  ADD ("/store/full", set_up_folder, test_full);
  ADD ("/store/locked", set_up, test_locked);
  ADD ("/store/version-1", set_up_folder, test_version_1);
  ADD ("/store/migrations", set_up_folder, test_migrations);
  ADD ("/store/texts", set_up, test_texts);
  ADD ("/store/order", set_up, test_order);
  ADD ("/store/closed", set_up, test_closed);
  ADD ("/store/closing-while-opening", set_up_folder, test_closing_while_opening);
  ADD ("/store/closing-with-jobs", set_up, test_closing_with_jobs);
  ADD ("/store/dropping", set_up, test_dropping);
  ADD ("/store/cancelled", set_up, test_cancelled);
  ADD ("/store/cancelled-during", set_up, test_cancelled_during);

  return g_test_run ();
}
