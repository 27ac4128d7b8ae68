/* wa-queued-message.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-message.h"

G_BEGIN_DECLS

WaMessage *wa_queued_message_new (WaOutgoing *outgoing);

G_END_DECLS
