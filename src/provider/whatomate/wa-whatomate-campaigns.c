/* wa-whatomate-campaigns.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-broadcast.h"
#include "model/wa-media-item.h"
#include "model/wa-receipt.h"
#include "model/wa-target.h"
#include "provider/wa-checks.h"
#include "provider/wa-writing.h"
#include "provider/whatomate/wa-whatomate-private.h"

#define MOST_NAME_CHARACTERS 255
#define MOST_MEDIA_BYTES (16 * 1024 * 1024)

static gboolean
refuse (GError     **error,
        WaError      code,
        const char  *text)
{
  g_set_error_literal (error, WA_ERROR, (int) code, text);

  return FALSE;
}

WA_WHATOMATE_BUILD (campaigns)
{
  WaQuery *query = WA_QUERY (args);

  wa_whatomate_begin (provider, request, "GET");
  wa_request_append_path (request, "api", "campaigns", NULL);
  wa_whatomate_add_text (request, "status", wa_query_get_status (query));
  if (!wa_whatomate_is_second (provider) && wa_is_empty (wa_query_get_cursor (query)))
    return TRUE;

  return wa_whatomate_add_page (query, request, error);
}

/* The documents have another word for one state. */
static gboolean
finish_campaign (gpointer       record,
                 const WaJson  *json,
                 GError       **error)
{
  if (g_str_equal (wa_broadcast_get_status (record), "sending"))
    wa_broadcast_set_status (record, "processing");
  wa_broadcast_set_scheduled (record, g_str_equal (wa_broadcast_get_status (record), "scheduled"));

  return TRUE;
}

static const WaMapping campaign_rows[] = {
  { "id", "remote-id", WA_MAP_REQUIRED },
  { "name", "name" },
  { "whatsapp_account", "account-name" },
  { "template_id", "template-id" },
  { "template_name", "template-name" },
  { "header_media_id", "media-id" },
  { "status", "status" },
  { "total_recipients", "total" },
  { "sent_count", "sent" },
  { "delivered_count", "delivered" },
  { "read_count", "read" },
  { "failed_count", "failed" },
  { "scheduled_at", "schedule-at" },
  { "started_at", "started" },
  { "completed_at", "completed" },
  { "created_at", "created" },
  { "updated_at", "updated" },
  { NULL }
};

static const WaMappingTable campaign_table = { wa_broadcast_get_type, campaign_rows, finish_campaign };

WA_WHATOMATE_PARSE (campaigns)
{
  return wa_whatomate_read_page (&campaign_table, args, answer, "campaigns", error);
}

WA_WHATOMATE_PARSE (campaign)
{
  WaJson data = wa_json_member (answer, "data");

  return wa_mapping_read (&campaign_table, &data, error);
}

static gboolean
set_campaign (WaProvider  *provider,
              GObject     *target,
              WaRequest   *request,
              const char  *method,
              const char  *part,
              GError     **error)
{
  const char *id = wa_target_get_remote_id (WA_TARGET (target));

  if (!wa_whatomate_check_id (id, error))
    return FALSE;

  wa_whatomate_begin (provider, request, method);
  wa_request_append_path (request, "api", "campaigns", id, part, NULL);

  return TRUE;
}

WA_WHATOMATE_BUILD (campaign)
{
  return set_campaign (provider, args, request, "GET", NULL, error);
}

WA_WHATOMATE_BUILD (delete_campaign)
{
  return set_campaign (provider, args, request, "DELETE", NULL, error);
}

WA_WHATOMATE_BUILD (progress)
{
  return set_campaign (provider, args, request, "GET", "progress", error);
}

WA_WHATOMATE_BUILD (start_campaign)
{
  return set_campaign (provider, args, request, "POST", "start", error);
}

WA_WHATOMATE_BUILD (pause_campaign)
{
  return set_campaign (provider, args, request, "POST", "pause", error);
}

WA_WHATOMATE_BUILD (cancel_campaign)
{
  return set_campaign (provider, args, request, "POST", "cancel", error);
}

WA_WHATOMATE_BUILD (retry_campaign)
{
  return set_campaign (provider, args, request, "POST", "retry-failed", error);
}

static const WaMapping state_rows[] = {
  { "data.status", "status" },
  { NULL }
};

static const WaMappingTable state_table = { wa_broadcast_get_type, state_rows, finish_campaign };

/* The server answers before anything is sent. */
WA_WHATOMATE_PARSE (campaign_state)
{
  WaBroadcast *broadcast = wa_mapping_read (&state_table, answer, error);

  if (broadcast != NULL)
    wa_broadcast_set_remote_id (broadcast, wa_target_get_remote_id (WA_TARGET (args)));

  return (GObject *) broadcast;
}

/* The server takes any template, and fails only while it sends. */
static const char *
template_of (WaBroadcast  *broadcast,
             GError      **error)
{
  WaOutgoing *outgoing = wa_broadcast_get_outgoing (broadcast);
  WaTemplate *template = outgoing != NULL ? wa_outgoing_get_template (outgoing) : NULL;
  const char *id = template != NULL ? wa_template_get_remote_id (template)
                                    : wa_broadcast_get_template_id (broadcast);

  if (template != NULL && !wa_template_is_sendable (template))
    {
      refuse (error, WA_ERROR_INVALID, _("Meta has not approved this template. Choose another one."));
      return NULL;
    }

  return wa_whatomate_check_id (id, error) ? id : NULL;
}

static char *
dup_time (GDateTime *time)
{
  g_autoptr(GDateTime) utc = g_date_time_to_utc (time);

  return g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");
}

/* Returns: (transfer full) (nullable): what creating and changing have in common */
static JsonObject *
campaign_new (WaProvider   *provider,
              WaBroadcast  *broadcast,
              GError      **error)
{
  const char *account = wa_whatomate_account (provider, wa_broadcast_get_account_name (broadcast));
  const char *template;
  JsonObject *body;

  if (!wa_check_text (wa_broadcast_get_name (broadcast), _("Name"), MOST_NAME_CHARACTERS, error) ||
      !wa_whatomate_check_account (account, error) || (template = template_of (broadcast, error)) == NULL)
    return NULL;

  body = json_object_new ();
  json_object_set_string_member (body, "name", wa_broadcast_get_name (broadcast));
  json_object_set_string_member (body, "whatsapp_account", account);
  json_object_set_string_member (body, "template_id", template);

  return body;
}

static GDateTime *
planned_time (WaBroadcast *broadcast)
{
  return wa_broadcast_get_scheduled (broadcast) ? wa_broadcast_get_schedule_at (broadcast) : NULL;
}

/* Only servers of the second generation start what is planned, and put files into headers. */
static gboolean
check_plan (WaProvider   *provider,
            WaBroadcast  *broadcast,
            GError      **error)
{
  if (wa_whatomate_is_second (provider))
    return TRUE;

  if (planned_time (broadcast) != NULL)
    return refuse (error, WA_ERROR_UNSUPPORTED,
                   _("This server starts no broadcast by itself. Let WaDesk start it at that time."));

  return wa_is_empty (wa_broadcast_get_media_id (broadcast)) ||
         refuse (error, WA_ERROR_UNSUPPORTED,
                 _("This server can’t put a file into a header. Choose a template without one."));
}

WA_WHATOMATE_BUILD (create_campaign)
{
  WaBroadcast *broadcast = WA_BROADCAST (args);
  GDateTime *time = planned_time (broadcast);
  JsonObject *body;

  if (!check_plan (provider, broadcast, error) || (body = campaign_new (provider, broadcast, error)) == NULL)
    return FALSE;

  if (time != NULL)
    {
      g_autofree char *text = dup_time (time);

      json_object_set_string_member (body, "scheduled_at", text);
    }
  wa_write_text (body, "header_media_id", wa_broadcast_get_media_id (broadcast));
  wa_whatomate_begin (provider, request, "POST");
  wa_request_append_path (request, "api", "campaigns", NULL);
  wa_request_take_json_object (request, body);

  return TRUE;
}

/* The time is written in any case, since the server forgets it otherwise. */
WA_WHATOMATE_BUILD (update_campaign)
{
  WaBroadcast *broadcast = WA_BROADCAST (args);
  const char *id = wa_broadcast_get_remote_id (broadcast);
  GDateTime *time = planned_time (broadcast);
  JsonObject *body;

  if (!wa_whatomate_check_id (id, error) || !check_plan (provider, broadcast, error) ||
      (body = campaign_new (provider, broadcast, error)) == NULL)
    return FALSE;

  if (time != NULL)
    {
      g_autofree char *text = dup_time (time);

      json_object_set_string_member (body, "scheduled_at", text);
    }
  else
    {
      json_object_set_null_member (body, "scheduled_at");
    }
  wa_whatomate_begin (provider, request, "PUT");
  wa_request_append_path (request, "api", "campaigns", id, NULL);
  wa_request_take_json_object (request, body);

  return TRUE;
}

/* The item's id is that of the broadcast. */
WA_WHATOMATE_BUILD (set_campaign_media)
{
  WaMediaItem *item = WA_MEDIA_ITEM (args);
  const char *id = wa_media_item_get_remote_id (item);
  GBytes *bytes = wa_media_item_get_bytes (item);

  if (!wa_whatomate_check_id (id, error))
    return FALSE;
  if (bytes != NULL && g_bytes_get_size (bytes) > MOST_MEDIA_BYTES)
    return refuse (error, WA_ERROR_INVALID, _("A broadcast’s file has at most 16 MB. Choose a smaller one."));

  wa_whatomate_begin (provider, request, "POST");
  wa_request_append_path (request, "api", "campaigns", id, "media", NULL);

  return wa_whatomate_add_file (request, wa_media_item_get_filename (item),
                                wa_media_item_get_mime_type (item), bytes, error);
}

static const WaMapping media_rows[] = {
  { "data.media_id", "remote-id", WA_MAP_REQUIRED },
  { "data.message", "text" },
  { NULL }
};

static const WaMappingTable media_table = { wa_receipt_get_type, media_rows };

WA_WHATOMATE_PARSE (set_campaign_media)
{
  return wa_mapping_read (&media_table, answer, error);
}

WA_WHATOMATE_BUILD (campaign_media)
{
  return set_campaign (provider, args, request, "GET", "media", error);
}
