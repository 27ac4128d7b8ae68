/* wa-sandbox-fault.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "core/wa-util.h"
#include "sandbox/wa-sandbox-fault.h"

typedef struct
{
  WaSandboxFault fault;
  guint          left;    /* 0 for always */
  guint          value;
  char          *prefix;
} Waiting;

struct _WaSandboxFaults
{
  GPtrArray *waiting;  /* (element-type Waiting), first come first served */
};

static void
waiting_free (gpointer data)
{
  Waiting *waiting = data;

  g_free (waiting->prefix);
  g_free (waiting);
}

WaSandboxFaults *
wa_sandbox_faults_new (void)
{
  WaSandboxFaults *self = g_new0 (WaSandboxFaults, 1);

  self->waiting = g_ptr_array_new_with_free_func (waiting_free);

  return self;
}

void
wa_sandbox_faults_free (WaSandboxFaults *self)
{
  g_ptr_array_unref (self->waiting);
  g_free (self);
}

/**
 * wa_sandbox_faults_add:
 * @times: how many requests it meets; 0 for all
 * @value: milliseconds, seconds or a status, as the fault says
 * @prefix: (nullable): only requests whose path begins so
 */
void
wa_sandbox_faults_add (WaSandboxFaults *self,
                       WaSandboxFault   fault,
                       guint            times,
                       guint            value,
                       const char      *prefix)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->fault = fault;
  waiting->left = times;
  waiting->value = value;
  waiting->prefix = g_strdup (wa_or_empty (prefix));
  g_ptr_array_add (self->waiting, waiting);
}

void
wa_sandbox_faults_clear (WaSandboxFaults *self)
{
  g_ptr_array_set_size (self->waiting, 0);
}

static WaSandboxFault
take (WaSandboxFaults *self,
      const char      *path,
      gboolean         latency,
      guint           *value)
{
  for (guint i = 0; i < self->waiting->len; i++)
    {
      Waiting *waiting = g_ptr_array_index (self->waiting, i);
      WaSandboxFault fault = waiting->fault;

      if ((fault == WA_SANDBOX_FAULT_LATENCY) != latency || !g_str_has_prefix (path, waiting->prefix))
        continue;

      *value = waiting->value;
      if (waiting->left > 0 && --waiting->left == 0)
        g_ptr_array_remove_index (self->waiting, i);
      return fault;
    }

  return WA_SANDBOX_FAULT_NONE;
}

/**
 * wa_sandbox_faults_take_latency:
 *
 * Returns: how many milliseconds the request waits
 */
guint
wa_sandbox_faults_take_latency (WaSandboxFaults *self,
                                const char      *path)
{
  guint milliseconds = 0;

  take (self, path, TRUE, &milliseconds);

  return milliseconds;
}

/**
 * wa_sandbox_faults_take:
 * @path: the request's, after the base path
 *
 * Returns: the next fault for such a request; it is used up
 */
WaSandboxFault
wa_sandbox_faults_take (WaSandboxFaults *self,
                        const char      *path,
                        guint           *value)
{
  return take (self, path, FALSE, value);
}

/**
 * wa_sandbox_fault_from_nick:
 * @nick: (nullable): such as `rate-limited`
 *
 * Returns: the fault, or %WA_SANDBOX_FAULT_NONE
 */
WaSandboxFault
wa_sandbox_fault_from_nick (const char *nick)
{
  static const char *const nicks[] = {
    "none", "latency", "rate-limited", "status", "html", "truncated", "empty", "dropped", "lost",
  };

  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    {
      if (g_strcmp0 (nicks[i], nick) == 0)
        return i;
    }

  return WA_SANDBOX_FAULT_NONE;
}
