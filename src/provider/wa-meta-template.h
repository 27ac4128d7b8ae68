/* wa-meta-template.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "provider/wa-mapping.h"

G_BEGIN_DECLS

/* One element of a template's `components` in Meta's own form, which most systems pass on. */
extern const WaMappingTable wa_meta_component_table;

/* One of its buttons. */
extern const WaMappingTable wa_meta_button_table;

G_END_DECLS
