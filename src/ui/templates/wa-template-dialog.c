/* wa-template-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-util.h"
#include "ui/templates/wa-template-dialog.h"

struct _WaTemplateDialog
{
  AdwWindow      parent_instance;

  WaAccount     *account;       /* (owned) */
  WaTemplate    *template;      /* (owned): a copy */

  GtkLabel      *failure_label;
  AdwComboRow   *header_row;
  AdwEntryRow   *header_text_row;
  GtkTextBuffer *body;
  AdwEntryRow   *footer_row;
  GtkListBox    *buttons;
};

enum
{
  DESCRIBED,
  N_SIGNALS,
};

G_DEFINE_FINAL_TYPE (WaTemplateDialog, wa_template_dialog, ADW_TYPE_WINDOW)

static guint signals[N_SIGNALS];

/* In the order of the choice */
static const WaHeaderFormat header_formats[] = {
  WA_HEADER_NONE, WA_HEADER_TEXT, WA_HEADER_IMAGE, WA_HEADER_VIDEO, WA_HEADER_DOCUMENT, WA_HEADER_LOCATION,
};

/* A kind of button, as the menu names it.  Of an address with a value only the value is ever sent. */
typedef struct
{
  const char   *name;
  const char   *title;
  WaButtonKind  kind;
  const char   *url;
} ButtonChoice;

static const ButtonChoice button_choices[] = {
  { "quick-reply", N_("Quick reply"), WA_BUTTON_QUICK_REPLY, NULL },
  { "url", N_("Web page"), WA_BUTTON_URL, NULL },
  { "url-value", N_("Web page with a value"), WA_BUTTON_URL, "{{1}}" },
  { "phone-number", N_("Phone call"), WA_BUTTON_PHONE_NUMBER, NULL },
  { "copy-code", N_("Copy code"), WA_BUTTON_COPY_CODE, NULL },
};

#define CHOICE_DATA "wa-button-choice"

static const ButtonChoice *
find_choice (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (button_choices); i++)
    if (g_str_equal (button_choices[i].name, name))
      return &button_choices[i];

  return NULL;
}

static WaHeaderFormat
get_header_format (WaTemplateDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->header_row);

  return selected < G_N_ELEMENTS (header_formats) ? header_formats[selected] : WA_HEADER_NONE;
}

static char *
dup_body (WaTemplateDialog *self)
{
  g_autofree char *text = NULL;

  g_object_get (self->body, "text", &text, NULL);

  return g_strstrip (g_steal_pointer (&text));
}

static void
on_header_selected_cb (WaTemplateDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->header_text_row), get_header_format (self) == WA_HEADER_TEXT);
}

static void
on_body_changed_cb (WaTemplateDialog *self)
{
  g_autofree char *body = dup_body (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "template.save", body[0] != '\0');
}

static void
on_remove_clicked_cb (GtkWidget        *button,
                      WaTemplateDialog *self)
{
  gtk_list_box_remove (self->buttons, gtk_widget_get_ancestor (button, ADW_TYPE_ENTRY_ROW));
  gtk_widget_set_visible (GTK_WIDGET (self->buttons), gtk_widget_get_first_child (GTK_WIDGET (self->buttons)) != NULL);
}

static void
add_button_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  WaTemplateDialog *self = WA_TEMPLATE_DIALOG (widget);
  const ButtonChoice *choice = find_choice (g_variant_get_string (parameter, NULL));
  GtkWidget *row, *remove;

  if (choice == NULL)
    return;

  row = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(choice->title));
  g_object_set_data (G_OBJECT (row), CHOICE_DATA, (gpointer) choice);

  remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_set_tooltip_text (remove, _("Remove button"));
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (remove, "flat");
  g_signal_connect_object (remove, "clicked", G_CALLBACK (on_remove_clicked_cb), self, 0);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), remove);

  gtk_list_box_append (self->buttons, row);
  gtk_widget_set_visible (GTK_WIDGET (self->buttons), TRUE);
  gtk_widget_grab_focus (row);
}

static void
add_component (WaTemplateDialog *self,
               WaComponentKind   kind,
               WaHeaderFormat    format,
               const char       *text)
{
  g_autoptr(WaTemplateComponent) component = wa_template_component_new ();

  wa_template_component_set_kind (component, kind);
  wa_template_component_set_format (component, format);
  wa_template_component_set_text (component, text);
  g_list_store_append (wa_template_get_components (self->template), component);
}

static void
add_buttons (WaTemplateDialog *self)
{
  g_autoptr(WaTemplateComponent) component = wa_template_component_new ();

  wa_template_component_set_kind (component, WA_COMPONENT_BUTTONS);
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->buttons));
       row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      const ButtonChoice *choice = g_object_get_data (G_OBJECT (row), CHOICE_DATA);
      g_autoptr(WaTemplateButton) button = wa_template_button_new ();

      wa_template_button_set_kind (button, choice->kind);
      wa_template_button_set_text (button, gtk_editable_get_text (GTK_EDITABLE (row)));
      wa_template_button_set_url (button, choice->url);
      g_list_store_append (wa_template_component_get_buttons (component), button);
    }

  if (g_list_model_get_n_items (G_LIST_MODEL (wa_template_component_get_buttons (component))) > 0)
    g_list_store_append (wa_template_get_components (self->template), component);
}

/* The components as they are written now */
static void
fill_template (WaTemplateDialog *self)
{
  WaHeaderFormat header = get_header_format (self);
  const char *header_text = gtk_editable_get_text (GTK_EDITABLE (self->header_text_row));
  const char *footer = gtk_editable_get_text (GTK_EDITABLE (self->footer_row));
  g_autofree char *body = dup_body (self);

  g_list_store_remove_all (wa_template_get_components (self->template));
  if (header != WA_HEADER_NONE)
    add_component (self, WA_COMPONENT_HEADER, header, header == WA_HEADER_TEXT ? header_text : NULL);
  add_component (self, WA_COMPONENT_BODY, WA_HEADER_NONE, body);
  if (!wa_is_empty (footer))
    add_component (self, WA_COMPONENT_FOOTER, WA_HEADER_NONE, footer);
  add_buttons (self);
}

static void
describe_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(WaTemplateDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(WaTemplate) template = wa_account_describe_template_finish (WA_ACCOUNT (object), result, &error);

  if (template != NULL)
    {
      g_signal_emit (self, signals[DESCRIBED], 0, template);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  gtk_label_set_label (self->failure_label, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->failure_label), TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "template.save", TRUE);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  WaTemplateDialog *self = WA_TEMPLATE_DIALOG (widget);

  fill_template (self);
  gtk_widget_action_set_enabled (widget, "template.save", FALSE);
  wa_account_describe_template_async (self->account, self->template, NULL, describe_cb, g_object_ref (self));
}

static void
wa_template_dialog_dispose (GObject *object)
{
  WaTemplateDialog *self = WA_TEMPLATE_DIALOG (object);

  g_clear_object (&self->account);
  g_clear_object (&self->template);
  gtk_widget_dispose_template (GTK_WIDGET (self), WA_TYPE_TEMPLATE_DIALOG);

  G_OBJECT_CLASS (wa_template_dialog_parent_class)->dispose (object);
}

static void
wa_template_dialog_class_init (WaTemplateDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wa_template_dialog_dispose;

  signals[DESCRIBED] =
    g_signal_new ("described", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, WA_TYPE_TEMPLATE);

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/WaDesk/ui/templates/wa-template-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WaTemplateDialog, failure_label);
  gtk_widget_class_bind_template_child (widget_class, WaTemplateDialog, header_row);
  gtk_widget_class_bind_template_child (widget_class, WaTemplateDialog, header_text_row);
  gtk_widget_class_bind_template_child (widget_class, WaTemplateDialog, body);
  gtk_widget_class_bind_template_child (widget_class, WaTemplateDialog, footer_row);
  gtk_widget_class_bind_template_child (widget_class, WaTemplateDialog, buttons);
  gtk_widget_class_bind_template_callback (widget_class, on_header_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_body_changed_cb);

  gtk_widget_class_install_action (widget_class, "template.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "template.add-button", "s", add_button_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
wa_template_dialog_init (WaTemplateDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "template.save", FALSE);
}

/**
 * wa_template_dialog_new:
 * @template: a template of @account that is not described yet
 */
WaTemplateDialog *
wa_template_dialog_new (WaAccount  *account,
                        WaTemplate *template)
{
  WaTemplateDialog *self;

  g_return_val_if_fail (WA_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (WA_IS_TEMPLATE (template), NULL);

  self = g_object_new (WA_TYPE_TEMPLATE_DIALOG, NULL);
  self->account = g_object_ref (account);
  self->template = wa_record_copy (template);

  return self;
}
