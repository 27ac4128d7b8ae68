/* wa-pabbly-media.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-media-item.h"
#include "model/wa-target.h"
#include "provider/pabbly/wa-pabbly-private.h"
#include "provider/wa-checks.h"

WA_PABBLY_BUILD (media_link)
{
  const char *id = wa_target_get_remote_id (WA_TARGET (args));

  if (wa_is_empty (id) || id[strspn (id, "0123456789")] != '\0')
    {
      g_set_error_literal (error, WA_ERROR, WA_ERROR_INVALID,
                           _("The id of a file is a row of digits. Copy it again from where you found it."));
      return FALSE;
    }

  wa_request_append_path (request, "media", NULL);
  wa_request_add_query (request, "id", id);

  return TRUE;
}

static gboolean
finish_media (gpointer       record,
              const WaJson  *json,
              GError       **error)
{
  if (g_str_has_prefix (wa_media_item_get_url (record), "https://"))
    return TRUE;

  g_set_error_literal (error, WA_ERROR, WA_ERROR_PROTOCOL,
                       _("The address of the file does not start with https://. Ask Pabbly Chatflow why."));

  return FALSE;
}

static const WaMapping media_rows[] = {
  { "mediaId", "remote-id" },
  { "mediaUrl", "url", WA_MAP_REQUIRED },
  { "mimeType", "mime-type" },
  { "expiresAt", "expires" },
  { NULL }
};

static const WaMappingTable media_table = { wa_media_item_get_type, media_rows, finish_media };

WA_PABBLY_PARSE (media_link)
{
  WaJson data = wa_json_member (answer, "data");

  return wa_mapping_read (&media_table, &data, error);
}
