/* wa-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/compose/wa-compose-dialog.h"
#include "ui/outbox/wa-outbox-page.h"
#include "ui/templates/wa-templates-page.h"
#include "ui/wa-window.h"

struct _WaWindow
{
  AdwApplicationWindow  parent_instance;

  GListModel           *accounts;         /* (owned) (nullable) */
  WaAccount            *account;          /* (owned) (nullable) */
  GSignalGroup         *outbox_signals;

  AdwToastOverlay      *toasts;
  AdwLeaflet           *leaflet;
  GtkListBox           *sidebar;
  GtkStack             *pages;
  GtkLabel             *outbox_badge;
};

enum
{
  PROP_0,
  PROP_ACCOUNTS,
  PROP_ACCOUNT,
  N_PROPS,
};

G_DEFINE_FINAL_TYPE (WaWindow, wa_window, ADW_TYPE_APPLICATION_WINDOW)

static GParamSpec *properties[N_PROPS];

/* In the order of the sidebar. */
static const char *const page_names[] = { "contacts", "templates", "outbox" };

static void
show_page (WaWindow   *self,
           const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (page_names); i++)
    if (g_str_equal (page_names[i], name))
      gtk_list_box_select_row (self->sidebar, gtk_list_box_get_row_at_index (self->sidebar, i));
}

static void
on_sidebar_row_selected_cb (GtkListBox    *sidebar,
                            GtkListBoxRow *row,
                            WaWindow      *self)
{
  if (row != NULL)
    gtk_stack_set_visible_child_name (self->pages, page_names[gtk_list_box_row_get_index (row)]);
}

static void
on_sidebar_row_activated_cb (GtkListBox    *sidebar,
                             GtkListBoxRow *row,
                             WaWindow      *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
update_badge (WaWindow *self)
{
  WaOutbox *outbox = self->account ? wa_account_get_outbox (self->account) : NULL;
  guint waiting = outbox ? wa_outbox_get_waiting (outbox) : 0;
  g_autofree char *text = g_strdup_printf ("%u", waiting);

  gtk_label_set_label (self->outbox_badge, text);
  gtk_widget_set_visible (GTK_WIDGET (self->outbox_badge), waiting > 0);
}

static void
show_page_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  WaWindow *self = WA_WINDOW (widget);

  show_page (self, g_variant_get_string (parameter, NULL));
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
show_sidebar_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  adw_leaflet_navigate (WA_WINDOW (widget)->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
new_message_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  wa_window_compose (widget, NULL, NULL);
}

static void
refresh_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  wa_sync_start (wa_account_get_sync (WA_WINDOW (widget)->account));
}

static void
cancel_refresh_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  wa_sync_cancel (wa_account_get_sync (WA_WINDOW (widget)->account));
}

static void
switch_account_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  WaWindow *self = WA_WINDOW (widget);
  const char *id = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (self->accounts); i++)
    {
      g_autoptr(WaAccount) account = g_list_model_get_item (self->accounts, i);

      if (g_str_equal (wa_account_get_id (account), id))
        wa_window_set_account (self, account);
    }
}

static void
wa_window_dispose (GObject *object)
{
  WaWindow *self = WA_WINDOW (object);

  g_clear_object (&self->outbox_signals);
  g_clear_object (&self->accounts);
  g_clear_object (&self->account);
  gtk_widget_dispose_template (GTK_WIDGET (self), WA_TYPE_WINDOW);

  G_OBJECT_CLASS (wa_window_parent_class)->dispose (object);
}

static void
wa_window_get_property (GObject    *object,
                        guint       id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  WaWindow *self = WA_WINDOW (object);

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
wa_window_set_property (GObject      *object,
                        guint         id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  WaWindow *self = WA_WINDOW (object);

  switch (id)
    {
    case PROP_ACCOUNTS:
      self->accounts = g_value_dup_object (value);
      break;
    case PROP_ACCOUNT:
      wa_window_set_account (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
wa_window_class_init (WaWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wa_window_dispose;
  object_class->get_property = wa_window_get_property;
  object_class->set_property = wa_window_set_property;

  properties[PROP_ACCOUNTS] =
    g_param_spec_object ("accounts", NULL, NULL, G_TYPE_LIST_MODEL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ACCOUNT] =
    g_param_spec_object ("account", NULL, NULL, WA_TYPE_ACCOUNT,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (WA_TYPE_OUTBOX_PAGE);
  g_type_ensure (WA_TYPE_TEMPLATES_PAGE);

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/WaDesk/ui/wa-window.ui");
  gtk_widget_class_bind_template_child (widget_class, WaWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, WaWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, WaWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, WaWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, WaWindow, outbox_badge);
  gtk_widget_class_bind_template_callback (widget_class, on_sidebar_row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_sidebar_row_activated_cb);

  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page_action);
  gtk_widget_class_install_action (widget_class, "win.show-sidebar", NULL, show_sidebar_action);
  gtk_widget_class_install_action (widget_class, "win.new-message", NULL, new_message_action);
  gtk_widget_class_install_action (widget_class, "win.refresh", NULL, refresh_action);
  gtk_widget_class_install_action (widget_class, "win.cancel-refresh", NULL, cancel_refresh_action);
  gtk_widget_class_install_action (widget_class, "win.switch-account", "s", switch_account_action);
}

static void
wa_window_init (WaWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->outbox_signals = g_signal_group_new (WA_TYPE_OUTBOX);
  g_signal_group_connect_swapped (self->outbox_signals, "notify::waiting", G_CALLBACK (update_badge), self);
}

WaWindow *
wa_window_new (GtkApplication *application,
               GListModel     *accounts)
{
  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (accounts == NULL || G_IS_LIST_MODEL (accounts), NULL);

  return g_object_new (WA_TYPE_WINDOW, "application", application, "accounts", accounts, NULL);
}

WaAccount *
wa_window_get_account (WaWindow *self)
{
  g_return_val_if_fail (WA_IS_WINDOW (self), NULL);

  return self->account;
}

/**
 * wa_window_set_account:
 * @account: (nullable): what the pages show
 */
void
wa_window_set_account (WaWindow  *self,
                       WaAccount *account)
{
  g_return_if_fail (WA_IS_WINDOW (self));
  g_return_if_fail (account == NULL || WA_IS_ACCOUNT (account));

  if (!g_set_object (&self->account, account))
    return;

  g_signal_group_set_target (self->outbox_signals, account ? wa_account_get_outbox (account) : NULL);
  update_badge (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACCOUNT]);
}

/**
 * wa_window_toast:
 * @from: a widget in the window, or in a dialog of it
 * @text: what to say; not markup
 */
void
wa_window_toast (GtkWidget  *from,
                 const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (from));

  while (root != NULL && !WA_IS_WINDOW (root))
    root = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (root)));
  if (root != NULL)
    adw_toast_overlay_add_toast (WA_WINDOW (root)->toasts, adw_toast_new (escaped));
}

/**
 * wa_window_compose:
 * @from: a widget in the window
 * @recipient: (nullable): to whom
 * @template: (nullable): the template to begin with
 *
 * Opens a new message of the window's account.
 */
void
wa_window_compose (GtkWidget  *from,
                   WaContact  *recipient,
                   WaTemplate *template)
{
  WaWindow *self = WA_WINDOW (gtk_widget_get_root (from));
  WaComposeDialog *dialog;

  g_return_if_fail (self->account != NULL);

  dialog = wa_compose_dialog_new (self->account, recipient, template);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}
