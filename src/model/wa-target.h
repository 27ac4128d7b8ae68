/* wa-target.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-record.h"

G_BEGIN_DECLS

/**
 * WaTarget:
 *
 * The one thing that an operation is about.
 */
#define WA_TYPE_TARGET (wa_target_get_type ())
G_DECLARE_FINAL_TYPE (WaTarget, wa_target, WA, TARGET, WaRecord)

WaTarget *wa_target_new (void);
const char *wa_target_get_remote_id (WaTarget *self);
void wa_target_set_remote_id (WaTarget *self, const char *value);
const char *wa_target_get_parent_id (WaTarget *self);
void wa_target_set_parent_id (WaTarget *self, const char *value);
const char *wa_target_get_name (WaTarget *self);
void wa_target_set_name (WaTarget *self, const char *value);
const char *wa_target_get_number (WaTarget *self);
void wa_target_set_number (WaTarget *self, const char *value);
const char *wa_target_get_language (WaTarget *self);
void wa_target_set_language (WaTarget *self, const char *value);

G_END_DECLS
