/* wa-onemsg-provider.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "provider/wa-provider.h"

G_BEGIN_DECLS

#define WA_TYPE_ONEMSG_PROVIDER (wa_onemsg_provider_get_type ())
G_DECLARE_FINAL_TYPE (WaOnemsgProvider, wa_onemsg_provider, WA, ONEMSG_PROVIDER, WaProvider)

G_END_DECLS
