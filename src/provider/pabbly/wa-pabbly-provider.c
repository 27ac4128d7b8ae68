/* wa-pabbly-provider.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "provider/pabbly/wa-pabbly-private.h"
#include "provider/pabbly/wa-pabbly-provider.h"
#include "provider/wa-failure.h"

struct _WaPabblyProvider
{
  WaProvider parent_instance;
};

G_DEFINE_FINAL_TYPE (WaPabblyProvider, wa_pabbly_provider, WA_TYPE_PROVIDER)

static const WaSettingChoice copy_code_keys[] = {
  { "copyCodeParam", "copyCodeParam" },
  { "copyCode", "copyCode" },
  { NULL }
};

static const WaSettingChoice offer_units[] = {
  { "ms", N_("Milliseconds") },
  { WA_PABBLY_OFFER_UNIT_SECONDS, N_("Seconds") },
  { NULL }
};

static const WaSetting settings[] = {
  {
    .key = "base-url",
    .kind = WA_SETTING_ADDRESS,
    .title = N_("Address"),
    .help = N_("Leave it as it is unless Pabbly told you another one."),
    .fallback = "https://chatflow.pabbly.com/api/v1",
    .required = TRUE,
    .advanced = TRUE,
  },
  {
    .key = "token",
    .kind = WA_SETTING_SECRET,
    .title = N_("API key"),
    .help = N_("In Pabbly Chatflow: Settings, then API & Webhooks."),
    .required = TRUE,
  },
  {
    .key = WA_PABBLY_COPY_CODE_KEY,
    .kind = WA_SETTING_CHOICE,
    .title = N_("Name of the code in broadcasts"),
    .help = N_("Pabbly’s document has two. Change it only if broadcasts with a code are refused."),
    .fallback = "copyCodeParam",
    .advanced = TRUE,
    .choices = copy_code_keys,
  },
  {
    .key = WA_PABBLY_OFFER_UNIT,
    .kind = WA_SETTING_CHOICE,
    .title = N_("Unit of an offer’s end"),
    .help = N_("Change it only if limited-time offers end at a wrong time."),
    .fallback = "ms",
    .advanced = TRUE,
    .choices = offer_units,
  },
};

static const WaOp test_ops[] = { WA_OP_LIST_TEMPLATES };

static const WaProviderInfo info = {
  .id = "pabbly",
  .name = "Pabbly Chatflow",
  .summary = N_("Contacts, templates, broadcasts and catalogs"),
  .settings = settings,
  .n_settings = G_N_ELEMENTS (settings),
  .test_ops = test_ops,
  .n_test_ops = G_N_ELEMENTS (test_ops),
  .knows_opt_in = TRUE,
  .sends_per_second = 5,
  .reads_per_second = 5,
  .max_pause = 300,
};

#define SEND(number, kind, accepts, build) \
  { WA_OP_SEND, number, WA_OP_SENDS, WA_MESSAGE_##kind, accepts, wa_pabbly_build_##build, \
    wa_pabbly_parse_message }
#define ROW(number, op, flags, accepts, build, parse) \
  { WA_OP_##op, number, flags, WA_MESSAGE_UNKNOWN, accepts, wa_pabbly_build_##build, wa_pabbly_parse_##parse }

#define READ WA_OP_IDEMPOTENT
#define LIST (WA_OP_IDEMPOTENT | WA_OP_PAGED)

/* The first row that accepts a template sends it: the most particular ones come first. */
static const WaOperation operations[] = {
  SEND ("P05", TEMPLATE, wa_pabbly_is_carousel, template_message),
  SEND ("P06", TEMPLATE, wa_pabbly_is_offer, template_message),
  SEND ("P03", TEMPLATE, wa_pabbly_is_authentication, template_message),
  SEND ("P04", TEMPLATE, wa_pabbly_has_buttons, template_message),
  SEND ("P02", TEMPLATE, wa_pabbly_has_media_header, template_message),
  SEND ("P01", TEMPLATE, NULL, template_message),
  SEND ("P07", TEXT, NULL, text),
  SEND ("P08", IMAGE, NULL, media),
  SEND ("P09", AUDIO, NULL, media),
  SEND ("P10", VIDEO, NULL, media),
  SEND ("P11", DOCUMENT, NULL, media),
  SEND ("P12", PRODUCT, NULL, product),
  SEND ("P13", PRODUCT_LIST, NULL, product_list),
  SEND ("P14", CATALOG, NULL, catalog_message),
  SEND ("P15", LIST, NULL, list),
  SEND ("P16", LINK_BUTTON, NULL, link_button),
  SEND ("P17", ADDRESS_REQUEST, NULL, address_request),
  SEND ("P18", LOCATION_REQUEST, NULL, location_request),
  ROW ("P19", LIST_TEMPLATES, LIST, NULL, templates, templates),
  ROW ("P20", GET_TEMPLATE, READ, NULL, template, template),
  ROW ("P22", CREATE_BROADCAST, WA_OP_PLAIN, wa_pabbly_sends_template, template_broadcast, broadcast),
  ROW ("P21", CREATE_BROADCAST, WA_OP_PLAIN, NULL, broadcast, broadcast),
  ROW ("P23", CREATE_CAMPAIGN, WA_OP_PLAIN, NULL, campaign, broadcast),
  ROW ("P24", SEND_CAMPAIGN, WA_OP_SENDS, NULL, campaign_message, campaign_message),
  {
    .op = WA_OP_CREATE_CONTACTS,
    .number = "P25",
    .flags = WA_OP_IDEMPOTENT,
    .build = wa_pabbly_build_create_contacts,
    .parse = wa_pabbly_parse_create_contacts,
    .batch = 100,
  },
  ROW ("P26", UPDATE_CONTACT, WA_OP_IDEMPOTENT, NULL, update_contact, contact),
  ROW ("P27", LIST_CONTACTS, LIST, NULL, contacts, contacts),
  ROW ("P28", GET_CONTACT, READ, NULL, contact, contact),
  ROW ("P29", LIST_LISTS, READ, NULL, lists, lists),
  ROW ("P30", LIST_TAGS, READ, NULL, tags, tags),
  ROW ("P31", GET_MEDIA, READ, NULL, media_link, media_link),
  ROW ("P32", LIST_CATALOGS, LIST, NULL, catalogs, catalogs),
  ROW ("P33", LIST_PRODUCTS, LIST, NULL, products, products),
};

static void
wa_pabbly_provider_authorize (WaProvider *provider,
                              WaRequest  *request,
                              const char *token)
{
  g_autofree char *value = g_strconcat ("Bearer ", token, NULL);

  wa_request_add_secret_header (request, "Authorization", value);
}

static gboolean
is_good_word (const char *word)
{
  return g_ascii_strcasecmp (word, "success") == 0 || g_ascii_strcasecmp (word, "ok") == 0;
}

/* Pabbly says it in three ways, sometimes in two of them at once: a failure wins. */
static gboolean
has_failed (const WaJson *root)
{
  WaJson success = wa_json_member (root, "success");
  WaJson status = wa_json_member (root, "status");
  const char *word = wa_json_get_text (&status);
  gint64 number = wa_json_is (&status, WA_JSON_NUMBER) ? wa_json_get_integer (&status, 200) : 200;

  return !wa_json_get_flag (&success, TRUE) ||
         (word != NULL && !is_good_word (word)) || number < 200 || number > 299;
}

static gboolean
has_succeeded (const WaJson *root)
{
  WaJson success = wa_json_member (root, "success");
  WaJson status = wa_json_member (root, "status");
  WaJson data = wa_json_member (root, "data");
  WaJson problem = wa_json_member (root, "error");
  const char *word = wa_json_get_text (&status);

  return wa_json_get_flag (&success, FALSE) || (word != NULL && is_good_word (word)) ||
         (!wa_json_is (&data, WA_JSON_ABSENT) && !wa_json_is (&data, WA_JSON_NULL) &&
          wa_json_is (&problem, WA_JSON_ABSENT));
}

static gboolean
wa_pabbly_provider_check (WaProvider         *provider,
                          const WaOperation  *operation,
                          const WaJson       *root,
                          GError            **error)
{
  if (!wa_json_require (root, WA_JSON_OBJECT, error))
    return FALSE;

  if (has_failed (root))
    {
      wa_failure_set_refused (provider, root, error);
      return FALSE;
    }

  if (!has_succeeded (root))
    {
      g_set_error_literal (error, WA_ERROR, WA_ERROR_PROTOCOL,
                           _("The answer does not say whether it worked. Check the address of the account."));
      return FALSE;
    }

  return TRUE;
}

static char *
wa_pabbly_provider_dup_error_text (WaProvider   *provider,
                                   const WaJson *root)
{
  static const char *const places[] = {
    "data.metaResponse.error.message", "data.error.message",
    "error", "error.message", "message", "errors[0]", "errors[0].message", "data.failedContacts[0].error",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      WaJson place = wa_json_find (root, places[i]);
      const char *text = wa_json_get_text (&place);

      if (!wa_is_empty (text))
        return g_strdup (text);
    }

  return NULL;
}

static const char *
reason_for_kind (WaMessageKind kind)
{
  switch ((int) kind)
    {
    case WA_MESSAGE_REPLY_BUTTONS:
      return N_("Pabbly Chatflow can’t send reply buttons. Send a list, or a template with quick replies.");
    case WA_MESSAGE_LOCATION:
      return N_("Pabbly Chatflow can’t send places. Send a text with a link to a map.");
    case WA_MESSAGE_CONTACTS:
      return N_("Pabbly Chatflow can’t send contact cards. Send the name and the number as text.");
    case WA_MESSAGE_STICKER:
      return N_("Pabbly Chatflow can’t send stickers. Send a picture.");
    case WA_MESSAGE_REACTION:
      return N_("Pabbly Chatflow can’t send reactions. Answer with a text.");
    default:
      return NULL;
    }
}

static const char *
reason_for_op (WaOp op)
{
  switch ((int) op)
    {
    case WA_OP_LIST_MESSAGES:
    case WA_OP_GET_MESSAGE_STATUS:
    case WA_OP_MARK_READ:
    case WA_OP_MARK_CONVERSATION_READ:
      return N_("Pabbly Chatflow shows conversations and delivery on its own web page only.");
    case WA_OP_DELETE_CONTACT:
      return N_("Pabbly Chatflow deletes contacts on its own web page only. Delete it there, then refresh.");
    case WA_OP_CREATE_TAG:
    case WA_OP_UPDATE_TAG:
    case WA_OP_DELETE_TAG:
      return N_("Pabbly Chatflow keeps its tags on its own web page, under Settings. "
                "Change them there, then refresh.");
    case WA_OP_CREATE_TEMPLATE:
    case WA_OP_UPDATE_TEMPLATE:
    case WA_OP_DELETE_TEMPLATE:
      return N_("Pabbly Chatflow takes templates on its own web page only. "
                "Keep it here as a draft, and enter it there.");
    case WA_OP_UPLOAD_MEDIA:
    case WA_OP_UPLOAD_SAMPLE:
      return N_("Pabbly Chatflow takes no files, only their addresses. "
                "Put the file on a web server and enter its address.");
    case WA_OP_LIST_BROADCASTS:
    case WA_OP_GET_BROADCAST:
    case WA_OP_PAUSE_BROADCAST:
    case WA_OP_CANCEL_BROADCAST:
      return N_("Pabbly Chatflow shows and stops its broadcasts on its own web page only. "
                "A broadcast that WaDesk runs can be followed and stopped here.");
    default:
      return NULL;
    }
}

static const char *
wa_pabbly_provider_reason (WaProvider    *provider,
                           WaOp           op,
                           WaMessageKind  kind)
{
  return op == WA_OP_SEND ? reason_for_kind (kind) : reason_for_op (op);
}

static void
wa_pabbly_provider_class_init (WaPabblyProviderClass *klass)
{
  WaProviderClass *provider_class = WA_PROVIDER_CLASS (klass);

  provider_class->info = &info;
  provider_class->operations = operations;
  provider_class->n_operations = G_N_ELEMENTS (operations);
  provider_class->authorize = wa_pabbly_provider_authorize;
  provider_class->check = wa_pabbly_provider_check;
  provider_class->dup_error_text = wa_pabbly_provider_dup_error_text;
  provider_class->reason = wa_pabbly_provider_reason;
}

static void
wa_pabbly_provider_init (WaPabblyProvider *self)
{
}
