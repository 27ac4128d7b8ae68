/* wa-template.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-template.h"

struct _WaTemplate
{
  WaRecord parent_instance;

  gint64     id;
  char       *remote_id;
  char       *meta_id;
  char       *name;
  char       *title;
  char       *namespace;
  char       *language;
  char       *category;
  char       *status;
  char       *kind;
  char       *rejected_reason;
  char       *quality;
  char       *account_name;
  gboolean   local;
  gboolean   shared_name;
  gboolean   named;
  GListStore *components;
  GListStore *hints;
  char       **variables;
  char       **header_variables;
  GDateTime  *created;
  GDateTime  *updated;
};

G_DEFINE_FINAL_TYPE (WaTemplate, wa_template, WA_TYPE_RECORD)

static const WaField fields[] = {
  WA_FIELD (WaTemplate, id, "id", INTEGER),
  WA_FIELD (WaTemplate, remote_id, "remote-id", TEXT),
  WA_FIELD (WaTemplate, meta_id, "meta-id", TEXT),
  WA_FIELD (WaTemplate, name, "name", TEXT),
  WA_FIELD (WaTemplate, title, "title", TEXT),
  WA_FIELD (WaTemplate, namespace, "namespace", TEXT),
  WA_FIELD (WaTemplate, language, "language", TEXT),
  WA_FIELD (WaTemplate, category, "category", TEXT),
  WA_FIELD (WaTemplate, status, "status", TEXT),
  WA_FIELD (WaTemplate, kind, "kind", TEXT),
  WA_FIELD (WaTemplate, rejected_reason, "rejected-reason", TEXT),
  WA_FIELD (WaTemplate, quality, "quality", TEXT),
  WA_FIELD (WaTemplate, account_name, "account-name", TEXT),
  WA_FIELD (WaTemplate, local, "local", FLAG),
  WA_FIELD (WaTemplate, shared_name, "shared-name", FLAG),
  WA_FIELD (WaTemplate, named, "named", FLAG),
  WA_FIELD_OF (WaTemplate, components, "components", RECORDS, wa_template_component_get_type),
  WA_FIELD_OF (WaTemplate, hints, "hints", RECORDS, wa_parameter_field_get_type),
  WA_FIELD (WaTemplate, variables, "variables", TEXTS),
  WA_FIELD (WaTemplate, header_variables, "header-variables", TEXTS),
  WA_FIELD (WaTemplate, created, "created", TIME),
  WA_FIELD (WaTemplate, updated, "updated", TIME),
};

WA_RECORD_INTEGER (WaTemplate, wa_template, id)
WA_RECORD_TEXT (WaTemplate, wa_template, remote_id)
WA_RECORD_TEXT (WaTemplate, wa_template, meta_id)
WA_RECORD_TEXT (WaTemplate, wa_template, name)
WA_RECORD_TEXT (WaTemplate, wa_template, title)
WA_RECORD_TEXT (WaTemplate, wa_template, namespace)
WA_RECORD_TEXT (WaTemplate, wa_template, language)
WA_RECORD_TEXT (WaTemplate, wa_template, category)
WA_RECORD_TEXT (WaTemplate, wa_template, status)
WA_RECORD_TEXT (WaTemplate, wa_template, kind)
WA_RECORD_TEXT (WaTemplate, wa_template, rejected_reason)
WA_RECORD_TEXT (WaTemplate, wa_template, quality)
WA_RECORD_TEXT (WaTemplate, wa_template, account_name)
WA_RECORD_FLAG (WaTemplate, wa_template, local)
WA_RECORD_FLAG (WaTemplate, wa_template, shared_name)
WA_RECORD_FLAG (WaTemplate, wa_template, named)
WA_RECORD_RECORDS (WaTemplate, wa_template, components)
WA_RECORD_RECORDS (WaTemplate, wa_template, hints)
WA_RECORD_TEXTS (WaTemplate, wa_template, variables)
WA_RECORD_TEXTS (WaTemplate, wa_template, header_variables)
WA_RECORD_TIME (WaTemplate, wa_template, created)
WA_RECORD_TIME (WaTemplate, wa_template, updated)

/**
 * wa_template_find:
 *
 * Returns: (transfer none) (nullable): the first component of that kind
 */
WaTemplateComponent *
wa_template_find (WaTemplate      *self,
                  WaComponentKind  kind)
{
  GListModel *components = G_LIST_MODEL (wa_template_get_components (self));

  for (guint i = 0; i < g_list_model_get_n_items (components); i++)
    {
      g_autoptr(WaTemplateComponent) component = g_list_model_get_item (components, i);

      if (wa_template_component_get_kind (component) == kind)
        return component;
    }

  return NULL;
}

/**
 * wa_template_is_sendable:
 *
 * Returns: whether Meta approved it; any other status, known or not, can't be sent
 */
gboolean
wa_template_is_sendable (WaTemplate *self)
{
  return self->status != NULL && g_ascii_strcasecmp (self->status, "APPROVED") == 0;
}

/**
 * wa_template_is_described:
 *
 * Returns: whether it is known what the template says; some systems only give its name
 */
gboolean
wa_template_is_described (WaTemplate *self)
{
  g_return_val_if_fail (WA_IS_TEMPLATE (self), FALSE);

  return g_list_model_get_n_items (G_LIST_MODEL (wa_template_get_components (self))) > 0;
}

static void
wa_template_class_init (WaTemplateClass *klass)
{
  wa_record_class_set_fields (WA_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
wa_template_init (WaTemplate *self)
{
}

WaTemplate *
wa_template_new (void)
{
  return g_object_new (WA_TYPE_TEMPLATE, NULL);
}
