/* wa-row-cache.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/wa-row-cache.h"
#include "store/wa-store-row.h"

/**
 * WaRowCache:
 *
 * Reads the rows of one table by their ids, and knows the objects that anyone holds of them, so that a row
 * is one object and a change reaches all who show it.  It keeps none alive.  Main thread only.
 *
 * Lists hold the cache rather than the store, which holds some of the lists.
 */
struct _WaRowCache
{
  GObject parent_instance;

  const WaTable *table;
  WaSql         *sql;      /* (unowned) (nullable): the store's; NULL while it is not open */
  GHashTable    *entries;  /* (element-type gint64 Entry) */
  GPtrArray     *lists;    /* (element-type GObject) (unowned): each leaves before it goes */
};

G_DEFINE_FINAL_TYPE (WaRowCache, wa_row_cache, G_TYPE_OBJECT)

typedef struct
{
  gint64      id;
  GObject    *object;  /* (unowned): gone_cb() runs before it goes */
  WaRowCache *cache;   /* (unowned): takes its entries with it */
} Entry;

static void
gone_cb (gpointer  data,
         GObject  *object)
{
  Entry *entry = data;

  entry->object = NULL;
  g_hash_table_remove (entry->cache->entries, &entry->id);
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  if (entry->object != NULL)
    g_object_weak_unref (entry->object, gone_cb, entry);
  g_free (entry);
}

static void
remember (WaRowCache *self,
          gint64      id,
          GObject    *object)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->id = id;
  entry->object = object;
  entry->cache = self;
  g_object_weak_ref (object, gone_cb, entry);
  g_hash_table_insert (self->entries, &entry->id, entry);
}

/* Returns: (transfer full) (nullable): the row now, or %NULL where it is gone or can't be read */
static gpointer
read_row (WaRowCache *self,
          gint64      id)
{
  g_autoptr(GError) error = NULL;
  sqlite3_stmt *statement;
  gpointer record = NULL;
  gboolean row = FALSE;

  if (self->sql == NULL)
    return NULL;

  statement = wa_sql_query (self->sql, &error, self->table->select, "i", id);
  if (statement != NULL && wa_sql_step (self->sql, statement, &row, &error) && row)
    record = wa_table_read_record (self->table, statement);
  if (statement != NULL)
    sqlite3_reset (statement);
  if (error != NULL)
    g_message ("A row of %s can't be read: %s", self->table->name, error->message);

  return record;
}

/* A row may be deleted while a list still shows it; for that moment it is an empty record. */
static gpointer
make_empty (WaRowCache *self,
            gint64      id)
{
  WaRecord *record = g_object_new (self->table->type (), NULL);

  if (self->table->id_field != NULL)
    wa_record_set_integer (record, self->table->id_field, id);

  return record;
}

/**
 * wa_row_cache_get:
 *
 * Returns: (transfer full): the one object of a row
 */
gpointer
wa_row_cache_get (WaRowCache *self,
                  gint64      id)
{
  Entry *entry = g_hash_table_lookup (self->entries, &id);
  gpointer record;

  if (entry != NULL)
    return g_object_ref (entry->object);

  record = read_row (self, id);
  if (record == NULL)
    record = make_empty (self, id);
  remember (self, id, record);

  return record;
}

/**
 * wa_row_cache_load:
 *
 * Returns: (transfer full): the objects of some rows, in the order of @ids
 */
GPtrArray *
wa_row_cache_load (WaRowCache   *self,
                   const gint64 *ids,
                   guint         n_ids)
{
  GPtrArray *records = g_ptr_array_new_full (n_ids, g_object_unref);
  gboolean together = self->sql != NULL && n_ids > 1 && wa_sql_run (self->sql, NULL, "BEGIN", "");

  for (guint i = 0; i < n_ids; i++)
    g_ptr_array_add (records, wa_row_cache_get (self, ids[i]));

  if (together)
    wa_sql_run (self->sql, NULL, "COMMIT", "");

  return records;
}

/**
 * wa_row_cache_refresh:
 * @ids: (element-type gint64): rows that changed
 *
 * Makes those objects that anyone holds what their rows are now.
 */
void
wa_row_cache_refresh (WaRowCache   *self,
                      const GArray *ids)
{
  for (guint i = 0; i < ids->len; i++)
    {
      Entry *entry = g_hash_table_lookup (self->entries, &g_array_index (ids, gint64, i));
      g_autoptr(WaRecord) held = NULL;
      g_autoptr(WaRecord) now = NULL;

      if (entry == NULL)
        continue;

      held = WA_RECORD (g_object_ref (entry->object));
      now = read_row (self, entry->id);
      if (now != NULL)
        wa_record_assign (held, now);
    }
}

GType
wa_row_cache_get_item_type (WaRowCache *self)
{
  return self->table->type ();
}

void
wa_row_cache_add_list (WaRowCache *self,
                       GObject    *list)
{
  g_ptr_array_add (self->lists, list);
}

void
wa_row_cache_remove_list (WaRowCache *self,
                          GObject    *list)
{
  g_ptr_array_remove (self->lists, list);
}

/**
 * wa_row_cache_dup_lists:
 *
 * Returns: (transfer full): the lists of this table's rows; none of them goes while they are told of changes
 */
GPtrArray *
wa_row_cache_dup_lists (WaRowCache *self)
{
  GPtrArray *lists = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->lists->len; i++)
    g_ptr_array_add (lists, g_object_ref (g_ptr_array_index (self->lists, i)));

  return lists;
}

/**
 * wa_row_cache_set_sql:
 * @sql: (nullable): where to read from now on; %NULL to read no more
 */
void
wa_row_cache_set_sql (WaRowCache *self,
                      WaSql      *sql)
{
  self->sql = sql;
}

static void
wa_row_cache_finalize (GObject *object)
{
  WaRowCache *self = WA_ROW_CACHE (object);

  g_hash_table_unref (self->entries);
  g_ptr_array_unref (self->lists);

  G_OBJECT_CLASS (wa_row_cache_parent_class)->finalize (object);
}

static void
wa_row_cache_class_init (WaRowCacheClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wa_row_cache_finalize;
}

static void
wa_row_cache_init (WaRowCache *self)
{
  self->entries = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, entry_free);
  self->lists = g_ptr_array_new ();
}

WaRowCache *
wa_row_cache_new (const WaTable *table)
{
  WaRowCache *self = g_object_new (WA_TYPE_ROW_CACHE, NULL);

  self->table = table;

  return self;
}
