/* wa-sandbox-wabotick-templates.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * B11.  The provider names the variables of templates; their positions are Meta's.
 */

#include "config.h"

#include "core/wa-util.h"
#include "sandbox/wabotick/wa-sandbox-wabotick-private.h"

#define FIRST_ID 48

/* Looks like the secret that the vendor leaves in its answers, and opens nothing. */
#define DECOY "EAADEMODECOYTHATMUSTNEVERBEKEPTSHOWNORLOGGED"

static const WaSandboxMember list_members[] = { WA_WABOTICK_FROM };

/* Whose variables nobody has mapped on the vendor's site yet. */
static gboolean
is_mapped (const WaSandboxTemplate *template)
{
  return !g_str_equal (template->name, "a_marketing_strategy");
}

gboolean
wa_sandbox_wabotick_is_sendable (const WaSandboxTemplate *template)
{
  return g_str_equal (template->status, "APPROVED") && is_mapped (template);
}

/* @id: the short number, not Meta's. */
WaSandboxTemplate *
wa_sandbox_wabotick_find_template (WaSandboxWorld *world,
                                   const char     *id)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (id, 10, FIRST_ID, FIRST_ID + world->templates->len - 1, &number, NULL))
    return NULL;

  return g_ptr_array_index (world->templates, number - FIRST_ID);
}

/* How the provider calls Meta's @variable of the HEADER or BODY. */
char *
wa_sandbox_wabotick_variable_name (const char *part,
                                   const char *variable)
{
  static const char *const names[] = { "name", "order_id", "amount", "date" };
  guint64 number;

  if (!g_ascii_string_to_unsigned (variable, 10, 1, G_MAXUINT, &number, NULL))
    return g_strdup (variable);
  if (g_str_equal (part, "HEADER"))
    return g_strdup ("headline");
  if (number <= G_N_ELEMENTS (names))
    return g_strdup (names[number - 1]);

  return g_strdup_printf ("value_%s", variable);
}

static char **
dup_part_variables (const WaSandboxTemplate *template,
                    const char              *part)
{
  WaJson component = wa_sandbox_template_get_part (template, part);

  return wa_sandbox_dup_variables (wa_or_empty (wa_sandbox_get_text (&component, "text")));
}

/* The text with #name# for {{1}}. */
static char *
dup_named_text (const WaSandboxTemplate *template,
                const char              *part)
{
  WaJson component = wa_sandbox_template_get_part (template, part);
  GString *text = g_string_new (wa_sandbox_get_text (&component, "text"));
  g_auto(GStrv) variables = dup_part_variables (template, part);

  for (guint i = 0; variables[i]; i++)
    {
      g_autofree char *variable = g_strdup_printf ("{{%s}}", variables[i]);
      g_autofree char *name = wa_sandbox_wabotick_variable_name (part, variables[i]);
      g_autofree char *marked = g_strdup_printf ("#%s#", name);

      g_string_replace (text, variable, marked, 0);
    }

  return g_string_free (text, FALSE);
}

static JsonArray *
write_names (const WaSandboxTemplate *template,
             const char              *part)
{
  JsonArray *names = json_array_new ();
  g_auto(GStrv) variables = dup_part_variables (template, part);

  for (guint i = 0; variables[i]; i++)
    {
      g_autofree char *name = wa_sandbox_wabotick_variable_name (part, variables[i]);

      json_array_add_string_element (names, name);
    }

  return names;
}

static void
set_header (JsonObject              *object,
            const WaSandboxTemplate *template)
{
  WaJson header = wa_sandbox_template_get_part (template, "HEADER");
  g_autofree char *format = g_ascii_strdown (wa_or_empty (wa_sandbox_get_text (&header, "format")), -1);
  g_autofree char *text = dup_named_text (template, "HEADER");
  gboolean media = *format && !g_str_equal (format, "text");

  json_object_set_string_member (object, "header_type", media ? "media" : format);
  json_object_set_string_member (object, "header_subtype", media ? format : "");
  json_object_set_string_member (object, "header_content", text);
}

static void
set_buttons (JsonObject              *object,
             const WaSandboxTemplate *template)
{
  WaJson part = wa_sandbox_template_get_part (template, "BUTTONS");
  WaJson buttons = wa_json_member (&part, "buttons");
  JsonNode *node = NULL;

  if (buttons.node)
    {
      node = json_node_copy (buttons.node);
    }
  else
    {
      node = json_node_new (JSON_NODE_ARRAY);
      json_node_take_array (node, json_array_new ());
    }

  json_object_set_string_member (object, "button_type", buttons.node ? "custom" : "none");
  wa_sandbox_wabotick_set_json (object, "button_content", node);
}

/* Meta's own form, with the names that categories had long ago. */
static JsonNode *
write_meta (const WaSandboxTemplate *template)
{
  JsonObject *object = json_object_new ();
  const char *category = template->category;

  if (g_str_equal (category, "UTILITY"))
    category = "transactional";
  else if (g_str_equal (category, "AUTHENTICATION"))
    category = "otp";

  json_object_set_string_member (object, "name", template->name);
  json_object_set_string_member (object, "language", template->language);
  json_object_set_string_member (object, "category", category);
  json_object_set_member (object, "components", json_node_copy (template->components));
  json_object_set_string_member (object, "access_token", DECOY);

  return wa_sandbox_node_new (object);
}

static JsonNode *
write_map (const WaSandboxTemplate *template)
{
  JsonObject *object = json_object_new ();

  json_object_set_array_member (object, "header", write_names (template, "HEADER"));
  json_object_set_array_member (object, "body", write_names (template, "BODY"));

  return wa_sandbox_node_new (object);
}

static const char *
get_status (const WaSandboxTemplate *template)
{
  if (g_str_equal (template->status, "APPROVED"))
    return "Approved";

  return g_str_equal (template->status, "REJECTED") ? "Rejected" : "Submitted";
}

static JsonObject *
write_template (const WaSandboxTemplate *template,
                guint                    id)
{
  JsonObject *object = json_object_new ();
  WaJson footer = wa_sandbox_template_get_part (template, "FOOTER");
  g_autofree char *body = dup_named_text (template, "BODY");

  json_object_set_int_member (object, "id", id);
  json_object_set_string_member (object, "template_id", template->meta_id);
  json_object_set_int_member (object, "whatsapp_business_id", 11);
  json_object_set_string_member (object, "template_name", template->name);
  json_object_set_string_member (object, "template_type", "single");
  json_object_set_string_member (object, "locale", template->language);
  set_header (object, template);
  json_object_set_string_member (object, "body_content", body);
  json_object_set_string_member (object, "footer_content",
                                 wa_or_empty (wa_sandbox_get_text (&footer, "text")));
  set_buttons (object, template);
  wa_sandbox_wabotick_set_json (object, "template_json", write_meta (template));
  wa_sandbox_wabotick_set_json (object, "variable_map", write_map (template));
  wa_sandbox_wabotick_set_time (object, "updated_at", template->updated);
  json_object_set_int_member (object, "user_id", 1);
  json_object_set_string_member (object, "status", get_status (template));
  json_object_set_string_member (object, "system_template", "0");
  json_object_set_string_member (object, "map_needed", is_mapped (template) ? "0" : "1");
  json_object_set_string_member (object, "check_wp_type", "general");

  return object;
}

JsonNode *
wa_sandbox_wabotick_list_templates (WaSandboxExchange  *exchange,
                                    GError            **error)
{
  GPtrArray *templates = exchange->world->templates;
  JsonArray *rows = NULL;

  if (!wa_sandbox_wabotick_check (exchange, WA_SANDBOX_MEMBERS (list_members), error))
    return NULL;

  rows = json_array_new ();
  for (guint i = 0; i < templates->len; i++)
    json_array_add_object_element (rows, write_template (g_ptr_array_index (templates, i), FIRST_ID + i));

  return wa_sandbox_wabotick_list (rows);
}
