/* wa-failure.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "provider/wa-failure.h"
#include "provider/wa-meta-error.h"

/* How the failures of all systems become errors: the system's own words, then what to do, which Meta's number
 * decides where the answer holds one and the HTTP status where it doesn't. */

typedef struct
{
  guint         status;
  WaError       code;
  WaErrorClass  klass;
  gboolean      passing;
  const char   *advice;
} StatusRow;

static const StatusRow status_rows[] = {
  { 401, WA_ERROR_AUTH, WA_ERROR_CLASS_STOP, FALSE,
    N_("The key was not accepted. Enter it again in the account’s settings.") },
  { 402, WA_ERROR_REJECTED, WA_ERROR_CLASS_STOP, FALSE,
    N_("The system says that payment is due. Look at your plan on its web page.") },
  { 403, WA_ERROR_REJECTED, WA_ERROR_CLASS_STOP, FALSE,
    N_("This key may not do that. Look at your plan and your role on the system’s web page.") },
  { 404, WA_ERROR_NOT_FOUND, WA_ERROR_CLASS_FIX, FALSE,
    N_("It is not there any more, or the address of the account is wrong. Refresh, then try again.") },
  { 405, WA_ERROR_REJECTED, WA_ERROR_CLASS_FIX, FALSE,
    N_("The server does not allow this. Check the address of the account.") },
  { 408, WA_ERROR_NETWORK, WA_ERROR_CLASS_WAIT, TRUE,
    N_("The server took too long. Try again.") },
  { 409, WA_ERROR_REJECTED, WA_ERROR_CLASS_FIX, FALSE,
    N_("It was changed elsewhere. Refresh, compare, then try again.") },
  { 413, WA_ERROR_REJECTED, WA_ERROR_CLASS_FIX, FALSE,
    N_("That is too large for the server. Choose a smaller file.") },
  { 419, WA_ERROR_AUTH, WA_ERROR_CLASS_STOP, FALSE,
    N_("The key was not accepted. Check the key and the address of the account.") },
  { 429, WA_ERROR_RATE_LIMITED, WA_ERROR_CLASS_WAIT, TRUE,
    N_("Too many requests. WaDesk waits and goes on by itself.") },
  { 501, WA_ERROR_UNSUPPORTED, WA_ERROR_CLASS_FIX, FALSE,
    N_("This server does not offer that. Use the system’s own web page for it.") },
};

static const StatusRow redirect_row = {
  300, WA_ERROR_PROTOCOL, WA_ERROR_CLASS_FIX, FALSE,
  N_("The server redirects. Check the address of the account."),
};
static const StatusRow client_row = {
  400, WA_ERROR_REJECTED, WA_ERROR_CLASS_FIX, FALSE,
  N_("The system refused this. Check what you entered."),
};
static const StatusRow server_row = {
  500, WA_ERROR_NETWORK, WA_ERROR_CLASS_WAIT, TRUE,
  N_("The server has trouble at the moment. Try again later."),
};

static const StatusRow *
row_of (guint status)
{
  for (gsize i = 0; i < G_N_ELEMENTS (status_rows); i++)
    if (status_rows[i].status == status)
      return &status_rows[i];

  if (status >= 500)
    return &server_row;

  return status >= 400 ? &client_row : &redirect_row;
}

/* Whether it stays open if the request was performed, which matters where it must not be performed twice. */
static gboolean
is_open (const WaOperation *operation,
         int                code)
{
  return (operation->flags & WA_OP_IDEMPOTENT) == 0 &&
         (code == WA_ERROR_PROTOCOL || code == WA_ERROR_NETWORK);
}

static char *
join_words (WaProvider *provider,
            const char *said,
            const char *advice)
{
  if (said[0] == '\0')
    return g_strdup (advice);

  /* Translators: a system's name, what it wrote (in its own language), what to do */
  return g_strdup_printf (_("%s says: “%s” %s"), wa_provider_get_info (provider)->name, said, advice);
}

static char *
dup_raw (WaProvider   *provider,
         const WaJson *root)
{
  WaProviderClass *klass = WA_PROVIDER_GET_CLASS (provider);

  return klass->dup_error_text != NULL ? klass->dup_error_text (provider, root) : NULL;
}

static void
set_error (WaProvider       *provider,
           const StatusRow  *row,
           const char       *advice,
           const WaJson     *root,
           GError          **error)
{
  g_autofree char *raw = dup_raw (provider, root);
  g_autofree char *said = wa_provider_dup_masked (provider, raw);
  g_autofree char *meta_advice = NULL;
  g_autofree char *text = NULL;
  WaMetaCode code;
  gboolean meta = wa_meta_error_find (root, &code) || wa_meta_error_find_text (raw, &code);
  GError *made;

  if (meta && advice == NULL)
    meta_advice = wa_meta_error_dup_text (&code);
  if (advice == NULL)
    advice = meta ? meta_advice : _(row->advice);

  text = join_words (provider, said, advice);
  made = g_error_new_literal (WA_ERROR, (int) row->code, text);
  wa_error_set_passing (made, row->passing);
  wa_error_set_class (made, meta ? wa_meta_error_get_class (&code) : row->klass);
  wa_error_set_code (made, meta ? code.code : 0);
  g_propagate_error (error, made);
}

/**
 * wa_failure_set_status:
 * @root: the answer's JSON; absent where it has none
 *
 * Sets the error of an answer whose status is not 2xx.
 */
void
wa_failure_set_status (WaProvider         *provider,
                       const WaOperation  *operation,
                       const WaAnswer     *answer,
                       const WaJson       *root,
                       GError            **error)
{
  const StatusRow *row = row_of (wa_answer_get_status (answer));
  const char *advice = NULL;

  if (is_open (operation, (int) row->code))
    advice = _("It may have been done all the same. Look before you try again.");

  set_error (provider, row, advice, root, error);
}

/**
 * wa_failure_set_refused:
 * @root: the whole answer
 *
 * Sets %WA_ERROR_REJECTED for a good status whose answer says that it failed.
 */
void
wa_failure_set_refused (WaProvider    *provider,
                        const WaJson  *root,
                        GError       **error)
{
  set_error (provider, &client_row, NULL, root, error);
}

/**
 * wa_failure_reword:
 * @said: (nullable): the system's own words
 * @advice: (translated): what to do
 * @error: (inout): a failure that says it less well
 */
void
wa_failure_reword (WaProvider  *provider,
                   const char  *said,
                   const char  *advice,
                   GError     **error)
{
  g_autofree char *masked = wa_provider_dup_masked (provider, said);
  char *text = join_words (provider, masked, advice);

  g_free ((*error)->message);
  (*error)->message = text;
}

/**
 * wa_failure_restate:
 * @advice: (translated): what to do
 * @error: (inout): what a failure was taken for
 *
 * For what only one system says in its words: the same failure, but it means something else.
 */
void
wa_failure_restate (WaProvider    *provider,
                    const WaJson  *root,
                    WaError        code,
                    WaErrorClass   klass,
                    const char    *advice,
                    GError       **error)
{
  g_autofree char *said = dup_raw (provider, root);

  wa_failure_reword (provider, said, advice, error);
  (*error)->code = (int) code;
  wa_error_set_class (*error, klass);
  wa_error_set_passing (*error, FALSE);
}

/**
 * wa_failure_explain:
 * @error: (inout): why an answer that was JSON could not be read: a place, what was expected, what was found
 *
 * Says what to do about it.
 */
void
wa_failure_explain (WaProvider         *provider,
                    const WaOperation  *operation,
                    GError            **error)
{
  char *text;

  if (!g_error_matches (*error, WA_ERROR, WA_ERROR_PROTOCOL) || is_open (operation, (*error)->code))
    return;

  /* Translators: a system's name, then what is wrong: "data.name: expected a string, found null" */
  text = g_strdup_printf (_("The answer of %s is not what WaDesk expects (%s). "
                            "Check the address of the account, and whether there is a newer WaDesk."),
                          wa_provider_get_info (provider)->name, (*error)->message);
  g_free ((*error)->message);
  (*error)->message = text;
}

/**
 * wa_failure_settle:
 * @error: (inout): what reading an answer came to
 *
 * For what must not happen twice, everything that leaves open whether it happened is the same: uncertain.
 */
void
wa_failure_settle (const WaOperation  *operation,
                   GError            **error)
{
  GError *uncertain;

  if ((*error)->domain != WA_ERROR || !is_open (operation, (*error)->code))
    return;

  uncertain = g_error_copy (*error);
  if (uncertain->code == WA_ERROR_PROTOCOL && wa_error_get_http_status (uncertain) < 300)
    {
      g_free (uncertain->message);
      /* Translators: why an answer can't be read */
      uncertain->message = g_strdup_printf (_("It may have been done, but the answer can’t be read. "
                                              "Look before you try again. (%s)"), (*error)->message);
    }
  uncertain->code = WA_ERROR_UNCERTAIN;
  wa_error_set_passing (uncertain, FALSE);
  g_error_free (*error);
  *error = uncertain;
}
