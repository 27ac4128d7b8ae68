/* wa-row-list-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/wa-row-cache.h"
#include "store/wa-row-list.h"

G_BEGIN_DECLS

WaRowList *wa_row_list_new        (WaRowCache   *cache,
                                   gboolean      kept);
void       wa_row_list_await      (WaRowList    *self);
void       wa_row_list_fill       (WaRowList    *self,
                                   GArray       *ids);
void       wa_row_list_set_ids    (WaRowList    *self,
                                   const GArray *ids);
void       wa_row_list_prepend    (WaRowList    *self,
                                   const GArray *ids);
void       wa_row_list_remove     (WaRowList    *self,
                                   GHashTable   *gone);
void       wa_row_list_mark_stale (WaRowList    *self);

G_END_DECLS
