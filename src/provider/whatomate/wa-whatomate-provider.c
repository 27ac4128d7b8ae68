/* wa-whatomate-provider.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "provider/whatomate/wa-whatomate-private.h"
#include "provider/whatomate/wa-whatomate-provider.h"

struct _WaWhatomateProvider
{
  WaProvider parent_instance;
};

G_DEFINE_FINAL_TYPE (WaWhatomateProvider, wa_whatomate_provider, WA_TYPE_PROVIDER)

static const WaSetting settings[] = {
  {
    .key = "base-url",
    .kind = WA_SETTING_ADDRESS,
    .title = N_("Address"),
    .help = N_("Of your whatomate server. It must start with https://, "
               "unless the server runs on this computer."),
    .required = TRUE,
  },
  {
    .key = "token",
    .kind = WA_SETTING_SECRET,
    .title = N_("API key"),
    .help = N_("In whatomate: Settings, then API Keys. It starts with whm_ "
               "and may do what its maker’s role may do."),
  },
  {
    .key = WA_WHATOMATE_ACCOUNT,
    .kind = WA_SETTING_TEXT,
    .title = N_("WhatsApp account"),
    .help = N_("Its name in whatomate, under Settings, then Accounts. Templates and broadcasts need it; "
               "messages go out through the default one without it."),
  },
  {
    .key = "email",
    .kind = WA_SETTING_TEXT,
    .title = N_("E-mail"),
    .help = N_("On older servers you may sign in with e-mail and password instead of an API key."),
    .advanced = TRUE,
  },
  {
    .key = "password",
    .kind = WA_SETTING_SECRET,
    .title = N_("Password"),
    .help = N_("It is used once, to sign in, and kept nowhere."),
    .advanced = TRUE,
  },
};

/* The list of tags tells the generation of the server. */
static const WaOp test_ops[] = { WA_OP_GET_HEALTH, WA_OP_GET_ACCOUNT, WA_OP_LIST_TAGS };

static const WaProviderInfo info = {
  .id = "whatomate",
  .name = "whatomate",
  .summary = N_("Your own server: conversations, contacts, templates, broadcasts and catalogs"),
  .settings = settings,
  .n_settings = G_N_ELEMENTS (settings),
  .test_ops = test_ops,
  .n_test_ops = G_N_ELEMENTS (test_ops),
  .knows_opt_in = TRUE,
  .sends_per_second = 5,
  .reads_per_second = 5,
  .max_pause = 3600,
  .default_pause = 60,
};

#define SEND(number, kind, flags, build, parse) \
  { WA_OP_SEND, number, WA_OP_SENDS | flags, WA_MESSAGE_##kind, NULL, wa_whatomate_build_##build, \
    wa_whatomate_parse_##parse }
#define ROW(number, op, flags, build, parse) \
  { WA_OP_##op, number, flags, WA_MESSAGE_UNKNOWN, NULL, wa_whatomate_build_##build, \
    wa_whatomate_parse_##parse }
#define FILE_ROW(number, op, flags, build) \
  { WA_OP_##op, number, WA_OP_IDEMPOTENT | WA_OP_BYTES | flags, WA_MESSAGE_UNKNOWN, NULL, \
    wa_whatomate_build_##build, NULL }

#define READ WA_OP_IDEMPOTENT
#define LIST (WA_OP_IDEMPOTENT | WA_OP_PAGED)

/* What only servers of the second generation have. */
#define NEW WA_OP_OPTIONAL

static const WaOperation operations[] = {
  SEND ("W02", TEXT, WA_OP_PLAIN, text, message),
  SEND ("W03", TEMPLATE, NEW, template_message, message),
  SEND ("W04", IMAGE, WA_OP_PLAIN, media, message),
  SEND ("W04", VIDEO, WA_OP_PLAIN, media, message),
  SEND ("W04", AUDIO, WA_OP_PLAIN, media, message),
  SEND ("W04", DOCUMENT, WA_OP_PLAIN, media, message),
  SEND ("W05", REPLY_BUTTONS, NEW, reply_buttons, message),
  SEND ("W06", LINK_BUTTON, NEW, link_button, message),
  SEND ("W74", REACTION, NEW, reaction, reaction),
  ROW ("W01", LIST_MESSAGES, LIST, messages, messages),
  ROW ("W07", MARK_READ, WA_OP_IDEMPOTENT, read_message, receipt),
  ROW ("W18", MARK_CONVERSATION_READ, WA_OP_IDEMPOTENT | NEW, read_conversation, receipt),
  ROW ("W18", MARK_READ, WA_OP_IDEMPOTENT | NEW, read_by_message, receipt),
  FILE_ROW ("W19", DOWNLOAD_MEDIA, WA_OP_SLOW, download),
  ROW ("W11", LIST_CONTACTS, LIST, contacts, contacts),
  ROW ("W12", CREATE_CONTACTS, NEW, create_contact, create_contact),
  ROW ("W13", GET_CONTACT, READ, contact, contact),
  ROW ("W14", UPDATE_CONTACT, WA_OP_IDEMPOTENT | NEW, update_contact, contact),
  ROW ("W15", DELETE_CONTACT, WA_OP_IDEMPOTENT | NEW, delete_contact, receipt),
  ROW ("W16", ASSIGN_MEMBER, WA_OP_IDEMPOTENT, assign, receipt),
  ROW ("W17", SET_TAGS, WA_OP_IDEMPOTENT | NEW, set_tags, receipt),
  ROW ("W55", LIST_TAGS, LIST | NEW, tags, tags),
  ROW ("W56", CREATE_TAG, NEW, create_tag, tag),
  ROW ("W57", UPDATE_TAG, WA_OP_IDEMPOTENT | NEW, update_tag, tag),
  ROW ("W58", DELETE_TAG, WA_OP_IDEMPOTENT | NEW, delete_tag, receipt),
  ROW ("W69", LIST_NOTES, LIST | NEW, notes, notes),
  ROW ("W70", CREATE_NOTE, NEW, create_note, note),
  ROW ("W71", UPDATE_NOTE, WA_OP_IDEMPOTENT | NEW, update_note, note),
  ROW ("W72", DELETE_NOTE, WA_OP_IDEMPOTENT | NEW, delete_note, receipt),
  ROW ("W20", LIST_TEMPLATES, LIST, templates, templates),
  ROW ("W21", CREATE_TEMPLATE, WA_OP_PLAIN, create_template, template),
  ROW ("W22", GET_TEMPLATE, READ, template, template),
  ROW ("W23", UPDATE_TEMPLATE, WA_OP_IDEMPOTENT, update_template, template),
  ROW ("W24", DELETE_TEMPLATE, WA_OP_IDEMPOTENT, delete_template, receipt),
  ROW ("W25", SYNC_TEMPLATES, WA_OP_IDEMPOTENT | WA_OP_SLOW, sync_templates, sync_templates),
  ROW ("W26", PUBLISH_TEMPLATE, WA_OP_SLOW, publish_template, publish_template),
  ROW ("W27", UPLOAD_SAMPLE, NEW, sample, sample),
  ROW ("W28", LIST_BROADCASTS, LIST, campaigns, campaigns),
  ROW ("W29", CREATE_BROADCAST, WA_OP_PLAIN, create_campaign, campaign),
  ROW ("W30", GET_BROADCAST, READ, campaign, campaign),
  ROW ("W31", UPDATE_BROADCAST, WA_OP_IDEMPOTENT, update_campaign, campaign),
  ROW ("W32", DELETE_BROADCAST, WA_OP_IDEMPOTENT, delete_campaign, receipt),
  {
    .op = WA_OP_ADD_RECIPIENTS,
    .number = "W33",
    .build = wa_whatomate_build_add_recipients,
    .parse = wa_whatomate_parse_add_recipients,
    .batch = 500,
  },
  ROW ("W34", LIST_RECIPIENTS, READ, recipients, recipients),
  ROW ("W35", START_BROADCAST, WA_OP_SENDS, start_campaign, campaign_state),
  ROW ("W36", PAUSE_BROADCAST, WA_OP_IDEMPOTENT, pause_campaign, campaign_state),
  ROW ("W37", CANCEL_BROADCAST, WA_OP_IDEMPOTENT, cancel_campaign, campaign_state),
  ROW ("W38", GET_PROGRESS, READ, progress, campaign),
  ROW ("W39", REMOVE_RECIPIENT, WA_OP_IDEMPOTENT | NEW, remove_recipient, receipt),
  ROW ("W40", SET_BROADCAST_MEDIA, WA_OP_IDEMPOTENT | NEW, set_campaign_media, set_campaign_media),
  FILE_ROW ("W41", GET_BROADCAST_MEDIA, NEW, campaign_media),
  ROW ("W42", RETRY_FAILED, WA_OP_SENDS | NEW, retry_campaign, campaign_state),
  ROW ("W43", LIST_CANNED, READ, canned_responses, canned_responses),
  ROW ("W44", CREATE_CANNED, WA_OP_PLAIN, create_canned, canned_response),
  ROW ("W45", GET_CANNED, READ, canned_response, canned_response),
  ROW ("W46", UPDATE_CANNED, WA_OP_IDEMPOTENT, update_canned, canned_response),
  ROW ("W47", DELETE_CANNED, WA_OP_IDEMPOTENT, delete_canned, receipt),
  ROW ("W48", USE_CANNED, WA_OP_PLAIN, use_canned, receipt),
  ROW ("W59", LIST_CATALOGS, READ | NEW, catalogs, catalogs),
  ROW ("W60", GET_CATALOG, READ | NEW, catalog, catalog),
  ROW ("W61", CREATE_CATALOG, NEW, create_catalog, catalog),
  ROW ("W62", DELETE_CATALOG, WA_OP_IDEMPOTENT | NEW, delete_catalog, receipt),
  ROW ("W63", SYNC_CATALOGS, WA_OP_IDEMPOTENT | WA_OP_SLOW | NEW, sync_catalogs, receipt),
  ROW ("W64", LIST_PRODUCTS, READ | NEW, products, products),
  ROW ("W65", CREATE_PRODUCT, NEW, create_product, product),
  ROW ("W66", GET_PRODUCT, READ | NEW, product, product),
  ROW ("W67", UPDATE_PRODUCT, WA_OP_IDEMPOTENT | NEW, update_product, product),
  ROW ("W68", DELETE_PRODUCT, WA_OP_IDEMPOTENT | NEW, delete_product, receipt),
  ROW ("W08", SIGN_IN, WA_OP_IDEMPOTENT | WA_OP_OPEN, sign_in, sign_in),
  ROW ("W09", REFRESH_SIGN_IN, WA_OP_IDEMPOTENT | WA_OP_OPEN, refresh, sign_in),
  ROW ("W10", GET_ACCOUNT, READ, me, me),
  ROW ("W49", LIST_SENDERS, READ, senders, senders),
  ROW ("W51", GET_SENDER, READ, sender, sender),
  ROW ("W54", TEST_SENDER, WA_OP_IDEMPOTENT, test_sender, test_sender),
  ROW ("W73", LIST_MEMBERS, READ, members, members),
  ROW ("W75", GET_ORGANISATION, READ, organisation, organisation),
  ROW ("W76", GET_HEALTH, WA_OP_IDEMPOTENT | WA_OP_OPEN, health, health),
  ROW ("W77", GET_READINESS, WA_OP_IDEMPOTENT | WA_OP_OPEN, readiness, readiness),
};

static void
wa_whatomate_provider_authorize (WaProvider *provider,
                                 WaRequest  *request,
                                 const char *token)
{
  g_autofree char *bearer = NULL;

  /* A sign-in with a password gives a token of three parts instead of a key. */
  if (g_str_has_prefix (token, "whm_") || strchr (token, '.') == NULL)
    {
      wa_request_add_secret_header (request, "X-API-Key", token);
      return;
    }

  bearer = g_strconcat ("Bearer ", token, NULL);
  wa_request_add_secret_header (request, "Authorization", bearer);
}

static gboolean
wa_whatomate_provider_available (WaProvider        *provider,
                                 const WaOperation *operation)
{
  const char *read_form = wa_provider_get_setting (provider, WA_WHATOMATE_READ_FORM);

  switch ((int) operation->op)
    {
    case WA_OP_LIST_TAGS:
      /* Asked for once in each session, whatever was learned: it shows that a server was updated. */
      return TRUE;
    case WA_OP_MARK_READ:
      if (g_str_equal (read_form, WA_WHATOMATE_READ_CONVERSATION))
        return (operation->flags & NEW) != 0 && !wa_whatomate_is_first (provider);
      return (operation->flags & NEW) == 0;
    case WA_OP_PAUSE_BROADCAST:
      /* The first generation forgets who got it, and starts again with everybody. */
      return !wa_whatomate_is_first (provider);
    case WA_OP_SIGN_IN:
    case WA_OP_REFRESH_SIGN_IN:
      return !wa_whatomate_is_second (provider);
    default:
      return (operation->flags & NEW) == 0 || !wa_whatomate_is_first (provider);
    }
}

static void
wa_whatomate_provider_class_init (WaWhatomateProviderClass *klass)
{
  WaProviderClass *provider_class = WA_PROVIDER_CLASS (klass);

  provider_class->info = &info;
  provider_class->operations = operations;
  provider_class->n_operations = G_N_ELEMENTS (operations);
  provider_class->authorize = wa_whatomate_provider_authorize;
  provider_class->check = wa_whatomate_check;
  provider_class->dup_error_text = wa_whatomate_dup_error_text;
  provider_class->adjust_error = wa_whatomate_adjust_error;
  provider_class->fall_back = wa_whatomate_fall_back;
  provider_class->available = wa_whatomate_provider_available;
  provider_class->reason = wa_whatomate_reason;
}

static void
wa_whatomate_provider_init (WaWhatomateProvider *self)
{
}
