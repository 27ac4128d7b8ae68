/* fuzz-json.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "core/wa-error.h"
#include "core/wa-json.h"
#include "fuzz/fuzz.h"

/* Any bytes at all through the safe reader: every way to read is tried at every place, and what was read can be written
 * and read again. */

static void
check_text (const char *text)
{
  g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
}

static void
read_place (const WaJson *json)
{
  g_autofree char *path = wa_json_dup_path (json);
  g_autofree char *scalar = wa_json_dup_scalar (json);
  g_auto(GStrv) texts = wa_json_dup_texts (json);
  g_autoptr(GDateTime) time = NULL;
  g_autoptr(GError) error = NULL;

  time = wa_json_dup_time (json);
  check_text (path);
  check_text (scalar);
  check_text (wa_json_get_text (json));
  wa_json_get_flag (json, FALSE);
  wa_json_get_integer (json, 0);
  g_assert_true (isfinite (wa_json_get_decimal (json, 0)));
  g_assert_cmpuint (g_strv_length (texts), <=, wa_json_length (json));
  g_assert_true (wa_json_require (json, WA_JSON_ABSENT, &error) == (error == NULL));
}

static void
read_all (const WaJson *json,
          guint         depth)
{
  g_auto(GStrv) names = wa_json_dup_names (json);

  g_assert_cmpuint (depth, <=, WA_JSON_MAX_DEPTH);
  read_place (json);
  for (gsize i = 0; names[i] != NULL; i++)
    {
      WaJson member = wa_json_member (json, names[i]);

      g_assert_false (wa_json_is (&member, WA_JSON_ABSENT));
      read_all (&member, depth + 1);
    }
  for (guint i = 0; i < wa_json_length (json); i++)
    {
      WaJson element = wa_json_element (json, i);

      read_all (&element, depth + 1);
    }
}

static void
check_document (WaJsonDocument *document)
{
  WaJson root = wa_json_document_get_root (document);
  g_autofree char *text = wa_json_to_text (&root);
  g_autofree char *again = NULL;
  g_autoptr(WaJsonDocument) copy = NULL;
  g_autoptr(GError) error = NULL;

  read_all (&root, 0);

  copy = wa_json_document_new_text (text, &error);
  g_assert_no_error (error);
  root = wa_json_document_get_root (copy);
  again = wa_json_to_text (&root);
  g_assert_cmpstr (text, ==, again);
}

static gboolean
read_document (GBytes   *bytes,
               gboolean  lenient)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(WaJsonDocument) document = lenient ? wa_json_document_new_lenient (bytes, &error)
                                               : wa_json_document_new (bytes, &error);

  g_assert_true ((document == NULL) == (error != NULL));
  if (document == NULL)
    g_assert_true (error->domain == WA_ERROR && error->code == WA_ERROR_PROTOCOL);
  else
    check_document (document);

  return document != NULL;
}

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  fuzz_init ();

  return 0;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);

  /* The lenient reader takes whatever the strict one does. */
  if (read_document (bytes, FALSE))
    g_assert_true (read_document (bytes, TRUE));
  else
    read_document (bytes, TRUE);

  return 0;
}
