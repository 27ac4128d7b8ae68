/* wa-row-cache.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/wa-store-table.h"

G_BEGIN_DECLS

#define WA_TYPE_ROW_CACHE (wa_row_cache_get_type ())
G_DECLARE_FINAL_TYPE (WaRowCache, wa_row_cache, WA, ROW_CACHE, GObject)

WaRowCache    *wa_row_cache_new       (const WaTable *table);
GType          wa_row_cache_get_item_type (WaRowCache *self);
void           wa_row_cache_set_sql   (WaRowCache    *self,
                                       WaSql         *sql);
void           wa_row_cache_add_list  (WaRowCache    *self,
                                       GObject       *list);
void           wa_row_cache_remove_list (WaRowCache  *self,
                                       GObject       *list);
GPtrArray     *wa_row_cache_dup_lists (WaRowCache    *self);
GPtrArray     *wa_row_cache_load      (WaRowCache    *self,
                                       const gint64  *ids,
                                       guint          n_ids);
gpointer       wa_row_cache_get       (WaRowCache    *self,
                                       gint64         id);
void           wa_row_cache_refresh   (WaRowCache    *self,
                                       const GArray  *ids);

G_END_DECLS
