/* wa-channel-stats.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-attribute.h"
#include "model/wa-record.h"
#include "model/wa-stats-period.h"

G_BEGIN_DECLS

/**
 * WaChannelStats:
 *
 * State and usage of a channel.
 *
 * @templates-cost: without a currency: the system gives none
 * @connection-status: in the system's word
 * @details: what else was said, shown as it is
 */
#define WA_TYPE_CHANNEL_STATS (wa_channel_stats_get_type ())
G_DECLARE_FINAL_TYPE (WaChannelStats, wa_channel_stats, WA, CHANNEL_STATS, WaRecord)

WaChannelStats *wa_channel_stats_new (void);
const char *wa_channel_stats_get_month (WaChannelStats *self);
void wa_channel_stats_set_month (WaChannelStats *self, const char *value);
double wa_channel_stats_get_templates_cost (WaChannelStats *self);
void wa_channel_stats_set_templates_cost (WaChannelStats *self, double value);
GListStore *wa_channel_stats_get_periods (WaChannelStats *self);
const char *wa_channel_stats_get_connection_status (WaChannelStats *self);
void wa_channel_stats_set_connection_status (WaChannelStats *self, const char *value);
const char *wa_channel_stats_get_server_ip (WaChannelStats *self);
void wa_channel_stats_set_server_ip (WaChannelStats *self, const char *value);
GListStore *wa_channel_stats_get_details (WaChannelStats *self);

G_END_DECLS
