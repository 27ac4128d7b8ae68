/* wa-canned-response.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-record.h"

G_BEGIN_DECLS

/**
 * WaCannedResponse:
 *
 * A text that the team uses again and again.
 */
#define WA_TYPE_CANNED_RESPONSE (wa_canned_response_get_type ())
G_DECLARE_FINAL_TYPE (WaCannedResponse, wa_canned_response, WA, CANNED_RESPONSE, WaRecord)

WaCannedResponse *wa_canned_response_new (void);
const char *wa_canned_response_get_remote_id (WaCannedResponse *self);
void wa_canned_response_set_remote_id (WaCannedResponse *self, const char *value);
const char *wa_canned_response_get_name (WaCannedResponse *self);
void wa_canned_response_set_name (WaCannedResponse *self, const char *value);
const char *wa_canned_response_get_shortcut (WaCannedResponse *self);
void wa_canned_response_set_shortcut (WaCannedResponse *self, const char *value);
const char *wa_canned_response_get_text (WaCannedResponse *self);
void wa_canned_response_set_text (WaCannedResponse *self, const char *value);
const char *wa_canned_response_get_category (WaCannedResponse *self);
void wa_canned_response_set_category (WaCannedResponse *self, const char *value);
gboolean wa_canned_response_get_active (WaCannedResponse *self);
void wa_canned_response_set_active (WaCannedResponse *self, gboolean value);
gint64 wa_canned_response_get_usage_count (WaCannedResponse *self);
void wa_canned_response_set_usage_count (WaCannedResponse *self, gint64 value);
GDateTime *wa_canned_response_get_created (WaCannedResponse *self);
void wa_canned_response_set_created (WaCannedResponse *self, GDateTime *value);
GDateTime *wa_canned_response_get_updated (WaCannedResponse *self);
void wa_canned_response_set_updated (WaCannedResponse *self, GDateTime *value);

G_END_DECLS
