/* wa-probe-options.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WaProbeOptions:
 * @settings: (nullable): `KEY=VALUE` of the account
 * @token_file: (nullable): holds the key; else it is in the environment
 * @file: (nullable): the content of a message or of an upload
 * @output: (nullable): where a received file goes
 * @operation: (nullable): its number or name
 * @args: (nullable): the file that holds its arguments; `-` is the standard input
 *
 * The command line.
 */
typedef struct
{
  gboolean   list;
  gboolean   help_args;
  gboolean   dry_run;
  gboolean   retry;
  gboolean   verbose;
  char      *provider;
  char      *base_url;
  char     **settings;
  char      *token_file;
  char      *file;
  char      *output;
  char      *operation;
  char      *args;
} WaProbeOptions;

gboolean wa_probe_options_parse (WaProbeOptions   *self,
                                 int              *argc,
                                 char           ***argv,
                                 GError          **error);
void     wa_probe_options_clear (WaProbeOptions   *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WaProbeOptions, wa_probe_options_clear)

G_END_DECLS
