/* wa-template-component.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-attribute.h"
#include "model/wa-record.h"
#include "model/wa-template-button.h"
#include "model/wa-template-card.h"
#include "model/wa-template-enums.h"

G_BEGIN_DECLS

/**
 * WaTemplateComponent:
 *
 * A part of a template: header, body, footer, buttons, offer, carousel.
 *
 * @kind-text: the kind in the system's word, upper case
 * @format: of a header
 * @header-handles: sample files; they expire, are never sent, never kept
 * @body-examples: one per variable, in order
 * @named-examples: samples of named variables
 * @has-expiration: of a limited-time offer
 */
#define WA_TYPE_TEMPLATE_COMPONENT (wa_template_component_get_type ())
G_DECLARE_FINAL_TYPE (WaTemplateComponent, wa_template_component, WA, TEMPLATE_COMPONENT, WaRecord)

WaTemplateComponent *wa_template_component_new (void);
WaComponentKind wa_template_component_get_kind (WaTemplateComponent *self);
void wa_template_component_set_kind (WaTemplateComponent *self, WaComponentKind value);
const char *wa_template_component_get_kind_text (WaTemplateComponent *self);
void wa_template_component_set_kind_text (WaTemplateComponent *self, const char *value);
WaHeaderFormat wa_template_component_get_format (WaTemplateComponent *self);
void wa_template_component_set_format (WaTemplateComponent *self, WaHeaderFormat value);
const char *wa_template_component_get_text (WaTemplateComponent *self);
void wa_template_component_set_text (WaTemplateComponent *self, const char *value);
const char *const *wa_template_component_get_header_handles (WaTemplateComponent *self);
void wa_template_component_set_header_handles (WaTemplateComponent *self, const char *const *value);
const char *const *wa_template_component_get_header_examples (WaTemplateComponent *self);
void wa_template_component_set_header_examples (WaTemplateComponent *self, const char *const *value);
const char *const *wa_template_component_get_body_examples (WaTemplateComponent *self);
void wa_template_component_set_body_examples (WaTemplateComponent *self, const char *const *value);
GListStore *wa_template_component_get_named_examples (WaTemplateComponent *self);
gboolean wa_template_component_get_has_expiration (WaTemplateComponent *self);
void wa_template_component_set_has_expiration (WaTemplateComponent *self, gboolean value);
gboolean wa_template_component_get_add_security_recommendation (WaTemplateComponent *self);
void wa_template_component_set_add_security_recommendation (WaTemplateComponent *self, gboolean value);
gint64 wa_template_component_get_code_expiration_minutes (WaTemplateComponent *self);
void wa_template_component_set_code_expiration_minutes (WaTemplateComponent *self, gint64 value);
GListStore *wa_template_component_get_buttons (WaTemplateComponent *self);
GListStore *wa_template_component_get_cards (WaTemplateComponent *self);

G_END_DECLS
