/* wa-writing.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "core/wa-util.h"
#include "model/wa-attribute.h"
#include "provider/wa-writing.h"

/**
 * wa_write_text:
 * @value: (nullable): nothing is written for %NULL and ""
 */
void
wa_write_text (JsonObject *object,
               const char *name,
               const char *value)
{
  if (!wa_is_empty (value))
    json_object_set_string_member (object, name, value);
}

/**
 * wa_write_text_array:
 *
 * Returns: (transfer full): an array of strings, which may be empty
 */
JsonArray *
wa_write_text_array (const char *const *values)
{
  JsonArray *array = json_array_new ();

  for (gsize i = 0; values != NULL && values[i] != NULL; i++)
    json_array_add_string_element (array, values[i]);

  return array;
}

/**
 * wa_write_texts:
 * @values: (nullable): nothing is written where there are none
 */
void
wa_write_texts (JsonObject        *object,
                const char        *name,
                const char *const *values)
{
  wa_write_array (object, name, wa_write_text_array (values));
}

/**
 * wa_write_time:
 * @value: (nullable): written in UTC with milliseconds: `2026-12-31T23:59:59.000Z`
 */
void
wa_write_time (JsonObject *object,
               const char *name,
               GDateTime  *value)
{
  g_autoptr(GDateTime) utc = value != NULL ? g_date_time_to_utc (value) : NULL;
  g_autofree char *seconds = NULL;
  g_autofree char *text = NULL;

  if (utc == NULL)
    return;

  seconds = g_date_time_format (utc, "%Y-%m-%dT%H:%M:%S");
  text = g_strdup_printf ("%s.%03dZ", seconds, g_date_time_get_microsecond (utc) / 1000);
  json_object_set_string_member (object, name, text);
}

/**
 * wa_write_object:
 * @value: (transfer full): nothing is written where it has no member
 */
void
wa_write_object (JsonObject *object,
                 const char *name,
                 JsonObject *value)
{
  if (json_object_get_size (value) > 0)
    json_object_set_object_member (object, name, value);
  else
    json_object_unref (value);
}

/**
 * wa_write_array:
 * @value: (transfer full): nothing is written where it is empty
 */
void
wa_write_array (JsonObject *object,
                const char *name,
                JsonArray  *value)
{
  if (json_array_get_length (value) > 0)
    json_object_set_array_member (object, name, value);
  else
    json_array_unref (value);
}

/**
 * wa_write_map:
 * @attributes: (element-type WaAttribute): pairs of a name and a text
 *
 * Writes the pairs as an object; those without a name or a value are left out.
 */
void
wa_write_map (JsonObject *object,
              const char *name,
              GListModel *attributes)
{
  JsonObject *map = json_object_new ();

  for (guint i = 0; i < g_list_model_get_n_items (attributes); i++)
    {
      g_autoptr(WaAttribute) pair = g_list_model_get_item (attributes, i);

      if (!wa_is_empty (wa_attribute_get_name (pair)))
        wa_write_text (map, wa_attribute_get_name (pair), wa_attribute_get_value (pair));
    }

  wa_write_object (object, name, map);
}
