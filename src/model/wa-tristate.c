/* wa-tristate.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-tristate.h"

G_DEFINE_ENUM_TYPE (WaTristate, wa_tristate,
  G_DEFINE_ENUM_VALUE (WA_EITHER, "either"),
  G_DEFINE_ENUM_VALUE (WA_YES, "yes"),
  G_DEFINE_ENUM_VALUE (WA_NO, "no"))
