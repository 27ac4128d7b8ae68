/* wa-parameter-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-util.h"
#include "ui/compose/wa-date-time-button.h"
#include "ui/compose/wa-parameter-row.h"
#include "ui/widgets/wa-children.h"

struct _WaParameterRow
{
  GtkBox            parent_instance;

  GtkLabel         *label;
  GtkEntry         *entry;
  WaDateTimeButton *date_time_button;
  GtkLabel         *caption;

  WaParameterField *field;
};

G_DEFINE_FINAL_TYPE (WaParameterRow, wa_parameter_row, GTK_TYPE_BOX)

enum
{
  PROP_0,
  PROP_FIELD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
show_caption (WaParameterRow *self)
{
  const char *problem = wa_parameter_field_get_problem (self->field);
  const char *help = wa_parameter_field_get_help_text (self->field);
  gboolean wrong = !wa_is_empty (problem);
  const char *text = wrong ? problem : help;

  gtk_label_set_label (self->caption, text);
  gtk_widget_set_visible (GTK_WIDGET (self->caption), !wa_is_empty (text));
  if (wrong)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->caption), "dim-label");
      gtk_widget_add_css_class (GTK_WIDGET (self->caption), "error");
      gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
    }
  else
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->caption), "dim-label");
      gtk_widget_remove_css_class (GTK_WIDGET (self->caption), "error");
      gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
    }

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry),
                               GTK_ACCESSIBLE_STATE_INVALID, wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static GtkInputPurpose
purpose_of (WaParameterKind kind)
{
  switch (kind)
    {
    case WA_PARAMETER_URL:
    case WA_PARAMETER_IMAGE:
    case WA_PARAMETER_VIDEO:
    case WA_PARAMETER_DOCUMENT:
      return GTK_INPUT_PURPOSE_URL;
    case WA_PARAMETER_DECIMAL:
      return GTK_INPUT_PURPOSE_NUMBER;
    case WA_PARAMETER_TEXT:
    case WA_PARAMETER_CODE:
    case WA_PARAMETER_DATE_TIME:
    case WA_PARAMETER_PRODUCT:
    case WA_PARAMETER_PAYLOAD:
    case WA_PARAMETER_FILENAME:
    default:
      return GTK_INPUT_PURPOSE_FREE_FORM;
    }
}

static void
wa_parameter_row_set_field (WaParameterRow   *self,
                            WaParameterField *field)
{
  WaParameterKind kind = wa_parameter_field_get_kind (field);

  self->field = g_object_ref (field);
  gtk_label_set_label (self->label, wa_parameter_field_get_label (field));
  g_object_bind_property (field, "example", self->entry, "placeholder-text", G_BINDING_SYNC_CREATE);
  gtk_entry_set_input_purpose (self->entry, purpose_of (kind));
  gtk_widget_set_visible (GTK_WIDGET (self->date_time_button), kind == WA_PARAMETER_DATE_TIME);
  g_object_set (self->entry, "show-emoji-icon", kind == WA_PARAMETER_TEXT, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_REQUIRED, wa_parameter_field_get_required (field),
                                  -1);

  g_object_bind_property (field, "value", self->entry, "text", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_object_bind_property (field, "value", self->date_time_button, "value",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (field, "notify::problem", G_CALLBACK (show_caption), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (field, "notify::help-text", G_CALLBACK (show_caption), self, G_CONNECT_SWAPPED);
  show_caption (self);
}

static gboolean
wa_parameter_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (WA_PARAMETER_ROW (widget)->entry));
}

static void
wa_parameter_row_dispose (GObject *object)
{
  WaParameterRow *self = WA_PARAMETER_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), WA_TYPE_PARAMETER_ROW);
  wa_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->field);

  G_OBJECT_CLASS (wa_parameter_row_parent_class)->dispose (object);
}

static void
wa_parameter_row_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  WaParameterRow *self = WA_PARAMETER_ROW (object);

  switch (id)
    {
    case PROP_FIELD:
      g_value_set_object (value, self->field);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
wa_parameter_row_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  WaParameterRow *self = WA_PARAMETER_ROW (object);

  switch (id)
    {
    case PROP_FIELD:
      wa_parameter_row_set_field (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
wa_parameter_row_class_init (WaParameterRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wa_parameter_row_dispose;
  object_class->get_property = wa_parameter_row_get_property;
  object_class->set_property = wa_parameter_row_set_property;
  widget_class->grab_focus = wa_parameter_row_grab_focus;

  properties[PROP_FIELD] =
    g_param_spec_object ("field", NULL, NULL, WA_TYPE_PARAMETER_FIELD,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (WA_TYPE_DATE_TIME_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/WaDesk/ui/compose/wa-parameter-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WaParameterRow, label);
  gtk_widget_class_bind_template_child (widget_class, WaParameterRow, entry);
  gtk_widget_class_bind_template_child (widget_class, WaParameterRow, date_time_button);
  gtk_widget_class_bind_template_child (widget_class, WaParameterRow, caption);
}

static void
wa_parameter_row_init (WaParameterRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
wa_parameter_row_new (WaParameterField *field)
{
  g_return_val_if_fail (WA_IS_PARAMETER_FIELD (field), NULL);

  return g_object_new (WA_TYPE_PARAMETER_ROW, "field", field, NULL);
}

WaParameterField *
wa_parameter_row_get_field (WaParameterRow *self)
{
  g_return_val_if_fail (WA_IS_PARAMETER_ROW (self), NULL);

  return self->field;
}
