/* wa-window.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "session/wa-accounts.h"

G_BEGIN_DECLS

/**
 * WaWindow:
 *
 * The main window: a sidebar with the account and its pages, and the page that is shown.  It belongs to the application.
 *
 * Properties: `accounts` (#WaAccounts), `account` (the one that is shown, nullable).
 *
 * Actions for whoever is inside: `win.show-page` (s: `contacts`, `templates`, `outbox`), `win.show-sidebar`,
 * `win.new-message`, `win.new-contact`, `win.search`, `win.refresh`, `win.cancel-refresh`, `win.switch-account` (s: its id),
 * `win.edit-account`.
 */
#define WA_TYPE_WINDOW (wa_window_get_type ())
G_DECLARE_FINAL_TYPE (WaWindow, wa_window, WA, WINDOW, AdwApplicationWindow)

WaWindow  *wa_window_new         (GtkApplication *application,
                                  WaAccounts     *accounts);
void       wa_window_start       (WaWindow       *self);
WaAccount *wa_window_get_account (WaWindow       *self);
void       wa_window_set_account (WaWindow       *self,
                                  WaAccount      *account);

void       wa_window_toast       (GtkWidget      *from,
                                  const char     *text);
void       wa_window_compose     (GtkWidget      *from,
                                  WaContact      *recipient,
                                  WaTemplate     *template);

G_END_DECLS
