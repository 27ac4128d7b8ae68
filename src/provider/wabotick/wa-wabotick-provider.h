/* wa-wabotick-provider.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "provider/wa-provider.h"

G_BEGIN_DECLS

/**
 * WaWabotickProvider:
 *
 * Wabotick, and the other names under which the same software is sold.  One operation is one request here;
 * what needs several is up to whoever runs them:
 *
 * - a new contact is created by its name and number alone, and the answer has no id: it is looked for by its number
 *   (%WA_OP_LIST_CONTACTS), and what the report says to be left out is written by a change; where that fails the
 *   contact exists all the same, and must not be created once more;
 * - a number that is no contact yet is created before a template goes to it (%WA_WANTS_CONTACT), since it may be
 *   refused otherwise as if it were outside of the 24 hours;
 * - tags, sequences and flows go by their ids, custom fields by their names, all from their lists: an
 *   unknown one is taken without a word; a new tag's id is in the list of tags;
 * - a local file is uploaded (%WA_WANTS_UPLOAD), then sent by its id, which lives 30 days.
 */
#define WA_TYPE_WABOTICK_PROVIDER (wa_wabotick_provider_get_type ())
G_DECLARE_FINAL_TYPE (WaWabotickProvider, wa_wabotick_provider, WA, WABOTICK_PROVIDER, WaProvider)

G_END_DECLS
