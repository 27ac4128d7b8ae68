/* wadesk-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bench/first-frame.h"
#include "ui/wa-application.h"

/* The whole program, started as main() starts it, until its first frame. */

int
main (int   argc,
      char *argv[])
{
  g_autoptr(WaApplication) application = wa_application_new ();

  g_application_set_flags (G_APPLICATION (application),
                           g_application_get_flags (G_APPLICATION (application)) | G_APPLICATION_NON_UNIQUE);
  bench_watch_first_frame (GTK_APPLICATION (application));

  return g_application_run (G_APPLICATION (application), argc, argv);
}
