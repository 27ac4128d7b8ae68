/* ui-fixture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "ui-fixture.h"

#define PATIENCE_SECONDS 30

static char *data_dir;

/* Returns: (transfer full) */
char *
ui_awkward_text (guint i)
{
  static const char *const texts[UI_N_AWKWARD_TEXTS - 1] = {
    "",
    "A & <b>",
    "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d \xd8\xb3\xd9\x84\xd8\xa7\xd9\x85",
    "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7 %s %n\n\tsecond line",
    "&amp; _underlined_ ~",
  };

  g_assert_cmpuint (i, <, UI_N_AWKWARD_TEXTS);

  return i < UI_N_AWKWARD_TEXTS - 1 ? g_strdup (texts[i]) : g_strnfill (10000, 'W');
}

void
ui_wait_until (gboolean (*is_done) (gpointer data),
               gpointer   data)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;

  while (!is_done (data))
    {
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
      if (g_get_monotonic_time () > end)
        g_error ("nothing happened for %d seconds", PATIENCE_SECONDS);
    }
}

static gboolean
is_past (gpointer data)
{
  return g_get_monotonic_time () > *(gint64 *) data;
}

/* Lets layout, animations and short timeouts happen. */
void
ui_settle (void)
{
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 3;

  ui_wait_until (is_past, &end);
}

static gboolean
has_text (GtkWidget  *widget,
          const char *text)
{
  static const char *const names[] = { "label", "title", "text", "tooltip-text" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (widget), names[i]);
      g_autofree char *value = NULL;

      if (pspec == NULL || pspec->value_type != G_TYPE_STRING)
        continue;

      g_object_get (widget, names[i], &value, NULL);
      if (g_strcmp0 (value, text) == 0)
        return TRUE;
    }

  return FALSE;
}

GtkWidget *
ui_find (GtkWidget  *root,
         GType       type,
         const char *text)
{
  if (!gtk_widget_get_child_visible (root) || !gtk_widget_get_visible (root))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (text == NULL || has_text (root, text)))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_find (child, type, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
demo_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  *(WaAccount **) user_data = wa_accounts_open_demo_finish (WA_ACCOUNTS (object), result, &error);
  g_assert_no_error (error);
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *) data != NULL;
}

static gboolean
is_refreshed (gpointer data)
{
  WaSync *sync = wa_account_get_sync (data);

  return !wa_sync_get_running (sync) && wa_sync_get_last_complete (sync) != NULL;
}

/**
 * ui_open_demo:
 * @account: (out) (transfer none)
 */
WaAccounts *
ui_open_demo (WaAccount **account)
{
  g_autoptr(WaSecrets) secrets = wa_secrets_new_for_session ();
  g_autoptr(WaAccount) opened = NULL;
  WaAccounts *accounts;
  GError *error = NULL;

  data_dir = g_dir_make_tmp ("wadesk-ui-XXXXXX", &error);
  g_assert_no_error (error);

  accounts = wa_accounts_new (data_dir, secrets);
  wa_accounts_open_demo_async (accounts, "pabbly", NULL, demo_cb, &opened);
  ui_wait_until (is_set, &opened);
  wa_sync_start (wa_account_get_sync (opened));
  ui_wait_until (is_refreshed, opened);

  *account = opened;

  return accounts;
}

static void
remove_dir (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_dir (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

void
ui_close_demo (WaAccounts *accounts)
{
  wa_accounts_close (accounts);
  g_object_unref (accounts);
  remove_dir (data_dir);
  g_clear_pointer (&data_dir, g_free);
}

void
ui_init (int    *argc,
         char ***argv)
{
  g_test_init (argc, argv, NULL);
  adw_init ();
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/com/example/WaDesk/icons");
}
