/* wa-store-changes.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/wa-store-changes.h"

WaStoreChanges *
wa_store_changes_new (void)
{
  WaStoreChanges *self = g_new0 (WaStoreChanges, 1);

  for (guint i = 0; i < WA_N_TABLES; i++)
    {
      self->inserted[i] = g_array_new (FALSE, FALSE, sizeof (gint64));
      self->updated[i] = g_array_new (FALSE, FALSE, sizeof (gint64));
      self->removed[i] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
    }

  return self;
}

void
wa_store_changes_free (WaStoreChanges *self)
{
  for (guint i = 0; i < WA_N_TABLES; i++)
    {
      g_array_unref (self->inserted[i]);
      g_array_unref (self->updated[i]);
      g_hash_table_unref (self->removed[i]);
      g_clear_pointer (&self->order[i], g_array_unref);
    }
  g_free (self);
}

/**
 * wa_store_changes_add:
 * @operation: of SQLite's update hook
 */
void
wa_store_changes_add (WaStoreChanges *self,
                      int             operation,
                      const char     *table,
                      gint64          id)
{
  const WaTable *found = wa_table_find_name (table);

  if (found == NULL)
    return;

  if (operation == SQLITE_INSERT)
    g_array_append_val (self->inserted[found->id], id);
  else if (operation == SQLITE_UPDATE)
    g_array_append_val (self->updated[found->id], id);
  else
    g_hash_table_add (self->removed[found->id], g_memdup2 (&id, sizeof id));
}

gboolean
wa_store_changes_any (WaStoreChanges *self,
                      WaTableId       table)
{
  return self->inserted[table]->len > 0 || self->updated[table]->len > 0 ||
         g_hash_table_size (self->removed[table]) > 0;
}

static const char *
order_query (WaTableId table)
{
  switch (table)
    {
    case WA_TABLE_LISTS:
      return "SELECT id FROM lists ORDER BY key, id";
    case WA_TABLE_TAGS:
      return "SELECT id FROM tags ORDER BY key, id";
    case WA_TABLE_ATTRIBUTES:
      return "SELECT id FROM attributes ORDER BY key, id";
    case WA_TABLE_TEMPLATES:
      return "SELECT id FROM templates ORDER BY key, language, id";
    case WA_TABLE_CATALOGS:
      return "SELECT id FROM catalogs ORDER BY key, id";
    case WA_TABLE_PRODUCTS:
      return "SELECT id FROM products ORDER BY key, id";
    case WA_TABLE_MESSAGES:
      return "SELECT id FROM messages ORDER BY id DESC";
    case WA_TABLE_CONTACTS:
    case WA_N_TABLES:
    default:
      return NULL;
    }
}

/**
 * wa_store_changes_read_orders:
 * @all: %TRUE for the first time; else only of tables that changed
 *
 * Reads all rows' order of the tables that are always shown.  Messages only join at the head, so that
 * theirs is read once: a long outbox shall not be read again for each that is added.
 */
gboolean
wa_store_changes_read_orders (WaStoreChanges  *self,
                              WaSql           *sql,
                              gboolean         all,
                              GError         **error)
{
  for (guint i = 0; i < WA_N_TABLES; i++)
    {
      const char *query = order_query ((WaTableId) i);

      if (query == NULL || !(all || (i != WA_TABLE_MESSAGES && wa_store_changes_any (self, (WaTableId) i))))
        continue;

      self->order[i] = g_array_new (FALSE, FALSE, sizeof (gint64));
      if (!wa_sql_get_integers (sql, error, self->order[i], query, ""))
        return FALSE;
    }

  return TRUE;
}
