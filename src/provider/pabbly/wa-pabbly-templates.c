/* wa-pabbly-templates.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-target.h"
#include "provider/pabbly/wa-pabbly-private.h"
#include "provider/wa-checks.h"
#include "provider/wa-meta-template.h"
#include "template/wa-template-fields.h"

#define MOST_TEMPLATES 50

static const WaMapping template_rows[] = {
  { "_id", "remote-id", WA_MAP_REQUIRED },
  { "waTemplateId", "meta-id" },
  { "name", "name", WA_MAP_REQUIRED },
  { "language", "language", WA_MAP_REQUIRED },
  { "category", "category", WA_MAP_UPPER },
  { "status", "status", WA_MAP_UPPER },
  { "type", "kind" },
  { "components", "components", WA_MAP_PLAIN, &wa_meta_component_table },
  { "createdAt", "created" },
  { "updatedAt", "updated" },
  { NULL }
};

/* Pabbly leaves `type` out more often than not. */
static const char *
derive_kind (WaTemplate *template)
{
  WaTemplateComponent *header = wa_template_find (template, WA_COMPONENT_HEADER);

  if (wa_template_find (template, WA_COMPONENT_CAROUSEL) != NULL)
    return "carousel";
  if (wa_template_find (template, WA_COMPONENT_LIMITED_TIME_OFFER) != NULL)
    return "lto";
  if (wa_template_is_authentication (template))
    return "authentication";

  switch (header != NULL ? (int) wa_template_component_get_format (header) : WA_HEADER_NONE)
    {
    case WA_HEADER_IMAGE:
      return "image";
    case WA_HEADER_VIDEO:
      return "video";
    case WA_HEADER_DOCUMENT:
      return "document";
    default:
      return "text";
    }
}

static gboolean
finish_template (gpointer       record,
                 const WaJson  *json,
                 GError       **error)
{
  if (wa_is_empty (wa_template_get_kind (record)))
    wa_template_set_kind (record, derive_kind (record));

  return TRUE;
}

static const WaMappingTable template_table = { wa_template_get_type, template_rows, finish_template };

/* A server that pages all the same goes on by pages. */
WA_PABBLY_BUILD (templates)
{
  WaQuery *query = WA_QUERY (args);

  wa_request_append_path (request, "templates", NULL);
  if (!wa_query_get_everything (query) || !wa_is_empty (wa_query_get_cursor (query)))
    return wa_pabbly_add_page (query, MOST_TEMPLATES, request, error);

  wa_request_add_query (request, "all", "true");

  return TRUE;
}

WA_PABBLY_PARSE (templates)
{
  WaJson list = wa_json_find (answer, "data.templates");
  WaJson pagination = wa_json_find (answer, "data.pagination");

  return wa_pabbly_read_page (&template_table, args, &list, &pagination, error);
}

/* The id names one language of a template, the name all of them. */
WA_PABBLY_BUILD (template)
{
  WaTarget *target = WA_TARGET (args);
  const char *id = wa_target_get_remote_id (target);
  const char *name = wa_target_get_name (target);

  if (!wa_check_id (wa_is_empty (id) ? name : id, error))
    return FALSE;

  wa_request_append_path (request, "templates", wa_is_empty (id) ? name : id, NULL);
  if (!wa_is_empty (id))
    wa_request_add_query (request, "by", "id");

  return TRUE;
}

static const WaMapping hint_rows[] = {
  { "key", "key" },
  { "value", "example" },
  { "helpText", "help-text" },
  { NULL }
};

static const WaMappingTable hint_table = { wa_parameter_field_get_type, hint_rows };

static void
read_hints (WaTemplate   *template,
            const WaJson *fields)
{
  static const struct
  {
    const char         *name;
    WaParameterSection  section;
  } lists[] = {
    { "headerParams", WA_SECTION_HEADER },
    { "bodyParams", WA_SECTION_BODY },
    { "link", WA_SECTION_MEDIA },
    { "copyCodeParam", WA_SECTION_COPY_CODE },
  };
  GListStore *hints = wa_template_get_hints (template);

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      WaJson list = wa_json_member (fields, lists[i].name);
      guint first = g_list_model_get_n_items (G_LIST_MODEL (hints));
      guint n_skipped;

      if (wa_json_is (&list, WA_JSON_LIST))
        wa_mapping_read_items (&hint_table, &list, hints, &n_skipped, NULL);

      for (guint j = first; j < g_list_model_get_n_items (G_LIST_MODEL (hints)); j++)
        {
          g_autoptr(WaParameterField) hint = g_list_model_get_item (G_LIST_MODEL (hints), j);

          wa_parameter_field_set_section (hint, lists[i].section);
        }
    }
}

/* Pabbly may answer with another template than the one that was asked for. */
static gboolean
is_asked_for (WaTemplate *template,
              WaTarget   *target)
{
  const char *id = wa_target_get_remote_id (target);

  if (!wa_is_empty (id))
    return g_str_equal (id, wa_template_get_remote_id (template));

  return g_str_equal (wa_target_get_name (target), wa_template_get_name (template));
}

WA_PABBLY_PARSE (template)
{
  WaJson place = wa_json_find (answer, "data.template");
  WaJson fields = wa_json_find (answer, "data.customFields");
  g_autoptr(WaTemplate) template = wa_mapping_read (&template_table, &place, error);

  if (template == NULL)
    return NULL;

  if (!is_asked_for (template, WA_TARGET (args)))
    {
      g_set_error_literal (error, WA_ERROR, WA_ERROR_NOT_FOUND,
                           _("The template is not there any more. Refresh the templates."));
      return NULL;
    }

  read_hints (template, &fields);

  return G_OBJECT (g_steal_pointer (&template));
}
