/* wa-outbox-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/outbox/wa-outbox-page.h"

struct _WaOutboxPage
{
  AdwBin     parent_instance;

  WaAccount *account;    /* (owned) (nullable) */
  gboolean   folded;
};

enum
{
  PROP_0,
  PROP_ACCOUNT,
  PROP_FOLDED,
  N_PROPS,
};

G_DEFINE_FINAL_TYPE (WaOutboxPage, wa_outbox_page, ADW_TYPE_BIN)

static GParamSpec *properties[N_PROPS];

static void
wa_outbox_page_dispose (GObject *object)
{
  WaOutboxPage *self = WA_OUTBOX_PAGE (object);

  g_clear_object (&self->account);
  gtk_widget_dispose_template (GTK_WIDGET (self), WA_TYPE_OUTBOX_PAGE);

  G_OBJECT_CLASS (wa_outbox_page_parent_class)->dispose (object);
}

static void
wa_outbox_page_get_property (GObject    *object,
                      guint       id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  WaOutboxPage *self = WA_OUTBOX_PAGE (object);

  switch (id)
    {
    case PROP_ACCOUNT:
      g_value_set_object (value, self->account);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
wa_outbox_page_set_property (GObject      *object,
                      guint         id,
                      const GValue *value,
                      GParamSpec   *pspec)
{
  WaOutboxPage *self = WA_OUTBOX_PAGE (object);

  switch (id)
    {
    case PROP_ACCOUNT:
      if (g_set_object (&self->account, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_FOLDED:
      if (self->folded != g_value_get_boolean (value))
        {
          self->folded = g_value_get_boolean (value);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
wa_outbox_page_class_init (WaOutboxPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wa_outbox_page_dispose;
  object_class->get_property = wa_outbox_page_get_property;
  object_class->set_property = wa_outbox_page_set_property;

  properties[PROP_ACCOUNT] =
    g_param_spec_object ("account", NULL, NULL, WA_TYPE_ACCOUNT,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_FOLDED] =
    g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/WaDesk/ui/outbox/wa-outbox-page.ui");
}

static void
wa_outbox_page_init (WaOutboxPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
