/* wa-store-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "core/wa-util.h"
#include "model/wa-record-json.h"
#include "store/wa-fold.h"
#include "store/wa-store-row.h"

/* Texts of a list stand in one column; nobody types this character. */
#define SEPARATOR "\x1f"

#define AT(record, field, Type) (*(Type *) G_STRUCT_MEMBER_P (record, (field)->offset))

/* From records to rows, on the main thread */

static WaCell
cell_text (char *text)
{
  if (!wa_is_empty (text))
    return (WaCell) { .type = SQLITE_TEXT, .text = text };

  g_free (text);

  return (WaCell) { .type = SQLITE_NULL };
}

static WaCell
cell_number (gint64 number)
{
  return (WaCell) { .type = SQLITE_INTEGER, .number = number };
}

static char *
records_to_text (GListModel *records)
{
  g_autoptr(JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  g_autoptr(JsonArray) array = json_array_new ();
  guint n = g_list_model_get_n_items (records);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(WaRecord) item = g_list_model_get_item (records, i);

      json_array_add_element (array, wa_record_to_json (item));
    }
  json_node_set_array (node, array);

  return json_to_string (node, FALSE);
}

static char *
texts_to_text (char **texts)
{
  g_autoptr(GString) joined = g_string_new (NULL);

  for (gsize i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      g_autofree char *text = g_strdelimit (g_strdup (texts[i]), SEPARATOR, ' ');

      if (text[0] != '\0')
        g_string_append_printf (joined, "%s%s", joined->len > 0 ? SEPARATOR : "", text);
    }

  return g_strdup (joined->str);
}

static const char *
choice_nick (const WaField *field,
             int            value)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (field->type ());
  GEnumValue *found = g_enum_get_value (klass, value);

  return found != NULL ? found->value_nick : "";
}

static WaCell
cell_from_record (WaRecord      *record,
                  const WaField *field)
{
  switch (field->kind)
    {
    case WA_FIELD_TEXT:
      return cell_text (g_strdup (AT (record, field, char *)));
    case WA_FIELD_FLAG:
      return cell_number (AT (record, field, gboolean));
    case WA_FIELD_INTEGER:
      return cell_number (AT (record, field, gint64));
    case WA_FIELD_CHOICE:
      return cell_text (g_strdup (choice_nick (field, AT (record, field, int))));
    case WA_FIELD_TIME:
      {
        GDateTime *time = AT (record, field, GDateTime *);

        return time == NULL ? cell_text (NULL)
                            : cell_number (g_date_time_to_unix (time) * G_USEC_PER_SEC +
                                           g_date_time_get_microsecond (time));
      }
    case WA_FIELD_TEXTS:
      return cell_text (texts_to_text (AT (record, field, char **)));
    case WA_FIELD_RECORD:
      return cell_text (AT (record, field, WaRecord *) != NULL
                          ? wa_record_to_text (AT (record, field, WaRecord *)) : NULL);
    case WA_FIELD_RECORDS:
      return cell_text (wa_record_count_records (record, field) > 0
                          ? records_to_text (AT (record, field, GListModel *)) : NULL);
    case WA_FIELD_DECIMAL:
    case WA_FIELD_BYTES:
    case WA_FIELD_DERIVED:
    default:
      g_assert_not_reached ();
    }
}

static char *
extra_to_text (const WaTable *table,
               WaRecord      *record)
{
  g_autoptr(JsonNode) node = wa_record_to_json (record);
  JsonObject *object = json_node_get_object (node);

  if (json_object_has_member (object, "id"))
    json_object_remove_member (object, "id");
  for (guint i = 0; i < table->n_columns; i++)
    if (json_object_has_member (object, table->columns[i]))
      json_object_remove_member (object, table->columns[i]);

  return json_object_get_size (object) > 0 ? json_to_string (node, FALSE) : NULL;
}

static WaRow *
row_alloc (const WaTable *table)
{
  WaRow *self = g_new0 (WaRow, 1);

  self->table = table;
  self->cells = g_new0 (WaCell, table->n_columns + 1);

  return self;
}

/**
 * wa_row_new:
 *
 * Returns: (transfer full): what @record holds, as plain values
 */
WaRow *
wa_row_new (const WaTable *table,
            WaRecord      *record)
{
  WaRow *self = row_alloc (table);

  self->id = table->id_field != NULL ? AT (record, table->id_field, gint64) : 0;
  for (guint i = 0; i < table->n_columns; i++)
    self->cells[i] = cell_from_record (record, table->fields[i]);
  self->cells[table->n_columns] = cell_text (extra_to_text (table, record));

  return self;
}

void
wa_row_free (WaRow *self)
{
  for (guint i = 0; i <= self->table->n_columns; i++)
    g_free (self->cells[i].text);
  g_free (self->cells);
  g_free (self);
}

/* Between rows and statements, on any thread */

/**
 * wa_row_read:
 * @statement: at a row of the table's `select`
 *
 * Returns: (transfer full): the row
 */
WaRow *
wa_row_read (const WaTable *table,
             sqlite3_stmt  *statement)
{
  WaRow *self = row_alloc (table);

  self->id = sqlite3_column_int64 (statement, 0);
  for (guint i = 0; i <= table->n_columns; i++)
    {
      WaCell *cell = &self->cells[i];
      int column = (int) i + 1;

      cell->type = sqlite3_column_type (statement, column);
      if (cell->type == SQLITE_INTEGER)
        cell->number = sqlite3_column_int64 (statement, column);
      else
        *cell = cell_text (g_strdup ((const char *) sqlite3_column_text (statement, column)));
    }

  return self;
}

void
wa_cell_bind (const WaCell *self,
              sqlite3_stmt *statement,
              int           position)
{
  if (self->type == SQLITE_INTEGER)
    sqlite3_bind_int64 (statement, position, self->number);
  else
    sqlite3_bind_text (statement, position, self->text, -1, SQLITE_STATIC);
}

/**
 * wa_row_bind:
 * @statement: the table's `insert` or `update`
 *
 * Binds the columns and `extra`; what follows in the statement is the caller's.
 */
void
wa_row_bind (const WaRow  *self,
             sqlite3_stmt *statement)
{
  for (guint i = 0; i <= self->table->n_columns; i++)
    wa_cell_bind (&self->cells[i], statement, (int) i + 1);
}

/**
 * wa_row_get_text:
 *
 * Returns: (nullable): the text in the column of a property
 */
const char *
wa_row_get_text (const WaRow *self,
                 const char  *property)
{
  int column = wa_table_find_column (self->table, property);

  return column >= 0 ? self->cells[column].text : NULL;
}

gboolean
wa_row_equal (const WaRow *a,
              const WaRow *b)
{
  for (guint i = 0; i <= a->table->n_columns; i++)
    if (a->cells[i].type != b->cells[i].type || a->cells[i].number != b->cells[i].number ||
        g_strcmp0 (a->cells[i].text, b->cells[i].text) != 0)
      return FALSE;

  return TRUE;
}

/**
 * wa_row_copy_cell:
 *
 * Makes a column hold what it holds in @from.
 */
void
wa_row_copy_cell (WaRow       *self,
                  const WaRow *from,
                  guint        column)
{
  g_free (self->cells[column].text);
  self->cells[column] = from->cells[column];
  self->cells[column].text = g_strdup (from->cells[column].text);
}

/**
 * wa_row_split_texts:
 * @text: (nullable): the content of a column of texts
 *
 * Returns: (transfer full): the texts
 */
char **
wa_row_split_texts (const char *text)
{
  return wa_is_empty (text) ? g_new0 (char *, 1) : g_strsplit (text, SEPARATOR, -1);
}

static char *
dup_contact_key (const WaRow *self)
{
  const char *name = wa_row_get_text (self, "name");
  g_autofree char *parts = g_strjoin (" ", wa_or_empty (wa_row_get_text (self, "first-name")),
                                      wa_or_empty (wa_row_get_text (self, "last-name")), NULL);
  g_autofree char *shown = wa_fold_text (name != NULL ? name : parts);
  g_autofree char *hidden = wa_fold_text (name != NULL ? parts : NULL);
  g_autofree char *email = wa_fold_text (wa_row_get_text (self, "email"));

  /* A line break sorts before all that a name may hold, and is part of no search. */
  return g_strjoin ("\n", shown, wa_or_empty (wa_row_get_text (self, "number")), email, hidden, NULL);
}

/**
 * wa_row_dup_key:
 *
 * Returns: (transfer full): the folded text that the row is searched and sorted by
 */
char *
wa_row_dup_key (const WaRow *self)
{
  return self->table->id == WA_TABLE_CONTACTS ? dup_contact_key (self)
                                              : wa_fold_text (wa_row_get_text (self, "name"));
}

/* From statements to records, on the main thread */

static void
set_time (WaRecord      *record,
          const WaField *field,
          gint64         microseconds)
{
  g_autoptr(GDateTime) second = g_date_time_new_from_unix_utc (microseconds / G_USEC_PER_SEC);
  g_autoptr(GDateTime) time = second != NULL ? g_date_time_add (second, microseconds % G_USEC_PER_SEC) : NULL;

  wa_record_set_time (record, field, time);
}

static void
set_choice (WaRecord      *record,
            const WaField *field,
            const char    *nick)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (field->type ());
  GEnumValue *found = g_enum_get_value_by_nick (klass, nick);

  wa_record_set_choice (record, field, found != NULL ? found->value : 0);
}

static void
set_texts (WaRecord      *record,
           const WaField *field,
           const char    *text)
{
  g_auto(GStrv) texts = wa_row_split_texts (text);

  wa_record_set_texts (record, field, (const char *const *) texts);
}

static void
set_record (WaRecord      *record,
            const WaField *field,
            const char    *text)
{
  g_autoptr(WaRecord) held = wa_record_new_text (field->type (), text, NULL);

  wa_record_set_record (record, field, held);
}

static void
set_records (WaRecord      *record,
             const WaField *field,
             const char    *text)
{
  g_autoptr(WaJsonDocument) document = wa_json_document_new_text (text, NULL);
  WaJson root;

  if (document == NULL)
    return;

  root = wa_json_document_get_root (document);
  for (guint i = 0; i < wa_json_length (&root); i++)
    {
      WaJson element = wa_json_element (&root, i);
      g_autoptr(WaRecord) item = wa_record_new_json (field->type (), &element, NULL);

      if (item != NULL)
        g_list_store_append (wa_record_get_records (record, field), item);
    }
}

static void
set_text_cell (WaRecord      *record,
               const WaField *field,
               const char    *stored)
{
  /* A damaged file may hold anything. */
  g_autofree char *text = g_utf8_make_valid (stored, -1);

  switch (field->kind)
    {
    case WA_FIELD_TEXT:
      wa_record_set_text (record, field, text);
      break;
    case WA_FIELD_CHOICE:
      set_choice (record, field, text);
      break;
    case WA_FIELD_TEXTS:
      set_texts (record, field, text);
      break;
    case WA_FIELD_RECORD:
      set_record (record, field, text);
      break;
    case WA_FIELD_RECORDS:
      set_records (record, field, text);
      break;
    case WA_FIELD_FLAG:
    case WA_FIELD_INTEGER:
    case WA_FIELD_DECIMAL:
    case WA_FIELD_TIME:
    case WA_FIELD_BYTES:
    case WA_FIELD_DERIVED:
    default:
      break;
    }
}

static void
set_number_cell (WaRecord      *record,
                 const WaField *field,
                 gint64         number)
{
  if (field->kind == WA_FIELD_FLAG)
    wa_record_set_flag (record, field, number != 0);
  else if (field->kind == WA_FIELD_INTEGER)
    wa_record_set_integer (record, field, number);
  else if (field->kind == WA_FIELD_TIME)
    set_time (record, field, number);
}

static void
read_extra (WaRecord   *record,
            const char *text)
{
  g_autoptr(WaJsonDocument) document = wa_json_document_new_text (text, NULL);
  g_autoptr(GError) error = NULL;
  WaJson root;

  if (document == NULL)
    return;

  root = wa_json_document_get_root (document);
  if (!wa_record_read_json (record, &root, &error))
    g_debug ("A stored %s is not whole: %s", G_OBJECT_TYPE_NAME (record), error->message);
}

/**
 * wa_table_read_record:
 * @statement: at a row of the table's `select`
 *
 * What can't be read of a damaged row is left out.
 *
 * Returns: (transfer full): the row as a record
 */
gpointer
wa_table_read_record (const WaTable *self,
                      sqlite3_stmt  *statement)
{
  WaRecord *record = g_object_new (self->type (), NULL);
  const char *extra;

  if (self->id_field != NULL)
    wa_record_set_integer (record, self->id_field, sqlite3_column_int64 (statement, 0));

  for (guint i = 0; i < self->n_columns; i++)
    {
      int column = (int) i + 1;
      int type = sqlite3_column_type (statement, column);

      if (type == SQLITE_INTEGER)
        set_number_cell (record, self->fields[i], sqlite3_column_int64 (statement, column));
      else if (type == SQLITE_TEXT)
        set_text_cell (record, self->fields[i], (const char *) sqlite3_column_text (statement, column));
    }

  extra = (const char *) sqlite3_column_text (statement, (int) self->n_columns + 1);
  if (extra != NULL)
    read_extra (record, extra);

  return record;
}
