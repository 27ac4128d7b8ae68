/* wa-sandbox-pabbly.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sandbox/wa-sandbox-dialect.h"

G_BEGIN_DECLS

/* Pabbly Chatflow, REST API v1. */
extern const WaSandboxDialect wa_sandbox_pabbly;

G_END_DECLS
