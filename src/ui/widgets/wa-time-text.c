/* wa-time-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/widgets/wa-time-text.h"

static gboolean
same_day (GDateTime *a,
          GDateTime *b)
{
  return g_date_time_get_year (a) == g_date_time_get_year (b) &&
         g_date_time_get_day_of_year (a) == g_date_time_get_day_of_year (b);
}

/**
 * wa_time_text_short:
 * @time: (nullable): a time; "" where there is none
 *
 * Returns: (transfer full): for a column: the time for today, else the day
 */
char *
wa_time_text_short (GDateTime *time)
{
  g_autoptr(GDateTime) local = time != NULL ? g_date_time_to_local (time) : NULL;
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autoptr(GDateTime) yesterday = g_date_time_add_days (now, -1);

  if (local == NULL)
    return g_strdup ("");
  if (same_day (local, now))
    /* Translators: a time of day, as g_date_time_format() writes it */
    return g_date_time_format (local, _("%H:%M"));
  if (same_day (local, yesterday))
    return g_strdup (_("Yesterday"));
  if (g_date_time_get_year (local) == g_date_time_get_year (now))
    /* Translators: a day of this year, as g_date_time_format() writes it */
    return g_date_time_format (local, _("%-d %b"));

  /* Translators: a day, as g_date_time_format() writes it */
  return g_date_time_format (local, _("%-d %b %Y"));
}

/**
 * wa_time_text_long:
 * @time: (nullable): a time; "" where there is none
 *
 * Returns: (transfer full): day and time
 */
char *
wa_time_text_long (GDateTime *time)
{
  g_autoptr(GDateTime) local = time != NULL ? g_date_time_to_local (time) : NULL;

  if (local == NULL)
    return g_strdup ("");

  /* Translators: a day and a time, as g_date_time_format() writes them */
  return g_date_time_format (local, _("%-d %B %Y, %H:%M"));
}
