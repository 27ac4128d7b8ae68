/* wa-message-kind.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * WaMessageKind:
 *
 * What a message is.  Those after %WA_MESSAGE_LOCATION_REQUEST are only read in histories, never sent.
 */
typedef enum
{
  WA_MESSAGE_UNKNOWN,
  WA_MESSAGE_TEXT,
  WA_MESSAGE_IMAGE,
  WA_MESSAGE_VIDEO,
  WA_MESSAGE_AUDIO,
  WA_MESSAGE_DOCUMENT,
  WA_MESSAGE_STICKER,
  WA_MESSAGE_TEMPLATE,
  WA_MESSAGE_LOCATION,
  WA_MESSAGE_CONTACTS,
  WA_MESSAGE_REACTION,
  WA_MESSAGE_LIST,
  WA_MESSAGE_REPLY_BUTTONS,
  WA_MESSAGE_LINK_BUTTON,
  WA_MESSAGE_PRODUCT,
  WA_MESSAGE_PRODUCT_LIST,
  WA_MESSAGE_CATALOG,
  WA_MESSAGE_ADDRESS_REQUEST,
  WA_MESSAGE_LOCATION_REQUEST,
  WA_MESSAGE_INTERACTIVE,
  WA_MESSAGE_ORDER,
  WA_MESSAGE_CALL,
  WA_MESSAGE_SYSTEM,
} WaMessageKind;

GType       wa_message_kind_get_type (void);
#define WA_TYPE_MESSAGE_KIND (wa_message_kind_get_type ())

const char *wa_message_kind_title    (WaMessageKind kind);

G_END_DECLS
