/* wa-team-member.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/wa-record.h"

G_BEGIN_DECLS

/**
 * WaTeamMember:
 *
 * A person of the business's team.
 */
#define WA_TYPE_TEAM_MEMBER (wa_team_member_get_type ())
G_DECLARE_FINAL_TYPE (WaTeamMember, wa_team_member, WA, TEAM_MEMBER, WaRecord)

WaTeamMember *wa_team_member_new (void);
const char *wa_team_member_get_remote_id (WaTeamMember *self);
void wa_team_member_set_remote_id (WaTeamMember *self, const char *value);
const char *wa_team_member_get_name (WaTeamMember *self);
void wa_team_member_set_name (WaTeamMember *self, const char *value);
const char *wa_team_member_get_email (WaTeamMember *self);
void wa_team_member_set_email (WaTeamMember *self, const char *value);
const char *wa_team_member_get_role (WaTeamMember *self);
void wa_team_member_set_role (WaTeamMember *self, const char *value);
gboolean wa_team_member_get_active (WaTeamMember *self);
void wa_team_member_set_active (WaTeamMember *self, gboolean value);
gboolean wa_team_member_get_available (WaTeamMember *self);
void wa_team_member_set_available (WaTeamMember *self, gboolean value);

G_END_DECLS
