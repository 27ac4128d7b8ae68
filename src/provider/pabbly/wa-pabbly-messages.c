/* wa-pabbly-messages.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-limits.h"
#include "provider/pabbly/wa-pabbly-private.h"
#include "provider/wa-checks.h"
#include "provider/wa-writing.h"

/* All messages go to one address; the body alone selects the kind. */

/**
 * wa_pabbly_message_new:
 *
 * Returns: (transfer full): a body with the recipient, which must be a JSON integer, and the type
 */
JsonObject *
wa_pabbly_message_new (WaOutgoing  *outgoing,
                       const char  *type,
                       GError     **error)
{
  g_autofree char *number = wa_check_number (wa_outgoing_get_recipient (outgoing), error);
  JsonObject *body;

  if (number == NULL)
    return NULL;

  body = json_object_new ();
  json_object_set_int_member (body, "to", g_ascii_strtoll (number, NULL, 10));
  json_object_set_string_member (body, "type", type);

  return body;
}

/**
 * wa_pabbly_set_message:
 * @body: (transfer full):
 */
void
wa_pabbly_set_message (WaRequest  *request,
                       JsonObject *body)
{
  wa_request_set_method (request, "POST");
  wa_request_append_path (request, "messages", NULL);
  wa_request_take_json_object (request, body);
}

/**
 * wa_pabbly_write_contact:
 *
 * Writes whom Pabbly shall create or change with the message.  Interactive messages have no documented place for
 * it.
 */
void
wa_pabbly_write_contact (JsonObject *body,
                         WaOutgoing *outgoing)
{
  WaContact *contact = wa_outgoing_get_contact (outgoing);
  JsonObject *object = json_object_new ();

  if (contact != NULL)
    wa_pabbly_write_details (object, contact);
  wa_write_object (body, "contact", object);
}

WA_PABBLY_BUILD (text)
{
  WaOutgoing *outgoing = WA_OUTGOING (args);
  JsonObject *body;

  if (!wa_check_text (wa_outgoing_get_text (outgoing), _("Text"), WA_LIMIT_TEXT, error) ||
      (body = wa_pabbly_message_new (outgoing, "text", error)) == NULL)
    return FALSE;

  json_object_set_string_member (body, "message", wa_outgoing_get_text (outgoing));
  wa_pabbly_write_contact (body, outgoing);
  wa_pabbly_set_message (request, body);

  return TRUE;
}

/**
 * wa_pabbly_media_type:
 *
 * Returns: (nullable): Pabbly's word for a kind that sends a file
 */
const char *
wa_pabbly_media_type (WaMessageKind kind)
{
  switch ((int) kind)
    {
    case WA_MESSAGE_IMAGE:
      return "image";
    case WA_MESSAGE_VIDEO:
      return "video";
    case WA_MESSAGE_AUDIO:
      return "audio";
    case WA_MESSAGE_DOCUMENT:
      return "document";
    default:
      return NULL;
    }
}

/**
 * wa_pabbly_check_media:
 *
 * Returns: whether the file, its name and its caption can be sent
 */
gboolean
wa_pabbly_check_media (WaOutgoing  *outgoing,
                       GError     **error)
{
  const char *link = wa_outgoing_get_link (outgoing);

  if (wa_is_empty (link) &&
      (wa_outgoing_get_bytes (outgoing) != NULL || !wa_is_empty (wa_outgoing_get_media_id (outgoing))))
    {
      g_set_error_literal (error, WA_ERROR, WA_ERROR_UNSUPPORTED,
                           _("Pabbly Chatflow takes no files, only their addresses. "
                             "Put the file on a web server and enter its address."));
      return FALSE;
    }

  return wa_check_link (link, error) &&
         wa_check_filename (wa_outgoing_get_filename (outgoing), error) &&
         wa_check_length (wa_outgoing_get_caption (outgoing), _("Caption"), WA_LIMIT_CAPTION, error);
}

WA_PABBLY_BUILD (media)
{
  WaOutgoing *outgoing = WA_OUTGOING (args);
  WaMessageKind kind = wa_outgoing_get_kind (outgoing);
  JsonObject *body;

  if (!wa_pabbly_check_media (outgoing, error) ||
      (body = wa_pabbly_message_new (outgoing, wa_pabbly_media_type (kind), error)) == NULL)
    return FALSE;

  json_object_set_string_member (body, "link", wa_outgoing_get_link (outgoing));
  if (kind != WA_MESSAGE_AUDIO)
    wa_write_text (body, "caption", wa_outgoing_get_caption (outgoing));
  if (kind == WA_MESSAGE_DOCUMENT)
    wa_write_text (body, "filename", wa_outgoing_get_filename (outgoing));
  wa_pabbly_write_contact (body, outgoing);
  wa_pabbly_set_message (request, body);

  return TRUE;
}
