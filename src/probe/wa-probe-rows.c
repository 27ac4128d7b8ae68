/* wa-probe-rows.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdio.h>

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "probe/wa-probe-rows.h"
#include "provider/wa-registry.h"

static const char *
kind_nick (WaMessageKind kind)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (WA_TYPE_MESSAGE_KIND);

  return g_enum_get_value (klass, (int) kind)->value_nick;
}

/**
 * wa_probe_row_dup_name:
 *
 * Returns: (transfer full): `list-contacts`, `send-text`
 */
char *
wa_probe_row_dup_name (const WaOperation *row)
{
  const char *name = wa_op_get_info (row->op)->name;

  return row->op == WA_OP_SEND ? g_strdup_printf ("%s-%s", name, kind_nick (row->kind)) : g_strdup (name);
}

/* Returns: (transfer full): the names of all rows of a number, as they are printed */
static char *
dup_names (const WaOperation *rows,
           guint              n_rows,
           const char        *number)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) names = NULL;

  for (guint i = 0; i < n_rows; i++)
    if (g_str_equal (rows[i].number, number))
      {
        g_autofree char *name = wa_probe_row_dup_name (&rows[i]);

        g_strv_builder_add (builder, name);
      }
  names = g_strv_builder_end (builder);

  return g_strjoinv (",", names);
}

static gboolean
is_called (const WaOperation *rows,
           guint              n_rows,
           const WaOperation *row,
           const char        *operation)
{
  g_autofree char *name = wa_probe_row_dup_name (row);
  g_autofree char *names = dup_names (rows, n_rows, row->number);

  return g_ascii_strcasecmp (row->number, operation) == 0 || g_str_equal (name, operation) ||
         g_str_equal (names, operation) || g_str_equal (wa_op_get_info (row->op)->name, operation);
}

/**
 * wa_probe_rows_find:
 * @operation: a number or a name
 *
 * Returns: (transfer full) (element-type WaOperation): the rows that are called so, at least one, or %NULL with
 *   %WA_ERROR_INVALID
 */
GPtrArray *
wa_probe_rows_find (WaProvider  *provider,
                    const char  *operation,
                    GError     **error)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new ();
  guint n_rows;
  const WaOperation *rows = wa_provider_get_operations (provider, &n_rows);

  for (guint i = 0; i < n_rows; i++)
    if (is_called (rows, n_rows, &rows[i], operation))
      g_ptr_array_add (found, (gpointer) &rows[i]);

  if (found->len > 0)
    return g_steal_pointer (&found);

  /* Translators: a system's name, then what was asked for: "P99" */
  g_set_error (error, WA_ERROR, WA_ERROR_INVALID, _("%s has no operation “%s”. See %s."),
               wa_provider_get_info (provider)->name, operation, "wadesk-probe --list");

  return NULL;
}

static char *
dup_flags (WaOpFlags flags)
{
  static const struct { WaOpFlags flag; const char *nick; } nicks[] = {
    { WA_OP_IDEMPOTENT, "idempotent" },
    { WA_OP_SENDS, "sends" },
    { WA_OP_PAGED, "paged" },
    { WA_OP_BYTES, "bytes" },
    { WA_OP_OPEN, "open" },
    { WA_OP_SLOW, "slow" },
    { WA_OP_OPTIONAL, "optional" },
  };
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) found = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (nicks); i++)
    if ((flags & nicks[i].flag) != 0)
      g_strv_builder_add (builder, nicks[i].nick);
  if (flags == WA_OP_PLAIN)
    g_strv_builder_add (builder, "plain");
  found = g_strv_builder_end (builder);

  return g_strjoinv (",", found);
}

static gboolean
print_system (const char  *id,
              GError     **error)
{
  g_autoptr(WaProvider) provider = wa_registry_new_provider (id, error);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const WaOperation *rows;
  guint n_rows;

  if (provider == NULL)
    return FALSE;

  rows = wa_provider_get_operations (provider, &n_rows);
  for (guint i = 0; i < n_rows; i++)
    if (g_hash_table_add (seen, (gpointer) rows[i].number))
      {
        g_autofree char *names = dup_names (rows, n_rows, rows[i].number);
        g_autofree char *flags = dup_flags (rows[i].flags);

        printf ("%s\t%s\t%s\n", rows[i].number, names, flags);
      }

  return TRUE;
}

/**
 * wa_probe_rows_print:
 * @provider_id: (nullable): of that system only
 *
 * Prints a line an operation: number, names, flags.
 */
gboolean
wa_probe_rows_print (const char  *provider_id,
                     GError     **error)
{
  if (provider_id != NULL)
    return print_system (provider_id, error);

  for (guint i = 0; i < wa_registry_get_n_providers (); i++)
    if (!print_system (wa_registry_get_info (i)->id, error))
      return FALSE;

  return TRUE;
}
