/* wa-sandbox-message.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sandbox/wa-sandbox-message.h"

/* Seconds after a message was accepted. */
#define SENT_AFTER      1
#define DELIVERED_AFTER 2
#define READ_AFTER      6

void
wa_sandbox_message_free (WaSandboxMessage *self)
{
  g_free (self->id);
  g_free (self->number);
  g_free (self->kind);
  g_free (self->text);
  g_clear_pointer (&self->content, json_node_unref);
  g_free (self);
}

/**
 * wa_sandbox_message_get_status:
 * @now: the sandbox's time, from wa_sandbox_world_get_now()
 *
 * Returns: how far the message has come by @now
 */
WaSandboxStatus
wa_sandbox_message_get_status (const WaSandboxMessage *self,
                               gint64                  now)
{
  gint64 seconds = (now - self->time) / G_USEC_PER_SEC;

  if (self->incoming)
    return self->marked_read ? WA_SANDBOX_STATUS_READ : WA_SANDBOX_STATUS_DELIVERED;
  if (seconds < SENT_AFTER)
    return WA_SANDBOX_STATUS_ACCEPTED;
  if (seconds < DELIVERED_AFTER)
    return WA_SANDBOX_STATUS_SENT;
  if (self->unreachable)
    return WA_SANDBOX_STATUS_FAILED;
  if (seconds < READ_AFTER || self->never_read)
    return WA_SANDBOX_STATUS_DELIVERED;

  return WA_SANDBOX_STATUS_READ;
}

/**
 * wa_sandbox_message_get_time:
 *
 * Returns: when an outgoing message reaches @status, if it does; microseconds since 1970
 */
gint64
wa_sandbox_message_get_time (const WaSandboxMessage *self,
                             WaSandboxStatus         status)
{
  static const int seconds[] = { 0, SENT_AFTER, DELIVERED_AFTER, READ_AFTER, DELIVERED_AFTER };

  g_return_val_if_fail (status < G_N_ELEMENTS (seconds), 0);

  return self->time + seconds[status] * G_TIME_SPAN_SECOND;
}

/**
 * wa_sandbox_status_nick:
 *
 * Returns: the word that WhatsApp itself uses
 */
const char *
wa_sandbox_status_nick (WaSandboxStatus status)
{
  static const char *const nicks[] = { "accepted", "sent", "delivered", "read", "failed" };

  g_return_val_if_fail (status < G_N_ELEMENTS (nicks), "");

  return nicks[status];
}
