/* wa-template-item.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-util.h"
#include "ui/templates/wa-template-item.h"
#include "ui/widgets/wa-children.h"

struct _WaTemplateItem
{
  GtkBox        parent_instance;

  GtkLabel     *name;
  GtkLabel     *text;
  GtkLabel     *details;
  GtkLabel     *status;

  WaTemplate   *template;   /* (nullable) */
  GSignalGroup *signals;
};

G_DEFINE_FINAL_TYPE (WaTemplateItem, wa_template_item, GTK_TYPE_BOX)

enum
{
  PROP_0,
  PROP_TEMPLATE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

typedef struct
{
  const char *status;
  const char *title;
  const char *style;
} StatusTitle;

static const StatusTitle statuses[] = {
  { "APPROVED", N_("Approved"), "success" },
  { "PENDING", N_("In review"), "warning" },
  { "REJECTED", N_("Rejected"), "error" },
  { "PAUSED", N_("Paused"), "warning" },
  { "DISABLED", N_("Disabled"), "error" },
  { "IN_APPEAL", N_("In appeal"), "warning" },
  { "PENDING_DELETION", N_("Being deleted"), "error" },
  { "DELETED", N_("Deleted"), "error" },
  { "ARCHIVED", N_("Archived"), "dim-label" },
  { "DRAFT", N_("Draft"), "dim-label" },
};

static const StatusTitle *
find_status (WaTemplate *template)
{
  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (g_ascii_strcasecmp (statuses[i].status, wa_template_get_status (template)) == 0)
      return &statuses[i];

  return NULL;
}

/**
 * wa_template_dup_status_title:
 *
 * Returns: (transfer full): the status in the user's language; an unknown one as the system writes it
 */
char *
wa_template_dup_status_title (WaTemplate *template)
{
  const StatusTitle *status = find_status (template);

  if (status != NULL)
    return g_strdup (_(status->title));

  return wa_is_empty (wa_template_get_status (template)) ? g_strdup (_("Unknown"))
                                                         : g_strdup (wa_template_get_status (template));
}

static const char *
header_title (WaHeaderFormat format)
{
  switch (format)
    {
    case WA_HEADER_IMAGE:
      return _("Picture");
    case WA_HEADER_VIDEO:
    case WA_HEADER_GIF:
      return _("Video");
    case WA_HEADER_DOCUMENT:
      return _("Document");
    case WA_HEADER_LOCATION:
      return _("Location");
    case WA_HEADER_PRODUCT:
      return _("Product");
    case WA_HEADER_NONE:
    case WA_HEADER_TEXT:
    case WA_HEADER_UNKNOWN:
    default:
      return _("Text");
    }
}

/**
 * wa_template_dup_kind_title:
 *
 * What the template looks like, told from its components: systems leave their own word out half of the time.
 *
 * Returns: (transfer full): one word or two in the user's language
 */
char *
wa_template_dup_kind_title (WaTemplate *template)
{
  WaTemplateComponent *header = wa_template_find (template, WA_COMPONENT_HEADER);

  if (wa_template_find (template, WA_COMPONENT_CAROUSEL) != NULL)
    return g_strdup (_("Carousel"));
  if (wa_template_find (template, WA_COMPONENT_LIMITED_TIME_OFFER) != NULL)
    return g_strdup (_("Limited-time offer"));
  if (g_ascii_strcasecmp (wa_template_get_category (template), "AUTHENTICATION") == 0)
    return g_strdup (_("Code"));
  if (!wa_template_is_described (template))
    return g_strdup (_("Not described"));

  return g_strdup (header_title (header != NULL ? wa_template_component_get_format (header) : WA_HEADER_NONE));
}

static char *
category_title (WaTemplate *template)
{
  const char *category = wa_template_get_category (template);

  if (g_ascii_strcasecmp (category, "MARKETING") == 0)
    return g_strdup (_("Marketing"));
  if (g_ascii_strcasecmp (category, "UTILITY") == 0)
    return g_strdup (_("Utility"));
  if (g_ascii_strcasecmp (category, "AUTHENTICATION") == 0)
    return g_strdup (_("Authentication"));

  return g_strdup (category);
}

static void
show_status (WaTemplateItem *self)
{
  const StatusTitle *status = find_status (self->template);
  g_autofree char *title = wa_template_dup_status_title (self->template);

  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->status), statuses[i].style);
  gtk_widget_add_css_class (GTK_WIDGET (self->status), status != NULL ? status->style : "dim-label");
  gtk_label_set_label (self->status, title);
}

static void
show_template (WaTemplateItem *self)
{
  WaTemplateComponent *body;
  g_autofree char *category = NULL;
  g_autofree char *kind = NULL;
  g_autofree char *details = NULL;
  g_autofree char *text = NULL;

  if (self->template == NULL)
    return;

  body = wa_template_find (self->template, WA_COMPONENT_BODY);
  category = category_title (self->template);
  kind = wa_template_dup_kind_title (self->template);
  /* Translators: language, category and kind of a template */
  details = g_strdup_printf (_("%s · %s · %s"), wa_template_get_language (self->template), category, kind);
  text = wa_clean_text (body != NULL ? wa_template_component_get_text (body) : NULL, 200);

  gtk_label_set_label (self->name, wa_template_get_name (self->template));
  gtk_label_set_label (self->text, text);
  gtk_widget_set_visible (GTK_WIDGET (self->text), text[0] != '\0');
  gtk_label_set_label (self->details, details);
  show_status (self);
}

static void
wa_template_item_set_template (WaTemplateItem *self,
                               WaTemplate     *template)
{
  if (!g_set_object (&self->template, template))
    return;

  g_signal_group_set_target (self->signals, template);
  show_template (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEMPLATE]);
}

static void
wa_template_item_dispose (GObject *object)
{
  WaTemplateItem *self = WA_TEMPLATE_ITEM (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->template);
  gtk_widget_dispose_template (GTK_WIDGET (self), WA_TYPE_TEMPLATE_ITEM);
  wa_unparent_children (GTK_WIDGET (self));

  G_OBJECT_CLASS (wa_template_item_parent_class)->dispose (object);
}

static void
wa_template_item_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_TEMPLATE:
      g_value_set_object (value, WA_TEMPLATE_ITEM (object)->template);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
wa_template_item_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_TEMPLATE:
      wa_template_item_set_template (WA_TEMPLATE_ITEM (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
wa_template_item_class_init (WaTemplateItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wa_template_item_dispose;
  object_class->get_property = wa_template_item_get_property;
  object_class->set_property = wa_template_item_set_property;

  properties[PROP_TEMPLATE] =
    g_param_spec_object ("template", NULL, NULL, WA_TYPE_TEMPLATE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/WaDesk/ui/templates/wa-template-item-widget.ui");
  gtk_widget_class_bind_template_child (widget_class, WaTemplateItem, name);
  gtk_widget_class_bind_template_child (widget_class, WaTemplateItem, text);
  gtk_widget_class_bind_template_child (widget_class, WaTemplateItem, details);
  gtk_widget_class_bind_template_child (widget_class, WaTemplateItem, status);
}

static void
wa_template_item_init (WaTemplateItem *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->signals = g_signal_group_new (WA_TYPE_TEMPLATE);
  g_signal_group_connect_swapped (self->signals, "notify", G_CALLBACK (show_template), self);
}
