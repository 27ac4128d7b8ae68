/* fuzz-answers.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fuzz/fuzz.h"
#include "provider/exchange.h"

/* Any bytes at all as an answer of the system FUZZ_PROVIDER.  The first byte of the input is the golden vector whose
 * operation is run, the second the status, the rest is the body; seeds.py writes inputs and reads them. */

#define N_CHOSEN 2

static VectorSuite *suite;

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  fuzz_init ();
  suite = vector_suite_load (FUZZ_PROVIDER);

  return 0;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(Exchange) exchange = NULL;
  WaJson vector;

  if (size < N_CHOSEN || data[0] >= wa_json_length (&suite->vectors))
    return -1;

  vector = wa_json_element (&suite->vectors, data[0]);
  exchange = exchange_new (suite, &vector);
  if (exchange == NULL)
    return -1;

  /* 200 to 263, then 300 to 363, up to 563. */
  exchange_feed (exchange, 200 + data[1] / 64 * 100 + data[1] % 64, data + N_CHOSEN, size - N_CHOSEN);

  return 0;
}
