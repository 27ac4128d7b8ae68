/* wa-sandbox-onemsg-messages.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Messages without a template.  `action` and `sections` mean something else in each of them.
 */

#include "config.h"

#include <string.h>

#include "core/wa-util.h"
#include "sandbox/onemsg/wa-sandbox-onemsg-private.h"

#define MAX_LIST_ROWS     10
#define MAX_LIST_PRODUCTS 30
#define MAX_EMOJI         12

#define TEXT   (WA_SANDBOX_TEXT | WA_SANDBOX_REQUIRED)
#define LIST   (WA_SANDBOX_LIST | WA_SANDBOX_REQUIRED)
#define OBJECT (WA_SANDBOX_OBJECT | WA_SANDBOX_REQUIRED)

#define RECIPIENT \
  { "chatId", WA_SANDBOX_TEXT }, \
  { "phone", WA_SANDBOX_TEXT }

#define QUOTED { "quotedMsgId", WA_SANDBOX_TEXT }

static const WaSandboxMember list_members[] = {
  RECIPIENT,
  { "body", TEXT, 4096 },
  { "header", WA_SANDBOX_TEXT, 60 },
  { "footer", WA_SANDBOX_TEXT, 60 },
  { "action", TEXT, 20 },
  { "sections", LIST, 10 },
};

static const WaSandboxMember section_members[] = {
  { "title", WA_SANDBOX_TEXT, 24 },
  { "rows", LIST, MAX_LIST_ROWS },
};

static const WaSandboxMember row_members[] = {
  { "id", TEXT, 200 },
  { "title", TEXT, 24 },
  { "description", WA_SANDBOX_TEXT, 72 },
};

static const WaSandboxMember button_members[] = {
  RECIPIENT, QUOTED,
  { "body", TEXT, 1024 },
  { "header", WA_SANDBOX_OBJECT },
  { "footer", WA_SANDBOX_TEXT, 60 },
  { "sections", LIST, 3 },
};

static const WaSandboxMember reply_button_members[] = {
  { "type", TEXT },
  { "reply", OBJECT },
};

static const WaSandboxMember reply_members[] = {
  { "id", TEXT, 200 },
  { "title", TEXT, 20 },
};

static const WaSandboxMember text_header_members[] = {
  { "type", TEXT },
  { "text", TEXT, 60 },
};

static const WaSandboxMember media_members[] = {
  { "link", TEXT },
};

static const WaSandboxMember document_members[] = {
  { "link", TEXT },
  { "filename", WA_SANDBOX_TEXT },
};

static const WaSandboxMember location_request_members[] = {
  RECIPIENT, QUOTED,
  { "body", TEXT, 1024 },
};

static const WaSandboxMember reaction_members[] = {
  RECIPIENT,
  { "body", WA_SANDBOX_ANY_TEXT | WA_SANDBOX_REQUIRED, MAX_EMOJI },
  { "quotedMsgId", TEXT },
};

static const WaSandboxMember text_members[] = {
  RECIPIENT, QUOTED,
  { "body", TEXT, 4096 },
};

static const WaSandboxMember location_members[] = {
  RECIPIENT, QUOTED,
  { "lat", TEXT },
  { "lng", TEXT },
  { "name", WA_SANDBOX_TEXT, 1000 },
  { "address", WA_SANDBOX_TEXT, 1000 },
};

static const WaSandboxMember contact_members[] = {
  RECIPIENT, QUOTED,
  { "contacts", LIST, 257 },
};

static const WaSandboxMember product_members[] = {
  RECIPIENT,
  { "action", OBJECT },
  { "body", WA_SANDBOX_TEXT, 1024 },
  { "footer", WA_SANDBOX_TEXT, 60 },
  { "header", WA_SANDBOX_TEXT, 60 },
};

static const WaSandboxMember one_product_members[] = {
  { "catalog_id", TEXT },
  { "product_retailer_id", TEXT },
};

static const WaSandboxMember products_members[] = {
  { "catalog_id", TEXT },
  { "sections", LIST, 10 },
};

static const WaSandboxMember product_section_members[] = {
  { "title", WA_SANDBOX_TEXT, 24 },
  { "product_items", LIST },
};

static const WaSandboxMember product_item_members[] = {
  { "product_retailer_id", TEXT },
};

/* Several sections need titles to be told apart. */
static gboolean
check_title (const WaJson  *section,
             guint          n_sections,
             GError       **error)
{
  return (n_sections == 1 || wa_sandbox_get_text (section, "title")
          || wa_sandbox_refuse (error, 400, "title is required when there are several sections"));
}

static gboolean
check_rows (const WaJson  *rows,
            GHashTable    *ids,
            GError       **error)
{
  for (guint i = 0; i < wa_json_length (rows); i++)
    {
      WaJson row = wa_json_element (rows, i);

      if (!wa_sandbox_check_object (&row, WA_SANDBOX_MEMBERS (row_members), error))
        return FALSE;
      if (!g_hash_table_add (ids, (gpointer) wa_sandbox_get_text (&row, "id")))
        return wa_sandbox_refuse (error, 400, "id must be unique");
    }

  return (g_hash_table_size (ids) <= MAX_LIST_ROWS
          || wa_sandbox_refuse (error, 400, "sections must not have more than %u rows", MAX_LIST_ROWS));
}

static gboolean
check_list (WaSandboxExchange  *exchange,
            GError            **error)
{
  WaJson sections = wa_json_member (&exchange->json, "sections");
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < wa_json_length (&sections); i++)
    {
      WaJson section = wa_json_element (&sections, i);
      WaJson rows = wa_json_member (&section, "rows");

      if (!wa_sandbox_check_object (&section, WA_SANDBOX_MEMBERS (section_members), error)
          || !check_title (&section, wa_json_length (&sections), error)
          || !check_rows (&rows, ids, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_header (const WaJson  *header,
              GError       **error)
{
  const char *type = wa_or_empty (wa_sandbox_get_text (header, "type"));
  const WaSandboxMember members[] = { { "type", TEXT }, { type, OBJECT } };
  WaJson media = wa_json_member (header, type);

  if (!wa_sandbox_check_choice (header, "type", "text image video document", error))
    return FALSE;
  if (g_str_equal (type, "text") || g_str_equal (type, ""))
    return wa_sandbox_check_object (header, WA_SANDBOX_MEMBERS (text_header_members), error);
  if (!wa_sandbox_check_object (header, WA_SANDBOX_MEMBERS (members), error)
      || !(g_str_equal (type, "document")
           ? wa_sandbox_check_object (&media, WA_SANDBOX_MEMBERS (document_members), error)
           : wa_sandbox_check_object (&media, WA_SANDBOX_MEMBERS (media_members), error)))
    return FALSE;

  return wa_sandbox_check_link (wa_sandbox_get_text (&media, "link"), error);
}

static gboolean
check_buttons (WaSandboxExchange  *exchange,
               GError            **error)
{
  WaJson header = wa_json_member (&exchange->json, "header");
  WaJson sections = wa_json_member (&exchange->json, "sections");
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < wa_json_length (&sections); i++)
    {
      WaJson section = wa_json_element (&sections, i);
      WaJson reply = wa_json_member (&section, "reply");

      if (!wa_sandbox_check_object (&section, WA_SANDBOX_MEMBERS (reply_button_members), error)
          || !wa_sandbox_check_choice (&section, "type", "reply", error)
          || !wa_sandbox_check_object (&reply, WA_SANDBOX_MEMBERS (reply_members), error))
        return FALSE;
      if (!g_hash_table_add (ids, (gpointer) wa_sandbox_get_text (&reply, "id"))
          || !g_hash_table_add (titles, (gpointer) wa_sandbox_get_text (&reply, "title")))
        return wa_sandbox_refuse (error, 400, "id and title must be unique");
    }

  return !header.node || check_header (&header, error);
}

/* Words and blanks are no emoji; an emoji with skin tone and gender is several characters. */
static gboolean
check_reaction (WaSandboxExchange  *exchange,
                GError            **error)
{
  const char *text = wa_sandbox_get_text (&exchange->json, "body");

  for (; *text; text = g_utf8_next_char (text))
    {
      gunichar character = g_utf8_get_char (text);

      if (g_unichar_isalpha (character) || g_unichar_isspace (character))
        return wa_sandbox_refuse (error, 400, "body must be one emoji or empty");
    }

  return TRUE;
}

static gboolean
check_location (WaSandboxExchange  *exchange,
                GError            **error)
{
  return (wa_sandbox_check_angle (&exchange->json, "lat", 90, error)
          && wa_sandbox_check_angle (&exchange->json, "lng", 180, error));
}

/* Whether any of the shop's catalogs has the product. */
gboolean
wa_sandbox_onemsg_has_product (WaSandboxWorld *world,
                               const char     *retailer_id)
{
  for (guint i = 0; i < world->catalogs->len; i++)
    {
      if (wa_sandbox_catalog_find_product (g_ptr_array_index (world->catalogs, i), retailer_id))
        return TRUE;
    }

  return FALSE;
}

static gboolean
check_item (const WaSandboxCatalog  *catalog,
            const WaJson            *json,
            GError                 **error)
{
  const char *retailer_id = wa_sandbox_get_text (json, "product_retailer_id");

  return ((catalog && wa_sandbox_catalog_find_product (catalog, retailer_id))
          || wa_sandbox_refuse (error, WA_ONEMSG_NOT_SENT,
                                "(#131009) Parameter value is not valid: product not found"));
}

static gboolean
check_items (const WaSandboxCatalog  *catalog,
             const WaJson            *sections,
             GError                 **error)
{
  guint count = 0;

  for (guint i = 0; i < wa_json_length (sections); i++)
    {
      WaJson section = wa_json_element (sections, i);
      WaJson items = wa_json_member (&section, "product_items");

      if (!wa_sandbox_check_object (&section, WA_SANDBOX_MEMBERS (product_section_members), error)
          || !check_title (&section, wa_json_length (sections), error))
        return FALSE;

      for (guint j = 0; j < wa_json_length (&items); j++)
        {
          WaJson item = wa_json_element (&items, j);

          if (!wa_sandbox_check_object (&item, WA_SANDBOX_MEMBERS (product_item_members), error)
              || !check_item (catalog, &item, error))
            return FALSE;
        }
      count += wa_json_length (&items);
    }

  return (count <= MAX_LIST_PRODUCTS
          || wa_sandbox_refuse (error, 400, "sections must not have more than %u products",
                                MAX_LIST_PRODUCTS));
}

static gboolean
check_product (WaSandboxExchange  *exchange,
               GError            **error)
{
  const WaJson *json = &exchange->json;
  WaJson action = wa_json_member (json, "action");
  WaJson sections = wa_json_member (&action, "sections");
  const WaSandboxCatalog *catalog = NULL;

  catalog = wa_sandbox_world_find_catalog (exchange->world, wa_sandbox_get_text (&action, "catalog_id"));

  if (!sections.node)
    {
      if (wa_sandbox_get_text (json, "header"))
        return wa_sandbox_refuse (error, 400, "header is not allowed for a single product");

      return (wa_sandbox_check_object (&action, WA_SANDBOX_MEMBERS (one_product_members), error)
              && check_item (catalog, &action, error));
    }

  if (!wa_sandbox_get_text (json, "header") || !wa_sandbox_get_text (json, "body"))
    return wa_sandbox_refuse (error, 400, "header and body are required for a list of products");

  return (wa_sandbox_check_object (&action, WA_SANDBOX_MEMBERS (products_members), error)
          && check_items (catalog, &sections, error));
}

typedef struct
{
  const char             *method;
  const WaSandboxMember  *members;
  guint                   n_members;
  const char             *kind;
  gboolean              (*check) (WaSandboxExchange  *exchange,
                                  GError            **error);
} Kind;

static const Kind kinds[] = {
  { "sendList", WA_SANDBOX_MEMBERS (list_members), "interactive", check_list },
  { "sendButton", WA_SANDBOX_MEMBERS (button_members), "interactive", check_buttons },
  { "sendLocationRequest", WA_SANDBOX_MEMBERS (location_request_members), "interactive", NULL },
  { "sendReaction", WA_SANDBOX_MEMBERS (reaction_members), "reaction", check_reaction },
  { "sendMessage", WA_SANDBOX_MEMBERS (text_members), "text", NULL },
  { "sendLocation", WA_SANDBOX_MEMBERS (location_members), "location", check_location },
  { "sendContact", WA_SANDBOX_MEMBERS (contact_members), "contacts", wa_sandbox_onemsg_check_contacts },
  { "sendProduct", WA_SANDBOX_MEMBERS (product_members), "interactive", check_product },
};

/* Every route that leads here has its row. */
static const Kind *
find_kind (WaSandboxExchange *exchange)
{
  g_autofree char *method = g_path_get_basename (exchange->path);
  guint i = 0;

  while (!g_str_equal (kinds[i].method, method))
    i++;

  return &kinds[i];
}

/* What history shows as the body. */
static char *
dup_text (const WaJson *json,
          const char   *kind)
{
  WaJson name = wa_json_find (json, "contacts[0].name");

  if (g_str_equal (kind, "location"))
    return g_strdup_printf ("%s;%s", wa_sandbox_get_text (json, "lat"), wa_sandbox_get_text (json, "lng"));
  if (g_str_equal (kind, "contacts"))
    return g_strdup (wa_sandbox_get_text (&name, "formatted_name"));

  return g_strdup (wa_sandbox_get_text (json, "body"));
}

static char *
dup_number (const WaJson *json)
{
  const char *chat = wa_sandbox_get_text (json, "chatId");

  return chat ? g_strndup (chat, strcspn (chat, "@")) : g_strdup (wa_sandbox_get_text (json, "phone"));
}

/* A message is for a chat or for a number, and quotes nothing from another chat. */
gboolean
wa_sandbox_onemsg_check_recipient (WaSandboxExchange  *exchange,
                                   const WaJson       *json,
                                   GError            **error)
{
  const char *chat = wa_sandbox_get_text (json, "chatId");
  const char *phone = wa_sandbox_get_text (json, "phone");
  const char *quoted = wa_sandbox_get_text (json, "quotedMsgId");
  const WaSandboxMessage *message = NULL;
  g_autofree char *number = NULL;

  if (!chat == !phone)
    return wa_sandbox_refuse (error, 400, "Only one of chatId and phone is needed");
  if (chat && !g_str_has_suffix (chat, "@c.us"))
    return wa_sandbox_refuse (error, WA_ONEMSG_NOT_SENT, "Chat not found");

  number = dup_number (json);
  message = wa_sandbox_world_find_message (exchange->world, wa_or_empty (quoted));
  if (message && !g_str_equal (message->number, number))
    return wa_sandbox_refuse (error, WA_ONEMSG_NOT_SENT, "The quoted message is of another chat");

  return wa_sandbox_check_number (number, error);
}

/* The answer of all sends. */
JsonNode *
wa_sandbox_onemsg_accept (WaSandboxExchange *exchange,
                          const WaJson      *json,
                          const char        *kind,
                          const char        *text)
{
  g_autofree char *number = dup_number (json);
  g_autofree char *notice = g_strdup_printf ("Sent to %s@c.us", number);
  const WaSandboxMessage *message = NULL;
  JsonObject *object = json_object_new ();

  message = wa_sandbox_world_send (exchange->world, number, kind, text, json->node);
  json_object_set_boolean_member (object, "sent", TRUE);
  json_object_set_string_member (object, "id", message->id);
  json_object_set_string_member (object, "message", notice);
  json_object_set_string_member (object, "description", "Message has been sent to the provider");

  return wa_sandbox_node_new (object);
}

JsonNode *
wa_sandbox_onemsg_send (WaSandboxExchange  *exchange,
                        GError            **error)
{
  const WaJson *json = &exchange->json;
  const Kind *kind = find_kind (exchange);
  g_autofree char *text = NULL;

  if (!wa_sandbox_check_object (json, kind->members, kind->n_members, error)
      || !wa_sandbox_onemsg_check_recipient (exchange, json, error)
      || (kind->check && !kind->check (exchange, error)))
    return NULL;

  text = dup_text (json, kind->kind);
  return wa_sandbox_onemsg_accept (exchange, json, kind->kind, text);
}
