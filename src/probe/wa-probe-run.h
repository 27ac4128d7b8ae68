/* wa-probe-run.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "probe/wa-probe-options.h"

G_BEGIN_DECLS

/**
 * WaProbeStatus:
 * @WA_PROBE_DONE: it was done
 * @WA_PROBE_REFUSED: the system said no
 * @WA_PROBE_INVALID: we said no, before anything was sent
 * @WA_PROBE_UNREACHED: nobody answered, and nothing was done
 * @WA_PROBE_UNREADABLE: the answer can't be read, or not be kept
 * @WA_PROBE_UNCERTAIN: it may have been done
 *
 * The exit status.
 */
typedef enum
{
  WA_PROBE_DONE,
  WA_PROBE_REFUSED,
  WA_PROBE_INVALID,
  WA_PROBE_UNREACHED,
  WA_PROBE_UNREADABLE,
  WA_PROBE_UNCERTAIN,
} WaProbeStatus;

WaProbeStatus wa_probe_run (const WaProbeOptions  *options,
                            GError               **error);

G_END_DECLS
