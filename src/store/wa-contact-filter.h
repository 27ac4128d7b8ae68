/* wa-contact-filter.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-record.h"
#include "model/wa-tristate.h"

G_BEGIN_DECLS

/**
 * WaContactSort:
 *
 * What contacts are sorted by; where that is equal, by name.
 */
typedef enum
{
  WA_CONTACT_SORT_NAME,
  WA_CONTACT_SORT_NUMBER,
  WA_CONTACT_SORT_OPT_IN,
  WA_CONTACT_SORT_SOURCE,
  WA_CONTACT_SORT_LAST_ACTIVE,
  WA_CONTACT_SORT_LISTS,
  WA_CONTACT_SORT_TAGS,
} WaContactSort;

GType wa_contact_sort_get_type (void);
#define WA_TYPE_CONTACT_SORT (wa_contact_sort_get_type ())

/**
 * WaContactFilter:
 *
 * Which contacts are asked for, and in what order.  What holds nothing does not filter.
 *
 * @search: words that must all occur in the name, the number or the e-mail, whatever their case and
 *   accents; a text of digits and number punctuation is looked up as a number
 * @list: the name of a list
 * @tag: the name of a tag
 */
#define WA_TYPE_CONTACT_FILTER (wa_contact_filter_get_type ())
G_DECLARE_FINAL_TYPE (WaContactFilter, wa_contact_filter, WA, CONTACT_FILTER, WaRecord)

WaContactFilter *wa_contact_filter_new (void);
const char *wa_contact_filter_get_search (WaContactFilter *self);
void wa_contact_filter_set_search (WaContactFilter *self, const char *value);
const char *wa_contact_filter_get_list (WaContactFilter *self);
void wa_contact_filter_set_list (WaContactFilter *self, const char *value);
const char *wa_contact_filter_get_tag (WaContactFilter *self);
void wa_contact_filter_set_tag (WaContactFilter *self, const char *value);
const char *wa_contact_filter_get_source (WaContactFilter *self);
void wa_contact_filter_set_source (WaContactFilter *self, const char *value);
WaTristate wa_contact_filter_get_opt_in (WaContactFilter *self);
void wa_contact_filter_set_opt_in (WaContactFilter *self, WaTristate value);
WaTristate wa_contact_filter_get_blocked (WaContactFilter *self);
void wa_contact_filter_set_blocked (WaContactFilter *self, WaTristate value);
WaContactSort wa_contact_filter_get_sort (WaContactFilter *self);
void wa_contact_filter_set_sort (WaContactFilter *self, WaContactSort value);
gboolean wa_contact_filter_get_descending (WaContactFilter *self);
void wa_contact_filter_set_descending (WaContactFilter *self, gboolean value);

G_END_DECLS
