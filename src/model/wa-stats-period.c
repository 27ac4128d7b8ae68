/* wa-stats-period.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-stats-period.h"

struct _WaStatsPeriod
{
  WaRecord parent_instance;

  char   *period_date;
  double quantity;
  gint64 free_quantity;
  gint64 paid_quantity;
  gint64 free_tier;
  gint64 free_entry_point;
  gint64 business_initiated_quantity;
  gint64 business_initiated_paid_quantity;
  double business_initiated_price;
  gint64 user_initiated_quantity;
  gint64 user_initiated_paid_quantity;
  double user_initiated_price;
  double total_price;
};

G_DEFINE_FINAL_TYPE (WaStatsPeriod, wa_stats_period, WA_TYPE_RECORD)

static const WaField fields[] = {
  WA_FIELD (WaStatsPeriod, period_date, "period-date", TEXT),
  WA_FIELD (WaStatsPeriod, quantity, "quantity", DECIMAL),
  WA_FIELD (WaStatsPeriod, free_quantity, "free-quantity", INTEGER),
  WA_FIELD (WaStatsPeriod, paid_quantity, "paid-quantity", INTEGER),
  WA_FIELD (WaStatsPeriod, free_tier, "free-tier", INTEGER),
  WA_FIELD (WaStatsPeriod, free_entry_point, "free-entry-point", INTEGER),
  WA_FIELD (WaStatsPeriod, business_initiated_quantity, "business-initiated-quantity", INTEGER),
  WA_FIELD (WaStatsPeriod, business_initiated_paid_quantity, "business-initiated-paid-quantity", INTEGER),
  WA_FIELD (WaStatsPeriod, business_initiated_price, "business-initiated-price", DECIMAL),
  WA_FIELD (WaStatsPeriod, user_initiated_quantity, "user-initiated-quantity", INTEGER),
  WA_FIELD (WaStatsPeriod, user_initiated_paid_quantity, "user-initiated-paid-quantity", INTEGER),
  WA_FIELD (WaStatsPeriod, user_initiated_price, "user-initiated-price", DECIMAL),
  WA_FIELD (WaStatsPeriod, total_price, "total-price", DECIMAL),
};

WA_RECORD_TEXT (WaStatsPeriod, wa_stats_period, period_date)
WA_RECORD_DECIMAL (WaStatsPeriod, wa_stats_period, quantity)
WA_RECORD_INTEGER (WaStatsPeriod, wa_stats_period, free_quantity)
WA_RECORD_INTEGER (WaStatsPeriod, wa_stats_period, paid_quantity)
WA_RECORD_INTEGER (WaStatsPeriod, wa_stats_period, free_tier)
WA_RECORD_INTEGER (WaStatsPeriod, wa_stats_period, free_entry_point)
WA_RECORD_INTEGER (WaStatsPeriod, wa_stats_period, business_initiated_quantity)
WA_RECORD_INTEGER (WaStatsPeriod, wa_stats_period, business_initiated_paid_quantity)
WA_RECORD_DECIMAL (WaStatsPeriod, wa_stats_period, business_initiated_price)
WA_RECORD_INTEGER (WaStatsPeriod, wa_stats_period, user_initiated_quantity)
WA_RECORD_INTEGER (WaStatsPeriod, wa_stats_period, user_initiated_paid_quantity)
WA_RECORD_DECIMAL (WaStatsPeriod, wa_stats_period, user_initiated_price)
WA_RECORD_DECIMAL (WaStatsPeriod, wa_stats_period, total_price)

static void
wa_stats_period_class_init (WaStatsPeriodClass *klass)
{
  wa_record_class_set_fields (WA_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
wa_stats_period_init (WaStatsPeriod *self)
{
}

WaStatsPeriod *
wa_stats_period_new (void)
{
  return g_object_new (WA_TYPE_STATS_PERIOD, NULL);
}
