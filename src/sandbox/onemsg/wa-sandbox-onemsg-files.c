/* wa-sandbox-onemsg-files.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files come in three ways: as a link, in base64 with their type before it, or as form-data.
 */

#include "config.h"

#include <string.h>

#include "core/wa-util.h"
#include "sandbox/onemsg/wa-sandbox-onemsg-private.h"

#define MIB          (1024 * 1024)
#define MAX_FILENAME 240

static const WaSandboxMember file_members[] = {
  { "chatId", WA_SANDBOX_TEXT },
  { "phone", WA_SANDBOX_TEXT },
  { "body", WA_SANDBOX_TEXT | WA_SANDBOX_REQUIRED },
  { "filename", WA_SANDBOX_TEXT | WA_SANDBOX_REQUIRED, MAX_FILENAME },
  { "caption", WA_SANDBOX_TEXT, 1024 },
  { "quotedMsgId", WA_SANDBOX_TEXT },
};

static const WaSandboxMember upload_members[] = {
  { "body", WA_SANDBOX_TEXT | WA_SANDBOX_REQUIRED },
};

/* What WhatsApp makes of a file, by the end of its name, and how large it may be. */
static const struct
{
  const char *kind;
  const char *ends;
  gsize       max;
} kinds[] = {
  { "image", ".jpg .jpeg .png", 5 * MIB },
  { "video", ".mp4 .3gp", 16 * MIB },
  { "audio", ".aac .amr .mp3 .m4a .ogg .opus", 16 * MIB },
};

#define MAX_DOCUMENT (100 * MIB)

static const char *
find_kind (const char *filename)
{
  const char *end = strrchr (filename, '.');
  g_autofree char *folded = g_ascii_strdown (wa_or_empty (end), -1);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_auto(GStrv) ends = g_strsplit (kinds[i].ends, " ", -1);

      if (g_strv_contains ((const char *const *) ends, folded))
        return kinds[i].kind;
    }

  return "document";
}

static gsize
get_max (const char *mime_type)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_str_has_prefix (mime_type, kinds[i].kind))
        return kinds[i].max;
    }

  return MAX_DOCUMENT;
}

static gboolean
check_data (const char  *source,
            const char  *types,
            GError     **error)
{
  static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const char *start = strstr (source, ";base64,");
  const char *data = start ? start + strlen (";base64,") : "";
  const char *end = start ? start : source + strlen ("data:");
  g_autofree char *mime_type = g_strndup (source + strlen ("data:"), end - source - strlen ("data:"));
  g_auto(GStrv) allowed = g_strsplit (wa_or_empty (types), " ", -1);
  gsize length = strlen (data);
  gsize plain = strspn (data, letters);

  if (!strchr (mime_type, '/') || (types && !g_strv_contains ((const char *const *) allowed, mime_type)))
    return wa_sandbox_refuse (error, 400, "The file's mime type is missing or not supported");
  if (length == 0 || length % 4 != 0 || plain + 2 < length || strspn (data + plain, "=") != length - plain)
    return wa_sandbox_refuse (error, 400, "The file is no base64");
  if (length / 4 * 3 > get_max (mime_type) + 2)
    return wa_sandbox_refuse (error, 413, "The file is too large");

  return TRUE;
}

/* @types: the mime types that are allowed for data, separated by blanks, or NULL for all. */
gboolean
wa_sandbox_onemsg_check_source (const char  *source,
                                const char  *types,
                                GError     **error)
{
  if (g_str_has_prefix (source, "data:"))
    return check_data (source, types, error);

  return wa_sandbox_check_link (source, error);
}

static void
add_file (JsonObject          *object,
          const WaSandboxFile *file)
{
  gsize size = 0;
  const guchar *data = g_bytes_get_data (file->bytes, &size);
  g_autofree char *text = g_base64_encode (data, size);
  g_autofree char *source = g_strdup_printf ("data:%s;base64,%s", file->mime_type ? file->mime_type
                                             : "application/octet-stream", text);

  json_object_set_string_member (object, file->name, source);
}

/* The request's body as JSON: form-data says the same in another way, with the file as the member of
 * its field's name. */
JsonNode *
wa_sandbox_onemsg_read_body (WaSandboxExchange *exchange)
{
  JsonObject *object = NULL;
  GHashTableIter iter;
  gpointer name, value;

  if (exchange->json.node)
    return json_node_copy (exchange->json.node);

  object = json_object_new ();
  g_hash_table_iter_init (&iter, exchange->form);
  while (g_hash_table_iter_next (&iter, &name, &value))
    json_object_set_string_member (object, name, value);
  for (guint i = 0; i < exchange->files->len; i++)
    add_file (object, g_ptr_array_index (exchange->files, i));

  return wa_sandbox_node_new (object);
}

/* Where the file is seen afterwards: a link is kept, data gets an address of the demo's own. */
static char *
dup_address (WaSandboxExchange *exchange,
             const char        *source,
             const char        *filename)
{
  g_autofree char *name = g_uri_escape_string (filename, NULL, TRUE);

  if (g_str_has_prefix (source, "data:"))
    return g_strconcat (exchange->world->media_url, "/", name, NULL);

  return g_strdup (source);
}

JsonNode *
wa_sandbox_onemsg_send_file (WaSandboxExchange  *exchange,
                             GError            **error)
{
  g_autoptr(JsonNode) node = wa_sandbox_onemsg_read_body (exchange);
  WaJson json = wa_json_from_node (node);
  const char *source = wa_sandbox_get_text (&json, "body");
  const char *filename = wa_sandbox_get_text (&json, "filename");
  g_autofree char *address = NULL;

  if (!wa_sandbox_check_object (&json, WA_SANDBOX_MEMBERS (file_members), error)
      || !wa_sandbox_onemsg_check_recipient (exchange, &json, error)
      || !wa_sandbox_onemsg_check_source (source, NULL, error))
    return NULL;

  if (strpbrk (filename, "/\\"))
    {
      wa_sandbox_refuse (error, 400, "filename must not have separators");
      return NULL;
    }
  if (wa_sandbox_get_text (&json, "caption") && g_str_equal (find_kind (filename), "audio"))
    {
      wa_sandbox_refuse (error, 400, "caption is not allowed for audio");
      return NULL;
    }

  address = dup_address (exchange, source, filename);
  json_object_set_string_member (json_node_get_object (node), "body", address);
  return wa_sandbox_onemsg_accept (exchange, &json, find_kind (filename), address);
}

JsonNode *
wa_sandbox_onemsg_upload_media (WaSandboxExchange  *exchange,
                                GError            **error)
{
  WaOnemsgState *state = exchange->state;
  g_autoptr(JsonNode) node = wa_sandbox_onemsg_read_body (exchange);
  WaJson json = wa_json_from_node (node);
  g_autofree char *id = NULL;

  if (!wa_sandbox_check_object (&json, WA_SANDBOX_MEMBERS (upload_members), error)
      || !wa_sandbox_onemsg_check_source (wa_sandbox_get_text (&json, "body"), NULL, error))
    return NULL;

  id = g_uuid_string_random ();
  g_hash_table_add (state->media, g_strdup (id));
  return wa_sandbox_onemsg_answer_text ("mediaId", id);
}
