/* wa-welcome-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/account/wa-demo-menu.h"
#include "ui/welcome/wa-welcome-page.h"

struct _WaWelcomePage
{
  AdwBin         parent_instance;

  GtkMenuButton *demo_button;
};

G_DEFINE_FINAL_TYPE (WaWelcomePage, wa_welcome_page, ADW_TYPE_BIN)

static void
wa_welcome_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), WA_TYPE_WELCOME_PAGE);

  G_OBJECT_CLASS (wa_welcome_page_parent_class)->dispose (object);
}

static void
wa_welcome_page_class_init (WaWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wa_welcome_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/WaDesk/ui/welcome/wa-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WaWelcomePage, demo_button);
}

static void
wa_welcome_page_init (WaWelcomePage *self)
{
  g_autoptr(GMenuModel) demos = wa_demo_menu_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_menu_model (self->demo_button, demos);
}
