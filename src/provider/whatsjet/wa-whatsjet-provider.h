/* wa-whatsjet-provider.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "provider/wa-provider.h"

G_BEGIN_DECLS

#define WA_TYPE_WHATSJET_PROVIDER (wa_whatsjet_provider_get_type ())
G_DECLARE_FINAL_TYPE (WaWhatsjetProvider, wa_whatsjet_provider, WA, WHATSJET_PROVIDER, WaProvider)

G_END_DECLS
