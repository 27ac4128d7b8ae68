/* wa-parameter-field.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "model/wa-parameter-field.h"

struct _WaParameterField
{
  WaRecord parent_instance;

  int      section;
  int      kind;
  gint64   card;
  gint64   button;
  char     *key;
  char     *label;
  char     *help_text;
  char     *example;
  char     *value;
  gboolean required;
  gint64   max_length;
  char     *problem;
};

G_DEFINE_FINAL_TYPE (WaParameterField, wa_parameter_field, WA_TYPE_RECORD)

static const WaField fields[] = {
  WA_FIELD_OF (WaParameterField, section, "section", CHOICE, wa_parameter_section_get_type),
  WA_FIELD_OF (WaParameterField, kind, "kind", CHOICE, wa_parameter_kind_get_type),
  WA_FIELD (WaParameterField, card, "card", INTEGER),
  WA_FIELD (WaParameterField, button, "button", INTEGER),
  WA_FIELD (WaParameterField, key, "key", TEXT),
  WA_FIELD (WaParameterField, label, "label", TEXT),
  WA_FIELD (WaParameterField, help_text, "help-text", TEXT),
  WA_FIELD (WaParameterField, example, "example", TEXT),
  WA_FIELD (WaParameterField, value, "value", TEXT),
  WA_FIELD (WaParameterField, required, "required", FLAG),
  WA_FIELD (WaParameterField, max_length, "max-length", INTEGER),
  WA_FIELD (WaParameterField, problem, "problem", TEXT),
};

WA_RECORD_CHOICE (WaParameterField, wa_parameter_field, section, WaParameterSection)
WA_RECORD_CHOICE (WaParameterField, wa_parameter_field, kind, WaParameterKind)
WA_RECORD_INTEGER (WaParameterField, wa_parameter_field, card)
WA_RECORD_INTEGER (WaParameterField, wa_parameter_field, button)
WA_RECORD_TEXT (WaParameterField, wa_parameter_field, key)
WA_RECORD_TEXT (WaParameterField, wa_parameter_field, label)
WA_RECORD_TEXT (WaParameterField, wa_parameter_field, help_text)
WA_RECORD_TEXT (WaParameterField, wa_parameter_field, example)
WA_RECORD_TEXT (WaParameterField, wa_parameter_field, value)
WA_RECORD_FLAG (WaParameterField, wa_parameter_field, required)
WA_RECORD_INTEGER (WaParameterField, wa_parameter_field, max_length)
WA_RECORD_TEXT (WaParameterField, wa_parameter_field, problem)

/**
 * wa_parameter_field_dup_time:
 *
 * Reads the value of a date-time field: ISO 8601, without a zone in UTC, or milliseconds since 1970.
 *
 * Returns: (transfer full) (nullable): the time in UTC, or %NULL where the value is none
 */
GDateTime *
wa_parameter_field_dup_time (WaParameterField *self)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GDateTime) time = NULL;
  const char *value;
  guint64 milliseconds;

  g_return_val_if_fail (WA_IS_PARAMETER_FIELD (self), NULL);

  value = wa_parameter_field_get_value (self);
  if (value[0] != '\0' && value[strspn (value, "0123456789")] == '\0')
    {
      if (!g_ascii_string_to_unsigned (value, 10, 0, G_MAXINT64, &milliseconds, NULL))
        return NULL;

      return g_date_time_new_from_unix_utc (milliseconds / 1000);
    }

  time = g_date_time_new_from_iso8601 (value, utc);

  return time != NULL ? g_date_time_to_utc (time) : NULL;
}

static void
wa_parameter_field_class_init (WaParameterFieldClass *klass)
{
  wa_record_class_set_fields (WA_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
wa_parameter_field_init (WaParameterField *self)
{
}

WaParameterField *
wa_parameter_field_new (void)
{
  return g_object_new (WA_TYPE_PARAMETER_FIELD, NULL);
}
