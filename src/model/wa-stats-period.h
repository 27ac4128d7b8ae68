/* wa-stats-period.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-record.h"

G_BEGIN_DECLS

/**
 * WaStatsPeriod:
 *
 * Usage in one period.
 */
#define WA_TYPE_STATS_PERIOD (wa_stats_period_get_type ())
G_DECLARE_FINAL_TYPE (WaStatsPeriod, wa_stats_period, WA, STATS_PERIOD, WaRecord)

WaStatsPeriod *wa_stats_period_new (void);
const char *wa_stats_period_get_period_date (WaStatsPeriod *self);
void wa_stats_period_set_period_date (WaStatsPeriod *self, const char *value);
double wa_stats_period_get_quantity (WaStatsPeriod *self);
void wa_stats_period_set_quantity (WaStatsPeriod *self, double value);
gint64 wa_stats_period_get_free_quantity (WaStatsPeriod *self);
void wa_stats_period_set_free_quantity (WaStatsPeriod *self, gint64 value);
gint64 wa_stats_period_get_paid_quantity (WaStatsPeriod *self);
void wa_stats_period_set_paid_quantity (WaStatsPeriod *self, gint64 value);
gint64 wa_stats_period_get_free_tier (WaStatsPeriod *self);
void wa_stats_period_set_free_tier (WaStatsPeriod *self, gint64 value);
gint64 wa_stats_period_get_free_entry_point (WaStatsPeriod *self);
void wa_stats_period_set_free_entry_point (WaStatsPeriod *self, gint64 value);
gint64 wa_stats_period_get_business_initiated_quantity (WaStatsPeriod *self);
void wa_stats_period_set_business_initiated_quantity (WaStatsPeriod *self, gint64 value);
gint64 wa_stats_period_get_business_initiated_paid_quantity (WaStatsPeriod *self);
void wa_stats_period_set_business_initiated_paid_quantity (WaStatsPeriod *self, gint64 value);
double wa_stats_period_get_business_initiated_price (WaStatsPeriod *self);
void wa_stats_period_set_business_initiated_price (WaStatsPeriod *self, double value);
gint64 wa_stats_period_get_user_initiated_quantity (WaStatsPeriod *self);
void wa_stats_period_set_user_initiated_quantity (WaStatsPeriod *self, gint64 value);
gint64 wa_stats_period_get_user_initiated_paid_quantity (WaStatsPeriod *self);
void wa_stats_period_set_user_initiated_paid_quantity (WaStatsPeriod *self, gint64 value);
double wa_stats_period_get_user_initiated_price (WaStatsPeriod *self);
void wa_stats_period_set_user_initiated_price (WaStatsPeriod *self, double value);
double wa_stats_period_get_total_price (WaStatsPeriod *self);
void wa_stats_period_set_total_price (WaStatsPeriod *self, double value);

G_END_DECLS
