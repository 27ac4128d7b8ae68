/* wa-account-switcher.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/account/wa-account-switcher.h"
#include "ui/account/wa-demo-menu.h"

struct _WaAccountSwitcher
{
  AdwBin         parent_instance;

  GListModel    *accounts;            /* (owned) (nullable) */
  WaAccount     *account;             /* (owned) (nullable) */
  GBindingGroup *bindings;

  GtkLabel      *title_label;
  GtkLabel      *system_label;
  GtkPopover    *popover;
  GtkListBox    *list;
  GtkMenuButton *demo_button;
};

enum
{
  PROP_0,
  PROP_ACCOUNTS,
  PROP_ACCOUNT,
  N_PROPS,
};

G_DEFINE_FINAL_TYPE (WaAccountSwitcher, wa_account_switcher, ADW_TYPE_BIN)

static GParamSpec *properties[N_PROPS];

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  WaAccountSwitcher *self = user_data;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  g_object_bind_property (item, "title", row, "title", G_BINDING_SYNC_CREATE);
  g_object_bind_property (item, "system-name", row, "subtitle", G_BINDING_SYNC_CREATE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_visible (check, item == self->account);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), check);

  return row;
}

/* A handful of rows: made anew when another account is the current one. */
static void
update_list (WaAccountSwitcher *self)
{
  gtk_list_box_bind_model (self->list, self->accounts, create_row, self, NULL);
}

static void
on_row_activated_cb (GtkListBox        *list,
                     GtkListBoxRow     *row,
                     WaAccountSwitcher *self)
{
  g_autoptr(WaAccount) account = g_list_model_get_item (self->accounts, gtk_list_box_row_get_index (row));

  gtk_popover_popdown (self->popover);
  if (account != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.switch-account", "s", wa_account_get_id (account));
}

static void
on_button_clicked_cb (GtkButton         *button,
                      WaAccountSwitcher *self)
{
  gtk_popover_popdown (self->popover);
}

static void
wa_account_switcher_dispose (GObject *object)
{
  WaAccountSwitcher *self = WA_ACCOUNT_SWITCHER (object);

  g_clear_object (&self->bindings);
  g_clear_object (&self->accounts);
  g_clear_object (&self->account);
  gtk_widget_dispose_template (GTK_WIDGET (self), WA_TYPE_ACCOUNT_SWITCHER);

  G_OBJECT_CLASS (wa_account_switcher_parent_class)->dispose (object);
}

static void
wa_account_switcher_get_property (GObject    *object,
                                  guint       id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  WaAccountSwitcher *self = WA_ACCOUNT_SWITCHER (object);

  switch (id)
    {
    case PROP_ACCOUNTS:
      g_value_set_object (value, self->accounts);
      break;
    case PROP_ACCOUNT:
      g_value_set_object (value, self->account);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
wa_account_switcher_set_property (GObject      *object,
                                  guint         id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  WaAccountSwitcher *self = WA_ACCOUNT_SWITCHER (object);

  switch (id)
    {
    case PROP_ACCOUNTS:
      if (!g_set_object (&self->accounts, g_value_get_object (value)))
        return;
      break;
    case PROP_ACCOUNT:
      if (!g_set_object (&self->account, g_value_get_object (value)))
        return;
      g_binding_group_set_source (self->bindings, self->account);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }

  update_list (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
wa_account_switcher_class_init (WaAccountSwitcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags write = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = wa_account_switcher_dispose;
  object_class->get_property = wa_account_switcher_get_property;
  object_class->set_property = wa_account_switcher_set_property;

  properties[PROP_ACCOUNTS] = g_param_spec_object ("accounts", NULL, NULL, G_TYPE_LIST_MODEL, write);
  properties[PROP_ACCOUNT] = g_param_spec_object ("account", NULL, NULL, WA_TYPE_ACCOUNT, write);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/WaDesk/ui/account/wa-account-switcher.ui");
  gtk_widget_class_bind_template_child (widget_class, WaAccountSwitcher, title_label);
  gtk_widget_class_bind_template_child (widget_class, WaAccountSwitcher, system_label);
  gtk_widget_class_bind_template_child (widget_class, WaAccountSwitcher, popover);
  gtk_widget_class_bind_template_child (widget_class, WaAccountSwitcher, list);
  gtk_widget_class_bind_template_child (widget_class, WaAccountSwitcher, demo_button);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_button_clicked_cb);
}

static void
wa_account_switcher_init (WaAccountSwitcher *self)
{
  g_autoptr(GMenuModel) demos = wa_demo_menu_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_menu_model (self->demo_button, demos);

  self->bindings = g_binding_group_new ();
  g_binding_group_bind (self->bindings, "title", self->title_label, "label", G_BINDING_SYNC_CREATE);
  g_binding_group_bind (self->bindings, "system-name", self->system_label, "label", G_BINDING_SYNC_CREATE);
}
