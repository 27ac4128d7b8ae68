/* wa-sandbox-people.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sandbox/wa-sandbox-world.h"

G_BEGIN_DECLS

void wa_sandbox_people_fill (WaSandboxWorld *world,
                             const WaJson   *people);

G_END_DECLS
