/* wa-account-info.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-account-info.h"

struct _WaAccountInfo
{
  WaRecord parent_instance;

  char       *remote_id;
  char       *name;
  char       *email;
  char       *role;
  char       *organisation;
  char       *plan;
  char       *expires;
  char       *version;
  char       *time_zone;
  gboolean   healthy;
  GListStore *details;
  GListStore *senders;
};

G_DEFINE_FINAL_TYPE (WaAccountInfo, wa_account_info, WA_TYPE_RECORD)

static const WaField fields[] = {
  WA_FIELD (WaAccountInfo, remote_id, "remote-id", TEXT),
  WA_FIELD (WaAccountInfo, name, "name", TEXT),
  WA_FIELD (WaAccountInfo, email, "email", TEXT),
  WA_FIELD (WaAccountInfo, role, "role", TEXT),
  WA_FIELD (WaAccountInfo, organisation, "organisation", TEXT),
  WA_FIELD (WaAccountInfo, plan, "plan", TEXT),
  WA_FIELD (WaAccountInfo, expires, "expires", TEXT),
  WA_FIELD (WaAccountInfo, version, "version", TEXT),
  WA_FIELD (WaAccountInfo, time_zone, "time-zone", TEXT),
  WA_FIELD (WaAccountInfo, healthy, "healthy", FLAG),
  WA_FIELD_OF (WaAccountInfo, details, "details", RECORDS, wa_attribute_get_type),
  WA_FIELD_OF (WaAccountInfo, senders, "senders", RECORDS, wa_sender_get_type),
};

WA_RECORD_TEXT (WaAccountInfo, wa_account_info, remote_id)
WA_RECORD_TEXT (WaAccountInfo, wa_account_info, name)
WA_RECORD_TEXT (WaAccountInfo, wa_account_info, email)
WA_RECORD_TEXT (WaAccountInfo, wa_account_info, role)
WA_RECORD_TEXT (WaAccountInfo, wa_account_info, organisation)
WA_RECORD_TEXT (WaAccountInfo, wa_account_info, plan)
WA_RECORD_TEXT (WaAccountInfo, wa_account_info, expires)
WA_RECORD_TEXT (WaAccountInfo, wa_account_info, version)
WA_RECORD_TEXT (WaAccountInfo, wa_account_info, time_zone)
WA_RECORD_FLAG (WaAccountInfo, wa_account_info, healthy)
WA_RECORD_RECORDS (WaAccountInfo, wa_account_info, details)
WA_RECORD_RECORDS (WaAccountInfo, wa_account_info, senders)

static void
wa_account_info_class_init (WaAccountInfoClass *klass)
{
  wa_record_class_set_fields (WA_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
wa_account_info_init (WaAccountInfo *self)
{
}

WaAccountInfo *
wa_account_info_new (void)
{
  return g_object_new (WA_TYPE_ACCOUNT_INFO, NULL);
}
