/* wa-sql.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * WaSql:
 *
 * A connection and its prepared statements.  It may move to another thread, but only one uses it at a time.
 *
 * Arguments are given as a text of types and the values: `s` for `const char *` (%NULL is NULL), `i` for
 * #gint64, which literals must be cast to, `b` for #GBytes.  They must live until the statement is done.
 */
typedef struct _WaSql WaSql;

WaSql        *wa_sql_open        (const char    *path,
                                  gboolean       writes,
                                  GError       **error);
void          wa_sql_close       (WaSql         *self);
sqlite3      *wa_sql_get_handle  (WaSql         *self);

sqlite3_stmt *wa_sql_prepare     (WaSql         *self,
                                  const char    *text,
                                  GError       **error);
sqlite3_stmt *wa_sql_query       (WaSql         *self,
                                  GError       **error,
                                  const char    *text,
                                  const char    *types,
                                  ...);
gboolean      wa_sql_step        (WaSql         *self,
                                  sqlite3_stmt  *statement,
                                  gboolean      *row,
                                  GError       **error);
gboolean      wa_sql_run         (WaSql         *self,
                                  GError       **error,
                                  const char    *text,
                                  const char    *types,
                                  ...);
gboolean      wa_sql_get_integer (WaSql         *self,
                                  GError       **error,
                                  gint64        *value,
                                  const char    *text,
                                  const char    *types,
                                  ...);
gboolean      wa_sql_get_integers (WaSql        *self,
                                  GError       **error,
                                  GArray        *values,
                                  const char    *text,
                                  const char    *types,
                                  ...);
gboolean      wa_sql_execute     (WaSql         *self,
                                  const char    *script,
                                  GError       **error);
gboolean      wa_sql_collect     (WaSql         *self,
                                  sqlite3_stmt  *statement,
                                  GArray        *values,
                                  GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaSql, wa_sql_close)

G_END_DECLS
