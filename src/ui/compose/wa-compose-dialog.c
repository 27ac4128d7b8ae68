/* wa-compose-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/compose/wa-compose-dialog.h"

struct _WaComposeDialog
{
  AdwWindow   parent_instance;

  WaAccount  *account;      /* (owned) */
  WaContact  *recipient;    /* (owned) (nullable) */
  WaTemplate *template;     /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (WaComposeDialog, wa_compose_dialog, ADW_TYPE_WINDOW)

static void
wa_compose_dialog_dispose (GObject *object)
{
  WaComposeDialog *self = WA_COMPOSE_DIALOG (object);

  g_clear_object (&self->account);
  g_clear_object (&self->recipient);
  g_clear_object (&self->template);
  gtk_widget_dispose_template (GTK_WIDGET (self), WA_TYPE_COMPOSE_DIALOG);

  G_OBJECT_CLASS (wa_compose_dialog_parent_class)->dispose (object);
}

static void
wa_compose_dialog_class_init (WaComposeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wa_compose_dialog_dispose;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/WaDesk/ui/compose/wa-compose-dialog.ui");
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
 * @template: (nullable): the template to begin with
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
  g_set_object (&self->account, account);
  g_set_object (&self->recipient, recipient);
  g_set_object (&self->template, template);

  return self;
}
