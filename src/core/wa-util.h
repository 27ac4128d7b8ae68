/* wa-util.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean    wa_set_str        (char       **place,
                               const char  *value);
gboolean    wa_is_empty       (const char  *text);
const char *wa_or_empty       (const char  *text);
gboolean    wa_strv_equal     (const char *const *a,
                               const char *const *b);
gboolean    wa_is_web_page    (GBytes      *body);
char       *wa_clean_text     (const char  *text,
                               gsize        max_characters);

G_END_DECLS
