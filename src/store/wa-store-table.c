/* wa-store-table.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "model/wa-attribute.h"
#include "model/wa-catalog.h"
#include "model/wa-contact-list.h"
#include "model/wa-contact.h"
#include "model/wa-message.h"
#include "model/wa-product.h"
#include "model/wa-tag.h"
#include "model/wa-template.h"
#include "store/wa-store-table.h"

static const char *const contact_columns[] = {
  "remote-id", "number", "name", "first-name", "last-name", "email", "country", "language", "status",
  "source", "opt-in", "blocked", "local", "lists", "tags", "attributes", "unread", "created", "updated",
  "last-active", NULL
};
static const char *const label_columns[] = { "remote-id", "name", "local", NULL };
static const char *const named_columns[] = { "remote-id", "name", NULL };
static const char *const template_columns[] = {
  "remote-id", "name", "language", "category", "status", "local", NULL
};
static const char *const product_columns[] = { "remote-id", "catalog-id", "retailer-id", "name", NULL };
static const char *const message_columns[] = {
  "key", "remote-id", "job-id", "recipient", "recipient-name", "wa-id", "chat-id", "contact-id", "kind",
  "text", "template-name", "state", "state-detail", "state-time", "provider-text", "error", "error-code",
  "error-text", "dismissed", "attempts", "timestamp", "not-before", "outgoing", NULL
};

static const char *const contact_matches[] = {
  "remote_id = :remote_id",
  "number = :number AND (remote_id IS NULL OR :remote_id IS NULL)",
  NULL
};
static const char *const named_matches[] = {
  "remote_id = :remote_id",
  "name = :name AND (remote_id IS NULL OR :remote_id IS NULL)",
  NULL
};
static const char *const template_matches[] = {
  "remote_id = :remote_id AND language IS :language",
  "name = :name AND language IS :language AND (remote_id IS NULL OR :remote_id IS NULL)",
  NULL
};
static const char *const product_matches[] = {
  "remote_id = :remote_id AND catalog_id IS :catalog_id",
  "retailer_id = :retailer_id AND catalog_id IS :catalog_id AND (remote_id IS NULL OR :remote_id IS NULL)",
  NULL
};
static const char *const message_matches[] = { "key = :key", NULL };

static WaTable tables[WA_N_TABLES] = {
  { WA_TABLE_CONTACTS, "contacts", wa_contact_get_type, contact_columns, contact_matches, "local = 1" },
  { WA_TABLE_LISTS, "lists", wa_contact_list_get_type, label_columns, named_matches,
    "local = 1 OR id IN (SELECT label_id FROM contact_lists)" },
  { WA_TABLE_TAGS, "tags", wa_tag_get_type, label_columns, named_matches,
    "local = 1 OR id IN (SELECT label_id FROM contact_tags)" },
  { WA_TABLE_ATTRIBUTES, "attributes", wa_attribute_get_type, named_columns, named_matches, "seen = 1" },
  { WA_TABLE_TEMPLATES, "templates", wa_template_get_type, template_columns, template_matches, "local = 1" },
  { WA_TABLE_CATALOGS, "catalogs", wa_catalog_get_type, named_columns, named_matches, "0" },
  { WA_TABLE_PRODUCTS, "products", wa_product_get_type, product_columns, product_matches, "0" },
  { WA_TABLE_MESSAGES, "messages", wa_message_get_type, message_columns, message_matches, "1" },
};

/**
 * wa_table_column_name:
 *
 * Returns: (transfer full): the column of a property
 */
char *
wa_table_column_name (const char *property)
{
  return g_strdelimit (g_strdup (property), "-", '_');
}

/* Messages are shown in the order in which they were added, so they need no key to sort by. */
static gboolean
has_key (const WaTable *self)
{
  return self->id != WA_TABLE_MESSAGES;
}

static void
write_statements (WaTable *self)
{
  g_autoptr(GString) names = g_string_new (NULL);
  g_autoptr(GString) places = g_string_new (NULL);
  g_autoptr(GString) pairs = g_string_new (NULL);

  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autofree char *name = wa_table_column_name (self->columns[i]);

      g_string_append_printf (names, "%s, ", name);
      g_string_append (places, "?, ");
      g_string_append_printf (pairs, "%s = ?, ", name);
    }

  self->select = g_strdup_printf ("SELECT id, %sextra FROM %s WHERE id = ?", names->str, self->name);
  self->insert = g_strdup_printf ("INSERT INTO %s (%sextra%s) VALUES (%s?%s)", self->name, names->str,
                                  has_key (self) ? ", key" : "", places->str, has_key (self) ? ", ?" : "");
  self->update = g_strdup_printf ("UPDATE %s SET %sextra = ?%s WHERE id = ?", self->name, pairs->str,
                                  has_key (self) ? ", key = ?" : "");
}

static void
prepare (WaTable *self)
{
  WaRecordClass *klass = g_type_class_ref (self->type ());

  self->n_columns = g_strv_length ((char **) self->columns);
  self->fields = g_new (const WaField *, self->n_columns);
  for (guint i = 0; i < self->n_columns; i++)
    self->fields[i] = wa_record_class_find_field (klass, self->columns[i]);
  self->id_field = wa_record_class_find_field (klass, "id");
  write_statements (self);
}

const WaTable *
wa_table_get (WaTableId id)
{
  static gsize prepared = 0;

  if (g_once_init_enter (&prepared))
    {
      for (guint i = 0; i < WA_N_TABLES; i++)
        prepare (&tables[i]);
      g_once_init_leave (&prepared, 1);
    }

  return &tables[id];
}

/**
 * wa_table_find:
 *
 * Returns: (nullable): the table of a model
 */
const WaTable *
wa_table_find (GType type)
{
  for (guint i = 0; i < WA_N_TABLES; i++)
    if (tables[i].type () == type)
      return wa_table_get ((WaTableId) i);

  return NULL;
}

/**
 * wa_table_find_name:
 *
 * Returns: (nullable): the table of that name in the file; %NULL for those without records
 */
const WaTable *
wa_table_find_name (const char *name)
{
  for (guint i = 0; i < WA_N_TABLES; i++)
    if (strcmp (tables[i].name, name) == 0)
      return wa_table_get ((WaTableId) i);

  return NULL;
}

/**
 * wa_table_find_column:
 *
 * Returns: the place of a property among the columns, or -1
 */
int
wa_table_find_column (const WaTable *self,
                      const char    *property)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (strcmp (self->columns[i], property) == 0)
      return (int) i;

  return -1;
}
