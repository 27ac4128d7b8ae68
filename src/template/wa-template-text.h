/* wa-template-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-parameter-field.h"
#include "template/wa-rich-text.h"

G_BEGIN_DECLS

WaParameterField *wa_template_text_find  (GListModel         *fields,
                                          WaParameterSection  section,
                                          guint               card,
                                          guint               button,
                                          const char         *key);
char             *wa_template_text_fill  (const char         *text,
                                          GListModel         *fields,
                                          WaParameterSection  section,
                                          guint               card,
                                          guint               button);
WaRichText       *wa_template_text_show  (const char         *text,
                                          GListModel         *fields,
                                          WaParameterSection  section,
                                          guint               card,
                                          gboolean            formatted);
gboolean          wa_text_is_rtl         (const char         *text,
                                          const char         *language);

G_END_DECLS
