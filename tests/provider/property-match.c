/* property-match.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "core/wa-util.h"
#include "model/wa-attribute.h"
#include "model/wa-message-state.h"
#include "model/wa-page.h"
#include "model/wa-record-json.h"
#include "provider/property-match.h"

/* Compares a property with what a golden vector says, in the vector's own words. */

static gboolean
matches_choice (const WaField *field,
                int            value,
                const char    *wanted)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (field->type ());
  g_autofree char *nick = g_strdelimit (g_ascii_strdown (wa_or_empty (wanted), -1), "_ ", '-');

  if (wanted == NULL)
    return value == 0;
  if (field->type () == WA_TYPE_MESSAGE_STATE && g_str_equal (nick, "accepted"))
    return value == WA_STATE_SENT;

  return g_str_equal (g_enum_get_value (klass, value)->value_nick, nick);
}

static gboolean
matches_texts (char         **texts,
               const WaJson  *wanted)
{
  g_auto(GStrv) list = wa_json_dup_texts (wanted);

  return wa_strv_equal ((const char *const *) texts, (const char *const *) list);
}

/* Pairs are an object in the vectors. */
static gboolean
matches_pairs (GListModel   *pairs,
               const WaJson *wanted)
{
  g_auto(GStrv) names = wa_json_dup_names (wanted);

  if (g_list_model_get_n_items (pairs) != g_strv_length (names))
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (pairs); i++)
    {
      g_autoptr(WaAttribute) pair = g_list_model_get_item (pairs, i);
      WaJson value = wa_json_member (wanted, wa_attribute_get_name (pair));
      g_autofree char *text = wa_json_dup_scalar (&value);

      if (g_strcmp0 (text, wa_attribute_get_value (pair)) != 0)
        return FALSE;
    }

  return TRUE;
}

/* A list of other records is written in their JSON form. */
static gboolean
matches_records (GListModel   *records,
                 const WaJson *wanted)
{
  if (g_list_model_get_n_items (records) != wa_json_length (wanted))
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr(WaRecord) record = g_list_model_get_item (records, i);
      g_autoptr(JsonNode) found = wa_record_to_json (record);
      WaJson element = wa_json_element (wanted, i);
      g_autofree char *text = json_to_string (found, FALSE);

      g_test_message ("%s", text);
      if (!json_node_equal (found, element.node))
        return FALSE;
    }

  return TRUE;
}

static gboolean
matches_time (GDateTime    *time,
              const WaJson *wanted)
{
  g_autoptr(GDateTime) expected = wa_json_dup_time (wanted);

  return time == NULL || expected == NULL ? time == expected : g_date_time_equal (time, expected);
}

static gboolean
matches_number (double        value,
                const WaJson *wanted)
{
  double expected = wa_json_get_decimal (wanted, 0);

  return !(value < expected) && !(value > expected);
}

static gboolean
matches (WaRecord      *record,
         const WaField *field,
         const WaJson  *wanted)
{
  g_auto(GValue) value = G_VALUE_INIT;
  g_autofree char *text = wa_json_dup_scalar (wanted);

  g_object_get_property (G_OBJECT (record), field->name, &value);

  switch (field->kind)
    {
    case WA_FIELD_TEXT:
    case WA_FIELD_DERIVED:
      return g_strcmp0 (g_value_get_string (&value), wa_or_empty (text)) == 0;
    case WA_FIELD_FLAG:
      return g_value_get_boolean (&value) == wa_json_get_flag (wanted, FALSE);
    case WA_FIELD_INTEGER:
      return g_value_get_int64 (&value) == wa_json_get_integer (wanted, 0);
    case WA_FIELD_DECIMAL:
      return matches_number (g_value_get_double (&value), wanted);
    case WA_FIELD_CHOICE:
      return matches_choice (field, g_value_get_enum (&value), text);
    case WA_FIELD_TIME:
      return matches_time (g_value_get_boxed (&value), wanted);
    case WA_FIELD_TEXTS:
      return matches_texts (g_value_get_boxed (&value), wanted);
    case WA_FIELD_RECORDS:
      return wa_json_is (wanted, WA_JSON_LIST) ? matches_records (G_LIST_MODEL (g_value_get_object (&value)), wanted)
                                               : matches_pairs (G_LIST_MODEL (g_value_get_object (&value)), wanted);
    case WA_FIELD_RECORD:
    case WA_FIELD_BYTES:
    default:
      return FALSE;
    }
}

static const WaField *
field_of (WaRecord   *record,
          const char *property)
{
  const WaField *field = wa_record_class_find_field (WA_RECORD_GET_CLASS (record), property);

  if (field == NULL)
    g_error ("%s has no property “%s”", G_OBJECT_TYPE_NAME (record), property);

  return field;
}

static void
assert_matches (WaRecord     *record,
                const char   *property,
                const WaJson *wanted)
{
  g_autofree char *text = NULL;

  if (matches (record, field_of (record, property), wanted))
    return;

  text = wa_json_to_text (wanted);
  g_error ("“%s” of %s should be %s", property, G_OBJECT_TYPE_NAME (record), text);
}

/* A list of values is about the items of a page in turn, unless the property itself is a list. */
static gboolean
is_about_each_item (WaRecord     *item,
                    const char   *property,
                    const WaJson *wanted)
{
  WaRecordFieldKind kind = field_of (item, property)->kind;
  WaJson first = wa_json_element (wanted, 0);

  if (kind == WA_FIELD_TEXTS || kind == WA_FIELD_RECORDS)
    return wa_json_is (&first, WA_JSON_LIST);

  return wa_json_is (wanted, WA_JSON_LIST);
}

/**
 * property_match_assert:
 * @result: what an operation gave; of a page, the first item counts, or each
 * @property: which of its properties
 * @wanted: what the vector says
 */
void
property_match_assert (WaRecord     *result,
                       const char   *property,
                       const WaJson *wanted)
{
  GListModel *items = WA_IS_PAGE (result) ? G_LIST_MODEL (wa_page_get_items (WA_PAGE (result))) : NULL;
  g_autoptr(WaRecord) first = items != NULL ? g_list_model_get_item (items, 0) : NULL;
  gboolean of_items = first != NULL && wa_record_class_find_field (WA_RECORD_GET_CLASS (first), property) != NULL;

  /* What both have, such as a total, is the items'. */
  if (!of_items && (items == NULL || wa_record_class_find_field (WA_RECORD_GET_CLASS (result), property) != NULL))
    {
      assert_matches (result, property, wanted);
      return;
    }

  g_assert_nonnull (first);
  if (!is_about_each_item (first, property, wanted))
    {
      assert_matches (first, property, wanted);
      return;
    }

  g_assert_cmpuint (g_list_model_get_n_items (items), ==, wa_json_length (wanted));
  for (guint i = 0; i < wa_json_length (wanted); i++)
    {
      g_autoptr(WaRecord) item = g_list_model_get_item (items, i);
      WaJson value = wa_json_element (wanted, i);

      assert_matches (item, property, &value);
    }
}
