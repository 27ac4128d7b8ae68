/* wa-fold.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char  *wa_fold_text   (const char *text);
char **wa_fold_search (const char *text);

G_END_DECLS
