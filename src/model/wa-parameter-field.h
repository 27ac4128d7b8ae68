/* wa-parameter-field.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-record.h"
#include "model/wa-template-enums.h"

G_BEGIN_DECLS

/**
 * WaParameterField:
 *
 * A value that a template asks for when it is sent. Forms bind to it.
 *
 * @card: the carousel card, from 1; 0 outside carousels
 * @button: of a button's value: its index over all buttons of the template (or the card), from 0
 * @key: as the template writes it: `{{1}}`, `{{name}}`; "" where the place has no name
 * @value: of a date-time: ISO 8601, or milliseconds since 1970; see wa_parameter_field_dup_time()
 * @max-length: in characters; 0 where there is no limit
 * @problem: what is wrong with the value now, for the user; "" while it is fine
 */
#define WA_TYPE_PARAMETER_FIELD (wa_parameter_field_get_type ())
G_DECLARE_FINAL_TYPE (WaParameterField, wa_parameter_field, WA, PARAMETER_FIELD, WaRecord)

WaParameterField *wa_parameter_field_new (void);
WaParameterSection wa_parameter_field_get_section (WaParameterField *self);
void wa_parameter_field_set_section (WaParameterField *self, WaParameterSection value);
WaParameterKind wa_parameter_field_get_kind (WaParameterField *self);
void wa_parameter_field_set_kind (WaParameterField *self, WaParameterKind value);
gint64 wa_parameter_field_get_card (WaParameterField *self);
void wa_parameter_field_set_card (WaParameterField *self, gint64 value);
gint64 wa_parameter_field_get_button (WaParameterField *self);
void wa_parameter_field_set_button (WaParameterField *self, gint64 value);
const char *wa_parameter_field_get_key (WaParameterField *self);
void wa_parameter_field_set_key (WaParameterField *self, const char *value);
const char *wa_parameter_field_get_label (WaParameterField *self);
void wa_parameter_field_set_label (WaParameterField *self, const char *value);
const char *wa_parameter_field_get_help_text (WaParameterField *self);
void wa_parameter_field_set_help_text (WaParameterField *self, const char *value);
const char *wa_parameter_field_get_example (WaParameterField *self);
void wa_parameter_field_set_example (WaParameterField *self, const char *value);
const char *wa_parameter_field_get_value (WaParameterField *self);
void wa_parameter_field_set_value (WaParameterField *self, const char *value);
gboolean wa_parameter_field_get_required (WaParameterField *self);
void wa_parameter_field_set_required (WaParameterField *self, gboolean value);
gint64 wa_parameter_field_get_max_length (WaParameterField *self);
void wa_parameter_field_set_max_length (WaParameterField *self, gint64 value);
const char *wa_parameter_field_get_problem (WaParameterField *self);
void wa_parameter_field_set_problem (WaParameterField *self, const char *value);
GDateTime *wa_parameter_field_dup_time (WaParameterField *self);

G_END_DECLS
