/* wa-sandbox-media.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pictures and files of the demo, painted on demand: each name has a picture of its own.
 */

#include "config.h"

#include <gio/gio.h>

#include "sandbox/wa-sandbox-media.h"

#define SIDE 240

static const char document[] =
  "%PDF-1.1\n"
  "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
  "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
  "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj\n"
  "trailer<</Root 1 0 R>>\n"
  "%%EOF\n";

static guint32
checksum (const guchar *data,
          gsize         length)
{
  guint32 sum = 0xffffffff;

  for (gsize i = 0; i < length; i++)
    {
      sum ^= data[i];
      for (int bit = 0; bit < 8; bit++)
        sum = sum & 1 ? sum >> 1 ^ 0xedb88320 : sum >> 1;
    }

  return ~sum;
}

static void
append_number (GByteArray *array,
               guint32     number)
{
  guint32 bytes = GUINT32_TO_BE (number);

  g_byte_array_append (array, (const guint8 *) &bytes, sizeof bytes);
}

static void
append_chunk (GByteArray   *png,
              const char   *type,
              const guchar *data,
              gsize         length)
{
  guint start;

  append_number (png, length);
  start = png->len;
  g_byte_array_append (png, (const guint8 *) type, 4);
  if (length > 0)
    g_byte_array_append (png, data, length);
  append_number (png, checksum (png->data + start, png->len - start));
}

/* A soft diagonal between two colours, as rows of RGB with PNG's filter byte in front. */
static GBytes *
paint (guint hash)
{
  GByteArray *rows = g_byte_array_sized_new (SIDE * (SIDE * 3 + 1));
  const guint8 from[] = { 96 + hash % 128, 96 + hash / 128 % 128, 96 + hash / 16384 % 128 };

  for (guint y = 0; y < SIDE; y++)
    {
      const guint8 filter = 0;

      g_byte_array_append (rows, &filter, 1);
      for (guint x = 0; x < SIDE; x++)
        {
          guint shade = (x + y) * 96 / (2 * SIDE);
          const guint8 pixel[] = { from[0] - shade, from[1] - shade / 2, from[2] + shade / 4 };

          g_byte_array_append (rows, pixel, sizeof pixel);
        }
    }

  return g_byte_array_free_to_bytes (rows);
}

static GBytes *
compress (GBytes *plain)
{
  g_autoptr(GConverter) converter = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, -1));
  g_autoptr(GInputStream) source = g_memory_input_stream_new_from_bytes (plain);
  g_autoptr(GInputStream) stream = g_converter_input_stream_new (source, converter);
  g_autoptr(GError) error = NULL;
  GBytes *bytes = g_input_stream_read_bytes (stream, g_bytes_get_size (plain), NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

/**
 * wa_sandbox_media_dup_picture:
 * @name: any text; the same one has the same picture
 *
 * Returns: (transfer full): a small PNG
 */
GBytes *
wa_sandbox_media_dup_picture (const char *name)
{
  static const guint8 signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  static const guint8 header[] = { 0, 0, 0, SIDE, 0, 0, 0, SIDE, 8, 2, 0, 0, 0 };
  GByteArray *png = g_byte_array_new ();
  g_autoptr(GBytes) plain = paint (g_str_hash (name));
  g_autoptr(GBytes) packed = compress (plain);

  g_byte_array_append (png, signature, sizeof signature);
  append_chunk (png, "IHDR", header, sizeof header);
  append_chunk (png, "IDAT", g_bytes_get_data (packed, NULL), g_bytes_get_size (packed));
  append_chunk (png, "IEND", NULL, 0);

  return g_byte_array_free_to_bytes (png);
}

/**
 * wa_sandbox_media_answer:
 *
 * Answers a request for one of the demo's files.  As with a real system's storage, the account's
 * key has no business here: a request that brings it is refused.
 */
void
wa_sandbox_media_answer (SoupServerMessage *message)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  SoupMessageBody *body = soup_server_message_get_response_body (message);
  const char *path = g_uri_get_path (soup_server_message_get_uri (message));
  const char *type = NULL;
  g_autoptr(GBytes) bytes = NULL;

  if (soup_message_headers_get_one (headers, "Authorization")
      || soup_message_headers_get_one (headers, "X-API-Key"))
    {
      soup_server_message_set_status (message, SOUP_STATUS_BAD_REQUEST, NULL);
      return;
    }

  if (g_str_has_suffix (path, ".png"))
    {
      type = "image/png";
      bytes = wa_sandbox_media_dup_picture (path);
    }
  else if (g_str_has_suffix (path, ".pdf"))
    {
      type = "application/pdf";
      bytes = g_bytes_new_static (document, sizeof document - 1);
    }
  else
    {
      soup_server_message_set_status (message, SOUP_STATUS_NOT_FOUND, NULL);
      return;
    }

  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_message_headers_set_content_type (soup_server_message_get_response_headers (message), type, NULL);
  soup_message_body_append_bytes (body, bytes);
}
