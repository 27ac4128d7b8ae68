/* wa-compose-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-util.h"
#include "template/wa-template-form.h"
#include "template/wa-template-preview.h"
#include "ui/compose/wa-compose-view.h"
#include "ui/compose/wa-free-form.h"
#include "ui/compose/wa-recipient-entry.h"
#include "ui/compose/wa-template-form-view.h"
#include "ui/preview/wa-bubble.h"
#include "ui/templates/wa-template-dialog.h"
#include "ui/widgets/wa-children.h"

struct _WaComposeView
{
  GtkBox              parent_instance;

  AdwWindowTitle     *window_title;
  GtkWidget          *back;
  GtkRevealer        *problem_revealer;
  GtkLabel           *problem;
  AdwLeaflet         *leaflet;
  WaRecipientEntry   *recipient;
  GtkLabel           *warning;
  GtkWidget          *choice;
  GtkDropDown        *kind;
  GtkDropDown        *template;
  GtkWidget          *window_note;
  WaTemplateFormView *form_view;
  WaFreeForm         *free_form;
  WaBubble           *bubble;

  WaAccount          *account;       /* (nullable) until opened */
  WaTemplate         *own_template;  /* (nullable): the one and only, where it is a template's form */
  WaOutgoing         *outgoing;      /* what is being written */
  WaTemplateForm     *form;          /* (nullable): the template's values */
  GCancellable       *loading;       /* (nullable): a template or a draft on its way */
  gboolean            restoring;     /* a draft is being put in: nothing of it is saved meanwhile */
};

G_DEFINE_FINAL_TYPE (WaComposeView, wa_compose_view, GTK_TYPE_BOX)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_BACK_VISIBLE,
  N_PROPS
};

enum
{
  SENT,
  BACK,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* What can be written here, in the order of the choice; interactive messages have forms of their own. */
static const WaMessageKind offered_kinds[] = {
  WA_MESSAGE_TEMPLATE, WA_MESSAGE_TEXT, WA_MESSAGE_IMAGE, WA_MESSAGE_VIDEO, WA_MESSAGE_AUDIO, WA_MESSAGE_DOCUMENT,
};

static void
show_problem (WaComposeView *self,
              const char    *text)
{
  gtk_label_set_label (self->problem, wa_or_empty (text));
  gtk_revealer_set_reveal_child (self->problem_revealer, !wa_is_empty (text));
}

static gboolean
is_template (WaComposeView *self)
{
  return wa_outgoing_get_kind (self->outgoing) == WA_MESSAGE_TEMPLATE;
}

static void
show_preview (WaComposeView *self)
{
  g_autoptr(WaTemplatePreview) preview = NULL;

  if (!is_template (self))
    preview = wa_template_preview_new_outgoing (self->outgoing);
  else if (self->form != NULL)
    preview = wa_template_preview_new (wa_template_form_get_template (self->form), G_LIST_MODEL (self->form));

  wa_bubble_set_preview (self->bubble, preview);
}

static char *
draft_key (WaComposeView *self)
{
  if (self->own_template == NULL)
    return g_strdup ("message");

  return g_strdup_printf ("template/%s/%s", wa_template_get_name (self->own_template),
                          wa_template_get_language (self->own_template));
}

static void
save_draft (WaComposeView *self)
{
  g_autofree char *key = NULL;

  if (self->restoring || self->account == NULL)
    return;

  key = draft_key (self);
  if (is_template (self) && self->form != NULL)
    wa_template_form_fill (self->form, self->outgoing);
  wa_account_save_draft (self->account, key, self->outgoing);
}

static void
on_content_changed_cb (WaComposeView *self)
{
  show_preview (self);
  save_draft (self);
}

static void
show_warning (WaComposeView *self,
              WaContact     *contact)
{
  const char *text = NULL;

  if (contact != NULL && wa_contact_get_blocked (contact))
    text = _("This contact is blocked. The message may not arrive.");
  else if (contact != NULL && !wa_contact_get_opt_in (contact) && wa_account_knows_opt_in (self->account, contact))
    text = _("This contact has not agreed to get messages. Send only if you may.");

  gtk_label_set_label (self->warning, wa_or_empty (text));
  gtk_widget_set_visible (GTK_WIDGET (self->warning), text != NULL);
}

static void
on_recipient_changed_cb (WaComposeView *self)
{
  WaContact *contact = wa_recipient_entry_get_contact (self->recipient);
  g_autofree char *name = contact != NULL ? wa_contact_dup_display_name (contact) : NULL;

  wa_outgoing_set_recipient (self->outgoing, wa_recipient_entry_get_number (self->recipient));
  wa_outgoing_set_recipient_name (self->outgoing, name);
  wa_outgoing_set_contact_id (self->outgoing, contact != NULL ? wa_contact_get_remote_id (contact) : NULL);
  wa_outgoing_set_chat_id (self->outgoing, contact != NULL ? wa_contact_get_chat_id (contact) : NULL);
  show_warning (self, contact);
  save_draft (self);
}

/* The values stay where the new form asks for the same.  The form has a template of its own: that of the store changes in place. */
static void
set_form (WaComposeView *self,
          WaTemplate    *template)
{
  g_autoptr(WaTemplate) copy = template != NULL ? wa_record_copy (template) : NULL;
  g_autoptr(WaTemplateForm) form = copy != NULL ? wa_template_form_new (copy) : NULL;

  if (form != NULL && self->form != NULL)
    {
      g_autoptr(GListStore) values = wa_template_form_dup_values (self->form);

      wa_template_form_set_values (form, G_LIST_MODEL (values));
    }

  if (self->form != NULL)
    g_signal_handlers_disconnect_by_func (self->form, on_content_changed_cb, self);
  g_set_object (&self->form, form);
  if (form != NULL)
    g_signal_connect_object (form, "changed", G_CALLBACK (on_content_changed_cb), self, G_CONNECT_SWAPPED);

  wa_template_form_view_set_form (self->form_view, form);
  show_preview (self);
}

static GCancellable *
start_loading (WaComposeView *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();

  return self->loading;
}

/* The form of the stored template is shown already.  Where the fresh one asks for the same values, only its help is
 * taken over, so that whoever types is not disturbed. */
static void
adopt_template (WaComposeView *self,
                WaTemplate    *template)
{
  g_autoptr(WaTemplate) copy = wa_record_copy (template);
  g_autoptr(WaTemplateForm) fresh = wa_template_form_new (copy);

  if (self->form == NULL || wa_template_form_changed_since (self->form, copy))
    {
      set_form (self, template);
      return;
    }

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fresh)); i++)
    {
      g_autoptr(WaParameterField) shown = g_list_model_get_item (G_LIST_MODEL (self->form), i);
      g_autoptr(WaParameterField) field = g_list_model_get_item (G_LIST_MODEL (fresh), i);

      wa_parameter_field_set_help_text (shown, wa_parameter_field_get_help_text (field));
      wa_parameter_field_set_example (shown, wa_parameter_field_get_example (field));
    }
}

static void
refresh_template_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr(WaComposeView) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(WaTemplate) template = wa_account_refresh_template_finish (WA_ACCOUNT (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (template == NULL)
    show_problem (self, error->message);
  else
    adopt_template (self, template);
}

/* Shows the stored template at once, and asks the system whether it is still so. */
static void
set_template (WaComposeView *self,
              WaTemplate    *template)
{
  show_problem (self, NULL);
  set_form (self, template);
  if (template != NULL && self->account != NULL)
    wa_account_refresh_template_async (self->account, template, start_loading (self), refresh_template_cb,
                                       g_object_ref (self));
}

static void
on_template_selected_cb (WaComposeView *self)
{
  if (self->own_template != NULL || self->restoring)
    return;

  set_template (self, gtk_drop_down_get_selected_item (self->template));
  save_draft (self);
}

/* What the account can't send may be chosen: it says why, and what would work instead. */
static void
show_whether_possible (WaComposeView *self)
{
  WaMessageKind kind = wa_outgoing_get_kind (self->outgoing);
  gboolean possible = self->account == NULL || wa_account_supports_kind (self->account, kind);
  g_autofree char *reason = possible ? NULL : wa_account_dup_reason (self->account, WA_OP_SEND, kind);

  show_problem (self, reason);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compose.send", possible);
}

static void
show_kind (WaComposeView *self)
{
  gboolean template = is_template (self);

  show_whether_possible (self);
  gtk_widget_set_visible (self->choice, self->own_template == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->template), template);
  gtk_widget_set_visible (self->window_note, !template);
  gtk_widget_set_visible (GTK_WIDGET (self->form_view), template);
  gtk_widget_set_visible (GTK_WIDGET (self->free_form), !template);
  show_preview (self);
}

static void
on_kind_selected_cb (WaComposeView *self)
{
  guint selected = gtk_drop_down_get_selected (self->kind);

  if (selected >= G_N_ELEMENTS (offered_kinds))
    return;

  wa_outgoing_set_kind (self->outgoing, offered_kinds[selected]);
  show_kind (self);
  save_draft (self);
}

static void
select_kind (WaComposeView *self,
             WaMessageKind  kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (offered_kinds); i++)
    if (offered_kinds[i] == kind)
      gtk_drop_down_set_selected (self->kind, i);
}

static void
fill_kinds (WaComposeView *self)
{
  g_autoptr(GtkStringList) titles = gtk_string_list_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (offered_kinds); i++)
    gtk_string_list_append (titles, wa_message_kind_title (offered_kinds[i]));

  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (titles));
}

static gboolean
filter_sendable (gpointer item,
                 gpointer user_data)
{
  return wa_template_is_sendable (item);
}

static void
fill_templates (WaComposeView *self)
{
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (filter_sendable, NULL, NULL));
  g_autoptr(GtkFilterListModel) sendable =
    gtk_filter_list_model_new (g_object_ref (wa_account_get_templates (self->account)), filter);

  gtk_drop_down_set_model (self->template, G_LIST_MODEL (sendable));
}

static void
select_template (WaComposeView *self,
                 WaTemplate    *template)
{
  GListModel *templates = gtk_drop_down_get_model (self->template);

  for (guint i = 0; i < g_list_model_get_n_items (templates); i++)
    {
      g_autoptr(WaTemplate) item = g_list_model_get_item (templates, i);

      if (g_str_equal (wa_template_get_name (item), wa_template_get_name (template)) &&
          g_str_equal (wa_template_get_language (item), wa_template_get_language (template)))
        gtk_drop_down_set_selected (self->template, i);
    }
}

static void
restore_recipient (WaComposeView *self,
                   WaOutgoing    *draft)
{
  if (wa_is_empty (wa_outgoing_get_recipient (draft)) ||
      !wa_is_empty (wa_recipient_entry_get_number (self->recipient)))
    return;

  wa_recipient_entry_set_number (self->recipient, wa_outgoing_get_recipient (draft));
}

/* Puts a draft in, but keeps a recipient that was given with the call. */
static void
restore (WaComposeView *self,
         WaOutgoing    *draft)
{
  WaTemplate *template = wa_outgoing_get_template (draft);

  self->restoring = TRUE;
  wa_outgoing_set_text (self->outgoing, wa_outgoing_get_text (draft));
  wa_outgoing_set_caption (self->outgoing, wa_outgoing_get_caption (draft));
  wa_outgoing_set_link (self->outgoing, wa_outgoing_get_link (draft));
  wa_outgoing_set_filename (self->outgoing, wa_outgoing_get_filename (draft));
  restore_recipient (self, draft);
  if (self->own_template == NULL)
    {
      select_kind (self, wa_outgoing_get_kind (draft));
      if (template != NULL)
        {
          select_template (self, template);
          set_template (self, gtk_drop_down_get_selected_item (self->template));
        }
    }
  if (self->form != NULL)
    wa_template_form_set_values (self->form, G_LIST_MODEL (wa_outgoing_get_fields (draft)));
  self->restoring = FALSE;
  show_preview (self);
}

static void
load_draft_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(WaComposeView) self = user_data;
  g_autoptr(WaOutgoing) draft = wa_account_load_draft_finish (WA_ACCOUNT (object), result, NULL);

  if (draft != NULL && self->account == WA_ACCOUNT (object))
    restore (self, draft);
}

/* Begins with an empty message: what was written before belongs to another. */
static void
reset (WaComposeView *self)
{
  g_autoptr(WaOutgoing) outgoing = wa_outgoing_new ();

  wa_outgoing_set_kind (outgoing, WA_MESSAGE_TEMPLATE);
  g_set_object (&self->outgoing, outgoing);
  select_kind (self, WA_MESSAGE_TEMPLATE);
  wa_free_form_set_outgoing (self->free_form, outgoing);
  g_signal_connect_object (outgoing, "notify", G_CALLBACK (on_content_changed_cb), self, G_CONNECT_SWAPPED);
  wa_recipient_entry_set_contact (self->recipient, NULL);
  set_form (self, NULL);
  show_problem (self, NULL);
  adw_leaflet_set_visible_child_name (self->leaflet, "form");
}

/**
 * wa_compose_view_open:
 * @template: (nullable): to be filled in; %NULL offers everything that the account can send
 *
 * Begins a message, or goes on with the draft of one.
 */
void
wa_compose_view_open (WaComposeView *self,
                      WaAccount     *account,
                      WaTemplate    *template)
{
  g_autofree char *key = NULL;

  g_return_if_fail (WA_IS_COMPOSE_VIEW (self));
  g_return_if_fail (WA_IS_ACCOUNT (account));

  self->restoring = TRUE;
  g_set_object (&self->account, account);
  g_set_object (&self->own_template, template);
  reset (self);
  wa_recipient_entry_set_account (self->recipient, account);
  if (template == NULL)
    {
      fill_templates (self);
    }
  self->restoring = FALSE;

  set_template (self, template != NULL ? template : gtk_drop_down_get_selected_item (self->template));
  show_kind (self);

  key = draft_key (self);
  wa_account_load_draft_async (account, key, NULL, load_draft_cb, g_object_ref (self));
}

/**
 * wa_compose_view_set_recipient:
 * @recipient: (nullable): who gets it
 */
void
wa_compose_view_set_recipient (WaComposeView *self,
                               WaContact     *recipient)
{
  g_return_if_fail (WA_IS_COMPOSE_VIEW (self));

  wa_recipient_entry_set_contact (self->recipient, recipient);
}

static void
send_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(WaComposeView) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(WaMessage) message = wa_outbox_send_finish (WA_OUTBOX (object), result, &error);
  g_autofree char *key = NULL;

  show_whether_possible (self);
  if (message == NULL)
    {
      show_problem (self, error->message);
      return;
    }

  key = draft_key (self);
  if (self->account != NULL)
    wa_account_discard_draft (self->account, key);
  g_signal_emit (self, signals[SENT], 0, message);
}

static void
on_described_cb (WaComposeView    *self,
                 WaTemplate       *template,
                 WaTemplateDialog *dialog)
{
  set_template (self, template);
}

static void
describe_template_action (GtkWidget  *widget,
                          const char *name,
                          GVariant   *parameter)
{
  WaComposeView *self = WA_COMPOSE_VIEW (widget);
  WaTemplateDialog *dialog;

  if (self->account == NULL || self->form == NULL)
    return;

  dialog = wa_template_dialog_new (self->account, wa_template_form_get_template (self->form));
  g_signal_connect_object (dialog, "described", G_CALLBACK (on_described_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Everything that is wrong is shown at its place; the keyboard goes to the first. */
static gboolean
validate (WaComposeView *self)
{
  if (!wa_recipient_entry_validate (self->recipient))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->recipient));
      return FALSE;
    }
  if (!is_template (self))
    {
      if (wa_free_form_validate (self->free_form))
        return TRUE;
      gtk_widget_grab_focus (GTK_WIDGET (self->free_form));
      return FALSE;
    }
  if (self->form == NULL)
    {
      show_problem (self, _("Choose a template."));
      return FALSE;
    }
  if (!wa_template_is_described (wa_template_form_get_template (self->form)))
    {
      show_problem (self, _("Describe the template first: it may ask for values."));
      return FALSE;
    }

  return wa_template_form_validate (self->form) || !wa_template_form_view_focus_problem (self->form_view);
}

/**
 * wa_compose_view_send:
 *
 * Puts the message into the outbox, or shows what keeps it from there.
 */
void
wa_compose_view_send (WaComposeView *self)
{
  g_autoptr(WaOutgoing) outgoing = NULL;
  g_autoptr(GError) error = NULL;

  g_return_if_fail (WA_IS_COMPOSE_VIEW (self));

  show_problem (self, NULL);
  if (self->account == NULL || !validate (self))
    {
      adw_leaflet_set_visible_child_name (self->leaflet, "form");
      return;
    }

  if (is_template (self))
    wa_template_form_fill (self->form, self->outgoing);
  if (!wa_account_check_outgoing (self->account, self->outgoing, &error))
    {
      show_problem (self, error->message);
      return;
    }

  outgoing = wa_record_copy (self->outgoing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compose.send", FALSE);
  wa_outbox_send_async (wa_account_get_outbox (self->account), outgoing, NULL, send_cb, g_object_ref (self));
}

static void
send_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  wa_compose_view_send (WA_COMPOSE_VIEW (widget));
}

static void
on_back_clicked_cb (WaComposeView *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

static void
on_show_preview_clicked_cb (WaComposeView *self)
{
  adw_leaflet_set_visible_child_name (self->leaflet, "preview");
}

static void
on_show_form_clicked_cb (WaComposeView *self)
{
  adw_leaflet_set_visible_child_name (self->leaflet, "form");
}

static gboolean
wa_compose_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (WA_COMPOSE_VIEW (widget)->recipient));
}

static void
wa_compose_view_dispose (GObject *object)
{
  WaComposeView *self = WA_COMPOSE_VIEW (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->restoring = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), WA_TYPE_COMPOSE_VIEW);
  wa_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->account);
  g_clear_object (&self->own_template);
  g_clear_object (&self->outgoing);
  g_clear_object (&self->form);

  G_OBJECT_CLASS (wa_compose_view_parent_class)->dispose (object);
}

static void
wa_compose_view_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  WaComposeView *self = WA_COMPOSE_VIEW (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, adw_window_title_get_title (self->window_title));
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, adw_window_title_get_subtitle (self->window_title));
      break;
    case PROP_BACK_VISIBLE:
      g_value_set_boolean (value, gtk_widget_get_visible (self->back));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
wa_compose_view_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  WaComposeView *self = WA_COMPOSE_VIEW (object);

  switch (id)
    {
    case PROP_TITLE:
      adw_window_title_set_title (self->window_title, g_value_get_string (value));
      break;
    case PROP_SUBTITLE:
      adw_window_title_set_subtitle (self->window_title, g_value_get_string (value));
      break;
    case PROP_BACK_VISIBLE:
      gtk_widget_set_visible (self->back, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (WA_TYPE_BUBBLE);
  g_type_ensure (WA_TYPE_FREE_FORM);
  g_type_ensure (WA_TYPE_RECIPIENT_ENTRY);
  g_type_ensure (WA_TYPE_TEMPLATE);
  g_type_ensure (WA_TYPE_TEMPLATE_FORM_VIEW);

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/WaDesk/ui/compose/wa-compose-view.ui");
  gtk_widget_class_bind_template_child (widget_class, WaComposeView, window_title);
  gtk_widget_class_bind_template_child (widget_class, WaComposeView, back);
  gtk_widget_class_bind_template_child (widget_class, WaComposeView, problem_revealer);
  gtk_widget_class_bind_template_child (widget_class, WaComposeView, problem);
  gtk_widget_class_bind_template_child (widget_class, WaComposeView, leaflet);
  gtk_widget_class_bind_template_child (widget_class, WaComposeView, recipient);
  gtk_widget_class_bind_template_child (widget_class, WaComposeView, warning);
  gtk_widget_class_bind_template_child (widget_class, WaComposeView, choice);
  gtk_widget_class_bind_template_child (widget_class, WaComposeView, kind);
  gtk_widget_class_bind_template_child (widget_class, WaComposeView, template);
  gtk_widget_class_bind_template_child (widget_class, WaComposeView, window_note);
  gtk_widget_class_bind_template_child (widget_class, WaComposeView, form_view);
  gtk_widget_class_bind_template_child (widget_class, WaComposeView, free_form);
  gtk_widget_class_bind_template_child (widget_class, WaComposeView, bubble);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_recipient_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_show_form_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_show_preview_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_template_selected_cb);
}

static void
wa_compose_view_class_init (WaComposeViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wa_compose_view_dispose;
  object_class->get_property = wa_compose_view_get_property;
  object_class->set_property = wa_compose_view_set_property;
  widget_class->grab_focus = wa_compose_view_grab_focus;

  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SUBTITLE] =
    g_param_spec_string ("subtitle", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_BACK_VISIBLE] =
    g_param_spec_boolean ("back-visible", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SENT] =
    g_signal_new ("sent", WA_TYPE_COMPOSE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, WA_TYPE_MESSAGE);
  signals[BACK] =
    g_signal_new ("back", WA_TYPE_COMPOSE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "compose.send", NULL, send_action);
  gtk_widget_class_install_action (widget_class, "compose.describe-template", NULL, describe_template_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "compose.send", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "compose.send", NULL);
  bind_template (widget_class);
}

static void
wa_compose_view_init (WaComposeView *self)
{
  self->outgoing = wa_outgoing_new ();
  wa_outgoing_set_kind (self->outgoing, WA_MESSAGE_TEMPLATE);
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_kinds (self);
}

GtkWidget *
wa_compose_view_new (void)
{
  return g_object_new (WA_TYPE_COMPOSE_VIEW, NULL);
}
