/* wa-compose-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "session/wa-account.h"

G_BEGIN_DECLS

/**
 * WaComposeDialog:
 *
 * A window in which one message is written.
 */
#define WA_TYPE_COMPOSE_DIALOG (wa_compose_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WaComposeDialog, wa_compose_dialog, WA, COMPOSE_DIALOG, AdwWindow)

WaComposeDialog *wa_compose_dialog_new (WaAccount  *account,
                                        WaContact  *recipient,
                                        WaTemplate *template);

G_END_DECLS
