/* test-meta-error.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "core/wa-error.h"
#include "model/wa-query.h"
#include "provider/wa-meta-error.h"
#include "provider/wa-registry.h"

typedef struct
{
  const char   *answer;
  gint64        code;      /* -1: none */
  gint64        subcode;
  WaErrorClass  klass;
} Row;

/* Texts and objects as they come through systems. */
static const Row rows[] = {
  { "\"(#132000) parameter count differs\"", 132000, 0, WA_ERROR_CLASS_FIX },
  { "\"API error 132012: (#132012) wrong format - Details: header: expected IMAGE, got UNKNOWN\"",
    132012, 0, WA_ERROR_CLASS_FIX },
  { "{\"error\":{\"code\":131047,\"error_data\":{\"details\":\"24 hours\"}}}", 131047, 0, WA_ERROR_CLASS_FIX },
  { "{\"statuses\":[{\"status\":\"failed\",\"errors\":[{\"code\":131049}]}]}", 131049, 0, WA_ERROR_CLASS_LATER },
  { "\"(#131056) pair rate limit\"", 131056, 0, WA_ERROR_CLASS_WAIT },
  { "\"Message undeliverable (131026)\"", 131026, 0, WA_ERROR_CLASS_NEVER },
  { "{\"error\":{\"code\":100,\"error_subcode\":2388299}}", 100, 2388299, WA_ERROR_CLASS_FIX },
  { "{\"success\":false,\"error\":\"Contact not found\"}", -1, 0, WA_ERROR_CLASS_NONE },
  { "\"Order 132000 not found\"", -1, 0, WA_ERROR_CLASS_NONE },

  /* numbers as texts, at any depth, members before texts */
  { "{\"data\":{\"metaResponse\":{\"error\":{\"code\":\"131050\"}}}}", 131050, 0, WA_ERROR_CLASS_NEVER },
  { "{\"message\":\"(#100) no\",\"inner\":[{\"code\":131042}]}", 131042, 0, WA_ERROR_CLASS_STOP },
  { "{\"a\":\"error 190: expired\",\"b\":\"(#131031) locked\"}", 131031, 0, WA_ERROR_CLASS_STOP },
  { "\"API error 190: Invalid OAuth access token.\"", 190, 0, WA_ERROR_CLASS_STOP },
  { "\"Failed, code 131016\"", 131016, 0, WA_ERROR_CLASS_WAIT },
  { "{\"error\":{\"code\":0,\"message\":\"x\"}}", 0, 0, WA_ERROR_CLASS_STOP },
  { "{\"error\":{\"code\":250,\"fbtrace_id\":\"A\"}}", 250, 0, WA_ERROR_CLASS_STOP },
  { "{\"code\":400,\"error_subcode\":2388024}", 400, 2388024, WA_ERROR_CLASS_FIX },

  /* new to us: shown with its number, never repeated by itself */
  { "\"(#131999) something new\"", 131999, 0, WA_ERROR_CLASS_FIX },
  { "{\"error\":{\"code\":131998}}", 131998, 0, WA_ERROR_CLASS_FIX },

  /* a system's own numbers, and HTTP's */
  { "{\"code\":200,\"message\":\"x\"}", -1, 0, WA_ERROR_CLASS_NONE },
  { "{\"code\":4,\"message\":\"x\"}", -1, 0, WA_ERROR_CLASS_NONE },
  { "{\"error\":{\"code\":404,\"message\":\"x\"}}", -1, 0, WA_ERROR_CLASS_NONE },
  { "{\"code\":1012,\"message\":\"opted out\"}", -1, 0, WA_ERROR_CLASS_NONE },
  { "\"Request failed with status code 200\"", -1, 0, WA_ERROR_CLASS_NONE },
  { "\"Only a few (10) are allowed\"", -1, 0, WA_ERROR_CLASS_NONE },
  { "[null,1,\"\",{}]", -1, 0, WA_ERROR_CLASS_NONE },
};

static void
test_find (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(WaJsonDocument) document = wa_json_document_new_text (rows[i].answer, NULL);
      WaJson root = wa_json_document_get_root (document);
      WaMetaCode code = { -1, 0 };
      gboolean found = wa_meta_error_find (&root, &code);

      g_test_message ("%s", rows[i].answer);
      g_assert_cmpint (code.code, ==, rows[i].code);
      g_assert_cmpint (code.subcode, ==, rows[i].subcode);
      g_assert_true (found == (rows[i].code >= 0));
      if (found)
        g_assert_cmpstr (wa_error_class_nick (wa_meta_error_get_class (&code)), ==, wa_error_class_nick (rows[i].klass));
    }
}

static void
test_unknown_text (void)
{
  const WaMetaCode code = { 131999, 0 };
  g_autofree char *text = wa_meta_error_dup_text (&code);

  g_assert_nonnull (strstr (text, "131999"));
}

/* The template's own number says more than the 100 that it comes with. */
static void
test_subcode_text (void)
{
  const WaMetaCode both = { 100, 2388299 };
  const WaMetaCode alone = { 100, 0 };
  g_autofree char *specific = wa_meta_error_dup_text (&both);
  g_autofree char *general = wa_meta_error_dup_text (&alone);

  g_assert_cmpstr (specific, !=, general);
  g_assert_nonnull (strstr (specific, "begins or ends with a variable"));
}

static GError *
read_error (guint       status,
            const char *body,
            int         retry_after)
{
  g_autoptr(WaProvider) provider = wa_registry_new_provider ("pabbly", NULL);
  g_autoptr(WaQuery) query = wa_query_new ();
  g_autoptr(GBytes) bytes = g_bytes_new (body, strlen (body));
  g_autoptr(WaAnswer) answer = wa_answer_new (status, NULL, bytes);
  const WaOperation *operation = wa_provider_find (provider, WA_OP_LIST_TAGS, G_OBJECT (query), NULL);
  GError *error = NULL;

  wa_answer_set_retry_after (answer, retry_after);
  g_assert_null (wa_provider_read (provider, operation, G_OBJECT (query), answer, &error));

  return error;
}

/* The user reads what the system said and what to do; the session reads the number, the class and the pause. */
static void
test_in_answers (void)
{
  g_autoptr(GError) window = read_error (400, "{\"success\":false,\"error\":\"(#131047) Re-engagement message\"}", -1);
  g_autoptr(GError) gone = read_error (404, "{\"success\":false,\"error\":\"Contact not found\"}", -1);
  g_autoptr(GError) down = read_error (503, "", 9);

  g_assert_error (window, WA_ERROR, WA_ERROR_REJECTED);
  g_assert_cmpint (wa_error_get_code (window), ==, 131047);
  g_assert_cmpuint (wa_error_get_class (window), ==, WA_ERROR_CLASS_FIX);
  g_assert_nonnull (strstr (window->message, "Re-engagement message"));
  g_assert_nonnull (strstr (window->message, "Choose a template"));

  g_assert_error (gone, WA_ERROR, WA_ERROR_NOT_FOUND);
  g_assert_cmpint (wa_error_get_code (gone), ==, 0);
  g_assert_cmpuint (wa_error_get_class (gone), ==, WA_ERROR_CLASS_FIX);

  g_assert_error (down, WA_ERROR, WA_ERROR_NETWORK);
  g_assert_cmpuint (wa_error_get_class (down), ==, WA_ERROR_CLASS_WAIT);
  g_assert_cmpint (wa_error_get_retry_after (down), ==, 9);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/meta-error/find", test_find);
  g_test_add_func ("/meta-error/unknown-text", test_unknown_text);
  g_test_add_func ("/meta-error/subcode-text", test_subcode_text);
  g_test_add_func ("/meta-error/in-answers", test_in_answers);

  return g_test_run ();
}
