/* test-limiter.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "net/wa-limiter.h"

/* All times are a tenth of the real ones. */
#define SCALE 0.1
#define SECOND (G_USEC_PER_SEC / 10)

typedef struct
{
  WaLimiter *limiter;
  GString   *order;
  GArray    *times;   /* of gint64, since the beginning */
  gint64     start;
  guint      pending;
  guint      cancelled;
} Fixture;

typedef struct
{
  Fixture *fixture;
  char     name;
} Turn;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  f->limiter = wa_limiter_new (4, 2);
  g_object_set (f->limiter, "scale", SCALE, NULL);
  f->order = g_string_new (NULL);
  f->times = g_array_new (FALSE, FALSE, sizeof (gint64));
  f->start = g_get_monotonic_time ();
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_assert_finalize_object (f->limiter);
  g_string_free (f->order, TRUE);
  g_array_unref (f->times);
}

static void
turn_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autofree Turn *turn = user_data;
  g_autoptr(GError) error = NULL;
  gint64 now = g_get_monotonic_time () - turn->fixture->start;

  if (wa_limiter_wait_finish (WA_LIMITER (object), result, &error))
    {
      g_string_append_c (turn->fixture->order, turn->name);
      g_array_append_val (turn->fixture->times, now);
    }
  else
    {
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      turn->fixture->cancelled++;
    }
  turn->fixture->pending--;
}

static void
ask (Fixture      *f,
     char          name,
     WaLane        lane,
     const char   *recipient,
     gboolean      again,
     GCancellable *cancellable)
{
  Turn *turn = g_new0 (Turn, 1);

  turn->fixture = f;
  turn->name = name;
  f->pending++;
  wa_limiter_wait_async (f->limiter, lane, recipient, again, cancellable, turn_cb, turn);
}

static void
settle (Fixture *f)
{
  while (f->pending > 0)
    g_main_context_iteration (NULL, TRUE);
}

static gint64
time_of (Fixture *f,
         guint    index)
{
  return g_array_index (f->times, gint64, index);
}

static void
test_rate (Fixture       *f,
           gconstpointer  data)
{
  for (guint i = 0; i < 10; i++)
    ask (f, (char) ('0' + i), WA_LANE_READ, NULL, FALSE, NULL);
  settle (f);

  /* In order, and never more than four in any second. */
  g_assert_cmpstr (f->order->str, ==, "0123456789");
  for (guint i = 0; i < 10; i++)
    g_assert_cmpint (time_of (f, i), >=, i / 4 * SECOND);
}

static void
test_lanes (Fixture       *f,
            gconstpointer  data)
{
  for (guint i = 0; i < 4; i++)
    ask (f, 's', WA_LANE_SEND, NULL, FALSE, NULL);
  ask (f, 'r', WA_LANE_READ, NULL, FALSE, NULL);
  settle (f);

  /* Messages that wait do not hold up a read. */
  g_assert_cmpint (g_strrstr (f->order->str, "r") - f->order->str, <=, 2);
}

static void
test_recipient (Fixture       *f,
                gconstpointer  data)
{
  ask (f, 'a', WA_LANE_SEND, "911", FALSE, NULL);
  ask (f, 'b', WA_LANE_SEND, "911", FALSE, NULL);
  ask (f, 'c', WA_LANE_SEND, "922", FALSE, NULL);
  ask (f, 'd', WA_LANE_SEND, "911", FALSE, NULL);
  settle (f);

  /* Six seconds for one person; another is not held up. */
  g_assert_cmpstr (f->order->str, ==, "acbd");
  g_assert_cmpint (time_of (f, 2), >=, 6 * SECOND);
  g_assert_cmpint (time_of (f, 3), >=, 12 * SECOND);
}

static void
test_pause (Fixture       *f,
            gconstpointer  data)
{
  wa_limiter_pause (f->limiter, 3000);
  wa_limiter_pause (f->limiter, 1000);
  ask (f, 'a', WA_LANE_READ, NULL, FALSE, NULL);
  ask (f, 'b', WA_LANE_SEND, NULL, FALSE, NULL);
  ask (f, 'c', WA_LANE_READ, NULL, TRUE, NULL);
  settle (f);

  /* The longer pause counts, for everybody; what had its turn before is served first. */
  g_assert_cmpint (time_of (f, 0), >=, 3 * SECOND);
  g_assert_cmpstr (f->order->str, ==, "cab");
}

static void
test_pause_while_waiting (Fixture       *f,
                          gconstpointer  data)
{
  for (guint i = 0; i < 5; i++)
    ask (f, 'x', WA_LANE_READ, NULL, FALSE, NULL);
  wa_limiter_pause (f->limiter, 3000);
  settle (f);

  g_assert_cmpint (time_of (f, 4), >=, 3 * SECOND);
}

static void
test_cancel (Fixture       *f,
             gconstpointer  data)
{
  g_autoptr(GCancellable) before = g_cancellable_new ();
  g_autoptr(GCancellable) during = g_cancellable_new ();

  g_cancellable_cancel (before);
  ask (f, 'a', WA_LANE_SEND, "911", FALSE, NULL);
  ask (f, 'b', WA_LANE_SEND, "911", FALSE, during);
  ask (f, 'c', WA_LANE_SEND, "911", FALSE, before);
  ask (f, 'd', WA_LANE_SEND, "911", FALSE, NULL);
  g_cancellable_cancel (during);
  settle (f);

  /* Who left the queue takes no turn. */
  g_assert_cmpuint (f->cancelled, ==, 2);
  g_assert_cmpstr (f->order->str, ==, "ad");
  g_assert_cmpint (time_of (f, 1), <, 9 * SECOND);
}

static void
again_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  Fixture *f = user_data;

  g_assert_true (wa_limiter_wait_finish (WA_LIMITER (object), result, NULL));
  if (f->order->len < 20)
    wa_limiter_wait_async (f->limiter, f->order->len % 2 == 0 ? WA_LANE_READ : WA_LANE_SEND,
                           NULL, FALSE, NULL, again_cb, f);
  else
    f->pending--;
  g_string_append_c (f->order, '.');
}

static void
test_chain (Fixture       *f,
            gconstpointer  data)
{
  /* Each turn asks for the next, from within its own callback. */
  f->pending++;
  wa_limiter_wait_async (f->limiter, WA_LANE_READ, NULL, FALSE, NULL, again_cb, f);
  settle (f);

  g_assert_cmpuint (f->order->len, ==, 21);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/limiter/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("rate", test_rate);
  ADD ("lanes", test_lanes);
  ADD ("recipient", test_recipient);
  ADD ("pause", test_pause);
  ADD ("pause-while-waiting", test_pause_while_waiting);
  ADD ("cancel", test_cancel);
  ADD ("chain", test_chain);
#undef ADD

  return g_test_run ();
}
