/* test-json.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "core/wa-error.h"
#include "core/wa-json.h"

static WaJsonDocument *
parse (const char *text)
{
  g_autoptr(GError) error = NULL;
  WaJsonDocument *document = wa_json_document_new_text (text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (document);

  return document;
}

static void
assert_refused (const char *text,
                gssize      length,
                gboolean    passing)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);
  g_autoptr(GError) error = NULL;
  g_autoptr(WaJsonDocument) document = wa_json_document_new (bytes, &error);

  g_assert_null (document);
  g_assert_error (error, WA_ERROR, WA_ERROR_PROTOCOL);
  g_assert_cmpint (wa_error_get_passing (error), ==, passing);
}

static void
test_refusals (void)
{
  g_autoptr(GString) deep = g_string_new (NULL);
  g_autoptr(GString) hidden = g_string_new ("/*\"*/");

  for (int i = 0; i < 100000; i++)
    {
      g_string_append_c (deep, '[');
      g_string_append_c (hidden, '[');
    }

  assert_refused ("", -1, TRUE);
  assert_refused (" \n\t", -1, TRUE);
  assert_refused ("\xef\xbb\xbf", -1, TRUE);
  assert_refused ("<html><body>Hello</body></html>", -1, FALSE);
  assert_refused ("  <!doctype html>", -1, FALSE);
  assert_refused ("{\"a\":\"\xff\xfe after\"}", -1, FALSE);
  assert_refused ("{\"a\":\"\xc3", -1, TRUE);
  assert_refused ("{\"a\":1", -1, TRUE);
  assert_refused ("{\"a\":\"half", -1, TRUE);
  assert_refused ("[1,2", -1, TRUE);
  assert_refused ("{\"a\":tr", -1, FALSE);
  assert_refused ("{'a':1}", -1, FALSE);
  assert_refused ("{\"a\":1} // why", -1, FALSE);
  assert_refused ("{\"a\":1}{\"b\":2}", -1, FALSE);
  assert_refused ("]", -1, FALSE);
  assert_refused ("{\"a\":-}", -1, FALSE);
  assert_refused ("{\"a\":0x10}", -1, FALSE);
  assert_refused ("{\"a\":\"x\0y\"}", 11, FALSE);
  assert_refused (deep->str, -1, FALSE);
  assert_refused (hidden->str, -1, FALSE);
}

static void
test_put_right (void)
{
  g_autoptr(WaJsonDocument) document =
    parse ("\xef\xbb\xbf{\"big\":123456789012345678901,\"low\":-9223372036854775808,\"top\":9223372036854775807,"
           "\"half\":\"a\\ud83db\",\"other\":\"\\udc00\",\"whole\":\"\\ud83d\\ude00\",\"nul\":\"x\\u0000y\"}");
  WaJson root = wa_json_document_get_root (document);
  WaJson big = wa_json_member (&root, "big");
  WaJson low = wa_json_member (&root, "low");
  WaJson top = wa_json_member (&root, "top");
  WaJson half = wa_json_member (&root, "half");
  WaJson other = wa_json_member (&root, "other");
  WaJson whole = wa_json_member (&root, "whole");
  WaJson nul = wa_json_member (&root, "nul");

  g_assert_cmpstr (wa_json_get_text (&big), ==, "123456789012345678901");
  g_assert_true (wa_json_get_integer (&low, 0) == G_MININT64);
  g_assert_true (wa_json_get_integer (&top, 0) == G_MAXINT64);
  g_assert_cmpstr (wa_json_get_text (&half), ==, "a\xef\xbf\xbd" "b");
  g_assert_cmpstr (wa_json_get_text (&other), ==, "\xef\xbf\xbd");
  g_assert_cmpstr (wa_json_get_text (&whole), ==, "\xf0\x9f\x98\x80");
  g_assert_cmpstr (wa_json_get_text (&nul), ==, "x\xef\xbf\xbdy");
}

/* Numbers that json-glib would write as something that nobody can read are texts. */
static void
test_written_again (void)
{
  g_autoptr(WaJsonDocument) document = parse ("[1e999,-1e999,2e94,1e-9,12.5,1e3]");
  WaJson root = wa_json_document_get_root (document);
  WaJson huge = wa_json_element (&root, 0);
  WaJson large = wa_json_element (&root, 2);
  WaJson plain = wa_json_element (&root, 4);
  g_autofree char *text = wa_json_to_text (&root);
  g_autofree char *again = NULL;
  g_autoptr(WaJsonDocument) copy = parse (text);

  g_assert_cmpstr (wa_json_get_text (&huge), ==, "1e999");
  g_assert_cmpfloat_with_epsilon (wa_json_get_decimal (&huge, 7), 7, 1e-9);
  g_assert_true (wa_json_get_decimal (&large, 0) > 1e94);
  g_assert_true (wa_json_is (&plain, WA_JSON_DECIMAL));

  root = wa_json_document_get_root (copy);
  again = wa_json_to_text (&root);
  g_assert_cmpstr (text, ==, again);
}

static void
test_lenient (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("{\"a\":1}\n<br>Notice: x", 21);
  g_autoptr(GError) error = NULL;
  g_autoptr(WaJsonDocument) document = wa_json_document_new_lenient (bytes, &error);
  WaJson root, a;

  g_assert_no_error (error);
  root = wa_json_document_get_root (document);
  a = wa_json_member (&root, "a");
  g_assert_cmpint (wa_json_get_integer (&a, 0), ==, 1);
}

static void
test_wrong_types (void)
{
  static const char *const names[] = { "nothing", "null", "flag", "number", "decimal", "text", "list", "object" };
  g_autoptr(WaJsonDocument) document =
    parse ("{\"null\":null,\"flag\":true,\"number\":7,\"decimal\":1.5,\"text\":\"t\",\"list\":[1,\"b\",{}],\"object\":{\"x\":1}}");
  WaJson root = wa_json_document_get_root (document);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      WaJson json = wa_json_member (&root, names[i]);
      WaJson below = wa_json_member (&json, "x");
      WaJson element = wa_json_element (&json, 0);
      g_autofree char *scalar = wa_json_dup_scalar (&json);
      g_autofree char *text = wa_json_to_text (&json);
      g_auto(GStrv) texts = wa_json_dup_texts (&json);
      g_auto(GStrv) members = wa_json_dup_names (&json);
      g_autoptr(GDateTime) time = wa_json_dup_time (&json);

      g_assert_cmpint (wa_json_kind (&json), ==, (WaJsonKind) i);
      g_assert_cmpint (wa_json_get_text (&json) != NULL, ==, i == WA_JSON_TEXT);
      g_assert_cmpint (wa_json_get_integer (&json, 42), ==, i == WA_JSON_NUMBER ? 7 : 42);
      g_assert_cmpint (wa_json_is (&below, WA_JSON_NUMBER), ==, i == WA_JSON_OBJECT);
      g_assert_cmpint (wa_json_is (&element, WA_JSON_NUMBER), ==, i == WA_JSON_LIST);
      g_assert_cmpuint (g_strv_length (texts), ==, i == WA_JSON_LIST ? 2 : 0);
      g_assert_cmpuint (g_strv_length (members), ==, i == WA_JSON_OBJECT ? 1 : 0);
      g_assert_cmpint (text != NULL, ==, i != WA_JSON_ABSENT);
      g_assert_cmpint (time != NULL, ==, i == WA_JSON_NUMBER);
    }
}

static void
test_error_path (void)
{
  g_autoptr(WaJsonDocument) document = parse ("{\"data\":{\"templates\":[{},{},{},{\"name\":null}]}}");
  WaJson root = wa_json_document_get_root (document);
  WaJson list = wa_json_find (&root, "data.templates");
  WaJson fourth = wa_json_element (&list, 3);
  WaJson name = wa_json_member (&fourth, "name");
  WaJson direct = wa_json_find (&root, "data.templates[3].name");
  WaJson lost = wa_json_find (&root, "data.nothing[7].name");
  g_autoptr(GError) error = NULL;
  g_autofree char *path = wa_json_dup_path (&direct);

  g_assert_false (wa_json_require (&name, WA_JSON_TEXT, &error));
  g_assert_cmpstr (error->message, ==, "data.templates[3].name: expected a string, found null");
  g_assert_cmpstr (path, ==, "data.templates[3].name");
  g_assert_true (wa_json_is (&direct, WA_JSON_NULL));
  g_assert_true (wa_json_is (&lost, WA_JSON_ABSENT));
}

static void
test_loose_values (void)
{
  g_autoptr(WaJsonDocument) document =
    parse ("{\"t\":\"TRUE\",\"f\":0,\"n\":\"12\",\"id\":584789171207477,\"d\":\"1.25\","
           "\"when\":\"2026-04-08T06:47:04.757Z\",\"unix\":\"1665396610\",\"bare\":\"2026-04-08 06:47:04\"}");
  WaJson root = wa_json_document_get_root (document);
  WaJson t = wa_json_member (&root, "t");
  WaJson f = wa_json_member (&root, "f");
  WaJson n = wa_json_member (&root, "n");
  WaJson id = wa_json_member (&root, "id");
  WaJson d = wa_json_member (&root, "d");
  WaJson when = wa_json_member (&root, "when");
  WaJson unix_time = wa_json_member (&root, "unix");
  WaJson bare = wa_json_member (&root, "bare");
  g_autofree char *id_text = wa_json_dup_scalar (&id);
  g_autoptr(GDateTime) when_time = wa_json_dup_time (&when);
  g_autoptr(GDateTime) unix_date = wa_json_dup_time (&unix_time);
  g_autoptr(GDateTime) bare_time = wa_json_dup_time (&bare);

  g_assert_true (wa_json_get_flag (&t, FALSE));
  g_assert_false (wa_json_get_flag (&f, TRUE));
  g_assert_cmpint (wa_json_get_integer (&n, 0), ==, 12);
  g_assert_cmpstr (id_text, ==, "584789171207477");
  g_assert_cmpfloat_with_epsilon (wa_json_get_decimal (&d, 0), 1.25, 1e-9);
  g_assert_cmpint (g_date_time_get_microsecond (when_time), ==, 757000);
  g_assert_cmpint (g_date_time_to_unix (unix_date), ==, 1665396610);
  g_assert_cmpint (g_date_time_get_hour (bare_time), ==, 6);
}

static void
test_cut_everywhere (void)
{
  static const char text[] = "{\"data\":{\"list\":[{\"id\":\"a\\u00e9\\n\",\"n\":-1.5e3},[true,false,null]]}}";

  for (gsize length = 0; length < sizeof text - 1; length++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new (text, length);
      g_autoptr(GError) error = NULL;
      g_autoptr(WaJsonDocument) document = wa_json_document_new (bytes, &error);

      g_assert_null (document);
      g_assert_error (error, WA_ERROR, WA_ERROR_PROTOCOL);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json/refusals", test_refusals);
  g_test_add_func ("/json/put-right", test_put_right);
  g_test_add_func ("/json/written-again", test_written_again);
  g_test_add_func ("/json/lenient", test_lenient);
  g_test_add_func ("/json/wrong-types", test_wrong_types);
  g_test_add_func ("/json/error-path", test_error_path);
  g_test_add_func ("/json/loose-values", test_loose_values);
  g_test_add_func ("/json/cut-everywhere", test_cut_everywhere);

  return g_test_run ();
}
