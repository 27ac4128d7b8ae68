/* wa-value-check.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-parameter-field.h"

G_BEGIN_DECLS

void      wa_value_check             (WaParameterField *field,
                                      GListStore       *problems);
char     *wa_value_repair            (const char       *value);
gboolean  wa_parameter_field_repair  (WaParameterField *field);
gsize     wa_text_utf16_length       (const char       *text);
gboolean  wa_text_is_https           (const char       *text);
char     *wa_media_link_problem      (const char       *link,
                                      WaParameterKind   kind);

G_END_DECLS
