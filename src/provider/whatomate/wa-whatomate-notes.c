/* wa-whatomate-notes.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "model/wa-note.h"
#include "model/wa-target.h"
#include "provider/wa-checks.h"
#include "provider/whatomate/wa-whatomate-private.h"

#define MOST_CHARACTERS 2000

static const WaMapping note_rows[] = {
  { "id", "remote-id", WA_MAP_REQUIRED },
  { "contact_id", "contact-id" },
  { "content", "text" },
  { "created_by_id", "author-id" },
  { "created_by_name", "author" },
  { "created_at", "created" },
  { "updated_at", "updated" },
  { NULL }
};

static const WaMappingTable note_table = { wa_note_get_type, note_rows };

static gboolean
set_notes (WaProvider  *provider,
           WaRequest   *request,
           const char  *method,
           const char  *contact,
           GError     **error)
{
  if (!wa_whatomate_check_contact (contact, error))
    return FALSE;

  wa_whatomate_begin (provider, request, method);
  wa_request_append_path (request, "api", "contacts", contact, "notes", NULL);

  return TRUE;
}

static gboolean
set_note (WaProvider  *provider,
          WaRequest   *request,
          const char  *method,
          const char  *contact,
          const char  *note,
          GError     **error)
{
  if (!wa_whatomate_check_id (note, error) || !set_notes (provider, request, method, contact, error))
    return FALSE;

  wa_request_append_path (request, note, NULL);

  return TRUE;
}

/* The cursor is the last note of the page before. */
WA_WHATOMATE_BUILD (notes)
{
  WaQuery *query = WA_QUERY (args);

  if (!set_notes (provider, request, "GET", wa_query_get_parent_id (query), error))
    return FALSE;

  wa_request_add_query_int (request, "limit", wa_whatomate_page_size (query));
  wa_whatomate_add_text (request, "before", wa_query_get_cursor (query));

  return TRUE;
}

WA_WHATOMATE_PARSE (notes)
{
  WaJson more = wa_json_find (answer, "data.has_more");
  GObject *page = wa_whatomate_read_page (&note_table, args, answer, "notes", error);
  GListModel *items = page != NULL ? G_LIST_MODEL (wa_page_get_items (WA_PAGE (page))) : NULL;
  guint n = items != NULL ? g_list_model_get_n_items (items) : 0;
  g_autoptr(WaNote) last = n > 0 ? g_list_model_get_item (items, n - 1) : NULL;
  const char *id = last != NULL && wa_json_get_flag (&more, FALSE) ? wa_note_get_remote_id (last) : "";

  if (page != NULL)
    wa_page_set_next (WA_PAGE (page), g_str_equal (id, wa_query_get_cursor (WA_QUERY (args))) ? NULL : id);

  return page;
}

static gboolean
set_content (WaNote     *note,
             WaRequest  *request,
             GError    **error)
{
  JsonObject *body;

  if (!wa_check_text (wa_note_get_text (note), _("Note"), MOST_CHARACTERS, error))
    return FALSE;

  body = json_object_new ();
  json_object_set_string_member (body, "content", wa_note_get_text (note));
  wa_request_take_json_object (request, body);

  return TRUE;
}

WA_WHATOMATE_BUILD (create_note)
{
  WaNote *note = WA_NOTE (args);

  return set_notes (provider, request, "POST", wa_note_get_contact_id (note), error) &&
         set_content (note, request, error);
}

WA_WHATOMATE_BUILD (update_note)
{
  WaNote *note = WA_NOTE (args);

  return set_note (provider, request, "PUT", wa_note_get_contact_id (note), wa_note_get_remote_id (note),
                   error) &&
         set_content (note, request, error);
}

WA_WHATOMATE_PARSE (note)
{
  WaJson data = wa_json_member (answer, "data");

  return wa_mapping_read (&note_table, &data, error);
}

WA_WHATOMATE_BUILD (delete_note)
{
  WaTarget *target = WA_TARGET (args);

  return set_note (provider, request, "DELETE", wa_target_get_parent_id (target),
                   wa_target_get_remote_id (target), error);
}
