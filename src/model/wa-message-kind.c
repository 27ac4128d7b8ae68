/* wa-message-kind.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "model/wa-message-kind.h"

G_DEFINE_ENUM_TYPE (WaMessageKind, wa_message_kind,
  G_DEFINE_ENUM_VALUE (WA_MESSAGE_UNKNOWN, "unknown"),
  G_DEFINE_ENUM_VALUE (WA_MESSAGE_TEXT, "text"),
  G_DEFINE_ENUM_VALUE (WA_MESSAGE_IMAGE, "image"),
  G_DEFINE_ENUM_VALUE (WA_MESSAGE_VIDEO, "video"),
  G_DEFINE_ENUM_VALUE (WA_MESSAGE_AUDIO, "audio"),
  G_DEFINE_ENUM_VALUE (WA_MESSAGE_DOCUMENT, "document"),
  G_DEFINE_ENUM_VALUE (WA_MESSAGE_STICKER, "sticker"),
  G_DEFINE_ENUM_VALUE (WA_MESSAGE_TEMPLATE, "template"),
  G_DEFINE_ENUM_VALUE (WA_MESSAGE_LOCATION, "location"),
  G_DEFINE_ENUM_VALUE (WA_MESSAGE_CONTACTS, "contacts"),
  G_DEFINE_ENUM_VALUE (WA_MESSAGE_REACTION, "reaction"),
  G_DEFINE_ENUM_VALUE (WA_MESSAGE_LIST, "list"),
  G_DEFINE_ENUM_VALUE (WA_MESSAGE_REPLY_BUTTONS, "reply-buttons"),
  G_DEFINE_ENUM_VALUE (WA_MESSAGE_LINK_BUTTON, "link-button"),
  G_DEFINE_ENUM_VALUE (WA_MESSAGE_PRODUCT, "product"),
  G_DEFINE_ENUM_VALUE (WA_MESSAGE_PRODUCT_LIST, "product-list"),
  G_DEFINE_ENUM_VALUE (WA_MESSAGE_CATALOG, "catalog"),
  G_DEFINE_ENUM_VALUE (WA_MESSAGE_ADDRESS_REQUEST, "address-request"),
  G_DEFINE_ENUM_VALUE (WA_MESSAGE_LOCATION_REQUEST, "location-request"),
  G_DEFINE_ENUM_VALUE (WA_MESSAGE_INTERACTIVE, "interactive"),
  G_DEFINE_ENUM_VALUE (WA_MESSAGE_ORDER, "order"),
  G_DEFINE_ENUM_VALUE (WA_MESSAGE_CALL, "call"),
  G_DEFINE_ENUM_VALUE (WA_MESSAGE_SYSTEM, "system"))

/**
 * wa_message_kind_title:
 *
 * Returns: the kind in the user's language
 */
const char *
wa_message_kind_title (WaMessageKind kind)
{
  switch (kind)
    {
    case WA_MESSAGE_TEXT:
      return _("Text");
    case WA_MESSAGE_IMAGE:
      return _("Image");
    case WA_MESSAGE_VIDEO:
      return _("Video");
    case WA_MESSAGE_AUDIO:
      return _("Audio");
    case WA_MESSAGE_DOCUMENT:
      return _("Document");
    case WA_MESSAGE_STICKER:
      return _("Sticker");
    case WA_MESSAGE_TEMPLATE:
      return _("Template");
    case WA_MESSAGE_LOCATION:
      return _("Location");
    case WA_MESSAGE_CONTACTS:
      return _("Contact card");
    case WA_MESSAGE_REACTION:
      return _("Reaction");
    case WA_MESSAGE_LIST:
      return _("List");
    case WA_MESSAGE_REPLY_BUTTONS:
      return _("Reply buttons");
    case WA_MESSAGE_LINK_BUTTON:
      return _("Link button");
    case WA_MESSAGE_PRODUCT:
      return _("Product");
    case WA_MESSAGE_PRODUCT_LIST:
      return _("Product list");
    case WA_MESSAGE_CATALOG:
      return _("Catalog");
    case WA_MESSAGE_ADDRESS_REQUEST:
      return _("Address request");
    case WA_MESSAGE_LOCATION_REQUEST:
      return _("Location request");
    case WA_MESSAGE_INTERACTIVE:
      return _("Interactive message");
    case WA_MESSAGE_ORDER:
      return _("Order");
    case WA_MESSAGE_CALL:
      return _("Call");
    case WA_MESSAGE_SYSTEM:
      return _("System message");
    case WA_MESSAGE_UNKNOWN:
    default:
      return _("Message");
    }
}
