/* wa-json.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <math.h>
#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-json-scan.h"
#include "core/wa-json.h"

/* The only file that reads with json-glib.  Its typed getters print criticals or return rubbish on a wrong type, so
 * every reader here asks json_node_get_value_type() first, which never complains. */

struct _WaJsonDocument
{
  JsonNode *root;
};

static WaJsonDocument *
document_parse (GBytes    *bytes,
                gboolean   lenient,
                GError   **error)
{
  g_autoptr(JsonParser) parser = NULL;
  g_autoptr(GError) local_error = NULL;
  g_autofree char *rewritten = NULL;
  WaJsonDocument *document;
  WaJsonScan scan = { 0 };

  if (!wa_json_scan (bytes, lenient, &scan, error))
    return NULL;

  parser = json_parser_new ();
  rewritten = scan.rewritten;
  if (!json_parser_load_from_data (parser, scan.text, scan.length, &local_error) ||
      json_parser_get_root (parser) == NULL)
    {
      g_set_error_literal (error, WA_ERROR, WA_ERROR_PROTOCOL,
                           _("The answer is not valid JSON. Check the address of the account."));
      wa_error_set_passing (error ? *error : NULL, scan.cut_off);
      return NULL;
    }

  document = g_new0 (WaJsonDocument, 1);
  document->root = json_parser_steal_root (parser);

  return document;
}

/**
 * wa_json_document_new:
 * @bytes: an answer as it came
 *
 * Reads @bytes.  A byte-order mark is skipped; an empty document, text that is not UTF-8, comments, nesting deeper than
 * %WA_JSON_MAX_DEPTH and anything after the value are refused.  Integers that don't fit 64 bits become texts, as do
 * decimals that json-glib can't write again; half surrogates and NUL become U+FFFD.
 *
 * Returns: (transfer full): the document, or %NULL with %WA_ERROR_PROTOCOL
 */
WaJsonDocument *
wa_json_document_new (GBytes  *bytes,
                      GError **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  return document_parse (bytes, FALSE, error);
}

/**
 * wa_json_document_new_lenient:
 *
 * As wa_json_document_new(), but bytes after the first complete value are tolerated: some servers print notices there.
 */
WaJsonDocument *
wa_json_document_new_lenient (GBytes  *bytes,
                              GError **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  return document_parse (bytes, TRUE, error);
}

/**
 * wa_json_document_new_text:
 *
 * As wa_json_document_new(), for a text that itself holds JSON.
 */
WaJsonDocument *
wa_json_document_new_text (const char  *text,
                           GError     **error)
{
  g_autoptr(GBytes) bytes = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  bytes = g_bytes_new_static (text, strlen (text));

  return document_parse (bytes, FALSE, error);
}

/**
 * wa_json_document_new_node:
 * @root: (transfer full): made from what another document holds
 *
 * Returns: (transfer full): a document that somebody put right after it was read
 */
WaJsonDocument *
wa_json_document_new_node (JsonNode *root)
{
  WaJsonDocument *document = g_new0 (WaJsonDocument, 1);

  document->root = root;

  return document;
}

WaJson
wa_json_document_get_root (const WaJsonDocument *document)
{
  return wa_json_from_node (document->root);
}

void
wa_json_document_free (WaJsonDocument *document)
{
  json_node_unref (document->root);
  g_free (document);
}

/**
 * wa_json_from_node:
 * @node: (nullable): a node that outlives the place
 */
WaJson
wa_json_from_node (JsonNode *node)
{
  return (WaJson) { .node = node };
}

/**
 * wa_json_member:
 * @name: a member's name, whatever characters it has
 *
 * Returns: the member's place; absent where @json is no object or has no such member
 */
WaJson
wa_json_member (const WaJson *json,
                const char   *name)
{
  WaJson child = { .parent = json, .step = name };

  if (json->node != NULL && JSON_NODE_HOLDS_OBJECT (json->node))
    child.node = json_object_get_member (json_node_get_object (json->node), name);

  return child;
}

/**
 * wa_json_element:
 *
 * Returns: the place of element @index; absent where @json is no list or is shorter
 */
WaJson
wa_json_element (const WaJson *json,
                 guint         index)
{
  WaJson child = { .parent = json, .index = index };

  if (index < wa_json_length (json))
    child.node = json_array_get_element (json_node_get_array (json->node), index);

  return child;
}

/**
 * wa_json_find:
 * @path: members joined by dots, with elements in brackets: `data.messages[0].id`
 *
 * Goes several steps at once.
 *
 * Returns: the place, which keeps @path: it must be a literal or outlive the place
 */
WaJson
wa_json_find (const WaJson *json,
              const char   *path)
{
  WaJson place = *json;
  const char *at = path;

  /* Nearly every path is one name. */
  if (path[0] != '\0' && path[strcspn (path, ".[")] == '\0')
    return wa_json_member (json, path);

  while (*at != '\0' && place.node != NULL)
    {
      WaJson here = place;

      if (*at == '[')
        {
          char *end;

          place = wa_json_element (&here, (guint) strtoul (at + 1, &end, 10));
          at = end + 1;
        }
      else
        {
          g_autofree char *name = NULL;

          at += *at == '.';
          name = g_strndup (at, strcspn (at, ".["));
          place = wa_json_member (&here, name);
          at += strlen (name);
        }
    }

  return (WaJson) { .node = place.node, .parent = json, .step = path };
}

/**
 * wa_json_length:
 *
 * Returns: how many elements the list has; 0 for anything else
 */
guint
wa_json_length (const WaJson *json)
{
  if (json->node == NULL || !JSON_NODE_HOLDS_ARRAY (json->node))
    return 0;

  return json_array_get_length (json_node_get_array (json->node));
}

/**
 * wa_json_dup_names:
 *
 * Returns: (transfer full): the members' names in the document's order; empty for anything but an object
 */
char **
wa_json_dup_names (const WaJson *json)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();

  if (wa_json_is (json, WA_JSON_OBJECT))
    {
      g_autoptr(GList) members = json_object_get_members (json_node_get_object (json->node));

      for (GList *l = members; l != NULL; l = l->next)
        g_strv_builder_add (names, l->data);
    }

  return g_strv_builder_end (names);
}

WaJsonKind
wa_json_kind (const WaJson *json)
{
  GType type;

  if (json->node == NULL)
    return WA_JSON_ABSENT;

  switch (json_node_get_node_type (json->node))
    {
    case JSON_NODE_OBJECT:
      return WA_JSON_OBJECT;
    case JSON_NODE_ARRAY:
      return WA_JSON_LIST;
    case JSON_NODE_NULL:
      return WA_JSON_NULL;
    case JSON_NODE_VALUE:
    default:
      break;
    }

  type = json_node_get_value_type (json->node);
  if (type == G_TYPE_STRING)
    return WA_JSON_TEXT;
  if (type == G_TYPE_INT64)
    return WA_JSON_NUMBER;
  if (type == G_TYPE_DOUBLE)
    return WA_JSON_DECIMAL;

  return WA_JSON_BOOLEAN;
}

gboolean
wa_json_is (const WaJson *json,
            WaJsonKind    kind)
{
  return wa_json_kind (json) == kind;
}

/**
 * wa_json_dup_path:
 *
 * Returns: (transfer full): the way to the place, such as `data.templates[3].name`
 */
char *
wa_json_dup_path (const WaJson *json)
{
  g_autofree char *before = NULL;

  if (json->parent == NULL)
    return g_strdup (json->step ? json->step : "");

  before = wa_json_dup_path (json->parent);
  if (json->step == NULL)
    return g_strdup_printf ("%s[%u]", before, json->index);

  return g_strconcat (before,
                      before[0] != '\0' && json->step[0] != '[' && json->step[0] != '\0' ? "." : "",
                      json->step, NULL);
}

/**
 * wa_json_kind_title:
 *
 * Returns: the kind in words, for errors that name it
 */
const char *
wa_json_kind_title (WaJsonKind kind)
{
  switch (kind)
    {
    case WA_JSON_ABSENT:
      return _("nothing");
    case WA_JSON_NULL:
      return _("null");
    case WA_JSON_BOOLEAN:
      return _("true or false");
    case WA_JSON_NUMBER:
      return _("an integer");
    case WA_JSON_DECIMAL:
      return _("a number");
    case WA_JSON_TEXT:
      return _("a string");
    case WA_JSON_LIST:
      return _("a list");
    case WA_JSON_OBJECT:
    default:
      return _("an object");
    }
}

/**
 * wa_json_get_text:
 *
 * Returns: (nullable): the text, owned by the document; %NULL for anything but a string
 */
const char *
wa_json_get_text (const WaJson *json)
{
  return wa_json_is (json, WA_JSON_TEXT) ? json_node_get_string (json->node) : NULL;
}

/**
 * wa_json_dup_scalar:
 *
 * Reads what providers write now as a string, now as a number: identifiers, counters, prices.
 *
 * Returns: (transfer full) (nullable): the text; %NULL for null, booleans, lists, objects
 */
char *
wa_json_dup_scalar (const WaJson *json)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  switch (wa_json_kind (json))
    {
    case WA_JSON_TEXT:
      return g_strdup (json_node_get_string (json->node));
    case WA_JSON_NUMBER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (json->node));
    case WA_JSON_DECIMAL:
      return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.15g", json_node_get_double (json->node)));
    case WA_JSON_ABSENT:
    case WA_JSON_NULL:
    case WA_JSON_BOOLEAN:
    case WA_JSON_LIST:
    case WA_JSON_OBJECT:
    default:
      return NULL;
    }
}

/**
 * wa_json_get_flag:
 * @fallback: for anything that says neither
 *
 * Accepts a boolean, `"true"`/`"false"` in any case, and 1/0 as number or text.
 */
gboolean
wa_json_get_flag (const WaJson *json,
                  gboolean      fallback)
{
  g_autofree char *text = NULL;

  if (wa_json_is (json, WA_JSON_BOOLEAN))
    return json_node_get_boolean (json->node);

  text = wa_json_dup_scalar (json);
  if (text == NULL)
    return fallback;
  if (g_ascii_strcasecmp (text, "true") == 0 || strcmp (text, "1") == 0)
    return TRUE;
  if (g_ascii_strcasecmp (text, "false") == 0 || strcmp (text, "0") == 0)
    return FALSE;

  return fallback;
}

/**
 * wa_json_get_integer:
 * @fallback: for anything that is no integer
 *
 * Accepts an integer, and a string of digits.
 */
gint64
wa_json_get_integer (const WaJson *json,
                     gint64        fallback)
{
  const char *text;
  gint64 value;

  if (wa_json_is (json, WA_JSON_NUMBER))
    return json_node_get_int (json->node);

  text = wa_json_get_text (json);
  if (text != NULL && g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &value, NULL))
    return value;

  return fallback;
}

/**
 * wa_json_get_decimal:
 *
 * Accepts a number, and a string that holds one with a decimal point.
 */
double
wa_json_get_decimal (const WaJson *json,
                     double        fallback)
{
  const char *text;
  char *end;
  double value;

  if (wa_json_is (json, WA_JSON_NUMBER) || wa_json_is (json, WA_JSON_DECIMAL))
    {
      value = json_node_get_double (json->node);
      return isfinite (value) ? value : fallback;
    }

  text = wa_json_get_text (json);
  if (text == NULL || text[0] == '\0')
    return fallback;

  value = g_ascii_strtod (text, &end);

  return *end == '\0' && isfinite (value) ? value : fallback;
}

/**
 * wa_parse_time:
 * @text: (nullable): ISO 8601; without a zone it is taken as UTC
 *
 * Returns: (transfer full) (nullable): the time in UTC; %NULL where @text is no time
 */
GDateTime *
wa_parse_time (const char *text)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GDateTime) time = NULL;

  if (text == NULL)
    return NULL;

  time = g_date_time_new_from_iso8601 (text, utc);

  return time != NULL ? g_date_time_to_utc (time) : NULL;
}

/**
 * wa_json_dup_time:
 *
 * Accepts ISO 8601 text and Unix seconds as number or text.
 *
 * Returns: (transfer full) (nullable): the time in UTC; %NULL where there is none
 */
GDateTime *
wa_json_dup_time (const WaJson *json)
{
  gint64 seconds = wa_json_get_integer (json, -1);

  if (seconds >= 0)
    return g_date_time_new_from_unix_utc (seconds);

  return wa_parse_time (wa_json_get_text (json));
}

/**
 * wa_json_dup_texts:
 *
 * Returns: (transfer full): the strings and numbers of a list, as text; elements of another kind are left out
 */
char **
wa_json_dup_texts (const WaJson *json)
{
  g_autoptr(GStrvBuilder) texts = g_strv_builder_new ();
  guint n = wa_json_length (json);

  for (guint i = 0; i < n; i++)
    {
      WaJson element = wa_json_element (json, i);
      g_autofree char *text = wa_json_dup_scalar (&element);

      if (text != NULL)
        g_strv_builder_add (texts, text);
    }

  return g_strv_builder_end (texts);
}

/**
 * wa_json_to_text:
 *
 * Returns: (transfer full) (nullable): the place and what is below it as JSON; %NULL where it is absent
 */
char *
wa_json_to_text (const WaJson *json)
{
  return json->node != NULL ? json_to_string (json->node, FALSE) : NULL;
}

/**
 * wa_json_require:
 * @kind: what must stand here
 *
 * Returns: %TRUE, or %FALSE with %WA_ERROR_PROTOCOL that says where, what was expected and what was found
 */
gboolean
wa_json_require (const WaJson  *json,
                 WaJsonKind     kind,
                 GError       **error)
{
  WaJsonKind found = wa_json_kind (json);
  g_autofree char *path = NULL;

  if (found == kind)
    return TRUE;

  path = wa_json_dup_path (json);
  /* Translators: a place in an answer, then two kinds: "data.name: expected a string, found null" */
  g_set_error (error, WA_ERROR, WA_ERROR_PROTOCOL, _("%s: expected %s, found %s"),
               path[0] != '\0' ? path : _("The answer"), wa_json_kind_title (kind), wa_json_kind_title (found));

  return FALSE;
}

/**
 * wa_json_require_text:
 *
 * Returns: the text, owned by the document, or %NULL with %WA_ERROR_PROTOCOL
 */
const char *
wa_json_require_text (const WaJson  *json,
                      GError       **error)
{
  return wa_json_require (json, WA_JSON_TEXT, error) ? json_node_get_string (json->node) : NULL;
}
