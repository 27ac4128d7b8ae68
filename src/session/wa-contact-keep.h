/* wa-contact-keep.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "provider/wa-provider.h"

G_BEGIN_DECLS

const char *const *wa_contact_get_kept (WaProvider *provider);

G_END_DECLS
