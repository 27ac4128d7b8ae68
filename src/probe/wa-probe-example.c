/* wa-probe-example.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "probe/wa-probe-args.h"
#include "probe/wa-probe-example.h"
#include "probe/wa-probe-rows.h"
#include "session/wa-client.h"

/* The examples say what is done, not which system does it.  Under an operation's name, or under the model that it
 * takes, stand one or several; which of them fits an operation of a system, that system's own row says. */

#define PATH "/com/example/WaDesk/probe/examples.json"

static gboolean
is_good (const WaJson  *example,
         WaProvider    *provider,
         GPtrArray     *rows,
         GError       **error)
{
  g_autofree char *text = wa_json_to_text (example);
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(WaProbeArgs) args = wa_probe_args_new_bytes (bytes, error);
  g_autoptr(WaClient) client = wa_client_new (provider);
  g_autoptr(GObject) model = NULL;
  g_autoptr(JsonNode) request = NULL;
  const WaOperation *row;

  if (args == NULL || (row = wa_probe_args_resolve (args, provider, rows, &model, error)) == NULL)
    return FALSE;

  request = wa_client_describe (client, row->op, model, error);

  return request != NULL;
}

/* Returns: (transfer full) (nullable): the first that the system takes */
static JsonNode *
choose (const WaJson  *examples,
        WaProvider    *provider,
        GPtrArray     *rows,
        GError       **error)
{
  for (guint i = 0; i < wa_json_length (examples); i++)
    {
      WaJson example = wa_json_element (examples, i);

      g_clear_error (error);
      if (is_good (&example, provider, rows, error))
        return json_node_copy (example.node);
    }

  return NULL;
}

/**
 * wa_probe_example_new:
 * @rows: (element-type WaOperation): an operation, see wa_probe_rows_find()
 *
 * Returns: (transfer full): arguments that the system can make a request of, or %NULL with the error why it can't
 */
JsonNode *
wa_probe_example_new (WaProvider  *provider,
                      GPtrArray   *rows,
                      GError     **error)
{
  const WaOperation *row = g_ptr_array_index (rows, 0);
  g_autofree char *name = wa_probe_row_dup_name (row);
  g_autoptr(GBytes) bytes = g_resources_lookup_data (PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr(WaJsonDocument) document = bytes != NULL ? wa_json_document_new (bytes, error) : NULL;
  JsonNode *example;
  WaJson root, own, common;

  if (document == NULL)
    return NULL;

  root = wa_json_document_get_root (document);
  own = wa_json_member (&root, name);
  common = wa_json_member (&root, g_type_name (wa_op_get_info (row->op)->args_type ()));
  if ((example = choose (&own, provider, rows, error)) == NULL)
    example = choose (&common, provider, rows, error);
  if (example == NULL && *error == NULL)
    g_set_error (error, WA_ERROR, WA_ERROR_UNSUPPORTED, _("There is no example of %s."), name);

  return example;
}
