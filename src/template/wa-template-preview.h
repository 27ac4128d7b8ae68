/* wa-template-preview.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-outgoing.h"
#include "model/wa-template.h"
#include "template/wa-rich-text.h"

G_BEGIN_DECLS

/**
 * WaPreviewButton:
 * @kind: what sort of button
 * @label: what stands on it
 * @action: what it does: the address with its value, the number, the code, the answer; "" where
 *   there is nothing to say
 */
typedef struct
{
  WaButtonKind  kind;
  char         *label;
  char         *action;
} WaPreviewButton;

/**
 * WaTemplatePreview:
 *
 * A message as the customer will see it.  It is a value: made from a template and its values, or
 * from another message, it never changes; a new one is made for each change.  Whoever shows it only
 * draws it.
 */
#define WA_TYPE_TEMPLATE_PREVIEW (wa_template_preview_get_type ())
G_DECLARE_FINAL_TYPE (WaTemplatePreview, wa_template_preview, WA, TEMPLATE_PREVIEW, GObject)

WaTemplatePreview     *wa_template_preview_new               (WaTemplate        *template,
                                                              GListModel        *fields);
WaTemplatePreview     *wa_template_preview_new_outgoing      (WaOutgoing        *outgoing);
WaMessageKind          wa_template_preview_get_kind          (WaTemplatePreview *self);
gboolean               wa_template_preview_get_rtl           (WaTemplatePreview *self);
WaHeaderFormat         wa_template_preview_get_header_format (WaTemplatePreview *self);
WaRichText            *wa_template_preview_get_header_text   (WaTemplatePreview *self);
const char            *wa_template_preview_get_link          (WaTemplatePreview *self);
const char            *wa_template_preview_get_filename      (WaTemplatePreview *self);
const char            *wa_template_preview_get_latitude      (WaTemplatePreview *self);
const char            *wa_template_preview_get_longitude     (WaTemplatePreview *self);
const char            *wa_template_preview_get_place         (WaTemplatePreview *self);
const char            *wa_template_preview_get_address       (WaTemplatePreview *self);
const char            *wa_template_preview_get_product       (WaTemplatePreview *self);
WaRichText            *wa_template_preview_get_body          (WaTemplatePreview *self);
const char            *wa_template_preview_get_footer        (WaTemplatePreview *self);
gboolean               wa_template_preview_get_has_offer     (WaTemplatePreview *self);
const char            *wa_template_preview_get_offer_text    (WaTemplatePreview *self);
GDateTime             *wa_template_preview_get_offer_expiry  (WaTemplatePreview *self);
const char            *wa_template_preview_get_note          (WaTemplatePreview *self);
guint                  wa_template_preview_get_n_buttons     (WaTemplatePreview *self);
const WaPreviewButton *wa_template_preview_get_button        (WaTemplatePreview *self,
                                                              guint              position);
guint                  wa_template_preview_get_n_cards       (WaTemplatePreview *self);
WaTemplatePreview     *wa_template_preview_get_card          (WaTemplatePreview *self,
                                                              guint              position);

G_END_DECLS
