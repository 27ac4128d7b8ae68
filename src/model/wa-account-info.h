/* wa-account-info.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-attribute.h"
#include "model/wa-record.h"
#include "model/wa-sender.h"

G_BEGIN_DECLS

/**
 * WaAccountInfo:
 *
 * What a system says of the account: who it is, what it may, what it has used.
 *
 * @details: limits, counts, switches, shown as they are
 */
#define WA_TYPE_ACCOUNT_INFO (wa_account_info_get_type ())
G_DECLARE_FINAL_TYPE (WaAccountInfo, wa_account_info, WA, ACCOUNT_INFO, WaRecord)

WaAccountInfo *wa_account_info_new (void);
const char *wa_account_info_get_remote_id (WaAccountInfo *self);
void wa_account_info_set_remote_id (WaAccountInfo *self, const char *value);
const char *wa_account_info_get_name (WaAccountInfo *self);
void wa_account_info_set_name (WaAccountInfo *self, const char *value);
const char *wa_account_info_get_email (WaAccountInfo *self);
void wa_account_info_set_email (WaAccountInfo *self, const char *value);
const char *wa_account_info_get_role (WaAccountInfo *self);
void wa_account_info_set_role (WaAccountInfo *self, const char *value);
const char *wa_account_info_get_organisation (WaAccountInfo *self);
void wa_account_info_set_organisation (WaAccountInfo *self, const char *value);
const char *wa_account_info_get_plan (WaAccountInfo *self);
void wa_account_info_set_plan (WaAccountInfo *self, const char *value);
const char *wa_account_info_get_expires (WaAccountInfo *self);
void wa_account_info_set_expires (WaAccountInfo *self, const char *value);
const char *wa_account_info_get_version (WaAccountInfo *self);
void wa_account_info_set_version (WaAccountInfo *self, const char *value);
const char *wa_account_info_get_time_zone (WaAccountInfo *self);
void wa_account_info_set_time_zone (WaAccountInfo *self, const char *value);
gboolean wa_account_info_get_healthy (WaAccountInfo *self);
void wa_account_info_set_healthy (WaAccountInfo *self, gboolean value);
GListStore *wa_account_info_get_details (WaAccountInfo *self);
GListStore *wa_account_info_get_senders (WaAccountInfo *self);

G_END_DECLS
