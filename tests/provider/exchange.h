/* exchange.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "provider/vector-suite.h"

G_BEGIN_DECLS

/* One operation with the arguments of a golden vector, to be answered with whatever a test likes. */
typedef struct
{
  WaJson             vector;
  const char        *token;
  WaProvider        *provider;
  const WaOperation *operation;
  GObject           *args;
} Exchange;

Exchange *exchange_new   (VectorSuite  *suite,
                          const WaJson *vector);
void      exchange_free  (Exchange     *self);
guint     exchange_feed  (Exchange     *self,
                          guint         status,
                          const void   *data,
                          gsize         length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Exchange, exchange_free)

G_END_DECLS
