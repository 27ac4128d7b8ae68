/* wa-request.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <libsoup/soup.h>

#include "core/wa-util.h"
#include "net/wa-request.h"

#define DEFAULT_TIMEOUT 30
#define DEFAULT_MOST_BYTES (16 * 1024 * 1024)

struct _WaRequest
{
  gatomicrefcount  ref_count;
  char            *method;
  char            *base;       /* (nullable): instead of the account's address */
  GString         *path;       /* escaped */
  GPtrArray       *query;      /* of WaPair */
  GPtrArray       *headers;    /* of WaPair */
  WaBodyKind       body_kind;
  JsonNode        *json;
  GPtrArray       *fields;     /* of WaPair */
  GPtrArray       *files;      /* of WaPart */
  guint            timeout;
  gsize            most_bytes;
};

G_DEFINE_BOXED_TYPE (WaRequest, wa_request, wa_request_ref, wa_request_unref)

static void
pair_free (gpointer data)
{
  WaPair *pair = data;

  g_free (pair->name);
  g_free (pair->value);
  g_free (pair);
}

static void
part_free (gpointer data)
{
  WaPart *part = data;

  g_free (part->name);
  g_free (part->filename);
  g_free (part->content_type);
  g_bytes_unref (part->bytes);
  g_free (part);
}

static void
add_pair (GPtrArray  *pairs,
          const char *name,
          const char *value,
          gboolean    secret)
{
  WaPair *pair = g_new0 (WaPair, 1);

  pair->name = g_strdup (name);
  pair->value = g_strdup (wa_or_empty (value));
  pair->secret = secret;
  g_ptr_array_add (pairs, pair);
}

WaRequest *
wa_request_new (void)
{
  WaRequest *self = g_new0 (WaRequest, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->method = g_strdup ("GET");
  self->path = g_string_new (NULL);
  self->query = g_ptr_array_new_with_free_func (pair_free);
  self->headers = g_ptr_array_new_with_free_func (pair_free);
  self->fields = g_ptr_array_new_with_free_func (pair_free);
  self->files = g_ptr_array_new_with_free_func (part_free);
  self->timeout = DEFAULT_TIMEOUT;
  self->most_bytes = DEFAULT_MOST_BYTES;

  return self;
}

WaRequest *
wa_request_ref (WaRequest *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
wa_request_unref (WaRequest *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->method);
  g_free (self->base);
  g_string_free (self->path, TRUE);
  g_ptr_array_unref (self->query);
  g_ptr_array_unref (self->headers);
  g_ptr_array_unref (self->fields);
  g_ptr_array_unref (self->files);
  g_clear_pointer (&self->json, json_node_unref);
  g_free (self);
}

void
wa_request_set_method (WaRequest  *self,
                       const char *method)
{
  wa_set_str (&self->method, method);
}

const char *
wa_request_get_method (const WaRequest *self)
{
  return self->method;
}

/**
 * wa_request_append_path:
 * @...: segments, each escaped as one, then %NULL
 *
 * A segment from a server or a user can't reach another operation: `/`, `?`, `#` and dots that would climb are escaped.
 */
void
wa_request_append_path (WaRequest *self,
                        ...)
{
  const char *segment;
  va_list args;

  va_start (args, self);
  while ((segment = va_arg (args, const char *)) != NULL)
    {
      g_string_append_c (self->path, '/');
      if (g_str_equal (segment, ".") || g_str_equal (segment, ".."))
        g_string_append (self->path, segment[1] == '\0' ? "%2E" : "%2E%2E");
      else
        g_string_append_uri_escaped (self->path, segment, NULL, FALSE);
    }
  va_end (args);
}

/**
 * wa_request_get_path:
 *
 * Returns: the path below the account's address, escaped, with a leading slash
 */
const char *
wa_request_get_path (const WaRequest *self)
{
  return self->path->str;
}

/**
 * wa_request_set_base:
 * @base: (nullable): an address that the user entered; instead of the account's
 */
void
wa_request_set_base (WaRequest  *self,
                     const char *base)
{
  wa_set_str (&self->base, base);
}

const char *
wa_request_get_base (const WaRequest *self)
{
  return self->base;
}

/**
 * wa_request_add_query:
 * @value: (nullable): not yet escaped
 */
void
wa_request_add_query (WaRequest  *self,
                      const char *name,
                      const char *value)
{
  add_pair (self->query, name, value, FALSE);
}

void
wa_request_add_query_int (WaRequest  *self,
                          const char *name,
                          gint64      value)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  add_pair (self->query, name, text, FALSE);
}

void
wa_request_add_secret_query (WaRequest  *self,
                             const char *name,
                             const char *value)
{
  add_pair (self->query, name, value, TRUE);
}

/**
 * wa_request_get_query:
 *
 * Returns: (element-type WaPair): the query in order, not escaped
 */
GPtrArray *
wa_request_get_query (const WaRequest *self)
{
  return self->query;
}

static void
append_encoded (GString    *text,
                const char *value,
                gboolean    plus)
{
  gsize start = text->len;

  g_string_append_uri_escaped (text, value, NULL, FALSE);
  for (gsize i = start; plus && i < text->len; i++)
    if (strncmp (text->str + i, "%20", 3) == 0)
      {
        text->str[i] = '+';
        g_string_erase (text, (gssize) i + 1, 2);
      }
}

/* `plus` is how forms write a blank. */
static char *
encode_pairs (GPtrArray *pairs,
              gboolean   plus)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < pairs->len; i++)
    {
      const WaPair *pair = g_ptr_array_index (pairs, i);

      if (i > 0)
        g_string_append_c (text, '&');
      append_encoded (text, pair->name, plus);
      g_string_append_c (text, '=');
      append_encoded (text, pair->value, plus);
    }

  return g_string_free (text, FALSE);
}

/**
 * wa_request_dup_query:
 *
 * Returns: (transfer full) (nullable): the query as it stands in the address, without `?`; %NULL where there is none
 */
char *
wa_request_dup_query (const WaRequest *self)
{
  return self->query->len > 0 ? encode_pairs (self->query, FALSE) : NULL;
}

void
wa_request_add_header (WaRequest  *self,
                       const char *name,
                       const char *value)
{
  add_pair (self->headers, name, value, FALSE);
}

void
wa_request_add_secret_header (WaRequest  *self,
                              const char *name,
                              const char *value)
{
  add_pair (self->headers, name, value, TRUE);
}

/**
 * wa_request_get_headers:
 *
 * Returns: (element-type WaPair): the headers in order; not those that follow from the body
 */
GPtrArray *
wa_request_get_headers (const WaRequest *self)
{
  return self->headers;
}

WaBodyKind
wa_request_get_body_kind (const WaRequest *self)
{
  return self->body_kind;
}

/**
 * wa_request_take_json:
 * @node: (transfer full): the body
 */
void
wa_request_take_json (WaRequest *self,
                      JsonNode  *node)
{
  g_clear_pointer (&self->json, json_node_unref);
  self->json = node;
  self->body_kind = WA_BODY_JSON;
}

/**
 * wa_request_take_json_object:
 * @object: (transfer full): the body
 */
void
wa_request_take_json_object (WaRequest  *self,
                             JsonObject *object)
{
  JsonNode *node = json_node_alloc ();

  json_node_init_object (node, object);
  json_object_unref (object);
  wa_request_take_json (self, node);
}

/**
 * wa_request_get_json:
 *
 * Returns: (transfer none) (nullable): the body, where it is JSON
 */
JsonNode *
wa_request_get_json (const WaRequest *self)
{
  return self->json;
}

/**
 * wa_request_set_form:
 *
 * Makes the body a form, also while it has no field yet.
 */
void
wa_request_set_form (WaRequest *self)
{
  if (self->body_kind != WA_BODY_MULTIPART)
    self->body_kind = WA_BODY_FORM;
}

void
wa_request_add_field (WaRequest  *self,
                      const char *name,
                      const char *value)
{
  wa_request_set_form (self);
  add_pair (self->fields, name, value, FALSE);
}

void
wa_request_add_secret_field (WaRequest  *self,
                             const char *name,
                             const char *value)
{
  wa_request_set_form (self);
  add_pair (self->fields, name, value, TRUE);
}

/**
 * wa_request_add_file:
 *
 * Makes the body multipart: the fields first, then the files, each in order.
 */
void
wa_request_add_file (WaRequest  *self,
                     const char *name,
                     const char *filename,
                     const char *content_type,
                     GBytes     *bytes)
{
  WaPart *part = g_new0 (WaPart, 1);

  part->name = g_strdup (name);
  part->filename = g_strdup (filename);
  part->content_type = g_strdup (content_type);
  part->bytes = g_bytes_ref (bytes);
  g_ptr_array_add (self->files, part);
  self->body_kind = WA_BODY_MULTIPART;
}

/**
 * wa_request_get_fields:
 *
 * Returns: (element-type WaPair): the fields of a form or a multipart body
 */
GPtrArray *
wa_request_get_fields (const WaRequest *self)
{
  return self->fields;
}

/**
 * wa_request_get_files:
 *
 * Returns: (element-type WaPart): the files of a multipart body
 */
GPtrArray *
wa_request_get_files (const WaRequest *self)
{
  return self->files;
}

/**
 * wa_request_set_timeout:
 * @seconds: for the whole request; 30 unless set
 */
void
wa_request_set_timeout (WaRequest *self,
                        guint      seconds)
{
  self->timeout = seconds;
}

guint
wa_request_get_timeout (const WaRequest *self)
{
  return self->timeout;
}

/**
 * wa_request_set_most_bytes:
 * @bytes: of an answer that is taken; 16 MB unless set
 */
void
wa_request_set_most_bytes (WaRequest *self,
                           gsize      bytes)
{
  self->most_bytes = bytes;
}

gsize
wa_request_get_most_bytes (const WaRequest *self)
{
  return self->most_bytes;
}

static GBytes *
multipart_body (const WaRequest  *self,
                char            **content_type)
{
  g_autoptr(SoupMultipart) multipart = soup_multipart_new (SOUP_FORM_MIME_TYPE_MULTIPART);
  g_autoptr(SoupMessageHeaders) headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_MULTIPART);
  GBytes *body = NULL;

  for (guint i = 0; i < self->fields->len; i++)
    {
      const WaPair *pair = g_ptr_array_index (self->fields, i);

      soup_multipart_append_form_string (multipart, pair->name, pair->value);
    }
  for (guint i = 0; i < self->files->len; i++)
    {
      const WaPart *part = g_ptr_array_index (self->files, i);

      soup_multipart_append_form_file (multipart, part->name, part->filename, part->content_type, part->bytes);
    }

  soup_multipart_to_message (multipart, headers, &body);
  *content_type = g_strdup (soup_message_headers_get_one (headers, "Content-Type"));

  return body;
}

/**
 * wa_request_dup_body:
 * @content_type: (out) (transfer full) (nullable): what the body is
 *
 * Returns: (transfer full) (nullable): the body's bytes; %NULL where there is no body
 */
GBytes *
wa_request_dup_body (const WaRequest  *self,
                     char            **content_type)
{
  *content_type = NULL;

  switch (self->body_kind)
    {
    case WA_BODY_JSON:
      {
        char *text = json_to_string (self->json, FALSE);

        *content_type = g_strdup ("application/json");
        return g_bytes_new_take (text, strlen (text));
      }
    case WA_BODY_FORM:
      {
        char *text = encode_pairs (self->fields, TRUE);

        *content_type = g_strdup ("application/x-www-form-urlencoded");
        return g_bytes_new_take (text, strlen (text));
      }
    case WA_BODY_MULTIPART:
      return multipart_body (self, content_type);
    case WA_BODY_NONE:
    default:
      return NULL;
    }
}

/* How a header says what kind of key follows is not secret, and worth seeing. */
static const char *
masked (const WaPair *pair)
{
  return g_str_has_prefix (pair->value, "Bearer ") ? "Bearer ***" : "***";
}

static JsonNode *
describe_pairs (GPtrArray *pairs,
                gboolean   mask)
{
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_alloc ();

  for (guint i = 0; i < pairs->len; i++)
    {
      const WaPair *pair = g_ptr_array_index (pairs, i);

      json_object_set_string_member (object, pair->name, mask && pair->secret ? masked (pair) : pair->value);
    }

  json_node_init_object (node, object);
  json_object_unref (object);

  return node;
}

static JsonNode *
describe_files (GPtrArray *files)
{
  JsonArray *array = json_array_new ();
  JsonNode *node = json_node_alloc ();

  for (guint i = 0; i < files->len; i++)
    {
      const WaPart *part = g_ptr_array_index (files, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "name", part->name);
      json_object_set_string_member (object, "filename", part->filename);
      json_object_set_string_member (object, "content_type", part->content_type);
      json_array_add_object_element (array, object);
    }

  json_node_init_array (node, array);
  json_array_unref (array);

  return node;
}

static JsonNode *
describe_body (const WaRequest *self,
               gboolean         mask)
{
  JsonObject *object;
  JsonNode *node;

  switch (self->body_kind)
    {
    case WA_BODY_JSON:
      return json_node_copy (self->json);
    case WA_BODY_FORM:
      return describe_pairs (self->fields, mask);
    case WA_BODY_MULTIPART:
      object = json_object_new ();
      json_object_set_member (object, "fields", describe_pairs (self->fields, mask));
      json_object_set_member (object, "files", describe_files (self->files));
      node = json_node_init_object (json_node_alloc (), object);
      json_object_unref (object);
      return node;
    case WA_BODY_NONE:
    default:
      return json_node_new (JSON_NODE_NULL);
    }
}

/**
 * wa_request_describe:
 * @mask: whether credentials are shown as `***`
 *
 * Writes the request down the way the golden vectors do: `method`, `path`, `query`, `headers`,
 * `content_type`, `request`.
 *
 * Returns: (transfer full): a JSON object
 */
JsonNode *
wa_request_describe (const WaRequest *self,
                     gboolean         mask)
{
  static const char *const types[] = {
    [WA_BODY_JSON] = "application/json",
    [WA_BODY_FORM] = "application/x-www-form-urlencoded",
    [WA_BODY_MULTIPART] = "multipart/form-data",
  };
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_alloc ();

  json_object_set_string_member (object, "method", self->method);
  json_object_set_string_member (object, "path", self->path->str);
  json_object_set_member (object, "query", describe_pairs (self->query, mask));
  json_object_set_member (object, "headers", describe_pairs (self->headers, mask));
  if (self->body_kind == WA_BODY_NONE)
    json_object_set_null_member (object, "content_type");
  else
    json_object_set_string_member (object, "content_type", types[self->body_kind]);
  json_object_set_member (object, "request", describe_body (self, mask));

  json_node_init_object (node, object);
  json_object_unref (object);

  return node;
}
