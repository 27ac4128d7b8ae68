/* wa-welcome-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * WaWelcomePage:
 *
 * What the window shows while there is no account.
 */
#define WA_TYPE_WELCOME_PAGE (wa_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (WaWelcomePage, wa_welcome_page, WA, WELCOME_PAGE, AdwBin)

G_END_DECLS
