/* wa-sql.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "store/wa-sql.h"

/* Nobody but this program writes to the file: a lock that lasts longer is worth telling. */
#define BUSY_MILLISECONDS 2000

struct _WaSql
{
  sqlite3    *handle;
  GHashTable *statements;  /* (element-type utf8 sqlite3_stmt) */
};

static const char *
describe (int result)
{
  switch (result & 0xff)
    {
    case SQLITE_FULL:
      return _("The disk is full. Make room on it, then try again.");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return _("Another program is using this account's data. Close it, then try again.");
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      return _("This account's data is damaged. Put back a copy of the file, or remove it and fetch everything "
               "again.");
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_CANTOPEN:
      return _("This account's data can't be opened for writing. Check the permissions of the file and its "
               "folder.");
    case SQLITE_IOERR:
      return _("The disk can't be read or written. Check the disk, then try again.");
    case SQLITE_NOMEM:
      return _("There is not enough memory. Close other programs, then try again.");
    default:
      return _("This account's data can't be used. Start the program again.");
    }
}

/* Always returns %FALSE. */
static gboolean
fail (sqlite3  *handle,
      int       result,
      GError  **error)
{
  if (result == SQLITE_INTERRUPT)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Cancelled"));
  else
    g_set_error (error, WA_ERROR, WA_ERROR_STORE, "%s (%s)", describe (result),
                 handle != NULL ? sqlite3_errmsg (handle) : sqlite3_errstr (result));

  return FALSE;
}

static gboolean
set_up (WaSql     *self,
        gboolean   writes,
        GError   **error)
{
  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_timeout (self->handle, BUSY_MILLISECONDS);

  /* What is private does not go to temporary files. */
  if (!wa_sql_execute (self, "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16384;", error))
    return FALSE;

  if (!writes)
    return TRUE;

  return wa_sql_execute (self,
                         "PRAGMA journal_mode = WAL;"
                         "PRAGMA synchronous = FULL;"
                         "PRAGMA foreign_keys = ON;",
                         error);
}

/**
 * wa_sql_open:
 * @writes: %FALSE for a connection that only reads
 *
 * Returns: (transfer full): a connection to a file that exists, or %NULL with %WA_ERROR_STORE
 */
WaSql *
wa_sql_open (const char  *path,
             gboolean     writes,
             GError     **error)
{
  g_autoptr(WaSql) self = g_new0 (WaSql, 1);
  int flags = (writes ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) | SQLITE_OPEN_NOMUTEX;
  int result = sqlite3_open_v2 (path, &self->handle, flags, NULL);

  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                            (GDestroyNotify) sqlite3_finalize);
  if (result != SQLITE_OK)
    {
      fail (self->handle, result, error);
      return NULL;
    }

  return set_up (self, writes, error) ? g_steal_pointer (&self) : NULL;
}

void
wa_sql_close (WaSql *self)
{
  g_hash_table_unref (self->statements);
  sqlite3_close (self->handle);
  g_free (self);
}

sqlite3 *
wa_sql_get_handle (WaSql *self)
{
  return self->handle;
}

/**
 * wa_sql_prepare:
 *
 * A text has one statement: asking for it again ends what the former asker did with it.
 *
 * Returns: (transfer none): the statement, without arguments
 */
sqlite3_stmt *
wa_sql_prepare (WaSql       *self,
                const char  *text,
                GError     **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, text);
  int result;

  if (statement != NULL)
    {
      sqlite3_reset (statement);
      sqlite3_clear_bindings (statement);
      return statement;
    }

  result = sqlite3_prepare_v3 (self->handle, text, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  if (result != SQLITE_OK)
    {
      fail (self->handle, result, error);
      return NULL;
    }

  g_hash_table_insert (self->statements, g_strdup (text), statement);

  return statement;
}

static void
bind (sqlite3_stmt *statement,
      const char   *types,
      va_list       values)
{
  for (int i = 0; types[i] != '\0'; i++)
    if (types[i] == 's')
      {
        sqlite3_bind_text (statement, i + 1, va_arg (values, const char *), -1, SQLITE_STATIC);
      }
    else if (types[i] == 'b')
      {
        gsize length;
        const void *content = g_bytes_get_data (va_arg (values, GBytes *), &length);

        sqlite3_bind_blob64 (statement, i + 1, content, length, SQLITE_STATIC);
      }
    else
      {
        sqlite3_bind_int64 (statement, i + 1, va_arg (values, gint64));
      }
}

static sqlite3_stmt *
query (WaSql       *self,
       GError     **error,
       const char  *text,
       const char  *types,
       va_list      values)
{
  sqlite3_stmt *statement = wa_sql_prepare (self, text, error);

  if (statement != NULL)
    bind (statement, types, values);

  return statement;
}

/**
 * wa_sql_query:
 *
 * Returns: (transfer none): the statement with its arguments, to be stepped to its end
 */
sqlite3_stmt *
wa_sql_query (WaSql       *self,
              GError     **error,
              const char  *text,
              const char  *types,
              ...)
{
  sqlite3_stmt *statement;
  va_list values;

  va_start (values, types);
  statement = query (self, error, text, types, values);
  va_end (values);

  return statement;
}

/**
 * wa_sql_step:
 * @row: (out): whether there is a row; where there is none, the statement is over
 */
gboolean
wa_sql_step (WaSql         *self,
             sqlite3_stmt  *statement,
             gboolean      *row,
             GError       **error)
{
  int result = sqlite3_step (statement);

  *row = result == SQLITE_ROW;
  if (*row)
    return TRUE;

  if (result != SQLITE_DONE)
    fail (self->handle, result, error);
  sqlite3_reset (statement);

  return result == SQLITE_DONE;
}

gboolean
wa_sql_run (WaSql       *self,
            GError     **error,
            const char  *text,
            const char  *types,
            ...)
{
  sqlite3_stmt *statement;
  gboolean row = TRUE;
  va_list values;

  va_start (values, types);
  statement = query (self, error, text, types, values);
  va_end (values);

  while (statement != NULL && row)
    if (!wa_sql_step (self, statement, &row, error))
      return FALSE;

  return statement != NULL;
}

/**
 * wa_sql_collect:
 * @values: (element-type gint64): where the first column is appended to
 */
gboolean
wa_sql_collect (WaSql         *self,
                sqlite3_stmt  *statement,
                GArray        *values,
                GError       **error)
{
  gboolean row;

  while (wa_sql_step (self, statement, &row, error))
    {
      gint64 value;

      if (!row)
        return TRUE;
      value = sqlite3_column_int64 (statement, 0);
      g_array_append_val (values, value);
    }

  return FALSE;
}

gboolean
wa_sql_get_integers (WaSql       *self,
                     GError     **error,
                     GArray      *values,
                     const char  *text,
                     const char  *types,
                     ...)
{
  sqlite3_stmt *statement;
  va_list arguments;

  va_start (arguments, types);
  statement = query (self, error, text, types, arguments);
  va_end (arguments);

  return statement != NULL && wa_sql_collect (self, statement, values, error);
}

/**
 * wa_sql_get_integer:
 * @value: (inout): the first column of the first row; stays as it is where there is no row
 */
gboolean
wa_sql_get_integer (WaSql       *self,
                    GError     **error,
                    gint64      *value,
                    const char  *text,
                    const char  *types,
                    ...)
{
  sqlite3_stmt *statement;
  gboolean row;
  va_list arguments;

  va_start (arguments, types);
  statement = query (self, error, text, types, arguments);
  va_end (arguments);

  if (statement == NULL || !wa_sql_step (self, statement, &row, error))
    return FALSE;

  if (row)
    *value = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);

  return TRUE;
}

/**
 * wa_sql_execute:
 * @script: statements without arguments
 */
gboolean
wa_sql_execute (WaSql       *self,
                const char  *script,
                GError     **error)
{
  int result = sqlite3_exec (self->handle, script, NULL, NULL, NULL);

  return result == SQLITE_OK || fail (self->handle, result, error);
}
