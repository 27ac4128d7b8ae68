/* wa-masking.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-record.h"

G_BEGIN_DECLS

void wa_mask_error  (GError     *error,
                     const char *secret);
void wa_mask_record (WaRecord   *record,
                     const char *secret);

G_END_DECLS
