/* wa-source-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-attribute.h"
#include "session/wa-source-list.h"

#define INTERVAL 1000  /* ms between two looks, while contacts change */

struct _WaSourceList
{
  GObject parent_instance;

  WaStore    *store;    /* (owned) */
  GListStore *names;    /* (owned) */
  guint       timeout;
};

G_DEFINE_FINAL_TYPE (WaSourceList, wa_source_list, G_TYPE_OBJECT)

static void
wa_source_list_dispose (GObject *object)
{
  WaSourceList *self = WA_SOURCE_LIST (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->store);
  g_clear_object (&self->names);

  G_OBJECT_CLASS (wa_source_list_parent_class)->dispose (object);
}

static void
wa_source_list_class_init (WaSourceListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wa_source_list_dispose;
}

static void
wa_source_list_init (WaSourceList *self)
{
  self->names = g_list_store_new (WA_TYPE_ATTRIBUTE);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(WaSourceList) self = user_data;
  g_auto(GStrv) names = wa_store_load_sources_finish (WA_STORE (object), result, NULL);
  GListModel *model = G_LIST_MODEL (self->names);
  guint n = 0;

  /* Both are sorted: what is new goes in between, what is gone goes. */
  for (; names != NULL && names[n] != NULL; n++)
    {
      g_autoptr(WaAttribute) known = g_list_model_get_item (model, n);
      g_autoptr(WaAttribute) source = NULL;

      while (known != NULL && g_strcmp0 (wa_attribute_get_name (known), names[n]) < 0)
        {
          g_list_store_remove (self->names, n);
          g_clear_object (&known);
          known = g_list_model_get_item (model, n);
        }
      if (known != NULL && g_str_equal (wa_attribute_get_name (known), names[n]))
        continue;

      source = wa_attribute_new ();
      wa_attribute_set_name (source, names[n]);
      g_list_store_insert (self->names, n, source);
    }

  if (names != NULL)
    g_list_store_splice (self->names, n, g_list_model_get_n_items (model) - n, NULL, 0);
}

/* Looks now, as when the store was opened. */
void
wa_source_list_load (WaSourceList *self)
{
  g_return_if_fail (WA_IS_SOURCE_LIST (self));

  wa_store_load_sources_async (self->store, NULL, loaded_cb, g_object_ref (self));
}

static void
timeout_cb (gpointer user_data)
{
  WaSourceList *self = user_data;

  self->timeout = 0;
  wa_source_list_load (self);
}

static void
contacts_changed_cb (WaSourceList *self)
{
  if (self->timeout == 0)
    self->timeout = g_timeout_add_once (INTERVAL, timeout_cb, self);
}

WaSourceList *
wa_source_list_new (WaStore *store)
{
  WaSourceList *self = g_object_new (WA_TYPE_SOURCE_LIST, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "contacts-changed", G_CALLBACK (contacts_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * wa_source_list_get_names:
 *
 * Returns: (transfer none) (element-type WaAttribute): the sources, by name
 */
GListModel *
wa_source_list_get_names (WaSourceList *self)
{
  g_return_val_if_fail (WA_IS_SOURCE_LIST (self), NULL);

  return G_LIST_MODEL (self->names);
}
