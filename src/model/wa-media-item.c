/* wa-media-item.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-media-item.h"

struct _WaMediaItem
{
  WaRecord parent_instance;

  char      *remote_id;
  char      *kind;
  char      *url;
  char      *mime_type;
  char      *filename;
  GDateTime *expires;
  GDateTime *uploaded;
  GBytes    *bytes;
};

G_DEFINE_FINAL_TYPE (WaMediaItem, wa_media_item, WA_TYPE_RECORD)

static const WaField fields[] = {
  WA_FIELD (WaMediaItem, remote_id, "remote-id", TEXT),
  WA_FIELD (WaMediaItem, kind, "kind", TEXT),
  WA_FIELD (WaMediaItem, url, "url", TEXT),
  WA_FIELD (WaMediaItem, mime_type, "mime-type", TEXT),
  WA_FIELD (WaMediaItem, filename, "filename", TEXT),
  WA_FIELD (WaMediaItem, expires, "expires", TIME),
  WA_FIELD (WaMediaItem, uploaded, "uploaded", TIME),
  WA_FIELD (WaMediaItem, bytes, "bytes", BYTES),
};

WA_RECORD_TEXT (WaMediaItem, wa_media_item, remote_id)
WA_RECORD_TEXT (WaMediaItem, wa_media_item, kind)
WA_RECORD_TEXT (WaMediaItem, wa_media_item, url)
WA_RECORD_TEXT (WaMediaItem, wa_media_item, mime_type)
WA_RECORD_TEXT (WaMediaItem, wa_media_item, filename)
WA_RECORD_TIME (WaMediaItem, wa_media_item, expires)
WA_RECORD_TIME (WaMediaItem, wa_media_item, uploaded)
WA_RECORD_BYTES (WaMediaItem, wa_media_item, bytes)

static void
wa_media_item_class_init (WaMediaItemClass *klass)
{
  wa_record_class_set_fields (WA_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
wa_media_item_init (WaMediaItem *self)
{
}

WaMediaItem *
wa_media_item_new (void)
{
  return g_object_new (WA_TYPE_MEDIA_ITEM, NULL);
}
