/* provider-calls.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "model/wa-record-json.h"
#include "provider-calls.h"

/* The arguments of @op, from the JSON form of their model. */
GObject *
call_new_args (WaOp        op,
               const char *text)
{
  g_autoptr(GError) error = NULL;
  GObject *args = wa_record_new_text (wa_op_get_info (op)->args_type (), text, &error);

  g_assert_no_error (error);

  return args;
}

/* Returns: (nullable): what @op would ask with these arguments, or %NULL with the error that refuses them */
WaRequest *
call_build (WaProvider  *provider,
            WaOp         op,
            const char  *args_text,
            GError     **error)
{
  g_autoptr(GObject) args = call_new_args (op, args_text);
  const WaOperation *operation = wa_provider_find (provider, op, args, error);

  return operation != NULL ? wa_provider_build (provider, operation, args, error) : NULL;
}

/* An answer of the system. */
WaAnswer *
call_new_answer (guint       status,
                 const char *body)
{
  g_autoptr(GBytes) bytes = g_bytes_new (body, strlen (body));

  return wa_answer_new (status, NULL, bytes);
}
