/* wa-client.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/wa-connection.h"
#include "model/wa-op.h"
#include "provider/wa-provider.h"

G_BEGIN_DECLS

/**
 * WaClient:
 *
 * Runs any operation of one account: finds the row, builds, authorizes, waits for its turn, sends,
 * reads, falls back, tries again what may be tried again.  Main thread only.
 *
 * Property `patience` (double): all waits between requests are multiplied by it; 1.  For tests.
 * Property `impatient` (boolean): everything is tried once only; no.
 * Property `http` (#WaHttp, read-only).
 *
 * Signal `paused (gint64 until, const char *reason)`: nothing is asked before @until (Unix
 * seconds); @reason is for the user.
 * Signal `auth-failed ()`: the system did not accept the key.
 * Signal `sign-in-renewed (const char *secret)`: a sign-in with a password goes on; @secret is to be kept.
 */
#define WA_TYPE_CLIENT (wa_client_get_type ())
G_DECLARE_FINAL_TYPE (WaClient, wa_client, WA, CLIENT, GObject)

/**
 * WaClientStep:
 * @WA_CLIENT_SENDING: the request may leave as soon as the turn is returned
 * @WA_CLIENT_WAITING: it certainly was not performed; the client waits and tries again
 */
typedef enum
{
  WA_CLIENT_SENDING,
  WA_CLIENT_WAITING,
} WaClientStep;

/**
 * WaClientStepFunc:
 * @turn: returned with g_task_return_boolean() to go on, with g_task_return_error() to end the run
 *   with that error
 *
 * Lets the caller write down what is about to happen, durably, before it does.  It keeps a
 * reference to @turn for as long as it takes.  %WA_CLIENT_SENDING comes before every try.
 */
typedef void (*WaClientStepFunc) (WaClient     *client,
                                  WaClientStep  step,
                                  GTask        *turn,
                                  gpointer      user_data);

WaClient   *wa_client_new             (WaProvider           *provider);
WaProvider *wa_client_get_provider    (WaClient             *self);
void        wa_client_set_token       (WaClient             *self,
                                       const char           *token);
gboolean    wa_client_has_token       (WaClient             *self);
void        wa_client_take_sign_in    (WaClient             *self,
                                       WaConnection         *connection);
void        wa_client_close           (WaClient             *self);

void        wa_client_run_async       (WaClient             *self,
                                       WaOp                  op,
                                       GObject              *args,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
void        wa_client_run_full_async  (WaClient             *self,
                                       WaOp                  op,
                                       GObject              *args,
                                       WaClientStepFunc      step,
                                       gpointer              step_data,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
GObject    *wa_client_run_finish      (WaClient             *self,
                                       GAsyncResult         *result,
                                       GError              **error);
gboolean    wa_client_may_have_left   (WaClient             *self,
                                       GAsyncResult         *result);
JsonNode   *wa_client_describe        (WaClient             *self,
                                       WaOp                  op,
                                       GObject              *args,
                                       GError              **error);

void        wa_client_test_async      (WaClient             *self,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
char       *wa_client_test_finish     (WaClient             *self,
                                       GAsyncResult         *result,
                                       GError              **error);

G_END_DECLS
