/* wa-tristate.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * WaTristate:
 *
 * A filter on a yes-or-no property: either, or one of them.
 */
typedef enum
{
  WA_EITHER,
  WA_YES,
  WA_NO,
} WaTristate;

GType wa_tristate_get_type (void);
#define WA_TYPE_TRISTATE (wa_tristate_get_type ())

G_END_DECLS
