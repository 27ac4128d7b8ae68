/* wa-store-contacts-save.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "core/wa-util.h"
#include "store/wa-fold.h"
#include "store/wa-store-private.h"

/* Saving contacts: the row, its links to lists and tags, the names that are met, and in which sync run it
   was seen. */

typedef struct
{
  GPtrArray *rows;             /* (element-type WaRow) */
  char     **attribute_names;
  GArray    *keep;             /* (element-type guint): columns */
  gint64     generation;
  GArray    *ids;
} SaveData;

static void
save_data_free (gpointer data)
{
  SaveData *save = data;

  g_ptr_array_unref (save->rows);
  g_strfreev (save->attribute_names);
  g_array_unref (save->keep);
  g_clear_pointer (&save->ids, g_array_unref);
  g_free (save);
}

/* In the writing thread */

/* The two tables of names, and how a contact is linked to them. */
typedef struct
{
  const char *property;
  const char *unlink;
  const char *link;
  const char *find;
  const char *add;
} Labels;

static const Labels labels[] = {
  {
    "lists",
    "DELETE FROM contact_lists WHERE contact_id = ?",
    "INSERT OR IGNORE INTO contact_lists (label_id, contact_id) VALUES (?, ?)",
    "SELECT id FROM lists WHERE name = ? ORDER BY id LIMIT 1",
    "INSERT INTO lists (name, local, key) VALUES (?, 0, ?)",
  },
  {
    "tags",
    "DELETE FROM contact_tags WHERE contact_id = ?",
    "INSERT OR IGNORE INTO contact_tags (label_id, contact_id) VALUES (?, ?)",
    "SELECT id FROM tags WHERE name = ? ORDER BY id LIMIT 1",
    "INSERT INTO tags (name, local, key) VALUES (?, 0, ?)",
  },
};

static gboolean
find_or_add_name (WaSql       *sql,
                  const char  *find,
                  const char  *add,
                  const char  *name,
                  gint64      *id,
                  GError     **error)
{
  g_autofree char *key = wa_fold_text (name);

  *id = 0;
  if (!wa_sql_get_integer (sql, error, id, find, "s", name))
    return FALSE;
  if (*id != 0)
    return TRUE;
  if (!wa_sql_run (sql, error, add, "ss", name, key))
    return FALSE;

  *id = sqlite3_last_insert_rowid (wa_sql_get_handle (sql));

  return TRUE;
}

static gboolean
link_labels (WaSql         *sql,
             const Labels  *kind,
             const WaRow   *row,
             GError       **error)
{
  g_auto(GStrv) names = wa_row_split_texts (wa_row_get_text (row, kind->property));

  if (!wa_sql_run (sql, error, kind->unlink, "i", row->id))
    return FALSE;

  for (gsize i = 0; names[i] != NULL; i++)
    {
      gint64 label;

      if (!find_or_add_name (sql, kind->find, kind->add, names[i], &label, error) ||
          !wa_sql_run (sql, error, kind->link, "ii", label, row->id))
        return FALSE;
    }

  return TRUE;
}

static gboolean
link_changed_labels (WaSql        *sql,
                     const WaRow  *row,
                     const WaRow  *old,
                     GError      **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      const char *before = old != NULL ? wa_row_get_text (old, labels[i].property) : NULL;

      if (g_strcmp0 (before, wa_row_get_text (row, labels[i].property)) != 0 &&
          !link_labels (sql, &labels[i], row, error))
        return FALSE;
    }

  return TRUE;
}

static void
copy_column (WaRow       *row,
             const WaRow *old,
             const char  *property)
{
  wa_row_copy_cell (row, old, (guint) wa_table_find_column (row->table, property));
}

/* Puts into @row what stays as it was. */
static void
merge (const SaveData *save,
       WaRow          *row,
       const WaRow    *old)
{
  for (guint i = 0; i < save->keep->len; i++)
    wa_row_copy_cell (row, old, g_array_index (save->keep, guint, i));

  /* Who does not know that the system keeps the contact does not make it a local one. */
  if (wa_row_get_text (row, "remote-id") == NULL && wa_row_get_text (old, "remote-id") != NULL)
    {
      copy_column (row, old, "remote-id");
      copy_column (row, old, "local");
    }
}

/* A contact that was made here may meanwhile have come from the system as well: it is one. */
static gboolean
remove_twin (WaSql        *sql,
             const WaRow  *row,
             GError      **error)
{
  const char *remote_id = wa_row_get_text (row, "remote-id");

  return remote_id == NULL ||
         wa_sql_run (sql, error, "DELETE FROM contacts WHERE remote_id = ? AND id != ?", "si",
                     remote_id, row->id);
}

static gboolean
update_contact (WaSql           *sql,
                const SaveData  *save,
                WaRow           *row,
                GError         **error)
{
  g_autoptr(WaRow) old = wa_store_read_row (sql, row->table, row->id, error);

  if (old == NULL)
    return FALSE;

  merge (save, row, old);
  if (wa_row_equal (old, row))
    return TRUE;

  return remove_twin (sql, row, error) &&
         wa_store_update_row (sql, row, error) &&
         link_changed_labels (sql, row, old, error);
}

static gboolean
save_contact (WaSql           *sql,
              const SaveData  *save,
              WaRow           *row,
              GError         **error)
{
  gint64 id = wa_store_find_row (sql, row, error);
  gboolean saved;

  if (id < 0)
    return FALSE;

  row->id = id;
  if (id != 0)
    saved = update_contact (sql, save, row, error);
  else
    saved = wa_store_insert_row (sql, row, error) && link_changed_labels (sql, row, NULL, error);

  return saved && wa_sql_run (sql, error,
                              "INSERT INTO contacts_seen (contact_id, generation) VALUES (?, ?)"
                              " ON CONFLICT (contact_id) DO UPDATE"
                              " SET generation = max (generation, excluded.generation)",
                              "ii", row->id, save->generation);
}

static gboolean
save_attribute_name (WaSql       *sql,
                     const char  *name,
                     GError     **error)
{
  gint64 id;

  return find_or_add_name (sql, "SELECT id FROM attributes WHERE name = ? ORDER BY id LIMIT 1",
                           "INSERT INTO attributes (name, key, seen) VALUES (?, ?, 1)", name, &id, error) &&
         wa_sql_run (sql, error, "UPDATE attributes SET seen = 1 WHERE id = ? AND seen = 0", "i", id);
}

static gboolean
run_save (WaSql     *sql,
          gpointer   data,
          GError   **error)
{
  SaveData *save = data;

  for (guint i = 0; i < save->rows->len; i++)
    {
      WaRow *row = g_ptr_array_index (save->rows, i);

      if (!save_contact (sql, save, row, error))
        return FALSE;
      g_array_append_val (save->ids, row->id);
    }

  for (gsize i = 0; save->attribute_names[i] != NULL; i++)
    if (!save_attribute_name (sql, save->attribute_names[i], error))
      return FALSE;

  return TRUE;
}

/* On the main thread */

static void
done_save (GTask    *task,
           gpointer  data)
{
  SaveData *save = data;

  g_task_return_pointer (task, g_steal_pointer (&save->ids), (GDestroyNotify) g_array_unref);
}

static void
add_attribute_names (GHashTable *names,
                     WaContact  *contact)
{
  GListModel *attributes = G_LIST_MODEL (wa_contact_get_attributes (contact));

  for (guint i = 0; i < g_list_model_get_n_items (attributes); i++)
    {
      g_autoptr(WaAttribute) attribute = g_list_model_get_item (attributes, i);
      const char *name = wa_attribute_get_name (attribute);

      if (!wa_is_empty (name))
        g_hash_table_add (names, g_strdup (name));
    }
}

static GArray *
find_columns (const WaTable     *table,
              const char *const *properties)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (guint));

  for (gsize i = 0; properties != NULL && properties[i] != NULL; i++)
    {
      int column = wa_table_find_column (table, properties[i]);
      guint place = (guint) column;

      g_return_val_if_fail (column >= 0, columns);
      g_array_append_val (columns, place);
    }

  return columns;
}

static SaveData *
save_data_new (GPtrArray         *contacts,
               gint64             generation,
               const char *const *keep)
{
  const WaTable *table = wa_table_get (WA_TABLE_CONTACTS);
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char **keys = NULL;
  SaveData *save = g_new0 (SaveData, 1);

  save->rows = g_ptr_array_new_full (contacts->len, (GDestroyNotify) wa_row_free);
  for (guint i = 0; i < contacts->len; i++)
    {
      WaContact *contact = g_ptr_array_index (contacts, i);

      g_ptr_array_add (save->rows, wa_row_new (table, WA_RECORD (contact)));
      add_attribute_names (names, contact);
    }

  keys = (char **) g_hash_table_get_keys_as_array (names, NULL);
  save->attribute_names = g_strdupv (keys);
  save->keep = find_columns (table, keep);
  save->generation = generation;
  save->ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  return save;
}

void
wa_store_save_contacts_async (WaStore             *self,
                              GPtrArray           *contacts,
                              gint64               generation,
                              const char *const   *keep,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (WA_IS_STORE (self));
  g_return_if_fail (contacts != NULL);
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  /* Who is saved while a sync runs is not one whom the sync missed. */
  if (generation == 0)
    generation = wa_store_get_generation (self);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_store_save_contacts_async);
  g_task_set_task_data (task, save_data_new (contacts, generation, keep), save_data_free);
  wa_store_push_write (self, task, run_save, done_save);
}

GArray *
wa_store_save_contacts_finish (WaStore       *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
