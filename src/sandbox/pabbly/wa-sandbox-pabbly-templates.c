/* wa-sandbox-pabbly-templates.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "core/wa-util.h"
#include "sandbox/pabbly/wa-sandbox-pabbly-private.h"

#define DEFAULT_LIMIT 10
#define MAX_LIMIT     50

static JsonObject *
write_template (const WaSandboxTemplate *template)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "_id", template->id);
  json_object_set_string_member (object, "settingId", "6764020afc60086212ad5119");
  json_object_set_string_member (object, "waTemplateId", template->meta_id);
  json_object_set_string_member (object, "name", template->name);
  json_object_set_string_member (object, "language", template->language);
  json_object_set_member (object, "components", json_node_copy (template->components));
  json_object_set_string_member (object, "status", template->status);
  json_object_set_string_member (object, "category", template->category);
  json_object_set_int_member (object, "__v", 0);
  wa_sandbox_set_time (object, "createdAt", template->created);
  wa_sandbox_set_time (object, "updatedAt", template->updated);
  if (template->kind)
    json_object_set_string_member (object, "type", template->kind);

  return object;
}

JsonNode *
wa_sandbox_pabbly_list_templates (WaSandboxExchange  *exchange,
                                  GError            **error)
{
  GPtrArray *templates = exchange->world->templates;
  gboolean all = !wa_is_empty (wa_sandbox_exchange_get_query (exchange, "all"));
  JsonObject *data = NULL;
  JsonArray *array = NULL;
  WaSandboxPage page;
  guint number, limit;

  if (!wa_sandbox_exchange_read_count (exchange, "page", 1, &number, error)
      || !wa_sandbox_exchange_read_count (exchange, "limit", DEFAULT_LIMIT, &limit, error))
    return NULL;

  limit = all ? templates->len : MIN (limit, MAX_LIMIT);
  page = wa_sandbox_page_new (templates->len, all ? 1 : number, limit);
  array = json_array_new ();
  for (guint i = page.start; i < page.end; i++)
    json_array_add_object_element (array, write_template (g_ptr_array_index (templates, i)));

  data = json_object_new ();
  json_object_set_array_member (data, "templates", array);
  if (!all)
    wa_sandbox_pabbly_set_pagination (data, "totalTemplates", &page);

  return wa_sandbox_pabbly_answer ("Templates fetched successfully", data);
}

/* One list of fields to fill in, as the web application shows them. */
static JsonArray *
write_fields (const WaSandboxTemplate *template,
              const char              *type,
              const char              *title)
{
  JsonArray *fields = json_array_new ();
  WaJson part = wa_sandbox_template_get_part (template, type);
  WaJson text = wa_json_member (&part, "text");
  g_auto(GStrv) names = wa_sandbox_dup_variables (wa_or_empty (wa_json_get_text (&text)));
  g_auto(GStrv) examples = wa_sandbox_template_dup_examples (template, type);

  for (guint i = 0; names[i]; i++)
    {
      JsonObject *field = json_object_new ();
      const char *example = i < g_strv_length (examples) ? examples[i] : "";
      g_autofree char *key = g_strdup_printf ("{{%s}}", names[i]);
      g_autofree char *help = g_strdup_printf ("Enter the %s Parameter %s e.g. %s", title, key, example);

      json_object_set_string_member (field, "key", key);
      json_object_set_string_member (field, "value", example);
      json_object_set_string_member (field, "helpText", help);
      json_array_add_object_element (fields, field);
    }

  return fields;
}

static JsonArray *
write_link (const WaSandboxTemplate *template)
{
  JsonArray *fields = json_array_new ();
  WaSandboxNeeds needs = wa_sandbox_template_get_needs (template);
  WaJson header = wa_sandbox_template_get_part (template, "HEADER");
  WaJson handle = wa_json_find (&header, "example.header_handle[0]");
  g_autofree char *help = NULL;
  JsonObject *field = NULL;

  if (!needs.media)
    return fields;

  field = json_object_new ();
  help = g_strdup_printf ("Enter the link of the %s", needs.media);
  json_object_set_string_member (field, "key", "link");
  json_object_set_string_member (field, "value", wa_or_empty (wa_json_get_text (&handle)));
  json_object_set_string_member (field, "helpText", help);
  json_array_add_object_element (fields, field);

  return fields;
}

/* copyCodeParam stays empty even where the template has such a button: the published sample has it so. */
static JsonObject *
write_custom_fields (const WaSandboxTemplate *template)
{
  JsonObject *fields = json_object_new ();

  json_object_set_array_member (fields, "headerParams", write_fields (template, "HEADER", "Header"));
  json_object_set_array_member (fields, "bodyParams", write_fields (template, "BODY", "Body"));
  json_object_set_array_member (fields, "link", write_link (template));
  json_object_set_array_member (fields, "copyCodeParam", json_array_new ());

  return fields;
}

JsonNode *
wa_sandbox_pabbly_get_template (WaSandboxExchange  *exchange,
                                GError            **error)
{
  const char *by = wa_sandbox_exchange_get_query (exchange, "by");
  const char *identifier = wa_sandbox_exchange_get_argument (exchange, 0);
  const WaSandboxTemplate *template = wa_sandbox_world_find_template (exchange->world, identifier, NULL);
  JsonObject *data = NULL;

  if (by && !g_str_equal (by, "id"))
    {
      wa_sandbox_refuse (error, 400, "by must be id");
      return NULL;
    }

  if (!template || !g_str_equal (by ? template->id : template->name, identifier))
    {
      wa_sandbox_refuse (error, SOUP_STATUS_NOT_FOUND, "Template not found");
      return NULL;
    }

  data = json_object_new ();
  json_object_set_object_member (data, "template", write_template (template));
  json_object_set_object_member (data, "customFields", write_custom_fields (template));

  return wa_sandbox_pabbly_answer ("Template fetched successfully", data);
}
