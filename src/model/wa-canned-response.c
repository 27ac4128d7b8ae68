/* wa-canned-response.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-canned-response.h"

struct _WaCannedResponse
{
  WaRecord parent_instance;

  char      *remote_id;
  char      *name;
  char      *shortcut;
  char      *text;
  char      *category;
  gboolean  active;
  gint64    usage_count;
  GDateTime *created;
  GDateTime *updated;
};

G_DEFINE_FINAL_TYPE (WaCannedResponse, wa_canned_response, WA_TYPE_RECORD)

static const WaField fields[] = {
  WA_FIELD (WaCannedResponse, remote_id, "remote-id", TEXT),
  WA_FIELD (WaCannedResponse, name, "name", TEXT),
  WA_FIELD (WaCannedResponse, shortcut, "shortcut", TEXT),
  WA_FIELD (WaCannedResponse, text, "text", TEXT),
  WA_FIELD (WaCannedResponse, category, "category", TEXT),
  WA_FIELD (WaCannedResponse, active, "active", FLAG),
  WA_FIELD (WaCannedResponse, usage_count, "usage-count", INTEGER),
  WA_FIELD (WaCannedResponse, created, "created", TIME),
  WA_FIELD (WaCannedResponse, updated, "updated", TIME),
};

WA_RECORD_TEXT (WaCannedResponse, wa_canned_response, remote_id)
WA_RECORD_TEXT (WaCannedResponse, wa_canned_response, name)
WA_RECORD_TEXT (WaCannedResponse, wa_canned_response, shortcut)
WA_RECORD_TEXT (WaCannedResponse, wa_canned_response, text)
WA_RECORD_TEXT (WaCannedResponse, wa_canned_response, category)
WA_RECORD_FLAG (WaCannedResponse, wa_canned_response, active)
WA_RECORD_INTEGER (WaCannedResponse, wa_canned_response, usage_count)
WA_RECORD_TIME (WaCannedResponse, wa_canned_response, created)
WA_RECORD_TIME (WaCannedResponse, wa_canned_response, updated)

static void
wa_canned_response_class_init (WaCannedResponseClass *klass)
{
  wa_record_class_set_fields (WA_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
wa_canned_response_init (WaCannedResponse *self)
{
}

WaCannedResponse *
wa_canned_response_new (void)
{
  return g_object_new (WA_TYPE_CANNED_RESPONSE, NULL);
}
