/* main.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "probe/wa-probe-help.h"
#include "probe/wa-probe-options.h"
#include "probe/wa-probe-rows.h"
#include "probe/wa-probe-run.h"

static WaProbeStatus
probe (WaProbeOptions  *options,
       GError         **error)
{
  if (options->list)
    return wa_probe_rows_print (options->provider, error) ? WA_PROBE_DONE : WA_PROBE_INVALID;
  if (options->help_args)
    return wa_probe_help_print (options, error) ? WA_PROBE_DONE : WA_PROBE_INVALID;

  return wa_probe_run (options, error);
}

int
main (int   argc,
      char *argv[])
{
  g_auto(WaProbeOptions) options = { 0 };
  g_autoptr(GError) error = NULL;
  WaProbeStatus status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, WA_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("wadesk-probe");
  /* The output is JSON and nothing else. */
  g_log_writer_default_set_use_stderr (TRUE);

  if (!wa_probe_options_parse (&options, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return WA_PROBE_INVALID;
    }

  if (options.verbose)
    g_setenv ("G_MESSAGES_DEBUG", "wadesk-core", TRUE);

  status = probe (&options, &error);
  if (error != NULL)
    g_printerr ("%s\n", error->message);
  if (g_error_matches (error, WA_ERROR, WA_ERROR_RATE_LIMITED) && !options.retry)
    g_printerr (_("It was tried once. With %s it waits and tries again.\n"), "--retry");

  return (int) status;
}
