/* wa-client-test.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "model/wa-query.h"
#include "session/wa-client.h"

/* Whether an address and a key are right, by the operations that each system has for that. */

typedef struct
{
  guint next;
  guint verified;
} Test;

static void test_next (GTask *task);

static void
test_fail (GTask  *task,
           GError *error)
{
  WaClient *self = g_task_get_source_object (task);

  if (g_error_matches (error, WA_ERROR, WA_ERROR_PROTOCOL) ||
      g_error_matches (error, WA_ERROR, WA_ERROR_NOT_FOUND))
    {
      g_free (error->message);
      /* Translators: %s is a system’s name */
      error->message = g_strdup_printf (_("A server answers at this address, but not the way %s does. "
                                          "Check the address."),
                                        wa_provider_get_info (wa_client_get_provider (self))->name);
    }
  g_task_return_error (task, error);
}

static void
test_ran_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GObject) model = NULL;
  GError *error = NULL;
  Test *test = g_task_get_task_data (task);

  model = wa_client_run_finish (WA_CLIENT (object), result, &error);
  if (model != NULL)
    test->verified++;

  if (error != NULL && !g_error_matches (error, WA_ERROR, WA_ERROR_UNSUPPORTED))
    {
      test_fail (task, error);
      return;
    }

  g_clear_error (&error);
  test_next (task);
}

static void
test_next (GTask *task)
{
  WaClient *self = g_task_get_source_object (task);
  Test *test = g_task_get_task_data (task);
  const WaProviderInfo *info = wa_provider_get_info (wa_client_get_provider (self));
  g_autoptr(GObject) args = NULL;
  gboolean impatient;

  if (test->next == info->n_test_ops)
    {
      const char *verdict = _("The server answers. Whether it accepts the key shows with the first message.");

      if (test->verified > 0)
        verdict = _("The connection works.");

      g_task_return_pointer (task, g_strdup (verdict), g_free);
      return;
    }

  args = g_object_new (wa_op_get_info (info->test_ops[test->next])->args_type (), NULL);
  if (WA_IS_QUERY (args))
    wa_query_set_page_size (WA_QUERY (args), 1);

  /* Whoever waits for a verdict wants that of the first try. */
  g_object_get (self, "impatient", &impatient, NULL);
  g_object_set (self, "impatient", TRUE, NULL);
  wa_client_run_async (self, info->test_ops[test->next++], args, g_task_get_cancellable (task), test_ran_cb,
                       g_object_ref (task));
  g_object_set (self, "impatient", impatient, NULL);
}

/**
 * wa_client_test_async:
 *
 * Tries whether address and key are right, without sending anything to anybody, and without patience.
 */
void
wa_client_test_async (WaClient            *self,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (WA_IS_CLIENT (self));
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_client_test_async);
  g_task_set_task_data (task, g_new0 (Test, 1), g_free);
  test_next (task);
}

/**
 * wa_client_test_finish:
 *
 * Returns: (transfer full): what works, for the user, or %NULL with an error whose text says what
 * to correct
 */
char *
wa_client_test_finish (WaClient      *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
