/* wa-template-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "session/wa-account.h"

G_BEGIN_DECLS

/**
 * WaTemplateDialog:
 *
 * Writes down what a template says, where the system tells only its name.
 *
 * Signal `described (WaTemplate *)`: it is stored; the dialog closes.
 */
#define WA_TYPE_TEMPLATE_DIALOG (wa_template_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WaTemplateDialog, wa_template_dialog, WA, TEMPLATE_DIALOG, AdwWindow)

WaTemplateDialog *wa_template_dialog_new (WaAccount  *account,
                                          WaTemplate *template);

G_END_DECLS
