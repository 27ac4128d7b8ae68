/* wa-sandbox-media.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

#define WA_SANDBOX_MEDIA_PATH "/_media"

void    wa_sandbox_media_answer      (SoupServerMessage *message);
GBytes *wa_sandbox_media_dup_picture (const char        *name);

G_END_DECLS
