/* wa-contact-creation.c
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
#include "session/wa-contact-change.h"
#include "session/wa-contact-creation.h"
#include "session/wa-contact-keep.h"

/* One contact, from what the user entered to what the system and the store have of it.  A system may create
 * it with a part of that only, and not say under which id; then it is asked, and told the rest. */

typedef struct
{
  WaStore   *store;
  WaContact *wanted;    /* our own */
  char     **left_out;  /* (nullable): properties that the system was not told yet */
} Creation;

static void
creation_free (gpointer data)
{
  Creation *self = data;

  g_clear_object (&self->store);
  g_clear_object (&self->wanted);
  g_strfreev (self->left_out);
  g_free (self);
}

/* Looking for a number */

static void
looked_up_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  const char *number = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(GObject) page = wa_client_run_finish (WA_CLIENT (object), result, &error);
  GListModel *items = page != NULL ? G_LIST_MODEL (wa_page_get_items (WA_PAGE (page))) : NULL;

  if (page == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(WaContact) contact = g_list_model_get_item (items, i);

      if (g_str_equal (wa_contact_get_number (contact), number))
        {
          g_task_return_pointer (task, g_steal_pointer (&contact), g_object_unref);
          return;
        }
    }

  g_task_return_new_error (task, WA_ERROR, WA_ERROR_NOT_FOUND, "%s",
                           _("This number is no contact there. Refresh the contacts."));
}

/**
 * wa_contact_look_up_async:
 * @number: digits
 *
 * Asks the system for the contact with a number.
 */
void
wa_contact_look_up_async (WaClient            *client,
                          const char          *number,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (client, cancellable, callback, user_data);
  g_autoptr(WaQuery) query = wa_query_new ();

  g_task_set_source_tag (task, wa_contact_look_up_async);
  g_task_set_task_data (task, g_strdup (number), g_free);
  wa_query_set_number (query, number);
  wa_client_run_async (client, WA_OP_LIST_CONTACTS, G_OBJECT (query), cancellable, looked_up_cb,
                       g_object_ref (task));
}

/**
 * wa_contact_look_up_finish:
 *
 * Returns: (transfer full): the contact as the system tells it, or %NULL with %WA_ERROR_NOT_FOUND where
 *   nobody has that number, or another error
 */
WaContact *
wa_contact_look_up_finish (WaClient      *client,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, client), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Creating */

static void
completed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  WaContact *contact = wa_contact_change_run_finish (WA_CLIENT (object), result, &error);

  if (contact != NULL)
    {
      g_task_return_pointer (task, contact, g_object_unref);
      return;
    }

  /* Translators: why something failed, and what to do */
  g_prefix_error (&error, "%s ", _("The contact was created, but not with everything that you entered."));
  g_task_return_error (task, error);
}

static void
kept_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Creation *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(WaContact) kept = wa_contact_keep_finish (WA_STORE (object), result, &error);
  g_autoptr(WaContactEdit) edit = NULL;

  if (kept == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (self->left_out == NULL || self->left_out[0] == NULL)
    {
      g_task_return_pointer (task, g_steal_pointer (&kept), g_object_unref);
      return;
    }

  edit = wa_contact_edit_new ();
  wa_contact_set_id (self->wanted, wa_contact_get_id (kept));
  wa_contact_set_remote_id (self->wanted, wa_contact_get_remote_id (kept));
  wa_contact_edit_set_contact (edit, self->wanted);
  wa_contact_edit_set_changed (edit, (const char *const *) self->left_out);
  wa_contact_change_run_async (g_task_get_source_object (task), self->store, kept, edit,
                               g_task_get_cancellable (task), completed_cb, g_object_ref (task));
}

static void
keep (GTask     *task,
      WaContact *created)
{
  Creation *self = g_task_get_task_data (task);

  wa_contact_complete (created, self->wanted, wa_client_get_provider (g_task_get_source_object (task)));
  wa_contact_keep_async (self->store, created, kept_cb, g_object_ref (task));
}

/* It exists also where it is not found: the next refresh brings its id. */
static void
created_looked_up_cb (GObject      *object,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Creation *self = g_task_get_task_data (task);
  g_autoptr(WaContact) found = wa_contact_look_up_finish (WA_CLIENT (object), result, NULL);
  g_autoptr(WaContact) created = found != NULL ? g_object_ref (found) : wa_record_copy (self->wanted);

  keep (task, created);
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
  Creation *self = g_task_get_task_data (task);
  WaClient *client = WA_CLIENT (object);
  g_autoptr(GObject) report = NULL;
  g_autoptr(WaContact) created = NULL;
  GListModel *list;
  GError *error = NULL;

  report = wa_client_run_finish (client, result, &error);
  if (report == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  list = G_LIST_MODEL (wa_contact_report_get_created (WA_CONTACT_REPORT (report)));
  created = g_list_model_get_item (list, 0);
  self->left_out = g_strdupv ((char **) wa_contact_report_get_left_out (WA_CONTACT_REPORT (report)));

  if (created == NULL)
    refuse_created (task, WA_CONTACT_REPORT (report));
  else if (!wa_is_empty (wa_contact_get_remote_id (created)) ||
           !wa_provider_supports (wa_client_get_provider (client), WA_OP_LIST_CONTACTS))
    keep (task, created);
  else
    wa_contact_look_up_async (client, wa_contact_get_number (created), NULL, created_looked_up_cb,
                              g_object_ref (task));
}

/**
 * wa_contact_creation_run_async:
 * @contact: what it shall be; with the id of the row in the store that becomes this contact, else 0
 * @stated: (nullable): properties that the user was asked for, see #WaContactBatch
 *
 * Creates a contact at the system and writes it into the store.
 */
void
wa_contact_creation_run_async (WaClient            *client,
                               WaStore             *store,
                               WaContact           *contact,
                               const char *const   *stated,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (client, cancellable, callback, user_data);
  g_autoptr(WaContactBatch) batch = wa_contact_batch_new ();
  Creation *self = g_new0 (Creation, 1);

  self->store = g_object_ref (store);
  self->wanted = wa_record_copy (contact);
  wa_contact_set_local (self->wanted, FALSE);

  g_task_set_source_tag (task, wa_contact_creation_run_async);
  /* What the system did is written down and told, however late the caller lost interest. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, self, creation_free);

  g_list_store_append (wa_contact_batch_get_contacts (batch), self->wanted);
  wa_contact_batch_set_stated (batch, stated);
  wa_client_run_async (client, WA_OP_CREATE_CONTACTS, G_OBJECT (batch), cancellable, created_cb,
                       g_object_ref (task));
}

/**
 * wa_contact_creation_run_finish:
 *
 * Returns: (transfer full): the store's own object of the contact, or %NULL with an error; what was created
 *   without being told everything is in the store all the same
 */
WaContact *
wa_contact_creation_run_finish (WaClient      *client,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, client), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
