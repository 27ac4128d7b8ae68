/* wa-sandbox-pabbly-contacts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "core/wa-util.h"
#include "sandbox/pabbly/wa-sandbox-pabbly-private.h"

#define MAX_LIMIT 25

static const WaSandboxMember attribute_members[] = {
  { "name", WA_SANDBOX_TEXT | WA_SANDBOX_REQUIRED },
  { "value", WA_SANDBOX_ANY_TEXT | WA_SANDBOX_REQUIRED },
};

static const WaSandboxMember create_members[] = {
  { "mobile", WA_SANDBOX_TEXT | WA_SANDBOX_REQUIRED },
  { "name", WA_SANDBOX_TEXT },
  { "optin", WA_SANDBOX_BOOLEAN },
  { "incomingBlocked", WA_SANDBOX_BOOLEAN },
  { "tags", WA_SANDBOX_TEXTS },
  { "attributes", WA_SANDBOX_LIST },
};

static const WaSandboxMember update_members[] = {
  { "mobile", WA_SANDBOX_TEXT },
  { "name", WA_SANDBOX_TEXT },
  { "optin", WA_SANDBOX_BOOLEAN },
  { "incomingBlocked", WA_SANDBOX_BOOLEAN },
  { "tags", WA_SANDBOX_TEXTS },
  { "tagsToAdd", WA_SANDBOX_TEXTS },
  { "tagsToRemove", WA_SANDBOX_TEXTS },
  { "attributes", WA_SANDBOX_LIST },
};

static gboolean
check_attribute_forms (const WaJson  *json,
                       GError       **error)
{
  WaJson attributes = wa_json_member (json, "attributes");

  for (guint i = 0; i < wa_json_length (&attributes); i++)
    {
      WaJson attribute = wa_json_element (&attributes, i);

      if (!wa_sandbox_check_object (&attribute, WA_SANDBOX_MEMBERS (attribute_members), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_tags (WaSandboxWorld  *world,
            const WaJson    *json,
            const char      *name,
            GError         **error)
{
  WaJson member = wa_json_member (json, name);
  g_auto(GStrv) tags = wa_json_dup_texts (&member);

  for (guint i = 0; tags[i]; i++)
    {
      if (!wa_sandbox_find_name (world->tags, tags[i]))
        return wa_sandbox_refuse (error, 400, "Tag %s does not exist in Settings", tags[i]);
    }

  return TRUE;
}

/* Tags and custom fields must exist; their JSON is known to be right. */
gboolean
wa_sandbox_pabbly_check_details (WaSandboxWorld  *world,
                                 const WaJson    *json,
                                 GError         **error)
{
  WaJson attributes = wa_json_member (json, "attributes");

  if (!check_attribute_forms (json, error)
      || !check_tags (world, json, "tags", error)
      || !check_tags (world, json, "tagsToAdd", error))
    return FALSE;

  for (guint i = 0; i < wa_json_length (&attributes); i++)
    {
      WaJson attribute = wa_json_element (&attributes, i);
      const char *name = wa_sandbox_get_text (&attribute, "name");

      if (!g_strv_contains ((const char *const *) world->attributes, name))
        return wa_sandbox_refuse (error, 400, "Attribute %s does not exist in Settings", name);
    }

  return TRUE;
}

static void
apply_tags (WaSandboxContact *contact,
            const WaJson     *json)
{
  WaJson tags = wa_json_member (json, "tags");
  WaJson added = wa_json_member (json, "tagsToAdd");
  WaJson removed = wa_json_member (json, "tagsToRemove");
  g_auto(GStrv) to_add = wa_json_dup_texts (&added);
  g_auto(GStrv) to_remove = wa_json_dup_texts (&removed);

  if (wa_json_is (&tags, WA_JSON_LIST))
    {
      g_strfreev (contact->tags);
      contact->tags = wa_json_dup_texts (&tags);
    }

  for (guint i = 0; to_add[i]; i++)
    wa_sandbox_add_text (&contact->tags, to_add[i]);
  for (guint i = 0; to_remove[i]; i++)
    wa_sandbox_remove_text (&contact->tags, to_remove[i]);
}

/* Everything but the number.  An empty value takes a custom field away, which on a new contact is
 * to ignore it. */
void
wa_sandbox_pabbly_apply_details (WaSandboxContact *contact,
                                 const WaJson     *json)
{
  const char *name = wa_sandbox_get_text (json, "name");
  WaJson opt_in = wa_json_member (json, "optin");
  WaJson blocked = wa_json_member (json, "incomingBlocked");
  WaJson attributes = wa_json_member (json, "attributes");

  if (name)
    wa_set_str (&contact->name, name);
  contact->opt_in = wa_json_get_flag (&opt_in, contact->opt_in);
  contact->blocked = wa_json_get_flag (&blocked, contact->blocked);
  apply_tags (contact, json);

  for (guint i = 0; i < wa_json_length (&attributes); i++)
    {
      WaJson attribute = wa_json_element (&attributes, i);

      wa_sandbox_contact_set_attribute (contact, wa_sandbox_get_text (&attribute, "name"),
                                        wa_sandbox_get_text (&attribute, "value"));
    }
}

static void
write_attributes (JsonObject             *object,
                  const WaSandboxContact *contact,
                  gboolean                with_ids)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < contact->attributes->len; i++)
    {
      const WaSandboxAttribute *attribute = g_ptr_array_index (contact->attributes, i);
      JsonObject *element = json_object_new ();

      json_object_set_string_member (element, "name", attribute->name);
      json_object_set_string_member (element, "value", attribute->value);
      if (with_ids)
        json_object_set_string_member (element, "_id", attribute->id);
      json_array_add_object_element (array, element);
    }

  json_object_set_array_member (object, "attributes", array);
}

/* What contacts look like in every answer but that of their creation. */
static JsonObject *
write_contact (const WaSandboxContact *contact)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "_id", contact->id);
  json_object_set_string_member (object, "name", contact->name);
  json_object_set_string_member (object, "countryCode", contact->dial_code);
  json_object_set_string_member (object, "mobile", contact->number);
  json_object_set_string_member (object, "status", contact->inactive ? "inactive" : "active");
  json_object_set_string_member (object, "source", contact->source);
  json_object_set_boolean_member (object, "optin", contact->opt_in);
  write_attributes (object, contact, TRUE);
  json_object_set_boolean_member (object, "incomingBlocked", contact->blocked);
  json_object_set_array_member (object, "broadcastIds", json_array_new ());
  wa_sandbox_set_texts (object, "list", contact->lists);
  wa_sandbox_set_texts (object, "tags", contact->tags);
  json_object_set_int_member (object, "__v", 0);
  wa_sandbox_set_time (object, "createdAt", contact->created);
  wa_sandbox_set_time (object, "updatedAt", contact->updated);

  return object;
}

static JsonObject *
write_created (const WaSandboxContact *contact)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "mobile", contact->number);
  json_object_set_string_member (object, "name", contact->name);
  json_object_set_boolean_member (object, "optin", contact->opt_in);
  json_object_set_boolean_member (object, "incomingBlocked", contact->blocked);
  wa_sandbox_set_texts (object, "tags", contact->tags);
  write_attributes (object, contact, FALSE);
  json_object_set_string_member (object, "source", contact->source);
  wa_sandbox_set_texts (object, "list", contact->lists);

  return object;
}

static const char *
get_mobile (const WaJson *json)
{
  return wa_sandbox_get_text (json, "mobile");
}

/* Returns the contact that was made or overwritten, or %NULL: with @error set it is refused,
 * without it was skipped. */
static WaSandboxContact *
create_contact (WaSandboxWorld  *world,
                const WaJson    *json,
                gboolean         overwrite,
                GError         **error)
{
  const char *mobile = get_mobile (json);
  WaSandboxContact *contact = wa_sandbox_world_find_number (world, mobile);

  if (!wa_sandbox_check_number (mobile, error)
      || !wa_sandbox_pabbly_check_details (world, json, error)
      || (contact && !overwrite))
    return NULL;

  if (!contact)
    {
      contact = wa_sandbox_world_add_contact (world, mobile, NULL, "api");
      wa_sandbox_add_text (&contact->lists, "all");
    }

  wa_sandbox_pabbly_apply_details (contact, json);
  contact->updated = wa_sandbox_world_get_now (world);
  return contact;
}

static void
add_failed (JsonArray    *failed,
            const WaJson *json,
            const GError *error)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "mobile", get_mobile (json));
  json_object_set_string_member (object, "error", error->message);
  json_array_add_object_element (failed, object);
}

static JsonNode *
write_report (JsonArray *created,
              JsonArray *failed)
{
  guint n_created = json_array_get_length (created);
  guint n_failed = json_array_get_length (failed);
  JsonObject *data = json_object_new ();
  JsonObject *object = json_object_new ();
  g_autofree char *message = NULL;

  if (n_created == 0 && n_failed > 0)
    message = g_strdup ("No contact saved");
  else
    message = g_strdup_printf ("%u contact%s saved successfully", n_created, n_created == 1 ? "" : "s");

  json_object_set_array_member (data, "createdContacts", created);
  json_object_set_int_member (data, "failedCount", n_failed);
  json_object_set_array_member (data, "failedContacts", failed);

  json_object_set_string_member (object, "status", n_created == 0 && n_failed > 0 ? "error" : "success");
  json_object_set_string_member (object, "message", message);
  json_object_set_object_member (object, "data", data);

  return wa_sandbox_node_new (object);
}

/* The form of every row is checked before the first contact is made. */
static gboolean
check_rows (WaSandboxExchange  *exchange,
            GError            **error)
{
  const char *duplicate = wa_sandbox_exchange_get_query (exchange, "onDuplicate");

  if (duplicate && !g_str_equal (duplicate, "skip") && !g_str_equal (duplicate, "overwrite"))
    return wa_sandbox_refuse (error, 400, "onDuplicate must be skip or overwrite");
  if (wa_json_length (&exchange->json) == 0)
    return wa_sandbox_refuse (error, 400, "The body must be a non-empty array of contacts");

  for (guint i = 0; i < wa_json_length (&exchange->json); i++)
    {
      WaJson row = wa_json_element (&exchange->json, i);

      if (!wa_sandbox_check_object (&row, WA_SANDBOX_MEMBERS (create_members), error)
          || !check_attribute_forms (&row, error))
        return FALSE;
    }

  return TRUE;
}

JsonNode *
wa_sandbox_pabbly_create_contacts (WaSandboxExchange  *exchange,
                                   GError            **error)
{
  gboolean overwrite = g_strcmp0 (wa_sandbox_exchange_get_query (exchange, "onDuplicate"), "overwrite") == 0;
  JsonArray *created = NULL, *failed = NULL;

  if (!check_rows (exchange, error))
    return NULL;

  created = json_array_new ();
  failed = json_array_new ();
  for (guint i = 0; i < wa_json_length (&exchange->json); i++)
    {
      WaJson row = wa_json_element (&exchange->json, i);
      g_autoptr(GError) refusal = NULL;
      WaSandboxContact *contact = create_contact (exchange->world, &row, overwrite, &refusal);

      if (contact)
        json_array_add_object_element (created, write_created (contact));
      else if (refusal)
        add_failed (failed, &row, refusal);
    }

  return write_report (created, failed);
}

static gboolean
check_update (WaSandboxExchange       *exchange,
              const WaSandboxContact  *contact,
              GError                 **error)
{
  const WaJson *json = &exchange->json;
  WaJson tags = wa_json_member (json, "tags");
  WaJson added = wa_json_member (json, "tagsToAdd");
  WaJson removed = wa_json_member (json, "tagsToRemove");
  g_auto(GStrv) names = wa_json_dup_names (json);
  const WaSandboxContact *other = NULL;

  if (!wa_sandbox_check_object (json, WA_SANDBOX_MEMBERS (update_members), error)
      || !wa_sandbox_pabbly_check_details (exchange->world, json, error))
    return FALSE;
  if (!*names)
    return wa_sandbox_refuse (error, 400, "Nothing to update");
  if (tags.node && (added.node || removed.node))
    return wa_sandbox_refuse (error, 400, "tags cannot be combined with tagsToAdd or tagsToRemove");
  if (!get_mobile (json))
    return TRUE;

  other = wa_sandbox_world_find_number (exchange->world, get_mobile (json));
  if (other && other != contact)
    return wa_sandbox_refuse (error, 400, "Another contact has this mobile number");

  return wa_sandbox_check_number (get_mobile (json), error);
}

static WaSandboxContact *
find_contact (WaSandboxExchange  *exchange,
              GError            **error)
{
  WaSandboxContact *contact = NULL;

  contact = wa_sandbox_world_find_contact (exchange->world, wa_sandbox_exchange_get_argument (exchange, 0));
  if (!contact)
    wa_sandbox_refuse (error, SOUP_STATUS_NOT_FOUND, "Contact not found");

  return contact;
}

JsonNode *
wa_sandbox_pabbly_update_contact (WaSandboxExchange  *exchange,
                                  GError            **error)
{
  WaSandboxContact *contact = find_contact (exchange, error);
  JsonObject *data = NULL;

  if (!contact || !check_update (exchange, contact, error))
    return NULL;

  if (get_mobile (&exchange->json))
    wa_sandbox_world_set_number (exchange->world, contact, get_mobile (&exchange->json));
  wa_sandbox_pabbly_apply_details (contact, &exchange->json);
  contact->updated = wa_sandbox_world_get_now (exchange->world);

  data = write_contact (contact);
  json_object_remove_member (data, "broadcastIds");
  return wa_sandbox_pabbly_answer ("Contact updated successfully", data);
}

JsonNode *
wa_sandbox_pabbly_get_contact (WaSandboxExchange  *exchange,
                               GError            **error)
{
  const WaSandboxContact *contact = find_contact (exchange, error);
  JsonObject *data = NULL;

  if (!contact)
    return NULL;

  data = write_contact (contact);
  json_object_set_string_member (data, "settingId", "6764020afc60086212ad5119");
  json_object_set_string_member (data, "userId", "668e6cd7aacce52512345678");
  if (contact->last_active)
    wa_sandbox_set_time (data, "lastActive", contact->last_active);

  return wa_sandbox_pabbly_answer ("Contact retrieved successfully.", data);
}

static gboolean
has_any_tag (const WaSandboxContact *contact,
             const char             *names)
{
  g_auto(GStrv) tags = g_strsplit (names, ",", -1);

  for (guint i = 0; tags[i]; i++)
    {
      if (wa_sandbox_contact_has_tag (contact, tags[i]))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_attributes (WaSandboxExchange      *exchange,
                const WaSandboxContact *contact)
{
  for (guint i = 0; ; i++)
    {
      g_autofree char *name_key = g_strdup_printf ("attributes[%u][name]", i);
      g_autofree char *value_key = g_strdup_printf ("attributes[%u][value]", i);
      const char *name = wa_sandbox_exchange_get_query (exchange, name_key);

      if (!name)
        return TRUE;
      if (g_strcmp0 (wa_sandbox_contact_get_attribute (contact, name),
                     wa_sandbox_exchange_get_query (exchange, value_key)) != 0)
        return FALSE;
    }
}

static gboolean
fits (WaSandboxExchange      *exchange,
      const WaSandboxContact *contact)
{
  const char *name = wa_sandbox_exchange_get_query (exchange, "name");
  const char *mobile = wa_sandbox_exchange_get_query (exchange, "mobile");
  const char *tags = wa_sandbox_exchange_get_query (exchange, "tags");
  const char *source = wa_sandbox_exchange_get_query (exchange, "source");
  const char *opt_in = wa_sandbox_exchange_get_query (exchange, "optin");
  const char *blocked = wa_sandbox_exchange_get_query (exchange, "incomingBlocked");

  return (wa_sandbox_contains (contact->name, name)
          && (!mobile || strstr (contact->number, mobile))
          && (!tags || has_any_tag (contact, tags))
          && (!source || g_str_equal (contact->source, source))
          && (!opt_in || contact->opt_in == g_str_equal (opt_in, "true"))
          && (!blocked || contact->blocked == g_str_equal (blocked, "true"))
          && has_attributes (exchange, contact));
}

static int
compare_created (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  const WaSandboxContact *first = *(const WaSandboxContact *const *) a;
  const WaSandboxContact *second = *(const WaSandboxContact *const *) b;
  int direction = GPOINTER_TO_INT (user_data);

  if (first->created == second->created)
    return direction * strcmp (first->id, second->id);

  return first->created < second->created ? -direction : direction;
}

static GPtrArray *
dup_fitting (WaSandboxExchange *exchange)
{
  gboolean ascending = g_strcmp0 (wa_sandbox_exchange_get_query (exchange, "order"), "1") == 0;
  GPtrArray *fitting = g_ptr_array_new ();

  for (guint i = 0; i < exchange->world->contacts->len; i++)
    {
      WaSandboxContact *contact = g_ptr_array_index (exchange->world->contacts, i);

      if (fits (exchange, contact))
        g_ptr_array_add (fitting, contact);
    }

  g_ptr_array_sort_with_data (fitting, compare_created, GINT_TO_POINTER (ascending ? 1 : -1));
  return fitting;
}

static void
write_counts (JsonObject          *data,
              WaSandboxExchange   *exchange,
              const WaSandboxPage *page)
{
  if (page->end < page->total)
    {
      g_autofree char *next = g_strdup_printf ("%s%s/contacts?limit=%u&page=%u", exchange->origin,
                                               exchange->dialect->base_path, page->limit, page->number + 1);

      json_object_set_string_member (data, "next", next);
    }
  else
    {
      json_object_set_null_member (data, "next");
    }

  json_object_set_int_member (data, "totalCount", page->total);
  json_object_set_int_member (data, "currentPage", page->number);
  json_object_set_int_member (data, "remainingCount", page->total - page->end);
  json_object_set_int_member (data, "count", page->end - page->start);
}

JsonNode *
wa_sandbox_pabbly_list_contacts (WaSandboxExchange  *exchange,
                                 GError            **error)
{
  g_autoptr(GPtrArray) contacts = NULL;
  JsonObject *data = NULL;
  JsonArray *array = NULL;
  WaSandboxPage page;
  guint number, limit;

  if (!wa_sandbox_exchange_read_count (exchange, "page", 1, &number, error)
      || !wa_sandbox_exchange_read_count (exchange, "limit", MAX_LIMIT, &limit, error)
      || !wa_sandbox_exchange_check_choice (exchange, "order", "-1 1", error)
      || !wa_sandbox_exchange_check_choice (exchange, "optin", "true false", error)
      || !wa_sandbox_exchange_check_choice (exchange, "incomingBlocked", "true false", error)
      || !wa_sandbox_exchange_check_choice (exchange, "source", "api csv user sync wa manual", error))
    return NULL;

  contacts = dup_fitting (exchange);
  page = wa_sandbox_page_new (contacts->len, number, MIN (limit, MAX_LIMIT));
  array = json_array_new ();
  for (guint i = page.start; i < page.end; i++)
    json_array_add_object_element (array, write_contact (g_ptr_array_index (contacts, i)));

  data = json_object_new ();
  json_object_set_array_member (data, "contacts", array);
  write_counts (data, exchange, &page);
  return wa_sandbox_pabbly_answer ("Contacts retrieved successfully", data);
}

JsonNode *
wa_sandbox_pabbly_list_lists (WaSandboxExchange  *exchange,
                              GError            **error)
{
  GPtrArray *lists = exchange->world->lists;
  JsonObject *data = json_object_new ();
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < lists->len; i++)
    {
      const WaSandboxName *list = g_ptr_array_index (lists, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "_id", list->id);
      json_object_set_string_member (object, "name", list->name);
      wa_sandbox_set_time (object, "createdAt", list->created);
      json_object_set_boolean_member (object, "incomingBlocked", FALSE);
      json_object_set_array_member (object, "tags", json_array_new ());
      json_object_set_boolean_member (object, "optin", TRUE);
      json_object_set_array_member (object, "attributes", json_array_new ());
      json_array_add_object_element (array, object);
    }

  json_object_set_array_member (data, "lists", array);
  json_object_set_int_member (data, "total", lists->len);
  return wa_sandbox_pabbly_answer ("Lists retrieved successfully.", data);
}

JsonNode *
wa_sandbox_pabbly_list_tags (WaSandboxExchange  *exchange,
                             GError            **error)
{
  GPtrArray *tags = exchange->world->tags;
  JsonObject *data = json_object_new ();
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < tags->len; i++)
    {
      const WaSandboxName *tag = g_ptr_array_index (tags, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "_id", tag->id);
      json_object_set_string_member (object, "name", tag->name);
      wa_sandbox_set_time (object, "createdAt", tag->created);
      json_object_set_boolean_member (object, "firstMessage", FALSE);
      json_object_set_array_member (object, "keywords", json_array_new ());
      json_array_add_object_element (array, object);
    }

  json_object_set_array_member (data, "tags", array);
  json_object_set_int_member (data, "total", tags->len);
  return wa_sandbox_pabbly_answer ("Tags retrieved successfully.", data);
}
