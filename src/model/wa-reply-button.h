/* wa-reply-button.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-record.h"

G_BEGIN_DECLS

/**
 * WaReplyButton:
 *
 * A button under a message that answers with its title.
 */
#define WA_TYPE_REPLY_BUTTON (wa_reply_button_get_type ())
G_DECLARE_FINAL_TYPE (WaReplyButton, wa_reply_button, WA, REPLY_BUTTON, WaRecord)

WaReplyButton *wa_reply_button_new (void);
const char *wa_reply_button_get_button_id (WaReplyButton *self);
void wa_reply_button_set_button_id (WaReplyButton *self, const char *value);
const char *wa_reply_button_get_title (WaReplyButton *self);
void wa_reply_button_set_title (WaReplyButton *self, const char *value);

G_END_DECLS
