/* wa-accounts-file.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "session/wa-accounts-file.h"

/* A group is an account: `system`, `title`, and a line for each setting. */
#define SETTING_PREFIX "setting-"

struct _WaAccountsFile
{
  GObject parent_instance;

  char     *path;
  GKeyFile *keys;         /* main thread only */
  gboolean  loaded;
  guint     n_saves;

  GMutex    write_mutex;
  guint     last_written; /* under write_mutex */
};

G_DEFINE_FINAL_TYPE (WaAccountsFile, wa_accounts_file, G_TYPE_OBJECT)

typedef struct
{
  char *text;
  guint number;
} SaveData;

static void
save_data_free (SaveData *data)
{
  g_free (data->text);
  g_free (data);
}

static void
wa_accounts_file_finalize (GObject *object)
{
  WaAccountsFile *self = WA_ACCOUNTS_FILE (object);

  g_free (self->path);
  g_key_file_unref (self->keys);
  g_mutex_clear (&self->write_mutex);

  G_OBJECT_CLASS (wa_accounts_file_parent_class)->finalize (object);
}

static void
wa_accounts_file_class_init (WaAccountsFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wa_accounts_file_finalize;
}

static void
wa_accounts_file_init (WaAccountsFile *self)
{
  self->keys = g_key_file_new ();
  g_mutex_init (&self->write_mutex);
}

WaAccountsFile *
wa_accounts_file_new (const char *path)
{
  WaAccountsFile *self = g_object_new (WA_TYPE_ACCOUNTS_FILE, NULL);

  self->path = g_strdup (path);

  return self;
}

/* Puts a file that makes no sense out of the way, under a name that is free. */
static char *
set_aside (const char  *path,
           GError     **error)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%d-%H%M%S");
  g_autofree char *aside = g_strdup_printf ("%s.damaged-%s", path, stamp);

  for (guint n = 2; g_file_test (aside, G_FILE_TEST_EXISTS); n++)
    {
      g_free (aside);
      aside = g_strdup_printf ("%s.damaged-%s-%u", path, stamp, n);
    }

  if (g_rename (path, aside) != 0)
    {
      g_set_error (error, WA_ERROR, WA_ERROR_STORE,
                   _("The list of accounts, %s, is damaged and can’t be moved aside: %s. Move it away by "
                     "hand, then start WaDesk again."), path, g_strerror (errno));
      return NULL;
    }

  return g_steal_pointer (&aside);
}

/* What was written here is never empty, so an empty file is a damaged one. */
static gboolean
parse (GKeyFile   *keys,
       const char *text,
       gsize       length)
{
  return length > 0 && g_utf8_validate (text, (gssize) length, NULL) &&
         g_key_file_load_from_data (keys, text, length, G_KEY_FILE_KEEP_COMMENTS, NULL);
}

static void
load_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  WaAccountsFile *self = source_object;
  g_autoptr(GKeyFile) keys = g_key_file_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *aside = NULL;
  gsize length;

  if (g_file_get_contents (self->path, &text, &length, &error))
    {
      if (parse (keys, text, length))
        g_task_return_pointer (task, g_steal_pointer (&keys), (GDestroyNotify) g_key_file_unref);
      else if (!(aside = set_aside (self->path, &error)))
        g_task_return_error (task, g_steal_pointer (&error));
      else
        g_task_return_new_error (task, WA_ERROR, WA_ERROR_INVALID,
                                 _("The list of accounts was damaged. It is kept as %s; add your accounts "
                                   "again, or put a good copy in its place."), aside);
    }
  else if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    g_task_return_pointer (task, g_steal_pointer (&keys), (GDestroyNotify) g_key_file_unref);
  else
    g_task_return_new_error (task, WA_ERROR, WA_ERROR_STORE,
                             _("The list of accounts can’t be read: %s. Check the disk and the file’s "
                               "permissions, then start WaDesk again."), error->message);
}

void
wa_accounts_file_load_async (WaAccountsFile      *self,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (WA_IS_ACCOUNTS_FILE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_accounts_file_load_async);
  g_task_run_in_thread (task, load_thread);
}

/**
 * wa_accounts_file_load_finish:
 *
 * A file that is not there is an empty one.
 *
 * Returns: whether it could be read; else %WA_ERROR_INVALID where it was damaged and is kept under
 *   another name, so that a new one can be written, or %WA_ERROR_STORE where it can't be read and
 *   nothing will be written
 */
gboolean
wa_accounts_file_load_finish (WaAccountsFile  *self,
                              GAsyncResult    *result,
                              GError         **error)
{
  g_autoptr(GKeyFile) keys = NULL;
  g_autoptr(GError) local_error = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  keys = g_task_propagate_pointer (G_TASK (result), &local_error);
  self->loaded = keys != NULL || g_error_matches (local_error, WA_ERROR, WA_ERROR_INVALID);
  if (keys != NULL)
    {
      g_key_file_unref (self->keys);
      self->keys = g_steal_pointer (&keys);
      return TRUE;
    }

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
write_file (const char  *path,
            const char  *text,
            GError     **error)
{
  g_autofree char *dir = g_path_get_dirname (path);
  g_autoptr(GError) local_error = NULL;

  if (g_mkdir_with_parents (dir, 0700) == 0 && g_chmod (dir, 0700) == 0)
    {
      if (g_file_set_contents_full (path, text, (gssize) strlen (text),
                                    G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                    &local_error))
        return TRUE;
    }
  else
    local_error = g_error_new_literal (G_FILE_ERROR, (int) g_file_error_from_errno (errno),
                                       g_strerror (errno));

  g_set_error (error, WA_ERROR, WA_ERROR_STORE,
               _("The list of accounts can’t be written: %s. Make room on the disk or check its "
                 "permissions, then try again."),
               local_error->message);

  return FALSE;
}

/* Saves run in any order; one that comes late has nothing to add to the newer text that is there already. */
static void
save_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  WaAccountsFile *self = source_object;
  SaveData *data = task_data;
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->write_mutex);
  g_autoptr(GError) error = NULL;

  if (data->number > self->last_written)
    {
      if (!write_file (self->path, data->text, &error))
        {
          g_task_return_error (task, g_steal_pointer (&error));
          return;
        }
      self->last_written = data->number;
    }

  g_task_return_boolean (task, TRUE);
}

/**
 * wa_accounts_file_save_async:
 *
 * Writes what the object holds now.
 */
void
wa_accounts_file_save_async (WaAccountsFile      *self,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  SaveData *data;

  g_return_if_fail (WA_IS_ACCOUNTS_FILE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_accounts_file_save_async);

  if (!self->loaded)
    {
      g_task_return_new_error (task, WA_ERROR, WA_ERROR_STORE,
                               _("The list of accounts could not be read, so it is not overwritten. Start "
                                 "WaDesk again."));
      return;
    }

  g_key_file_set_comment (self->keys, NULL, NULL, " The accounts of WaDesk. Their keys are in the keyring.",
                          NULL);
  data = g_new0 (SaveData, 1);
  data->text = g_key_file_to_data (self->keys, NULL, NULL);
  data->number = ++self->n_saves;
  g_task_set_task_data (task, data, (GDestroyNotify) save_data_free);
  g_task_run_in_thread (task, save_thread);
}

gboolean
wa_accounts_file_save_finish (WaAccountsFile  *self,
                              GAsyncResult    *result,
                              GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * wa_accounts_file_dup_ids:
 *
 * Returns: (transfer full): the accounts' ids, in the order in which they were added
 */
char **
wa_accounts_file_dup_ids (WaAccountsFile *self)
{
  g_return_val_if_fail (WA_IS_ACCOUNTS_FILE (self), NULL);

  return g_key_file_get_groups (self->keys, NULL);
}

static char *
dup_value (WaAccountsFile *self,
           const char     *id,
           const char     *key)
{
  char *value = g_key_file_get_string (self->keys, id, key, NULL);

  return value != NULL ? value : g_strdup ("");
}

char *
wa_accounts_file_dup_system (WaAccountsFile *self,
                             const char     *id)
{
  return dup_value (self, id, "system");
}

char *
wa_accounts_file_dup_title (WaAccountsFile *self,
                            const char     *id)
{
  return dup_value (self, id, "title");
}

/**
 * wa_accounts_file_dup_settings:
 *
 * Returns: (transfer full) (element-type utf8 utf8): the account's settings, those that its provider
 *   learned among them
 */
GHashTable *
wa_accounts_file_dup_settings (WaAccountsFile *self,
                               const char     *id)
{
  GHashTable *settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto(GStrv) names = g_key_file_get_keys (self->keys, id, NULL, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (g_str_has_prefix (names[i], SETTING_PREFIX))
      g_hash_table_insert (settings, g_strdup (names[i] + strlen (SETTING_PREFIX)),
                           dup_value (self, id, names[i]));

  return settings;
}

void
wa_accounts_file_add (WaAccountsFile *self,
                      const char     *id,
                      const char     *system_id)
{
  g_key_file_set_string (self->keys, id, "system", system_id);
}

void
wa_accounts_file_set_title (WaAccountsFile *self,
                            const char     *id,
                            const char     *title)
{
  g_key_file_set_string (self->keys, id, "title", title);
}

/**
 * wa_accounts_file_set_setting:
 * @value: (nullable): %NULL or "" removes it
 */
void
wa_accounts_file_set_setting (WaAccountsFile *self,
                              const char     *id,
                              const char     *key,
                              const char     *value)
{
  g_autofree char *name = g_strconcat (SETTING_PREFIX, key, NULL);

  if (wa_is_empty (value))
    g_key_file_remove_key (self->keys, id, name, NULL);
  else
    g_key_file_set_string (self->keys, id, name, value);
}

void
wa_accounts_file_remove (WaAccountsFile *self,
                         const char     *id)
{
  g_key_file_remove_group (self->keys, id, NULL);
}
