/* wa-bot-flow.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-record.h"

G_BEGIN_DECLS

/**
 * WaBotFlow:
 *
 * A flow of a bot, or a postback of one.
 *
 * @text: what it says first, where that is known
 */
#define WA_TYPE_BOT_FLOW (wa_bot_flow_get_type ())
G_DECLARE_FINAL_TYPE (WaBotFlow, wa_bot_flow, WA, BOT_FLOW, WaRecord)

WaBotFlow *wa_bot_flow_new (void);
const char *wa_bot_flow_get_remote_id (WaBotFlow *self);
void wa_bot_flow_set_remote_id (WaBotFlow *self, const char *value);
const char *wa_bot_flow_get_name (WaBotFlow *self);
void wa_bot_flow_set_name (WaBotFlow *self, const char *value);
const char *wa_bot_flow_get_postback_id (WaBotFlow *self);
void wa_bot_flow_set_postback_id (WaBotFlow *self, const char *value);
const char *wa_bot_flow_get_kind (WaBotFlow *self);
void wa_bot_flow_set_kind (WaBotFlow *self, const char *value);
const char *wa_bot_flow_get_text (WaBotFlow *self);
void wa_bot_flow_set_text (WaBotFlow *self, const char *value);
gboolean wa_bot_flow_get_active (WaBotFlow *self);
void wa_bot_flow_set_active (WaBotFlow *self, gboolean value);

G_END_DECLS
