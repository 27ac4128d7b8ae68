/* wa-phone.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *wa_phone_parse   (const char  *text,
                        GError     **error);
char *wa_phone_format  (const char  *digits);
char *wa_phone_isolate (const char  *digits);

G_END_DECLS
