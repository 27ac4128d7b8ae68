/* wa-pabbly-sent.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "core/wa-error.h"
#include "model/wa-message.h"
#include "provider/pabbly/wa-pabbly-private.h"
#include "provider/wa-failure.h"
#include "provider/wa-meta-error.h"

/* What became of a message that was sent. */

/* What Meta said about one message.  A template that waits for a check of its quality is on its way; a paused one
 * is not. */
static void
set_state (WaMessage  *message,
           const char *status)
{
  static const WaMetaCode paused = { 132015, 0 };

  wa_message_set_state (message, WA_STATE_SENT);
  if (g_strcmp0 (status, "held_for_quality_assessment") == 0)
    {
      wa_message_set_state_detail (message, "held");
    }
  else if (g_strcmp0 (status, "paused") == 0)
    {
      g_autofree char *text = wa_meta_error_dup_text (&paused);

      wa_message_set_state (message, WA_STATE_FAILED);
      wa_message_set_state_detail (message, "paused");
      wa_message_set_error (message, wa_error_nick (WA_ERROR_REJECTED));
      wa_message_set_error_code (message, paused.code);
      wa_message_set_error_text (message, text);
    }
  else if (g_strcmp0 (status, "accepted") != 0)
    {
      wa_message_set_state_detail (message, status);
    }
}

static const WaMapping meta_rows[] = {
  { "contacts[0].wa_id", "wa-id" },
  { "messages[0].id", "remote-id", WA_MAP_REQUIRED },
  { NULL }
};

static const WaMappingTable meta_table = { wa_message_get_type, meta_rows };

/* Meta's own answer, which may say no although Pabbly said yes. */
static WaMessage *
read_meta (WaProvider    *provider,
           const WaJson  *answer,
           const WaJson  *meta,
           const char    *status_name,
           GError       **error)
{
  WaJson status = wa_json_member (meta, status_name);
  WaJson refusal = wa_json_member (meta, "error");
  WaJson id = wa_json_find (meta, "messages[0].id");
  WaJson state = wa_json_find (meta, "messages[0].message_status");
  gint64 number = wa_json_get_integer (&status, 200);
  WaMessage *message;

  if (!wa_json_require (meta, WA_JSON_OBJECT, error))
    return NULL;

  if (number < 200 || number > 299 ||
      (wa_json_is (&refusal, WA_JSON_OBJECT) && wa_json_get_text (&id) == NULL))
    {
      wa_failure_set_refused (provider, answer, error);
      return NULL;
    }

  message = wa_mapping_read (&meta_table, meta, error);
  if (message != NULL)
    set_state (message, wa_json_get_text (&state));

  return message;
}

static const WaMapping message_rows[] = {
  { "message", "provider-text" },
  { "data.to", "recipient" },
  { "data.chatId", "chat-id" },
  { NULL }
};

static const WaMappingTable message_table = { wa_message_get_type, message_rows };

WA_PABBLY_PARSE (message)
{
  WaJson meta = wa_json_find (answer, "data.metaResponse");
  g_autoptr(WaMessage) message = read_meta (provider, answer, &meta, "status", error);

  if (message == NULL || !wa_mapping_fill (&message_table, answer, message, error))
    return NULL;

  return G_OBJECT (g_steal_pointer (&message));
}

/* A campaign's answer is Meta's own, without a wrapper. */
WA_PABBLY_PARSE (campaign_message)
{
  WaJson data = wa_json_member (answer, "data");

  return (GObject *) read_meta (provider, answer, &data, "code", error);
}
