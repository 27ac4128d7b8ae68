/* wa-sandbox-whatomate-templates.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * W20 to W27, and what a template's values must be.  A template is flat here: one that is a carousel
 * or an offer can't be told, and is left out.
 */

#include "config.h"

#include <string.h>

#include "core/wa-util.h"
#include "sandbox/whatomate/wa-sandbox-whatomate-private.h"

#define OBJECTS (WA_SANDBOX_LIST | WA_SANDBOX_TEXTS | WA_SANDBOX_REQUIRED)

#define CONTENT \
  { "display_name", WA_SANDBOX_TEXT, 255 }, \
  { "language", WA_WHATOMATE_REQUIRED }, \
  { "category", WA_WHATOMATE_REQUIRED }, \
  { "header_type", WA_WHATOMATE_REQUIRED }, \
  { "header_content", WA_WHATOMATE_MAYBE }, \
  { "body_content", WA_WHATOMATE_REQUIRED, 1024 }, \
  { "footer_content", WA_WHATOMATE_MAYBE, 60 }, \
  { "buttons", OBJECTS, 10 }, \
  { "sample_values", OBJECTS }

#define CONTENT_NAMES \
  "display_name language category header_type header_content body_content footer_content buttons " \
  "sample_values"

static const WaSandboxMember create_members[] = {
  { "whatsapp_account", WA_WHATOMATE_REQUIRED },
  { "name", WA_WHATOMATE_REQUIRED, 512 },
  CONTENT,
};

static const WaSandboxMember update_members[] = { { "whatsapp_account", WA_SANDBOX_TEXT }, CONTENT };

static const WaSandboxMember button_members[] = {
  { "type", WA_WHATOMATE_REQUIRED },
  { "text", WA_WHATOMATE_REQUIRED, 25 },
  { "url", WA_SANDBOX_ANY_TEXT, 2000 },
  { "phone_number", WA_SANDBOX_ANY_TEXT, 20 },
  { "example", WA_SANDBOX_ANY_TEXT | WA_SANDBOX_TEXTS },
};

static const WaSandboxMember sample_members[] = {
  { "component", WA_WHATOMATE_REQUIRED },
  { "index", WA_SANDBOX_INTEGER },
  { "param_name", WA_SANDBOX_TEXT },
  { "value", WA_WHATOMATE_REQUIRED },
};

static const WaSandboxMember sync_members[] = { { "whatsapp_account", WA_WHATOMATE_REQUIRED } };

static void
add_samples (JsonArray               *samples,
             const WaSandboxTemplate *template,
             const char              *type)
{
  WaJson part = wa_sandbox_template_get_part (template, type);
  g_auto(GStrv) names = wa_sandbox_dup_variables (wa_or_empty (wa_sandbox_get_text (&part, "text")));
  g_auto(GStrv) examples = wa_sandbox_template_dup_examples (template, type);
  g_autofree char *component = g_ascii_strdown (type, -1);
  gboolean named = g_str_equal (template->parameters, "NAMED");

  for (guint i = 0; names[i] && examples[i]; i++)
    {
      JsonObject *sample = json_object_new ();

      json_object_set_string_member (sample, "component", component);
      if (named)
        json_object_set_string_member (sample, "param_name", names[i]);
      else
        json_object_set_int_member (sample, "index", i + 1);
      json_object_set_string_member (sample, "value", examples[i]);
      json_array_add_object_element (samples, sample);
    }
}

static void
set_header (JsonObject              *object,
            const WaSandboxTemplate *template)
{
  WaJson header = wa_sandbox_template_get_part (template, "HEADER");
  const char *format = wa_sandbox_get_text (&header, "format");
  const char *text = wa_sandbox_get_text (&header, "text");
  WaJson handle = wa_json_find (&header, "example.header_handle[0]");

  json_object_set_string_member (object, "header_type", format ? format : "NONE");
  json_object_set_string_member (object, "header_content",
                                 wa_or_empty (text ? text : wa_json_get_text (&handle)));
}

static JsonObject *
write_template (const WaSandboxTemplate *template)
{
  JsonObject *object = json_object_new ();
  JsonArray *samples = json_array_new ();
  WaJson body = wa_sandbox_template_get_part (template, "BODY");
  WaJson footer = wa_sandbox_template_get_part (template, "FOOTER");
  WaJson part = wa_sandbox_template_get_part (template, "BUTTONS");
  WaJson buttons = wa_json_member (&part, "buttons");
  g_autofree char *id = wa_sandbox_whatomate_dup_uuid (template->id);

  add_samples (samples, template, "HEADER");
  add_samples (samples, template, "BODY");

  json_object_set_string_member (object, "id", id);
  json_object_set_string_member (object, "whatsapp_account", WA_WHATOMATE_ACCOUNT);
  json_object_set_string_member (object, "meta_template_id", template->meta_id);
  json_object_set_string_member (object, "name", template->name);
  json_object_set_string_member (object, "display_name", template->name);
  json_object_set_string_member (object, "language", template->language);
  json_object_set_string_member (object, "category", template->category);
  json_object_set_string_member (object, "status", template->status);
  set_header (object, template);
  json_object_set_string_member (object, "body_content", wa_or_empty (wa_sandbox_get_text (&body, "text")));
  json_object_set_string_member (object, "footer_content",
                                 wa_or_empty (wa_sandbox_get_text (&footer, "text")));
  json_object_set_member (object, "buttons", buttons.node ? json_node_copy (buttons.node)
                                                          : json_node_new (JSON_NODE_NULL));
  json_object_set_array_member (object, "sample_values", samples);
  wa_sandbox_whatomate_set_clock (object, "created_at", template->created);
  wa_sandbox_whatomate_set_clock (object, "updated_at", template->updated);

  return object;
}

GPtrArray *
wa_sandbox_whatomate_new_templates (WaSandboxWorld *world)
{
  GPtrArray *templates = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);

  for (guint i = 0; i < world->templates->len; i++)
    {
      const WaSandboxTemplate *template = g_ptr_array_index (world->templates, i);
      WaSandboxNeeds needs = wa_sandbox_template_get_needs (template);

      if (needs.cards == 0 && !needs.offer)
        g_ptr_array_add (templates, write_template (template));
    }

  return templates;
}

/* @id or @name is %NULL; a name is looked up without its language. */
JsonObject *
wa_sandbox_whatomate_find_template (WaSandboxExchange  *exchange,
                                    const char         *id,
                                    const char         *name,
                                    GError            **error)
{
  WaWhatomateState *state = exchange->state;

  for (guint i = 0; i < state->templates->len; i++)
    {
      JsonObject *template = g_ptr_array_index (state->templates, i);

      if (g_strcmp0 (wa_sandbox_whatomate_get (template, "id"), id) == 0
          || g_strcmp0 (wa_sandbox_whatomate_get (template, "name"), name) == 0)
        return template;
    }

  wa_sandbox_refuse (error, SOUP_STATUS_NOT_FOUND, "Template not found");
  return NULL;
}

/* @values must have the variables of @text, all of them and none else, as texts on one line. */
static gboolean
check_variables (const char    *text,
                 const WaJson  *values,
                 GError       **error)
{
  g_auto(GStrv) names = wa_sandbox_dup_variables (text);
  g_auto(GStrv) given = wa_json_dup_names (values);
  g_autoptr(GString) missing = g_string_new (NULL);

  for (guint i = 0; names[i]; i++)
    {
      const char *value = wa_sandbox_get_text (values, names[i]);

      if (wa_is_empty (value))
        g_string_append_printf (missing, "%s%s", missing->len ? ", " : "", names[i]);
      else if (strpbrk (value, "\n\t"))
        return wa_sandbox_refuse (error, 400, "Parameter %s must be on one line", names[i]);
    }

  if (missing->len)
    return wa_sandbox_refuse (error, 400, "Missing template parameters: %s", missing->str);
  if (g_strv_length (given) != g_strv_length (names))
    return wa_sandbox_refuse (error, 400, "The template has no such parameters");

  return TRUE;
}

/* The keys of @values are the places, among all buttons, of links that have a variable. */
static gboolean
check_button_values (JsonObject    *template,
                     const WaJson  *values,
                     GError       **error)
{
  WaJson buttons = wa_json_from_node (json_object_get_member (template, "buttons"));
  g_auto(GStrv) given = wa_json_dup_names (values);
  guint wanted = 0;

  for (guint i = 0; i < wa_json_length (&buttons); i++)
    {
      WaJson button = wa_json_element (&buttons, i);
      const char *url = wa_or_empty (wa_sandbox_get_text (&button, "url"));
      g_autofree char *key = g_strdup_printf ("%u", i);

      if (g_strcmp0 (wa_sandbox_get_text (&button, "type"), "COPY_CODE") == 0)
        return wa_sandbox_refuse (error, 400, "(#131008) Required parameter is missing");
      if (!strstr (url, "{{"))
        continue;
      if (wa_is_empty (wa_sandbox_get_text (values, key)))
        return wa_sandbox_refuse (error, 400, "Missing button parameter: %s", key);
      wanted++;
    }

  return (g_strv_length (given) == wanted
          || wa_sandbox_refuse (error, 400, "The template has no such buttons"));
}

/* @json: has template_params, header_params and button_params */
gboolean
wa_sandbox_whatomate_check_values (JsonObject    *template,
                                   const WaJson  *json,
                                   GError       **error)
{
  const char *status = wa_sandbox_whatomate_get (template, "status");
  const char *header = wa_sandbox_whatomate_get (template, "header_type");
  gboolean text = g_str_equal (header, "TEXT");
  WaJson body_values = wa_json_member (json, "template_params");
  WaJson header_values = wa_json_member (json, "header_params");
  WaJson button_values = wa_json_member (json, "button_params");

  if (!g_str_equal (status, "APPROVED"))
    return wa_sandbox_refuse (error, 400, "Template is not approved (status: %s)", status);
  if (!text && !g_str_equal (header, "NONE") && !wa_sandbox_get_text (json, "header_media_id"))
    return wa_sandbox_refuse (error, 400, "Missing header media");

  return (check_variables (wa_sandbox_whatomate_get (template, "body_content"), &body_values, error)
          && check_variables (text ? wa_sandbox_whatomate_get (template, "header_content") : "",
                              &header_values, error)
          && check_button_values (template, &button_values, error));
}

/* The body as the customer reads it. */
char *
wa_sandbox_whatomate_dup_text (JsonObject   *template,
                               const WaJson *values)
{
  GString *text = g_string_new (wa_sandbox_whatomate_get (template, "body_content"));
  g_auto(GStrv) names = wa_sandbox_dup_variables (text->str);

  for (guint i = 0; names[i]; i++)
    {
      g_autofree char *variable = g_strdup_printf ("{{%s}}", names[i]);

      g_string_replace (text, variable, wa_or_empty (wa_sandbox_get_text (values, names[i])), 0);
    }

  return g_string_free (text, FALSE);
}

static gboolean
matches (WaSandboxExchange *exchange,
         JsonObject        *template)
{
  const char *const names[][2] = {
    { "account", "whatsapp_account" }, { "status", "status" }, { "category", "category" },
  };
  const char *search = wa_sandbox_exchange_get_query (exchange, "search");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *wanted = wa_sandbox_exchange_get_query (exchange, names[i][0]);

      if (wanted && !g_str_equal (wanted, wa_sandbox_whatomate_get (template, names[i][1])))
        return FALSE;
    }

  return wa_sandbox_contains (wa_sandbox_whatomate_get (template, "name"), search);
}

/* The older server has no pages. */
JsonNode *
wa_sandbox_whatomate_list_templates (WaSandboxExchange  *exchange,
                                     GError            **error)
{
  WaWhatomateState *state = exchange->state;
  gboolean paged = !wa_sandbox_whatomate_is_g1 (exchange);
  g_autoptr(GPtrArray) found = g_ptr_array_new ();
  JsonArray *rows = NULL;
  JsonNode *node = NULL;
  WaSandboxPage page;

  for (guint i = 0; i < state->templates->len; i++)
    {
      if (matches (exchange, g_ptr_array_index (state->templates, i)))
        g_ptr_array_add (found, g_ptr_array_index (state->templates, i));
    }

  if (!wa_sandbox_whatomate_read_page (exchange, found->len, &page, error))
    return NULL;

  rows = json_array_new ();
  for (guint i = paged ? page.start : 0; i < (paged ? page.end : found->len); i++)
    json_array_add_object_element (rows, json_object_ref (g_ptr_array_index (found, i)));

  node = wa_sandbox_whatomate_list ("templates", rows);
  if (paged)
    wa_sandbox_whatomate_set_page (node, &page);
  else
    json_object_remove_member (json_object_get_object_member (json_node_get_object (node), "data"), "total");
  return node;
}

static JsonObject *
find (WaSandboxExchange  *exchange,
      GError            **error)
{
  WaWhatomateState *state = exchange->state;

  return wa_sandbox_whatomate_find_record (exchange, state->templates, 0, "template", error);
}

JsonNode *
wa_sandbox_whatomate_get_template (WaSandboxExchange  *exchange,
                                   GError            **error)
{
  JsonObject *template = find (exchange, error);

  return template ? wa_sandbox_whatomate_answer_record (template) : NULL;
}

static gboolean
check_list (const WaJson           *json,
            const char             *name,
            const WaSandboxMember  *members,
            guint                   n_members,
            const char             *type_name,
            const char             *types,
            GError                **error)
{
  WaJson list = wa_json_member (json, name);

  for (guint i = 0; i < wa_json_length (&list); i++)
    {
      WaJson element = wa_json_element (&list, i);

      if (!wa_sandbox_check_object (&element, members, n_members, error)
          || !wa_sandbox_check_choice (&element, type_name, types, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_content (WaSandboxExchange  *exchange,
               GError            **error)
{
  const WaJson *json = &exchange->json;
  gboolean older = wa_sandbox_whatomate_is_g1 (exchange);

  return (wa_sandbox_check_choice (json, "category", "MARKETING UTILITY AUTHENTICATION", error)
          && wa_sandbox_check_choice (json, "header_type", "NONE TEXT IMAGE VIDEO DOCUMENT", error)
          && check_list (json, "buttons", WA_SANDBOX_MEMBERS (button_members), "type",
                         older ? "QUICK_REPLY URL PHONE_NUMBER" : "QUICK_REPLY URL PHONE_NUMBER COPY_CODE",
                         error)
          && check_list (json, "sample_values", WA_SANDBOX_MEMBERS (sample_members), "component",
                         "body header", error)
          && wa_sandbox_whatomate_check_account (wa_sandbox_get_text (json, "whatsapp_account"), error));
}

/* The older server knows a name in one language only. */
static gboolean
check_name (WaSandboxExchange  *exchange,
            GError            **error)
{
  WaWhatomateState *state = exchange->state;
  const char *name = wa_sandbox_get_text (&exchange->json, "name");
  const char *language = wa_sandbox_get_text (&exchange->json, "language");

  if (strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789_") != strlen (name))
    return wa_sandbox_refuse (error, 400, "name may only have lower-case letters, digits and _");

  for (guint i = 0; i < state->templates->len; i++)
    {
      JsonObject *template = g_ptr_array_index (state->templates, i);

      if (g_str_equal (wa_sandbox_whatomate_get (template, "name"), name)
          && (wa_sandbox_whatomate_is_g1 (exchange)
              || g_str_equal (wa_sandbox_whatomate_get (template, "language"), language)))
        return wa_sandbox_refuse (error, SOUP_STATUS_CONFLICT, "Template with this name already exists");
    }

  return TRUE;
}

JsonNode *
wa_sandbox_whatomate_create_template (WaSandboxExchange  *exchange,
                                      GError            **error)
{
  WaWhatomateState *state = exchange->state;
  const WaJson *json = &exchange->json;
  JsonObject *template = NULL;

  if (!wa_sandbox_check_object (json, WA_SANDBOX_MEMBERS (create_members), error)
      || !check_content (exchange, error)
      || !check_name (exchange, error))
    return NULL;

  template = wa_sandbox_whatomate_new_record (exchange);
  json_object_set_string_member (template, "meta_template_id", "");
  json_object_set_string_member (template, "status", "DRAFT");
  wa_sandbox_whatomate_copy (template, json, "whatsapp_account name " CONTENT_NAMES);
  g_ptr_array_add (state->templates, template);
  return wa_sandbox_whatomate_answer_record (template);
}

JsonNode *
wa_sandbox_whatomate_update_template (WaSandboxExchange  *exchange,
                                      GError            **error)
{
  JsonObject *template = find (exchange, error);

  if (!template
      || !wa_sandbox_check_object (&exchange->json, WA_SANDBOX_MEMBERS (update_members), error)
      || !check_content (exchange, error))
    return NULL;

  if (g_str_equal (wa_sandbox_whatomate_get (template, "status"), "APPROVED"))
    {
      wa_sandbox_refuse (error, 400, "Approved templates cannot be edited");
      return NULL;
    }

  wa_sandbox_whatomate_copy (template, &exchange->json, CONTENT_NAMES);
  wa_sandbox_whatomate_touch (exchange, template);
  return wa_sandbox_whatomate_answer_record (template);
}

JsonNode *
wa_sandbox_whatomate_delete_template (WaSandboxExchange  *exchange,
                                      GError            **error)
{
  WaWhatomateState *state = exchange->state;
  JsonObject *template = find (exchange, error);

  if (!template)
    return NULL;

  g_ptr_array_remove (state->templates, template);
  return wa_sandbox_whatomate_say ("Template deleted successfully");
}

/* Meta has approved what was waiting, and knows nothing of sample values. */
JsonNode *
wa_sandbox_whatomate_sync_templates (WaSandboxExchange  *exchange,
                                     GError            **error)
{
  WaWhatomateState *state = exchange->state;
  const char *account = wa_sandbox_get_text (&exchange->json, "whatsapp_account");
  g_autofree char *message = NULL;
  JsonObject *data = NULL;
  guint count = 0;

  if (!wa_sandbox_check_object (&exchange->json, WA_SANDBOX_MEMBERS (sync_members), error)
      || !wa_sandbox_whatomate_check_account (account, error))
    return NULL;

  for (guint i = 0; i < state->templates->len; i++)
    {
      JsonObject *template = g_ptr_array_index (state->templates, i);
      const char *status = wa_sandbox_whatomate_get (template, "status");

      if (g_str_equal (status, "DRAFT")
          || !g_str_equal (wa_sandbox_whatomate_get (template, "whatsapp_account"), account))
        continue;
      if (g_str_equal (status, "PENDING"))
        json_object_set_string_member (template, "status", "APPROVED");
      json_object_set_array_member (template, "sample_values", json_array_new ());
      count++;
    }

  message = g_strdup_printf ("Synced %u templates", count);
  data = json_object_new ();
  json_object_set_string_member (data, "message", message);
  json_object_set_int_member (data, "count", count);
  return wa_sandbox_whatomate_answer (data);
}

static guint
count_variables (JsonObject *template,
                 const char *name)
{
  g_auto(GStrv) names = wa_sandbox_dup_variables (wa_sandbox_whatomate_get (template, name));

  return g_strv_length (names);
}

static gboolean
check_publishable (JsonObject  *template,
                   GError     **error)
{
  WaJson samples = wa_json_from_node (json_object_get_member (template, "sample_values"));
  const char *status = wa_sandbox_whatomate_get (template, "status");
  guint variables = count_variables (template, "body_content");

  if (g_str_equal (wa_sandbox_whatomate_get (template, "header_type"), "TEXT"))
    variables += count_variables (template, "header_content");

  if (!g_str_equal (status, "DRAFT") && !g_str_equal (status, "REJECTED"))
    return wa_sandbox_refuse (error, 400, "Only draft or rejected templates can be published");
  if (wa_json_length (&samples) < variables)
    return wa_sandbox_refuse (error, SOUP_STATUS_BAD_GATEWAY,
                              "Failed to submit template to Meta: sample values are missing");

  return TRUE;
}

JsonNode *
wa_sandbox_whatomate_publish_template (WaSandboxExchange  *exchange,
                                       GError            **error)
{
  WaWhatomateState *state = exchange->state;
  JsonObject *template = find (exchange, error);
  g_autofree char *meta = NULL;
  JsonObject *data = NULL;

  if (!template || !check_publishable (template, error))
    return NULL;

  meta = g_strdup_printf ("43750912186%04u", ++state->last_id);
  json_object_set_string_member (template, "status", "PENDING");
  json_object_set_string_member (template, "meta_template_id", meta);
  wa_sandbox_whatomate_touch (exchange, template);

  data = json_object_new ();
  json_object_set_string_member (data, "message", "Template submitted to Meta for approval");
  json_object_set_string_member (data, "meta_template_id", meta);
  json_object_set_string_member (data, "status", "PENDING");
  json_object_set_object_member (data, "template", json_object_ref (template));
  return wa_sandbox_whatomate_answer (data);
}

JsonNode *
wa_sandbox_whatomate_upload_sample (WaSandboxExchange  *exchange,
                                    GError            **error)
{
  const char *account = wa_sandbox_exchange_get_query (exchange, "account");
  const WaSandboxFile *file = wa_sandbox_whatomate_get_file (exchange, error);
  g_autofree char *handle = NULL;
  JsonObject *data = NULL;

  if (!file || !wa_sandbox_whatomate_check_account (wa_or_empty (account), error))
    return NULL;

  handle = g_strdup_printf ("4::%s:ARZ", file->mime_type);
  data = json_object_new ();
  json_object_set_string_member (data, "handle", handle);
  json_object_set_string_member (data, "filename", file->filename);
  json_object_set_string_member (data, "mime_type", file->mime_type);
  json_object_set_int_member (data, "size", g_bytes_get_size (file->bytes));
  return wa_sandbox_whatomate_answer (data);
}
