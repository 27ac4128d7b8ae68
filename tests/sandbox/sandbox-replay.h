/* sandbox-replay.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "sandbox/sandbox-client.h"

G_BEGIN_DECLS

/* Plays the requests of a file in data/, one after the other: `name`, `method`, `path`, and `type`
 * and `body` where there is one.  @replacements are pairs of a text of the file and what the demo
 * has instead, ended by NULL.  @check is called after each. */
void replay (Client            *client,
             const char        *file,
             const char        *header,
             const char        *value,
             const char *const *replacements,
             void             (*check) (Client *client, const char *name));

G_END_DECLS
