/* wa-application.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/wa-application.h"
#include "ui/wa-window.h"

struct _WaApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (WaApplication, wa_application, ADW_TYPE_APPLICATION)

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  adw_show_about_window (gtk_application_get_active_window (GTK_APPLICATION (user_data)),
                         "application-name", "WaDesk",
                         "application-icon", WA_APP_ID,
                         "version", WA_VERSION,
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _("Contacts, templates and messages of WhatsApp Business"),
                         NULL);
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  g_application_quit (G_APPLICATION (user_data));
}

static const GActionEntry actions[] = {
  { .name = "about", .activate = about_action },
  { .name = "quit", .activate = quit_action },
};

static const struct
{
  const char *action;
  const char *keys[3];
} shortcuts[] = {
  { "app.quit", { "<Control>q" } },
  { "win.show-page('contacts')", { "<Control>1" } },
  { "win.show-page('templates')", { "<Control>2" } },
  { "win.show-page('outbox')", { "<Control>3" } },
  { "win.search", { "<Control>f" } },
  { "win.new-message", { "<Control>n" } },
  { "win.new-contact", { "<Control><Shift>n" } },
  { "win.refresh", { "F5", "<Control>r" } },
};

static void
wa_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (wa_window_new (GTK_APPLICATION (application), NULL));
  gtk_window_present (window);
}

static void
wa_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (wa_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), shortcuts[i].action, shortcuts[i].keys);
}

static void
wa_application_class_init (WaApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = wa_application_activate;
  application_class->startup = wa_application_startup;
}

static void
wa_application_init (WaApplication *self)
{
}

WaApplication *
wa_application_new (void)
{
  return g_object_new (WA_TYPE_APPLICATION,
                       "application-id", WA_APP_ID,
                       "resource-base-path", "/com/example/WaDesk",
                       NULL);
}
