/* wa-template-check.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-template.h"
#include "template/wa-template-problem.h"

G_BEGIN_DECLS

GListStore *wa_template_check        (WaTemplate *template,
                                      GListModel *fields);
GListStore *wa_template_check_values (WaTemplate *template,
                                      GListModel *fields);

G_END_DECLS
