/* wa-team-member.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-team-member.h"

struct _WaTeamMember
{
  WaRecord parent_instance;

  char     *remote_id;
  char     *name;
  char     *email;
  char     *role;
  gboolean active;
  gboolean available;
};

G_DEFINE_FINAL_TYPE (WaTeamMember, wa_team_member, WA_TYPE_RECORD)

static const WaField fields[] = {
  WA_FIELD (WaTeamMember, remote_id, "remote-id", TEXT),
  WA_FIELD (WaTeamMember, name, "name", TEXT),
  WA_FIELD (WaTeamMember, email, "email", TEXT),
  WA_FIELD (WaTeamMember, role, "role", TEXT),
  WA_FIELD (WaTeamMember, active, "active", FLAG),
  WA_FIELD (WaTeamMember, available, "available", FLAG),
};

WA_RECORD_TEXT (WaTeamMember, wa_team_member, remote_id)
WA_RECORD_TEXT (WaTeamMember, wa_team_member, name)
WA_RECORD_TEXT (WaTeamMember, wa_team_member, email)
WA_RECORD_TEXT (WaTeamMember, wa_team_member, role)
WA_RECORD_FLAG (WaTeamMember, wa_team_member, active)
WA_RECORD_FLAG (WaTeamMember, wa_team_member, available)

static void
wa_team_member_class_init (WaTeamMemberClass *klass)
{
  wa_record_class_set_fields (WA_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
wa_team_member_init (WaTeamMember *self)
{
}

WaTeamMember *
wa_team_member_new (void)
{
  return g_object_new (WA_TYPE_TEAM_MEMBER, NULL);
}
