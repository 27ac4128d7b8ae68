/* wa-sandbox-wabotick.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sandbox/wa-sandbox-dialect.h"

G_BEGIN_DECLS

/* Wabotick, a white label of the BotSailor family. */
extern const WaSandboxDialect wa_sandbox_wabotick;

G_END_DECLS
