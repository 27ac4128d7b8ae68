/* property-match.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/wa-json.h"
#include "model/wa-record.h"

G_BEGIN_DECLS

void property_match_assert (WaRecord     *result,
                            const char   *property,
                            const WaJson *wanted);

G_END_DECLS
