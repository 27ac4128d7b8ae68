/* wa-wabotick-messages.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-limits.h"
#include "model/wa-media-item.h"
#include "model/wa-target.h"
#include "provider/wa-checks.h"
#include "provider/wabotick/wa-wabotick-private.h"

#define MOST_NAME_CHARACTERS 240
#define UPLOAD_SECONDS 120

static gboolean
refuse (GError     **error,
        WaError      code,
        const char  *text)
{
  g_set_error_literal (error, WA_ERROR, (int) code, text);

  return FALSE;
}

WA_WABOTICK_BUILD (text)
{
  WaOutgoing *outgoing = WA_OUTGOING (args);

  if (!wa_check_text (wa_outgoing_get_text (outgoing), _("Text"), WA_LIMIT_TEXT, error) ||
      !wa_wabotick_start_message (provider, request, "whatsapp/send", outgoing, error))
    return FALSE;

  wa_request_add_field (request, "message", wa_outgoing_get_text (outgoing));

  return TRUE;
}

/* Files: by their address or, after an upload, by their id */

static const char *
media_type (WaMessageKind kind)
{
  switch ((int) kind)
    {
    case WA_MESSAGE_IMAGE:
      return "image";
    case WA_MESSAGE_VIDEO:
      return "video";
    case WA_MESSAGE_AUDIO:
      return "audio";
    default:
      return "document";
    }
}

/* The name under which a document is shown; the address ends with one. */
static char *
dup_filename (WaOutgoing *outgoing)
{
  const char *filename = wa_outgoing_get_filename (outgoing);
  const char *link = wa_outgoing_get_link (outgoing);
  g_autoptr(GUri) uri = NULL;

  if (!wa_is_empty (filename) || wa_is_empty (link))
    return g_strdup (filename);

  uri = g_uri_parse (link, G_URI_FLAGS_NONE, NULL);

  return uri != NULL ? g_path_get_basename (g_uri_get_path (uri)) : g_strdup ("");
}

static gboolean
check_filename (const char  *filename,
                GError     **error)
{
  if (strchr (filename, '.') == NULL)
    return refuse (error, WA_ERROR_INVALID,
                   _("A document needs a name with an ending, such as invoice.pdf. Enter one."));

  return wa_check_filename (filename, error) &&
         wa_check_length (filename, _("File name"), MOST_NAME_CHARACTERS, error);
}

static gboolean
check_media (WaOutgoing  *outgoing,
             GError     **error)
{
  gboolean link = !wa_is_empty (wa_outgoing_get_link (outgoing));
  gboolean id = !wa_is_empty (wa_outgoing_get_media_id (outgoing));

  if (link && id)
    return refuse (error, WA_ERROR_INVALID, _("There is a file and an address of one. Remove one of them."));
  if (!link && !id && wa_outgoing_get_bytes (outgoing) != NULL)
    return wa_refuse_wanting (WA_WANTS_UPLOAD,
                              _("Wabotick takes a local file only after it was uploaded. "
                                "Upload it, then send it."), error);

  return (id || wa_check_link (wa_outgoing_get_link (outgoing), error)) &&
         wa_check_length (wa_outgoing_get_caption (outgoing), _("Caption"), WA_LIMIT_CAPTION, error);
}

WA_WABOTICK_BUILD (media)
{
  WaOutgoing *outgoing = WA_OUTGOING (args);
  WaMessageKind kind = wa_outgoing_get_kind (outgoing);
  g_autofree char *filename = dup_filename (outgoing);

  if (!check_media (outgoing, error) ||
      (kind == WA_MESSAGE_DOCUMENT && !check_filename (filename, error)) ||
      !wa_wabotick_start_message (provider, request, "whatsapp/send/file", outgoing, error))
    return FALSE;

  wa_wabotick_add_text (request, "media_url", wa_outgoing_get_link (outgoing));
  wa_wabotick_add_text (request, "media_id", wa_outgoing_get_media_id (outgoing));
  wa_request_add_field (request, "media_type", media_type (kind));
  if (kind == WA_MESSAGE_DOCUMENT)
    wa_request_add_field (request, "media_name", filename);
  if (kind != WA_MESSAGE_AUDIO)
    wa_wabotick_add_text (request, "media_caption_text", wa_outgoing_get_caption (outgoing));

  return TRUE;
}

/* Reply buttons */

static gboolean
add_button (JsonArray      *array,
            GHashTable     *seen,
            WaReplyButton  *button,
            GError        **error)
{
  const char *title = wa_reply_button_get_title (button);
  g_autofree char *id = g_strdup (wa_reply_button_get_button_id (button));
  JsonObject *object;

  /* A button always has an id, so that its answer can be told from others. */
  if (wa_is_empty (id))
    {
      g_free (id);
      id = g_strdup_printf ("b%u", json_array_get_length (array) + 1);
    }

  if (!wa_check_text (title, _("Title of a button"), WA_LIMIT_REPLY_TITLE, error) ||
      !wa_check_length (id, _("Id of a button"), WA_LIMIT_REPLY_ID, error))
    return FALSE;
  if (!g_hash_table_add (seen, g_strconcat ("title ", title, NULL)) ||
      !g_hash_table_add (seen, g_strconcat ("id ", id, NULL)))
    return refuse (error, WA_ERROR_INVALID, _("Two buttons are the same. Give each another title and id."));

  object = json_object_new ();
  json_object_set_string_member (object, "id", id);
  json_object_set_string_member (object, "title", title);
  json_array_add_object_element (array, object);

  return TRUE;
}

static char *
dup_buttons (WaOutgoing  *outgoing,
             GError     **error)
{
  GListModel *buttons = G_LIST_MODEL (wa_outgoing_get_buttons (outgoing));
  guint n = g_list_model_get_n_items (buttons);
  g_autoptr(JsonArray) array = json_array_new ();
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(JsonNode) node = NULL;

  if (n == 0 || n > WA_LIMIT_REPLY_BUTTONS)
    {
      refuse (error, WA_ERROR_INVALID, _("There are one to three reply buttons. Add or remove some."));
      return NULL;
    }

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(WaReplyButton) button = g_list_model_get_item (buttons, i);

      if (!add_button (array, seen, button, error))
        return NULL;
    }

  node = json_node_init_array (json_node_alloc (), array);

  return json_to_string (node, FALSE);
}

static gboolean
check_header (WaOutgoing  *outgoing,
              GError     **error)
{
  WaHeaderFormat format = wa_outgoing_get_header_format (outgoing);

  if (format != WA_HEADER_NONE && format != WA_HEADER_TEXT)
    return refuse (error, WA_ERROR_UNSUPPORTED,
                   _("Wabotick puts only text above reply buttons. Send the file as a message of its own."));

  return wa_check_length (wa_outgoing_get_header (outgoing), _("Header"),
                          WA_LIMIT_INTERACTIVE_HEADER, error) &&
         wa_check_length (wa_outgoing_get_footer (outgoing), _("Footer"),
                          WA_LIMIT_INTERACTIVE_FOOTER, error);
}

WA_WABOTICK_BUILD (reply_buttons)
{
  WaOutgoing *outgoing = WA_OUTGOING (args);
  g_autofree char *buttons = dup_buttons (outgoing, error);

  if (buttons == NULL || !check_header (outgoing, error) ||
      !wa_check_text (wa_outgoing_get_text (outgoing), _("Text"), WA_LIMIT_INTERACTIVE_BODY, error) ||
      !wa_wabotick_start_message (provider, request, "whatsapp/send/interactive-buttons", outgoing, error))
    return FALSE;

  wa_request_add_field (request, "message", wa_outgoing_get_text (outgoing));
  wa_request_add_field (request, "buttons", buttons);
  wa_wabotick_add_text (request, "button_header_text", wa_outgoing_get_header (outgoing));
  wa_wabotick_add_text (request, "button_footer_text", wa_outgoing_get_footer (outgoing));

  return TRUE;
}

/* One operation's answer has the id here, another's there; both are taken everywhere. */
static const WaMapping sent_rows[] = {
  { "wa_message_id|data.message_id", "remote-id" },
  { "message", "provider-text" },
  { NULL }
};

static const WaMappingTable sent_table = { wa_message_get_type, sent_rows };

WA_WABOTICK_PARSE (message)
{
  WaOutgoing *outgoing = WA_OUTGOING (args);
  g_autofree char *number = wa_check_number (wa_outgoing_get_recipient (outgoing), NULL);
  WaMessage *message = wa_mapping_read (&sent_table, answer, error);

  if (message == NULL)
    return NULL;

  wa_message_set_kind (message, wa_outgoing_get_kind (outgoing));
  wa_message_set_recipient (message, number);
  wa_message_set_state (message, WA_STATE_SENT);

  return G_OBJECT (message);
}

/* Uploads */

typedef struct
{
  const char *prefix;
  const char *kind;
  gsize       most;
} SizeRow;

static const SizeRow sizes[] = {
  { "image/", "image", WA_LIMIT_IMAGE_BYTES },
  { "video/", "video", WA_LIMIT_VIDEO_BYTES },
  { "audio/", "audio", WA_LIMIT_AUDIO_BYTES },
  { "", "document", WA_LIMIT_DOCUMENT_BYTES },
};

static const SizeRow *
size_of (WaMediaItem *item)
{
  const SizeRow *row = sizes;

  while (!g_str_has_prefix (wa_media_item_get_mime_type (item), row->prefix))
    row++;

  return row;
}

WA_WABOTICK_BUILD (upload)
{
  WaMediaItem *item = WA_MEDIA_ITEM (args);
  GBytes *bytes = wa_media_item_get_bytes (item);
  const char *filename = wa_media_item_get_filename (item);
  const char *mime_type = wa_media_item_get_mime_type (item);

  if (bytes == NULL || g_bytes_get_size (bytes) == 0)
    return refuse (error, WA_ERROR_INVALID, _("The file is empty. Choose another one."));
  if (g_bytes_get_size (bytes) > size_of (item)->most)
    return refuse (error, WA_ERROR_INVALID,
                   _("The file is larger than WhatsApp takes: pictures 5 MB, videos and sounds 16 MB, "
                     "documents 100 MB. Choose a smaller one."));
  if (!wa_check_text (filename, _("File name"), MOST_NAME_CHARACTERS, error) ||
      !wa_check_filename (filename, error) ||
      !wa_wabotick_start_sender (provider, request, "whatsapp/upload/media", error))
    return FALSE;

  wa_request_add_file (request, "media_file", filename,
                       wa_is_empty (mime_type) ? "application/octet-stream" : mime_type, bytes);
  wa_request_set_timeout (request, UPLOAD_SECONDS);

  return TRUE;
}

static const WaMapping upload_rows[] = {
  { "media_id", "remote-id", WA_MAP_REQUIRED },
  { "media_type", "kind" },
  { "media_name", "filename" },
  { NULL }
};

static const WaMappingTable upload_table = { wa_media_item_get_type, upload_rows };

WA_WABOTICK_PARSE (upload)
{
  WaMediaItem *sent = WA_MEDIA_ITEM (args);
  g_autoptr(WaMediaItem) item = wa_media_item_new ();

  wa_media_item_set_kind (item, size_of (sent)->kind);
  wa_media_item_set_filename (item, wa_media_item_get_filename (sent));
  wa_media_item_set_mime_type (item, wa_media_item_get_mime_type (sent));
  if (!wa_mapping_fill (&upload_table, answer, item, error))
    return NULL;

  return G_OBJECT (g_steal_pointer (&item));
}

/* What became of a message */

typedef struct
{
  const char     *word;
  WaMessageState  state;
  const char     *time_name;
} StateRow;

static const StateRow states[] = {
  { "sent", WA_STATE_SENT, NULL },
  { "delivered", WA_STATE_DELIVERED, "delivery_status_updated_at" },
  { "read", WA_STATE_READ, "read_time" },
  { "failed", WA_STATE_FAILED, "failed_time" },
};

static const StateRow *
find_state (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_ascii_strcasecmp (states[i].word, word) == 0)
      return &states[i];

  return NULL;
}

/**
 * wa_wabotick_read_state:
 * @json: the row of a conversation, or a status
 *
 * The time of a state does not prove the state: without a word there is none.
 */
void
wa_wabotick_read_state (WaMessage    *message,
                        const WaJson *json)
{
  WaJson status = wa_json_member (json, "message_status");
  WaJson reason = wa_json_member (json, "failed_reason");
  const char *word = wa_or_empty (wa_json_get_text (&status));
  const StateRow *row = find_state (word);

  if (!wa_is_empty (wa_json_get_text (&reason)))
    {
      wa_message_set_error (message, wa_error_nick (WA_ERROR_REJECTED));
      wa_message_set_error_text (message, wa_json_get_text (&reason));
    }

  if (row == NULL)
    {
      wa_message_set_state_detail (message, word);
      return;
    }

  wa_message_set_state (message, row->state);
  if (row->time_name != NULL)
    {
      WaJson place = wa_json_member (json, row->time_name);
      g_autoptr(GDateTime) time = wa_json_dup_time (&place);

      wa_message_set_state_time (message, time);
    }
}

WA_WABOTICK_BUILD (message_status)
{
  const char *id = wa_target_get_remote_id (WA_TARGET (args));

  if (!wa_check_id (id, error))
    return FALSE;

  wa_wabotick_start (provider, request, "whatsapp/get/message-status");
  wa_request_add_field (request, "wa_message_id", id);
  wa_wabotick_add_text (request, "whatsapp_bot_id", wa_provider_get_setting (provider, WA_WABOTICK_BOT));

  return TRUE;
}

WA_WABOTICK_PARSE (message_status)
{
  WaJson status = wa_json_member (answer, "message");
  WaMessage *message;

  if (!wa_json_require (&status, WA_JSON_OBJECT, error))
    return NULL;

  message = wa_message_new ();
  wa_message_set_remote_id (message, wa_target_get_remote_id (WA_TARGET (args)));
  wa_wabotick_read_state (message, &status);

  return G_OBJECT (message);
}
