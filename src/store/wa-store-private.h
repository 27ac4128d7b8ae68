/* wa-store-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/wa-row-list-private.h"
#include "store/wa-store-lane.h"
#include "store/wa-store-row.h"
#include "store/wa-store.h"

G_BEGIN_DECLS

void        wa_store_push_write     (WaStore       *self,
                                     GTask         *task,
                                     WaStoreRun     run,
                                     WaStoreDone    done);
void        wa_store_push_load      (WaStore       *self,
                                     GTask         *task,
                                     WaStoreRun     run,
                                     WaStoreDone    done);
void        wa_store_push_search    (WaStore       *self,
                                     GTask         *task,
                                     WaStoreRun     run,
                                     WaStoreDone    done);
WaRowCache *wa_store_get_cache      (WaStore       *self,
                                     WaTableId      table);
gint64      wa_store_get_generation (WaStore       *self);

/**
 * WaStoreIds:
 *
 * Task data of a job that gives ids.
 *
 * @list: (nullable): the list that waits for them; main thread only
 * @texts: (nullable): arguments of the job
 * @number: an argument of the job, or its answer
 */
typedef struct
{
  GArray    *ids;
  WaRowList *list;
  char     **texts;
  gint64     number;
} WaStoreIds;

WaStoreIds *wa_store_ids_new         (void);
void        wa_store_ids_free        (gpointer       data);
void        wa_store_return_ids      (GTask         *task,
                                      gpointer       data);
void        wa_store_return_list     (GTask         *task,
                                      gpointer       data);
void        wa_store_return_contacts (GTask         *task,
                                      gpointer       data);
void        wa_store_return_contact  (GTask         *task,
                                      gpointer       data);
void        wa_store_return_messages (GTask         *task,
                                      gpointer       data);
void        wa_store_return_message  (GTask         *task,
                                      gpointer       data);
void        wa_store_return_number   (GTask         *task,
                                      gpointer       data);

/* In the writing thread */

gint64      wa_store_find_row        (WaSql         *sql,
                                      const WaRow   *row,
                                      GError       **error);
WaRow      *wa_store_read_row        (WaSql         *sql,
                                      const WaTable *table,
                                      gint64         id,
                                      GError       **error);
gboolean    wa_store_insert_row      (WaSql         *sql,
                                      WaRow         *row,
                                      GError       **error);
gboolean    wa_store_update_row      (WaSql         *sql,
                                      const WaRow   *row,
                                      GError       **error);

G_END_DECLS
