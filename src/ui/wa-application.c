/* wa-application.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-util.h"
#include "session/wa-accounts.h"
#include "ui/account/wa-account-dialog.h"
#include "ui/wa-application.h"
#include "ui/wa-window.h"

struct _WaApplication
{
  AdwApplication  parent_instance;

  char           *data_dir;
  WaAccounts     *accounts;      /* (owned) */
  char           *demo;          /* (nullable): the system whose demo is opened once the accounts are loaded */
  gint64          started;       /* for the log: when the program began */
  gboolean        loading;       /* or loaded */
  gboolean        loaded;
};

G_DEFINE_FINAL_TYPE (WaApplication, wa_application, ADW_TYPE_APPLICATION)

static WaWindow *
get_window (WaApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (WA_IS_WINDOW (l->data))
      return l->data;

  return NULL;
}

static void
show_error (WaApplication *self,
            const char    *heading,
            const GError  *error)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (get_window (self)), heading, error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_connected_cb (WaAccountDialog *dialog,
                 WaAccount       *account,
                 WaApplication   *self)
{
  WaWindow *window = get_window (self);

  if (window != NULL)
    wa_window_set_account (window, account);
}

static void
add_account_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  WaApplication *self = user_data;
  WaAccountDialog *dialog;

  g_application_activate (G_APPLICATION (self));

  dialog = wa_account_dialog_new (self->accounts, NULL);
  g_signal_connect_object (dialog, "connected", G_CALLBACK (on_connected_cb), self, 0);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (get_window (self)));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
open_demo_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(WaApplication) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(WaAccount) account = wa_accounts_open_demo_finish (WA_ACCOUNTS (object), result, &error);
  WaWindow *window = get_window (self);

  if (window == NULL)
    return;

  if (account != NULL)
    wa_window_set_account (window, account);
  else
    show_error (self, _("The Demo Can’t Be Opened"), error);
  wa_window_start (window);
}

/* @id: a system's; "" is the first system */
static void
open_demo (WaApplication *self,
           const char    *id)
{
  g_autoptr(GListModel) systems = wa_systems_new ();
  g_autoptr(WaSystem) system = id[0] != '\0' ? wa_systems_find (id) : g_list_model_get_item (systems, 0);

  if (system != NULL)
    wa_accounts_open_demo_async (self->accounts, wa_system_get_id (system), NULL, open_demo_cb, g_object_ref (self));
}

static void
open_demo_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  WaApplication *self = user_data;

  g_application_activate (G_APPLICATION (self));
  if (self->loaded)
    open_demo (self, g_variant_get_string (parameter, NULL));
  else
    wa_set_str (&self->demo, g_variant_get_string (parameter, NULL));
}

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
  WaWindow *window = get_window (user_data);

  /* The window asks about what was not saved; the program ends with it. */
  if (window != NULL)
    gtk_window_close (GTK_WINDOW (window));
  else
    g_application_quit (G_APPLICATION (user_data));
}

static const GActionEntry actions[] = {
  { .name = "add-account", .activate = add_account_action },
  { .name = "open-demo", .activate = open_demo_action, .parameter_type = "s" },
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
load_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(WaApplication) self = user_data;
  g_autoptr(GError) error = NULL;
  WaWindow *window = get_window (self);

  wa_accounts_load_finish (WA_ACCOUNTS (object), result, &error);
  if (window == NULL)
    return;

  self->loaded = TRUE;
  if (self->demo != NULL)
    open_demo (self, self->demo);
  else
    wa_window_start (window);
  if (error != NULL)
    show_error (self, _("Not All Accounts Could Be Read"), error);
}

static void
after_first_paint_cb (GdkFrameClock *clock,
                      WaApplication *self)
{
  g_signal_handlers_disconnect_by_func (clock, after_first_paint_cb, self);
  g_debug ("startup: first frame after %" G_GINT64_FORMAT " ms", (g_get_monotonic_time () - self->started) / 1000);

  /* Disk and network wait for the first frame, not the first frame for them. */
  wa_accounts_load_async (self->accounts, NULL, load_cb, g_object_ref (self));
}

static void
wa_application_activate (GApplication *application)
{
  WaApplication *self = WA_APPLICATION (application);
  WaWindow *window = get_window (self);

  if (window == NULL)
    window = wa_window_new (GTK_APPLICATION (application), self->accounts);
  gtk_window_present (GTK_WINDOW (window));

  if (!self->loading)
    {
      self->loading = TRUE;
      g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint",
                               G_CALLBACK (after_first_paint_cb), self, 0);
    }
}

static void
wa_application_startup (GApplication *application)
{
  WaApplication *self = WA_APPLICATION (application);
  g_autoptr(WaSecrets) secrets = wa_secrets_new ();

  G_APPLICATION_CLASS (wa_application_parent_class)->startup (application);

  if (self->data_dir == NULL)
    self->data_dir = g_build_filename (g_get_user_data_dir (), WA_APP_ID, NULL);
  self->accounts = wa_accounts_new (self->data_dir, secrets);

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), shortcuts[i].action, shortcuts[i].keys);
}

static void
wa_application_shutdown (GApplication *application)
{
  WaApplication *self = WA_APPLICATION (application);

  if (self->accounts != NULL)
    wa_accounts_close (self->accounts);
  g_clear_object (&self->accounts);

  G_APPLICATION_CLASS (wa_application_parent_class)->shutdown (application);
}

static int
wa_application_handle_local_options (GApplication *application,
                                     GVariantDict *options)
{
  WaApplication *self = WA_APPLICATION (application);
  g_autoptr(GError) error = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("WaDesk %s\n", WA_VERSION);
      return 0;
    }

  /* Another directory is another set of accounts, which a program that runs already does not have. */
  if (g_variant_dict_lookup (options, "data-dir", "^ay", &self->data_dir))
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);

  if (self->demo == NULL)
    return -1;

  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  g_action_group_activate_action (G_ACTION_GROUP (application), "open-demo", g_variant_new_string (self->demo));

  return -1;
}

static void
wa_application_finalize (GObject *object)
{
  WaApplication *self = WA_APPLICATION (object);

  g_free (self->data_dir);
  g_free (self->demo);

  G_OBJECT_CLASS (wa_application_parent_class)->finalize (object);
}

static void
wa_application_class_init (WaApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = wa_application_finalize;
  application_class->activate = wa_application_activate;
  application_class->startup = wa_application_startup;
  application_class->shutdown = wa_application_shutdown;
  application_class->handle_local_options = wa_application_handle_local_options;
}

static gboolean
demo_option_cb (const char  *name,
                const char  *value,
                gpointer     user_data,
                GError     **error)
{
  WaApplication *self = user_data;

  wa_set_str (&self->demo, wa_or_empty (value));

  return TRUE;
}

static void
add_options (WaApplication *self)
{
  const GOptionEntry local[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and exit"), NULL },
    { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Keep accounts in another directory"), N_("DIR") },
    G_OPTION_ENTRY_NULL
  };
  const GOptionEntry demo[] = {
    { "demo", 0, G_OPTION_FLAG_OPTIONAL_ARG, G_OPTION_ARG_CALLBACK, demo_option_cb,
      N_("Open the demo, of that system where one is named"), N_("SYSTEM") },
    G_OPTION_ENTRY_NULL
  };
  GOptionGroup *group = g_option_group_new ("demo", _("Demo Options:"), _("Show the options of the demo"), self, NULL);

  g_application_add_main_option_entries (G_APPLICATION (self), local);
  /* A group, since only there a value can be optional. */
  g_option_group_add_entries (group, demo);
  g_application_add_option_group (G_APPLICATION (self), group);
}

static void
wa_application_init (WaApplication *self)
{
  self->started = g_get_monotonic_time ();
  add_options (self);
}

WaApplication *
wa_application_new (void)
{
  return g_object_new (WA_TYPE_APPLICATION,
                       "application-id", WA_APP_ID,
                       "resource-base-path", "/com/example/WaDesk",
                       NULL);
}
