/* wa-date-time-button.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * WaDateTimeButton:
 *
 * A button that opens a calendar and a clock.  Its property `value` is a time as ISO 8601 text in the computer's own time zone, or "" or
 * whatever was typed elsewhere that is no time.
 */
#define WA_TYPE_DATE_TIME_BUTTON (wa_date_time_button_get_type ())
G_DECLARE_FINAL_TYPE (WaDateTimeButton, wa_date_time_button, WA, DATE_TIME_BUTTON, GtkWidget)

G_END_DECLS
