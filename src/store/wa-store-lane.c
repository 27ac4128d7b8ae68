/* wa-store-lane.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <fcntl.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "core/wa-error.h"
#include "store/wa-store-lane.h"
#include "store/wa-store-schema.h"

/* How often a running statement looks whether it is still wanted, in steps of SQLite's machine: every
   millisecond or so. */
#define STEPS_BETWEEN_LOOKS 10000

struct _WaStoreLane
{
  char           *path;
  gboolean        writes;
  WaStoreTell     tell;
  GMainContext   *context;
  GAsyncQueue    *queue;      /* (element-type Job) */
  GThread        *thread;
  gint            giving_up;  /* atomic */

  /* The thread only. */
  WaSql          *sql;        /* (nullable): NULL until the first job needs it */
  GCancellable   *cancellable; /* (unowned) (nullable): of the running job */
  WaStoreChanges *changes;    /* (unowned): of the running job */
};

typedef struct
{
  GTask          *task;     /* (nullable): NULL ends the thread */
  WaStoreRun      run;
  WaStoreDone     done;
  WaStoreTell     tell;
  GError         *error;
  WaStoreChanges *changes;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->task);
  g_clear_error (&job->error);
  g_clear_pointer (&job->changes, wa_store_changes_free);
  g_free (job);
}

/**
 * wa_store_closed:
 *
 * Returns: %FALSE, with the error of a store that is not open
 */
gboolean
wa_store_closed (GError **error)
{
  g_set_error_literal (error, WA_ERROR, WA_ERROR_STORE,
                       _("This account's data is not open. Open the account again."));

  return FALSE;
}

/* What the file is made of is private: it is never there with other permissions, not even for a moment. */
static gboolean
make_file (const char  *path,
           GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    {
      fd = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
      if (fd >= 0 ? g_close (fd, NULL) : errno == EEXIST && g_chmod (path, 0600) == 0)
        return TRUE;
    }

  g_set_error (error, WA_ERROR, WA_ERROR_STORE,
               _("%s can't be written (%s). Check the folder's permissions and the disk, then try again."),
               path, g_strerror (errno));

  return FALSE;
}

static int
is_unwanted (gpointer data)
{
  WaStoreLane *self = data;

  return g_cancellable_is_cancelled (self->cancellable) || g_atomic_int_get (&self->giving_up);
}

static void
changed_cb (gpointer       data,
            int            operation,
            const char    *database,
            const char    *table,
            sqlite3_int64  id)
{
  WaStoreLane *self = data;

  wa_store_changes_add (self->changes, operation, table, id);
}

static gboolean
connect_to_file (WaStoreLane  *self,
                 GError      **error)
{
  g_autoptr(WaSql) sql = NULL;

  if (self->sql != NULL)
    return TRUE;

  if (self->writes && !make_file (self->path, error))
    return FALSE;

  sql = wa_sql_open (self->path, self->writes, error);
  if (sql == NULL || (self->writes && !wa_store_schema_migrate (sql, error)))
    return FALSE;

  sqlite3_progress_handler (wa_sql_get_handle (sql), STEPS_BETWEEN_LOOKS, is_unwanted, self);
  if (self->writes)
    sqlite3_update_hook (wa_sql_get_handle (sql), changed_cb, self);
  self->sql = g_steal_pointer (&sql);

  return TRUE;
}

static void
roll_back (WaStoreLane *self)
{
  /* After some failures SQLite has done so itself. */
  if (!sqlite3_get_autocommit (wa_sql_get_handle (self->sql)))
    wa_sql_run (self->sql, NULL, "ROLLBACK", "");
}

static gboolean
perform_write (WaStoreLane  *self,
               Job          *job,
               GError      **error)
{
  if (!wa_sql_run (self->sql, error, "BEGIN IMMEDIATE", ""))
    return FALSE;

  if (job->run (self->sql, g_task_get_task_data (job->task), error) &&
      wa_store_changes_read_orders (self->changes, self->sql, FALSE, error) &&
      wa_sql_run (self->sql, error, "COMMIT", ""))
    return TRUE;

  roll_back (self);

  return FALSE;
}

static gboolean
perform (WaStoreLane  *self,
         Job          *job,
         GError      **error)
{
  if (g_atomic_int_get (&self->giving_up))
    return wa_store_closed (error);

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error) || !connect_to_file (self, error))
    return FALSE;

  if (self->writes)
    return perform_write (self, job, error);

  return job->run (self->sql, g_task_get_task_data (job->task), error);
}

/* On the main thread again. */
static gboolean
finish_job (gpointer data)
{
  Job *job = data;

  if (job->error != NULL)
    {
      g_task_return_error (job->task, g_steal_pointer (&job->error));
      return G_SOURCE_REMOVE;
    }

  job->tell (g_task_get_source_object (job->task), job->changes);
  if (job->done != NULL)
    job->done (job->task, g_task_get_task_data (job->task));
  else
    g_task_return_boolean (job->task, TRUE);

  return G_SOURCE_REMOVE;
}

/* The job goes home with its task, so that no object of the main thread is ever dropped here. */
static void
send_home (WaStoreLane *self,
           Job         *job)
{
  g_autoptr(GSource) source = g_idle_source_new ();

  g_source_set_priority (source, g_task_get_priority (job->task));
  g_source_set_callback (source, finish_job, job, job_free);
  g_source_attach (source, self->context);
}

static gpointer
work (gpointer data)
{
  WaStoreLane *self = data;

  while (TRUE)
    {
      Job *job = g_async_queue_pop (self->queue);

      if (job->task == NULL)
        {
          job_free (job);
          g_clear_pointer (&self->sql, wa_sql_close);
          return NULL;
        }

      job->changes = wa_store_changes_new ();
      self->changes = job->changes;
      self->cancellable = g_task_get_cancellable (job->task);
      if (!perform (self, job, &job->error) && g_atomic_int_get (&self->giving_up))
        {
          g_clear_error (&job->error);
          wa_store_closed (&job->error);
        }
      self->changes = NULL;
      self->cancellable = NULL;
      send_home (self, job);
    }
}

/**
 * wa_store_lane_new:
 * @tell: told what each job changed
 *
 * Returns: a lane whose thread runs; jobs come home to the caller's main context
 */
WaStoreLane *
wa_store_lane_new (const char  *path,
                   gboolean     writes,
                   WaStoreTell  tell)
{
  WaStoreLane *self = g_new0 (WaStoreLane, 1);

  self->path = g_strdup (path);
  self->writes = writes;
  self->tell = tell;
  self->context = g_main_context_ref_thread_default ();
  self->queue = g_async_queue_new_full (job_free);
  self->thread = g_thread_new (writes ? "wa-store-write" : "wa-store-read", work, self);

  return self;
}

/**
 * wa_store_lane_push:
 * @task: its data are the job's; its source object is the store
 * @done: (nullable): %NULL returns %TRUE
 */
void
wa_store_lane_push (WaStoreLane *self,
                    GTask       *task,
                    WaStoreRun   run,
                    WaStoreDone  done)
{
  Job *job = g_new0 (Job, 1);

  job->task = g_object_ref (task);
  job->run = run;
  job->done = done;
  job->tell = self->tell;
  g_async_queue_push (self->queue, job);
}

/**
 * wa_store_lane_end:
 *
 * Waits until what was pushed is written, or, in the lane that reads, given up; then closes the connection
 * and frees the lane.
 */
void
wa_store_lane_end (WaStoreLane *self)
{
  if (!self->writes)
    g_atomic_int_set (&self->giving_up, TRUE);

  g_async_queue_push (self->queue, g_new0 (Job, 1));
  g_thread_join (self->thread);

  g_async_queue_unref (self->queue);
  g_main_context_unref (self->context);
  g_free (self->path);
  g_free (self);
}
