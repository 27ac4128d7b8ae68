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

/* A file is the address of one, or its content: as text inside the JSON body while it is small, as a part of
 * a form above that. */

#define MOST_INLINE_BYTES (1024 * 1024)

/* A file inside a request takes its time. */
#define UPLOAD_SECONDS 180

static gboolean
is_link (const WaOnemsgSource *source)
{
  return source->bytes == NULL || !wa_is_empty (source->link);
}

/**
 * wa_onemsg_source_check:
 * @most_bytes: how large the content may be
 */
gboolean
wa_onemsg_source_check (const WaOnemsgSource  *source,
                        gsize                  most_bytes,
                        GError               **error)
{
  g_autofree char *most = NULL;
  gsize size = source->bytes != NULL ? g_bytes_get_size (source->bytes) : 0;

  if (is_link (source))
    return wa_check_link (source->link, error);
  if (!wa_check_chosen (source->mime_type, _("The type of the file is not known. "
                                             "Choose another file."), error))
    return FALSE;
  if (size == 0)
    return wa_onemsg_refuse (error, WA_ERROR_INVALID, _("The file is empty. Choose another one."));
  if (size <= most_bytes)
    return TRUE;

  most = g_format_size_full (most_bytes, G_FORMAT_SIZE_IEC_UNITS);
  /* Translators: the allowed size: "5.0 MiB" */
  g_set_error (error, WA_ERROR, WA_ERROR_INVALID,
               _("The file is too large: WhatsApp takes up to %s. Choose a smaller one."), most);

  return FALSE;
}

static char *
dup_text (const WaOnemsgSource *source)
{
  g_autofree char *content = NULL;

  if (is_link (source))
    return g_strdup (source->link);

  content = g_base64_encode (g_bytes_get_data (source->bytes, NULL), g_bytes_get_size (source->bytes));

  return g_strdup_printf ("data:%s;base64,%s", source->mime_type, content);
}

/* A form holds texts only. */
static gboolean
fits_form (JsonObject *body)
{
  g_autoptr(GList) values = json_object_get_values (body);

  for (GList *l = values; l != NULL; l = l->next)
    if (json_node_get_value_type (l->data) != G_TYPE_STRING)
      return FALSE;

  return TRUE;
}

static void
take_form (WaRequest            *request,
           const WaOnemsgSource *source,
           const char           *member,
           JsonObject           *body)
{
  g_autoptr(GList) names = json_object_get_members (body);

  for (GList *l = names; l != NULL; l = l->next)
    wa_request_add_field (request, l->data, json_object_get_string_member (body, l->data));
  wa_request_add_file (request, member, source->filename, source->mime_type, source->bytes);
  json_object_unref (body);
}

/**
 * wa_onemsg_post_file:
 * @name: the last part of the operation's address
 * @member: what holds the file
 * @body: (transfer full): the other members
 */
gboolean
wa_onemsg_post_file (WaProvider            *provider,
                     WaRequest             *request,
                     const char            *name,
                     const WaOnemsgSource  *source,
                     const char            *member,
                     JsonObject            *body,
                     GError               **error)
{
  g_autofree char *text = NULL;

  if (!is_link (source))
    wa_request_set_timeout (request, UPLOAD_SECONDS);

  if (!is_link (source) && g_bytes_get_size (source->bytes) > MOST_INLINE_BYTES && fits_form (body))
    {
      take_form (request, source, member, body);
      return wa_onemsg_begin (provider, request, "POST", name, error);
    }

  text = dup_text (source);
  json_object_set_string_member (body, member, text);

  return wa_onemsg_post (provider, request, name, body, error);
}

static gsize
most_bytes (const char *mime_type)
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
  const char *filename = wa_media_item_get_filename (item);
  WaOnemsgSource source = {
    .link = wa_media_item_get_url (item),
    .bytes = wa_media_item_get_bytes (item),
    .mime_type = wa_media_item_get_mime_type (item),
    .filename = wa_is_empty (filename) ? "file" : filename,
  };

  return wa_onemsg_source_check (&source, most_bytes (source.mime_type), error) &&
         wa_onemsg_post_file (provider, request, "uploadMedia", &source, "body", json_object_new (), error);
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
