/* wa-template-problem.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-parameter-field.h"
#include "model/wa-record.h"
#include "model/wa-template-enums.h"

G_BEGIN_DECLS

/**
 * WaSeverity:
 * @WA_SEVERITY_WARNING: may go wrong; the user decides
 * @WA_SEVERITY_ERROR: will be refused; it is not sent
 */
typedef enum
{
  WA_SEVERITY_WARNING,
  WA_SEVERITY_ERROR,
} WaSeverity;

GType wa_severity_get_type (void);
#define WA_TYPE_SEVERITY (wa_severity_get_type ())

/**
 * WaTemplateProblem:
 *
 * What is wrong with a template or a message, before anybody else says so.
 *
 * @rule: the rule's short name, for logs and tests
 * @component: where it is; %WA_COMPONENT_UNKNOWN for the whole
 * @card: the carousel card, from 1; 0 outside carousels
 * @button: the button's index from 0; -1 where it is no button
 * @field: the field whose value is wrong; %NULL where no value is
 * @message: for the user
 */
#define WA_TYPE_TEMPLATE_PROBLEM (wa_template_problem_get_type ())
G_DECLARE_FINAL_TYPE (WaTemplateProblem, wa_template_problem, WA, TEMPLATE_PROBLEM, WaRecord)

WaTemplateProblem *wa_template_problem_new (void);
const char *wa_template_problem_get_rule (WaTemplateProblem *self);
void wa_template_problem_set_rule (WaTemplateProblem *self, const char *value);
WaSeverity wa_template_problem_get_severity (WaTemplateProblem *self);
void wa_template_problem_set_severity (WaTemplateProblem *self, WaSeverity value);
WaComponentKind wa_template_problem_get_component (WaTemplateProblem *self);
void wa_template_problem_set_component (WaTemplateProblem *self, WaComponentKind value);
gint64 wa_template_problem_get_card (WaTemplateProblem *self);
void wa_template_problem_set_card (WaTemplateProblem *self, gint64 value);
gint64 wa_template_problem_get_button (WaTemplateProblem *self);
void wa_template_problem_set_button (WaTemplateProblem *self, gint64 value);
WaParameterField *wa_template_problem_get_field (WaTemplateProblem *self);
void wa_template_problem_set_field (WaTemplateProblem *self, WaParameterField *value);
const char *wa_template_problem_get_message (WaTemplateProblem *self);
void wa_template_problem_set_message (WaTemplateProblem *self, const char *value);

WaTemplateProblem *wa_template_problems_add (GListStore      *problems,
                                             const char      *rule,
                                             WaSeverity       severity,
                                             WaComponentKind  component,
                                             const char      *message);
WaTemplateProblem *wa_template_problems_first_error (GListModel *problems);

G_END_DECLS
