/* wa-tag.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-record.h"

G_BEGIN_DECLS

/**
 * WaTag:
 *
 * A label that contacts carry.
 */
#define WA_TYPE_TAG (wa_tag_get_type ())
G_DECLARE_FINAL_TYPE (WaTag, wa_tag, WA, TAG, WaRecord)

WaTag *wa_tag_new (void);
gint64 wa_tag_get_id (WaTag *self);
void wa_tag_set_id (WaTag *self, gint64 value);
const char *wa_tag_get_remote_id (WaTag *self);
void wa_tag_set_remote_id (WaTag *self, const char *value);
const char *wa_tag_get_name (WaTag *self);
void wa_tag_set_name (WaTag *self, const char *value);
const char *wa_tag_get_color (WaTag *self);
void wa_tag_set_color (WaTag *self, const char *value);
gboolean wa_tag_get_first_message (WaTag *self);
void wa_tag_set_first_message (WaTag *self, gboolean value);
const char *const *wa_tag_get_keywords (WaTag *self);
void wa_tag_set_keywords (WaTag *self, const char *const *value);
gboolean wa_tag_get_active (WaTag *self);
void wa_tag_set_active (WaTag *self, gboolean value);
gboolean wa_tag_get_local (WaTag *self);
void wa_tag_set_local (WaTag *self, gboolean value);
GDateTime *wa_tag_get_created (WaTag *self);
void wa_tag_set_created (WaTag *self, GDateTime *value);

G_END_DECLS
