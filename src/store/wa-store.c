/* wa-store.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/wa-store-private.h"

typedef enum
{
  STATE_CLOSED,
  STATE_OPENING,
  STATE_OPEN,
} State;

struct _WaStore
{
  GObject parent_instance;

  char        *path;
  State        state;
  WaStoreLane *writer;               /* (nullable): with it, the threads hold a reference */
  WaStoreLane *reader;               /* (nullable) */
  WaSql       *sql;                  /* (nullable): for pages on the main thread; it only reads */
  WaRowCache  *caches[WA_N_TABLES];
  WaRowList   *records[WA_N_TABLES]; /* (nullable): the lists that are kept complete */
  gint64       generation;
};

enum
{
  CONTACTS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WaStore, wa_store, G_TYPE_OBJECT)

/* What a job changed */

static void
tell_queries (WaStore        *self,
              WaStoreChanges *changes,
              WaTableId       table)
{
  g_autoptr(GPtrArray) lists = wa_row_cache_dup_lists (self->caches[table]);
  gboolean removed = g_hash_table_size (changes->removed[table]) > 0;
  /* Messages are queried by what never changes. */
  gboolean stale = changes->inserted[table]->len > 0 ||
                   (table != WA_TABLE_MESSAGES && changes->updated[table]->len > 0);

  for (guint i = 0; i < lists->len; i++)
    {
      WaRowList *list = g_ptr_array_index (lists, i);

      if (removed && changes->order[table] == NULL)
        wa_row_list_remove (list, changes->removed[table]);
      if (stale)
        wa_row_list_mark_stale (list);
    }
}

static void
tell (GObject        *store,
      WaStoreChanges *changes)
{
  WaStore *self = WA_STORE (store);

  for (guint i = 0; i < WA_N_TABLES; i++)
    {
      wa_row_cache_refresh (self->caches[i], changes->updated[i]);
      if (changes->order[i] != NULL)
        wa_row_list_set_ids (self->records[i], changes->order[i]);
      else if (self->records[i] != NULL)
        wa_row_list_prepend (self->records[i], changes->inserted[i]);
      tell_queries (self, changes, (WaTableId) i);
    }

  if (wa_store_changes_any (changes, WA_TABLE_CONTACTS))
    g_signal_emit (self, signals[CONTACTS_CHANGED], 0);
}

/* Opening */

typedef struct
{
  char           *path;
  WaStoreChanges *content;
  gint64          generation;
  WaSql          *sql;
} OpenData;

static void
open_data_free (gpointer data)
{
  OpenData *open = data;

  g_free (open->path);
  g_clear_pointer (&open->content, wa_store_changes_free);
  g_clear_pointer (&open->sql, wa_sql_close);
  g_free (open);
}

/* Prepared here, the statements cost the main thread nothing but their rows. */
static gboolean
prepare_pages (WaSql   *sql,
               GError **error)
{
  for (guint i = 0; i < WA_N_TABLES; i++)
    if (wa_sql_prepare (sql, wa_table_get ((WaTableId) i)->select, error) == NULL)
      return FALSE;

  return TRUE;
}

static gboolean
run_open (WaSql     *sql,
          gpointer   data,
          GError   **error)
{
  OpenData *open = data;

  open->content = wa_store_changes_new ();
  open->sql = wa_sql_open (open->path, FALSE, error);

  if (open->sql == NULL)
    return FALSE;

  /* The main thread never waits for a lock. */
  sqlite3_busy_timeout (wa_sql_get_handle (open->sql), 0);

  return prepare_pages (open->sql, error) &&
         wa_store_changes_read_orders (open->content, sql, TRUE, error) &&
         wa_sql_get_integer (sql, error, &open->generation, "SELECT max(generation) FROM contacts_seen", "");
}

static void
done_open (GTask    *task,
           gpointer  data)
{
  WaStore *self = g_task_get_source_object (task);
  OpenData *open = data;
  GError *error = NULL;

  if (self->state != STATE_OPENING)
    {
      wa_store_closed (&error);
      g_task_return_error (task, error);
      return;
    }

  self->sql = g_steal_pointer (&open->sql);
  for (guint i = 0; i < WA_N_TABLES; i++)
    wa_row_cache_set_sql (self->caches[i], self->sql);
  self->generation = open->generation;
  self->state = STATE_OPEN;
  tell (G_OBJECT (self), open->content);

  g_task_return_boolean (task, TRUE);
}

static void
start_threads (WaStore *self)
{
  if (self->writer != NULL)
    return;

  self->writer = wa_store_lane_new (self->path, TRUE, tell);
  self->reader = wa_store_lane_new (self->path, FALSE, tell);
  g_object_ref (self);
}

void
wa_store_open_async (WaStore             *self,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  OpenData *open;

  g_return_if_fail (WA_IS_STORE (self));
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));
  g_return_if_fail (self->state != STATE_OPEN);

  open = g_new0 (OpenData, 1);
  open->path = g_strdup (self->path);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_store_open_async);
  g_task_set_task_data (task, open, open_data_free);
  g_task_set_check_cancellable (task, FALSE);

  start_threads (self);
  self->state = STATE_OPENING;
  wa_store_lane_push (self->writer, task, run_open, done_open);
}

gboolean
wa_store_open_finish (WaStore       *self,
                      GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
wa_store_close (WaStore *self)
{
  g_return_if_fail (WA_IS_STORE (self));

  self->state = STATE_CLOSED;
  if (self->writer == NULL)
    return;

  /* The last connection to close writes the log back into the file, so that is the one that may write. */
  g_clear_pointer (&self->reader, wa_store_lane_end);
  for (guint i = 0; i < WA_N_TABLES; i++)
    wa_row_cache_set_sql (self->caches[i], NULL);
  g_clear_pointer (&self->sql, wa_sql_close);
  g_clear_pointer (&self->writer, wa_store_lane_end);

  g_object_unref (self);
}

/* For the other files of the store */

static void
push (WaStore     *self,
      WaStoreLane *lane,
      GTask       *task,
      WaStoreRun   run,
      WaStoreDone  done)
{
  GError *error = NULL;

  if (self->state == STATE_OPEN)
    {
      wa_store_lane_push (lane, task, run, done);
      return;
    }

  wa_store_closed (&error);
  g_task_return_error (task, error);
}

/**
 * wa_store_push_write:
 * @task: its data are plain values, the job's until it is done
 *
 * What is written is written, and says so, whoever cancelled meanwhile.
 */
void
wa_store_push_write (WaStore     *self,
                     GTask       *task,
                     WaStoreRun   run,
                     WaStoreDone  done)
{
  g_task_set_check_cancellable (task, FALSE);
  push (self, self->writer, task, run, done);
}

/**
 * wa_store_push_load:
 *
 * For small jobs that read and must see what was written before.
 */
void
wa_store_push_load (WaStore     *self,
                    GTask       *task,
                    WaStoreRun   run,
                    WaStoreDone  done)
{
  push (self, self->writer, task, run, done);
}

/**
 * wa_store_push_search:
 *
 * For jobs that read and may take long: they don't wait for writes, nor writes for them.
 */
void
wa_store_push_search (WaStore     *self,
                      GTask       *task,
                      WaStoreRun   run,
                      WaStoreDone  done)
{
  push (self, self->reader, task, run, done);
}

WaRowCache *
wa_store_get_cache (WaStore   *self,
                    WaTableId  table)
{
  return self->caches[table];
}

gint64
wa_store_get_generation (WaStore *self)
{
  return self->generation;
}

static void
wa_store_finalize (GObject *object)
{
  WaStore *self = WA_STORE (object);

  for (guint i = 0; i < WA_N_TABLES; i++)
    {
      g_clear_object (&self->records[i]);
      g_clear_object (&self->caches[i]);
    }
  g_free (self->path);

  G_OBJECT_CLASS (wa_store_parent_class)->finalize (object);
}

static void
wa_store_class_init (WaStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wa_store_finalize;

  signals[CONTACTS_CHANGED] =
    g_signal_new ("contacts-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
wa_store_init (WaStore *self)
{
  for (guint i = 0; i < WA_N_TABLES; i++)
    {
      self->caches[i] = wa_row_cache_new (wa_table_get ((WaTableId) i));
      if (i != WA_TABLE_CONTACTS)
        self->records[i] = wa_row_list_new (self->caches[i], TRUE);
    }
}

WaStore *
wa_store_new (const char *path)
{
  WaStore *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (WA_TYPE_STORE, NULL);
  self->path = g_strdup (path);

  return self;
}

const char *
wa_store_get_path (WaStore *self)
{
  g_return_val_if_fail (WA_IS_STORE (self), NULL);

  return self->path;
}

WaRowList *
wa_store_get_records (WaStore *self,
                      GType    type)
{
  const WaTable *table = wa_table_find (type);

  g_return_val_if_fail (WA_IS_STORE (self), NULL);
  g_return_val_if_fail (table != NULL && self->records[table->id] != NULL, NULL);

  return self->records[table->id];
}

gint64
wa_store_begin_contact_sync (WaStore *self)
{
  g_return_val_if_fail (WA_IS_STORE (self), 0);

  return ++self->generation;
}
