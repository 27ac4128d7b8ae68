/* wa-compose-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/compose/wa-compose-dialog.h"
#include "ui/compose/wa-compose-view.h"
#include "ui/wa-window.h"

struct _WaComposeDialog
{
  AdwWindow      parent_instance;

  WaComposeView *view;
};

G_DEFINE_FINAL_TYPE (WaComposeDialog, wa_compose_dialog, ADW_TYPE_WINDOW)

static void
on_sent_cb (WaComposeDialog *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent != NULL)
    wa_window_toast (GTK_WIDGET (parent), _("The message is in the outbox"));
  gtk_window_close (GTK_WINDOW (self));
}

static void
wa_compose_dialog_dispose (GObject *object)
{
  /* Before the template lets its children go: the parent class would let go of this one a second time. */
  adw_window_set_content (ADW_WINDOW (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), WA_TYPE_COMPOSE_DIALOG);

  G_OBJECT_CLASS (wa_compose_dialog_parent_class)->dispose (object);
}

static void
wa_compose_dialog_class_init (WaComposeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wa_compose_dialog_dispose;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  g_type_ensure (WA_TYPE_COMPOSE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/WaDesk/ui/compose/wa-compose-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WaComposeDialog, view);
  gtk_widget_class_bind_template_callback (widget_class, on_sent_cb);
}

static void
wa_compose_dialog_init (WaComposeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * wa_compose_dialog_new:
 * @account: whose message it is
 * @recipient: (nullable): to whom; asked for where %NULL
 * @template: (nullable): the template to be filled in; %NULL offers everything that the account can send
 */
WaComposeDialog *
wa_compose_dialog_new (WaAccount  *account,
                       WaContact  *recipient,
                       WaTemplate *template)
{
  WaComposeDialog *self;

  g_return_val_if_fail (WA_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (recipient == NULL || WA_IS_CONTACT (recipient), NULL);
  g_return_val_if_fail (template == NULL || WA_IS_TEMPLATE (template), NULL);

  self = g_object_new (WA_TYPE_COMPOSE_DIALOG, NULL);
  wa_compose_view_open (self->view, account, template);
  if (recipient != NULL)
    wa_compose_view_set_recipient (self->view, recipient);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));

  return self;
}
