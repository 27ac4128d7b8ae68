/* wa-contacts-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-util.h"
#include "ui/contacts/wa-contact-filters.h"
#include "ui/contacts/wa-contact-pane.h"
#include "ui/contacts/wa-contact-table.h"
#include "ui/contacts/wa-contacts-page.h"
#include "ui/contacts/wa-new-contact-dialog.h"
#include "ui/wa-window.h"
#include "ui/widgets/wa-chip-box.h"
#include "ui/widgets/wa-sync-bar.h"

/* While a refresh brings page after page, the table is asked for anew at most this often. */
#define RELOAD_MS 500

struct _WaContactsPage
{
  WaAccountPage       parent_instance;

  WaContactFilter    *filter;         /* (owned) */
  WaRowList          *rows;           /* (owned) (nullable): what is shown */
  GHashTable         *drafts;         /* (owned): account and contact → WaContactDraft */
  GCancellable       *cancellable;    /* (owned) (nullable): of the query that runs */
  GSignalGroup       *account_signals;
  GSignalGroup       *sync_signals;
  GSignalGroup       *rows_signals;
  guint               reload_id;
  guint               total;          /* without a filter */

  AdwLeaflet         *leaflet;
  GtkWidget          *list_side;
  AdwHeaderBar       *header_bar;
  AdwWindowTitle     *title;
  GtkSearchEntry     *search_entry;
  GtkMenuButton      *filters_button;
  WaContactFilters   *filters;
  GtkWidget          *chips_row;
  WaChipBox          *chips;
  GtkStack           *stack;
  WaContactTable     *table;
  AdwStatusPage      *error_page;
  AdwStatusPage      *empty_page;
  GtkWidget          *refresh_button;
  WaContactPane      *pane;
  GtkWidget          *separator;
};

G_DEFINE_FINAL_TYPE (WaContactsPage, wa_contacts_page, WA_TYPE_ACCOUNT_PAGE)

static WaAccount *
get_account (WaContactsPage *self)
{
  return wa_account_page_get_account (WA_ACCOUNT_PAGE (self));
}

static gboolean
is_filtered (WaContactsPage *self)
{
  g_auto(GStrv) texts = wa_contact_filters_dup_texts (self->filters);

  return texts[0] != NULL || !wa_is_empty (wa_contact_filter_get_search (self->filter));
}

static void
update_count (WaContactsPage *self)
{
  guint n = self->rows ? g_list_model_get_n_items (G_LIST_MODEL (self->rows)) : 0;
  g_autofree char *text = NULL;

  if (self->rows == NULL)
    text = g_strdup ("");
  else if (is_filtered (self))
    /* Translators: how many contacts are found, of how many there are */
    text = g_strdup_printf (ngettext ("%'u of %'u contact", "%'u of %'u contacts", self->total), n, self->total);
  else if (!wa_account_supports (get_account (self), WA_OP_LIST_CONTACTS))
    text = g_strdup_printf (ngettext ("%'u contact on this computer", "%'u contacts on this computer", n), n);
  else
    text = g_strdup_printf (ngettext ("%'u contact", "%'u contacts", n), n);

  adw_window_title_set_subtitle (self->title, text);
}

/* What to do where there are none yet: a system that keeps no contacts says so. */
static void
update_empty_page (WaContactsPage *self)
{
  gboolean kept = wa_account_supports (get_account (self), WA_OP_LIST_CONTACTS);
  g_autofree char *reason = kept ? NULL : wa_account_dup_reason (get_account (self), WA_OP_LIST_CONTACTS, 0);
  g_autofree char *text =
    g_markup_escape_text (kept ? _("Refresh to get the contacts of this account, or add the first one here.")
                               : wa_or_empty (reason), -1);

  adw_status_page_set_description (self->empty_page, text);
  gtk_widget_set_visible (self->refresh_button, kept);
}

static void
update_state (WaContactsPage *self)
{
  WaAccountState state = get_account (self) ? wa_account_get_state (get_account (self)) : WA_ACCOUNT_CLOSED;
  const char *name;

  if (state == WA_ACCOUNT_FAILED)
    {
      g_autofree char *text = g_markup_escape_text (wa_account_get_problem (get_account (self)), -1);

      adw_status_page_set_description (self->error_page, text);
      name = "error";
    }
  else if (self->rows == NULL)
    name = "loading";
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0)
    name = "list";
  else if (is_filtered (self))
    name = "nothing";
  else if (wa_sync_get_running (wa_account_get_sync (get_account (self))))
    name = "loading";
  else
    name = "empty";

  if (get_account (self) != NULL)
    update_empty_page (self);
  gtk_stack_set_visible_child_name (self->stack, name);
  update_count (self);
}

/* The contact that is edited */

static char *
draft_key (WaContactsPage *self,
           WaContact      *contact)
{
  return g_strdup_printf ("%s/%" G_GINT64_FORMAT, wa_account_get_id (get_account (self)), wa_contact_get_id (contact));
}

static gboolean
is_done (gpointer key,
         gpointer draft,
         gpointer user_data)
{
  return !wa_contact_draft_get_dirty (draft) && !wa_contact_draft_get_saving (draft);
}

static void
update_pane (WaContactsPage *self)
{
  gboolean shown = wa_contact_pane_get_draft (self->pane) != NULL;
  gboolean folded = adw_leaflet_get_folded (self->leaflet);

  gtk_widget_set_visible (GTK_WIDGET (self->pane), shown);
  gtk_widget_set_visible (self->separator, shown);
  adw_header_bar_set_show_end_title_buttons (self->header_bar, folded || !shown);
  wa_contact_table_set_opens (self->table, folded);
}

/* Remembers the changes to the contact that is shown, and forgets drafts that have none any more. */
static void
stash_draft (WaContactsPage *self)
{
  WaContactDraft *draft = wa_contact_pane_get_draft (self->pane);

  if (draft != NULL)
    g_hash_table_replace (self->drafts, draft_key (self, wa_contact_draft_get_contact (draft)), g_object_ref (draft));
  g_hash_table_foreach_remove (self->drafts, is_done, NULL);
}

static WaContactDraft *
dup_draft (WaContactsPage *self,
           WaContact      *contact)
{
  g_autofree char *key = draft_key (self, contact);
  WaContactDraft *draft = g_hash_table_lookup (self->drafts, key);

  return draft != NULL ? g_object_ref (draft) : wa_contact_draft_new (contact);
}

static void
show_contact (WaContactsPage *self,
              WaContact      *contact)
{
  g_autoptr(WaContactDraft) draft = NULL;

  stash_draft (self);
  if (contact != NULL)
    draft = dup_draft (self, contact);
  wa_contact_pane_set_draft (self->pane, draft);

  update_pane (self);
  if (draft != NULL)
    adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->pane));
}

static void
select_shown (WaContactsPage *self)
{
  WaContactDraft *draft = wa_contact_pane_get_draft (self->pane);

  wa_contact_table_select (self->table, draft ? wa_contact_draft_get_contact (draft) : NULL);
}

static void
close_pane (WaContactsPage *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->list_side);
  show_contact (self, NULL);
  select_shown (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
on_pane_deleted_cb (WaContactPane  *pane,
                    WaContact      *contact,
                    WaContactsPage *self)
{
  WaContactDraft *draft = wa_contact_pane_get_draft (self->pane);
  g_autofree char *key = draft_key (self, contact);

  if (draft != NULL && wa_contact_draft_get_contact (draft) == contact)
    close_pane (self);
  g_hash_table_remove (self->drafts, key);
}

/* The table */

typedef struct
{
  WaContactsPage *page;
  gboolean        keep_place;
  gboolean        filtered;
} QueryData;

static void
query_data_free (QueryData *data)
{
  g_object_unref (data->page);
  g_free (data);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QueryData, query_data_free)

static void
set_rows (WaContactsPage *self,
          WaRowList      *rows,
          gboolean        keep_place)
{
  g_set_object (&self->rows, rows);
  g_signal_group_set_target (self->rows_signals, rows);
  wa_contact_table_set_rows (self->table, rows, keep_place);
  select_shown (self);
}

static void
query_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(QueryData) data = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(WaRowList) rows = wa_account_query_contacts_finish (WA_ACCOUNT (object), result, &error);
  WaContactsPage *self = data->page;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  if (error != NULL)
    {
      g_autofree char *text = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->error_page, text);
      gtk_stack_set_visible_child_name (self->stack, "error");
      return;
    }

  if (!data->filtered)
    self->total = g_list_model_get_n_items (G_LIST_MODEL (rows));
  set_rows (self, rows, data->keep_place);
  update_state (self);
}

static void
reload (WaContactsPage *self,
        gboolean        keep_place)
{
  WaAccountState state = get_account (self) ? wa_account_get_state (get_account (self)) : WA_ACCOUNT_CLOSED;
  g_autoptr(WaContactFilter) filter = NULL;
  QueryData *data;

  g_clear_handle_id (&self->reload_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  if (state != WA_ACCOUNT_READY && state != WA_ACCOUNT_NEEDS_KEY)
    {
      update_state (self);
      return;
    }

  data = g_new0 (QueryData, 1);
  data->page = g_object_ref (self);
  data->keep_place = keep_place;
  data->filtered = is_filtered (self);

  self->cancellable = g_cancellable_new ();
  filter = wa_record_copy (self->filter);
  wa_account_query_contacts_async (get_account (self), filter, self->cancellable, query_cb, data);
}

static void
reload_later_cb (gpointer user_data)
{
  WaContactsPage *self = user_data;

  self->reload_id = 0;
  reload (self, TRUE);
}

static void
on_rows_stale_cb (WaContactsPage *self)
{
  if (self->reload_id == 0 && wa_row_list_is_stale (self->rows))
    self->reload_id = g_timeout_add_once (RELOAD_MS, reload_later_cb, self);
}

static void
on_filter_changed_cb (WaContactsPage *self)
{
  g_auto(GStrv) texts = wa_contact_filters_dup_texts (self->filters);
  guint n = g_strv_length (texts);
  g_autofree char *label = NULL;

  /* Translators: a button; in brackets, how many filters are on */
  label = n > 0 ? g_strdup_printf (_("Filters (%u)"), n) : g_strdup (_("Filters"));
  gtk_menu_button_set_label (self->filters_button, label);
  wa_chip_box_set_texts (self->chips, (const char *const *) texts);
  gtk_widget_set_visible (self->chips_row, n > 0);

  reload (self, FALSE);
}

static void
on_search_changed_cb (GtkSearchEntry *entry,
                      WaContactsPage *self)
{
  wa_contact_filter_set_search (self->filter, gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static void
on_stop_search_cb (GtkSearchEntry *entry,
                   WaContactsPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
on_order_changed_cb (WaContactsPage *self)
{
  WaContactHeader *header = wa_contact_table_get_header (self->table);

  g_object_freeze_notify (G_OBJECT (self->filter));
  wa_contact_filter_set_sort (self->filter, wa_contact_header_get_sort (header));
  wa_contact_filter_set_descending (self->filter, wa_contact_header_get_descending (header));
  g_object_thaw_notify (G_OBJECT (self->filter));
}

static void
on_chip_removed_cb (WaChipBox      *chips,
                    guint           position,
                    WaContactsPage *self)
{
  wa_contact_filters_clear_at (self->filters, position);
}

static void
clear_filters_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  wa_contact_filters_clear (WA_CONTACTS_PAGE (widget)->filters);
}

static void
clear_search_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  WaContactsPage *self = WA_CONTACTS_PAGE (widget);

  wa_contact_filters_clear (self->filters);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
on_created_cb (WaNewContactDialog *dialog,
               WaContact          *contact,
               WaContactsPage     *self)
{
  g_autofree char *name = wa_contact_dup_display_name (contact);
  g_autofree char *text = g_strdup_printf (_("Created %s"), name);

  wa_window_toast (GTK_WIDGET (self), text);
  show_contact (self, contact);
  select_shown (self);
}

static void
wa_contacts_page_leave (WaAccountPage *page)
{
  WaContactsPage *self = WA_CONTACTS_PAGE (page);

  show_contact (self, NULL);
  set_rows (self, NULL, FALSE);
}

static void
wa_contacts_page_enter (WaAccountPage *page)
{
  WaContactsPage *self = WA_CONTACTS_PAGE (page);
  WaAccount *account = wa_account_page_get_account (page);

  g_signal_group_set_target (self->account_signals, account);
  g_signal_group_set_target (self->sync_signals, account ? wa_account_get_sync (account) : NULL);
  wa_contact_filters_clear (self->filters);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  reload (self, FALSE);
}

static void
wa_contacts_page_dispose (GObject *object)
{
  WaContactsPage *self = WA_CONTACTS_PAGE (object);

  g_clear_handle_id (&self->reload_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->account_signals);
  g_clear_object (&self->sync_signals);
  g_clear_object (&self->rows_signals);
  g_clear_object (&self->rows);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->drafts, g_hash_table_unref);
  /* The bin would unparent once more what the template has taken out. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), WA_TYPE_CONTACTS_PAGE);

  G_OBJECT_CLASS (wa_contacts_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, WaContactsPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, WaContactsPage, list_side);
  gtk_widget_class_bind_template_child (widget_class, WaContactsPage, header_bar);
  gtk_widget_class_bind_template_child (widget_class, WaContactsPage, title);
  gtk_widget_class_bind_template_child (widget_class, WaContactsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, WaContactsPage, filters_button);
  gtk_widget_class_bind_template_child (widget_class, WaContactsPage, filters);
  gtk_widget_class_bind_template_child (widget_class, WaContactsPage, chips_row);
  gtk_widget_class_bind_template_child (widget_class, WaContactsPage, chips);
  gtk_widget_class_bind_template_child (widget_class, WaContactsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, WaContactsPage, table);
  gtk_widget_class_bind_template_child (widget_class, WaContactsPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, WaContactsPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, WaContactsPage, refresh_button);
  gtk_widget_class_bind_template_child (widget_class, WaContactsPage, pane);
  gtk_widget_class_bind_template_child (widget_class, WaContactsPage, separator);
  gtk_widget_class_bind_template_callback (widget_class, show_contact);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_order_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_chip_removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_pane);
  gtk_widget_class_bind_template_callback (widget_class, on_pane_deleted_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_pane);
}

static void
wa_contacts_page_class_init (WaContactsPageClass *klass)
{
  WaAccountPageClass *page_class = WA_ACCOUNT_PAGE_CLASS (klass);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wa_contacts_page_dispose;
  page_class->leave = wa_contacts_page_leave;
  page_class->enter = wa_contacts_page_enter;

  g_type_ensure (WA_TYPE_CHIP_BOX);
  g_type_ensure (WA_TYPE_CONTACT_FILTERS);
  g_type_ensure (WA_TYPE_CONTACT_PANE);
  g_type_ensure (WA_TYPE_CONTACT_TABLE);
  g_type_ensure (WA_TYPE_SYNC_BAR);

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/WaDesk/ui/contacts/wa-contacts-page.ui");
  bind_children (widget_class);

  gtk_widget_class_install_action (widget_class, "contacts.clear-search", NULL, clear_search_action);
  gtk_widget_class_install_action (widget_class, "contacts.clear-filters", NULL, clear_filters_action);
}

static void
wa_contacts_page_init (WaContactsPage *self)
{
  self->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->filter = wa_contact_filter_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  wa_contact_filters_set_filter (self->filters, self->filter);
  g_signal_connect_object (self->filter, "notify", G_CALLBACK (on_filter_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self->table));

  self->account_signals = g_signal_group_new (WA_TYPE_ACCOUNT);
  g_signal_group_connect_swapped (self->account_signals, "notify::state", G_CALLBACK (on_filter_changed_cb), self);
  g_signal_group_connect_swapped (self->account_signals, "operations-changed", G_CALLBACK (update_state), self);
  self->sync_signals = g_signal_group_new (WA_TYPE_SYNC);
  g_signal_group_connect_swapped (self->sync_signals, "notify::running", G_CALLBACK (update_state), self);
  self->rows_signals = g_signal_group_new (WA_TYPE_ROW_LIST);
  g_signal_group_connect_swapped (self->rows_signals, "notify::stale", G_CALLBACK (on_rows_stale_cb), self);
  g_signal_group_connect_swapped (self->rows_signals, "items-changed", G_CALLBACK (update_state), self);

  update_pane (self);
}

/**
 * wa_contacts_page_search:
 *
 * Lets the user type what to look for.
 */
void
wa_contacts_page_search (WaContactsPage *self)
{
  g_return_if_fail (WA_IS_CONTACTS_PAGE (self));

  adw_leaflet_set_visible_child (self->leaflet, self->list_side);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/**
 * wa_contacts_page_new_contact:
 *
 * Asks for a new contact.
 */
void
wa_contacts_page_new_contact (WaContactsPage *self)
{
  WaNewContactDialog *dialog;

  g_return_if_fail (WA_IS_CONTACTS_PAGE (self));
  g_return_if_fail (get_account (self) != NULL);

  dialog = wa_new_contact_dialog_new (get_account (self));
  g_signal_connect_object (dialog, "created", G_CALLBACK (on_created_cb), self, 0);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * wa_contacts_page_count_unsaved:
 *
 * Returns: how many contacts have changes that would be lost, in all accounts
 */
guint
wa_contacts_page_count_unsaved (WaContactsPage *self)
{
  GHashTableIter iter;
  gpointer draft;
  guint n = 0;

  g_return_val_if_fail (WA_IS_CONTACTS_PAGE (self), 0);

  stash_draft (self);
  g_hash_table_iter_init (&iter, self->drafts);
  while (g_hash_table_iter_next (&iter, NULL, &draft))
    n += wa_contact_draft_get_dirty (draft);

  return n;
}
