/* wa-query.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-attribute.h"
#include "model/wa-record.h"
#include "model/wa-tristate.h"

G_BEGIN_DECLS

/**
 * WaQuery:
 *
 * What a list operation shall list. A new filter is a property here, never a function.
 *
 * @cursor: of the page; "" is the first
 * @page-size: 0 is the most that the system gives
 * @everything: a full refresh in one answer, where the system can
 * @status: in the system's own word
 * @message-id: where to go on from a message that is known; @newest-first says which way
 * @parent-id: the catalog, contact or broadcast that is listed
 */
#define WA_TYPE_QUERY (wa_query_get_type ())
G_DECLARE_FINAL_TYPE (WaQuery, wa_query, WA, QUERY, WaRecord)

WaQuery *wa_query_new (void);
const char *wa_query_get_cursor (WaQuery *self);
void wa_query_set_cursor (WaQuery *self, const char *value);
gint64 wa_query_get_page_size (WaQuery *self);
void wa_query_set_page_size (WaQuery *self, gint64 value);
gboolean wa_query_get_everything (WaQuery *self);
void wa_query_set_everything (WaQuery *self, gboolean value);
const char *wa_query_get_search (WaQuery *self);
void wa_query_set_search (WaQuery *self, const char *value);
const char *wa_query_get_parent_id (WaQuery *self);
void wa_query_set_parent_id (WaQuery *self, const char *value);
const char *wa_query_get_name (WaQuery *self);
void wa_query_set_name (WaQuery *self, const char *value);
const char *wa_query_get_number (WaQuery *self);
void wa_query_set_number (WaQuery *self, const char *value);
const char *const *wa_query_get_tags (WaQuery *self);
void wa_query_set_tags (WaQuery *self, const char *const *value);
WaTristate wa_query_get_opt_in (WaQuery *self);
void wa_query_set_opt_in (WaQuery *self, WaTristate value);
WaTristate wa_query_get_blocked (WaQuery *self);
void wa_query_set_blocked (WaQuery *self, WaTristate value);
const char *wa_query_get_source (WaQuery *self);
void wa_query_set_source (WaQuery *self, const char *value);
const char *wa_query_get_status (WaQuery *self);
void wa_query_set_status (WaQuery *self, const char *value);
GListStore *wa_query_get_attributes (WaQuery *self);
WaTristate wa_query_get_newest_first (WaQuery *self);
void wa_query_set_newest_first (WaQuery *self, WaTristate value);
const char *wa_query_get_message_id (WaQuery *self);
void wa_query_set_message_id (WaQuery *self, const char *value);
GDateTime *wa_query_get_since (WaQuery *self);
void wa_query_set_since (WaQuery *self, GDateTime *value);
GDateTime *wa_query_get_until (WaQuery *self);
void wa_query_set_until (WaQuery *self, GDateTime *value);

G_END_DECLS
