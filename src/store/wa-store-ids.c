/* wa-store-ids.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "store/wa-store-private.h"

WaStoreIds *
wa_store_ids_new (void)
{
  WaStoreIds *self = g_new0 (WaStoreIds, 1);

  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  return self;
}

void
wa_store_ids_free (gpointer data)
{
  WaStoreIds *self = data;

  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_object (&self->list);
  g_strfreev (self->texts);
  g_free (self);
}

void
wa_store_return_ids (GTask    *task,
                     gpointer  data)
{
  WaStoreIds *self = data;

  g_task_return_pointer (task, g_steal_pointer (&self->ids), (GDestroyNotify) g_array_unref);
}

void
wa_store_return_list (GTask    *task,
                      gpointer  data)
{
  WaStoreIds *self = data;

  wa_row_list_fill (self->list, g_steal_pointer (&self->ids));
  g_task_return_pointer (task, g_steal_pointer (&self->list), g_object_unref);
}

void
wa_store_return_number (GTask    *task,
                        gpointer  data)
{
  WaStoreIds *self = data;

  g_task_return_int (task, self->number);
}

static void
return_all (GTask     *task,
            gpointer   data,
            WaTableId  table)
{
  WaStoreIds *self = data;
  const gint64 *ids = (const gint64 *) (gpointer) self->ids->data;
  WaRowCache *cache = wa_store_get_cache (g_task_get_source_object (task), table);

  g_task_return_pointer (task, wa_row_cache_load (cache, ids, self->ids->len),
                         (GDestroyNotify) g_ptr_array_unref);
}

void
wa_store_return_contacts (GTask    *task,
                          gpointer  data)
{
  return_all (task, data, WA_TABLE_CONTACTS);
}

void
wa_store_return_messages (GTask    *task,
                          gpointer  data)
{
  return_all (task, data, WA_TABLE_MESSAGES);
}

static void
return_one (GTask      *task,
            gpointer    data,
            WaTableId   table,
            const char *missing)
{
  WaStoreIds *self = data;
  WaRowCache *cache = wa_store_get_cache (g_task_get_source_object (task), table);

  if (self->ids->len == 0)
    g_task_return_new_error (task, WA_ERROR, WA_ERROR_NOT_FOUND, "%s", missing);
  else
    g_task_return_pointer (task, wa_row_cache_get (cache, g_array_index (self->ids, gint64, 0)),
                           g_object_unref);
}

void
wa_store_return_contact (GTask    *task,
                         gpointer  data)
{
  return_one (task, data, WA_TABLE_CONTACTS, _("There is no such contact. Refresh the contacts."));
}

void
wa_store_return_message (GTask    *task,
                         gpointer  data)
{
  return_one (task, data, WA_TABLE_MESSAGES, _("There is no such message. It may have been deleted."));
}
