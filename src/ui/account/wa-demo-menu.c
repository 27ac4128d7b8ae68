/* wa-demo-menu.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "session/wa-system.h"
#include "ui/account/wa-demo-menu.h"

/**
 * wa_demo_menu_new:
 *
 * Returns: (transfer full): the demos, one of each system, for the action `app.open-demo`
 */
GMenuModel *
wa_demo_menu_new (void)
{
  g_autoptr(GListModel) systems = wa_systems_new ();
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < g_list_model_get_n_items (systems); i++)
    {
      g_autoptr(WaSystem) system = g_list_model_get_item (systems, i);
      g_autoptr(GMenuItem) item = g_menu_item_new (wa_system_get_name (system), NULL);

      g_menu_item_set_action_and_target (item, "app.open-demo", "s", wa_system_get_id (system));
      g_menu_append_item (menu, item);
    }

  return G_MENU_MODEL (menu);
}
