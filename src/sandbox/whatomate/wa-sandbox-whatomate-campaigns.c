/* wa-sandbox-whatomate-campaigns.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * W28 to W42.  Starting a campaign gives each recipient a message of the near future, one after the
 * other; what became of it is asked of the messages.
 */

#include "config.h"

#include "core/wa-util.h"
#include "sandbox/whatomate/wa-sandbox-whatomate-private.h"

#define PACE           (G_TIME_SPAN_SECOND / 2)
#define MAX_RECIPIENTS 500

typedef struct
{
  JsonObject *row;
  char       *message;  /* (nullable): its id, once the campaign was started */
} Recipient;

/**
 * WaWhatomateCampaign:
 *
 * @wire holds what doesn't change by itself; the status in it is the one that was asked for.
 */
typedef struct
{
  JsonObject *wire;
  GPtrArray  *recipients;  /* (element-type Recipient) */
  gint64      started;     /* or 0 */
} WaWhatomateCampaign;

#define CAMPAIGN \
  { "name", WA_WHATOMATE_REQUIRED, 255 }, \
  { "whatsapp_account", WA_WHATOMATE_REQUIRED }, \
  { "template_id", WA_WHATOMATE_REQUIRED }, \
  { "scheduled_at", WA_SANDBOX_TEXT | WA_SANDBOX_NULL }

static const WaSandboxMember create_members[] = { CAMPAIGN, { "header_media_id", WA_SANDBOX_TEXT } };
static const WaSandboxMember update_members[] = { CAMPAIGN };

static const WaSandboxMember import_members[] = {
  { "recipients", WA_SANDBOX_LIST | WA_SANDBOX_TEXTS | WA_SANDBOX_REQUIRED, MAX_RECIPIENTS },
};

static const WaSandboxMember recipient_members[] = {
  { "phone_number", WA_WHATOMATE_REQUIRED },
  { "recipient_name", WA_SANDBOX_ANY_TEXT },
  { "template_params", WA_SANDBOX_OBJECT },
  { "header_params", WA_SANDBOX_OBJECT },
};

static void
recipient_free (gpointer data)
{
  Recipient *recipient = data;

  json_object_unref (recipient->row);
  g_free (recipient->message);
  g_free (recipient);
}

static void
campaign_free (gpointer data)
{
  WaWhatomateCampaign *campaign = data;

  json_object_unref (campaign->wire);
  g_ptr_array_unref (campaign->recipients);
  g_free (campaign);
}

GPtrArray *
wa_sandbox_whatomate_new_campaigns (void)
{
  return g_ptr_array_new_with_free_func (campaign_free);
}

/* Unlike wa_sandbox_world_find_message(), those whose time has not come are found, too. */
static WaSandboxMessage *
find_message (WaSandboxWorld  *world,
              const Recipient *recipient,
              guint           *index)
{
  for (guint i = 0; recipient->message && i < world->messages->len; i++)
    {
      WaSandboxMessage *message = g_ptr_array_index (world->messages, i);

      if (!g_str_equal (message->id, recipient->message))
        continue;
      if (index)
        *index = i;
      return message;
    }

  return NULL;
}

static WaSandboxStatus
get_status (WaSandboxWorld  *world,
            const Recipient *recipient)
{
  const WaSandboxMessage *message = find_message (world, recipient, NULL);

  return message ? wa_sandbox_message_get_status (message, wa_sandbox_world_get_now (world))
                 : WA_SANDBOX_STATUS_ACCEPTED;
}

static void
send (WaSandboxExchange   *exchange,
      WaWhatomateCampaign *campaign,
      Recipient           *recipient,
      gint64               time)
{
  const char *id = wa_sandbox_whatomate_get (campaign->wire, "template_id");
  JsonObject *template = wa_sandbox_whatomate_find_template (exchange, id, NULL, NULL);
  const char *number = wa_sandbox_whatomate_get (recipient->row, "phone_number");
  WaJson values = wa_json_from_node (json_object_get_member (recipient->row, "template_params"));
  g_autofree char *text = template ? wa_sandbox_whatomate_dup_text (template, &values) : g_strdup ("");

  if (!wa_sandbox_world_find_number (exchange->world, number))
    wa_sandbox_world_add_contact (exchange->world, number,
                                  wa_sandbox_whatomate_get (recipient->row, "recipient_name"), "api");

  g_free (recipient->message);
  recipient->message = g_strdup (wa_sandbox_world_send_at (exchange->world, number, "template", text, NULL,
                                                           time)->id);
}

/* To those who have none yet; or to all, as the older server does. */
static void
send_all (WaSandboxExchange   *exchange,
          WaWhatomateCampaign *campaign,
          gboolean             again,
          gint64               time)
{
  campaign->started = time;
  json_object_set_string_member (campaign->wire, "status", "queued");
  wa_sandbox_whatomate_set_time (campaign->wire, "started_at", time);
  json_object_remove_member (campaign->wire, "completed_at");

  for (guint i = 0; i < campaign->recipients->len; i++)
    {
      Recipient *recipient = g_ptr_array_index (campaign->recipients, i);

      if (again || !recipient->message)
        send (exchange, campaign, recipient, time += PACE);
    }
}

/* Takes back what has not gone out, with the answer that would have come. */
static void
unsend_rest (WaSandboxWorld      *world,
             WaWhatomateCampaign *campaign)
{
  gint64 now = wa_sandbox_world_get_now (world);

  for (guint i = 0; i < campaign->recipients->len; i++)
    {
      Recipient *recipient = g_ptr_array_index (campaign->recipients, i);
      guint index = 0;
      const WaSandboxMessage *message = find_message (world, recipient, &index);
      const WaSandboxMessage *next = NULL;

      if (!message || message->time <= now)
        continue;
      if (index + 1 < world->messages->len)
        next = g_ptr_array_index (world->messages, index + 1);
      if (next && next->incoming && g_str_equal (next->number, message->number))
        g_ptr_array_remove_index (world->messages, index + 1);
      g_ptr_array_remove_index (world->messages, index);
      g_clear_pointer (&recipient->message, g_free);
    }
}

/* How many recipients have come to @status or farther. */
static guint
count (WaSandboxWorld            *world,
       const WaWhatomateCampaign *campaign,
       WaSandboxStatus            status)
{
  guint n = 0;

  for (guint i = 0; i < campaign->recipients->len; i++)
    {
      WaSandboxStatus reached = get_status (world, g_ptr_array_index (campaign->recipients, i));

      if (status == WA_SANDBOX_STATUS_FAILED || reached == WA_SANDBOX_STATUS_FAILED)
        n += reached == status;
      else
        n += reached >= status;
    }

  return n;
}

/* Starts what was scheduled, and finishes what has no more to send. */
static void
update (WaSandboxExchange   *exchange,
        WaWhatomateCampaign *campaign)
{
  WaSandboxWorld *world = exchange->world;
  WaJson scheduled = wa_json_from_node (json_object_get_member (campaign->wire, "scheduled_at"));
  g_autoptr(GDateTime) due = wa_json_dup_time (&scheduled);
  gint64 now = wa_sandbox_world_get_now (world);
  gint64 time = due ? g_date_time_to_unix (due) * G_TIME_SPAN_SECOND : now;
  const char *status = wa_sandbox_whatomate_get (campaign->wire, "status");
  guint sent = count (world, campaign, WA_SANDBOX_STATUS_SENT);
  guint failed = count (world, campaign, WA_SANDBOX_STATUS_FAILED);

  if (g_str_equal (status, "scheduled") && time <= now && campaign->recipients->len > 0)
    send_all (exchange, campaign, FALSE, time);
  if (!g_str_equal (status, "queued") && !g_str_equal (status, "processing"))
    return;

  if (sent + failed < campaign->recipients->len)
    {
      json_object_set_string_member (campaign->wire, "status",
                                     now < campaign->started + PACE ? "queued" : "processing");
      return;
    }

  json_object_set_string_member (campaign->wire, "status", "completed");
  wa_sandbox_whatomate_set_time (campaign->wire, "completed_at", now);
}

/* The older server counts who has read only in its list. */
static JsonObject *
write_campaign (WaSandboxExchange   *exchange,
                WaWhatomateCampaign *campaign,
                gboolean             in_list)
{
  WaSandboxWorld *world = exchange->world;
  gboolean blind = wa_sandbox_whatomate_is_g1 (exchange) && !in_list;
  JsonObject *wire = campaign->wire;

  update (exchange, campaign);
  json_object_set_int_member (wire, "total_recipients", campaign->recipients->len);
  json_object_set_int_member (wire, "sent_count", count (world, campaign, WA_SANDBOX_STATUS_SENT));
  json_object_set_int_member (wire, "delivered_count", count (world, campaign, WA_SANDBOX_STATUS_DELIVERED));
  json_object_set_int_member (wire, "read_count",
                              blind ? 0 : count (world, campaign, WA_SANDBOX_STATUS_READ));
  json_object_set_int_member (wire, "failed_count", count (world, campaign, WA_SANDBOX_STATUS_FAILED));

  return json_object_ref (wire);
}

static WaWhatomateCampaign *
find (WaSandboxExchange  *exchange,
      GError            **error)
{
  WaWhatomateState *state = exchange->state;
  const char *id = wa_sandbox_whatomate_get_uuid (exchange, 0, "campaign", error);

  if (!id)
    return NULL;

  for (guint i = 0; i < state->campaigns->len; i++)
    {
      WaWhatomateCampaign *campaign = g_ptr_array_index (state->campaigns, i);

      if (g_str_equal (wa_sandbox_whatomate_get (campaign->wire, "id"), id))
        {
          update (exchange, campaign);
          return campaign;
        }
    }

  wa_sandbox_refuse (error, SOUP_STATUS_NOT_FOUND, "Campaign not found");
  return NULL;
}

/* @states: separated by blanks */
static WaWhatomateCampaign *
find_in (WaSandboxExchange  *exchange,
         const char         *states,
         const char         *refusal,
         GError            **error)
{
  WaWhatomateCampaign *campaign = find (exchange, error);
  g_auto(GStrv) words = g_strsplit (states, " ", -1);

  if (!campaign
      || g_strv_contains ((const char *const *) words, wa_sandbox_whatomate_get (campaign->wire, "status")))
    return campaign;

  wa_sandbox_refuse (error, 400, "%s", refusal);
  return NULL;
}

JsonNode *
wa_sandbox_whatomate_list_campaigns (WaSandboxExchange  *exchange,
                                     GError            **error)
{
  WaWhatomateState *state = exchange->state;
  const char *status = wa_sandbox_exchange_get_query (exchange, "status");
  g_autoptr(JsonArray) found = json_array_new ();
  JsonArray *rows = json_array_new ();
  JsonNode *node = NULL;
  WaSandboxPage page;

  for (guint i = 0; i < state->campaigns->len; i++)
    {
      JsonObject *row = write_campaign (exchange, g_ptr_array_index (state->campaigns, i), TRUE);

      if (!status || g_str_equal (status, wa_sandbox_whatomate_get (row, "status")))
        json_array_add_object_element (found, row);
      else
        json_object_unref (row);
    }

  if (!wa_sandbox_whatomate_read_page (exchange, json_array_get_length (found), &page, error))
    {
      json_array_unref (rows);
      return NULL;
    }

  for (guint i = page.start; i < page.end; i++)
    json_array_add_object_element (rows, json_object_ref (json_array_get_object_element (found, i)));
  node = wa_sandbox_whatomate_list ("campaigns", rows);
  if (!wa_sandbox_whatomate_is_g1 (exchange))
    wa_sandbox_whatomate_set_page (node, &page);
  return node;
}

static gboolean
check_campaign (WaSandboxExchange  *exchange,
                GError            **error)
{
  const WaJson *json = &exchange->json;
  WaJson scheduled = wa_json_member (json, "scheduled_at");
  g_autoptr(GDateTime) time = wa_json_dup_time (&scheduled);

  if (wa_json_is (&scheduled, WA_JSON_TEXT) && !time)
    return wa_sandbox_refuse (error, 400, "scheduled_at must be a time");

  return (wa_sandbox_whatomate_check_account (wa_sandbox_get_text (json, "whatsapp_account"), error)
          && wa_sandbox_whatomate_find_template (exchange, wa_sandbox_get_text (json, "template_id"), NULL,
                                                 error));
}

/* A time is kept by the older server, too, though nothing starts there. */
static void
apply_campaign (WaSandboxExchange   *exchange,
                WaWhatomateCampaign *campaign)
{
  const WaJson *json = &exchange->json;
  const char *id = wa_sandbox_get_text (json, "template_id");
  JsonObject *template = wa_sandbox_whatomate_find_template (exchange, id, NULL, NULL);
  gboolean scheduled = wa_sandbox_get_text (json, "scheduled_at") != NULL;
  gint64 now = wa_sandbox_world_get_now (exchange->world);

  wa_sandbox_whatomate_copy (campaign->wire, json,
                             "name whatsapp_account template_id scheduled_at header_media_id");
  json_object_set_string_member (campaign->wire, "template_name",
                                 wa_sandbox_whatomate_get (template, "name"));
  json_object_set_string_member (campaign->wire, "status",
                                 scheduled && !wa_sandbox_whatomate_is_g1 (exchange) ? "scheduled" : "draft");
  wa_sandbox_whatomate_set_time (campaign->wire, "updated_at", now);
}

JsonNode *
wa_sandbox_whatomate_create_campaign (WaSandboxExchange  *exchange,
                                      GError            **error)
{
  WaWhatomateState *state = exchange->state;
  WaWhatomateCampaign *campaign = NULL;

  if (!wa_sandbox_check_object (&exchange->json, WA_SANDBOX_MEMBERS (create_members), error)
      || !check_campaign (exchange, error))
    return NULL;

  campaign = g_new0 (WaWhatomateCampaign, 1);
  campaign->wire = wa_sandbox_whatomate_new_record (exchange);
  campaign->recipients = g_ptr_array_new_with_free_func (recipient_free);
  wa_sandbox_whatomate_set_time (campaign->wire, "created_at", wa_sandbox_world_get_now (exchange->world));
  apply_campaign (exchange, campaign);
  g_ptr_array_add (state->campaigns, campaign);
  return wa_sandbox_whatomate_answer (write_campaign (exchange, campaign, FALSE));
}

JsonNode *
wa_sandbox_whatomate_get_campaign (WaSandboxExchange  *exchange,
                                   GError            **error)
{
  WaWhatomateCampaign *campaign = find (exchange, error);

  return campaign ? wa_sandbox_whatomate_answer (write_campaign (exchange, campaign, FALSE)) : NULL;
}

JsonNode *
wa_sandbox_whatomate_update_campaign (WaSandboxExchange  *exchange,
                                      GError            **error)
{
  WaWhatomateCampaign *campaign = find_in (exchange, "draft scheduled",
                                           "Can only update draft campaigns", error);

  if (!campaign
      || !wa_sandbox_check_object (&exchange->json, WA_SANDBOX_MEMBERS (update_members), error)
      || !check_campaign (exchange, error))
    return NULL;

  apply_campaign (exchange, campaign);
  return wa_sandbox_whatomate_answer (write_campaign (exchange, campaign, FALSE));
}

JsonNode *
wa_sandbox_whatomate_delete_campaign (WaSandboxExchange  *exchange,
                                      GError            **error)
{
  WaWhatomateState *state = exchange->state;
  WaWhatomateCampaign *campaign = find_in (exchange, "draft scheduled paused completed cancelled failed",
                                           "Cannot delete a running campaign", error);

  if (!campaign)
    return NULL;

  g_ptr_array_remove (state->campaigns, campaign);
  return wa_sandbox_whatomate_say ("Campaign deleted successfully");
}

static gboolean
check_recipient (WaSandboxExchange    *exchange,
                 WaWhatomateCampaign  *campaign,
                 const WaJson         *json,
                 GError              **error)
{
  const char *id = wa_sandbox_whatomate_get (campaign->wire, "template_id");
  JsonObject *template = wa_sandbox_whatomate_find_template (exchange, id, NULL, error);
  g_autoptr(JsonNode) node = NULL;
  WaJson values;

  if (!template
      || !wa_sandbox_check_object (json, WA_SANDBOX_MEMBERS (recipient_members), error)
      || !wa_sandbox_check_number (wa_sandbox_get_text (json, "phone_number"), error))
    return FALSE;
  if (wa_json_member (json, "header_params").node && wa_sandbox_whatomate_is_g1 (exchange))
    return wa_sandbox_refuse (error, 400, "This server is too old for that");

  node = json_node_copy (json->node);
  if (json_object_has_member (campaign->wire, "header_media_id"))
    json_object_set_string_member (json_node_get_object (node), "header_media_id", "set");
  values = wa_json_from_node (node);
  return wa_sandbox_whatomate_check_values (template, &values, error);
}

static void
add_recipient (WaSandboxExchange   *exchange,
               WaWhatomateCampaign *campaign,
               const WaJson        *json)
{
  Recipient *recipient = g_new0 (Recipient, 1);
  gint64 now = wa_sandbox_world_get_now (exchange->world);

  recipient->row = wa_sandbox_whatomate_new_record (exchange);
  wa_sandbox_whatomate_set_time (recipient->row, "created_at", now);
  wa_sandbox_whatomate_set_time (recipient->row, "updated_at", now);
  json_object_set_null_member (recipient->row, "deleted_at");
  json_object_set_string_member (recipient->row, "campaign_id",
                                 wa_sandbox_whatomate_get (campaign->wire, "id"));
  json_object_set_string_member (recipient->row, "recipient_name", "");
  wa_sandbox_whatomate_copy (recipient->row, json,
                             "phone_number recipient_name template_params header_params");
  g_ptr_array_add (campaign->recipients, recipient);
}

/* The same number may come twice. */
JsonNode *
wa_sandbox_whatomate_import_recipients (WaSandboxExchange  *exchange,
                                        GError            **error)
{
  WaWhatomateCampaign *campaign = find_in (exchange, "draft scheduled",
                                           "Can only add recipients to draft campaigns", error);
  WaJson list = wa_json_member (&exchange->json, "recipients");
  JsonObject *data = NULL;

  if (!campaign || !wa_sandbox_check_object (&exchange->json, WA_SANDBOX_MEMBERS (import_members), error))
    return NULL;
  if (wa_json_length (&list) == 0)
    {
      wa_sandbox_refuse (error, wa_sandbox_whatomate_is_g1 (exchange) ? 500 : 400,
                         "Failed to add recipients");
      return NULL;
    }

  for (guint i = 0; i < wa_json_length (&list); i++)
    {
      WaJson recipient = wa_json_element (&list, i);

      if (!check_recipient (exchange, campaign, &recipient, error))
        return NULL;
    }
  for (guint i = 0; i < wa_json_length (&list); i++)
    {
      WaJson recipient = wa_json_element (&list, i);

      add_recipient (exchange, campaign, &recipient);
    }

  data = json_object_new ();
  json_object_set_string_member (data, "message", "Recipients added successfully");
  json_object_set_int_member (data, "added_count", wa_json_length (&list));
  json_object_set_int_member (data, "total_recipients", campaign->recipients->len);
  return wa_sandbox_whatomate_answer (data);
}

/* The older server writes down nothing of what happened to a recipient. */
static JsonObject *
write_recipient (WaSandboxExchange *exchange,
                 const Recipient   *recipient)
{
  JsonObject *row = recipient->row;
  WaSandboxStatus status = get_status (exchange->world, recipient);
  const WaSandboxMessage *message = find_message (exchange->world, recipient, NULL);
  static const char *const times[] = { NULL, "sent_at", "delivered_at", "read_at" };

  if (wa_sandbox_whatomate_is_g1 (exchange) || !message)
    status = WA_SANDBOX_STATUS_ACCEPTED;

  json_object_set_string_member (row, "status", status == WA_SANDBOX_STATUS_ACCEPTED
                                                ? "pending" : wa_sandbox_status_nick (status));
  json_object_set_string_member (row, "whatsapp_message_id",
                                 status == WA_SANDBOX_STATUS_ACCEPTED ? "" : message->id);
  json_object_set_string_member (row, "error_message",
                                 status == WA_SANDBOX_STATUS_FAILED ? WA_SANDBOX_FAILURE_TEXT : "");
  for (guint i = 1; i < G_N_ELEMENTS (times); i++)
    {
      if (status != WA_SANDBOX_STATUS_FAILED && i <= status)
        wa_sandbox_whatomate_set_time (row, times[i], wa_sandbox_message_get_time (message, i));
    }

  return json_object_ref (row);
}

JsonNode *
wa_sandbox_whatomate_list_recipients (WaSandboxExchange  *exchange,
                                      GError            **error)
{
  WaWhatomateCampaign *campaign = find (exchange, error);
  JsonArray *rows = NULL;

  if (!campaign)
    return NULL;

  rows = json_array_new ();
  for (guint i = 0; i < campaign->recipients->len; i++)
    json_array_add_object_element (rows, write_recipient (exchange,
                                                          g_ptr_array_index (campaign->recipients, i)));

  return wa_sandbox_whatomate_list ("recipients", rows);
}

static JsonNode *
answer_status (const char *message,
               const char *status)
{
  JsonObject *data = json_object_new ();

  json_object_set_string_member (data, "message", message);
  json_object_set_string_member (data, "status", status);

  return wa_sandbox_whatomate_answer (data);
}

JsonNode *
wa_sandbox_whatomate_start_campaign (WaSandboxExchange  *exchange,
                                     GError            **error)
{
  WaWhatomateCampaign *campaign = find_in (exchange, "draft scheduled paused",
                                           "Campaign cannot be started in its current state", error);

  if (!campaign)
    return NULL;
  if (campaign->recipients->len == 0)
    {
      wa_sandbox_refuse (error, 400, "Campaign has no recipients");
      return NULL;
    }

  send_all (exchange, campaign, wa_sandbox_whatomate_is_g1 (exchange),
            wa_sandbox_world_get_now (exchange->world));
  return answer_status ("Campaign started", "queued");
}

static JsonNode *
stop (WaSandboxExchange   *exchange,
      WaWhatomateCampaign *campaign,
      const char          *message,
      const char          *status)
{
  if (!campaign)
    return NULL;

  unsend_rest (exchange->world, campaign);
  json_object_set_string_member (campaign->wire, "status", status);
  return answer_status (message, status);
}

JsonNode *
wa_sandbox_whatomate_pause_campaign (WaSandboxExchange  *exchange,
                                     GError            **error)
{
  return stop (exchange, find_in (exchange, "queued processing", "Campaign is not running", error),
               "Campaign paused", "paused");
}

JsonNode *
wa_sandbox_whatomate_cancel_campaign (WaSandboxExchange  *exchange,
                                      GError            **error)
{
  return stop (exchange, find_in (exchange, "draft scheduled queued processing paused",
                                  "Campaign is finished already", error),
               "Campaign cancelled", "cancelled");
}

JsonNode *
wa_sandbox_whatomate_remove_recipient (WaSandboxExchange  *exchange,
                                       GError            **error)
{
  WaWhatomateCampaign *campaign = find_in (exchange, "draft scheduled",
                                           "Can only remove recipients from draft campaigns", error);
  const char *id = campaign ? wa_sandbox_whatomate_get_uuid (exchange, 1, "recipient", error) : NULL;

  for (guint i = 0; id && i < campaign->recipients->len; i++)
    {
      const Recipient *recipient = g_ptr_array_index (campaign->recipients, i);

      if (!g_str_equal (wa_sandbox_whatomate_get (recipient->row, "id"), id))
        continue;
      g_ptr_array_remove_index (campaign->recipients, i);
      return wa_sandbox_whatomate_say ("Recipient deleted successfully");
    }

  if (id)
    wa_sandbox_refuse (error, SOUP_STATUS_NOT_FOUND, "Recipient not found");
  return NULL;
}

JsonNode *
wa_sandbox_whatomate_upload_header (WaSandboxExchange  *exchange,
                                    GError            **error)
{
  WaWhatomateState *state = exchange->state;
  WaWhatomateCampaign *campaign = find_in (exchange, "draft scheduled",
                                           "Can only update draft campaigns", error);
  const WaSandboxFile *file = campaign ? wa_sandbox_whatomate_get_file (exchange, error) : NULL;
  g_autofree char *media = NULL;
  g_autofree char *place = NULL;
  JsonObject *data = NULL;

  if (!file)
    return NULL;

  media = g_strdup_printf ("98234812304%04u", ++state->last_id);
  place = g_strconcat ("campaigns/", file->filename, NULL);
  json_object_set_string_member (campaign->wire, "header_media_id", media);
  wa_sandbox_whatomate_keep_file (state, wa_sandbox_whatomate_get (campaign->wire, "id"), file);

  data = json_object_new ();
  json_object_set_string_member (data, "media_id", media);
  json_object_set_string_member (data, "filename", file->filename);
  json_object_set_string_member (data, "mime_type", file->mime_type);
  json_object_set_string_member (data, "local_path", place);
  json_object_set_string_member (data, "message", "Media uploaded successfully");
  return wa_sandbox_whatomate_answer (data);
}

JsonNode *
wa_sandbox_whatomate_get_header (WaSandboxExchange  *exchange,
                                 GError            **error)
{
  WaWhatomateCampaign *campaign = find (exchange, error);

  if (campaign
      && !wa_sandbox_whatomate_answer_file (exchange, wa_sandbox_whatomate_get (campaign->wire, "id")))
    wa_sandbox_refuse (error, SOUP_STATUS_NOT_FOUND, "No media found");
  return NULL;
}

JsonNode *
wa_sandbox_whatomate_retry_campaign (WaSandboxExchange  *exchange,
                                     GError            **error)
{
  WaWhatomateCampaign *campaign = find_in (exchange, "completed paused failed",
                                           "Campaign cannot be retried in its current state", error);
  JsonObject *data = NULL;
  guint failed = 0;

  if (!campaign)
    return NULL;

  for (guint i = 0; i < campaign->recipients->len; i++)
    {
      Recipient *recipient = g_ptr_array_index (campaign->recipients, i);

      if (get_status (exchange->world, recipient) != WA_SANDBOX_STATUS_FAILED)
        continue;
      g_clear_pointer (&recipient->message, g_free);
      failed++;
    }
  if (failed == 0)
    {
      wa_sandbox_refuse (error, 400, "No failed messages to retry");
      return NULL;
    }

  send_all (exchange, campaign, FALSE, wa_sandbox_world_get_now (exchange->world));
  data = json_object_new ();
  json_object_set_string_member (data, "message", "Retrying failed messages");
  json_object_set_int_member (data, "retry_count", failed);
  json_object_set_string_member (data, "status", "queued");
  return wa_sandbox_whatomate_answer (data);
}
