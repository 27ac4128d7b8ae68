/* wa-broadcast.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-broadcast.h"

struct _WaBroadcast
{
  WaRecord parent_instance;

  gint64     id;
  char       *remote_id;
  char       *name;
  char       **numbers;
  char       *kind;
  char       *message_kind;
  char       *status;
  char       *template_name;
  char       *template_id;
  char       *account_name;
  char       *media_id;
  char       **header_params;
  char       **body_params;
  char       **lists;
  gboolean   scheduled;
  gint64     total;
  gint64     sent;
  gint64     delivered;
  gint64     read;
  gint64     failed;
  char       *content_kind;
  char       *text;
  char       *link;
  char       *filename;
  char       *caption;
  WaOutgoing *outgoing;
  GDateTime  *schedule_at;
  GDateTime  *started;
  GDateTime  *completed;
  GDateTime  *created;
  GDateTime  *updated;
};

G_DEFINE_FINAL_TYPE (WaBroadcast, wa_broadcast, WA_TYPE_RECORD)

static const WaField fields[] = {
  WA_FIELD (WaBroadcast, id, "id", INTEGER),
  WA_FIELD (WaBroadcast, remote_id, "remote-id", TEXT),
  WA_FIELD (WaBroadcast, name, "name", TEXT),
  WA_FIELD (WaBroadcast, numbers, "numbers", TEXTS),
  WA_FIELD (WaBroadcast, kind, "kind", TEXT),
  WA_FIELD (WaBroadcast, message_kind, "message-kind", TEXT),
  WA_FIELD (WaBroadcast, status, "status", TEXT),
  WA_FIELD (WaBroadcast, template_name, "template-name", TEXT),
  WA_FIELD (WaBroadcast, template_id, "template-id", TEXT),
  WA_FIELD (WaBroadcast, account_name, "account-name", TEXT),
  WA_FIELD (WaBroadcast, media_id, "media-id", TEXT),
  WA_FIELD (WaBroadcast, header_params, "header-params", TEXTS),
  WA_FIELD (WaBroadcast, body_params, "body-params", TEXTS),
  WA_FIELD (WaBroadcast, lists, "lists", TEXTS),
  WA_FIELD (WaBroadcast, scheduled, "scheduled", FLAG),
  WA_FIELD (WaBroadcast, total, "total", INTEGER),
  WA_FIELD (WaBroadcast, sent, "sent", INTEGER),
  WA_FIELD (WaBroadcast, delivered, "delivered", INTEGER),
  WA_FIELD (WaBroadcast, read, "read", INTEGER),
  WA_FIELD (WaBroadcast, failed, "failed", INTEGER),
  WA_FIELD (WaBroadcast, content_kind, "content-kind", TEXT),
  WA_FIELD (WaBroadcast, text, "text", TEXT),
  WA_FIELD (WaBroadcast, link, "link", TEXT),
  WA_FIELD (WaBroadcast, filename, "filename", TEXT),
  WA_FIELD (WaBroadcast, caption, "caption", TEXT),
  WA_FIELD_OF (WaBroadcast, outgoing, "outgoing", RECORD, wa_outgoing_get_type),
  WA_FIELD (WaBroadcast, schedule_at, "schedule-at", TIME),
  WA_FIELD (WaBroadcast, started, "started", TIME),
  WA_FIELD (WaBroadcast, completed, "completed", TIME),
  WA_FIELD (WaBroadcast, created, "created", TIME),
  WA_FIELD (WaBroadcast, updated, "updated", TIME),
};

WA_RECORD_INTEGER (WaBroadcast, wa_broadcast, id)
WA_RECORD_TEXT (WaBroadcast, wa_broadcast, remote_id)
WA_RECORD_TEXT (WaBroadcast, wa_broadcast, name)
WA_RECORD_TEXTS (WaBroadcast, wa_broadcast, numbers)
WA_RECORD_TEXT (WaBroadcast, wa_broadcast, kind)
WA_RECORD_TEXT (WaBroadcast, wa_broadcast, message_kind)
WA_RECORD_TEXT (WaBroadcast, wa_broadcast, status)
WA_RECORD_TEXT (WaBroadcast, wa_broadcast, template_name)
WA_RECORD_TEXT (WaBroadcast, wa_broadcast, template_id)
WA_RECORD_TEXT (WaBroadcast, wa_broadcast, account_name)
WA_RECORD_TEXT (WaBroadcast, wa_broadcast, media_id)
WA_RECORD_TEXTS (WaBroadcast, wa_broadcast, header_params)
WA_RECORD_TEXTS (WaBroadcast, wa_broadcast, body_params)
WA_RECORD_TEXTS (WaBroadcast, wa_broadcast, lists)
WA_RECORD_FLAG (WaBroadcast, wa_broadcast, scheduled)
WA_RECORD_INTEGER (WaBroadcast, wa_broadcast, total)
WA_RECORD_INTEGER (WaBroadcast, wa_broadcast, sent)
WA_RECORD_INTEGER (WaBroadcast, wa_broadcast, delivered)
WA_RECORD_INTEGER (WaBroadcast, wa_broadcast, read)
WA_RECORD_INTEGER (WaBroadcast, wa_broadcast, failed)
WA_RECORD_TEXT (WaBroadcast, wa_broadcast, content_kind)
WA_RECORD_TEXT (WaBroadcast, wa_broadcast, text)
WA_RECORD_TEXT (WaBroadcast, wa_broadcast, link)
WA_RECORD_TEXT (WaBroadcast, wa_broadcast, filename)
WA_RECORD_TEXT (WaBroadcast, wa_broadcast, caption)
WA_RECORD_RECORD (WaBroadcast, wa_broadcast, outgoing, WaOutgoing)
WA_RECORD_TIME (WaBroadcast, wa_broadcast, schedule_at)
WA_RECORD_TIME (WaBroadcast, wa_broadcast, started)
WA_RECORD_TIME (WaBroadcast, wa_broadcast, completed)
WA_RECORD_TIME (WaBroadcast, wa_broadcast, created)
WA_RECORD_TIME (WaBroadcast, wa_broadcast, updated)

static void
wa_broadcast_class_init (WaBroadcastClass *klass)
{
  wa_record_class_set_fields (WA_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
wa_broadcast_init (WaBroadcast *self)
{
}

WaBroadcast *
wa_broadcast_new (void)
{
  return g_object_new (WA_TYPE_BROADCAST, NULL);
}
