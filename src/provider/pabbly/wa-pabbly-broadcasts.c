/* wa-pabbly-broadcasts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-broadcast.h"
#include "model/wa-limits.h"
#include "provider/pabbly/wa-pabbly-private.h"
#include "provider/wa-checks.h"
#include "provider/wa-writing.h"

#define MOST_NAME_CHARACTERS 100

/* Broadcasts and campaigns share an address and most member names; each takes exactly the members below, whatever
 * else the document lists beside them.  Nothing reads them back: what is known of one is what its creation answered. */

gboolean
wa_pabbly_sends_template (WaProvider *provider,
                          GObject    *args)
{
  WaOutgoing *outgoing = wa_broadcast_get_outgoing (WA_BROADCAST (args));

  return outgoing != NULL && wa_outgoing_get_kind (outgoing) == WA_MESSAGE_TEMPLATE;
}

static gboolean
refuse (GError     **error,
        WaError      code,
        const char  *text)
{
  g_set_error_literal (error, WA_ERROR, (int) code, text);

  return FALSE;
}

/* Lists are addressed by their names.  `all` is made by Pabbly and can't be a target. */
static gboolean
check_lists (const char *const  *lists,
             GError            **error)
{
  if (lists[0] == NULL)
    return refuse (error, WA_ERROR_INVALID, _("Choose at least one list of contacts."));
  if (g_strv_contains (lists, "all"))
    return refuse (error, WA_ERROR_INVALID,
                   _("The list “all” can’t be written to. Choose other lists."));

  return TRUE;
}

static JsonObject *
broadcast_new (WaBroadcast  *broadcast,
               const char   *message_type,
               GError      **error)
{
  gboolean scheduled = wa_broadcast_get_scheduled (broadcast);
  JsonObject *body;

  if (!wa_check_text (wa_broadcast_get_name (broadcast), _("Name"), MOST_NAME_CHARACTERS, error) ||
      !check_lists (wa_broadcast_get_lists (broadcast), error))
    return NULL;
  if (scheduled && wa_broadcast_get_schedule_at (broadcast) == NULL)
    {
      refuse (error, WA_ERROR_INVALID, _("Enter when the broadcast shall start."));
      return NULL;
    }

  body = json_object_new ();
  json_object_set_string_member (body, "name", wa_broadcast_get_name (broadcast));
  json_object_set_string_member (body, "broadcastType", "broadcast");
  json_object_set_string_member (body, "messageType", message_type);
  json_object_set_string_member (body, "status", scheduled ? "scheduled" : "instant");
  wa_write_texts (body, "contactList", wa_broadcast_get_lists (broadcast));
  if (scheduled)
    wa_write_time (body, "scheduleAt", wa_broadcast_get_schedule_at (broadcast));

  return body;
}

static void
set_broadcast (WaRequest  *request,
               JsonObject *body)
{
  wa_request_set_method (request, "POST");
  wa_request_append_path (request, "broadcasts", NULL);
  wa_request_take_json_object (request, body);
}

static gboolean
write_file (JsonObject  *body,
            WaOutgoing  *outgoing,
            GError     **error)
{
  WaMessageKind kind = wa_outgoing_get_kind (outgoing);
  const char *type = wa_pabbly_media_type (kind);

  if (type == NULL)
    return refuse (error, WA_ERROR_UNSUPPORTED,
                   _("Pabbly Chatflow’s broadcasts take texts, files and templates only. "
                     "Choose one of these."));
  if (!wa_pabbly_check_media (outgoing, error))
    return FALSE;

  json_object_set_string_member (body, "regularMessageType", type);
  json_object_set_string_member (body, "link", wa_outgoing_get_link (outgoing));
  if (kind == WA_MESSAGE_DOCUMENT)
    wa_write_text (body, "filename", wa_outgoing_get_filename (outgoing));
  if (kind != WA_MESSAGE_AUDIO)
    wa_write_text (body, "caption", wa_outgoing_get_caption (outgoing));

  return TRUE;
}

static gboolean
write_regular (JsonObject  *body,
               WaOutgoing  *outgoing,
               GError     **error)
{
  if (outgoing == NULL)
    return refuse (error, WA_ERROR_INVALID, _("The broadcast has no message. Write one."));
  if (wa_outgoing_get_kind (outgoing) != WA_MESSAGE_TEXT)
    return write_file (body, outgoing, error);
  if (!wa_check_text (wa_outgoing_get_text (outgoing), _("Text"), WA_LIMIT_TEXT, error))
    return FALSE;

  json_object_set_string_member (body, "regularMessageType", "text");
  json_object_set_string_member (body, "message", wa_outgoing_get_text (outgoing));

  return TRUE;
}

WA_PABBLY_BUILD (broadcast)
{
  WaBroadcast *broadcast = WA_BROADCAST (args);
  g_autoptr(JsonObject) body = broadcast_new (broadcast, "regular", error);

  if (body == NULL || !write_regular (body, wa_broadcast_get_outgoing (broadcast), error))
    return FALSE;

  set_broadcast (request, g_steal_pointer (&body));

  return TRUE;
}

WA_PABBLY_BUILD (template_broadcast)
{
  WaBroadcast *broadcast = WA_BROADCAST (args);
  WaOutgoing *outgoing = wa_broadcast_get_outgoing (broadcast);
  g_autoptr(JsonObject) body = broadcast_new (broadcast, "template", error);

  if (body == NULL || !wa_pabbly_write_template (provider, outgoing, WA_PABBLY_PLACE_BROADCAST, body, error))
    return FALSE;

  set_broadcast (request, g_steal_pointer (&body));

  return TRUE;
}

static const char *
template_name (WaBroadcast *broadcast)
{
  WaOutgoing *outgoing = wa_broadcast_get_outgoing (broadcast);
  WaTemplate *template = outgoing != NULL ? wa_outgoing_get_template (outgoing) : NULL;

  return template != NULL ? wa_template_get_name (template) : wa_broadcast_get_template_name (broadcast);
}

WA_PABBLY_BUILD (campaign)
{
  WaBroadcast *broadcast = WA_BROADCAST (args);
  JsonObject *body;

  if (!wa_check_text (wa_broadcast_get_name (broadcast), _("Name"), MOST_NAME_CHARACTERS, error) ||
      !wa_check_template_name (template_name (broadcast), error))
    return FALSE;

  body = json_object_new ();
  json_object_set_string_member (body, "name", wa_broadcast_get_name (broadcast));
  json_object_set_string_member (body, "broadcastType", "api");
  json_object_set_string_member (body, "templateName", template_name (broadcast));
  set_broadcast (request, body);

  return TRUE;
}

/* The custom fields that a contact gets if it is new. */
static void
write_defaults (JsonObject *body,
                WaOutgoing *outgoing)
{
  WaContact *contact = wa_outgoing_get_contact (outgoing);

  if (contact != NULL)
    wa_write_map (body, "defaultContactFieldValues", G_LIST_MODEL (wa_contact_get_attributes (contact)));
}

WA_PABBLY_BUILD (campaign_message)
{
  WaBroadcast *broadcast = WA_BROADCAST (args);
  WaOutgoing *outgoing = wa_broadcast_get_outgoing (broadcast);
  g_autoptr(JsonObject) body = json_object_new ();
  g_autofree char *number = NULL;
  const char *name;

  if (outgoing == NULL)
    return refuse (error, WA_ERROR_INVALID, _("Choose a template and a recipient."));
  if (!wa_check_text (wa_broadcast_get_name (broadcast), _("Campaign"), MOST_NAME_CHARACTERS, error) ||
      (number = wa_check_number (wa_outgoing_get_recipient (outgoing), error)) == NULL ||
      !wa_pabbly_write_template (provider, outgoing, WA_PABBLY_PLACE_CAMPAIGN, body, error))
    return FALSE;

  name = wa_outgoing_get_recipient_name (outgoing);
  json_object_set_string_member (body, "campaignName", wa_broadcast_get_name (broadcast));
  json_object_set_string_member (body, "destination", number);
  json_object_set_string_member (body, "userName", wa_is_empty (name) ? number : name);
  json_object_set_string_member (body, "source", "api");
  write_defaults (body, outgoing);

  wa_request_set_method (request, "POST");
  wa_request_append_path (request, "broadcasts", "send", NULL);
  wa_request_take_json_object (request, g_steal_pointer (&body));

  return TRUE;
}

static const WaMapping broadcast_rows[] = {
  { "_id", "remote-id", WA_MAP_REQUIRED },
  { "name", "name" },
  { "broadcastType", "kind" },
  { "messageType", "message-kind" },
  { "status", "status" },
  { "templateName", "template-name" },
  { "headerParams", "header-params" },
  { "bodyParams", "body-params" },
  { "contactList", "lists" },
  { "regularMessage.type", "content-kind" },
  { "regularMessage.message", "text" },
  { "regularMessage.link", "link" },
  { "regularMessage.filename", "filename" },
  { "regularMessage.caption", "caption" },
  { "scheduleAt", "schedule-at" },
  { "startedAt", "started" },
  { "createdAt", "created" },
  { "updatedAt", "updated" },
  { NULL }
};

static gboolean
finish_broadcast (gpointer       record,
                  const WaJson  *json,
                  GError       **error)
{
  wa_broadcast_set_scheduled (record, g_str_equal (wa_broadcast_get_status (record), "scheduled"));

  return TRUE;
}

static const WaMappingTable broadcast_table = { wa_broadcast_get_type, broadcast_rows, finish_broadcast };

WA_PABBLY_PARSE (broadcast)
{
  WaJson data = wa_json_member (answer, "data");

  return wa_mapping_read (&broadcast_table, &data, error);
}
