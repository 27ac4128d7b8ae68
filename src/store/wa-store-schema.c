/* wa-store-schema.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "store/wa-store-schema.h"

/* `extra` is the JSON form of those properties that have no column.  `key` is what rows are searched and
 * sorted by, see wa-store-table.c.  Ids are never used again, since lists keep them.
 *
 * contacts_by_key holds all that contacts are filtered and sorted by, so that a query reads the index
 * alone: with a million rows that is ten times as fast as reading the table.
 *
 * contacts_seen says in which sync run a contact was last seen.  Like all tables WITHOUT ROWID it is
 * invisible to the update hook, by which the store learns what changed.
 */
static const char version_1[] =
  "CREATE TABLE contacts ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  remote_id TEXT UNIQUE,"
  "  number TEXT,"
  "  name TEXT,"
  "  first_name TEXT,"
  "  last_name TEXT,"
  "  email TEXT,"
  "  country TEXT,"
  "  language TEXT,"
  "  status TEXT,"
  "  source TEXT,"
  "  opt_in INTEGER,"
  "  blocked INTEGER,"
  "  local INTEGER,"
  "  lists TEXT,"
  "  tags TEXT,"
  "  attributes TEXT,"
  "  unread INTEGER,"
  "  created INTEGER,"
  "  updated INTEGER,"
  "  last_active INTEGER,"
  "  extra TEXT,"
  "  key TEXT NOT NULL"
  ");"
  "CREATE INDEX contacts_by_key ON contacts"
  "  (key, number, source, opt_in, blocked, last_active, lists, tags);"
  "CREATE INDEX contacts_by_number ON contacts (number);"
  "CREATE INDEX contacts_by_last_active ON contacts (last_active);"
  "CREATE TABLE contacts_seen ("
  "  contact_id INTEGER PRIMARY KEY REFERENCES contacts ON DELETE CASCADE,"
  "  generation INTEGER NOT NULL"
  ") WITHOUT ROWID;"

  "CREATE TABLE lists ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  remote_id TEXT,"
  "  name TEXT,"
  "  local INTEGER,"
  "  extra TEXT,"
  "  key TEXT NOT NULL"
  ");"
  "CREATE INDEX lists_by_remote_id ON lists (remote_id);"
  "CREATE INDEX lists_by_name ON lists (name);"
  "CREATE TABLE contact_lists ("
  "  label_id INTEGER NOT NULL REFERENCES lists ON DELETE CASCADE,"
  "  contact_id INTEGER NOT NULL REFERENCES contacts ON DELETE CASCADE,"
  "  PRIMARY KEY (label_id, contact_id)"
  ") WITHOUT ROWID;"
  "CREATE INDEX contact_lists_by_contact ON contact_lists (contact_id);"

  "CREATE TABLE tags ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  remote_id TEXT,"
  "  name TEXT,"
  "  local INTEGER,"
  "  extra TEXT,"
  "  key TEXT NOT NULL"
  ");"
  "CREATE INDEX tags_by_remote_id ON tags (remote_id);"
  "CREATE INDEX tags_by_name ON tags (name);"
  "CREATE TABLE contact_tags ("
  "  label_id INTEGER NOT NULL REFERENCES tags ON DELETE CASCADE,"
  "  contact_id INTEGER NOT NULL REFERENCES contacts ON DELETE CASCADE,"
  "  PRIMARY KEY (label_id, contact_id)"
  ") WITHOUT ROWID;"
  "CREATE INDEX contact_tags_by_contact ON contact_tags (contact_id);"

  "CREATE TABLE attributes ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  remote_id TEXT,"
  "  name TEXT,"
  "  extra TEXT,"
  "  key TEXT NOT NULL,"
  "  seen INTEGER NOT NULL DEFAULT 0"
  ");"
  "CREATE INDEX attributes_by_remote_id ON attributes (remote_id);"
  "CREATE INDEX attributes_by_name ON attributes (name);"

  "CREATE TABLE templates ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  remote_id TEXT,"
  "  name TEXT,"
  "  language TEXT,"
  "  category TEXT,"
  "  status TEXT,"
  "  local INTEGER,"
  "  extra TEXT,"
  "  key TEXT NOT NULL"
  ");"
  "CREATE INDEX templates_by_remote_id ON templates (remote_id);"
  "CREATE INDEX templates_by_name ON templates (name, language);"

  "CREATE TABLE catalogs ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  remote_id TEXT,"
  "  name TEXT,"
  "  extra TEXT,"
  "  key TEXT NOT NULL"
  ");"
  "CREATE INDEX catalogs_by_remote_id ON catalogs (remote_id);"
  "CREATE INDEX catalogs_by_name ON catalogs (name);"

  "CREATE TABLE products ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  remote_id TEXT,"
  "  catalog_id TEXT,"
  "  retailer_id TEXT,"
  "  name TEXT,"
  "  extra TEXT,"
  "  key TEXT NOT NULL"
  ");"
  "CREATE INDEX products_by_remote_id ON products (remote_id);"
  "CREATE INDEX products_by_retailer_id ON products (retailer_id, catalog_id);"

  "CREATE TABLE messages ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  key TEXT NOT NULL UNIQUE,"
  "  remote_id TEXT,"
  "  job_id TEXT,"
  "  recipient TEXT,"
  "  recipient_name TEXT,"
  "  wa_id TEXT,"
  "  chat_id TEXT,"
  "  contact_id TEXT,"
  "  kind TEXT,"
  "  text TEXT,"
  "  template_name TEXT,"
  "  state TEXT NOT NULL,"
  "  state_detail TEXT,"
  "  state_time INTEGER,"
  "  provider_text TEXT,"
  "  error TEXT,"
  "  error_code INTEGER,"
  "  error_text TEXT,"
  "  dismissed INTEGER,"
  "  attempts INTEGER,"
  "  timestamp INTEGER,"
  "  not_before INTEGER,"
  "  outgoing TEXT,"
  "  extra TEXT"
  ");"
  "CREATE INDEX messages_by_remote_id ON messages (remote_id);"
  "CREATE INDEX messages_by_recipient ON messages (recipient);"
  "CREATE INDEX messages_by_state ON messages (state);"
  "CREATE TABLE message_bytes ("
  "  message_id INTEGER PRIMARY KEY REFERENCES messages ON DELETE CASCADE,"
  "  bytes BLOB NOT NULL"
  ");"

  "CREATE TABLE texts ("
  "  area TEXT NOT NULL,"
  "  key TEXT NOT NULL,"
  "  text TEXT NOT NULL,"
  "  PRIMARY KEY (area, key)"
  ") WITHOUT ROWID;";

static const char *const migrations[] = {
  version_1,
};

static gboolean
apply (WaSql       *sql,
       guint        version,
       const char  *script,
       GError     **error)
{
  g_autofree char *stamp = g_strdup_printf ("PRAGMA user_version = %u", version);

  if (wa_sql_execute (sql, "BEGIN IMMEDIATE", error) &&
      wa_sql_execute (sql, script, error) &&
      wa_sql_execute (sql, stamp, error) &&
      wa_sql_execute (sql, "COMMIT", error))
    return TRUE;

  if (!sqlite3_get_autocommit (wa_sql_get_handle (sql)))
    wa_sql_execute (sql, "ROLLBACK", NULL);

  return FALSE;
}

/**
 * wa_store_schema_run:
 * @scripts: the first makes version 1 of an empty file
 *
 * Brings a file from whatever version it has to the last, each step whole or not at all.
 *
 * Returns: %TRUE, or %FALSE with %WA_ERROR_STORE, also for a version that is not known yet
 */
gboolean
wa_store_schema_run (WaSql              *sql,
                     const char *const  *scripts,
                     guint               n_scripts,
                     GError            **error)
{
  gint64 version = 0;

  if (!wa_sql_get_integer (sql, error, &version, "PRAGMA user_version", ""))
    return FALSE;

  if (version < 0 || version > n_scripts)
    {
      g_set_error_literal (error, WA_ERROR, WA_ERROR_STORE,
                           _("This account's data was written by a newer version of this program. "
                             "Install that version or a newer one."));
      return FALSE;
    }

  for (guint i = (guint) version; i < n_scripts; i++)
    if (!apply (sql, i + 1, scripts[i], error))
      return FALSE;

  return TRUE;
}

gboolean
wa_store_schema_migrate (WaSql   *sql,
                         GError **error)
{
  return wa_store_schema_run (sql, migrations, G_N_ELEMENTS (migrations), error);
}
