/* wa-account-settings.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "provider/wa-registry.h"
#include "session/wa-account-settings.h"

/**
 * wa_account_settings_is_secret:
 *
 * Returns: whether that is for the keyring, never for a file
 */
gboolean
wa_account_settings_is_secret (const WaProviderInfo *info,
                               const char           *key)
{
  for (guint i = 0; i < info->n_settings; i++)
    if (g_str_equal (info->settings[i].key, key))
      return info->settings[i].kind == WA_SETTING_SECRET;

  return FALSE;
}

/**
 * wa_account_settings_dup:
 *
 * Returns: (transfer full): what the user entered, without blanks around it; "" where there is nothing
 */
char *
wa_account_settings_dup (GHashTable *settings,
                         const char *key)
{
  return g_strstrip (g_strdup (wa_or_empty (g_hash_table_lookup (settings, key))));
}

static gboolean
check_required (const WaProviderInfo  *info,
                WaProvider            *provider,
                GHashTable            *settings,
                gboolean               has_key,
                GError               **error)
{
  for (guint i = 0; i < info->n_settings; i++)
    {
      const WaSetting *setting = &info->settings[i];
      g_autofree char *value = setting->kind == WA_SETTING_SECRET
                               ? wa_account_settings_dup (settings, setting->key)
                               : g_strdup (wa_provider_get_setting (provider, setting->key));

      if (!setting->required || !wa_is_empty (value) || (has_key && setting->kind == WA_SETTING_SECRET))
        continue;

      /* Translators: %s is the name of a field of the account dialog */
      g_set_error (error, WA_ERROR, WA_ERROR_INVALID, _("“%s” is empty. Fill it in."), _(setting->title));
      return FALSE;
    }

  return TRUE;
}

/* A system that does not insist on a key may take a password instead. */
static gboolean
check_way_in (WaProvider  *provider,
              GHashTable  *settings,
              gboolean     has_key,
              GError     **error)
{
  g_autofree char *key = wa_account_settings_dup (settings, WA_SETTING_KEY_TOKEN);
  g_autofree char *email = wa_account_settings_dup (settings, WA_SETTING_KEY_EMAIL);
  g_autofree char *password = wa_account_settings_dup (settings, WA_SETTING_KEY_PASSWORD);

  if (has_key || !wa_is_empty (key) || !wa_provider_supports (provider, WA_OP_SIGN_IN) ||
      (!wa_is_empty (email) && !wa_is_empty (password)))
    return TRUE;

  g_set_error_literal (error, WA_ERROR, WA_ERROR_INVALID,
                       _("There is neither a key nor an e-mail address with a password. Enter one of them."));

  return FALSE;
}

/**
 * wa_account_settings_apply:
 * @settings: (element-type utf8 utf8): what the user entered
 * @has_key: a key is kept already
 *
 * Checks what the user entered and brings it into its stored form.
 *
 * Returns: (transfer full): a provider that is set to it, without the key, or %NULL with %WA_ERROR_INVALID or
 *   %WA_ERROR_UNSUPPORTED
 */
WaProvider *
wa_account_settings_apply (const char  *system_id,
                           GHashTable  *settings,
                           gboolean     has_key,
                           GError     **error)
{
  g_autoptr(WaProvider) provider = wa_registry_new_provider (system_id, error);
  g_autofree char *address = NULL;
  const WaProviderInfo *info;

  if (provider == NULL)
    return NULL;

  info = wa_provider_get_info (provider);
  for (guint i = 0; i < info->n_settings; i++)
    if (info->settings[i].kind != WA_SETTING_SECRET)
      {
        g_autofree char *value = wa_account_settings_dup (settings, info->settings[i].key);

        wa_provider_set_setting (provider, info->settings[i].key, value);
      }

  if (!check_required (info, provider, settings, has_key, error) ||
      !check_way_in (provider, settings, has_key, error) ||
      !(address = wa_provider_dup_address (provider, error)))
    return NULL;
  wa_provider_set_setting (provider, WA_SETTING_KEY_BASE_URL, address);

  return g_steal_pointer (&provider);
}

/**
 * wa_account_settings_collect:
 *
 * Returns: (transfer full) (element-type utf8 utf8): what a provider is set to
 */
GHashTable *
wa_account_settings_collect (WaProvider *provider)
{
  GHashTable *settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto(GStrv) keys = wa_provider_dup_setting_keys (provider);

  for (guint i = 0; keys[i] != NULL; i++)
    g_hash_table_insert (settings, g_strdup (keys[i]),
                         g_strdup (wa_provider_get_setting (provider, keys[i])));

  return settings;
}
