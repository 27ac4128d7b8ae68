/* wa-whatomate-tags.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "model/wa-tag.h"
#include "model/wa-target.h"
#include "provider/wa-checks.h"
#include "provider/whatomate/wa-whatomate-private.h"

/* Tags have no id: the name stands for it. */

#define MOST_NAME_CHARACTERS 50
#define USUAL_COLOR "gray"

static const WaMapping tag_rows[] = {
  { "name", "remote-id", WA_MAP_REQUIRED },
  { "name", "name", WA_MAP_REQUIRED },
  { "color", "color" },
  { "created_at", "created" },
  { NULL }
};

static const WaMappingTable tag_table = { wa_tag_get_type, tag_rows };

/* One tag without a page is how the generation of a server is found out. */
WA_WHATOMATE_BUILD (tags)
{
  WaQuery *query = WA_QUERY (args);

  wa_whatomate_begin (provider, request, "GET");
  wa_request_append_path (request, "api", "tags", NULL);
  if (wa_query_get_page_size (query) != 1)
    return wa_whatomate_add_page (query, request, error);

  wa_request_add_query_int (request, "limit", 1);

  return TRUE;
}

WA_WHATOMATE_PARSE (tags)
{
  GObject *page = wa_whatomate_read_page (&tag_table, args, answer, "tags", error);

  if (page != NULL)
    wa_provider_set_setting (provider, WA_WHATOMATE_GENERATION, WA_WHATOMATE_SECOND);

  return page;
}

static JsonObject *
tag_new (WaTag   *tag,
         GError **error)
{
  static const char *const colors[] = { "blue", "red", "green", "yellow", "purple", USUAL_COLOR, NULL };
  const char *color = wa_tag_get_color (tag);
  JsonObject *body;

  if (!wa_check_text (wa_tag_get_name (tag), _("Name"), MOST_NAME_CHARACTERS, error))
    return NULL;

  body = json_object_new ();
  json_object_set_string_member (body, "name", wa_tag_get_name (tag));
  json_object_set_string_member (body, "color", g_strv_contains (colors, color) ? color : USUAL_COLOR);

  return body;
}

WA_WHATOMATE_BUILD (create_tag)
{
  JsonObject *body = tag_new (WA_TAG (args), error);

  if (body == NULL)
    return FALSE;

  wa_whatomate_begin (provider, request, "POST");
  wa_request_append_path (request, "api", "tags", NULL);
  wa_request_take_json_object (request, body);

  return TRUE;
}

static gboolean
set_tag (WaProvider  *provider,
         WaRequest   *request,
         const char  *method,
         const char  *name,
         GError     **error)
{
  if (!wa_check_id (name, error))
    return FALSE;

  wa_whatomate_begin (provider, request, method);
  wa_request_append_path (request, "api", "tags", name, NULL);

  return TRUE;
}

/* The old name says which one, the new one stands in the body. */
WA_WHATOMATE_BUILD (update_tag)
{
  JsonObject *body = tag_new (WA_TAG (args), error);

  if (body == NULL)
    return FALSE;

  wa_request_take_json_object (request, body);

  return set_tag (provider, request, "PUT", wa_tag_get_remote_id (WA_TAG (args)), error);
}

WA_WHATOMATE_PARSE (tag)
{
  WaJson data = wa_json_member (answer, "data");

  return wa_mapping_read (&tag_table, &data, error);
}

WA_WHATOMATE_BUILD (delete_tag)
{
  return set_tag (provider, request, "DELETE", wa_target_get_remote_id (WA_TARGET (args)), error);
}
