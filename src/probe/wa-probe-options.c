/* wa-probe-options.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "probe/wa-probe-options.h"

static gboolean
refuse_secret (const char  *option,
               const char  *value,
               gpointer     data,
               GError     **error)
{
  g_set_error (error, WA_ERROR, WA_ERROR_INVALID,
               _("A key is never an argument: everybody on this computer can read those. "
                 "Put it into the environment variable %s, or name a file with %s."),
               "WADESK_TOKEN", "--token-file");

  return FALSE;
}

#define SECRET(name) \
  { name, 0, G_OPTION_FLAG_HIDDEN | G_OPTION_FLAG_OPTIONAL_ARG, G_OPTION_ARG_CALLBACK, refuse_secret, NULL, NULL }

/* The library's own sentence holds the whole argument, and with it whatever was meant to be secret. */
static void
explain_unknown_option (GError **error)
{
  char *value = strchr ((*error)->message, '=');

  if (g_error_matches (*error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION) && value != NULL)
    *value = '\0';
}

static gboolean
take_rest (WaProbeOptions  *self,
           char           **rest,
           GError         **error)
{
  gsize n = rest != NULL ? g_strv_length (rest) : 0;

  if (n > (self->help_args ? 1 : 2) || (self->list && n > 0))
    {
      g_set_error (error, WA_ERROR, WA_ERROR_INVALID,
                   _("There are more arguments than expected. See %s."), "wadesk-probe --help");
      return FALSE;
    }
  if (n == 0 && !self->list)
    {
      g_set_error (error, WA_ERROR, WA_ERROR_INVALID,
                   _("Say which operation: one of those that %s prints."), "wadesk-probe --list");
      return FALSE;
    }

  self->operation = n > 0 ? g_strdup (rest[0]) : NULL;
  self->args = n > 1 ? g_strdup (rest[1]) : NULL;

  return TRUE;
}

static const char summary[] =
  N_("Does one operation on one account, without a window: for support and for tests.\n"
     "\n"
     "OPERATION is a number or a name that --list prints. ARGS is a file with its arguments as JSON,\n"
     "“-” is the standard input; --help-args says what can be in it. The account’s key is in the\n"
     "environment variable WADESK_TOKEN or in a file, never an argument.");

static const char description[] =
  N_("What the system answered is printed as JSON. The exit status is 0 if it was done, 1 if the\n"
     "system refused, 2 if it was refused before anything was sent, 3 if the system was not reached,\n"
     "4 if its answer can’t be read or kept, 5 if nobody can know whether it was done.");

/**
 * wa_probe_options_parse:
 *
 * Returns: %TRUE, or %FALSE with an error that shows nothing of what may be secret
 */
gboolean
wa_probe_options_parse (WaProbeOptions   *self,
                        int              *argc,
                        char           ***argv,
                        GError          **error)
{
  g_auto(GStrv) rest = NULL;
  const GOptionEntry entries[] = {
    { "list", 0, 0, G_OPTION_ARG_NONE, &self->list, N_("Print every operation: number, name, flags"), NULL },
    { "help-args", 0, 0, G_OPTION_ARG_NONE, &self->help_args,
      N_("Print what an operation takes, and an example"), NULL },
    { "provider", 0, 0, G_OPTION_ARG_STRING, &self->provider, N_("The system"), "ID" },
    { "base-url", 0, 0, G_OPTION_ARG_STRING, &self->base_url, N_("The address of the account"), "URL" },
    /* As bytes: settings are UTF-8, whatever the terminal is. */
    { "set", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->settings,
      N_("Another setting of the account"), "KEY=VALUE" },
    { "token-file", 0, 0, G_OPTION_ARG_FILENAME, &self->token_file, N_("Where the account’s key is"), "FILE" },
    { "file", 0, 0, G_OPTION_ARG_FILENAME, &self->file, N_("The file to send or to upload"), "FILE" },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &self->output, N_("Where a received file goes"), "FILE" },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &self->dry_run, N_("Print the request instead of sending it"), NULL },
    { "retry", 0, 0, G_OPTION_ARG_NONE, &self->retry, N_("Wait and try again, as the application does"), NULL },
    { "verbose", 0, 0, G_OPTION_ARG_NONE, &self->verbose, N_("Tell what happens on the way"), NULL },
    SECRET ("token"),
    SECRET ("key"),
    SECRET ("api-key"),
    SECRET ("password"),
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &rest, NULL, NULL },
    { NULL }
  };
  g_autoptr(GOptionContext) context = g_option_context_new ("[OPERATION [ARGS]]");

  g_option_context_set_summary (context, _(summary));
  g_option_context_set_description (context, _(description));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, error))
    {
      explain_unknown_option (error);
      return FALSE;
    }

  return take_rest (self, rest, error);
}

void
wa_probe_options_clear (WaProbeOptions *self)
{
  g_clear_pointer (&self->provider, g_free);
  g_clear_pointer (&self->base_url, g_free);
  g_clear_pointer (&self->settings, g_strfreev);
  g_clear_pointer (&self->token_file, g_free);
  g_clear_pointer (&self->file, g_free);
  g_clear_pointer (&self->output, g_free);
  g_clear_pointer (&self->operation, g_free);
  g_clear_pointer (&self->args, g_free);
}
