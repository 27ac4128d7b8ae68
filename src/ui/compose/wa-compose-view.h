/* wa-compose-view.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "session/wa-account.h"

G_BEGIN_DECLS

/**
 * WaComposeView:
 *
 * One message being written: to whom, what, and beside it what the phone will show.  With a template of its own it is that template's
 * form; without one it offers all kinds of messages that the account can send.  What is typed is kept as a draft.
 *
 * Properties: `title`, `subtitle`, `back-visible`.  Action: `compose.send`.
 * Signals: `sent (WaMessage *)`: it is in the outbox; `back`: the user wants to leave.
 */
#define WA_TYPE_COMPOSE_VIEW (wa_compose_view_get_type ())
G_DECLARE_FINAL_TYPE (WaComposeView, wa_compose_view, WA, COMPOSE_VIEW, GtkBox)

GtkWidget *wa_compose_view_new           (void);
void       wa_compose_view_open          (WaComposeView *self,
                                          WaAccount     *account,
                                          WaTemplate    *template);
void       wa_compose_view_set_recipient (WaComposeView *self,
                                          WaContact     *recipient);
void       wa_compose_view_send          (WaComposeView *self);

G_END_DECLS
