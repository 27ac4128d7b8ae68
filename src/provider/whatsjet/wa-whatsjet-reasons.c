/* wa-whatsjet-reasons.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "provider/whatsjet/wa-whatsjet-private.h"

/* Why WhatsJet, or this server, can't do something, and what works instead. */

static const char *
reason_for_kind (WaMessageKind kind)
{
  switch ((int) kind)
    {
    case WA_MESSAGE_AUDIO:
      return N_("This server takes no sounds. Send the sound as a document.");
    case WA_MESSAGE_REPLY_BUTTONS:
    case WA_MESSAGE_LINK_BUTTON:
    case WA_MESSAGE_LIST:
      return N_("WhatsJet’s documented operations can’t send lists and buttons. Send a template with "
                "buttons; or allow additional operations in the account’s settings, if your server has them.");
    case WA_MESSAGE_LOCATION:
    case WA_MESSAGE_LOCATION_REQUEST:
    case WA_MESSAGE_ADDRESS_REQUEST:
      return N_("WhatsJet can’t send or ask for places. Send a text with a link to a map, or a template "
                "with a place as its header.");
    case WA_MESSAGE_CONTACTS:
      return N_("WhatsJet can’t send contact cards. Send the name and the number as text.");
    case WA_MESSAGE_STICKER:
      return N_("WhatsJet can’t send stickers. Send a picture.");
    case WA_MESSAGE_REACTION:
      return N_("WhatsJet can’t send reactions. Answer with a text.");
    case WA_MESSAGE_PRODUCT:
    case WA_MESSAGE_PRODUCT_LIST:
    case WA_MESSAGE_CATALOG:
      return N_("WhatsJet can’t send products. Send a picture with a caption, or a text with a link.");
    default:
      return NULL;
    }
}

static const char *
reason_for_op (WaOp op)
{
  switch ((int) op)
    {
    case WA_OP_LIST_CONTACTS:
    case WA_OP_GET_CONTACT:
      return N_("This server does not list its contacts. Contacts are kept on this computer, and are sent "
                "to the server when you create or change them. Import them from a file.");
    case WA_OP_DELETE_CONTACT:
      return N_("WhatsJet deletes contacts on its own web page only. Delete it there, then refresh.");
    case WA_OP_LIST_LISTS:
      return N_("This server does not list its groups. Lists are kept on this computer; a contact’s lists "
                "are sent along with the contact.");
    case WA_OP_LIST_TAGS:
    case WA_OP_CREATE_TAG:
    case WA_OP_UPDATE_TAG:
    case WA_OP_DELETE_TAG:
    case WA_OP_SET_TAGS:
    case WA_OP_ADD_TAGS:
    case WA_OP_REMOVE_TAGS:
      return N_("WhatsJet takes no tags from outside. Tags are kept on this computer; use lists for what the "
                "server shall know.");
    case WA_OP_LIST_TEMPLATES:
    case WA_OP_GET_TEMPLATE:
      return N_("This server does not tell what its templates hold. Enter a template here once, as it was "
                "approved; then it can be sent.");
    case WA_OP_CREATE_TEMPLATE:
    case WA_OP_UPDATE_TEMPLATE:
    case WA_OP_DELETE_TEMPLATE:
    case WA_OP_SYNC_TEMPLATES:
    case WA_OP_PUBLISH_TEMPLATE:
      return N_("WhatsJet takes templates on its own web page only. "
                "Keep it here as a draft, and enter it there.");
    case WA_OP_UPLOAD_MEDIA:
    case WA_OP_UPLOAD_SAMPLE:
    case WA_OP_GET_MEDIA:
    case WA_OP_DOWNLOAD_MEDIA:
      return N_("WhatsJet takes and gives no files, only their addresses. "
                "Put the file on a web server and enter its address.");
    case WA_OP_LIST_BROADCASTS:
    case WA_OP_GET_BROADCAST:
    case WA_OP_CREATE_BROADCAST:
    case WA_OP_CREATE_CAMPAIGN:
    case WA_OP_SEND_CAMPAIGN:
      return N_("WhatsJet’s own campaigns have no documented form. "
                "Let WaDesk run the broadcast: it sends a message to each person.");
    case WA_OP_LIST_MESSAGES:
    case WA_OP_MARK_READ:
    case WA_OP_MARK_CONVERSATION_READ:
      return N_("WhatsJet shows conversations on its own web page only. "
                "Here you see what you sent from here.");
    case WA_OP_GET_MESSAGE_STATUS:
      return N_("This server does not say what became of a message. Look at it on its web page.");
    default:
      return NULL;
    }
}

const char *
wa_whatsjet_reason (WaProvider    *provider,
                    WaOp           op,
                    WaMessageKind  kind)
{
  return op == WA_OP_SEND ? reason_for_kind (kind) : reason_for_op (op);
}
