/* wa-secrets.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>
#include <libsecret/secret.h>

#include "core/wa-error.h"
#include "session/wa-secrets.h"

struct _WaSecrets
{
  GObject     parent_instance;

  gboolean    keyring;
  GHashTable *session;  /* char * → char *, wiped when they go */
};

G_DEFINE_FINAL_TYPE (WaSecrets, wa_secrets, G_TYPE_OBJECT)

static const SecretSchema schema = {
  .name = "com.example.WaDesk.Account",
  .flags = SECRET_SCHEMA_NONE,
  .attributes = {
    { "account", SECRET_SCHEMA_ATTRIBUTE_STRING },
  },
};

static void
wa_secrets_finalize (GObject *object)
{
  WaSecrets *self = WA_SECRETS (object);

  g_hash_table_unref (self->session);

  G_OBJECT_CLASS (wa_secrets_parent_class)->finalize (object);
}

static void
wa_secrets_class_init (WaSecretsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wa_secrets_finalize;
}

static void
wa_secrets_init (WaSecrets *self)
{
  self->session = g_hash_table_new_full (g_str_hash, g_str_equal,
                                         g_free, (GDestroyNotify) wa_secrets_free_token);
}

/**
 * wa_secrets_new:
 *
 * Returns: (transfer full): the desktop's keyring
 */
WaSecrets *
wa_secrets_new (void)
{
  WaSecrets *self = g_object_new (WA_TYPE_SECRETS, NULL);

  self->keyring = TRUE;

  return self;
}

/**
 * wa_secrets_new_for_session:
 *
 * Returns: (transfer full): a place that forgets everything when it goes
 */
WaSecrets *
wa_secrets_new_for_session (void)
{
  return g_object_new (WA_TYPE_SECRETS, NULL);
}

static void
return_locked (GTask *task)
{
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_new_error (task, WA_ERROR, WA_ERROR_STORE, "%s",
                             _("The keyring of your desktop is locked or missing. "
                               "Unlock it, or keep the key for this session only."));
}

/* The keyring's own words are for those who wrote it.  A prompt that was dismissed comes as
 * "cancelled", but nobody cancelled us. */
static void
return_problem (GTask  *task,
                GError *error)
{
  g_debug ("The keyring: %s %d: %s", g_quark_to_string (error->domain), error->code, error->message);
  g_error_free (error);
  return_locked (task);
}

/**
 * wa_secrets_keep_for_session:
 *
 * Keeps a key in memory, until it is stored, cleared, or the session ends.
 */
void
wa_secrets_keep_for_session (WaSecrets  *self,
                             const char *account_id,
                             const char *token)
{
  g_return_if_fail (WA_IS_SECRETS (self));
  g_return_if_fail (account_id != NULL && token != NULL);

  g_hash_table_insert (self->session, g_strdup (account_id), g_strdup (token));
}

static void
store_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  WaSecrets *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!secret_password_store_finish (result, &error))
    {
      return_problem (task, error);
      return;
    }

  g_hash_table_remove (self->session, g_task_get_task_data (task));
  g_task_return_boolean (task, TRUE);
}

/**
 * wa_secrets_store_async:
 * @title: the account's name, as the keyring's own program shows it
 *
 * Keeps a key in the keyring, instead of one from before.  The desktop may ask the user to unlock it.
 */
void
wa_secrets_store_async (WaSecrets           *self,
                        const char          *account_id,
                        const char          *title,
                        const char          *token,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (WA_IS_SECRETS (self));
  g_return_if_fail (account_id != NULL && title != NULL && token != NULL);
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_secrets_store_async);
  g_task_set_task_data (task, g_strdup (account_id), g_free);

  if (!self->keyring)
    {
      wa_secrets_keep_for_session (self, account_id, token);
      g_task_return_boolean (task, TRUE);
      return;
    }

  /* Translators: %s is the name of an account */
  label = g_strdup_printf (_("WaDesk key of “%s”"), title);
  secret_password_store (&schema, SECRET_COLLECTION_DEFAULT, label, token, cancellable,
                         store_cb, g_steal_pointer (&task), "account", account_id, NULL);
}

/**
 * wa_secrets_store_finish:
 *
 * Returns: %TRUE, or %FALSE with %WA_ERROR_STORE where there is no keyring or it stays locked
 */
gboolean
wa_secrets_store_finish (WaSecrets     *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* "Nothing found" also comes from a keyring that stayed locked: only a look at what it holds tells. */
static void
search (GTask               *task,
        GAsyncReadyCallback  callback)
{
  secret_password_search (&schema, SECRET_SEARCH_NONE, g_task_get_cancellable (task),
                          callback, g_object_ref (task), "account", g_task_get_task_data (task), NULL);
}

/* Whether there really is nothing; else the task has its error. */
static gboolean
search_found_nothing (GTask        *task,
                      GAsyncResult *result)
{
  GError *error = NULL;
  GList *items = secret_password_search_finish (result, &error);
  gboolean nothing = error == NULL && items == NULL;

  if (error != NULL)
    return_problem (task, error);
  else if (items != NULL)
    return_locked (task);
  g_list_free_full (items, g_object_unref);

  return nothing;
}

static void
lookup_searched_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;

  if (search_found_nothing (task, result))
    g_task_return_pointer (task, NULL, NULL);
}

static void
lookup_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  char *token = secret_password_lookup_finish (result, &error);

  if (error != NULL)
    return_problem (task, error);
  else if (token != NULL)
    g_task_return_pointer (task, token, (GDestroyNotify) wa_secrets_free_token);
  else
    search (task, lookup_searched_cb);
}

/**
 * wa_secrets_lookup_async:
 *
 * Finds the key of an account.  The desktop may ask the user to unlock the keyring.
 */
void
wa_secrets_lookup_async (WaSecrets           *self,
                         const char          *account_id,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  const char *kept;

  g_return_if_fail (WA_IS_SECRETS (self));
  g_return_if_fail (account_id != NULL);
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_secrets_lookup_async);
  g_task_set_task_data (task, g_strdup (account_id), g_free);

  kept = g_hash_table_lookup (self->session, account_id);
  if (kept != NULL || !self->keyring)
    g_task_return_pointer (task, g_strdup (kept), (GDestroyNotify) wa_secrets_free_token);
  else
    secret_password_lookup (&schema, cancellable, lookup_cb, g_steal_pointer (&task),
                            "account", account_id, NULL);
}

/**
 * wa_secrets_lookup_finish:
 *
 * Returns: (transfer full) (nullable): the key, for wa_secrets_free_token(); %NULL where there is
 * none, or with %WA_ERROR_STORE
 */
char *
wa_secrets_lookup_finish (WaSecrets     *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
clear_searched_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;

  if (search_found_nothing (task, result))
    g_task_return_boolean (task, TRUE);
}

static void
clear_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  gboolean cleared = secret_password_clear_finish (result, &error);

  if (error != NULL)
    return_problem (task, error);
  else if (cleared)
    g_task_return_boolean (task, TRUE);
  else
    search (task, clear_searched_cb);
}

/**
 * wa_secrets_clear_async:
 *
 * Forgets the key of an account, wherever it is kept.
 */
void
wa_secrets_clear_async (WaSecrets           *self,
                        const char          *account_id,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (WA_IS_SECRETS (self));
  g_return_if_fail (account_id != NULL);
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_secrets_clear_async);
  g_task_set_task_data (task, g_strdup (account_id), g_free);

  g_hash_table_remove (self->session, account_id);
  if (self->keyring)
    secret_password_clear (&schema, cancellable, clear_cb, g_steal_pointer (&task),
                           "account", account_id, NULL);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * wa_secrets_clear_finish:
 *
 * Returns: %TRUE, also where there was none, or %FALSE with %WA_ERROR_STORE
 */
gboolean
wa_secrets_clear_finish (WaSecrets     *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * wa_secrets_free_token:
 * @token: (nullable) (transfer full): a key
 *
 * Wipes a key before its memory is used for something else.
 */
void
wa_secrets_free_token (char *token)
{
  if (token != NULL)
    explicit_bzero (token, strlen (token));
  g_free (token);
}
