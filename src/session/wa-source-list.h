/* wa-source-list.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/wa-store.h"

G_BEGIN_DECLS

/**
 * WaSourceList:
 *
 * Where the stored contacts came from, kept up to date while they change.  Sources have no model of
 * their own, as a name is all there is to them: they are shown as #WaAttribute.
 */
#define WA_TYPE_SOURCE_LIST (wa_source_list_get_type ())
G_DECLARE_FINAL_TYPE (WaSourceList, wa_source_list, WA, SOURCE_LIST, GObject)

WaSourceList *wa_source_list_new       (WaStore      *store);
void          wa_source_list_load      (WaSourceList *self);
GListModel   *wa_source_list_get_names (WaSourceList *self);

G_END_DECLS
