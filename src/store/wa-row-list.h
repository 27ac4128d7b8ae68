/* wa-row-list.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * WaRowList:
 *
 * A window over rows of the store: a #GListModel that keeps the rows' ids, and of their objects only a few
 * pages, which are read when they are asked for.  A row is one object while anyone holds it, in whichever
 * lists it is.
 *
 * A list from a query stays true, but not complete: rows that are deleted go from it, objects change in
 * place, and #WaRowList:stale becomes %TRUE once another query might give other rows or another order.  The
 * lists of wa_store_get_records() are kept complete and in order, and never become stale.
 *
 * Lists may outlive the store; what was not read before it was closed is then shown as empty records.
 */
#define WA_TYPE_ROW_LIST (wa_row_list_get_type ())
G_DECLARE_FINAL_TYPE (WaRowList, wa_row_list, WA, ROW_LIST, GObject)

/* The rows of a page: GTK keeps some 205 rows alive. */
#define WA_ROW_LIST_PAGE 256

/* The id of the row at @position, which must exist, without reading the row. */
gint64        wa_row_list_get_id   (WaRowList *self,
                                    guint      position);

/* All ids in order: (transfer none), valid until the list changes. */
const gint64 *wa_row_list_get_ids  (WaRowList *self,
                                    guint     *n_ids);

/* Whether the row is in the list, and where. */
gboolean      wa_row_list_find     (WaRowList *self,
                                    gint64     id,
                                    guint     *position);

gboolean      wa_row_list_is_stale (WaRowList *self);

/* How many pages were read so far: what a test can count. */
guint         wa_row_list_get_page_loads (WaRowList *self);

G_END_DECLS
