/* wa-delivery.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "session/wa-delivery.h"
#include "session/wa-preparation.h"

/* One queued message on its way to the system.  The store knows of each step before it is taken:
 * `sending` is on the disk before a byte can leave, and what became of the message before anybody is
 * told.  Wherever the program ends in between, the store says nothing that is not so. */

#define MAX_ATTEMPTS   5
#define WRITE_INTERVAL 5  /* seconds between tries to write down what became of a message */
#define MAX_WAIT       300
#define LATER          (24 * 60 * 60)

static const char *const step_properties[] = { "state", "state-time", "attempts", NULL };

static const char *const failed_properties[] = {
  "state", "state-time", "attempts", "error", "error-code", "error-text", "not-before", NULL
};

static const char *const sent_properties[] = {
  "state", "state-time", "error", "error-code", "error-text", "not-before",
  "state-detail", "remote-id", "job-id", "wa-id", "chat-id", "contact-id", "provider-text", NULL
};

typedef struct
{
  WaStore    *store;
  WaMessage  *message;   /* the store's own object */
  WaOutgoing *outgoing;
  gint64      attempts;
  gboolean    sending;   /* what the disk says */
  gboolean    tried;     /* this time */
  gboolean    lost;      /* it is not queued any more: somebody else has it */
  WaMessage  *outcome;   /* what is to be written down */
  GError     *cause;     /* (nullable): why it was not sent */
} Delivery;

static void
delivery_free (Delivery *self)
{
  g_clear_object (&self->store);
  g_clear_object (&self->message);
  g_clear_object (&self->outgoing);
  g_clear_object (&self->outcome);
  g_clear_error (&self->cause);
  g_free (self);
}

static WaMessage *
new_values (Delivery       *self,
            WaMessageState  state)
{
  WaMessage *values = wa_message_new ();
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();

  wa_message_set_key (values, wa_message_get_key (self->message));
  wa_message_set_state (values, state);
  wa_message_set_state_time (values, now);
  wa_message_set_attempts (values, self->attempts);

  return values;
}

/* Before a try, and after one that came to nothing */

typedef struct
{
  GTask   *task;
  GTask   *turn;
  gboolean sending;
} Step;

static void
step_written_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autofree Step *step = user_data;
  g_autoptr(GTask) task = step->task;
  g_autoptr(GTask) turn = step->turn;
  Delivery *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (wa_store_update_message_finish (WA_STORE (object), result, &error))
    {
      self->sending = step->sending;
      g_task_return_boolean (turn, TRUE);
      return;
    }

  self->lost = !g_error_matches (error, WA_ERROR, WA_ERROR_STORE);
  g_task_return_error (turn, error);
}

static void
step_func (WaClient     *client,
           WaClientStep  client_step,
           GTask        *turn,
           gpointer      user_data)
{
  GTask *task = user_data;
  Delivery *self = g_task_get_task_data (task);
  gboolean sending = client_step == WA_CLIENT_SENDING;
  g_autoptr(WaMessage) values = NULL;
  Step *step;

  /* The same request in another form, after the first was refused: it is on the disk already. */
  if (sending == self->sending)
    {
      g_task_return_boolean (turn, TRUE);
      return;
    }

  if (sending)
    {
      self->attempts++;
      self->tried = TRUE;
    }
  values = new_values (self, sending ? WA_STATE_SENDING : WA_STATE_QUEUED);
  step = g_new0 (Step, 1);
  step->task = g_object_ref (task);
  step->turn = g_object_ref (turn);
  step->sending = sending;
  wa_store_update_message_async (self->store, values, step_properties,
                                 WA_STATE_BIT (sending ? WA_STATE_QUEUED : WA_STATE_SENDING),
                                 NULL, step_written_cb, step);
}

/* After the last try */

static void write_outcome (GTask *task);

static void
write_again_cb (gpointer user_data)
{
  g_autoptr(GTask) task = user_data;

  write_outcome (task);
}

static void
outcome_written_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Delivery *self = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;

  if (wa_store_update_message_finish (WA_STORE (object), result, &error))
    {
      g_task_return_int (task, wa_message_get_state (self->outcome));
      return;
    }

  /* The disk may be full for a while; when we are to stop, the message stays `sending`, which the next
   * start takes for what it is: uncertain. */
  if (g_error_matches (error, WA_ERROR, WA_ERROR_STORE) &&
      !g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    {
      g_message ("What became of a message can't be written down yet: %s", error->message);
      g_timeout_add_seconds_full (G_PRIORITY_DEFAULT, WRITE_INTERVAL, G_SOURCE_FUNC (write_again_cb),
                                  g_object_ref (task), NULL);
      return;
    }

  g_clear_error (&self->cause);
  self->cause = g_steal_pointer (&error);
  g_task_return_int (task, WA_STATE_NONE);
}

static void
write_outcome (GTask *task)
{
  Delivery *self = g_task_get_task_data (task);

  wa_store_update_message_async (self->store, self->outcome,
                                 self->cause == NULL ? sent_properties : failed_properties,
                                 WA_STATE_BIT (WA_STATE_QUEUED) | WA_STATE_BIT (WA_STATE_SENDING),
                                 NULL, outcome_written_cb, g_object_ref (task));
}

static void
take_answer (Delivery  *self,
             WaMessage *answer)
{
  static const char *const names[] = {
    "state-detail", "remote-id", "job-id", "wa-id", "chat-id", "contact-id", "provider-text"
  };
  WaMessageState state = wa_message_get_state (answer);

  /* Accepted by the system is `sent`; some tell more at once. */
  if (state != WA_STATE_DELIVERED && state != WA_STATE_READ)
    state = WA_STATE_SENT;
  self->outcome = new_values (self, state);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_auto(GValue) value = G_VALUE_INIT;

      g_object_get_property (G_OBJECT (answer), names[i], &value);
      if (g_value_get_string (&value)[0] == '\0')
        {
          g_value_unset (&value);
          g_object_get_property (G_OBJECT (self->message), names[i], &value);
        }
      g_object_set_property (G_OBJECT (self->outcome), names[i], &value);
    }
}

/* Seconds until a message that was refused may be tried again by itself; -1 for never. */
static int
seconds_to_wait (Delivery *self)
{
  WaErrorClass klass = wa_error_get_class (self->cause);
  int asked = wa_error_get_retry_after (self->cause);

  if (self->attempts >= MAX_ATTEMPTS)
    return -1;

  if (klass == WA_ERROR_CLASS_LATER)
    return MAX (asked, LATER);

  if (klass == WA_ERROR_CLASS_WAIT)
    return asked >= 0 ? asked : MIN (1 << (2 * self->attempts), MAX_WAIT);

  return -1;
}

/* Whether the message may go out again without the user: only what certainly never did, and what may pass. */
static gboolean
goes_back (Delivery *self)
{
  return g_error_matches (self->cause, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
         g_error_matches (self->cause, WA_ERROR, WA_ERROR_AUTH) ||
         g_error_matches (self->cause, WA_ERROR, WA_ERROR_STORE) ||
         seconds_to_wait (self) >= 0;
}

static void
take_uncertainty (Delivery *self)
{
  gboolean cancelled = g_error_matches (self->cause, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  self->outcome = new_values (self, WA_STATE_UNCERTAIN);
  wa_message_set_error (self->outcome, wa_error_nick (WA_ERROR_UNCERTAIN));
  wa_message_set_error_code (self->outcome, wa_error_get_code (self->cause));
  wa_message_set_error_text (self->outcome,
                             cancelled ? _("You cancelled this message while it was on its way, so it may "
                                           "have been delivered. Look at the conversation before you send "
                                           "it again.")
                                       : self->cause->message);
}

/* What comes to nothing while it is prepared is a try as well, or there would be no end to them. */
static void
count_preparation (Delivery *self)
{
  WaErrorClass klass = wa_error_get_class (self->cause);

  if (!self->tried && (klass == WA_ERROR_CLASS_WAIT || klass == WA_ERROR_CLASS_LATER))
    self->attempts++;
}

static void
take_failure (Delivery *self)
{
  gboolean back = goes_back (self);
  int seconds = back ? seconds_to_wait (self) : -1;

  self->outcome = new_values (self, back ? WA_STATE_QUEUED : WA_STATE_FAILED);
  if (seconds >= 0)
    {
      g_autoptr(GDateTime) not_before = g_date_time_add_seconds (wa_message_get_state_time (self->outcome),
                                                                 seconds);

      wa_message_set_not_before (self->outcome, not_before);
    }

  /* Why a message waits is said as well. */
  if (self->cause->domain == WA_ERROR)
    {
      wa_message_set_error (self->outcome, wa_error_nick ((WaError) self->cause->code));
      wa_message_set_error_code (self->outcome, wa_error_get_code (self->cause));
      wa_message_set_error_text (self->outcome, self->cause->message);
    }
}

static void
run_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GObject) answer = NULL;
  Delivery *self = g_task_get_task_data (task);
  gboolean left;

  answer = wa_preparation_run_finish (WA_CLIENT (object), result, &left, &self->cause);
  if (self->lost)
    {
      g_task_return_int (task, WA_STATE_NONE);
      return;
    }

  if (answer != NULL)
    take_answer (self, WA_MESSAGE (answer));
  else if (left || g_error_matches (self->cause, WA_ERROR, WA_ERROR_UNCERTAIN))
    take_uncertainty (self);
  else
    {
      count_preparation (self);
      take_failure (self);
    }
  write_outcome (task);
}

static void
load_outgoing_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Delivery *self = g_task_get_task_data (task);

  self->outgoing = wa_store_load_outgoing_finish (WA_STORE (object), result, &self->cause);
  if (self->outgoing == NULL)
    {
      take_failure (self);
      write_outcome (task);
      return;
    }

  wa_preparation_run_async (g_task_get_source_object (task), self->store, WA_OP_SEND, G_OBJECT (self->outgoing),
                            step_func, task,
                            g_task_get_cancellable (task), run_cb, g_object_ref (task));
}

/**
 * wa_delivery_run_async:
 * @message: the store's own object of a queued message
 *
 * Sends one message and keeps the store's record of it true all the way.
 */
void
wa_delivery_run_async (WaClient            *client,
                       WaStore             *store,
                       WaMessage           *message,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Delivery *self;

  g_return_if_fail (WA_IS_CLIENT (client));
  g_return_if_fail (WA_IS_STORE (store));
  g_return_if_fail (WA_IS_MESSAGE (message));

  self = g_new0 (Delivery, 1);
  self->store = g_object_ref (store);
  self->message = g_object_ref (message);
  self->attempts = wa_message_get_attempts (message);

  task = g_task_new (client, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_delivery_run_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, self, (GDestroyNotify) delivery_free);

  wa_store_load_outgoing_async (store, wa_message_get_key (message), NULL, load_outgoing_cb,
                                g_object_ref (task));
}

/**
 * wa_delivery_run_finish:
 * @cause: (out) (optional) (transfer full) (nullable): why the message is in that state, where it was
 *   not sent
 *
 * Returns: the state that was written down: %WA_STATE_QUEUED where the message goes on later;
 *   %WA_STATE_NONE where nothing was, because somebody else has the message, or the disk fails
 */
WaMessageState
wa_delivery_run_finish (WaClient      *client,
                        GAsyncResult  *result,
                        GError       **cause)
{
  Delivery *self;

  g_return_val_if_fail (g_task_is_valid (result, client), WA_STATE_NONE);

  self = g_task_get_task_data (G_TASK (result));
  if (cause != NULL)
    *cause = g_steal_pointer (&self->cause);

  return (WaMessageState) g_task_propagate_int (G_TASK (result), NULL);
}
