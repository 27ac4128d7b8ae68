/* wa-template-card.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-template-card.h"
#include "model/wa-template-component.h"

struct _WaTemplateCard
{
  WaRecord parent_instance;

  GListStore *components;
};

G_DEFINE_FINAL_TYPE (WaTemplateCard, wa_template_card, WA_TYPE_RECORD)

static const WaField fields[] = {
  WA_FIELD_OF (WaTemplateCard, components, "components", RECORDS, wa_template_component_get_type),
};

WA_RECORD_RECORDS (WaTemplateCard, wa_template_card, components)

static void
wa_template_card_class_init (WaTemplateCardClass *klass)
{
  wa_record_class_set_fields (WA_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
wa_template_card_init (WaTemplateCard *self)
{
}

WaTemplateCard *
wa_template_card_new (void)
{
  return g_object_new (WA_TYPE_TEMPLATE_CARD, NULL);
}
