/* wa-onemsg-messages.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-limits.h"
#include "model/wa-message.h"
#include "provider/onemsg/wa-onemsg-private.h"
#include "provider/wa-checks.h"
#include "provider/wa-writing.h"

#define MOST_PLACE_CHARACTERS 1000
#define MOST_FILENAME_CHARACTERS 240

/* `body` is another thing in nearly every operation: a text, an emoji, a file. */

/* The conversation where it is known, else the number, never both. */
static JsonObject *
body_new (WaOutgoing  *outgoing,
          GError     **error)
{
  const char *chat_id = wa_outgoing_get_chat_id (outgoing);
  gboolean known = strchr (chat_id, '@') != NULL;
  g_autofree char *number = known ? NULL : wa_check_number (wa_outgoing_get_recipient (outgoing), error);
  JsonObject *body;

  if (!known && number == NULL)
    return NULL;

  body = json_object_new ();
  json_object_set_string_member (body, known ? "chatId" : "phone", known ? chat_id : number);

  return body;
}

/**
 * wa_onemsg_message_new:
 *
 * Returns: (transfer full): a body with the recipient, for the operations that can't quote a message
 */
JsonObject *
wa_onemsg_message_new (WaOutgoing  *outgoing,
                       GError     **error)
{
  if (wa_is_empty (wa_outgoing_get_quoted_id (outgoing)))
    return body_new (outgoing, error);

  wa_onemsg_refuse (error, WA_ERROR_UNSUPPORTED,
                    _("1msg can’t quote a message in a list, a product or a template. "
                      "Send it without the quotation, or answer with a text."));

  return NULL;
}

/**
 * wa_onemsg_answer_new:
 *
 * Returns: (transfer full): a body with the recipient and the message that is answered
 */
JsonObject *
wa_onemsg_answer_new (WaOutgoing  *outgoing,
                      GError     **error)
{
  JsonObject *body = body_new (outgoing, error);

  if (body != NULL)
    wa_write_text (body, "quotedMsgId", wa_outgoing_get_quoted_id (outgoing));

  return body;
}

static gboolean
send_text (WaProvider  *provider,
           WaOutgoing  *outgoing,
           guint        most_characters,
           const char  *name,
           WaRequest   *request,
           GError     **error)
{
  JsonObject *body;

  if (!wa_check_text (wa_outgoing_get_text (outgoing), _("Text"), most_characters, error) ||
      (body = wa_onemsg_answer_new (outgoing, error)) == NULL)
    return FALSE;

  json_object_set_string_member (body, "body", wa_outgoing_get_text (outgoing));

  return wa_onemsg_post (provider, request, name, body, error);
}

WA_ONEMSG_BUILD (text)
{
  return send_text (provider, WA_OUTGOING (args), WA_LIMIT_TEXT, "sendMessage", request, error);
}

WA_ONEMSG_BUILD (location_request)
{
  return send_text (provider, WA_OUTGOING (args), WA_LIMIT_INTERACTIVE_BODY, "sendLocationRequest",
                    request, error);
}

static gsize
most_bytes_of_kind (WaMessageKind kind)
{
  switch ((int) kind)
    {
    case WA_MESSAGE_IMAGE:
      return WA_LIMIT_IMAGE_BYTES;
    case WA_MESSAGE_VIDEO:
      return WA_LIMIT_VIDEO_BYTES;
    case WA_MESSAGE_AUDIO:
      return WA_LIMIT_AUDIO_BYTES;
    default:
      return WA_LIMIT_DOCUMENT_BYTES;
    }
}

static char *
dup_filename (WaOutgoing  *outgoing,
              GError     **error)
{
  const char *given = wa_outgoing_get_filename (outgoing);
  g_autofree char *filename = wa_is_empty (given) ? wa_dup_link_filename (wa_outgoing_get_link (outgoing))
                                                  : g_strdup (given);

  if (!wa_check_chosen (strrchr (filename, '.'),
                        _("Enter the name of the file with its ending, such as 1.jpg."), error) ||
      !wa_check_filename (filename, error) ||
      !wa_check_length (filename, _("Name of the file"), MOST_FILENAME_CHARACTERS, error))
    return NULL;

  return g_steal_pointer (&filename);
}

static gboolean
check_file (WaOutgoing            *outgoing,
            const WaOnemsgSource  *source,
            GError               **error)
{
  WaMessageKind kind = wa_outgoing_get_kind (outgoing);
  const char *caption = wa_outgoing_get_caption (outgoing);

  if (wa_is_empty (source->link) && source->bytes == NULL &&
      !wa_is_empty (wa_outgoing_get_media_id (outgoing)))
    return wa_onemsg_refuse (error, WA_ERROR_UNSUPPORTED,
                             _("1msg sends uploaded files in templates only. "
                               "Choose the file itself, or enter its address."));
  if (kind == WA_MESSAGE_AUDIO && !wa_is_empty (caption))
    return wa_onemsg_refuse (error, WA_ERROR_UNSUPPORTED,
                             _("WhatsApp shows no text under a sound. "
                               "Send the text as a message of its own."));

  return wa_onemsg_source_check (source, most_bytes_of_kind (kind), error) &&
         wa_check_length (caption, _("Caption"), WA_LIMIT_CAPTION, error);
}

/* The name of the file is wanted for links too. */
WA_ONEMSG_BUILD (file)
{
  WaOutgoing *outgoing = WA_OUTGOING (args);
  g_autofree char *filename = NULL;
  WaOnemsgSource source = {
    .link = wa_outgoing_get_link (outgoing),
    .bytes = wa_outgoing_get_bytes (outgoing),
    .mime_type = wa_outgoing_get_mime_type (outgoing),
  };
  JsonObject *body;

  if (!check_file (outgoing, &source, error) ||
      (filename = dup_filename (outgoing, error)) == NULL ||
      (body = wa_onemsg_answer_new (outgoing, error)) == NULL)
    return FALSE;

  source.filename = filename;
  json_object_set_string_member (body, "filename", filename);
  wa_write_text (body, "caption", wa_outgoing_get_caption (outgoing));

  return wa_onemsg_post_file (provider, request, "sendFile", &source, "body", body, error);
}

/* Coordinates are texts, with a point in every locale and no more decimals than were entered. */
static gboolean
write_coordinate (JsonObject  *body,
                  const char  *name,
                  double       value,
                  double       most,
                  GError     **error)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  gsize length;

  if (!(value >= -most && value <= most))
    return wa_onemsg_refuse (error, WA_ERROR_INVALID,
                             _("There is no such place. The latitude is between -90 and 90, "
                               "the longitude between -180 and 180."));

  g_ascii_formatd (text, sizeof text, "%.6f", value);
  for (length = strlen (text); text[length - 1] == '0'; length--)
    text[length - 1] = '\0';
  if (text[length - 1] == '.')
    text[length - 1] = '\0';
  json_object_set_string_member (body, name, g_str_equal (text, "-0") ? "0" : text);

  return TRUE;
}

WA_ONEMSG_BUILD (location)
{
  WaOutgoing *outgoing = WA_OUTGOING (args);
  g_autoptr(JsonObject) body = wa_onemsg_answer_new (outgoing, error);

  if (body == NULL ||
      !write_coordinate (body, "lat", wa_outgoing_get_latitude (outgoing), 90, error) ||
      !write_coordinate (body, "lng", wa_outgoing_get_longitude (outgoing), 180, error) ||
      !wa_check_length (wa_outgoing_get_place (outgoing), _("Name"), MOST_PLACE_CHARACTERS, error) ||
      !wa_check_length (wa_outgoing_get_address (outgoing), _("Address"), MOST_PLACE_CHARACTERS, error))
    return FALSE;

  wa_write_text (body, "name", wa_outgoing_get_place (outgoing));
  wa_write_text (body, "address", wa_outgoing_get_address (outgoing));

  return wa_onemsg_post (provider, request, "sendLocation", g_steal_pointer (&body), error);
}

/* What only changes the emoji before it: variation selectors, skin tones, enclosing and other marks, tags. */
static gboolean
is_part (gunichar c)
{
  return c == 0x200d || (c >= 0x1f3fb && c <= 0x1f3ff) || (c >= 0xe0020 && c <= 0xe007f) ||
         g_unichar_ismark (c);
}

static gboolean
is_flag_letter (gunichar c)
{
  return c >= 0x1f1e6 && c <= 0x1f1ff;
}

/* Letters are none; a digit is where a key's frame is around it. */
static gboolean
can_begin_emoji (const char *text)
{
  gunichar c = g_utf8_get_char (text);

  return c >= 0x80 ? !g_unichar_isalnum (c) && !g_unichar_isspace (c) && !g_unichar_iscntrl (c)
                   : strchr ("#*0123456789", (int) c) != NULL && g_utf8_strchr (text, -1, 0x20e3) != NULL;
}

static gboolean
is_one_emoji (const char *text)
{
  guint n = 0;
  gunichar last = 0;

  if (!can_begin_emoji (text))
    return FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gboolean joined = last == 0x200d || is_part (c) ||
                        (is_flag_letter (last) && is_flag_letter (c) && at == g_utf8_next_char (text));

      n += joined && last != 0 ? 0 : 1;
      last = c;
    }

  return n == 1;
}

/* "" takes the reaction back, so it must be written. */
WA_ONEMSG_BUILD (reaction)
{
  WaOutgoing *outgoing = WA_OUTGOING (args);
  const char *emoji = wa_outgoing_get_emoji (outgoing);
  JsonObject *body;

  if (!wa_is_empty (emoji) && !is_one_emoji (emoji))
    return wa_onemsg_refuse (error, WA_ERROR_INVALID, _("A reaction is one emoji. Choose one."));

  if (!wa_check_chosen (wa_outgoing_get_quoted_id (outgoing),
                        _("Choose the message that you react to."), error) ||
      (body = wa_onemsg_answer_new (outgoing, error)) == NULL)
    return FALSE;

  json_object_set_string_member (body, "body", emoji);

  return wa_onemsg_post (provider, request, "sendReaction", body, error);
}

static const WaMapping message_rows[] = {
  { "id", "remote-id" },
  { "jobId", "job-id" },
  { NULL }
};

/* 1msg's words are shown, never understood: they name another recipient now and then. */
static gboolean
finish_message (gpointer       record,
                const WaJson  *json,
                GError       **error)
{
  WaJson message = wa_json_member (json, "message");
  WaJson description = wa_json_member (json, "description");
  const char *first = wa_json_get_text (&message);
  const char *second = wa_json_get_text (&description);
  g_autofree char *both = g_strjoin ("\n", wa_or_empty (first), second, NULL);

  wa_message_set_provider_text (record, g_strstrip (both));
  wa_message_set_state (record, WA_STATE_SENT);
  if (!wa_is_empty (wa_message_get_job_id (record)))
    wa_message_set_state_detail (record, "queued");

  return TRUE;
}

static const WaMappingTable message_table = { wa_message_get_type, message_rows, finish_message };

WA_ONEMSG_PARSE (message)
{
  return wa_mapping_read (&message_table, answer, error);
}
