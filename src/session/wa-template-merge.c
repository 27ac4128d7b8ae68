/* wa-template-merge.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "session/wa-template-merge.h"

/* A list of templates tells less of each than the template alone does.  What is already known is kept;
 * fields are made from the components, so that an old hint can at worst be of no use. */

static char *
dup_identity (WaTemplate *template)
{
  return g_strconcat (wa_template_get_name (template), "\n", wa_template_get_language (template), NULL);
}

static void
keep (GListStore *fresh,
      GListStore *stored)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (stored));

  if (g_list_model_get_n_items (G_LIST_MODEL (fresh)) > 0)
    return;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (stored), i);

      g_list_store_append (fresh, item);
    }
}

/**
 * wa_template_keep_known:
 * @fresh: as the system gave it now
 * @stored: the same template as it was known before
 *
 * Adds to @fresh what only @stored knows.
 */
void
wa_template_keep_known (WaTemplate *fresh,
                        WaTemplate *stored)
{
  keep (wa_template_get_components (fresh), wa_template_get_components (stored));
  keep (wa_template_get_hints (fresh), wa_template_get_hints (stored));
}

/**
 * wa_templates_keep_known:
 * @fresh: (element-type WaTemplate):
 * @stored: (element-type WaTemplate):
 *
 * As wa_template_keep_known(), for each of @fresh that @stored has.
 */
void
wa_templates_keep_known (GPtrArray  *fresh,
                         GListModel *stored)
{
  g_autoptr(GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (stored); i++)
    {
      WaTemplate *template = g_list_model_get_item (stored, i);

      g_hash_table_insert (known, dup_identity (template), template);
    }

  for (guint i = 0; i < fresh->len; i++)
    {
      g_autofree char *identity = dup_identity (g_ptr_array_index (fresh, i));
      WaTemplate *template = g_hash_table_lookup (known, identity);

      if (template != NULL)
        wa_template_keep_known (g_ptr_array_index (fresh, i), template);
    }
}

/**
 * wa_templates_mark_shared:
 * @templates: (element-type WaTemplate): all of an account
 *
 * Notes which names stand for several languages: such a template is not named by its name alone.
 */
void
wa_templates_mark_shared (GPtrArray *templates)
{
  g_autoptr(GHashTable) first = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < templates->len; i++)
    {
      WaTemplate *template = g_ptr_array_index (templates, i);
      WaTemplate *other = g_hash_table_lookup (first, wa_template_get_name (template));

      if (other != NULL)
        wa_template_set_shared_name (other, TRUE);
      else
        g_hash_table_insert (first, (gpointer) wa_template_get_name (template), template);
      wa_template_set_shared_name (template, other != NULL);
    }
}
