/* wa-address.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char    *wa_address_normalize  (const char  *text,
                                GError     **error);
gboolean wa_address_is_private (GUri        *uri);

G_END_DECLS
