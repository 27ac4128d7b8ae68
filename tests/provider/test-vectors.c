/* test-vectors.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-contact-report.h"
#include "model/wa-message.h"
#include "model/wa-page.h"
#include "model/wa-record-json.h"
#include "net/wa-retry.h"
#include "provider/property-match.h"
#include "provider/vector-suite.h"
#include "provider/wa-registry.h"

/* Every golden vector of every system: arguments → request, which must be the golden one; golden answer → result or error,
 * which must be the expected one. */

typedef struct
{
  VectorSuite *suite;
  WaJson       vector;
} Case;

typedef struct
{
  VectorSuite       *suite;
  WaJson             vector;
  WaJson             entry;
  WaJson             expect;
  WaProvider        *provider;
  const WaOperation *operation;
  GObject           *args;
  GObject           *result;
  GError            *error;
} Run;

static void
assert_same_json (JsonNode   *found,
                  JsonNode   *wanted,
                  const char *what)
{
  g_autofree char *found_text = NULL;
  g_autofree char *wanted_text = NULL;

  if (json_node_equal (found, wanted))
    return;

  found_text = json_to_string (found, TRUE);
  wanted_text = json_to_string (wanted, TRUE);
  g_error ("%s is\n%s\nbut should be\n%s", what, found_text, wanted_text);
}

/* A vector may show only a part of what is always written: then we say what the whole is. */
static WaJson
wanted_member (Run        *run,
               const char *name)
{
  WaJson own = wa_json_member (&run->entry, "request");

  if (!g_str_equal (name, "request") || wa_json_is (&own, WA_JSON_ABSENT))
    return wa_json_member (&run->vector, name);

  g_assert_nonnull (vector_text (&run->entry, "why"));

  return own;
}

/* What really goes over the wire: JSON by its values, forms by their pairs. */
static void
check_wire (Run       *run,
            WaRequest *request)
{
  g_autofree char *content_type = NULL;
  g_autoptr(GBytes) body = wa_request_dup_body (request, &content_type);
  WaJson wanted = wanted_member (run, "request");
  const char *raw = vector_text (&run->vector, "request_raw");

  if (wa_request_get_body_kind (request) == WA_BODY_JSON)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(WaJsonDocument) document = wa_json_document_new (body, &error);

      g_assert_no_error (error);
      assert_same_json (wa_json_document_get_root (document).node, wanted.node, "body on the wire");
    }
  else if (wa_request_get_body_kind (request) == WA_BODY_FORM && raw != NULL)
    {
      g_autofree char *text = g_strndup (g_bytes_get_data (body, NULL), g_bytes_get_size (body));
      g_auto(GStrv) found = g_strsplit (text, "&", -1);
      g_auto(GStrv) expected = g_strsplit (raw, "&", -1);

      for (gsize i = 0; expected[i] != NULL; i++)
        g_assert_true (g_strv_contains ((const char *const *) found, expected[i]));
      g_assert_cmpuint (g_strv_length (found), ==, g_strv_length (expected));
    }
}

static void
check_request (Run *run)
{
  static const char *const members[] = { "method", "path", "query", "headers", "content_type", "request" };
  g_autoptr(WaRequest) request = NULL;
  g_autoptr(JsonNode) described = NULL;
  g_autoptr(GError) error = NULL;
  const char *refused = vector_text (&run->entry, "refused");

  request = wa_provider_build (run->provider, run->operation, run->args, &error);
  if (refused != NULL)
    {
      g_assert_null (request);
      g_assert_cmpstr (wa_error_nick ((WaError) error->code), ==, refused);
      g_assert_nonnull (vector_text (&run->entry, "why"));
      return;
    }
  g_assert_no_error (error);

  wa_provider_authorize (run->provider, run->operation, request, vector_suite_token (run->suite, &run->vector));
  described = wa_request_describe (request, FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      WaJson wanted = wanted_member (run, members[i]);

      assert_same_json (json_object_get_member (json_node_get_object (described), members[i]), wanted.node, members[i]);
    }
  check_wire (run, request);
}

/* The row that is found from the arguments must be the one that the vector names. */
static void
check_row (Run *run)
{
  g_autoptr(GError) error = NULL;
  const WaOperation *found = wa_provider_find (run->provider, run->operation->op, run->args, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (found->number, ==, run->operation->number);
}

static gboolean
is_idempotent (Run *run)
{
  return (run->operation->flags & WA_OP_IDEMPOTENT) != 0;
}

/* A vector without an answer is about a connection that failed: the engine's part is played here. */
static GError *
transport_error (Run        *run,
                 const char *transport)
{
  GError *error;

  if (g_str_has_prefix (transport, "tls"))
    return g_error_new_literal (WA_ERROR, WA_ERROR_TLS, "");
  if (!g_str_has_suffix (transport, "-sent"))
    return g_error_new_literal (WA_ERROR, WA_ERROR_NETWORK, "");

  error = g_error_new_literal (WA_ERROR, is_idempotent (run) ? WA_ERROR_NETWORK : WA_ERROR_UNCERTAIN, "");
  wa_error_set_passing (error, is_idempotent (run));

  return error;
}

static gint64
delay_of (Run *run)
{
  const WaProviderInfo *info = wa_provider_get_info (run->provider);
  const WaRetryPolicy policy = { info->max_pause, info->default_pause };
  const char *transport = vector_text (&run->vector, "transport");
  gboolean left = transport == NULL || g_str_has_suffix (transport, "-sent");

  return wa_retry_get_delay (run->error, is_idempotent (run), left, 0, &policy, 0);
}

static void
check_outcome (Run          *run,
               const WaJson *wanted)
{
  gboolean good = g_str_equal (wa_json_get_text (wanted), "ok");

  if (good)
    g_assert_no_error (run->error);
  g_assert_true (good == (run->result != NULL));
}

/* The specifications have more words for a failure than the user has ways out of it. */
static void
check_error (Run          *run,
             const WaJson *wanted)
{
  static const char *const words[][2] = {
    { "INVALID_RESPONSE", "PROTOCOL" },
    { "UNEXPECTED_REDIRECT", "PROTOCOL" },
    { "SERVER", "NETWORK" },
    { "FORBIDDEN", "REJECTED" },
    { "BAD_REQUEST", "REJECTED" },
    { "PROVIDER_REJECTED", "REJECTED" },
  };
  const char *word = wa_json_get_text (wanted);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (word, words[i][0]))
      word = words[i][1];

  if (g_strcmp0 (vector_text (&run->expect, "sent"), "unknown") == 0)
    word = "UNCERTAIN";

  g_assert_true (run->error->domain == WA_ERROR);
  g_assert_cmpstr (wa_error_nick ((WaError) run->error->code), ==, word);
}

static void
check_sent (Run          *run,
            const WaJson *wanted)
{
  gboolean unknown = g_str_equal (wa_json_get_text (wanted), "unknown");

  g_assert_true (unknown == g_error_matches (run->error, WA_ERROR, WA_ERROR_UNCERTAIN));
}

static const char *
state_of (Run *run)
{
  if (run->error == NULL)
    return wa_message_state_to_nick (wa_message_get_state (WA_MESSAGE (run->result)));
  if (g_error_matches (run->error, WA_ERROR, WA_ERROR_UNCERTAIN))
    return "uncertain";

  return g_error_matches (run->error, WA_ERROR, WA_ERROR_RATE_LIMITED) ? "queued" : "failed";
}

static void
check_state (Run          *run,
             const WaJson *wanted)
{
  const char *state = wa_json_get_text (wanted);

  g_assert_cmpstr (state_of (run), ==, state != NULL ? state : "none");
}

/* What only one system's vectors expect is a property, which the arguments' file names. */
static void
check_property (Run          *run,
                const char   *name,
                const WaJson *wanted)
{
  WaJson properties = wa_json_member (&run->suite->args, "expect");
  const char *property = vector_text (&properties, name);

  if (property == NULL)
    g_error ("Nothing checks “%s”: name its property under “expect”", name);

  property_match_assert (WA_RECORD (run->result), property, wanted);
}

static void
check_text (Run          *run,
            const WaJson *wanted)
{
  WaJson texts = wa_json_member (&run->suite->args, "texts");
  const char *text = wa_json_get_text (wanted);
  const char *ours = vector_text (&texts, text);

  /* What a system says of a success is a property like any other. */
  if (run->error == NULL)
    {
      check_property (run, "text", wanted);
      return;
    }

  if (strstr (run->error->message, ours != NULL ? ours : text) == NULL)
    g_error ("“%s” does not say “%s”", run->error->message, ours != NULL ? ours : text);
}

static void
check_reason (Run          *run,
              const WaJson *wanted)
{
  WaJson reasons = wa_json_member (&run->suite->args, "reasons");

  g_assert_cmpstr (wa_error_class_nick (wa_error_get_class (run->error)), ==,
                   vector_text (&reasons, wa_json_get_text (wanted)));
}

static void
check_retry (Run          *run,
             const WaJson *wanted)
{
  g_assert_true ((delay_of (run) >= 0) == g_str_equal (wa_json_get_text (wanted), "auto"));
}

static void
check_pause (Run          *run,
             const WaJson *wanted)
{
  g_assert_cmpint (delay_of (run), ==, 1000 * wa_json_get_integer (wanted, -1));
}

static void
check_secret (Run          *run,
              const WaJson *wanted)
{
  g_autofree char *shown = run->error != NULL ? g_strdup (run->error->message)
                                              : wa_record_to_text (WA_RECORD (run->result));

  g_assert_null (strstr (shown, wa_json_get_text (wanted)));
}

/* What gives no page says how many there were, or has a list that the arguments' file names. */
static void
check_count (Run          *run,
             const WaJson *wanted)
{
  WaJson properties = wa_json_member (&run->suite->args, "expect");
  const char *list = vector_text (&properties, "count");
  g_autoptr(GListModel) items = NULL;

  if (WA_IS_PAGE (run->result))
    {
      items = G_LIST_MODEL (g_object_ref (wa_page_get_items (WA_PAGE (run->result))));
      g_assert_cmpint (wa_page_get_skipped (WA_PAGE (run->result)), ==, 0);
    }
  else if (list != NULL)
    {
      g_object_get (run->result, list, &items, NULL);
    }
  else
    {
      property_match_assert (WA_RECORD (run->result), "count", wanted);
      return;
    }

  g_assert_cmpuint (g_list_model_get_n_items (items), ==, wa_json_get_integer (wanted, -1));
}

static void
check_next_page (Run          *run,
                 const WaJson *wanted)
{
  g_autofree char *next = wa_json_dup_scalar (wanted);

  g_assert_cmpstr (wa_page_get_next (WA_PAGE (run->result)), ==, wa_or_empty (next));
}

static void
check_has_more (Run          *run,
                const WaJson *wanted)
{
  g_assert_true (wa_json_get_flag (wanted, FALSE) == !wa_is_empty (wa_page_get_next (WA_PAGE (run->result))));
}

static void
check_total (Run          *run,
             const WaJson *wanted)
{
  g_assert_cmpint (wa_page_get_total (WA_PAGE (run->result)), ==, wa_json_get_integer (wanted, -1));
}

/* Where all contacts of a batch failed the answer is an error, which has no report. */
static void
check_created (Run          *run,
               const WaJson *wanted)
{
  GListStore *created;

  if (run->error != NULL)
    {
      g_assert_cmpint (wa_json_get_integer (wanted, -1), ==, 0);
      return;
    }

  created = wa_contact_report_get_created (WA_CONTACT_REPORT (run->result));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (created)), ==, wa_json_get_integer (wanted, -1));
}

static void
check_failed (Run          *run,
              const WaJson *wanted)
{
  if (run->error == NULL)
    g_assert_cmpint (wa_contact_report_get_failed_count (WA_CONTACT_REPORT (run->result)), ==,
                     wa_json_get_integer (wanted, -1));
}

static void
check_hints (Run          *run,
             const WaJson *wanted)
{
  GListStore *hints = wa_template_get_hints (WA_TEMPLATE (run->result));

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (hints)), ==, wa_json_get_integer (wanted, -1));
}

/* How many of the list are sendable templates. */
static void
check_approved (Run          *run,
                const WaJson *wanted)
{
  GListModel *items = G_LIST_MODEL (wa_page_get_items (WA_PAGE (run->result)));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(WaTemplate) template = g_list_model_get_item (items, i);

      n += wa_template_is_sendable (template);
    }

  g_assert_cmpuint (n, ==, wa_json_get_integer (wanted, -1));
}

/* Exactly one item is the selected one. */
static void
check_selected (Run          *run,
                const WaJson *wanted)
{
  GListModel *items = G_LIST_MODEL (wa_page_get_items (WA_PAGE (run->result)));

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (items, i);
      g_autofree char *id = NULL;
      gboolean selected;

      g_object_get (item, "remote-id", &id, "selected", &selected, NULL);
      g_assert_true (selected == g_str_equal (id, wa_json_get_text (wanted)));
    }
}

static void
check_model (Run          *run,
             const WaJson *wanted)
{
  WaJson aliases = wa_json_member (&run->suite->args, "aliases");
  WaJson own_aliases = wa_json_member (&run->entry, "aliases");
  g_auto(GStrv) names = wa_json_dup_names (wanted);

  for (gsize i = 0; names[i] != NULL; i++)
    {
      WaJson value = wa_json_member (wanted, names[i]);
      const char *own = vector_text (&own_aliases, names[i]);
      const char *alias = own != NULL ? own : vector_text (&aliases, names[i]);
      const char *dot = strchr (names[i], '.');

      g_assert_nonnull (dot);
      if (alias == NULL || alias[0] != '-')
        property_match_assert (WA_RECORD (run->result), alias != NULL ? alias : dot + 1, &value);
    }
}

typedef struct
{
  const char *name;
  void      (*check) (Run          *run,
                      const WaJson *wanted);
} Check;

static const Check checks[] = {
  { "outcome", check_outcome },
  { "error", check_error },
  { "sent", check_sent },
  { "state", check_state },
  { "text", check_text },
  { "reason", check_reason },
  { "hint", check_reason },
  { "retry", check_retry },
  { "pause_s", check_pause },
  { "must_not_show", check_secret },
  { "count", check_count },
  { "next_page", check_next_page },
  { "has_more", check_has_more },
  { "total", check_total },
  { "created", check_created },
  { "failed", check_failed },
  { "parameter_fields", check_hints },
  { "approved", check_approved },
  { "selected", check_selected },
  { "model", check_model },
};

static void
check_expectation (Run          *run,
                   const char   *name,
                   const WaJson *wanted)
{
  for (gsize i = 0; i < G_N_ELEMENTS (checks); i++)
    if (g_str_equal (checks[i].name, name))
      {
        checks[i].check (run, wanted);
        return;
      }

  check_property (run, name, wanted);
}

/* What the vector leaves open about the model, in our words. */
static void
check_result (Run *run)
{
  WaJson result = wa_json_member (&run->entry, "result");
  g_auto(GStrv) names = wa_json_dup_names (&result);

  for (gsize i = 0; names[i] != NULL; i++)
    {
      WaJson wanted = wa_json_member (&result, names[i]);

      property_match_assert (WA_RECORD (run->result), names[i], &wanted);
    }
}

static void
check_answer (Run *run)
{
  const char *transport = vector_text (&run->vector, "transport");
  g_auto(GStrv) names = wa_json_dup_names (&run->expect);

  if (transport != NULL)
    {
      run->error = transport_error (run, transport);
    }
  else
    {
      g_autoptr(WaAnswer) answer = vector_suite_new_answer (run->suite, run->operation, &run->vector);

      run->result = wa_provider_read (run->provider, run->operation, run->args, answer, &run->error);
    }

  if (run->result != NULL)
    g_assert_true (G_TYPE_CHECK_INSTANCE_TYPE (run->result, wa_op_get_info (run->operation->op)->result_type ()));

  /* The outcome first: the others rely on it. */
  g_assert_cmpstr (names[0], ==, "outcome");
  for (gsize i = 0; names[i] != NULL; i++)
    {
      WaJson wanted = wa_json_member (&run->expect, names[i]);

      check_expectation (run, names[i], &wanted);
    }
  check_result (run);
}

static void
test_vector (gconstpointer data)
{
  const Case *the_case = data;
  Run run = { .suite = the_case->suite, .vector = the_case->vector };
  WaJson payload;

  run.entry = vector_suite_entry (run.suite, &run.vector);
  run.expect = wa_json_member (&run.vector, "expect");
  run.provider = vector_suite_new_provider (run.suite, &run.vector);
  run.operation = vector_suite_find_row (run.suite, run.provider, &run.vector);

  if (vector_text (&run.entry, "absent") != NULL)
    {
      g_assert_null (run.operation);
    }
  else
    {
      g_assert_nonnull (run.operation);
      run.args = vector_suite_new_args (run.suite, run.operation, &run.vector);
      payload = wa_json_member (&run.entry, "payload");
      if (!wa_json_get_flag (&payload, FALSE))
        {
          check_row (&run);
          check_request (&run);
        }
      check_answer (&run);
    }

  g_clear_object (&run.args);
  g_clear_object (&run.result);
  g_clear_error (&run.error);
  g_object_unref (run.provider);
}

/* No vector without arguments, no arguments without a vector, no operation without a vector. */
static void
test_complete (gconstpointer data)
{
  VectorSuite *suite = (VectorSuite *) data;
  g_autoptr(WaProvider) provider = wa_registry_new_provider (suite->id, NULL);
  g_autoptr(GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto(GStrv) names = wa_json_dup_names (&suite->entries);
  WaJson count = wa_json_member (&suite->args, "count");
  guint n = wa_json_length (&suite->vectors);
  guint n_rows;
  const WaOperation *rows = wa_provider_get_operations (provider, &n_rows);

  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (n, ==, wa_json_get_integer (&count, 0));
  g_assert_cmpuint (n, ==, g_strv_length (names));

  for (guint i = 0; i < n; i++)
    {
      WaJson vector = wa_json_element (&suite->vectors, i);

      g_assert_true (g_strv_contains ((const char *const *) names, vector_text (&vector, "name")));
      g_hash_table_add (numbers, (gpointer) vector_text (&vector, "op"));
    }

  for (guint i = 0; i < n_rows; i++)
    if (!g_hash_table_contains (numbers, rows[i].number))
      g_error ("No vector is about %s", rows[i].number);
}

static void
add_suite (VectorSuite *suite,
           GPtrArray   *cases)
{
  g_autofree char *complete = g_strdup_printf ("/vectors/%s/complete", suite->id);

  g_test_add_data_func (complete, suite, test_complete);
  for (guint i = 0; i < wa_json_length (&suite->vectors); i++)
    {
      Case *the_case = g_new (Case, 1);
      g_autofree char *path = NULL;

      *the_case = (Case) { suite, wa_json_element (&suite->vectors, i) };
      g_ptr_array_add (cases, the_case);
      path = g_strdup_printf ("/vectors/%s/%s/%s", suite->id,
                              vector_text (&the_case->vector, "op"), vector_text (&the_case->vector, "name"));
      g_test_add_data_func (path, the_case, test_vector);
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
