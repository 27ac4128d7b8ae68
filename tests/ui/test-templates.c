/* test-templates.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui-fixture.h"
#include "ui/account/wa-account-dialog.h"
#include "ui/account/wa-account-switcher.h"
#include "ui/contacts/wa-contact-columns.h"
#include "ui/contacts/wa-contact-filters.h"
#include "ui/contacts/wa-contact-header.h"
#include "ui/contacts/wa-contact-pane.h"
#include "ui/contacts/wa-contact-row.h"
#include "ui/contacts/wa-contacts-page.h"
#include "ui/contacts/wa-new-contact-dialog.h"
#include "ui/outbox/wa-outbox-page.h"
#include "ui/templates/wa-templates-page.h"
#include "ui/welcome/wa-welcome-page.h"
#include "ui/widgets/wa-banner.h"
#include "ui/widgets/wa-chip-box.h"
#include "ui/widgets/wa-name-picker.h"
#include "ui/widgets/wa-sync-bar.h"

/* Every widget that can be made without a word: it is built, shown, and gone again with all that it held. */
static void
test_build (void)
{
  const GType types[] = {
    WA_TYPE_ACCOUNT_SWITCHER, WA_TYPE_BANNER, WA_TYPE_CHIP_BOX, WA_TYPE_CONTACT_HEADER, WA_TYPE_CONTACT_PANE,
    WA_TYPE_CONTACT_ROW, WA_TYPE_CONTACTS_PAGE, WA_TYPE_OUTBOX_PAGE, WA_TYPE_SYNC_BAR, WA_TYPE_TEMPLATES_PAGE,
    WA_TYPE_WELCOME_PAGE,
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *window = gtk_window_new ();
      GtkWidget *widget = g_object_ref_sink (g_object_new (types[i], NULL));

      g_test_message ("%s", g_type_name (types[i]));
      gtk_window_set_child (GTK_WINDOW (window), widget);
      gtk_window_present (GTK_WINDOW (window));
      ui_settle ();
      gtk_window_destroy (GTK_WINDOW (window));
      ui_settle ();
      g_assert_finalize_object (widget);
    }
}

static void
test_popovers (void)
{
  const GType types[] = { WA_TYPE_CONTACT_FILTERS, WA_TYPE_NAME_PICKER };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    g_assert_finalize_object (g_object_ref_sink (g_object_new (types[i], NULL)));
}

/* All systems' fields, and none of them filled in: nothing can be tested or saved yet. */
static void
test_account_dialog (void)
{
  g_autoptr(WaSecrets) secrets = wa_secrets_new_for_session ();
  g_autoptr(WaAccounts) accounts = wa_accounts_new (g_get_tmp_dir (), secrets);
  g_autoptr(GListModel) systems = wa_systems_new ();
  WaAccountDialog *dialog = wa_account_dialog_new (accounts, NULL);
  GtkWidget *row;

  gtk_window_present (GTK_WINDOW (dialog));
  ui_settle ();
  row = ui_find (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, "System");
  for (guint i = 0; i < g_list_model_get_n_items (systems); i++)
    {
      GtkWidget *key;

      adw_combo_row_set_selected (ADW_COMBO_ROW (row), i);
      ui_settle ();
      key = ui_find (GTK_WIDGET (dialog), ADW_TYPE_PASSWORD_ENTRY_ROW, NULL);
      g_assert_nonnull (key);
      g_assert_false (gtk_widget_get_sensitive (ui_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "C_onnect")));
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (key)), ==, "");
    }

  g_object_ref (dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_settle ();
  g_assert_finalize_object (dialog);
}

static void
set_texts (WaContact  *contact,
           const char *text)
{
  static const char *const names[] = { "name", "number", "first-name", "last-name", "email", "country", "language",
                                       "gender", "status", "source" };
  const char *const list[] = { text, "VIP", text, NULL };
  g_autoptr(WaAttribute) attribute = wa_attribute_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_object_set (contact, names[i], text, NULL);
  wa_contact_set_tags (contact, list);
  wa_contact_set_lists (contact, list);
  wa_attribute_set_name (attribute, text);
  wa_attribute_set_value (attribute, text);
  g_list_store_append (wa_contact_get_attributes (contact), attribute);
}

static void
test_awkward_texts (void)
{
  for (guint i = 0; i < UI_N_AWKWARD_TEXTS; i++)
    {
      g_autofree char *text = ui_awkward_text (i);
      g_autoptr(WaContact) contact = wa_contact_new ();
      g_autoptr(WaContactDraft) draft = NULL;
      GtkWidget *window = gtk_window_new ();
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      GtkWidget *row = g_object_new (WA_TYPE_CONTACT_ROW, NULL);
      GtkWidget *pane = g_object_new (WA_TYPE_CONTACT_PANE, NULL);
      GtkWidget *banner = g_object_new (WA_TYPE_BANNER, "title", text, "button-label", text, NULL);

      set_texts (contact, text);
      draft = wa_contact_draft_new (contact);
      wa_contact_row_set_contact (WA_CONTACT_ROW (row), contact);
      wa_contact_pane_set_draft (WA_CONTACT_PANE (pane), draft);

      gtk_box_append (GTK_BOX (box), banner);
      gtk_box_append (GTK_BOX (box), row);
      gtk_box_append (GTK_BOX (box), pane);
      gtk_window_set_default_size (GTK_WINDOW (window), 360, 640);
      gtk_window_set_child (GTK_WINDOW (window), box);
      gtk_window_present (GTK_WINDOW (window));
      ui_settle ();

      /* What a form shows it gives back as it was. */
      g_assert_false (wa_contact_draft_get_dirty (draft));
      gtk_window_destroy (GTK_WINDOW (window));
      ui_settle ();
    }
}

/* Nothing sticks out of a row or lies on something else, however wide it is. */
static void
test_columns (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *row = g_object_new (WA_TYPE_CONTACT_ROW, NULL);
  g_autoptr(WaContact) contact = wa_contact_new ();
  int last_shown = 0;

  wa_contact_set_name (contact, "Ada");
  wa_contact_row_set_contact (WA_CONTACT_ROW (row), contact);
  gtk_window_set_child (GTK_WINDOW (window), row);

  for (int width = 330; width < 1400; width += 7)
    {
      int shown = 0, end = 0, height;

      gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
      gtk_widget_size_allocate (row, &(GtkAllocation) { 0, 0, width, height }, -1);
      for (GtkWidget *cell = gtk_widget_get_first_child (row); cell; cell = gtk_widget_get_next_sibling (cell))
        {
          GtkAllocation area;

          if (!gtk_widget_get_child_visible (cell))
            continue;

          gtk_widget_get_allocation (cell, &area);
          g_assert_cmpint (area.x + area.width, <=, width);
          if (width >= 440)
            g_assert_cmpint (area.x, >=, end);
          end = area.x + area.width;
          shown++;
        }

      if (width >= 450)
        {
          g_assert_cmpint (shown, >=, last_shown);
          last_shown = shown;
        }
    }

  g_assert_cmpint (last_shown, ==, WA_N_CONTACT_COLUMNS);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add_func ("/templates/build", test_build);
  g_test_add_func ("/templates/popovers", test_popovers);
  g_test_add_func ("/templates/account-dialog", test_account_dialog);
  g_test_add_func ("/templates/awkward-texts", test_awkward_texts);
  g_test_add_func ("/templates/columns", test_columns);

  return g_test_run ();
}
