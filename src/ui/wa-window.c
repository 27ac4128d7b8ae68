/* wa-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/account/wa-account-dialog.h"
#include "ui/account/wa-account-switcher.h"
#include "ui/account/wa-demo-menu.h"
#include "ui/compose/wa-compose-dialog.h"
#include "ui/contacts/wa-contacts-page.h"
#include "ui/outbox/wa-outbox-page.h"
#include "ui/templates/wa-templates-page.h"
#include "ui/wa-window.h"
#include "ui/welcome/wa-welcome-page.h"

/* What was refreshed longer ago is refreshed when the account is opened. */
#define REFRESH_AFTER G_TIME_SPAN_HOUR

struct _WaWindow
{
  AdwApplicationWindow  parent_instance;

  WaAccounts           *accounts;         /* (owned) */
  WaAccount            *account;          /* (owned) (nullable) */
  GSettings            *settings;         /* (owned) */
  GSignalGroup         *account_signals;
  GSignalGroup         *outbox_signals;
  GSignalGroup         *message_signals;
  GSignalGroup         *sync_signals;
  gboolean              started;
  gboolean              discarding;       /* the user gave up the changes that were not saved */

  AdwToastOverlay      *toasts;
  GtkStack             *stack;
  AdwLeaflet           *leaflet;
  GtkListBox           *sidebar;
  GtkStack             *pages;
  GtkLabel             *outbox_badge;
  WaContactsPage       *contacts_page;
  GMenu                *demo_menu;
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
  const char *name;

  if (row == NULL)
    return;

  name = page_names[gtk_list_box_row_get_index (row)];
  gtk_stack_set_visible_child_name (self->pages, name);
  g_settings_set_string (self->settings, "last-page", name);
}

static void
on_sidebar_row_activated_cb (GtkListBox    *sidebar,
                             GtkListBoxRow *row,
                             WaWindow      *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void update_badge (WaWindow *self);

/* Messages that wait for a decision; only the newest, which are in memory anyway. */
static guint
count_undecided (WaWindow *self,
                 WaOutbox *outbox)
{
  GListModel *messages = wa_outbox_get_messages (outbox);
  guint n = MIN (g_list_model_get_n_items (messages), WA_ROW_LIST_PAGE);
  guint undecided = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(WaMessage) message = g_list_model_get_item (messages, i);
      WaMessageState state = wa_message_get_state (message);

      if ((state != WA_STATE_FAILED && state != WA_STATE_UNCERTAIN) || wa_message_get_dismissed (message))
        continue;

      undecided++;
      g_signal_handlers_disconnect_by_func (message, update_badge, self);
      g_signal_connect_object (message, "notify::dismissed", G_CALLBACK (update_badge), self, G_CONNECT_SWAPPED);
    }

  return undecided;
}

static void
update_badge (WaWindow *self)
{
  WaOutbox *outbox = self->account ? wa_account_get_outbox (self->account) : NULL;
  guint waiting = outbox ? wa_outbox_get_waiting (outbox) : 0;
  guint undecided = outbox ? count_undecided (self, outbox) : 0;
  GtkWidget *badge = GTK_WIDGET (self->outbox_badge);
  g_autofree char *text = g_strdup_printf ("%u", waiting + undecided);
  g_autofree char *name = NULL;

  if (undecided > 0)
    name = g_strdup_printf (ngettext ("%u message needs a decision", "%u messages need a decision", undecided), undecided);
  else
    name = g_strdup_printf (ngettext ("%u message waits", "%u messages wait", waiting), waiting);

  gtk_label_set_label (self->outbox_badge, text);
  gtk_widget_set_tooltip_text (badge, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (badge), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (undecided > 0)
    gtk_widget_add_css_class (badge, "warning");
  else
    gtk_widget_remove_css_class (badge, "warning");
  gtk_widget_set_visible (badge, waiting + undecided > 0);
}

static void
set_enabled (WaWindow   *self,
             const char *name,
             gboolean    enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update_actions (WaWindow *self)
{
  WaSync *sync = self->account ? wa_account_get_sync (self->account) : NULL;
  gboolean running = sync && wa_sync_get_running (sync);
  gboolean ready = self->account && wa_account_get_state (self->account) == WA_ACCOUNT_READY;
  gboolean open = ready || (self->account && wa_account_get_state (self->account) == WA_ACCOUNT_NEEDS_KEY);

  set_enabled (self, "refresh", ready && !running);
  set_enabled (self, "cancel-refresh", running);
  set_enabled (self, "new-message", open);
  set_enabled (self, "new-contact", open);
  set_enabled (self, "search", open);
  set_enabled (self, "show-page", self->account != NULL);
  set_enabled (self, "edit-account", self->account != NULL);
}

/* What the window shows beside an account: nothing yet, or the way to a first one. */
static void
update_stack (WaWindow *self)
{
  const char *name = "loading";

  if (self->account != NULL)
    name = "main";
  else if (self->started)
    name = "welcome";

  gtk_stack_set_visible_child_name (self->stack, name);
}

static void
choose_account (WaWindow *self)
{
  g_autofree char *id = g_settings_get_string (self->settings, "current-account");
  g_autoptr(WaAccount) account = NULL;

  if (!g_set_object (&account, wa_accounts_find (self->accounts, id)))
    account = g_list_model_get_item (G_LIST_MODEL (self->accounts), 0);

  wa_window_set_account (self, account);
}

static void
on_accounts_changed_cb (WaWindow *self)
{
  if (self->account != NULL && wa_accounts_find (self->accounts, wa_account_get_id (self->account)) != self->account)
    choose_account (self);
}

static gboolean
needs_refresh (WaAccount *account)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  GDateTime *last = wa_sync_get_last_complete (wa_account_get_sync (account));

  return wa_account_get_state (account) == WA_ACCOUNT_READY &&
         (last == NULL || g_date_time_difference (now, last) > REFRESH_AFTER);
}

static void
open_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  /* Why it failed is the account's state, which the pages show. */
  if (!wa_account_open_finish (WA_ACCOUNT (object), result, &error))
    g_debug ("account not opened: %s", error->message);
}

static void
on_state_changed_cb (WaWindow *self)
{
  update_actions (self);
  if (self->account != NULL && needs_refresh (self->account))
    wa_sync_start (wa_account_get_sync (self->account));
}

static void
show_page_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  WaWindow *self = WA_WINDOW (user_data);

  show_page (self, g_variant_get_string (parameter, NULL));
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
show_sidebar_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  adw_leaflet_navigate (WA_WINDOW (user_data)->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
new_message_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  wa_window_compose (GTK_WIDGET (user_data), NULL, NULL);
}

static void
new_contact_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  WaWindow *self = WA_WINDOW (user_data);

  show_page (self, "contacts");
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  wa_contacts_page_new_contact (self->contacts_page);
}

static void
search_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  WaWindow *self = WA_WINDOW (user_data);

  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  if (gtk_widget_activate_action (gtk_stack_get_visible_child (self->pages), "templates.search", NULL))
    return;

  show_page (self, "contacts");
  wa_contacts_page_search (self->contacts_page);
}

static void
refresh_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  wa_sync_start (wa_account_get_sync (WA_WINDOW (user_data)->account));
}

static void
cancel_refresh_action (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  wa_sync_cancel (wa_account_get_sync (WA_WINDOW (user_data)->account));
}

static void
switch_account_action (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  WaWindow *self = WA_WINDOW (user_data);
  WaAccount *account = wa_accounts_find (self->accounts, g_variant_get_string (parameter, NULL));

  if (account != NULL)
    wa_window_set_account (self, account);
}

static void
edit_account_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  WaWindow *self = WA_WINDOW (user_data);
  WaAccountDialog *dialog = wa_account_dialog_new (self->accounts, self->account);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static const GActionEntry actions[] = {
  { .name = "show-page", .activate = show_page_action, .parameter_type = "s" },
  { .name = "show-sidebar", .activate = show_sidebar_action },
  { .name = "new-message", .activate = new_message_action },
  { .name = "new-contact", .activate = new_contact_action },
  { .name = "search", .activate = search_action },
  { .name = "refresh", .activate = refresh_action },
  { .name = "cancel-refresh", .activate = cancel_refresh_action },
  { .name = "switch-account", .activate = switch_account_action, .parameter_type = "s" },
  { .name = "edit-account", .activate = edit_account_action },
};

static void
on_discard_response_cb (AdwMessageDialog *dialog,
                        const char       *response,
                        WaWindow         *self)
{
  if (!g_str_equal (response, "discard"))
    return;

  self->discarding = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
wa_window_close_request (GtkWindow *window)
{
  WaWindow *self = WA_WINDOW (window);
  guint unsaved = self->discarding ? 0 : wa_contacts_page_count_unsaved (self->contacts_page);
  g_autofree char *heading = NULL;
  GtkWidget *dialog;

  if (unsaved == 0)
    return GTK_WINDOW_CLASS (wa_window_parent_class)->close_request (window);

  heading = g_strdup_printf (ngettext ("Discard the Changes to %u Contact?", "Discard the Changes to %u Contacts?", unsaved),
                             unsaved);
  dialog = adw_message_dialog_new (window, heading, _("They were not saved. Without saving they are lost."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("_Keep Editing"),
                                    "discard", _("_Discard"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_discard_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));

  return GDK_EVENT_STOP;
}

static void
wa_window_dispose (GObject *object)
{
  WaWindow *self = WA_WINDOW (object);

  g_clear_object (&self->account_signals);
  g_clear_object (&self->outbox_signals);
  g_clear_object (&self->message_signals);
  g_clear_object (&self->sync_signals);
  g_clear_object (&self->accounts);
  g_clear_object (&self->settings);
  g_clear_object (&self->account);
  /* Before the template lets its children go: the parent class would let go of this one a second time. */
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), WA_TYPE_WINDOW);

  G_OBJECT_CLASS (wa_window_parent_class)->dispose (object);
}

static void
wa_window_constructed (GObject *object)
{
  WaWindow *self = WA_WINDOW (object);

  G_OBJECT_CLASS (wa_window_parent_class)->constructed (object);

  g_signal_connect_object (self->accounts, "items-changed", G_CALLBACK (on_accounts_changed_cb), self, G_CONNECT_SWAPPED);
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

  object_class->constructed = wa_window_constructed;
  object_class->dispose = wa_window_dispose;
  object_class->get_property = wa_window_get_property;
  object_class->set_property = wa_window_set_property;
  GTK_WINDOW_CLASS (klass)->close_request = wa_window_close_request;

  properties[PROP_ACCOUNTS] =
    g_param_spec_object ("accounts", NULL, NULL, WA_TYPE_ACCOUNTS,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ACCOUNT] =
    g_param_spec_object ("account", NULL, NULL, WA_TYPE_ACCOUNT,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (WA_TYPE_ACCOUNT_SWITCHER);
  g_type_ensure (WA_TYPE_CONTACTS_PAGE);
  g_type_ensure (WA_TYPE_OUTBOX_PAGE);
  g_type_ensure (WA_TYPE_TEMPLATES_PAGE);
  g_type_ensure (WA_TYPE_WELCOME_PAGE);

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/WaDesk/ui/wa-window.ui");
  gtk_widget_class_bind_template_child (widget_class, WaWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, WaWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, WaWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, WaWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, WaWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, WaWindow, outbox_badge);
  gtk_widget_class_bind_template_child (widget_class, WaWindow, contacts_page);
  gtk_widget_class_bind_template_child (widget_class, WaWindow, demo_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_sidebar_row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_sidebar_row_activated_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.show-sidebar", NULL);
}

static void
wa_window_init (WaWindow *self)
{
  g_autoptr(GMenuModel) demos = wa_demo_menu_new ();
  g_autofree char *page = NULL;

  self->settings = g_settings_new (WA_APP_ID);
  /* In the window's own map, not the class's: there D-Bus reaches them too. */
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_menu_append_section (self->demo_menu, NULL, demos);

  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  page = g_settings_get_string (self->settings, "last-page");
  show_page (self, page);

  self->account_signals = g_signal_group_new (WA_TYPE_ACCOUNT);
  g_signal_group_connect_swapped (self->account_signals, "notify::state", G_CALLBACK (on_state_changed_cb), self);
  self->outbox_signals = g_signal_group_new (WA_TYPE_OUTBOX);
  g_signal_group_connect_swapped (self->outbox_signals, "notify::waiting", G_CALLBACK (update_badge), self);
  g_signal_group_connect_swapped (self->outbox_signals, "message-settled", G_CALLBACK (update_badge), self);
  self->message_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->message_signals, "items-changed", G_CALLBACK (update_badge), self);
  self->sync_signals = g_signal_group_new (WA_TYPE_SYNC);
  g_signal_group_connect_swapped (self->sync_signals, "notify::running", G_CALLBACK (update_actions), self);
  update_actions (self);
}

WaWindow *
wa_window_new (GtkApplication *application,
               WaAccounts     *accounts)
{
  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (WA_IS_ACCOUNTS (accounts), NULL);

  return g_object_new (WA_TYPE_WINDOW, "application", application, "accounts", accounts, NULL);
}

/**
 * wa_window_start:
 *
 * To be called once the accounts are loaded: shows the one that was used last, or the welcome.
 */
void
wa_window_start (WaWindow *self)
{
  g_return_if_fail (WA_IS_WINDOW (self));

  self->started = TRUE;
  if (self->account == NULL)
    choose_account (self);
  update_stack (self);
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
  WaOutbox *outbox;

  g_return_if_fail (WA_IS_WINDOW (self));
  g_return_if_fail (account == NULL || WA_IS_ACCOUNT (account));

  if (!g_set_object (&self->account, account))
    return;

  outbox = account ? wa_account_get_outbox (account) : NULL;
  g_signal_group_set_target (self->account_signals, account);
  g_signal_group_set_target (self->outbox_signals, outbox);
  g_signal_group_set_target (self->message_signals, outbox ? wa_outbox_get_messages (outbox) : NULL);
  g_signal_group_set_target (self->sync_signals, account ? wa_account_get_sync (account) : NULL);
  update_badge (self);
  update_stack (self);
  on_state_changed_cb (self);

  if (account != NULL)
    {
      adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
      g_settings_set_string (self->settings, "current-account", wa_account_get_id (account));
      if (wa_account_get_state (account) == WA_ACCOUNT_CLOSED)
        wa_account_open_async (account, NULL, open_cb, NULL);
    }
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
