/* test-systems.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "session/wa-system.h"

/* What the account dialog relies on for every system. */
static void
test_list (void)
{
  g_autoptr(GListModel) systems = wa_systems_new ();

  g_assert_cmpuint (g_list_model_get_n_items (systems), >, 0);
  for (guint i = 0; i < g_list_model_get_n_items (systems); i++)
    {
      g_autoptr(WaSystem) system = g_list_model_get_item (systems, i);
      g_autoptr(WaSystem) found = wa_systems_find (wa_system_get_id (system));
      g_autofree char *summary = NULL;

      g_object_get (system, "summary", &summary, NULL);
      g_assert_cmpstr (summary, !=, "");
      g_assert_cmpstr (wa_system_get_name (found), ==, wa_system_get_name (system));
    }

  g_assert_null (wa_systems_find ("no such system"));
}

static void
check_setting (WaSystemSetting *setting)
{
  g_auto(GStrv) choices = NULL;
  g_auto(GStrv) titles = NULL;
  WaSettingKind kind;

  g_object_get (setting, "kind", &kind, "choices", &choices, "choice-titles", &titles, NULL);
  g_assert_cmpstr (wa_system_setting_get_title (setting), !=, "");
  g_assert_cmpuint (g_strv_length (choices), ==, g_strv_length (titles));
  g_assert_true ((kind == WA_SETTING_CHOICE) == (choices[0] != NULL));
  if (kind == WA_SETTING_SECRET)
    g_assert_cmpstr (wa_system_setting_get_fallback (setting), ==, "");
}

static void
test_settings (void)
{
  g_autoptr(GListModel) systems = wa_systems_new ();

  for (guint i = 0; i < g_list_model_get_n_items (systems); i++)
    {
      g_autoptr(WaSystem) system = g_list_model_get_item (systems, i);
      GListModel *settings = wa_system_get_settings (system);
      gboolean has_address = FALSE;

      for (guint j = 0; j < g_list_model_get_n_items (settings); j++)
        {
          g_autoptr(WaSystemSetting) setting = g_list_model_get_item (settings, j);

          check_setting (setting);
          has_address |= g_str_equal (wa_system_setting_get_key (setting), "base-url");
        }
      g_assert_true (has_address);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/systems/list", test_list);
  g_test_add_func ("/systems/settings", test_settings);

  return g_test_run ();
}
