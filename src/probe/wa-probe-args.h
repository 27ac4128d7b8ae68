/* wa-probe-args.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/wa-json.h"
#include "provider/wa-provider.h"

G_BEGIN_DECLS

/**
 * WaProbeArgs:
 * @document: the JSON form of a model, whichever
 * @bytes: (nullable): the content of a file
 *
 * The arguments of an operation as a person gives them.
 */
typedef struct
{
  WaJsonDocument *document;
  GBytes         *bytes;
  char           *filename;
  char           *mime_type;
} WaProbeArgs;

WaProbeArgs       *wa_probe_args_new_bytes (GBytes             *text,
                                            GError            **error);
WaProbeArgs       *wa_probe_args_new_file  (const char         *path,
                                            GError            **error);
void               wa_probe_args_free      (WaProbeArgs        *self);
gboolean           wa_probe_args_attach    (WaProbeArgs        *self,
                                            const char         *path,
                                            GError            **error);
const WaOperation *wa_probe_args_resolve   (WaProbeArgs        *self,
                                            WaProvider         *provider,
                                            GPtrArray          *rows,
                                            GObject           **model,
                                            GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaProbeArgs, wa_probe_args_free)

G_END_DECLS
