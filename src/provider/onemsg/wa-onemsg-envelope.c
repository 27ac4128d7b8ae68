/* wa-onemsg-envelope.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "provider/onemsg/wa-onemsg-private.h"
#include "provider/wa-failure.h"
#include "provider/wa-meta-error.h"

/* 1msg has no common envelope: what a good answer is, each operation says in its own way, and a good status
 * says nothing.  Errors come in four shapes, one of them plain text. */

#define MOST_PLAIN_CHARACTERS 400

static gboolean
says_something (const WaJson *json)
{
  switch (wa_json_kind (json))
    {
    case WA_JSON_ABSENT:
    case WA_JSON_NULL:
      return FALSE;
    case WA_JSON_BOOLEAN:
      return wa_json_get_flag (json, FALSE);
    case WA_JSON_TEXT:
      return !wa_is_empty (wa_json_get_text (json));
    case WA_JSON_OBJECT:
      {
        g_auto(GStrv) names = wa_json_dup_names (json);

        return names[0] != NULL;
      }
    case WA_JSON_NUMBER:
    case WA_JSON_DECIMAL:
    case WA_JSON_LIST:
    default:
      return TRUE;
    }
}

static gboolean
has_error (const WaJson *root)
{
  WaJson error = wa_json_member (root, "error");
  WaJson inner = wa_json_find (root, "response.error");

  return says_something (&error) || says_something (&inner);
}

static gboolean
has_any (const WaJson      *root,
         const char *const *names)
{
  for (gsize i = 0; names[i] != NULL; i++)
    {
      WaJson member = wa_json_member (root, names[i]);

      if (!wa_json_is (&member, WA_JSON_ABSENT))
        return TRUE;
    }

  return FALSE;
}

/* A flag, which may come as text, that decides: refused where it says no, unknown where it is not there. */
static gboolean
check_flag (WaProvider    *provider,
            const WaJson  *root,
            const char    *name,
            GError       **error)
{
  WaJson flag = wa_json_member (root, name);

  if (wa_json_get_flag (&flag, FALSE))
    return TRUE;

  if (!wa_json_get_flag (&flag, TRUE))
    wa_failure_set_refused (provider, root, error);
  else
    g_set_error_literal (error, WA_ERROR, WA_ERROR_PROTOCOL,
                         _("The answer does not say whether it worked. Check the address of the account."));

  return FALSE;
}

static gboolean
check_sent (WaProvider    *provider,
            const WaJson  *root,
            GError       **error)
{
  WaJson job = wa_json_member (root, "jobId");

  /* A queued message has a job, whatever `sent` says. */
  return says_something (&job) || check_flag (provider, root, "sent", error);
}

static gboolean
check_result (WaProvider    *provider,
              const WaJson  *root,
              GError       **error)
{
  WaJson result = wa_json_member (root, "result");

  if (!wa_json_require (&result, WA_JSON_TEXT, error))
    return FALSE;
  if (g_ascii_strcasecmp (wa_json_get_text (&result), "success") == 0)
    return TRUE;

  wa_failure_set_refused (provider, root, error);

  return FALSE;
}

static gboolean
check_text (const WaJson  *root,
            const char    *name,
            GError       **error)
{
  WaJson text = wa_json_member (root, name);

  return wa_json_require (&text, WA_JSON_TEXT, error);
}

static gboolean
check_known (WaProvider    *provider,
             const WaJson  *root,
             GError       **error)
{
  static const char *const message[] = { "message", NULL };
  static const char *const known[] = {
    "about", "address", "description", "email", "phone", "vertical", "photo", "websites",
    "date", "templates_cost", "webhookUrl", "ackNotificationsOn", NULL,
  };

  if (!has_any (root, message) || has_any (root, known))
    return TRUE;

  wa_failure_set_refused (provider, root, error);

  return FALSE;
}

gboolean
wa_onemsg_check (WaProvider         *provider,
                 const WaOperation  *operation,
                 const WaJson       *root,
                 GError            **error)
{
  gboolean list = operation->op == WA_OP_GET_USAGE || operation->op == WA_OP_GET_COMMERCE;

  if (has_error (root))
    {
      wa_failure_set_refused (provider, root, error);
      return FALSE;
    }

  if (list && wa_json_is (root, WA_JSON_LIST))
    return TRUE;
  if (!wa_json_require (root, operation->op == WA_OP_GET_USAGE ? WA_JSON_LIST : WA_JSON_OBJECT, error))
    return FALSE;
  if ((operation->flags & WA_OP_SENDS) != 0)
    return check_sent (provider, root, error);

  switch ((int) operation->op)
    {
    case WA_OP_UPDATE_PROFILE:
    case WA_OP_MARK_READ:
    case WA_OP_DELETE_TEMPLATE:
      return check_result (provider, root, error);
    case WA_OP_SET_COMMERCE:
      return check_flag (provider, root, "success", error);
    case WA_OP_GET_STATUS:
      return check_text (root, "status", error);
    case WA_OP_GET_SERVER_ADDRESS:
      return check_text (root, "result", error);
    case WA_OP_GET_PROFILE:
    case WA_OP_GET_STATISTICS:
    case WA_OP_GET_SETTINGS:
      return check_known (provider, root, error);
    default:
      return TRUE;
    }
}

char *
wa_onemsg_dup_error_text (WaProvider   *provider,
                          const WaJson *root)
{
  static const char *const places[] = {
    "error.message", "response.error", "message", "description", "result",
  };
  WaJson error = wa_json_member (root, "error");
  WaJson title = wa_json_member (&error, "error_user_title");
  WaJson words = wa_json_member (&error, "error_user_msg");

  if (!wa_is_empty (wa_json_get_text (&error)))
    return g_strdup (wa_json_get_text (&error));

  if (!wa_is_empty (wa_json_get_text (&title)) && !wa_is_empty (wa_json_get_text (&words)))
    return g_strdup_printf ("%s: %s", wa_json_get_text (&title), wa_json_get_text (&words));
  if (!wa_is_empty (wa_json_get_text (&words)))
    return g_strdup (wa_json_get_text (&words));

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      WaJson place = wa_json_find (root, places[i]);

      if (!wa_is_empty (wa_json_get_text (&place)))
        return g_strdup (wa_json_get_text (&place));
    }

  return NULL;
}

/* What 1msg's texts mean, where they name none of Meta's numbers. */
typedef struct
{
  const char   *words[2];   /* all of them, in any case */
  WaError       code;
  WaErrorClass  klass;
  gint64        meta_code;  /* whose advice fits */
  const char   *advice;
} Hint;

static const Hint hints[] = {
  { { "dialog window is closed" }, WA_ERROR_REJECTED, WA_ERROR_CLASS_FIX, 131047, NULL },
  { { "outside the allowed window" }, WA_ERROR_REJECTED, WA_ERROR_CLASS_FIX, 131047, NULL },
  { { "re-engagement" }, WA_ERROR_REJECTED, WA_ERROR_CLASS_FIX, 131047, NULL },
  { { "template is not defined" }, WA_ERROR_REJECTED, WA_ERROR_CLASS_FIX, 0,
    N_("Its name, its language or its namespace is missing. Refresh the templates and choose it again.") },
  { { "template", "not found" }, WA_ERROR_REJECTED, WA_ERROR_CLASS_FIX, 0,
    N_("This channel doesn’t have the template. Refresh the templates and choose another one.") },
  { { "template", "does not exist" }, WA_ERROR_REJECTED, WA_ERROR_CLASS_FIX, 0,
    N_("This channel doesn’t have the template. Refresh the templates and choose another one.") },
  { { "too many request" }, WA_ERROR_RATE_LIMITED, WA_ERROR_CLASS_WAIT, 0,
    N_("Too many requests. WaDesk waits and goes on by itself.") },
  { { "rate limit" }, WA_ERROR_RATE_LIMITED, WA_ERROR_CLASS_WAIT, 0,
    N_("Too many requests. WaDesk waits and goes on by itself.") },
  { { "wrong token" }, WA_ERROR_AUTH, WA_ERROR_CLASS_STOP, 0,
    N_("The token was not accepted. Enter it again in the account’s settings.") },
  { { "invalid token" }, WA_ERROR_AUTH, WA_ERROR_CLASS_STOP, 0,
    N_("The token was not accepted. Enter it again in the account’s settings.") },
  { { "unauthorized" }, WA_ERROR_AUTH, WA_ERROR_CLASS_STOP, 0,
    N_("The token was not accepted. Enter it again in the account’s settings.") },
};

static const Hint *
find_hint (const char *said)
{
  g_autofree char *lower = g_ascii_strdown (wa_or_empty (said), -1);

  for (gsize i = 0; i < G_N_ELEMENTS (hints); i++)
    if (strstr (lower, hints[i].words[0]) != NULL &&
        (hints[i].words[1] == NULL || strstr (lower, hints[i].words[1]) != NULL))
      return &hints[i];

  return NULL;
}

static void
apply_hint (WaProvider  *provider,
            const char  *said,
            GError     **error)
{
  const Hint *hint = find_hint (said);
  WaMetaCode code = { hint != NULL ? hint->meta_code : 0, 0 };
  g_autofree char *meta_advice = NULL;

  if (hint == NULL)
    return;

  if (hint->advice == NULL)
    meta_advice = wa_meta_error_dup_text (&code);
  wa_failure_reword (provider, said, hint->advice != NULL ? _(hint->advice) : meta_advice, error);
  wa_error_set_code (*error, hint->meta_code);
  wa_error_set_class (*error, hint->klass);
  wa_error_set_passing (*error, hint->code == WA_ERROR_RATE_LIMITED);
  (*error)->code = (int) hint->code;
}

static char *
dup_plain_text (const WaAnswer *answer)
{
  GBytes *body = wa_answer_get_body (answer);
  gsize length;
  const char *data = g_bytes_get_data (body, &length);
  g_autofree char *text = NULL;

  if (length == 0 || !g_utf8_validate (data, (gssize) length, NULL) ||
      g_utf8_strlen (data, (gssize) length) >= MOST_PLAIN_CHARACTERS)
    return NULL;

  text = g_strstrip (g_strndup (data, length));

  return text[0] != '<' ? g_steal_pointer (&text) : NULL;
}

/* Newer channels lack some operations: that is no trouble, and the row goes. */
static gboolean
is_missing (const WaOperation *operation,
            guint              status)
{
  return (operation->flags & WA_OP_OPTIONAL) != 0 && (status == 404 || status == 405 || status == 501);
}

void
wa_onemsg_adjust_error (WaProvider         *provider,
                        const WaOperation  *operation,
                        const WaAnswer     *answer,
                        const WaJson       *root,
                        GError            **error)
{
  gboolean plain = root->node == NULL && wa_answer_get_status (answer) >= 400;
  g_autofree char *said = plain ? dup_plain_text (answer) : wa_onemsg_dup_error_text (provider, root);

  if (is_missing (operation, wa_answer_get_status (answer)))
    {
      wa_failure_reword (provider, NULL, _("This channel doesn’t offer that. "
                                           "Use 1msg’s own web page for it."), error);
      (*error)->code = WA_ERROR_UNSUPPORTED;
      wa_provider_disable (provider, operation->number);
      return;
    }

  if (plain && said != NULL)
    {
      g_autofree char *advice = g_strdup ((*error)->message);

      wa_failure_reword (provider, said, advice, error);
    }
  if (g_error_matches (*error, WA_ERROR, WA_ERROR_REJECTED) && wa_error_get_code (*error) == 0)
    apply_hint (provider, said, error);
}
