/* wa-contact-header.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/contacts/wa-contact-columns.h"
#include "ui/contacts/wa-contact-header.h"

struct _WaContactHeader
{
  GtkWidget      parent_instance;

  WaContactSort  sort;
  gboolean       descending;

  GtkButton     *buttons[WA_N_CONTACT_COLUMNS];
  GtkImage      *arrows[WA_N_CONTACT_COLUMNS];
};

enum
{
  ORDER_CHANGED,
  N_SIGNALS,
};

G_DEFINE_FINAL_TYPE (WaContactHeader, wa_contact_header, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

static void
on_clicked_cb (GtkButton       *button,
               WaContactHeader *self)
{
  for (guint i = 0; i < WA_N_CONTACT_COLUMNS; i++)
    if (self->buttons[i] == button)
      {
        WaContactSort sort = wa_contact_columns ()[i].sort;

        /* Who was there last is asked for more often than who was there first. */
        wa_contact_header_set_order (self, sort,
                                     self->sort == sort ? !self->descending : sort == WA_CONTACT_SORT_LAST_ACTIVE);
        g_signal_emit (self, signals[ORDER_CHANGED], 0);
      }
}

static void
update_button (WaContactHeader *self,
               guint            i)
{
  const char *title = _(wa_contact_columns ()[i].title);
  gboolean sorted = wa_contact_columns ()[i].sort == self->sort;
  g_autofree char *name = NULL;

  if (!sorted)
    name = g_strdup_printf (_("Sort by %s"), title);
  else if (self->descending)
    name = g_strdup_printf (_("%s, sorted in descending order"), title);
  else
    name = g_strdup_printf (_("%s, sorted in ascending order"), title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_image_set_from_icon_name (self->arrows[i], self->descending ? "pan-down-symbolic" : "pan-up-symbolic");
  gtk_widget_set_visible (GTK_WIDGET (self->arrows[i]), sorted);
}

static void
add_button (WaContactHeader *self,
            guint            i)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *label = gtk_label_new (_(wa_contact_columns ()[i].title));
  GtkWidget *arrow = gtk_image_new ();
  GtkWidget *button = gtk_button_new ();

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), arrow);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked_cb), self, 0);

  self->buttons[i] = GTK_BUTTON (button);
  self->arrows[i] = GTK_IMAGE (arrow);
  update_button (self, i);
}

static void
wa_contact_header_dispose (GObject *object)
{
  WaContactHeader *self = WA_CONTACT_HEADER (object);

  for (guint i = 0; i < WA_N_CONTACT_COLUMNS; i++)
    if (self->buttons[i] != NULL)
      gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->buttons[i])));

  G_OBJECT_CLASS (wa_contact_header_parent_class)->dispose (object);
}

static void
wa_contact_header_class_init (WaContactHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wa_contact_header_dispose;

  signals[ORDER_CHANGED] =
    g_signal_new ("order-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "contactheader");
}

static void
wa_contact_header_init (WaContactHeader *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), wa_contact_columns_new (FALSE));
  for (guint i = 0; i < WA_N_CONTACT_COLUMNS; i++)
    add_button (self, i);
}

void
wa_contact_header_set_order (WaContactHeader *self,
                             WaContactSort    sort,
                             gboolean         descending)
{
  g_return_if_fail (WA_IS_CONTACT_HEADER (self));

  self->sort = sort;
  self->descending = descending;
  for (guint i = 0; i < WA_N_CONTACT_COLUMNS; i++)
    update_button (self, i);
}

WaContactSort
wa_contact_header_get_sort (WaContactHeader *self)
{
  g_return_val_if_fail (WA_IS_CONTACT_HEADER (self), WA_CONTACT_SORT_NAME);

  return self->sort;
}

gboolean
wa_contact_header_get_descending (WaContactHeader *self)
{
  g_return_val_if_fail (WA_IS_CONTACT_HEADER (self), FALSE);

  return self->descending;
}
