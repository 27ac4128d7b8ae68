/* wa-sandbox-wabotick-subscribers.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * B12 to B16, B18 to B25 and BX04.
 */

#include "config.h"

#include "core/wa-util.h"
#include "sandbox/wabotick/wa-sandbox-wabotick-private.h"

#define MAX_LIMIT 100

static const WaSandboxMember subscriber_members[] = { WA_WABOTICK_FROM_TO };

static const WaSandboxMember create_members[] = {
  { "phoneNumberID", WA_WABOTICK_REQUIRED },
  { "name", WA_WABOTICK_REQUIRED },
  { "phoneNumber", WA_WABOTICK_REQUIRED },
};

static const WaSandboxMember list_members[] = {
  WA_WABOTICK_FROM,
  { "limit", WA_WABOTICK_REQUIRED },
  { "offset", WA_WABOTICK_REQUIRED },
};

static const WaSandboxMember update_members[] = {
  WA_WABOTICK_FROM_TO,
  { "first_name", WA_SANDBOX_TEXT },
  { "last_name", WA_SANDBOX_TEXT },
  { "gender", WA_SANDBOX_TEXT },
};

static const WaSandboxMember note_members[] = {
  WA_WABOTICK_FROM_TO,
  { "note_text", WA_WABOTICK_REQUIRED, 2000 },
};

static const WaSandboxMember member_members[] = {
  WA_WABOTICK_FROM_TO,
  { "team_member_id", WA_WABOTICK_REQUIRED },
};

static const WaSandboxMember field_members[] = {
  WA_WABOTICK_FROM_TO,
  { "custom_fields", WA_WABOTICK_REQUIRED },
};

static const WaSandboxMember label_members[] = {
  WA_WABOTICK_FROM_TO,
  { "label_ids", WA_WABOTICK_REQUIRED },
};

static const WaSandboxMember sequence_members[] = {
  WA_WABOTICK_FROM_TO,
  { "sequence_ids", WA_WABOTICK_REQUIRED },
};

static const WaSandboxMember mark_members[] = {
  WA_WABOTICK_FROM_TO,
  { "action", WA_WABOTICK_REQUIRED },
};

/* Refuses where the recipient is no subscriber. */
WaSandboxContact *
wa_sandbox_wabotick_find_subscriber (WaSandboxExchange  *exchange,
                                     GError            **error)
{
  WaSandboxContact *contact = NULL;

  contact = wa_sandbox_world_find_number (exchange->world,
                                          wa_sandbox_exchange_get_form (exchange, "phone_number"));
  if (!contact)
    wa_sandbox_refuse (error, WA_WABOTICK_REFUSED, "Subscriber not found.");

  return contact;
}

/* Refuses where the plan's limit is reached. */
WaSandboxContact *
wa_sandbox_wabotick_add_subscriber (WaSandboxExchange  *exchange,
                                    const char         *number,
                                    const char         *name,
                                    GError            **error)
{
  if (exchange->world->contacts->len < WA_WABOTICK_MAX_PEOPLE)
    return wa_sandbox_world_add_contact (exchange->world, number, name, "api");

  wa_sandbox_refuse (error, WA_WABOTICK_REFUSED,
                     "Subscriber limit has been exceeded. You cannot have more subscribers.");
  return NULL;
}

/* Checks the fields and finds the subscriber: what most operations begin with. */
static WaSandboxContact *
begin (WaSandboxExchange      *exchange,
       const WaSandboxMember  *members,
       guint                   n_members,
       GError                **error)
{
  if (!wa_sandbox_wabotick_check (exchange, members, n_members, error))
    return NULL;

  return wa_sandbox_wabotick_find_subscriber (exchange, error);
}

static void
set_text_or_null (JsonObject *object,
                  const char *name,
                  const char *text)
{
  if (wa_is_empty (text))
    json_object_set_null_member (object, name);
  else
    json_object_set_string_member (object, name, text);
}

static void
set_person (JsonObject             *object,
            const WaSandboxContact *contact)
{
  g_auto(GStrv) names = g_strsplit (contact->name, " ", 2);

  json_object_set_int_member (object, "subscriber_id", wa_sandbox_wabotick_number_id (contact->id));
  set_text_or_null (object, "first_name", names[0]);
  set_text_or_null (object, "last_name", names[0] ? names[1] : NULL);
}

static void
set_gender (JsonObject             *object,
            WaSandboxExchange      *exchange,
            const WaSandboxContact *contact)
{
  static const char *const genders[] = { "male", "female", "Male", "Female", NULL };
  WaWabotickState *state = exchange->state;
  const char *gender = g_hash_table_lookup (state->genders, contact->number);

  if (!gender)
    gender = genders[g_str_hash (contact->number) % G_N_ELEMENTS (genders)];

  set_text_or_null (object, "gender", gender);
}

/* An empty object is an empty list, as PHP writes it. */
static void
set_fields (JsonObject             *object,
            const WaSandboxContact *contact)
{
  JsonObject *fields = NULL;

  if (contact->attributes->len == 0)
    {
      json_object_set_array_member (object, "custom_fields", json_array_new ());
      return;
    }

  fields = json_object_new ();
  for (guint i = 0; i < contact->attributes->len; i++)
    {
      const WaSandboxAttribute *attribute = g_ptr_array_index (contact->attributes, i);

      json_object_set_string_member (fields, attribute->name, attribute->value);
    }
  json_object_set_object_member (object, "custom_fields", fields);
}

JsonNode *
wa_sandbox_wabotick_get_subscriber (WaSandboxExchange  *exchange,
                                    GError            **error)
{
  const WaSandboxContact *contact = NULL;
  JsonObject *object = NULL;
  JsonObject *data = NULL;

  if (!wa_sandbox_wabotick_check (exchange, WA_SANDBOX_MEMBERS (subscriber_members), error))
    return NULL;

  contact = wa_sandbox_world_find_number (exchange->world,
                                          wa_sandbox_exchange_get_form (exchange, "phone_number"));
  if (!contact)
    return wa_sandbox_wabotick_say ("Subscriber not found.");

  data = json_object_new ();
  set_person (data, contact);
  json_object_set_string_member (data, "phone_number", contact->number);
  set_gender (data, exchange, contact);
  wa_sandbox_set_texts (data, "labels", contact->tags);
  set_fields (data, contact);

  object = json_object_new ();
  json_object_set_string_member (object, "status", "success");
  json_object_set_object_member (object, "data", data);
  return wa_sandbox_node_new (object);
}

JsonNode *
wa_sandbox_wabotick_create_subscriber (WaSandboxExchange  *exchange,
                                       GError            **error)
{
  const char *number = wa_sandbox_exchange_get_form (exchange, "phoneNumber");
  const char *sender = wa_sandbox_exchange_get_form (exchange, "phoneNumberID");
  JsonObject *object = NULL;

  if (!wa_sandbox_wabotick_check (exchange, WA_SANDBOX_MEMBERS (create_members), error)
      || !wa_sandbox_check_number (number, error))
    return NULL;

  if (!g_str_equal (sender, WA_WABOTICK_SENDER))
    {
      wa_sandbox_refuse (error, WA_WABOTICK_REFUSED, "WhatsApp account not found.");
      return NULL;
    }
  if (wa_sandbox_world_find_number (exchange->world, number))
    {
      wa_sandbox_refuse (error, WA_WABOTICK_REFUSED, "Something went wrong or subscriber already exist.");
      return NULL;
    }
  if (!wa_sandbox_wabotick_add_subscriber (exchange, number, wa_sandbox_exchange_get_form (exchange, "name"),
                                           error))
    return NULL;

  /* Misspelt in the document too. */
  object = json_object_new ();
  json_object_set_string_member (object, "status", "1");
  json_object_set_string_member (object, "mesasge", "WhatsApp subscriber has been created.");
  return wa_sandbox_node_new (object);
}

/* "One ,two,three": blanks come and go. */
static char *
dup_label_names (char **names)
{
  GString *text = g_string_new (names[0]);

  for (guint i = 1; names[0] && names[i]; i++)
    g_string_append_printf (text, i == 1 ? " ,%s" : ",%s", names[i]);

  return g_string_free (text, FALSE);
}

static JsonObject *
write_row (WaSandboxExchange      *exchange,
           const WaSandboxContact *contact)
{
  JsonObject *object = json_object_new ();
  const char *email = wa_sandbox_contact_get_attribute (contact, "email");
  g_autofree char *labels = dup_label_names (contact->tags);

  set_person (object, contact);
  json_object_set_string_member (object, "chat_id", contact->number);
  json_object_set_string_member (object, "email", email ? email : "null");
  set_gender (object, exchange, contact);
  json_object_set_string_member (object, "label_names", labels);

  return object;
}

/* nextOffset counts rows although offset counts pages. */
JsonNode *
wa_sandbox_wabotick_list_subscribers (WaSandboxExchange  *exchange,
                                      GError            **error)
{
  GPtrArray *contacts = exchange->world->contacts;
  JsonNode *node = NULL;
  JsonArray *rows = NULL;
  WaSandboxPage page;
  guint limit, offset;

  if (!wa_sandbox_wabotick_check (exchange, WA_SANDBOX_MEMBERS (list_members), error)
      || !wa_sandbox_wabotick_read_count (exchange, "limit", MAX_LIMIT, &limit, error)
      || !wa_sandbox_wabotick_read_count (exchange, "offset", G_MAXINT, &offset, error))
    return NULL;

  page = wa_sandbox_page_new (contacts->len, offset, limit);
  rows = json_array_new ();
  for (guint i = page.start; i < page.end; i++)
    json_array_add_object_element (rows, write_row (exchange, g_ptr_array_index (contacts, i)));

  node = wa_sandbox_wabotick_list (rows);
  json_object_set_int_member (json_node_get_object (node), "nextOffset", page.end + 1);
  return node;
}

static void
rename_contact (WaSandboxContact *contact,
                const char       *first_name,
                const char       *last_name)
{
  g_auto(GStrv) names = g_strsplit (contact->name, " ", 2);
  const char *first = first_name ? first_name : wa_or_empty (names[0]);
  const char *last = last_name ? last_name : wa_or_empty (names[0] ? names[1] : NULL);

  g_free (contact->name);
  contact->name = *last ? g_strdup_printf ("%s %s", first, last) : g_strdup (first);
}

JsonNode *
wa_sandbox_wabotick_update_subscriber (WaSandboxExchange  *exchange,
                                       GError            **error)
{
  WaWabotickState *state = exchange->state;
  const char *gender = wa_sandbox_exchange_get_form (exchange, "gender");
  WaSandboxContact *contact = begin (exchange, WA_SANDBOX_MEMBERS (update_members), error);

  if (!contact || !wa_sandbox_wabotick_check_choice (exchange, "gender", "male female other", error))
    return NULL;

  rename_contact (contact, wa_sandbox_exchange_get_form (exchange, "first_name"),
                  wa_sandbox_exchange_get_form (exchange, "last_name"));
  if (gender)
    g_hash_table_insert (state->genders, g_strdup (contact->number), g_strdup (gender));

  return wa_sandbox_wabotick_say ("Subscriber Updated Successfully.");
}

JsonNode *
wa_sandbox_wabotick_delete_subscriber (WaSandboxExchange  *exchange,
                                       GError            **error)
{
  WaWabotickState *state = exchange->state;
  WaSandboxContact *contact = begin (exchange, WA_SANDBOX_MEMBERS (subscriber_members), error);
  gint64 now = wa_sandbox_world_get_now (exchange->world);

  if (!contact)
    return NULL;

  g_hash_table_remove (state->genders, contact->number);
  g_hash_table_insert (state->cleared, g_strdup (contact->number), g_memdup2 (&now, sizeof now));
  g_ptr_array_remove (exchange->world->contacts, contact);

  return wa_sandbox_wabotick_say ("Subscriber has been deleted successfully.");
}

JsonNode *
wa_sandbox_wabotick_add_note (WaSandboxExchange  *exchange,
                              GError            **error)
{
  if (!begin (exchange, WA_SANDBOX_MEMBERS (note_members), error))
    return NULL;

  return wa_sandbox_wabotick_say ("Notes have been added successfully.");
}

JsonNode *
wa_sandbox_wabotick_assign_member (WaSandboxExchange  *exchange,
                                   GError            **error)
{
  if (!begin (exchange, WA_SANDBOX_MEMBERS (member_members), error))
    return NULL;

  if (!wa_sandbox_wabotick_is_member (wa_sandbox_exchange_get_form (exchange, "team_member_id")))
    {
      wa_sandbox_refuse (error, WA_WABOTICK_REFUSED, "Team member not found.");
      return NULL;
    }

  return wa_sandbox_wabotick_say ("Successfully Assign Agent to Conversation.");
}

JsonNode *
wa_sandbox_wabotick_reset_flow (WaSandboxExchange  *exchange,
                                GError            **error)
{
  if (!begin (exchange, WA_SANDBOX_MEMBERS (subscriber_members), error))
    return NULL;

  return wa_sandbox_wabotick_say ("Reset User Input Flow successfully.");
}

/* Fields that don't exist are passed over in silence. */
JsonNode *
wa_sandbox_wabotick_assign_fields (WaSandboxExchange  *exchange,
                                   GError            **error)
{
  WaSandboxContact *contact = begin (exchange, WA_SANDBOX_MEMBERS (field_members), error);
  g_autoptr(WaJsonDocument) document = NULL;
  g_auto(GStrv) names = NULL;
  WaJson root;

  if (!contact)
    return NULL;

  document = wa_json_document_new_text (wa_sandbox_exchange_get_form (exchange, "custom_fields"), NULL);
  root = document ? wa_json_document_get_root (document) : wa_json_from_node (NULL);
  names = wa_json_dup_names (&root);
  for (guint i = 0; names[i]; i++)
    {
      if (!wa_sandbox_get_text (&root, names[i]))
        {
          wa_sandbox_refuse (error, 400, "The custom field %s must be a string.", names[i]);
          return NULL;
        }
    }
  if (!wa_json_is (&root, WA_JSON_OBJECT))
    {
      wa_sandbox_refuse (error, 400, "The custom_fields must be a JSON object.");
      return NULL;
    }

  for (guint i = 0; names[i]; i++)
    {
      if (g_strv_contains ((const char *const *) exchange->world->attributes, names[i]))
        wa_sandbox_contact_set_attribute (contact, names[i], wa_sandbox_get_text (&root, names[i]));
    }

  return wa_sandbox_wabotick_say ("Subscriber changes have been saved successfully.");
}

static const WaSandboxName *
find_label (WaSandboxWorld *world,
            const char     *id)
{
  for (guint i = 0; i < world->tags->len; i++)
    {
      const WaSandboxName *tag = g_ptr_array_index (world->tags, i);
      g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, wa_sandbox_wabotick_number_id (tag->id));

      if (g_str_equal (text, id))
        return tag;
    }

  return NULL;
}

/* Removing is said to be assigning, too. */
static JsonNode *
change_labels (WaSandboxExchange  *exchange,
               gboolean          (*change) (char ***, const char *),
               GError            **error)
{
  WaSandboxContact *contact = begin (exchange, WA_SANDBOX_MEMBERS (label_members), error);
  const char *text = wa_sandbox_exchange_get_form (exchange, "label_ids");
  g_auto(GStrv) ids = g_strsplit (wa_or_empty (text), ",", -1);

  if (!contact)
    return NULL;

  for (guint i = 0; ids[i]; i++)
    {
      if (!find_label (exchange->world, ids[i]))
        {
          wa_sandbox_refuse (error, WA_WABOTICK_REFUSED, "Label not found.");
          return NULL;
        }
    }
  for (guint i = 0; ids[i]; i++)
    change (&contact->tags, find_label (exchange->world, ids[i])->name);

  return wa_sandbox_wabotick_say ("Labels have been assigned successfully.");
}

JsonNode *
wa_sandbox_wabotick_assign_labels (WaSandboxExchange  *exchange,
                                   GError            **error)
{
  return change_labels (exchange, wa_sandbox_add_text, error);
}

JsonNode *
wa_sandbox_wabotick_remove_labels (WaSandboxExchange  *exchange,
                                   GError            **error)
{
  return change_labels (exchange, wa_sandbox_remove_text, error);
}

/* Sequences that don't exist are taken as well. */
static JsonNode *
change_sequences (WaSandboxExchange  *exchange,
                  const char         *message,
                  GError            **error)
{
  const char *text = wa_sandbox_exchange_get_form (exchange, "sequence_ids");
  g_auto(GStrv) ids = g_strsplit (wa_or_empty (text), ",", -1);

  if (!begin (exchange, WA_SANDBOX_MEMBERS (sequence_members), error))
    return NULL;

  for (guint i = 0; ids[i]; i++)
    {
      if (!g_ascii_string_to_unsigned (ids[i], 10, 1, G_MAXINT, NULL, NULL))
        {
          wa_sandbox_refuse (error, 400, "The sequence_ids must be numbers with commas.");
          return NULL;
        }
    }

  return wa_sandbox_wabotick_say (message);
}

JsonNode *
wa_sandbox_wabotick_assign_sequences (WaSandboxExchange  *exchange,
                                      GError            **error)
{
  return change_sequences (exchange, "Sequences have been assigned successfully.", error);
}

JsonNode *
wa_sandbox_wabotick_remove_sequences (WaSandboxExchange  *exchange,
                                      GError            **error)
{
  return change_sequences (exchange, "Sequences have been removed successfully.", error);
}

JsonNode *
wa_sandbox_wabotick_mark_conversation (WaSandboxExchange  *exchange,
                                       GError            **error)
{
  const char *action = wa_sandbox_exchange_get_form (exchange, "action");
  WaSandboxContact *contact = begin (exchange, WA_SANDBOX_MEMBERS (mark_members), error);
  g_autofree char *message = NULL;

  if (!contact
      || !wa_sandbox_wabotick_check_choice (exchange, "action",
                                            "resolved reopen archived unarchived blocked unblocked", error))
    return NULL;

  if (g_str_has_suffix (action, "blocked"))
    contact->blocked = g_str_equal (action, "blocked");

  message = g_strdup_printf ("Conversation marked as %s successfully", action);
  return wa_sandbox_wabotick_say (message);
}
