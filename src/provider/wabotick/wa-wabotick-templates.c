/* wa-wabotick-templates.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-util.h"
#include "provider/wa-meta-template.h"
#include "provider/wabotick/wa-wabotick-private.h"

/* A template stands in an answer twice: in Meta's own form, which is preferred, and in parts with `#name#`
 * for variables. */

static void
add_component (WaTemplate      *template,
               WaComponentKind  kind,
               WaHeaderFormat   format,
               const char      *kind_text,
               const char      *text)
{
  g_autoptr(WaTemplateComponent) component = wa_template_component_new ();

  wa_template_component_set_kind (component, kind);
  wa_template_component_set_kind_text (component, kind_text);
  wa_template_component_set_format (component, format);
  wa_template_component_set_text (component, text);
  g_list_store_append (wa_template_get_components (template), component);
}

static const char *
text_of (const WaJson *json,
         const char   *name)
{
  WaJson place = wa_json_member (json, name);

  return wa_or_empty (wa_json_get_text (&place));
}

/* `#name#` is what Meta writes as `{{1}}`. */
static char *
dup_numbered (const char        *text,
              const char *const *names)
{
  GString *numbered = g_string_new (text);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *mark = g_strdup_printf ("#%s#", names[i]);
      g_autofree char *key = g_strdup_printf ("{{%u}}", i + 1);

      g_string_replace (numbered, mark, key, 0);
    }

  return g_string_free (numbered, FALSE);
}

static void
add_header (WaTemplate   *template,
            const WaJson *json)
{
  const char *type = text_of (json, "header_type");
  gboolean media = g_ascii_strcasecmp (type, "media") == 0;
  WaHeaderFormat format = wa_header_format_parse (media ? text_of (json, "header_subtype") : type);
  g_autofree char *text = dup_numbered (text_of (json, "header_content"),
                                        wa_template_get_header_variables (template));

  if (type[0] != '\0' && g_ascii_strcasecmp (type, "none") != 0)
    add_component (template, WA_COMPONENT_HEADER, format, "HEADER", format == WA_HEADER_TEXT ? text : NULL);
}

static const WaMapping parts_rows[] = {
  { "", "components", WA_MAP_PLAIN, &wa_meta_component_table },
  { NULL }
};

static const WaMappingTable parts_table = { wa_template_get_type, parts_rows };

/* The buttons have Meta's form here too: they are read as if they stood in a component. */
static gboolean
add_buttons (WaTemplate    *template,
             const WaJson  *json,
             GError       **error)
{
  WaJson place = wa_json_member (json, "button_content");
  g_autoptr(JsonArray) components = json_array_new ();
  g_autoptr(JsonNode) node = NULL;
  JsonObject *component;
  WaJson parts;

  if (wa_json_length (&place) == 0)
    return TRUE;

  component = json_object_new ();
  json_object_set_string_member (component, "type", "BUTTONS");
  json_object_set_member (component, "buttons", json_node_copy (place.node));
  json_array_add_object_element (components, component);
  node = json_node_init_array (json_node_alloc (), components);
  parts = wa_json_from_node (node);

  return wa_mapping_fill (&parts_table, &parts, template, error);
}

/* Meta's form is missing, or can't be read. */
static gboolean
add_parts (WaTemplate    *template,
           const WaJson  *json,
           GError       **error)
{
  g_autofree char *body = dup_numbered (text_of (json, "body_content"), wa_template_get_variables (template));

  add_header (template, json);
  if (body[0] != '\0')
    add_component (template, WA_COMPONENT_BODY, WA_HEADER_NONE, "BODY", body);
  if (text_of (json, "footer_content")[0] != '\0')
    add_component (template, WA_COMPONENT_FOOTER, WA_HEADER_NONE, "FOOTER", text_of (json, "footer_content"));

  return add_buttons (template, json, error);
}

static const char *
new_word (const char *word)
{
  static const char *const words[][2] = {
    { "TRANSACTIONAL", "UTILITY" },
    { "OTP", "AUTHENTICATION" },
    { "SUBMITTED", "PENDING" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i][0], word))
      return words[i][1];

  return word;
}

static gboolean
finish_template (gpointer       record,
                 const WaJson  *json,
                 GError       **error)
{
  GListModel *components = G_LIST_MODEL (wa_template_get_components (record));
  WaJson unmapped = wa_json_member (json, "map_needed");
  WaJson language = wa_json_find (json, "template_json.language");

  wa_template_set_category (record, new_word (wa_template_get_category (record)));
  wa_template_set_status (record, new_word (wa_template_get_status (record)));
  if (wa_is_empty (wa_template_get_language (record)))
    wa_template_set_language (record, wa_json_get_text (&language));

  if (wa_json_get_flag (&unmapped, FALSE) && wa_template_is_sendable (record))
    {
      wa_template_set_status (record, WA_WABOTICK_UNMAPPED);
      wa_template_set_rejected_reason (record, _("Its variables have no names yet. Map them on Wabotick’s "
                                                 "web page, then refresh the templates."));
    }

  return g_list_model_get_n_items (components) > 0 || add_parts (record, json, error);
}

static const WaMapping template_rows[] = {
  { "id", "remote-id", WA_MAP_REQUIRED },
  { "template_id", "meta-id" },
  { "template_name", "title" },
  { "template_json.name|template_name", "name", WA_MAP_REQUIRED },
  { "locale", "language" },
  { "template_json.category", "category", WA_MAP_UPPER },
  { "status", "status", WA_MAP_UPPER },
  { "template_json.components", "components", WA_MAP_PLAIN, &wa_meta_component_table },
  { "variable_map.header", "header-variables" },
  { "variable_map.body", "variables" },
  { "updated_at", "updated" },
  { NULL }
};

static const WaMappingTable template_table = { wa_template_get_type, template_rows, finish_template };

WA_WABOTICK_BUILD (templates)
{
  return wa_wabotick_start_sender (provider, request, wa_wabotick_get_path (provider, "B11"), error);
}

/* What the system keeps for itself is not shown. */
static JsonNode *
dup_own_rows (const WaJson  *answer,
              GError       **error)
{
  g_autoptr(JsonNode) node = wa_wabotick_dup_rows (answer, error);
  g_autoptr(JsonArray) own = json_array_new ();
  WaJson rows = wa_json_from_node (node);

  if (node == NULL)
    return NULL;

  for (guint i = 0; i < wa_json_length (&rows); i++)
    {
      WaJson row = wa_json_element (&rows, i);
      WaJson system = wa_json_member (&row, "system_template");

      if (!wa_json_get_flag (&system, FALSE))
        json_array_add_element (own, json_node_copy (row.node));
    }

  return json_node_init_array (json_node_alloc (), own);
}

WA_WABOTICK_PARSE (templates)
{
  g_autoptr(JsonNode) node = dup_own_rows (answer, error);
  WaJson message = wa_json_member (answer, "message");
  WaJson rows = wa_json_from_node (node);
  WaPage *page;

  if (node == NULL || (page = wa_mapping_read_page (&template_table, &rows, error)) == NULL)
    return NULL;

  wa_page_set_note (page, wa_json_get_text (&message));

  return G_OBJECT (page);
}
