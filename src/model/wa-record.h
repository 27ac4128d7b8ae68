/* wa-record.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * WaRecord:
 *
 * What all models are made of: an object whose properties are a table.  The table says what a property is and
 * where in the instance it lives; from it come the GObject properties with notify-on-change, copying, comparing,
 * freeing, and the JSON form that the store, the probe and the tests share.  A model's own file
 * then holds its meaning and nothing else.
 *
 * Records are main-thread objects without I/O.
 */
#define WA_TYPE_RECORD (wa_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (WaRecord, wa_record, WA, RECORD, GObject)

/**
 * WaRecordFieldKind:
 * @WA_FIELD_TEXT: `char *`, property never %NULL: no text is ""
 * @WA_FIELD_FLAG: `gboolean`
 * @WA_FIELD_INTEGER: `gint64`
 * @WA_FIELD_DECIMAL: `double`
 * @WA_FIELD_CHOICE: `int`, of the enumeration in the table
 * @WA_FIELD_TIME: `GDateTime *`, in UTC, %NULL where unknown
 * @WA_FIELD_TEXTS: `char **`, property never %NULL
 * @WA_FIELD_RECORD: a #WaRecord of the type in the table, %NULL where there is none
 * @WA_FIELD_RECORDS: a `GListStore *` of the type in the table, made when it is first asked for, read-only as a property
 * @WA_FIELD_BYTES: `GBytes *`, %NULL where there are none; never part of the JSON form
 * @WA_FIELD_DERIVED: text that a function makes from other properties; read-only
 */
typedef enum
{
  WA_FIELD_TEXT,
  WA_FIELD_FLAG,
  WA_FIELD_INTEGER,
  WA_FIELD_DECIMAL,
  WA_FIELD_CHOICE,
  WA_FIELD_TIME,
  WA_FIELD_TEXTS,
  WA_FIELD_RECORD,
  WA_FIELD_RECORDS,
  WA_FIELD_BYTES,
  WA_FIELD_DERIVED,
} WaRecordFieldKind;

/**
 * WaField:
 * @name: the property's name
 * @kind: what it holds
 * @offset: where in the instance
 * @type: for choices and records: their type
 * @derive: for derived texts: returns (transfer full) the text
 */
typedef struct
{
  const char   *name;
  WaRecordFieldKind   kind;
  gsize         offset;
  GType       (*type)   (void);
  char       *(*derive) (WaRecord *record);
} WaField;

/**
 * WaRecordClass:
 * @fields: the table, see wa_record_class_set_fields()
 * @n_fields: its length
 * @changed: a property was set to another value; for what depends on it
 */
struct _WaRecordClass
{
  GObjectClass    parent_class;

  const WaField  *fields;
  guint           n_fields;
  GParamSpec    **pspecs;

  void          (*changed) (WaRecord      *self,
                            const WaField *field);
};

#define WA_FIELD(Type, member, field_name, KIND) \
  { .name = field_name, .kind = WA_FIELD_##KIND, .offset = G_STRUCT_OFFSET (Type, member) }
#define WA_FIELD_OF(Type, member, field_name, KIND, get_type) \
  { .name = field_name, .kind = WA_FIELD_##KIND, .offset = G_STRUCT_OFFSET (Type, member), .type = get_type }
#define WA_FIELD_DERIVE(field_name, function) \
  { .name = field_name, .kind = WA_FIELD_DERIVED, .derive = function }

void           wa_record_class_set_fields (WaRecordClass  *klass,
                                           const WaField  *fields,
                                           guint           n_fields);
const WaField *wa_record_class_find_field (WaRecordClass  *klass,
                                           const char     *name);

void           wa_record_set_text         (WaRecord       *self,
                                           const WaField  *field,
                                           const char     *value);
void           wa_record_set_flag         (WaRecord       *self,
                                           const WaField  *field,
                                           gboolean        value);
void           wa_record_set_integer      (WaRecord       *self,
                                           const WaField  *field,
                                           gint64          value);
void           wa_record_set_decimal      (WaRecord       *self,
                                           const WaField  *field,
                                           double          value);
void           wa_record_set_choice       (WaRecord       *self,
                                           const WaField  *field,
                                           int             value);
void           wa_record_set_time         (WaRecord       *self,
                                           const WaField  *field,
                                           GDateTime      *value);
void           wa_record_set_texts        (WaRecord       *self,
                                           const WaField  *field,
                                           const char *const *value);
void           wa_record_set_record       (WaRecord       *self,
                                           const WaField  *field,
                                           WaRecord       *value);
void           wa_record_set_bytes        (WaRecord       *self,
                                           const WaField  *field,
                                           GBytes         *value);
void           wa_record_notify           (WaRecord       *self,
                                           const char     *name);

const WaField *wa_record_field_at         (WaRecord       *self,
                                           gsize           offset);
const char    *wa_record_get_text         (WaRecord       *self,
                                           const WaField  *field);
GListStore    *wa_record_get_records      (WaRecord       *self,
                                           const WaField  *field);
guint          wa_record_count_records    (WaRecord       *self,
                                           const WaField  *field);

gpointer       wa_record_copy             (gpointer        self);
void           wa_record_assign           (WaRecord       *self,
                                           WaRecord       *from);
void           wa_record_assign_field     (WaRecord       *self,
                                           WaRecord       *from,
                                           const char     *name);
gboolean       wa_record_equal            (WaRecord       *a,
                                           WaRecord       *b);
gboolean       wa_record_field_equal      (WaRecord       *a,
                                           WaRecord       *b,
                                           const char     *name);

/* Accessors.  The member and the accessor have the same name; the header declares them by hand, with what there is to
 * say about them. */
#define WA_RECORD_TEXT(Type, prefix, member) \
  const char *prefix##_get_##member (Type *self) \
  { \
    g_return_val_if_fail (self != NULL, ""); \
    return self->member != NULL ? self->member : ""; \
  } \
  void prefix##_set_##member (Type *self, const char *value) \
  { \
    g_return_if_fail (self != NULL); \
    wa_record_set_text (WA_RECORD (self), wa_record_field_at (WA_RECORD (self), G_STRUCT_OFFSET (Type, member)), value); \
  }

#define WA_RECORD_VALUE(Type, prefix, member, c_type, kind) \
  c_type prefix##_get_##member (Type *self) \
  { \
    g_return_val_if_fail (self != NULL, (c_type) 0); \
    return self->member; \
  } \
  void prefix##_set_##member (Type *self, c_type value) \
  { \
    g_return_if_fail (self != NULL); \
    wa_record_set_##kind (WA_RECORD (self), wa_record_field_at (WA_RECORD (self), G_STRUCT_OFFSET (Type, member)), value); \
  }

#define WA_RECORD_FLAG(Type, prefix, member) WA_RECORD_VALUE (Type, prefix, member, gboolean, flag)
#define WA_RECORD_INTEGER(Type, prefix, member) WA_RECORD_VALUE (Type, prefix, member, gint64, integer)
#define WA_RECORD_DECIMAL(Type, prefix, member) WA_RECORD_VALUE (Type, prefix, member, double, decimal)
#define WA_RECORD_CHOICE(Type, prefix, member, Enum) \
  Enum prefix##_get_##member (Type *self) \
  { \
    g_return_val_if_fail (self != NULL, (Enum) 0); \
    return (Enum) self->member; \
  } \
  void prefix##_set_##member (Type *self, Enum value) \
  { \
    g_return_if_fail (self != NULL); \
    wa_record_set_choice (WA_RECORD (self), wa_record_field_at (WA_RECORD (self), G_STRUCT_OFFSET (Type, member)), (int) value); \
  }
#define WA_RECORD_TIME(Type, prefix, member) WA_RECORD_VALUE (Type, prefix, member, GDateTime *, time)
#define WA_RECORD_BYTES(Type, prefix, member) WA_RECORD_VALUE (Type, prefix, member, GBytes *, bytes)

#define WA_RECORD_TEXTS(Type, prefix, member) \
  const char *const *prefix##_get_##member (Type *self) \
  { \
    static const char *const none[] = { NULL }; \
    g_return_val_if_fail (self != NULL, none); \
    return self->member != NULL ? (const char *const *) self->member : none; \
  } \
  void prefix##_set_##member (Type *self, const char *const *value) \
  { \
    g_return_if_fail (self != NULL); \
    wa_record_set_texts (WA_RECORD (self), wa_record_field_at (WA_RECORD (self), G_STRUCT_OFFSET (Type, member)), value); \
  }

#define WA_RECORD_RECORD(Type, prefix, member, Held) \
  Held *prefix##_get_##member (Type *self) \
  { \
    g_return_val_if_fail (self != NULL, NULL); \
    return self->member; \
  } \
  void prefix##_set_##member (Type *self, Held *value) \
  { \
    g_return_if_fail (self != NULL); \
    wa_record_set_record (WA_RECORD (self), wa_record_field_at (WA_RECORD (self), G_STRUCT_OFFSET (Type, member)), (WaRecord *) value); \
  }

/* A list of records belongs to its record for life: it is filled and emptied, never replaced. */
#define WA_RECORD_RECORDS(Type, prefix, member) \
  GListStore *prefix##_get_##member (Type *self) \
  { \
    g_return_val_if_fail (self != NULL, NULL); \
    return wa_record_get_records (WA_RECORD (self), wa_record_field_at (WA_RECORD (self), G_STRUCT_OFFSET (Type, member))); \
  }

G_END_DECLS
