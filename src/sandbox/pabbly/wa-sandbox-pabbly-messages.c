/* wa-sandbox-pabbly-messages.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All messages go to one address; the body alone says what they are.  Each kind has its own
 * members, and nothing else is let through.
 */

#include "config.h"

#include "core/wa-util.h"
#include "sandbox/pabbly/wa-sandbox-pabbly-private.h"

#define MAX_LIST_ROWS     10
#define MAX_LIST_PRODUCTS 30

#define TEXT     (WA_SANDBOX_TEXT | WA_SANDBOX_REQUIRED)
#define LIST     (WA_SANDBOX_LIST | WA_SANDBOX_REQUIRED)
#define OBJECT   (WA_SANDBOX_OBJECT | WA_SANDBOX_REQUIRED)

#define TO_AND_TYPE \
  { "to", WA_SANDBOX_INTEGER | WA_SANDBOX_REQUIRED }, \
  { "type", TEXT }

#define INTERACTIVE \
  TO_AND_TYPE, \
  { "interactiveType", TEXT }

#define CONTACT \
  { "contact", WA_SANDBOX_OBJECT }

#define TEMPLATE \
  TO_AND_TYPE, \
  CONTACT, \
  { "templateName", TEXT, 512 }, \
  { "languageCode", WA_SANDBOX_TEXT }

static const WaSandboxMember text_members[] = {
  TO_AND_TYPE, CONTACT,
  { "message", TEXT, 4096 },
};

static const WaSandboxMember picture_members[] = {
  TO_AND_TYPE, CONTACT,
  { "link", TEXT },
  { "caption", WA_SANDBOX_TEXT, 1024 },
};

static const WaSandboxMember audio_members[] = {
  TO_AND_TYPE, CONTACT,
  { "link", TEXT },
};

static const WaSandboxMember document_members[] = {
  TO_AND_TYPE, CONTACT,
  { "link", TEXT },
  { "caption", WA_SANDBOX_TEXT, 1024 },
  { "filename", WA_SANDBOX_TEXT },
};

static const WaSandboxMember product_members[] = {
  INTERACTIVE,
  { "bodyText", TEXT, 1024 },
  { "footerText", WA_SANDBOX_TEXT, 60 },
  { "action", OBJECT },
};

static const WaSandboxMember products_members[] = {
  INTERACTIVE,
  { "header", TEXT, 60 },
  { "body", TEXT, 1024 },
  { "footer", WA_SANDBOX_TEXT, 60 },
  { "action", OBJECT },
  { "sections", LIST, 10 },
};

static const WaSandboxMember catalog_members[] = {
  INTERACTIVE,
  { "bodyText", TEXT, 1024 },
  { "footerText", WA_SANDBOX_TEXT, 60 },
  { "catalogProductId", WA_SANDBOX_TEXT },
};

static const WaSandboxMember list_members[] = {
  INTERACTIVE,
  { "bodyText", TEXT, 1024 },
  { "buttonText", TEXT, 20 },
  { "sections", LIST, 10 },
  { "headerText", WA_SANDBOX_TEXT, 60 },
  { "footerText", WA_SANDBOX_TEXT, 60 },
};

static const WaSandboxMember link_members[] = {
  INTERACTIVE,
  { "message", TEXT, 1024 },
  { "buttons", LIST, 1 },
  { "header", WA_SANDBOX_OBJECT },
};

static const WaSandboxMember address_members[] = {
  INTERACTIVE,
  { "bodyText", TEXT, 1024 },
  { "isoCountryCode", TEXT, 2 },
  { "values", WA_SANDBOX_OBJECT },
  { "validationErrors", WA_SANDBOX_OBJECT },
};

static const WaSandboxMember location_members[] = {
  INTERACTIVE,
  { "bodyText", TEXT, 1024 },
};

/* What the template is decides on the members: each table is one operation of the documents. */
static const WaSandboxMember text_template_members[] = {
  TEMPLATE,
  { "headerParams", WA_SANDBOX_TEXTS },
  { "bodyParams", WA_SANDBOX_TEXTS },
};

static const WaSandboxMember media_template_members[] = {
  TEMPLATE,
  { "link", WA_SANDBOX_TEXT },
  { "filename", WA_SANDBOX_TEXT },
  { "bodyParams", WA_SANDBOX_TEXTS },
};

static const WaSandboxMember code_template_members[] = {
  TEMPLATE,
  { "copyCodeParam", WA_SANDBOX_TEXT, 15 },
};

static const WaSandboxMember button_template_members[] = {
  TEMPLATE,
  { "headerParams", WA_SANDBOX_TEXTS },
  { "bodyParams", WA_SANDBOX_TEXTS },
  { "link", WA_SANDBOX_TEXT },
  { "filename", WA_SANDBOX_TEXT },
  { "urlVariables", WA_SANDBOX_TEXTS },
  { "copyCodeParam", WA_SANDBOX_TEXT, 20 },
  { "quickReplies", WA_SANDBOX_TEXTS },
};

static const WaSandboxMember carousel_members[] = {
  TEMPLATE,
  { "bodyParams", WA_SANDBOX_TEXTS },
  { "carouselBodies", WA_SANDBOX_LIST, 10 },
  { "carouselFileData", WA_SANDBOX_LIST, 10 },
  { "urlVariables", WA_SANDBOX_TEXTS },
  { "copyCodeParam", WA_SANDBOX_TEXT, 20 },
  { "quickReplies", WA_SANDBOX_TEXTS },
};

static const WaSandboxMember offer_members[] = {
  TEMPLATE,
  { "link", WA_SANDBOX_TEXT },
  { "bodyParams", WA_SANDBOX_TEXTS },
  { "copyCodeParam", WA_SANDBOX_TEXT, 15 },
  { "urlVariables", WA_SANDBOX_TEXTS },
  { "ltoFields", WA_SANDBOX_OBJECT },
  { "quickReplies", WA_SANDBOX_TEXTS },
};

static const WaSandboxMember contact_members[] = {
  { "name", WA_SANDBOX_TEXT },
  { "optin", WA_SANDBOX_BOOLEAN },
  { "incomingBlocked", WA_SANDBOX_BOOLEAN },
  { "tags", WA_SANDBOX_TEXTS },
  { "attributes", WA_SANDBOX_LIST },
};

/* The parts of the kinds. */
static const WaSandboxMember product_action_members[] = {
  { "catalogId", TEXT },
  { "productRetailerId", TEXT },
};

static const WaSandboxMember products_action_members[] = {
  { "catalogId", TEXT },
};

static const WaSandboxMember product_section_members[] = {
  { "title", TEXT, 24 },
  { "products", LIST },
};

static const WaSandboxMember product_row_members[] = {
  { "productRetailerId", TEXT },
};

static const WaSandboxMember section_members[] = {
  { "title", TEXT, 24 },
  { "rows", LIST },
};

static const WaSandboxMember row_members[] = {
  { "id", WA_SANDBOX_TEXT, 200 },
  { "title", TEXT, 24 },
  { "description", WA_SANDBOX_TEXT, 72 },
};

static const WaSandboxMember button_members[] = {
  { "title", TEXT, 20 },
  { "url", TEXT, 2000 },
};

static const WaSandboxMember link_header_members[] = {
  { "type", TEXT },
  { "link", WA_SANDBOX_TEXT },
  { "filename", WA_SANDBOX_TEXT },
  { "text", WA_SANDBOX_TEXT, 60 },
};

static const WaSandboxMember india_members[] = {
  { "name", WA_SANDBOX_TEXT },
  { "phone_number", WA_SANDBOX_TEXT },
  { "in_pin_code", WA_SANDBOX_TEXT, 6 },
  { "house_number", WA_SANDBOX_TEXT },
  { "floor_number", WA_SANDBOX_TEXT },
  { "tower_number", WA_SANDBOX_TEXT },
  { "building_name", WA_SANDBOX_TEXT },
  { "address", WA_SANDBOX_TEXT },
  { "landmark_area", WA_SANDBOX_TEXT },
  { "city", WA_SANDBOX_TEXT },
  { "state", WA_SANDBOX_TEXT },
};

static const WaSandboxMember singapore_members[] = {
  { "name", WA_SANDBOX_TEXT },
  { "phone_number", WA_SANDBOX_TEXT },
  { "sg_post_code", WA_SANDBOX_TEXT, 6 },
  { "address", WA_SANDBOX_TEXT },
  { "unit_number", WA_SANDBOX_TEXT },
};

static gboolean
check_own_link (WaSandboxExchange  *exchange,
                GError            **error)
{
  return wa_sandbox_check_link (wa_sandbox_get_text (&exchange->json, "link"), error);
}

static gboolean
check_product (const WaSandboxCatalog  *catalog,
               const char              *retailer_id,
               GError                 **error)
{
  if (!wa_sandbox_catalog_find_product (catalog, retailer_id))
    return wa_sandbox_refuse (error, 400, "Product %s not found in the catalog", retailer_id);

  return TRUE;
}

static const WaSandboxCatalog *
find_catalog (WaSandboxExchange  *exchange,
              const WaJson       *action,
              GError            **error)
{
  const WaSandboxCatalog *catalog = wa_sandbox_world_find_catalog (exchange->world,
                                                                   wa_sandbox_get_text (action, "catalogId"));

  if (!catalog)
    wa_sandbox_refuse (error, 400, "Catalog not found");

  return catalog;
}

static gboolean
check_single_product (WaSandboxExchange  *exchange,
                      GError            **error)
{
  WaJson action = wa_json_member (&exchange->json, "action");
  const WaSandboxCatalog *catalog = NULL;

  return (wa_sandbox_check_object (&action, WA_SANDBOX_MEMBERS (product_action_members), error)
          && (catalog = find_catalog (exchange, &action, error))
          && check_product (catalog, wa_sandbox_get_text (&action, "productRetailerId"), error));
}

static gboolean
check_product_section (const WaSandboxCatalog  *catalog,
                       const WaJson            *section,
                       guint                   *count,
                       GError                 **error)
{
  WaJson products = wa_json_member (section, "products");

  if (!wa_sandbox_check_object (section, WA_SANDBOX_MEMBERS (product_section_members), error))
    return FALSE;

  for (guint i = 0; i < wa_json_length (&products); i++)
    {
      WaJson product = wa_json_element (&products, i);

      if (!wa_sandbox_check_object (&product, WA_SANDBOX_MEMBERS (product_row_members), error)
          || !check_product (catalog, wa_sandbox_get_text (&product, "productRetailerId"), error))
        return FALSE;
    }

  *count += wa_json_length (&products);
  return TRUE;
}

static gboolean
check_product_list (WaSandboxExchange  *exchange,
                    GError            **error)
{
  WaJson action = wa_json_member (&exchange->json, "action");
  WaJson sections = wa_json_member (&exchange->json, "sections");
  const WaSandboxCatalog *catalog = NULL;
  guint count = 0;

  if (!wa_sandbox_check_object (&action, WA_SANDBOX_MEMBERS (products_action_members), error)
      || !(catalog = find_catalog (exchange, &action, error)))
    return FALSE;

  for (guint i = 0; i < wa_json_length (&sections); i++)
    {
      WaJson section = wa_json_element (&sections, i);

      if (!check_product_section (catalog, &section, &count, error))
        return FALSE;
    }

  return count <= MAX_LIST_PRODUCTS
         || wa_sandbox_refuse (error, 400, "sections must not have more than %u products", MAX_LIST_PRODUCTS);
}

static gboolean
check_thumbnail (WaSandboxExchange  *exchange,
                 GError            **error)
{
  const char *retailer_id = wa_sandbox_get_text (&exchange->json, "catalogProductId");
  GPtrArray *catalogs = exchange->world->catalogs;

  return !retailer_id || check_product (g_ptr_array_index (catalogs, 0), retailer_id, error);
}

static gboolean
check_section (const WaJson  *section,
               GHashTable    *ids,
               guint         *count,
               GError       **error)
{
  WaJson rows = wa_json_member (section, "rows");

  if (!wa_sandbox_check_object (section, WA_SANDBOX_MEMBERS (section_members), error))
    return FALSE;

  for (guint i = 0; i < wa_json_length (&rows); i++)
    {
      WaJson row = wa_json_element (&rows, i);
      const char *id = NULL;

      if (!wa_sandbox_check_object (&row, WA_SANDBOX_MEMBERS (row_members), error))
        return FALSE;

      id = wa_sandbox_get_text (&row, "id");
      if (id && !g_hash_table_add (ids, (gpointer) id))
        return wa_sandbox_refuse (error, 400, "The row id %s is not unique", id);
    }

  *count += wa_json_length (&rows);
  return TRUE;
}

static gboolean
check_list (WaSandboxExchange  *exchange,
            GError            **error)
{
  WaJson sections = wa_json_member (&exchange->json, "sections");
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  guint count = 0;

  for (guint i = 0; i < wa_json_length (&sections); i++)
    {
      WaJson section = wa_json_element (&sections, i);

      if (!check_section (&section, ids, &count, error))
        return FALSE;
    }

  return count <= MAX_LIST_ROWS
         || wa_sandbox_refuse (error, 400, "sections must not have more than %u rows", MAX_LIST_ROWS);
}

static gboolean
check_link_header (const WaJson  *header,
                   GError       **error)
{
  const char *type = wa_sandbox_get_text (header, "type");
  gboolean text = g_strcmp0 (type, "text") == 0;

  if (!wa_sandbox_check_object (header, WA_SANDBOX_MEMBERS (link_header_members), error)
      || !wa_sandbox_check_choice (header, "type", "text image video document", error))
    return FALSE;
  if (text && !wa_sandbox_get_text (header, "text"))
    return wa_sandbox_refuse (error, 400, "text is required in a text header");
  if (!text && !wa_sandbox_get_text (header, "link"))
    return wa_sandbox_refuse (error, 400, "link is required in a media header");
  if (g_str_equal (type, "document") && !wa_sandbox_get_text (header, "filename"))
    return wa_sandbox_refuse (error, 400, "filename is required in a document header");

  return text || wa_sandbox_check_link (wa_sandbox_get_text (header, "link"), error);
}

static gboolean
check_link_button (WaSandboxExchange  *exchange,
                   GError            **error)
{
  WaJson button = wa_json_find (&exchange->json, "buttons[0]");
  WaJson header = wa_json_member (&exchange->json, "header");

  if (!wa_sandbox_check_object (&button, WA_SANDBOX_MEMBERS (button_members), error))
    return FALSE;
  if (!g_uri_is_valid (wa_sandbox_get_text (&button, "url"), G_URI_FLAGS_NONE, NULL))
    return wa_sandbox_refuse (error, 400, "url must be a valid URL");

  return !header.node || check_link_header (&header, error);
}

static gboolean
check_address_texts (const WaJson  *json,
                     const char    *name,
                     const char    *country,
                     GError       **error)
{
  WaJson texts = wa_json_member (json, name);

  if (!texts.node)
    return TRUE;
  if (g_str_equal (country, "IN"))
    return wa_sandbox_check_object (&texts, WA_SANDBOX_MEMBERS (india_members), error);

  return wa_sandbox_check_object (&texts, WA_SANDBOX_MEMBERS (singapore_members), error);
}

static gboolean
check_complaints (const WaJson  *json,
                  GError       **error)
{
  WaJson complaints = wa_json_member (json, "validationErrors");
  WaJson values = wa_json_member (json, "values");
  g_auto(GStrv) names = wa_json_dup_names (&complaints);

  for (guint i = 0; names[i]; i++)
    {
      WaJson value = wa_json_member (&values, names[i]);

      if (!value.node || !wa_sandbox_get_text (&complaints, names[i]))
        return wa_sandbox_refuse (error, 400, "validationErrors.%s must be a string about one of values",
                                  names[i]);
    }

  return TRUE;
}

static gboolean
check_address (WaSandboxExchange  *exchange,
               GError            **error)
{
  const WaJson *json = &exchange->json;

  return (wa_sandbox_check_choice (json, "isoCountryCode", "IN SG", error)
          && check_address_texts (json, "values", wa_sandbox_get_text (json, "isoCountryCode"), error)
          && check_complaints (json, error));
}

/* Everything but templates. */
typedef struct
{
  const char             *type;
  const char             *interactive_type;  /* (nullable) */
  const WaSandboxMember  *members;
  guint                   n_members;
  const char             *text;              /* (nullable): the member that is read */
  gboolean              (*check) (WaSandboxExchange  *exchange,
                                  GError            **error);
  gboolean                says_true;         /* the answer begins with success, not with status */
} Kind;

#define INTERACTIVE_KIND(name, table, text) "interactive", name, WA_SANDBOX_MEMBERS (table), text

static const Kind kinds[] = {
  { "text", NULL, WA_SANDBOX_MEMBERS (text_members), "message" },
  { "image", NULL, WA_SANDBOX_MEMBERS (picture_members), "caption", check_own_link },
  { "audio", NULL, WA_SANDBOX_MEMBERS (audio_members), NULL, check_own_link },
  { "video", NULL, WA_SANDBOX_MEMBERS (picture_members), "caption", check_own_link },
  { "document", NULL, WA_SANDBOX_MEMBERS (document_members), "caption", check_own_link },
  { INTERACTIVE_KIND ("single_product", product_members, "bodyText"), check_single_product, TRUE },
  { INTERACTIVE_KIND ("product_list", products_members, "body"), check_product_list, TRUE },
  { INTERACTIVE_KIND ("catalog_message", catalog_members, "bodyText"), check_thumbnail },
  { INTERACTIVE_KIND ("list", list_members, "bodyText"), check_list },
  { INTERACTIVE_KIND ("cta_url", link_members, "message"), check_link_button },
  { INTERACTIVE_KIND ("address_message", address_members, "bodyText"), check_address },
  { INTERACTIVE_KIND ("location_request_message", location_members, "bodyText") },
};

static const Kind *
find_kind (const WaJson  *json,
           GError       **error)
{
  const char *type = wa_sandbox_get_text (json, "type");
  const char *interactive_type = wa_sandbox_get_text (json, "interactiveType");

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_strcmp0 (kinds[i].type, type) == 0
          && (!kinds[i].interactive_type || g_strcmp0 (kinds[i].interactive_type, interactive_type) == 0))
        return &kinds[i];
    }

  if (g_strcmp0 (type, "interactive") == 0)
    wa_sandbox_refuse (error, 400, "interactiveType is missing or not supported");
  else
    wa_sandbox_refuse (error, 400, "type is missing or not supported");
  return NULL;
}

static gboolean
check_template_members (const WaJson             *json,
                        const WaSandboxTemplate  *template,
                        GError                  **error)
{
  WaSandboxNeeds needs = wa_sandbox_template_get_needs (template);

  if (needs.cards > 0)
    return wa_sandbox_check_object (json, WA_SANDBOX_MEMBERS (carousel_members), error);
  if (needs.offer)
    return wa_sandbox_check_object (json, WA_SANDBOX_MEMBERS (offer_members), error);
  if (needs.authentication)
    return wa_sandbox_check_object (json, WA_SANDBOX_MEMBERS (code_template_members), error);
  if (needs.buttons)
    return wa_sandbox_check_object (json, WA_SANDBOX_MEMBERS (button_template_members), error);
  if (needs.media)
    return wa_sandbox_check_object (json, WA_SANDBOX_MEMBERS (media_template_members), error);

  return wa_sandbox_check_object (json, WA_SANDBOX_MEMBERS (text_template_members), error);
}

static gboolean
check_recipient (WaSandboxExchange  *exchange,
                 GError            **error)
{
  WaJson to = wa_json_member (&exchange->json, "to");
  WaJson contact = wa_json_member (&exchange->json, "contact");
  g_autofree char *number = wa_json_dup_scalar (&to);

  if (!wa_sandbox_check_number (number, error))
    return FALSE;

  return (!contact.node
          || (wa_sandbox_check_object (&contact, WA_SANDBOX_MEMBERS (contact_members), error)
              && wa_sandbox_pabbly_check_details (exchange->world, &contact, error)));
}

/* A number that nobody has becomes a contact. */
static WaSandboxContact *
take_contact (WaSandboxExchange *exchange,
              const char        *number)
{
  WaSandboxContact *contact = wa_sandbox_world_find_number (exchange->world, number);
  WaJson details = wa_json_member (&exchange->json, "contact");

  if (!contact)
    contact = wa_sandbox_world_add_contact (exchange->world, number, NULL, "api");
  if (details.node)
    {
      wa_sandbox_pabbly_apply_details (contact, &details);
      contact->updated = wa_sandbox_world_get_now (exchange->world);
    }

  return contact;
}

/* What Meta answers, which is passed on. */
JsonObject *
wa_sandbox_pabbly_write_meta (const WaSandboxMessage *message,
                              gboolean                template)
{
  JsonObject *meta = json_object_new ();
  JsonObject *contact = json_object_new ();
  JsonObject *sent = json_object_new ();
  JsonArray *contacts = json_array_new ();
  JsonArray *messages = json_array_new ();

  json_object_set_string_member (contact, "input", message->number);
  json_object_set_string_member (contact, "wa_id", message->number);
  json_array_add_object_element (contacts, contact);
  json_object_set_string_member (sent, "id", message->id);
  if (template)
    json_object_set_string_member (sent, "message_status", "accepted");
  json_array_add_object_element (messages, sent);

  json_object_set_string_member (meta, "messaging_product", "whatsapp");
  json_object_set_array_member (meta, "contacts", contacts);
  json_object_set_array_member (meta, "messages", messages);
  json_object_set_int_member (meta, "status", 200);

  return meta;
}

static JsonNode *
accept (WaSandboxExchange *exchange,
        const char        *kind,
        const char        *text,
        gboolean           says_true)
{
  WaJson to = wa_json_member (&exchange->json, "to");
  g_autofree char *number = wa_json_dup_scalar (&to);
  const WaSandboxContact *contact = take_contact (exchange, number);
  WaSandboxMessage *message = wa_sandbox_world_send (exchange->world, number, kind, text,
                                                     exchange->json.node);
  JsonObject *data = json_object_new ();
  JsonObject *meta = NULL;
  JsonNode *answer = NULL;

  json_object_set_string_member (data, "to", number);
  json_object_set_string_member (data, "chatId", contact->id);
  meta = wa_sandbox_pabbly_write_meta (message, g_str_equal (kind, "template"));
  json_object_set_object_member (data, "metaResponse", meta);

  answer = wa_sandbox_pabbly_answer ("Message sent", data);
  if (says_true)
    {
      json_object_remove_member (json_node_get_object (answer), "status");
      json_object_set_boolean_member (json_node_get_object (answer), "success", TRUE);
    }

  return answer;
}

static JsonNode *
send_template (WaSandboxExchange  *exchange,
               GError            **error)
{
  const WaJson *json = &exchange->json;
  const WaSandboxTemplate *template = wa_sandbox_pabbly_find_template (exchange, json, error);
  g_autofree char *text = NULL;

  if (!template
      || !check_template_members (json, template, error)
      || !check_recipient (exchange, error)
      || !wa_sandbox_pabbly_check_parameters (json, template, error))
    return NULL;

  text = wa_sandbox_pabbly_dup_text (json, template);
  return accept (exchange, "template", text, FALSE);
}

JsonNode *
wa_sandbox_pabbly_send (WaSandboxExchange  *exchange,
                        GError            **error)
{
  const WaJson *json = &exchange->json;
  const Kind *kind = NULL;

  if (g_strcmp0 (wa_sandbox_get_text (json, "type"), "template") == 0)
    return send_template (exchange, error);

  if (!(kind = find_kind (json, error))
      || !wa_sandbox_check_object (json, kind->members, kind->n_members, error)
      || !check_recipient (exchange, error)
      || (kind->check && !kind->check (exchange, error)))
    return NULL;

  return accept (exchange, kind->type, kind->text ? wa_sandbox_get_text (json, kind->text) : NULL,
                 kind->says_true);
}
