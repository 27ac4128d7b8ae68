/* wa-parameter-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/wa-parameter-field.h"

G_BEGIN_DECLS

/**
 * WaParameterRow:
 *
 * One value of a template's form: a label, an entry, and below it the help text or what is wrong.  Bound to its #WaParameterField
 * both ways; it knows nothing about keys.
 */
#define WA_TYPE_PARAMETER_ROW (wa_parameter_row_get_type ())
G_DECLARE_FINAL_TYPE (WaParameterRow, wa_parameter_row, WA, PARAMETER_ROW, GtkBox)

GtkWidget        *wa_parameter_row_new       (WaParameterField *field);
WaParameterField *wa_parameter_row_get_field (WaParameterRow   *self);

G_END_DECLS
