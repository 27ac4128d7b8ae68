/* wa-contacts-page.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/widgets/wa-account-page.h"

G_BEGIN_DECLS

/**
 * WaContactsPage:
 *
 * The page "Contacts" of the window: the table, its search and filters, and the contact that is edited.  Changes that were not
 * saved are kept with their contact until they are saved or reverted.
 * Actions: `contacts.clear-search`, `contacts.clear-filters`.
 */
#define WA_TYPE_CONTACTS_PAGE (wa_contacts_page_get_type ())
G_DECLARE_FINAL_TYPE (WaContactsPage, wa_contacts_page, WA, CONTACTS_PAGE, WaAccountPage)

void  wa_contacts_page_search        (WaContactsPage *self);
void  wa_contacts_page_new_contact   (WaContactsPage *self);
guint wa_contacts_page_count_unsaved (WaContactsPage *self);

G_END_DECLS
