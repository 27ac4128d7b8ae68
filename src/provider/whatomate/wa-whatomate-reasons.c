/* wa-whatomate-reasons.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "provider/whatomate/wa-whatomate-private.h"

/* Why whatomate, or this server, can't do something, and what works instead. */

static const char *
reason_for_kind (WaMessageKind kind)
{
  switch ((int) kind)
    {
    case WA_MESSAGE_LIST:
      return N_("whatomate can’t send lists. Send up to three reply buttons.");
    case WA_MESSAGE_LOCATION:
    case WA_MESSAGE_LOCATION_REQUEST:
      return N_("whatomate can’t send places or ask for one. Send a text with a link to a map.");
    case WA_MESSAGE_CONTACTS:
      return N_("whatomate can’t send contact cards. Send the name and the number as text.");
    case WA_MESSAGE_STICKER:
      return N_("whatomate can’t send stickers. Send a picture.");
    case WA_MESSAGE_PRODUCT:
    case WA_MESSAGE_PRODUCT_LIST:
    case WA_MESSAGE_CATALOG:
      return N_("whatomate can’t send products. Send a picture with a caption, or a link button.");
    default:
      return NULL;
    }
}

static const char *
reason_for_op (WaOp op)
{
  switch ((int) op)
    {
    case WA_OP_LIST_LISTS:
      return N_("whatomate has no contact lists. Lists stay on this computer; tags are on the server.");
    case WA_OP_ADD_TAGS:
    case WA_OP_REMOVE_TAGS:
      return N_("whatomate sets all tags of a contact at once. Change them in the contact.");
    case WA_OP_GET_MESSAGE_STATUS:
      return N_("whatomate says what became of messages in the conversation. Open it.");
    case WA_OP_UPLOAD_MEDIA:
    case WA_OP_GET_MEDIA:
      return N_("whatomate takes a file together with its message. Attach it to the message.");
    case WA_OP_CREATE_CAMPAIGN:
    case WA_OP_SEND_CAMPAIGN:
      return N_("whatomate’s campaigns are broadcasts. Create a broadcast.");
    case WA_OP_SIGN_IN:
    case WA_OP_REFRESH_SIGN_IN:
      return N_("This server signs in browsers only. Create an API key in whatomate and enter it here.");
    default:
      return NULL;
    }
}

/* What is missing because the server is of the first generation. */
static const char *
reason_for_first (WaOp          op,
                  WaMessageKind kind)
{
  switch ((int) op)
    {
    case WA_OP_SEND:
      if (kind == WA_MESSAGE_TEMPLATE)
        return N_("This server does not send templates to one person directly. "
                  "Send it as a broadcast, or update the server.");
      return N_("This server can’t send such messages yet. Send a text, or update the server.");
    case WA_OP_MARK_READ:
    case WA_OP_MARK_CONVERSATION_READ:
      return N_("This server marks a conversation as read when it is opened.");
    case WA_OP_CREATE_CONTACTS:
    case WA_OP_UPDATE_CONTACT:
    case WA_OP_DELETE_CONTACT:
    case WA_OP_SET_TAGS:
      return N_("This server makes contacts of those who write, and can’t change them. "
                "Changes stay on this computer.");
    case WA_OP_PAUSE_BROADCAST:
      return N_("This server would send it to everybody again after a pause. Cancel it instead.");
    default:
      return N_("This server does not offer that yet. Update it.");
    }
}

static gboolean
has_row (WaProvider    *provider,
         WaOp           op,
         WaMessageKind  kind)
{
  guint n;
  const WaOperation *rows = wa_provider_get_operations (provider, &n);

  for (guint i = 0; i < n; i++)
    if (rows[i].op == op && rows[i].kind == kind)
      return TRUE;

  return FALSE;
}

const char *
wa_whatomate_reason (WaProvider    *provider,
                     WaOp           op,
                     WaMessageKind  kind)
{
  const char *reason = op == WA_OP_SEND ? reason_for_kind (kind) : reason_for_op (op);

  if (reason == NULL && has_row (provider, op, op == WA_OP_SEND ? kind : WA_MESSAGE_UNKNOWN))
    reason = reason_for_first (op, kind);

  return reason;
}
