/* wa-template-check.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-util.h"
#include "model/wa-limits.h"
#include "template/wa-template-check.h"
#include "template/wa-template-fields.h"
#include "template/wa-template-text.h"
#include "template/wa-value-check.h"

typedef struct
{
  WaTemplate *template;
  GListModel *fields;
  GListStore *problems;
} Check;

/* What a rule is asked for.  Each rule looks at the whole and adds what it finds. */
typedef enum
{
  WHEN_FILLING = 1 << 0,    /* while values are typed */
  WHEN_SENDING = 1 << 1,
} When;

typedef struct
{
  guint   when;
  void  (*check) (Check *check);
} Rule;

static void
add_in_card (Check           *check,
             const char      *rule,
             WaComponentKind  component,
             guint            card,
             const char      *message)
{
  wa_template_problem_set_card (
    wa_template_problems_add (check->problems, rule, WA_SEVERITY_ERROR, component, message), card);
}

static void
check_status (Check *check)
{
  g_autofree char *message = NULL;
  const char *status = wa_template_get_status (check->template);

  if (wa_template_is_sendable (check->template))
    return;

  message = wa_is_empty (status)
            ? g_strdup (_("It is not known whether WhatsApp approved this template. Load the templates "
                          "again."))
            : g_strdup_printf (_("Only approved templates can be sent. The status of this one is %s."),
                               status);
  wa_template_problems_add (check->problems, "T14", WA_SEVERITY_ERROR, WA_COMPONENT_UNKNOWN, message);
}

static void
check_button_known (Check            *check,
                    WaTemplateButton *button,
                    guint             card,
                    guint             index)
{
  WaButtonKind kind = wa_template_button_get_kind (button);
  g_autofree char *message = NULL;
  WaTemplateProblem *problem;

  /* An order and a choice of products hold more than a form of values can. */
  if (kind != WA_BUTTON_UNKNOWN && kind != WA_BUTTON_MPM && kind != WA_BUTTON_ORDER_DETAILS)
    return;

  message = g_strdup_printf (_("WaDesk can't send templates with a button of the kind %s."),
                             wa_template_button_get_kind_text (button));
  problem = wa_template_problems_add (check->problems, "P05", WA_SEVERITY_ERROR, WA_COMPONENT_BUTTONS,
                                      message);
  wa_template_problem_set_card (problem, card);
  wa_template_problem_set_button (problem, index);
}

static void check_components_known (Check      *check,
                                    GListModel *components,
                                    guint       card);

static void
check_component_known (Check               *check,
                       WaTemplateComponent *component,
                       guint                card)
{
  GListModel *buttons = G_LIST_MODEL (wa_template_component_get_buttons (component));
  GListModel *cards = G_LIST_MODEL (wa_template_component_get_cards (component));
  WaComponentKind kind = wa_template_component_get_kind (component);
  g_autofree char *message = NULL;

  if (kind == WA_COMPONENT_UNKNOWN)
    {
      message = g_strdup_printf (_("WaDesk can't send templates with a part of the kind %s."),
                                 wa_template_component_get_kind_text (component));
      add_in_card (check, "P05", kind, card, message);
    }
  else if (kind == WA_COMPONENT_HEADER && wa_template_component_get_format (component) == WA_HEADER_UNKNOWN)
    add_in_card (check, "P05", kind, card, _("WaDesk does not know what this template's header is."));

  for (guint i = 0; i < g_list_model_get_n_items (buttons); i++)
    {
      g_autoptr(WaTemplateButton) button = g_list_model_get_item (buttons, i);

      check_button_known (check, button, card, i);
    }

  for (guint i = 0; card == 0 && i < g_list_model_get_n_items (cards); i++)
    {
      g_autoptr(WaTemplateCard) inner = g_list_model_get_item (cards, i);

      check_components_known (check, G_LIST_MODEL (wa_template_card_get_components (inner)), i + 1);
    }
}

static void
check_components_known (Check      *check,
                        GListModel *components,
                        guint       card)
{
  for (guint i = 0; i < g_list_model_get_n_items (components); i++)
    {
      g_autoptr(WaTemplateComponent) component = g_list_model_get_item (components, i);

      check_component_known (check, component, card);
    }
}

static void
check_parts (Check *check)
{
  check_components_known (check, G_LIST_MODEL (wa_template_get_components (check->template)), 0);
}

static void
check_cards (Check *check)
{
  WaTemplateComponent *carousel = wa_template_find (check->template, WA_COMPONENT_CAROUSEL);
  g_autofree char *message = NULL;
  guint n;

  if (carousel == NULL)
    return;

  n = g_list_model_get_n_items (G_LIST_MODEL (wa_template_component_get_cards (carousel)));
  if (n >= WA_LIMIT_CARDS_FEWEST && n <= WA_LIMIT_CARDS)
    return;

  message = g_strdup_printf (_("A carousel has %d to %d cards."), WA_LIMIT_CARDS_FEWEST, WA_LIMIT_CARDS);
  wa_template_problems_add (check->problems, "2.6", WA_SEVERITY_ERROR, WA_COMPONENT_CAROUSEL, message);
}

static gboolean
is_known (WaTemplate *template)
{
  return g_list_model_get_n_items (G_LIST_MODEL (wa_template_get_components (template))) > 0 ||
         g_list_model_get_n_items (G_LIST_MODEL (wa_template_get_hints (template))) > 0;
}

/* The values were made for this template, or for what it was before. */
static void
check_counts (Check *check)
{
  g_autoptr(GListStore) expected = NULL;
  guint n;

  if (!is_known (check->template))
    return;

  expected = wa_template_fields_new (check->template);
  n = g_list_model_get_n_items (G_LIST_MODEL (expected));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(WaParameterField) place = g_list_model_get_item (G_LIST_MODEL (expected), i);
      g_autofree char *message = NULL;

      if (!wa_parameter_field_get_required (place) || wa_template_fields_find (check->fields, place) != NULL)
        continue;

      message = g_strdup_printf (_("The value for “%s” is missing."),
                                 wa_parameter_field_get_label (place));
      add_in_card (check, "P01", WA_COMPONENT_UNKNOWN, wa_parameter_field_get_card (place), message);
    }

  for (guint i = 0; i < g_list_model_get_n_items (check->fields); i++)
    {
      g_autoptr(WaParameterField) field = g_list_model_get_item (check->fields, i);
      WaTemplateProblem *problem;

      if (wa_template_fields_find (G_LIST_MODEL (expected), field) != NULL)
        continue;

      problem = wa_template_problems_add (check->problems, "P01", WA_SEVERITY_ERROR, WA_COMPONENT_UNKNOWN,
                                          _("The template was changed and has no place for this value."));
      wa_template_problem_set_field (problem, field);
    }
}

static void
check_values (Check *check)
{
  for (guint i = 0; i < g_list_model_get_n_items (check->fields); i++)
    {
      g_autoptr(WaParameterField) field = g_list_model_get_item (check->fields, i);

      wa_value_check (field, check->problems);
    }
}

/* The field whose value it is most worth to shorten. */
static WaParameterField *
longest_of (GListModel         *fields,
            WaParameterSection  section,
            guint               card,
            guint               button)
{
  WaParameterField *longest = NULL;
  glong length = 0;

  for (guint i = 0; i < g_list_model_get_n_items (fields); i++)
    {
      g_autoptr(WaParameterField) field = g_list_model_get_item (fields, i);
      glong n = g_utf8_strlen (wa_parameter_field_get_value (field), -1);

      if (wa_parameter_field_get_section (field) == section && wa_parameter_field_get_card (field) == card &&
          wa_parameter_field_get_button (field) == button && n > length)
        {
          longest = field;
          length = n;
        }
    }

  return longest;
}

static void
check_filled (Check              *check,
              const char         *text,
              WaComponentKind     component,
              WaParameterSection  section,
              guint               card,
              guint               button,
              int                 limit)
{
  g_autofree char *filled = wa_template_text_fill (text, check->fields, section, card, button);
  int length = g_utf8_strlen (filled, -1);
  gboolean over = length > limit;
  g_autofree char *message = NULL;
  WaTemplateProblem *problem;

  if (!over && wa_text_utf16_length (filled) <= (gsize) limit)
    return;

  message = over
            ? g_strdup_printf (ngettext ("With its values the text is %d character too long; %d fit.",
                                         "With its values the text is %d characters too long; %d fit.",
                                         length - limit), length - limit, limit)
            : g_strdup_printf (_("With its emoji the text may count as more than %d characters."), limit);
  problem = wa_template_problems_add (check->problems, "P04", over ? WA_SEVERITY_ERROR : WA_SEVERITY_WARNING,
                                      component, message);
  wa_template_problem_set_card (problem, card);
  wa_template_problem_set_field (problem, longest_of (check->fields, section, card, button));
  if (component == WA_COMPONENT_BUTTONS)
    wa_template_problem_set_button (problem, button);
}

static void
check_lengths_of (Check      *check,
                  GListModel *components,
                  guint       card)
{
  WaTemplateComponent *header = wa_template_fields_component (components, WA_COMPONENT_HEADER);
  WaTemplateComponent *body = wa_template_fields_component (components, WA_COMPONENT_BODY);
  WaTemplateComponent *buttons = wa_template_fields_component (components, WA_COMPONENT_BUTTONS);
  GListModel *list = buttons != NULL ? G_LIST_MODEL (wa_template_component_get_buttons (buttons)) : NULL;

  if (header != NULL && wa_template_component_get_format (header) == WA_HEADER_TEXT)
    check_filled (check, wa_template_component_get_text (header), WA_COMPONENT_HEADER, WA_SECTION_HEADER,
                  card, 0, WA_LIMIT_HEADER_TEXT);
  if (body != NULL)
    check_filled (check, wa_template_component_get_text (body), WA_COMPONENT_BODY, WA_SECTION_BODY, card, 0,
                  wa_template_body_limit (check->template, card));

  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(WaTemplateButton) button = g_list_model_get_item (list, i);

      if (wa_template_button_get_kind (button) == WA_BUTTON_URL)
        check_filled (check, wa_template_button_get_url (button), WA_COMPONENT_BUTTONS,
                      WA_SECTION_URL_BUTTON, card, i, WA_LIMIT_URL);
    }
}

static void
check_lengths (Check *check)
{
  WaTemplateComponent *carousel = wa_template_find (check->template, WA_COMPONENT_CAROUSEL);
  GListModel *cards = carousel != NULL ? G_LIST_MODEL (wa_template_component_get_cards (carousel)) : NULL;

  /* An authentication template's text is Meta's own. */
  if (wa_template_is_authentication (check->template))
    return;

  check_lengths_of (check, G_LIST_MODEL (wa_template_get_components (check->template)), 0);
  for (guint i = 0; cards != NULL && i < g_list_model_get_n_items (cards); i++)
    {
      g_autoptr(WaTemplateCard) card = g_list_model_get_item (cards, i);

      check_lengths_of (check, G_LIST_MODEL (wa_template_card_get_components (card)), i + 1);
    }
}

static const Rule rules[] = {
  { WHEN_SENDING, check_status },
  { WHEN_SENDING, check_parts },
  { WHEN_SENDING, check_cards },
  { WHEN_SENDING, check_counts },
  { WHEN_SENDING | WHEN_FILLING, check_values },
  { WHEN_SENDING | WHEN_FILLING, check_lengths },
};

static GListStore *
run (WaTemplate *template,
     GListModel *fields,
     When        when)
{
  Check check = { template, fields, NULL };

  g_return_val_if_fail (WA_IS_TEMPLATE (template), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (fields), NULL);

  check.problems = g_list_store_new (WA_TYPE_TEMPLATE_PROBLEM);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if ((rules[i].when & when) != 0)
      rules[i].check (&check);

  return check.problems;
}

/**
 * wa_template_check:
 * @fields: a list of #WaParameterField, the values to be sent
 *
 * Looks at everything that would make Meta refuse the template with these values.
 *
 * Returns: (transfer full): a list of #WaTemplateProblem
 */
GListStore *
wa_template_check (WaTemplate *template,
                   GListModel *fields)
{
  return run (template, fields, WHEN_SENDING);
}

/**
 * wa_template_check_values:
 * @fields: a list of #WaParameterField
 *
 * Looks at the values only: what the user can mend in the form.
 *
 * Returns: (transfer full): a list of #WaTemplateProblem
 */
GListStore *
wa_template_check_values (WaTemplate *template,
                          GListModel *fields)
{
  return run (template, fields, WHEN_FILLING);
}
