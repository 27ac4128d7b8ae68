/* wa-sandbox-whatomate.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sandbox/wa-sandbox-dialect.h"

G_BEGIN_DECLS

/* whatomate in three tempers: as its newer servers are, as the older ones (of which much is not
 * implemented), and as a newer one that keeps to its document where servers in the field don't: files
 * as links, and single messages marked as read. */
extern const WaSandboxDialect wa_sandbox_whatomate;
extern const WaSandboxDialect wa_sandbox_whatomate_g1;
extern const WaSandboxDialect wa_sandbox_whatomate_docs;

G_END_DECLS
