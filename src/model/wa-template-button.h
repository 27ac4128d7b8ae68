/* wa-template-button.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-record.h"
#include "model/wa-template-enums.h"

G_BEGIN_DECLS

/**
 * WaTemplateButton:
 *
 * A button of a template.
 *
 * @kind-text: the kind in the system's word, upper case
 */
#define WA_TYPE_TEMPLATE_BUTTON (wa_template_button_get_type ())
G_DECLARE_FINAL_TYPE (WaTemplateButton, wa_template_button, WA, TEMPLATE_BUTTON, WaRecord)

WaTemplateButton *wa_template_button_new (void);
WaButtonKind wa_template_button_get_kind (WaTemplateButton *self);
void wa_template_button_set_kind (WaTemplateButton *self, WaButtonKind value);
const char *wa_template_button_get_kind_text (WaTemplateButton *self);
void wa_template_button_set_kind_text (WaTemplateButton *self, const char *value);
const char *wa_template_button_get_text (WaTemplateButton *self);
void wa_template_button_set_text (WaTemplateButton *self, const char *value);
const char *wa_template_button_get_url (WaTemplateButton *self);
void wa_template_button_set_url (WaTemplateButton *self, const char *value);
const char *wa_template_button_get_phone_number (WaTemplateButton *self);
void wa_template_button_set_phone_number (WaTemplateButton *self, const char *value);
const char *const *wa_template_button_get_examples (WaTemplateButton *self);
void wa_template_button_set_examples (WaTemplateButton *self, const char *const *value);
const char *wa_template_button_get_otp_type (WaTemplateButton *self);
void wa_template_button_set_otp_type (WaTemplateButton *self, const char *value);
const char *wa_template_button_get_flow_id (WaTemplateButton *self);
void wa_template_button_set_flow_id (WaTemplateButton *self, const char *value);
const char *wa_template_button_get_flow_action (WaTemplateButton *self);
void wa_template_button_set_flow_action (WaTemplateButton *self, const char *value);
const char *wa_template_button_get_navigate_screen (WaTemplateButton *self);
void wa_template_button_set_navigate_screen (WaTemplateButton *self, const char *value);

G_END_DECLS
