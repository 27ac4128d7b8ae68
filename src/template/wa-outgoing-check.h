/* wa-outgoing-check.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-outgoing.h"
#include "template/wa-template-problem.h"

G_BEGIN_DECLS

GListStore *wa_outgoing_check    (WaOutgoing  *outgoing);
gboolean    wa_outgoing_validate (WaOutgoing  *outgoing,
                                  GError     **error);

G_END_DECLS
