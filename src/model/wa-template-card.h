/* wa-template-card.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-record.h"

G_BEGIN_DECLS

/**
 * WaTemplateCard:
 *
 * A card of a carousel.
 *
 * @components: #WaTemplateComponent
 */
#define WA_TYPE_TEMPLATE_CARD (wa_template_card_get_type ())
G_DECLARE_FINAL_TYPE (WaTemplateCard, wa_template_card, WA, TEMPLATE_CARD, WaRecord)

WaTemplateCard *wa_template_card_new (void);
GListStore *wa_template_card_get_components (WaTemplateCard *self);

G_END_DECLS
