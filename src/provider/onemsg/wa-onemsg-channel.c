/* wa-onemsg-channel.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-channel-stats.h"
#include "model/wa-commerce-settings.h"
#include "provider/onemsg/wa-onemsg-private.h"

/* State, usage and shop of the channel. */

static gboolean
check_month (const char  *month,
             GError     **error)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  gboolean shaped = g_regex_match_simple ("^(0[1-9]|1[0-2])\\.[0-9]{4}$", month, G_REGEX_DOLLAR_ENDONLY, 0);
  gint64 asked = shaped ? 12 * g_ascii_strtoll (month + 3, NULL, 10) + g_ascii_strtoll (month, NULL, 10) : 0;

  if (shaped && asked <= 12 * g_date_time_get_year (now) + g_date_time_get_month (now))
    return TRUE;

  return wa_onemsg_refuse (error, WA_ERROR_INVALID,
                           _("Choose a month that is not in the future, such as 03.2022."));
}

WA_ONEMSG_BUILD (statistics)
{
  const char *month = wa_channel_stats_get_month (WA_CHANNEL_STATS (args));

  if (!check_month (month, error) || !wa_onemsg_begin (provider, request, "GET", "statistics", error))
    return FALSE;

  wa_request_add_query (request, "date", month);

  return TRUE;
}

static const WaMapping statistics_rows[] = {
  { "date", "month" },
  { "templates_cost", "templates-cost" },
  { NULL }
};

static const WaMappingTable statistics_table = { wa_channel_stats_get_type, statistics_rows };

WA_ONEMSG_PARSE (statistics)
{
  return wa_mapping_read (&statistics_table, answer, error);
}

WA_ONEMSG_BUILD (usage)
{
  return wa_onemsg_begin (provider, request, "GET", "extendedStatistics", error);
}

static const WaMapping period_rows[] = {
  { "period_date", "period-date" },
  { "quantity", "quantity" },
  { "free_quantity", "free-quantity" },
  { "paid_quantity", "paid-quantity" },
  { "free_tier", "free-tier" },
  { "free_entry_point", "free-entry-point" },
  { "business_initiated_quantity", "business-initiated-quantity" },
  { "business_initiated_paid_quantity", "business-initiated-paid-quantity" },
  { "business_initiated_price", "business-initiated-price" },
  { "user_initiated_quantity", "user-initiated-quantity" },
  { "user_initiated_paid_quantity", "user-initiated-paid-quantity" },
  { "user_initiated_price", "user-initiated-price" },
  { "total_price", "total-price" },
  { NULL }
};

static const WaMappingTable period_table = { wa_stats_period_get_type, period_rows };

WA_ONEMSG_PARSE (usage)
{
  g_autoptr(WaChannelStats) stats = wa_channel_stats_new ();
  guint n_skipped;

  if (!wa_mapping_read_items (&period_table, answer, wa_channel_stats_get_periods (stats), &n_skipped, error))
    return NULL;

  return G_OBJECT (g_steal_pointer (&stats));
}

WA_ONEMSG_BUILD (status)
{
  return wa_onemsg_begin (provider, request, "GET", "status", error);
}

static gboolean
finish_status (gpointer       record,
               const WaJson  *json,
               GError       **error)
{
  static const char *const names[] = { "accountStatus", "mm_lite_available" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      WaJson member = wa_json_member (json, names[i]);
      g_autofree char *value = wa_json_dup_scalar (&member);
      g_autoptr(WaAttribute) detail = wa_attribute_new ();

      if (value == NULL && wa_json_is (&member, WA_JSON_ABSENT))
        continue;
      if (value == NULL)
        value = wa_json_to_text (&member);
      wa_attribute_set_name (detail, names[i]);
      wa_attribute_set_value (detail, value);
      g_list_store_append (wa_channel_stats_get_details (record), detail);
    }

  return TRUE;
}

static const WaMapping status_rows[] = {
  { "status", "connection-status", WA_MAP_REQUIRED },
  { NULL }
};

static const WaMappingTable status_table = { wa_channel_stats_get_type, status_rows, finish_status };

WA_ONEMSG_PARSE (status)
{
  return wa_mapping_read (&status_table, answer, error);
}

WA_ONEMSG_BUILD (server_address)
{
  return wa_onemsg_begin (provider, request, "GET", "outputIP", error);
}

static const WaMapping address_rows[] = {
  { "result", "server-ip", WA_MAP_REQUIRED },
  { NULL }
};

static const WaMappingTable address_table = { wa_channel_stats_get_type, address_rows };

WA_ONEMSG_PARSE (server_address)
{
  return wa_mapping_read (&address_table, answer, error);
}

WA_ONEMSG_BUILD (commerce)
{
  return wa_onemsg_begin (provider, request, "GET", "commerce", error);
}

static const WaMapping commerce_rows[] = {
  { "id", "catalog-id" },
  { "is_cart_enabled", "cart-enabled", WA_MAP_REQUIRED },
  { "is_catalog_visible", "catalog-visible", WA_MAP_REQUIRED },
  { NULL }
};

static const WaMappingTable commerce_table = { wa_commerce_settings_get_type, commerce_rows };

/* An empty list is a channel without a shop. */
WA_ONEMSG_PARSE (commerce)
{
  WaJson data = wa_json_member (answer, "data");
  const WaJson *list = wa_json_is (answer, WA_JSON_OBJECT) ? &data : answer;
  WaJson first = wa_json_element (list, 0);
  g_autoptr(WaCommerceSettings) settings = wa_commerce_settings_new ();
  guint n = wa_json_length (list);

  if (!wa_json_require (list, WA_JSON_LIST, error) ||
      (n > 0 && !wa_mapping_fill (&commerce_table, &first, settings, error)))
    return NULL;

  wa_commerce_settings_set_configured (settings, n > 0);
  if (n > 1)
    wa_commerce_settings_set_note (settings, _("The channel has several catalogs. "
                                               "This is the first of them."));

  return G_OBJECT (g_steal_pointer (&settings));
}

/* Both members are always written, false too. */
WA_ONEMSG_BUILD (set_commerce)
{
  WaCommerceSettings *settings = WA_COMMERCE_SETTINGS (args);
  JsonObject *body = json_object_new ();
  JsonObject *params = json_object_new ();

  json_object_set_boolean_member (params, "is_cart_enabled",
                                  wa_commerce_settings_get_cart_enabled (settings));
  json_object_set_boolean_member (params, "is_catalog_visible",
                                  wa_commerce_settings_get_catalog_visible (settings));
  json_object_set_object_member (body, "params", params);

  return wa_onemsg_post (provider, request, "commerce", body, error);
}
