/* wa-outbox.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "session/wa-delivery.h"
#include "session/wa-outbox-private.h"
#include "session/wa-queued-message.h"
#include "session/wa-recovery.h"
#include "template/wa-outgoing-check.h"

#define DISK_INTERVAL 5     /* seconds after the disk failed */
#define LONGEST_SLEEP 3600  /* the clock may be set, the machine may sleep: look again now and then */

#define SETTLED_STATES (WA_STATE_BIT (WA_STATE_SENT) | WA_STATE_BIT (WA_STATE_DELIVERED) | \
                        WA_STATE_BIT (WA_STATE_READ) | WA_STATE_BIT (WA_STATE_FAILED) | \
                        WA_STATE_BIT (WA_STATE_UNCERTAIN))

struct _WaOutbox
{
  GObject parent_instance;

  WaClient     *client;      /* (owned) */
  WaStore      *store;       /* (owned) */
  GPtrArray    *queue;       /* the store's own objects, in the order in which they were written */
  WaMessage    *current;     /* (owned) (nullable): of the queue, on its way */
  GCancellable *cancellable; /* (nullable): of @current */
  gboolean      withdrawn;   /* the user cancelled @current */
  GHashTable   *resending;   /* keys of messages that are being queued again */
  guint         timeout;
  gint64        disk_pause;  /* monotonic; nothing is tried before */
  gboolean      ready;       /* there is a key */
  gboolean      closed;
  char         *problem;
  guint         waiting;
};

G_DEFINE_FINAL_TYPE (WaOutbox, wa_outbox, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_WAITING,
  PROP_PROBLEM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  MESSAGE_SETTLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void pump (WaOutbox *self);

static void
wa_outbox_dispose (GObject *object)
{
  WaOutbox *self = WA_OUTBOX (object);

  wa_outbox_close (self);
  g_ptr_array_set_size (self->queue, 0);
  g_clear_object (&self->current);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->client);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (wa_outbox_parent_class)->dispose (object);
}

static void
wa_outbox_finalize (GObject *object)
{
  WaOutbox *self = WA_OUTBOX (object);

  g_ptr_array_unref (self->queue);
  g_hash_table_unref (self->resending);
  g_free (self->problem);

  G_OBJECT_CLASS (wa_outbox_parent_class)->finalize (object);
}

static void
wa_outbox_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  WaOutbox *self = WA_OUTBOX (object);

  switch (prop_id)
    {
    case PROP_WAITING:
      g_value_set_uint (value, self->waiting);
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, wa_outbox_get_problem (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wa_outbox_class_init (WaOutboxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = wa_outbox_dispose;
  object_class->finalize = wa_outbox_finalize;
  object_class->get_property = wa_outbox_get_property;

  properties[PROP_WAITING] =
    g_param_spec_uint ("waiting", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PROBLEM] =
    g_param_spec_string ("problem", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * WaOutbox::message-settled:
   * @message: a #WaMessage that became sent, failed or uncertain
   */
  signals[MESSAGE_SETTLED] =
    g_signal_new ("message-settled", WA_TYPE_OUTBOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, WA_TYPE_MESSAGE);
}

static void
wa_outbox_init (WaOutbox *self)
{
  self->queue = g_ptr_array_new_with_free_func (g_object_unref);
  self->resending = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

WaOutbox *
wa_outbox_new (WaClient *client,
               WaStore  *store)
{
  WaOutbox *self = g_object_new (WA_TYPE_OUTBOX, NULL);

  self->client = g_object_ref (client);
  self->store = g_object_ref (store);

  return self;
}

static void
set_problem (WaOutbox   *self,
             const char *text)
{
  if (wa_set_str (&self->problem, text))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

static void
update_waiting (WaOutbox *self)
{
  if (self->waiting == self->queue->len)
    return;

  self->waiting = self->queue->len;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WAITING]);
}

static void
enqueue (WaOutbox  *self,
         WaMessage *message)
{
  g_ptr_array_add (self->queue, g_object_ref (message));
  update_waiting (self);
}

static void
dequeue (WaOutbox  *self,
         WaMessage *message)
{
  g_ptr_array_remove (self->queue, message);
  update_waiting (self);
}

static WaMessage *
new_values (WaMessage      *message,
            WaMessageState  state)
{
  WaMessage *values = wa_message_new ();
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();

  wa_message_set_key (values, wa_message_get_key (message));
  wa_message_set_state (values, state);
  wa_message_set_state_time (values, now);

  return values;
}

/* The queue */

static const char *
get_addressee (WaMessage *message)
{
  const char *number = wa_message_get_recipient (message);
  const char *contact = wa_message_get_contact_id (message);

  if (number[0] != '\0')
    return number;

  return contact[0] != '\0' ? contact : wa_message_get_chat_id (message);
}

/* The first message that may go out now.  One that has to wait keeps back those to the same person that
 * were written after it, and no others.  @sleep: seconds until the next may, or -1 */
static WaMessage *
find_due (WaOutbox *self,
          gint64   *sleep)
{
  g_autoptr(GHashTable) waiting = g_hash_table_new (g_str_hash, g_str_equal);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  *sleep = -1;
  for (guint i = 0; i < self->queue->len; i++)
    {
      WaMessage *message = g_ptr_array_index (self->queue, i);
      GDateTime *not_before = wa_message_get_not_before (message);
      gint64 left = not_before != NULL ? g_date_time_to_unix (not_before) - now : 0;

      if (g_hash_table_contains (waiting, get_addressee (message)))
        continue;
      if (left <= 0)
        return message;

      g_hash_table_add (waiting, (gpointer) get_addressee (message));
      *sleep = *sleep < 0 ? left : MIN (*sleep, left);
    }

  return NULL;
}

static void
timeout_cb (gpointer user_data)
{
  WaOutbox *self = user_data;

  self->timeout = 0;
  pump (self);
}

static void
wake_in (WaOutbox *self,
         gint64    seconds)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add_once ((guint) MIN (seconds, LONGEST_SLEEP) * 1000, timeout_cb, self);
}

static void
pause_for_disk (WaOutbox     *self,
                const GError *error)
{
  set_problem (self, error->message);
  self->disk_pause = g_get_monotonic_time () + DISK_INTERVAL * G_USEC_PER_SEC;
}

/* A queued message that the user takes back: it stays in the history, out of sight, as what it is: not
 * sent. */

static const char *const withdrawn_properties[] = {
  "state", "state-time", "error", "error-text", "dismissed", "not-before", NULL
};

typedef struct
{
  WaOutbox  *self;
  WaMessage *message;
} Withdrawal;

static void
withdraw_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autofree Withdrawal *data = user_data;
  g_autoptr(WaOutbox) self = data->self;
  g_autoptr(WaMessage) message = data->message;
  g_autoptr(GError) error = NULL;

  if (wa_store_update_message_finish (WA_STORE (object), result, &error))
    g_signal_emit (self, signals[MESSAGE_SETTLED], 0, message);
  else if (!self->closed)
    set_problem (self, error->message);
}

static void
withdraw (WaOutbox  *self,
          WaMessage *message)
{
  g_autoptr(WaMessage) values = new_values (message, WA_STATE_FAILED);
  Withdrawal *data = g_new0 (Withdrawal, 1);

  data->self = g_object_ref (self);
  data->message = g_object_ref (message);
  wa_message_set_error_text (values, _("You cancelled this message before it was sent."));
  wa_message_set_dismissed (values, TRUE);
  dequeue (self, message);
  wa_store_update_message_async (self->store, values, withdrawn_properties, WA_STATE_BIT (WA_STATE_QUEUED),
                                 NULL, withdraw_cb, data);
}

/* Failures that are the account's, not the message's: the next one would fail the same way.  A key that was
 * refused is no longer there, see wa_outbox_set_ready(), and there may be another by now. */
static gboolean
stops_queue (const GError *cause)
{
  guint status = wa_error_get_http_status (cause);

  if (g_error_matches (cause, WA_ERROR, WA_ERROR_AUTH))
    return FALSE;

  return status == 402 || status == 403 ||
         wa_error_get_class (cause) == WA_ERROR_CLASS_STOP ||
         g_error_matches (cause, WA_ERROR, WA_ERROR_TLS);
}

static void
take_state (WaOutbox       *self,
            WaMessage      *message,
            WaMessageState  state,
            gboolean        withdrawn,
            const GError   *cause)
{
  if (g_error_matches (cause, WA_ERROR, WA_ERROR_STORE))
    pause_for_disk (self, cause);
  else if (cause != NULL && stops_queue (cause))
    set_problem (self, cause->message);

  if (state == WA_STATE_QUEUED)
    {
      if (withdrawn)
        withdraw (self, message);
      return;
    }

  dequeue (self, message);
  if (state != WA_STATE_NONE)
    g_signal_emit (self, signals[MESSAGE_SETTLED], 0, message);
}

static void
delivered_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(WaOutbox) self = user_data;
  g_autoptr(WaMessage) message = g_steal_pointer (&self->current);
  g_autoptr(GError) cause = NULL;
  WaMessageState state = wa_delivery_run_finish (WA_CLIENT (object), result, &cause);

  g_clear_object (&self->cancellable);
  if (self->closed)
    return;

  take_state (self, message, state, self->withdrawn, cause);
  pump (self);
}

/* Takes the next message, if nothing speaks against it.  One at a time: what was written first is sent
 * first. */
static void
pump (WaOutbox *self)
{
  gint64 pause = (self->disk_pause - g_get_monotonic_time ()) / G_USEC_PER_SEC;
  gint64 sleep;
  WaMessage *message;

  if (self->closed || !self->ready || self->current != NULL || self->queue->len == 0)
    return;

  if (self->disk_pause > 0 && pause >= 0)
    {
      wake_in (self, pause + 1);
      return;
    }
  if (self->disk_pause > 0)
    {
      self->disk_pause = 0;
      set_problem (self, NULL);
    }

  if (self->problem != NULL)
    return;

  message = find_due (self, &sleep);
  if (message == NULL)
    {
      wake_in (self, sleep);
      return;
    }

  self->current = g_object_ref (message);
  self->cancellable = g_cancellable_new ();
  self->withdrawn = FALSE;
  wa_delivery_run_async (self->client, self->store, message, self->cancellable, delivered_cb,
                         g_object_ref (self));
}

/* The user does something about it: whatever stopped the queue may be over. */
static void
resume (WaOutbox *self)
{
  self->disk_pause = 0;
  set_problem (self, NULL);
  pump (self);
}

/* Opening and closing */

static void
recovered_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  WaOutbox *self = g_task_get_source_object (task);
  g_autoptr(GPtrArray) queued = NULL;
  GError *error = NULL;

  queued = wa_recovery_run_finish (WA_STORE (object), result, &error);
  if (queued == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  for (guint i = 0; i < queued->len; i++)
    enqueue (self, g_ptr_array_index (queued, i));
  g_task_return_boolean (task, TRUE);
}

/* Finds what was left from the last time.  Nothing is sent before wa_outbox_set_ready(). */
void
wa_outbox_open_async (WaOutbox            *self,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (WA_IS_OUTBOX (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_outbox_open_async);
  wa_recovery_run_async (self->store, cancellable, recovered_cb, g_object_ref (task));
}

gboolean
wa_outbox_open_finish (WaOutbox      *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* For good.  What is on its way stays `sending` on the disk. */
void
wa_outbox_close (WaOutbox *self)
{
  g_return_if_fail (WA_IS_OUTBOX (self));

  self->closed = TRUE;
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

/* @ready: whether there is a key that was not refused */
void
wa_outbox_set_ready (WaOutbox *self,
                     gboolean  ready)
{
  g_return_if_fail (WA_IS_OUTBOX (self));

  if (self->ready == ready)
    return;

  self->ready = ready;
  if (ready)
    resume (self);
}

/* Sending */

static gboolean
check (WaOutbox    *self,
       WaOutgoing  *outgoing,
       GError     **error)
{
  WaProvider *provider = wa_client_get_provider (self->client);
  WaMessageKind kind = wa_outgoing_get_kind (outgoing);
  g_autofree char *reason = NULL;

  if (wa_provider_supports_kind (provider, kind))
    return wa_outgoing_validate (outgoing, error);

  reason = wa_provider_dup_reason (provider, WA_OP_SEND, kind);
  g_set_error_literal (error, WA_ERROR, WA_ERROR_UNSUPPORTED, reason);

  return FALSE;
}

static void
add_message_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  WaOutbox *self = g_task_get_source_object (task);
  g_autoptr(WaMessage) message = NULL;
  GError *error = NULL;

  message = wa_store_add_message_finish (WA_STORE (object), result, &error);
  if (message == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  enqueue (self, message);
  g_task_return_pointer (task, g_steal_pointer (&message), g_object_unref);
  resume (self);
}

/**
 * wa_outbox_send_async:
 * @outgoing: what is to be sent; it is copied
 *
 * Writes a message down to be sent.  When it has finished, the message will be sent, now or after the
 * next start, unless something says otherwise; a message that is cancelled before that was not written.
 */
void
wa_outbox_send_async (WaOutbox            *self,
                      WaOutgoing          *outgoing,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(WaMessage) message = NULL;
  GError *error = NULL;

  g_return_if_fail (WA_IS_OUTBOX (self));
  g_return_if_fail (WA_IS_OUTGOING (outgoing));
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_outbox_send_async);
  /* Once it is written, it is: a cancellation that comes later changes nothing. */
  g_task_set_check_cancellable (task, FALSE);

  if (!check (self, outgoing, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  message = wa_queued_message_new (outgoing);
  wa_store_add_message_async (self->store, message, cancellable, add_message_cb, g_object_ref (task));
}

/**
 * wa_outbox_send_finish:
 *
 * Returns: (transfer full): the message as the history shows it, or %NULL with %WA_ERROR_INVALID,
 *   %WA_ERROR_UNSUPPORTED or %WA_ERROR_STORE: nothing was written and nothing will be sent
 */
WaMessage *
wa_outbox_send_finish (WaOutbox      *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Dismissing */

static void
dismiss_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (wa_store_update_message_finish (WA_STORE (object), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * wa_outbox_dismiss_async:
 *
 * Takes a message that is settled out of sight: its `dismissed` becomes %TRUE.  The history keeps it.
 */
void
wa_outbox_dismiss_async (WaOutbox            *self,
                         WaMessage           *message,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  static const char *const names[] = { "dismissed", NULL };
  g_autoptr(GTask) task = NULL;
  g_autoptr(WaMessage) values = NULL;

  g_return_if_fail (WA_IS_OUTBOX (self));
  g_return_if_fail (WA_IS_MESSAGE (message));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_outbox_dismiss_async);

  values = new_values (message, wa_message_get_state (message));
  wa_message_set_dismissed (values, TRUE);
  wa_store_update_message_async (self->store, values, names, SETTLED_STATES, cancellable, dismiss_cb,
                                 g_object_ref (task));
}

gboolean
wa_outbox_dismiss_finish (WaOutbox      *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Sending again: a new message with a key of its own.  It is written before the old one is dismissed,
 * so that nothing is lost in between; the old one keeps telling what became of it. */

static void
resend_return (GTask  *task,
               GError *error)
{
  WaOutbox *self = g_task_get_source_object (task);
  WaMessage *old = g_task_get_task_data (task);

  g_hash_table_remove (self->resending, wa_message_get_key (old));
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
resend_dismissed_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  wa_outbox_dismiss_finish (WA_OUTBOX (object), result, &error);
  resend_return (task, error);
}

static void
resend_sent_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(WaMessage) message = NULL;
  GError *error = NULL;

  message = wa_outbox_send_finish (WA_OUTBOX (object), result, &error);
  if (message == NULL)
    resend_return (task, error);
  else
    wa_outbox_dismiss_async (WA_OUTBOX (object), g_task_get_task_data (task), NULL, resend_dismissed_cb,
                             g_object_ref (task));
}

static void
resend_loaded_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(WaOutgoing) outgoing = NULL;
  GError *error = NULL;

  outgoing = wa_store_load_outgoing_finish (WA_STORE (object), result, &error);
  if (outgoing == NULL)
    resend_return (task, error);
  else
    wa_outbox_send_async (g_task_get_source_object (task), outgoing, NULL, resend_sent_cb,
                          g_object_ref (task));
}

static gboolean
can_resend (WaOutbox  *self,
            WaMessage *message)
{
  WaMessageState state = wa_message_get_state (message);

  return (state == WA_STATE_FAILED || state == WA_STATE_UNCERTAIN) && !wa_message_get_dismissed (message) &&
         !g_hash_table_contains (self->resending, wa_message_get_key (message));
}

/**
 * wa_outbox_resend_async:
 * @message: one that failed or is uncertain; of the latter the user knows that it may arrive twice
 *
 * Queues the same content as a new message, and dismisses the old one.
 */
void
wa_outbox_resend_async (WaOutbox            *self,
                        WaMessage           *message,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (WA_IS_OUTBOX (self));
  g_return_if_fail (WA_IS_MESSAGE (message));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_outbox_resend_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, g_object_ref (message), g_object_unref);

  if (!can_resend (self, message))
    {
      g_task_return_new_error (task, WA_ERROR, WA_ERROR_INVALID,
                               _("Only a message that failed or may not have arrived can be sent again, and "
                                 "only once. Write a new message instead."));
      return;
    }

  g_hash_table_add (self->resending, g_strdup (wa_message_get_key (message)));
  wa_store_load_outgoing_async (self->store, wa_message_get_key (message), cancellable, resend_loaded_cb,
                                g_object_ref (task));
}

gboolean
wa_outbox_resend_finish (WaOutbox      *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* By its key: whoever shows it may hold another object of the same message. */
static WaMessage *
find_queued (WaOutbox  *self,
             WaMessage *message)
{
  for (guint i = 0; i < self->queue->len; i++)
    {
      WaMessage *queued = g_ptr_array_index (self->queue, i);

      if (g_str_equal (wa_message_get_key (queued), wa_message_get_key (message)))
        return queued;
    }

  return NULL;
}

/**
 * wa_outbox_cancel_message:
 *
 * Takes a message back.  One that did not leave becomes failed and dismissed; one that may have left
 * becomes uncertain; one that is settled stays as it is.
 */
void
wa_outbox_cancel_message (WaOutbox  *self,
                          WaMessage *message)
{
  g_autoptr(WaMessage) queued = NULL;

  g_return_if_fail (WA_IS_OUTBOX (self));
  g_return_if_fail (WA_IS_MESSAGE (message));

  if (!g_set_object (&queued, find_queued (self, message)))
    return;

  if (queued != self->current)
    {
      withdraw (self, queued);
      return;
    }

  self->withdrawn = TRUE;
  g_cancellable_cancel (self->cancellable);
}

/**
 * wa_outbox_get_messages:
 *
 * Returns: (transfer none) (element-type WaMessage): all messages of the account, newest first; those
 *   that were dismissed among them
 */
GListModel *
wa_outbox_get_messages (WaOutbox *self)
{
  g_return_val_if_fail (WA_IS_OUTBOX (self), NULL);

  return G_LIST_MODEL (wa_store_get_records (self->store, WA_TYPE_MESSAGE));
}

guint
wa_outbox_get_waiting (WaOutbox *self)
{
  g_return_val_if_fail (WA_IS_OUTBOX (self), 0);

  return self->waiting;
}

const char *
wa_outbox_get_problem (WaOutbox *self)
{
  g_return_val_if_fail (WA_IS_OUTBOX (self), "");

  return wa_or_empty (self->problem);
}
