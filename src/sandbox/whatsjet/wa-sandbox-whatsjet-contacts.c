/* wa-sandbox-whatsjet-contacts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "core/wa-util.h"
#include "sandbox/whatsjet/wa-sandbox-whatsjet-private.h"

#define PAGE_SIZE     50
#define MAX_PAGE_SIZE 100

/* Names joined by commas without blanks around them. */
#define NAME   "[^, ]([^,]*[^, ])?"
#define GROUPS "^" NAME "(," NAME ")*$"

/* A contact that comes along with a message; only that of a text message has custom fields. */
#define DETAILS(type) \
  { "first_name", type, 255 }, \
  { "last_name", type, 255 }, \
  { "email", type }, \
  { "country", type }, \
  { "language_code", type }, \
  { "groups", type }

#define FIELDS { "custom_fields", WA_SANDBOX_OBJECT }

static const WaSandboxMember detail_members[] = {
  DETAILS (WA_SANDBOX_TEXT),
};

static const WaSandboxMember detail_and_field_members[] = {
  DETAILS (WA_SANDBOX_TEXT), FIELDS,
};

static const WaSandboxMember create_members[] = {
  { "phone_number", WA_SANDBOX_TEXT | WA_SANDBOX_REQUIRED },
  DETAILS (WA_SANDBOX_TEXT), FIELDS,
};

static const WaSandboxMember update_members[] = {
  DETAILS (WA_SANDBOX_ANY_TEXT), FIELDS,
  { "whatsapp_opt_out", WA_SANDBOX_BOOLEAN },
  { "enable_ai_bot", WA_SANDBOX_BOOLEAN },
};

static const WaSandboxMember assign_members[] = {
  { "phone_number", WA_SANDBOX_TEXT | WA_SANDBOX_REQUIRED },
  { "username_or_email", WA_SANDBOX_TEXT | WA_SANDBOX_REQUIRED },
  { "enable_ai_bot", WA_SANDBOX_INTEGER },
  { "enable_reply_bot", WA_SANDBOX_INTEGER },
};

gboolean
wa_sandbox_whatsjet_check_phone (const WaJson  *json,
                                 GError       **error)
{
  const char *number = wa_sandbox_get_text (json, "phone_number");

  return (g_regex_match_simple ("^[1-9][0-9]{7,14}$", number, 0, 0)
          || wa_sandbox_refuse (error, 400, "phone_number must be 8 to 15 digits with the country code"));
}

static gboolean
check_fields (WaSandboxWorld  *world,
              const WaJson    *json,
              GError         **error)
{
  WaJson fields = wa_json_member (json, "custom_fields");
  g_auto(GStrv) names = wa_json_dup_names (&fields);

  for (guint i = 0; names[i]; i++)
    {
      if (!wa_sandbox_get_text (&fields, names[i]))
        return wa_sandbox_refuse (error, 400, "custom_fields must have strings");
      if (!g_strv_contains ((const char *const *) world->attributes, names[i]))
        return wa_sandbox_refuse (error, WA_WHATSJET_FAILED, "Custom field %s not found", names[i]);
    }

  return TRUE;
}

static gboolean
check_values (WaSandboxWorld  *world,
              const WaJson    *json,
              GError         **error)
{
  const char *email = wa_sandbox_get_text (json, "email");
  const char *groups = wa_sandbox_get_text (json, "groups");

  if (!wa_is_empty (email) && !g_regex_match_simple ("^[^@ ]+@[^@ ]+$", email, 0, 0))
    return wa_sandbox_refuse (error, 400, "email must be a valid e-mail address");
  if (!wa_is_empty (groups) && !g_regex_match_simple (GROUPS, groups, 0, 0))
    return wa_sandbox_refuse (error, 400, "groups must be names joined by commas");

  return check_fields (world, json, error);
}

/* The object `contact` of a message. */
gboolean
wa_sandbox_whatsjet_check_details (WaSandboxExchange  *exchange,
                                   const WaJson       *json,
                                   gboolean            with_fields,
                                   GError            **error)
{
  gboolean known = with_fields
                   ? wa_sandbox_check_object (json, WA_SANDBOX_MEMBERS (detail_and_field_members), error)
                   : wa_sandbox_check_object (json, WA_SANDBOX_MEMBERS (detail_members), error);

  return known && check_values (exchange->world, json, error);
}

/* The world's people have one name; where none was said to be the last one, it begins at the first blank. */
static const char *
get_last_name (WaSandboxExchange      *exchange,
               const WaSandboxContact *contact)
{
  const WaWhatsjetState *state = exchange->state;
  const char *name = g_hash_table_lookup (state->last_names, contact->id);
  const char *blank = strchr (wa_or_empty (contact->name), ' ');

  if (name)
    return name;

  return blank ? blank + 1 : "";
}

static char *
dup_first_name (WaSandboxExchange      *exchange,
                const WaSandboxContact *contact)
{
  const char *name = wa_or_empty (contact->name);
  gsize length = strlen (name) - strlen (get_last_name (exchange, contact));

  return g_strchomp (g_strndup (name, length));
}

static void
apply_names (WaSandboxExchange *exchange,
             WaSandboxContact  *contact,
             const WaJson      *json)
{
  WaWhatsjetState *state = exchange->state;
  const char *new_first = wa_sandbox_get_text (json, "first_name");
  const char *new_last = wa_sandbox_get_text (json, "last_name");
  g_autofree char *first = new_first ? g_strdup (new_first) : dup_first_name (exchange, contact);
  g_autofree char *last = g_strdup (new_last ? new_last : get_last_name (exchange, contact));
  g_autofree char *name = g_strdup_printf ("%s%s%s", first, *first && *last ? " " : "", last);

  wa_set_str (&contact->name, name);
  g_hash_table_insert (state->last_names, g_strdup (contact->id), g_steal_pointer (&last));
}

/* The groups that are named replace the ones there were; new ones are made. */
static void
apply_groups (WaSandboxExchange *exchange,
              WaSandboxContact  *contact,
              const char        *groups)
{
  WaSandboxWorld *world = exchange->world;

  g_strfreev (contact->lists);
  contact->lists = g_strsplit (groups, ",", -1);

  for (guint i = 0; contact->lists[i]; i++)
    {
      if (!wa_sandbox_find_name (world->lists, contact->lists[i]))
        wa_sandbox_world_add_name (world, world->lists, contact->lists[i]);
    }
}

static void
apply_fields (WaSandboxContact *contact,
              const WaJson     *json)
{
  WaJson fields = wa_json_member (json, "custom_fields");
  g_auto(GStrv) names = wa_json_dup_names (&fields);

  for (guint i = 0; names[i]; i++)
    wa_sandbox_contact_set_attribute (contact, names[i], wa_sandbox_get_text (&fields, names[i]));
}

void
wa_sandbox_whatsjet_apply_details (WaSandboxExchange *exchange,
                                   WaSandboxContact  *contact,
                                   const WaJson      *json)
{
  WaJson opt_out = wa_json_member (json, "whatsapp_opt_out");
  const char *email = wa_sandbox_get_text (json, "email");
  const char *country = wa_sandbox_get_text (json, "country");
  const char *language = wa_sandbox_get_text (json, "language_code");
  const char *groups = wa_sandbox_get_text (json, "groups");

  apply_names (exchange, contact, json);
  apply_fields (contact, json);
  if (email)
    wa_sandbox_contact_set_attribute (contact, "email", email);
  if (country)
    wa_set_str (&contact->country, country);
  if (language)
    wa_set_str (&contact->language, language);
  if (groups)
    apply_groups (exchange, contact, groups);

  contact->opt_in = !wa_json_get_flag (&opt_out, !contact->opt_in);
  contact->updated = wa_sandbox_world_get_now (exchange->world);
}

JsonNode *
wa_sandbox_whatsjet_create_contact (WaSandboxExchange  *exchange,
                                    GError            **error)
{
  const WaJson *json = &exchange->json;
  const char *number = wa_sandbox_get_text (json, "phone_number");
  WaSandboxContact *contact = NULL;
  g_autofree char *uid = NULL;
  JsonObject *data = NULL;

  if (!wa_sandbox_check_object (json, WA_SANDBOX_MEMBERS (create_members), error)
      || !wa_sandbox_whatsjet_check_phone (json, error)
      || !check_values (exchange->world, json, error))
    return NULL;

  if (wa_sandbox_world_find_number (exchange->world, number))
    {
      wa_sandbox_refuse (error, WA_WHATSJET_FAILED, "Contact already exists");
      return NULL;
    }

  contact = wa_sandbox_world_add_contact (exchange->world, number, NULL, "api");
  wa_sandbox_whatsjet_apply_details (exchange, contact, json);

  uid = wa_sandbox_whatsjet_dup_uid (contact->id);
  data = json_object_new ();
  json_object_set_string_member (data, "contact_uid", uid);
  json_object_set_string_member (data, "phone_number", contact->number);
  return wa_sandbox_whatsjet_answer ("Contact created", data);
}

static JsonNode *
say_missing (WaSandboxExchange *exchange)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "result", "failed");
  json_object_set_string_member (object, "message", "Contact not found");
  wa_sandbox_exchange_set_status (exchange, SOUP_STATUS_NOT_FOUND);

  return wa_sandbox_node_new (object);
}

JsonNode *
wa_sandbox_whatsjet_update_contact (WaSandboxExchange  *exchange,
                                    GError            **error)
{
  const WaJson *json = &exchange->json;
  const char *number = wa_sandbox_exchange_get_argument (exchange, 1);
  WaSandboxContact *contact = wa_sandbox_world_find_number (exchange->world, number);
  g_auto(GStrv) names = wa_json_dup_names (json);

  if (!contact)
    return say_missing (exchange);

  if (!wa_sandbox_check_object (json, WA_SANDBOX_MEMBERS (update_members), error)
      || !check_values (exchange->world, json, error))
    return NULL;
  if (!names[0])
    {
      wa_sandbox_refuse (error, 400, "There is nothing to update");
      return NULL;
    }

  wa_sandbox_whatsjet_apply_details (exchange, contact, json);
  return wa_sandbox_whatsjet_answer ("Contact updated", json_object_new ());
}

static JsonObject *
write_contact (WaSandboxExchange      *exchange,
               const WaSandboxContact *contact)
{
  g_autofree char *uid = wa_sandbox_whatsjet_dup_uid (contact->id);
  g_autofree char *first_name = dup_first_name (exchange, contact);
  g_autofree char *groups = g_strjoinv (",", contact->lists);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "_uid", uid);
  json_object_set_string_member (object, "wa_id", contact->number);
  wa_sandbox_set_text (object, "first_name", first_name);
  wa_sandbox_set_text (object, "last_name", get_last_name (exchange, contact));
  wa_sandbox_set_text (object, "email", wa_sandbox_contact_get_attribute (contact, "email"));
  wa_sandbox_set_text (object, "language_code", contact->language);
  json_object_set_boolean_member (object, "whatsapp_opt_out", !contact->opt_in);
  wa_sandbox_set_text (object, "groups", groups);

  return object;
}

static const WaSandboxContact *
find_contact (WaSandboxWorld *world,
              const char     *number_or_email)
{
  for (guint i = 0; i < world->contacts->len; i++)
    {
      const WaSandboxContact *contact = g_ptr_array_index (world->contacts, i);

      if (g_str_equal (contact->number, number_or_email)
          || g_strcmp0 (wa_sandbox_contact_get_attribute (contact, "email"), number_or_email) == 0)
        return contact;
    }

  return NULL;
}

JsonNode *
wa_sandbox_whatsjet_get_contact (WaSandboxExchange  *exchange,
                                 GError            **error)
{
  const char *text = wa_sandbox_exchange_get_query (exchange, "phone_number_or_email");
  const WaSandboxContact *contact = NULL;
  JsonObject *data = NULL;

  if (wa_is_empty (text))
    {
      wa_sandbox_refuse (error, 400, "phone_number_or_email is required");
      return NULL;
    }

  contact = find_contact (exchange->world, text);
  if (!contact)
    return say_missing (exchange);

  data = json_object_new ();
  json_object_set_object_member (data, "contact", write_contact (exchange, contact));
  return wa_sandbox_whatsjet_answer (NULL, data);
}

JsonNode *
wa_sandbox_whatsjet_list_contacts (WaSandboxExchange  *exchange,
                                   GError            **error)
{
  const char *term = wa_sandbox_exchange_get_query (exchange, "search_term");
  GPtrArray *contacts = exchange->world->contacts;
  g_autoptr(GPtrArray) found = g_ptr_array_new ();
  JsonArray *rows = NULL;
  JsonObject *data = NULL;
  WaSandboxPage page;
  guint number, limit;

  if (!wa_sandbox_exchange_read_count (exchange, "page", 1, &number, error)
      || !wa_sandbox_exchange_read_count (exchange, "page_size", PAGE_SIZE, &limit, error))
    return NULL;

  for (guint i = 0; i < contacts->len; i++)
    {
      const WaSandboxContact *contact = g_ptr_array_index (contacts, i);

      if (wa_sandbox_contains (contact->name, term) || wa_sandbox_contains (contact->number, term))
        g_ptr_array_add (found, (gpointer) contact);
    }

  page = wa_sandbox_page_new (found->len, number, MIN (limit, MAX_PAGE_SIZE));
  rows = json_array_new ();
  for (guint i = page.start; i < page.end; i++)
    json_array_add_object_element (rows, write_contact (exchange, g_ptr_array_index (found, i)));

  data = json_object_new ();
  wa_sandbox_whatsjet_set_page (data, "contactList", rows, &page);
  return wa_sandbox_whatsjet_answer (NULL, data);
}

static gboolean
check_switch (const WaJson  *json,
              const char    *name,
              GError       **error)
{
  WaJson member = wa_json_member (json, name);
  gint64 value = wa_json_get_integer (&member, 0);

  return value == 0 || value == 1 || wa_sandbox_refuse (error, 400, "%s must be 0 or 1", name);
}

/* Nobody sees the team here, so the answer is all there is of it. */
JsonNode *
wa_sandbox_whatsjet_assign_member (WaSandboxExchange  *exchange,
                                   GError            **error)
{
  const WaJson *json = &exchange->json;

  if (!wa_sandbox_check_object (json, WA_SANDBOX_MEMBERS (assign_members), error)
      || !wa_sandbox_whatsjet_check_phone (json, error)
      || !check_switch (json, "enable_ai_bot", error)
      || !check_switch (json, "enable_reply_bot", error))
    return NULL;
  if (!wa_sandbox_world_find_number (exchange->world, wa_sandbox_get_text (json, "phone_number")))
    return say_missing (exchange);

  return wa_sandbox_whatsjet_answer ("Assigned", NULL);
}

static JsonNode *
answer_names (GPtrArray  *names,
              const char *member)
{
  JsonArray *rows = json_array_new ();
  JsonObject *data = json_object_new ();

  for (guint i = 0; i < names->len; i++)
    {
      const WaSandboxName *name = g_ptr_array_index (names, i);
      g_autofree char *uid = wa_sandbox_whatsjet_dup_uid (name->id);
      JsonObject *row = json_object_new ();

      json_object_set_string_member (row, "_uid", uid);
      json_object_set_string_member (row, "title", name->name);
      json_array_add_object_element (rows, row);
    }

  json_object_set_array_member (data, member, rows);
  return wa_sandbox_whatsjet_answer (NULL, data);
}

JsonNode *
wa_sandbox_whatsjet_list_groups (WaSandboxExchange  *exchange,
                                 GError            **error)
{
  return answer_names (exchange->world->lists, "groups");
}

JsonNode *
wa_sandbox_whatsjet_list_labels (WaSandboxExchange  *exchange,
                                 GError            **error)
{
  return answer_names (exchange->world->tags, "labels");
}
