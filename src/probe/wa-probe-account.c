/* wa-probe-account.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "probe/wa-probe-account.h"
#include "provider/wa-checks.h"
#include "provider/wa-registry.h"
#include "session/wa-account-settings.h"

#define TOKEN_VARIABLE "WADESK_TOKEN"

/**
 * wa_probe_account_dup_token:
 *
 * Returns: (transfer full) (nullable): the account's key, "" where there is none, or %NULL with %WA_ERROR_INVALID
 */
char *
wa_probe_account_dup_token (const WaProbeOptions  *options,
                            GError               **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autofree char *token = NULL;

  if (options->token_file == NULL)
    return wa_dup_bare_key (g_getenv (TOKEN_VARIABLE));

  if (g_file_get_contents (options->token_file, &token, NULL, &local_error))
    return wa_dup_bare_key (token);

  g_set_error (error, WA_ERROR, WA_ERROR_INVALID,
               _("The file with the key can’t be read: %s"), local_error->message);

  return NULL;
}

/**
 * wa_probe_account_check_token:
 *
 * Returns: %TRUE, or %FALSE with %WA_ERROR_INVALID where @row needs a key and there is none
 */
gboolean
wa_probe_account_check_token (const WaOperation  *row,
                              const char         *token,
                              GError            **error)
{
  if (!wa_is_empty (token) || (row->flags & WA_OP_OPEN) != 0)
    return TRUE;

  g_set_error (error, WA_ERROR, WA_ERROR_INVALID,
               _("There is no key. Put it into the environment variable %s, or name a file with %s."),
               TOKEN_VARIABLE, "--token-file");

  return FALSE;
}

static gboolean
is_known (const WaProviderInfo *info,
          const char           *key)
{
  for (guint i = 0; i < info->n_settings; i++)
    if (g_str_equal (info->settings[i].key, key))
      return TRUE;

  return FALSE;
}

/* What a system learned by itself is a setting too, under a name that no list has. */
static gboolean
is_secret (const WaProviderInfo *info,
           const char           *key)
{
  static const char *const words[] = { "token", "key", "secret", "password", "credential", "auth", "bearer" };
  g_autofree char *folded = g_ascii_strdown (key, -1);

  if (is_known (info, key))
    return wa_account_settings_is_secret (info, key);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (folded, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
take_setting (const WaProviderInfo  *info,
              GHashTable            *settings,
              const char            *text,
              GError               **error)
{
  const char *equals = strchr (text, '=');
  g_autofree char *key = equals != NULL ? g_strndup (text, (gsize) (equals - text)) : NULL;

  if (wa_is_empty (key) || !g_utf8_validate (text, -1, NULL))
    {
      g_set_error (error, WA_ERROR, WA_ERROR_INVALID, _("A setting is given as %s."), "--set KEY=VALUE");
      return FALSE;
    }

  if (is_secret (info, key))
    {
      g_set_error (error, WA_ERROR, WA_ERROR_INVALID,
                   _("“%s” is secret, and everybody on this computer can read arguments. "
                     "Put the key into the environment variable %s, or name a file with %s."),
                   key, TOKEN_VARIABLE, "--token-file");
      return FALSE;
    }

  g_hash_table_insert (settings, g_steal_pointer (&key), g_strdup (equals + 1));

  return TRUE;
}

static GHashTable *
collect_settings (const WaProbeOptions  *options,
                  const WaProviderInfo  *info,
                  GError               **error)
{
  g_autoptr(GHashTable) settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (gsize i = 0; options->settings != NULL && options->settings[i] != NULL; i++)
    if (!take_setting (info, settings, options->settings[i], error))
      return NULL;
  if (options->base_url != NULL)
    g_hash_table_insert (settings, g_strdup (WA_SETTING_KEY_BASE_URL), g_strdup (options->base_url));

  return g_steal_pointer (&settings);
}

/* Says by which option what the account dialog would ask for by its title. */
static gboolean
check_complete (const WaProviderInfo  *info,
                GHashTable            *settings,
                GError               **error)
{
  for (guint i = 0; i < info->n_settings; i++)
    {
      const WaSetting *setting = &info->settings[i];
      g_autofree char *option = NULL;

      if (!setting->required || setting->fallback != NULL || setting->kind == WA_SETTING_SECRET ||
          g_hash_table_contains (settings, setting->key))
        continue;

      option = g_str_equal (setting->key, WA_SETTING_KEY_BASE_URL) ? g_strdup ("--base-url URL")
                                                                   : g_strdup_printf ("--set %s=…", setting->key);
      /* Translators: the name of a setting, then how to give it: "--set account-name=…" */
      g_set_error (error, WA_ERROR, WA_ERROR_INVALID, _("“%s” is missing. Give it with %s."),
                   _(setting->title), option);
      return FALSE;
    }

  return TRUE;
}

static void
apply_learned (WaProvider *provider,
               GHashTable *settings)
{
  const WaProviderInfo *info = wa_provider_get_info (provider);
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, settings);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (!is_known (info, key))
      wa_provider_set_setting (provider, key, value);
}

/* Returns: (nullable): %NULL for what is better left as it is */
static const char *
sample_of (const WaSetting *setting)
{
  if (setting->kind == WA_SETTING_CHOICE)
    {
      guint i = g_strcmp0 (setting->choices[0].value, setting->fallback) == 0 ? 1 : 0;

      return setting->choices[i].value;
    }

  if (setting->fallback != NULL || setting->kind == WA_SETTING_SECRET)
    return NULL;

  switch ((int) setting->kind)
    {
    case WA_SETTING_ADDRESS:
      return "https://example.com";
    case WA_SETTING_DIGITS:
      return "123456789012345";
    default:
      return "Main";
    }
}

static void
add_samples (const WaProviderInfo *info,
             gboolean              optional,
             GHashTable           *settings)
{
  for (guint i = 0; i < info->n_settings; i++)
    {
      const WaSetting *setting = &info->settings[i];
      const char *sample = sample_of (setting);

      if (sample != NULL && (setting->required || optional) && !g_hash_table_contains (settings, setting->key))
        g_hash_table_insert (settings, g_strdup (setting->key), g_strdup (sample));
    }
}

/* Returns: (nullable): what the system asks for, or %NULL with an error */
static const WaProviderInfo *
find_info (const WaProbeOptions  *options,
           GError               **error)
{
  const WaProviderInfo *info = wa_registry_find (options->provider);

  if (options->provider == NULL)
    g_set_error (error, WA_ERROR, WA_ERROR_INVALID, _("Say which system: %s."), "--provider ID");
  else if (info == NULL)
    g_set_error (error, WA_ERROR, WA_ERROR_UNSUPPORTED,
                 _("This version of WaDesk does not know the system “%s”. Update WaDesk."), options->provider);

  return info;
}

static WaProvider *
new_provider (const WaProviderInfo  *info,
              GHashTable            *settings,
              GError               **error)
{
  WaProvider *provider;

  if (!check_complete (info, settings, error) ||
      (provider = wa_account_settings_apply (info->id, settings, TRUE, error)) == NULL)
    return NULL;

  apply_learned (provider, settings);

  return provider;
}

/**
 * wa_probe_account_new_provider:
 *
 * Returns: (transfer full): the account's system with the account's settings, or %NULL with an error
 */
WaProvider *
wa_probe_account_new_provider (const WaProbeOptions  *options,
                               GError               **error)
{
  const WaProviderInfo *info = find_info (options, error);
  g_autoptr(GHashTable) settings = info != NULL ? collect_settings (options, info, error) : NULL;

  return settings != NULL ? new_provider (info, settings, error) : NULL;
}

/**
 * wa_probe_account_new_sample:
 * @optional: also what an account may lack
 *
 * Returns: (transfer full): the same, where what @options lack is made up, or %NULL with an error
 */
WaProvider *
wa_probe_account_new_sample (const WaProbeOptions  *options,
                             gboolean               optional,
                             GError               **error)
{
  const WaProviderInfo *info = find_info (options, error);
  g_autoptr(GHashTable) settings = info != NULL ? collect_settings (options, info, error) : NULL;

  if (settings == NULL)
    return NULL;

  add_samples (info, optional, settings);

  return new_provider (info, settings, error);
}
