/* wa-recovery.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "session/wa-recovery.h"

/* What the last session left behind, brought into a true state: what was on its way when it ended is
 * uncertain, what was queued still is. */

typedef struct
{
  GPtrArray *queued;
  guint      n_pending;
  GError    *error;
} Recovery;

static void
recovery_free (Recovery *self)
{
  g_clear_pointer (&self->queued, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_free (self);
}

static void
return_when_done (GTask *task)
{
  Recovery *self = g_task_get_task_data (task);

  if (self->n_pending > 0)
    return;

  if (self->error != NULL)
    g_task_return_error (task, g_steal_pointer (&self->error));
  else
    g_task_return_pointer (task, g_steal_pointer (&self->queued), (GDestroyNotify) g_ptr_array_unref);
}

static void
interrupted_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Recovery *self = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;

  if (!wa_store_update_message_finish (WA_STORE (object), result, &error) && self->error == NULL)
    self->error = g_steal_pointer (&error);
  self->n_pending--;
  return_when_done (task);
}

static void
mark_interrupted (GTask     *task,
                  WaMessage *message)
{
  static const char *const names[] = { "state", "state-time", "error", "error-text", NULL };
  Recovery *self = g_task_get_task_data (task);
  g_autoptr(WaMessage) values = wa_message_new ();
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();

  wa_message_set_key (values, wa_message_get_key (message));
  wa_message_set_state (values, WA_STATE_UNCERTAIN);
  wa_message_set_state_time (values, now);
  wa_message_set_error (values, wa_error_nick (WA_ERROR_UNCERTAIN));
  wa_message_set_error_text (values, _("WaDesk was ended while this message was on its way, so it may have "
                                       "been delivered. Look at the conversation before you send it again."));
  self->n_pending++;
  wa_store_update_message_async (g_task_get_source_object (task), values, names,
                                 WA_STATE_BIT (WA_STATE_SENDING),
                                 NULL, interrupted_cb, g_object_ref (task));
}

static void
load_outbox_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Recovery *self = g_task_get_task_data (task);
  g_autoptr(GPtrArray) messages = NULL;
  GError *error = NULL;

  messages = wa_store_load_outbox_finish (WA_STORE (object), result, &error);
  if (messages == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  for (guint i = 0; i < messages->len; i++)
    {
      WaMessage *message = g_ptr_array_index (messages, i);

      if (wa_message_get_state (message) == WA_STATE_SENDING)
        mark_interrupted (task, message);
      else
        g_ptr_array_add (self->queued, g_object_ref (message));
    }
  return_when_done (task);
}

void
wa_recovery_run_async (WaStore             *store,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Recovery *self = g_new0 (Recovery, 1);

  self->queued = g_ptr_array_new_with_free_func (g_object_unref);
  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_recovery_run_async);
  g_task_set_task_data (task, self, (GDestroyNotify) recovery_free);
  wa_store_load_outbox_async (store, WA_STATE_BIT (WA_STATE_SENDING) | WA_STATE_BIT (WA_STATE_QUEUED),
                              cancellable, load_outbox_cb, g_object_ref (task));
}

/**
 * wa_recovery_run_finish:
 *
 * Returns: (transfer full) (element-type WaMessage): the messages that are to be sent, oldest first, or
 *   %NULL with %WA_ERROR_STORE
 */
GPtrArray *
wa_recovery_run_finish (WaStore       *store,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
