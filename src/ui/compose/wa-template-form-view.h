/* wa-template-form-view.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "template/wa-template-form.h"

G_BEGIN_DECLS

/**
 * WaTemplateFormView:
 *
 * A template's values as a form: a heading a part of the message, a #WaParameterRow a value.
 */
#define WA_TYPE_TEMPLATE_FORM_VIEW (wa_template_form_view_get_type ())
G_DECLARE_FINAL_TYPE (WaTemplateFormView, wa_template_form_view, WA, TEMPLATE_FORM_VIEW, GtkWidget)

void     wa_template_form_view_set_form      (WaTemplateFormView *self,
                                              WaTemplateForm     *form);
gboolean wa_template_form_view_focus_problem (WaTemplateFormView *self);

G_END_DECLS
