/* wa-recipient-entry.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-util.h"
#include "model/wa-phone.h"
#include "ui/compose/wa-recipient-entry.h"
#include "ui/widgets/wa-children.h"

struct _WaRecipientEntry
{
  GtkBox              parent_instance;

  GtkEntry           *entry;
  GtkLabel           *caption;
  GtkPopover         *popover;
  GtkListView        *list_view;

  WaAccount          *account;
  WaContact          *contact;       /* (nullable): the one that was chosen */
  char               *number;        /* digits; "" where there is none */
  GtkSingleSelection *suggestions;   /* (nullable) */
  GCancellable       *search;        /* (nullable): the one under way */
};

G_DEFINE_FINAL_TYPE (WaRecipientEntry, wa_recipient_entry, GTK_TYPE_BOX)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_problem (WaRecipientEntry *self,
              const char       *problem)
{
  gboolean wrong = problem != NULL;

  gtk_label_set_label (self->caption,
                       wrong ? problem : _("Search your contacts, or type a number with its country code."));
  if (wrong)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->caption), "error");
      gtk_widget_remove_css_class (GTK_WIDGET (self->caption), "dim-label");
      gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->caption), "error");
      gtk_widget_add_css_class (GTK_WIDGET (self->caption), "dim-label");
      gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, gtk_label_get_label (self->caption),
                                  -1);
}

static void
show_chosen (WaRecipientEntry *self)
{
  const char *number = wa_contact_get_number (self->contact);
  g_autofree char *name = wa_contact_dup_display_name (self->contact);
  /* Translators: a contact's name and number, below the entry */
  g_autofree char *text = g_strdup_printf (_("%s, +%s"), name, number);

  show_problem (self, NULL);
  gtk_label_set_label (self->caption, text);
}

static void
set_recipient (WaRecipientEntry *self,
               WaContact        *contact,
               const char       *number)
{
  gboolean changed = g_set_object (&self->contact, contact);

  changed |= wa_set_str (&self->number, wa_or_empty (number));
  if (contact != NULL)
    show_chosen (self);
  else
    show_problem (self, NULL);

  if (changed)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
set_entry_text (WaRecipientEntry *self,
                const char       *text);

static void
choose (WaRecipientEntry *self,
        WaContact        *contact)
{
  g_autofree char *name = wa_contact_dup_display_name (contact);

  gtk_popover_popdown (self->popover);
  set_entry_text (self, name);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  set_recipient (self, contact, wa_contact_get_number (contact));
}

static void
show_suggestions (WaRecipientEntry *self,
                  GListModel       *contacts)
{
  GtkSingleSelection *selection = gtk_single_selection_new (g_object_ref (contacts));

  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  g_set_object (&self->suggestions, selection);
  g_object_unref (selection);

  if (g_list_model_get_n_items (contacts) == 0 || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      gtk_popover_popdown (self->popover);
      return;
    }

  gtk_widget_set_size_request (GTK_WIDGET (self->popover), gtk_widget_get_width (GTK_WIDGET (self->entry)), -1);
  gtk_popover_popup (self->popover);
}

static void
find_recipients_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(WaRecipientEntry) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) contacts = wa_account_find_recipients_finish (WA_ACCOUNT (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (contacts == NULL)
    show_problem (self, error->message);
  else
    show_suggestions (self, contacts);
}

static void
search (WaRecipientEntry *self,
        const char       *text)
{
  g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
  if (wa_is_empty (text) || self->account == NULL)
    {
      gtk_popover_popdown (self->popover);
      return;
    }

  self->search = g_cancellable_new ();
  wa_account_find_recipients_async (self->account, text, self->search, find_recipients_cb, g_object_ref (self));
}

static void
on_entry_changed_cb (WaRecipientEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *number = wa_phone_parse (text, NULL);

  set_recipient (self, NULL, number);
  search (self, text);
}

static void
set_entry_text (WaRecipientEntry *self,
                const char       *text)
{
  g_signal_handlers_block_by_func (self->entry, on_entry_changed_cb, self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  g_signal_handlers_unblock_by_func (self->entry, on_entry_changed_cb, self);
}

static void
on_suggestion_activated_cb (WaRecipientEntry *self,
                            guint             position)
{
  g_autoptr(WaContact) contact = g_list_model_get_item (G_LIST_MODEL (self->suggestions), position);

  if (contact != NULL)
    choose (self, contact);
}

/* A number typed in full is that number, whoever else is suggested; anything else means the marked suggestion. */
static void
on_entry_activated_cb (WaRecipientEntry *self)
{
  WaContact *marked = self->suggestions != NULL ? gtk_single_selection_get_selected_item (self->suggestions) : NULL;

  if (gtk_widget_get_visible (GTK_WIDGET (self->popover)) && marked != NULL && wa_is_empty (self->number))
    choose (self, marked);
  else
    gtk_popover_popdown (self->popover);

  if (wa_recipient_entry_validate (self))
    gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), GTK_DIR_TAB_FORWARD);
}

static void
move_mark (WaRecipientEntry *self,
           int               by)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->suggestions));
  guint at = gtk_single_selection_get_selected (self->suggestions);
  guint to = (guint) CLAMP ((int) at + by, 0, (int) n - 1);

  gtk_single_selection_set_selected (self->suggestions, to);
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", to);
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller,
                   guint                  keyval,
                   guint                  keycode,
                   GdkModifierType        modifiers,
                   WaRecipientEntry      *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Down:
      move_mark (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
      move_mark (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      gtk_popover_popdown (self->popover);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
on_focus_left_cb (WaRecipientEntry *self)
{
  gtk_popover_popdown (self->popover);
  if (!wa_is_empty (gtk_editable_get_text (GTK_EDITABLE (self->entry))))
    wa_recipient_entry_validate (self);
}

/**
 * wa_recipient_entry_validate:
 *
 * Shows what is wrong with the recipient.
 *
 * Returns: whether there is one
 */
gboolean
wa_recipient_entry_validate (WaRecipientEntry *self)
{
  g_return_val_if_fail (WA_IS_RECIPIENT_ENTRY (self), FALSE);

  if (!wa_is_empty (self->number))
    return TRUE;

  if (self->contact != NULL)
    show_problem (self, _("This contact has no number. Add one, or choose another recipient."));
  else if (wa_is_empty (gtk_editable_get_text (GTK_EDITABLE (self->entry))))
    show_problem (self, _("Choose who gets the message."));
  else
    show_problem (self, _("Choose a contact from the list, or type the whole number with its country code, such as +49 170 1234567."));

  return FALSE;
}

void
wa_recipient_entry_set_account (WaRecipientEntry *self,
                                WaAccount        *account)
{
  g_return_if_fail (WA_IS_RECIPIENT_ENTRY (self));

  g_set_object (&self->account, account);
}

/**
 * wa_recipient_entry_set_contact:
 * @contact: (nullable): %NULL empties the entry
 */
void
wa_recipient_entry_set_contact (WaRecipientEntry *self,
                                WaContact        *contact)
{
  g_return_if_fail (WA_IS_RECIPIENT_ENTRY (self));

  if (contact != NULL)
    {
      choose (self, contact);
      return;
    }

  set_entry_text (self, "");
  set_recipient (self, NULL, NULL);
}

/**
 * wa_recipient_entry_set_number:
 * @number: digits
 */
void
wa_recipient_entry_set_number (WaRecipientEntry *self,
                               const char       *number)
{
  g_autofree char *text = wa_is_empty (number) ? g_strdup ("") : g_strconcat ("+", number, NULL);

  g_return_if_fail (WA_IS_RECIPIENT_ENTRY (self));

  set_entry_text (self, text);
  set_recipient (self, NULL, number);
}

WaContact *
wa_recipient_entry_get_contact (WaRecipientEntry *self)
{
  g_return_val_if_fail (WA_IS_RECIPIENT_ENTRY (self), NULL);

  return self->contact;
}

const char *
wa_recipient_entry_get_number (WaRecipientEntry *self)
{
  g_return_val_if_fail (WA_IS_RECIPIENT_ENTRY (self), "");

  return wa_or_empty (self->number);
}

static gboolean
wa_recipient_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (WA_RECIPIENT_ENTRY (widget)->entry));
}

static void
wa_recipient_entry_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  WaRecipientEntry *self = WA_RECIPIENT_ENTRY (widget);
  graphene_rect_t bounds;

  GTK_WIDGET_CLASS (wa_recipient_entry_parent_class)->size_allocate (widget, width, height, baseline);
  if (gtk_widget_compute_bounds (GTK_WIDGET (self->entry), widget, &bounds))
    gtk_popover_set_pointing_to (self->popover,
                                 &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                                   (int) bounds.size.width, (int) bounds.size.height });
  gtk_popover_present (self->popover);
}

static void
wa_recipient_entry_dispose (GObject *object)
{
  WaRecipientEntry *self = WA_RECIPIENT_ENTRY (object);

  g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
  gtk_widget_dispose_template (GTK_WIDGET (self), WA_TYPE_RECIPIENT_ENTRY);
  wa_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->suggestions);
  g_clear_object (&self->account);
  g_clear_object (&self->contact);
  g_clear_pointer (&self->number, g_free);

  G_OBJECT_CLASS (wa_recipient_entry_parent_class)->dispose (object);
}

static void
wa_recipient_entry_class_init (WaRecipientEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wa_recipient_entry_dispose;
  widget_class->grab_focus = wa_recipient_entry_grab_focus;
  widget_class->size_allocate = wa_recipient_entry_size_allocate;

  signals[CHANGED] =
    g_signal_new ("changed", WA_TYPE_RECIPIENT_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/WaDesk/ui/compose/wa-recipient-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, WaRecipientEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, WaRecipientEntry, caption);
  gtk_widget_class_bind_template_child (widget_class, WaRecipientEntry, popover);
  gtk_widget_class_bind_template_child (widget_class, WaRecipientEntry, list_view);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_focus_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_suggestion_activated_cb);
}

static void
wa_recipient_entry_init (WaRecipientEntry *self)
{
  self->number = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  show_problem (self, NULL);
}
