/* wa-row-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/wa-row-list-private.h"

/* Enough for what is on the screen, the way back, and another view of the same list. */
#define MAX_PAGES 8

/* Telling a view of a change costs it about as much as showing a screenful anew. */
#define MAX_RUNS 64

typedef struct
{
  guint      number;
  guint64    used;
  GPtrArray *items;  /* (owned) (nullable) */
} Page;

struct _WaRowList
{
  GObject parent_instance;

  WaRowCache *cache;
  gboolean    kept;     /* kept complete by the store */
  GArray     *ids;      /* (element-type gint64) */
  Page        pages[MAX_PAGES];
  guint64     clock;
  guint       page_loads;
  GHashTable *awaiting; /* (element-type gint64) (nullable): what went while the query ran */
  gboolean    stale;
};

enum
{
  PROP_0,
  PROP_STALE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WaRowList, wa_row_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static Page *
find_page (WaRowList *self,
           guint      number)
{
  Page *oldest = &self->pages[0];

  for (guint i = 0; i < MAX_PAGES; i++)
    {
      Page *page = &self->pages[i];

      if (page->items != NULL && page->number == number)
        return page;
      if (page->items == NULL || (oldest->items != NULL && page->used < oldest->used))
        oldest = page;
    }

  g_clear_pointer (&oldest->items, g_ptr_array_unref);
  oldest->number = number;

  return oldest;
}

static GPtrArray *
ensure_page (WaRowList *self,
             guint      number)
{
  Page *page = find_page (self, number);

  page->used = ++self->clock;
  if (page->items == NULL)
    {
      guint first = number * WA_ROW_LIST_PAGE;

      page->items = wa_row_cache_load (self->cache, &g_array_index (self->ids, gint64, first),
                                       MIN (WA_ROW_LIST_PAGE, self->ids->len - first));
      self->page_loads++;
    }

  return page->items;
}

/* Pages from @position on are no longer what they were.  Who shows one of their objects holds it, so it is
   found again. */
static void
drop_pages (WaRowList *self,
            guint      position)
{
  for (guint i = 0; i < MAX_PAGES; i++)
    if (self->pages[i].items != NULL && self->pages[i].number >= position / WA_ROW_LIST_PAGE)
      g_clear_pointer (&self->pages[i].items, g_ptr_array_unref);
}

static void
splice (WaRowList    *self,
        guint         position,
        guint         removed,
        const gint64 *ids,
        guint         added)
{
  if (removed == 0 && added == 0)
    return;

  drop_pages (self, position);
  if (removed > 0)
    g_array_remove_range (self->ids, position, removed);
  if (added > 0)
    g_array_insert_vals (self->ids, position, ids, added);

  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

/* Clearing and filling is what a view takes a hundred times as lightly as one change from all to all. */
static void
refill (WaRowList    *self,
        const GArray *ids)
{
  splice (self, 0, self->ids->len, NULL, 0);
  splice (self, 0, 0, (const gint64 *) (gpointer) ids->data, ids->len);
}

static gint64
id_at (const GArray *ids,
       guint         position)
{
  return g_array_index (ids, gint64, position);
}

static gboolean
is_gone (WaRowList  *self,
         guint       position,
         GHashTable *gone)
{
  return g_hash_table_contains (gone, &g_array_index (self->ids, gint64, position));
}

static guint
count_gone_runs (WaRowList  *self,
                 GHashTable *gone)
{
  guint runs = 0;
  gboolean before = FALSE;

  for (guint i = 0; i < self->ids->len; i++)
    {
      gboolean now = is_gone (self, i, gone);

      runs += now && !before;
      before = now;
    }

  return runs;
}

static void
remove_runs (WaRowList  *self,
             GHashTable *gone)
{
  guint end = self->ids->len;

  while (end > 0)
    {
      guint start = end;

      while (start > 0 && is_gone (self, start - 1, gone))
        start--;
      splice (self, start, end - start, NULL, 0);
      end = start > 0 ? start - 1 : 0;
    }
}

static GArray *
dup_without (const GArray *ids,
             GHashTable   *gone)
{
  GArray *left = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < ids->len; i++)
    if (!g_hash_table_contains (gone, &g_array_index (ids, gint64, i)))
      g_array_append_vals (left, &g_array_index (ids, gint64, i), 1);

  return left;
}

static void
add_to_set (gpointer key,
            gpointer value,
            gpointer set)
{
  g_hash_table_add (set, g_memdup2 (key, sizeof (gint64)));
}

/**
 * wa_row_list_remove:
 * @gone: (element-type gint64): rows that are no more
 */
void
wa_row_list_remove (WaRowList  *self,
                    GHashTable *gone)
{
  guint runs;

  if (self->awaiting != NULL)
    {
      g_hash_table_foreach (gone, add_to_set, self->awaiting);
      return;
    }

  runs = count_gone_runs (self, gone);
  if (runs > MAX_RUNS)
    {
      g_autoptr(GArray) left = dup_without (self->ids, gone);

      refill (self, left);
    }
  else if (runs > 0)
    {
      remove_runs (self, gone);
    }
}

static GHashTable *
set_of (const GArray *ids)
{
  GHashTable *set = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (set, &g_array_index (ids, gint64, i));

  return set;
}

static void
remove_absent (WaRowList    *self,
               const GArray *ids)
{
  g_autoptr(GHashTable) present = set_of (ids);
  g_autoptr(GArray) old = g_array_copy (self->ids);
  g_autoptr(GHashTable) gone = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < old->len; i++)
    if (!g_hash_table_contains (present, &g_array_index (old, gint64, i)))
      g_hash_table_add (gone, &g_array_index (old, gint64, i));

  wa_row_list_remove (self, gone);
}

/* Returns: in how many runs rows must be inserted to make @ids of the rows there are; 0 where inserting is
   not enough */
static guint
count_new_runs (WaRowList    *self,
                const GArray *ids)
{
  guint old = 0;
  guint runs = 0;
  gboolean before = FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      gboolean now = old == self->ids->len || id_at (ids, i) != id_at (self->ids, old);

      old += !now;
      runs += now && !before;
      before = now;
    }

  return old == self->ids->len ? runs : 0;
}

static void
insert_runs (WaRowList    *self,
             const GArray *ids)
{
  guint i = 0;

  while (i < ids->len)
    {
      guint n = 0;

      while (i + n < ids->len && (i >= self->ids->len || id_at (ids, i + n) != id_at (self->ids, i)))
        n++;
      splice (self, i, 0, &g_array_index (ids, gint64, i), n);
      i += n + 1;
    }
}

static void
replace_middle (WaRowList    *self,
                const GArray *ids)
{
  guint shorter = MIN (ids->len, self->ids->len);
  guint head = 0;
  guint tail = 0;

  while (head < shorter && id_at (ids, head) == id_at (self->ids, head))
    head++;
  while (tail < shorter - head &&
         id_at (ids, ids->len - 1 - tail) == id_at (self->ids, self->ids->len - 1 - tail))
    tail++;

  splice (self, head, self->ids->len - head - tail,
          (const gint64 *) (gpointer) ids->data + head, ids->len - head - tail);
}

/**
 * wa_row_list_set_ids:
 * @ids: (element-type gint64): the rows that are to be shown
 *
 * Goes there by small true changes.
 */
void
wa_row_list_set_ids (WaRowList    *self,
                     const GArray *ids)
{
  guint runs;

  remove_absent (self, ids);
  runs = count_new_runs (self, ids);
  if (runs > MAX_RUNS)
    refill (self, ids);
  else if (runs > 0)
    insert_runs (self, ids);
  else
    replace_middle (self, ids);
}

/**
 * wa_row_list_prepend:
 * @ids: (element-type gint64): new rows, oldest first
 */
void
wa_row_list_prepend (WaRowList    *self,
                     const GArray *ids)
{
  g_autoptr(GArray) newest_first = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = ids->len; i > 0; i--)
    g_array_append_vals (newest_first, &g_array_index (ids, gint64, i - 1), 1);

  splice (self, 0, 0, (const gint64 *) (gpointer) newest_first->data, newest_first->len);
}

/**
 * wa_row_list_await:
 *
 * The list's query begins: what goes from now on is not to be in it, even if the query still finds it.
 */
void
wa_row_list_await (WaRowList *self)
{
  self->awaiting = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/**
 * wa_row_list_fill:
 * @ids: (transfer full) (element-type gint64): what the query found
 */
void
wa_row_list_fill (WaRowList *self,
                  GArray    *ids)
{
  g_autoptr(GHashTable) gone = g_steal_pointer (&self->awaiting);

  g_array_unref (self->ids);
  self->ids = ids;
  if (g_hash_table_size (gone) > 0)
    wa_row_list_remove (self, gone);
}

void
wa_row_list_mark_stale (WaRowList *self)
{
  if (self->stale || self->kept)
    return;

  self->stale = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STALE]);
}

static GType
wa_row_list_get_item_type (GListModel *model)
{
  WaRowList *self = WA_ROW_LIST (model);

  return self->cache != NULL ? wa_row_cache_get_item_type (self->cache) : WA_TYPE_RECORD;
}

static guint
wa_row_list_get_n_items (GListModel *model)
{
  return WA_ROW_LIST (model)->ids->len;
}

static gpointer
wa_row_list_get_item (GListModel *model,
                      guint       position)
{
  WaRowList *self = WA_ROW_LIST (model);
  GPtrArray *items;

  if (position >= self->ids->len)
    return NULL;

  items = ensure_page (self, position / WA_ROW_LIST_PAGE);

  return g_object_ref (g_ptr_array_index (items, position % WA_ROW_LIST_PAGE));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = wa_row_list_get_item_type;
  iface->get_n_items = wa_row_list_get_n_items;
  iface->get_item = wa_row_list_get_item;
}

static void
wa_row_list_dispose (GObject *object)
{
  WaRowList *self = WA_ROW_LIST (object);

  drop_pages (self, 0);
  if (self->cache != NULL)
    wa_row_cache_remove_list (self->cache, object);
  g_clear_object (&self->cache);

  G_OBJECT_CLASS (wa_row_list_parent_class)->dispose (object);
}

static void
wa_row_list_finalize (GObject *object)
{
  WaRowList *self = WA_ROW_LIST (object);

  g_array_unref (self->ids);
  g_clear_pointer (&self->awaiting, g_hash_table_unref);

  G_OBJECT_CLASS (wa_row_list_parent_class)->finalize (object);
}

static void
wa_row_list_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  if (id == PROP_STALE)
    g_value_set_boolean (value, WA_ROW_LIST (object)->stale);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
wa_row_list_class_init (WaRowListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = wa_row_list_dispose;
  object_class->finalize = wa_row_list_finalize;
  object_class->get_property = wa_row_list_get_property;

  properties[PROP_STALE] =
    g_param_spec_boolean ("stale", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
wa_row_list_init (WaRowList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * wa_row_list_new:
 * @kept: the store keeps it complete, so it is never stale
 */
WaRowList *
wa_row_list_new (WaRowCache *cache,
                 gboolean    kept)
{
  WaRowList *self = g_object_new (WA_TYPE_ROW_LIST, NULL);

  self->cache = g_object_ref (cache);
  self->kept = kept;
  wa_row_cache_add_list (cache, G_OBJECT (self));

  return self;
}

gint64
wa_row_list_get_id (WaRowList *self,
                    guint      position)
{
  g_return_val_if_fail (WA_IS_ROW_LIST (self), 0);
  g_return_val_if_fail (position < self->ids->len, 0);

  return id_at (self->ids, position);
}

const gint64 *
wa_row_list_get_ids (WaRowList *self,
                     guint     *n_ids)
{
  g_return_val_if_fail (WA_IS_ROW_LIST (self), NULL);

  *n_ids = self->ids->len;

  return (const gint64 *) (gpointer) self->ids->data;
}

gboolean
wa_row_list_find (WaRowList *self,
                  gint64     id,
                  guint     *position)
{
  g_return_val_if_fail (WA_IS_ROW_LIST (self), FALSE);

  for (guint i = 0; i < self->ids->len; i++)
    if (id_at (self->ids, i) == id)
      {
        *position = i;
        return TRUE;
      }

  return FALSE;
}

gboolean
wa_row_list_is_stale (WaRowList *self)
{
  g_return_val_if_fail (WA_IS_ROW_LIST (self), FALSE);

  return self->stale;
}

guint
wa_row_list_get_page_loads (WaRowList *self)
{
  g_return_val_if_fail (WA_IS_ROW_LIST (self), 0);

  return self->page_loads;
}
