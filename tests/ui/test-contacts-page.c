/* test-contacts-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui-fixture.h"
#include "ui/contacts/wa-contacts-page.h"
#include "ui/wa-application.h"
#include "ui/wa-window.h"

typedef struct
{
  WaAccounts *accounts;
  WaAccount  *account;
  GtkWidget  *window;
} Fixture;

static const char *
get_count (Fixture *fixture)
{
  GtkWidget *title = ui_find (fixture->window, ADW_TYPE_WINDOW_TITLE, "Contacts");

  return title ? adw_window_title_get_subtitle (ADW_WINDOW_TITLE (title)) : NULL;
}

typedef struct
{
  Fixture    *fixture;
  const char *count;
} Count;

static gboolean
is_count (gpointer data)
{
  Count *count = data;

  return g_strcmp0 (get_count (count->fixture), count->count) == 0;
}

static void
wait_for_count (Fixture    *fixture,
                const char *text)
{
  Count count = { fixture, text };

  ui_wait_until (is_count, &count);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static WaApplication *application;

  if (application == NULL)
    {
      application = wa_application_new ();
      g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
      g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
    }

  fixture->accounts = ui_open_demo (&fixture->account);
  fixture->window = GTK_WIDGET (wa_window_new (GTK_APPLICATION (application), fixture->accounts));
  wa_window_start (WA_WINDOW (fixture->window));
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for_count (fixture, "480 contacts");
  ui_settle ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_ref (fixture->window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_settle ();
  g_assert_finalize_object (fixture->window);
  ui_close_demo (fixture->accounts);
}

static GtkEditable *
find_search (Fixture *fixture)
{
  return GTK_EDITABLE (ui_find (fixture->window, GTK_TYPE_SEARCH_ENTRY, NULL));
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *list;

  gtk_editable_set_text (find_search (fixture), "ÁLVARO ortega");
  wait_for_count (fixture, "1 of 480 contacts");
  g_assert_nonnull (ui_find (fixture->window, GTK_TYPE_INSCRIPTION, "Álvaro Ortega"));

  gtk_editable_set_text (find_search (fixture), "nobody is called so");
  wait_for_count (fixture, "0 of 480 contacts");
  ui_settle ();
  g_assert_nonnull (ui_find (fixture->window, ADW_TYPE_STATUS_PAGE, "No Contacts Found"));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (find_search (fixture)), "contacts.clear-search", NULL));
  wait_for_count (fixture, "480 contacts");
  list = ui_find (fixture->window, GTK_TYPE_LIST_VIEW, NULL);
  g_assert_nonnull (list);
}

typedef struct
{
  Fixture    *fixture;
  const char *name;
} Row;

static gboolean
is_only_row (gpointer data)
{
  Row *row = data;
  GtkWidget *list = ui_find (row->fixture->window, GTK_TYPE_LIST_VIEW, NULL);

  return is_count (&(Count) { row->fixture, "1 of 480 contacts" }) &&
         list != NULL && ui_find (list, GTK_TYPE_INSCRIPTION, row->name) != NULL;
}

/* Returns: the row with the contact's name */
static GtkWidget *
open_contact (Fixture    *fixture,
              const char *name)
{
  Row row = { fixture, name };
  GtkWidget *list;

  gtk_editable_set_text (find_search (fixture), name);
  ui_wait_until (is_only_row, &row);
  list = ui_find (fixture->window, GTK_TYPE_LIST_VIEW, NULL);
  gtk_selection_model_select_item (gtk_list_view_get_model (GTK_LIST_VIEW (list)), 0, TRUE);
  ui_settle ();

  return ui_find (fixture->window, ADW_TYPE_ENTRY_ROW, "Name");
}

static void
test_edit (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *page = ui_find (fixture->window, WA_TYPE_CONTACTS_PAGE, NULL);
  GtkWidget *name = open_contact (fixture, "Álvaro Ortega");

  gtk_editable_set_text (GTK_EDITABLE (name), "Zz & <b>");
  g_assert_cmpuint (wa_contacts_page_count_unsaved (WA_CONTACTS_PAGE (page)), ==, 1);

  g_assert_true (gtk_widget_activate_action (name, "contact.save", NULL));
  open_contact (fixture, "Zz & <b>");
  g_assert_cmpuint (wa_contacts_page_count_unsaved (WA_CONTACTS_PAGE (page)), ==, 0);
}

/* What was typed is still there after another contact was looked at, and closing the window asks about it. */
static void
test_unsaved (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *page = ui_find (fixture->window, WA_TYPE_CONTACTS_PAGE, NULL);
  GtkWidget *name = open_contact (fixture, "Álvaro Ortega");

  gtk_editable_set_text (GTK_EDITABLE (name), "Unsaved");
  open_contact (fixture, "Aarav Patel");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "Aarav Patel");
  g_assert_cmpuint (wa_contacts_page_count_unsaved (WA_CONTACTS_PAGE (page)), ==, 1);

  gtk_window_close (GTK_WINDOW (fixture->window));
  ui_settle ();
  g_assert_true (gtk_widget_get_visible (fixture->window));

  open_contact (fixture, "Álvaro Ortega");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "Unsaved");
  g_assert_true (gtk_widget_activate_action (name, "contact.revert", NULL));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "Álvaro Ortega");
  g_assert_cmpuint (wa_contacts_page_count_unsaved (WA_CONTACTS_PAGE (page)), ==, 0);
}

static GtkWidget *
find_dialog (Fixture *fixture)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (window != fixture->window && ui_find (window, ADW_TYPE_ENTRY_ROW, "Number") != NULL)
        return window;
    }

  return NULL;
}

static void
test_new_contact (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkWidget *dialog, *create, *number;

  g_assert_true (gtk_widget_activate_action (fixture->window, "win.new-contact", NULL));
  dialog = find_dialog (fixture);
  create = ui_find (dialog, GTK_TYPE_BUTTON, "C_reate");
  number = ui_find (dialog, ADW_TYPE_ENTRY_ROW, "Number");
  g_assert_false (gtk_widget_get_sensitive (create));

  gtk_editable_set_text (GTK_EDITABLE (number), "0170 1234567");
  g_assert_false (gtk_widget_get_sensitive (create));
  gtk_editable_set_text (GTK_EDITABLE (number), "+49 170 1234567");
  g_assert_true (gtk_widget_get_sensitive (create));

  g_signal_emit_by_name (create, "clicked");
  wait_for_count (fixture, "481 contacts");

  /* Nobody said that this person wants messages. */
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (ui_find (fixture->window, GTK_TYPE_SWITCH, NULL))));
}

/* The first row that is wholly in view. */
static GtkWidget *
focus_any_row (GtkWidget *list)
{
  for (GtkWidget *row = gtk_widget_get_first_child (list); row; row = gtk_widget_get_next_sibling (row))
    {
      double y;

      if (gtk_widget_get_child_visible (row) && gtk_widget_translate_coordinates (row, list, 0, 0, NULL, &y) && y >= 0)
        {
          g_assert_true (gtk_widget_grab_focus (row));
          return row;
        }
    }

  g_assert_not_reached ();
}

/* Returns: (transfer full): the name and the number in a row */
static char *
dup_text (GtkWidget *row)
{
  GtkWidget *cell = ui_find (row, GTK_TYPE_INSCRIPTION, NULL);

  return g_strjoin (" ", gtk_inscription_get_text (GTK_INSCRIPTION (cell)),
                    gtk_inscription_get_text (GTK_INSCRIPTION (gtk_widget_get_next_sibling (cell))), NULL);
}

/* Another version of the same rows: the table stays scrolled where it was, and the row that had the focus has it. */
static void
test_keep_place (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *list = ui_find (fixture->window, GTK_TYPE_LIST_VIEW, NULL);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  GtkSelectionModel *model = gtk_list_view_get_model (GTK_LIST_VIEW (list));
  g_autofree char *focused = NULL;
  g_autofree char *now_focused = NULL;
  GtkWidget *name;
  double offset;

  gtk_selection_model_select_item (model, 300, TRUE);
  ui_settle ();
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) / 2);
  ui_settle ();
  offset = gtk_adjustment_get_value (adjustment);
  g_assert_cmpfloat (offset, >, 1000);
  focused = dup_text (focus_any_row (list));

  name = ui_find (fixture->window, ADW_TYPE_ENTRY_ROW, "Name");
  gtk_editable_set_text (GTK_EDITABLE (name), "Zoe Changed");
  gtk_widget_activate_action (name, "contact.save", NULL);
  for (guint i = 0; i < 30 && gtk_list_view_get_model (GTK_LIST_VIEW (list)) == model; i++)
    ui_settle ();
  g_assert_true (gtk_list_view_get_model (GTK_LIST_VIEW (list)) != model);
  ui_settle ();

  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment), offset, 1);
  now_focused = dup_text (gtk_widget_get_focus_child (list));
  g_assert_cmpstr (now_focused, ==, focused);
}

int
main (int   argc,
      char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add ("/contacts-page/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/contacts-page/edit", Fixture, NULL, set_up, test_edit, tear_down);
  g_test_add ("/contacts-page/unsaved", Fixture, NULL, set_up, test_unsaved, tear_down);
  g_test_add ("/contacts-page/keep-place", Fixture, NULL, set_up, test_keep_place, tear_down);
  g_test_add ("/contacts-page/new-contact", Fixture, NULL, set_up, test_new_contact, tear_down);

  return g_test_run ();
}
