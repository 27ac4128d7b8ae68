/* wa-sandbox-whatsjet-messages.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "core/wa-util.h"
#include "sandbox/whatsjet/wa-sandbox-whatsjet-private.h"

static const WaSandboxMember text_members[] = {
  WA_WHATSJET_RECIPIENT,
  { "message_body", WA_SANDBOX_TEXT | WA_SANDBOX_REQUIRED, 4096 },
  { "contact", WA_SANDBOX_OBJECT },
};

static const WaSandboxMember media_members[] = {
  WA_WHATSJET_RECIPIENT,
  { "media_type", WA_SANDBOX_TEXT | WA_SANDBOX_REQUIRED },
  { "media_url", WA_SANDBOX_TEXT | WA_SANDBOX_REQUIRED, 2000 },
  { "caption", WA_SANDBOX_TEXT, 1024 },
  { "file_name", WA_SANDBOX_TEXT, 240 },
  { "contact", WA_SANDBOX_OBJECT },
};

/* The recipient, the number that sends, and the contact that may come along. */
gboolean
wa_sandbox_whatsjet_check_recipient (WaSandboxExchange  *exchange,
                                     GError            **error)
{
  const WaJson *json = &exchange->json;
  const char *sender = wa_sandbox_get_text (json, "from_phone_number_id");
  WaJson contact = wa_json_member (json, "contact");
  gboolean with_fields = wa_sandbox_get_text (json, "message_body") != NULL;

  if (!wa_sandbox_whatsjet_check_phone (json, error))
    return FALSE;
  if (sender && !g_str_equal (sender, WA_WHATSJET_SENDER))
    return wa_sandbox_refuse (error, WA_WHATSJET_FAILED, "Phone number id not found");

  return !contact.node || wa_sandbox_whatsjet_check_details (exchange, &contact, with_fields, error);
}

/* A contact is made where there was none; a known one stays as it was. */
static const WaSandboxContact *
take_contact (WaSandboxExchange *exchange,
              const char        *number)
{
  WaSandboxContact *contact = wa_sandbox_world_find_number (exchange->world, number);
  WaJson details = wa_json_member (&exchange->json, "contact");

  if (!contact)
    {
      contact = wa_sandbox_world_add_contact (exchange->world, number, NULL, "api");
      wa_sandbox_whatsjet_apply_details (exchange, contact, &details);
    }

  return contact;
}

/* The answer of all sends. */
JsonNode *
wa_sandbox_whatsjet_accept (WaSandboxExchange *exchange,
                            const char        *kind,
                            const char        *text)
{
  const char *number = wa_sandbox_get_text (&exchange->json, "phone_number");
  const WaSandboxContact *contact = take_contact (exchange, number);
  const WaSandboxMessage *message = NULL;
  g_autofree char *id = wa_sandbox_world_dup_id (exchange->world);
  g_autofree char *log_uid = wa_sandbox_whatsjet_dup_uid (id);
  g_autofree char *contact_uid = wa_sandbox_whatsjet_dup_uid (contact->id);
  JsonObject *data = json_object_new ();

  message = wa_sandbox_world_send (exchange->world, number, kind, text, exchange->json.node);
  json_object_set_string_member (data, "log_uid", log_uid);
  json_object_set_string_member (data, "contact_uid", contact_uid);
  json_object_set_string_member (data, "phone_number", number);
  json_object_set_string_member (data, "wamid", message->id);
  json_object_set_string_member (data, "status", "accepted");

  return wa_sandbox_whatsjet_answer ("Message processed", data);
}

JsonNode *
wa_sandbox_whatsjet_send_text (WaSandboxExchange  *exchange,
                               GError            **error)
{
  if (!wa_sandbox_check_object (&exchange->json, WA_SANDBOX_MEMBERS (text_members), error)
      || !wa_sandbox_whatsjet_check_recipient (exchange, error))
    return NULL;

  return wa_sandbox_whatsjet_accept (exchange, "text", wa_sandbox_get_text (&exchange->json, "message_body"));
}

/* A caption goes with what is looked at, a name with what is saved. */
static gboolean
check_media (const WaJson  *json,
             GError       **error)
{
  const char *type = wa_sandbox_get_text (json, "media_type");
  const char *name = wa_sandbox_get_text (json, "file_name");
  gboolean document = g_str_equal (type, "document");

  if (!wa_sandbox_check_choice (json, "media_type", "image video audio document", error))
    return FALSE;
  if (wa_sandbox_get_text (json, "caption") && (document || g_str_equal (type, "audio")))
    return wa_sandbox_refuse (error, 400, "caption is not allowed for this media type");
  if (name && (!document || strpbrk (name, "/\\")))
    return wa_sandbox_refuse (error, 400, "file_name must be the name of a document, without separators");

  return wa_sandbox_check_link (wa_sandbox_get_text (json, "media_url"), error);
}

JsonNode *
wa_sandbox_whatsjet_send_media (WaSandboxExchange  *exchange,
                                GError            **error)
{
  const WaJson *json = &exchange->json;

  if (!wa_sandbox_check_object (json, WA_SANDBOX_MEMBERS (media_members), error)
      || !wa_sandbox_whatsjet_check_recipient (exchange, error)
      || !check_media (json, error))
    return NULL;

  return wa_sandbox_whatsjet_accept (exchange, wa_sandbox_get_text (json, "media_type"),
                                     wa_sandbox_get_text (json, "caption"));
}

/* Without a zone, in UTC. */
static void
set_time (JsonObject *object,
          const char *name,
          gint64      time)
{
  g_autoptr(GDateTime) seconds = g_date_time_new_from_unix_utc (time / G_TIME_SPAN_SECOND);
  g_autofree char *text = g_date_time_format (seconds, "%Y-%m-%d %H:%M:%S");

  json_object_set_string_member (object, name, text);
}

JsonNode *
wa_sandbox_whatsjet_get_status (WaSandboxExchange  *exchange,
                                GError            **error)
{
  const char *id = wa_sandbox_exchange_get_query (exchange, "wamid");
  const WaSandboxMessage *message = wa_sandbox_world_find_message (exchange->world, wa_or_empty (id));
  JsonObject *data = NULL;
  WaSandboxStatus status;

  if (wa_is_empty (id))
    {
      wa_sandbox_refuse (error, 400, "wamid is required");
      return NULL;
    }
  if (!message)
    {
      wa_sandbox_refuse (error, WA_WHATSJET_FAILED, "Message not found");
      return NULL;
    }

  status = wa_sandbox_message_get_status (message, wa_sandbox_world_get_now (exchange->world));
  data = json_object_new ();
  json_object_set_string_member (data, "status",
                                 message->incoming ? "received" : wa_sandbox_status_nick (status));
  set_time (data, "created_at", message->time);
  set_time (data, "updated_at", wa_sandbox_message_get_time (message, status));

  return wa_sandbox_whatsjet_answer (NULL, data);
}
