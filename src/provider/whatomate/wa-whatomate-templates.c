/* wa-whatomate-templates.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-util.h"
#include "model/wa-media-item.h"
#include "model/wa-receipt.h"
#include "model/wa-target.h"
#include "provider/wa-checks.h"
#include "provider/wa-meta-template.h"
#include "provider/wa-writing.h"
#include "provider/whatomate/wa-whatomate-private.h"
#include "template/wa-template-variables.h"

/* A fetch brings no more than Meta's first page. */
#define MOST_FETCHED 100
#define SLOW_SECONDS 120

static WaTemplateComponent *
add_component (WaTemplate      *template,
               WaComponentKind  kind,
               const char      *kind_text,
               const char      *text)
{
  g_autoptr(WaTemplateComponent) component = wa_template_component_new ();

  wa_template_component_set_kind (component, kind);
  wa_template_component_set_kind_text (component, kind_text);
  wa_template_component_set_text (component, text);
  g_list_store_append (wa_template_get_components (template), component);

  return component;
}

static char *
dup_member (const WaJson *json,
            const char   *name)
{
  WaJson member = wa_json_member (json, name);
  const char *text = wa_json_get_text (&member);

  return g_strdup (wa_or_empty (text));
}

/* A file's content is the handle of its sample. */
static void
read_header (WaTemplate   *template,
             const WaJson *json)
{
  g_autofree char *type = dup_member (json, "header_type");
  g_autofree char *content = dup_member (json, "header_content");
  const char *const handles[] = { content, NULL };
  WaHeaderFormat format = wa_header_format_parse (type);
  WaTemplateComponent *header;

  if (type[0] == '\0' || format == WA_HEADER_NONE)
    return;

  header = add_component (template, WA_COMPONENT_HEADER, "HEADER", format == WA_HEADER_TEXT ? content : NULL);
  wa_template_component_set_format (header, format);
  if (format != WA_HEADER_TEXT && content[0] != '\0')
    wa_template_component_set_header_handles (header, handles);
}

static void
read_text (WaTemplate      *template,
           const WaJson    *json,
           const char      *name,
           WaComponentKind  kind,
           const char      *kind_text)
{
  g_autofree char *text = dup_member (json, name);

  if (text[0] != '\0')
    add_component (template, kind, kind_text, text);
}

/* The server's own form: one member for each part of the template. */
static gboolean
read_parts (WaTemplate    *template,
            const WaJson  *json,
            GError       **error)
{
  static const WaMapping rows[] = {
    { "buttons", "buttons", WA_MAP_PLAIN, &wa_meta_button_table },
    { NULL }
  };
  static const WaMappingTable table = { wa_template_component_get_type, rows };
  WaJson buttons = wa_json_member (json, "buttons");
  WaTemplateComponent *component;

  read_header (template, json);
  read_text (template, json, "body_content", WA_COMPONENT_BODY, "BODY");
  read_text (template, json, "footer_content", WA_COMPONENT_FOOTER, "FOOTER");
  if (wa_json_length (&buttons) == 0)
    return TRUE;

  component = add_component (template, WA_COMPONENT_BUTTONS, "BUTTONS", NULL);

  return wa_mapping_fill (&table, json, component, error);
}

static char *
dup_sample (const WaJson *samples,
            const char   *component,
            const char   *key)
{
  for (guint i = 0; i < wa_json_length (samples); i++)
    {
      WaJson sample = wa_json_element (samples, i);
      WaJson place = wa_json_member (&sample, "component");
      WaJson index = wa_json_member (&sample, "index");
      WaJson name = wa_json_member (&sample, "param_name");
      WaJson value = wa_json_member (&sample, "value");
      g_autofree char *number = wa_json_dup_scalar (&index);

      if (g_strcmp0 (wa_json_get_text (&place), component) == 0 &&
          (g_strcmp0 (number, key) == 0 || g_strcmp0 (wa_json_get_text (&name), key) == 0))
        return wa_json_dup_scalar (&value);
    }

  return NULL;
}

/* Samples are kept apart from the text they belong to, and lost when the templates are fetched from Meta. */
static void
read_samples (WaTemplateComponent *component,
              const WaJson        *samples)
{
  gboolean header = wa_template_component_get_kind (component) == WA_COMPONENT_HEADER;
  g_auto(GStrv) keys = wa_template_variables_scan (wa_template_component_get_text (component));
  g_autoptr(GStrvBuilder) examples = g_strv_builder_new ();
  g_auto(GStrv) list = NULL;
  gboolean any = FALSE;

  for (gsize i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *key = g_strndup (keys[i] + 2, strlen (keys[i]) - 4);
      g_autofree char *sample = dup_sample (samples, header ? "header" : "body", key);

      any = any || sample != NULL;
      g_strv_builder_add (examples, wa_or_empty (sample));
    }

  list = g_strv_builder_end (examples);
  if (any && header)
    wa_template_component_set_header_examples (component, (const char *const *) list);
  else if (any)
    wa_template_component_set_body_examples (component, (const char *const *) list);
}

static gboolean
finish_template (gpointer       record,
                 const WaJson  *json,
                 GError       **error)
{
  GListModel *components = G_LIST_MODEL (wa_template_get_components (record));
  WaJson samples = wa_json_member (json, "sample_values");

  wa_template_set_created (record, wa_whatomate_known_time (wa_template_get_created (record)));
  wa_template_set_updated (record, wa_whatomate_known_time (wa_template_get_updated (record)));

  if (g_list_model_get_n_items (components) == 0 && !read_parts (record, json, error))
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (components); i++)
    {
      g_autoptr(WaTemplateComponent) component = g_list_model_get_item (components, i);

      if (wa_json_length (&samples) > 0)
        read_samples (component, &samples);
    }

  return TRUE;
}

static const WaMapping template_rows[] = {
  { "id", "remote-id", WA_MAP_REQUIRED },
  { "meta_template_id", "meta-id" },
  { "name", "name", WA_MAP_REQUIRED },
  { "display_name", "title" },
  { "language", "language", WA_MAP_REQUIRED },
  { "category", "category", WA_MAP_UPPER },
  { "status", "status", WA_MAP_UPPER },
  { "whatsapp_account", "account-name" },
  { "components", "components", WA_MAP_PLAIN, &wa_meta_component_table },
  { "created_at", "created" },
  { "updated_at", "updated" },
  { NULL }
};

static const WaMappingTable template_table = { wa_template_get_type, template_rows, finish_template };

/* Servers of the first generation give everything at once. */
WA_WHATOMATE_BUILD (templates)
{
  WaQuery *query = WA_QUERY (args);

  wa_whatomate_begin (provider, request, "GET");
  wa_request_append_path (request, "api", "templates", NULL);
  wa_whatomate_add_text (request, "account", wa_whatomate_account (provider, NULL));
  wa_whatomate_add_text (request, "status", wa_query_get_status (query));
  if (!wa_whatomate_is_second (provider) && wa_is_empty (wa_query_get_cursor (query)))
    return TRUE;

  wa_whatomate_add_text (request, "search", wa_query_get_search (query));

  return wa_whatomate_add_page (query, request, error);
}

WA_WHATOMATE_PARSE (templates)
{
  return wa_whatomate_read_page (&template_table, args, answer, "templates", error);
}

static gboolean
set_template (WaProvider  *provider,
              GObject     *target,
              WaRequest   *request,
              const char  *method,
              GError     **error)
{
  const char *id = wa_target_get_remote_id (WA_TARGET (target));

  if (!wa_whatomate_check_id (id, error))
    return FALSE;

  wa_whatomate_begin (provider, request, method);
  wa_request_append_path (request, "api", "templates", id, NULL);

  return TRUE;
}

WA_WHATOMATE_BUILD (template)
{
  return set_template (provider, args, request, "GET", error);
}

WA_WHATOMATE_PARSE (template)
{
  WaJson data = wa_json_member (answer, "data");

  return wa_mapping_read (&template_table, &data, error);
}

/* Meta deletes all languages of the name with it. */
WA_WHATOMATE_BUILD (delete_template)
{
  return set_template (provider, args, request, "DELETE", error);
}

WA_WHATOMATE_BUILD (sync_templates)
{
  const char *account = wa_whatomate_account (provider, wa_target_get_name (WA_TARGET (args)));
  JsonObject *body;

  if (!wa_whatomate_check_account (account, error))
    return FALSE;

  body = json_object_new ();
  json_object_set_string_member (body, "whatsapp_account", account);
  wa_whatomate_begin (provider, request, "POST");
  wa_request_append_path (request, "api", "templates", "sync", NULL);
  wa_request_take_json_object (request, body);
  wa_request_set_timeout (request, SLOW_SECONDS);

  return TRUE;
}

static const WaMapping sync_rows[] = {
  { "data.message", "text" },
  { "data.count|data.synced", "count" },
  { NULL }
};

static const WaMappingTable sync_table = { wa_receipt_get_type, sync_rows };

WA_WHATOMATE_PARSE (sync_templates)
{
  WaReceipt *receipt = wa_mapping_read (&sync_table, answer, error);

  if (receipt != NULL && wa_receipt_get_count (receipt) >= MOST_FETCHED)
    wa_receipt_set_text (receipt, _("The first 100 templates were fetched from Meta. "
                                    "whatomate can’t fetch more."));

  return (GObject *) receipt;
}

WA_WHATOMATE_BUILD (publish_template)
{
  if (!set_template (provider, args, request, "POST", error))
    return FALSE;

  wa_request_append_path (request, "publish", NULL);
  wa_request_set_timeout (request, SLOW_SECONDS);

  return TRUE;
}

static const WaMapping state_rows[] = {
  { "meta_template_id", "meta-id" },
  { "status", "status", WA_MAP_REQUIRED | WA_MAP_UPPER },
  { NULL }
};

static const WaMappingTable state_table = { wa_template_get_type, state_rows };

/* The documents have only the state here, the servers the template too. */
WA_WHATOMATE_PARSE (publish_template)
{
  WaJson data = wa_json_member (answer, "data");
  WaJson whole = wa_json_member (&data, "template");
  g_autoptr(WaTemplate) template = wa_json_is (&whole, WA_JSON_OBJECT)
                                     ? wa_mapping_read (&template_table, &whole, error) : wa_template_new ();

  if (template == NULL || !wa_mapping_fill (&state_table, &data, template, error))
    return NULL;

  wa_template_set_remote_id (template, wa_target_get_remote_id (WA_TARGET (args)));

  return G_OBJECT (g_steal_pointer (&template));
}

WA_WHATOMATE_BUILD (sample)
{
  WaMediaItem *item = WA_MEDIA_ITEM (args);

  wa_whatomate_begin (provider, request, "POST");
  wa_request_append_path (request, "api", "templates", "upload-media", NULL);
  wa_whatomate_add_text (request, "account", wa_whatomate_account (provider, NULL));

  return wa_whatomate_add_file (request, wa_media_item_get_filename (item),
                                wa_media_item_get_mime_type (item), wa_media_item_get_bytes (item), error);
}

static const WaMapping sample_rows[] = {
  { "handle", "remote-id", WA_MAP_REQUIRED },
  { "filename", "filename" },
  { "mime_type", "mime-type" },
  { NULL }
};

static const WaMappingTable sample_table = { wa_media_item_get_type, sample_rows };

WA_WHATOMATE_PARSE (sample)
{
  WaJson data = wa_json_member (answer, "data");

  return wa_mapping_read (&sample_table, &data, error);
}
