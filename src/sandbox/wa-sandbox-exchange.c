/* wa-sandbox-exchange.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "core/wa-util.h"
#include "sandbox/wa-sandbox-dialect.h"

G_DEFINE_QUARK (wa-sandbox-error, wa_sandbox_error)

static void
file_free (gpointer data)
{
  WaSandboxFile *file = data;

  g_free (file->name);
  g_free (file->filename);
  g_free (file->mime_type);
  g_bytes_unref (file->bytes);
  g_free (file);
}

/* The base path is taken off; where it isn't there, no route fits. */
static const char *
get_path (const WaSandboxDialect *dialect,
          SoupServerMessage      *message)
{
  const char *path = g_uri_get_path (soup_server_message_get_uri (message));

  return g_str_has_prefix (path, dialect->base_path) ? path + strlen (dialect->base_path) : "";
}

/* Fills the arguments of a pattern's {} as it goes. */
static gboolean
matches (const char *pattern,
         const char *path,
         GPtrArray  *arguments)
{
  g_auto(GStrv) wanted = g_strsplit (pattern, "/", -1);
  g_auto(GStrv) given = g_strsplit (path, "/", -1);
  guint n_given = g_strv_length (given);

  g_ptr_array_set_size (arguments, 0);

  if (n_given > 2 && *given[n_given - 1] == '\0')
    n_given--;
  if (g_strv_length (wanted) != n_given)
    return FALSE;

  for (guint i = 0; i < n_given; i++)
    {
      g_autofree char *segment = g_uri_unescape_string (given[i], NULL);

      if (wa_is_empty (segment) != wa_is_empty (wanted[i]))
        return FALSE;
      if (g_str_equal (wanted[i], "{}"))
        g_ptr_array_add (arguments, g_steal_pointer (&segment));
      else if (g_strcmp0 (wanted[i], segment) != 0)
        return FALSE;
    }

  return TRUE;
}

static const WaSandboxRoute *
find_route (WaSandboxExchange  *self,
            GError            **error)
{
  gboolean known = FALSE;

  for (guint i = 0; i < self->dialect->n_routes; i++)
    {
      const WaSandboxRoute *route = &self->dialect->routes[i];

      if (!matches (route->pattern, self->path, self->arguments))
        continue;
      if (g_str_equal (route->method, self->method))
        return route;
      known = TRUE;
    }

  if (known)
    wa_sandbox_refuse (error, SOUP_STATUS_METHOD_NOT_ALLOWED, "Method not allowed");
  else
    wa_sandbox_refuse (error, SOUP_STATUS_NOT_FOUND, "Route not found");
  return NULL;
}

static gboolean
is_allowed (const char *names,
            const char *name)
{
  g_auto(GStrv) list = g_strsplit (wa_or_empty (names), " ", -1);

  for (guint i = 0; list[i]; i++)
    {
      gsize length = strlen (list[i]);

      if (g_str_equal (list[i], name))
        return TRUE;
      if (length > 1 && list[i][length - 1] == '*' && strncmp (list[i], name, length - 1) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
check_query (WaSandboxExchange     *self,
             const WaSandboxRoute  *route,
             GError               **error)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, self->query);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      if (!is_allowed (route->query, name) && !is_allowed (self->dialect->query, name))
        return wa_sandbox_refuse (error, 400, "Unknown query parameter %s", (const char *) name);
    }

  return TRUE;
}

static gboolean
read_json (WaSandboxExchange  *self,
           GBytes             *body,
           GError            **error)
{
  g_autoptr(GError) problem = NULL;

  self->document = wa_json_document_new (body, &problem);
  if (!self->document)
    return wa_sandbox_refuse (error, 400, "Malformed JSON in request body: %s", problem->message);

  self->json = wa_json_document_get_root (self->document);
  return TRUE;
}

static gboolean
read_form (WaSandboxExchange  *self,
           GBytes             *body,
           GError            **error)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (body, &length);
  g_autofree char *text = g_strndup (data, length);
  g_autoptr(GHashTable) form = soup_form_decode (text);
  GHashTableIter iter;
  gpointer name, value;

  g_hash_table_iter_init (&iter, form);
  while (g_hash_table_iter_next (&iter, &name, &value))
    g_hash_table_insert (self->form, g_strdup (name), g_strdup (value));

  return TRUE;
}

static void
read_part (WaSandboxExchange  *self,
           SoupMessageHeaders *headers,
           GBytes             *bytes)
{
  g_autofree char *disposition = NULL;
  g_autoptr(GHashTable) params = NULL;
  const char *name, *filename;

  if (!soup_message_headers_get_content_disposition (headers, &disposition, &params))
    return;

  name = g_hash_table_lookup (params, "name");
  filename = g_hash_table_lookup (params, "filename");

  if (filename)
    {
      WaSandboxFile *file = g_new0 (WaSandboxFile, 1);

      file->name = g_strdup (wa_or_empty (name));
      file->filename = g_strdup (filename);
      file->mime_type = g_strdup (soup_message_headers_get_content_type (headers, NULL));
      file->bytes = g_bytes_ref (bytes);
      g_ptr_array_add (self->files, file);
    }
  else if (name)
    {
      g_hash_table_insert (self->form, g_strdup (name),
                           g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)));
    }
}

static gboolean
read_multipart (WaSandboxExchange  *self,
                GBytes             *body,
                GError            **error)
{
  g_autoptr(SoupMultipart) multipart = NULL;

  multipart = soup_multipart_new_from_message (soup_server_message_get_request_headers (self->message), body);
  if (!multipart)
    return wa_sandbox_refuse (error, 400, "Malformed form-data");

  for (int i = 0; i < soup_multipart_get_length (multipart); i++)
    {
      SoupMessageHeaders *headers = NULL;
      GBytes *bytes = NULL;

      if (soup_multipart_get_part (multipart, i, &headers, &bytes))
        read_part (self, headers, bytes);
    }

  return TRUE;
}

static gboolean
read_body (WaSandboxExchange    *self,
           WaSandboxRouteFlags   flags,
           GError              **error)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (self->message);
  const char *type = soup_message_headers_get_content_type (headers, NULL);
  g_autoptr(GBytes) body = soup_message_body_flatten (soup_server_message_get_request_body (self->message));
  gboolean wanted = flags & (WA_SANDBOX_JSON | WA_SANDBOX_FORM | WA_SANDBOX_MULTIPART);

  if (g_bytes_get_size (body) == 0)
    {
      if (wanted && !(flags & WA_SANDBOX_BODY_OPTIONAL))
        return wa_sandbox_refuse (error, 400, "The request body is missing");
      return TRUE;
    }

  if (flags & WA_SANDBOX_JSON && g_strcmp0 (type, "application/json") == 0)
    return read_json (self, body, error);
  if (flags & WA_SANDBOX_FORM && g_strcmp0 (type, SOUP_FORM_MIME_TYPE_URLENCODED) == 0)
    return read_form (self, body, error);
  if (flags & WA_SANDBOX_MULTIPART && g_strcmp0 (type, SOUP_FORM_MIME_TYPE_MULTIPART) == 0)
    return read_multipart (self, body, error);
  if (wanted)
    return wa_sandbox_refuse (error, 400, "This operation does not read a body of type %s",
                              type ? type : "(none)");

  return wa_sandbox_refuse (error, 400, "This operation takes no request body");
}

static void
set_json (WaSandboxExchange *self,
          JsonNode          *node)
{
  g_autoptr(JsonGenerator) generator = json_generator_new ();
  g_autoptr(GBytes) bytes = NULL;
  gsize length = 0;
  char *text;

  json_generator_set_root (generator, node);
  text = json_generator_to_data (generator, &length);
  bytes = g_bytes_new_take (text, length);
  wa_sandbox_exchange_set_bytes (self, "application/json; charset=utf-8", bytes);
}

static gboolean
check_key (WaSandboxExchange     *self,
           const WaSandboxRoute  *route,
           GError               **error)
{
  return route->flags & WA_SANDBOX_OPEN || self->dialect->check_key (self, error);
}

static JsonNode *
handle (WaSandboxExchange  *self,
        GError            **error)
{
  const WaSandboxRoute *route = find_route (self, error);
  gboolean late = self->dialect->key_in_body;

  if (!route
      || (!late && !check_key (self, route, error))
      || !check_query (self, route, error)
      || !read_body (self, route->flags, error)
      || (late && !check_key (self, route, error)))
    return NULL;

  return route->handle (self, error);
}

/**
 * wa_sandbox_refuse:
 * @error: where the refusal goes
 * @status: an HTTP status
 *
 * Refuses a request.
 *
 * Returns: %FALSE
 */
gboolean
wa_sandbox_refuse (GError     **error,
                   guint        status,
                   const char  *format,
                   ...)
{
  va_list args;

  va_start (args, format);
  g_propagate_error (error, g_error_new_valist (WA_SANDBOX_ERROR, status, format, args));
  va_end (args);

  return FALSE;
}

/**
 * wa_sandbox_exchange_new:
 * @query: (nullable): the decoded query
 *
 * Returns: (transfer full): an exchange that is not performed yet
 */
WaSandboxExchange *
wa_sandbox_exchange_new (const WaSandboxDialect *dialect,
                         SoupServerMessage      *message,
                         GHashTable             *query)
{
  WaSandboxExchange *self = g_new0 (WaSandboxExchange, 1);

  self->dialect = dialect;
  self->message = g_object_ref (message);
  self->method = soup_server_message_get_method (message);
  self->path = get_path (dialect, message);
  self->query = query ? g_hash_table_ref (query) : g_hash_table_new (g_str_hash, g_str_equal);
  self->form = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->files = g_ptr_array_new_with_free_func (file_free);
  self->arguments = g_ptr_array_new_with_free_func (g_free);
  self->status = SOUP_STATUS_OK;

  return self;
}

void
wa_sandbox_exchange_free (WaSandboxExchange *self)
{
  g_object_unref (self->message);
  g_hash_table_unref (self->query);
  g_hash_table_unref (self->form);
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->arguments);
  g_clear_pointer (&self->document, wa_json_document_free);
  g_clear_pointer (&self->answer, g_bytes_unref);
  g_free (self->mime_type);
  g_free (self);
}

/**
 * wa_sandbox_exchange_perform:
 *
 * Finds the operation, checks key, query and body, and lets the dialect answer.
 */
void
wa_sandbox_exchange_perform (WaSandboxExchange *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) node = handle (self, &error);

  if (error)
    wa_sandbox_exchange_fail (self, error->code, error->message);
  else if (node)
    set_json (self, node);
}

/**
 * wa_sandbox_exchange_fail:
 *
 * Answers with an error as the dialect says it.
 */
void
wa_sandbox_exchange_fail (WaSandboxExchange *self,
                          guint              status,
                          const char        *text)
{
  g_autoptr(JsonNode) node = NULL;

  self->status = status;
  node = self->dialect->say_error (self, status, text);
  if (node)
    set_json (self, node);
}

/**
 * wa_sandbox_exchange_get_argument:
 * @index: which {} of the route's pattern
 *
 * Returns: what stood there, decoded
 */
const char *
wa_sandbox_exchange_get_argument (WaSandboxExchange *self,
                                  guint              index)
{
  g_return_val_if_fail (index < self->arguments->len, "");

  return g_ptr_array_index (self->arguments, index);
}

/**
 * wa_sandbox_exchange_get_query:
 *
 * Returns: (nullable): the query member @name
 */
const char *
wa_sandbox_exchange_get_query (WaSandboxExchange *self,
                               const char        *name)
{
  return g_hash_table_lookup (self->query, name);
}

/**
 * wa_sandbox_exchange_get_form:
 *
 * Returns: (nullable): the form's field @name
 */
const char *
wa_sandbox_exchange_get_form (WaSandboxExchange *self,
                              const char        *name)
{
  return g_hash_table_lookup (self->form, name);
}

/**
 * wa_sandbox_exchange_dup_form:
 *
 * Returns: (transfer full): the form's fields as an object of texts, for wa_sandbox_check_object()
 */
JsonNode *
wa_sandbox_exchange_dup_form (WaSandboxExchange *self)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  GHashTableIter iter;
  gpointer name, value;

  json_node_take_object (node, json_object_new ());
  g_hash_table_iter_init (&iter, self->form);
  while (g_hash_table_iter_next (&iter, &name, &value))
    json_object_set_string_member (json_node_get_object (node), name, value);

  return node;
}

/**
 * wa_sandbox_exchange_get_header:
 *
 * Returns: (nullable): the request's header @name
 */
const char *
wa_sandbox_exchange_get_header (WaSandboxExchange *self,
                                const char        *name)
{
  return soup_message_headers_get_one (soup_server_message_get_request_headers (self->message), name);
}

/**
 * wa_sandbox_exchange_has_bearer:
 *
 * Returns: whether the request has the right key in `Authorization: Bearer`
 */
gboolean
wa_sandbox_exchange_has_bearer (WaSandboxExchange *self)
{
  g_autofree char *expected = g_strconcat ("Bearer ", self->key, NULL);

  return g_strcmp0 (wa_sandbox_exchange_get_header (self, "Authorization"), expected) == 0;
}

/**
 * wa_sandbox_exchange_read_count:
 * @name: a query member that must be a whole number from 1
 * @fallback: where the member is missing
 */
gboolean
wa_sandbox_exchange_read_count (WaSandboxExchange  *self,
                                const char         *name,
                                guint               fallback,
                                guint              *value,
                                GError            **error)
{
  const char *text = wa_sandbox_exchange_get_query (self, name);
  guint64 number = fallback;

  if (text && !g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT, &number, NULL))
    return wa_sandbox_refuse (error, 400, "%s must be a positive number", name);

  *value = number;
  return TRUE;
}

/**
 * wa_sandbox_exchange_check_choice:
 * @name: a query member
 * @choices: the allowed words, separated by blanks
 *
 * Refuses with 400 where the member is there and none of @choices.
 */
gboolean
wa_sandbox_exchange_check_choice (WaSandboxExchange  *self,
                                  const char         *name,
                                  const char         *choices,
                                  GError            **error)
{
  const char *text = wa_sandbox_exchange_get_query (self, name);
  g_auto(GStrv) words = g_strsplit (choices, " ", -1);

  if (text && !g_strv_contains ((const char *const *) words, text))
    return wa_sandbox_refuse (error, 400, "%s must be one of: %s", name, choices);

  return TRUE;
}

void
wa_sandbox_exchange_set_status (WaSandboxExchange *self,
                                guint              status)
{
  self->status = status;
}

/**
 * wa_sandbox_exchange_set_bytes:
 *
 * Answers with something else than JSON.
 */
void
wa_sandbox_exchange_set_bytes (WaSandboxExchange *self,
                               const char        *mime_type,
                               GBytes            *bytes)
{
  wa_set_str (&self->mime_type, mime_type);
  g_clear_pointer (&self->answer, g_bytes_unref);
  self->answer = g_bytes_ref (bytes);
}
