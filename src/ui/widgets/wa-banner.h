/* wa-banner.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * WaBanner:
 *
 * A line of text across a page that says what is the matter, with at most one button.  It shows itself while it has a
 * title.  What appears is read out: it is an alert.
 *
 * Properties: `title` (plain text), `button-label` ("" for none), `action-name` of the button.
 * Signal `button-clicked`.
 */
#define WA_TYPE_BANNER (wa_banner_get_type ())
G_DECLARE_FINAL_TYPE (WaBanner, wa_banner, WA, BANNER, AdwBin)

void        wa_banner_set_title        (WaBanner   *self,
                                        const char *title);
const char *wa_banner_get_title        (WaBanner   *self);
void        wa_banner_set_button_label (WaBanner   *self,
                                        const char *label);
void        wa_banner_set_action_name  (WaBanner   *self,
                                        const char *action_name);

G_END_DECLS
