/* wa-template-form-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "core/wa-util.h"
#include "ui/compose/wa-parameter-row.h"
#include "ui/compose/wa-template-form-view.h"

struct _WaTemplateFormView
{
  GtkWidget       parent_instance;

  GtkBox         *groups;
  WaTemplateForm *form;
};

G_DEFINE_FINAL_TYPE (WaTemplateFormView, wa_template_form_view, GTK_TYPE_WIDGET)

/* What stands together under one heading. */
typedef enum
{
  GROUP_HEADER,
  GROUP_BODY,
  GROUP_OFFER,
  GROUP_BUTTONS,
} Group;

static Group
group_of (WaParameterField *field)
{
  switch (wa_parameter_field_get_section (field))
    {
    case WA_SECTION_HEADER:
    case WA_SECTION_MEDIA:
    case WA_SECTION_FILENAME:
    case WA_SECTION_LOCATION:
      return GROUP_HEADER;
    case WA_SECTION_OFFER_EXPIRY:
      return GROUP_OFFER;
    case WA_SECTION_COPY_CODE:
    case WA_SECTION_URL_BUTTON:
    case WA_SECTION_QUICK_REPLY:
    case WA_SECTION_PRODUCT:
      return GROUP_BUTTONS;
    case WA_SECTION_BODY:
    default:
      return GROUP_BODY;
    }
}

static char *
group_title (WaParameterField *field)
{
  guint card = (guint) wa_parameter_field_get_card (field);

  if (card > 0)
    return g_strdup_printf (_("Card %u"), card);

  switch (group_of (field))
    {
    case GROUP_HEADER:
      return g_strdup (_("Header"));
    case GROUP_OFFER:
      return g_strdup (_("Offer"));
    case GROUP_BUTTONS:
      return g_strdup (_("Buttons"));
    case GROUP_BODY:
    default:
      return g_strdup (_("Body"));
    }
}

static gboolean
starts_group (WaParameterField *field,
              WaParameterField *before)
{
  if (before == NULL || wa_parameter_field_get_card (field) != wa_parameter_field_get_card (before))
    return TRUE;

  return wa_parameter_field_get_card (field) == 0 && group_of (field) != group_of (before);
}

static GtkBox *
add_group (WaTemplateFormView *self,
           WaParameterField   *field)
{
  g_autofree char *title = group_title (field);
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *heading = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "title-4");
  gtk_box_append (GTK_BOX (group), heading);
  gtk_box_append (self->groups, group);

  return GTK_BOX (group);
}

static void
clear (WaTemplateFormView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
}

static void
add_note (WaTemplateFormView *self,
          const char         *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (self->groups, label);
}

/* The system tells only the template's name. */
static void
add_unknown (WaTemplateFormView *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Describe Template…"));

  add_note (self, _("The system doesn’t tell what this template says. Write it down once, and its values can be "
                    "filled in here."));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "compose.describe-template");
  gtk_box_append (self->groups, button);
}

/**
 * wa_template_form_view_set_form:
 * @form: (nullable): the values to show
 */
void
wa_template_form_view_set_form (WaTemplateFormView *self,
                                WaTemplateForm     *form)
{
  GListModel *fields = (GListModel *) form;
  guint n = form != NULL ? g_list_model_get_n_items (fields) : 0;
  WaParameterField *before = NULL;
  GtkBox *group = NULL;

  g_return_if_fail (WA_IS_TEMPLATE_FORM_VIEW (self));

  if (!g_set_object (&self->form, form))
    return;

  clear (self);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(WaParameterField) field = g_list_model_get_item (fields, i);

      if (starts_group (field, before))
        group = add_group (self, field);
      gtk_box_append (group, wa_parameter_row_new (field));
      before = field;
    }

  if (form != NULL && !wa_template_is_described (wa_template_form_get_template (form)))
    add_unknown (self);
  else if (form != NULL && n == 0)
    add_note (self, _("This template asks for no values: it is sent as it is."));
}

static GtkWidget *
find_problem (GtkWidget *group)
{
  for (GtkWidget *row = gtk_widget_get_first_child (group); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (WA_IS_PARAMETER_ROW (row) &&
        !wa_is_empty (wa_parameter_field_get_problem (wa_parameter_row_get_field (WA_PARAMETER_ROW (row)))))
      return row;

  return NULL;
}

/**
 * wa_template_form_view_focus_problem:
 *
 * Moves the keyboard to the first value that is wrong.
 *
 * Returns: whether there is one
 */
gboolean
wa_template_form_view_focus_problem (WaTemplateFormView *self)
{
  for (GtkWidget *group = gtk_widget_get_first_child (GTK_WIDGET (self->groups));
       group != NULL;
       group = gtk_widget_get_next_sibling (group))
    {
      GtkWidget *row = find_problem (group);

      if (row != NULL)
        return gtk_widget_grab_focus (row);
    }

  return FALSE;
}

static void
wa_template_form_view_dispose (GObject *object)
{
  WaTemplateFormView *self = WA_TEMPLATE_FORM_VIEW (object);
  GtkWidget *groups = (GtkWidget *) self->groups;

  self->groups = NULL;
  g_clear_pointer (&groups, gtk_widget_unparent);
  g_clear_object (&self->form);

  G_OBJECT_CLASS (wa_template_form_view_parent_class)->dispose (object);
}

static void
wa_template_form_view_class_init (WaTemplateFormViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wa_template_form_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
wa_template_form_view_init (WaTemplateFormView *self)
{
  self->groups = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  gtk_widget_set_parent (GTK_WIDGET (self->groups), GTK_WIDGET (self));
}
