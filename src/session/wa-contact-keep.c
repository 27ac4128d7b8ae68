/* wa-contact-keep.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "session/wa-contact-keep.h"

static gboolean
has_tags (WaProvider *provider)
{
  return wa_provider_supports (provider, WA_OP_SET_TAGS) || wa_provider_supports (provider, WA_OP_ADD_TAGS);
}

/**
 * wa_contact_get_kept:
 *
 * Returns: (transfer none) (nullable): the properties of contacts that this system knows nothing about, or
 *   does not tell: what the store has of them is the user's own and stays when the system is read
 */
const char *const *
wa_contact_get_kept (WaProvider *provider)
{
  static const char *const lists[] = { "lists", NULL };
  static const char *const tags[] = { "tags", NULL };
  static const char *const both[] = { "lists", "tags", NULL };
  const char *const *own = wa_provider_get_kept (provider);
  gboolean tells_lists = wa_provider_supports (provider, WA_OP_LIST_LISTS);
  gboolean tells_tags = wa_provider_supports (provider, WA_OP_LIST_TAGS) || has_tags (provider);

  if (own != NULL)
    return own;
  if (tells_lists)
    return tells_tags ? NULL : tags;

  return tells_tags ? lists : both;
}

/**
 * wa_contact_is_told:
 * @property: of contacts
 *
 * Returns: whether the system is to know of a change of it.  One whose contacts are the truth here is told all
 *   but tags, unless it has a way for those.
 */
gboolean
wa_contact_is_told (WaProvider *provider,
                    const char *property)
{
  const char *const *kept = wa_contact_get_kept (provider);

  if (wa_provider_get_kept (provider) != NULL)
    return !g_str_equal (property, "tags") || has_tags (provider);

  return kept == NULL || !g_strv_contains (kept, property);
}

/**
 * wa_contact_complete:
 * @answer: what the system tells of a contact
 * @known: the same contact as it is known here
 *
 * What the system knows nothing about, or doesn't tell here, comes from @known.
 */
void
wa_contact_complete (WaContact  *answer,
                     WaContact  *known,
                     WaProvider *provider)
{
  const char *const *kept = wa_contact_get_kept (provider);

  wa_contact_set_id (answer, wa_contact_get_id (known));
  if (wa_contact_get_last_active (answer) == NULL)
    wa_contact_set_last_active (answer, wa_contact_get_last_active (known));

  for (guint i = 0; kept != NULL && kept[i] != NULL; i++)
    wa_record_assign_field (WA_RECORD (answer), WA_RECORD (known), kept[i]);
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  WaContact *contact = wa_store_find_contact_finish (WA_STORE (object), result, &error);

  if (contact != NULL)
    g_task_return_pointer (task, contact, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  g_autoptr(GArray) ids = wa_store_save_contacts_finish (WA_STORE (object), result, &error);

  if (ids == NULL)
    g_task_return_error (task, error);
  else
    wa_store_find_contact_async (WA_STORE (object), g_array_index (ids, gint64, 0), NULL, NULL, NULL,
                                 found_cb, g_object_ref (task));
}

/**
 * wa_contact_keep_async:
 *
 * Writes a contact into the store.  What the system did is written down however late the caller lost interest:
 * this can't be cancelled.
 */
void
wa_contact_keep_async (WaStore             *store,
                       WaContact           *contact,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (store, NULL, callback, user_data);
  g_autoptr(GPtrArray) contacts = g_ptr_array_new ();

  g_task_set_source_tag (task, wa_contact_keep_async);
  g_ptr_array_add (contacts, contact);
  wa_store_save_contacts_async (store, contacts, 0, NULL, NULL, saved_cb, g_object_ref (task));
}

/**
 * wa_contact_keep_finish:
 *
 * Returns: (transfer full): the store's own object of the contact, or %NULL with %WA_ERROR_STORE
 */
WaContact *
wa_contact_keep_finish (WaStore       *store,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
