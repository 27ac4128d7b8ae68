/* wa-sandbox-pabbly-broadcasts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Broadcasts go to contact lists and are never heard of again: no operation reads them.  A campaign
 * is a name for a template, which later requests send to one number each.
 */

#include "config.h"

#include "core/wa-util.h"
#include "sandbox/pabbly/wa-sandbox-pabbly-private.h"

#define TEXT     (WA_SANDBOX_TEXT | WA_SANDBOX_REQUIRED)
#define LIST     (WA_SANDBOX_LIST | WA_SANDBOX_REQUIRED)

#define BROADCAST \
  { "name", TEXT, 100 }, \
  { "broadcastType", TEXT }, \
  { "messageType", TEXT }, \
  { "status", TEXT }, \
  { "contactList", LIST }, \
  { "scheduleAt", WA_SANDBOX_TEXT }

static const WaSandboxMember regular_members[] = {
  BROADCAST,
  { "regularMessageType", TEXT },
  { "message", WA_SANDBOX_TEXT, 4096 },
  { "link", WA_SANDBOX_TEXT },
  { "filename", WA_SANDBOX_TEXT },
  { "caption", WA_SANDBOX_TEXT, 1024 },
};

static const WaSandboxMember template_members[] = {
  BROADCAST,
  { "templateName", TEXT, 512 },
  { "headerParams", WA_SANDBOX_TEXTS },
  { "bodyParams", WA_SANDBOX_TEXTS },
  { "urlVariables", WA_SANDBOX_TEXTS },
  { "copyCodeParam", WA_SANDBOX_TEXT, 20 },
  { "copyCode", WA_SANDBOX_TEXT, 20 },
  { "link", WA_SANDBOX_TEXT },
  { "filename", WA_SANDBOX_TEXT },
};

static const WaSandboxMember campaign_members[] = {
  { "name", TEXT, 100 },
  { "broadcastType", TEXT },
  { "templateName", TEXT, 512 },
};

static const WaSandboxMember send_members[] = {
  { "templateName", TEXT, 512 },
  { "campaignName", TEXT },
  { "destination", TEXT },
  { "userName", TEXT },
  { "source", TEXT },
  { "headerParams", WA_SANDBOX_TEXTS },
  { "bodyParams", WA_SANDBOX_TEXTS },
  { "link", WA_SANDBOX_TEXT },
  { "filename", WA_SANDBOX_TEXT },
  { "defaultContactFieldValues", WA_SANDBOX_OBJECT },
};

static gboolean
check_lists (WaSandboxExchange  *exchange,
             GError            **error)
{
  WaJson lists = wa_json_member (&exchange->json, "contactList");

  for (guint i = 0; i < wa_json_length (&lists); i++)
    {
      WaJson list = wa_json_element (&lists, i);
      const char *name = wa_json_get_text (&list);

      if (g_strcmp0 (name, "unassigned") != 0 && !wa_sandbox_find_name (exchange->world->lists, name))
        return wa_sandbox_refuse (error, 400, "Contact list %s not found", name ? name : "(not a string)");
    }

  return TRUE;
}

/* Sets @time to now for an instant broadcast. */
static gboolean
check_schedule (WaSandboxExchange  *exchange,
                gint64             *time,
                GError            **error)
{
  WaJson member = wa_json_member (&exchange->json, "scheduleAt");
  g_autoptr(GDateTime) schedule = wa_json_dup_time (&member);
  gboolean scheduled = g_strcmp0 (wa_sandbox_get_text (&exchange->json, "status"), "scheduled") == 0;

  *time = wa_sandbox_world_get_now (exchange->world);

  if (!wa_sandbox_check_choice (&exchange->json, "status", "instant scheduled", error))
    return FALSE;
  if (scheduled != (member.node != NULL))
    return wa_sandbox_refuse (error, 400, "scheduleAt is required if status is scheduled, and only then");
  if (!scheduled)
    return TRUE;
  if (!schedule || g_date_time_to_unix (schedule) * G_TIME_SPAN_SECOND <= *time)
    return wa_sandbox_refuse (error, 400, "scheduleAt must be a time in the future");

  *time = g_date_time_to_unix (schedule) * G_TIME_SPAN_SECOND;
  return TRUE;
}

static gboolean
check_regular (WaSandboxExchange  *exchange,
               GError            **error)
{
  const WaJson *json = &exchange->json;
  const char *type = wa_sandbox_get_text (json, "regularMessageType");
  gboolean text = g_strcmp0 (type, "text") == 0;

  if (!wa_sandbox_check_object (json, WA_SANDBOX_MEMBERS (regular_members), error)
      || !wa_sandbox_check_choice (json, "regularMessageType", "text image audio video document", error))
    return FALSE;
  if (text != (wa_sandbox_get_text (json, "message") != NULL))
    return wa_sandbox_refuse (error, 400, "message is required for a text, and only there");
  if (text == (wa_sandbox_get_text (json, "link") != NULL))
    return wa_sandbox_refuse (error, 400, "link is required for media, and only there");
  if (wa_sandbox_get_text (json, "caption") && (text || g_str_equal (type, "audio")))
    return wa_sandbox_refuse (error, 400, "caption is only for image, video and document");
  if (wa_sandbox_get_text (json, "filename") && !g_str_equal (type, "document"))
    return wa_sandbox_refuse (error, 400, "filename is only for document");

  return text || wa_sandbox_check_link (wa_sandbox_get_text (json, "link"), error);
}

static gboolean
check_template (WaSandboxExchange        *exchange,
                const WaSandboxTemplate  *template,
                GError                  **error)
{
  return (template
          && wa_sandbox_check_object (&exchange->json, WA_SANDBOX_MEMBERS (template_members), error)
          && wa_sandbox_pabbly_check_parameters (&exchange->json, template, error));
}

static gboolean
is_addressed (const WaSandboxContact *contact,
              char                  **lists)
{
  for (guint i = 0; lists[i]; i++)
    {
      if (wa_sandbox_contact_in_list (contact, lists[i]))
        return TRUE;
      if (g_str_equal (lists[i], "unassigned") && !*contact->lists)
        return TRUE;
    }

  return FALSE;
}

static void
send_to_lists (WaSandboxExchange *exchange,
               const char        *kind,
               const char        *text,
               gint64             time)
{
  WaJson member = wa_json_member (&exchange->json, "contactList");
  g_auto(GStrv) lists = wa_json_dup_texts (&member);
  GPtrArray *contacts = exchange->world->contacts;

  for (guint i = 0; i < contacts->len; i++)
    {
      const WaSandboxContact *contact = g_ptr_array_index (contacts, i);

      if (is_addressed (contact, lists))
        wa_sandbox_world_send_at (exchange->world, contact->number, kind, text, exchange->json.node, time);
    }
}

/* What all three kinds of broadcast answer. */
static JsonNode *
answer_broadcast (WaSandboxExchange *exchange,
                  JsonObject        *data,
                  gboolean           scheduled)
{
  gint64 now = wa_sandbox_world_get_now (exchange->world);
  g_autofree char *id = wa_sandbox_world_dup_id (exchange->world);

  json_object_set_string_member (data, "status", scheduled ? "scheduled" : "live");
  json_object_set_string_member (data, "_id", id);
  wa_sandbox_set_time (data, "createdAt", now);
  wa_sandbox_set_time (data, "updatedAt", now);
  json_object_set_int_member (data, "__v", 0);

  return wa_sandbox_pabbly_answer ("Broadcast created successfully", data);
}

static void
copy_members (JsonObject   *object,
              const WaJson *json,
              const char   *names)
{
  g_auto(GStrv) list = g_strsplit (names, " ", -1);

  for (guint i = 0; list[i]; i++)
    {
      WaJson member = wa_json_member (json, list[i]);

      if (member.node)
        json_object_set_member (object, list[i], json_node_copy (member.node));
    }
}

static JsonObject *
write_regular (const WaJson *json)
{
  JsonObject *regular = json_object_new ();

  json_object_set_string_member (regular, "type", wa_sandbox_get_text (json, "regularMessageType"));
  copy_members (regular, json, "message link filename caption");

  return regular;
}

static JsonNode *
create_for_lists (WaSandboxExchange  *exchange,
                  GError            **error)
{
  const WaJson *json = &exchange->json;
  gboolean regular = g_strcmp0 (wa_sandbox_get_text (json, "messageType"), "regular") == 0;
  const WaSandboxTemplate *template = NULL;
  JsonObject *data = NULL;
  g_autofree char *text = NULL;
  gint64 time;

  if (!wa_sandbox_check_choice (json, "messageType", "regular template", error))
    return NULL;
  if (!regular)
    template = wa_sandbox_pabbly_find_template (exchange, json, error);
  if (!(regular ? check_regular (exchange, error) : check_template (exchange, template, error))
      || !check_lists (exchange, error)
      || !check_schedule (exchange, &time, error))
    return NULL;

  if (regular)
    text = g_strdup (wa_sandbox_get_text (json, "message"));
  else
    text = wa_sandbox_pabbly_dup_text (json, template);
  send_to_lists (exchange, regular ? wa_sandbox_get_text (json, "regularMessageType") : "template", text,
                 time);

  data = json_object_new ();
  copy_members (data, json,
                "name messageType broadcastType templateName bodyParams headerParams contactList scheduleAt");
  if (regular)
    json_object_set_object_member (data, "regularMessage", write_regular (json));
  if (!wa_sandbox_get_text (json, "scheduleAt"))
    wa_sandbox_set_time (data, "startedAt", time);
  return answer_broadcast (exchange, data, wa_sandbox_get_text (json, "scheduleAt") != NULL);
}

static JsonNode *
create_campaign (WaSandboxExchange  *exchange,
                 GError            **error)
{
  const WaJson *json = &exchange->json;
  WaPabblyState *state = exchange->state;
  const WaSandboxTemplate *template = NULL;
  g_auto(GStrv) headers = NULL;
  g_auto(GStrv) bodies = NULL;
  JsonObject *data = NULL;

  if (!wa_sandbox_check_object (json, WA_SANDBOX_MEMBERS (campaign_members), error)
      || !(template = wa_sandbox_pabbly_find_template (exchange, json, error)))
    return NULL;

  g_hash_table_insert (state->campaigns, g_strdup (wa_sandbox_get_text (json, "name")),
                       g_strdup (template->name));

  headers = wa_sandbox_template_dup_examples (template, "HEADER");
  bodies = wa_sandbox_template_dup_examples (template, "BODY");
  data = json_object_new ();
  copy_members (data, json, "name broadcastType templateName");
  wa_sandbox_set_texts (data, "bodyParams", bodies);
  wa_sandbox_set_texts (data, "headerParams", headers);
  return answer_broadcast (exchange, data, FALSE);
}

JsonNode *
wa_sandbox_pabbly_create_broadcast (WaSandboxExchange  *exchange,
                                    GError            **error)
{
  const char *type = wa_sandbox_get_text (&exchange->json, "broadcastType");

  if (g_strcmp0 (type, "api") == 0)
    return create_campaign (exchange, error);
  if (g_strcmp0 (type, "broadcast") == 0)
    return create_for_lists (exchange, error);

  wa_sandbox_refuse (error, 400, "broadcastType must be broadcast or api");
  return NULL;
}

static gboolean
check_campaign (WaSandboxExchange        *exchange,
                const WaSandboxTemplate  *template,
                GError                  **error)
{
  const WaJson *json = &exchange->json;
  WaPabblyState *state = exchange->state;
  const char *name = g_hash_table_lookup (state->campaigns, wa_sandbox_get_text (json, "campaignName"));

  if (!name)
    return wa_sandbox_refuse (error, SOUP_STATUS_NOT_FOUND, "Campaign not found");
  if (!g_str_equal (name, template->name))
    return wa_sandbox_refuse (error, 400, "The campaign has another template");

  return (wa_sandbox_check_choice (json, "source", "manual csv api user sync wa", error)
          && wa_sandbox_check_number (wa_sandbox_get_text (json, "destination"), error)
          && wa_sandbox_pabbly_check_parameters (json, template, error));
}

static WaSandboxContact *
take_contact (WaSandboxExchange *exchange)
{
  const WaJson *json = &exchange->json;
  WaJson defaults = wa_json_member (json, "defaultContactFieldValues");
  g_auto(GStrv) names = wa_json_dup_names (&defaults);
  const char *number = wa_sandbox_get_text (json, "destination");
  WaSandboxContact *contact = wa_sandbox_world_find_number (exchange->world, number);

  if (!contact)
    contact = wa_sandbox_world_add_contact (exchange->world, number, wa_sandbox_get_text (json, "userName"),
                                            wa_sandbox_get_text (json, "source"));
  for (guint i = 0; names[i]; i++)
    {
      if (!wa_sandbox_contact_get_attribute (contact, names[i]))
        wa_sandbox_contact_set_attribute (contact, names[i], wa_sandbox_get_text (&defaults, names[i]));
    }

  return contact;
}

/* Unlike other messages, Meta's answer is not wrapped, and success is a text. */
static JsonNode *
answer_campaign (const WaSandboxMessage *message)
{
  JsonObject *object = json_object_new ();
  JsonObject *data = wa_sandbox_pabbly_write_meta (message, TRUE);

  json_object_remove_member (data, "status");
  json_object_set_int_member (data, "code", SOUP_STATUS_OK);
  json_object_set_string_member (object, "success", "true");
  json_object_set_object_member (object, "data", data);

  return wa_sandbox_node_new (object);
}

JsonNode *
wa_sandbox_pabbly_send_campaign (WaSandboxExchange  *exchange,
                                 GError            **error)
{
  const WaJson *json = &exchange->json;
  const WaSandboxTemplate *template = NULL;
  const WaSandboxContact *contact = NULL;
  g_autofree char *text = NULL;

  if (!wa_sandbox_check_object (json, WA_SANDBOX_MEMBERS (send_members), error)
      || !(template = wa_sandbox_pabbly_find_template (exchange, json, error))
      || !check_campaign (exchange, template, error))
    return NULL;

  contact = take_contact (exchange);
  text = wa_sandbox_pabbly_dup_text (json, template);
  return answer_campaign (wa_sandbox_world_send (exchange->world, contact->number, "template", text,
                                                 json->node));
}
