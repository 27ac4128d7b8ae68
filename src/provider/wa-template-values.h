/* wa-template-values.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-outgoing.h"

G_BEGIN_DECLS

/* The values of a template message, as builders need them: there, and as many as the template wants. */

gboolean     wa_template_values_check   (WaOutgoing           *outgoing,
                                         GError              **error);
const char  *wa_template_values_get     (WaOutgoing           *outgoing,
                                         WaParameterSection    section,
                                         guint                 card);
const char  *wa_template_values_get_for_button (WaOutgoing    *outgoing,
                                         WaParameterSection    section,
                                         guint                 card,
                                         guint                 button);
char       **wa_template_values_dup     (WaOutgoing           *outgoing,
                                         WaParameterSection    section,
                                         guint                 card,
                                         WaTemplateComponent  *component,
                                         GError              **error);
gboolean     wa_template_values_get_url (WaOutgoing           *outgoing,
                                         WaTemplateButton     *button,
                                         guint                 card,
                                         guint                 index,
                                         const char          **value,
                                         GError              **error);

G_END_DECLS
