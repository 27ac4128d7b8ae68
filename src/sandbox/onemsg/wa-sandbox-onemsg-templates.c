/* wa-sandbox-onemsg-templates.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "core/wa-util.h"
#include "sandbox/onemsg/wa-sandbox-onemsg-private.h"

#define TEXT (WA_SANDBOX_TEXT | WA_SANDBOX_REQUIRED)

/* How long WhatsApp thinks about a new template. */
#define REVIEW (10 * G_TIME_SPAN_SECOND)

static const WaSandboxMember message_members[] = {
  { "chatId", WA_SANDBOX_TEXT },
  { "phone", WA_SANDBOX_TEXT },
  { "namespace", WA_SANDBOX_ANY_TEXT | WA_SANDBOX_REQUIRED },
  { "template", TEXT, 512 },
  { "language", WA_SANDBOX_OBJECT | WA_SANDBOX_REQUIRED },
  { "params", WA_SANDBOX_LIST },
};

static const WaSandboxMember language_members[] = {
  { "policy", TEXT },
  { "code", TEXT },
};

static const WaSandboxMember template_members[] = {
  { "name", TEXT, 512 },
  { "category", TEXT },
  { "language", TEXT },
  { "components", WA_SANDBOX_LIST | WA_SANDBOX_REQUIRED },
};

static const WaSandboxMember name_members[] = {
  { "name", TEXT },
};

static const char languages[] =
  "af sq ar az bn bg ca zh_CN zh_HK zh_TW hr cs da nl en en_GB en_US et fil fi fr de el gu he hi hu id ga "
  "it ja kn kk ko lo lv lt mk ms mr nb fa pl pt_BR pt_PT pa ro ru sr sk sl es es_AR es_ES es_MX sw sv ta te "
  "th tr uk ur uz vi";

/* Templates of this run that waited long enough are approved.  Asked before templates are looked at. */
static void
review (WaSandboxExchange *exchange)
{
  const WaOnemsgState *state = exchange->state;
  GPtrArray *templates = exchange->world->templates;
  gint64 now = wa_sandbox_world_get_now (exchange->world);

  for (guint i = 0; i < templates->len; i++)
    {
      WaSandboxTemplate *template = g_ptr_array_index (templates, i);

      if (g_str_equal (template->status, "PENDING") && template->created >= state->started
          && template->created + REVIEW <= now)
        wa_set_str (&template->status, "APPROVED");
    }
}

/* The template that a message names; one of another namespace is not known here. */
static const WaSandboxTemplate *
find_template (WaSandboxExchange *exchange)
{
  const WaJson *json = &exchange->json;
  WaJson code = wa_json_find (json, "language.code");
  const char *name = wa_sandbox_get_text (json, "template");
  const char *namespace = wa_sandbox_get_text (json, "namespace");
  const WaSandboxTemplate *template = NULL;

  review (exchange);
  template = wa_sandbox_world_find_template (exchange->world, name, wa_json_get_text (&code));
  if (!template || !g_str_equal (template->name, name)
      || !(wa_is_empty (namespace) || g_str_equal (namespace, WA_ONEMSG_NAMESPACE)))
    return NULL;

  return template;
}

static JsonNode *
say_undefined (void)
{
  JsonObject *object = json_object_new ();
  JsonObject *problem = json_object_new ();

  json_object_set_string_member (problem, "message", "template is not defined");
  json_object_set_object_member (object, "error", problem);

  return wa_sandbox_node_new (object);
}

JsonNode *
wa_sandbox_onemsg_send_template (WaSandboxExchange  *exchange,
                                 GError            **error)
{
  const WaJson *json = &exchange->json;
  WaJson language = wa_json_member (json, "language");
  WaJson params = wa_json_member (json, "params");
  const WaSandboxTemplate *template = NULL;
  g_autofree char *text = NULL;

  if (!wa_sandbox_check_object (json, WA_SANDBOX_MEMBERS (message_members), error)
      || !wa_sandbox_check_object (&language, WA_SANDBOX_MEMBERS (language_members), error)
      || !wa_sandbox_check_choice (&language, "policy", "deterministic", error)
      || !wa_sandbox_onemsg_check_recipient (exchange, json, error))
    return NULL;

  template = find_template (exchange);
  if (!template)
    return say_undefined ();

  if (!g_str_equal (template->status, "APPROVED"))
    {
      wa_sandbox_refuse (error, WA_ONEMSG_NOT_SENT,
                         "(#132001) Template name does not exist in the translation");
      return NULL;
    }
  if (!wa_sandbox_onemsg_check_parameters (exchange, template, &params, error))
    return NULL;

  text = wa_sandbox_onemsg_dup_text (template, &params);
  return wa_sandbox_onemsg_accept (exchange, json, "template", text);
}

static JsonObject *
write_template (const WaSandboxTemplate *template)
{
  g_autofree char *status = g_ascii_strdown (template->status, -1);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", template->meta_id);
  json_object_set_string_member (object, "category", template->category);
  json_object_set_member (object, "components", json_node_copy (template->components));
  json_object_set_string_member (object, "language", template->language);
  json_object_set_string_member (object, "name", template->name);
  json_object_set_string_member (object, "namespace", WA_ONEMSG_NAMESPACE);
  json_object_set_string_member (object, "rejected_reason", template->reason ? template->reason : "NONE");
  json_object_set_string_member (object, "status", status);

  return object;
}

static int
compare_templates (gconstpointer a,
                   gconstpointer b,
                   gpointer      user_data)
{
  const WaSandboxTemplate *first = *(const WaSandboxTemplate *const *) a;
  const WaSandboxTemplate *second = *(const WaSandboxTemplate *const *) b;
  const char *sort = user_data;

  if (g_strcmp0 (sort, "name") == 0)
    return g_strcmp0 (first->name, second->name);
  if (g_strcmp0 (sort, "status") == 0)
    return g_strcmp0 (first->status, second->status);

  return g_strcmp0 (first->meta_id, second->meta_id);
}

/* A pointer array of the same templates in the order that is asked for. */
static GPtrArray *
dup_sorted (WaSandboxExchange *exchange)
{
  const char *sort = wa_sandbox_exchange_get_query (exchange, "sort");
  GPtrArray *templates = g_ptr_array_new ();

  g_ptr_array_extend (templates, exchange->world->templates, NULL, NULL);
  if (sort)
    g_ptr_array_sort_with_data (templates, compare_templates, (gpointer) sort);

  return templates;
}

JsonNode *
wa_sandbox_onemsg_list_templates (WaSandboxExchange  *exchange,
                                  GError            **error)
{
  const char *text = wa_sandbox_exchange_get_query (exchange, "offset");
  g_autoptr(GPtrArray) templates = NULL;
  guint64 offset = 0;
  guint limit;
  JsonArray *array = NULL;
  JsonObject *object = NULL;

  if (!wa_sandbox_exchange_read_count (exchange, "limit", G_MAXINT, &limit, error)
      || !wa_sandbox_exchange_check_choice (exchange, "sort", "id name status", error))
    return NULL;
  if (text && !g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT, &offset, NULL))
    {
      wa_sandbox_refuse (error, 400, "offset must be a number");
      return NULL;
    }

  review (exchange);
  templates = dup_sorted (exchange);
  array = json_array_new ();
  for (guint64 i = offset; i < templates->len && i - offset < limit; i++)
    json_array_add_object_element (array, write_template (g_ptr_array_index (templates, i)));

  object = json_object_new ();
  json_object_set_int_member (object, "total", templates->len);
  json_object_set_array_member (object, "templates", array);
  return wa_sandbox_node_new (object);
}

/* WhatsApp's own refusal, passed on as it is. */
static JsonNode *
say_duplicate (WaSandboxExchange *exchange)
{
  JsonObject *object = json_object_new ();
  JsonObject *problem = json_object_new ();

  json_object_set_int_member (problem, "code", 100);
  json_object_set_string_member (problem, "message", "Invalid parameter");
  json_object_set_string_member (problem, "error_user_title", "Content in this language already exists");
  json_object_set_string_member (problem, "error_user_msg",
                                 "There is already content in this language for this template.");
  json_object_set_object_member (object, "error", problem);
  wa_sandbox_exchange_set_status (exchange, 400);

  return wa_sandbox_node_new (object);
}

/* Login codes come without a text: it is WhatsApp's own. */
static void
write_code_text (JsonNode *components)
{
  WaJson list = wa_json_from_node (components);
  WaJson body = wa_sandbox_find_part (&list, "BODY");

  json_object_set_string_member (json_node_get_object (body.node), "text",
                                 "*{{1}}* is your verification code.");
}

static void
add_template (WaSandboxExchange *exchange)
{
  const WaJson *json = &exchange->json;
  WaSandboxTemplate *template = g_new0 (WaSandboxTemplate, 1);
  WaJson components = wa_json_member (json, "components");

  template->id = wa_sandbox_world_dup_id (exchange->world);
  template->meta_id = g_strdup_printf ("7100000000%05u", exchange->world->templates->len);
  template->name = g_strdup (wa_sandbox_get_text (json, "name"));
  template->language = g_strdup (wa_sandbox_get_text (json, "language"));
  template->category = g_strdup (wa_sandbox_get_text (json, "category"));
  template->status = g_strdup ("PENDING");
  template->parameters = g_strdup ("POSITIONAL");
  template->components = json_node_copy (components.node);
  template->created = wa_sandbox_world_get_now (exchange->world);
  template->updated = template->created;
  g_ptr_array_add (exchange->world->templates, template);

  if (g_str_equal (template->category, "AUTHENTICATION"))
    write_code_text (template->components);
}

JsonNode *
wa_sandbox_onemsg_add_template (WaSandboxExchange  *exchange,
                                GError            **error)
{
  const WaJson *json = &exchange->json;
  const char *name = wa_sandbox_get_text (json, "name");
  const char *category = wa_sandbox_get_text (json, "category");
  WaJson components = wa_json_member (json, "components");

  if (!wa_sandbox_check_object (json, WA_SANDBOX_MEMBERS (template_members), error)
      || !wa_sandbox_check_choice (json, "category", "MARKETING UTILITY AUTHENTICATION", error)
      || !wa_sandbox_check_choice (json, "language", languages, error)
      || !wa_sandbox_onemsg_check_components (&components, g_str_equal (category, "AUTHENTICATION"), error))
    return NULL;

  if (!g_regex_match_simple ("^[a-z0-9_]+$", name, 0, 0))
    {
      wa_sandbox_refuse (error, 400, "name must have only lower-case letters, digits and underscores");
      return NULL;
    }
  if (wa_sandbox_world_find_template (exchange->world, name, wa_sandbox_get_text (json, "language")))
    return say_duplicate (exchange);

  add_template (exchange);
  return wa_sandbox_node_new (json_object_new ());
}

/* All languages go. */
JsonNode *
wa_sandbox_onemsg_remove_template (WaSandboxExchange  *exchange,
                                   GError            **error)
{
  const char *name = wa_sandbox_get_text (&exchange->json, "name");
  GPtrArray *templates = exchange->world->templates;
  guint before = templates->len;

  if (!wa_sandbox_check_object (&exchange->json, WA_SANDBOX_MEMBERS (name_members), error))
    return NULL;

  for (guint i = templates->len; i > 0; i--)
    {
      const WaSandboxTemplate *template = g_ptr_array_index (templates, i - 1);

      if (g_str_equal (template->name, name))
        g_ptr_array_remove_index (templates, i - 1);
    }

  return wa_sandbox_onemsg_answer_text ("result", templates->len < before ? "success"
                                        : "error: template not found");
}
