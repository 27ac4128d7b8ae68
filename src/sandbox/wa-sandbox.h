/* wa-sandbox.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libsoup/soup.h>

#include "sandbox/wa-sandbox-fault.h"

G_BEGIN_DECLS

/**
 * WaSandboxRequest:
 *
 * A request as it came.  @query and @body are "" where there is none; a long body is cut.
 */
typedef struct
{
  char *method;
  char *path;
  char *query;
  char *body;
  guint status;    /* of the answer; 0 while there is none, or for good where the connection was dropped */
  guint accepted;  /* how many messages it made the sandbox accept */
} WaSandboxRequest;

#define WA_TYPE_SANDBOX (wa_sandbox_get_type ())
G_DECLARE_FINAL_TYPE (WaSandbox, wa_sandbox, WA, SANDBOX, GObject)

WaSandbox    *wa_sandbox_new            (const char      *dialect);
gboolean      wa_sandbox_start          (WaSandbox       *self,
                                         GError         **error);
void          wa_sandbox_stop           (WaSandbox       *self);

const char   *wa_sandbox_get_dialect    (WaSandbox       *self);
const char   *wa_sandbox_get_origin     (WaSandbox       *self);
const char   *wa_sandbox_get_base_url   (WaSandbox       *self);
const char   *wa_sandbox_get_key        (WaSandbox       *self);
GHashTable   *wa_sandbox_dup_settings   (WaSandbox       *self);
SoupServer   *wa_sandbox_get_server     (WaSandbox       *self);

void          wa_sandbox_inject         (WaSandbox       *self,
                                         WaSandboxFault   fault,
                                         guint            times,
                                         guint            value,
                                         const char      *prefix);
void          wa_sandbox_clear_faults   (WaSandbox       *self);
void          wa_sandbox_advance        (WaSandbox       *self,
                                         guint            seconds);

GPtrArray    *wa_sandbox_get_requests   (WaSandbox       *self);
void          wa_sandbox_clear_requests (WaSandbox       *self);
guint         wa_sandbox_count_messages (WaSandbox       *self,
                                         const char      *recipient);

G_END_DECLS
