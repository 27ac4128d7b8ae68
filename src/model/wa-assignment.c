/* wa-assignment.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-assignment.h"

struct _WaAssignment
{
  WaRecord parent_instance;

  char       *contact_id;
  char       *number;
  char       **targets;
  char       **target_ids;
  GListStore *attributes;
  char       *action;
  int        bot;
  int        reply_bot;
};

G_DEFINE_FINAL_TYPE (WaAssignment, wa_assignment, WA_TYPE_RECORD)

static const WaField fields[] = {
  WA_FIELD (WaAssignment, contact_id, "contact-id", TEXT),
  WA_FIELD (WaAssignment, number, "number", TEXT),
  WA_FIELD (WaAssignment, targets, "targets", TEXTS),
  WA_FIELD (WaAssignment, target_ids, "target-ids", TEXTS),
  WA_FIELD_OF (WaAssignment, attributes, "attributes", RECORDS, wa_attribute_get_type),
  WA_FIELD (WaAssignment, action, "action", TEXT),
  WA_FIELD_OF (WaAssignment, bot, "bot", CHOICE, wa_tristate_get_type),
  WA_FIELD_OF (WaAssignment, reply_bot, "reply-bot", CHOICE, wa_tristate_get_type),
};

WA_RECORD_TEXT (WaAssignment, wa_assignment, contact_id)
WA_RECORD_TEXT (WaAssignment, wa_assignment, number)
WA_RECORD_TEXTS (WaAssignment, wa_assignment, targets)
WA_RECORD_TEXTS (WaAssignment, wa_assignment, target_ids)
WA_RECORD_RECORDS (WaAssignment, wa_assignment, attributes)
WA_RECORD_TEXT (WaAssignment, wa_assignment, action)
WA_RECORD_CHOICE (WaAssignment, wa_assignment, bot, WaTristate)
WA_RECORD_CHOICE (WaAssignment, wa_assignment, reply_bot, WaTristate)

static void
wa_assignment_class_init (WaAssignmentClass *klass)
{
  wa_record_class_set_fields (WA_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
wa_assignment_init (WaAssignment *self)
{
}

WaAssignment *
wa_assignment_new (void)
{
  return g_object_new (WA_TYPE_ASSIGNMENT, NULL);
}
