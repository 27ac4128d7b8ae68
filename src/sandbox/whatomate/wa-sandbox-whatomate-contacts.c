/* wa-sandbox-whatomate-contacts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * W11 to W18.
 */

#include "config.h"

#include <string.h>

#include "core/wa-util.h"
#include "sandbox/whatomate/wa-sandbox-whatomate-private.h"

#define DETAILS \
  { "profile_name", WA_SANDBOX_TEXT, 255 }, \
  { "whatsapp_account", WA_SANDBOX_TEXT }, \
  { "tags", WA_SANDBOX_TEXTS }, \
  { "metadata", WA_SANDBOX_OBJECT }

static const WaSandboxMember create_members[] = {
  { "phone_number", WA_WHATOMATE_REQUIRED },
  DETAILS,
};

static const WaSandboxMember update_members[] = {
  DETAILS,
  { "assigned_user_id", WA_SANDBOX_TEXT },
  { "clear_assigned_agent", WA_SANDBOX_BOOLEAN },
};

static const WaSandboxMember assign_members[] = {
  { "user_id", WA_SANDBOX_TEXT | WA_SANDBOX_NULL | WA_SANDBOX_REQUIRED },
};

static const WaSandboxMember tags_members[] = { { "tags", WA_SANDBOX_TEXTS | WA_SANDBOX_REQUIRED } };

/* @id: well-formed */
WaSandboxContact *
wa_sandbox_whatomate_find_person (WaSandboxExchange  *exchange,
                                  const char         *id,
                                  GError            **error)
{
  GPtrArray *contacts = exchange->world->contacts;

  for (guint i = 0; i < contacts->len; i++)
    {
      WaSandboxContact *contact = g_ptr_array_index (contacts, i);
      g_autofree char *uuid = wa_sandbox_whatomate_dup_uuid (contact->id);

      if (g_str_equal (uuid, id))
        return contact;
    }

  wa_sandbox_refuse (error, SOUP_STATUS_NOT_FOUND, "Contact not found");
  return NULL;
}

/* The contact that the path names. */
WaSandboxContact *
wa_sandbox_whatomate_find_contact (WaSandboxExchange  *exchange,
                                   GError            **error)
{
  const char *id = wa_sandbox_whatomate_get_uuid (exchange, 0, "contact", error);

  return id ? wa_sandbox_whatomate_find_person (exchange, id, error) : NULL;
}

void
wa_sandbox_whatomate_mark_read (WaSandboxExchange      *exchange,
                                const WaSandboxContact *contact)
{
  g_autoptr(GPtrArray) messages = wa_sandbox_world_dup_conversation (exchange->world, contact->number);

  for (guint i = 0; i < messages->len; i++)
    {
      WaSandboxMessage *message = g_ptr_array_index (messages, i);

      if (message->incoming && !message->marked_read)
        message->marked_read = wa_sandbox_world_get_now (exchange->world);
    }
}

static void
set_tags (JsonObject             *object,
          const WaSandboxContact *contact)
{
  if (*contact->tags)
    wa_sandbox_set_texts (object, "tags", contact->tags);
  else
    json_object_set_null_member (object, "tags");
}

static void
set_attributes (JsonObject             *object,
                const char             *name,
                const WaSandboxContact *contact)
{
  JsonObject *attributes = json_object_new ();

  for (guint i = 0; i < contact->attributes->len; i++)
    {
      const WaSandboxAttribute *attribute = g_ptr_array_index (contact->attributes, i);

      json_object_set_string_member (attributes, attribute->name, attribute->value);
    }

  json_object_set_object_member (object, name, attributes);
}

/* What was said last, and what of it nobody has read. */
static void
set_conversation (JsonObject             *object,
                  WaSandboxExchange      *exchange,
                  const WaSandboxContact *contact)
{
  g_autoptr(GPtrArray) messages = wa_sandbox_world_dup_conversation (exchange->world, contact->number);
  gint64 yesterday = wa_sandbox_world_get_now (exchange->world) - G_TIME_SPAN_DAY;
  gint64 inbound = 0;
  guint unread = 0;

  for (guint i = 0; i < messages->len; i++)
    {
      const WaSandboxMessage *message = g_ptr_array_index (messages, i);

      unread += message->incoming && !message->marked_read;
      if (message->incoming)
        inbound = message->time;
      wa_sandbox_whatomate_set_time (object, "last_message_at", message->time);
      json_object_set_string_member (object, "last_message_preview", message->text);
    }

  json_object_set_int_member (object, "unread_count", unread);
  if (wa_sandbox_whatomate_is_g1 (exchange))
    return;
  json_object_set_boolean_member (object, "service_window_open", inbound > yesterday);
  if (inbound > 0)
    wa_sandbox_whatomate_set_time (object, "last_inbound_at", inbound);
}

static void
set_newer (JsonObject             *object,
           WaSandboxExchange      *exchange,
           const WaSandboxContact *contact)
{
  WaWhatomateState *state = exchange->state;
  const char *user = g_hash_table_lookup (state->assigned, contact->id);

  set_attributes (object, "metadata", contact);
  json_object_set_string_member (object, "whatsapp_account", WA_WHATOMATE_ACCOUNT);
  json_object_set_boolean_member (object, "marketing_opt_out", !contact->opt_in);
  if (user)
    json_object_set_string_member (object, "assigned_user_id", user);
  else
    json_object_set_null_member (object, "assigned_user_id");
}

static JsonObject *
write_contact (WaSandboxExchange      *exchange,
               const WaSandboxContact *contact)
{
  JsonObject *object = json_object_new ();
  g_autofree char *id = wa_sandbox_whatomate_dup_uuid (contact->id);

  json_object_set_string_member (object, "id", id);
  json_object_set_string_member (object, "phone_number", contact->number);
  json_object_set_string_member (object, "name", contact->name);
  json_object_set_string_member (object, "profile_name", contact->name);
  json_object_set_string_member (object, "avatar_url", "");
  json_object_set_string_member (object, "status", "active");
  set_tags (object, contact);
  set_conversation (object, exchange, contact);
  if (wa_sandbox_whatomate_is_g1 (exchange))
    set_attributes (object, "custom_fields", contact);
  else
    set_newer (object, exchange, contact);
  wa_sandbox_whatomate_set_time (object, "created_at", contact->created);
  wa_sandbox_whatomate_set_time (object, "updated_at", contact->updated);

  return object;
}

/* The older server's search minds upper and lower case. */
static gboolean
matches (WaSandboxExchange      *exchange,
         const WaSandboxContact *contact)
{
  const char *search = wa_sandbox_exchange_get_query (exchange, "search");
  const char *tags = wa_sandbox_exchange_get_query (exchange, "tags");
  g_auto(GStrv) names = g_strsplit (wa_or_empty (tags), ",", -1);
  gboolean tagged = wa_is_empty (tags);

  for (guint i = 0; names[i]; i++)
    tagged |= wa_sandbox_contact_has_tag (contact, names[i]);

  if (wa_is_empty (search) || !tagged)
    return tagged;
  if (wa_sandbox_whatomate_is_g1 (exchange))
    return strstr (contact->name, search) || strstr (contact->number, search);

  return wa_sandbox_contains (contact->name, search) || wa_sandbox_contains (contact->number, search);
}

JsonNode *
wa_sandbox_whatomate_list_contacts (WaSandboxExchange  *exchange,
                                    GError            **error)
{
  GPtrArray *contacts = exchange->world->contacts;
  g_autoptr(GPtrArray) found = g_ptr_array_new ();
  JsonArray *rows = NULL;
  JsonNode *node = NULL;
  WaSandboxPage page;

  for (guint i = 0; i < contacts->len; i++)
    {
      if (matches (exchange, g_ptr_array_index (contacts, i)))
        g_ptr_array_add (found, g_ptr_array_index (contacts, i));
    }

  if (!wa_sandbox_whatomate_read_page (exchange, found->len, &page, error))
    return NULL;

  rows = json_array_new ();
  for (guint i = page.start; i < page.end; i++)
    json_array_add_object_element (rows, write_contact (exchange, g_ptr_array_index (found, i)));

  node = wa_sandbox_whatomate_list ("contacts", rows);
  wa_sandbox_whatomate_set_page (node, &page);
  return node;
}

JsonNode *
wa_sandbox_whatomate_get_contact (WaSandboxExchange  *exchange,
                                  GError            **error)
{
  const WaSandboxContact *contact = wa_sandbox_whatomate_find_contact (exchange, error);

  return contact ? wa_sandbox_whatomate_answer (write_contact (exchange, contact)) : NULL;
}

static gboolean
check_details (const WaJson  *json,
               GError       **error)
{
  WaJson metadata = wa_json_member (json, "metadata");
  g_auto(GStrv) names = wa_json_dup_names (&metadata);

  for (guint i = 0; names[i]; i++)
    {
      if (!wa_sandbox_get_text (&metadata, names[i]))
        return wa_sandbox_refuse (error, 400, "metadata.%s must be a string", names[i]);
    }

  return wa_sandbox_whatomate_check_account (wa_sandbox_get_text (json, "whatsapp_account"), error);
}

/* Tags and metadata are replaced as a whole. */
static void
apply_details (WaSandboxExchange *exchange,
               WaSandboxContact  *contact)
{
  const WaJson *json = &exchange->json;
  WaJson tags = wa_json_member (json, "tags");
  WaJson metadata = wa_json_member (json, "metadata");
  g_auto(GStrv) names = wa_json_dup_names (&metadata);

  if (wa_sandbox_get_text (json, "profile_name"))
    wa_set_str (&contact->name, wa_sandbox_get_text (json, "profile_name"));
  if (tags.node)
    {
      g_strfreev (contact->tags);
      contact->tags = wa_json_dup_texts (&tags);
    }
  if (metadata.node)
    g_ptr_array_set_size (contact->attributes, 0);
  for (guint i = 0; names[i]; i++)
    wa_sandbox_contact_set_attribute (contact, names[i], wa_sandbox_get_text (&metadata, names[i]));

  contact->updated = wa_sandbox_world_get_now (exchange->world);
}

JsonNode *
wa_sandbox_whatomate_create_contact (WaSandboxExchange  *exchange,
                                     GError            **error)
{
  const char *number = wa_sandbox_get_text (&exchange->json, "phone_number");
  WaSandboxContact *contact = NULL;

  if (!wa_sandbox_check_object (&exchange->json, WA_SANDBOX_MEMBERS (create_members), error)
      || !wa_sandbox_check_number (number, error)
      || !check_details (&exchange->json, error))
    return NULL;

  if (wa_sandbox_world_find_number (exchange->world, number))
    {
      wa_sandbox_refuse (error, SOUP_STATUS_CONFLICT, "Contact with this phone number already exists");
      return NULL;
    }

  contact = wa_sandbox_world_add_contact (exchange->world, number, NULL, "api");
  apply_details (exchange, contact);
  return wa_sandbox_whatomate_answer (write_contact (exchange, contact));
}

/* @user: (nullable): %NULL for nobody */
static gboolean
assign (WaSandboxExchange       *exchange,
        const WaSandboxContact  *contact,
        const char              *user,
        GError                 **error)
{
  WaWhatomateState *state = exchange->state;

  if (user && !wa_sandbox_whatomate_is_user (user))
    return wa_sandbox_refuse (error, 400, "User not found");

  if (user)
    g_hash_table_insert (state->assigned, g_strdup (contact->id), g_strdup (user));
  else
    g_hash_table_remove (state->assigned, contact->id);
  return TRUE;
}

JsonNode *
wa_sandbox_whatomate_update_contact (WaSandboxExchange  *exchange,
                                     GError            **error)
{
  WaSandboxContact *contact = wa_sandbox_whatomate_find_contact (exchange, error);
  const char *user = wa_sandbox_get_text (&exchange->json, "assigned_user_id");
  WaJson clear = wa_json_member (&exchange->json, "clear_assigned_agent");

  if (!contact
      || !wa_sandbox_check_object (&exchange->json, WA_SANDBOX_MEMBERS (update_members), error)
      || !check_details (&exchange->json, error)
      || ((user || wa_json_get_flag (&clear, FALSE)) && !assign (exchange, contact, user, error)))
    return NULL;

  apply_details (exchange, contact);
  return wa_sandbox_whatomate_answer (write_contact (exchange, contact));
}

JsonNode *
wa_sandbox_whatomate_delete_contact (WaSandboxExchange  *exchange,
                                     GError            **error)
{
  WaSandboxContact *contact = wa_sandbox_whatomate_find_contact (exchange, error);

  if (!contact)
    return NULL;

  g_ptr_array_remove (exchange->world->contacts, contact);
  return wa_sandbox_whatomate_say ("Contact deleted successfully");
}

JsonNode *
wa_sandbox_whatomate_assign_contact (WaSandboxExchange  *exchange,
                                     GError            **error)
{
  const WaSandboxContact *contact = wa_sandbox_whatomate_find_contact (exchange, error);
  JsonObject *data = NULL;

  if (!contact
      || !wa_sandbox_check_object (&exchange->json, WA_SANDBOX_MEMBERS (assign_members), error)
      || !assign (exchange, contact, wa_sandbox_get_text (&exchange->json, "user_id"), error))
    return NULL;

  data = json_object_new ();
  json_object_set_string_member (data, "message", "Contact assigned successfully");
  json_object_set_member (data, "assigned_user_id",
                          json_node_copy (wa_json_member (&exchange->json, "user_id").node));
  return wa_sandbox_whatomate_answer (data);
}

JsonNode *
wa_sandbox_whatomate_set_contact_tags (WaSandboxExchange  *exchange,
                                       GError            **error)
{
  WaSandboxContact *contact = wa_sandbox_whatomate_find_contact (exchange, error);
  JsonObject *data = NULL;

  if (!contact || !wa_sandbox_check_object (&exchange->json, WA_SANDBOX_MEMBERS (tags_members), error))
    return NULL;

  apply_details (exchange, contact);
  data = json_object_new ();
  json_object_set_string_member (data, "message", "Tags updated successfully");
  wa_sandbox_set_texts (data, "tags", contact->tags);
  return wa_sandbox_whatomate_answer (data);
}

JsonNode *
wa_sandbox_whatomate_read_contact (WaSandboxExchange  *exchange,
                                   GError            **error)
{
  const WaSandboxContact *contact = wa_sandbox_whatomate_find_contact (exchange, error);

  if (!contact)
    return NULL;

  wa_sandbox_whatomate_mark_read (exchange, contact);
  return wa_sandbox_whatomate_say ("Messages marked as read");
}
