/* wa-sandbox-whatsjet.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sandbox/wa-sandbox-dialect.h"

G_BEGIN_DECLS

/* A WhatsJet server with one vendor, and with the operations that only newer versions have. */
extern const WaSandboxDialect wa_sandbox_whatsjet;

G_END_DECLS
