/* wa-meta-table.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/wa-error.h"

G_BEGIN_DECLS

/**
 * WaMetaRow:
 * @last: of a range of numbers; 0 where it is one number
 * @title: (translatable): what happened
 * @advice: (translatable) (nullable): what to do
 *
 * What one of Meta's numbers means.
 */
typedef struct
{
  gint64        code;
  gint64        last;
  WaErrorClass  klass;
  const char   *title;
  const char   *advice;
} WaMetaRow;

const WaMetaRow *wa_meta_table_find         (gint64 code);
const WaMetaRow *wa_meta_table_find_subcode (gint64 subcode);

G_END_DECLS
