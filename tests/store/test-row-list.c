/* test-row-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-fixture.h"

/* Who only hears of changes, and asks for nothing but what is said to be new. */
typedef struct
{
  GListModel *model;
  GArray     *ids;  /* (element-type gint64) */
} Listener;

static char *
dup_name (GListModel *model,
          guint       position)
{
  g_autoptr(GObject) item = g_list_model_get_item (model, position);
  char *name;

  g_assert_nonnull (item);
  g_object_get (item, "name", &name, NULL);

  return name;
}

static gint64
get_id (GListModel *model,
        guint       position)
{
  g_autoptr(GObject) item = g_list_model_get_item (model, position);
  gint64 id;

  g_assert_nonnull (item);
  g_object_get (item, "id", &id, NULL);

  return id;
}

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  gpointer    user_data)
{
  Listener *listener = user_data;

  g_assert_cmpuint (position + removed, <=, listener->ids->len);
  if (removed > 0)
    g_array_remove_range (listener->ids, position, removed);
  for (guint i = position; i < position + added; i++)
    {
      gint64 id = get_id (model, i);

      g_array_insert_val (listener->ids, i, id);
    }
  g_assert_cmpuint (listener->ids->len, ==, g_list_model_get_n_items (model));
}

static void
listen (Listener  *listener,
        WaRowList *list)
{
  listener->model = G_LIST_MODEL (list);
  listener->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  items_changed_cb (listener->model, 0, 0, g_list_model_get_n_items (listener->model), listener);
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), listener);
}

static void
check (Listener *listener)
{
  g_assert_cmpuint (listener->ids->len, ==, g_list_model_get_n_items (listener->model));
  for (guint i = 0; i < listener->ids->len; i++)
    g_assert_cmpint (get_id (listener->model, i), ==, g_array_index (listener->ids, gint64, i));
}

static void
stop (Listener *listener)
{
  g_signal_handlers_disconnect_by_func (listener->model, items_changed_cb, listener);
  g_array_unref (listener->ids);
}

static GArray *
add_many (WaStore *store,
          guint    n)
{
  g_autoptr(GPtrArray) contacts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *number = g_strdup_printf ("49%08u", i);
      g_autofree char *name = g_strdup_printf ("Name %08u", i);

      g_ptr_array_add (contacts, make_contact (number, number, name));
    }

  return save_contacts (store, contacts, 0, NULL);
}

static void
test_pages (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GArray) ids = add_many (fixture->store, 10000);
  g_autoptr(WaRowList) list = query_contacts (fixture->store, NULL);
  GListModel *model = G_LIST_MODEL (list);

  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 10000);
  g_assert_cmpuint (wa_row_list_get_page_loads (list), ==, 0);
  g_assert_true (g_list_model_get_item_type (model) == WA_TYPE_CONTACT);
  g_assert_null (g_list_model_get_item (model, 10000));

  /* Once through is each page once. */
  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *name = dup_name (model, i);
      g_autofree char *expected = g_strdup_printf ("Name %08u", i);

      g_assert_cmpstr (name, ==, expected);
      g_assert_cmpint (wa_row_list_get_id (list, i), ==, g_array_index (ids, gint64, i));
    }
  g_assert_cmpuint (wa_row_list_get_page_loads (list), ==, 40);

  /* What is near stays. */
  for (guint i = 0; i < 1000; i++)
    g_free (dup_name (model, 9999 - i % 300));
  g_assert_cmpuint (wa_row_list_get_page_loads (list), ==, 40);
}

static void
test_random_access (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(GArray) ids = add_many (fixture->store, 10000);
  g_autoptr(WaRowList) list = query_contacts (fixture->store, NULL);
  guint position = 0;

  for (guint i = 0; i < 300; i++)
    {
      guint n = (guint) g_test_rand_int_range (0, 10000);
      g_autofree char *name = dup_name (G_LIST_MODEL (list), n);
      g_autofree char *expected = g_strdup_printf ("Name %08u", n);

      g_assert_cmpstr (name, ==, expected);
    }
  g_assert_cmpuint (wa_row_list_get_page_loads (list), <=, 300);

  g_assert_true (wa_row_list_find (list, g_array_index (ids, gint64, 7777), &position));
  g_assert_cmpuint (position, ==, 7777);
  g_assert_false (wa_row_list_find (list, 123456789, &position));
}

static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GArray) ids = NULL;
  g_autoptr(WaContactFilter) filter = wa_contact_filter_new ();
  g_autoptr(WaRowList) list = NULL;
  g_autoptr(WaRowList) found = NULL;
  g_autofree char *last = NULL;
  g_autofree char *first = NULL;

  if (g_getenv ("WADESK_UNDER_VALGRIND") != NULL)
    {
      g_test_skip ("So many take minutes under Valgrind, and show nothing that fewer don't");
      return;
    }

  ids = add_many (fixture->store, 100000);
  list = query_contacts (fixture->store, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 100000);
  last = dup_name (G_LIST_MODEL (list), 99999);
  g_assert_cmpstr (last, ==, "Name 00099999");
  g_assert_cmpuint (wa_row_list_get_page_loads (list), ==, 1);

  wa_contact_filter_set_search (filter, "9999");
  wa_contact_filter_set_sort (filter, WA_CONTACT_SORT_NUMBER);
  wa_contact_filter_set_descending (filter, TRUE);
  found = query_contacts (fixture->store, filter);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (found)), ==, 19);
  first = dup_name (G_LIST_MODEL (found), 0);
  g_assert_cmpstr (first, ==, "Name 00099999");
}

static void
delete_some (WaStore   *store,
             WaRowList *list,
             guint      n)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint length = g_list_model_get_n_items (G_LIST_MODEL (list));

  for (guint i = 0; i < n; i++)
    {
      gint64 id = wa_row_list_get_id (list, (guint) g_test_rand_int_range (0, (gint32) length));

      g_array_append_val (ids, id);
    }

  wa_store_delete_contacts_async (store, (const gint64 *) (gpointer) ids->data, ids->len, NULL,
                                  result_cb, &result);
  g_assert_true (wa_store_delete_contacts_finish (store, await (&result), NULL));
}

/* After whatever happened, who only heard of the changes has the same content as the list. */
static void
test_deleting (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(GArray) ids = add_many (fixture->store, 3000);
  g_autoptr(WaRowList) list = query_contacts (fixture->store, NULL);
  Listener listener;

  listen (&listener, list);
  for (guint i = 0; i < 20; i++)
    {
      /* From a few holes to so many that the list clears and fills. */
      delete_some (fixture->store, list, i % 5 == 4 ? 300 : i + 1);
      check (&listener);
    }
  stop (&listener);
}

static WaTag *
make_tag (guint number)
{
  g_autofree char *remote_id = g_strdup_printf ("t-%u", number);
  g_autofree char *name = g_strdup_printf ("%c-%u", (char) ('a' + g_test_rand_int_range (0, 26)), number);
  WaTag *tag = wa_tag_new ();

  wa_tag_set_remote_id (tag, remote_id);
  wa_tag_set_name (tag, name);

  return tag;
}

static void
replace_tags (WaStore *store,
              guint    out_of,
              guint    percent)
{
  GListModel *shown = G_LIST_MODEL (wa_store_get_records (store, WA_TYPE_TAG));
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) tags = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GArray) ids = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < out_of; i++)
    if (g_test_rand_int_range (0, 100) < (gint32) percent)
      g_ptr_array_add (tags, make_tag (i));

  wa_store_replace_records_async (store, WA_TYPE_TAG, tags, NULL, NULL, result_cb, &result);
  ids = wa_store_replace_records_finish (store, await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, tags->len);
}

/* Tags come, go and change their names, thus their places. */
static void
test_replacing (Fixture       *fixture,
                gconstpointer  data)
{
  Listener listener;

  listen (&listener, wa_store_get_records (fixture->store, WA_TYPE_TAG));
  for (guint i = 0; i < 30; i++)
    {
      replace_tags (fixture->store, i % 6 == 5 ? 600 : 20, (guint) g_test_rand_int_range (0, 101));
      check (&listener);
    }
  stop (&listener);
}

static void
count_cb (GListModel *model,
          guint       position,
          guint       removed,
          guint       added,
          gpointer    user_data)
{
  guint *moved = user_data;

  *moved += removed + added;
}

/* One more row is told as one more row, wherever it stands. */
static void
test_smallest_change (Fixture       *fixture,
                      gconstpointer  data)
{
  WaRowList *tags = wa_store_get_records (fixture->store, WA_TYPE_TAG);
  g_autoptr(WaContact) contact = make_contact (NULL, "1", "One");
  const char *some[] = { "a", "e", "i", NULL };
  const char *more[] = { "a", "c", "e", "g", "i", NULL };
  guint moved = 0;

  wa_contact_set_tags (contact, some);
  save_contact (fixture->store, g_object_ref (contact));
  g_signal_connect (tags, "items-changed", G_CALLBACK (count_cb), &moved);
  wa_contact_set_tags (contact, more);
  save_contact (fixture->store, g_object_ref (contact));
  assert_names (tags, "a,c,e,g,i");
  g_assert_cmpuint (moved, ==, 2);
  g_signal_handlers_disconnect_by_func (tags, count_cb, &moved);
}

/* A list may outlive its store, and an object its list. */
static void
test_outlive (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GArray) ids = add_many (fixture->store, 600);
  g_autoptr(WaRowList) list = query_contacts (fixture->store, NULL);
  g_autoptr(WaContact) read = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_autoptr(WaContact) unread = NULL;
  g_autofree char *name = NULL;

  close_store (fixture);
  unread = g_list_model_get_item (G_LIST_MODEL (list), 599);
  g_assert_cmpint (wa_contact_get_id (unread), ==, g_array_index (ids, gint64, 599));
  g_assert_cmpstr (wa_contact_get_name (unread), ==, "");
  name = dup_name (G_LIST_MODEL (list), 0);
  g_assert_cmpstr (name, ==, "Name 00000000");

  g_assert_finalize_object (g_steal_pointer (&list));
  g_assert_cmpstr (wa_contact_get_name (read), ==, "Name 00000000");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/row-list/pages", set_up, test_pages);
  ADD ("/row-list/random-access", set_up, test_random_access);
  ADD ("/row-list/many", set_up, test_many);
  ADD ("/row-list/deleting", set_up, test_deleting);
  ADD ("/row-list/replacing", set_up, test_replacing);
  ADD ("/row-list/smallest-change", set_up, test_smallest_change);
  ADD ("/row-list/outlive", set_up, test_outlive);

  return g_test_run ();
}
