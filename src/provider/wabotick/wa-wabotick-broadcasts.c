/* wa-wabotick-broadcasts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "model/wa-broadcast.h"
#include "provider/wa-checks.h"
#include "provider/wabotick/wa-wabotick-private.h"

/* The system's own broadcast: a template's id and numbers are all that is known of what it takes. */

static gboolean
refuse_values (GError **error)
{
  g_set_error_literal (error, WA_ERROR, WA_ERROR_UNSUPPORTED,
                       _("Wabotick’s own broadcasts have no documented place for values, files or a time. "
                         "Let WaDesk run the broadcast: it sends a message to each person."));

  return FALSE;
}

static JsonArray *
new_numbers (WaBroadcast  *broadcast,
             GError      **error)
{
  const char *const *numbers = wa_broadcast_get_numbers (broadcast);
  g_autoptr(JsonArray) array = json_array_new ();

  for (gsize i = 0; numbers[i] != NULL; i++)
    {
      g_autofree char *number = wa_check_number (numbers[i], error);

      if (number == NULL)
        return NULL;
      json_array_add_string_element (array, number);
    }

  if (json_array_get_length (array) > 0)
    return g_steal_pointer (&array);

  g_set_error_literal (error, WA_ERROR, WA_ERROR_INVALID,
                       _("There is nobody to send to. Choose recipients."));

  return NULL;
}

WA_WABOTICK_BUILD (broadcast)
{
  WaBroadcast *broadcast = WA_BROADCAST (args);
  WaOutgoing *outgoing = wa_broadcast_get_outgoing (broadcast);
  WaTemplate *template = outgoing != NULL ? wa_outgoing_get_template (outgoing) : NULL;
  g_autoptr(JsonNode) node = NULL;
  g_autofree char *flow_data = NULL;
  JsonObject *object;
  JsonArray *numbers;
  const char *id;

  if (!wa_wabotick_check_template (template, error))
    return FALSE;
  if (g_list_model_get_n_items (G_LIST_MODEL (wa_outgoing_get_fields (outgoing))) > 0 ||
      wa_broadcast_get_scheduled (broadcast))
    return refuse_values (error);
  if ((numbers = new_numbers (broadcast, error)) == NULL)
    return FALSE;

  id = wa_wabotick_get_template_id (provider, template);
  object = json_object_new ();
  json_object_set_int_member (object, "template_id", g_ascii_strtoll (id, NULL, 10));
  json_object_set_array_member (object, "phone_numbers", numbers);
  node = json_node_alloc ();
  json_node_init_object (node, object);
  json_object_unref (object);
  flow_data = json_to_string (node, FALSE);

  if (!wa_wabotick_start_sender (provider, request, "whatsapp/broadcast/template/send", error))
    return FALSE;

  wa_request_add_field (request, "flow_data", flow_data);

  return TRUE;
}

/* One of two good answers has no id; the address in the other is never opened. */
static const WaMapping broadcast_rows[] = {
  { "visual_flow_campaign_id", "remote-id" },
  { NULL }
};

static const WaMappingTable broadcast_table = { wa_broadcast_get_type, broadcast_rows };

WA_WABOTICK_PARSE (broadcast)
{
  g_autoptr(WaBroadcast) broadcast = wa_record_copy (args);

  if (!wa_mapping_fill (&broadcast_table, answer, broadcast, error))
    return NULL;

  return G_OBJECT (g_steal_pointer (&broadcast));
}
