/* wa-assignment.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-attribute.h"
#include "model/wa-record.h"
#include "model/wa-tristate.h"

G_BEGIN_DECLS

/**
 * WaAssignment:
 *
 * A contact, and what it is given or relieved of: tags, sequences, a member of the team, a flow.
 *
 * @targets: names
 * @target-ids: remote ids, where the system wants those
 */
#define WA_TYPE_ASSIGNMENT (wa_assignment_get_type ())
G_DECLARE_FINAL_TYPE (WaAssignment, wa_assignment, WA, ASSIGNMENT, WaRecord)

WaAssignment *wa_assignment_new (void);
const char *wa_assignment_get_contact_id (WaAssignment *self);
void wa_assignment_set_contact_id (WaAssignment *self, const char *value);
const char *wa_assignment_get_number (WaAssignment *self);
void wa_assignment_set_number (WaAssignment *self, const char *value);
const char *const *wa_assignment_get_targets (WaAssignment *self);
void wa_assignment_set_targets (WaAssignment *self, const char *const *value);
const char *const *wa_assignment_get_target_ids (WaAssignment *self);
void wa_assignment_set_target_ids (WaAssignment *self, const char *const *value);
GListStore *wa_assignment_get_attributes (WaAssignment *self);
const char *wa_assignment_get_action (WaAssignment *self);
void wa_assignment_set_action (WaAssignment *self, const char *value);
WaTristate wa_assignment_get_bot (WaAssignment *self);
void wa_assignment_set_bot (WaAssignment *self, WaTristate value);
WaTristate wa_assignment_get_reply_bot (WaAssignment *self);
void wa_assignment_set_reply_bot (WaAssignment *self, WaTristate value);

G_END_DECLS
