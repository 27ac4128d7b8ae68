/* wa-accounts-edit.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "session/wa-account-private.h"
#include "session/wa-account-settings.h"
#include "session/wa-accounts-private.h"
#include "session/wa-client.h"
#include "session/wa-sign-in.h"

/* Adding and changing: the key first, then the file, then the account itself.  What fails leaves
 * nothing behind. */

typedef struct
{
  char       *id;
  WaAccount  *account;   /* (nullable): that is changed */
  WaProvider *provider;  /* set to what the user entered */
  char       *title;
  char       *key;
  gboolean    key_kept;
} Entry;

static void
entry_free (Entry *self)
{
  g_free (self->id);
  g_clear_object (&self->account);
  g_clear_object (&self->provider);
  g_free (self->title);
  wa_secrets_free_token (self->key);
  g_free (self);
}

static void
cleared_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  if (!wa_secrets_clear_finish (WA_SECRETS (object), result, &error))
    g_message ("A key can't be removed: %s", error->message);
}

static void
added_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  WaAccounts *self = g_task_get_source_object (task);
  Entry *entry = g_task_get_task_data (task);
  g_autoptr(GHashTable) settings = wa_account_settings_collect (entry->provider);
  WaAccount *account;
  GError *error = NULL;

  if (!wa_accounts_file_save_finish (WA_ACCOUNTS_FILE (object), result, &error))
    {
      wa_accounts_file_remove (self->file, entry->id);
      wa_secrets_clear_async (self->secrets, entry->id, NULL, cleared_cb, NULL);
      g_task_return_error (task, error);
      return;
    }

  account = wa_accounts_append_new (self, entry->id, wa_provider_get_info (entry->provider)->id,
                                    entry->title, settings);
  g_task_return_pointer (task, g_object_ref (account), g_object_unref);
}

static void
changed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (wa_accounts_file_save_finish (WA_ACCOUNTS_FILE (object), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* What a server taught says nothing about another one. */
static void
forget_learned (Entry *entry)
{
  const WaProviderInfo *info = wa_provider_get_info (entry->provider);
  WaProvider *provider = wa_account_get_provider (entry->account);
  g_auto(GStrv) keys = wa_provider_dup_setting_keys (provider);

  if (g_str_equal (wa_provider_get_setting (provider, WA_SETTING_KEY_BASE_URL),
                   wa_provider_get_setting (entry->provider, WA_SETTING_KEY_BASE_URL)))
    return;

  for (guint i = 0; keys[i] != NULL; i++)
    {
      guint at = 0;

      while (at < info->n_settings && !g_str_equal (info->settings[at].key, keys[i]))
        at++;
      if (at == info->n_settings)
        wa_provider_set_setting (provider, keys[i], NULL);
    }
}

static void
write_settings (WaAccounts *self,
                Entry      *entry)
{
  const WaProviderInfo *info = wa_provider_get_info (entry->provider);

  if (entry->account != NULL)
    forget_learned (entry);
  wa_accounts_file_set_title (self->file, entry->id, entry->title);
  for (guint i = 0; i < info->n_settings; i++)
    {
      const char *key = info->settings[i].key;
      const char *value = wa_provider_get_setting (entry->provider, key);

      /* A fallback that changes with a later version shall be followed. */
      if (g_strcmp0 (value, info->settings[i].fallback) == 0)
        value = NULL;
      if (info->settings[i].kind == WA_SETTING_SECRET)
        continue;

      wa_accounts_file_set_setting (self->file, entry->id, key, value);
      if (entry->account != NULL)
        wa_provider_set_setting (wa_account_get_provider (entry->account), key, value);
    }
}

static void
write_entry (GTask *task)
{
  WaAccounts *self = g_task_get_source_object (task);
  Entry *entry = g_task_get_task_data (task);

  if (entry->account == NULL)
    {
      wa_accounts_file_add (self->file, entry->id, wa_provider_get_info (entry->provider)->id);
      write_settings (self, entry);
      wa_accounts_file_save_async (self->file, NULL, added_cb, g_object_ref (task));
      return;
    }

  write_settings (self, entry);
  wa_account_set_title (entry->account, entry->title);
  if (entry->key != NULL)
    wa_account_set_key (entry->account, entry->key);
  wa_accounts_file_save_async (self->file, NULL, changed_cb, g_object_ref (task));
}

static void
key_stored_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Entry *entry = g_task_get_task_data (task);
  GError *error = NULL;

  entry->key_kept = wa_secrets_store_finish (WA_SECRETS (object), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, error);
      return;
    }

  if (error != NULL)
    {
      g_message ("A key is kept for this session only: %s", error->message);
      g_error_free (error);
      wa_secrets_keep_for_session (WA_SECRETS (object), entry->id, entry->key);
    }
  write_entry (task);
}

static void
signed_in_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  WaAccounts *self = g_task_get_source_object (task);
  Entry *entry = g_task_get_task_data (task);
  GError *error = NULL;
  char *key = wa_sign_in_run_finish (WA_CLIENT (object), result, &error);

  wa_client_close (WA_CLIENT (object));
  if (key == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  if (key[0] == '\0')
    {
      wa_secrets_free_token (key);
      entry->key_kept = TRUE;
      write_entry (task);
      return;
    }

  entry->key = key;
  wa_secrets_store_async (self->secrets, entry->id, entry->title, entry->key, g_task_get_cancellable (task),
                          key_stored_cb, g_object_ref (task));
}

/* @task: its data is the entry, but for what @settings says */
static void
start_entry (GTask      *task,
             const char *system_id,
             GHashTable *settings)
{
  Entry *entry = g_task_get_task_data (task);
  g_autoptr(WaClient) client = NULL;
  GError *error = NULL;

  entry->provider = wa_account_settings_apply (system_id, settings, entry->account != NULL, &error);
  if (entry->provider == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  if (entry->title[0] == '\0')
    wa_set_str (&entry->title, wa_provider_get_info (entry->provider)->name);

  client = wa_client_new (entry->provider);
  wa_sign_in_run_async (client, settings, g_task_get_cancellable (task), signed_in_cb, g_object_ref (task));
}

static GTask *
entry_task_new (WaAccounts          *self,
                gpointer             tag,
                WaAccount           *account,
                const char          *title,
                GCancellable        *cancellable,
                GAsyncReadyCallback  callback,
                gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Entry *entry = g_new0 (Entry, 1);

  entry->id = account != NULL ? g_strdup (wa_account_get_id (account)) : g_uuid_string_random ();
  g_set_object (&entry->account, account);
  entry->title = g_strstrip (g_strdup (wa_or_empty (title)));

  g_task_set_source_tag (task, tag);
  /* Once it is kept, it is. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, entry, (GDestroyNotify) entry_free);

  return task;
}

/**
 * wa_accounts_add_async:
 * @title: what the account shall be called; "" is the system's name
 * @settings: (element-type utf8 utf8): what the user entered
 *
 * Adds an account at the end of the list.  It is not opened.
 */
void
wa_accounts_add_async (WaAccounts          *self,
                       const char          *system_id,
                       const char          *title,
                       GHashTable          *settings,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (WA_IS_ACCOUNTS (self));
  g_return_if_fail (settings != NULL);
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  task = entry_task_new (self, wa_accounts_add_async, NULL, title, cancellable, callback, user_data);
  start_entry (task, system_id, settings);
}

/**
 * wa_accounts_add_finish:
 * @key_kept: (out) (optional): %FALSE where there is no keyring and the key is kept for this session only
 *
 * Returns: (transfer full): the account, or %NULL with %WA_ERROR_INVALID, whose text says which value
 *   to correct, or %WA_ERROR_STORE
 */
WaAccount *
wa_accounts_add_finish (WaAccounts    *self,
                        GAsyncResult  *result,
                        gboolean      *key_kept,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (key_kept != NULL)
    *key_kept = ((Entry *) g_task_get_task_data (G_TASK (result)))->key_kept;

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * wa_accounts_change_async:
 * @settings: (element-type utf8 utf8): what the user entered; without a key the account keeps the one it has
 */
void
wa_accounts_change_async (WaAccounts          *self,
                          WaAccount           *account,
                          const char          *title,
                          GHashTable          *settings,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (WA_IS_ACCOUNTS (self));
  g_return_if_fail (WA_IS_ACCOUNT (account));
  g_return_if_fail (settings != NULL);
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  task = entry_task_new (self, wa_accounts_change_async, account, title, cancellable, callback, user_data);
  if (wa_account_get_demo (account))
    g_task_return_new_error (task, WA_ERROR, WA_ERROR_INVALID, "%s",
                             _("The demo can’t be changed. Add an account of your own instead."));
  else
    start_entry (task, wa_account_get_system_id (account), settings);
}

/**
 * wa_accounts_change_finish:
 * @key_kept: (out) (optional): %FALSE where there is no keyring and the new key is kept for this session only
 */
gboolean
wa_accounts_change_finish (WaAccounts    *self,
                           GAsyncResult  *result,
                           gboolean      *key_kept,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (key_kept != NULL)
    *key_kept = ((Entry *) g_task_get_task_data (G_TASK (result)))->key_kept;

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Removing: what is secret or personal first; if anything fails, the account is still there to be
 * removed again. */

static void
removed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (!wa_accounts_file_save_finish (WA_ACCOUNTS_FILE (object), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  wa_accounts_detach (g_task_get_source_object (task), g_task_get_task_data (task));
  g_task_return_boolean (task, TRUE);
}

/* The database's files; the directory holds nothing else. */
static void
delete_files_thread (GTask        *task,
                     gpointer      source_object,
                     gpointer      task_data,
                     GCancellable *cancellable)
{
  const char *path = task_data;
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_unlink (file);
    }

  if (g_rmdir (path) == 0 || errno == ENOENT)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, WA_ERROR, WA_ERROR_STORE,
                             _("The account’s files in %s can’t be deleted: %s. Delete them by hand, then "
                               "remove the account again."), path, g_strerror (errno));
}

static void
files_deleted_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  WaAccounts *self = WA_ACCOUNTS (object);
  WaAccount *account = g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }

  if (wa_account_get_demo (account))
    {
      wa_accounts_detach (self, account);
      g_task_return_boolean (task, TRUE);
      return;
    }

  wa_accounts_file_remove (self->file, wa_account_get_id (account));
  wa_accounts_file_save_async (self->file, NULL, removed_cb, g_object_ref (task));
}

static void
key_cleared_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GTask) deletion = NULL;
  WaAccount *account = g_task_get_task_data (task);

  /* Without a keyring there is nothing to remove from it, and nobody to say so. */
  cleared_cb (object, result, NULL);

  wa_account_close (account);
  deletion = g_task_new (g_task_get_source_object (task), NULL, files_deleted_cb, g_object_ref (task));
  g_task_set_source_tag (deletion, key_cleared_cb);
  g_task_set_task_data (deletion, g_strdup (wa_account_get_dir (account)), g_free);
  g_task_run_in_thread (deletion, delete_files_thread);
}

/**
 * wa_accounts_remove_async:
 *
 * Removes an account with its key, its database and everything in it.  What its system keeps stays there.
 */
void
wa_accounts_remove_async (WaAccounts          *self,
                          WaAccount           *account,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (WA_IS_ACCOUNTS (self));
  g_return_if_fail (WA_IS_ACCOUNT (account));
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_accounts_remove_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, g_object_ref (account), g_object_unref);
  wa_secrets_clear_async (self->secrets, wa_account_get_id (account), NULL, key_cleared_cb,
                          g_object_ref (task));
}

gboolean
wa_accounts_remove_finish (WaAccounts    *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
