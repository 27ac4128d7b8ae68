/* wa-mapping.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "provider/wa-mapping.h"

/* The longest of the places that a row joins by `|`. */
#define MAX_PATH 64

static gboolean
holds_something (const WaJson *json)
{
  return !wa_json_is (json, WA_JSON_ABSENT) && !wa_json_is (json, WA_JSON_NULL);
}

/* The place keeps all of @path as its name, so that an error says where a member was looked for. */
static WaJson
locate (const WaJson *json,
        const char   *path)
{
  WaJson place = { .parent = json, .step = path };
  const char *end;

  if (strchr (path, '|') == NULL)
    return wa_json_find (json, path);

  for (const char *at = path; at != NULL; at = end != NULL ? end + 1 : NULL)
    {
      char one[MAX_PATH];
      WaJson found;

      end = strchr (at, '|');
      g_strlcpy (one, at, end != NULL ? MIN ((gsize) (end - at) + 1, sizeof one) : sizeof one);
      found = wa_json_find (json, one);

      if (place.node == NULL || holds_something (&found))
        place.node = found.node;
      if (holds_something (&found))
        break;
    }

  return place;
}

static gboolean
refuse (const WaJson  *json,
        const char    *expected,
        GError       **error)
{
  g_autofree char *path = wa_json_dup_path (json);

  g_set_error (error, WA_ERROR, WA_ERROR_PROTOCOL, _("%s: expected %s, found %s"),
               path, expected, wa_json_kind_title (wa_json_kind (json)));

  return FALSE;
}

static gboolean
read_text (WaRecord         *record,
           const WaField    *field,
           const WaMapping  *row,
           const WaJson     *json,
           GError          **error)
{
  g_autofree char *text = wa_json_dup_scalar (json);

  if ((row->flags & WA_MAP_REQUIRED) != 0 && text == NULL)
    return refuse (json, wa_json_kind_title (WA_JSON_TEXT), error);
  if ((row->flags & WA_MAP_REQUIRED) != 0 && text[0] == '\0')
    return refuse (json, _("a string that is not empty"), error);

  if (text != NULL && (row->flags & WA_MAP_UPPER) != 0)
    {
      g_autofree char *upper = g_ascii_strup (text, -1);

      wa_record_set_text (record, field, upper);
    }
  else if (text != NULL)
    {
      wa_record_set_text (record, field, text);
    }

  return TRUE;
}

/* Systems and Meta write `PHONE_NUMBER`, our nicks are `phone-number`. */
static gboolean
read_choice (WaRecord       *record,
             const WaField  *field,
             const WaJson   *json)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (field->type ());
  const char *text = wa_json_get_text (json);
  g_autofree char *nick = NULL;
  GEnumValue *value;

  if (wa_is_empty (text))
    return FALSE;

  nick = g_strdelimit (g_ascii_strdown (text, -1), "_ ", '-');
  value = g_enum_get_value_by_nick (klass, nick);
  if (value == NULL)
    value = g_enum_get_value_by_nick (klass, "unknown");
  if (value != NULL)
    wa_record_set_choice (record, field, value->value);

  return TRUE;
}

static gboolean
read_time (WaRecord       *record,
           const WaField  *field,
           const WaJson   *json)
{
  g_autoptr(GDateTime) time = wa_json_dup_time (json);

  if (time == NULL)
    return FALSE;

  wa_record_set_time (record, field, time);

  return TRUE;
}

static gboolean
read_texts (WaRecord       *record,
            const WaField  *field,
            const WaJson   *json)
{
  g_auto(GStrv) texts = NULL;

  if (!wa_json_is (json, WA_JSON_LIST))
    return FALSE;

  texts = wa_json_dup_texts (json);
  wa_record_set_texts (record, field, (const char *const *) texts);

  return TRUE;
}

static gboolean
read_record (WaRecord         *record,
             const WaField    *field,
             const WaMapping  *row,
             const WaJson     *json,
             GError          **error)
{
  g_autoptr(WaRecord) held = wa_mapping_read (row->table, json, error);

  if (held == NULL)
    return FALSE;

  wa_record_set_record (record, field, held);

  return TRUE;
}

static gboolean
read_records (WaRecord         *record,
              const WaField    *field,
              const WaMapping  *row,
              const WaJson     *json,
              GError          **error)
{
  GListStore *items = wa_record_get_records (record, field);
  guint n = wa_json_length (json);

  if ((row->flags & WA_MAP_SKIP) != 0)
    {
      guint n_skipped;

      wa_mapping_read_items (row->table, json, items, &n_skipped, NULL);
      return TRUE;
    }

  for (guint i = 0; i < n; i++)
    {
      WaJson element = wa_json_element (json, i);
      g_autoptr(WaRecord) item = wa_mapping_read (row->table, &element, error);

      if (item == NULL)
        return FALSE;
      g_list_store_append (items, item);
    }

  return TRUE;
}

/* What must be there, by the property's kind. */
static gboolean
check_required (const WaField  *field,
                const WaJson   *json,
                GError        **error)
{
  switch (field->kind)
    {
    case WA_FIELD_TEXTS:
    case WA_FIELD_RECORDS:
      return wa_json_require (json, WA_JSON_LIST, error);
    case WA_FIELD_RECORD:
      return wa_json_require (json, WA_JSON_OBJECT, error);
    case WA_FIELD_INTEGER:
      return wa_json_get_integer (json, 0) != 0 || wa_json_get_integer (json, 1) == 0 ||
             refuse (json, wa_json_kind_title (WA_JSON_NUMBER), error);
    case WA_FIELD_FLAG:
      return wa_json_get_flag (json, FALSE) || !wa_json_get_flag (json, TRUE) ||
             refuse (json, wa_json_kind_title (WA_JSON_BOOLEAN), error);
    case WA_FIELD_TEXT:
    case WA_FIELD_DECIMAL:
    case WA_FIELD_CHOICE:
    case WA_FIELD_TIME:
    case WA_FIELD_BYTES:
    case WA_FIELD_DERIVED:
    default:
      return TRUE;
    }
}

/* Readers of values that may stay as they are return whether they found one. */
static gboolean
settle (gboolean          found,
        const WaField    *field,
        const WaMapping  *row,
        const WaJson     *json,
        GError          **error)
{
  if (found || (row->flags & WA_MAP_REQUIRED) == 0)
    return TRUE;
  if (field->kind == WA_FIELD_TIME)
    return refuse (json, _("a time"), error);

  return refuse (json, wa_json_kind_title (field->kind == WA_FIELD_TEXTS ? WA_JSON_LIST : WA_JSON_TEXT), error);
}

static gboolean
read_row (WaRecord         *record,
          const WaMapping  *row,
          const WaJson     *json,
          GError          **error)
{
  const WaField *field = wa_record_class_find_field (WA_RECORD_GET_CLASS (record), row->property);
  WaJson place = locate (json, row->path);

  g_return_val_if_fail (field != NULL, FALSE);

  if ((row->flags & WA_MAP_REQUIRED) != 0 && !check_required (field, &place, error))
    return FALSE;

  switch (field->kind)
    {
    case WA_FIELD_TEXT:
      return read_text (record, field, row, &place, error);
    case WA_FIELD_FLAG:
      if (holds_something (&place))
        wa_record_set_flag (record, field, wa_json_get_flag (&place, FALSE));
      return TRUE;
    case WA_FIELD_INTEGER:
      if (holds_something (&place))
        wa_record_set_integer (record, field, wa_json_get_integer (&place, 0));
      return TRUE;
    case WA_FIELD_DECIMAL:
      if (holds_something (&place))
        wa_record_set_decimal (record, field, wa_json_get_decimal (&place, 0));
      return TRUE;
    case WA_FIELD_CHOICE:
      return settle (read_choice (record, field, &place), field, row, &place, error);
    case WA_FIELD_TIME:
      return settle (read_time (record, field, &place), field, row, &place, error);
    case WA_FIELD_TEXTS:
      return settle (read_texts (record, field, &place), field, row, &place, error);
    case WA_FIELD_RECORD:
      return !wa_json_is (&place, WA_JSON_OBJECT) || read_record (record, field, row, &place, error);
    case WA_FIELD_RECORDS:
      return !wa_json_is (&place, WA_JSON_LIST) || read_records (record, field, row, &place, error);
    case WA_FIELD_BYTES:
    case WA_FIELD_DERIVED:
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* A table whose rows look below the place needs an object; one that reads the place itself takes anything. */
static gboolean
wants_object (const WaMappingTable *table)
{
  for (const WaMapping *row = table->rows; row->path != NULL; row++)
    if (row->path[0] == '\0')
      return FALSE;

  return TRUE;
}

/**
 * wa_mapping_fill:
 * @json: where the record stands
 * @record: what is filled; properties without a row stay
 *
 * Returns: %TRUE, or %FALSE with %WA_ERROR_PROTOCOL that names the place
 */
gboolean
wa_mapping_fill (const WaMappingTable  *table,
                 const WaJson          *json,
                 gpointer               record,
                 GError               **error)
{
  if (wants_object (table) && !wa_json_require (json, WA_JSON_OBJECT, error))
    return FALSE;

  for (const WaMapping *row = table->rows; row->path != NULL; row++)
    if (!read_row (record, row, json, error))
      return FALSE;

  return table->finish == NULL || table->finish (record, json, error);
}

/**
 * wa_mapping_read:
 *
 * Returns: (transfer full): a new record, or %NULL with %WA_ERROR_PROTOCOL that names the place
 */
gpointer
wa_mapping_read (const WaMappingTable  *table,
                 const WaJson          *json,
                 GError               **error)
{
  g_autoptr(WaRecord) record = g_object_new (table->type (), NULL);

  return wa_mapping_fill (table, json, record, error) ? g_steal_pointer (&record) : NULL;
}

/**
 * wa_mapping_read_items:
 * @items: takes the records
 * @n_skipped: (out): how many elements could not be read
 *
 * One bad element does not lose the others.  Where all are bad, the answer is not what was expected.
 *
 * Returns: %TRUE, or %FALSE with %WA_ERROR_PROTOCOL where there is no list, or no element that can be read
 */
gboolean
wa_mapping_read_items (const WaMappingTable  *table,
                       const WaJson          *list,
                       GListStore            *items,
                       guint                 *n_skipped,
                       GError               **error)
{
  g_autoptr(GError) problem = NULL;
  guint n = wa_json_length (list);

  *n_skipped = 0;
  if (!wa_json_require (list, WA_JSON_LIST, error))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      WaJson element = wa_json_element (list, i);
      g_autoptr(WaRecord) item = wa_mapping_read (table, &element, problem == NULL ? &problem : NULL);

      if (item != NULL)
        g_list_store_append (items, item);
      else
        (*n_skipped)++;
    }

  if (*n_skipped > 0 && *n_skipped == n)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (*n_skipped > 0)
    g_debug ("Left out %u of %u elements: %s", *n_skipped, n, problem->message);

  return TRUE;
}

/**
 * wa_mapping_read_page:
 * @list: the list that the answer holds
 *
 * Returns: (transfer full): a page without cursor and total, or %NULL with %WA_ERROR_PROTOCOL
 */
WaPage *
wa_mapping_read_page (const WaMappingTable  *table,
                      const WaJson          *list,
                      GError               **error)
{
  g_autoptr(WaPage) page = wa_page_new ();
  guint n_skipped;

  if (!wa_mapping_read_items (table, list, wa_page_get_items (page), &n_skipped, error))
    return NULL;

  wa_page_set_skipped (page, n_skipped);

  return g_steal_pointer (&page);
}
