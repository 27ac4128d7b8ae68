/* wa-whatomate-canned.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-util.h"
#include "model/wa-canned-response.h"
#include "model/wa-limits.h"
#include "model/wa-target.h"
#include "provider/wa-checks.h"
#include "provider/wa-writing.h"
#include "provider/whatomate/wa-whatomate-private.h"

#define MOST_NAME_CHARACTERS 255

static const WaMapping canned_rows[] = {
  { "id", "remote-id", WA_MAP_REQUIRED },
  { "name", "name", WA_MAP_REQUIRED },
  { "shortcut", "shortcut" },
  { "content", "text" },
  { "category", "category" },
  { "is_active", "active" },
  { "usage_count", "usage-count" },
  { "created_at", "created" },
  { "updated_at", "updated" },
  { NULL }
};

static const WaMappingTable canned_table = { wa_canned_response_get_type, canned_rows };

/* Those that are switched off are wanted only by whoever wants everything. */
WA_WHATOMATE_BUILD (canned_responses)
{
  WaQuery *query = WA_QUERY (args);

  wa_whatomate_begin (provider, request, "GET");
  wa_request_append_path (request, "api", "canned-responses", NULL);
  if (!wa_query_get_everything (query))
    wa_request_add_query (request, "active_only", "true");
  wa_whatomate_add_text (request, "search", wa_query_get_search (query));

  return TRUE;
}

WA_WHATOMATE_PARSE (canned_responses)
{
  return wa_whatomate_read_page (&canned_table, args, answer, "canned_responses", error);
}

static gboolean
set_canned (WaProvider  *provider,
            const char  *id,
            WaRequest   *request,
            const char  *method,
            const char  *part,
            GError     **error)
{
  if (!wa_whatomate_check_id (id, error))
    return FALSE;

  wa_whatomate_begin (provider, request, method);
  wa_request_append_path (request, "api", "canned-responses", id, part, NULL);

  return TRUE;
}

WA_WHATOMATE_BUILD (canned_response)
{
  return set_canned (provider, wa_target_get_remote_id (WA_TARGET (args)), request, "GET", NULL, error);
}

WA_WHATOMATE_PARSE (canned_response)
{
  WaJson data = wa_json_member (answer, "data");

  return wa_mapping_read (&canned_table, &data, error);
}

static JsonObject *
canned_new (WaCannedResponse  *canned,
            GError           **error)
{
  JsonObject *body;

  if (!wa_check_text (wa_canned_response_get_name (canned), _("Name"), MOST_NAME_CHARACTERS, error) ||
      !wa_check_text (wa_canned_response_get_text (canned), _("Text"), WA_LIMIT_TEXT, error))
    return NULL;

  body = json_object_new ();
  json_object_set_string_member (body, "name", wa_canned_response_get_name (canned));
  json_object_set_string_member (body, "content", wa_canned_response_get_text (canned));

  return body;
}

WA_WHATOMATE_BUILD (create_canned)
{
  WaCannedResponse *canned = WA_CANNED_RESPONSE (args);
  JsonObject *body = canned_new (canned, error);

  if (body == NULL)
    return FALSE;

  wa_write_text (body, "shortcut", wa_canned_response_get_shortcut (canned));
  wa_write_text (body, "category", wa_canned_response_get_category (canned));
  wa_whatomate_begin (provider, request, "POST");
  wa_request_append_path (request, "api", "canned-responses", NULL);
  wa_request_take_json_object (request, body);

  return TRUE;
}

/* What is left out is blanked, and switched off. */
WA_WHATOMATE_BUILD (update_canned)
{
  WaCannedResponse *canned = WA_CANNED_RESPONSE (args);
  JsonObject *body = canned_new (canned, error);

  if (body == NULL)
    return FALSE;

  json_object_set_string_member (body, "shortcut", wa_canned_response_get_shortcut (canned));
  json_object_set_string_member (body, "category", wa_canned_response_get_category (canned));
  json_object_set_boolean_member (body, "is_active", wa_canned_response_get_active (canned));
  wa_request_take_json_object (request, body);

  return set_canned (provider, wa_canned_response_get_remote_id (canned), request, "PUT", NULL, error);
}

WA_WHATOMATE_BUILD (delete_canned)
{
  return set_canned (provider, wa_target_get_remote_id (WA_TARGET (args)), request, "DELETE", NULL, error);
}

WA_WHATOMATE_BUILD (use_canned)
{
  return set_canned (provider, wa_target_get_remote_id (WA_TARGET (args)), request, "POST", "use", error);
}
