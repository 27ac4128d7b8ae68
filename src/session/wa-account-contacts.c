/* wa-account-contacts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-target.h"
#include "session/wa-account-private.h"
#include "session/wa-contact-change.h"
#include "session/wa-contact-creation.h"
#include "session/wa-contact-keep.h"
#include "session/wa-contact-plan.h"

#define MAX_RECIPIENTS 50

/* Contacts: the system first, then the store.  What the system answers is what is kept: it may have put
 * things right. */

/* The end of each way: the contact goes into the store, and the store's own object of it is the result. */

static void
stored_found_cb (GObject      *object,
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
kept_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  WaContact *contact = wa_contact_keep_finish (WA_STORE (object), result, &error);

  if (contact != NULL)
    g_task_return_pointer (task, contact, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
save_and_return (GTask     *task,
                 WaContact *contact)
{
  WaAccount *self = g_task_get_source_object (task);

  wa_contact_keep_async (wa_account_get_store (self), contact, kept_cb, g_object_ref (task));
}

static void
forgotten_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *reason = g_task_get_task_data (task);
  GError *error = NULL;

  if (!wa_store_delete_contacts_finish (WA_STORE (object), result, &error))
    g_task_return_error (task, error);
  else if (reason != NULL)
    g_task_return_error (task, g_error_copy (reason));
  else
    g_task_return_boolean (task, TRUE);
}

/* Takes the contact from the store.  @reason: (nullable) (transfer full): what the task fails with all
 * the same */
static void
forget_and_return (GTask     *task,
                   WaContact *contact,
                   GError    *reason)
{
  WaAccount *self = g_task_get_source_object (task);
  gint64 id = wa_contact_get_id (contact);

  g_task_set_task_data (task, reason, reason != NULL ? (GDestroyNotify) g_error_free : NULL);
  wa_store_delete_contacts_async (wa_account_get_store (self), &id, 1, NULL, forgotten_cb,
                                  g_object_ref (task));
}

/* Whether a contact that the system does not know is gone: not where the truth is here. */
static gboolean
goes_with_system (WaAccount    *self,
                  const GError *error)
{
  return g_error_matches (error, WA_ERROR, WA_ERROR_NOT_FOUND) &&
         wa_provider_get_kept (wa_account_get_provider (self)) == NULL;
}

static GTask *
contact_task_new (WaAccount           *self,
                  gpointer             tag,
                  gpointer             data,
                  GCancellable        *cancellable,
                  GAsyncReadyCallback  callback,
                  gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  /* What the system did is written down and told, however late the caller lost interest. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, g_object_ref (data), g_object_unref);

  return task;
}

/* Reading */

static void
queried_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  WaRowList *rows = wa_store_query_contacts_finish (WA_STORE (object), result, &error);

  if (rows != NULL)
    g_task_return_pointer (task, rows, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * wa_account_query_contacts_async:
 * @filter: (nullable): %NULL for all, by name
 */
void
wa_account_query_contacts_async (WaAccount           *self,
                                 WaContactFilter     *filter,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (WA_IS_ACCOUNT (self));
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_account_query_contacts_async);
  wa_store_query_contacts_async (wa_account_get_store (self), filter, cancellable, queried_cb,
                                 g_object_ref (task));
}

/**
 * wa_account_query_contacts_finish:
 *
 * Returns: (transfer full) (element-type WaContact): a window over the contacts that are stored
 */
WaRowList *
wa_account_query_contacts_finish (WaAccount     *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
recipients_found_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  g_autoptr(GPtrArray) found = wa_store_find_recipients_finish (WA_STORE (object), result, &error);
  GListStore *list;

  if (found == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  list = g_list_store_new (WA_TYPE_CONTACT);
  g_list_store_splice (list, 0, 0, found->pdata, found->len);
  g_task_return_pointer (task, list, g_object_unref);
}

/**
 * wa_account_find_recipients_async:
 * @text: what the user typed so far; "" gives who was active last
 */
void
wa_account_find_recipients_async (WaAccount           *self,
                                  const char          *text,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (WA_IS_ACCOUNT (self));
  g_return_if_fail (text != NULL);
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_account_find_recipients_async);
  wa_store_find_recipients_async (wa_account_get_store (self), text, MAX_RECIPIENTS, cancellable,
                                  recipients_found_cb, g_object_ref (task));
}

/**
 * wa_account_find_recipients_finish:
 *
 * Returns: (transfer full) (element-type WaContact): the best few
 */
GListModel *
wa_account_find_recipients_finish (WaAccount     *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Creating */

static void
created_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  WaContact *contact = wa_contact_creation_run_finish (WA_CLIENT (object), result, &error);

  if (contact != NULL)
    g_task_return_pointer (task, contact, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
create (GTask     *task,
        WaContact *contact)
{
  /* Who was asked for one contact said no where they did not say yes; a system may take silence for a yes. */
  static const char *const stated[] = { "opt-in", NULL };
  WaAccount *self = g_task_get_source_object (task);

  wa_contact_creation_run_async (wa_account_get_client (self), wa_account_get_store (self), contact, stated,
                                 g_task_get_cancellable (task), created_cb, g_object_ref (task));
}

static void
create_known_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  WaAccount *self = g_task_get_source_object (task);
  WaContact *contact = g_task_get_task_data (task);
  g_autoptr(WaContact) known = wa_store_find_contact_finish (WA_STORE (object), result, NULL);
  g_autofree char *name = NULL;

  if (known != NULL)
    {
      name = wa_contact_dup_display_name (known);
      g_task_return_new_error (task, WA_ERROR, WA_ERROR_INVALID,
                               _("There is a contact with this number already: %s. Change that one "
                                 "instead."), name);
      return;
    }

  if (!wa_account_supports (self, WA_OP_CREATE_CONTACTS))
    {
      wa_contact_set_local (contact, TRUE);
      save_and_return (task, contact);
      return;
    }

  create (task, contact);
}

/**
 * wa_account_create_contact_async:
 * @contact: what it shall be; it is copied
 */
void
wa_account_create_contact_async (WaAccount           *self,
                                 WaContact           *contact,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(WaContact) copy = NULL;

  g_return_if_fail (WA_IS_ACCOUNT (self));
  g_return_if_fail (WA_IS_CONTACT (contact));
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  copy = wa_record_copy (contact);
  wa_contact_set_id (copy, 0);
  task = contact_task_new (self, wa_account_create_contact_async, copy, cancellable, callback, user_data);
  wa_store_find_contact_async (wa_account_get_store (self), 0, NULL, wa_contact_get_number (copy), NULL,
                               create_known_cb, g_object_ref (task));
}

/**
 * wa_account_create_contact_finish:
 *
 * Returns: (transfer full): the contact as it is stored now, or %NULL with %WA_ERROR_INVALID where
 *   there is one with that number, %WA_ERROR_REJECTED where the system refuses it
 */
WaContact *
wa_account_create_contact_finish (WaAccount     *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Changing */

static void
edited_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  WaAccount *self = g_task_get_source_object (task);
  g_autoptr(WaContact) wanted = g_object_ref (wa_contact_edit_get_contact (g_task_get_task_data (task)));
  GError *error = NULL;
  WaContact *contact = wa_contact_change_run_finish (WA_CLIENT (object), result, &error);

  if (contact != NULL)
    {
      g_task_return_pointer (task, contact, g_object_unref);
    }
  else if (goes_with_system (self, error))
    {
      forget_and_return (task, wanted, error);
    }
  else if (g_error_matches (error, WA_ERROR, WA_ERROR_NOT_FOUND))
    {
      /* What is kept here and is missing there is put back. */
      g_error_free (error);
      create (task, wanted);
    }
  else
    {
      g_task_return_error (task, error);
    }
}

static void
edit_known_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  WaAccount *self = g_task_get_source_object (task);
  WaContactEdit *edit = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(WaContact) known = wa_store_find_contact_finish (WA_STORE (object), result, &error);

  if (known == NULL)
    g_task_return_error (task, error);
  else
    wa_contact_change_run_async (wa_account_get_client (self), wa_account_get_store (self), known, edit,
                                 g_task_get_cancellable (task), edited_cb, g_object_ref (task));
}

/**
 * wa_account_edit_contact_async:
 * @edit: its contact is one of this account's, whole, as it shall be; it is copied
 */
void
wa_account_edit_contact_async (WaAccount           *self,
                               WaContactEdit       *edit,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(WaContactEdit) copy = NULL;
  WaContact *wanted;

  g_return_if_fail (WA_IS_ACCOUNT (self));
  g_return_if_fail (WA_IS_CONTACT_EDIT (edit) && wa_contact_edit_get_contact (edit) != NULL);
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  copy = wa_record_copy (edit);
  wanted = wa_contact_edit_get_contact (copy);
  task = contact_task_new (self, wa_account_edit_contact_async, copy, cancellable, callback, user_data);

  if (!wa_contact_get_local (wanted) && wa_contact_plan_is_needed (wa_account_get_provider (self), copy))
    {
      wa_store_find_contact_async (wa_account_get_store (self), wa_contact_get_id (wanted), NULL, NULL,
                                   cancellable, edit_known_cb, g_object_ref (task));
      return;
    }

  if (!wa_account_supports (self, WA_OP_UPDATE_CONTACT))
    wa_contact_set_local (wanted, TRUE);
  save_and_return (task, wanted);
}

/**
 * wa_account_edit_contact_finish:
 *
 * Returns: (transfer full): the contact as the system keeps it now, or %NULL with an error;
 *   %WA_ERROR_NOT_FOUND where it was gone there: it is gone here as well
 */
WaContact *
wa_account_edit_contact_finish (WaAccount     *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Deleting */

static WaTarget *
new_target (WaContact *contact)
{
  WaTarget *target = wa_target_new ();

  wa_target_set_remote_id (target, wa_contact_get_remote_id (contact));
  wa_target_set_number (target, wa_contact_get_number (contact));
  wa_target_set_name (target, wa_contact_get_name (contact));

  return target;
}

static void
deleted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(WaContact) contact = g_object_ref (g_task_get_task_data (task));
  g_autoptr(GObject) receipt = NULL;
  GError *error = NULL;

  receipt = wa_client_run_finish (WA_CLIENT (object), result, &error);
  /* Gone is what was wanted. */
  if (g_error_matches (error, WA_ERROR, WA_ERROR_NOT_FOUND))
    g_clear_error (&error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    forget_and_return (task, contact, NULL);
}

/**
 * wa_account_delete_contact_async:
 *
 * Deletes a contact.  One that a system keeps that has no way to delete it stays: it would come back
 * with the next refresh.
 */
void
wa_account_delete_contact_async (WaAccount           *self,
                                 WaContact           *contact,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(WaTarget) target = NULL;
  g_autofree char *reason = NULL;

  g_return_if_fail (WA_IS_ACCOUNT (self));
  g_return_if_fail (WA_IS_CONTACT (contact));
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  task = contact_task_new (self, wa_account_delete_contact_async, contact, cancellable, callback, user_data);

  if (wa_contact_get_local (contact) || !wa_account_supports (self, WA_OP_LIST_CONTACTS))
    {
      forget_and_return (task, contact, NULL);
      return;
    }

  if (!wa_account_supports (self, WA_OP_DELETE_CONTACT))
    {
      reason = wa_account_dup_reason (self, WA_OP_DELETE_CONTACT, WA_MESSAGE_UNKNOWN);
      g_task_return_new_error (task, WA_ERROR, WA_ERROR_UNSUPPORTED, "%s", reason);
      return;
    }

  target = new_target (contact);
  wa_client_run_async (wa_account_get_client (self), WA_OP_DELETE_CONTACT, G_OBJECT (target), cancellable,
                       deleted_cb, g_object_ref (task));
}

gboolean
wa_account_delete_contact_finish (WaAccount     *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Refreshing */

static void
return_stored (GTask     *task,
               WaContact *contact)
{
  WaAccount *self = g_task_get_source_object (task);

  wa_store_find_contact_async (wa_account_get_store (self), wa_contact_get_id (contact), NULL, NULL,
                               g_task_get_cancellable (task), stored_found_cb, g_object_ref (task));
}

static void
refreshed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  WaAccount *self = g_task_get_source_object (task);
  g_autoptr(WaContact) known = g_object_ref (g_task_get_task_data (task));
  g_autoptr(GObject) answer = NULL;
  GError *error = NULL;

  answer = wa_client_run_finish (WA_CLIENT (object), result, &error);
  if (answer != NULL)
    {
      wa_contact_complete (WA_CONTACT (answer), known, wa_account_get_provider (self));
      save_and_return (task, WA_CONTACT (answer));
    }
  else if (goes_with_system (self, error))
    {
      forget_and_return (task, known, error);
    }
  else if (g_error_matches (error, WA_ERROR, WA_ERROR_NOT_FOUND))
    {
      g_error_free (error);
      return_stored (task, known);
    }
  else
    {
      g_task_return_error (task, error);
    }
}

/**
 * wa_account_refresh_contact_async:
 *
 * Asks the system for one contact.  Where it can't tell, the contact is given as it is stored.
 */
void
wa_account_refresh_contact_async (WaAccount           *self,
                                  WaContact           *contact,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(WaTarget) target = NULL;

  g_return_if_fail (WA_IS_ACCOUNT (self));
  g_return_if_fail (WA_IS_CONTACT (contact));
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  task = contact_task_new (self, wa_account_refresh_contact_async, contact, cancellable, callback, user_data);

  if (wa_contact_get_local (contact) || wa_is_empty (wa_contact_get_remote_id (contact)) ||
      !wa_account_supports (self, WA_OP_GET_CONTACT))
    {
      return_stored (task, contact);
      return;
    }

  target = new_target (contact);
  wa_client_run_async (wa_account_get_client (self), WA_OP_GET_CONTACT, G_OBJECT (target), cancellable,
                       refreshed_cb, g_object_ref (task));
}

/**
 * wa_account_refresh_contact_finish:
 *
 * Returns: (transfer full): the contact as it is stored now, or %NULL with an error;
 *   %WA_ERROR_NOT_FOUND where it is gone: it is gone here as well
 */
WaContact *
wa_account_refresh_contact_finish (WaAccount     *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
