/* wa-free-form.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/wa-outgoing.h"

G_BEGIN_DECLS

/**
 * WaFreeForm:
 *
 * A message that is no template, as a form: a text, or the address of a file with what belongs to it.  Bound to a #WaOutgoing
 * both ways.
 */
#define WA_TYPE_FREE_FORM (wa_free_form_get_type ())
G_DECLARE_FINAL_TYPE (WaFreeForm, wa_free_form, WA, FREE_FORM, GtkWidget)

void     wa_free_form_set_outgoing (WaFreeForm *self,
                                    WaOutgoing *outgoing);
gboolean wa_free_form_validate     (WaFreeForm *self);

G_END_DECLS
