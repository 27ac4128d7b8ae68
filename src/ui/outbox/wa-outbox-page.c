/* wa-outbox-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/outbox/wa-outbox-item.h"
#include "ui/outbox/wa-outbox-page.h"
#include "ui/wa-window.h"

struct _WaOutboxPage
{
  WaAccountPage  parent_instance;

  GtkStack      *states;
  GtkListView   *list_view;

  GListModel    *messages;   /* (owned) (nullable): of the account */
};

G_DEFINE_FINAL_TYPE (WaOutboxPage, wa_outbox_page, WA_TYPE_ACCOUNT_PAGE)

static WaAccount *
get_account (WaOutboxPage *self)
{
  return wa_account_page_get_account (WA_ACCOUNT_PAGE (self));
}

static void
show_state (WaOutboxPage *self)
{
  gboolean empty = self->messages == NULL || g_list_model_get_n_items (self->messages) == 0;

  gtk_stack_set_visible_child_name (self->states, empty ? "empty" : "items");
}

static void
set_messages (WaOutboxPage *self,
              GListModel   *messages)
{
  GtkNoSelection *selection;

  if (self->messages != NULL)
    g_signal_handlers_disconnect_by_func (self->messages, show_state, self);
  g_set_object (&self->messages, messages);
  if (messages != NULL)
    g_signal_connect_object (messages, "items-changed", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);

  selection = messages != NULL ? gtk_no_selection_new (g_object_ref (messages)) : NULL;
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  g_clear_object (&selection);
  show_state (self);
}

/* The actions come from rows that are shown: the message is among them. */
static WaMessage *
find_message (WaOutboxPage *self,
              const char   *key)
{
  for (guint i = 0; self->messages != NULL && i < g_list_model_get_n_items (self->messages); i++)
    {
      g_autoptr(WaMessage) message = g_list_model_get_item (self->messages, i);

      if (g_str_equal (wa_message_get_key (message), key))
        return g_steal_pointer (&message);
    }

  return NULL;
}

static void
resend_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(WaOutboxPage) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!wa_outbox_resend_finish (WA_OUTBOX (object), result, &error))
    wa_window_toast (GTK_WIDGET (self), error->message);
}

static void
resend (WaOutboxPage *self,
        WaMessage    *message)
{
  wa_outbox_resend_async (wa_account_get_outbox (get_account (self)), message, NULL, resend_cb, g_object_ref (self));
}

static void
on_confirm_response_cb (AdwMessageDialog *dialog,
                        const char       *response,
                        WaOutboxPage     *self)
{
  WaMessage *message = g_object_get_data (G_OBJECT (dialog), "message");

  if (g_str_equal (response, "resend") && get_account (self) != NULL)
    resend (self, message);
}

static void
confirm_resend (WaOutboxPage *self,
                WaMessage    *message)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog =
    adw_message_dialog_new (GTK_WINDOW (root), _("Send Again?"),
                            _("The message may have arrived already. The recipient would get it twice."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("Cancel"),
                                    "resend", _("Send Again"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "resend", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "message", g_object_ref (message), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_confirm_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
resend_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  WaOutboxPage *self = WA_OUTBOX_PAGE (widget);
  g_autoptr(WaMessage) message = find_message (self, g_variant_get_string (parameter, NULL));

  if (message == NULL)
    return;

  if (wa_message_get_state (message) == WA_STATE_UNCERTAIN)
    confirm_resend (self, message);
  else
    resend (self, message);
}

static void
dismiss_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(WaOutboxPage) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!wa_outbox_dismiss_finish (WA_OUTBOX (object), result, &error))
    wa_window_toast (GTK_WIDGET (self), error->message);
}

static void
dismiss_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  WaOutboxPage *self = WA_OUTBOX_PAGE (widget);
  g_autoptr(WaMessage) message = find_message (self, g_variant_get_string (parameter, NULL));

  if (message != NULL)
    wa_outbox_dismiss_async (wa_account_get_outbox (get_account (self)), message, NULL, dismiss_cb, g_object_ref (self));
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  WaOutboxPage *self = WA_OUTBOX_PAGE (widget);
  g_autoptr(WaMessage) message = find_message (self, g_variant_get_string (parameter, NULL));

  if (message != NULL)
    wa_outbox_cancel_message (wa_account_get_outbox (get_account (self)), message);
}

static void
wa_outbox_page_enter (WaAccountPage *page)
{
  WaAccount *account = wa_account_page_get_account (page);

  set_messages (WA_OUTBOX_PAGE (page),
                account != NULL ? wa_outbox_get_messages (wa_account_get_outbox (account)) : NULL);
}

static void
wa_outbox_page_dispose (GObject *object)
{
  WaOutboxPage *self = WA_OUTBOX_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), WA_TYPE_OUTBOX_PAGE);
  g_clear_object (&self->messages);

  G_OBJECT_CLASS (wa_outbox_page_parent_class)->dispose (object);
}

static void
wa_outbox_page_class_init (WaOutboxPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wa_outbox_page_dispose;
  WA_ACCOUNT_PAGE_CLASS (klass)->enter = wa_outbox_page_enter;

  gtk_widget_class_install_action (widget_class, "outbox.resend", "s", resend_action);
  gtk_widget_class_install_action (widget_class, "outbox.dismiss", "s", dismiss_action);
  gtk_widget_class_install_action (widget_class, "outbox.cancel", "s", cancel_action);

  g_type_ensure (WA_TYPE_OUTBOX_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/WaDesk/ui/outbox/wa-outbox-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WaOutboxPage, states);
  gtk_widget_class_bind_template_child (widget_class, WaOutboxPage, list_view);
}

static void
wa_outbox_page_init (WaOutboxPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
