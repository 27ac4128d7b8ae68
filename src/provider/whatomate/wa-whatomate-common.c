/* wa-whatomate-common.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-receipt.h"
#include "provider/wa-checks.h"
#include "provider/whatomate/wa-whatomate-private.h"

/* More than this in a page, and the server gives fewer than without asking. */
#define MOST_ROWS 100

#define UPLOAD_SECONDS 120

gboolean
wa_whatomate_is_first (WaProvider *provider)
{
  return g_str_equal (wa_provider_get_setting (provider, WA_WHATOMATE_GENERATION), WA_WHATOMATE_FIRST);
}

gboolean
wa_whatomate_is_second (WaProvider *provider)
{
  return g_str_equal (wa_provider_get_setting (provider, WA_WHATOMATE_GENERATION), WA_WHATOMATE_SECOND);
}

/* Many people enter the address of the interface, while health and readiness are outside of it. */
void
wa_whatomate_begin (WaProvider *provider,
                    WaRequest  *request,
                    const char *method)
{
  g_autofree char *address = wa_provider_dup_address (provider, NULL);

  wa_request_set_method (request, method);
  if (address != NULL && g_str_has_suffix (address, "/api"))
    {
      address[strlen (address) - strlen ("/api")] = '\0';
      wa_request_set_base (request, address);
    }
}

/* Nothing but a UUID is an id here: what the documents have for an example must never go out. */
gboolean
wa_whatomate_check_id (const char  *id,
                       GError     **error)
{
  if (!wa_check_id (id, error))
    return FALSE;
  if (g_uuid_string_is_valid (id))
    return TRUE;

  g_set_error_literal (error, WA_ERROR, WA_ERROR_INVALID,
                       _("That is not an id of whatomate. Refresh, then try again."));

  return FALSE;
}

/**
 * wa_whatomate_account:
 * @own: (nullable): the WhatsApp account that a record belongs to
 *
 * Returns: the name of the WhatsApp account that is meant; "" leaves the choice to the server
 */
const char *
wa_whatomate_account (WaProvider *provider,
                      const char *own)
{
  return wa_is_empty (own) ? wa_provider_get_setting (provider, WA_WHATOMATE_ACCOUNT) : own;
}

/**
 * wa_whatomate_message_account:
 *
 * Returns: the name of the WhatsApp account that sends; "" where the server does not let us choose
 */
const char *
wa_whatomate_message_account (WaProvider *provider)
{
  return wa_whatomate_is_first (provider) ? "" : wa_whatomate_account (provider, NULL);
}

gboolean
wa_whatomate_check_account (const char  *name,
                            GError     **error)
{
  if (!wa_is_empty (name))
    return TRUE;

  g_set_error_literal (error, WA_ERROR, WA_ERROR_INVALID,
                       _("whatomate wants to know which WhatsApp account is meant. "
                         "Enter its name in the account’s settings."));

  return FALSE;
}

/* Meta looks at the bytes' true type, so a missing one is found out. */
static char *
dup_mime_type (const char *mime_type,
               const char *filename,
               GBytes     *bytes)
{
  gsize length;
  const guchar *data = g_bytes_get_data (bytes, &length);
  g_autofree char *guessed = NULL;

  if (!wa_is_empty (mime_type))
    return g_strdup (mime_type);

  guessed = g_content_type_guess (wa_is_empty (filename) ? NULL : filename, data, length, NULL);

  return g_content_type_get_mime_type (guessed);
}

/**
 * wa_whatomate_add_file:
 *
 * Makes the body multipart, with the file after all fields.
 */
gboolean
wa_whatomate_add_file (WaRequest   *request,
                       const char  *filename,
                       const char  *mime_type,
                       GBytes      *bytes,
                       GError     **error)
{
  g_autofree char *type = NULL;

  if (bytes == NULL || g_bytes_get_size (bytes) == 0)
    {
      g_set_error_literal (error, WA_ERROR, WA_ERROR_INVALID, _("The file is empty. Choose another one."));
      return FALSE;
    }
  if (!wa_check_filename (filename, error))
    return FALSE;

  type = dup_mime_type (mime_type, filename, bytes);
  wa_request_add_file (request, "file", wa_is_empty (filename) ? "file" : filename,
                       type != NULL ? type : "application/octet-stream", bytes);
  wa_request_set_timeout (request, UPLOAD_SECONDS);

  return TRUE;
}

void
wa_whatomate_add_text (WaRequest  *request,
                       const char *name,
                       const char *value)
{
  if (!wa_is_empty (value))
    wa_request_add_query (request, name, value);
}

/* Rows that came from Meta may have been made in the year 1. */
GDateTime *
wa_whatomate_known_time (GDateTime *time)
{
  return time != NULL && g_date_time_get_year (time) >= 2000 ? time : NULL;
}

gint64
wa_whatomate_page_size (WaQuery *query)
{
  gint64 size = wa_query_get_page_size (query);

  return size > 0 ? MIN (size, MOST_ROWS) : MOST_ROWS;
}

gboolean
wa_whatomate_add_page (WaQuery    *query,
                       WaRequest  *request,
                       GError    **error)
{
  guint page;

  if (!wa_check_page (wa_query_get_cursor (query), &page, error))
    return FALSE;

  wa_request_add_query_int (request, "page", page);
  wa_request_add_query_int (request, "limit", wa_whatomate_page_size (query));

  return TRUE;
}

/* The list has a name of its own, is called `items` in the documents, or stands there bare. */
static WaJson
find_list (const WaJson *data,
           const char   *name)
{
  WaJson named = wa_json_member (data, name);
  WaJson items = wa_json_member (data, "items");

  if (wa_json_is (data, WA_JSON_LIST))
    return *data;

  return wa_json_is (&named, WA_JSON_ABSENT) && !wa_json_is (&items, WA_JSON_ABSENT) ? items : named;
}

/* The server may give fewer rows than were asked for: its own limit says how far it got. */
static void
set_next (WaPage       *page,
          WaQuery      *query,
          const WaJson *data)
{
  WaJson current = wa_json_member (data, "page");
  WaJson limit = wa_json_member (data, "limit");
  guint n = g_list_model_get_n_items (G_LIST_MODEL (wa_page_get_items (page))) + wa_page_get_skipped (page);
  gint64 rows = wa_json_get_integer (&limit, n);
  guint asked = 1;
  g_autofree char *cursor = NULL;

  if (n == 0 || rows <= 0 || !wa_check_page (wa_query_get_cursor (query), &asked, NULL) ||
      wa_json_get_integer (&current, asked) != asked || asked > (wa_page_get_total (page) - 1) / rows)
    return;

  cursor = g_strdup_printf ("%u", asked + 1);
  if (wa_check_page (cursor, &asked, NULL))
    wa_page_set_next (page, cursor);
}

/**
 * wa_whatomate_read_page:
 * @name: of the list
 *
 * Returns: (transfer full): a #WaPage; what is null is empty
 */
GObject *
wa_whatomate_read_page (const WaMappingTable  *table,
                        GObject               *args,
                        const WaJson          *answer,
                        const char            *name,
                        GError               **error)
{
  WaJson data = wa_json_member (answer, "data");
  WaJson list = find_list (&data, name);
  WaJson total = wa_json_member (&data, "total");
  WaPage *page = wa_json_is (&list, WA_JSON_NULL) ? wa_page_new ()
                                                  : wa_mapping_read_page (table, &list, error);

  if (page == NULL)
    return NULL;

  wa_page_set_total (page, MAX (0, wa_json_get_integer (&total, 0)));
  set_next (page, WA_QUERY (args), &data);

  return G_OBJECT (page);
}

static const WaMapping receipt_rows[] = {
  { "data.message", "text" },
  { "data.count", "count" },
  { NULL }
};

static const WaMappingTable receipt_table = { wa_receipt_get_type, receipt_rows };

/* Whatever stands in `data`: it was done. */
WA_WHATOMATE_PARSE (receipt)
{
  return wa_mapping_read (&receipt_table, answer, error);
}
