/* wa-meta-template.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-template-component.h"
#include "provider/wa-meta-template.h"

/* Meta gives an example now as a list, now as a bare string. */
static char **
dup_examples (const WaJson *json)
{
  g_autofree char *text = wa_json_dup_scalar (json);
  char **examples;

  if (text == NULL)
    return wa_json_dup_texts (json);

  examples = g_new0 (char *, 2);
  examples[0] = g_steal_pointer (&text);

  return examples;
}

static gboolean
finish_button (gpointer       record,
               const WaJson  *json,
               GError       **error)
{
  WaJson example = wa_json_member (json, "example");
  g_auto(GStrv) examples = dup_examples (&example);

  wa_template_button_set_examples (record, (const char *const *) examples);

  return TRUE;
}

static const WaMapping button_rows[] = {
  { "type", "kind" },
  { "type", "kind-text", WA_MAP_UPPER },
  { "text", "text" },
  { "url", "url" },
  { "phone_number", "phone-number" },
  { "otp_type", "otp-type", WA_MAP_UPPER },
  { "flow_id", "flow-id" },
  { "flow_action", "flow-action" },
  { "navigate_screen", "navigate-screen" },
  { NULL }
};

const WaMappingTable wa_meta_button_table = { wa_template_button_get_type, button_rows, finish_button };

static const WaMapping card_rows[] = {
  { "components", "components", WA_MAP_PLAIN, &wa_meta_component_table },
  { NULL }
};

static const WaMappingTable card_table = { wa_template_card_get_type, card_rows };

static const WaMapping named_rows[] = {
  { "param_name", "name", WA_MAP_REQUIRED },
  { "example", "value" },
  { NULL }
};

static const WaMappingTable named_table = { wa_attribute_get_type, named_rows };

/* The samples of the body are a list of lists, of which the first counts. */
static gboolean
finish_component (gpointer       record,
                  const WaJson  *json,
                  GError       **error)
{
  WaJson header = wa_json_find (json, "example.header_text");
  WaJson body = wa_json_find (json, "example.body_text");
  WaJson first = wa_json_element (&body, 0);
  g_auto(GStrv) header_texts = dup_examples (&header);
  g_auto(GStrv) body_texts = dup_examples (wa_json_is (&first, WA_JSON_LIST) ? &first : &body);

  wa_template_component_set_header_examples (record, (const char *const *) header_texts);
  wa_template_component_set_body_examples (record, (const char *const *) body_texts);

  return TRUE;
}

static const WaMapping component_rows[] = {
  { "type", "kind-text", WA_MAP_REQUIRED | WA_MAP_UPPER },
  { "type", "kind" },
  { "format", "format" },
  { "text|limited_time_offer.text", "text" },
  { "example.header_handle", "header-handles" },
  { "example.body_text_named_params|example.header_text_named_params", "named-examples",
    WA_MAP_SKIP, &named_table },
  { "has_expiration|limited_time_offer.has_expiration", "has-expiration" },
  { "add_security_recommendation", "add-security-recommendation" },
  { "code_expiration_minutes", "code-expiration-minutes" },
  { "buttons", "buttons", WA_MAP_PLAIN, &wa_meta_button_table },
  { "cards", "cards", WA_MAP_PLAIN, &card_table },
  { NULL }
};

const WaMappingTable wa_meta_component_table = {
  wa_template_component_get_type, component_rows, finish_component,
};
