/* wa-sandbox-onemsg.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sandbox/wa-sandbox-dialect.h"

G_BEGIN_DECLS

/* 1msg's WhatsApp Business API 2.39, of one channel. */
extern const WaSandboxDialect wa_sandbox_onemsg;

G_END_DECLS
