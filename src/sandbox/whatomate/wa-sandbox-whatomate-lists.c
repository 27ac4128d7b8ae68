/* wa-sandbox-whatomate-lists.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Canned responses (W43 to W48), tags (W55 to W58) and notes (W69 to W72).
 */

#include "config.h"

#include "core/wa-util.h"
#include "sandbox/whatomate/wa-sandbox-whatomate-private.h"

#define DEFAULT_NOTES 30
#define MAX_NOTES     100
#define COLORS        "blue red green yellow purple gray"

#define CANNED \
  { "name", WA_WHATOMATE_REQUIRED }, \
  { "content", WA_WHATOMATE_REQUIRED }, \
  { "shortcut", WA_WHATOMATE_MAYBE }, \
  { "category", WA_WHATOMATE_MAYBE }

static const WaSandboxMember create_canned_members[] = { CANNED };

static const WaSandboxMember update_canned_members[] = {
  CANNED,
  { "is_active", WA_SANDBOX_BOOLEAN | WA_SANDBOX_REQUIRED },
};

static const WaSandboxMember tag_members[] = {
  { "name", WA_WHATOMATE_REQUIRED, 50 },
  { "color", WA_WHATOMATE_REQUIRED },
};

static const WaSandboxMember note_members[] = { { "content", WA_WHATOMATE_REQUIRED, 2000 } };

GPtrArray *
wa_sandbox_whatomate_new_canned (WaSandboxWorld *world)
{
  static const char *const rows[][4] = {
    { "0c0ffee0-0000-4000-8000-000000000401", "Greeting", "hi", "Hello {{contact_name}}! How are you?" },
    { "0c0ffee0-0000-4000-8000-000000000402", "Opening hours", "hours", "We are here from 9 to 18." },
    { "0c0ffee0-0000-4000-8000-000000000403", "Your number", "", "We have {{phone_number}} on file." },
  };
  GPtrArray *canned = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  gint64 created = wa_sandbox_world_get_now (world) - 100 * G_TIME_SPAN_DAY;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "id", rows[i][0]);
      json_object_set_string_member (object, "name", rows[i][1]);
      json_object_set_string_member (object, "shortcut", rows[i][2]);
      json_object_set_string_member (object, "content", rows[i][3]);
      json_object_set_string_member (object, "category", i == 0 ? "greeting" : "");
      json_object_set_boolean_member (object, "is_active", TRUE);
      json_object_set_int_member (object, "usage_count", 0);
      wa_sandbox_whatomate_set_clock (object, "created_at", created);
      wa_sandbox_whatomate_set_clock (object, "updated_at", created);
      g_ptr_array_add (canned, object);
    }

  return canned;
}

static gboolean
is_wanted (WaSandboxExchange *exchange,
           JsonObject        *canned)
{
  const char *category = wa_sandbox_exchange_get_query (exchange, "category");
  const char *active = wa_sandbox_exchange_get_query (exchange, "active_only");
  const char *search = wa_sandbox_exchange_get_query (exchange, "search");

  if (category && !g_str_equal (category, wa_sandbox_whatomate_get (canned, "category")))
    return FALSE;
  if (g_strcmp0 (active, "true") == 0 && !json_object_get_boolean_member (canned, "is_active"))
    return FALSE;

  return (wa_sandbox_contains (wa_sandbox_whatomate_get (canned, "name"), search)
          || wa_sandbox_contains (wa_sandbox_whatomate_get (canned, "content"), search));
}

JsonNode *
wa_sandbox_whatomate_list_canned (WaSandboxExchange  *exchange,
                                  GError            **error)
{
  WaWhatomateState *state = exchange->state;
  JsonArray *rows = json_array_new ();

  for (guint i = 0; i < state->canned->len; i++)
    {
      JsonObject *canned = g_ptr_array_index (state->canned, i);

      if (is_wanted (exchange, canned))
        json_array_add_object_element (rows, json_object_ref (canned));
    }

  return wa_sandbox_whatomate_list ("canned_responses", rows);
}

static JsonObject *
find_canned (WaSandboxExchange  *exchange,
             GError            **error)
{
  WaWhatomateState *state = exchange->state;

  return wa_sandbox_whatomate_find_record (exchange, state->canned, 0, "canned response", error);
}

/* @self: (nullable): the one that may keep the name */
static gboolean
check_canned_name (WaSandboxExchange  *exchange,
                   JsonObject         *self,
                   GError            **error)
{
  WaWhatomateState *state = exchange->state;
  const char *name = wa_sandbox_get_text (&exchange->json, "name");

  for (guint i = 0; i < state->canned->len; i++)
    {
      JsonObject *canned = g_ptr_array_index (state->canned, i);

      if (canned != self && g_str_equal (wa_sandbox_whatomate_get (canned, "name"), name))
        return wa_sandbox_refuse (error, SOUP_STATUS_CONFLICT,
                                  "Canned response with this name already exists");
    }

  return TRUE;
}

JsonNode *
wa_sandbox_whatomate_create_canned (WaSandboxExchange  *exchange,
                                    GError            **error)
{
  WaWhatomateState *state = exchange->state;
  JsonObject *canned = NULL;

  if (!wa_sandbox_check_object (&exchange->json, WA_SANDBOX_MEMBERS (create_canned_members), error)
      || !check_canned_name (exchange, NULL, error))
    return NULL;

  canned = wa_sandbox_whatomate_new_record (exchange);
  wa_sandbox_whatomate_copy (canned, &exchange->json, "name content shortcut category");
  json_object_set_boolean_member (canned, "is_active", TRUE);
  json_object_set_int_member (canned, "usage_count", 0);
  g_ptr_array_add (state->canned, canned);
  return wa_sandbox_whatomate_answer_record (canned);
}

JsonNode *
wa_sandbox_whatomate_get_canned (WaSandboxExchange  *exchange,
                                 GError            **error)
{
  JsonObject *canned = find_canned (exchange, error);

  return canned ? wa_sandbox_whatomate_answer_record (canned) : NULL;
}

JsonNode *
wa_sandbox_whatomate_update_canned (WaSandboxExchange  *exchange,
                                    GError            **error)
{
  JsonObject *canned = find_canned (exchange, error);

  if (!canned
      || !wa_sandbox_check_object (&exchange->json, WA_SANDBOX_MEMBERS (update_canned_members), error)
      || !check_canned_name (exchange, canned, error))
    return NULL;

  wa_sandbox_whatomate_copy (canned, &exchange->json, "name content shortcut category is_active");
  wa_sandbox_whatomate_touch (exchange, canned);
  return wa_sandbox_whatomate_answer_record (canned);
}

JsonNode *
wa_sandbox_whatomate_delete_canned (WaSandboxExchange  *exchange,
                                    GError            **error)
{
  WaWhatomateState *state = exchange->state;
  JsonObject *canned = find_canned (exchange, error);

  if (!canned)
    return NULL;

  g_ptr_array_remove (state->canned, canned);
  return wa_sandbox_whatomate_say ("Canned response deleted");
}

JsonNode *
wa_sandbox_whatomate_use_canned (WaSandboxExchange  *exchange,
                                 GError            **error)
{
  JsonObject *canned = find_canned (exchange, error);

  if (!canned)
    return NULL;

  json_object_set_int_member (canned, "usage_count", json_object_get_int_member (canned, "usage_count") + 1);
  return wa_sandbox_whatomate_say ("Usage incremented");
}

static JsonObject *
write_tag (WaSandboxExchange   *exchange,
           const WaSandboxName *tag)
{
  static const char *const colors[] = { "blue", "red", "green", "yellow", "purple", "gray" };
  WaWhatomateState *state = exchange->state;
  const char *color = g_hash_table_lookup (state->colors, tag->name);
  JsonObject *object = json_object_new ();

  if (!color)
    color = colors[g_str_hash (tag->name) % G_N_ELEMENTS (colors)];

  json_object_set_string_member (object, "name", tag->name);
  json_object_set_string_member (object, "color", color);
  wa_sandbox_whatomate_set_clock (object, "created_at", tag->created);
  wa_sandbox_whatomate_set_clock (object, "updated_at", tag->created);

  return object;
}

JsonNode *
wa_sandbox_whatomate_list_tags (WaSandboxExchange  *exchange,
                                GError            **error)
{
  GPtrArray *tags = exchange->world->tags;
  const char *search = wa_sandbox_exchange_get_query (exchange, "search");
  g_autoptr(GPtrArray) found = g_ptr_array_new ();
  JsonArray *rows = NULL;
  JsonNode *node = NULL;
  WaSandboxPage page;

  for (guint i = 0; i < tags->len; i++)
    {
      WaSandboxName *tag = g_ptr_array_index (tags, i);

      if (wa_sandbox_contains (tag->name, search))
        g_ptr_array_add (found, tag);
    }

  if (!wa_sandbox_whatomate_read_page (exchange, found->len, &page, error))
    return NULL;

  rows = json_array_new ();
  for (guint i = page.start; i < page.end; i++)
    json_array_add_object_element (rows, write_tag (exchange, g_ptr_array_index (found, i)));

  node = wa_sandbox_whatomate_list ("tags", rows);
  wa_sandbox_whatomate_set_page (node, &page);
  return node;
}

/* @self: (nullable): the one that may keep the name */
static gboolean
check_tag (WaSandboxExchange    *exchange,
           const WaSandboxName  *self,
           GError              **error)
{
  const WaJson *json = &exchange->json;
  const WaSandboxName *other = NULL;

  if (!wa_sandbox_check_object (json, WA_SANDBOX_MEMBERS (tag_members), error)
      || !wa_sandbox_check_choice (json, "color", COLORS, error))
    return FALSE;

  other = wa_sandbox_find_name (exchange->world->tags, wa_sandbox_get_text (json, "name"));
  return (!other || other == self
          || wa_sandbox_refuse (error, SOUP_STATUS_CONFLICT, "Tag with this name already exists"));
}

static JsonNode *
answer_tag (WaSandboxExchange   *exchange,
            const WaSandboxName *tag)
{
  WaWhatomateState *state = exchange->state;

  g_hash_table_insert (state->colors, g_strdup (tag->name),
                       g_strdup (wa_sandbox_get_text (&exchange->json, "color")));
  return wa_sandbox_whatomate_answer (write_tag (exchange, tag));
}

JsonNode *
wa_sandbox_whatomate_create_tag (WaSandboxExchange  *exchange,
                                 GError            **error)
{
  const char *name = wa_sandbox_get_text (&exchange->json, "name");

  if (!check_tag (exchange, NULL, error))
    return NULL;

  return answer_tag (exchange, wa_sandbox_world_add_name (exchange->world, exchange->world->tags, name));
}

static WaSandboxName *
find_tag (WaSandboxExchange  *exchange,
          GError            **error)
{
  WaSandboxName *tag = wa_sandbox_find_name (exchange->world->tags,
                                             wa_sandbox_exchange_get_argument (exchange, 0));

  if (!tag)
    wa_sandbox_refuse (error, SOUP_STATUS_NOT_FOUND, "Tag not found");

  return tag;
}

/* Takes @from off all contacts, and gives those who had it @to where that is not %NULL. */
static void
replace_tag (WaSandboxWorld *world,
             const char     *from,
             const char     *to)
{
  for (guint i = 0; i < world->contacts->len; i++)
    {
      WaSandboxContact *contact = g_ptr_array_index (world->contacts, i);

      if (wa_sandbox_remove_text (&contact->tags, from) && to)
        wa_sandbox_add_text (&contact->tags, to);
    }
}

JsonNode *
wa_sandbox_whatomate_update_tag (WaSandboxExchange  *exchange,
                                 GError            **error)
{
  const char *name = wa_sandbox_get_text (&exchange->json, "name");
  WaSandboxName *tag = find_tag (exchange, error);

  if (!tag || !check_tag (exchange, tag, error))
    return NULL;

  replace_tag (exchange->world, tag->name, name);
  wa_set_str (&tag->name, name);
  return answer_tag (exchange, tag);
}

JsonNode *
wa_sandbox_whatomate_delete_tag (WaSandboxExchange  *exchange,
                                 GError            **error)
{
  WaSandboxName *tag = find_tag (exchange, error);

  if (!tag)
    return NULL;

  replace_tag (exchange->world, tag->name, NULL);
  g_ptr_array_remove (exchange->world->tags, tag);
  return wa_sandbox_whatomate_say ("Tag deleted successfully");
}

/* A contact's notes, the latest first, from the one after @before on. */
static GPtrArray *
dup_notes (WaWhatomateState *state,
           const char       *contact,
           const char       *before,
           guint            *total)
{
  GPtrArray *notes = g_ptr_array_new ();
  gboolean reached = !before;

  *total = 0;
  for (guint i = state->notes->len; i > 0; i--)
    {
      JsonObject *note = g_ptr_array_index (state->notes, i - 1);

      if (!g_str_equal (wa_sandbox_whatomate_get (note, "contact_id"), contact))
        continue;
      (*total)++;
      if (reached)
        g_ptr_array_add (notes, note);
      reached |= g_strcmp0 (wa_sandbox_whatomate_get (note, "id"), before) == 0;
    }

  return notes;
}

JsonNode *
wa_sandbox_whatomate_list_notes (WaSandboxExchange  *exchange,
                                 GError            **error)
{
  const char *id = wa_sandbox_exchange_get_argument (exchange, 0);
  g_autoptr(GPtrArray) notes = NULL;
  JsonArray *rows = NULL;
  JsonNode *node = NULL;
  JsonObject *data = NULL;
  guint limit, total;

  if (!wa_sandbox_whatomate_find_contact (exchange, error)
      || !wa_sandbox_exchange_read_count (exchange, "limit", DEFAULT_NOTES, &limit, error))
    return NULL;

  limit = limit > MAX_NOTES ? DEFAULT_NOTES : limit;
  notes = dup_notes (exchange->state, id, wa_sandbox_exchange_get_query (exchange, "before"), &total);
  rows = json_array_new ();
  for (guint i = 0; i < MIN (limit, notes->len); i++)
    json_array_add_object_element (rows, json_object_ref (g_ptr_array_index (notes, i)));

  node = wa_sandbox_whatomate_list ("notes", rows);
  data = json_object_get_object_member (json_node_get_object (node), "data");
  json_object_set_int_member (data, "total", total);
  json_object_set_boolean_member (data, "has_more", notes->len > limit);
  return node;
}

JsonNode *
wa_sandbox_whatomate_create_note (WaSandboxExchange  *exchange,
                                  GError            **error)
{
  WaWhatomateState *state = exchange->state;
  gint64 now = wa_sandbox_world_get_now (exchange->world);
  JsonObject *note = NULL;

  if (!wa_sandbox_whatomate_find_contact (exchange, error)
      || !wa_sandbox_check_object (&exchange->json, WA_SANDBOX_MEMBERS (note_members), error))
    return NULL;

  note = wa_sandbox_whatomate_new_record (exchange);
  json_object_set_string_member (note, "contact_id", wa_sandbox_exchange_get_argument (exchange, 0));
  wa_sandbox_whatomate_copy (note, &exchange->json, "content");
  json_object_set_string_member (note, "created_by_id", WA_WHATOMATE_USER);
  json_object_set_string_member (note, "created_by_name", "Demo Admin");
  wa_sandbox_whatomate_set_time (note, "created_at", now);
  wa_sandbox_whatomate_set_time (note, "updated_at", now);
  g_ptr_array_add (state->notes, note);
  return wa_sandbox_whatomate_answer_record (note);
}

static JsonObject *
find_note (WaSandboxExchange  *exchange,
           GError            **error)
{
  WaWhatomateState *state = exchange->state;

  if (!wa_sandbox_whatomate_find_contact (exchange, error))
    return NULL;

  return wa_sandbox_whatomate_find_record (exchange, state->notes, 1, "note", error);
}

JsonNode *
wa_sandbox_whatomate_update_note (WaSandboxExchange  *exchange,
                                  GError            **error)
{
  JsonObject *note = find_note (exchange, error);

  if (!note || !wa_sandbox_check_object (&exchange->json, WA_SANDBOX_MEMBERS (note_members), error))
    return NULL;

  wa_sandbox_whatomate_copy (note, &exchange->json, "content");
  wa_sandbox_whatomate_set_time (note, "updated_at", wa_sandbox_world_get_now (exchange->world));
  return wa_sandbox_whatomate_answer_record (note);
}

JsonNode *
wa_sandbox_whatomate_delete_note (WaSandboxExchange  *exchange,
                                  GError            **error)
{
  WaWhatomateState *state = exchange->state;
  JsonObject *note = find_note (exchange, error);

  if (!note)
    return NULL;

  g_ptr_array_remove (state->notes, note);
  return wa_sandbox_whatomate_say ("Note deleted successfully");
}
