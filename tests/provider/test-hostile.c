/* test-hostile.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "provider/exchange.h"
#include "provider/wa-registry.h"

/* Every golden answer of every system, spoilt in every place: each is refused with an error that can be shown, or gives a
 * model that can be kept.  Nothing crashes, nothing warns (warnings are fatal here). */

#define DEEP 10000
#define HUGE 20000
#define MOST_CUTS 600

/* Of long lists, the first elements stand for all. */
#define MOST_ELEMENTS 2

typedef enum
{
  REPLACED,
  MISSING,
  DUPLICATED,
} Harm;

typedef struct
{
  guint       target;   /* which place is harmed */
  guint       at;       /* how many places were written */
  Harm        harm;
  const char *text;     /* what stands there instead, or a second time */
} Spoiler;

typedef struct
{
  VectorSuite *suite;
  WaJson       vector;
} Case;

typedef struct
{
  Exchange *exchange;
  guint     n_read;
} Victim;

static void write_place (GString      *out,
                         const WaJson *json,
                         const char   *name,
                         gboolean      counted,
                         Spoiler      *spoiler);

static void
write_name (GString    *out,
            const char *name)
{
  g_autoptr(JsonNode) node = json_node_init_string (json_node_alloc (), name);
  g_autofree char *text = json_to_string (node, FALSE);

  g_string_append_printf (out, "%s:", text);
}

static void
separate (GString *out)
{
  char last = out->str[out->len - 1];

  if (last != '{' && last != '[')
    g_string_append_c (out, ',');
}

static void
write_value (GString      *out,
             const WaJson *json,
             gboolean      counted,
             Spoiler      *spoiler)
{
  g_autofree char *text = NULL;

  if (wa_json_is (json, WA_JSON_OBJECT))
    {
      g_auto(GStrv) names = wa_json_dup_names (json);

      g_string_append_c (out, '{');
      for (gsize i = 0; names[i] != NULL; i++)
        {
          WaJson member = wa_json_member (json, names[i]);

          write_place (out, &member, names[i], counted, spoiler);
        }
      g_string_append_c (out, '}');
    }
  else if (wa_json_is (json, WA_JSON_LIST))
    {
      g_string_append_c (out, '[');
      for (guint i = 0; i < wa_json_length (json); i++)
        {
          WaJson element = wa_json_element (json, i);

          write_place (out, &element, NULL, counted && i < MOST_ELEMENTS, spoiler);
        }
      g_string_append_c (out, ']');
    }
  else
    {
      text = wa_json_to_text (json);
      g_string_append (out, text);
    }
}

static void
write_place (GString      *out,
             const WaJson *json,
             const char   *name,
             gboolean      counted,
             Spoiler      *spoiler)
{
  gboolean harmed = counted && spoiler->at++ == spoiler->target;

  if (harmed && spoiler->harm == MISSING)
    return;

  separate (out);
  if (name != NULL)
    write_name (out, name);
  if (harmed && spoiler->harm == REPLACED)
    g_string_append (out, spoiler->text);
  else
    write_value (out, json, counted, spoiler);

  if (harmed && spoiler->harm == DUPLICATED)
    {
      g_string_append_c (out, ',');
      if (name != NULL)
        write_name (out, name);
      g_string_append (out, spoiler->text);
    }
}

static void
feed (Victim     *victim,
      const char *data,
      gsize       length)
{
  exchange_feed (victim->exchange, vector_status (&victim->exchange->vector), data, length);
  victim->n_read++;
}

/* A harmed place hides the places below it, so they are counted while all is whole. */
static guint
count_places (const WaJson *golden)
{
  g_autoptr(GString) out = g_string_new ("[");
  Spoiler spoiler = { .target = G_MAXUINT };

  write_place (out, golden, NULL, TRUE, &spoiler);

  return spoiler.at;
}

static void
feed_spoilt (Victim       *victim,
             const WaJson *golden,
             guint         target,
             Harm          harm,
             const char   *text)
{
  g_autoptr(GString) out = g_string_new ("[");
  Spoiler spoiler = { .target = target, .harm = harm, .text = text };

  write_place (out, golden, NULL, TRUE, &spoiler);
  feed (victim, out->str + 1, out->len - 1);
}

static void
spoil_places (Victim       *victim,
              const WaJson *golden)
{
  g_autofree char *huge = g_strnfill (HUGE, 'x');
  g_autofree char *long_text = g_strdup_printf ("\"%s\"", huge);
  g_autofree char *deep = g_strnfill (DEEP, '[');
  g_autofree char *deep_objects = NULL;
  g_autoptr(GString) objects = g_string_new (NULL);
  const char *const texts[] = {
    "null", "true", "false", "0", "-1", "1.5", "1e999", "9223372036854775807", "99999999999999999999999999",
    "\"\"", "\"x\"", "\"-1\"", "\"\\ud83d\"", "\"a\\u0000b\"", "\"\xff\xfe\"", "\"line\\nbreak\\u001b[1m\"",
    "[]", "[null]", "[[[{}]]]", "{}", "{\"error\":{\"code\":131047}}", long_text, deep, NULL,
  };
  guint n_places = count_places (golden);

  for (guint i = 0; i < 40; i++)
    g_string_append (objects, "{\"a\":[");
  deep_objects = g_strdup (objects->str);

  for (guint place = 0; place < n_places; place++)
    {
      feed_spoilt (victim, golden, place, REPLACED, deep_objects);
      for (gsize i = 0; texts[i] != NULL; i++)
        feed_spoilt (victim, golden, place, REPLACED, texts[i]);

      feed_spoilt (victim, golden, place, MISSING, NULL);
      feed_spoilt (victim, golden, place, DUPLICATED, "null");
      feed_spoilt (victim, golden, place, DUPLICATED, "\"again\"");
    }
}

static void
spoil_bytes (Victim       *victim,
             const WaJson *golden)
{
  g_autofree char *text = wa_json_to_text (golden);
  gsize length = strlen (text);
  gsize step = 1 + length / MOST_CUTS;

  for (gsize cut = 0; cut < length; cut += step)
    {
      char kept = text[cut];

      feed (victim, text, cut);
      text[cut] = '\xff';
      feed (victim, text, length);
      text[cut] = kept;
    }
}

static void
test_answer (gconstpointer data)
{
  const Case *the_case = data;
  WaJson golden = wa_json_member (&the_case->vector, "response");
  g_autoptr(Exchange) exchange = exchange_new (the_case->suite, &the_case->vector);
  Victim victim = { exchange, 0 };

  spoil_places (&victim, &golden);
  spoil_bytes (&victim, &golden);
  g_test_message ("%u answers", victim.n_read);
  /* Even an empty list has one place. */
  g_assert_cmpuint (victim.n_read, >, 25);
}

/* Vectors without a JSON answer have nothing that could be spoilt here. */
static gboolean
can_be_spoilt (VectorSuite  *suite,
               WaProvider   *provider,
               const WaJson *vector)
{
  WaJson response = wa_json_member (vector, "response");
  const WaOperation *operation = vector_suite_find_row (suite, provider, vector);

  return operation != NULL && operation->parse != NULL &&
         !wa_json_is (&response, WA_JSON_ABSENT) && !wa_json_is (&response, WA_JSON_NULL);
}

/* Many vectors of one operation have the same answer, with another request. */
static char *
dup_identity (const WaJson *vector)
{
  WaJson response = wa_json_member (vector, "response");
  WaJson status = wa_json_member (vector, "status");
  g_autofree char *text = wa_json_to_text (&response);

  return g_strdup_printf ("%s %" G_GINT64_FORMAT " %s", vector_text (vector, "op"), wa_json_get_integer (&status, 0), text);
}

static void
add_suite (VectorSuite *suite,
           GPtrArray   *cases)
{
  g_autoptr(WaProvider) provider = wa_registry_new_provider (suite->id, NULL);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < wa_json_length (&suite->vectors); i++)
    {
      WaJson vector = wa_json_element (&suite->vectors, i);
      g_autofree char *path = NULL;
      Case *the_case;

      if (!can_be_spoilt (suite, provider, &vector) || !g_hash_table_add (seen, dup_identity (&vector)))
        continue;

      the_case = g_new (Case, 1);
      *the_case = (Case) { suite, vector };
      g_ptr_array_add (cases, the_case);
      path = g_strdup_printf ("/hostile/%s/%s/%s", suite->id, vector_text (&vector, "op"), vector_text (&vector, "name"));
      g_test_add_data_func (path, the_case, test_answer);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GPtrArray) suites = g_ptr_array_new_with_free_func ((GDestroyNotify) vector_suite_free);
  g_autoptr(GPtrArray) cases = g_ptr_array_new_with_free_func (g_free);

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < wa_registry_get_n_providers (); i++)
    {
      VectorSuite *suite = vector_suite_load (wa_registry_get_info (i)->id);

      g_ptr_array_add (suites, suite);
      add_suite (suite, cases);
    }

  return g_test_run ();
}
