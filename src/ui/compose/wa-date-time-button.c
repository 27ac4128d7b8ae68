/* wa-date-time-button.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "core/wa-util.h"
#include "ui/compose/wa-date-time-button.h"
#include "ui/widgets/wa-children.h"

struct _WaDateTimeButton
{
  GtkWidget      parent_instance;

  GtkMenuButton *button;
  GtkPopover    *popover;
  GtkCalendar   *calendar;
  GtkSpinButton *hour;
  GtkSpinButton *minute;

  char          *value;
};

G_DEFINE_FINAL_TYPE (WaDateTimeButton, wa_date_time_button, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_VALUE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
wa_date_time_button_set_value (WaDateTimeButton *self,
                               const char       *value)
{
  if (wa_set_str (&self->value, wa_or_empty (value)))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}

/* Shows the value, or tomorrow at this hour where there is none. */
static void
on_popover_shown_cb (WaDateTimeButton *self)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr(GDateTime) time = g_date_time_new_from_iso8601 (wa_or_empty (self->value), zone);
  g_autoptr(GDateTime) shown = NULL;

  if (time == NULL)
    {
      g_autoptr(GDateTime) now = g_date_time_new_now_local ();

      time = g_date_time_add_days (now, 1);
    }

  shown = g_date_time_to_local (time);
  gtk_calendar_select_day (self->calendar, shown);
  gtk_spin_button_set_value (self->hour, g_date_time_get_hour (shown));
  gtk_spin_button_set_value (self->minute, g_date_time_get_minute (shown));
}

static void
on_choose_clicked_cb (WaDateTimeButton *self)
{
  g_autoptr(GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autoptr(GDateTime) time =
    g_date_time_new_local (g_date_time_get_year (day), g_date_time_get_month (day), g_date_time_get_day_of_month (day),
                           gtk_spin_button_get_value_as_int (self->hour),
                           gtk_spin_button_get_value_as_int (self->minute), 0);
  g_autofree char *text = time != NULL ? g_date_time_format_iso8601 (time) : NULL;

  if (text != NULL)
    wa_date_time_button_set_value (self, text);
  gtk_popover_popdown (self->popover);
}

static void
wa_date_time_button_dispose (GObject *object)
{
  WaDateTimeButton *self = WA_DATE_TIME_BUTTON (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), WA_TYPE_DATE_TIME_BUTTON);
  wa_unparent_children (GTK_WIDGET (self));
  g_clear_pointer (&self->value, g_free);

  G_OBJECT_CLASS (wa_date_time_button_parent_class)->dispose (object);
}

static void
wa_date_time_button_get_property (GObject    *object,
                                  guint       id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  WaDateTimeButton *self = WA_DATE_TIME_BUTTON (object);

  switch (id)
    {
    case PROP_VALUE:
      g_value_set_string (value, wa_or_empty (self->value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
wa_date_time_button_set_property (GObject      *object,
                                  guint         id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  WaDateTimeButton *self = WA_DATE_TIME_BUTTON (object);

  switch (id)
    {
    case PROP_VALUE:
      wa_date_time_button_set_value (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
wa_date_time_button_class_init (WaDateTimeButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wa_date_time_button_dispose;
  object_class->get_property = wa_date_time_button_get_property;
  object_class->set_property = wa_date_time_button_set_property;

  properties[PROP_VALUE] =
    g_param_spec_string ("value", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/WaDesk/ui/compose/wa-date-time-button.ui");
  gtk_widget_class_bind_template_child (widget_class, WaDateTimeButton, button);
  gtk_widget_class_bind_template_child (widget_class, WaDateTimeButton, popover);
  gtk_widget_class_bind_template_child (widget_class, WaDateTimeButton, calendar);
  gtk_widget_class_bind_template_child (widget_class, WaDateTimeButton, hour);
  gtk_widget_class_bind_template_child (widget_class, WaDateTimeButton, minute);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_clicked_cb);
}

static void
wa_date_time_button_init (WaDateTimeButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
