/* wa-whatsjet-answers.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-util.h"
#include "provider/wa-failure.h"
#include "provider/whatsjet/wa-whatsjet-private.h"

/* The document shows no answers, and servers differ: some say `result`, some `success` or `error`, some
 * nothing at all.  Refusals come with a good status as well as with a bad one; those of the framework below
 * WhatsJet have no `result`. */

/* What a server that says nothing is taken to have said. */
#define SILENT_YES "{\"success\":true}"

/* Sends and changes are often answered by a good status alone; who asked for something wants to hear it. */
static gboolean
may_be_silent (const WaOperation *operation)
{
  switch ((int) operation->op)
    {
    case WA_OP_SEND:
    case WA_OP_CREATE_CONTACTS:
    case WA_OP_UPDATE_CONTACT:
    case WA_OP_ASSIGN_MEMBER:
      return TRUE;
    default:
      return FALSE;
    }
}

WaJsonDocument *
wa_whatsjet_parse_document (WaProvider         *provider,
                            const WaOperation  *operation,
                            GBytes             *body,
                            GError            **error)
{
  if (g_bytes_get_size (body) == 0 && may_be_silent (operation))
    return wa_json_document_new_text (SILENT_YES, error);

  if (wa_is_web_page (body))
    {
      wa_whatsjet_refuse (error, WA_ERROR_PROTOCOL,
                          _("The server answered with a web page. "
                            "Check the address of the account and the vendor UID."));
      return NULL;
    }

  /* PHP may print notices behind its answer. */
  return wa_json_document_new_lenient (body, error);
}

typedef enum
{
  VERDICT_NONE,
  VERDICT_GOOD,
  VERDICT_BAD,
} Verdict;

static Verdict
verdict_of_flag (const WaJson *json)
{
  if (!wa_json_is (json, WA_JSON_BOOLEAN))
    return VERDICT_NONE;

  return wa_json_get_flag (json, FALSE) ? VERDICT_GOOD : VERDICT_BAD;
}

/* Only words and flags say anything: what else stands there must not pass for a certain no. */
static Verdict
verdict_of_result (const WaJson *root)
{
  WaJson result = wa_json_member (root, "result");
  const char *word = wa_json_get_text (&result);

  if (word == NULL)
    return verdict_of_flag (&result);

  return g_ascii_strcasecmp (word, "success") == 0 ? VERDICT_GOOD : VERDICT_BAD;
}

static Verdict
verdict_of_success (const WaJson *root)
{
  WaJson success = wa_json_member (root, "success");
  WaJson problem = wa_json_member (root, "error");
  Verdict verdict = verdict_of_flag (&success);

  if (verdict == VERDICT_NONE && !wa_is_empty (wa_json_get_text (&problem)))
    return VERDICT_BAD;

  return verdict;
}

/* An id shows that something was done. */
static gboolean
holds_id (const WaJson *root)
{
  static const char *const places[] = { "data.wamid", "data.log_uid", "data.contact_uid" };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      WaJson place = wa_json_find (root, places[i]);

      if (!wa_is_empty (wa_json_get_text (&place)))
        return TRUE;
    }

  return FALSE;
}

gboolean
wa_whatsjet_check (WaProvider         *provider,
                   const WaOperation  *operation,
                   const WaJson       *root,
                   GError            **error)
{
  Verdict verdict;

  if (!wa_json_require (root, WA_JSON_OBJECT, error))
    return FALSE;

  verdict = verdict_of_result (root);
  if (verdict == VERDICT_NONE)
    verdict = verdict_of_success (root);

  if (verdict == VERDICT_GOOD || (verdict == VERDICT_NONE && holds_id (root)))
    return TRUE;

  if (verdict == VERDICT_BAD)
    wa_failure_set_refused (provider, root, error);
  else
    wa_whatsjet_refuse (error, WA_ERROR_PROTOCOL,
                        _("The answer does not say whether it worked. Check the address of the account."));

  return FALSE;
}

/* Complaints about fields: of each the first. */
static char *
dup_complaints (const WaJson *root)
{
  WaJson errors = wa_json_member (root, "errors");
  g_auto(GStrv) names = wa_json_dup_names (&errors);
  g_autoptr(GString) complaints = g_string_new (NULL);

  for (gsize i = 0; names[i] != NULL; i++)
    {
      WaJson field = wa_json_member (&errors, names[i]);
      WaJson first = wa_json_element (&field, 0);
      const char *text = wa_json_get_text (wa_json_is (&field, WA_JSON_LIST) ? &first : &field);

      if (!wa_is_empty (text))
        g_string_append_printf (complaints, "%s%s", complaints->len > 0 ? " " : "", text);
    }

  return g_strdup (complaints->str);
}

char *
wa_whatsjet_dup_error_text (WaProvider   *provider,
                            const WaJson *root)
{
  static const char *const places[] = { "message", "error", "error.message" };
  g_autofree char *complaints = dup_complaints (root);

  if (complaints[0] != '\0')
    return g_steal_pointer (&complaints);

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      WaJson place = wa_json_find (root, places[i]);

      if (!wa_is_empty (wa_json_get_text (&place)))
        return g_strdup (wa_json_get_text (&place));
    }

  return NULL;
}

/* Those of the published document; all others exist on some servers only. */
static gboolean
is_documented (const WaOperation *operation)
{
  return (operation->flags & WA_OP_OPTIONAL) == 0;
}

/* A server that lacks one operation has all others. */
static void
set_unsupported (WaProvider         *provider,
                 const WaOperation  *operation,
                 const WaJson       *root,
                 GError            **error)
{
  const char *advice = is_documented (operation)
                       ? _("The server does not take that. Check the address of the account.")
                       : _("This server does not offer that. Update it, or use its own web page.");

  if (operation->op != WA_OP_SEND || !is_documented (operation))
    wa_provider_disable (provider, operation->number);

  wa_failure_restate (provider, root, WA_ERROR_UNSUPPORTED, WA_ERROR_CLASS_FIX, advice, error);
}

/* A second form of the request has not been tried yet. */
static gboolean
may_be_elsewhere (WaProvider        *provider,
                  const WaOperation *operation)
{
  return operation->op == WA_OP_LIST_TEMPLATES &&
         wa_is_empty (wa_provider_get_setting (provider, WA_WHATSJET_TEMPLATE_PATH));
}

/* The thing is missing, or the operation, or everything. */
static void
adjust_missing (WaProvider         *provider,
                const WaOperation  *operation,
                const WaAnswer     *answer,
                const WaJson       *root,
                GError            **error)
{
  WaJson result = wa_json_member (root, "result");
  gboolean own_words = !wa_json_is (&result, WA_JSON_ABSENT);
  const char *advice = NULL;

  if (wa_is_web_page (wa_answer_get_body (answer)))
    advice = _("Nothing is there. Check the address of the account and the vendor UID.");
  else if (!own_words && !is_documented (operation) && !may_be_elsewhere (provider, operation))
    set_unsupported (provider, operation, root, error);
  else if (operation->op == WA_OP_UPDATE_CONTACT)
    advice = _("If the server has no contact with this number, create it there instead. "
               "Otherwise check the vendor UID.");
  else if (is_documented (operation))
    advice = _("Check the phone number, the ID of the number that sends, and the vendor UID.");

  if (advice != NULL)
    wa_failure_restate (provider, root, WA_ERROR_NOT_FOUND, WA_ERROR_CLASS_FIX, advice, error);
}

/* The document does not mention sounds: a server that names the kind of file as what is wrong knows none. */
static void
learn_audio (WaProvider        *provider,
             const WaOperation *operation,
             const WaJson      *root)
{
  WaJson complaint = wa_json_find (root, "errors.media_type");

  if (operation->kind == WA_MESSAGE_AUDIO && !wa_json_is (&complaint, WA_JSON_ABSENT))
    wa_provider_set_setting (provider, WA_WHATSJET_AUDIO_REFUSED, WA_WHATSJET_YES);
}

void
wa_whatsjet_adjust_error (WaProvider         *provider,
                          const WaOperation  *operation,
                          const WaAnswer     *answer,
                          const WaJson       *root,
                          GError            **error)
{
  guint status = wa_answer_get_status (answer);

  if (status >= 300 && status < 400 && (operation->flags & WA_OP_IDEMPOTENT) == 0)
    wa_failure_reword (provider, NULL,
                       _("The server redirects. Check the address of the account, and whether it was done "
                         "before you try again."), error);
  else if (status == 403)
    wa_failure_restate (provider, root, WA_ERROR_REJECTED, WA_ERROR_CLASS_STOP,
                        _("The vendor is not active, or its plan does not include the API. "
                          "Ask whoever runs the server."), error);
  else if (status == 404)
    adjust_missing (provider, operation, answer, root, error);
  else if (status == 405)
    set_unsupported (provider, operation, root, error);
  else if (status == 409 && operation->op == WA_OP_CREATE_CONTACTS)
    wa_failure_restate (provider, root, WA_ERROR_REJECTED, WA_ERROR_CLASS_FIX,
                        _("If the number is among the contacts, change that contact instead."), error);
  else if (status == 422)
    learn_audio (provider, operation, root);
}

/* The second form is tried once; where it is no better, the next time begins with the first. */
static gboolean
turn (WaProvider *provider,
      const char *setting)
{
  gboolean first = wa_is_empty (wa_provider_get_setting (provider, setting));

  wa_provider_set_setting (provider, setting, first ? WA_WHATSJET_SECOND : NULL);

  return first;
}

gboolean
wa_whatsjet_fall_back (WaProvider         *provider,
                       const WaOperation  *operation,
                       GObject            *args,
                       const WaAnswer     *answer,
                       const GError       *error)
{
  guint status = wa_answer_get_status (answer);

  if (g_str_equal (operation->number, "JX03") && status == 404)
    return turn (provider, WA_WHATSJET_TEMPLATE_PATH);
  if (g_str_equal (operation->number, "JX01") && status == 422)
    return turn (provider, WA_WHATSJET_NUMBER_QUERY);

  return FALSE;
}
