/* wa-store-changes.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/wa-store-table.h"

G_BEGIN_DECLS

/**
 * WaStoreChanges:
 *
 * Which rows one job changed, table by table.  SQLite itself tells, so that no write can forget to.
 *
 * @inserted: (element-type gint64)
 * @updated: (element-type gint64)
 * @removed: (element-type gint64): a set
 * @order: (element-type gint64) (nullable): for tables that are always shown: all rows, in order
 */
typedef struct
{
  GArray     *inserted[WA_N_TABLES];
  GArray     *updated[WA_N_TABLES];
  GHashTable *removed[WA_N_TABLES];
  GArray     *order[WA_N_TABLES];
} WaStoreChanges;

WaStoreChanges *wa_store_changes_new         (void);
void            wa_store_changes_free        (WaStoreChanges  *self);
void            wa_store_changes_add         (WaStoreChanges  *self,
                                              int              operation,
                                              const char      *table,
                                              gint64           id);
gboolean        wa_store_changes_any         (WaStoreChanges  *self,
                                              WaTableId        table);
gboolean        wa_store_changes_read_orders (WaStoreChanges  *self,
                                              WaSql           *sql,
                                              gboolean         all,
                                              GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaStoreChanges, wa_store_changes_free)

G_END_DECLS
