/* wa-pabbly-provider.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "provider/wa-provider.h"

G_BEGIN_DECLS

#define WA_TYPE_PABBLY_PROVIDER (wa_pabbly_provider_get_type ())
G_DECLARE_FINAL_TYPE (WaPabblyProvider, wa_pabbly_provider, WA, PABBLY_PROVIDER, WaProvider)

G_END_DECLS
