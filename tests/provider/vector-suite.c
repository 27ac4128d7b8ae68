/* vector-suite.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "model/wa-media-item.h"
#include "model/wa-outgoing.h"
#include "model/wa-record-json.h"
#include "provider/vector-suite.h"
#include "provider/wa-registry.h"

static char *
read_file (const char *folder,
           const char *id)
{
  g_autofree char *name = g_strconcat (id, ".json", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "provider", folder, name, NULL);
  g_autoptr(GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static WaJsonDocument *
parse (const char *text)
{
  g_autoptr(GError) error = NULL;
  WaJsonDocument *document = wa_json_document_new_text (text, &error);

  g_assert_no_error (error);

  return document;
}

static char *
replace (const char *text,
         const char *placeholder,
         const char *value)
{
  GString *string = g_string_new (text);

  g_string_replace (string, placeholder, value, 0);

  return g_string_free (string, FALSE);
}

VectorSuite *
vector_suite_load (const char *id)
{
  VectorSuite *self = g_new0 (VectorSuite, 1);
  g_autofree char *args = read_file ("args", id);
  g_autofree char *vectors = read_file ("vectors", id);
  g_autofree char *with_key = NULL;
  g_autofree char *with_token = NULL;

  self->id = g_strdup (id);
  self->args_document = parse (args);
  self->args = wa_json_document_get_root (self->args_document);
  self->entries = wa_json_member (&self->args, "vectors");

  with_key = replace (vectors, "{api_key}", vector_text (&self->args, "token"));
  with_token = replace (with_key, "{token}", vector_text (&self->args, "token"));
  self->vectors_document = parse (with_token);
  self->vectors = wa_json_document_get_root (self->vectors_document);

  return self;
}

void
vector_suite_free (VectorSuite *self)
{
  wa_json_document_free (self->vectors_document);
  wa_json_document_free (self->args_document);
  g_free (self->id);
  g_free (self);
}

const char *
vector_text (const WaJson *vector,
             const char   *member)
{
  WaJson place = wa_json_member (vector, member);

  return wa_json_get_text (&place);
}

WaJson
vector_suite_entry (VectorSuite  *self,
                    const WaJson *vector)
{
  return wa_json_member (&self->entries, vector_text (vector, "name"));
}

/* A member of the vector's entry, else of the whole file. */
static WaJson
setting (VectorSuite  *self,
         const WaJson *entry,
         const char   *name)
{
  WaJson own = wa_json_member (entry, name);

  return wa_json_is (&own, WA_JSON_ABSENT) ? wa_json_member (&self->args, name) : own;
}

const char *
vector_suite_token (VectorSuite  *self,
                    const WaJson *vector)
{
  WaJson entry = vector_suite_entry (self, vector);
  WaJson token = setting (self, &entry, "token");

  return wa_json_get_text (&token);
}

static void
apply_settings (WaProvider   *provider,
                const WaJson *settings)
{
  g_auto(GStrv) keys = wa_json_dup_names (settings);

  for (gsize i = 0; keys[i] != NULL; i++)
    wa_provider_set_setting (provider, keys[i], vector_text (settings, keys[i]));
}

WaProvider *
vector_suite_new_provider (VectorSuite  *self,
                           const WaJson *vector)
{
  g_autoptr(GError) error = NULL;
  WaProvider *provider = wa_registry_new_provider (self->id, &error);
  WaJson entry = vector_suite_entry (self, vector);
  WaJson common = wa_json_member (&self->args, "settings");
  WaJson own = wa_json_member (&entry, "settings");

  g_assert_no_error (error);
  apply_settings (provider, &common);
  apply_settings (provider, &own);

  return provider;
}

/* Returns: (nullable): %NULL where the system has no such operation */
const WaOperation *
vector_suite_find_row (VectorSuite  *self,
                       WaProvider   *provider,
                       const WaJson *vector)
{
  WaJson entry = vector_suite_entry (self, vector);
  const char *other = vector_text (&entry, "operation");
  const char *number = other != NULL ? other : vector_text (vector, "op");
  guint n;
  const WaOperation *rows = wa_provider_get_operations (provider, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (rows[i].number, number))
      return &rows[i];

  return NULL;
}

/* Files are not part of a record's JSON form. */
static void
set_bytes (GObject      *args,
           const WaJson *entry)
{
  const char *content = vector_text (entry, "bytes");
  const char *encoded = vector_text (entry, "base64");
  g_autoptr(GBytes) bytes = NULL;
  gsize length;

  if (encoded != NULL)
    {
      guchar *data = g_base64_decode (encoded, &length);

      bytes = g_bytes_new_take (data, length);
    }
  else if (content != NULL)
    {
      bytes = g_bytes_new (content, strlen (content));
    }
  else
    {
      return;
    }

  if (WA_IS_OUTGOING (args))
    wa_outgoing_set_bytes (WA_OUTGOING (args), bytes);
  else
    wa_media_item_set_bytes (WA_MEDIA_ITEM (args), bytes);
}

GObject *
vector_suite_new_args (VectorSuite       *self,
                       const WaOperation *operation,
                       const WaJson      *vector)
{
  g_autoptr(GError) error = NULL;
  WaJson own = vector_suite_entry (self, vector);
  const char *other = vector_text (&own, "same-as");
  WaJson entry = other != NULL ? wa_json_member (&self->entries, other) : own;
  WaJson args_json = wa_json_member (&entry, "args");
  GObject *args = wa_record_new_json (wa_op_get_info (operation->op)->args_type (), &args_json, &error);

  g_assert_no_error (error);
  set_bytes (args, &entry);

  return args;
}

static GBytes *
new_body (const WaOperation *operation,
          const WaJson      *vector,
          gboolean           payload)
{
  WaJson place = wa_json_member (vector, payload ? "request" : "response");
  const char *raw = payload ? NULL : vector_text (vector, "raw_body");
  gsize length = 0;
  char *text;

  /* The bytes of files are written as Latin-1. */
  if (raw != NULL && (operation->flags & WA_OP_BYTES) != 0)
    text = g_convert (raw, -1, "ISO-8859-1", "UTF-8", NULL, &length, NULL);
  else
    text = raw != NULL ? g_strdup (raw) : wa_json_to_text (&place);

  g_assert_nonnull (text);

  return g_bytes_new_take (text, length > 0 ? length : strlen (text));
}

guint
vector_status (const WaJson *vector)
{
  WaJson status = wa_json_member (vector, "status");

  return (guint) wa_json_get_integer (&status, 0);
}

/* An answer with the vector's headers. */
WaAnswer *
vector_new_answer (const WaJson *vector,
                   guint         status,
                   GBytes       *body)
{
  WaJson headers = wa_json_member (vector, "response_headers");
  WaJson retry_after = wa_json_member (&headers, "Retry-After");
  WaAnswer *answer = wa_answer_new (status, NULL, body);

  wa_answer_set_content_type (answer, vector_text (&headers, "Content-Type"));
  wa_answer_set_location (answer, vector_text (&headers, "Location"));
  wa_answer_set_retry_after (answer, (int) wa_json_get_integer (&retry_after, -1));

  return answer;
}

WaAnswer *
vector_suite_new_answer (VectorSuite       *self,
                         const WaOperation *operation,
                         const WaJson      *vector)
{
  WaJson entry = vector_suite_entry (self, vector);
  WaJson payload = wa_json_member (&entry, "payload");
  g_autoptr(GBytes) body = new_body (operation, vector, wa_json_get_flag (&payload, FALSE));

  return vector_new_answer (vector, vector_status (vector), body);
}
