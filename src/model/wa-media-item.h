/* wa-media-item.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-record.h"

G_BEGIN_DECLS

/**
 * WaMediaItem:
 *
 * A file that the system keeps for us.
 *
 * @kind: `image`, `video`, `audio` or `document`, where the system says
 * @url: temporary, signed: never logged, never kept, fetched without the key
 */
#define WA_TYPE_MEDIA_ITEM (wa_media_item_get_type ())
G_DECLARE_FINAL_TYPE (WaMediaItem, wa_media_item, WA, MEDIA_ITEM, WaRecord)

WaMediaItem *wa_media_item_new (void);
const char *wa_media_item_get_remote_id (WaMediaItem *self);
void wa_media_item_set_remote_id (WaMediaItem *self, const char *value);
const char *wa_media_item_get_kind (WaMediaItem *self);
void wa_media_item_set_kind (WaMediaItem *self, const char *value);
const char *wa_media_item_get_url (WaMediaItem *self);
void wa_media_item_set_url (WaMediaItem *self, const char *value);
const char *wa_media_item_get_mime_type (WaMediaItem *self);
void wa_media_item_set_mime_type (WaMediaItem *self, const char *value);
const char *wa_media_item_get_filename (WaMediaItem *self);
void wa_media_item_set_filename (WaMediaItem *self, const char *value);
GDateTime *wa_media_item_get_expires (WaMediaItem *self);
void wa_media_item_set_expires (WaMediaItem *self, GDateTime *value);
GDateTime *wa_media_item_get_uploaded (WaMediaItem *self);
void wa_media_item_set_uploaded (WaMediaItem *self, GDateTime *value);
GBytes *wa_media_item_get_bytes (WaMediaItem *self);
void wa_media_item_set_bytes (WaMediaItem *self, GBytes *value);

G_END_DECLS
