/* wa-message.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-message.h"

struct _WaMessage
{
  WaRecord parent_instance;

  gint64     id;
  char       *key;
  char       *remote_id;
  char       *wamid;
  char       *job_id;
  char       *recipient;
  char       *recipient_name;
  char       *wa_id;
  char       *chat_id;
  char       *contact_id;
  int        kind;
  char       *text;
  char       *caption;
  char       *link;
  char       *filename;
  char       *mime_type;
  char       *template_name;
  int        state;
  char       *state_detail;
  GDateTime  *state_time;
  char       *provider_text;
  char       *error;
  gint64     error_code;
  char       *error_text;
  char       *quoted_id;
  char       *author;
  char       *sender_name;
  char       *sender_kind;
  char       *chat_name;
  gboolean   incoming;
  gboolean   from_api;
  gboolean   forwarded;
  gboolean   dismissed;
  gint64     sequence;
  gint64     attempts;
  GDateTime  *timestamp;
  GDateTime  *not_before;
  char       *reaction;
  char       *metadata;
  WaOutgoing *outgoing;
};

G_DEFINE_FINAL_TYPE (WaMessage, wa_message, WA_TYPE_RECORD)

static const WaField fields[] = {
  WA_FIELD (WaMessage, id, "id", INTEGER),
  WA_FIELD (WaMessage, key, "key", TEXT),
  WA_FIELD (WaMessage, remote_id, "remote-id", TEXT),
  WA_FIELD (WaMessage, wamid, "wamid", TEXT),
  WA_FIELD (WaMessage, job_id, "job-id", TEXT),
  WA_FIELD (WaMessage, recipient, "recipient", TEXT),
  WA_FIELD (WaMessage, recipient_name, "recipient-name", TEXT),
  WA_FIELD (WaMessage, wa_id, "wa-id", TEXT),
  WA_FIELD (WaMessage, chat_id, "chat-id", TEXT),
  WA_FIELD (WaMessage, contact_id, "contact-id", TEXT),
  WA_FIELD_OF (WaMessage, kind, "kind", CHOICE, wa_message_kind_get_type),
  WA_FIELD (WaMessage, text, "text", TEXT),
  WA_FIELD (WaMessage, caption, "caption", TEXT),
  WA_FIELD (WaMessage, link, "link", TEXT),
  WA_FIELD (WaMessage, filename, "filename", TEXT),
  WA_FIELD (WaMessage, mime_type, "mime-type", TEXT),
  WA_FIELD (WaMessage, template_name, "template-name", TEXT),
  WA_FIELD_OF (WaMessage, state, "state", CHOICE, wa_message_state_get_type),
  WA_FIELD (WaMessage, state_detail, "state-detail", TEXT),
  WA_FIELD (WaMessage, state_time, "state-time", TIME),
  WA_FIELD (WaMessage, provider_text, "provider-text", TEXT),
  WA_FIELD (WaMessage, error, "error", TEXT),
  WA_FIELD (WaMessage, error_code, "error-code", INTEGER),
  WA_FIELD (WaMessage, error_text, "error-text", TEXT),
  WA_FIELD (WaMessage, quoted_id, "quoted-id", TEXT),
  WA_FIELD (WaMessage, author, "author", TEXT),
  WA_FIELD (WaMessage, sender_name, "sender-name", TEXT),
  WA_FIELD (WaMessage, sender_kind, "sender-kind", TEXT),
  WA_FIELD (WaMessage, chat_name, "chat-name", TEXT),
  WA_FIELD (WaMessage, incoming, "incoming", FLAG),
  WA_FIELD (WaMessage, from_api, "from-api", FLAG),
  WA_FIELD (WaMessage, forwarded, "forwarded", FLAG),
  WA_FIELD (WaMessage, dismissed, "dismissed", FLAG),
  WA_FIELD (WaMessage, sequence, "sequence", INTEGER),
  WA_FIELD (WaMessage, attempts, "attempts", INTEGER),
  WA_FIELD (WaMessage, timestamp, "timestamp", TIME),
  WA_FIELD (WaMessage, not_before, "not-before", TIME),
  WA_FIELD (WaMessage, reaction, "reaction", TEXT),
  WA_FIELD (WaMessage, metadata, "metadata", TEXT),
  WA_FIELD_OF (WaMessage, outgoing, "outgoing", RECORD, wa_outgoing_get_type),
};

WA_RECORD_INTEGER (WaMessage, wa_message, id)
WA_RECORD_TEXT (WaMessage, wa_message, key)
WA_RECORD_TEXT (WaMessage, wa_message, remote_id)
WA_RECORD_TEXT (WaMessage, wa_message, wamid)
WA_RECORD_TEXT (WaMessage, wa_message, job_id)
WA_RECORD_TEXT (WaMessage, wa_message, recipient)
WA_RECORD_TEXT (WaMessage, wa_message, recipient_name)
WA_RECORD_TEXT (WaMessage, wa_message, wa_id)
WA_RECORD_TEXT (WaMessage, wa_message, chat_id)
WA_RECORD_TEXT (WaMessage, wa_message, contact_id)
WA_RECORD_CHOICE (WaMessage, wa_message, kind, WaMessageKind)
WA_RECORD_TEXT (WaMessage, wa_message, text)
WA_RECORD_TEXT (WaMessage, wa_message, caption)
WA_RECORD_TEXT (WaMessage, wa_message, link)
WA_RECORD_TEXT (WaMessage, wa_message, filename)
WA_RECORD_TEXT (WaMessage, wa_message, mime_type)
WA_RECORD_TEXT (WaMessage, wa_message, template_name)
WA_RECORD_CHOICE (WaMessage, wa_message, state, WaMessageState)
WA_RECORD_TEXT (WaMessage, wa_message, state_detail)
WA_RECORD_TIME (WaMessage, wa_message, state_time)
WA_RECORD_TEXT (WaMessage, wa_message, provider_text)
WA_RECORD_TEXT (WaMessage, wa_message, error)
WA_RECORD_INTEGER (WaMessage, wa_message, error_code)
WA_RECORD_TEXT (WaMessage, wa_message, error_text)
WA_RECORD_TEXT (WaMessage, wa_message, quoted_id)
WA_RECORD_TEXT (WaMessage, wa_message, author)
WA_RECORD_TEXT (WaMessage, wa_message, sender_name)
WA_RECORD_TEXT (WaMessage, wa_message, sender_kind)
WA_RECORD_TEXT (WaMessage, wa_message, chat_name)
WA_RECORD_FLAG (WaMessage, wa_message, incoming)
WA_RECORD_FLAG (WaMessage, wa_message, from_api)
WA_RECORD_FLAG (WaMessage, wa_message, forwarded)
WA_RECORD_FLAG (WaMessage, wa_message, dismissed)
WA_RECORD_INTEGER (WaMessage, wa_message, sequence)
WA_RECORD_INTEGER (WaMessage, wa_message, attempts)
WA_RECORD_TIME (WaMessage, wa_message, timestamp)
WA_RECORD_TIME (WaMessage, wa_message, not_before)
WA_RECORD_TEXT (WaMessage, wa_message, reaction)
WA_RECORD_TEXT (WaMessage, wa_message, metadata)
WA_RECORD_RECORD (WaMessage, wa_message, outgoing, WaOutgoing)

static void
wa_message_class_init (WaMessageClass *klass)
{
  wa_record_class_set_fields (WA_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
wa_message_init (WaMessage *self)
{
}

WaMessage *
wa_message_new (void)
{
  return g_object_new (WA_TYPE_MESSAGE, NULL);
}
