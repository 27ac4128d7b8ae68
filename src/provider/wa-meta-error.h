/* wa-meta-error.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/wa-error.h"
#include "core/wa-json.h"

G_BEGIN_DECLS

/**
 * WaMetaCode:
 * @code: WhatsApp's number
 * @subcode: what is wrong with a template, where it was one; else 0
 *
 * How Meta numbers a failure, whatever system passed it on.
 */
typedef struct
{
  gint64 code;
  gint64 subcode;
} WaMetaCode;

gboolean      wa_meta_error_find      (const WaJson     *answer,
                                       WaMetaCode       *code);
gboolean      wa_meta_error_find_text (const char       *text,
                                       WaMetaCode       *code);
WaErrorClass  wa_meta_error_get_class (const WaMetaCode *code);
char         *wa_meta_error_dup_text  (const WaMetaCode *code);

G_END_DECLS
