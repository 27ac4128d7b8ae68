/* wa-template-values.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "provider/wa-checks.h"
#include "provider/wa-template-values.h"
#include "template/wa-template-variables.h"

/**
 * wa_template_values_check:
 *
 * Returns: whether the message has a template that may be sent, else %FALSE with %WA_ERROR_INVALID
 */
gboolean
wa_template_values_check (WaOutgoing  *outgoing,
                          GError     **error)
{
  WaTemplate *template = wa_outgoing_get_template (outgoing);

  if (!wa_check_template_name (template != NULL ? wa_template_get_name (template) : NULL, error))
    return FALSE;
  if (wa_is_empty (wa_template_get_status (template)) || wa_template_is_sendable (template))
    return TRUE;

  g_set_error_literal (error, WA_ERROR, WA_ERROR_INVALID,
                       _("WhatsApp has not approved this template. "
                         "Choose another one, or wait for the approval."));

  return FALSE;
}

/**
 * wa_template_values_get:
 *
 * Returns: the only value of a section; "" where there is none
 */
const char *
wa_template_values_get (WaOutgoing         *outgoing,
                        WaParameterSection  section,
                        guint               card)
{
  WaParameterField *field = wa_outgoing_find_field (outgoing, section, card, 0);

  return field != NULL ? wa_parameter_field_get_value (field) : "";
}

/**
 * wa_template_values_get_for_button:
 * @button: its index
 *
 * Returns: the value of a button; "" where there is none
 */
const char *
wa_template_values_get_for_button (WaOutgoing         *outgoing,
                                   WaParameterSection  section,
                                   guint               card,
                                   guint               button)
{
  WaParameterField *field;

  for (guint nth = 0; (field = wa_outgoing_find_field (outgoing, section, card, nth)) != NULL; nth++)
    if (wa_parameter_field_get_button (field) == button)
      return wa_parameter_field_get_value (field);

  return "";
}

/* A value that names a variable is that one's; others go by their place. */
static const char *
find_value (WaOutgoing         *outgoing,
            WaParameterSection  section,
            guint               card,
            const char         *key,
            guint               place)
{
  WaParameterField *field;

  for (guint nth = 0; (field = wa_outgoing_find_field (outgoing, section, card, nth)) != NULL; nth++)
    if (g_str_equal (wa_parameter_field_get_key (field), key))
      return wa_parameter_field_get_value (field);

  return wa_parameter_field_get_value (wa_outgoing_find_field (outgoing, section, card, place));
}

/**
 * wa_template_values_dup:
 *
 * The template may have changed since the form was filled in: there must be as many values as variables, and
 * none empty.
 *
 * Returns: (transfer full): the values of @component's variables, in order, or %NULL with %WA_ERROR_INVALID
 */
char **
wa_template_values_dup (WaOutgoing           *outgoing,
                        WaParameterSection    section,
                        guint                 card,
                        WaTemplateComponent  *component,
                        GError              **error)
{
  g_auto(GStrv) keys = wa_template_variables_scan (wa_template_component_get_text (component));
  g_auto(GStrv) given = wa_outgoing_dup_values (outgoing, section, card);
  g_autoptr(GStrvBuilder) values = g_strv_builder_new ();

  if (g_strv_length (keys) != g_strv_length (given))
    {
      g_set_error_literal (error, WA_ERROR, WA_ERROR_INVALID,
                           _("The values don’t fit the template any more. "
                             "Refresh it and fill in all fields."));
      return NULL;
    }

  for (guint i = 0; keys[i] != NULL; i++)
    {
      const char *value = find_value (outgoing, section, card, keys[i], i);

      if (value[0] == '\0')
        {
          /* Translators: a variable of a template: "{{1}}" */
          g_set_error (error, WA_ERROR, WA_ERROR_INVALID,
                       _("There is no value for %s. Fill in all fields."), keys[i]);
          return NULL;
        }
      g_strv_builder_add (values, value);
    }

  return g_strv_builder_end (values);
}

/**
 * wa_template_values_get_url:
 * @value: (out) (nullable): what replaces the variable of the button's address; %NULL where it has none
 */
gboolean
wa_template_values_get_url (WaOutgoing        *outgoing,
                            WaTemplateButton  *button,
                            guint              card,
                            guint              index,
                            const char       **value,
                            GError           **error)
{
  g_auto(GStrv) keys = wa_template_variables_scan (wa_template_button_get_url (button));

  *value = NULL;
  if (keys[0] == NULL)
    return TRUE;

  *value = wa_template_values_get_for_button (outgoing, WA_SECTION_URL_BUTTON, card, index);
  if (!wa_is_empty (*value))
    return TRUE;

  g_set_error (error, WA_ERROR, WA_ERROR_INVALID,
               _("The address of the button “%s” is not complete. Fill in its field."),
               wa_template_button_get_text (button));

  return FALSE;
}
