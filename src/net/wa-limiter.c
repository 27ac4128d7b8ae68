/* wa-limiter.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "core/wa-util.h"
#include "net/wa-limiter.h"

#define N_LANES 2
#define RECIPIENT_GAP (6 * G_USEC_PER_SEC)

typedef struct
{
  guint   per_second;   /* 0: as many as there are */
  gint64 *turns;        /* when the last per_second turns were given, as a ring */
  guint   next;         /* the oldest of them */
  GQueue  waiters;      /* of Waiter */
} Lane;

struct _WaLimiter
{
  GObject     parent_instance;

  Lane        lanes[N_LANES];
  GHashTable *recipients;     /* char * → gint64 *, when each may get the next message */
  gint64      paused_until;   /* monotonic */
  guint       timer;
  double      scale;
};

G_DEFINE_FINAL_TYPE (WaLimiter, wa_limiter, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_SCALE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

typedef struct
{
  GTask  *task;
  GQueue *queue;
  char   *recipient;       /* (nullable) */
  gulong  cancel_handler;
} Waiter;

static void pump (WaLimiter *self);

/* Takes the waiter out of its queue, and its task out of the waiter. */
static GTask *
waiter_release (Waiter *waiter)
{
  GTask *task = waiter->task;

  if (waiter->cancel_handler != 0)
    g_signal_handler_disconnect (g_task_get_cancellable (task), waiter->cancel_handler);
  g_queue_remove (waiter->queue, waiter);
  g_free (waiter->recipient);
  g_free (waiter);

  return task;
}

static void
cancelled_cb (GCancellable *cancellable,
              Waiter       *waiter)
{
  g_autoptr(GTask) task = waiter_release (waiter);

  g_task_return_error_if_cancelled (task);
}

static gint64
scaled (WaLimiter *self,
        gint64     microseconds)
{
  return (gint64) ((double) microseconds * self->scale);
}

static gint64
lane_ready_at (WaLimiter  *self,
               const Lane *lane)
{
  return lane->per_second > 0 ? lane->turns[lane->next] + scaled (self, G_USEC_PER_SEC) : 0;
}

static gint64
recipient_ready_at (WaLimiter  *self,
                    const char *recipient)
{
  const gint64 *time = recipient != NULL ? g_hash_table_lookup (self->recipients, recipient) : NULL;

  return time != NULL ? *time : 0;
}

static gboolean
is_past (gpointer key,
         gpointer value,
         gpointer user_data)
{
  return *(gint64 *) value <= *(gint64 *) user_data;
}

static GTask *
give_turn (WaLimiter *self,
           Lane      *lane,
           Waiter    *waiter,
           gint64     now)
{
  if (lane->per_second > 0)
    {
      lane->turns[lane->next] = now;
      lane->next = (lane->next + 1) % lane->per_second;
    }
  if (waiter->recipient != NULL)
    {
      gint64 *time = g_new (gint64, 1);

      *time = now + scaled (self, RECIPIENT_GAP);
      g_hash_table_foreach_remove (self->recipients, is_past, &now);
      g_hash_table_insert (self->recipients, g_strdup (waiter->recipient), time);
    }

  return waiter_release (waiter);
}

/* Gives every turn that is due, into @given.  Returns when the next one is. */
static gint64
pump_lane (WaLimiter *self,
           Lane      *lane,
           gint64     now,
           GQueue    *given)
{
  GList *next;
  gint64 wake = G_MAXINT64;

  for (GList *l = lane->waiters.head; l != NULL; l = next)
    {
      Waiter *waiter = l->data;
      gint64 lane_ready = lane_ready_at (self, lane);
      gint64 ready = MAX (lane_ready, recipient_ready_at (self, waiter->recipient));

      next = l->next;
      if (lane_ready > now)
        return MIN (wake, lane_ready);
      if (ready <= now)
        g_queue_push_tail (given, give_turn (self, lane, waiter, now));
      else
        wake = MIN (wake, ready);
    }

  return wake;
}

static gboolean
timer_cb (gpointer user_data)
{
  WaLimiter *self = user_data;

  self->timer = 0;
  pump (self);

  return G_SOURCE_REMOVE;
}

static void
pump (WaLimiter *self)
{
  gint64 now = g_get_monotonic_time ();
  gint64 wake = G_MAXINT64;
  GQueue given = G_QUEUE_INIT;
  GTask *task;

  for (guint i = 0; i < N_LANES; i++)
    if (now >= self->paused_until)
      wake = MIN (wake, pump_lane (self, &self->lanes[i], now, &given));
    else if (self->lanes[i].waiters.length > 0)
      wake = self->paused_until;

  g_clear_handle_id (&self->timer, g_source_remove);
  if (wake != G_MAXINT64)
    self->timer = g_timeout_add ((guint) MIN ((wake - now) / 1000 + 1, G_MAXINT), timer_cb, self);

  /* Last: who gets a turn may at once ask for another, or drop the limiter. */
  while ((task = g_queue_pop_head (&given)) != NULL)
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
    }
}

/**
 * wa_limiter_pause:
 *
 * Nobody gets a turn for that long.  A longer pause that is under way stays.
 */
void
wa_limiter_pause (WaLimiter *self,
                  gint64     milliseconds)
{
  gint64 until;

  g_return_if_fail (WA_IS_LIMITER (self));

  until = g_get_monotonic_time () + scaled (self, milliseconds * 1000);
  self->paused_until = MAX (self->paused_until, until);
}

/**
 * wa_limiter_wait_async:
 * @recipient: (nullable): who gets the message
 * @again: whether it had a turn before, which came to nothing: then it is served first
 *
 * Waits for a turn.
 */
void
wa_limiter_wait_async (WaLimiter           *self,
                       WaLane               lane,
                       const char          *recipient,
                       gboolean             again,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Waiter *waiter;

  g_return_if_fail (WA_IS_LIMITER (self));
  g_return_if_fail ((guint) lane < N_LANES);
  g_return_if_fail (!cancellable || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wa_limiter_wait_async);
  if (g_task_return_error_if_cancelled (task))
    return;

  waiter = g_new0 (Waiter, 1);
  waiter->queue = &self->lanes[lane].waiters;
  waiter->recipient = wa_is_empty (recipient) ? NULL : g_strdup (recipient);
  if (cancellable != NULL)
    waiter->cancel_handler = g_signal_connect (cancellable, "cancelled", G_CALLBACK (cancelled_cb), waiter);
  waiter->task = g_steal_pointer (&task);

  if (again)
    g_queue_push_head (waiter->queue, waiter);
  else
    g_queue_push_tail (waiter->queue, waiter);
  pump (self);
}

gboolean
wa_limiter_wait_finish (WaLimiter     *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
wa_limiter_finalize (GObject *object)
{
  WaLimiter *self = WA_LIMITER (object);

  /* Each waiter's task holds a reference, so that the queues are empty here. */
  g_clear_handle_id (&self->timer, g_source_remove);
  for (guint i = 0; i < N_LANES; i++)
    g_free (self->lanes[i].turns);
  g_hash_table_unref (self->recipients);

  G_OBJECT_CLASS (wa_limiter_parent_class)->finalize (object);
}

static void
wa_limiter_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  WaLimiter *self = WA_LIMITER (object);

  switch (prop_id)
    {
    case PROP_SCALE:
      g_value_set_double (value, self->scale);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wa_limiter_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  WaLimiter *self = WA_LIMITER (object);

  switch (prop_id)
    {
    case PROP_SCALE:
      self->scale = g_value_get_double (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wa_limiter_class_init (WaLimiterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = wa_limiter_finalize;
  object_class->get_property = wa_limiter_get_property;
  object_class->set_property = wa_limiter_set_property;

  properties[PROP_SCALE] =
    g_param_spec_double ("scale", NULL, NULL, 0.0, 1000.0, 1.0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
wa_limiter_init (WaLimiter *self)
{
  self->scale = 1.0;
  self->recipients = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < N_LANES; i++)
    g_queue_init (&self->lanes[i].waiters);
}

static void
lane_set_rate (Lane  *lane,
               guint  per_second)
{
  lane->per_second = per_second;
  lane->turns = g_new (gint64, per_second);
  for (guint i = 0; i < per_second; i++)
    lane->turns[i] = -1000 * G_USEC_PER_SEC;
}

/**
 * wa_limiter_new:
 * @reads_per_second: 0 is no limit
 * @sends_per_second: 0 is no limit
 */
WaLimiter *
wa_limiter_new (guint reads_per_second,
                guint sends_per_second)
{
  WaLimiter *self = g_object_new (WA_TYPE_LIMITER, NULL);

  lane_set_rate (&self->lanes[WA_LANE_READ], reads_per_second);
  lane_set_rate (&self->lanes[WA_LANE_SEND], sends_per_second);

  return self;
}
