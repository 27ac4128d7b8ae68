/* wa-sign-in.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "session/wa-account-settings.h"
#include "session/wa-secrets.h"
#include "session/wa-sign-in.h"

/* A password instead of a key: it buys a token that is valid for some minutes, and one that buys the next.
 * The latter is what is kept, where a key would be; what stands before it says which of the two it is. */

#define PREFIX "sign-in:"

/**
 * wa_sign_in_is_secret:
 * @secret: (nullable): what is kept in the keyring
 *
 * Returns: whether it is a sign-in, no key
 */
gboolean
wa_sign_in_is_secret (const char *secret)
{
  return secret != NULL && g_str_has_prefix (secret, PREFIX);
}

/**
 * wa_sign_in_dup_secret:
 *
 * Returns: (transfer full): what is to be kept in the keyring
 */
char *
wa_sign_in_dup_secret (const char *refresh_token)
{
  return g_strconcat (PREFIX, refresh_token, NULL);
}

/**
 * wa_sign_in_get_token:
 * @secret: for which wa_sign_in_is_secret() is so
 *
 * Returns: the token in it that buys the next
 */
const char *
wa_sign_in_get_token (const char *secret)
{
  return secret + strlen (PREFIX);
}

static void
signed_in_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  g_autoptr(GObject) answer = wa_client_run_finish (WA_CLIENT (object), result, &error);

  if (g_error_matches (error, WA_ERROR, WA_ERROR_AUTH))
    {
      g_free (error->message);
      error->message = g_strdup (_("E-mail address and password were not accepted. Enter them again."));
    }
  if (answer == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  wa_client_take_sign_in (WA_CLIENT (object), WA_CONNECTION (answer));
  g_task_return_pointer (task, wa_sign_in_dup_secret (wa_connection_get_refresh_token (WA_CONNECTION (answer))),
                         (GDestroyNotify) wa_secrets_free_token);
}

/**
 * wa_sign_in_run_async:
 * @settings: (element-type utf8 utf8): what the user entered
 *
 * Signs @client in with a password, where there is one instead of a key.
 */
void
wa_sign_in_run_async (WaClient            *client,
                      GHashTable          *settings,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (client, cancellable, callback, user_data);
  g_autoptr(WaConnection) connection = NULL;
  g_autofree char *email = NULL;
  char *key = wa_account_settings_dup (settings, WA_SETTING_KEY_TOKEN);
  char *password = wa_account_settings_dup (settings, WA_SETTING_KEY_PASSWORD);

  g_task_set_source_tag (task, wa_sign_in_run_async);
  if (key[0] != '\0' || password[0] == '\0')
    {
      wa_client_set_token (client, key);
      g_task_return_pointer (task, g_steal_pointer (&key), (GDestroyNotify) wa_secrets_free_token);
    }
  else
    {
      email = wa_account_settings_dup (settings, WA_SETTING_KEY_EMAIL);
      connection = wa_connection_new ();
      wa_connection_set_email (connection, email);
      wa_connection_set_password (connection, password);
      wa_client_run_async (client, WA_OP_SIGN_IN, G_OBJECT (connection), cancellable, signed_in_cb,
                           g_object_ref (task));
    }

  wa_secrets_free_token (key);
  wa_secrets_free_token (password);
}

/**
 * wa_sign_in_run_finish:
 *
 * Returns: (transfer full): what is to be kept in the keyring: the key that was entered, "" where there was
 *   none, or the sign-in; or %NULL with an error
 */
char *
wa_sign_in_run_finish (WaClient      *client,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, client), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
