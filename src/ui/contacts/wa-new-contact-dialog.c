/* wa-new-contact-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-util.h"
#include "model/wa-phone.h"
#include "ui/contacts/wa-new-contact-dialog.h"

struct _WaNewContactDialog
{
  AdwWindow     parent_instance;

  WaAccount    *account;        /* (owned) */
  GCancellable *cancellable;    /* (owned) (nullable): while it is being created */
  char         *digits;         /* (owned) (nullable): the number, while it is one */

  AdwEntryRow  *name_row;
  AdwEntryRow  *number_row;
  GtkLabel     *number_hint;
  GtkSwitch    *opt_in_switch;
  GtkLabel     *failure_label;
  GtkSpinner   *spinner;
};

enum
{
  CREATED,
  N_SIGNALS,
};

G_DEFINE_FINAL_TYPE (WaNewContactDialog, wa_new_contact_dialog, ADW_TYPE_WINDOW)

static guint signals[N_SIGNALS];

static void
update_actions (WaNewContactDialog *self)
{
  gboolean busy = self->cancellable != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "new-contact.create", self->digits != NULL && !busy);
  gtk_spinner_set_spinning (self->spinner, busy);
}

static void
show_failure (WaNewContactDialog *self,
              const char         *text)
{
  gtk_label_set_label (self->failure_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->failure_label), text[0] != '\0');
}

static void
on_number_changed_cb (GtkEditable        *editable,
                      WaNewContactDialog *self)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *formatted = NULL;
  const char *text = gtk_editable_get_text (editable);
  /* Who has not begun has made no mistake yet. */
  gboolean begun = text[0] != '\0';

  g_free (self->digits);
  self->digits = wa_phone_parse (text, &error);
  formatted = wa_phone_isolate (self->digits);

  if (!begun)
    gtk_label_set_label (self->number_hint, _("With the country code, for example +91 98765 43210"));
  else
    gtk_label_set_label (self->number_hint, error ? error->message : formatted);

  if (begun && error != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->number_hint), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->number_hint), "error");

  show_failure (self, "");
  update_actions (self);
}

static void
on_entry_activated_cb (GtkWidget          *entry,
                       WaNewContactDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "new-contact.create", NULL);
}

static void
create_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(WaNewContactDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(WaContact) contact = wa_account_create_contact_finish (WA_ACCOUNT (object), result, &error);
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  if (contact != NULL)
    {
      g_signal_emit (self, signals[CREATED], 0, contact);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  text = g_strdup_printf (_("Not created. %s"), error->message);
  show_failure (self, text);
  update_actions (self);
}

static void
create_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  WaNewContactDialog *self = WA_NEW_CONTACT_DIALOG (widget);
  g_autoptr(WaContact) contact = wa_contact_new ();

  wa_contact_set_name (contact, gtk_editable_get_text (GTK_EDITABLE (self->name_row)));
  wa_contact_set_number (contact, self->digits);
  wa_contact_set_opt_in (contact, gtk_switch_get_active (self->opt_in_switch));

  self->cancellable = g_cancellable_new ();
  show_failure (self, "");
  update_actions (self);
  wa_account_create_contact_async (self->account, contact, self->cancellable, create_cb, g_object_ref (self));
}

static void
wa_new_contact_dialog_dispose (GObject *object)
{
  WaNewContactDialog *self = WA_NEW_CONTACT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->account);
  g_clear_pointer (&self->digits, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), WA_TYPE_NEW_CONTACT_DIALOG);

  G_OBJECT_CLASS (wa_new_contact_dialog_parent_class)->dispose (object);
}

static void
wa_new_contact_dialog_class_init (WaNewContactDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wa_new_contact_dialog_dispose;

  signals[CREATED] =
    g_signal_new ("created", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, WA_TYPE_CONTACT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/WaDesk/ui/contacts/wa-new-contact-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WaNewContactDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, WaNewContactDialog, number_row);
  gtk_widget_class_bind_template_child (widget_class, WaNewContactDialog, number_hint);
  gtk_widget_class_bind_template_child (widget_class, WaNewContactDialog, opt_in_switch);
  gtk_widget_class_bind_template_child (widget_class, WaNewContactDialog, failure_label);
  gtk_widget_class_bind_template_child (widget_class, WaNewContactDialog, spinner);
  gtk_widget_class_bind_template_callback (widget_class, on_number_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated_cb);

  gtk_widget_class_install_action (widget_class, "new-contact.create", NULL, create_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
wa_new_contact_dialog_init (WaNewContactDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_direction (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->number_row))), GTK_TEXT_DIR_LTR);
  on_number_changed_cb (GTK_EDITABLE (self->number_row), self);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}

WaNewContactDialog *
wa_new_contact_dialog_new (WaAccount *account)
{
  WaNewContactDialog *self;

  g_return_val_if_fail (WA_IS_ACCOUNT (account), NULL);

  self = g_object_new (WA_TYPE_NEW_CONTACT_DIALOG, NULL);
  self->account = g_object_ref (account);

  return self;
}
