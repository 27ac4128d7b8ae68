/* wa-contact-table.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/contacts/wa-contact-row.h"
#include "ui/contacts/wa-contact-table.h"

struct _WaContactTable
{
  AdwBin              parent_instance;

  WaRowList          *rows;         /* (owned) (nullable) */
  GtkSingleSelection *selection;    /* (owned) (nullable) */
  gboolean            opens;
  gboolean            selecting;    /* a selection that the user did not make */

  /* The place to go back to once the rows have been laid out */
  GdkFrameClock      *clock;        /* (owned) (nullable): while there is one */
  gulong              layout_id;
  double              offset;       /* how far the table was scrolled */
  gint64              focused_id;   /* the contact whose row had the focus; 0 for none */

  WaContactHeader    *header;
  GtkListView        *list_view;
};

enum
{
  CONTACT_CHOSEN,
  ORDER_CHANGED,
  N_SIGNALS,
};

G_DEFINE_FINAL_TYPE (WaContactTable, wa_contact_table, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

static void
on_selected_cb (WaContactTable *self)
{
  WaContact *contact = gtk_single_selection_get_selected_item (self->selection);

  if (!self->selecting && !self->opens && contact != NULL)
    g_signal_emit (self, signals[CONTACT_CHOSEN], 0, contact);
}

static void
on_activate_cb (GtkListView    *list_view,
                guint           position,
                WaContactTable *self)
{
  g_autoptr(WaContact) contact = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  if (contact != NULL)
    g_signal_emit (self, signals[CONTACT_CHOSEN], 0, contact);
}

static void
on_order_changed_cb (WaContactHeader *header,
                     WaContactTable  *self)
{
  g_signal_emit (self, signals[ORDER_CHANGED], 0);
}

/* Keeping the place */

static WaContact *
dup_contact_at (GtkWidget *row)
{
  GtkWidget *child = gtk_widget_get_first_child (row);
  WaContact *contact = NULL;

  if (WA_IS_CONTACT_ROW (child))
    g_object_get (child, "contact", &contact, NULL);

  return contact;
}

static gint64
get_focused_id (WaContactTable *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list_view));
  g_autoptr(WaContact) contact = row != NULL ? dup_contact_at (row) : NULL;

  return contact != NULL ? wa_contact_get_id (contact) : 0;
}

static void
focus_row (WaContactTable *self,
           gint64          id)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list_view));
       row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      g_autoptr(WaContact) contact = dup_contact_at (row);

      if (contact != NULL && wa_contact_get_id (contact) == id)
        {
          gtk_widget_grab_focus (row);
          return;
        }
    }
}

static void
forget_place (WaContactTable *self)
{
  if (self->clock != NULL)
    g_clear_signal_handler (&self->layout_id, self->clock);
  g_clear_object (&self->clock);
}

/* Rows have their places only after a layout: the first is for the offset, the next for the focus.  As long as there is
 * something to lay out nothing is painted, so that nobody sees the top of the table in between. */
static void
after_layout_cb (WaContactTable *self)
{
  if (self->offset > 0)
    {
      gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list_view)), self->offset);
      self->offset = 0;
      if (self->focused_id != 0)
        return;
    }

  if (self->focused_id != 0)
    focus_row (self, self->focused_id);
  forget_place (self);
}

static void
remember_place (WaContactTable *self,
                double          offset,
                gint64          focused_id)
{
  forget_place (self);
  self->offset = offset;
  self->focused_id = focused_id;
  if ((offset <= 0 && focused_id == 0) || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  g_set_object (&self->clock, gtk_widget_get_frame_clock (GTK_WIDGET (self)));
  self->layout_id = g_signal_connect_object (self->clock, "layout", G_CALLBACK (after_layout_cb), self,
                                             G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
wa_contact_table_dispose (GObject *object)
{
  WaContactTable *self = WA_CONTACT_TABLE (object);

  forget_place (self);
  g_clear_object (&self->rows);
  g_clear_object (&self->selection);
  gtk_widget_dispose_template (GTK_WIDGET (self), WA_TYPE_CONTACT_TABLE);

  G_OBJECT_CLASS (wa_contact_table_parent_class)->dispose (object);
}

static gboolean
wa_contact_table_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (WA_CONTACT_TABLE (widget)->list_view));
}

static void
wa_contact_table_class_init (WaContactTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wa_contact_table_dispose;
  widget_class->grab_focus = wa_contact_table_grab_focus;

  signals[CONTACT_CHOSEN] =
    g_signal_new ("contact-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, WA_TYPE_CONTACT);
  signals[ORDER_CHANGED] =
    g_signal_new ("order-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (WA_TYPE_CONTACT_HEADER);
  g_type_ensure (WA_TYPE_CONTACT_ROW);

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/WaDesk/ui/contacts/wa-contact-table.ui");
  gtk_widget_class_bind_template_child (widget_class, WaContactTable, header);
  gtk_widget_class_bind_template_child (widget_class, WaContactTable, list_view);
  gtk_widget_class_bind_template_callback (widget_class, on_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_order_changed_cb);
}

static void
wa_contact_table_init (WaContactTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * wa_contact_table_set_rows:
 * @rows: (nullable): what is shown
 * @keep_place: whether they are another version of what was shown, so that scrolling and focus stay where they are
 */
void
wa_contact_table_set_rows (WaContactTable *self,
                           WaRowList      *rows,
                           gboolean        keep_place)
{
  double offset;
  gint64 focused_id;

  g_return_if_fail (WA_IS_CONTACT_TABLE (self));
  g_return_if_fail (rows == NULL || WA_IS_ROW_LIST (rows));

  offset = gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list_view)));
  focused_id = get_focused_id (self);

  g_set_object (&self->rows, rows);
  g_clear_object (&self->selection);
  if (rows != NULL)
    {
      self->selection = gtk_single_selection_new (NULL);
      gtk_single_selection_set_autoselect (self->selection, FALSE);
      gtk_single_selection_set_can_unselect (self->selection, TRUE);
      gtk_single_selection_set_model (self->selection, G_LIST_MODEL (rows));
      g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected_cb), self,
                               G_CONNECT_SWAPPED);
    }

  /* A new result in a new wrapper: items-changed over all rows would visit every one of them. */
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));

  if (keep_place)
    remember_place (self, offset, focused_id);
}

/**
 * wa_contact_table_select:
 * @contact: (nullable): whose row is marked, if it is there
 *
 * Marks a row; that is not a choice of the user.
 */
void
wa_contact_table_select (WaContactTable *self,
                         WaContact      *contact)
{
  guint position;

  g_return_if_fail (WA_IS_CONTACT_TABLE (self));
  g_return_if_fail (contact == NULL || WA_IS_CONTACT (contact));

  if (self->selection == NULL)
    return;

  if (contact == NULL || !wa_row_list_find (self->rows, wa_contact_get_id (contact), &position))
    position = GTK_INVALID_LIST_POSITION;

  self->selecting = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->selecting = FALSE;
}

/**
 * wa_contact_table_set_opens:
 * @opens: whether a row is chosen by a click or Enter, rather than by going to it
 */
void
wa_contact_table_set_opens (WaContactTable *self,
                            gboolean        opens)
{
  g_return_if_fail (WA_IS_CONTACT_TABLE (self));

  self->opens = opens;
  gtk_list_view_set_single_click_activate (self->list_view, opens);
}

WaContactHeader *
wa_contact_table_get_header (WaContactTable *self)
{
  g_return_val_if_fail (WA_IS_CONTACT_TABLE (self), NULL);

  return self->header;
}
