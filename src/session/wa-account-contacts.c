/* wa-account-contacts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-contact-batch.h"
#include "model/wa-contact-report.h"
#include "model/wa-page.h"
#include "model/wa-query.h"
#include "model/wa-target.h"
#include "session/wa-account-private.h"
#include "session/wa-contact-keep.h"

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
                                 stored_found_cb, g_object_ref (task));
}

static void
save_and_return (GTask     *task,
                 WaContact *contact)
{
  WaAccount *self = g_task_get_source_object (task);
  g_autoptr(GPtrArray) contacts = g_ptr_array_new ();

  g_ptr_array_add (contacts, contact);
  wa_store_save_contacts_async (wa_account_get_store (self), contacts, 0, NULL, NULL, saved_cb,
                                g_object_ref (task));
}

/* What the system knows nothing about, or doesn't tell here, comes from @known. */
static void
complete_answer (WaAccount *self,
                 WaContact *answer,
                 WaContact *known)
{
  const char *const *kept = wa_contact_get_kept (wa_account_get_provider (self));

  wa_contact_set_id (answer, wa_contact_get_id (known));
  if (wa_contact_get_last_active (answer) == NULL)
    wa_contact_set_last_active (answer, wa_contact_get_last_active (known));

  for (guint i = 0; kept != NULL && kept[i] != NULL; i++)
    {
      g_auto(GValue) value = G_VALUE_INIT;

      g_object_get_property (G_OBJECT (known), kept[i], &value);
      g_object_set_property (G_OBJECT (answer), kept[i], &value);
    }
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

/* The system created it but did not say under which id: it is asked for the number. */
static void
created_looked_up_cb (GObject      *object,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  WaContact *created = g_task_get_task_data (task);
  g_autoptr(GObject) page = wa_client_run_finish (WA_CLIENT (object), result, NULL);
  GListModel *items = page != NULL ? G_LIST_MODEL (wa_page_get_items (WA_PAGE (page))) : NULL;

  for (guint i = 0; items != NULL && i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(WaContact) contact = g_list_model_get_item (items, i);

      if (g_str_equal (wa_contact_get_number (contact), wa_contact_get_number (created)))
        {
          complete_answer (g_task_get_source_object (task), contact, created);
          save_and_return (task, contact);
          return;
        }
    }

  /* It exists all the same; the next refresh brings its id. */
  save_and_return (task, created);
}

static void
keep_created (GTask     *task,
              WaContact *created)
{
  WaAccount *self = g_task_get_source_object (task);
  g_autoptr(WaQuery) query = NULL;

  complete_answer (self, created, g_task_get_task_data (task));
  if (!wa_is_empty (wa_contact_get_remote_id (created)) || !wa_account_supports (self, WA_OP_LIST_CONTACTS))
    {
      save_and_return (task, created);
      return;
    }

  query = wa_query_new ();
  wa_query_set_number (query, wa_contact_get_number (created));
  g_task_set_task_data (task, g_object_ref (created), g_object_unref);
  wa_client_run_async (wa_account_get_client (self), WA_OP_LIST_CONTACTS, G_OBJECT (query), NULL,
                       created_looked_up_cb, g_object_ref (task));
}

static void
refuse_created (GTask           *task,
                WaContactReport *report)
{
  GListModel *failed = G_LIST_MODEL (wa_contact_report_get_failed (report));
  g_autoptr(WaContactFailure) failure = g_list_model_get_item (failed, 0);
  const char *text = failure != NULL ? wa_contact_failure_get_text (failure) : "";

  if (text[0] != '\0')
    /* Translators: what the system wrote, in its own language */
    g_task_return_new_error (task, WA_ERROR, WA_ERROR_REJECTED,
                             _("The contact was not created: “%s” Correct it, then try again."), text);
  else
    g_task_return_new_error (task, WA_ERROR, WA_ERROR_REJECTED, "%s",
                             _("The contact was not created, and the system does not say why. Check the "
                               "number, and refresh: it may exist already."));
}

static void
created_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GObject) report = NULL;
  g_autoptr(WaContact) created = NULL;
  GListModel *list;
  GError *error = NULL;

  report = wa_client_run_finish (WA_CLIENT (object), result, &error);
  if (report == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  list = G_LIST_MODEL (wa_contact_report_get_created (WA_CONTACT_REPORT (report)));
  created = g_list_model_get_item (list, 0);
  if (created != NULL)
    keep_created (task, created);
  else
    refuse_created (task, WA_CONTACT_REPORT (report));
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
  g_autoptr(WaContactBatch) batch = NULL;
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

  batch = wa_contact_batch_new ();
  g_list_store_append (wa_contact_batch_get_contacts (batch), contact);
  /* Who was asked for one contact said no where they did not say yes; a system may take silence for a yes. */
  wa_contact_batch_set_stated (batch, (const char *const[]) { "opt-in", NULL });
  wa_client_run_async (wa_account_get_client (self), WA_OP_CREATE_CONTACTS, G_OBJECT (batch),
                       g_task_get_cancellable (task), created_cb, g_object_ref (task));
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
  WaContact *wanted = wa_contact_edit_get_contact (g_task_get_task_data (task));
  g_autoptr(GObject) answer = NULL;
  GError *error = NULL;

  answer = wa_client_run_finish (WA_CLIENT (object), result, &error);
  if (answer != NULL)
    {
      complete_answer (g_task_get_source_object (task), WA_CONTACT (answer), wanted);
      save_and_return (task, WA_CONTACT (answer));
    }
  else if (g_error_matches (error, WA_ERROR, WA_ERROR_NOT_FOUND))
    forget_and_return (task, wanted, error);
  else
    g_task_return_error (task, error);
}

/* Whether anything of it is the system's to know. */
static gboolean
is_for_system (WaAccount     *self,
               WaContactEdit *edit)
{
  const char *const *kept = wa_contact_get_kept (wa_account_get_provider (self));
  const char *const *changed = wa_contact_edit_get_changed (edit);

  if (wa_contact_get_local (wa_contact_edit_get_contact (edit)) ||
      !wa_account_supports (self, WA_OP_UPDATE_CONTACT))
    return FALSE;

  for (guint i = 0; changed[i] != NULL; i++)
    if (kept == NULL || !g_strv_contains (kept, changed[i]))
      return TRUE;

  return wa_contact_edit_get_tags_to_add (edit)[0] != NULL ||
         wa_contact_edit_get_tags_to_remove (edit)[0] != NULL ||
         wa_contact_edit_get_removed_attributes (edit)[0] != NULL;
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

  if (is_for_system (self, copy))
    {
      wa_client_run_async (wa_account_get_client (self), WA_OP_UPDATE_CONTACT, G_OBJECT (copy), cancellable,
                           edited_cb, g_object_ref (task));
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
refreshed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(WaContact) known = g_object_ref (g_task_get_task_data (task));
  g_autoptr(GObject) answer = NULL;
  GError *error = NULL;

  answer = wa_client_run_finish (WA_CLIENT (object), result, &error);
  if (answer != NULL)
    {
      complete_answer (g_task_get_source_object (task), WA_CONTACT (answer), known);
      save_and_return (task, WA_CONTACT (answer));
    }
  else if (g_error_matches (error, WA_ERROR, WA_ERROR_NOT_FOUND))
    forget_and_return (task, known, error);
  else
    g_task_return_error (task, error);
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
      wa_store_find_contact_async (wa_account_get_store (self), wa_contact_get_id (contact), NULL, NULL,
                                   cancellable, stored_found_cb, g_object_ref (task));
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
