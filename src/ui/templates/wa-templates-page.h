/* wa-templates-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/widgets/wa-account-page.h"

G_BEGIN_DECLS

/**
 * WaTemplatesPage:
 *
 * The page "Templates" of the window.
 */
#define WA_TYPE_TEMPLATES_PAGE (wa_templates_page_get_type ())
G_DECLARE_FINAL_TYPE (WaTemplatesPage, wa_templates_page, WA, TEMPLATES_PAGE, WaAccountPage)

G_END_DECLS
