/* wa-op.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "model/wa-account-info.h"
#include "model/wa-assignment.h"
#include "model/wa-attribute.h"
#include "model/wa-bot-flow.h"
#include "model/wa-broadcast.h"
#include "model/wa-canned-response.h"
#include "model/wa-catalog.h"
#include "model/wa-channel-profile.h"
#include "model/wa-channel-stats.h"
#include "model/wa-commerce-settings.h"
#include "model/wa-connection.h"
#include "model/wa-contact-batch.h"
#include "model/wa-contact-edit.h"
#include "model/wa-contact-list.h"
#include "model/wa-contact-report.h"
#include "model/wa-contact.h"
#include "model/wa-media-item.h"
#include "model/wa-message.h"
#include "model/wa-note.h"
#include "model/wa-op.h"
#include "model/wa-order.h"
#include "model/wa-outgoing.h"
#include "model/wa-page.h"
#include "model/wa-product.h"
#include "model/wa-query.h"
#include "model/wa-receipt.h"
#include "model/wa-recipient-batch.h"
#include "model/wa-recipient.h"
#include "model/wa-sender.h"
#include "model/wa-sequence.h"
#include "model/wa-tag.h"
#include "model/wa-target.h"
#include "model/wa-team-member.h"
#include "model/wa-template.h"

static const WaOpInfo infos[] = {
  { WA_OP_SEND, "send", N_("send messages"), wa_outgoing_get_type, wa_message_get_type, NULL },
  { WA_OP_LIST_MESSAGES, "list-messages", N_("list messages"), wa_query_get_type, wa_page_get_type, wa_message_get_type },
  { WA_OP_GET_MESSAGE_STATUS, "get-message-status", N_("look up what became of a message"), wa_target_get_type, wa_message_get_type, NULL },
  { WA_OP_MARK_READ, "mark-read", N_("mark messages as read"), wa_target_get_type, wa_receipt_get_type, NULL },
  { WA_OP_MARK_CONVERSATION_READ, "mark-conversation-read", N_("mark conversations as read"), wa_target_get_type, wa_receipt_get_type, NULL },
  { WA_OP_MARK_CONVERSATION, "mark-conversation", N_("resolve, archive or block conversations"), wa_assignment_get_type, wa_receipt_get_type, NULL },
  { WA_OP_UPLOAD_MEDIA, "upload-media", N_("upload files"), wa_media_item_get_type, wa_media_item_get_type, NULL },
  { WA_OP_GET_MEDIA, "get-media", N_("find received files"), wa_target_get_type, wa_media_item_get_type, NULL },
  { WA_OP_DOWNLOAD_MEDIA, "download-media", N_("download received files"), wa_target_get_type, wa_media_item_get_type, NULL },
  { WA_OP_LIST_CONTACTS, "list-contacts", N_("list contacts"), wa_query_get_type, wa_page_get_type, wa_contact_get_type },
  { WA_OP_GET_CONTACT, "get-contact", N_("read contacts"), wa_target_get_type, wa_contact_get_type, NULL },
  { WA_OP_CREATE_CONTACTS, "create-contacts", N_("create contacts"), wa_contact_batch_get_type, wa_contact_report_get_type, NULL },
  { WA_OP_UPDATE_CONTACT, "update-contact", N_("change contacts"), wa_contact_edit_get_type, wa_contact_get_type, NULL },
  { WA_OP_DELETE_CONTACT, "delete-contact", N_("delete contacts"), wa_target_get_type, wa_receipt_get_type, NULL },
  { WA_OP_LIST_LISTS, "list-lists", N_("list contact lists"), wa_query_get_type, wa_page_get_type, wa_contact_list_get_type },
  { WA_OP_LIST_TAGS, "list-tags", N_("list tags"), wa_query_get_type, wa_page_get_type, wa_tag_get_type },
  { WA_OP_CREATE_TAG, "create-tag", N_("create tags"), wa_tag_get_type, wa_tag_get_type, NULL },
  { WA_OP_UPDATE_TAG, "update-tag", N_("change tags"), wa_tag_get_type, wa_tag_get_type, NULL },
  { WA_OP_DELETE_TAG, "delete-tag", N_("delete tags"), wa_target_get_type, wa_receipt_get_type, NULL },
  { WA_OP_SET_TAGS, "set-tags", N_("set the tags of contacts"), wa_assignment_get_type, wa_receipt_get_type, NULL },
  { WA_OP_ADD_TAGS, "add-tags", N_("add tags to contacts"), wa_assignment_get_type, wa_receipt_get_type, NULL },
  { WA_OP_REMOVE_TAGS, "remove-tags", N_("remove tags from contacts"), wa_assignment_get_type, wa_receipt_get_type, NULL },
  { WA_OP_LIST_ATTRIBUTES, "list-attributes", N_("list custom fields"), wa_query_get_type, wa_page_get_type, wa_attribute_get_type },
  { WA_OP_SET_ATTRIBUTES, "set-attributes", N_("set custom fields"), wa_assignment_get_type, wa_receipt_get_type, NULL },
  { WA_OP_LIST_NOTES, "list-notes", N_("list notes"), wa_query_get_type, wa_page_get_type, wa_note_get_type },
  { WA_OP_CREATE_NOTE, "create-note", N_("write notes"), wa_note_get_type, wa_note_get_type, NULL },
  { WA_OP_UPDATE_NOTE, "update-note", N_("change notes"), wa_note_get_type, wa_note_get_type, NULL },
  { WA_OP_DELETE_NOTE, "delete-note", N_("delete notes"), wa_target_get_type, wa_receipt_get_type, NULL },
  { WA_OP_LIST_MEMBERS, "list-members", N_("list team members"), wa_query_get_type, wa_page_get_type, wa_team_member_get_type },
  { WA_OP_ASSIGN_MEMBER, "assign-member", N_("assign conversations"), wa_assignment_get_type, wa_receipt_get_type, NULL },
  { WA_OP_LIST_TEMPLATES, "list-templates", N_("list templates"), wa_query_get_type, wa_page_get_type, wa_template_get_type },
  { WA_OP_GET_TEMPLATE, "get-template", N_("read templates"), wa_target_get_type, wa_template_get_type, NULL },
  { WA_OP_CREATE_TEMPLATE, "create-template", N_("create templates"), wa_template_get_type, wa_template_get_type, NULL },
  { WA_OP_UPDATE_TEMPLATE, "update-template", N_("change templates"), wa_template_get_type, wa_template_get_type, NULL },
  { WA_OP_DELETE_TEMPLATE, "delete-template", N_("delete templates"), wa_target_get_type, wa_receipt_get_type, NULL },
  { WA_OP_SYNC_TEMPLATES, "sync-templates", N_("fetch templates from Meta"), wa_target_get_type, wa_receipt_get_type, NULL },
  { WA_OP_PUBLISH_TEMPLATE, "publish-template", N_("submit templates for review"), wa_target_get_type, wa_template_get_type, NULL },
  { WA_OP_UPLOAD_SAMPLE, "upload-sample", N_("upload sample files"), wa_media_item_get_type, wa_media_item_get_type, NULL },
  { WA_OP_LIST_BROADCASTS, "list-broadcasts", N_("list broadcasts"), wa_query_get_type, wa_page_get_type, wa_broadcast_get_type },
  { WA_OP_GET_BROADCAST, "get-broadcast", N_("read broadcasts"), wa_target_get_type, wa_broadcast_get_type, NULL },
  { WA_OP_CREATE_BROADCAST, "create-broadcast", N_("create broadcasts"), wa_broadcast_get_type, wa_broadcast_get_type, NULL },
  { WA_OP_UPDATE_BROADCAST, "update-broadcast", N_("change broadcasts"), wa_broadcast_get_type, wa_broadcast_get_type, NULL },
  { WA_OP_DELETE_BROADCAST, "delete-broadcast", N_("delete broadcasts"), wa_target_get_type, wa_receipt_get_type, NULL },
  { WA_OP_ADD_RECIPIENTS, "add-recipients", N_("add recipients to broadcasts"), wa_recipient_batch_get_type, wa_receipt_get_type, NULL },
  { WA_OP_LIST_RECIPIENTS, "list-recipients", N_("list the recipients of broadcasts"), wa_query_get_type, wa_page_get_type, wa_recipient_get_type },
  { WA_OP_REMOVE_RECIPIENT, "remove-recipient", N_("remove recipients from broadcasts"), wa_target_get_type, wa_receipt_get_type, NULL },
  { WA_OP_START_BROADCAST, "start-broadcast", N_("start broadcasts"), wa_target_get_type, wa_broadcast_get_type, NULL },
  { WA_OP_PAUSE_BROADCAST, "pause-broadcast", N_("pause broadcasts"), wa_target_get_type, wa_broadcast_get_type, NULL },
  { WA_OP_CANCEL_BROADCAST, "cancel-broadcast", N_("cancel broadcasts"), wa_target_get_type, wa_broadcast_get_type, NULL },
  { WA_OP_GET_PROGRESS, "get-progress", N_("follow broadcasts"), wa_target_get_type, wa_broadcast_get_type, NULL },
  { WA_OP_SET_BROADCAST_MEDIA, "set-broadcast-media", N_("give broadcasts a file"), wa_media_item_get_type, wa_receipt_get_type, NULL },
  { WA_OP_GET_BROADCAST_MEDIA, "get-broadcast-media", N_("read the file of broadcasts"), wa_target_get_type, wa_media_item_get_type, NULL },
  { WA_OP_RETRY_FAILED, "retry-failed", N_("repeat what failed of broadcasts"), wa_target_get_type, wa_broadcast_get_type, NULL },
  { WA_OP_CREATE_CAMPAIGN, "create-campaign", N_("create campaigns"), wa_broadcast_get_type, wa_broadcast_get_type, NULL },
  { WA_OP_SEND_CAMPAIGN, "send-campaign", N_("send campaigns"), wa_broadcast_get_type, wa_message_get_type, NULL },
  { WA_OP_LIST_CATALOGS, "list-catalogs", N_("list catalogs"), wa_query_get_type, wa_page_get_type, wa_catalog_get_type },
  { WA_OP_GET_CATALOG, "get-catalog", N_("read catalogs"), wa_target_get_type, wa_catalog_get_type, NULL },
  { WA_OP_CREATE_CATALOG, "create-catalog", N_("create catalogs"), wa_catalog_get_type, wa_catalog_get_type, NULL },
  { WA_OP_DELETE_CATALOG, "delete-catalog", N_("delete catalogs"), wa_target_get_type, wa_receipt_get_type, NULL },
  { WA_OP_SYNC_CATALOGS, "sync-catalogs", N_("fetch catalogs from Meta"), wa_target_get_type, wa_receipt_get_type, NULL },
  { WA_OP_LIST_PRODUCTS, "list-products", N_("list products"), wa_query_get_type, wa_page_get_type, wa_product_get_type },
  { WA_OP_GET_PRODUCT, "get-product", N_("read products"), wa_target_get_type, wa_product_get_type, NULL },
  { WA_OP_CREATE_PRODUCT, "create-product", N_("create products"), wa_product_get_type, wa_product_get_type, NULL },
  { WA_OP_UPDATE_PRODUCT, "update-product", N_("change products"), wa_product_get_type, wa_product_get_type, NULL },
  { WA_OP_DELETE_PRODUCT, "delete-product", N_("delete products"), wa_target_get_type, wa_receipt_get_type, NULL },
  { WA_OP_GET_COMMERCE, "get-commerce", N_("read cart and catalog settings"), wa_target_get_type, wa_commerce_settings_get_type, NULL },
  { WA_OP_SET_COMMERCE, "set-commerce", N_("change cart and catalog settings"), wa_commerce_settings_get_type, wa_receipt_get_type, NULL },
  { WA_OP_LIST_ORDERS, "list-orders", N_("list orders"), wa_query_get_type, wa_page_get_type, wa_order_get_type },
  { WA_OP_SET_ORDER_STATUS, "set-order-status", N_("change the status of orders"), wa_order_get_type, wa_order_get_type, NULL },
  { WA_OP_LIST_FLOWS, "list-flows", N_("list bot flows"), wa_query_get_type, wa_page_get_type, wa_bot_flow_get_type },
  { WA_OP_LIST_POSTBACKS, "list-postbacks", N_("list postbacks"), wa_query_get_type, wa_page_get_type, wa_bot_flow_get_type },
  { WA_OP_TRIGGER_FLOW, "trigger-flow", N_("start bot flows"), wa_assignment_get_type, wa_receipt_get_type, NULL },
  { WA_OP_RESET_FLOW, "reset-flow", N_("reset input flows"), wa_assignment_get_type, wa_receipt_get_type, NULL },
  { WA_OP_LIST_SEQUENCES, "list-sequences", N_("list sequences"), wa_query_get_type, wa_page_get_type, wa_sequence_get_type },
  { WA_OP_ADD_SEQUENCES, "add-sequences", N_("enrol contacts in sequences"), wa_assignment_get_type, wa_receipt_get_type, NULL },
  { WA_OP_REMOVE_SEQUENCES, "remove-sequences", N_("take contacts out of sequences"), wa_assignment_get_type, wa_receipt_get_type, NULL },
  { WA_OP_LIST_CANNED, "list-canned", N_("list canned responses"), wa_query_get_type, wa_page_get_type, wa_canned_response_get_type },
  { WA_OP_GET_CANNED, "get-canned", N_("read canned responses"), wa_target_get_type, wa_canned_response_get_type, NULL },
  { WA_OP_CREATE_CANNED, "create-canned", N_("create canned responses"), wa_canned_response_get_type, wa_canned_response_get_type, NULL },
  { WA_OP_UPDATE_CANNED, "update-canned", N_("change canned responses"), wa_canned_response_get_type, wa_canned_response_get_type, NULL },
  { WA_OP_DELETE_CANNED, "delete-canned", N_("delete canned responses"), wa_target_get_type, wa_receipt_get_type, NULL },
  { WA_OP_USE_CANNED, "use-canned", N_("count the use of canned responses"), wa_target_get_type, wa_receipt_get_type, NULL },
  { WA_OP_GET_PROFILE, "get-profile", N_("read the business profile"), wa_target_get_type, wa_channel_profile_get_type, NULL },
  { WA_OP_UPDATE_PROFILE, "update-profile", N_("change the business profile"), wa_channel_profile_get_type, wa_receipt_get_type, NULL },
  { WA_OP_GET_STATISTICS, "get-statistics", N_("read statistics"), wa_channel_stats_get_type, wa_channel_stats_get_type, NULL },
  { WA_OP_GET_USAGE, "get-usage", N_("read usage by period"), wa_target_get_type, wa_channel_stats_get_type, NULL },
  { WA_OP_GET_STATUS, "get-status", N_("read the connection's state"), wa_target_get_type, wa_channel_stats_get_type, NULL },
  { WA_OP_GET_SERVER_ADDRESS, "get-server-address", N_("read the server's address"), wa_target_get_type, wa_channel_stats_get_type, NULL },
  { WA_OP_GET_SETTINGS, "get-settings", N_("read the channel's settings"), wa_target_get_type, wa_channel_profile_get_type, NULL },
  { WA_OP_SET_SETTINGS, "set-settings", N_("change the channel's settings"), wa_channel_profile_get_type, wa_channel_profile_get_type, NULL },
  { WA_OP_SET_WEBHOOK, "set-webhook", N_("set the webhook"), wa_channel_profile_get_type, wa_receipt_get_type, NULL },
  { WA_OP_CONNECT, "connect", N_("connect a WhatsApp Business account"), wa_connection_get_type, wa_receipt_get_type, NULL },
  { WA_OP_SIGN_IN, "sign-in", N_("sign in with a password"), wa_connection_get_type, wa_connection_get_type, NULL },
  { WA_OP_REFRESH_SIGN_IN, "refresh-sign-in", N_("renew a sign-in"), wa_connection_get_type, wa_connection_get_type, NULL },
  { WA_OP_GET_ACCOUNT, "get-account", N_("read the account"), wa_target_get_type, wa_account_info_get_type, NULL },
  { WA_OP_GET_ORGANISATION, "get-organisation", N_("read the organisation's settings"), wa_target_get_type, wa_account_info_get_type, NULL },
  { WA_OP_LIST_SENDERS, "list-senders", N_("list WhatsApp numbers"), wa_query_get_type, wa_page_get_type, wa_sender_get_type },
  { WA_OP_GET_SENDER, "get-sender", N_("read WhatsApp numbers"), wa_target_get_type, wa_sender_get_type, NULL },
  { WA_OP_TEST_SENDER, "test-sender", N_("test WhatsApp numbers"), wa_target_get_type, wa_sender_get_type, NULL },
  { WA_OP_GET_HEALTH, "get-health", N_("ask whether the server is alive"), wa_target_get_type, wa_account_info_get_type, NULL },
  { WA_OP_GET_READINESS, "get-readiness", N_("ask whether the server is ready"), wa_target_get_type, wa_account_info_get_type, NULL },
};

G_STATIC_ASSERT (G_N_ELEMENTS (infos) == WA_N_OPS);

/**
 * wa_op_get_info:
 *
 * Returns: what the operation is called, takes and gives
 */
const WaOpInfo *
wa_op_get_info (WaOp op)
{
  g_return_val_if_fail (op < WA_N_OPS, NULL);
  g_assert (infos[op].op == op);

  return &infos[op];
}

/**
 * wa_op_parse:
 * @name: a stable name such as `list-contacts`
 * @op: (out): the operation
 *
 * Returns: whether there is one of that name
 */
gboolean
wa_op_parse (const char *name,
             WaOp       *op)
{
  for (gsize i = 0; i < G_N_ELEMENTS (infos); i++)
    if (strcmp (infos[i].name, name) == 0)
      {
        *op = infos[i].op;
        return TRUE;
      }

  return FALSE;
}
