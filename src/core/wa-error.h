/* wa-error.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WaError:
 *
 * What can be done about a failure.  The user interface switches on the code, never on a provider's own
 * number.  Cancelling is always %G_IO_ERROR_CANCELLED, never one of these.
 *
 * @WA_ERROR_NETWORK: not reached, and nothing was performed: try again
 * @WA_ERROR_TLS: the server is not who it says it is: stop
 * @WA_ERROR_AUTH: the key was not accepted: enter it again
 * @WA_ERROR_NOT_FOUND: the thing is gone: refresh
 * @WA_ERROR_RATE_LIMITED: too fast: wait wa_error_get_retry_after() seconds
 * @WA_ERROR_REJECTED: the system said no, in its own words
 * @WA_ERROR_INVALID: we said no before anything was sent: correct a value
 * @WA_ERROR_UNSUPPORTED: this account cannot do that
 * @WA_ERROR_PROTOCOL: the answer can't be read
 * @WA_ERROR_UNCERTAIN: the request may have been performed
 * @WA_ERROR_STORE: the disk: full, locked or damaged
 */
typedef enum
{
  WA_ERROR_NETWORK,
  WA_ERROR_TLS,
  WA_ERROR_AUTH,
  WA_ERROR_NOT_FOUND,
  WA_ERROR_RATE_LIMITED,
  WA_ERROR_REJECTED,
  WA_ERROR_INVALID,
  WA_ERROR_UNSUPPORTED,
  WA_ERROR_PROTOCOL,
  WA_ERROR_UNCERTAIN,
  WA_ERROR_STORE,
} WaError;

/**
 * WaErrorClass:
 *
 * What the outbox does about a failure of one message.
 *
 * @WA_ERROR_CLASS_NONE: nobody knows
 * @WA_ERROR_CLASS_WAIT: passes by itself within minutes: try again, a few times
 * @WA_ERROR_CLASS_LATER: passes in hours or days
 * @WA_ERROR_CLASS_FIX: the same request fails again: show where it is repaired
 * @WA_ERROR_CLASS_NEVER: this person can't or won't get it: leave them out
 * @WA_ERROR_CLASS_STOP: the account has a problem: halt everything and ask
 */
typedef enum
{
  WA_ERROR_CLASS_NONE,
  WA_ERROR_CLASS_WAIT,
  WA_ERROR_CLASS_LATER,
  WA_ERROR_CLASS_FIX,
  WA_ERROR_CLASS_NEVER,
  WA_ERROR_CLASS_STOP,
} WaErrorClass;

#define WA_ERROR (wa_error_quark ())
GQuark wa_error_quark (void);

void        wa_error_set_http_status (GError       *error,
                                      guint         status);
guint       wa_error_get_http_status (const GError *error);
void        wa_error_set_retry_after (GError       *error,
                                      int           seconds);
int         wa_error_get_retry_after (const GError *error);
void        wa_error_set_code        (GError       *error,
                                      gint64        code);
gint64      wa_error_get_code        (const GError *error);
void        wa_error_set_passing     (GError       *error,
                                      gboolean      passing);
gboolean    wa_error_get_passing     (const GError *error);
void        wa_error_set_class       (GError       *error,
                                      WaErrorClass  klass);
WaErrorClass wa_error_get_class      (const GError *error);
const char *wa_error_nick            (WaError       code);
const char *wa_error_class_nick      (WaErrorClass  klass);

G_END_DECLS
