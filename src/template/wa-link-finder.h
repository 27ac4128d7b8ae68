/* wa-link-finder.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean wa_link_is_address (const char *word,
                             gsize       length);
gboolean wa_link_is_mail    (const char *word,
                             gsize       length);
gboolean wa_link_find_phone (const char *text,
                             gsize       from,
                             gsize       to,
                             gsize      *start,
                             gsize      *end);
gboolean wa_link_has_suffix (const char *address,
                             const char *suffixes);

G_END_DECLS
