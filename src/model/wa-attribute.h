/* wa-attribute.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-record.h"

G_BEGIN_DECLS

/**
 * WaAttribute:
 *
 * A custom field and its value, as a contact carries it; also any other pair of a name and a text.
 *
 * @kind: what values it takes, in the system's word; "" where it does not say
 */
#define WA_TYPE_ATTRIBUTE (wa_attribute_get_type ())
G_DECLARE_FINAL_TYPE (WaAttribute, wa_attribute, WA, ATTRIBUTE, WaRecord)

WaAttribute *wa_attribute_new (void);
const char *wa_attribute_get_remote_id (WaAttribute *self);
void wa_attribute_set_remote_id (WaAttribute *self, const char *value);
const char *wa_attribute_get_name (WaAttribute *self);
void wa_attribute_set_name (WaAttribute *self, const char *value);
const char *wa_attribute_get_value (WaAttribute *self);
void wa_attribute_set_value (WaAttribute *self, const char *value);
const char *wa_attribute_get_kind (WaAttribute *self);
void wa_attribute_set_kind (WaAttribute *self, const char *value);

G_END_DECLS
