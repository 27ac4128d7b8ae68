/* wa-whatsjet-messages.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-util.h"
#include "model/wa-limits.h"
#include "model/wa-message.h"
#include "model/wa-target.h"
#include "provider/wa-checks.h"
#include "provider/wa-failure.h"
#include "provider/wa-writing.h"
#include "provider/whatsjet/wa-whatsjet-private.h"

#define MOST_NAME_CHARACTERS 240

WA_WHATSJET_BUILD (text)
{
  WaOutgoing *outgoing = WA_OUTGOING (args);
  g_autoptr(JsonObject) body = NULL;

  if (!wa_check_text (wa_outgoing_get_text (outgoing), _("Text"), WA_LIMIT_TEXT, error) ||
      (body = wa_whatsjet_message_new (provider, outgoing, error)) == NULL)
    return FALSE;

  json_object_set_string_member (body, "message_body", wa_outgoing_get_text (outgoing));

  return wa_whatsjet_write_contact (body, outgoing, TRUE, error) &&
         wa_whatsjet_set_message (provider, request, "send-message", body, error);
}

/* Files: only by their address */

static const char *
media_type (WaMessageKind kind)
{
  switch ((int) kind)
    {
    case WA_MESSAGE_IMAGE:
      return "image";
    case WA_MESSAGE_VIDEO:
      return "video";
    case WA_MESSAGE_AUDIO:
      return "audio";
    default:
      return "document";
    }
}

static gboolean
check_file (WaOutgoing  *outgoing,
            GError     **error)
{
  if (wa_is_empty (wa_outgoing_get_link (outgoing)) &&
      (wa_outgoing_get_bytes (outgoing) != NULL || !wa_is_empty (wa_outgoing_get_media_id (outgoing))))
    return wa_whatsjet_refuse (error, WA_ERROR_UNSUPPORTED,
                               _("WhatsJet takes no files, only their addresses. "
                                 "Put the file on a web server and enter its address."));

  return wa_check_link (wa_outgoing_get_link (outgoing), error);
}

/* Only what is looked at has a caption. */
static gboolean
write_caption (JsonObject  *body,
               WaOutgoing  *outgoing,
               GError     **error)
{
  WaMessageKind kind = wa_outgoing_get_kind (outgoing);
  const char *caption = wa_outgoing_get_caption (outgoing);

  if (!wa_is_empty (caption) && kind != WA_MESSAGE_IMAGE && kind != WA_MESSAGE_VIDEO)
    return wa_whatsjet_refuse (error, WA_ERROR_UNSUPPORTED,
                               _("WhatsJet sends captions with pictures and videos only. "
                                 "Remove the caption and send it as a text."));

  wa_write_text (body, "caption", caption);

  return wa_check_length (caption, _("Caption"), WA_LIMIT_CAPTION, error);
}

/* A document always has a name; its address may end with one. */
static gboolean
write_filename (JsonObject  *body,
                WaOutgoing  *outgoing,
                GError     **error)
{
  const char *given = wa_outgoing_get_filename (outgoing);
  g_autofree char *found = wa_dup_link_filename (wa_outgoing_get_link (outgoing));
  const char *filename = wa_is_empty (given) ? found : given;

  if (!wa_check_text (filename, _("File name"), MOST_NAME_CHARACTERS, error) ||
      !wa_check_filename (filename, error))
    return FALSE;
  for (const char *at = filename; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at))
      return wa_whatsjet_refuse (error, WA_ERROR_INVALID,
                                 _("The name of a file can’t hold line breaks. Change the name."));

  json_object_set_string_member (body, "file_name", filename);

  return TRUE;
}

WA_WHATSJET_BUILD (media)
{
  WaOutgoing *outgoing = WA_OUTGOING (args);
  WaMessageKind kind = wa_outgoing_get_kind (outgoing);
  g_autoptr(JsonObject) body = NULL;

  if (!check_file (outgoing, error) || (body = wa_whatsjet_message_new (provider, outgoing, error)) == NULL)
    return FALSE;

  json_object_set_string_member (body, "media_type", media_type (kind));
  json_object_set_string_member (body, "media_url", wa_outgoing_get_link (outgoing));

  return write_caption (body, outgoing, error) &&
         (kind != WA_MESSAGE_DOCUMENT || write_filename (body, outgoing, error)) &&
         wa_whatsjet_write_contact (body, outgoing, FALSE, error) &&
         wa_whatsjet_set_message (provider, request, "send-media-message", body, error);
}

/* What became of it */

typedef struct
{
  const char     *word;
  WaMessageState  state;
} StateRow;

static const StateRow states[] = {
  { "accepted", WA_STATE_SENT },
  { "sent", WA_STATE_SENT },
  { "delivered", WA_STATE_DELIVERED },
  { "read", WA_STATE_READ },
  { "played", WA_STATE_READ },
  { "failed", WA_STATE_FAILED },
  { "received", WA_STATE_RECEIVED },
};

/* A word that is not known says nothing about the state, but is kept. */
static void
read_state (WaMessage    *message,
            const WaJson *answer)
{
  WaJson status = wa_json_find (answer, "data.status");
  const char *word = wa_or_empty (wa_json_get_text (&status));

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_ascii_strcasecmp (states[i].word, word) == 0)
      {
        wa_message_set_state (message, states[i].state);
        return;
      }

  wa_message_set_state_detail (message, word);
}

static const WaMapping sent_rows[] = {
  { "data.wamid", "remote-id" },
  { "data.log_uid", "job-id" },
  { "data.contact_uid", "contact-id" },
  { "message", "provider-text" },
  { NULL }
};

static const WaMappingTable sent_table = { wa_message_get_type, sent_rows };

/* WhatsApp may know the person under another number than the one that was written. */
static void
read_other_number (WaMessage    *message,
                   const WaJson *answer)
{
  WaJson place = wa_json_find (answer, "data.phone_number");
  g_autofree char *text = wa_json_dup_scalar (&place);
  g_autofree char *number = wa_check_number (text, NULL);

  if (number != NULL && !g_str_equal (number, wa_message_get_recipient (message)))
    wa_message_set_wa_id (message, number);
}

WA_WHATSJET_PARSE (message)
{
  WaOutgoing *outgoing = WA_OUTGOING (args);
  g_autofree char *number = wa_whatsjet_dup_number (wa_outgoing_get_recipient (outgoing), NULL);
  g_autoptr(WaMessage) message = wa_message_new ();

  wa_message_set_kind (message, wa_outgoing_get_kind (outgoing));
  wa_message_set_recipient (message, number);
  wa_message_set_state (message, WA_STATE_SENT);
  if (!wa_mapping_fill (&sent_table, answer, message, error))
    return NULL;

  read_state (message, answer);
  read_other_number (message, answer);
  if (wa_message_get_state (message) == WA_STATE_FAILED)
    {
      wa_failure_set_refused (provider, answer, error);
      return NULL;
    }

  return G_OBJECT (g_steal_pointer (&message));
}

WA_WHATSJET_BUILD (message_status)
{
  const char *id = wa_target_get_remote_id (WA_TARGET (args));

  if (!wa_check_id (id, error) ||
      !wa_whatsjet_start_contact (provider, request, "GET", "message-status", error))
    return FALSE;

  wa_request_add_query (request, "wamid", id);

  return TRUE;
}

/* Times have no zone: the account says which one is meant. */
static GDateTime *
dup_time (WaProvider   *provider,
          const WaJson *answer)
{
  WaJson place = wa_json_find (answer, "data.updated_at");
  g_autoptr(GTimeZone) named = g_time_zone_new_identifier (wa_provider_get_setting (provider,
                                                                                    WA_WHATSJET_TIME_ZONE));
  g_autoptr(GTimeZone) zone = named != NULL ? g_time_zone_ref (named) : g_time_zone_new_utc ();
  g_autoptr(GDateTime) time = NULL;

  if (wa_is_empty (wa_json_get_text (&place)))
    return NULL;

  time = g_date_time_new_from_iso8601 (wa_json_get_text (&place), zone);

  return time != NULL ? g_date_time_to_utc (time) : NULL;
}

WA_WHATSJET_PARSE (message_status)
{
  WaJson status = wa_json_find (answer, "data.status");
  g_autoptr(GDateTime) time = dup_time (provider, answer);
  WaMessage *message;

  if (wa_json_require_text (&status, error) == NULL)
    return NULL;

  message = wa_message_new ();
  wa_message_set_remote_id (message, wa_target_get_remote_id (WA_TARGET (args)));
  read_state (message, answer);
  wa_message_set_state_time (message, time);

  return G_OBJECT (message);
}
