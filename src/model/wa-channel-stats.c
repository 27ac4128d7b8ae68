/* wa-channel-stats.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-channel-stats.h"

struct _WaChannelStats
{
  WaRecord parent_instance;

  char       *month;
  double     templates_cost;
  GListStore *periods;
  char       *connection_status;
  char       *server_ip;
  GListStore *details;
};

G_DEFINE_FINAL_TYPE (WaChannelStats, wa_channel_stats, WA_TYPE_RECORD)

static const WaField fields[] = {
  WA_FIELD (WaChannelStats, month, "month", TEXT),
  WA_FIELD (WaChannelStats, templates_cost, "templates-cost", DECIMAL),
  WA_FIELD_OF (WaChannelStats, periods, "periods", RECORDS, wa_stats_period_get_type),
  WA_FIELD (WaChannelStats, connection_status, "connection-status", TEXT),
  WA_FIELD (WaChannelStats, server_ip, "server-ip", TEXT),
  WA_FIELD_OF (WaChannelStats, details, "details", RECORDS, wa_attribute_get_type),
};

WA_RECORD_TEXT (WaChannelStats, wa_channel_stats, month)
WA_RECORD_DECIMAL (WaChannelStats, wa_channel_stats, templates_cost)
WA_RECORD_RECORDS (WaChannelStats, wa_channel_stats, periods)
WA_RECORD_TEXT (WaChannelStats, wa_channel_stats, connection_status)
WA_RECORD_TEXT (WaChannelStats, wa_channel_stats, server_ip)
WA_RECORD_RECORDS (WaChannelStats, wa_channel_stats, details)

static void
wa_channel_stats_class_init (WaChannelStatsClass *klass)
{
  wa_record_class_set_fields (WA_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
wa_channel_stats_init (WaChannelStats *self)
{
}

WaChannelStats *
wa_channel_stats_new (void)
{
  return g_object_new (WA_TYPE_CHANNEL_STATS, NULL);
}
