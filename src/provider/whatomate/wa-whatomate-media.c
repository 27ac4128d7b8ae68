/* wa-whatomate-media.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-limits.h"
#include "model/wa-target.h"
#include "provider/wa-checks.h"
#include "provider/wa-writing.h"
#include "provider/whatomate/wa-whatomate-private.h"

typedef struct
{
  WaMessageKind  kind;
  const char    *type;
  gsize          most_bytes;
  gboolean       caption;
} MediaRow;

static const MediaRow media_rows[] = {
  { WA_MESSAGE_IMAGE, "image", WA_LIMIT_IMAGE_BYTES, TRUE },
  { WA_MESSAGE_VIDEO, "video", WA_LIMIT_VIDEO_BYTES, TRUE },
  { WA_MESSAGE_AUDIO, "audio", WA_LIMIT_AUDIO_BYTES, FALSE },
  { WA_MESSAGE_DOCUMENT, "document", WA_LIMIT_DOCUMENT_BYTES, TRUE },
};

static const MediaRow *
row_of (WaOutgoing *outgoing)
{
  gsize i = 0;

  while (media_rows[i].kind != wa_outgoing_get_kind (outgoing))
    i++;

  return &media_rows[i];
}

static const char *
caption_of (WaOutgoing     *outgoing,
            const MediaRow *row)
{
  return row->caption ? wa_outgoing_get_caption (outgoing) : "";
}

static gboolean
build_file (WaProvider      *provider,
            WaOutgoing      *outgoing,
            const MediaRow  *row,
            WaRequest       *request,
            GError         **error)
{
  GBytes *bytes = wa_outgoing_get_bytes (outgoing);
  const char *account = wa_whatomate_message_account (provider);
  const char *caption = caption_of (outgoing, row);

  if (g_bytes_get_size (bytes) > row->most_bytes)
    {
      g_autofree char *size = g_format_size (row->most_bytes);

      /* Translators: a size, such as "16 MB" */
      g_set_error (error, WA_ERROR, WA_ERROR_INVALID,
                   _("WhatsApp takes at most %s of this kind. Choose a smaller file."), size);
      return FALSE;
    }

  wa_request_add_field (request, "contact_id", wa_outgoing_get_contact_id (outgoing));
  wa_request_add_field (request, "type", row->type);
  if (!wa_is_empty (caption))
    wa_request_add_field (request, "caption", caption);
  if (!wa_is_empty (account))
    wa_request_add_field (request, "whatsapp_account", account);

  return wa_whatomate_add_file (request, wa_outgoing_get_filename (outgoing),
                                wa_outgoing_get_mime_type (outgoing), bytes, error);
}

static gboolean
build_link (WaProvider      *provider,
            WaOutgoing      *outgoing,
            const MediaRow  *row,
            WaRequest       *request,
            GError         **error)
{
  JsonObject *body;

  if (!wa_check_link (wa_outgoing_get_link (outgoing), error))
    return FALSE;

  if (g_str_equal (wa_provider_get_setting (provider, WA_WHATOMATE_MEDIA_FORM), WA_WHATOMATE_MEDIA_AS_FILE))
    return wa_refuse_wanting (WA_WANTS_FILE, _("This server takes files, not their addresses. "
                                               "Download the file and attach it."), error);

  body = json_object_new ();
  json_object_set_string_member (body, "contact_id", wa_outgoing_get_contact_id (outgoing));
  json_object_set_string_member (body, "type", row->type);
  json_object_set_string_member (body, "media_url", wa_outgoing_get_link (outgoing));
  wa_write_text (body, "caption", caption_of (outgoing, row));
  wa_request_take_json_object (request, body);

  return TRUE;
}

/* The documents give an address, the servers in the field want the file.  An address is tried first, as long
 * as the server did not refuse one. */
WA_WHATOMATE_BUILD (media)
{
  WaOutgoing *outgoing = WA_OUTGOING (args);
  const MediaRow *row = row_of (outgoing);
  gboolean file = wa_outgoing_get_bytes (outgoing) != NULL;

  if (!wa_check_length (wa_outgoing_get_caption (outgoing), _("Caption"), WA_LIMIT_CAPTION, error))
    return FALSE;

  wa_whatomate_begin (provider, request, "POST");
  wa_request_append_path (request, "api", "messages", "media", NULL);

  return (file ? build_file (provider, outgoing, row, request, error)
               : build_link (provider, outgoing, row, request, error)) &&
         wa_whatomate_check_contact (wa_outgoing_get_contact_id (outgoing), error);
}

WA_WHATOMATE_BUILD (download)
{
  const char *id = wa_target_get_remote_id (WA_TARGET (args));

  if (!wa_whatomate_check_id (id, error))
    return FALSE;

  wa_whatomate_begin (provider, request, "GET");
  wa_request_append_path (request, "api", "media", id, NULL);

  return TRUE;
}
