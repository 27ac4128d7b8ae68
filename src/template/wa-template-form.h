/* wa-template-form.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-outgoing.h"
#include "model/wa-template.h"

G_BEGIN_DECLS

/**
 * WaTemplateForm:
 *
 * The values that a template asks for, as a list of #WaParameterField to which the form in the user
 * interface is bound.  Setting a field's value checks the form at once: the field's `problem` says
 * what is wrong with it, and `valid` whether the values can be sent.  A field that nobody has
 * touched yet is not reproached for being empty.
 *
 * `changed` is emitted after a value was set and checked.
 */
#define WA_TYPE_TEMPLATE_FORM (wa_template_form_get_type ())
G_DECLARE_FINAL_TYPE (WaTemplateForm, wa_template_form, WA, TEMPLATE_FORM, GObject)

WaTemplateForm *wa_template_form_new           (WaTemplate       *template);
WaTemplate     *wa_template_form_get_template  (WaTemplateForm   *self);
gboolean        wa_template_form_get_valid     (WaTemplateForm   *self);
gboolean        wa_template_form_validate      (WaTemplateForm   *self);
GListStore     *wa_template_form_dup_values    (WaTemplateForm   *self);
void            wa_template_form_set_values    (WaTemplateForm   *self,
                                                GListModel       *values);
void            wa_template_form_fill          (WaTemplateForm   *self,
                                                WaOutgoing       *outgoing);
void            wa_template_form_read          (WaTemplateForm   *self,
                                                WaOutgoing       *outgoing);
gboolean        wa_template_form_changed_since (WaTemplateForm   *self,
                                                WaTemplate       *newer);

G_END_DECLS
