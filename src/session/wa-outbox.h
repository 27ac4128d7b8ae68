/* wa-outbox.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/wa-message.h"
#include "model/wa-outgoing.h"

G_BEGIN_DECLS

/**
 * WaOutbox:
 *
 * Nothing lost, nothing twice.  A message is on disk, with a key of its own, before its first byte goes
 * out, and on disk as `sending` before that byte; what becomes of it is written before it is shown.  By
 * itself the outbox sends again only what certainly never left. What may have left is `uncertain`, and
 * the user's to resend or dismiss.  After a crash, what was `sending` is `uncertain`.
 *
 * Signal `message-settled (WaMessage *)`: a message became sent, failed or uncertain.
 * Properties, read-only: `waiting` (guint): how many are queued or sending; `problem` (text for the
 * user): why nothing is sent at the moment though messages wait, "" mostly.  After such a problem the
 * queue goes on with the next message that the user sends.
 */
#define WA_TYPE_OUTBOX (wa_outbox_get_type ())
G_DECLARE_FINAL_TYPE (WaOutbox, wa_outbox, WA, OUTBOX, GObject)

GListModel *wa_outbox_get_messages   (WaOutbox             *self);
guint       wa_outbox_get_waiting    (WaOutbox             *self);
const char *wa_outbox_get_problem    (WaOutbox             *self);

void        wa_outbox_send_async     (WaOutbox             *self,
                                      WaOutgoing           *outgoing,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
WaMessage  *wa_outbox_send_finish    (WaOutbox             *self,
                                      GAsyncResult         *result,
                                      GError              **error);
void        wa_outbox_resend_async   (WaOutbox             *self,
                                      WaMessage            *message,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
gboolean    wa_outbox_resend_finish  (WaOutbox             *self,
                                      GAsyncResult         *result,
                                      GError              **error);
void        wa_outbox_dismiss_async  (WaOutbox             *self,
                                      WaMessage            *message,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
gboolean    wa_outbox_dismiss_finish (WaOutbox             *self,
                                      GAsyncResult         *result,
                                      GError              **error);
void        wa_outbox_cancel_message (WaOutbox             *self,
                                      WaMessage            *message);

G_END_DECLS
