/* wa-wabotick-account.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-account-info.h"
#include "model/wa-connection.h"
#include "provider/wa-checks.h"
#include "provider/wabotick/wa-wabotick-private.h"

/* Meta's token is typed, sent and forgotten: it is masked wherever the request is shown. */
WA_WABOTICK_BUILD (connect)
{
  WaConnection *connection = WA_CONNECTION (args);

  if (!wa_wabotick_check_digits (wa_connection_get_user_id (connection)) ||
      !wa_wabotick_check_digits (wa_connection_get_business_id (connection)))
    {
      g_set_error_literal (error, WA_ERROR, WA_ERROR_INVALID,
                           _("The ids of the user and of the WhatsApp Business account are rows of digits. "
                             "Copy them again."));
      return FALSE;
    }

  if (!wa_check_text (wa_connection_get_access_token (connection), _("Access token"), G_MAXINT, error))
    return FALSE;

  wa_wabotick_start (provider, request, "whatsapp/account/connect");
  wa_request_add_field (request, "user_id", wa_connection_get_user_id (connection));
  wa_request_add_field (request, "whatsapp_business_account_id", wa_connection_get_business_id (connection));
  wa_request_add_secret_field (request, "access_token", wa_connection_get_access_token (connection));

  return TRUE;
}

WA_WABOTICK_BUILD (account)
{
  wa_wabotick_start (provider, request, "user/myInfo");

  return TRUE;
}

static gboolean
finish_sender (gpointer       record,
               const WaJson  *json,
               GError       **error)
{
  g_autofree char *number = wa_check_number (wa_sender_get_number (record), NULL);

  if (number != NULL)
    wa_sender_set_number (record, number);
  wa_sender_set_remote_id (record, wa_sender_get_phone_id (record));

  return TRUE;
}

static const WaMapping sender_rows[] = {
  { "phone_number_id", "phone-id", WA_MAP_REQUIRED },
  { "display_phone_number", "number" },
  { "whatsapp_business_account_id", "business-id" },
  { "whatsapp_business_name", "name" },
  { NULL }
};

static const WaMappingTable sender_table = { wa_sender_get_type, sender_rows, finish_sender };

/* Limits are numbers, digits or "unlimited". */
static gboolean
finish_account (gpointer       record,
                const WaJson  *json,
                GError       **error)
{
  static const struct
  {
    const char *path;
    const char *title;
  } details[] = {
    { "bot_subscriber_data.count", N_("Contacts") },
    { "bot_subscriber_data.limit", N_("Contacts that the plan allows") },
    { "message_credit_data.used", N_("Messages sent") },
    { "message_credit_data.limit", N_("Messages that the plan allows") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (details); i++)
    {
      WaJson place = wa_json_find (json, details[i].path);
      g_autofree char *value = wa_json_dup_scalar (&place);
      g_autoptr(WaAttribute) detail = NULL;

      if (wa_is_empty (value))
        continue;

      detail = wa_attribute_new ();
      wa_attribute_set_name (detail, _(details[i].title));
      wa_attribute_set_value (detail, value);
      g_list_store_append (wa_account_info_get_details (record), detail);
    }

  return TRUE;
}

static const WaMapping account_rows[] = {
  { "user_id", "remote-id" },
  { "name", "name" },
  { "email", "email" },
  { "package_name", "plan" },
  { "expired_date", "expires" },
  { "whatsapp_bots_details", "senders", WA_MAP_SKIP, &sender_table },
  { NULL }
};

static const WaMappingTable account_table = { wa_account_info_get_type, account_rows, finish_account };

WA_WABOTICK_PARSE (account)
{
  WaJson message = wa_json_member (answer, "message");

  return wa_mapping_read (&account_table, &message, error);
}

/* The numbers that an account can send from: one of them is chosen for it. */
WA_WABOTICK_PARSE (senders)
{
  WaJson senders = wa_json_find (answer, "message.whatsapp_bots_details");

  return (GObject *) wa_mapping_read_page (&sender_table, &senders, error);
}
