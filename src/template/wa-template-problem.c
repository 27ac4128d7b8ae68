/* wa-template-problem.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "template/wa-template-problem.h"

struct _WaTemplateProblem
{
  WaRecord parent_instance;

  char             *rule;
  int               severity;
  int               component;
  gint64            card;
  gint64            button;
  WaParameterField *field;
  char             *message;
};

G_DEFINE_ENUM_TYPE (WaSeverity, wa_severity,
  G_DEFINE_ENUM_VALUE (WA_SEVERITY_WARNING, "warning"),
  G_DEFINE_ENUM_VALUE (WA_SEVERITY_ERROR, "error"))

G_DEFINE_FINAL_TYPE (WaTemplateProblem, wa_template_problem, WA_TYPE_RECORD)

static const WaField fields[] = {
  WA_FIELD (WaTemplateProblem, rule, "rule", TEXT),
  WA_FIELD_OF (WaTemplateProblem, severity, "severity", CHOICE, wa_severity_get_type),
  WA_FIELD_OF (WaTemplateProblem, component, "component", CHOICE, wa_component_kind_get_type),
  WA_FIELD (WaTemplateProblem, card, "card", INTEGER),
  WA_FIELD (WaTemplateProblem, button, "button", INTEGER),
  WA_FIELD_OF (WaTemplateProblem, field, "field", RECORD, wa_parameter_field_get_type),
  WA_FIELD (WaTemplateProblem, message, "message", TEXT),
};

WA_RECORD_TEXT (WaTemplateProblem, wa_template_problem, rule)
WA_RECORD_CHOICE (WaTemplateProblem, wa_template_problem, severity, WaSeverity)
WA_RECORD_CHOICE (WaTemplateProblem, wa_template_problem, component, WaComponentKind)
WA_RECORD_INTEGER (WaTemplateProblem, wa_template_problem, card)
WA_RECORD_INTEGER (WaTemplateProblem, wa_template_problem, button)
WA_RECORD_RECORD (WaTemplateProblem, wa_template_problem, field, WaParameterField)
WA_RECORD_TEXT (WaTemplateProblem, wa_template_problem, message)

static void
wa_template_problem_class_init (WaTemplateProblemClass *klass)
{
  wa_record_class_set_fields (WA_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
wa_template_problem_init (WaTemplateProblem *self)
{
  self->button = -1;
}

WaTemplateProblem *
wa_template_problem_new (void)
{
  return g_object_new (WA_TYPE_TEMPLATE_PROBLEM, NULL);
}

/**
 * wa_template_problems_add:
 * @problems: a list of #WaTemplateProblem
 *
 * Returns: (transfer none): the new problem, for what else there is to say about its place
 */
WaTemplateProblem *
wa_template_problems_add (GListStore      *problems,
                          const char      *rule,
                          WaSeverity       severity,
                          WaComponentKind  component,
                          const char      *message)
{
  g_autoptr(WaTemplateProblem) problem = wa_template_problem_new ();

  wa_template_problem_set_rule (problem, rule);
  wa_template_problem_set_severity (problem, severity);
  wa_template_problem_set_component (problem, component);
  wa_template_problem_set_message (problem, message);
  g_list_store_append (problems, problem);

  return problem;
}

/**
 * wa_template_problems_first_error:
 * @problems: a list of #WaTemplateProblem
 *
 * Returns: (transfer none) (nullable): the first that forbids to send
 */
WaTemplateProblem *
wa_template_problems_first_error (GListModel *problems)
{
  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr(WaTemplateProblem) problem = g_list_model_get_item (problems, i);

      if (problem->severity == WA_SEVERITY_ERROR)
        return problem;
    }

  return NULL;
}
