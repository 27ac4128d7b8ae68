/* wa-name-picker.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-util.h"
#include "ui/widgets/wa-name-picker.h"

struct _WaNamePicker
{
  GtkPopover          parent_instance;

  char              **taken;
  char               *needle;       /* case-folded */
  gboolean            allow_new;

  GtkSearchEntry     *search;
  GtkStack           *stack;
  GtkListView        *list_view;
  GtkLabel           *empty_label;
  GtkButton          *new_button;
  GtkFilterListModel *filtered;
  GtkCustomFilter    *filter;
};

enum
{
  PROP_0,
  PROP_NAMES,
  PROP_TAKEN,
  PROP_ALLOW_NEW,
  PROP_EMPTY_TEXT,
  N_PROPS,
};

enum
{
  PICKED,
  N_SIGNALS,
};

G_DEFINE_FINAL_TYPE (WaNamePicker, wa_name_picker, GTK_TYPE_POPOVER)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/**
 * wa_name_picker_dup_name:
 * @item: an object with a `name`, or a text object
 */
char *
wa_name_picker_dup_name (gpointer item)
{
  char *name = NULL;

  g_object_get (item, GTK_IS_STRING_OBJECT (item) ? "string" : "name", &name, NULL);

  return name;
}

static gboolean
is_taken (WaNamePicker *self,
          const char   *name)
{
  return self->taken != NULL && g_strv_contains ((const char *const *) self->taken, name);
}

static gboolean
match_name (gpointer item,
            gpointer user_data)
{
  WaNamePicker *self = user_data;
  g_autofree char *name = wa_name_picker_dup_name (item);
  g_autofree char *folded = g_utf8_casefold (wa_or_empty (name), -1);

  return !is_taken (self, wa_or_empty (name)) && (self->needle == NULL || strstr (folded, self->needle) != NULL);
}

static void
pick (WaNamePicker *self,
      const char   *name)
{
  g_autofree char *kept = g_strstrip (g_strdup (name));

  gtk_popover_popdown (GTK_POPOVER (self));
  if (!wa_is_empty (kept))
    g_signal_emit (self, signals[PICKED], 0, kept);
}

static void
update (WaNamePicker *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) > 0;
  gboolean offer = self->allow_new && text[0] != '\0' && !is_taken (self, text);
  g_autofree char *label = g_strdup_printf (_("Add “%s”"), text);

  gtk_stack_set_visible_child_name (self->stack, any ? "list" : "empty");
  gtk_button_set_label (self->new_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->new_button), offer);
}

static void
on_search_changed_cb (GtkSearchEntry *search,
                      WaNamePicker   *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (search));

  g_clear_pointer (&self->needle, g_free);
  if (text[0] != '\0')
    self->needle = g_utf8_casefold (text, -1);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  update (self);
}

static void
on_activate_cb (GtkListView  *list_view,
                guint         position,
                WaNamePicker *self)
{
  g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (self->filtered), position);
  g_autofree char *name = item ? wa_name_picker_dup_name (item) : NULL;

  pick (self, wa_or_empty (name));
}

static void
on_new_clicked_cb (GtkButton    *button,
                   WaNamePicker *self)
{
  pick (self, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

/* Enter takes the first that fits. */
static void
on_search_activate_cb (GtkSearchEntry *search,
                       WaNamePicker   *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) > 0)
    on_activate_cb (self->list_view, 0, self);
  else if (gtk_widget_get_visible (GTK_WIDGET (self->new_button)))
    on_new_clicked_cb (self->new_button, self);
}

static void
on_setup_cb (GtkListItemFactory *factory,
             GtkListItem        *item,
             WaNamePicker       *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
on_bind_cb (GtkListItemFactory *factory,
            GtkListItem        *item,
            WaNamePicker       *self)
{
  g_autofree char *name = wa_name_picker_dup_name (gtk_list_item_get_item (item));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), wa_or_empty (name));
}

static void
wa_name_picker_map (GtkWidget *widget)
{
  WaNamePicker *self = WA_NAME_PICKER (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  update (self);

  GTK_WIDGET_CLASS (wa_name_picker_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
wa_name_picker_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), WA_TYPE_NAME_PICKER);

  G_OBJECT_CLASS (wa_name_picker_parent_class)->dispose (object);
}

static void
wa_name_picker_finalize (GObject *object)
{
  WaNamePicker *self = WA_NAME_PICKER (object);

  g_strfreev (self->taken);
  g_free (self->needle);

  G_OBJECT_CLASS (wa_name_picker_parent_class)->finalize (object);
}

static void
wa_name_picker_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  WaNamePicker *self = WA_NAME_PICKER (object);

  switch (id)
    {
    case PROP_NAMES:
      g_value_set_object (value, gtk_filter_list_model_get_model (self->filtered));
      break;
    case PROP_TAKEN:
      g_value_set_boxed (value, self->taken);
      break;
    case PROP_ALLOW_NEW:
      g_value_set_boolean (value, self->allow_new);
      break;
    case PROP_EMPTY_TEXT:
      g_value_set_string (value, gtk_label_get_label (self->empty_label));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
wa_name_picker_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  WaNamePicker *self = WA_NAME_PICKER (object);

  switch (id)
    {
    case PROP_NAMES:
      wa_name_picker_set_names (self, g_value_get_object (value));
      break;
    case PROP_TAKEN:
      wa_name_picker_set_taken (self, g_value_get_boxed (value));
      break;
    case PROP_ALLOW_NEW:
      self->allow_new = g_value_get_boolean (value);
      break;
    case PROP_EMPTY_TEXT:
      gtk_label_set_label (self->empty_label, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
wa_name_picker_class_init (WaNamePickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags write = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = wa_name_picker_dispose;
  object_class->finalize = wa_name_picker_finalize;
  object_class->get_property = wa_name_picker_get_property;
  object_class->set_property = wa_name_picker_set_property;
  widget_class->map = wa_name_picker_map;

  properties[PROP_NAMES] = g_param_spec_object ("names", NULL, NULL, G_TYPE_LIST_MODEL, write);
  properties[PROP_TAKEN] = g_param_spec_boxed ("taken", NULL, NULL, G_TYPE_STRV, write);
  properties[PROP_ALLOW_NEW] = g_param_spec_boolean ("allow-new", NULL, NULL, FALSE, write);
  properties[PROP_EMPTY_TEXT] = g_param_spec_string ("empty-text", NULL, NULL, "", write);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[PICKED] =
    g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/WaDesk/ui/widgets/wa-name-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, WaNamePicker, search);
  gtk_widget_class_bind_template_child (widget_class, WaNamePicker, stack);
  gtk_widget_class_bind_template_child (widget_class, WaNamePicker, list_view);
  gtk_widget_class_bind_template_child (widget_class, WaNamePicker, empty_label);
  gtk_widget_class_bind_template_child (widget_class, WaNamePicker, new_button);
  gtk_widget_class_bind_template_child (widget_class, WaNamePicker, filtered);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_new_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_bind_cb);
}

static void
wa_name_picker_init (WaNamePicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->filter = gtk_custom_filter_new (match_name, self, NULL);
  gtk_filter_list_model_set_filter (self->filtered, GTK_FILTER (self->filter));
  g_object_unref (self->filter);    /* the model keeps it */
}

/**
 * wa_name_picker_set_names:
 * @names: (nullable): a model of objects with a `name`
 */
void
wa_name_picker_set_names (WaNamePicker *self,
                          GListModel   *names)
{
  g_return_if_fail (WA_IS_NAME_PICKER (self));

  if (names == gtk_filter_list_model_get_model (self->filtered))
    return;

  gtk_filter_list_model_set_model (self->filtered, names);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAMES]);
}

void
wa_name_picker_set_taken (WaNamePicker      *self,
                          const char *const *taken)
{
  g_auto(GStrv) old = NULL;

  g_return_if_fail (WA_IS_NAME_PICKER (self));

  if (wa_strv_equal ((const char *const *) self->taken, taken))
    return;

  old = g_steal_pointer (&self->taken);
  self->taken = g_strdupv ((char **) taken);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TAKEN]);
}
