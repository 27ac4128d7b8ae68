/* test-found.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <time.h>

#include "provider/exchange.h"
#include "provider/wa-registry.h"

/* Answers that were once read badly, by build-aux/fuzz or by a person: each is refused with an error that can be shown,
 * or gives a model that can be kept.  A file `found/ID/VECTOR.STATUS.WHAT` is the body of an answer to the request of
 * that golden vector; what is too long for a file is made here. */

#define MANY 100000

/* Of processor time, for one answer: what takes time by the square of the length needs more. */
#define MOST_SECONDS 40

typedef struct
{
  VectorSuite *suite;
  char        *name;   /* of the file */
} Found;

static void
found_free (Found *found)
{
  g_free (found->name);
  g_free (found);
}

static Exchange *
new_exchange (VectorSuite *suite,
              const char  *name)
{
  Exchange *exchange;

  for (guint i = 0; i < wa_json_length (&suite->vectors); i++)
    {
      WaJson vector = wa_json_element (&suite->vectors, i);

      if (g_strcmp0 (vector_text (&vector, "name"), name) == 0)
        {
          exchange = exchange_new (suite, &vector);
          g_assert_nonnull (exchange);
          return exchange;
        }
    }

  g_error ("%s has no vector %s", suite->id, name);
}

static void
test_file (gconstpointer data)
{
  const Found *found = data;
  g_auto(GStrv) parts = g_strsplit (found->name, ".", 3);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "provider", "found", found->suite->id, found->name, NULL);
  g_autoptr(Exchange) exchange = NULL;
  g_autofree char *body = NULL;
  g_autoptr(GError) error = NULL;
  guint64 status;
  gsize length;

  g_assert_cmpuint (g_strv_length (parts), ==, 3);
  g_assert_true (g_ascii_string_to_unsigned (parts[1], 10, 100, 599, &status, NULL));
  g_file_get_contents (path, &body, &length, &error);
  g_assert_no_error (error);

  exchange = new_exchange (found->suite, parts[0]);
  exchange_feed (exchange, (guint) status, body, length);
}

typedef struct
{
  const char *id;
  const char *vector;
  const char *start;
  const char *again;
  guint       n_times;
  const char *end;
  guint       n_records;
} LongAnswer;

static const LongAnswer long_answers[] = {
  { "pabbly", "get-contacts", "{\"status\":\"success\",\"data\":{\"contacts\":[null",
    ",{\"_id\":\"1\",\"mobile\":\"919876543210\"}", MANY, "]}}", MANY },
  { "onemsg", "get-messages", "{\"messages\":[null",
    ",{\"id\":\"a\",\"type\":\"chat\",\"body\":\"b\",\"time\":1}", MANY, "]}", MANY },
  { "whatsjet", "list-contacts", "{\"result\":\"success\",\"data\":{\"contactList\":{\"data\":[null",
    ",{\"_uid\":\"a\",\"wa_id\":\"919876543210\"}", MANY, "]}}}", MANY },
  { "wabotick", "subscriber-list", "{\"status\":\"1\",\"message\":[null",
    ",{\"subscriber_id\":1,\"chat_id\":\"919876543210\"}", MANY, "]}", MANY },
  { "whatomate", "contact-list", "{\"status\":\"success\",\"data\":{\"contacts\":[null",
    ",{\"id\":\"a\",\"phone_number\":\"919876543210\"}", MANY, "]}}", MANY },
  /* The quotes in these are put right before anything is read: as often as they are, in one go. */
  { "wabotick", "catalog-list", "{\"status\":true,\"message\":[", "\"checkout_settings\":\"{", 7 * MANY, "", 0 },
};

static void
test_long (gconstpointer data)
{
  const LongAnswer *answer = data;
  g_autoptr(VectorSuite) suite = vector_suite_load (answer->id);
  g_autoptr(Exchange) exchange = new_exchange (suite, answer->vector);
  g_autoptr(GString) body = g_string_new (answer->start);

  clock_t start;

  for (guint i = 0; i < answer->n_times; i++)
    g_string_append (body, answer->again);
  g_string_append (body, answer->end);

  start = clock ();
  g_assert_cmpuint (exchange_feed (exchange, 200, body->str, body->len), ==, answer->n_records);
  g_assert_cmpint (clock () - start, <, (clock_t) MOST_SECONDS * CLOCKS_PER_SEC);
}

static void
add_files (VectorSuite *suite,
           GPtrArray   *found)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "provider", "found", suite->id, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_strdup_printf ("/found/%s/%s", suite->id, name);
      Found *one = g_new (Found, 1);

      *one = (Found) { suite, g_strdup (name) };
      g_ptr_array_add (found, one);
      g_test_add_data_func (path, one, test_file);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GPtrArray) suites = g_ptr_array_new_with_free_func ((GDestroyNotify) vector_suite_free);
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) found_free);

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < wa_registry_get_n_providers (); i++)
    {
      VectorSuite *suite = vector_suite_load (wa_registry_get_info (i)->id);

      g_ptr_array_add (suites, suite);
      add_files (suite, found);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (long_answers); i++)
    {
      g_autofree char *path = g_strdup_printf ("/found/%s/long-%s", long_answers[i].id, long_answers[i].vector);

      g_test_add_data_func (path, &long_answers[i], test_long);
    }

  return g_test_run ();
}
