/* wa-contact-plan.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-contact-edit.h"
#include "provider/wa-provider.h"

G_BEGIN_DECLS

/**
 * WaContactStep:
 * @part: (untranslated): what is not saved without it
 */
typedef struct
{
  WaOp        op;
  GObject    *args;
  const char *part;
} WaContactStep;

/**
 * WaContactPlan:
 * @steps: (element-type WaContactStep): in their order
 * @added: names of tags that go by their ids: wa_contact_plan_add_tags(), once those are known
 * @removed: the same
 *
 * The operations that tell a system one change of a contact.
 */
typedef struct
{
  GPtrArray *steps;
  char     **added;
  char     **removed;
} WaContactPlan;

WaContactPlan *wa_contact_plan_new           (WaProvider          *provider,
                                              WaContact           *known,
                                              WaContactEdit       *edit,
                                              GError             **error);
void           wa_contact_plan_free          (WaContactPlan       *self);
void           wa_contact_plan_add_tags      (WaContactPlan       *self,
                                              WaOp                 op,
                                              WaContact           *known,
                                              const char *const   *names,
                                              const char *const   *ids);
GListModel    *wa_contact_plan_get_attributes (WaContactPlan      *self);
char          *wa_contact_plan_dup_parts     (WaContactPlan       *self,
                                              guint                first);

gboolean       wa_contact_plan_is_needed     (WaProvider          *provider,
                                              WaContactEdit       *edit);
WaOp           wa_contact_plan_op_for_tags   (WaProvider          *provider);
WaOp           wa_contact_plan_op_for_attributes (WaProvider      *provider);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaContactPlan, wa_contact_plan_free)

G_END_DECLS
