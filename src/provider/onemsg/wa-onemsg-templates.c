/* wa-onemsg-templates.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-page.h"
#include "model/wa-query.h"
#include "model/wa-target.h"
#include "provider/onemsg/wa-onemsg-private.h"
#include "provider/wa-checks.h"
#include "provider/wa-meta-template.h"

#define PAGE_TEMPLATES 100
#define MOST_TEMPLATES (20 * PAGE_TEMPLATES)

static const WaMapping template_rows[] = {
  { "id", "remote-id" },
  { "name", "name", WA_MAP_REQUIRED },
  { "language.code|language", "language" },
  { "namespace|message_template_namespace|messageTemplateNamespace", "namespace" },
  { "category", "category", WA_MAP_UPPER },
  { "status", "status", WA_MAP_UPPER },
  { "rejected_reason", "rejected-reason" },
  { "components", "components", WA_MAP_PLAIN, &wa_meta_component_table },
  { NULL }
};

/* Some channels give the components as a text that holds JSON. */
static gboolean
read_components (WaTemplate    *template,
                 const WaJson  *json,
                 GError       **error)
{
  WaJson components = wa_json_member (json, "components");
  const char *text = wa_json_get_text (&components);
  g_autoptr(WaJsonDocument) document = NULL;
  WaJson root;
  guint n_skipped;

  if (wa_is_empty (text))
    return TRUE;

  if ((document = wa_json_document_new_text (text, error)) == NULL)
    return FALSE;

  root = wa_json_document_get_root (document);

  return wa_mapping_read_items (&wa_meta_component_table, &root, wa_template_get_components (template),
                                &n_skipped, error);
}

/* Meta's categories had other names once. */
static void
renew_category (WaTemplate *template)
{
  if (g_str_equal (wa_template_get_category (template), "TRANSACTIONAL"))
    wa_template_set_category (template, "UTILITY");
  else if (g_str_equal (wa_template_get_category (template), "OTP"))
    wa_template_set_category (template, "AUTHENTICATION");
}

static gboolean
finish_template (gpointer       record,
                 const WaJson  *json,
                 GError       **error)
{
  g_autofree char *place = g_strconcat (wa_template_get_name (record), "/",
                                        wa_template_get_language (record), NULL);

  if (wa_is_empty (wa_template_get_language (record)))
    return wa_onemsg_refuse (error, WA_ERROR_PROTOCOL, _("A template has no language."));

  renew_category (record);
  if (g_ascii_strcasecmp (wa_template_get_rejected_reason (record), "NONE") == 0)
    wa_template_set_rejected_reason (record, "");
  if (wa_is_empty (wa_template_get_remote_id (record)))
    wa_template_set_remote_id (record, place);

  return read_components (record, json, error);
}

static const WaMappingTable template_table = { wa_template_get_type, template_rows, finish_template };

/* The first page is asked for without a word about pages: most channels give all at once.  The cursor is an
 * offset. */
WA_ONEMSG_BUILD (templates)
{
  const char *cursor = wa_query_get_cursor (WA_QUERY (args));
  guint64 offset = 0;

  if (!wa_onemsg_begin (provider, request, "GET", "templates", error))
    return FALSE;
  if (wa_is_empty (cursor))
    return TRUE;

  if (!g_ascii_string_to_unsigned (cursor, 10, 1, MOST_TEMPLATES, &offset, NULL))
    return wa_onemsg_refuse (error, WA_ERROR_INVALID,
                             _("There is no such page. Start again from the first."));

  wa_request_add_query_int (request, "limit", PAGE_TEMPLATES);
  wa_request_add_query_int (request, "offset", (gint64) offset);

  return TRUE;
}

static void
set_next (WaPage  *page,
          WaQuery *query)
{
  const char *cursor = wa_query_get_cursor (query);
  gint64 n = g_list_model_get_n_items (G_LIST_MODEL (wa_page_get_items (page))) + wa_page_get_skipped (page);
  gint64 next = g_ascii_strtoll (cursor, NULL, 10) + n;
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, next);
  gboolean full = wa_is_empty (cursor) ? n > 0 : n >= PAGE_TEMPLATES;

  if (full && next < wa_page_get_total (page) && next <= MOST_TEMPLATES)
    wa_page_set_next (page, text);
}

/* A template without a namespace has the one that all others share, if they do. */
static void
share_namespace (GListModel *templates)
{
  g_autofree char *shared = NULL;
  guint n = g_list_model_get_n_items (templates);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(WaTemplate) template = g_list_model_get_item (templates, i);
      const char *own = wa_template_get_namespace (template);

      if (shared == NULL && !wa_is_empty (own))
        shared = g_strdup (own);
      else if (!wa_is_empty (own) && !g_str_equal (own, shared))
        return;
    }

  for (guint i = 0; shared != NULL && i < n; i++)
    {
      g_autoptr(WaTemplate) template = g_list_model_get_item (templates, i);

      wa_template_set_namespace (template, shared);
    }
}

WA_ONEMSG_PARSE (templates)
{
  WaJson list = wa_json_member (answer, "templates");
  WaJson total = wa_json_member (answer, "total");
  WaPage *page = wa_mapping_read_page (&template_table, &list, error);

  if (page == NULL)
    return NULL;

  wa_page_set_total (page, wa_json_get_integer (&total, 0));
  set_next (page, WA_QUERY (args));
  share_namespace (G_LIST_MODEL (wa_page_get_items (page)));

  return G_OBJECT (page);
}

/* Deletes all languages of that name: there is no narrower way. */
WA_ONEMSG_BUILD (delete_template)
{
  const char *name = wa_target_get_name (WA_TARGET (args));
  JsonObject *body;

  if (!wa_check_template_name (name, error))
    return FALSE;

  body = json_object_new ();
  json_object_set_string_member (body, "name", name);

  return wa_onemsg_post (provider, request, "removeTemplate", body, error);
}
