/* fuzz.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdlib.h>

#include "fuzz/fuzz.h"

/* GLib's own way to be fatal is a trap for a debugger, which libFuzzer doesn't catch: the input would be lost. */
static GLogWriterOutput
write_log (GLogLevelFlags   level,
           const GLogField *fields,
           gsize            n_fields,
           gpointer         data)
{
  if ((level & (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING)) == 0)
    return G_LOG_WRITER_HANDLED;

  g_log_writer_standard_streams (level, fields, n_fields, NULL);
  abort ();
}

/* Makes warnings fatal, and the files in tests/ findable. */
void
fuzz_init (void)
{
  static char *names[] = { (char *) "fuzz", NULL };
  char **argv = names;
  int argc = 1;

  g_setenv ("G_TEST_SRCDIR", FUZZ_TESTS, FALSE);
  g_test_init (&argc, &argv, NULL);
  g_log_set_writer_func (write_log, NULL, NULL);
}
