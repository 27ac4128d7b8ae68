/* wa-contact-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-util.h"
#include "model/wa-phone.h"
#include "ui/contacts/wa-contact-columns.h"
#include "ui/contacts/wa-contact-row.h"
#include "ui/widgets/wa-time-text.h"

struct _WaContactRow
{
  GtkWidget       parent_instance;

  WaContact      *contact;    /* (owned) (nullable) */
  GSignalGroup   *signals;

  GtkInscription *cells[WA_N_CONTACT_COLUMNS];
};

enum
{
  PROP_0,
  PROP_CONTACT,
  N_PROPS,
};

G_DEFINE_FINAL_TYPE (WaContactRow, wa_contact_row, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

/* More than a cell can show makes only work. */
#define MAX_CELL_CHARACTERS 120

static char *
dup_cell (WaContact     *contact,
          WaContactSort  column)
{
  switch (column)
    {
    case WA_CONTACT_SORT_NAME:
      return wa_contact_dup_display_name (contact);
    case WA_CONTACT_SORT_NUMBER:
      return wa_phone_isolate (wa_contact_get_number (contact));
    case WA_CONTACT_SORT_LISTS:
      return g_strjoinv (", ", (char **) wa_contact_get_lists (contact));
    case WA_CONTACT_SORT_TAGS:
      return g_strjoinv (", ", (char **) wa_contact_get_tags (contact));
    case WA_CONTACT_SORT_OPT_IN:
      if (wa_contact_get_blocked (contact))
        return g_strdup (_("Blocked"));
      /* Not every system knows who did not agree. */
      return g_strdup (wa_contact_get_opt_in (contact) ? _("Yes") : NULL);
    case WA_CONTACT_SORT_SOURCE:
      return g_strdup (wa_contact_get_local (contact) ? _("This computer") : wa_contact_get_source (contact));
    case WA_CONTACT_SORT_LAST_ACTIVE:
      return wa_time_text_short (wa_contact_get_last_active (contact));
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
update_cells (WaContactRow *self)
{
  /* Aligned with the header, whatever script a text is in: the mark makes it a right-to-left line. */
  const char *mark = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? "\342\200\217" : "";

  for (guint i = 0; i < WA_N_CONTACT_COLUMNS; i++)
    {
      g_autofree char *text = self->contact ? dup_cell (self->contact, wa_contact_columns ()[i].sort) : NULL;
      g_autofree char *clean = wa_clean_text (wa_or_empty (text), MAX_CELL_CHARACTERS);
      g_autofree char *marked = g_strconcat (mark, clean, NULL);

      gtk_inscription_set_text (self->cells[i], marked);
    }
}

static void
wa_contact_row_dispose (GObject *object)
{
  WaContactRow *self = WA_CONTACT_ROW (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->contact);
  for (guint i = 0; i < WA_N_CONTACT_COLUMNS; i++)
    if (self->cells[i] != NULL)
      gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->cells[i])));

  G_OBJECT_CLASS (wa_contact_row_parent_class)->dispose (object);
}

static void
wa_contact_row_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CONTACT:
      g_value_set_object (value, WA_CONTACT_ROW (object)->contact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
wa_contact_row_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_CONTACT:
      wa_contact_row_set_contact (WA_CONTACT_ROW (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
wa_contact_row_class_init (WaContactRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wa_contact_row_dispose;
  object_class->get_property = wa_contact_row_get_property;
  object_class->set_property = wa_contact_row_set_property;

  properties[PROP_CONTACT] =
    g_param_spec_object ("contact", NULL, NULL, WA_TYPE_CONTACT,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "contactrow");
}

static void
wa_contact_row_init (WaContactRow *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), wa_contact_columns_new (TRUE));
  for (guint i = 0; i < WA_N_CONTACT_COLUMNS; i++)
    {
      self->cells[i] = GTK_INSCRIPTION (gtk_inscription_new (NULL));
      gtk_inscription_set_text_overflow (self->cells[i], GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
      gtk_inscription_set_min_lines (self->cells[i], 1);
      gtk_inscription_set_nat_lines (self->cells[i], 1);
      gtk_widget_set_valign (GTK_WIDGET (self->cells[i]), GTK_ALIGN_CENTER);
      if (wa_contact_columns ()[i].sort != WA_CONTACT_SORT_NAME)
        gtk_widget_add_css_class (GTK_WIDGET (self->cells[i]), "dim-label");
      gtk_widget_set_parent (GTK_WIDGET (self->cells[i]), GTK_WIDGET (self));
    }

  self->signals = g_signal_group_new (WA_TYPE_CONTACT);
  g_signal_group_connect_swapped (self->signals, "notify", G_CALLBACK (update_cells), self);
}

void
wa_contact_row_set_contact (WaContactRow *self,
                            WaContact    *contact)
{
  g_return_if_fail (WA_IS_CONTACT_ROW (self));
  g_return_if_fail (contact == NULL || WA_IS_CONTACT (contact));

  if (!g_set_object (&self->contact, contact))
    return;

  g_signal_group_set_target (self->signals, contact);
  update_cells (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONTACT]);
}
