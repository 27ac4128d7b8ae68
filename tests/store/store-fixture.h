/* store-fixture.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib/gstdio.h>

#include "core/wa-error.h"
#include "store/wa-store.h"

/* A store in a folder of its own, and calls that wait for their answer. */
typedef struct
{
  char    *folder;
  char    *path;
  WaStore *store;
} Fixture;

G_GNUC_UNUSED static void
result_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  GAsyncResult **place = user_data;

  g_assert_null (*place);
  *place = g_object_ref (result);
}

G_GNUC_UNUSED static GAsyncResult *
await (GAsyncResult **place)
{
  while (*place == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *place;
}

G_GNUC_UNUSED static gboolean
open_store (WaStore  *store,
            GError  **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  wa_store_open_async (store, NULL, result_cb, &result);

  return wa_store_open_finish (store, await (&result), error);
}

G_GNUC_UNUSED static void
set_up_folder (Fixture       *fixture,
               gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("wadesk-store-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->path = g_build_filename (fixture->folder, "accounts", "one.db", NULL);
  fixture->store = wa_store_new (fixture->path);
}

G_GNUC_UNUSED static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  set_up_folder (fixture, data);
  g_assert_true (open_store (fixture->store, &error));
  g_assert_no_error (error);
}

G_GNUC_UNUSED static void
close_store (Fixture *fixture)
{
  wa_store_close (fixture->store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->store);
  fixture->store = NULL;
}

G_GNUC_UNUSED static void
reopen_store (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;

  close_store (fixture);
  fixture->store = wa_store_new (fixture->path);
  g_assert_true (open_store (fixture->store, &error));
  g_assert_no_error (error);
}

G_GNUC_UNUSED static void
remove_file (const char *folder,
             const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_remove (path);
}

G_GNUC_UNUSED static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *accounts = g_build_filename (fixture->folder, "accounts", NULL);

  if (fixture->store != NULL)
    close_store (fixture);

  remove_file (accounts, "one.db");
  remove_file (accounts, "one.db-wal");
  remove_file (accounts, "one.db-shm");
  g_rmdir (accounts);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

#define ADD(path, setup, function) g_test_add (path, Fixture, NULL, setup, function, tear_down)

G_GNUC_UNUSED static WaContact *
make_contact (const char *remote_id,
              const char *number,
              const char *name)
{
  WaContact *contact = wa_contact_new ();

  wa_contact_set_remote_id (contact, remote_id);
  wa_contact_set_number (contact, number);
  wa_contact_set_name (contact, name);

  return contact;
}

G_GNUC_UNUSED static GArray *
save_contacts (WaStore           *store,
               GPtrArray         *contacts,
               gint64             generation,
               const char *const *keep)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GArray *ids;

  wa_store_save_contacts_async (store, contacts, generation, keep, NULL, result_cb, &result);
  ids = wa_store_save_contacts_finish (store, await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, contacts->len);

  return ids;
}

/* Takes the contact. */
G_GNUC_UNUSED static gint64
save_contact (WaStore   *store,
              WaContact *contact)
{
  g_autoptr(GPtrArray) contacts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GArray) ids = NULL;

  g_ptr_array_add (contacts, contact);
  ids = save_contacts (store, contacts, 0, NULL);

  return g_array_index (ids, gint64, 0);
}

G_GNUC_UNUSED static WaRowList *
query_contacts (WaStore         *store,
                WaContactFilter *filter)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  WaRowList *list;

  wa_store_query_contacts_async (store, filter, NULL, result_cb, &result);
  list = wa_store_query_contacts_finish (store, await (&result), &error);
  g_assert_no_error (error);

  return list;
}

G_GNUC_UNUSED static void
delete_contact (WaStore *store,
                gint64   id)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  wa_store_delete_contacts_async (store, &id, 1, NULL, result_cb, &result);
  g_assert_true (wa_store_delete_contacts_finish (store, await (&result), &error));
  g_assert_no_error (error);
}

/* The names in a list, joined by commas. */
G_GNUC_UNUSED static char *
dup_names (GListModel *list)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (list, i);
      g_autofree char *name = NULL;

      g_object_get (item, "name", &name, NULL);
      g_string_append_printf (names, "%s%s", i > 0 ? "," : "", name);
    }

  return g_strdup (names->str);
}

#define assert_names(list, expected) \
  G_STMT_START { \
    g_autofree char *names_ = dup_names (G_LIST_MODEL (list)); \
    g_assert_cmpstr (names_, ==, expected); \
  } G_STMT_END
