/* wa-whatsjet-provider.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-util.h"
#include "provider/whatsjet/wa-whatsjet-private.h"
#include "provider/whatsjet/wa-whatsjet-provider.h"

struct _WaWhatsjetProvider
{
  WaProvider parent_instance;
};

G_DEFINE_FINAL_TYPE (WaWhatsjetProvider, wa_whatsjet_provider, WA_TYPE_PROVIDER)

static const WaSettingChoice extra_choices[] = {
  { "off", N_("Only documented ones") },
  { WA_WHATSJET_EXTRA_ON, N_("Also buttons, lists and cards") },
  { NULL }
};

static const WaSetting settings[] = {
  {
    .key = "base-url",
    .kind = WA_SETTING_ADDRESS,
    .title = N_("API address"),
    .help = N_("Of your WhatsJet server, usually ending in /api: https://example.com/api"),
    .required = TRUE,
  },
  {
    .key = WA_WHATSJET_VENDOR,
    .kind = WA_SETTING_TEXT,
    .title = N_("Vendor UID"),
    .help = N_("Your WhatsJet console shows it where it shows the API’s address."),
    .required = TRUE,
  },
  {
    .key = "token",
    .kind = WA_SETTING_SECRET,
    .title = N_("Access token"),
    .help = N_("Your WhatsJet console makes one where it shows the API’s address."),
    .required = TRUE,
  },
  {
    .key = WA_WHATSJET_SENDER,
    .kind = WA_SETTING_DIGITS,
    .title = N_("Phone number ID"),
    .help = N_("Meta’s number of your sender, not the phone number. The server’s default sends without it."),
  },
  {
    .key = WA_WHATSJET_EXTRA,
    .kind = WA_SETTING_CHOICE,
    .title = N_("Additional operations"),
    .help = N_("Newer servers send more than the document says. Change it if yours does."),
    .fallback = "off",
    .advanced = TRUE,
    .choices = extra_choices,
  },
  {
    .key = WA_WHATSJET_TIME_ZONE,
    .kind = WA_SETTING_TEXT,
    .title = N_("Time zone"),
    .help = N_("WhatsJet writes times without a zone. Enter one such as Asia/Kolkata if times are wrong."),
    .fallback = "UTC",
    .advanced = TRUE,
  },
};

static const WaOp test_ops[] = { WA_OP_LIST_CONTACTS };

static const WaProviderInfo info = {
  .id = "whatsjet",
  .name = "WhatsJet",
  .summary = N_("Your own or a rented server: messages, templates and contacts"),
  .settings = settings,
  .n_settings = G_N_ELEMENTS (settings),
  .test_ops = test_ops,
  .n_test_ops = G_N_ELEMENTS (test_ops),
  .knows_opt_in = TRUE,
  .sends_per_second = 1,
  .reads_per_second = 2,
  .max_pause = 3600,
  .default_pause = 60,
};

#define SEND(number, kind, flags, accepts, build) \
  { WA_OP_SEND, number, WA_OP_SENDS | flags, WA_MESSAGE_##kind, accepts, wa_whatsjet_build_##build, \
    wa_whatsjet_parse_message }
#define ROW(number, op, flags, accepts, build, parse) \
  { WA_OP_##op, number, flags, WA_MESSAGE_UNKNOWN, accepts, wa_whatsjet_build_##build, \
    wa_whatsjet_parse_##parse }

/* What the document does not show is on some servers only. */
#define EXTRA WA_OP_OPTIONAL
#define READ (WA_OP_IDEMPOTENT | WA_OP_OPTIONAL)
#define LIST (READ | WA_OP_PAGED)

/* The first row that accepts a template sends it. */
static const WaOperation operations[] = {
  SEND ("J01", TEXT, WA_OP_PLAIN, NULL, text),
  SEND ("J02", IMAGE, WA_OP_PLAIN, NULL, media),
  SEND ("J02", VIDEO, WA_OP_PLAIN, NULL, media),
  SEND ("J02", AUDIO, WA_OP_PLAIN, NULL, media),
  SEND ("J02", DOCUMENT, WA_OP_PLAIN, NULL, media),
  SEND ("JX06", TEMPLATE, EXTRA, wa_whatsjet_is_carousel, carousel_message),
  SEND ("J03", TEMPLATE, WA_OP_PLAIN, NULL, template_message),
  SEND ("JX05", REPLY_BUTTONS, EXTRA, NULL, interactive),
  SEND ("JX05", LINK_BUTTON, EXTRA, NULL, interactive),
  SEND ("JX05", LIST, EXTRA, NULL, interactive),
  ROW ("J04", CREATE_CONTACTS, WA_OP_PLAIN, NULL, create_contact, create_contact),
  ROW ("J05", UPDATE_CONTACT, WA_OP_IDEMPOTENT, NULL, update_contact, update_contact),
  ROW ("JX01", GET_CONTACT, READ, NULL, contact, contact),
  ROW ("JX01", LIST_CONTACTS, READ, wa_whatsjet_asks_for_number, contact_page, contact_page),
  ROW ("JX02", LIST_CONTACTS, LIST, NULL, contacts, contacts),
  ROW ("JX03", LIST_TEMPLATES, LIST, NULL, templates, templates),
  ROW ("JX04", GET_MESSAGE_STATUS, READ, NULL, message_status, message_status),
  ROW ("JX07", ASSIGN_MEMBER, WA_OP_IDEMPOTENT | EXTRA, NULL, assign_member, receipt),
  ROW ("JX08", LIST_LISTS, READ, NULL, lists, lists),
  ROW ("JX09", LIST_TAGS, READ, NULL, tags, tags),
};

/* The server would take the token from the address too, but addresses end up in logs. */
static void
wa_whatsjet_provider_authorize (WaProvider *provider,
                                WaRequest  *request,
                                const char *token)
{
  g_autofree char *value = g_strconcat ("Bearer ", token, NULL);

  wa_request_add_secret_header (request, "Authorization", value);
}

static gboolean
wa_whatsjet_provider_available (WaProvider        *provider,
                                const WaOperation *operation)
{
  if (operation->op == WA_OP_SEND && (operation->flags & EXTRA) != 0)
    return g_str_equal (wa_provider_get_setting (provider, WA_WHATSJET_EXTRA), WA_WHATSJET_EXTRA_ON);

  return operation->kind != WA_MESSAGE_AUDIO ||
         wa_is_empty (wa_provider_get_setting (provider, WA_WHATSJET_AUDIO_REFUSED));
}

/* Contacts are sent there and hardly come back.  Whether somebody opted out is told by some servers only. */
static const char *const *
wa_whatsjet_provider_get_kept (WaProvider *provider)
{
  static const char *const kept[] = { "opt-in", "attributes", "country", "lists", "name", "tags", NULL };
  gboolean told = !wa_is_empty (wa_provider_get_setting (provider, WA_WHATSJET_TELLS_OPT_OUT));

  return told ? kept + 1 : kept;
}

static void
wa_whatsjet_provider_class_init (WaWhatsjetProviderClass *klass)
{
  WaProviderClass *provider_class = WA_PROVIDER_CLASS (klass);

  provider_class->info = &info;
  provider_class->operations = operations;
  provider_class->n_operations = G_N_ELEMENTS (operations);
  provider_class->authorize = wa_whatsjet_provider_authorize;
  provider_class->check = wa_whatsjet_check;
  provider_class->dup_error_text = wa_whatsjet_dup_error_text;
  provider_class->adjust_error = wa_whatsjet_adjust_error;
  provider_class->fall_back = wa_whatsjet_fall_back;
  provider_class->available = wa_whatsjet_provider_available;
  provider_class->reason = wa_whatsjet_reason;
  provider_class->get_kept = wa_whatsjet_provider_get_kept;
  provider_class->parse_document = wa_whatsjet_parse_document;
}

static void
wa_whatsjet_provider_init (WaWhatsjetProvider *self)
{
}
