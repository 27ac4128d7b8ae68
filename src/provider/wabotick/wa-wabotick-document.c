/* wa-wabotick-document.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "provider/wabotick/wa-wabotick-private.h"

/* Every answer is put right once, before anything reads, keeps or shows any of it: Meta's token is dropped
 * wherever it stands, strings that hold JSON are opened, times without a zone are in the account's and become
 * UTC. */

/* A string within a string within a string is as deep as any answer goes. */
#define MOST_LEVELS 4

static const char *const opened_names[] = {
  "button_content", "checkout_settings", "message", "message_content", "reaction_data", "shipping_address",
  "template_json", "template_jsoncode", "variable_map", NULL
};

static const char *const time_names[] = {
  "checkout_timestamp", "conversation_time", "created_at", "delivery_status_updated_at", "failed_time",
  "ordered_at", "paid_at", "read_time", "status_changed_at", "updated_at", NULL
};

typedef struct
{
  GTimeZone *zone;
  guint      level;
} Opener;

static JsonNode *put_right (Opener     *opener,
                            const char *name,
                            JsonNode   *node);

static gboolean
is_secret (const char *name)
{
  return g_ascii_strcasecmp (name, "access_token") == 0;
}

static gboolean
looks_like_json (const char *text)
{
  const char *start = text + strspn (text, " \t\r\n");

  return *start == '{' || *start == '[';
}

static gboolean
holds_secret (const char *text)
{
  g_autofree char *lower = g_ascii_strdown (text, -1);

  return strstr (lower, "access_token") != NULL;
}

static JsonNode *
new_text (const char *text)
{
  return json_node_init_string (json_node_alloc (), text);
}

static JsonNode *
new_time (Opener     *opener,
          const char *text)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_iso8601 (text, opener->zone);
  g_autoptr(GDateTime) utc = time != NULL ? g_date_time_to_utc (time) : NULL;
  g_autofree char *formatted = utc != NULL ? g_date_time_format_iso8601 (utc) : NULL;

  return new_text (formatted != NULL ? formatted : text);
}

static JsonNode *
open_text (Opener     *opener,
           const char *name,
           const char *text)
{
  g_autoptr(WaJsonDocument) document = wa_json_document_new_text (text, NULL);
  JsonNode *node;

  if (document == NULL)
    return NULL;

  opener->level++;
  node = put_right (opener, name, wa_json_document_get_root (document).node);
  opener->level--;

  return node;
}

/* JSON that can't be read may hide a token as well. */
static JsonNode *
put_text_right (Opener     *opener,
                const char *name,
                const char *text)
{
  gboolean opened = g_strv_contains (opened_names, name);
  JsonNode *node = NULL;

  if (g_strv_contains (time_names, name))
    return new_time (opener, text);
  if (!looks_like_json (text) || (!opened && !holds_secret (text)))
    return new_text (text);

  if (opener->level < MOST_LEVELS)
    node = open_text (opener, name, text);
  if (node == NULL)
    return new_text (holds_secret (text) ? "" : text);

  if (!opened)
    {
      g_autoptr(JsonNode) clean = node;
      g_autofree char *written = json_to_string (clean, FALSE);

      node = new_text (written);
    }

  return node;
}

static JsonNode *
put_object_right (Opener     *opener,
                  JsonObject *object)
{
  g_autoptr(GList) names = json_object_get_members (object);
  JsonObject *right = json_object_new ();
  JsonNode *node = json_node_alloc ();

  for (GList *l = names; l != NULL; l = l->next)
    if (!is_secret (l->data))
      json_object_set_member (right, l->data,
                              put_right (opener, l->data, json_object_get_member (object, l->data)));

  json_node_init_object (node, right);
  json_object_unref (right);

  return node;
}

static JsonNode *
put_list_right (Opener     *opener,
                const char *name,
                JsonArray  *list)
{
  JsonArray *right = json_array_new ();
  JsonNode *node = json_node_alloc ();

  for (guint i = 0; i < json_array_get_length (list); i++)
    json_array_add_element (right, put_right (opener, name, json_array_get_element (list, i)));

  json_node_init_array (node, right);
  json_array_unref (right);

  return node;
}

static JsonNode *
put_right (Opener     *opener,
           const char *name,
           JsonNode   *node)
{
  WaJson json = wa_json_from_node (node);

  if (wa_json_is (&json, WA_JSON_OBJECT))
    return put_object_right (opener, json_node_get_object (node));
  if (wa_json_is (&json, WA_JSON_LIST))
    return put_list_right (opener, name, json_node_get_array (node));
  if (wa_json_is (&json, WA_JSON_TEXT))
    return put_text_right (opener, name, json_node_get_string (node));

  return json_node_copy (node);
}

/* The system's own sample of a list of catalogs does not escape the quotes of the JSON that it puts into a
 * string. */
static GBytes *
repair_catalogs (GBytes *body)
{
  static const char *const opening = "\"checkout_settings\":\"{";
  gsize length;
  const char *data = g_bytes_get_data (body, &length);
  g_autofree char *text = g_strndup (data != NULL ? data : "", length);
  GString *repaired = g_string_new (NULL);
  const char *at = text;
  const char *found, *end;

  while ((found = strstr (at, opening)) != NULL && (end = strstr (found + strlen (opening), "}\"")) != NULL)
    {
      const char *inner = found + strlen (opening);

      g_string_append_len (repaired, at, inner - at);
      for (at = inner; at < end; at++)
        {
          if (*at == '"' && at[-1] != '\\')
            g_string_append_c (repaired, '\\');
          g_string_append_c (repaired, *at);
        }
    }
  g_string_append (repaired, at);

  return g_string_free_to_bytes (repaired);
}

static WaJsonDocument *
read_body (const WaOperation  *operation,
           GBytes             *body,
           GError            **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(GBytes) repaired = NULL;
  WaJsonDocument *document = wa_json_document_new_lenient (body, &local_error);

  if (document == NULL && g_str_equal (operation->number, "B28"))
    {
      repaired = repair_catalogs (body);
      document = wa_json_document_new_lenient (repaired, NULL);
    }
  if (document != NULL)
    return document;

  if (wa_is_web_page (body))
    g_set_error_literal (error, WA_ERROR, WA_ERROR_PROTOCOL,
                         _("The server answered with a web page. Check the address of the account."));
  else
    g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

/**
 * wa_wabotick_parse_document:
 *
 * Notices after the answer are tolerated.
 *
 * Returns: (transfer full): the answer without Meta's token, with its inner JSON opened
 */
WaJsonDocument *
wa_wabotick_parse_document (WaProvider         *provider,
                            const WaOperation  *operation,
                            GBytes             *body,
                            GError            **error)
{
  g_autoptr(WaJsonDocument) document = read_body (operation, body, error);
  const char *name = wa_provider_get_setting (provider, WA_WABOTICK_TIME_ZONE);
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (name);
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  Opener opener = { zone != NULL ? zone : utc, 0 };

  if (document == NULL)
    return NULL;

  return wa_json_document_new_node (put_right (&opener, "", wa_json_document_get_root (document).node));
}
