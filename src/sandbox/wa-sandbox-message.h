/* wa-sandbox-message.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * WaSandboxStatus:
 *
 * How far a message has come.  It moves on by the clock alone.
 */
typedef enum
{
  WA_SANDBOX_STATUS_ACCEPTED,
  WA_SANDBOX_STATUS_SENT,
  WA_SANDBOX_STATUS_DELIVERED,
  WA_SANDBOX_STATUS_READ,
  WA_SANDBOX_STATUS_FAILED,
} WaSandboxStatus;

/* A failed message failed for this reason: the number is not on WhatsApp. */
#define WA_SANDBOX_FAILURE_CODE 131026
#define WA_SANDBOX_FAILURE_TEXT "Message undeliverable"

/**
 * WaSandboxMessage:
 *
 * One message of a conversation, either way.  @time may lie in the future: the message then isn't there yet.
 */
typedef struct
{
  char     *id;
  char     *number;         /* the contact's, E.164 digits */
  char     *kind;           /* text, image, audio, video, document, template, interactive … */
  char     *text;           /* what is read; or "" */
  JsonNode *content;        /* (nullable): the request that made it, as the dialect keeps it */
  gboolean  incoming;
  gboolean  accepted;       /* a request made it, it is no part of the demo's past */
  gboolean  unreachable;
  gboolean  never_read;
  gint64    time;           /* microseconds since 1970 */
  gint64    marked_read;    /* when an incoming message was marked as read, or 0 */
} WaSandboxMessage;

void            wa_sandbox_message_free       (WaSandboxMessage       *self);
WaSandboxStatus wa_sandbox_message_get_status (const WaSandboxMessage *self,
                                               gint64                  now);
gint64          wa_sandbox_message_get_time   (const WaSandboxMessage *self,
                                               WaSandboxStatus         status);
const char     *wa_sandbox_status_nick        (WaSandboxStatus         status);

G_END_DECLS
