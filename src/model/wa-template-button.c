/* wa-template-button.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-template-button.h"

struct _WaTemplateButton
{
  WaRecord parent_instance;

  int  kind;
  char *kind_text;
  char *text;
  char *url;
  char *phone_number;
  char **examples;
  char *otp_type;
  char *flow_id;
  char *flow_action;
  char *navigate_screen;
};

G_DEFINE_FINAL_TYPE (WaTemplateButton, wa_template_button, WA_TYPE_RECORD)

static const WaField fields[] = {
  WA_FIELD_OF (WaTemplateButton, kind, "kind", CHOICE, wa_button_kind_get_type),
  WA_FIELD (WaTemplateButton, kind_text, "kind-text", TEXT),
  WA_FIELD (WaTemplateButton, text, "text", TEXT),
  WA_FIELD (WaTemplateButton, url, "url", TEXT),
  WA_FIELD (WaTemplateButton, phone_number, "phone-number", TEXT),
  WA_FIELD (WaTemplateButton, examples, "examples", TEXTS),
  WA_FIELD (WaTemplateButton, otp_type, "otp-type", TEXT),
  WA_FIELD (WaTemplateButton, flow_id, "flow-id", TEXT),
  WA_FIELD (WaTemplateButton, flow_action, "flow-action", TEXT),
  WA_FIELD (WaTemplateButton, navigate_screen, "navigate-screen", TEXT),
};

WA_RECORD_CHOICE (WaTemplateButton, wa_template_button, kind, WaButtonKind)
WA_RECORD_TEXT (WaTemplateButton, wa_template_button, kind_text)
WA_RECORD_TEXT (WaTemplateButton, wa_template_button, text)
WA_RECORD_TEXT (WaTemplateButton, wa_template_button, url)
WA_RECORD_TEXT (WaTemplateButton, wa_template_button, phone_number)
WA_RECORD_TEXTS (WaTemplateButton, wa_template_button, examples)
WA_RECORD_TEXT (WaTemplateButton, wa_template_button, otp_type)
WA_RECORD_TEXT (WaTemplateButton, wa_template_button, flow_id)
WA_RECORD_TEXT (WaTemplateButton, wa_template_button, flow_action)
WA_RECORD_TEXT (WaTemplateButton, wa_template_button, navigate_screen)

static void
wa_template_button_class_init (WaTemplateButtonClass *klass)
{
  wa_record_class_set_fields (WA_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
wa_template_button_init (WaTemplateButton *self)
{
}

WaTemplateButton *
wa_template_button_new (void)
{
  return g_object_new (WA_TYPE_TEMPLATE_BUTTON, NULL);
}
