/* first-frame.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdio.h>
#include <string.h>

#include "bench/first-frame.h"

/* Whoever starts the program says when, so that loading it counts too. */
#define STARTED "BENCH_STARTED_USEC"

static long
resident_kib (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;

  line = strstr (status, "VmRSS:");

  return line != NULL ? strtol (line + strlen ("VmRSS:"), NULL, 10) : 0;
}

static gboolean
quit_cb (gpointer user_data)
{
  g_application_quit (user_data);

  return G_SOURCE_REMOVE;
}

static void
on_after_paint_cb (GdkFrameClock *clock,
                   GtkWidget     *window)
{
  const char *started = g_getenv (STARTED);
  gint64 since = started != NULL ? g_ascii_strtoll (started, NULL, 10) : 0;
  GApplication *application = g_application_get_default ();

  g_signal_handlers_disconnect_by_func (clock, on_after_paint_cb, window);
  printf ("%.1f %ld\n", (double) (g_get_monotonic_time () - since) / 1000.0, resident_kib ());
  fflush (stdout);
  g_idle_add_full (G_PRIORITY_HIGH, quit_cb, application, NULL);
}

static void
on_map_cb (GtkWidget *window)
{
  g_signal_connect_object (gtk_widget_get_frame_clock (window), "after-paint",
                           G_CALLBACK (on_after_paint_cb), window, 0);
}

static void
on_window_added_cb (GtkApplication *application,
                    GtkWindow      *window)
{
  g_signal_connect (window, "map", G_CALLBACK (on_map_cb), NULL);
}

/**
 * bench_watch_first_frame:
 *
 * Prints milliseconds from the start to the first frame, and the memory then in KiB; then quits.
 */
void
bench_watch_first_frame (GtkApplication *application)
{
  g_signal_connect (application, "window-added", G_CALLBACK (on_window_added_cb), NULL);
}
