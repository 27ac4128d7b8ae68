/* wa-query.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-query.h"

struct _WaQuery
{
  WaRecord parent_instance;

  char       *cursor;
  gint64     page_size;
  gboolean   everything;
  char       *search;
  char       *parent_id;
  char       *name;
  char       *number;
  char       **tags;
  int        opt_in;
  int        blocked;
  char       *source;
  char       *status;
  GListStore *attributes;
  int        newest_first;
  char       *message_id;
  GDateTime  *since;
  GDateTime  *until;
};

G_DEFINE_FINAL_TYPE (WaQuery, wa_query, WA_TYPE_RECORD)

static const WaField fields[] = {
  WA_FIELD (WaQuery, cursor, "cursor", TEXT),
  WA_FIELD (WaQuery, page_size, "page-size", INTEGER),
  WA_FIELD (WaQuery, everything, "everything", FLAG),
  WA_FIELD (WaQuery, search, "search", TEXT),
  WA_FIELD (WaQuery, parent_id, "parent-id", TEXT),
  WA_FIELD (WaQuery, name, "name", TEXT),
  WA_FIELD (WaQuery, number, "number", TEXT),
  WA_FIELD (WaQuery, tags, "tags", TEXTS),
  WA_FIELD_OF (WaQuery, opt_in, "opt-in", CHOICE, wa_tristate_get_type),
  WA_FIELD_OF (WaQuery, blocked, "blocked", CHOICE, wa_tristate_get_type),
  WA_FIELD (WaQuery, source, "source", TEXT),
  WA_FIELD (WaQuery, status, "status", TEXT),
  WA_FIELD_OF (WaQuery, attributes, "attributes", RECORDS, wa_attribute_get_type),
  WA_FIELD_OF (WaQuery, newest_first, "newest-first", CHOICE, wa_tristate_get_type),
  WA_FIELD (WaQuery, message_id, "message-id", TEXT),
  WA_FIELD (WaQuery, since, "since", TIME),
  WA_FIELD (WaQuery, until, "until", TIME),
};

WA_RECORD_TEXT (WaQuery, wa_query, cursor)
WA_RECORD_INTEGER (WaQuery, wa_query, page_size)
WA_RECORD_FLAG (WaQuery, wa_query, everything)
WA_RECORD_TEXT (WaQuery, wa_query, search)
WA_RECORD_TEXT (WaQuery, wa_query, parent_id)
WA_RECORD_TEXT (WaQuery, wa_query, name)
WA_RECORD_TEXT (WaQuery, wa_query, number)
WA_RECORD_TEXTS (WaQuery, wa_query, tags)
WA_RECORD_CHOICE (WaQuery, wa_query, opt_in, WaTristate)
WA_RECORD_CHOICE (WaQuery, wa_query, blocked, WaTristate)
WA_RECORD_TEXT (WaQuery, wa_query, source)
WA_RECORD_TEXT (WaQuery, wa_query, status)
WA_RECORD_RECORDS (WaQuery, wa_query, attributes)
WA_RECORD_CHOICE (WaQuery, wa_query, newest_first, WaTristate)
WA_RECORD_TEXT (WaQuery, wa_query, message_id)
WA_RECORD_TIME (WaQuery, wa_query, since)
WA_RECORD_TIME (WaQuery, wa_query, until)

static void
wa_query_class_init (WaQueryClass *klass)
{
  wa_record_class_set_fields (WA_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
wa_query_init (WaQuery *self)
{
}

WaQuery *
wa_query_new (void)
{
  return g_object_new (WA_TYPE_QUERY, NULL);
}
