/* wa-contact-pane.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-util.h"
#include "model/wa-phone.h"
#include "ui/contacts/wa-attribute-row.h"
#include "ui/contacts/wa-contact-pane.h"
#include "ui/wa-window.h"
#include "ui/widgets/wa-banner.h"
#include "ui/widgets/wa-chip-box.h"
#include "ui/widgets/wa-name-picker.h"
#include "ui/widgets/wa-time-text.h"

struct _WaContactPane
{
  AdwBin           parent_instance;

  WaAccount       *account;           /* (owned) (nullable) */
  WaContactDraft  *draft;             /* (owned) (nullable) */
  gboolean         folded;

  GSignalGroup    *account_signals;
  GSignalGroup    *draft_signals;
  GSignalGroup    *contact_signals;
  GSignalGroup    *edited_signals;
  GSignalGroup    *attribute_signals;
  GBindingGroup   *draft_bindings;
  GBindingGroup   *edited_bindings;

  WaBanner        *banner;
  GtkScrolledWindow *scrolled;
  AdwAvatar       *avatar;
  GtkLabel        *title_label;
  GtkLabel        *subtitle_label;
  GtkWidget       *local_label;
  AdwEntryRow     *name_row;
  AdwEntryRow     *number_row;
  GtkLabel        *number_hint;
  AdwActionRow    *opt_in_row;
  GtkSwitch       *opt_in_switch;
  GtkSwitch       *blocked_switch;
  WaChipBox       *tags;
  GtkLabel        *no_tags;
  WaNamePicker    *tag_picker;
  GtkListBox      *attributes;
  WaNamePicker    *attribute_picker;
  AdwEntryRow     *first_name_row;
  AdwEntryRow     *last_name_row;
  AdwEntryRow     *email_row;
  AdwEntryRow     *country_row;
  AdwEntryRow     *language_row;
  AdwEntryRow     *gender_row;
  AdwActionRow    *lists_row;
  AdwActionRow    *source_row;
  AdwActionRow    *status_row;
  AdwActionRow    *created_row;
  AdwActionRow    *updated_row;
  AdwActionRow    *active_row;
  GtkLabel        *delete_reason;
  GtkWidget       *unsaved_bar;
  GtkSpinner      *spinner;
};

enum
{
  PROP_0,
  PROP_ACCOUNT,
  PROP_DRAFT,
  PROP_FOLDED,
  N_PROPS,
};

enum
{
  CLOSE_REQUESTED,
  DELETED,
  N_SIGNALS,
};

G_DEFINE_FINAL_TYPE (WaContactPane, wa_contact_pane, ADW_TYPE_BIN)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static WaContact *
get_edited (WaContactPane *self)
{
  return self->draft ? wa_contact_draft_get_edited (self->draft) : NULL;
}

static WaContact *
get_contact (WaContactPane *self)
{
  return self->draft ? wa_contact_draft_get_contact (self->draft) : NULL;
}

static void
update_actions (WaContactPane *self)
{
  gboolean dirty = self->draft && wa_contact_draft_get_dirty (self->draft);
  gboolean saving = self->draft && wa_contact_draft_get_saving (self->draft);
  gboolean valid = self->draft && wa_is_empty (wa_contact_draft_get_number_problem (self->draft));
  WaContact *contact = get_contact (self);
  gboolean can_delete = contact && self->account &&
                        (wa_contact_get_local (contact) || wa_account_supports (self->account, WA_OP_DELETE_CONTACT));
  g_autofree char *reason = NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "contact.save", dirty && !saving && valid);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "contact.revert", dirty && !saving);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "contact.send", contact != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "contact.delete", can_delete);

  if (contact && self->account && !can_delete)
    reason = wa_account_dup_reason (self->account, WA_OP_DELETE_CONTACT, 0);
  gtk_label_set_label (self->delete_reason, wa_or_empty (reason));
  gtk_widget_set_visible (GTK_WIDGET (self->delete_reason), !wa_is_empty (reason));

  gtk_widget_set_visible (self->unsaved_bar, dirty || saving);
  gtk_spinner_set_spinning (self->spinner, saving);
}

static void
update_number_hint (WaContactPane *self)
{
  const char *problem = self->draft ? wa_contact_draft_get_number_problem (self->draft) : "";
  WaContact *edited = get_edited (self);
  g_autofree char *number = edited ? wa_phone_format (wa_contact_get_number (edited)) : NULL;
  gboolean wrong = !wa_is_empty (problem);
  gboolean retyped = g_strcmp0 (number, gtk_editable_get_text (GTK_EDITABLE (self->number_row))) != 0;

  if (wrong)
    {
      gtk_label_set_label (self->number_hint, problem);
      gtk_widget_add_css_class (GTK_WIDGET (self->number_row), "error");
      gtk_widget_add_css_class (GTK_WIDGET (self->number_hint), "error");
    }
  else
    {
      gtk_label_set_label (self->number_hint, wa_or_empty (number));
      gtk_widget_remove_css_class (GTK_WIDGET (self->number_row), "error");
      gtk_widget_remove_css_class (GTK_WIDGET (self->number_hint), "error");
    }
  gtk_widget_set_visible (GTK_WIDGET (self->number_hint), wrong || retyped);
}

static void
update_failure (WaContactPane *self)
{
  const char *failure = self->draft ? wa_contact_draft_get_failure (self->draft) : "";
  /* Translators: %s is a sentence that says why */
  g_autofree char *text = wa_is_empty (failure) ? NULL : g_strdup_printf (_("Not saved. %s"), failure);

  wa_banner_set_title (self->banner, text);
}

static void
on_draft_notify_cb (WaContactPane *self)
{
  update_actions (self);
  update_number_hint (self);
  update_failure (self);
}

static void
show_text (GtkLabel   *label,
           const char *text)
{
  g_autofree char *clean = wa_clean_text (text, 1000);

  gtk_label_set_label (label, clean[0] != '\0' ? clean : "—");
}

static void
show_fact (AdwActionRow *row,
           const char   *text)
{
  g_autofree char *clean = wa_clean_text (text, 1000);

  adw_action_row_set_subtitle (row, clean[0] != '\0' ? clean : "—");
}

static void
show_time (AdwActionRow *row,
           GDateTime    *time)
{
  g_autofree char *text = wa_time_text_long (time);

  show_fact (row, text);
}

static void
show_opt_in (WaContactPane *self,
             WaContact     *contact)
{
  gboolean known = self->account != NULL && wa_account_knows_opt_in (self->account, contact);

  adw_action_row_set_subtitle (self->opt_in_row, known ? _("Agreed to get messages")
                                                       : _("The system doesn’t tell who agreed to get messages"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->opt_in_row), known);
}

/* What can't be edited follows the contact itself. */
static void
update_facts (WaContactPane *self)
{
  WaContact *contact = get_contact (self);
  g_autofree char *lists = NULL;
  g_autofree char *name = NULL;
  g_autofree char *number = NULL;

  if (contact == NULL)
    return;

  name = wa_contact_dup_display_name (contact);
  number = wa_phone_isolate (wa_contact_get_number (contact));
  lists = g_strjoinv (", ", (char **) wa_contact_get_lists (contact));

  show_text (self->title_label, name);
  adw_avatar_set_text (self->avatar, gtk_label_get_label (self->title_label));
  show_text (self->subtitle_label, number);
  gtk_widget_set_visible (self->local_label, wa_contact_get_local (contact));
  show_opt_in (self, contact);
  show_fact (self->lists_row, lists);
  show_fact (self->source_row, wa_contact_get_source (contact));
  show_fact (self->status_row, wa_contact_get_status (contact));
  show_time (self->created_row, wa_contact_get_created (contact));
  show_time (self->updated_row, wa_contact_get_updated (contact));
  show_time (self->active_row, wa_contact_get_last_active (contact));
  update_actions (self);
}

static void
update_tags (WaContactPane *self)
{
  WaContact *edited = get_edited (self);
  const char *const *tags = edited ? wa_contact_get_tags (edited) : NULL;

  wa_chip_box_set_texts (self->tags, tags);
  wa_name_picker_set_taken (self->tag_picker, tags);
  gtk_widget_set_visible (GTK_WIDGET (self->no_tags), tags == NULL || tags[0] == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->tags), tags != NULL && tags[0] != NULL);
}

static void
on_tag_removed_cb (WaChipBox     *chips,
                   guint          position,
                   WaContactPane *self)
{
  const char *const *tags = wa_contact_get_tags (get_edited (self));
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) kept = NULL;

  for (guint i = 0; tags[i] != NULL; i++)
    if (i != position)
      g_strv_builder_add (builder, tags[i]);

  kept = g_strv_builder_end (builder);
  wa_contact_set_tags (get_edited (self), (const char *const *) kept);
}

static void
on_tag_picked_cb (WaNamePicker  *picker,
                  const char    *name,
                  WaContactPane *self)
{
  const char *const *tags = wa_contact_get_tags (get_edited (self));
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) all = NULL;

  g_strv_builder_addv (builder, (const char **) tags);
  g_strv_builder_add (builder, name);

  all = g_strv_builder_end (builder);
  wa_contact_set_tags (get_edited (self), (const char *const *) all);
}

static void
on_attribute_removed_cb (WaAttributeRow *row,
                         WaContactPane  *self)
{
  GListStore *attributes = wa_contact_get_attributes (get_edited (self));
  guint position;

  if (g_list_store_find (attributes, wa_attribute_row_get_attribute (row), &position))
    g_list_store_remove (attributes, position);
}

static GtkWidget *
create_attribute_row (gpointer item,
                      gpointer user_data)
{
  GtkWidget *row = wa_attribute_row_new (item);

  g_signal_connect_object (row, "removed", G_CALLBACK (on_attribute_removed_cb), user_data, 0);

  return row;
}

static void
update_attribute_picker (WaContactPane *self)
{
  WaContact *edited = get_edited (self);
  GListModel *attributes = edited ? G_LIST_MODEL (wa_contact_get_attributes (edited)) : NULL;
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) taken = NULL;

  for (guint i = 0; attributes && i < g_list_model_get_n_items (attributes); i++)
    {
      g_autoptr(WaAttribute) attribute = g_list_model_get_item (attributes, i);

      g_strv_builder_add (builder, wa_attribute_get_name (attribute));
    }

  taken = g_strv_builder_end (builder);
  wa_name_picker_set_taken (self->attribute_picker, (const char *const *) taken);
  gtk_widget_set_visible (GTK_WIDGET (self->attributes), taken[0] != NULL);
}

static void
on_attribute_picked_cb (WaNamePicker  *picker,
                        const char    *name,
                        WaContactPane *self)
{
  g_autoptr(WaAttribute) attribute = wa_attribute_new ();
  GListStore *attributes = wa_contact_get_attributes (get_edited (self));
  GtkWidget *row;

  wa_attribute_set_name (attribute, name);
  g_list_store_append (attributes, attribute);

  row = gtk_widget_get_last_child (GTK_WIDGET (self->attributes));
  gtk_widget_grab_focus (row);
}

static void
bind_form (WaContactPane *self)
{
  const GBindingFlags both = G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE;

  self->edited_bindings = g_binding_group_new ();
  g_binding_group_bind (self->edited_bindings, "name", self->name_row, "text", both);
  g_binding_group_bind (self->edited_bindings, "opt-in", self->opt_in_switch, "active", both);
  g_binding_group_bind (self->edited_bindings, "blocked", self->blocked_switch, "active", both);
  g_binding_group_bind (self->edited_bindings, "first-name", self->first_name_row, "text", both);
  g_binding_group_bind (self->edited_bindings, "last-name", self->last_name_row, "text", both);
  g_binding_group_bind (self->edited_bindings, "email", self->email_row, "text", both);
  g_binding_group_bind (self->edited_bindings, "country", self->country_row, "text", both);
  g_binding_group_bind (self->edited_bindings, "language", self->language_row, "text", both);
  g_binding_group_bind (self->edited_bindings, "gender", self->gender_row, "text", both);

  self->draft_bindings = g_binding_group_new ();
  g_binding_group_bind (self->draft_bindings, "number-text", self->number_row, "text", both);
}

static void
follow_objects (WaContactPane *self)
{
  self->account_signals = g_signal_group_new (WA_TYPE_ACCOUNT);
  g_signal_group_connect_swapped (self->account_signals, "operations-changed", G_CALLBACK (update_actions), self);
  self->draft_signals = g_signal_group_new (WA_TYPE_CONTACT_DRAFT);
  g_signal_group_connect_swapped (self->draft_signals, "notify", G_CALLBACK (on_draft_notify_cb), self);
  self->contact_signals = g_signal_group_new (WA_TYPE_CONTACT);
  g_signal_group_connect_swapped (self->contact_signals, "notify", G_CALLBACK (update_facts), self);
  self->edited_signals = g_signal_group_new (WA_TYPE_CONTACT);
  g_signal_group_connect_swapped (self->edited_signals, "notify::tags", G_CALLBACK (update_tags), self);
  self->attribute_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->attribute_signals, "items-changed", G_CALLBACK (update_attribute_picker), self);
}

/* What saving needs beyond the pane, which may show another contact by then. */
typedef struct
{
  WaContactPane  *pane;
  WaContactDraft *draft;
  WaContactEdit  *edit;
} SaveData;

static void
save_data_free (SaveData *data)
{
  g_object_unref (data->pane);
  g_object_unref (data->draft);
  g_object_unref (data->edit);
  g_free (data);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaveData, save_data_free)

static void
save_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(SaveData) data = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(WaContact) contact = wa_account_edit_contact_finish (WA_ACCOUNT (object), result, &error);
  g_autofree char *name = wa_contact_dup_display_name (wa_contact_edit_get_contact (data->edit));
  g_autofree char *text = NULL;

  wa_contact_draft_end_save (data->draft, data->edit, error);

  if (error == NULL)
    text = g_strdup_printf (_("Saved %s"), name);
  else if (data->pane->draft != data->draft)
    text = g_strdup_printf (_("Could not save %s. Select the contact to see why."), name);

  if (text != NULL)
    wa_window_toast (GTK_WIDGET (data->pane), text);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  WaContactPane *self = WA_CONTACT_PANE (widget);
  SaveData *data = g_new0 (SaveData, 1);

  data->pane = g_object_ref (self);
  data->draft = g_object_ref (self->draft);
  data->edit = wa_contact_draft_begin_save (self->draft);
  /* Not cancelled with the pane: what the user saved is saved. */
  wa_account_edit_contact_async (self->account, data->edit, NULL, save_cb, data);
}

static void
revert_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  wa_contact_draft_revert (WA_CONTACT_PANE (widget)->draft);
}

static void
send_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  wa_window_compose (widget, get_contact (WA_CONTACT_PANE (widget)), NULL);
}

static void
close_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  g_signal_emit (widget, signals[CLOSE_REQUESTED], 0);
}

typedef struct
{
  WaContactPane *pane;
  WaAccount     *account;
  WaContact     *contact;
} DeleteData;

static void
delete_data_free (DeleteData *data)
{
  g_object_unref (data->pane);
  g_object_unref (data->account);
  g_object_unref (data->contact);
  g_free (data);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeleteData, delete_data_free)

static void
delete_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(DeleteData) data = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = wa_contact_dup_display_name (data->contact);
  g_autofree char *text = NULL;

  if (wa_account_delete_contact_finish (WA_ACCOUNT (object), result, &error))
    {
      text = g_strdup_printf (_("Deleted %s"), name);
      wa_window_toast (GTK_WIDGET (data->pane), text);
      g_signal_emit (data->pane, signals[DELETED], 0, data->contact);
    }
  else if (get_contact (data->pane) == data->contact)
    {
      text = g_strdup_printf (_("Not deleted. %s"), error->message);
      wa_banner_set_title (data->pane->banner, text);
    }
  else
    {
      text = g_strdup_printf (_("%s was not deleted. %s"), name, error->message);
      wa_window_toast (GTK_WIDGET (data->pane), text);
    }
}

static void
delete_response_cb (AdwMessageDialog *dialog,
                    const char       *response,
                    DeleteData       *data)
{
  DeleteData *copy;

  if (!g_str_equal (response, "delete"))
    return;

  copy = g_new0 (DeleteData, 1);
  copy->pane = g_object_ref (data->pane);
  copy->account = g_object_ref (data->account);
  copy->contact = g_object_ref (data->contact);
  wa_account_delete_contact_async (data->account, data->contact, NULL, delete_cb, copy);
}

static void
free_delete_data (gpointer  data,
                  GClosure *closure)
{
  delete_data_free (data);
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  WaContactPane *self = WA_CONTACT_PANE (widget);
  g_autofree char *display_name = wa_contact_dup_display_name (get_contact (self));
  g_autofree char *clean = wa_clean_text (display_name, 80);
  DeleteData *data = g_new0 (DeleteData, 1);
  GtkWidget *dialog;

  data->pane = g_object_ref (self);
  data->account = g_object_ref (self->account);
  data->contact = g_object_ref (get_contact (self));

  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), NULL, NULL);
  adw_message_dialog_format_heading (ADW_MESSAGE_DIALOG (dialog), _("Delete %s?"), clean);
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  _("The contact is deleted from %s too. This can’t be undone."),
                                  wa_account_get_system_name (self->account));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("_Cancel"),
                                    "delete", _("_Delete"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "delete", ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (delete_response_cb), data, free_delete_data, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
wa_contact_pane_dispose (GObject *object)
{
  WaContactPane *self = WA_CONTACT_PANE (object);

  g_clear_object (&self->account_signals);
  g_clear_object (&self->draft_signals);
  g_clear_object (&self->contact_signals);
  g_clear_object (&self->edited_signals);
  g_clear_object (&self->attribute_signals);
  g_clear_object (&self->draft_bindings);
  g_clear_object (&self->edited_bindings);
  g_clear_object (&self->account);
  g_clear_object (&self->draft);
  gtk_widget_dispose_template (GTK_WIDGET (self), WA_TYPE_CONTACT_PANE);

  G_OBJECT_CLASS (wa_contact_pane_parent_class)->dispose (object);
}

static void
wa_contact_pane_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  WaContactPane *self = WA_CONTACT_PANE (object);

  switch (id)
    {
    case PROP_ACCOUNT:
      g_value_set_object (value, self->account);
      break;
    case PROP_DRAFT:
      g_value_set_object (value, self->draft);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
wa_contact_pane_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  WaContactPane *self = WA_CONTACT_PANE (object);

  switch (id)
    {
    case PROP_ACCOUNT:
      wa_contact_pane_set_account (self, g_value_get_object (value));
      break;
    case PROP_DRAFT:
      wa_contact_pane_set_draft (self, g_value_get_object (value));
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
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, WaContactPane, banner);
  gtk_widget_class_bind_template_child (widget_class, WaContactPane, scrolled);
  gtk_widget_class_bind_template_child (widget_class, WaContactPane, avatar);
  gtk_widget_class_bind_template_child (widget_class, WaContactPane, title_label);
  gtk_widget_class_bind_template_child (widget_class, WaContactPane, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, WaContactPane, local_label);
  gtk_widget_class_bind_template_child (widget_class, WaContactPane, name_row);
  gtk_widget_class_bind_template_child (widget_class, WaContactPane, number_row);
  gtk_widget_class_bind_template_child (widget_class, WaContactPane, number_hint);
  gtk_widget_class_bind_template_child (widget_class, WaContactPane, opt_in_row);
  gtk_widget_class_bind_template_child (widget_class, WaContactPane, opt_in_switch);
  gtk_widget_class_bind_template_child (widget_class, WaContactPane, blocked_switch);
  gtk_widget_class_bind_template_child (widget_class, WaContactPane, tags);
  gtk_widget_class_bind_template_child (widget_class, WaContactPane, no_tags);
  gtk_widget_class_bind_template_child (widget_class, WaContactPane, tag_picker);
  gtk_widget_class_bind_template_child (widget_class, WaContactPane, attributes);
  gtk_widget_class_bind_template_child (widget_class, WaContactPane, attribute_picker);
  gtk_widget_class_bind_template_child (widget_class, WaContactPane, first_name_row);
  gtk_widget_class_bind_template_child (widget_class, WaContactPane, last_name_row);
  gtk_widget_class_bind_template_child (widget_class, WaContactPane, email_row);
  gtk_widget_class_bind_template_child (widget_class, WaContactPane, country_row);
  gtk_widget_class_bind_template_child (widget_class, WaContactPane, language_row);
  gtk_widget_class_bind_template_child (widget_class, WaContactPane, gender_row);
  gtk_widget_class_bind_template_child (widget_class, WaContactPane, lists_row);
  gtk_widget_class_bind_template_child (widget_class, WaContactPane, source_row);
  gtk_widget_class_bind_template_child (widget_class, WaContactPane, status_row);
  gtk_widget_class_bind_template_child (widget_class, WaContactPane, created_row);
  gtk_widget_class_bind_template_child (widget_class, WaContactPane, updated_row);
  gtk_widget_class_bind_template_child (widget_class, WaContactPane, active_row);
  gtk_widget_class_bind_template_child (widget_class, WaContactPane, delete_reason);
  gtk_widget_class_bind_template_child (widget_class, WaContactPane, unsaved_bar);
  gtk_widget_class_bind_template_child (widget_class, WaContactPane, spinner);
}

static void
wa_contact_pane_class_init (WaContactPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags write = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = wa_contact_pane_dispose;
  object_class->get_property = wa_contact_pane_get_property;
  object_class->set_property = wa_contact_pane_set_property;

  properties[PROP_ACCOUNT] = g_param_spec_object ("account", NULL, NULL, WA_TYPE_ACCOUNT, write);
  properties[PROP_DRAFT] = g_param_spec_object ("draft", NULL, NULL, WA_TYPE_CONTACT_DRAFT, write);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, write);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CLOSE_REQUESTED] =
    g_signal_new ("close-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DELETED] =
    g_signal_new ("deleted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, WA_TYPE_CONTACT);

  g_type_ensure (WA_TYPE_BANNER);
  g_type_ensure (WA_TYPE_CHIP_BOX);
  g_type_ensure (WA_TYPE_NAME_PICKER);

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/WaDesk/ui/contacts/wa-contact-pane.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_tag_removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_tag_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_attribute_picked_cb);

  gtk_widget_class_install_action (widget_class, "contact.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "contact.revert", NULL, revert_action);
  gtk_widget_class_install_action (widget_class, "contact.send", NULL, send_action);
  gtk_widget_class_install_action (widget_class, "contact.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "contact.close", NULL, close_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "contact.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "contact.close", NULL);
}

static void
wa_contact_pane_init (WaContactPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_widget_set_direction (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->number_row))), GTK_TEXT_DIR_LTR);
  bind_form (self);
  follow_objects (self);
  update_actions (self);
}

void
wa_contact_pane_set_account (WaContactPane *self,
                             WaAccount     *account)
{
  g_return_if_fail (WA_IS_CONTACT_PANE (self));
  g_return_if_fail (account == NULL || WA_IS_ACCOUNT (account));

  if (!g_set_object (&self->account, account))
    return;

  g_signal_group_set_target (self->account_signals, account);
  wa_name_picker_set_names (self->tag_picker, account ? wa_account_get_tags (account) : NULL);
  wa_name_picker_set_names (self->attribute_picker, account ? wa_account_get_attribute_names (account) : NULL);
  update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACCOUNT]);
}

/**
 * wa_contact_pane_set_draft:
 * @draft: (nullable): what is shown
 */
void
wa_contact_pane_set_draft (WaContactPane  *self,
                           WaContactDraft *draft)
{
  GListModel *attributes;
  WaContact *edited;

  g_return_if_fail (WA_IS_CONTACT_PANE (self));
  g_return_if_fail (draft == NULL || WA_IS_CONTACT_DRAFT (draft));

  if (!g_set_object (&self->draft, draft))
    return;

  edited = get_edited (self);
  attributes = edited ? G_LIST_MODEL (wa_contact_get_attributes (edited)) : NULL;
  g_signal_group_set_target (self->draft_signals, draft);
  g_signal_group_set_target (self->contact_signals, get_contact (self));
  g_signal_group_set_target (self->edited_signals, edited);
  g_signal_group_set_target (self->attribute_signals, attributes);
  g_binding_group_set_source (self->draft_bindings, draft);
  g_binding_group_set_source (self->edited_bindings, edited);
  gtk_list_box_bind_model (self->attributes, attributes, create_attribute_row, self, NULL);

  update_facts (self);
  update_tags (self);
  update_attribute_picker (self);
  on_draft_notify_cb (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DRAFT]);
}

WaContactDraft *
wa_contact_pane_get_draft (WaContactPane *self)
{
  g_return_val_if_fail (WA_IS_CONTACT_PANE (self), NULL);

  return self->draft;
}
