/* wa-accounts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "provider/wa-registry.h"
#include "sandbox/wa-sandbox.h"
#include "session/wa-account-private.h"
#include "session/wa-account-settings.h"
#include "session/wa-accounts-private.h"
#include "session/wa-client.h"
#include "session/wa-sign-in.h"

static void wa_accounts_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WaAccounts, wa_accounts, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, wa_accounts_list_model_init))

static void
wa_accounts_dispose (GObject *object)
{
  WaAccounts *self = WA_ACCOUNTS (object);

  wa_accounts_close (self);
  g_clear_object (&self->secrets);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (wa_accounts_parent_class)->dispose (object);
}

static void
wa_accounts_finalize (GObject *object)
{
  WaAccounts *self = WA_ACCOUNTS (object);

  g_ptr_array_unref (self->accounts);
  g_hash_table_unref (self->sandboxes);
  g_free (self->data_dir);

  G_OBJECT_CLASS (wa_accounts_parent_class)->finalize (object);
}

static void
wa_accounts_class_init (WaAccountsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = wa_accounts_dispose;
  object_class->finalize = wa_accounts_finalize;
}

static void
wa_accounts_init (WaAccounts *self)
{
  self->accounts = g_ptr_array_new_with_free_func (g_object_unref);
  self->sandboxes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

static GType
wa_accounts_get_item_type (GListModel *model)
{
  return WA_TYPE_ACCOUNT;
}

static guint
wa_accounts_get_n_items (GListModel *model)
{
  return WA_ACCOUNTS (model)->accounts->len;
}

static gpointer
wa_accounts_get_item (GListModel *model,
                      guint       position)
{
  WaAccounts *self = WA_ACCOUNTS (model);

  return position < self->accounts->len ? g_object_ref (g_ptr_array_index (self->accounts, position)) : NULL;
}

static void
wa_accounts_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = wa_accounts_get_item_type;
  iface->get_n_items = wa_accounts_get_n_items;
  iface->get_item = wa_accounts_get_item;
}

/**
 * wa_accounts_new:
 * @data_dir: where everything is kept; it is made when it is needed, for the user's eyes only
 *
 * Returns: (transfer full): an empty list, until wa_accounts_load_async() has finished
 */
WaAccounts *
wa_accounts_new (const char *data_dir,
                 WaSecrets  *secrets)
{
  WaAccounts *self;
  g_autofree char *path = NULL;

  g_return_val_if_fail (data_dir != NULL, NULL);
  g_return_val_if_fail (WA_IS_SECRETS (secrets), NULL);

  self = g_object_new (WA_TYPE_ACCOUNTS, NULL);
  path = g_build_filename (data_dir, "accounts.ini", NULL);
  self->data_dir = g_strdup (data_dir);
  self->secrets = g_object_ref (secrets);
  self->file = wa_accounts_file_new (path);

  return self;
}

/**
 * wa_accounts_close:
 *
 * Closes all accounts, as before the program ends, and empties the list.
 */
void
wa_accounts_close (WaAccounts *self)
{
  GHashTableIter iter;
  gpointer sandbox;
  guint n;

  g_return_if_fail (WA_IS_ACCOUNTS (self));

  n = self->accounts->len;
  for (guint i = 0; i < n; i++)
    wa_account_close (g_ptr_array_index (self->accounts, i));

  g_hash_table_iter_init (&iter, self->sandboxes);
  while (g_hash_table_iter_next (&iter, NULL, &sandbox))
    wa_sandbox_stop (sandbox);
  g_hash_table_remove_all (self->sandboxes);

  if (n == 0)
    return;

  g_ptr_array_set_size (self->accounts, 0);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n, 0);
}

/**
 * wa_accounts_find:
 *
 * Returns: (transfer none) (nullable): the account of that id
 */
WaAccount *
wa_accounts_find (WaAccounts *self,
                  const char *id)
{
  g_return_val_if_fail (WA_IS_ACCOUNTS (self), NULL);

  for (guint i = 0; i < self->accounts->len; i++)
    if (g_strcmp0 (wa_account_get_id (g_ptr_array_index (self->accounts, i)), id) == 0)
      return g_ptr_array_index (self->accounts, i);

  return NULL;
}

static void
append (WaAccounts *self,
        WaAccount  *account)
{
  g_ptr_array_add (self->accounts, g_object_ref (account));
  g_list_model_items_changed (G_LIST_MODEL (self), self->accounts->len - 1, 0, 1);
}

/* What an account is set to */

static void
learned_saved_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  if (!wa_accounts_file_save_finish (WA_ACCOUNTS_FILE (object), result, &error))
    g_message ("What was learned of an account can't be kept: %s", error->message);
}

/* Also what the provider learned of its server by itself: which form of a request it wants. */
static void
setting_changed_cb (WaAccounts *self,
                    const char *key,
                    WaProvider *provider)
{
  if (wa_account_settings_is_secret (wa_provider_get_info (provider), key))
    return;

  for (guint i = 0; i < self->accounts->len; i++)
    {
      WaAccount *account = g_ptr_array_index (self->accounts, i);

      if (wa_account_get_provider (account) != provider)
        continue;

      wa_accounts_file_set_setting (self->file, wa_account_get_id (account), key,
                                    wa_provider_get_setting (provider, key));
      wa_accounts_file_save_async (self->file, NULL, learned_saved_cb, NULL);
    }
}

/* Makes an account at the end of the list. */
WaAccount *
wa_accounts_append_new (WaAccounts *self,
                        const char *id,
                        const char *system_id,
                        const char *title,
                        GHashTable *settings)
{
  g_autofree char *dir = g_build_filename (self->data_dir, "accounts", id, NULL);
  g_autoptr(WaAccount) account = wa_account_new (id, system_id, title, FALSE, dir, settings, self->secrets);

  g_signal_connect_object (wa_account_get_provider (account), "setting-changed",
                           G_CALLBACK (setting_changed_cb), self, G_CONNECT_SWAPPED);
  append (self, account);

  return account;
}

/* Takes an account from the list, and stops the demo server behind it. */
void
wa_accounts_detach (WaAccounts *self,
                    WaAccount  *account)
{
  gpointer sandbox = wa_account_get_demo (account)
                     ? g_hash_table_lookup (self->sandboxes, wa_account_get_system_id (account)) : NULL;
  guint position;

  if (sandbox != NULL)
    {
      wa_sandbox_stop (sandbox);
      g_hash_table_remove (self->sandboxes, wa_account_get_system_id (account));
    }

  if (g_ptr_array_find (self->accounts, account, &position))
    {
      g_ptr_array_remove_index (self->accounts, position);
      g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
    }
}

/* Loading */

/* It becomes the name of a folder, and what is in that folder goes when the account is removed. */
static gboolean
is_plain_name (const char *id)
{
  return id[0] != '.' && strchr (id, G_DIR_SEPARATOR) == NULL;
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  WaAccounts *self = g_task_get_source_object (task);
  g_auto(GStrv) ids = NULL;
  GError *error = NULL;

  if (!wa_accounts_file_load_finish (self->file, result, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  ids = wa_accounts_file_dup_ids (self->file);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *system_id = wa_accounts_file_dup_system (self->file, ids[i]);
      g_autofree char *title = wa_accounts_file_dup_title (self->file, ids[i]);
      g_autoptr(GHashTable) settings = wa_accounts_file_dup_settings (self->file, ids[i]);

      if (wa_accounts_find (self, ids[i]) != NULL)
        continue;

      if (wa_registry_find (system_id) != NULL && is_plain_name (ids[i]))
        wa_accounts_append_new (self, ids[i], system_id, title, settings);
      else if (error == NULL)
        /* Translators: an account's name, then the stored name of a system */
        error = g_error_new (WA_ERROR, WA_ERROR_UNSUPPORTED,
                             _("This version of WaDesk does not know the system of the account “%s”: “%s”. "
                               "The account is kept; update WaDesk to use it."), title, system_id);
    }

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

void
wa_accounts_load_async (WaAccounts          *self,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (WA_IS_ACCOUNTS (self));
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_accounts_load_async);
  wa_accounts_file_load_async (self->file, cancellable, loaded_cb, g_object_ref (task));
}

/**
 * wa_accounts_load_finish:
 *
 * The accounts are in the list then, none of them opened.  An error is to be shown, but the list holds
 * what could be read all the same.
 *
 * Returns: whether all of it could be read; else %WA_ERROR_INVALID where the file was damaged (it is
 *   kept under another name), %WA_ERROR_STORE where it can't be read (then nothing can be added),
 *   %WA_ERROR_UNSUPPORTED where an account is of a system from the future
 */
gboolean
wa_accounts_load_finish (WaAccounts    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Testing */

static void
tested_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  char *text = wa_client_test_finish (WA_CLIENT (object), result, &error);

  wa_client_close (WA_CLIENT (object));
  if (text != NULL)
    g_task_return_pointer (task, text, g_free);
  else
    g_task_return_error (task, error);
}

static void
test_signed_in_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  char *secret = wa_sign_in_run_finish (WA_CLIENT (object), result, &error);

  if (secret != NULL)
    wa_client_test_async (WA_CLIENT (object), g_task_get_cancellable (task), tested_cb, g_object_ref (task));
  else
    g_task_return_error (task, error);
  wa_secrets_free_token (secret);
}

/**
 * wa_accounts_test_async:
 * @settings: (element-type utf8 utf8): what the user entered
 *
 * Tries whether address and key are right, before anything is kept.
 */
void
wa_accounts_test_async (WaAccounts          *self,
                        const char          *system_id,
                        GHashTable          *settings,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(WaProvider) provider = NULL;
  g_autoptr(WaClient) client = NULL;
  GError *error = NULL;

  g_return_if_fail (WA_IS_ACCOUNTS (self));
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_accounts_test_async);

  provider = wa_account_settings_apply (system_id, settings, FALSE, &error);
  if (provider == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  client = wa_client_new (provider);
  wa_sign_in_run_async (client, settings, cancellable, test_signed_in_cb, g_object_ref (task));
}

/**
 * wa_accounts_test_finish:
 *
 * Returns: (transfer full): what works, for the user, or %NULL with an error whose text says what to correct
 */
char *
wa_accounts_test_finish (WaAccounts    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* The demo */

static void
demo_opened_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (wa_account_open_finish (WA_ACCOUNT (object), result, &error))
    g_task_return_pointer (task, g_object_ref (object), g_object_unref);
  else
    g_task_return_error (task, error);
}

/* The database is the one from the last time, the server is new: another port, another key. */
static WaAccount *
make_demo (WaAccounts  *self,
           const char  *id,
           const char  *system_id,
           GError     **error)
{
  g_autoptr(WaSandbox) sandbox = wa_sandbox_new (system_id);
  g_autofree char *dir = g_build_filename (self->data_dir, id, NULL);
  g_autoptr(GHashTable) settings = NULL;
  g_autofree char *title = NULL;
  WaAccount *account;

  if (!wa_sandbox_start (sandbox, error))
    return NULL;

  settings = wa_sandbox_dup_settings (sandbox);
  g_hash_table_insert (settings, g_strdup (WA_SETTING_KEY_BASE_URL),
                       g_strdup (wa_sandbox_get_base_url (sandbox)));
  wa_secrets_keep_for_session (self->secrets, id, wa_sandbox_get_key (sandbox));

  /* Translators: %s is a system’s name */
  title = g_strdup_printf (_("Demo of %s"), wa_registry_find (system_id)->name);
  account = wa_account_new (id, system_id, title, TRUE, dir, settings, self->secrets);
  g_hash_table_insert (self->sandboxes, g_strdup (system_id), g_steal_pointer (&sandbox));
  append (self, account);

  return account;
}

/**
 * wa_accounts_open_demo_async:
 *
 * Opens the one demo account of a system: it speaks to a server within this program, whose people are
 * made up.  The account is in the list until it is removed or the program ends; what was written in it
 * is there again the next time.
 */
void
wa_accounts_open_demo_async (WaAccounts          *self,
                             const char          *system_id,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(WaAccount) account = NULL;
  g_autofree char *id = NULL;
  GError *error = NULL;

  g_return_if_fail (WA_IS_ACCOUNTS (self));
  g_return_if_fail (wa_registry_find (system_id) != NULL);
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_accounts_open_demo_async);

  id = g_strconcat ("demo-", system_id, NULL);
  if (!g_set_object (&account, wa_accounts_find (self, id)) &&
      !(account = make_demo (self, id, system_id, &error)))
    {
      g_task_return_error (task, error);
      return;
    }

  wa_account_open_async (account, cancellable, demo_opened_cb, g_object_ref (task));
}

/**
 * wa_accounts_open_demo_finish:
 *
 * Returns: (transfer full): the account, opened, or %NULL with an error
 */
WaAccount *
wa_accounts_open_demo_finish (WaAccounts    *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
