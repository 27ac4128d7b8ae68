/* wa-bot-flow.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-bot-flow.h"

struct _WaBotFlow
{
  WaRecord parent_instance;

  char     *remote_id;
  char     *name;
  char     *postback_id;
  char     *kind;
  char     *text;
  gboolean active;
};

G_DEFINE_FINAL_TYPE (WaBotFlow, wa_bot_flow, WA_TYPE_RECORD)

static const WaField fields[] = {
  WA_FIELD (WaBotFlow, remote_id, "remote-id", TEXT),
  WA_FIELD (WaBotFlow, name, "name", TEXT),
  WA_FIELD (WaBotFlow, postback_id, "postback-id", TEXT),
  WA_FIELD (WaBotFlow, kind, "kind", TEXT),
  WA_FIELD (WaBotFlow, text, "text", TEXT),
  WA_FIELD (WaBotFlow, active, "active", FLAG),
};

WA_RECORD_TEXT (WaBotFlow, wa_bot_flow, remote_id)
WA_RECORD_TEXT (WaBotFlow, wa_bot_flow, name)
WA_RECORD_TEXT (WaBotFlow, wa_bot_flow, postback_id)
WA_RECORD_TEXT (WaBotFlow, wa_bot_flow, kind)
WA_RECORD_TEXT (WaBotFlow, wa_bot_flow, text)
WA_RECORD_FLAG (WaBotFlow, wa_bot_flow, active)

static void
wa_bot_flow_class_init (WaBotFlowClass *klass)
{
  wa_record_class_set_fields (WA_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
wa_bot_flow_init (WaBotFlow *self)
{
}

WaBotFlow *
wa_bot_flow_new (void)
{
  return g_object_new (WA_TYPE_BOT_FLOW, NULL);
}
