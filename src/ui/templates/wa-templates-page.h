/* wa-templates-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "session/wa-account.h"

G_BEGIN_DECLS

/**
 * WaTemplatesPage:
 *
 * The page "Templates" of the window.
 *
 * Properties: `account` (#WaAccount, nullable), `folded`: whether the page has the window for itself, so that it shows the way back
 * to the sidebar.
 */
#define WA_TYPE_TEMPLATES_PAGE (wa_templates_page_get_type ())
G_DECLARE_FINAL_TYPE (WaTemplatesPage, wa_templates_page, WA, TEMPLATES_PAGE, AdwBin)

G_END_DECLS
