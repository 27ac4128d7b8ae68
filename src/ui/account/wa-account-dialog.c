/* wa-account-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-util.h"
#include "ui/account/wa-account-dialog.h"
#include "ui/account/wa-setting-field.h"

struct _WaAccountDialog
{
  AdwWindow     parent_instance;

  WaAccounts   *accounts;        /* (owned) */
  WaAccount    *account;         /* (owned) (nullable): the one that is changed */
  WaSystem     *system;          /* (owned) */
  GPtrArray    *fields;          /* (owned): WaSettingField, borrowed */
  GCancellable *cancellable;     /* (owned) (nullable): of what runs */

  AdwComboRow  *system_row;
  GtkLabel     *summary_label;
  GtkBox       *basic_box;
  GtkExpander  *advanced;
  GtkBox       *advanced_box;
  AdwEntryRow  *title_row;
  GtkLabel     *result_label;
  GtkSpinner   *spinner;
  GtkButton    *save_button;
  GtkButton    *remove_button;
};

enum
{
  CONNECTED,
  N_SIGNALS,
};

G_DEFINE_FINAL_TYPE (WaAccountDialog, wa_account_dialog, ADW_TYPE_WINDOW)

static guint signals[N_SIGNALS];

/* A key that an account has is not asked for again. */
static gboolean
is_needed (WaAccountDialog *self,
           WaSystemSetting *setting)
{
  return wa_system_setting_get_required (setting) &&
         !(self->account != NULL && wa_system_setting_get_kind (setting) == WA_SETTING_SECRET);
}

static gboolean
is_complete (WaAccountDialog *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      WaSettingField *field = g_ptr_array_index (self->fields, i);
      g_autofree char *value = wa_setting_field_dup_value (field);

      if (wa_is_empty (value) && is_needed (self, wa_setting_field_get_setting (field)))
        return FALSE;
    }

  return TRUE;
}

static void
update_actions (WaAccountDialog *self)
{
  gboolean busy = self->cancellable != NULL;
  gboolean complete = is_complete (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "account.test", complete && !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "account.save", complete && !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "account.remove", self->account != NULL && !busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_spinner_set_spinning (self->spinner, busy);
}

static void
show_result (WaAccountDialog *self,
             const char      *text,
             const char      *css_class)
{
  gtk_label_set_label (self->result_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->result_label), text[0] != '\0');
  gtk_widget_remove_css_class (GTK_WIDGET (self->result_label), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (self->result_label), "success");
  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->result_label), css_class);
}

static void
on_field_changed_cb (WaAccountDialog *self)
{
  show_result (self, "", NULL);
  update_actions (self);
}

static void
on_field_activated_cb (WaAccountDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "account.save", NULL);
}

static void
add_field (WaAccountDialog *self,
           WaSystemSetting *setting)
{
  gboolean keep_key = self->account != NULL && wa_system_setting_get_kind (setting) == WA_SETTING_SECRET;
  const char *value = NULL;
  GtkWidget *field;

  if (self->account != NULL && !keep_key)
    value = wa_account_get_setting (self->account, wa_system_setting_get_key (setting));

  field = wa_setting_field_new (setting, value,
                                keep_key ? _("Leave this empty to keep the key as it is.")
                                         : wa_system_setting_get_help (setting));
  g_signal_connect_object (field, "changed", G_CALLBACK (on_field_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (field, "activated", G_CALLBACK (on_field_activated_cb), self, G_CONNECT_SWAPPED);

  g_ptr_array_add (self->fields, field);
  gtk_box_append (wa_system_setting_get_advanced (setting) ? self->advanced_box : self->basic_box, field);
}

static void
remove_fields (WaAccountDialog *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      GtkWidget *field = g_ptr_array_index (self->fields, i);

      gtk_box_remove (GTK_BOX (gtk_widget_get_parent (field)), field);
    }
  g_ptr_array_set_size (self->fields, 0);
}

static void
set_system (WaAccountDialog *self,
            WaSystem        *system)
{
  GListModel *settings = wa_system_get_settings (system);

  g_set_object (&self->system, system);
  remove_fields (self);
  for (guint i = 0; i < g_list_model_get_n_items (settings); i++)
    {
      g_autoptr(WaSystemSetting) setting = g_list_model_get_item (settings, i);

      add_field (self, setting);
    }

  gtk_label_set_label (self->summary_label, wa_system_get_summary (system));
  gtk_widget_set_visible (GTK_WIDGET (self->advanced),
                          gtk_widget_get_first_child (GTK_WIDGET (self->advanced_box)) != NULL);
  on_field_changed_cb (self);
}

static void
on_system_selected_cb (AdwComboRow     *row,
                       GParamSpec      *pspec,
                       WaAccountDialog *self)
{
  WaSystem *system = adw_combo_row_get_selected_item (row);

  if (system != NULL && system != self->system)
    set_system (self, system);
}

static void
free_setting (gpointer value)
{
  char *text = value;

  /* It may be a key. */
  memset (text, 0, strlen (text));
  g_free (text);
}

static GHashTable *
collect_settings (WaAccountDialog *self)
{
  GHashTable *settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_setting);

  for (guint i = 0; i < self->fields->len; i++)
    {
      WaSettingField *field = g_ptr_array_index (self->fields, i);

      g_hash_table_insert (settings,
                           g_strdup (wa_system_setting_get_key (wa_setting_field_get_setting (field))),
                           wa_setting_field_dup_value (field));
    }

  return settings;
}

static void
begin (WaAccountDialog *self)
{
  self->cancellable = g_cancellable_new ();
  show_result (self, "", NULL);
  update_actions (self);
}

/* Whether to go on after what ran has finished: the dialog may be gone by then. */
static gboolean
end (WaAccountDialog *self,
     const GError    *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->cancellable == NULL)
    return FALSE;

  g_clear_object (&self->cancellable);
  if (error != NULL)
    show_result (self, error->message, "error");
  update_actions (self);

  return error == NULL;
}

static void
test_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(WaAccountDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = wa_accounts_test_finish (WA_ACCOUNTS (object), result, &error);

  if (end (self, error))
    show_result (self, text, "success");
}

static void
test_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  WaAccountDialog *self = WA_ACCOUNT_DIALOG (widget);
  g_autoptr(GHashTable) settings = collect_settings (self);

  begin (self);
  wa_accounts_test_async (self->accounts, wa_system_get_id (self->system), settings, self->cancellable,
                          test_cb, g_object_ref (self));
}

static void
tell_session_only (WaAccountDialog *self)
{
  GtkWidget *dialog;

  dialog = adw_message_dialog_new (gtk_window_get_transient_for (GTK_WINDOW (self)),
                                   _("The Key Is Kept for This Session Only"),
                                   _("No keyring could be used to keep the key safe. When WaDesk starts the next time, "
                                     "it asks for the key again."));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
finish (WaAccountDialog *self,
        gboolean         key_kept)
{
  if (!key_kept)
    tell_session_only (self);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
add_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(WaAccountDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean key_kept = FALSE;
  g_autoptr(WaAccount) account = wa_accounts_add_finish (WA_ACCOUNTS (object), result, &key_kept, &error);

  if (end (self, error))
    {
      g_signal_emit (self, signals[CONNECTED], 0, account);
      finish (self, key_kept);
    }
}

static void
change_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(WaAccountDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean key_kept = FALSE;

  wa_accounts_change_finish (WA_ACCOUNTS (object), result, &key_kept, &error);
  if (end (self, error))
    finish (self, key_kept);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  WaAccountDialog *self = WA_ACCOUNT_DIALOG (widget);
  g_autoptr(GHashTable) settings = collect_settings (self);
  const char *title = gtk_editable_get_text (GTK_EDITABLE (self->title_row));

  begin (self);
  if (self->account != NULL)
    wa_accounts_change_async (self->accounts, self->account, title, settings, self->cancellable,
                              change_cb, g_object_ref (self));
  else
    wa_accounts_add_async (self->accounts, wa_system_get_id (self->system), title, settings, self->cancellable,
                           add_cb, g_object_ref (self));
}

static void
remove_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(WaAccountDialog) self = user_data;
  g_autoptr(GError) error = NULL;

  wa_accounts_remove_finish (WA_ACCOUNTS (object), result, &error);
  if (end (self, error))
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_remove_response_cb (AdwMessageDialog *dialog,
                       const char       *response,
                       WaAccountDialog  *self)
{
  if (!g_str_equal (response, "remove"))
    return;

  begin (self);
  wa_accounts_remove_async (self->accounts, self->account, self->cancellable, remove_cb, g_object_ref (self));
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  WaAccountDialog *self = WA_ACCOUNT_DIALOG (widget);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), NULL, NULL);

  adw_message_dialog_format_heading (ADW_MESSAGE_DIALOG (dialog), _("Remove %s?"), wa_account_get_title (self->account));
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  _("Its contacts, drafts and messages are deleted from this computer. What %s keeps stays there."),
                                  wa_account_get_system_name (self->account));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("_Cancel"),
                                    "remove", _("_Remove"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "remove", ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_remove_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
wa_account_dialog_dispose (GObject *object)
{
  WaAccountDialog *self = WA_ACCOUNT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_object (&self->accounts);
  g_clear_object (&self->account);
  g_clear_object (&self->system);
  gtk_widget_dispose_template (GTK_WIDGET (self), WA_TYPE_ACCOUNT_DIALOG);

  G_OBJECT_CLASS (wa_account_dialog_parent_class)->dispose (object);
}

static void
wa_account_dialog_class_init (WaAccountDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wa_account_dialog_dispose;

  signals[CONNECTED] =
    g_signal_new ("connected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, WA_TYPE_ACCOUNT);

  g_type_ensure (WA_TYPE_SYSTEM);

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/WaDesk/ui/account/wa-account-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WaAccountDialog, system_row);
  gtk_widget_class_bind_template_child (widget_class, WaAccountDialog, summary_label);
  gtk_widget_class_bind_template_child (widget_class, WaAccountDialog, basic_box);
  gtk_widget_class_bind_template_child (widget_class, WaAccountDialog, advanced);
  gtk_widget_class_bind_template_child (widget_class, WaAccountDialog, advanced_box);
  gtk_widget_class_bind_template_child (widget_class, WaAccountDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, WaAccountDialog, result_label);
  gtk_widget_class_bind_template_child (widget_class, WaAccountDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, WaAccountDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, WaAccountDialog, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, on_system_selected_cb);

  gtk_widget_class_install_action (widget_class, "account.test", NULL, test_action);
  gtk_widget_class_install_action (widget_class, "account.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "account.remove", NULL, remove_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
wa_account_dialog_init (WaAccountDialog *self)
{
  self->fields = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_new (WaAccountDialog *self)
{
  g_autoptr(GListModel) systems = wa_systems_new ();

  adw_combo_row_set_model (self->system_row, systems);
}

static void
show_account (WaAccountDialog *self)
{
  g_autoptr(WaSystem) system = wa_systems_find (wa_account_get_system_id (self->account));
  g_autoptr(GListStore) only = g_list_store_new (WA_TYPE_SYSTEM);

  g_list_store_append (only, system);
  gtk_window_set_title (GTK_WINDOW (self), _("Account Settings"));
  gtk_button_set_label (self->save_button, _("_Save"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->system_row), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->remove_button), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->title_row), wa_account_get_title (self->account));
  adw_combo_row_set_model (self->system_row, G_LIST_MODEL (only));

  if (wa_account_get_demo (self->account))
    show_result (self, _("The demo can’t be changed. You can remove it, or connect an account of your own."), NULL);
}

/**
 * wa_account_dialog_new:
 * @account: (nullable): the account to change; %NULL for a new one
 */
WaAccountDialog *
wa_account_dialog_new (WaAccounts *accounts,
                       WaAccount  *account)
{
  WaAccountDialog *self;

  g_return_val_if_fail (WA_IS_ACCOUNTS (accounts), NULL);
  g_return_val_if_fail (account == NULL || WA_IS_ACCOUNT (account), NULL);

  self = g_object_new (WA_TYPE_ACCOUNT_DIALOG, NULL);
  self->accounts = g_object_ref (accounts);
  g_set_object (&self->account, account);
  if (account != NULL)
    show_account (self);
  else
    show_new (self);

  return self;
}
