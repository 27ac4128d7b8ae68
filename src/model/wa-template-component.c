/* wa-template-component.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-template-component.h"

struct _WaTemplateComponent
{
  WaRecord parent_instance;

  int        kind;
  char       *kind_text;
  int        format;
  char       *text;
  char       **header_handles;
  char       **header_examples;
  char       **body_examples;
  GListStore *named_examples;
  gboolean   has_expiration;
  gboolean   add_security_recommendation;
  gint64     code_expiration_minutes;
  GListStore *buttons;
  GListStore *cards;
};

G_DEFINE_FINAL_TYPE (WaTemplateComponent, wa_template_component, WA_TYPE_RECORD)

static const WaField fields[] = {
  WA_FIELD_OF (WaTemplateComponent, kind, "kind", CHOICE, wa_component_kind_get_type),
  WA_FIELD (WaTemplateComponent, kind_text, "kind-text", TEXT),
  WA_FIELD_OF (WaTemplateComponent, format, "format", CHOICE, wa_header_format_get_type),
  WA_FIELD (WaTemplateComponent, text, "text", TEXT),
  WA_FIELD (WaTemplateComponent, header_handles, "header-handles", TEXTS),
  WA_FIELD (WaTemplateComponent, header_examples, "header-examples", TEXTS),
  WA_FIELD (WaTemplateComponent, body_examples, "body-examples", TEXTS),
  WA_FIELD_OF (WaTemplateComponent, named_examples, "named-examples", RECORDS, wa_attribute_get_type),
  WA_FIELD (WaTemplateComponent, has_expiration, "has-expiration", FLAG),
  WA_FIELD (WaTemplateComponent, add_security_recommendation, "add-security-recommendation", FLAG),
  WA_FIELD (WaTemplateComponent, code_expiration_minutes, "code-expiration-minutes", INTEGER),
  WA_FIELD_OF (WaTemplateComponent, buttons, "buttons", RECORDS, wa_template_button_get_type),
  WA_FIELD_OF (WaTemplateComponent, cards, "cards", RECORDS, wa_template_card_get_type),
};

WA_RECORD_CHOICE (WaTemplateComponent, wa_template_component, kind, WaComponentKind)
WA_RECORD_TEXT (WaTemplateComponent, wa_template_component, kind_text)
WA_RECORD_CHOICE (WaTemplateComponent, wa_template_component, format, WaHeaderFormat)
WA_RECORD_TEXT (WaTemplateComponent, wa_template_component, text)
WA_RECORD_TEXTS (WaTemplateComponent, wa_template_component, header_handles)
WA_RECORD_TEXTS (WaTemplateComponent, wa_template_component, header_examples)
WA_RECORD_TEXTS (WaTemplateComponent, wa_template_component, body_examples)
WA_RECORD_RECORDS (WaTemplateComponent, wa_template_component, named_examples)
WA_RECORD_FLAG (WaTemplateComponent, wa_template_component, has_expiration)
WA_RECORD_FLAG (WaTemplateComponent, wa_template_component, add_security_recommendation)
WA_RECORD_INTEGER (WaTemplateComponent, wa_template_component, code_expiration_minutes)
WA_RECORD_RECORDS (WaTemplateComponent, wa_template_component, buttons)
WA_RECORD_RECORDS (WaTemplateComponent, wa_template_component, cards)

static void
wa_template_component_class_init (WaTemplateComponentClass *klass)
{
  wa_record_class_set_fields (WA_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
wa_template_component_init (WaTemplateComponent *self)
{
}

WaTemplateComponent *
wa_template_component_new (void)
{
  return g_object_new (WA_TYPE_TEMPLATE_COMPONENT, NULL);
}
