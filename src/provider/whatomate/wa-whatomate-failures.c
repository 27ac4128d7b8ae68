/* wa-whatomate-failures.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-outgoing.h"
#include "model/wa-target.h"
#include "provider/wa-failure.h"
#include "provider/whatomate/wa-whatomate-private.h"

#define MOST_SAID 200

gboolean
wa_whatomate_check (WaProvider         *provider,
                    const WaOperation  *operation,
                    const WaJson       *root,
                    GError            **error)
{
  WaJson status = wa_json_member (root, "status");
  const char *word;

  if (!wa_json_require (root, WA_JSON_OBJECT, error))
    return FALSE;

  word = wa_or_empty (wa_json_get_text (&status));
  if (g_str_equal (word, "success"))
    return TRUE;

  if (g_str_equal (word, "error"))
    wa_failure_set_refused (provider, root, error);
  else
    g_set_error_literal (error, WA_ERROR, WA_ERROR_PROTOCOL,
                         _("The answer does not say whether it worked. Check the address of the account."));

  return FALSE;
}

char *
wa_whatomate_dup_error_text (WaProvider   *provider,
                             const WaJson *root)
{
  static const char *const places[] = { "data.details.error.message", "message", "data.error" };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      WaJson place = wa_json_find (root, places[i]);
      const char *text = wa_json_get_text (&place);

      if (!wa_is_empty (text))
        return g_strdup (text);
    }

  return NULL;
}

/* Returns: (transfer full): the beginning of an answer that is neither JSON nor a web page */
static char *
dup_plain_text (const WaAnswer *answer,
                const WaJson   *root)
{
  GBytes *body = wa_answer_get_body (answer);
  gsize length;
  const char *data = g_bytes_get_data (body, &length);
  g_autofree char *text = NULL;

  if (!wa_json_is (root, WA_JSON_ABSENT) || data == NULL)
    return g_strdup ("");

  text = g_utf8_make_valid (data, (gssize) MIN (length, MOST_SAID));
  g_strstrip (text);

  return text[0] == '<' ? g_strdup ("") : wa_clean_text (text, MOST_SAID);
}

static void
set_text (GError     *error,
          const char *text)
{
  g_free (error->message);
  error->message = g_strdup (text);
}

/* What the server said, then what to do. */
static void
set_advice (WaProvider   *provider,
            const WaJson *root,
            GError       *error,
            const char   *advice)
{
  g_autofree char *said = wa_whatomate_dup_error_text (provider, root);
  g_autofree char *shown = wa_provider_dup_masked (provider, said);

  g_free (error->message);
  /* Translators: what the server wrote (in its own language), then what to do */
  error->message = shown[0] == '\0' ? g_strdup (advice)
                                    : g_strdup_printf (_("whatomate says: “%s” %s"), shown, advice);
}

/* An address that the server does not know, against a thing that is gone. */
static gboolean
is_unknown_route (const WaAnswer *answer,
                  const WaJson   *root)
{
  WaJson message = wa_json_member (root, "message");
  const char *text = wa_json_get_text (&message);

  return wa_answer_get_status (answer) == 404 && (text == NULL || g_str_equal (text, "Route not found"));
}

/* Only the second generation has tags. */
static void
learn_generation (WaProvider        *provider,
                  const WaOperation *operation,
                  const WaAnswer    *answer,
                  const WaJson      *root)
{
  if (operation->op != WA_OP_LIST_TAGS)
    return;

  if (is_unknown_route (answer, root))
    wa_provider_set_setting (provider, WA_WHATOMATE_GENERATION, WA_WHATOMATE_FIRST);
  else if (wa_answer_get_status (answer) == 403)
    wa_provider_set_setting (provider, WA_WHATOMATE_GENERATION, WA_WHATOMATE_SECOND);
}

/* Certainly not performed, and not before the server is another one. */
static void
set_unsupported (WaProvider        *provider,
                 const WaOperation *operation,
                 const WaJson      *root,
                 GError            *error)
{
  error->code = WA_ERROR_UNSUPPORTED;
  wa_error_set_passing (error, FALSE);
  wa_provider_disable (provider, operation->number);

  if (operation->op == WA_OP_SEND && operation->kind == WA_MESSAGE_TEMPLATE)
    set_advice (provider, root, error,
                _("This server does not send templates to one person directly. "
                  "Send it as a broadcast, or update the server."));
  else
    set_advice (provider, root, error,
                _("This server does not offer that. Update it, or use its own web page."));
}

/* The server itself passes on what Meta said; a proxy before it would say that the server is away. */
static void
adjust_bad_gateway (WaProvider        *provider,
                    const WaOperation *operation,
                    const WaJson      *root,
                    GError            *error)
{
  if (!wa_json_is (root, WA_JSON_OBJECT))
    return;

  if (operation->op == WA_OP_SYNC_TEMPLATES)
    {
      wa_error_set_passing (error, FALSE);
    }
  else if (operation->op == WA_OP_PUBLISH_TEMPLATE)
    {
      error->code = WA_ERROR_REJECTED;
      wa_error_set_passing (error, FALSE);
      set_advice (provider, root, error,
                  _("Fetch the templates from Meta to see whether it arrived, before you submit it again."));
    }
}

static void
adjust_plain_text (WaProvider     *provider,
                   const WaAnswer *answer,
                   const WaJson   *root,
                   GError         *error)
{
  g_autofree char *plain = dup_plain_text (answer, root);
  g_autofree char *said = wa_provider_dup_masked (provider, plain);
  g_autofree char *advice = NULL;

  if (said[0] == '\0')
    return;

  advice = g_strdup (wa_answer_get_status (answer) == 400 && g_str_equal (said, "Error when parsing request")
                       ? _("The file is too large for this server. Choose a smaller one.") : error->message);
  g_free (error->message);
  error->message = g_strdup_printf (_("whatomate says: “%s” %s"), said, advice);
}

static void
adjust_good_status (const WaAnswer *answer,
                    GError         *error)
{
  if (!wa_is_web_page (wa_answer_get_body (answer)))
    return;

  wa_error_set_passing (error, FALSE);
  set_text (error, _("The server answered with a web page. Check the address of the account."));
}

void
wa_whatomate_adjust_error (WaProvider         *provider,
                           const WaOperation  *operation,
                           const WaAnswer     *answer,
                           const WaJson       *root,
                           GError            **error)
{
  guint status = wa_answer_get_status (answer);

  learn_generation (provider, operation, answer, root);

  if (status < 300)
    adjust_good_status (answer, *error);
  else if (status < 400)
    set_text (*error, _("The server redirects. Check the address of the account, and whether it was done "
                        "before you try again."));
  else if (status == 405 || status == 501 ||
           (is_unknown_route (answer, root) && (operation->flags & WA_OP_OPTIONAL) != 0))
    set_unsupported (provider, operation, root, *error);
  else if (is_unknown_route (answer, root))
    set_advice (provider, root, *error, _("The server has no such place. Check the address of the account."));
  else if (status == 403)
    set_advice (provider, root, *error,
                _("Your role may not do that. Ask an administrator of your whatomate server."));
  else if (status == 502)
    adjust_bad_gateway (provider, operation, root, *error);
  else
    adjust_plain_text (provider, answer, root, *error);

  if (status == 403)
    wa_error_set_class (*error, WA_ERROR_CLASS_FIX);
}

static gboolean
wants_file (const WaOperation *operation,
            GObject           *args,
            guint              status)
{
  return g_str_equal (operation->number, "W04") && wa_outgoing_get_bytes (WA_OUTGOING (args)) == NULL &&
         (status == 400 || status == 415 || status == 422);
}

static gboolean
names_conversation (WaTarget *target)
{
  return !wa_is_empty (wa_target_get_parent_id (target)) || !wa_is_empty (wa_target_get_number (target));
}

/* What is noted here decides how the request is built the next time, and from then on. */
gboolean
wa_whatomate_fall_back (WaProvider         *provider,
                        const WaOperation  *operation,
                        GObject            *args,
                        const WaAnswer     *answer,
                        const GError       *error)
{
  guint status = wa_answer_get_status (answer);

  if (wants_file (operation, args, status))
    {
      wa_provider_set_setting (provider, WA_WHATOMATE_MEDIA_FORM, WA_WHATOMATE_MEDIA_AS_FILE);
      return TRUE;
    }

  if (g_str_equal (operation->number, "W07") && (status == 404 || status == 501) &&
      !wa_whatomate_is_first (provider) && names_conversation (WA_TARGET (args)))
    {
      wa_provider_set_setting (provider, WA_WHATOMATE_READ_FORM, WA_WHATOMATE_READ_CONVERSATION);
      return TRUE;
    }

  return FALSE;
}
