/* wa-sandbox-fault.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * WaSandboxFault:
 *
 * Something that goes wrong on the way.
 *
 * @WA_SANDBOX_FAULT_LATENCY: the request is performed, the answer waits for a number of milliseconds;
 *   goes together with any other
 * @WA_SANDBOX_FAULT_RATE_LIMITED: 429 with `Retry-After` of a number of seconds; nothing is performed
 * @WA_SANDBOX_FAULT_STATUS: that status (500 for 0) with the dialect's own error body; nothing is performed
 * @WA_SANDBOX_FAULT_HTML: 200 with a web page, as from a captive portal; nothing is performed
 * @WA_SANDBOX_FAULT_TRUNCATED: the request is performed, the answer's JSON is cut in half
 * @WA_SANDBOX_FAULT_EMPTY: the request is performed, the answer has no body
 * @WA_SANDBOX_FAULT_DROPPED: the request is read, not performed, and the connection reset
 * @WA_SANDBOX_FAULT_LOST: the request is performed, and the connection reset instead of an answer
 */
typedef enum
{
  WA_SANDBOX_FAULT_NONE,
  WA_SANDBOX_FAULT_LATENCY,
  WA_SANDBOX_FAULT_RATE_LIMITED,
  WA_SANDBOX_FAULT_STATUS,
  WA_SANDBOX_FAULT_HTML,
  WA_SANDBOX_FAULT_TRUNCATED,
  WA_SANDBOX_FAULT_EMPTY,
  WA_SANDBOX_FAULT_DROPPED,
  WA_SANDBOX_FAULT_LOST,
} WaSandboxFault;

/**
 * WaSandboxFaults:
 *
 * The faults that wait for their requests.
 */
typedef struct _WaSandboxFaults WaSandboxFaults;

WaSandboxFaults *wa_sandbox_faults_new          (void);
void             wa_sandbox_faults_free         (WaSandboxFaults *self);
void             wa_sandbox_faults_add          (WaSandboxFaults *self,
                                                 WaSandboxFault   fault,
                                                 guint            times,
                                                 guint            value,
                                                 const char      *prefix);
void             wa_sandbox_faults_clear        (WaSandboxFaults *self);
guint            wa_sandbox_faults_take_latency (WaSandboxFaults *self,
                                                 const char      *path);
WaSandboxFault   wa_sandbox_faults_take         (WaSandboxFaults *self,
                                                 const char      *path,
                                                 guint           *value);

WaSandboxFault   wa_sandbox_fault_from_nick     (const char      *nick);

G_END_DECLS
