/* wa-chip-box.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-util.h"
#include "ui/widgets/wa-children.h"
#include "ui/widgets/wa-chip-box.h"
#include "ui/widgets/wa-wrap-layout.h"

struct _WaChipBox
{
  GtkWidget   parent_instance;

  char      **texts;
  gboolean    removable;
};

enum
{
  PROP_0,
  PROP_TEXTS,
  PROP_REMOVABLE,
  N_PROPS,
};

enum
{
  CHIP_REMOVED,
  N_SIGNALS,
};

G_DEFINE_FINAL_TYPE (WaChipBox, wa_chip_box, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
on_remove_clicked_cb (GtkButton *button,
                      WaChipBox *self)
{
  GtkWidget *chip = gtk_widget_get_parent (GTK_WIDGET (button));
  guint position = 0;

  for (GtkWidget *w = gtk_widget_get_first_child (GTK_WIDGET (self)); w != chip; w = gtk_widget_get_next_sibling (w))
    position++;

  g_signal_emit (self, signals[CHIP_REMOVED], 0, position);
}

static GtkWidget *
create_chip (WaChipBox  *self,
             const char *text)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (chip, "wa-chip");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_widget_set_tooltip_text (label, text);
  gtk_box_append (GTK_BOX (chip), label);

  if (self->removable)
    {
      GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
      /* Translators: what a button does that has only a cross on it; %s is the name of a tag or a filter */
      g_autofree char *name = g_strdup_printf (_("Remove %s"), text);

      gtk_widget_set_tooltip_text (button, name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "circular");
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove_clicked_cb), self, 0);
      gtk_box_append (GTK_BOX (chip), button);
    }

  return chip;
}

static void
update_chips (WaChipBox *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  wa_unparent_children (GTK_WIDGET (self));
  for (guint i = 0; self->texts != NULL && self->texts[i] != NULL; i++)
    gtk_widget_set_parent (create_chip (self, self->texts[i]), GTK_WIDGET (self));

  /* Who removes one by keyboard may want to remove the next. */
  if (had_focus)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
wa_chip_box_dispose (GObject *object)
{
  wa_unparent_children (GTK_WIDGET (object));

  G_OBJECT_CLASS (wa_chip_box_parent_class)->dispose (object);
}

static void
wa_chip_box_finalize (GObject *object)
{
  g_strfreev (WA_CHIP_BOX (object)->texts);

  G_OBJECT_CLASS (wa_chip_box_parent_class)->finalize (object);
}

static void
wa_chip_box_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  WaChipBox *self = WA_CHIP_BOX (object);

  switch (id)
    {
    case PROP_TEXTS:
      g_value_set_boxed (value, self->texts);
      break;
    case PROP_REMOVABLE:
      g_value_set_boolean (value, self->removable);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
wa_chip_box_set_property (GObject      *object,
                          guint         id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  WaChipBox *self = WA_CHIP_BOX (object);

  switch (id)
    {
    case PROP_TEXTS:
      wa_chip_box_set_texts (self, g_value_get_boxed (value));
      break;
    case PROP_REMOVABLE:
      wa_chip_box_set_removable (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
wa_chip_box_class_init (WaChipBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wa_chip_box_dispose;
  object_class->finalize = wa_chip_box_finalize;
  object_class->get_property = wa_chip_box_get_property;
  object_class->set_property = wa_chip_box_set_property;

  properties[PROP_TEXTS] =
    g_param_spec_boxed ("texts", NULL, NULL, G_TYPE_STRV,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_REMOVABLE] =
    g_param_spec_boolean ("removable", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHIP_REMOVED] =
    g_signal_new ("chip-removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_layout_manager_type (widget_class, WA_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "chips");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
wa_chip_box_init (WaChipBox *self)
{
  self->removable = TRUE;
}

void
wa_chip_box_set_texts (WaChipBox         *self,
                       const char *const *texts)
{
  char **copy;

  g_return_if_fail (WA_IS_CHIP_BOX (self));

  if (wa_strv_equal ((const char *const *) self->texts, texts))
    return;

  copy = g_strdupv ((char **) texts);
  g_strfreev (self->texts);
  self->texts = copy;
  update_chips (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXTS]);
}

void
wa_chip_box_set_removable (WaChipBox *self,
                           gboolean   removable)
{
  g_return_if_fail (WA_IS_CHIP_BOX (self));

  removable = !!removable;
  if (self->removable == removable)
    return;

  self->removable = removable;
  update_chips (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REMOVABLE]);
}
