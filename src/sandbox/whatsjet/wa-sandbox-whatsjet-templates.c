/* wa-sandbox-whatsjet-templates.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Template messages.  Each template decides on the members that its message has.
 */

#include "config.h"

#include <string.h>

#include "core/wa-util.h"
#include "sandbox/whatsjet/wa-sandbox-whatsjet-private.h"

#define PAGE_SIZE 20

#define TEXT (WA_SANDBOX_TEXT | WA_SANDBOX_REQUIRED)

static const WaSandboxMember base_members[] = {
  WA_WHATSJET_RECIPIENT,
  { "template_name", TEXT, 512 },
  { "template_language", TEXT },
  { "contact", WA_SANDBOX_OBJECT },
};

static const WaSandboxMember location_members[] = {
  { "location_latitude", TEXT },
  { "location_longitude", TEXT },
  { "location_name", TEXT, 1000 },
  { "location_address", TEXT, 1000 },
};

static const WaSandboxMember carousel_member = {
  "carousel_templates", WA_SANDBOX_LIST | WA_SANDBOX_REQUIRED, 10
};

static const WaSandboxMember card_members[] = {
  { "media_type", TEXT },
  { "media_url", TEXT },
  { "button_type", WA_SANDBOX_TEXTS | WA_SANDBOX_REQUIRED },
};

/* The templates that the published samples name. */
static const char samples[] =
  "[{'id':'67c5b20000000000000000a1','meta':'720000000000001','name':'order_confirmation','language':'en',"
  "'category':'UTILITY','status':'APPROVED','time':'2025-04-01T09:00:00.000Z','components':["
  "{'type':'BODY','text':'Thank you, {{1}}! We have your order {{2}}.',"
  "'example':{'body_text':[['Johan','4711']]}}]},"
  "{'id':'67c5b20000000000000000a2','meta':'720000000000002','name':'invoice_ready','language':'en',"
  "'category':'UTILITY','status':'APPROVED','time':'2025-04-02T09:00:00.000Z','components':["
  "{'type':'HEADER','format':'DOCUMENT','example':{'header_handle':['4::aW']}},"
  "{'type':'BODY','text':'Your invoice {{1}} is attached.','example':{'body_text':[['4711']]}}]},"
  "{'id':'67c5b20000000000000000a3','meta':'720000000000003','name':'video_promo','language':'en',"
  "'category':'MARKETING','status':'APPROVED','time':'2025-04-03T09:00:00.000Z','components':["
  "{'type':'HEADER','format':'VIDEO','example':{'header_handle':['4::aW']}},"
  "{'type':'BODY','text':'See what is new this week.'}]},"
  "{'id':'67c5b20000000000000000a4','meta':'720000000000004','name':'season_sale','language':'en',"
  "'category':'MARKETING','status':'APPROVED','time':'2025-04-04T09:00:00.000Z','components':["
  "{'type':'HEADER','format':'TEXT','text':'For you, {{1}}','example':{'header_text':['Johan Doe']}},"
  "{'type':'BODY','text':'Take {{1}} off everything.','example':{'body_text':[['25%']]}},"
  "{'type':'BUTTONS','buttons':[{'type':'COPY_CODE','text':'Copy offer code','example':['SAVE25']}]}]},"
  "{'id':'67c5b20000000000000000a5','meta':'720000000000005','name':'visit_us','language':'en',"
  "'category':'MARKETING','status':'APPROVED','time':'2025-04-05T09:00:00.000Z','components':["
  "{'type':'HEADER','format':'LOCATION'},{'type':'BODY','text':'Our new shop is open. Come and see us!'}]},"
  "{'id':'67c5b20000000000000000a6','meta':'720000000000006','name':'summer_cards','language':'en',"
  "'category':'MARKETING','status':'APPROVED','time':'2025-04-06T09:00:00.000Z','components':["
  "{'type':'BODY','text':'Summer is here, {{1}}.','example':{'body_text':[['Johan']]}},"
  "{'type':'CAROUSEL','cards':[{'components':[{'type':'HEADER','format':'IMAGE','example':{"
  "'header_handle':['4::aW']}},{'type':'BODY','text':'Hats'},{'type':'BUTTONS','buttons':["
  "{'type':'QUICK_REPLY','text':'Tell me more'}]}]},{'components':[{'type':'HEADER','format':'IMAGE',"
  "'example':{'header_handle':['4::aW']}},{'type':'BODY','text':'Shoes'},{'type':'BUTTONS','buttons':["
  "{'type':'QUICK_REPLY','text':'Tell me more'}]}]}]}]}]";

void
wa_sandbox_whatsjet_add_templates (WaSandboxWorld *world)
{
  g_autoptr(GString) text = g_string_new (samples);
  g_autoptr(WaJsonDocument) document = NULL;
  g_autoptr(GError) error = NULL;
  WaJson root;

  g_string_replace (text, "'", "\"", 0);
  document = wa_json_document_new_text (text->str, &error);
  g_assert_no_error (error);

  root = wa_json_document_get_root (document);
  for (guint i = 0; i < wa_json_length (&root); i++)
    {
      WaJson json = wa_json_element (&root, i);

      g_ptr_array_add (world->templates, wa_sandbox_template_new (&json));
    }
}

JsonNode *
wa_sandbox_whatsjet_list_templates (WaSandboxExchange  *exchange,
                                    GError            **error)
{
  GPtrArray *templates = exchange->world->templates;
  JsonArray *rows = NULL;
  JsonObject *data = NULL;
  WaSandboxPage page;
  guint number;

  if (!wa_sandbox_exchange_read_count (exchange, "page", 1, &number, error))
    return NULL;

  page = wa_sandbox_page_new (templates->len, number, PAGE_SIZE);
  rows = json_array_new ();
  for (guint i = page.start; i < page.end; i++)
    {
      const WaSandboxTemplate *template = g_ptr_array_index (templates, i);
      g_autofree char *uid = wa_sandbox_whatsjet_dup_uid (template->id);
      JsonObject *row = json_object_new ();

      json_object_set_string_member (row, "_uid", uid);
      json_object_set_string_member (row, "name", template->name);
      json_object_set_string_member (row, "language", template->language);
      json_object_set_string_member (row, "status", template->status);
      json_object_set_string_member (row, "category", template->category);
      json_array_add_object_element (rows, row);
    }

  data = json_object_new ();
  wa_sandbox_whatsjet_set_page (data, "templateList", rows, &page);
  return wa_sandbox_whatsjet_answer (NULL, data);
}

/* The members of one message in the making; their names are kept in @names. */
typedef struct
{
  GArray    *members;  /* (element-type WaSandboxMember) */
  GPtrArray *names;    /* (element-type utf8) */
} Members;

static void
add_member (Members       *self,
            WaSandboxType  type,
            guint          max,
            char          *name)
{
  const WaSandboxMember member = { name, type, max };

  g_ptr_array_add (self->names, name);
  g_array_append_val (self->members, member);
}

static void
add_header (Members              *self,
            const WaSandboxNeeds *needs)
{
  g_autofree char *format = NULL;

  if (needs->header > 0)
    add_member (self, TEXT, 60, g_strdup ("header_field_1"));
  if (!needs->media)
    return;

  if (g_str_equal (needs->media, "LOCATION"))
    {
      g_array_append_vals (self->members, location_members, G_N_ELEMENTS (location_members));
      return;
    }

  format = g_ascii_strdown (needs->media, -1);
  add_member (self, TEXT, 0, g_strconcat ("header_", format, NULL));
  if (g_str_equal (needs->media, "DOCUMENT"))
    add_member (self, WA_SANDBOX_TEXT, 240, g_strdup ("header_document_name"));
}

/* Buttons are counted over all of the template, from 0. */
static void
add_buttons (Members                 *self,
             const WaSandboxTemplate *template)
{
  WaJson part = wa_sandbox_template_get_part (template, "BUTTONS");
  WaJson buttons = wa_json_member (&part, "buttons");

  for (guint i = 0; i < wa_json_length (&buttons); i++)
    {
      WaJson button = wa_json_element (&buttons, i);
      const char *type = wa_sandbox_get_text (&button, "type");
      g_auto(GStrv) variables = wa_sandbox_dup_variables (wa_or_empty (wa_sandbox_get_text (&button, "url")));

      if (variables[0])
        add_member (self, TEXT, 0, g_strdup_printf ("button_%u", i));
      else if (g_str_equal (type, "OTP"))
        add_member (self, WA_SANDBOX_TEXT, 0, g_strdup_printf ("button_%u", i));
      else if (g_str_equal (type, "COPY_CODE"))
        add_member (self, TEXT, 20, g_strdup ("copy_code"));
    }
}

static gboolean
check_members (const WaJson             *json,
               const WaSandboxTemplate  *template,
               GError                  **error)
{
  WaSandboxNeeds needs = wa_sandbox_template_get_needs (template);
  g_autoptr(GArray) array = g_array_new (FALSE, FALSE, sizeof (WaSandboxMember));
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  Members members = { array, names };

  g_array_append_vals (array, base_members, G_N_ELEMENTS (base_members));
  add_header (&members, &needs);
  for (guint i = 1; i <= needs.body; i++)
    add_member (&members, TEXT, 0, g_strdup_printf ("field_%u", i));
  add_buttons (&members, template);
  if (needs.cards > 0)
    g_array_append_val (array, carousel_member);

  return wa_sandbox_check_object (json, (const WaSandboxMember *) (gpointer) array->data, array->len, error);
}

static gboolean
check_values (const WaJson             *json,
              const WaSandboxTemplate  *template,
              GError                  **error)
{
  g_auto(GStrv) names = wa_json_dup_names (json);
  WaSandboxNeeds needs = wa_sandbox_template_get_needs (template);
  g_autofree char *format = g_ascii_strdown (wa_or_empty (needs.media), -1);
  g_autofree char *media = g_strconcat ("header_", format, NULL);
  const char *link = wa_sandbox_get_text (json, media);

  for (guint i = 0; names[i]; i++)
    {
      const char *text = wa_sandbox_get_text (json, names[i]);

      if (text && !wa_sandbox_is_parameter (text))
        return wa_sandbox_refuse (error, WA_WHATSJET_FAILED, "(#132018) Param text cannot have "
                                  "new-line/tab characters or more than 4 consecutive spaces");
    }

  return ((!link || wa_sandbox_check_link (link, error))
          && wa_sandbox_check_angle (json, "location_latitude", 90, error)
          && wa_sandbox_check_angle (json, "location_longitude", 180, error));
}

static gboolean
check_card (const WaJson  *given,
            const WaJson  *card,
            GError       **error)
{
  WaJson components = wa_json_member (card, "components");
  WaJson header = wa_sandbox_find_part (&components, "HEADER");

  if (!wa_sandbox_check_object (given, WA_SANDBOX_MEMBERS (card_members), error)
      || !wa_sandbox_check_link (wa_sandbox_get_text (given, "media_url"), error))
    return FALSE;

  return (g_strcmp0 (wa_sandbox_get_text (given, "media_type"), wa_sandbox_get_text (&header, "format")) == 0
          || wa_sandbox_refuse (error, 400, "media_type must be that of the template's card"));
}

/* The operation has no place for the variables of cards. */
static gboolean
check_cards (const WaJson             *json,
             const WaSandboxTemplate  *template,
             GError                  **error)
{
  WaJson carousel = wa_sandbox_template_get_part (template, "CAROUSEL");
  WaJson cards = wa_json_member (&carousel, "cards");
  WaJson given = wa_json_member (json, "carousel_templates");
  g_autofree char *text = wa_json_to_text (&cards);

  if (strstr (text, "{{") || wa_json_length (&given) != wa_json_length (&cards))
    return wa_sandbox_refuse (error, WA_WHATSJET_FAILED, "(#132000) Number of parameters does not match the "
                              "expected number of params");

  for (guint i = 0; i < wa_json_length (&cards); i++)
    {
      WaJson card = wa_json_element (&cards, i);
      WaJson given_card = wa_json_element (&given, i);

      if (!check_card (&given_card, &card, error))
        return FALSE;
    }

  return TRUE;
}

/* What the customer reads. */
static char *
dup_text (const WaJson            *json,
          const WaSandboxTemplate *template)
{
  WaSandboxNeeds needs = wa_sandbox_template_get_needs (template);
  g_autofree const char **values = g_new0 (const char *, needs.body + 1);

  for (guint i = 0; i < needs.body; i++)
    {
      g_autofree char *name = g_strdup_printf ("field_%u", i + 1);

      values[i] = wa_sandbox_get_text (json, name);
    }

  return wa_sandbox_template_dup_text (template, values);
}

/* The approved template that the message names, with cards or without. */
static const WaSandboxTemplate *
find_template (WaSandboxExchange  *exchange,
               gboolean            carousel,
               GError            **error)
{
  const char *name = wa_sandbox_get_text (&exchange->json, "template_name");
  const char *language = wa_sandbox_get_text (&exchange->json, "template_language");
  const WaSandboxTemplate *template = NULL;
  WaSandboxNeeds needs;

  if (wa_is_empty (name) || wa_is_empty (language))
    {
      wa_sandbox_refuse (error, 400, "%s is required", name ? "template_language" : "template_name");
      return NULL;
    }

  template = wa_sandbox_world_find_template (exchange->world, name, language);
  if (!template || !g_str_equal (template->name, name) || !g_str_equal (template->status, "APPROVED"))
    {
      wa_sandbox_refuse (error, WA_WHATSJET_FAILED, "Template not found");
      return NULL;
    }

  needs = wa_sandbox_template_get_needs (template);
  if (needs.offer || (needs.cards > 0) != carousel)
    {
      wa_sandbox_refuse (error, WA_WHATSJET_FAILED, "Template can not be sent by this operation");
      return NULL;
    }

  return template;
}

static JsonNode *
send_template (WaSandboxExchange  *exchange,
               gboolean            carousel,
               GError            **error)
{
  const WaJson *json = &exchange->json;
  const WaSandboxTemplate *template = find_template (exchange, carousel, error);
  g_autofree char *text = NULL;

  if (!template
      || !check_members (json, template, error)
      || !wa_sandbox_whatsjet_check_recipient (exchange, error)
      || !check_values (json, template, error)
      || (carousel && !check_cards (json, template, error)))
    return NULL;

  text = dup_text (json, template);
  return wa_sandbox_whatsjet_accept (exchange, "template", text);
}

JsonNode *
wa_sandbox_whatsjet_send_template (WaSandboxExchange  *exchange,
                                   GError            **error)
{
  return send_template (exchange, FALSE, error);
}

JsonNode *
wa_sandbox_whatsjet_send_carousel (WaSandboxExchange  *exchange,
                                   GError            **error)
{
  return send_template (exchange, TRUE, error);
}
