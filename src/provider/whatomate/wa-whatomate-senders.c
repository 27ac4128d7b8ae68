/* wa-whatomate-senders.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "core/wa-util.h"
#include "model/wa-sender.h"
#include "model/wa-target.h"
#include "provider/wa-checks.h"
#include "provider/wa-failure.h"
#include "provider/whatomate/wa-whatomate-private.h"

/* The WhatsApp accounts of the server.  Their secrets (an access token, the word that proves a webhook) have
 * no row here, so that nothing keeps them. */

static const WaMapping sender_rows[] = {
  { "id", "remote-id", WA_MAP_REQUIRED },
  { "name", "name", WA_MAP_REQUIRED },
  { "phone_id|phone_number_id", "phone-id" },
  { "business_id|business_account_id", "business-id" },
  { "status", "status" },
  { "is_default_incoming", "default-incoming" },
  { "is_default_outgoing", "default-outgoing" },
  { "auto_read_receipt", "auto-read-receipt" },
  { "created_at", "created" },
  { NULL }
};

static const WaMappingTable sender_table = { wa_sender_get_type, sender_rows };

WA_WHATOMATE_BUILD (senders)
{
  wa_whatomate_begin (provider, request, "GET");
  wa_request_append_path (request, "api", "accounts", NULL);

  return TRUE;
}

WA_WHATOMATE_PARSE (senders)
{
  return wa_whatomate_read_page (&sender_table, args, answer, "accounts", error);
}

static gboolean
set_sender (WaProvider  *provider,
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
  wa_request_append_path (request, "api", "accounts", id, part, NULL);

  return TRUE;
}

WA_WHATOMATE_BUILD (sender)
{
  return set_sender (provider, args, request, "GET", NULL, error);
}

WA_WHATOMATE_PARSE (sender)
{
  WaJson data = wa_json_member (answer, "data");

  return wa_mapping_read (&sender_table, &data, error);
}

WA_WHATOMATE_BUILD (test_sender)
{
  return set_sender (provider, args, request, "POST", "test", error);
}

static gboolean
finish_test (gpointer       record,
             const WaJson  *json,
             GError       **error)
{
  WaJson tier = wa_json_member (json, "messaging_limit_tier");
  g_autoptr(WaAttribute) detail = wa_attribute_new ();

  if (wa_is_empty (wa_json_get_text (&tier)))
    return TRUE;

  wa_attribute_set_name (detail, "messaging_limit_tier");
  wa_attribute_set_value (detail, wa_json_get_text (&tier));
  g_list_store_append (wa_sender_get_details (record), detail);

  return TRUE;
}

static const WaMapping test_rows[] = {
  { "verified_name", "name" },
  { "display_phone_number|phone_number", "number" },
  { "quality_rating", "quality" },
  { NULL }
};

static const WaMappingTable test_table = { wa_sender_get_type, test_rows, finish_test };

/* Meta's refusal stands inside of a success. */
WA_WHATOMATE_PARSE (test_sender)
{
  WaJson data = wa_json_member (answer, "data");
  WaJson success = wa_json_member (&data, "success");
  WaJson connected = wa_json_member (&data, "connected");
  WaSender *sender;

  if (!wa_json_get_flag (&success, wa_json_get_flag (&connected, FALSE)))
    {
      wa_failure_set_refused (provider, answer, error);
      return NULL;
    }

  sender = wa_mapping_read (&test_table, &data, error);
  if (sender != NULL)
    wa_sender_set_remote_id (sender, wa_target_get_remote_id (WA_TARGET (args)));

  return (GObject *) sender;
}
