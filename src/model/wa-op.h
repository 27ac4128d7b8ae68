/* wa-op.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * WaOp:
 *
 * Everything that any system can be asked for, in one vocabulary.  wa_op_get_info() tells the models that an operation takes
 * and gives.  What an account can do is the set of rows its provider has for these.
 */
typedef enum
{
  /* messages */
  WA_OP_SEND,
  WA_OP_LIST_MESSAGES,
  WA_OP_GET_MESSAGE_STATUS,
  WA_OP_MARK_READ,
  WA_OP_MARK_CONVERSATION_READ,
  WA_OP_MARK_CONVERSATION,
  WA_OP_UPLOAD_MEDIA,
  WA_OP_GET_MEDIA,
  WA_OP_DOWNLOAD_MEDIA,

  /* contacts */
  WA_OP_LIST_CONTACTS,
  WA_OP_GET_CONTACT,
  WA_OP_CREATE_CONTACTS,
  WA_OP_UPDATE_CONTACT,
  WA_OP_DELETE_CONTACT,
  WA_OP_LIST_LISTS,
  WA_OP_LIST_TAGS,
  WA_OP_CREATE_TAG,
  WA_OP_UPDATE_TAG,
  WA_OP_DELETE_TAG,
  WA_OP_SET_TAGS,
  WA_OP_ADD_TAGS,
  WA_OP_REMOVE_TAGS,
  WA_OP_LIST_ATTRIBUTES,
  WA_OP_SET_ATTRIBUTES,
  WA_OP_LIST_NOTES,
  WA_OP_CREATE_NOTE,
  WA_OP_UPDATE_NOTE,
  WA_OP_DELETE_NOTE,
  WA_OP_LIST_MEMBERS,
  WA_OP_ASSIGN_MEMBER,

  /* templates */
  WA_OP_LIST_TEMPLATES,
  WA_OP_GET_TEMPLATE,
  WA_OP_CREATE_TEMPLATE,
  WA_OP_UPDATE_TEMPLATE,
  WA_OP_DELETE_TEMPLATE,
  WA_OP_SYNC_TEMPLATES,
  WA_OP_PUBLISH_TEMPLATE,
  WA_OP_UPLOAD_SAMPLE,

  /* broadcasts */
  WA_OP_LIST_BROADCASTS,
  WA_OP_GET_BROADCAST,
  WA_OP_CREATE_BROADCAST,
  WA_OP_UPDATE_BROADCAST,
  WA_OP_DELETE_BROADCAST,
  WA_OP_ADD_RECIPIENTS,
  WA_OP_LIST_RECIPIENTS,
  WA_OP_REMOVE_RECIPIENT,
  WA_OP_START_BROADCAST,
  WA_OP_PAUSE_BROADCAST,
  WA_OP_CANCEL_BROADCAST,
  WA_OP_GET_PROGRESS,
  WA_OP_SET_BROADCAST_MEDIA,
  WA_OP_GET_BROADCAST_MEDIA,
  WA_OP_RETRY_FAILED,
  WA_OP_CREATE_CAMPAIGN,
  WA_OP_SEND_CAMPAIGN,

  /* catalogs and orders */
  WA_OP_LIST_CATALOGS,
  WA_OP_GET_CATALOG,
  WA_OP_CREATE_CATALOG,
  WA_OP_DELETE_CATALOG,
  WA_OP_SYNC_CATALOGS,
  WA_OP_LIST_PRODUCTS,
  WA_OP_GET_PRODUCT,
  WA_OP_CREATE_PRODUCT,
  WA_OP_UPDATE_PRODUCT,
  WA_OP_DELETE_PRODUCT,
  WA_OP_GET_COMMERCE,
  WA_OP_SET_COMMERCE,
  WA_OP_LIST_ORDERS,
  WA_OP_SET_ORDER_STATUS,

  /* bots */
  WA_OP_LIST_FLOWS,
  WA_OP_LIST_POSTBACKS,
  WA_OP_TRIGGER_FLOW,
  WA_OP_RESET_FLOW,
  WA_OP_LIST_SEQUENCES,
  WA_OP_ADD_SEQUENCES,
  WA_OP_REMOVE_SEQUENCES,
  WA_OP_LIST_CANNED,
  WA_OP_GET_CANNED,
  WA_OP_CREATE_CANNED,
  WA_OP_UPDATE_CANNED,
  WA_OP_DELETE_CANNED,
  WA_OP_USE_CANNED,

  /* the channel and the account */
  WA_OP_GET_PROFILE,
  WA_OP_UPDATE_PROFILE,
  WA_OP_GET_STATISTICS,
  WA_OP_GET_USAGE,
  WA_OP_GET_STATUS,
  WA_OP_GET_SERVER_ADDRESS,
  WA_OP_GET_SETTINGS,
  WA_OP_SET_SETTINGS,
  WA_OP_SET_WEBHOOK,
  WA_OP_CONNECT,
  WA_OP_SIGN_IN,
  WA_OP_REFRESH_SIGN_IN,
  WA_OP_GET_ACCOUNT,
  WA_OP_GET_ORGANISATION,
  WA_OP_LIST_SENDERS,
  WA_OP_GET_SENDER,
  WA_OP_TEST_SENDER,
  WA_OP_GET_HEALTH,
  WA_OP_GET_READINESS,

  WA_N_OPS
} WaOp;

/**
 * WaOpInfo:
 * @op: the operation
 * @name: its stable name: `list-contacts`
 * @title: (translatable): what it does, for errors: "list contacts"
 * @args_type: the model that it takes
 * @result_type: the model that it gives; for lists #WaPage
 * @item_type: for lists: what they hold; else %NULL
 */
typedef struct
{
  WaOp        op;
  const char *name;
  const char *title;
  GType     (*args_type)   (void);
  GType     (*result_type) (void);
  GType     (*item_type)   (void);
} WaOpInfo;

const WaOpInfo *wa_op_get_info (WaOp        op);
gboolean        wa_op_parse    (const char *name,
                                WaOp       *op);

G_END_DECLS
