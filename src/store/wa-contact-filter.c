/* wa-contact-filter.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/wa-contact-filter.h"

struct _WaContactFilter
{
  WaRecord parent_instance;

  char     *search;
  char     *list;
  char     *tag;
  char     *source;
  int       opt_in;
  int       blocked;
  int       sort;
  gboolean  descending;
};

G_DEFINE_ENUM_TYPE (WaContactSort, wa_contact_sort,
  G_DEFINE_ENUM_VALUE (WA_CONTACT_SORT_NAME, "name"),
  G_DEFINE_ENUM_VALUE (WA_CONTACT_SORT_NUMBER, "number"),
  G_DEFINE_ENUM_VALUE (WA_CONTACT_SORT_OPT_IN, "opt-in"),
  G_DEFINE_ENUM_VALUE (WA_CONTACT_SORT_SOURCE, "source"),
  G_DEFINE_ENUM_VALUE (WA_CONTACT_SORT_LAST_ACTIVE, "last-active"),
  G_DEFINE_ENUM_VALUE (WA_CONTACT_SORT_LISTS, "lists"),
  G_DEFINE_ENUM_VALUE (WA_CONTACT_SORT_TAGS, "tags"))

G_DEFINE_FINAL_TYPE (WaContactFilter, wa_contact_filter, WA_TYPE_RECORD)

static const WaField fields[] = {
  WA_FIELD (WaContactFilter, search, "search", TEXT),
  WA_FIELD (WaContactFilter, list, "list", TEXT),
  WA_FIELD (WaContactFilter, tag, "tag", TEXT),
  WA_FIELD (WaContactFilter, source, "source", TEXT),
  WA_FIELD_OF (WaContactFilter, opt_in, "opt-in", CHOICE, wa_tristate_get_type),
  WA_FIELD_OF (WaContactFilter, blocked, "blocked", CHOICE, wa_tristate_get_type),
  WA_FIELD_OF (WaContactFilter, sort, "sort", CHOICE, wa_contact_sort_get_type),
  WA_FIELD (WaContactFilter, descending, "descending", FLAG),
};

WA_RECORD_TEXT (WaContactFilter, wa_contact_filter, search)
WA_RECORD_TEXT (WaContactFilter, wa_contact_filter, list)
WA_RECORD_TEXT (WaContactFilter, wa_contact_filter, tag)
WA_RECORD_TEXT (WaContactFilter, wa_contact_filter, source)
WA_RECORD_CHOICE (WaContactFilter, wa_contact_filter, opt_in, WaTristate)
WA_RECORD_CHOICE (WaContactFilter, wa_contact_filter, blocked, WaTristate)
WA_RECORD_CHOICE (WaContactFilter, wa_contact_filter, sort, WaContactSort)
WA_RECORD_FLAG (WaContactFilter, wa_contact_filter, descending)

static void
wa_contact_filter_class_init (WaContactFilterClass *klass)
{
  wa_record_class_set_fields (WA_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
wa_contact_filter_init (WaContactFilter *self)
{
}

WaContactFilter *
wa_contact_filter_new (void)
{
  return g_object_new (WA_TYPE_CONTACT_FILTER, NULL);
}
