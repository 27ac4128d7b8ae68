/* wa-account-templates.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "core/wa-error.h"
#include "model/wa-target.h"
#include "session/wa-account-private.h"
#include "session/wa-template-merge.h"

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  WaStore *store = WA_STORE (object);
  WaRowList *rows = wa_store_get_records (store, WA_TYPE_TEMPLATE);
  GError *error = NULL;
  g_autoptr(GArray) ids = wa_store_save_records_finish (store, result, &error);
  guint position;

  if (ids == NULL)
    g_task_return_error (task, error);
  else if (wa_row_list_find (rows, g_array_index (ids, gint64, 0), &position))
    g_task_return_pointer (task, g_list_model_get_item (G_LIST_MODEL (rows), position), g_object_unref);
  else
    g_task_return_pointer (task, g_object_ref (g_task_get_task_data (task)), g_object_unref);
}

static void
fetched_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  WaAccount *self = g_task_get_source_object (task);
  WaTemplate *stored = g_task_get_task_data (task);
  g_autoptr(GPtrArray) templates = NULL;
  GObject *answer;
  GError *error = NULL;

  answer = wa_client_run_finish (WA_CLIENT (object), result, &error);
  if (answer == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  wa_template_set_id (WA_TEMPLATE (answer), wa_template_get_id (stored));
  wa_template_set_shared_name (WA_TEMPLATE (answer), wa_template_get_shared_name (stored));
  wa_template_keep_known (WA_TEMPLATE (answer), stored);

  templates = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (templates, answer);
  wa_store_save_records_async (wa_account_get_store (self), WA_TYPE_TEMPLATE, templates, NULL, saved_cb,
                               g_object_ref (task));
}

static WaTarget *
new_target (WaTemplate *template)
{
  WaTarget *target = wa_target_new ();

  wa_target_set_remote_id (target, wa_template_get_remote_id (template));
  wa_target_set_name (target, wa_template_get_name (template));
  wa_target_set_language (target, wa_template_get_language (template));

  return target;
}

/**
 * wa_account_refresh_template_async:
 *
 * Asks the system for one template with all that it tells about its values.  Where it can't tell, the
 * template is given as it is.
 */
void
wa_account_refresh_template_async (WaAccount           *self,
                                   WaTemplate          *template,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(WaTarget) target = NULL;

  g_return_if_fail (WA_IS_ACCOUNT (self));
  g_return_if_fail (WA_IS_TEMPLATE (template));
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_account_refresh_template_async);
  g_task_set_task_data (task, g_object_ref (template), g_object_unref);

  if (wa_template_get_local (template) || !wa_account_supports (self, WA_OP_GET_TEMPLATE))
    {
      g_task_return_pointer (task, g_object_ref (template), g_object_unref);
      return;
    }

  target = new_target (template);
  wa_client_run_async (wa_account_get_client (self), WA_OP_GET_TEMPLATE, G_OBJECT (target), cancellable,
                       fetched_cb, g_object_ref (task));
}

/**
 * wa_account_refresh_template_finish:
 *
 * Returns: (transfer full): the template as it is stored now, or %NULL with an error;
 *   %WA_ERROR_NOT_FOUND where it is gone, which the next refresh of all sees to
 */
WaTemplate *
wa_account_refresh_template_finish (WaAccount     *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * wa_account_describe_template_async:
 * @template: a copy of a template of this account, whose components somebody wrote down
 *
 * Some systems tell only which templates there are, not what they say.  What is written down here is kept: a refresh
 * replaces it only with what the system itself tells.
 */
void
wa_account_describe_template_async (WaAccount           *self,
                                    WaTemplate          *template,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GPtrArray) templates = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (WA_IS_ACCOUNT (self));
  g_return_if_fail (WA_IS_TEMPLATE (template));
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_account_describe_template_async);
  g_task_set_task_data (task, g_object_ref (template), g_object_unref);

  g_ptr_array_add (templates, wa_record_copy (template));
  wa_store_save_records_async (wa_account_get_store (self), WA_TYPE_TEMPLATE, templates, NULL, saved_cb,
                               g_object_ref (task));
}

/**
 * wa_account_describe_template_finish:
 *
 * Returns: (transfer full): the template as it is stored now, or %NULL with %WA_ERROR_STORE
 */
WaTemplate *
wa_account_describe_template_finish (WaAccount     *self,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
