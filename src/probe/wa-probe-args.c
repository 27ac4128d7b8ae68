/* wa-probe-args.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>
#include <unistd.h>

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-outgoing.h"
#include "model/wa-record-json.h"
#include "probe/wa-probe-args.h"
#include "probe/wa-probe-rows.h"

void
wa_probe_args_free (WaProbeArgs *self)
{
  g_clear_pointer (&self->document, wa_json_document_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->filename);
  g_free (self->mime_type);
  g_free (self);
}

/**
 * wa_probe_args_new_bytes:
 * @text: JSON; the content of a file in it is in Base64
 *
 * Returns: (transfer full): the arguments, or %NULL with %WA_ERROR_INVALID
 */
WaProbeArgs *
wa_probe_args_new_bytes (GBytes  *text,
                         GError **error)
{
  g_autoptr(WaProbeArgs) self = g_new0 (WaProbeArgs, 1);

  if ((self->document = wa_json_document_new (text, NULL)) != NULL)
    return g_steal_pointer (&self);

  /* The reader's own words are about a server. */
  g_set_error_literal (error, WA_ERROR, WA_ERROR_INVALID, _("The arguments are not valid JSON."));

  return NULL;
}

static GBytes *
read_file (const char  *path,
           GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  char *content = NULL;
  gsize length = 0;

  if (g_str_equal (path, "-"))
    {
      g_autoptr(GIOChannel) input = g_io_channel_unix_new (STDIN_FILENO);

      g_io_channel_set_encoding (input, NULL, NULL);
      g_io_channel_read_to_end (input, &content, &length, &local_error);
    }
  else
    {
      g_file_get_contents (path, &content, &length, &local_error);
    }

  if (local_error == NULL)
    return g_bytes_new_take (content, length);

  g_set_error (error, WA_ERROR, WA_ERROR_INVALID, _("The file can’t be read: %s"), local_error->message);

  return NULL;
}

/**
 * wa_probe_args_new_file:
 * @path: (nullable): a file, `-` for the standard input, %NULL for no arguments
 *
 * Returns: (transfer full): the arguments, or %NULL with %WA_ERROR_INVALID
 */
WaProbeArgs *
wa_probe_args_new_file (const char  *path,
                        GError     **error)
{
  g_autoptr(GBytes) text = NULL;

  /* Whoever writes them on the command line is told where they belong, not shown them again: they may be secret. */
  if (path != NULL && (path[0] == '{' || path[0] == '['))
    {
      g_set_error_literal (error, WA_ERROR, WA_ERROR_INVALID,
                           _("The arguments belong into a file. Name it, or write “-” and pipe them in."));
      return NULL;
    }

  text = path != NULL ? read_file (path, error) : g_bytes_new_static ("{}", 2);

  return text != NULL ? wa_probe_args_new_bytes (text, error) : NULL;
}

/**
 * wa_probe_args_attach:
 * @path: of the file to send or to upload
 *
 * Takes a file's content, and its name and type for where the arguments name none.
 */
gboolean
wa_probe_args_attach (WaProbeArgs  *self,
                      const char   *path,
                      GError      **error)
{
  g_autoptr(GBytes) bytes = read_file (path, error);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *content_type = NULL;
  const guchar *content;
  gsize length;

  if (bytes == NULL)
    return FALSE;

  content = g_bytes_get_data (bytes, &length);
  content_type = g_content_type_guess (name, content, length, NULL);
  self->filename = g_filename_display_name (name);
  self->mime_type = g_content_type_get_mime_type (content_type);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = g_steal_pointer (&bytes);

  return TRUE;
}

static void
set_if_empty (WaRecord   *record,
              const char *name,
              const char *value)
{
  const WaField *field = wa_record_class_find_field (WA_RECORD_GET_CLASS (record), name);

  if (field != NULL && wa_is_empty (wa_record_get_text (record, field)))
    wa_record_set_text (record, field, value);
}

static const WaField *
find_bytes (WaRecordClass *klass)
{
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].kind == WA_FIELD_BYTES)
      return &klass->fields[i];

  return NULL;
}

/* The content of a file has no place in the JSON form of a model, so it is taken out of it. */
static gboolean
take_bytes (WaProbeArgs    *self,
            const WaField  *field,
            GError        **error)
{
  WaJson root = wa_json_document_get_root (self->document);
  WaJson member = wa_json_member (&root, field->name);
  g_autofree char *text = g_strdup (wa_json_get_text (&member));
  gsize length = 0;

  if (wa_json_is (&member, WA_JSON_ABSENT))
    return TRUE;

  if (wa_is_empty (text))
    {
      /* Translators: the name of an argument */
      g_set_error (error, WA_ERROR, WA_ERROR_INVALID, _("“%s” must be a text in Base64."), field->name);
      return FALSE;
    }

  g_base64_decode_inplace (text, &length);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = g_bytes_new (text, length);
  json_object_remove_member (json_node_get_object (root.node), field->name);

  return TRUE;
}

static void
set_file (WaProbeArgs   *self,
          WaRecord      *record,
          const WaField *field)
{
  g_autofree char *type_name = g_strconcat (field->name, "-type", NULL);

  wa_record_set_bytes (record, field, self->bytes);
  set_if_empty (record, "filename", self->filename);
  set_if_empty (record, "mime-type", self->mime_type);
  set_if_empty (record, type_name, self->mime_type);
}

/* The operation says what kind of message it sends, unless it sends several. */
static gboolean
check_kind (WaOutgoing   *outgoing,
            GPtrArray    *rows,
            GError      **error)
{
  WaMessageKind kind = ((const WaOperation *) g_ptr_array_index (rows, 0))->kind;

  if (wa_outgoing_get_kind (outgoing) != WA_MESSAGE_UNKNOWN)
    return TRUE;

  for (guint i = 1; i < rows->len; i++)
    if (((const WaOperation *) g_ptr_array_index (rows, i))->kind != kind)
      {
        /* Translators: the name of an argument */
        g_set_error (error, WA_ERROR, WA_ERROR_INVALID, _("Say with “%s” what kind of message it is."), "kind");
        return FALSE;
      }

  wa_outgoing_set_kind (outgoing, kind);

  return TRUE;
}

static GObject *
new_model (WaProbeArgs        *self,
           GPtrArray          *rows,
           const WaOperation  *row,
           GError            **error)
{
  GType type = wa_op_get_info (row->op)->args_type ();
  g_autoptr(WaRecordClass) klass = g_type_class_ref (type);
  const WaField *field = find_bytes (klass);
  WaJson root = wa_json_document_get_root (self->document);
  g_autoptr(WaRecord) record = NULL;

  if ((field != NULL && !take_bytes (self, field, error)) ||
      (record = wa_record_new_json (type, &root, error)) == NULL)
    return NULL;

  if (self->bytes != NULL && field == NULL)
    {
      /* Translators: the number of an operation: "P27" */
      g_set_error (error, WA_ERROR, WA_ERROR_INVALID, _("%s takes no file."), row->number);
      return NULL;
    }

  if (WA_IS_OUTGOING (record) && !check_kind (WA_OUTGOING (record), rows, error))
    return NULL;
  if (self->bytes != NULL)
    set_file (self, record, field);

  return G_OBJECT (g_steal_pointer (&record));
}

/**
 * wa_probe_args_resolve:
 * @rows: (element-type WaOperation): what the person may have meant, see wa_probe_rows_find()
 * @model: (out) (transfer full): the arguments as the operation takes them
 *
 * The arguments decide which of several rows does it, as they do in the application.
 *
 * Returns: (transfer none): the row, or %NULL with an error: unreadable arguments, or such with which another
 *   operation would do it
 */
const WaOperation *
wa_probe_args_resolve (WaProbeArgs  *self,
                       WaProvider   *provider,
                       GPtrArray    *rows,
                       GObject     **model,
                       GError      **error)
{
  g_autoptr(GError) first = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      const WaOperation *row = g_ptr_array_index (rows, i);
      g_autoptr(GError) local_error = NULL;
      g_autoptr(GObject) made = new_model (self, rows, row, &local_error);
      const WaOperation *found = made != NULL ? wa_provider_find (provider, row->op, made, &local_error) : NULL;

      if (found != NULL && g_ptr_array_find (rows, found, NULL))
        {
          *model = g_steal_pointer (&made);
          return found;
        }

      if (found != NULL)
        {
          g_autofree char *name = wa_probe_row_dup_name (found);

          /* Translators: the numbers of two operations, then a name: "P01", "P04", "send-template" */
          g_set_error (&local_error, WA_ERROR, WA_ERROR_INVALID,
                       _("These arguments are not for %s: with them, WaDesk does %s (%s)."),
                       row->number, found->number, name);
        }
      if (first == NULL)
        first = g_steal_pointer (&local_error);
    }

  g_propagate_error (error, g_steal_pointer (&first));

  return NULL;
}
