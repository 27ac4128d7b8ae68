/* wa-contact-failure.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-contact-failure.h"

struct _WaContactFailure
{
  WaRecord parent_instance;

  char *number;
  char *text;
};

G_DEFINE_FINAL_TYPE (WaContactFailure, wa_contact_failure, WA_TYPE_RECORD)

static const WaField fields[] = {
  WA_FIELD (WaContactFailure, number, "number", TEXT),
  WA_FIELD (WaContactFailure, text, "text", TEXT),
};

WA_RECORD_TEXT (WaContactFailure, wa_contact_failure, number)
WA_RECORD_TEXT (WaContactFailure, wa_contact_failure, text)

static void
wa_contact_failure_class_init (WaContactFailureClass *klass)
{
  wa_record_class_set_fields (WA_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
wa_contact_failure_init (WaContactFailure *self)
{
}

WaContactFailure *
wa_contact_failure_new (void)
{
  return g_object_new (WA_TYPE_CONTACT_FAILURE, NULL);
}
