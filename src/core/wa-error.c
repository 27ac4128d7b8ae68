/* wa-error.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "core/wa-error.h"

typedef struct
{
  guint        http_status;  /* 0 where there was no answer */
  int          retry_after;  /* seconds; -1 where the server did not say */
  gint64       code;         /* the numeric code of the provider or of Meta; 0 where there is none */
  gboolean     passing;      /* the same request may well succeed on a second try */
  WaErrorClass klass;
} WaErrorPrivate;

static void
wa_error_private_init (WaErrorPrivate *priv)
{
  priv->retry_after = -1;
}

static void
wa_error_private_copy (const WaErrorPrivate *from,
                       WaErrorPrivate       *to)
{
  *to = *from;
}

static void
wa_error_private_clear (WaErrorPrivate *priv)
{
}

G_DEFINE_EXTENDED_ERROR (WaError, wa_error)

static WaErrorPrivate *
peek (const GError *error)
{
  return error != NULL && error->domain == WA_ERROR ? wa_error_get_private (error) : NULL;
}

/**
 * wa_error_set_http_status:
 * @error: an error of any domain; does nothing unless it is ours
 *
 * Keeps the HTTP status that came with @error.
 */
void
wa_error_set_http_status (GError *error,
                          guint   status)
{
  WaErrorPrivate *priv = peek (error);

  if (priv != NULL)
    priv->http_status = status;
}

/**
 * wa_error_get_http_status:
 *
 * Returns: the HTTP status that came with @error, or 0
 */
guint
wa_error_get_http_status (const GError *error)
{
  WaErrorPrivate *priv = peek (error);

  return priv != NULL ? priv->http_status : 0;
}

/**
 * wa_error_set_retry_after:
 *
 * Keeps how many seconds the server asked to wait.
 */
void
wa_error_set_retry_after (GError *error,
                          int     seconds)
{
  WaErrorPrivate *priv = peek (error);

  if (priv != NULL)
    priv->retry_after = seconds;
}

/**
 * wa_error_get_retry_after:
 *
 * Returns: seconds to wait, or -1 where the server did not say
 */
int
wa_error_get_retry_after (const GError *error)
{
  WaErrorPrivate *priv = peek (error);

  return priv != NULL ? priv->retry_after : -1;
}

/**
 * wa_error_set_code:
 *
 * Keeps the numeric code that the provider, or Meta through it, gave.
 */
void
wa_error_set_code (GError *error,
                   gint64  code)
{
  WaErrorPrivate *priv = peek (error);

  if (priv != NULL)
    priv->code = code;
}

/**
 * wa_error_get_code:
 *
 * Returns: the provider's or Meta's numeric code, or 0
 */
gint64
wa_error_get_code (const GError *error)
{
  WaErrorPrivate *priv = peek (error);

  return priv != NULL ? priv->code : 0;
}

/**
 * wa_error_set_passing:
 *
 * Notes that @error is likely to pass by itself: a cut-off answer, a server that is restarting.
 */
void
wa_error_set_passing (GError   *error,
                      gboolean  passing)
{
  WaErrorPrivate *priv = peek (error);

  if (priv != NULL)
    priv->passing = passing;
}

/**
 * wa_error_get_passing:
 *
 * Returns: whether an idempotent request is worth repeating after @error
 */
gboolean
wa_error_get_passing (const GError *error)
{
  WaErrorPrivate *priv = peek (error);

  return priv != NULL && priv->passing;
}

/**
 * wa_error_set_class:
 *
 * Keeps what kind of patience the failure asks for.
 */
void
wa_error_set_class (GError       *error,
                    WaErrorClass  klass)
{
  WaErrorPrivate *priv = peek (error);

  if (priv != NULL)
    priv->klass = klass;
}

/**
 * wa_error_get_class:
 *
 * Returns: what to do about it; %WA_ERROR_CLASS_NONE where nobody knows
 */
WaErrorClass
wa_error_get_class (const GError *error)
{
  WaErrorPrivate *priv = peek (error);

  return priv != NULL ? priv->klass : WA_ERROR_CLASS_NONE;
}

/**
 * wa_error_nick:
 *
 * Returns: the code as the specifications write it, such as `RATE_LIMITED`; for logs and tests
 */
const char *
wa_error_nick (WaError code)
{
  static const char *const nicks[] = {
    "NETWORK", "TLS", "AUTH", "NOT_FOUND", "RATE_LIMITED", "REJECTED",
    "INVALID", "UNSUPPORTED", "PROTOCOL", "UNCERTAIN", "STORE",
  };

  g_return_val_if_fail (code < G_N_ELEMENTS (nicks), "?");

  return nicks[code];
}

/**
 * wa_error_class_nick:
 *
 * Returns: a stable name, such as `later`; for logs, the store and tests
 */
const char *
wa_error_class_nick (WaErrorClass klass)
{
  static const char *const nicks[] = { "none", "wait", "later", "fix", "never", "stop" };

  g_return_val_if_fail (klass < G_N_ELEMENTS (nicks), "?");

  return nicks[klass];
}
