/* wa-record.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "core/wa-util.h"
#include "model/wa-record.h"

G_DEFINE_ABSTRACT_TYPE (WaRecord, wa_record, G_TYPE_OBJECT)

#define AT(record, field, Type) (*(Type *) G_STRUCT_MEMBER_P (record, (field)->offset))

static void
changed (WaRecord      *self,
         const WaField *field)
{
  WaRecordClass *klass = WA_RECORD_GET_CLASS (self);

  g_object_notify_by_pspec (G_OBJECT (self), klass->pspecs[field - klass->fields]);
  if (klass->changed != NULL)
    klass->changed (self, field);
}

void
wa_record_set_text (WaRecord      *self,
                    const WaField *field,
                    const char    *value)
{
  if (wa_is_empty (value))
    value = NULL;
  if (wa_set_str (&AT (self, field, char *), value))
    changed (self, field);
}

void
wa_record_set_flag (WaRecord      *self,
                    const WaField *field,
                    gboolean       value)
{
  gboolean *place = &AT (self, field, gboolean);

  value = !!value;
  if (*place == value)
    return;

  *place = value;
  changed (self, field);
}

void
wa_record_set_integer (WaRecord      *self,
                       const WaField *field,
                       gint64         value)
{
  gint64 *place = &AT (self, field, gint64);

  if (*place == value)
    return;

  *place = value;
  changed (self, field);
}

void
wa_record_set_decimal (WaRecord      *self,
                       const WaField *field,
                       double         value)
{
  double *place = &AT (self, field, double);

  /* Bits, not values: what counts is whether it was set to something else. */
  if (memcmp (place, &value, sizeof value) == 0)
    return;

  *place = value;
  changed (self, field);
}

void
wa_record_set_choice (WaRecord      *self,
                      const WaField *field,
                      int            value)
{
  int *place = &AT (self, field, int);

  if (*place == value)
    return;

  *place = value;
  changed (self, field);
}

static gboolean
time_equal (GDateTime *a,
            GDateTime *b)
{
  return a == b || (a != NULL && b != NULL && g_date_time_equal (a, b));
}

void
wa_record_set_time (WaRecord      *self,
                    const WaField *field,
                    GDateTime     *value)
{
  GDateTime **place = &AT (self, field, GDateTime *);

  if (time_equal (*place, value))
    return;

  g_clear_pointer (place, g_date_time_unref);
  *place = value != NULL ? g_date_time_ref (value) : NULL;
  changed (self, field);
}

void
wa_record_set_texts (WaRecord          *self,
                     const WaField     *field,
                     const char *const *value)
{
  char ***place = &AT (self, field, char **);
  char **old = *place;

  if (wa_strv_equal ((const char *const *) old, value))
    return;

  *place = g_strdupv ((char **) value);
  g_strfreev (old);
  changed (self, field);
}

void
wa_record_set_record (WaRecord      *self,
                      const WaField *field,
                      WaRecord      *value)
{
  g_return_if_fail (value == NULL || G_TYPE_CHECK_INSTANCE_TYPE (value, field->type ()));

  if (g_set_object (&AT (self, field, WaRecord *), value))
    changed (self, field);
}

void
wa_record_set_bytes (WaRecord      *self,
                     const WaField *field,
                     GBytes        *value)
{
  GBytes **place = &AT (self, field, GBytes *);

  if (*place == value)
    return;

  g_clear_pointer (place, g_bytes_unref);
  *place = value != NULL ? g_bytes_ref (value) : NULL;
  changed (self, field);
}

/**
 * wa_record_notify:
 * @name: a derived property
 *
 * For a class's `changed`: what it derives from the changed property changed too.
 */
void
wa_record_notify (WaRecord   *self,
                  const char *name)
{
  g_object_notify (G_OBJECT (self), name);
}

/**
 * wa_record_field_at:
 *
 * Returns: the row of the table whose value lives at @offset; there must be one
 */
const WaField *
wa_record_field_at (WaRecord *self,
                    gsize     offset)
{
  WaRecordClass *klass = WA_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].offset == offset)
      return &klass->fields[i];

  g_assert_not_reached ();
}

/**
 * wa_record_get_text:
 *
 * Returns: the text of a %WA_FIELD_TEXT, never %NULL
 */
const char *
wa_record_get_text (WaRecord      *self,
                    const WaField *field)
{
  g_return_val_if_fail (field->kind == WA_FIELD_TEXT, "");

  return wa_or_empty (AT (self, field, char *));
}

/**
 * wa_record_get_records:
 *
 * Returns: (transfer none): the list of a %WA_FIELD_RECORDS, which lives as long as the record
 */
GListStore *
wa_record_get_records (WaRecord      *self,
                       const WaField *field)
{
  GListStore **place = &AT (self, field, GListStore *);

  g_return_val_if_fail (field->kind == WA_FIELD_RECORDS, NULL);

  if (*place == NULL)
    *place = g_list_store_new (field->type ());

  return *place;
}

/**
 * wa_record_count_records:
 *
 * Returns: how many there are in the list of a %WA_FIELD_RECORDS; asking makes no list
 */
guint
wa_record_count_records (WaRecord      *self,
                         const WaField *field)
{
  GListModel *list = AT (self, field, GListModel *);

  g_return_val_if_fail (field->kind == WA_FIELD_RECORDS, 0);

  return list != NULL ? g_list_model_get_n_items (list) : 0;
}

static void
wa_record_get_property (GObject    *object,
                        guint       id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  static const char *const none[] = { NULL };
  WaRecord *self = WA_RECORD (object);
  const WaField *field = &WA_RECORD_GET_CLASS (self)->fields[id - 1];

  switch (field->kind)
    {
    case WA_FIELD_TEXT:
      g_value_set_string (value, wa_or_empty (AT (self, field, char *)));
      break;
    case WA_FIELD_FLAG:
      g_value_set_boolean (value, AT (self, field, gboolean));
      break;
    case WA_FIELD_INTEGER:
      g_value_set_int64 (value, AT (self, field, gint64));
      break;
    case WA_FIELD_DECIMAL:
      g_value_set_double (value, AT (self, field, double));
      break;
    case WA_FIELD_CHOICE:
      g_value_set_enum (value, AT (self, field, int));
      break;
    case WA_FIELD_TIME:
    case WA_FIELD_BYTES:
      g_value_set_boxed (value, AT (self, field, gpointer));
      break;
    case WA_FIELD_TEXTS:
      g_value_set_boxed (value, AT (self, field, gpointer) ? AT (self, field, gpointer) : (gpointer) none);
      break;
    case WA_FIELD_RECORD:
      g_value_set_object (value, AT (self, field, gpointer));
      break;
    case WA_FIELD_RECORDS:
      g_value_set_object (value, wa_record_get_records (self, field));
      break;
    case WA_FIELD_DERIVED:
      g_value_take_string (value, field->derive (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
wa_record_set_property (GObject      *object,
                        guint         id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  WaRecord *self = WA_RECORD (object);
  const WaField *field = &WA_RECORD_GET_CLASS (self)->fields[id - 1];

  switch (field->kind)
    {
    case WA_FIELD_TEXT:
      wa_record_set_text (self, field, g_value_get_string (value));
      break;
    case WA_FIELD_FLAG:
      wa_record_set_flag (self, field, g_value_get_boolean (value));
      break;
    case WA_FIELD_INTEGER:
      wa_record_set_integer (self, field, g_value_get_int64 (value));
      break;
    case WA_FIELD_DECIMAL:
      wa_record_set_decimal (self, field, g_value_get_double (value));
      break;
    case WA_FIELD_CHOICE:
      wa_record_set_choice (self, field, g_value_get_enum (value));
      break;
    case WA_FIELD_TIME:
      wa_record_set_time (self, field, g_value_get_boxed (value));
      break;
    case WA_FIELD_BYTES:
      wa_record_set_bytes (self, field, g_value_get_boxed (value));
      break;
    case WA_FIELD_TEXTS:
      wa_record_set_texts (self, field, g_value_get_boxed (value));
      break;
    case WA_FIELD_RECORD:
      wa_record_set_record (self, field, g_value_get_object (value));
      break;
    case WA_FIELD_RECORDS:
    case WA_FIELD_DERIVED:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
wa_record_finalize (GObject *object)
{
  WaRecord *self = WA_RECORD (object);
  WaRecordClass *klass = WA_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const WaField *field = &klass->fields[i];

      switch (field->kind)
        {
        case WA_FIELD_TEXT:
          g_clear_pointer (&AT (self, field, char *), g_free);
          break;
        case WA_FIELD_TIME:
          g_clear_pointer (&AT (self, field, GDateTime *), g_date_time_unref);
          break;
        case WA_FIELD_BYTES:
          g_clear_pointer (&AT (self, field, GBytes *), g_bytes_unref);
          break;
        case WA_FIELD_TEXTS:
          g_clear_pointer (&AT (self, field, char **), g_strfreev);
          break;
        case WA_FIELD_RECORD:
        case WA_FIELD_RECORDS:
          g_clear_object (&AT (self, field, GObject *));
          break;
        case WA_FIELD_FLAG:
        case WA_FIELD_INTEGER:
        case WA_FIELD_DECIMAL:
        case WA_FIELD_CHOICE:
        case WA_FIELD_DERIVED:
        default:
          break;
        }
    }

  G_OBJECT_CLASS (wa_record_parent_class)->finalize (object);
}

static void
wa_record_class_init (WaRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = wa_record_finalize;
}

static void
wa_record_init (WaRecord *self)
{
}

static GParamSpec *
field_pspec (const WaField *field)
{
  GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GParamFlags write = read | G_PARAM_WRITABLE | G_PARAM_EXPLICIT_NOTIFY;

  switch (field->kind)
    {
    case WA_FIELD_TEXT:
      return g_param_spec_string (field->name, NULL, NULL, "", write);
    case WA_FIELD_FLAG:
      return g_param_spec_boolean (field->name, NULL, NULL, FALSE, write);
    case WA_FIELD_INTEGER:
      return g_param_spec_int64 (field->name, NULL, NULL, G_MININT64, G_MAXINT64, 0, write);
    case WA_FIELD_DECIMAL:
      return g_param_spec_double (field->name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, write);
    case WA_FIELD_CHOICE:
      return g_param_spec_enum (field->name, NULL, NULL, field->type (), 0, write);
    case WA_FIELD_TIME:
      return g_param_spec_boxed (field->name, NULL, NULL, G_TYPE_DATE_TIME, write);
    case WA_FIELD_BYTES:
      return g_param_spec_boxed (field->name, NULL, NULL, G_TYPE_BYTES, write);
    case WA_FIELD_TEXTS:
      return g_param_spec_boxed (field->name, NULL, NULL, G_TYPE_STRV, write);
    case WA_FIELD_RECORD:
      return g_param_spec_object (field->name, NULL, NULL, field->type (), write);
    case WA_FIELD_RECORDS:
      return g_param_spec_object (field->name, NULL, NULL, G_TYPE_LIST_MODEL, read);
    case WA_FIELD_DERIVED:
    default:
      return g_param_spec_string (field->name, NULL, NULL, "", read);
    }
}

/**
 * wa_record_class_set_fields:
 * @fields: the table; it must live as long as the class
 *
 * Makes the properties of a model.  Called once, in its class_init.
 */
void
wa_record_class_set_fields (WaRecordClass *klass,
                            const WaField *fields,
                            guint          n_fields)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = wa_record_get_property;
  object_class->set_property = wa_record_set_property;

  klass->fields = fields;
  klass->n_fields = n_fields;
  klass->pspecs = g_new0 (GParamSpec *, n_fields);
  for (guint i = 0; i < n_fields; i++)
    {
      klass->pspecs[i] = field_pspec (&fields[i]);
      g_object_class_install_property (object_class, i + 1, klass->pspecs[i]);
    }
}

/**
 * wa_record_class_find_field:
 *
 * Returns: (nullable): the row of the table with that name
 */
const WaField *
wa_record_class_find_field (WaRecordClass *klass,
                            const char    *name)
{
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].name[0] == name[0] && strcmp (klass->fields[i].name, name) == 0)
      return &klass->fields[i];

  return NULL;
}

static void
assign_records (GListStore *to,
                GListStore *from)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (from));
  g_autoptr(GPtrArray) copies = g_ptr_array_new_full (n, g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(WaRecord) item = g_list_model_get_item (G_LIST_MODEL (from), i);

      g_ptr_array_add (copies, wa_record_copy (item));
    }

  g_list_store_splice (to, 0, g_list_model_get_n_items (G_LIST_MODEL (to)), copies->pdata, n);
}

static void
assign_field (WaRecord      *to,
              WaRecord      *from,
              const WaField *field)
{
  switch (field->kind)
    {
    case WA_FIELD_TEXT:
      wa_record_set_text (to, field, AT (from, field, char *));
      break;
    case WA_FIELD_FLAG:
      wa_record_set_flag (to, field, AT (from, field, gboolean));
      break;
    case WA_FIELD_INTEGER:
      wa_record_set_integer (to, field, AT (from, field, gint64));
      break;
    case WA_FIELD_DECIMAL:
      wa_record_set_decimal (to, field, AT (from, field, double));
      break;
    case WA_FIELD_CHOICE:
      wa_record_set_choice (to, field, AT (from, field, int));
      break;
    case WA_FIELD_TIME:
      wa_record_set_time (to, field, AT (from, field, GDateTime *));
      break;
    case WA_FIELD_BYTES:
      wa_record_set_bytes (to, field, AT (from, field, GBytes *));
      break;
    case WA_FIELD_TEXTS:
      wa_record_set_texts (to, field, (const char *const *) AT (from, field, char **));
      break;
    case WA_FIELD_RECORD:
      {
        WaRecord *held = AT (from, field, WaRecord *);
        g_autoptr(WaRecord) copy = held != NULL ? wa_record_copy (held) : NULL;

        if (copy == NULL || AT (to, field, WaRecord *) == NULL ||
            !wa_record_equal (copy, AT (to, field, WaRecord *)))
          wa_record_set_record (to, field, copy);
        break;
      }
    case WA_FIELD_RECORDS:
      if (!wa_record_field_equal (to, from, field->name))
        assign_records (wa_record_get_records (to, field), wa_record_get_records (from, field));
      break;
    case WA_FIELD_DERIVED:
    default:
      break;
    }
}

/**
 * wa_record_assign:
 * @from: a record of the same type
 *
 * Makes @self hold what @from holds, deeply; only what differs is notified.
 */
void
wa_record_assign (WaRecord *self,
                  WaRecord *from)
{
  WaRecordClass *klass;

  g_return_if_fail (WA_IS_RECORD (self));
  g_return_if_fail (G_OBJECT_TYPE (self) == G_OBJECT_TYPE (from));

  klass = WA_RECORD_GET_CLASS (self);
  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 0; i < klass->n_fields; i++)
    assign_field (self, from, &klass->fields[i]);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * wa_record_assign_field:
 * @from: a record of the same type
 * @name: a property's name
 *
 * As wa_record_assign(), for one property.
 */
void
wa_record_assign_field (WaRecord   *self,
                        WaRecord   *from,
                        const char *name)
{
  const WaField *field;

  g_return_if_fail (WA_IS_RECORD (self));
  g_return_if_fail (G_OBJECT_TYPE (self) == G_OBJECT_TYPE (from));

  field = wa_record_class_find_field (WA_RECORD_GET_CLASS (self), name);
  g_return_if_fail (field != NULL);
  assign_field (self, from, field);
}

/**
 * wa_record_copy:
 * @self: (type WaRecord): any record
 *
 * Returns: (transfer full): a new record of the same type with the same values, deeply copied
 */
gpointer
wa_record_copy (gpointer self)
{
  WaRecord *copy;

  g_return_val_if_fail (WA_IS_RECORD (self), NULL);

  copy = g_object_new (G_OBJECT_TYPE (self), NULL);
  wa_record_assign (copy, self);

  return copy;
}

static gboolean
records_equal (WaRecord      *a,
               WaRecord      *b,
               const WaField *field)
{
  guint n = wa_record_count_records (a, field);

  if (n != wa_record_count_records (b, field))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(WaRecord) one = g_list_model_get_item (AT (a, field, GListModel *), i);
      g_autoptr(WaRecord) other = g_list_model_get_item (AT (b, field, GListModel *), i);

      if (!wa_record_equal (one, other))
        return FALSE;
    }

  return TRUE;
}

static gboolean
field_equal (WaRecord      *a,
             WaRecord      *b,
             const WaField *field)
{
  switch (field->kind)
    {
    case WA_FIELD_TEXT:
      return g_strcmp0 (AT (a, field, char *), AT (b, field, char *)) == 0;
    case WA_FIELD_FLAG:
      return AT (a, field, gboolean) == AT (b, field, gboolean);
    case WA_FIELD_INTEGER:
      return AT (a, field, gint64) == AT (b, field, gint64);
    case WA_FIELD_DECIMAL:
      return memcmp (&AT (a, field, double), &AT (b, field, double), sizeof (double)) == 0;
    case WA_FIELD_CHOICE:
      return AT (a, field, int) == AT (b, field, int);
    case WA_FIELD_TIME:
      return time_equal (AT (a, field, GDateTime *), AT (b, field, GDateTime *));
    case WA_FIELD_TEXTS:
      return wa_strv_equal (AT (a, field, const char *const *), AT (b, field, const char *const *));
    case WA_FIELD_BYTES:
      {
        GBytes *one = AT (a, field, GBytes *);
        GBytes *other = AT (b, field, GBytes *);

        return one == other || (one != NULL && other != NULL && g_bytes_equal (one, other));
      }
    case WA_FIELD_RECORD:
      {
        WaRecord *one = AT (a, field, WaRecord *);
        WaRecord *other = AT (b, field, WaRecord *);

        return one == other || (one != NULL && other != NULL && wa_record_equal (one, other));
      }
    case WA_FIELD_RECORDS:
      return records_equal (a, b, field);
    case WA_FIELD_DERIVED:
    default:
      return TRUE;
    }
}

/**
 * wa_record_field_equal:
 * @name: a property
 *
 * Returns: whether two records of one type hold the same in that property
 */
gboolean
wa_record_field_equal (WaRecord   *a,
                       WaRecord   *b,
                       const char *name)
{
  const WaField *field = wa_record_class_find_field (WA_RECORD_GET_CLASS (a), name);

  g_return_val_if_fail (field != NULL, FALSE);

  return field_equal (a, b, field);
}

/**
 * wa_record_equal:
 *
 * Returns: whether two records are of one type and hold the same, deeply
 */
gboolean
wa_record_equal (WaRecord *a,
                 WaRecord *b)
{
  WaRecordClass *klass = WA_RECORD_GET_CLASS (a);

  if (G_OBJECT_TYPE (a) != G_OBJECT_TYPE (b))
    return FALSE;

  for (guint i = 0; i < klass->n_fields; i++)
    if (!field_equal (a, b, &klass->fields[i]))
      return FALSE;

  return TRUE;
}
