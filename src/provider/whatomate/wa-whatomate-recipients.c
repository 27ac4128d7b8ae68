/* wa-whatomate-recipients.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-attribute.h"
#include "model/wa-receipt.h"
#include "model/wa-recipient-batch.h"
#include "model/wa-recipient.h"
#include "model/wa-target.h"
#include "provider/wa-checks.h"
#include "provider/wa-writing.h"
#include "provider/whatomate/wa-whatomate-private.h"

/* Whom a campaign goes to, each with the values of their own. */

#define MOST_RECIPIENTS 500

/* The kind of a value that belongs into the header instead of the text. */
#define HEADER_KIND "header"

/* Servers of the first generation know ten numbers, and nothing but the text. */
#define FIRST_MOST_VALUES 10

static gboolean
is_known_to_first (WaAttribute *value)
{
  const char *name = wa_attribute_get_name (value);
  guint64 number;

  return !g_str_equal (wa_attribute_get_kind (value), HEADER_KIND) &&
         g_ascii_string_to_unsigned (name, 10, 1, FIRST_MOST_VALUES, &number, NULL);
}

static gboolean
write_values (WaProvider   *provider,
              WaRecipient  *recipient,
              JsonObject   *object,
              GError      **error)
{
  GListModel *values = G_LIST_MODEL (wa_recipient_get_values (recipient));
  g_autoptr(JsonObject) body_params = json_object_new ();
  g_autoptr(JsonObject) header_params = json_object_new ();

  for (guint i = 0; i < g_list_model_get_n_items (values); i++)
    {
      g_autoptr(WaAttribute) value = g_list_model_get_item (values, i);
      gboolean header = g_str_equal (wa_attribute_get_kind (value), HEADER_KIND);

      if (wa_whatomate_is_first (provider) && !is_known_to_first (value))
        {
          g_set_error (error, WA_ERROR, WA_ERROR_UNSUPPORTED,
                       _("This server fills in {{1}} to {{%d}} of the text only. Choose another template."),
                       FIRST_MOST_VALUES);
          return FALSE;
        }
      json_object_set_string_member (header ? header_params : body_params,
                                     wa_attribute_get_name (value), wa_attribute_get_value (value));
    }

  wa_write_object (object, "template_params", g_steal_pointer (&body_params));
  wa_write_object (object, "header_params", g_steal_pointer (&header_params));

  return TRUE;
}

static gboolean
add_recipient (WaProvider   *provider,
               WaRecipient  *recipient,
               GHashTable   *seen,
               JsonArray    *array,
               GError      **error)
{
  g_autofree char *number = wa_check_number (wa_recipient_get_number (recipient), error);
  g_autoptr(JsonObject) object = json_object_new ();

  if (number == NULL)
    return FALSE;

  json_object_set_string_member (object, "phone_number", number);
  wa_write_text (object, "recipient_name", wa_recipient_get_name (recipient));
  if (!write_values (provider, recipient, object, error))
    return FALSE;

  /* The server would write twice to a number that is there twice. */
  if (g_hash_table_add (seen, g_steal_pointer (&number)))
    json_array_add_object_element (array, g_steal_pointer (&object));

  return TRUE;
}

WA_WHATOMATE_BUILD (add_recipients)
{
  WaRecipientBatch *batch = WA_RECIPIENT_BATCH (args);
  GListModel *recipients = G_LIST_MODEL (wa_recipient_batch_get_recipients (batch));
  guint n = g_list_model_get_n_items (recipients);
  const char *id = wa_recipient_batch_get_broadcast_id (batch);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(JsonArray) array = json_array_new ();
  JsonObject *body;

  if (!wa_whatomate_check_id (id, error))
    return FALSE;
  if (n == 0 || n > MOST_RECIPIENTS)
    {
      g_set_error (error, WA_ERROR, WA_ERROR_INVALID,
                   _("Recipients are added at most %d at once, and at least one."), MOST_RECIPIENTS);
      return FALSE;
    }

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(WaRecipient) recipient = g_list_model_get_item (recipients, i);

      if (!add_recipient (provider, recipient, seen, array, error))
        return FALSE;
    }

  body = json_object_new ();
  json_object_set_array_member (body, "recipients", g_steal_pointer (&array));
  wa_whatomate_begin (provider, request, "POST");
  wa_request_append_path (request, "api", "campaigns", id, "recipients", "import", NULL);
  wa_request_take_json_object (request, body);

  return TRUE;
}

static const WaMapping added_rows[] = {
  { "data.message", "text" },
  { "data.added_count|data.imported", "count" },
  { NULL }
};

static const WaMappingTable added_table = { wa_receipt_get_type, added_rows };

WA_WHATOMATE_PARSE (add_recipients)
{
  return wa_mapping_read (&added_table, answer, error);
}

WA_WHATOMATE_BUILD (recipients)
{
  const char *id = wa_query_get_parent_id (WA_QUERY (args));

  if (!wa_whatomate_check_id (id, error))
    return FALSE;

  wa_whatomate_begin (provider, request, "GET");
  wa_request_append_path (request, "api", "campaigns", id, "recipients", NULL);

  return TRUE;
}

/* Servers of the first generation leave everybody pending: the campaign’s counters say how far it got. */
static gboolean
finish_recipient (gpointer       record,
                  const WaJson  *json,
                  GError       **error)
{
  WaJson status = wa_json_member (json, "status");
  WaJson params = wa_json_member (json, "template_params");
  const char *word = wa_json_get_text (&status);
  g_auto(GStrv) names = wa_json_dup_names (&params);

  wa_recipient_set_state (record, g_strcmp0 (word, "pending") == 0 ? WA_STATE_QUEUED
                                                                   : wa_message_state_parse (word));

  for (gsize i = 0; names[i] != NULL; i++)
    {
      WaJson param = wa_json_member (&params, names[i]);
      g_autofree char *value = wa_json_dup_scalar (&param);
      g_autoptr(WaAttribute) attribute = wa_attribute_new ();

      wa_attribute_set_name (attribute, names[i]);
      wa_attribute_set_value (attribute, value);
      g_list_store_append (wa_recipient_get_values (record), attribute);
    }

  return TRUE;
}

static const WaMapping recipient_rows[] = {
  { "id", "remote-id", WA_MAP_REQUIRED },
  { "phone_number", "number" },
  { "recipient_name", "name" },
  { "whatsapp_message_id", "message-id" },
  { "error_message", "error-text" },
  { "sent_at", "sent" },
  { "delivered_at", "delivered" },
  { "read_at", "read" },
  { NULL }
};

static const WaMappingTable recipient_table = { wa_recipient_get_type, recipient_rows, finish_recipient };

WA_WHATOMATE_PARSE (recipients)
{
  return wa_whatomate_read_page (&recipient_table, args, answer, "recipients", error);
}

WA_WHATOMATE_BUILD (remove_recipient)
{
  WaTarget *target = WA_TARGET (args);
  const char *campaign = wa_target_get_parent_id (target);
  const char *id = wa_target_get_remote_id (target);

  if (!wa_whatomate_check_id (campaign, error) || !wa_whatomate_check_id (id, error))
    return FALSE;

  wa_whatomate_begin (provider, request, "DELETE");
  wa_request_append_path (request, "api", "campaigns", campaign, "recipients", id, NULL);

  return TRUE;
}
