/* ui-fixture.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "session/wa-accounts.h"

G_BEGIN_DECLS

/* What people's names are, and what a careless program trips over. */
#define UI_N_AWKWARD_TEXTS 6

/* Returns: (transfer full) */
char        *ui_awkward_text   (guint            i);

/* Waits until @is_done says so; fails the test after half a minute. */
void         ui_wait_until     (gboolean       (*is_done) (gpointer data),
                                gpointer         data);
void         ui_settle         (void);

/* The first widget of @type below @root, that is shown and whose text, label, title or tooltip is @text (NULL: any). */
GtkWidget   *ui_find           (GtkWidget       *root,
                                GType            type,
                                const char      *text);

/* Accounts in a new directory with the demo opened in it and refreshed. */
WaAccounts  *ui_open_demo      (WaAccount      **account);
void         ui_close_demo     (WaAccounts      *accounts);

void         ui_init           (int             *argc,
                                char          ***argv);

G_END_DECLS
