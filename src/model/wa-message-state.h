/* wa-message-state.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * WaMessageState:
 *
 * What became of a message: `queued → sending → sent → delivered → read`, or `failed`, or `uncertain`.
 *
 * @WA_STATE_NONE: nobody said
 * @WA_STATE_QUEUED: written down; nothing has left yet
 * @WA_STATE_SENDING: bytes may be on their way
 * @WA_STATE_SENT: the system accepted it
 * @WA_STATE_FAILED: the system, or we, said no: it certainly was not sent
 * @WA_STATE_UNCERTAIN: it may have been sent; the user decides
 * @WA_STATE_RECEIVED: an incoming message
 */
typedef enum
{
  WA_STATE_NONE,
  WA_STATE_QUEUED,
  WA_STATE_SENDING,
  WA_STATE_SENT,
  WA_STATE_DELIVERED,
  WA_STATE_READ,
  WA_STATE_FAILED,
  WA_STATE_UNCERTAIN,
  WA_STATE_RECEIVED,
} WaMessageState;

GType       wa_message_state_get_type (void);
#define WA_TYPE_MESSAGE_STATE (wa_message_state_get_type ())

const char     *wa_message_state_title   (WaMessageState state);
const char     *wa_message_state_to_nick (WaMessageState state);
WaMessageState  wa_message_state_parse   (const char    *nick);

G_END_DECLS
