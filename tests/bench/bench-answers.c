/* bench-answers.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdio.h>

#include <json-glib/json-glib.h>

#include "model/wa-query.h"
#include "provider/wa-registry.h"

/* How many pages a second a system's answers are read, beside what json-glib alone needs for the same bytes. */

/* Both take turns, so that what else the machine does meets both. */
#define ROUNDS 101
#define ROW 20

typedef struct
{
  WaProvider        *provider;
  const WaOperation *operation;
  WaQuery           *query;
  WaAnswer          *answer;
} Page;

static void
read_page (gpointer data)
{
  Page *page = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(WaRequest) request = wa_provider_build (page->provider, page->operation, G_OBJECT (page->query), &error);
  g_autoptr(GObject) result = NULL;

  g_assert_no_error (error);
  result = wa_provider_read (page->provider, page->operation, G_OBJECT (page->query), page->answer, &error);
  g_assert_no_error (error);
}

static void
parse_bare (gpointer data)
{
  Page *page = data;
  g_autoptr(JsonParser) parser = json_parser_new ();
  gsize length;
  const char *text = g_bytes_get_data (wa_answer_get_body (page->answer), &length);

  g_assert_true (json_parser_load_from_data (parser, text, (gssize) length, NULL));
}

/* How many microseconds one run takes: the mean of a short row of them. */
static double
time_row (void     (*run) (gpointer),
          gpointer   data)
{
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < ROW; i++)
    run (data);

  return (double) (g_get_monotonic_time () - start) / ROW;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const double *one = a, *other = b;

  return (*one > *other) - (*one < *other);
}

static double
median (double *values)
{
  qsort (values, ROUNDS, sizeof *values, compare);

  return values[ROUNDS / 2];
}

static GBytes *
read_answer_file (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "bench", name, NULL);
  char *text;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));

  return g_bytes_new_take (text, length);
}

static void
measure (const char *title,
         const char *provider_id,
         WaOp        op,
         const char *file)
{
  g_autoptr(WaProvider) provider = wa_registry_new_provider (provider_id, NULL);
  g_autoptr(WaQuery) query = wa_query_new ();
  g_autoptr(GBytes) body = read_answer_file (file);
  g_autoptr(WaAnswer) answer = wa_answer_new (200, "OK", body);
  Page page = { provider, wa_provider_find (provider, op, G_OBJECT (query), NULL), query, answer };
  double ours[ROUNDS], bare[ROUNDS];

  g_assert_nonnull (page.operation);
  for (guint i = 0; i < ROUNDS; i++)
    {
      bare[i] = time_row (parse_bare, &page);
      ours[i] = time_row (read_page, &page);
    }
  printf ("%-28s %8zu bytes  %8.0f pages/s  json-glib alone %8.0f/s  ratio %.2f\n",
          title, g_bytes_get_size (body), G_USEC_PER_SEC / median (ours), G_USEC_PER_SEC / median (bare),
          median (ours) / median (bare));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  measure ("25 contacts, build and read", argv[1], WA_OP_LIST_CONTACTS, "contacts-25.json");
  measure ("10 templates, build and read", argv[1], WA_OP_LIST_TEMPLATES, "templates-10.json");

  return 0;
}
