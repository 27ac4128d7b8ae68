/* wa-time-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *wa_time_text_short (GDateTime *time);
char *wa_time_text_long  (GDateTime *time);

G_END_DECLS
