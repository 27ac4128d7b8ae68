/* wa-template-form.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "core/wa-util.h"
#include "template/wa-template-check.h"
#include "template/wa-template-fields.h"
#include "template/wa-template-form.h"

struct _WaTemplateForm
{
  GObject parent_instance;

  WaTemplate *template;
  GListStore *fields;     /* of WaParameterField */
  GHashTable *touched;    /* the fields that had a value once */
  gboolean    valid;
  gboolean    setting;    /* many values at once: they are checked once */
};

enum
{
  PROP_0,
  PROP_TEMPLATE,
  PROP_VALID,
  N_PROPS,
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static void wa_template_form_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WaTemplateForm, wa_template_form, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, wa_template_form_list_init))

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static const char *
problem_of (GListModel       *problems,
            WaParameterField *field)
{
  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr(WaTemplateProblem) problem = g_list_model_get_item (problems, i);

      if (wa_template_problem_get_field (problem) == field &&
          wa_template_problem_get_severity (problem) == WA_SEVERITY_ERROR)
        return wa_template_problem_get_message (problem);
    }

  return "";
}

static void
check (WaTemplateForm *self)
{
  GListModel *fields = G_LIST_MODEL (self->fields);
  g_autoptr(GListStore) problems = wa_template_check_values (self->template, fields);
  gboolean valid = wa_template_problems_first_error (G_LIST_MODEL (problems)) == NULL;

  for (guint i = 0; i < g_list_model_get_n_items (fields); i++)
    {
      g_autoptr(WaParameterField) field = g_list_model_get_item (fields, i);
      gboolean silent = wa_is_empty (wa_parameter_field_get_value (field)) &&
                        !g_hash_table_contains (self->touched, field);

      wa_parameter_field_set_problem (field, silent ? "" : problem_of (G_LIST_MODEL (problems), field));
    }

  if (self->valid != valid)
    {
      self->valid = valid;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALID]);
    }
}

static void
field_value_changed_cb (WaParameterField *field,
                        GParamSpec       *pspec,
                        WaTemplateForm   *self)
{
  g_hash_table_add (self->touched, field);
  if (self->setting)
    return;

  check (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GType
wa_template_form_get_item_type (GListModel *model)
{
  return WA_TYPE_PARAMETER_FIELD;
}

static guint
wa_template_form_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (WA_TEMPLATE_FORM (model)->fields));
}

static gpointer
wa_template_form_get_item (GListModel *model,
                           guint       position)
{
  return g_list_model_get_item (G_LIST_MODEL (WA_TEMPLATE_FORM (model)->fields), position);
}

static void
wa_template_form_list_init (GListModelInterface *iface)
{
  iface->get_item_type = wa_template_form_get_item_type;
  iface->get_n_items = wa_template_form_get_n_items;
  iface->get_item = wa_template_form_get_item;
}

static void
wa_template_form_constructed (GObject *object)
{
  WaTemplateForm *self = WA_TEMPLATE_FORM (object);

  G_OBJECT_CLASS (wa_template_form_parent_class)->constructed (object);

  self->fields = wa_template_fields_new (self->template);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->fields)); i++)
    {
      g_autoptr(WaParameterField) field = g_list_model_get_item (G_LIST_MODEL (self->fields), i);

      g_signal_connect_object (field, "notify::value", G_CALLBACK (field_value_changed_cb), self, 0);
    }

  check (self);
}

static void
wa_template_form_finalize (GObject *object)
{
  WaTemplateForm *self = WA_TEMPLATE_FORM (object);

  g_clear_object (&self->template);
  g_clear_object (&self->fields);
  g_clear_pointer (&self->touched, g_hash_table_unref);

  G_OBJECT_CLASS (wa_template_form_parent_class)->finalize (object);
}

static void
wa_template_form_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  WaTemplateForm *self = WA_TEMPLATE_FORM (object);

  switch (prop_id)
    {
    case PROP_TEMPLATE:
      g_value_set_object (value, self->template);
      break;
    case PROP_VALID:
      g_value_set_boolean (value, self->valid);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wa_template_form_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  WaTemplateForm *self = WA_TEMPLATE_FORM (object);

  switch (prop_id)
    {
    case PROP_TEMPLATE:
      self->template = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wa_template_form_class_init (WaTemplateFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = wa_template_form_constructed;
  object_class->finalize = wa_template_form_finalize;
  object_class->get_property = wa_template_form_get_property;
  object_class->set_property = wa_template_form_set_property;

  properties[PROP_TEMPLATE] =
    g_param_spec_object ("template", NULL, NULL, WA_TYPE_TEMPLATE,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_VALID] =
    g_param_spec_boolean ("valid", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
wa_template_form_init (WaTemplateForm *self)
{
  self->touched = g_hash_table_new (NULL, NULL);
}

/**
 * wa_template_form_new:
 *
 * Returns: (transfer full): a form for @template's values.  It does not follow @template: where
 *   that was loaded anew, make a new form and carry the values over with
 *   wa_template_form_set_values()
 */
WaTemplateForm *
wa_template_form_new (WaTemplate *template)
{
  g_return_val_if_fail (WA_IS_TEMPLATE (template), NULL);

  return g_object_new (WA_TYPE_TEMPLATE_FORM, "template", template, NULL);
}

WaTemplate *
wa_template_form_get_template (WaTemplateForm *self)
{
  g_return_val_if_fail (WA_IS_TEMPLATE_FORM (self), NULL);

  return self->template;
}

gboolean
wa_template_form_get_valid (WaTemplateForm *self)
{
  g_return_val_if_fail (WA_IS_TEMPLATE_FORM (self), FALSE);

  return self->valid;
}

/**
 * wa_template_form_validate:
 *
 * Shows the problems of all fields, also of those that nobody has touched; for when the user wants
 * to send.
 *
 * Returns: whether the values can be sent
 */
gboolean
wa_template_form_validate (WaTemplateForm *self)
{
  g_return_val_if_fail (WA_IS_TEMPLATE_FORM (self), FALSE);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->fields)); i++)
    {
      g_autoptr(WaParameterField) field = g_list_model_get_item (G_LIST_MODEL (self->fields), i);

      g_hash_table_add (self->touched, field);
    }

  check (self);

  return self->valid;
}

/**
 * wa_template_form_dup_values:
 *
 * Returns: (transfer full): copies of the fields
 */
GListStore *
wa_template_form_dup_values (WaTemplateForm *self)
{
  GListStore *values;

  g_return_val_if_fail (WA_IS_TEMPLATE_FORM (self), NULL);

  values = g_list_store_new (WA_TYPE_PARAMETER_FIELD);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->fields)); i++)
    {
      g_autoptr(WaParameterField) field = g_list_model_get_item (G_LIST_MODEL (self->fields), i);
      g_autoptr(WaParameterField) copy = wa_record_copy (field);

      g_list_store_append (values, copy);
    }

  return values;
}

/**
 * wa_template_form_set_values:
 * @values: a list of #WaParameterField, of this template or of an earlier state of it
 *
 * Takes over the value of every field that is for the same place; the other fields keep theirs.
 */
void
wa_template_form_set_values (WaTemplateForm *self,
                             GListModel     *values)
{
  g_return_if_fail (WA_IS_TEMPLATE_FORM (self));
  g_return_if_fail (G_IS_LIST_MODEL (values));

  self->setting = TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->fields)); i++)
    {
      g_autoptr(WaParameterField) field = g_list_model_get_item (G_LIST_MODEL (self->fields), i);
      WaParameterField *value = wa_template_fields_find (values, field);

      if (value != NULL)
        wa_parameter_field_set_value (field, wa_parameter_field_get_value (value));
    }
  self->setting = FALSE;

  check (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* A document is never nameless where its link has a name. */
static void
default_filename (WaParameterField *field,
                  GListModel       *fields)
{
  g_autoptr(WaParameterField) place = wa_record_copy (field);
  g_autofree char *path = NULL;
  g_autofree char *unescaped = NULL;
  g_autofree char *name = NULL;
  WaParameterField *media;
  const char *link, *base;

  wa_parameter_field_set_section (place, WA_SECTION_MEDIA);
  media = wa_template_fields_find (fields, place);
  link = media != NULL ? wa_parameter_field_get_value (media) : "";
  path = g_strndup (link, strcspn (link, "?#"));
  base = strrchr (path, '/');
  unescaped = base != NULL ? g_uri_unescape_string (base + 1, "/\\") : NULL;
  name = g_utf8_make_valid (wa_or_empty (unescaped), -1);
  wa_parameter_field_set_value (field, name);
}

/* What is optional and was left empty: a provider always gets what it needs. */
static void
set_default (WaParameterField *field,
             GListModel       *fields)
{
  if (!wa_is_empty (wa_parameter_field_get_value (field)))
    return;

  if (wa_parameter_field_get_section (field) == WA_SECTION_QUICK_REPLY)
    wa_parameter_field_set_value (field, wa_parameter_field_get_example (field));
  else if (wa_parameter_field_get_section (field) == WA_SECTION_FILENAME)
    default_filename (field, fields);
}

/**
 * wa_template_form_fill:
 *
 * Puts the template and copies of its values into @outgoing.  An empty payload becomes the button's
 * text, an empty file name the last part of the document's link.
 */
void
wa_template_form_fill (WaTemplateForm *self,
                       WaOutgoing     *outgoing)
{
  g_autoptr(GListStore) values = NULL;
  GListStore *fields;

  g_return_if_fail (WA_IS_TEMPLATE_FORM (self));
  g_return_if_fail (WA_IS_OUTGOING (outgoing));

  values = wa_template_form_dup_values (self);
  fields = wa_outgoing_get_fields (outgoing);
  g_list_store_remove_all (fields);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (values)); i++)
    {
      g_autoptr(WaParameterField) field = g_list_model_get_item (G_LIST_MODEL (values), i);

      set_default (field, G_LIST_MODEL (values));
      g_list_store_append (fields, field);
    }

  wa_outgoing_set_kind (outgoing, WA_MESSAGE_TEMPLATE);
  wa_outgoing_set_template (outgoing, self->template);
}

/**
 * wa_template_form_read:
 *
 * Takes over the values that @outgoing holds, a draft for instance.
 */
void
wa_template_form_read (WaTemplateForm *self,
                       WaOutgoing     *outgoing)
{
  g_return_if_fail (WA_IS_OUTGOING (outgoing));

  wa_template_form_set_values (self, G_LIST_MODEL (wa_outgoing_get_fields (outgoing)));
}

/**
 * wa_template_form_changed_since:
 * @newer: the template as it was loaded now
 *
 * Returns: whether @newer asks for other values than this form does
 */
gboolean
wa_template_form_changed_since (WaTemplateForm *self,
                                WaTemplate     *newer)
{
  g_autoptr(GListStore) fields = NULL;
  guint n;

  g_return_val_if_fail (WA_IS_TEMPLATE_FORM (self), FALSE);
  g_return_val_if_fail (WA_IS_TEMPLATE (newer), FALSE);

  fields = wa_template_fields_new (newer);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->fields));
  if (g_list_model_get_n_items (G_LIST_MODEL (fields)) != n)
    return TRUE;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(WaParameterField) old = g_list_model_get_item (G_LIST_MODEL (self->fields), i);
      g_autoptr(WaParameterField) new = g_list_model_get_item (G_LIST_MODEL (fields), i);

      if (!wa_template_fields_same_place (old, new) ||
          wa_parameter_field_get_kind (old) != wa_parameter_field_get_kind (new))
        return TRUE;
    }

  return FALSE;
}
