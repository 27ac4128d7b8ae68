/* wa-template-merge.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-template.h"

G_BEGIN_DECLS

void wa_template_keep_known    (WaTemplate *fresh,
                                WaTemplate *stored);
void wa_templates_keep_known   (GPtrArray  *fresh,
                                GListModel *stored);
void wa_templates_mark_shared  (GPtrArray  *templates);

G_END_DECLS
