/* wa-account-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "session/wa-account.h"

G_BEGIN_DECLS

#define WA_TYPE_ACCOUNT_PAGE (wa_account_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (WaAccountPage, wa_account_page, WA, ACCOUNT_PAGE, AdwBin)

/**
 * WaAccountPageClass:
 * @leave: (nullable): the page still has the old account, which may be %NULL
 * @enter: (nullable): the page has the new one, which may be %NULL
 *
 * A page of the window, about one account.
 *
 * Properties: `account` (#WaAccount, nullable), `folded`: whether the page has the window for itself, so that it shows
 * the way back to the sidebar.
 */
struct _WaAccountPageClass
{
  AdwBinClass parent_class;

  void (*leave) (WaAccountPage *self);
  void (*enter) (WaAccountPage *self);
};

WaAccount *wa_account_page_get_account (WaAccountPage *self);
void       wa_account_page_set_account (WaAccountPage *self,
                                        WaAccount     *account);

G_END_DECLS
