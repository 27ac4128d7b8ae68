/* wa-onemsg-provider.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-receipt.h"
#include "provider/onemsg/wa-onemsg-private.h"
#include "provider/onemsg/wa-onemsg-provider.h"

#define MOST_ID_CHARACTERS 64

struct _WaOnemsgProvider
{
  WaProvider parent_instance;
};

G_DEFINE_FINAL_TYPE (WaOnemsgProvider, wa_onemsg_provider, WA_TYPE_PROVIDER)

static const WaSettingChoice auth_modes[] = {
  { "query", N_("In the address") },
  { WA_ONEMSG_AUTH_BEARER, N_("In a header") },
  { NULL }
};

static const WaSettingChoice website_modes[] = {
  { "off", N_("Not sent") },
  { WA_ONEMSG_WEBSITES_SENT, N_("Sent with the business profile") },
  { NULL }
};

static const WaSetting settings[] = {
  {
    .key = "base-url",
    .kind = WA_SETTING_ADDRESS,
    .title = N_("Address"),
    .help = N_("Leave it as it is unless 1msg told you another one."),
    .fallback = "https://api.1msg.io",
    .required = TRUE,
    .advanced = TRUE,
  },
  {
    .key = WA_ONEMSG_CHANNEL,
    .kind = WA_SETTING_TEXT,
    .title = N_("Channel ID"),
    .help = N_("On your profile page at 1msg.io, in the project of the channel: "
               "the last part of its API address."),
    .required = TRUE,
  },
  {
    .key = "token",
    .kind = WA_SETTING_SECRET,
    .title = N_("Token"),
    .help = N_("On your profile page at 1msg.io, in the project of the channel."),
    .required = TRUE,
  },
  {
    .key = WA_ONEMSG_AUTH,
    .kind = WA_SETTING_CHOICE,
    .title = N_("Where the token goes"),
    .help = N_("Change it only if the token is refused although it is right."),
    .fallback = "query",
    .advanced = TRUE,
    .choices = auth_modes,
  },
  {
    .key = WA_ONEMSG_WEBSITES,
    .kind = WA_SETTING_CHOICE,
    .title = N_("Web addresses of the business"),
    .help = N_("1msg’s document doesn’t mention them. Try it if you need them in the business profile."),
    .fallback = "off",
    .advanced = TRUE,
    .choices = website_modes,
  },
};

static const WaOp test_ops[] = { WA_OP_GET_STATUS, WA_OP_GET_PROFILE };

static const WaProviderInfo info = {
  .id = "onemsg",
  .name = "1msg.io",
  .summary = N_("Nearly all kinds of messages, templates, history and the business profile"),
  .settings = settings,
  .n_settings = G_N_ELEMENTS (settings),
  .test_ops = test_ops,
  .n_test_ops = G_N_ELEMENTS (test_ops),
  .sends_per_second = 5,
  .reads_per_second = 5,
  .max_pause = 300,
};

#define SEND(number, kind, build) \
  { WA_OP_SEND, number, WA_OP_SENDS, WA_MESSAGE_##kind, NULL, wa_onemsg_build_##build, \
    wa_onemsg_parse_message }
#define ROW(number, op, flags, build, parse) \
  { WA_OP_##op, number, flags, WA_MESSAGE_UNKNOWN, NULL, wa_onemsg_build_##build, wa_onemsg_parse_##parse }

#define READ WA_OP_IDEMPOTENT
#define LIST (WA_OP_IDEMPOTENT | WA_OP_PAGED)
#define SOMETIMES (WA_OP_IDEMPOTENT | WA_OP_OPTIONAL)

static const WaOperation operations[] = {
  ROW ("M01", GET_PROFILE, READ, profile, profile),
  ROW ("M02", UPDATE_PROFILE, WA_OP_IDEMPOTENT, update_profile, receipt),
  ROW ("M03", GET_STATISTICS, SOMETIMES, statistics, statistics),
  ROW ("M04", GET_USAGE, SOMETIMES, usage, usage),
  ROW ("M05", GET_STATUS, READ, status, status),
  ROW ("M06", GET_SETTINGS, READ, settings, settings),
  ROW ("M07", SET_SETTINGS, WA_OP_IDEMPOTENT, set_settings, set_settings),
  ROW ("M08", GET_COMMERCE, READ, commerce, commerce),
  ROW ("M09", GET_SERVER_ADDRESS, SOMETIMES, server_address, server_address),
  ROW ("M10", SET_WEBHOOK, WA_OP_IDEMPOTENT, set_webhook, receipt),
  ROW ("M11", GET_MESSAGE_STATUS, SOMETIMES, status_of_message, status_of_message),
  SEND ("M12", LIST, list),
  SEND ("M13", REPLY_BUTTONS, reply_buttons),
  SEND ("M14", LOCATION_REQUEST, location_request),
  SEND ("M15", REACTION, reaction),
  SEND ("M16", IMAGE, file),
  SEND ("M16", VIDEO, file),
  SEND ("M16", AUDIO, file),
  SEND ("M16", DOCUMENT, file),
  SEND ("M17", TEXT, text),
  SEND ("M18", LOCATION, location),
  SEND ("M19", CONTACTS, contacts),
  ROW ("M20", LIST_MESSAGES, LIST, messages, messages),
  ROW ("M21", MARK_READ, WA_OP_IDEMPOTENT, mark_read, receipt),
  SEND ("M22", TEMPLATE, template_message),
  ROW ("M23", CREATE_TEMPLATE, WA_OP_PLAIN, create_template, create_template),
  ROW ("M24", DELETE_TEMPLATE, WA_OP_PLAIN, delete_template, receipt),
  ROW ("M25", LIST_TEMPLATES, LIST, templates, templates),
  ROW ("M26", SET_COMMERCE, WA_OP_IDEMPOTENT, set_commerce, receipt),
  SEND ("M27", PRODUCT, product),
  SEND ("M27", PRODUCT_LIST, product),
  ROW ("M28", UPLOAD_MEDIA, WA_OP_PLAIN, media, media),
};

/**
 * wa_onemsg_refuse:
 * @text: what is wrong and what to do, in the user's language
 *
 * Returns: %FALSE
 */
gboolean
wa_onemsg_refuse (GError     **error,
                  WaError      code,
                  const char  *text)
{
  g_set_error_literal (error, WA_ERROR, (int) code, text);

  return FALSE;
}

/* Whoever copies the id from 1msg's page may copy the word before it. */
static char *
dup_channel_id (WaProvider  *provider,
                GError     **error)
{
  g_autofree char *id = g_strstrip (g_strdup (wa_provider_get_setting (provider, WA_ONEMSG_CHANNEL)));
  const char *bare = g_str_has_prefix (id, "instance") ? id + strlen ("instance") : id;
  gsize length = strspn (bare, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-");

  if (length > 0 && length <= MOST_ID_CHARACTERS && bare[length] == '\0')
    return g_strdup (bare);

  g_set_error_literal (error, WA_ERROR, WA_ERROR_INVALID,
                       _("The channel’s ID is missing or not complete. Enter it in the account’s settings."));

  return NULL;
}

/**
 * wa_onemsg_begin:
 * @name: the last part of the operation's address
 *
 * All operations stand below the channel, which the account's address may name already.
 */
gboolean
wa_onemsg_begin (WaProvider  *provider,
                 WaRequest   *request,
                 const char  *method,
                 const char  *name,
                 GError     **error)
{
  g_autofree char *address = wa_provider_dup_address (provider, error);
  g_autofree char *channel = address != NULL ? dup_channel_id (provider, error) : NULL;
  g_autofree char *below = NULL;
  g_autofree char *base = NULL;

  if (channel == NULL)
    return FALSE;

  below = g_strconcat ("/", channel, NULL);
  base = g_str_has_suffix (address, below) ? g_strdup (address) : g_strconcat (address, below, NULL);
  wa_request_set_base (request, base);
  wa_request_set_method (request, method);
  wa_request_append_path (request, name, NULL);

  return TRUE;
}

/**
 * wa_onemsg_post:
 * @body: (transfer full):
 */
gboolean
wa_onemsg_post (WaProvider  *provider,
                WaRequest   *request,
                const char  *name,
                JsonObject  *body,
                GError     **error)
{
  wa_request_take_json_object (request, body);

  return wa_onemsg_begin (provider, request, "POST", name, error);
}

WA_ONEMSG_PARSE (receipt)
{
  return G_OBJECT (wa_receipt_new ());
}

static void
wa_onemsg_provider_authorize (WaProvider *provider,
                              WaRequest  *request,
                              const char *token)
{
  g_autofree char *value = g_strconcat ("Bearer ", token, NULL);

  if (g_str_equal (wa_provider_get_setting (provider, WA_ONEMSG_AUTH), WA_ONEMSG_AUTH_BEARER))
    wa_request_add_secret_header (request, "Authorization", value);
  else
    wa_request_add_secret_query (request, "token", token);
}

static const char *
reason_for_kind (WaMessageKind kind)
{
  switch ((int) kind)
    {
    case WA_MESSAGE_STICKER:
      return N_("1msg can’t send stickers. Send a picture.");
    case WA_MESSAGE_LINK_BUTTON:
      return N_("1msg can’t send link buttons. Write the link into a text, or send a template with a link.");
    case WA_MESSAGE_CATALOG:
      return N_("1msg can’t send the whole catalog. "
                "Send a product list, or a template with a catalog button.");
    case WA_MESSAGE_ADDRESS_REQUEST:
      return N_("1msg can’t ask for addresses. Ask with a text, or ask for the place.");
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
    case WA_OP_CREATE_CONTACTS:
    case WA_OP_UPDATE_CONTACT:
    case WA_OP_DELETE_CONTACT:
      return N_("1msg keeps no contacts. WaDesk keeps them on this computer.");
    case WA_OP_LIST_ATTRIBUTES:
    case WA_OP_SET_ATTRIBUTES:
      return N_("1msg keeps no custom fields. WaDesk keeps them on this computer.");
    case WA_OP_LIST_NOTES:
    case WA_OP_CREATE_NOTE:
    case WA_OP_UPDATE_NOTE:
    case WA_OP_DELETE_NOTE:
      return N_("1msg keeps no notes. WaDesk keeps them on this computer.");
    case WA_OP_LIST_LISTS:
      return N_("1msg keeps no contact lists. WaDesk keeps them on this computer.");
    case WA_OP_LIST_TAGS:
    case WA_OP_CREATE_TAG:
    case WA_OP_UPDATE_TAG:
    case WA_OP_DELETE_TAG:
    case WA_OP_SET_TAGS:
    case WA_OP_ADD_TAGS:
    case WA_OP_REMOVE_TAGS:
      return N_("1msg keeps no tags. WaDesk keeps them on this computer.");
    case WA_OP_CREATE_BROADCAST:
    case WA_OP_LIST_BROADCASTS:
    case WA_OP_GET_BROADCAST:
    case WA_OP_CREATE_CAMPAIGN:
    case WA_OP_SEND_CAMPAIGN:
      return N_("1msg has no broadcasts. Let WaDesk run the broadcast: it sends a message to each person.");
    case WA_OP_LIST_CATALOGS:
    case WA_OP_GET_CATALOG:
    case WA_OP_LIST_PRODUCTS:
    case WA_OP_GET_PRODUCT:
      return N_("1msg doesn’t tell what a catalog holds. "
                "Enter the ids of catalog and products, or import them.");
    case WA_OP_CREATE_CATALOG:
    case WA_OP_DELETE_CATALOG:
    case WA_OP_CREATE_PRODUCT:
    case WA_OP_UPDATE_PRODUCT:
    case WA_OP_DELETE_PRODUCT:
      return N_("1msg can’t change a catalog. Change it in Meta’s Commerce Manager.");
    case WA_OP_GET_TEMPLATE:
      return N_("1msg gives all templates at once only. Refresh the templates.");
    case WA_OP_UPLOAD_SAMPLE:
      return N_("1msg takes the sample of a header as an address. "
                "Put the file on a web server and enter its address.");
    case WA_OP_MARK_CONVERSATION_READ:
      return N_("1msg marks single messages as read, not conversations. Mark the last message.");
    case WA_OP_UPDATE_TEMPLATE:
      return N_("1msg can’t change a template. Create it again under another name.");
    case WA_OP_GET_MEDIA:
    case WA_OP_DOWNLOAD_MEDIA:
      return N_("1msg doesn’t give files back by their number. Open the link in the history.");
    default:
      return NULL;
    }
}

static const char *
wa_onemsg_provider_reason (WaProvider    *provider,
                           WaOp           op,
                           WaMessageKind  kind)
{
  return op == WA_OP_SEND ? reason_for_kind (kind) : reason_for_op (op);
}

static void
wa_onemsg_provider_class_init (WaOnemsgProviderClass *klass)
{
  WaProviderClass *provider_class = WA_PROVIDER_CLASS (klass);

  provider_class->info = &info;
  provider_class->operations = operations;
  provider_class->n_operations = G_N_ELEMENTS (operations);
  provider_class->authorize = wa_onemsg_provider_authorize;
  provider_class->check = wa_onemsg_check;
  provider_class->dup_error_text = wa_onemsg_dup_error_text;
  provider_class->adjust_error = wa_onemsg_adjust_error;
  provider_class->reason = wa_onemsg_provider_reason;
}

static void
wa_onemsg_provider_init (WaOnemsgProvider *self)
{
}
