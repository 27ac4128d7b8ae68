/* server-fixture.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "provider/wa-provider.h"
#include "sandbox/wa-sandbox.h"
#include "session/wa-client.h"

G_BEGIN_DECLS

/**
 * Server:
 * @result: (nullable): what the last operation came to
 * @error: (nullable): why it failed
 *
 * A demo server, and a client that speaks to it over real HTTP.  The fixture of tests whose data is a dialect of the
 * demo: a system's id, with a temper of its servers behind a dash where it has several.
 */
typedef struct
{
  WaSandbox  *sandbox;
  WaProvider *provider;
  WaClient   *client;
  gboolean    done;
  GObject    *result;
  GError     *error;
} Server;

void     server_set_up       (Server        *self,
                              gconstpointer  dialect);
void     server_tear_down    (Server        *self,
                              gconstpointer  dialect);
void     server_connect      (Server        *self);
void     server_run_args     (Server        *self,
                              WaOp           op,
                              GObject       *args);
gpointer server_run          (Server        *self,
                              WaOp           op,
                              const char    *format,
                              ...) G_GNUC_PRINTF (3, 4);
void     server_assert_works (Server        *self);

G_END_DECLS
