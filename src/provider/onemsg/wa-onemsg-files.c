/* wa-onemsg-files.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-limits.h"
#include "model/wa-media-item.h"
#include "provider/onemsg/wa-onemsg-private.h"
#include "provider/wa-checks.h"

/* A file is the address of one, or its content: as text inside the JSON body while it is small, as a part of a form
 * above that. */

#define MOST_INLINE_BYTES (1024 * 1024)

static gboolean
is_link (const char *link,
         GBytes     *bytes)
{
  return bytes == NULL || !wa_is_empty (link);
}

/**
 * wa_onemsg_check_source:
 * @link: the address of the file; "" where its content is given
 * @bytes: (nullable): its content
 */
gboolean
wa_onemsg_check_source (const char  *link,
                        GBytes      *bytes,
                        const char  *mime_type,
                        gsize        most_bytes,
                        GError     **error)
{
  g_autofree char *most = NULL;

  if (is_link (link, bytes))
    return wa_check_link (link, error);
  if (!wa_check_chosen (mime_type, _("The type of the file is not known. Choose another file."), error))
    return FALSE;
  if (g_bytes_get_size (bytes) <= most_bytes)
    return TRUE;

  most = g_format_size_full (most_bytes, G_FORMAT_SIZE_IEC_UNITS);
  /* Translators: the allowed size: "5.0 MiB" */
  g_set_error (error, WA_ERROR, WA_ERROR_INVALID,
               _("The file is too large: WhatsApp takes up to %s. Choose a smaller one."), most);

  return FALSE;
}

/**
 * wa_onemsg_dup_source:
 *
 * Returns: (transfer full): the file as one text: its address, or its content
 */
char *
wa_onemsg_dup_source (const char *link,
                      GBytes     *bytes,
                      const char *mime_type)
{
  g_autofree char *content = NULL;

  if (is_link (link, bytes))
    return g_strdup (link);

  content = g_base64_encode (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  return g_strdup_printf ("data:%s;base64,%s", mime_type, content);
}

/**
 * wa_onemsg_set_source:
 * @body: (transfer full): the other members, all of them texts
 *
 * Makes the request's body of @body and the file.
 */
void
wa_onemsg_set_source (WaRequest  *request,
                      const char *link,
                      GBytes     *bytes,
                      const char *mime_type,
                      const char *filename,
                      JsonObject *body)
{
  g_autofree char *source = NULL;

  if (!is_link (link, bytes))
    wa_request_set_timeout (request, WA_ONEMSG_UPLOAD_SECONDS);

  if (!is_link (link, bytes) && g_bytes_get_size (bytes) > MOST_INLINE_BYTES)
    {
      g_autoptr(GList) names = json_object_get_members (body);

      for (GList *l = names; l != NULL; l = l->next)
        wa_request_add_field (request, l->data, json_object_get_string_member (body, l->data));
      wa_request_add_file (request, "body", filename, mime_type, bytes);
      json_object_unref (body);
      return;
    }

  source = wa_onemsg_dup_source (link, bytes, mime_type);
  json_object_set_string_member (body, "body", source);
  wa_request_take_json_object (request, body);
}

/**
 * wa_onemsg_most_bytes:
 *
 * Returns: how large WhatsApp lets a file of that type be
 */
gsize
wa_onemsg_most_bytes (const char *mime_type)
{
  if (g_str_has_prefix (mime_type, "image/"))
    return WA_LIMIT_IMAGE_BYTES;
  if (g_str_has_prefix (mime_type, "video/") || g_str_has_prefix (mime_type, "audio/"))
    return WA_LIMIT_VIDEO_BYTES;

  return WA_LIMIT_DOCUMENT_BYTES;
}

WA_ONEMSG_BUILD (media)
{
  WaMediaItem *item = WA_MEDIA_ITEM (args);
  const char *mime_type = wa_media_item_get_mime_type (item);
  const char *filename = wa_media_item_get_filename (item);

  if (!wa_onemsg_check_source (wa_media_item_get_url (item), wa_media_item_get_bytes (item), mime_type,
                               wa_onemsg_most_bytes (mime_type), error))
    return FALSE;

  wa_onemsg_set_source (request, wa_media_item_get_url (item), wa_media_item_get_bytes (item), mime_type,
                        wa_is_empty (filename) ? "file" : filename, json_object_new ());

  return wa_onemsg_begin (provider, request, "POST", "uploadMedia", error);
}

static const WaMapping media_rows[] = {
  { "mediaId", "remote-id", WA_MAP_REQUIRED },
  { NULL }
};

static const WaMappingTable media_table = { wa_media_item_get_type, media_rows };

/* WhatsApp forgets the file after 30 days, so the time counts. */
WA_ONEMSG_PARSE (media)
{
  WaMediaItem *sent = WA_MEDIA_ITEM (args);
  WaMediaItem *item = wa_mapping_read (&media_table, answer, error);
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();

  if (item == NULL)
    return NULL;

  wa_media_item_set_uploaded (item, now);
  wa_media_item_set_mime_type (item, wa_media_item_get_mime_type (sent));
  wa_media_item_set_filename (item, wa_media_item_get_filename (sent));

  return G_OBJECT (item);
}
