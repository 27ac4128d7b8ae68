/* wa-wabotick-provider.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "provider/wabotick/wa-wabotick-private.h"
#include "provider/wabotick/wa-wabotick-provider.h"

struct _WaWabotickProvider
{
  WaProvider parent_instance;
};

G_DEFINE_FINAL_TYPE (WaWabotickProvider, wa_wabotick_provider, WA_TYPE_PROVIDER)

static const WaSetting settings[] = {
  {
    .key = "base-url",
    .kind = WA_SETTING_ADDRESS,
    .title = N_("Address"),
    .help = N_("Leave it as it is unless you use the system under another name."),
    .fallback = "https://app.wabotick.com",
    .required = TRUE,
    .advanced = TRUE,
  },
  {
    .key = "token",
    .kind = WA_SETTING_SECRET,
    .title = N_("API token"),
    .help = N_("In Wabotick: your account, then API Developer. It holds a “|”."),
    .required = TRUE,
  },
  {
    .key = WA_WABOTICK_SENDER,
    .kind = WA_SETTING_DIGITS,
    .title = N_("Phone number ID"),
    .help = N_("Meta’s number of your sender, not the phone number: in Wabotick, under Connect WhatsApp."),
    .required = TRUE,
  },
  {
    .key = WA_WABOTICK_TIME_ZONE,
    .kind = WA_SETTING_TEXT,
    .title = N_("Time zone"),
    .help = N_("Wabotick writes times without a zone. Enter one such as Asia/Kolkata if times are wrong."),
    .fallback = "UTC",
    .advanced = TRUE,
  },
  {
    .key = WA_WABOTICK_TEAMS_ADDRESS,
    .kind = WA_SETTING_ADDRESS,
    .title = N_("Address for the team"),
    .help = N_("Only if your team’s members are kept at another address."),
    .advanced = TRUE,
  },
};

static const WaOp test_ops[] = { WA_OP_GET_ACCOUNT, WA_OP_LIST_TAGS };

static const WaProviderInfo info = {
  .id = "wabotick",
  .name = "Wabotick",
  .summary = N_("Contacts, conversations, templates, bots, catalogs and orders"),
  .settings = settings,
  .n_settings = G_N_ELEMENTS (settings),
  .test_ops = test_ops,
  .n_test_ops = G_N_ELEMENTS (test_ops),
  .sends_per_second = 1,
  .reads_per_second = 2,
  .max_pause = 3600,
  .default_pause = 60,
};

#define SEND(number, kind, build) \
  { WA_OP_SEND, number, WA_OP_SENDS, WA_MESSAGE_##kind, NULL, wa_wabotick_build_##build, \
    wa_wabotick_parse_message }
#define ROW(number, op, flags, build, parse) \
  { WA_OP_##op, number, flags, WA_MESSAGE_UNKNOWN, NULL, wa_wabotick_build_##build, \
    wa_wabotick_parse_##parse }

#define ONCE WA_OP_PLAIN
#define READ WA_OP_IDEMPOTENT
#define SET WA_OP_IDEMPOTENT
#define LIST (WA_OP_IDEMPOTENT | WA_OP_PAGED)

static const WaOperation operations[] = {
  ROW ("B01", CONNECT, ONCE, connect, receipt),
  SEND ("B02", TEMPLATE, template_message),
  SEND ("B03", TEXT, text),
  ROW ("B04", LIST_MESSAGES, LIST, conversation, conversation),
  ROW ("B05", TRIGGER_FLOW, WA_OP_SENDS, trigger_flow, receipt),
  SEND ("B06", IMAGE, media),
  SEND ("B06", VIDEO, media),
  SEND ("B06", AUDIO, media),
  SEND ("B06", DOCUMENT, media),
  ROW ("B07", UPLOAD_MEDIA, ONCE | WA_OP_SLOW, upload, upload),
  ROW ("B08", LIST_POSTBACKS, READ, postbacks, postbacks),
  ROW ("B09", GET_MESSAGE_STATUS, READ, message_status, message_status),
  ROW ("B10", CREATE_BROADCAST, ONCE, broadcast, broadcast),
  ROW ("B11", LIST_TEMPLATES, READ, templates, templates),
  ROW ("B12", GET_CONTACT, READ, contact, contact),
  {
    .op = WA_OP_LIST_CONTACTS,
    .number = "B12",
    .flags = READ,
    .accepts = wa_wabotick_asks_for_number,
    .build = wa_wabotick_build_contact_page,
    .parse = wa_wabotick_parse_contact_page,
  },
  ROW ("B13", CREATE_CONTACTS, ONCE, create_contact, create_contact),
  ROW ("B14", LIST_CONTACTS, LIST, contacts, contacts),
  ROW ("B15", UPDATE_CONTACT, SET, update_contact, update_contact),
  ROW ("B16", DELETE_CONTACT, SET, delete_contact, receipt),
  ROW ("B17", LIST_ATTRIBUTES, READ, attributes, attributes),
  ROW ("B18", CREATE_NOTE, ONCE, note, note),
  ROW ("B19", ASSIGN_MEMBER, SET, assign_member, receipt),
  ROW ("B20", RESET_FLOW, SET, reset_flow, receipt),
  ROW ("B21", SET_ATTRIBUTES, SET, set_attributes, receipt),
  ROW ("B22", ADD_TAGS, SET, add_tags, receipt),
  ROW ("B23", REMOVE_TAGS, SET, remove_tags, silent_receipt),
  ROW ("B24", ADD_SEQUENCES, ONCE, add_sequences, receipt),
  ROW ("B25", REMOVE_SEQUENCES, SET, remove_sequences, receipt),
  ROW ("B26", LIST_TAGS, READ, tags, tags),
  ROW ("B27", CREATE_TAG, ONCE, create_tag, create_tag),
  ROW ("B28", LIST_CATALOGS, READ, catalogs, catalogs),
  ROW ("B29", SYNC_CATALOGS, SET | WA_OP_SLOW, sync_catalog, receipt),
  ROW ("B30", LIST_ORDERS, READ, orders, orders),
  ROW ("B31", SET_ORDER_STATUS, SET, order_status, order_status),
  SEND ("BX01", REPLY_BUTTONS, reply_buttons),
  ROW ("BX02", LIST_FLOWS, READ, flows, flows),
  ROW ("BX03", LIST_SEQUENCES, READ, sequences, sequences),
  ROW ("BX04", MARK_CONVERSATION, SET, mark_conversation, receipt),
  ROW ("BX05", LIST_MEMBERS, READ, members, members),
  ROW ("BX06", GET_ACCOUNT, READ | WA_OP_OPTIONAL, account, account),
  ROW ("BX06", LIST_SENDERS, READ | WA_OP_OPTIONAL, account, senders),
};

/* The token goes into the body of every request, never into the address. */
static void
wa_wabotick_provider_authorize (WaProvider *provider,
                                WaRequest  *request,
                                const char *token)
{
  wa_request_add_secret_field (request, "apiToken", token);
}

static void
wa_wabotick_provider_class_init (WaWabotickProviderClass *klass)
{
  WaProviderClass *provider_class = WA_PROVIDER_CLASS (klass);

  provider_class->info = &info;
  provider_class->operations = operations;
  provider_class->n_operations = G_N_ELEMENTS (operations);
  provider_class->authorize = wa_wabotick_provider_authorize;
  provider_class->check = wa_wabotick_check;
  provider_class->dup_error_text = wa_wabotick_dup_error_text;
  provider_class->adjust_error = wa_wabotick_adjust_error;
  provider_class->fall_back = wa_wabotick_fall_back;
  provider_class->reason = wa_wabotick_reason;
  provider_class->parse_document = wa_wabotick_parse_document;
}

static void
wa_wabotick_provider_init (WaWabotickProvider *self)
{
}
