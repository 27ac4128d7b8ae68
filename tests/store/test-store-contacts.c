/* test-store-contacts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-fixture.h"

static WaContact *
find_contact (WaStore     *store,
              gint64       id,
              const char  *remote_id,
              const char  *number,
              GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  wa_store_find_contact_async (store, id, remote_id, number, NULL, result_cb, &result);

  return wa_store_find_contact_finish (store, await (&result), error);
}

static void
set_texts (WaContact  *contact,
           const char *lists,
           const char *tags)
{
  g_auto(GStrv) list_names = g_strsplit (lists, ",", -1);
  g_auto(GStrv) tag_names = g_strsplit (tags, ",", -1);

  wa_contact_set_lists (contact, (const char *const *) list_names);
  wa_contact_set_tags (contact, (const char *const *) tag_names);
}

static WaContact *
make_full_contact (void)
{
  WaContact *contact = make_contact ("r-1", "4915112345678", "Zoë \"Z\" 'q' Müller");
  g_autoptr(GDateTime) created = g_date_time_new_utc (2024, 2, 29, 23, 59, 58.25);
  g_autoptr(GDateTime) ancient = g_date_time_new_utc (1931, 1, 2, 3, 4, 5.5);
  g_autoptr(WaAttribute) attribute = wa_attribute_new ();

  set_texts (contact, "VIP,Spring; sale", "a%b,ü");
  wa_contact_set_email (contact, "zoe@example.com");
  wa_contact_set_opt_in (contact, TRUE);
  wa_contact_set_assigned_member (contact, "Somebody");
  wa_contact_set_unread (contact, 7);
  wa_contact_set_created (contact, created);
  wa_contact_set_last_active (contact, ancient);
  wa_attribute_set_name (attribute, "city");
  wa_attribute_set_value (attribute, "Köln\n\"x\"");
  g_list_store_append (wa_contact_get_attributes (contact), attribute);

  return contact;
}

static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(WaContact) contact = make_full_contact ();
  g_autoptr(WaContact) stored = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id = save_contact (fixture->store, g_object_ref (contact));

  reopen_store (fixture);
  stored = find_contact (fixture->store, id, NULL, NULL, &error);
  g_assert_no_error (error);
  wa_contact_set_id (contact, id);
  g_assert_true (wa_record_equal (WA_RECORD (stored), WA_RECORD (contact)));
  assert_names (wa_store_get_records (fixture->store, WA_TYPE_CONTACT_LIST), "Spring; sale,VIP");
  assert_names (wa_store_get_records (fixture->store, WA_TYPE_TAG), "a%b,ü");
  assert_names (wa_store_get_records (fixture->store, WA_TYPE_ATTRIBUTE), "city");
}

static void
test_find (Fixture       *fixture,
           gconstpointer  data)
{
  gint64 id = save_contact (fixture->store, make_contact ("r", "1", "One"));
  g_autoptr(GError) error = NULL;
  g_autoptr(WaContact) by_id = find_contact (fixture->store, id, NULL, NULL, NULL);
  g_autoptr(WaContact) by_remote_id = find_contact (fixture->store, 0, "r", NULL, NULL);
  g_autoptr(WaContact) by_number = find_contact (fixture->store, 0, NULL, "1", NULL);

  /* One row is one object. */
  g_assert_nonnull (by_id);
  g_assert_true (by_id == by_remote_id);
  g_assert_true (by_id == by_number);

  g_assert_null (find_contact (fixture->store, 0, NULL, "2", &error));
  g_assert_error (error, WA_ERROR, WA_ERROR_NOT_FOUND);
}

static void
test_upsert (Fixture       *fixture,
             gconstpointer  data)
{
  gint64 local = save_contact (fixture->store, make_contact (NULL, "100", "Made here"));
  gint64 remote = save_contact (fixture->store, make_contact ("r-1", "200", "From there"));
  WaContact *edited = make_contact (NULL, "101", "Edited here");
  g_autoptr(WaRowList) list = NULL;
  g_autoptr(WaContact) kept = NULL;

  /* By remote id, though the number changed; by number, where nothing else is known. */
  g_assert_cmpint (save_contact (fixture->store, make_contact ("r-1", "201", "Moved")), ==, remote);
  g_assert_cmpint (save_contact (fixture->store, make_contact (NULL, "201", "Imported")), ==, remote);
  kept = find_contact (fixture->store, remote, NULL, NULL, NULL);
  g_assert_cmpstr (wa_contact_get_remote_id (kept), ==, "r-1");
  g_assert_cmpstr (wa_contact_get_name (kept), ==, "Imported");

  /* By id, though nothing else is the same. */
  wa_contact_set_id (edited, local);
  g_assert_cmpint (save_contact (fixture->store, edited), ==, local);

  /* The system now keeps the one that was made here. */
  g_assert_cmpint (save_contact (fixture->store, make_contact ("r-2", "101", "Known now")), ==, local);

  /* Another contact of the system may have the same number. */
  g_assert_cmpint (save_contact (fixture->store, make_contact ("r-3", "101", "Twin")), !=, local);

  list = query_contacts (fixture->store, NULL);
  assert_names (list, "Imported,Known now,Twin");
}

static void
test_twin (Fixture       *fixture,
           gconstpointer  data)
{
  gint64 local = save_contact (fixture->store, make_contact (NULL, "100", "Made here"));
  gint64 synced = save_contact (fixture->store, make_contact ("r-1", "100200", "The same, written anew"));
  WaContact *contact = make_contact ("r-1", "100", "Made here");
  g_autoptr(WaRowList) list = query_contacts (fixture->store, NULL);

  g_assert_cmpint (local, !=, synced);
  assert_names (list, "Made here,The same, written anew");
  wa_contact_set_id (contact, local);
  g_assert_cmpint (save_contact (fixture->store, contact), ==, local);
  assert_names (list, "Made here");
}

static void
test_keep (Fixture       *fixture,
           gconstpointer  data)
{
  const char *keep[] = { "tags", "attributes", NULL };
  g_autoptr(GPtrArray) contacts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GArray) ids = NULL;
  g_autoptr(WaContact) stored = NULL;
  g_autoptr(WaRowList) tagged = NULL;
  g_autoptr(WaContactFilter) filter = wa_contact_filter_new ();

  save_contact (fixture->store, make_full_contact ());
  g_ptr_array_add (contacts, make_contact ("r-1", "4915112345678", "Zoë"));
  ids = save_contacts (fixture->store, contacts, 0, keep);

  stored = find_contact (fixture->store, g_array_index (ids, gint64, 0), NULL, NULL, NULL);
  g_assert_cmpstr (wa_contact_get_name (stored), ==, "Zoë");
  g_assert_cmpstr (wa_contact_get_tags (stored)[0], ==, "a%b");
  g_assert_null (wa_contact_get_lists (stored)[0]);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (wa_contact_get_attributes (stored))), ==, 1);

  wa_contact_filter_set_tag (filter, "ü");
  tagged = query_contacts (fixture->store, filter);
  assert_names (tagged, "Zoë");
}

static gint64
finish_sync (WaStore *store,
             gint64   generation)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 removed;

  wa_store_finish_contact_sync_async (store, generation, NULL, result_cb, &result);
  removed = wa_store_finish_contact_sync_finish (store, await (&result), &error);
  g_assert_no_error (error);

  return removed;
}

static void
test_sync (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GPtrArray) page = g_ptr_array_new_with_free_func (g_object_unref);
  WaContact *local = make_contact (NULL, "1", "Local");
  g_autoptr(GArray) ids = NULL;
  g_autoptr(WaRowList) list = NULL;
  gint64 generation;

  wa_contact_set_local (local, TRUE);
  save_contact (fixture->store, local);
  save_contact (fixture->store, make_contact ("gone", "2", "Gone"));
  save_contact (fixture->store, make_contact ("seen", "3", "Seen"));
  list = query_contacts (fixture->store, NULL);

  /* A run goes on after a restart. */
  generation = wa_store_begin_contact_sync (fixture->store);
  g_ptr_array_add (page, make_contact ("seen", "3", "Seen"));
  ids = save_contacts (fixture->store, page, generation, NULL);
  g_clear_object (&list);
  reopen_store (fixture);
  list = query_contacts (fixture->store, NULL);
  save_contact (fixture->store, make_contact ("new", "4", "Made meanwhile"));

  g_assert_cmpint (finish_sync (fixture->store, generation), ==, 1);
  assert_names (list, "Local,Seen");
  g_assert_cmpint (finish_sync (fixture->store, generation), ==, 0);
  g_assert_cmpint (wa_store_begin_contact_sync (fixture->store), >, generation);
}

static void
add_people (WaStore *store)
{
  const struct
  {
    const char *number, *name, *email, *lists, *tags, *source;
    gboolean    opt_in, blocked;
    gint64      active;
  } people[] = {
    { "4915100000001", "Zoë Müller", "zoe@example.com", "VIP,All", "hot", "import", TRUE, FALSE, 300 },
    { "201000000002", "أحمد مُحَمَّد", "ahmad@example.org", "All", "hot,new", "chat", TRUE, FALSE, 100 },
    { "15550000003", "100% Bob_by", "bob'\"@example.net", "All", "", "", FALSE, TRUE, 0 },
    { "33600000004", "Élodie ÉCOLE", "", "", "new", "chat", FALSE, FALSE, 200 },
    { "919000000005", "", "", "VIP", "", "api", TRUE, TRUE, 50 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    {
      WaContact *contact = make_contact (NULL, people[i].number, people[i].name);
      g_autoptr(GDateTime) active = g_date_time_new_from_unix_utc (people[i].active);

      set_texts (contact, people[i].lists, people[i].tags);
      wa_contact_set_email (contact, people[i].email);
      wa_contact_set_source (contact, people[i].source);
      wa_contact_set_opt_in (contact, people[i].opt_in);
      wa_contact_set_blocked (contact, people[i].blocked);
      wa_contact_set_last_active (contact, people[i].active > 0 ? active : NULL);
      save_contact (store, contact);
    }
}

/* The last digits of the numbers found tell who was found. */
static char *
dup_found (WaStore         *store,
           WaContactFilter *filter)
{
  g_autoptr(WaRowList) list = query_contacts (store, filter);
  g_autoptr(GString) found = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr(WaContact) contact = g_list_model_get_item (G_LIST_MODEL (list), i);
      const char *number = wa_contact_get_number (contact);

      g_string_append_c (found, number[strlen (number) - 1]);
    }

  return g_strdup (found->str);
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  const char *searches[][2] = {
    { "", "53412" },
    { "zoe", "1" },
    { "ZOË", "1" },
    { "mu\xcc\x88ller", "1" },
    { "muller zoe", "1" },
    { "ecole", "4" },
    { "elodie xyz", "" },
    { "محمد", "2" },
    { "احمد", "2" },
    { "مُحَمَّد", "2" },
    { "%", "3" },
    { "0% b", "3" },
    { "b_b", "3" },
    { "_", "3" },
    { "'\"", "3" },
    { "'", "3" },
    { "example", "312" },
    { "EXAMPLE.ORG", "2" },
    { "+49 (151) 0000-0001", "1" },
    { "٢٠١٠٠٠", "2" },
    { "bob +1555", "3" },
    { "'; DROP TABLE contacts; --", "" },
    { "\\", "" },
    { "\n", "53412" },
  };
  g_autoptr(WaContactFilter) filter = wa_contact_filter_new ();
  g_autofree char *many = g_strnfill (100000, 'a');

  add_people (fixture->store);
  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autofree char *found = NULL;

      wa_contact_filter_set_search (filter, searches[i][0]);
      found = dup_found (fixture->store, filter);
      g_test_message ("search “%s”", searches[i][0]);
      g_assert_cmpstr (found, ==, searches[i][1]);
    }

  /* No search is too long, nor has too many words. */
  for (gsize i = 1; i < 100000; i += 2)
    many[i] = ' ';
  wa_contact_filter_set_search (filter, many);
  g_free (dup_found (fixture->store, filter));
}

static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  const char *filters[][3] = {
    { "list", "VIP", "51" },
    { "list", "All", "312" },
    { "list", "vip", "" },
    { "list", "' OR 1=1 --", "" },
    { "tag", "hot", "12" },
    { "tag", "new", "42" },
    { "source", "chat", "42" },
    { "source", "nowhere", "" },
  };

  add_people (fixture->store);
  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autoptr(WaContactFilter) filter = wa_contact_filter_new ();
      g_autofree char *found = NULL;

      g_object_set (filter, filters[i][0], filters[i][1], NULL);
      found = dup_found (fixture->store, filter);
      g_assert_cmpstr (found, ==, filters[i][2]);
    }
}

static void
test_filter_states (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(WaContactFilter) filter = wa_contact_filter_new ();
  g_autofree char *opted_in = NULL;
  g_autofree char *free_to_write = NULL;
  g_autofree char *not_opted_in = NULL;
  g_autofree char *all_together = NULL;

  add_people (fixture->store);
  wa_contact_filter_set_opt_in (filter, WA_YES);
  opted_in = dup_found (fixture->store, filter);
  g_assert_cmpstr (opted_in, ==, "512");
  wa_contact_filter_set_blocked (filter, WA_NO);
  free_to_write = dup_found (fixture->store, filter);
  g_assert_cmpstr (free_to_write, ==, "12");
  wa_contact_filter_set_search (filter, "a");
  wa_contact_filter_set_list (filter, "All");
  wa_contact_filter_set_tag (filter, "new");
  wa_contact_filter_set_source (filter, "chat");
  all_together = dup_found (fixture->store, filter);
  g_assert_cmpstr (all_together, ==, "2");

  g_object_unref (filter);
  filter = wa_contact_filter_new ();
  wa_contact_filter_set_opt_in (filter, WA_NO);
  wa_contact_filter_set_blocked (filter, WA_YES);
  not_opted_in = dup_found (fixture->store, filter);
  g_assert_cmpstr (not_opted_in, ==, "3");
}

static void
test_sort (Fixture       *fixture,
           gconstpointer  data)
{
  const struct
  {
    WaContactSort sort;
    const char   *ascending;
  } sorts[] = {
    { WA_CONTACT_SORT_NAME, "53412" },
    { WA_CONTACT_SORT_NUMBER, "32415" },
    { WA_CONTACT_SORT_OPT_IN, "34512" },
    { WA_CONTACT_SORT_SOURCE, "35421" },
    { WA_CONTACT_SORT_LAST_ACTIVE, "35241" },
    { WA_CONTACT_SORT_LISTS, "43251" },
    { WA_CONTACT_SORT_TAGS, "53124" },
  };

  add_people (fixture->store);
  for (gsize i = 0; i < G_N_ELEMENTS (sorts); i++)
    {
      g_autoptr(WaContactFilter) filter = wa_contact_filter_new ();
      g_autofree char *ascending = NULL;
      g_autofree char *descending = NULL;

      wa_contact_filter_set_sort (filter, sorts[i].sort);
      ascending = dup_found (fixture->store, filter);
      g_test_message ("sort %d", sorts[i].sort);
      g_assert_cmpstr (ascending, ==, sorts[i].ascending);
      wa_contact_filter_set_descending (filter, TRUE);
      descending = g_strreverse (dup_found (fixture->store, filter));
      g_assert_cmpstr (descending, ==, sorts[i].ascending);
    }
}

static void
test_recipients (Fixture       *fixture,
                 gconstpointer  data)
{
  const char *searches[][2] = {
    { "", "Zoë Müller,Élodie ÉCOLE" },
    { "4", "Zoë Müller,Élodie ÉCOLE" },
    { "0", "100% Bob_by,Élodie ÉCOLE" },
    { "bob", "100% Bob_by" },
  };

  add_people (fixture->store);
  delete_contact (fixture->store, 5);
  save_contact (fixture->store, make_contact ("nobody", NULL, "Bob without a number"));
  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(GPtrArray) found = NULL;
      g_autoptr(GListStore) store = g_list_store_new (WA_TYPE_CONTACT);
      g_autoptr(GError) error = NULL;

      wa_store_find_recipients_async (fixture->store, searches[i][0], 2, NULL, result_cb, &result);
      found = wa_store_find_recipients_finish (fixture->store, await (&result), &error);
      g_assert_no_error (error);
      g_list_store_splice (store, 0, 0, found->pdata, found->len);
      assert_names (store, searches[i][1]);
    }
}

static void
test_sources_and_count (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GAsyncResult) count = NULL;
  g_auto(GStrv) sources = NULL;
  g_autofree char *joined = NULL;

  add_people (fixture->store);
  wa_store_load_sources_async (fixture->store, NULL, result_cb, &result);
  sources = wa_store_load_sources_finish (fixture->store, await (&result), NULL);
  joined = g_strjoinv (",", sources);
  g_assert_cmpstr (joined, ==, "api,chat,import");

  wa_store_count_contacts_async (fixture->store, NULL, result_cb, &count);
  g_assert_cmpint (wa_store_count_contacts_finish (fixture->store, await (&count), NULL), ==, 5);
}

static void
count_cb (GObject  *object,
          gpointer  user_data)
{
  ++*(guint *) user_data;
}

static void
test_live (Fixture       *fixture,
           gconstpointer  data)
{
  gint64 id = save_contact (fixture->store, make_contact ("r-1", "1", "Anna"));
  g_autoptr(WaRowList) list = query_contacts (fixture->store, NULL);
  g_autoptr(WaRowList) other = query_contacts (fixture->store, NULL);
  g_autoptr(WaContact) held = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_autoptr(WaContact) same = g_list_model_get_item (G_LIST_MODEL (other), 0);
  guint changes = 0;

  g_assert_true (held == same);
  g_signal_connect (fixture->store, "contacts-changed", G_CALLBACK (count_cb), &changes);

  /* What is saved as it was changes nothing. */
  save_contact (fixture->store, make_contact ("r-1", "1", "Anna"));
  g_assert_cmpuint (changes, ==, 0);
  g_assert_false (wa_row_list_is_stale (list));

  save_contact (fixture->store, make_contact ("r-1", "1", "Berta"));
  g_assert_cmpuint (changes, ==, 1);
  g_assert_cmpstr (wa_contact_get_name (held), ==, "Berta");
  g_assert_true (wa_row_list_is_stale (list));
  assert_names (list, "Berta");

  delete_contact (fixture->store, id);
  g_assert_cmpuint (changes, ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  g_assert_cmpstr (wa_contact_get_name (held), ==, "Berta");
}

/* A row that goes while its query is on the way is not in the list. */
static void
test_delete_during_query (Fixture       *fixture,
                          gconstpointer  data)
{
  gint64 id = save_contact (fixture->store, make_contact ("r-1", "1", "Anna"));
  g_autoptr(GAsyncResult) queried = NULL;
  g_autoptr(GAsyncResult) deleted = NULL;
  g_autoptr(WaRowList) list = NULL;

  wa_store_query_contacts_async (fixture->store, NULL, NULL, result_cb, &queried);
  wa_store_delete_contacts_async (fixture->store, &id, 1, NULL, result_cb, &deleted);
  await (&deleted);
  list = wa_store_query_contacts_finish (fixture->store, await (&queried), NULL);
  g_assert_true (wa_store_delete_contacts_finish (fixture->store, deleted, NULL));
  assert_names (list, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/store-contacts/round-trip", set_up, test_round_trip);
  ADD ("/store-contacts/find", set_up, test_find);
  ADD ("/store-contacts/upsert", set_up, test_upsert);
  ADD ("/store-contacts/twin", set_up, test_twin);
  ADD ("/store-contacts/keep", set_up, test_keep);
  ADD ("/store-contacts/sync", set_up, test_sync);
  ADD ("/store-contacts/search", set_up, test_search);
  ADD ("/store-contacts/filter", set_up, test_filter);
  ADD ("/store-contacts/filter-states", set_up, test_filter_states);
  ADD ("/store-contacts/sort", set_up, test_sort);
  ADD ("/store-contacts/recipients", set_up, test_recipients);
  ADD ("/store-contacts/sources-and-count", set_up, test_sources_and_count);
  ADD ("/store-contacts/live", set_up, test_live);
  ADD ("/store-contacts/delete-during-query", set_up, test_delete_during_query);

  return g_test_run ();
}
