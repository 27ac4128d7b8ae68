/* wa-banner.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "core/wa-util.h"
#include "ui/widgets/wa-banner.h"

struct _WaBanner
{
  AdwBin       parent_instance;

  char        *title;
  char        *button_label;

  GtkRevealer *revealer;
  GtkLabel    *label;
  GtkButton   *button;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_BUTTON_LABEL,
  PROP_ACTION_NAME,
  N_PROPS,
};

enum
{
  BUTTON_CLICKED,
  N_SIGNALS,
};

G_DEFINE_FINAL_TYPE (WaBanner, wa_banner, ADW_TYPE_BIN)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
on_button_clicked_cb (GtkButton *button,
                      WaBanner  *self)
{
  g_signal_emit (self, signals[BUTTON_CLICKED], 0);
}

static void
wa_banner_dispose (GObject *object)
{
  /* The bin would unparent once more what the template has taken out. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), WA_TYPE_BANNER);

  G_OBJECT_CLASS (wa_banner_parent_class)->dispose (object);
}

static void
wa_banner_finalize (GObject *object)
{
  WaBanner *self = WA_BANNER (object);

  g_free (self->title);
  g_free (self->button_label);

  G_OBJECT_CLASS (wa_banner_parent_class)->finalize (object);
}

static void
wa_banner_get_property (GObject    *object,
                        guint       id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  WaBanner *self = WA_BANNER (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, wa_or_empty (self->title));
      break;
    case PROP_BUTTON_LABEL:
      g_value_set_string (value, wa_or_empty (self->button_label));
      break;
    case PROP_ACTION_NAME:
      g_value_set_string (value, gtk_actionable_get_action_name (GTK_ACTIONABLE (self->button)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
wa_banner_set_property (GObject      *object,
                        guint         id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  WaBanner *self = WA_BANNER (object);

  switch (id)
    {
    case PROP_TITLE:
      wa_banner_set_title (self, g_value_get_string (value));
      break;
    case PROP_BUTTON_LABEL:
      wa_banner_set_button_label (self, g_value_get_string (value));
      break;
    case PROP_ACTION_NAME:
      wa_banner_set_action_name (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
wa_banner_class_init (WaBannerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wa_banner_dispose;
  object_class->finalize = wa_banner_finalize;
  object_class->get_property = wa_banner_get_property;
  object_class->set_property = wa_banner_set_property;

  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_BUTTON_LABEL] =
    g_param_spec_string ("button-label", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ACTION_NAME] =
    g_param_spec_string ("action-name", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[BUTTON_CLICKED] =
    g_signal_new ("button-clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/WaDesk/ui/widgets/wa-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, WaBanner, revealer);
  gtk_widget_class_bind_template_child (widget_class, WaBanner, label);
  gtk_widget_class_bind_template_child (widget_class, WaBanner, button);
  gtk_widget_class_bind_template_callback (widget_class, on_button_clicked_cb);
}

static void
wa_banner_init (WaBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

const char *
wa_banner_get_title (WaBanner *self)
{
  g_return_val_if_fail (WA_IS_BANNER (self), "");

  return wa_or_empty (self->title);
}

/**
 * wa_banner_set_title:
 * @title: (nullable): plain text; nothing hides the banner
 */
void
wa_banner_set_title (WaBanner   *self,
                     const char *title)
{
  g_return_if_fail (WA_IS_BANNER (self));

  if (!wa_set_str (&self->title, title))
    return;

  /* A banner that goes keeps its words while it slides away. */
  if (!wa_is_empty (title))
    gtk_label_set_label (self->label, title);
  gtk_revealer_set_reveal_child (self->revealer, !wa_is_empty (title));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

void
wa_banner_set_button_label (WaBanner   *self,
                            const char *label)
{
  g_return_if_fail (WA_IS_BANNER (self));

  if (!wa_set_str (&self->button_label, label))
    return;

  gtk_button_set_label (self->button, wa_or_empty (label));
  gtk_widget_set_visible (GTK_WIDGET (self->button), !wa_is_empty (label));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUTTON_LABEL]);
}

void
wa_banner_set_action_name (WaBanner   *self,
                           const char *action_name)
{
  g_return_if_fail (WA_IS_BANNER (self));

  if (g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (self->button)), action_name) == 0)
    return;

  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action_name);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTION_NAME]);
}
