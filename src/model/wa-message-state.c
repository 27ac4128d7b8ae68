/* wa-message-state.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-util.h"
#include "model/wa-message-state.h"

G_DEFINE_ENUM_TYPE (WaMessageState, wa_message_state,
  G_DEFINE_ENUM_VALUE (WA_STATE_NONE, "none"),
  G_DEFINE_ENUM_VALUE (WA_STATE_QUEUED, "queued"),
  G_DEFINE_ENUM_VALUE (WA_STATE_SENDING, "sending"),
  G_DEFINE_ENUM_VALUE (WA_STATE_SENT, "sent"),
  G_DEFINE_ENUM_VALUE (WA_STATE_DELIVERED, "delivered"),
  G_DEFINE_ENUM_VALUE (WA_STATE_READ, "read"),
  G_DEFINE_ENUM_VALUE (WA_STATE_FAILED, "failed"),
  G_DEFINE_ENUM_VALUE (WA_STATE_UNCERTAIN, "uncertain"),
  G_DEFINE_ENUM_VALUE (WA_STATE_RECEIVED, "received"))

/**
 * wa_message_state_title:
 *
 * Returns: the state in the user's language
 */
const char *
wa_message_state_title (WaMessageState state)
{
  switch (state)
    {
    case WA_STATE_QUEUED:
      return _("Queued");
    case WA_STATE_SENDING:
      return _("Sending");
    case WA_STATE_SENT:
      return _("Sent");
    case WA_STATE_DELIVERED:
      return _("Delivered");
    case WA_STATE_READ:
      return _("Read");
    case WA_STATE_FAILED:
      return _("Failed");
    case WA_STATE_UNCERTAIN:
      return _("Uncertain");
    case WA_STATE_RECEIVED:
      return _("Received");
    case WA_STATE_NONE:
    default:
      return _("Unknown");
    }
}

/**
 * wa_message_state_to_nick:
 *
 * Returns: the state's stable name, for the store
 */
const char *
wa_message_state_to_nick (WaMessageState state)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (WA_TYPE_MESSAGE_STATE);

  return g_enum_get_value (klass, state)->value_nick;
}

/**
 * wa_message_state_parse:
 * @nick: (nullable): a stable name
 *
 * Returns: the state; %WA_STATE_NONE for anything unknown
 */
WaMessageState
wa_message_state_parse (const char *nick)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (WA_TYPE_MESSAGE_STATE);
  GEnumValue *value = g_enum_get_value_by_nick (klass, wa_or_empty (nick));

  return value != NULL ? (WaMessageState) value->value : WA_STATE_NONE;
}
