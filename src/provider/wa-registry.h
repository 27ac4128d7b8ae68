/* wa-registry.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "provider/wa-provider.h"

G_BEGIN_DECLS

guint                 wa_registry_get_n_providers (void);
const WaProviderInfo *wa_registry_get_info        (guint        index);
const WaProviderInfo *wa_registry_find            (const char  *id);
WaProvider           *wa_registry_new_provider    (const char  *id,
                                                   GError     **error);

G_END_DECLS
