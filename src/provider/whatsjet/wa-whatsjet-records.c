/* wa-whatsjet-records.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-util.h"
#include "model/wa-assignment.h"
#include "model/wa-contact-list.h"
#include "model/wa-query.h"
#include "model/wa-receipt.h"
#include "model/wa-tag.h"
#include "model/wa-target.h"
#include "provider/wa-checks.h"
#include "provider/whatsjet/wa-whatsjet-private.h"

/* What only newer servers tell: contacts, templates, groups and labels.  Their answers are not documented
 * well, so that records are found by what they hold rather than by where they stand. */

#define MOST_CONTACTS 50
#define MOST_LEVELS 4

/* Pages: their numbers are the cursors */

static gboolean
add_page (WaRequest  *request,
          WaQuery    *query,
          GError    **error)
{
  guint page;

  if (!wa_check_page (wa_query_get_cursor (query), &page, error))
    return FALSE;

  wa_request_add_query_int (request, "page", page);

  return TRUE;
}

/* Where nobody says which page is the last, it is the one without a row. */
static void
set_next (WaPage       *page,
          WaQuery      *query,
          const WaJson *paginator)
{
  WaJson current = wa_json_member (paginator, "current_page");
  WaJson last = wa_json_member (paginator, "last_page");
  g_autofree char *cursor = NULL;
  guint number;

  if (!wa_check_page (wa_query_get_cursor (query), &number, NULL) ||
      g_list_model_get_n_items (G_LIST_MODEL (wa_page_get_items (page))) == 0 ||
      wa_json_get_integer (&current, number) >= wa_json_get_integer (&last, G_MAXINT64))
    return;

  cursor = g_strdup_printf ("%u", number + 1);
  if (wa_check_page (cursor, &number, NULL))
    wa_page_set_next (page, cursor);
}

static GObject *
read_page (const WaMappingTable  *table,
           GObject               *args,
           const WaJson          *answer,
           const char            *path,
           GError               **error)
{
  WaJson paginator = wa_json_find (answer, path);
  WaJson rows = wa_json_member (&paginator, "data");
  WaJson total = wa_json_member (&paginator, "total");
  WaPage *page = wa_mapping_read_page (table, &rows, error);

  if (page == NULL)
    return NULL;

  wa_page_set_total (page, MAX (wa_json_get_integer (&total, 0), 0));
  set_next (page, WA_QUERY (args), &paginator);

  return G_OBJECT (page);
}

/* Contacts */

/* A text with commas, or a list. */
static void
read_groups (WaContact    *contact,
             const WaJson *json)
{
  WaJson groups = wa_json_member (json, "groups");
  g_auto(GStrv) names = NULL;
  g_autoptr(GStrvBuilder) lists = g_strv_builder_new ();
  g_auto(GStrv) found = NULL;

  if (wa_json_is (&groups, WA_JSON_LIST))
    names = wa_json_dup_texts (&groups);
  else
    names = g_strsplit (wa_or_empty (wa_json_get_text (&groups)), ",", -1);

  for (gsize i = 0; names[i] != NULL; i++)
    if (g_strstrip (names[i])[0] != '\0')
      g_strv_builder_add (lists, names[i]);

  found = g_strv_builder_end (lists);
  wa_contact_set_lists (contact, (const char *const *) found);
}

static gboolean
finish_contact (gpointer       record,
                const WaJson  *json,
                GError       **error)
{
  WaJson opt_out = wa_json_member (json, "whatsapp_opt_out");
  g_autofree char *number = wa_check_number (wa_contact_get_number (record), NULL);

  if (number != NULL)
    wa_contact_set_number (record, number);
  wa_contact_set_opt_in (record, !wa_json_get_flag (&opt_out, TRUE));
  read_groups (record, json);

  return TRUE;
}

static const WaMapping contact_rows[] = {
  { "_uid", "remote-id" },
  { "wa_id|phone_number", "number", WA_MAP_REQUIRED },
  { "first_name", "first-name" },
  { "last_name", "last-name" },
  { "email", "email" },
  { "country", "country" },
  { "language_code", "language" },
  { NULL }
};

static const WaMappingTable contact_table = { wa_contact_get_type, contact_rows, finish_contact };

/* Where a server never says who opted out, what is known here must not be overwritten. */
static void
learn_opt_out (WaProvider   *provider,
               const WaJson *contact)
{
  WaJson opt_out = wa_json_member (contact, "whatsapp_opt_out");

  if (!wa_json_is (&opt_out, WA_JSON_ABSENT) && !wa_json_is (&opt_out, WA_JSON_NULL))
    wa_provider_set_setting (provider, WA_WHATSJET_TELLS_OPT_OUT, WA_WHATSJET_YES);
}

static gboolean
is_contact (const WaJson *json)
{
  WaJson id = wa_json_member (json, "wa_id");
  WaJson number = wa_json_member (json, "phone_number");

  return !wa_json_is (&id, WA_JSON_ABSENT) || !wa_json_is (&number, WA_JSON_ABSENT);
}

/* The first object that has a number. */
static JsonNode *
find_contact (const WaJson *json,
              guint         level)
{
  g_auto(GStrv) names = wa_json_dup_names (json);
  JsonNode *found = is_contact (json) ? json->node : NULL;

  for (guint i = 0; found == NULL && level > 0 && names[i] != NULL; i++)
    {
      WaJson member = wa_json_member (json, names[i]);

      found = find_contact (&member, level - 1);
    }

  for (guint i = 0; found == NULL && level > 0 && i < wa_json_length (json); i++)
    {
      WaJson element = wa_json_element (json, i);

      found = find_contact (&element, level - 1);
    }

  return found;
}

static gboolean
start_contact (WaProvider  *provider,
               WaRequest   *request,
               const char  *number,
               GError     **error)
{
  const char *second = wa_provider_get_setting (provider, WA_WHATSJET_NUMBER_QUERY);
  g_autofree char *digits = wa_whatsjet_dup_number (number, error);

  if (digits == NULL || !wa_whatsjet_start (provider, request, "GET", "contact", error))
    return FALSE;

  wa_request_add_query (request, wa_is_empty (second) ? "phone_number_or_email" : "phone_number", digits);

  return TRUE;
}

WA_WHATSJET_BUILD (contact)
{
  return start_contact (provider, request, wa_target_get_number (WA_TARGET (args)), error);
}

WA_WHATSJET_PARSE (contact)
{
  WaJson data = wa_json_member (answer, "data");
  WaJson contact = wa_json_from_node (find_contact (&data, MOST_LEVELS));

  learn_opt_out (provider, &contact);

  return wa_mapping_read (&contact_table, &contact, error);
}

/**
 * wa_whatsjet_asks_for_number:
 *
 * One contact is asked for by another operation than all of them.
 */
gboolean
wa_whatsjet_asks_for_number (WaProvider *provider,
                             GObject    *args)
{
  return !wa_is_empty (wa_query_get_number (WA_QUERY (args)));
}

WA_WHATSJET_BUILD (contact_page)
{
  return start_contact (provider, request, wa_query_get_number (WA_QUERY (args)), error);
}

WA_WHATSJET_PARSE (contact_page)
{
  g_autoptr(GObject) contact = wa_whatsjet_parse_contact (provider, args, answer, error);
  WaPage *page;

  if (contact == NULL)
    return NULL;

  page = wa_page_new ();
  g_list_store_append (wa_page_get_items (page), contact);

  return G_OBJECT (page);
}

WA_WHATSJET_BUILD (contacts)
{
  WaQuery *query = WA_QUERY (args);
  gint64 size = wa_query_get_page_size (query);

  if (!wa_whatsjet_start (provider, request, "GET", "contacts", error) || !add_page (request, query, error))
    return FALSE;

  wa_request_add_query_int (request, "page_size", size > 0 ? MIN (size, MOST_CONTACTS) : MOST_CONTACTS);
  if (!wa_is_empty (wa_query_get_search (query)))
    wa_request_add_query (request, "search_term", wa_query_get_search (query));

  return TRUE;
}

WA_WHATSJET_PARSE (contacts)
{
  WaJson rows = wa_json_find (answer, "data.contactList.data");

  for (guint i = 0; i < wa_json_length (&rows); i++)
    {
      WaJson row = wa_json_element (&rows, i);

      learn_opt_out (provider, &row);
    }

  return read_page (&contact_table, args, answer, "data.contactList", error);
}

/* Whom a conversation belongs to */

static void
write_switch (JsonObject *body,
              const char *name,
              WaTristate  value)
{
  if (value != WA_EITHER)
    json_object_set_int_member (body, name, value == WA_YES ? 1 : 0);
}

WA_WHATSJET_BUILD (assign_member)
{
  WaAssignment *assignment = WA_ASSIGNMENT (args);
  const char *const *ids = wa_assignment_get_target_ids (assignment);
  const char *const *members = ids[0] != NULL ? ids : wa_assignment_get_targets (assignment);
  g_autofree char *number = wa_whatsjet_dup_number (wa_assignment_get_number (assignment), error);
  g_autoptr(JsonObject) body = json_object_new ();

  if (number == NULL)
    return FALSE;
  if (members[0] == NULL || members[1] != NULL)
    return wa_whatsjet_refuse (error, WA_ERROR_INVALID,
                               _("A conversation belongs to one member of the team. "
                                 "Enter a user name or an e-mail address."));

  json_object_set_string_member (body, "phone_number", number);
  json_object_set_string_member (body, "username_or_email", members[0]);
  write_switch (body, "enable_ai_bot", wa_assignment_get_bot (assignment));
  write_switch (body, "enable_reply_bot", wa_assignment_get_reply_bot (assignment));

  return wa_whatsjet_set_message (provider, request, "assign-team-member", body, error);
}

static const WaMapping receipt_rows[] = {
  { "message", "text" },
  { NULL }
};

static const WaMappingTable receipt_table = { wa_receipt_get_type, receipt_rows };

WA_WHATSJET_PARSE (receipt)
{
  return wa_mapping_read (&receipt_table, answer, error);
}

/* Templates: what they hold is not told */

static const WaMapping template_rows[] = {
  { "_uid", "remote-id" },
  { "name", "name", WA_MAP_REQUIRED },
  { "language", "language" },
  { "status", "status", WA_MAP_UPPER },
  { "category", "category", WA_MAP_UPPER },
  { NULL }
};

static const WaMappingTable template_table = { wa_template_get_type, template_rows };

WA_WHATSJET_BUILD (templates)
{
  gboolean second = !wa_is_empty (wa_provider_get_setting (provider, WA_WHATSJET_TEMPLATE_PATH));

  return (second ? wa_whatsjet_start (provider, request, "GET", "templates", error)
                 : wa_whatsjet_start_contact (provider, request, "GET", "template-list", error)) &&
         add_page (request, WA_QUERY (args), error);
}

WA_WHATSJET_PARSE (templates)
{
  return read_page (&template_table, args, answer, "data.templateList", error);
}

/* Groups and labels */

static const WaMapping list_rows[] = {
  { "_uid", "remote-id" },
  { "title|name", "name", WA_MAP_REQUIRED },
  { NULL }
};

static const WaMappingTable list_table = { wa_contact_list_get_type, list_rows };
static const WaMappingTable tag_table = { wa_tag_get_type, list_rows };

/* The only list among the data, whatever it is called. */
static GObject *
read_names (const WaMappingTable  *table,
            const WaJson          *answer,
            GError               **error)
{
  WaJson data = wa_json_member (answer, "data");
  g_auto(GStrv) names = wa_json_dup_names (&data);
  WaJson rows = data;

  for (gsize i = 0; names[i] != NULL && !wa_json_is (&rows, WA_JSON_LIST); i++)
    {
      WaJson member = wa_json_member (&data, names[i]);

      if (wa_json_is (&member, WA_JSON_LIST))
        rows = member;
    }

  return (GObject *) wa_mapping_read_page (table, &rows, error);
}

WA_WHATSJET_BUILD (lists)
{
  return wa_whatsjet_start_contact (provider, request, "GET", "groups", error);
}

WA_WHATSJET_PARSE (lists)
{
  return read_names (&list_table, answer, error);
}

WA_WHATSJET_BUILD (tags)
{
  return wa_whatsjet_start_contact (provider, request, "GET", "labels-tags", error);
}

WA_WHATSJET_PARSE (tags)
{
  return read_names (&tag_table, answer, error);
}
