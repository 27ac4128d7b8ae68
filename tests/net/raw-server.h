/* raw-server.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * RawThen:
 *
 * What the server does once it has written an answer.
 */
typedef enum
{
  RAW_KEEP,     /* reads the next request from the same connection */
  RAW_CLOSE,
  RAW_HOLD,     /* says nothing more, and holds the connection */
  RAW_FLOOD,    /* writes on without an end */
} RawThen;

/**
 * RawServer:
 *
 * A server on loopback that answers each request with the next of its answers, byte by byte as they
 * were given, and the last one again and again.  It counts what it got.
 */
typedef struct _RawServer RawServer;

RawServer *raw_server_new               (void);
void       raw_server_free              (RawServer  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RawServer, raw_server_free)

void       raw_server_add               (RawServer  *self,
                                         const char *answer,
                                         RawThen     then);
void       raw_server_add_json          (RawServer  *self,
                                         guint       status,
                                         const char *headers,
                                         const char *body);
void       raw_server_hang_up           (RawServer  *self);
char      *raw_server_dup_address       (RawServer  *self,
                                         const char *scheme);
guint      raw_server_get_n_connections (RawServer  *self);
guint      raw_server_get_n_requests    (RawServer  *self);
char      *raw_server_dup_request       (RawServer  *self,
                                         guint       index);

G_END_DECLS
