/* wa-whatomate-provider.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "provider/wa-provider.h"

G_BEGIN_DECLS

#define WA_TYPE_WHATOMATE_PROVIDER (wa_whatomate_provider_get_type ())
G_DECLARE_FINAL_TYPE (WaWhatomateProvider, wa_whatomate_provider, WA, WHATOMATE_PROVIDER, WaProvider)

G_END_DECLS
