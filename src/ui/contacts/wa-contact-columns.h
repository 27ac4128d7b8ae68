/* wa-contact-columns.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "store/wa-contact-filter.h"

G_BEGIN_DECLS

#define WA_N_CONTACT_COLUMNS 7

/**
 * WaContactColumn:
 * @sort: what a click on its header sorts by
 * @title: (translatable): its header
 * @width: the least it needs
 * @weight: its share of what is left over
 * @keep: who goes first where there is no room: the greatest
 */
typedef struct
{
  WaContactSort  sort;
  const char    *title;
  int            width;
  int            weight;
  int            keep;
} WaContactColumn;

const WaContactColumn *wa_contact_columns (void);

/**
 * WaContactColumns:
 *
 * Places the children of a header or of a row into the columns of the contact table, so that all of them are aligned without
 * knowing of each other.  Columns for which there is no room are hidden.  Where there is room for less than a table, a
 * `stacked` widget shows the name above the number.
 */
#define WA_TYPE_CONTACT_COLUMNS (wa_contact_columns_get_type ())
G_DECLARE_FINAL_TYPE (WaContactColumns, wa_contact_columns, WA, CONTACT_COLUMNS, GtkLayoutManager)

GtkLayoutManager *wa_contact_columns_new (gboolean stacked);

G_END_DECLS
