/* wa-record-json.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-record-json.h"

/* The JSON form of a record: an object with the properties' names.  What holds nothing is left out: empty texts and lists,
 * no time, no record, 0, %FALSE, the first choice. */

#define AT(record, field, Type) (*(Type *) G_STRUCT_MEMBER_P (record, (field)->offset))

static const char *
choice_nick (GType type,
             int   value)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (type);
  GEnumValue *found = g_enum_get_value (klass, value);

  return found != NULL ? found->value_nick : "";
}

static JsonNode *
texts_to_json (char **texts)
{
  JsonArray *array = json_array_new ();
  JsonNode *node;

  for (gsize i = 0; texts[i] != NULL; i++)
    json_array_add_string_element (array, texts[i]);

  node = json_node_init_array (json_node_alloc (), array);
  json_array_unref (array);

  return node;
}

static JsonNode *
records_to_json (GListModel *records)
{
  JsonArray *array = json_array_new ();
  JsonNode *node;

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr(WaRecord) item = g_list_model_get_item (records, i);

      json_array_add_element (array, wa_record_to_json (item));
    }

  node = json_node_init_array (json_node_alloc (), array);
  json_array_unref (array);

  return node;
}

static JsonNode *
text_node (const char *text)
{
  return json_node_init_string (json_node_alloc (), text);
}

/* json-glib 1.6 ends every number that has no point with ".0", one with an exponent too: "1e+26.0" is no JSON.  Such a
 * number becomes a text, which is read like a number. */
static JsonNode *
decimal_node (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_dtostr (text, sizeof text, value);

  return strchr (text, 'e') != NULL && strchr (text, '.') == NULL
           ? text_node (text) : json_node_init_double (json_node_alloc (), value);
}

/* Returns: (nullable): %NULL for what holds nothing */
static JsonNode *
field_to_json (WaRecord      *self,
               const WaField *field)
{
  switch (field->kind)
    {
    case WA_FIELD_TEXT:
      return AT (self, field, char *) != NULL ? text_node (AT (self, field, char *)) : NULL;
    case WA_FIELD_FLAG:
      return AT (self, field, gboolean) ? json_node_init_boolean (json_node_alloc (), TRUE) : NULL;
    case WA_FIELD_INTEGER:
      return AT (self, field, gint64) != 0 ? json_node_init_int (json_node_alloc (), AT (self, field, gint64)) : NULL;
    case WA_FIELD_DECIMAL:
      return AT (self, field, double) < 0 || AT (self, field, double) > 0
               ? decimal_node (AT (self, field, double)) : NULL;
    case WA_FIELD_CHOICE:
      return AT (self, field, int) != 0 ? text_node (choice_nick (field->type (), AT (self, field, int))) : NULL;
    case WA_FIELD_TIME:
      {
        g_autofree char *text = NULL;

        if (AT (self, field, GDateTime *) == NULL)
          return NULL;
        text = g_date_time_format_iso8601 (AT (self, field, GDateTime *));
        return text_node (text);
      }
    case WA_FIELD_TEXTS:
      {
        char **texts = AT (self, field, char **);

        return texts != NULL && texts[0] != NULL ? texts_to_json (texts) : NULL;
      }
    case WA_FIELD_RECORD:
      return AT (self, field, WaRecord *) != NULL ? wa_record_to_json (AT (self, field, WaRecord *)) : NULL;
    case WA_FIELD_RECORDS:
      return wa_record_count_records (self, field) > 0 ? records_to_json (AT (self, field, GListModel *)) : NULL;
    case WA_FIELD_BYTES:
    case WA_FIELD_DERIVED:
    default:
      return NULL;
    }
}

/**
 * wa_record_to_json:
 *
 * Returns: (transfer full): the record as a JSON object
 */
JsonNode *
wa_record_to_json (WaRecord *self)
{
  WaRecordClass *klass;
  JsonObject *object;
  JsonNode *node;

  g_return_val_if_fail (WA_IS_RECORD (self), NULL);

  klass = WA_RECORD_GET_CLASS (self);
  object = json_object_new ();
  for (guint i = 0; i < klass->n_fields; i++)
    {
      JsonNode *value = field_to_json (self, &klass->fields[i]);

      if (value != NULL)
        json_object_set_member (object, klass->fields[i].name, value);
    }

  node = json_node_init_object (json_node_alloc (), object);
  json_object_unref (object);

  return node;
}

/**
 * wa_record_to_text:
 *
 * Returns: (transfer full): the record as JSON text
 */
char *
wa_record_to_text (WaRecord *self)
{
  g_autoptr(JsonNode) node = wa_record_to_json (self);

  return json_to_string (node, FALSE);
}

static gboolean
refuse (const WaJson  *json,
        GError       **error,
        const char    *expected)
{
  g_autofree char *path = wa_json_dup_path (json);

  g_set_error (error, WA_ERROR, WA_ERROR_INVALID, _("%s: expected %s, found %s"),
               path, expected, wa_json_kind_title (wa_json_kind (json)));

  return FALSE;
}

static gboolean
read_choice (WaRecord       *self,
             const WaField  *field,
             const WaJson   *json,
             GError        **error)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (field->type ());
  const char *nick = wa_json_get_text (json);
  GEnumValue *found = nick != NULL ? g_enum_get_value_by_nick (klass, nick) : NULL;
  g_autoptr(GString) nicks = NULL;

  if (found != NULL)
    {
      wa_record_set_choice (self, field, found->value);
      return TRUE;
    }

  nicks = g_string_new (NULL);
  for (guint i = 0; i < klass->n_values; i++)
    g_string_append_printf (nicks, "%s%s", i > 0 ? ", " : "", klass->values[i].value_nick);

  return refuse (json, error, nicks->str);
}

static gboolean
read_decimal (WaRecord       *self,
              const WaField  *field,
              const WaJson   *json,
              GError        **error)
{
  double value = wa_json_get_decimal (json, NAN);

  if (isnan (value))
    return refuse (json, error, wa_json_kind_title (WA_JSON_DECIMAL));

  wa_record_set_decimal (self, field, value);

  return TRUE;
}

static gboolean
read_records (WaRecord       *self,
              const WaField  *field,
              const WaJson   *json,
              GError        **error)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  GListStore *store = wa_record_get_records (self, field);

  if (!wa_json_is (json, WA_JSON_LIST))
    return refuse (json, error, wa_json_kind_title (WA_JSON_LIST));

  for (guint i = 0; i < wa_json_length (json); i++)
    {
      WaJson element = wa_json_element (json, i);
      WaRecord *item = wa_record_new_json (field->type (), &element, error);

      if (item == NULL)
        return FALSE;
      g_ptr_array_add (items, item);
    }

  g_list_store_splice (store, 0, g_list_model_get_n_items (G_LIST_MODEL (store)), items->pdata, items->len);

  return TRUE;
}

static gboolean
read_texts (WaRecord       *self,
            const WaField  *field,
            const WaJson   *json,
            GError        **error)
{
  g_auto(GStrv) texts = NULL;

  if (!wa_json_is (json, WA_JSON_LIST))
    return refuse (json, error, wa_json_kind_title (WA_JSON_LIST));

  texts = wa_json_dup_texts (json);
  if (g_strv_length (texts) != wa_json_length (json))
    return refuse (json, error, _("a list of strings"));

  wa_record_set_texts (self, field, (const char *const *) texts);

  return TRUE;
}

static gboolean
read_field (WaRecord       *self,
            const WaField  *field,
            const WaJson   *json,
            GError        **error)
{
  g_autofree char *scalar = wa_json_dup_scalar (json);

  switch (field->kind)
    {
    case WA_FIELD_TEXT:
      if (scalar == NULL)
        return refuse (json, error, wa_json_kind_title (WA_JSON_TEXT));
      wa_record_set_text (self, field, scalar);
      return TRUE;
    case WA_FIELD_FLAG:
      if (!wa_json_is (json, WA_JSON_BOOLEAN))
        return refuse (json, error, wa_json_kind_title (WA_JSON_BOOLEAN));
      wa_record_set_flag (self, field, wa_json_get_flag (json, FALSE));
      return TRUE;
    case WA_FIELD_INTEGER:
      if (!wa_json_is (json, WA_JSON_NUMBER))
        return refuse (json, error, wa_json_kind_title (WA_JSON_NUMBER));
      wa_record_set_integer (self, field, wa_json_get_integer (json, 0));
      return TRUE;
    case WA_FIELD_DECIMAL:
      return read_decimal (self, field, json, error);
    case WA_FIELD_CHOICE:
      return read_choice (self, field, json, error);
    case WA_FIELD_TIME:
      {
        g_autoptr(GDateTime) time = wa_json_dup_time (json);

        if (time == NULL)
          return refuse (json, error, _("a time such as 2026-12-31T23:59:59Z"));
        wa_record_set_time (self, field, time);
        return TRUE;
      }
    case WA_FIELD_TEXTS:
      return read_texts (self, field, json, error);
    case WA_FIELD_RECORD:
      {
        g_autoptr(WaRecord) held = wa_record_new_json (field->type (), json, error);

        if (held == NULL)
          return FALSE;
        wa_record_set_record (self, field, held);
        return TRUE;
      }
    case WA_FIELD_RECORDS:
      return read_records (self, field, json, error);
    case WA_FIELD_BYTES:
    case WA_FIELD_DERIVED:
    default:
      return refuse (json, error, wa_json_kind_title (WA_JSON_ABSENT));
    }
}

/**
 * wa_record_read_json:
 * @json: the JSON form
 *
 * Sets the properties that @json names; the others stay.  Null is the same as absent.
 *
 * Returns: %TRUE, or %FALSE with %WA_ERROR_INVALID for an unknown name or a wrong type, which names the place
 */
gboolean
wa_record_read_json (WaRecord      *self,
                     const WaJson  *json,
                     GError       **error)
{
  WaRecordClass *klass = WA_RECORD_GET_CLASS (self);
  g_auto(GStrv) names = NULL;

  if (!wa_json_is (json, WA_JSON_OBJECT))
    return refuse (json, error, wa_json_kind_title (WA_JSON_OBJECT));

  names = wa_json_dup_names (json);
  for (gsize i = 0; names[i] != NULL; i++)
    {
      WaJson member = wa_json_member (json, names[i]);
      const WaField *field = wa_record_class_find_field (klass, names[i]);

      if (wa_json_is (&member, WA_JSON_NULL))
        continue;
      if (field == NULL)
        {
          g_autofree char *path = wa_json_dup_path (&member);

          g_set_error (error, WA_ERROR, WA_ERROR_INVALID, _("%s: there is no such property"), path);
          return FALSE;
        }
      if (!read_field (self, field, &member, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * wa_record_new_json:
 * @type: a model's type
 *
 * Returns: (transfer full): a new record, or %NULL with %WA_ERROR_INVALID
 */
gpointer
wa_record_new_json (GType          type,
                    const WaJson  *json,
                    GError       **error)
{
  g_autoptr(WaRecord) self = g_object_new (type, NULL);

  return wa_record_read_json (self, json, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * wa_record_new_text:
 *
 * Returns: (transfer full): a new record from JSON text, or %NULL with %WA_ERROR_PROTOCOL or %WA_ERROR_INVALID
 */
gpointer
wa_record_new_text (GType        type,
                    const char  *text,
                    GError     **error)
{
  g_autoptr(WaJsonDocument) document = wa_json_document_new_text (text, error);
  WaJson root;

  if (document == NULL)
    return NULL;

  root = wa_json_document_get_root (document);

  return wa_record_new_json (type, &root, error);
}
