/* wa-record-json.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/wa-json.h"
#include "model/wa-record.h"

G_BEGIN_DECLS

JsonNode *wa_record_to_json   (WaRecord      *self);
char     *wa_record_to_text   (WaRecord      *self);
gboolean  wa_record_read_json (WaRecord      *self,
                               const WaJson  *json,
                               GError       **error);
gpointer  wa_record_new_json  (GType          type,
                               const WaJson  *json,
                               GError       **error);
gpointer  wa_record_new_text  (GType          type,
                               const char    *text,
                               GError       **error);

G_END_DECLS
