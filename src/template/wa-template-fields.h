/* wa-template-fields.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-template.h"

G_BEGIN_DECLS

GListStore          *wa_template_fields_new        (WaTemplate       *template);
gboolean             wa_template_fields_same_place (WaParameterField *a,
                                                    WaParameterField *b);
WaParameterField    *wa_template_fields_find       (GListModel       *fields,
                                                    WaParameterField *place);
WaTemplateComponent *wa_template_fields_component  (GListModel       *components,
                                                    WaComponentKind   kind);
gboolean             wa_template_is_authentication (WaTemplate       *template);
int                  wa_template_body_limit        (WaTemplate       *template,
                                                    guint             card);

G_END_DECLS
