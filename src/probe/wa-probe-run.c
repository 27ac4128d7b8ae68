/* wa-probe-run.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-media-item.h"
#include "model/wa-record-json.h"
#include "probe/wa-probe-account.h"
#include "probe/wa-probe-args.h"
#include "probe/wa-probe-print.h"
#include "probe/wa-probe-rows.h"
#include "probe/wa-probe-run.h"
#include "session/wa-client.h"
#include "session/wa-secrets.h"

typedef struct
{
  GMainLoop  *loop;
  GObject    *result;
  GError    **error;
} Run;

static WaProbeStatus
status_of (const GError *error)
{
  switch (error->code)
    {
    case WA_ERROR_UNCERTAIN:
      return WA_PROBE_UNCERTAIN;
    case WA_ERROR_PROTOCOL:
      return WA_PROBE_UNREADABLE;
    case WA_ERROR_NETWORK:
    case WA_ERROR_TLS:
      /* A server that answers that it has trouble was reached. */
      return wa_error_get_http_status (error) == 0 ? WA_PROBE_UNREACHED : WA_PROBE_REFUSED;
    default:
      return wa_error_get_http_status (error) == 0 ? WA_PROBE_INVALID : WA_PROBE_REFUSED;
    }
}

static void
ran_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      user_data)
{
  Run *run = user_data;

  run->result = wa_client_run_finish (WA_CLIENT (object), result, run->error);
  g_main_loop_quit (run->loop);
}

static GObject *
run_and_wait (WaClient  *client,
              WaOp       op,
              GObject   *model,
              GError   **error)
{
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Run run = { .loop = loop, .error = error };

  wa_client_run_async (client, op, model, NULL, ran_cb, &run);
  g_main_loop_run (loop);

  return run.result;
}

/* A file is not part of the JSON form, but what it is can be said. */
static gboolean
keep_file (WaMediaItem  *item,
           JsonNode     *node,
           const char   *path,
           GError      **error)
{
  gsize size;
  const char *content = g_bytes_get_data (wa_media_item_get_bytes (item), &size);

  json_object_set_int_member (json_node_get_object (node), "size", (gint64) size);

  return path == NULL || g_file_set_contents (path, size > 0 ? content : "", (gssize) size, error);
}

static WaProbeStatus
show_result (GObject    *result,
             const char *output,
             GPtrArray  *secrets,
             GError    **error)
{
  g_autoptr(JsonNode) node = wa_record_to_json (WA_RECORD (result));
  gboolean kept = TRUE;

  if (WA_IS_MEDIA_ITEM (result) && wa_media_item_get_bytes (WA_MEDIA_ITEM (result)) != NULL)
    kept = keep_file (WA_MEDIA_ITEM (result), node, output, error);

  wa_probe_collect_secrets (secrets, result);
  wa_probe_print (node, secrets);

  return kept ? WA_PROBE_DONE : WA_PROBE_UNREADABLE;
}

static WaProbeStatus
show_request (WaClient           *client,
              const WaOperation  *row,
              GObject            *model,
              GPtrArray          *secrets,
              GError            **error)
{
  g_autoptr(JsonNode) request = wa_client_describe (client, row->op, model, error);

  if (request == NULL)
    return WA_PROBE_INVALID;

  json_object_set_string_member (json_node_get_object (request), "op", row->number);
  wa_probe_print (request, secrets);

  return WA_PROBE_DONE;
}

static gboolean
check_output (const WaProbeOptions  *options,
              const WaOperation     *row,
              GError               **error)
{
  if (options->output == NULL || (row->flags & WA_OP_BYTES) != 0)
    return TRUE;

  /* Translators: the number of an operation: "P27" */
  g_set_error (error, WA_ERROR, WA_ERROR_INVALID, _("%s receives no file."), row->number);

  return FALSE;
}

/**
 * wa_probe_run:
 *
 * Does what @options say, or writes down what would be sent for it.
 */
WaProbeStatus
wa_probe_run (const WaProbeOptions  *options,
              GError               **error)
{
  g_autoptr(GPtrArray) secrets = g_ptr_array_new_with_free_func ((GDestroyNotify) wa_secrets_free_token);
  g_autoptr(WaProvider) provider = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(WaProbeArgs) args = NULL;
  g_autoptr(GObject) model = NULL;
  g_autoptr(WaClient) client = NULL;
  g_autoptr(GObject) result = NULL;
  const WaOperation *row;
  char *token;

  if ((token = wa_probe_account_dup_token (options, error)) == NULL)
    return WA_PROBE_INVALID;
  g_ptr_array_add (secrets, token);

  if ((provider = wa_probe_account_new_provider (options, error)) == NULL ||
      (rows = wa_probe_rows_find (provider, options->operation, error)) == NULL ||
      (args = wa_probe_args_new_file (options->args, error)) == NULL ||
      (options->file != NULL && !wa_probe_args_attach (args, options->file, error)) ||
      (row = wa_probe_args_resolve (args, provider, rows, &model, error)) == NULL ||
      !check_output (options, row, error))
    return WA_PROBE_INVALID;

  wa_probe_collect_secrets (secrets, model);
  client = wa_client_new (provider);
  wa_client_set_token (client, token);
  g_object_set (client, "impatient", !options->retry, NULL);
  if (options->dry_run)
    return show_request (client, row, model, secrets, error);
  if (!wa_probe_account_check_token (row, token, error))
    return WA_PROBE_INVALID;

  if ((result = run_and_wait (client, row->op, model, error)) == NULL)
    {
      wa_probe_mask_error (*error, secrets);
      return status_of (*error);
    }

  return show_result (result, options->output, secrets, error);
}
