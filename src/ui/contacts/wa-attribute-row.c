/* wa-attribute-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/contacts/wa-attribute-row.h"

struct _WaAttributeRow
{
  AdwEntryRow  parent_instance;

  WaAttribute *attribute;    /* (owned) */
};

enum
{
  REMOVED,
  N_SIGNALS,
};

G_DEFINE_FINAL_TYPE (WaAttributeRow, wa_attribute_row, ADW_TYPE_ENTRY_ROW)

static guint signals[N_SIGNALS];

static void
on_remove_clicked_cb (GtkButton      *button,
                      WaAttributeRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
wa_attribute_row_dispose (GObject *object)
{
  g_clear_object (&WA_ATTRIBUTE_ROW (object)->attribute);

  G_OBJECT_CLASS (wa_attribute_row_parent_class)->dispose (object);
}

static void
wa_attribute_row_class_init (WaAttributeRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wa_attribute_row_dispose;

  signals[REMOVED] =
    g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
wa_attribute_row_init (WaAttributeRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

GtkWidget *
wa_attribute_row_new (WaAttribute *attribute)
{
  WaAttributeRow *self = g_object_new (WA_TYPE_ATTRIBUTE_ROW, NULL);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *name = g_strdup_printf (_("Remove %s"), wa_attribute_get_name (attribute));

  g_return_val_if_fail (WA_IS_ATTRIBUTE (attribute), NULL);

  self->attribute = g_object_ref (attribute);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), wa_attribute_get_name (attribute));
  g_object_bind_property (attribute, "value", self, "text", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove_clicked_cb), self, 0);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), button);

  return GTK_WIDGET (self);
}

WaAttribute *
wa_attribute_row_get_attribute (WaAttributeRow *self)
{
  g_return_val_if_fail (WA_IS_ATTRIBUTE_ROW (self), NULL);

  return self->attribute;
}
