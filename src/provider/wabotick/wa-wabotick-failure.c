/* wa-wabotick-failure.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "provider/wa-failure.h"
#include "provider/wabotick/wa-wabotick-private.h"

/* Most failures come with a good HTTP status: only `status` tells, in many words and several types. */

#define FORBIDDEN 403
#define NOT_FOUND 404
#define NOT_ALLOWED 405

typedef enum
{
  VERDICT_NONE,
  VERDICT_GOOD,
  VERDICT_BAD,
} Verdict;

static Verdict
read_verdict (const WaJson *root)
{
  static const char *const good[] = { "1", "true", "success", "ok", NULL };
  static const char *const bad[] = { "0", "false", "error", "fail", "failed", NULL };
  WaJson status = wa_json_member (root, "status");
  g_autofree char *text = wa_json_dup_scalar (&status);
  g_autofree char *word = g_ascii_strdown (wa_or_empty (text), -1);

  if (wa_json_is (&status, WA_JSON_BOOLEAN))
    return wa_json_get_flag (&status, FALSE) ? VERDICT_GOOD : VERDICT_BAD;
  if (g_strv_contains (good, word))
    return VERDICT_GOOD;

  return g_strv_contains (bad, word) ? VERDICT_BAD : VERDICT_NONE;
}

gboolean
wa_wabotick_check (WaProvider         *provider,
                   const WaOperation  *operation,
                   const WaJson       *root,
                   GError            **error)
{
  if (!wa_json_require (root, WA_JSON_OBJECT, error))
    return FALSE;

  switch (read_verdict (root))
    {
    case VERDICT_GOOD:
      return TRUE;
    case VERDICT_BAD:
      wa_failure_set_refused (provider, root, error);
      return FALSE;
    case VERDICT_NONE:
    default:
      g_set_error_literal (error, WA_ERROR, WA_ERROR_PROTOCOL,
                           _("The answer does not say whether it worked. Check the address of the account."));
      return FALSE;
    }
}

/* Complaints about fields are texts in lists in an object. */
static const char *
first_text (const WaJson *json)
{
  g_auto(GStrv) names = wa_json_dup_names (json);
  WaJson first = names[0] != NULL ? wa_json_member (json, names[0]) : wa_json_element (json, 0);

  if (wa_json_is (json, WA_JSON_TEXT) || first.node == NULL)
    return wa_json_get_text (json);

  return first_text (&first);
}

char *
wa_wabotick_dup_error_text (WaProvider   *provider,
                            const WaJson *root)
{
  static const char *const names[] = { "message", "mesasge", "error" };
  WaJson errors = wa_json_member (root, "errors");

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      WaJson place = wa_json_member (root, names[i]);

      if (!wa_is_empty (wa_json_get_text (&place)))
        return g_strdup (wa_json_get_text (&place));
    }

  return g_strdup (first_text (&errors));
}

/* What the system says only in words. */
typedef struct
{
  const char   *words;
  WaError       code;
  WaErrorClass  klass;
  const char   *advice;
} RefusalRow;

static const RefusalRow refusals[] = {
  { "unauthenticated", WA_ERROR_AUTH, WA_ERROR_CLASS_STOP,
    N_("The API token was not accepted. Enter it again in the account’s settings.") },
  { "subscriber limit has been exceeded", WA_ERROR_REJECTED, WA_ERROR_CLASS_STOP,
    N_("The plan’s subscriber limit is reached. Nobody new can be written to until you change the plan.") },
  { "whatsapp account not found", WA_ERROR_REJECTED, WA_ERROR_CLASS_STOP,
    N_("Check the phone number ID of this account.") },
  { "subscriber already exist", WA_ERROR_REJECTED, WA_ERROR_CLASS_FIX,
    N_("If the number is among the contacts, change that contact instead.") },
  { "subscriber not found", WA_ERROR_NOT_FOUND, WA_ERROR_CLASS_FIX,
    N_("This number is no contact there. Refresh the contacts.") },
  { "outside 24 hour window", WA_ERROR_REJECTED, WA_ERROR_CLASS_FIX,
    N_("The last message of this person is older than a day. Choose a template.") },
  { "message template not found", WA_ERROR_REJECTED, WA_ERROR_CLASS_FIX,
    N_("Refresh the templates, then choose one.") },
};

static const RefusalRow *
find_refusal (const char *text)
{
  g_autofree char *lower = g_ascii_strdown (wa_or_empty (text), -1);

  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    if (strstr (lower, refusals[i].words) != NULL)
      return &refusals[i];

  return NULL;
}

static gboolean
leads_to_login (const WaAnswer *answer)
{
  guint status = wa_answer_get_status (answer);
  const char *location = wa_or_empty (wa_answer_get_location (answer));
  g_autofree char *path = g_strndup (location, strcspn (location, "?#"));

  return status >= 301 && status <= 308 && g_str_has_suffix (path, "/login");
}

void
wa_wabotick_adjust_error (WaProvider         *provider,
                          const WaOperation  *operation,
                          const WaAnswer     *answer,
                          const WaJson       *root,
                          GError            **error)
{
  g_autofree char *text = wa_wabotick_dup_error_text (provider, root);
  const RefusalRow *refusal = find_refusal (text);
  guint status = wa_answer_get_status (answer);

  if (refusal != NULL &&
      (refusal->code == WA_ERROR_AUTH || g_error_matches (*error, WA_ERROR, WA_ERROR_REJECTED)))
    wa_failure_restate (provider, root, refusal->code, refusal->klass, _(refusal->advice), error);
  else if (leads_to_login (answer))
    wa_failure_restate (provider, root, WA_ERROR_AUTH, WA_ERROR_CLASS_STOP,
                        _("The API token is missing or was not accepted. "
                          "Enter it again in the account’s settings."), error);
  else if (status == FORBIDDEN && wa_is_web_page (wa_answer_get_body (answer)))
    wa_failure_restate (provider, root, WA_ERROR_REJECTED, WA_ERROR_CLASS_STOP,
                        _("A web page (a firewall) blocks the way to the server. "
                          "Check the address of the account, or ask whoever runs the server."), error);
  else if (status == NOT_ALLOWED || (status == NOT_FOUND && (operation->flags & WA_OP_OPTIONAL) != 0))
    wa_failure_restate (provider, root, WA_ERROR_UNSUPPORTED, WA_ERROR_CLASS_FIX,
                        _("This server does not offer that. Use the system’s own web page for it."), error);
}

static gboolean
says_no_template (const WaAnswer *answer)
{
  g_autoptr(WaJsonDocument) document = wa_json_document_new_lenient (wa_answer_get_body (answer), NULL);
  WaJson root = document != NULL ? wa_json_document_get_root (document) : (WaJson) { 0 };
  g_autofree char *text = wa_wabotick_dup_error_text (NULL, &root);
  const RefusalRow *refusal = find_refusal (text);

  return refusal != NULL && g_str_has_prefix (refusal->words, "message template");
}

/* A template has two ids, and servers differ in which one they want. */
static gboolean
turn_template_id (WaProvider *provider)
{
  gboolean first = wa_is_empty (wa_provider_get_setting (provider, WA_WABOTICK_TEMPLATE_ID));

  wa_provider_set_setting (provider, WA_WABOTICK_TEMPLATE_ID, first ? WA_WABOTICK_TEMPLATE_ID_META : NULL);

  return first;
}

gboolean
wa_wabotick_fall_back (WaProvider         *provider,
                       const WaOperation  *operation,
                       GObject            *args,
                       const WaAnswer     *answer,
                       const GError       *error)
{
  switch (wa_answer_get_status (answer))
    {
    case NOT_FOUND:
      return wa_wabotick_turn_path (provider, operation->number);
    case NOT_ALLOWED:
      wa_provider_disable (provider, operation->number);
      return FALSE;
    default:
      return g_str_equal (operation->number, "B02") && g_error_matches (error, WA_ERROR, WA_ERROR_REJECTED) &&
             says_no_template (answer) && turn_template_id (provider);
    }
}

static const char *
reason_for_kind (WaMessageKind kind)
{
  switch ((int) kind)
    {
    case WA_MESSAGE_LIST:
    case WA_MESSAGE_LINK_BUTTON:
      return N_("Wabotick can’t send lists and buttons with links. "
                "Send up to three reply buttons, or a template.");
    case WA_MESSAGE_PRODUCT:
    case WA_MESSAGE_PRODUCT_LIST:
    case WA_MESSAGE_CATALOG:
      return N_("Wabotick can’t send products. "
                "Send a text with the catalog’s address, or a bot flow that shows it.");
    case WA_MESSAGE_LOCATION:
    case WA_MESSAGE_LOCATION_REQUEST:
    case WA_MESSAGE_ADDRESS_REQUEST:
      return N_("Wabotick can’t send or ask for places. Send a text, with a link to a map if there is one.");
    case WA_MESSAGE_CONTACTS:
      return N_("Wabotick can’t send contact cards. Send the name and the number as text.");
    case WA_MESSAGE_STICKER:
      return N_("Wabotick can’t send stickers. Send a picture.");
    case WA_MESSAGE_REACTION:
      return N_("Wabotick can’t send reactions. Answer with a text.");
    default:
      return NULL;
    }
}

static const char *
reason_for_op (WaOp op)
{
  switch ((int) op)
    {
    case WA_OP_CREATE_BROADCAST:
      return N_("Wabotick hardly documents its own broadcasts. "
                "A broadcast that WaDesk runs is the safer way: it shows what became of each message.");
    case WA_OP_LIST_BROADCASTS:
    case WA_OP_GET_BROADCAST:
    case WA_OP_PAUSE_BROADCAST:
    case WA_OP_CANCEL_BROADCAST:
    case WA_OP_GET_PROGRESS:
      return N_("Wabotick shows and stops its own broadcasts on its web page only. "
                "A broadcast that WaDesk runs can be followed and stopped here.");
    case WA_OP_LIST_LISTS:
      return N_("Wabotick has no lists of contacts. Lists stay on this computer; tags go to Wabotick.");
    case WA_OP_UPDATE_TAG:
    case WA_OP_DELETE_TAG:
      return N_("Wabotick renames and deletes its labels on its own web page only. "
                "Change them there, then refresh.");
    case WA_OP_LIST_NOTES:
    case WA_OP_UPDATE_NOTE:
    case WA_OP_DELETE_NOTE:
      return N_("Wabotick takes new notes only. Read and change them on its web page; "
                "those written here stay on this computer too.");
    case WA_OP_CREATE_TEMPLATE:
    case WA_OP_UPDATE_TEMPLATE:
    case WA_OP_DELETE_TEMPLATE:
    case WA_OP_PUBLISH_TEMPLATE:
    case WA_OP_SYNC_TEMPLATES:
      return N_("Wabotick takes templates on its own web page only. "
                "Keep it here as a draft, and enter it there.");
    case WA_OP_LIST_PRODUCTS:
    case WA_OP_GET_PRODUCT:
    case WA_OP_CREATE_PRODUCT:
    case WA_OP_UPDATE_PRODUCT:
    case WA_OP_DELETE_PRODUCT:
      return N_("Wabotick does not list the products of a catalog. Look at them at the catalog’s address.");
    case WA_OP_MARK_READ:
    case WA_OP_MARK_CONVERSATION_READ:
      return N_("Wabotick can’t mark messages as read. Resolve the conversation instead.");
    case WA_OP_GET_MEDIA:
    case WA_OP_DOWNLOAD_MEDIA:
      return N_("Wabotick does not hand out received files. Look at them on its web page.");
    default:
      return NULL;
    }
}

const char *
wa_wabotick_reason (WaProvider    *provider,
                    WaOp           op,
                    WaMessageKind  kind)
{
  return op == WA_OP_SEND ? reason_for_kind (kind) : reason_for_op (op);
}
