/* wa-pabbly-contacts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-contact-batch.h"
#include "model/wa-contact-edit.h"
#include "model/wa-contact-list.h"
#include "model/wa-contact-report.h"
#include "model/wa-tag.h"
#include "model/wa-target.h"
#include "provider/pabbly/wa-pabbly-private.h"
#include "provider/wa-checks.h"
#include "provider/wa-writing.h"

#define MOST_CONTACTS 25
#define MOST_CREATED 100
#define MOST_NAME_CHARACTERS 255

static const WaMapping attribute_rows[] = {
  { "_id", "remote-id" },
  { "name", "name", WA_MAP_REQUIRED },
  { "value", "value" },
  { NULL }
};

const WaMappingTable wa_pabbly_attribute_table = { wa_attribute_get_type, attribute_rows };

/* `mobile` holds the country code already; `countryCode` is never put before it. */
#define CONTACT_ROWS \
  { "mobile", "number", WA_MAP_REQUIRED }, \
  { "countryCode", "dial-code" }, \
  { "name", "name" }, \
  { "status", "status" }, \
  { "source", "source" }, \
  { "optin", "opt-in" }, \
  { "incomingBlocked", "blocked" }, \
  { "attributes", "attributes", WA_MAP_SKIP, &wa_pabbly_attribute_table }, \
  { "list", "lists" }, \
  { "tags", "tags" }, \
  { "broadcastIds", "broadcast-ids" }, \
  { "createdAt", "created" }, \
  { "updatedAt", "updated" }, \
  { "lastActive", "last-active" }, \
  { NULL }

static const WaMapping contact_rows[] = { { "_id", "remote-id", WA_MAP_REQUIRED }, CONTACT_ROWS };
static const WaMapping created_rows[] = { { "_id", "remote-id" }, CONTACT_ROWS };
static const WaMapping failure_rows[] = { { "mobile", "number" }, { "error|message", "text" }, { NULL } };

static const WaMappingTable contact_table = { wa_contact_get_type, contact_rows };
static const WaMappingTable created_table = { wa_contact_get_type, created_rows };
static const WaMappingTable failure_table = { wa_contact_failure_get_type, failure_rows };

static void
add_attribute (JsonArray  *array,
               const char *name,
               const char *value)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "name", name);
  json_object_set_string_member (object, "value", value);
  json_array_add_object_element (array, object);
}

/* An empty value would take the attribute away from the contact, which only an edit may ask for. */
static JsonArray *
attribute_array (WaContact *contact)
{
  GListModel *attributes = G_LIST_MODEL (wa_contact_get_attributes (contact));
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (attributes); i++)
    {
      g_autoptr(WaAttribute) attribute = g_list_model_get_item (attributes, i);
      const char *name = wa_attribute_get_name (attribute);
      const char *value = wa_attribute_get_value (attribute);

      if (!wa_is_empty (name) && !wa_is_empty (value))
        add_attribute (array, name, value);
    }

  return array;
}

/* What a new contact and the `contact` of a message have in common. */
void
wa_pabbly_write_details (JsonObject *object,
                         WaContact  *contact)
{
  g_autofree char *name = wa_contact_dup_display_name (contact);

  /* The display name of a contact without any name is the number. */
  if (!wa_is_empty (wa_contact_get_name (contact)) || !wa_is_empty (wa_contact_get_first_name (contact)) ||
      !wa_is_empty (wa_contact_get_last_name (contact)))
    wa_write_text (object, "name", name);
  if (wa_contact_get_opt_in (contact))
    json_object_set_boolean_member (object, "optin", TRUE);
  if (wa_contact_get_blocked (contact))
    json_object_set_boolean_member (object, "incomingBlocked", TRUE);
  wa_write_texts (object, "tags", wa_contact_get_tags (contact));
  wa_write_array (object, "attributes", attribute_array (contact));
}

/* A flag that is off is written only where the user, or the file that is imported, said so. */
static JsonObject *
created_object (WaContactBatch  *batch,
                WaContact       *contact,
                GError         **error)
{
  const char *const *stated = wa_contact_batch_get_stated (batch);
  g_autofree char *number = wa_check_number (wa_contact_get_number (contact), error);
  g_autoptr(JsonObject) object = json_object_new ();

  if (number == NULL ||
      !wa_check_length (wa_contact_get_name (contact), _("Name"), MOST_NAME_CHARACTERS, error))
    return NULL;

  json_object_set_string_member (object, "mobile", number);
  if (g_strv_contains (stated, "opt-in"))
    json_object_set_boolean_member (object, "optin", wa_contact_get_opt_in (contact));
  if (g_strv_contains (stated, "blocked"))
    json_object_set_boolean_member (object, "incomingBlocked", wa_contact_get_blocked (contact));
  wa_pabbly_write_details (object, contact);

  return g_steal_pointer (&object);
}

WA_PABBLY_BUILD (create_contacts)
{
  WaContactBatch *batch = WA_CONTACT_BATCH (args);
  GListModel *contacts = G_LIST_MODEL (wa_contact_batch_get_contacts (batch));
  guint n = g_list_model_get_n_items (contacts);
  g_autoptr(JsonArray) array = json_array_new ();

  if (n == 0 || n > MOST_CREATED)
    {
      g_set_error (error, WA_ERROR, WA_ERROR_INVALID,
                   _("Contacts are created at most %d at once, and at least one."), MOST_CREATED);
      return FALSE;
    }

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(WaContact) contact = g_list_model_get_item (contacts, i);
      JsonObject *object = created_object (batch, contact, error);

      if (object == NULL)
        return FALSE;
      json_array_add_object_element (array, object);
    }

  wa_request_set_method (request, "POST");
  wa_request_append_path (request, "contacts", NULL);
  wa_request_add_query (request, "onDuplicate",
                        wa_contact_batch_get_overwrite (batch) ? "overwrite" : "skip");
  wa_request_take_json (request, json_node_init_array (json_node_alloc (), array));

  return TRUE;
}

WA_PABBLY_PARSE (create_contacts)
{
  g_autoptr(WaContactReport) report = wa_contact_report_new ();
  WaJson data = wa_json_member (answer, "data");
  WaJson created = wa_json_member (&data, "createdContacts");
  WaJson failed = wa_json_member (&data, "failedContacts");
  WaJson count = wa_json_member (&data, "failedCount");
  GListStore *contacts = wa_contact_report_get_created (report);
  guint n_skipped;

  if (!wa_json_require (&data, WA_JSON_OBJECT, error) ||
      !wa_mapping_read_items (&created_table, &created, contacts, &n_skipped, error))
    return NULL;

  if (wa_json_is (&failed, WA_JSON_LIST))
    wa_mapping_read_items (&failure_table, &failed, wa_contact_report_get_failed (report), &n_skipped, NULL);
  wa_contact_report_set_failed_count (report,
                                      MAX (wa_json_get_integer (&count, 0), wa_json_length (&failed)));

  return G_OBJECT (g_steal_pointer (&report));
}

/* Another operation lives at `lists`, and the list of all contacts at the empty id. */
static gboolean
append_contact (WaRequest   *request,
                const char  *id,
                GError     **error)
{
  if (!wa_check_id (g_strcmp0 (id, "lists") == 0 ? NULL : id, error))
    return FALSE;

  wa_request_append_path (request, "contacts", id, NULL);

  return TRUE;
}

static JsonArray *
edited_attributes (WaContactEdit *edit,
                   WaContact     *contact,
                   gboolean       changed)
{
  const char *const *removed = wa_contact_edit_get_removed_attributes (edit);
  JsonArray *array = changed ? attribute_array (contact) : json_array_new ();

  for (gsize i = 0; removed[i] != NULL; i++)
    add_attribute (array, removed[i], "");

  return array;
}

static gboolean
write_edited_name (JsonObject   *object,
                   WaContact    *contact,
                   GError      **error)
{
  if (!wa_check_text (wa_contact_get_name (contact), _("Name"), MOST_NAME_CHARACTERS, error))
    return FALSE;

  json_object_set_string_member (object, "name", wa_contact_get_name (contact));

  return TRUE;
}

static gboolean
write_edited_number (JsonObject   *object,
                     WaContact    *contact,
                     GError      **error)
{
  g_autofree char *number = wa_check_number (wa_contact_get_number (contact), error);

  if (number == NULL)
    return FALSE;

  json_object_set_string_member (object, "mobile", number);

  return TRUE;
}

static gboolean
write_edit (WaContactEdit  *edit,
            JsonObject     *object,
            GError        **error)
{
  WaContact *contact = wa_contact_edit_get_contact (edit);
  const char *const *changed = wa_contact_edit_get_changed (edit);

  if (g_strv_contains (changed, "number") && !write_edited_number (object, contact, error))
    return FALSE;
  if (g_strv_contains (changed, "name") && !write_edited_name (object, contact, error))
    return FALSE;

  if (g_strv_contains (changed, "opt-in"))
    json_object_set_boolean_member (object, "optin", wa_contact_get_opt_in (contact));
  if (g_strv_contains (changed, "blocked"))
    json_object_set_boolean_member (object, "incomingBlocked", wa_contact_get_blocked (contact));

  /* The whole set replaces the tags, also with none; it never goes together with single ones. */
  if (g_strv_contains (changed, "tags"))
    {
      json_object_set_array_member (object, "tags", wa_write_text_array (wa_contact_get_tags (contact)));
    }
  else
    {
      wa_write_texts (object, "tagsToAdd", wa_contact_edit_get_tags_to_add (edit));
      wa_write_texts (object, "tagsToRemove", wa_contact_edit_get_tags_to_remove (edit));
    }
  wa_write_array (object, "attributes",
                  edited_attributes (edit, contact, g_strv_contains (changed, "attributes")));

  return TRUE;
}

WA_PABBLY_BUILD (update_contact)
{
  WaContactEdit *edit = WA_CONTACT_EDIT (args);
  WaContact *contact = wa_contact_edit_get_contact (edit);
  g_autoptr(JsonObject) object = json_object_new ();

  if (!append_contact (request, contact != NULL ? wa_contact_get_remote_id (contact) : NULL, error) ||
      !write_edit (edit, object, error))
    return FALSE;

  if (json_object_get_size (object) == 0)
    {
      g_set_error_literal (error, WA_ERROR, WA_ERROR_UNSUPPORTED,
                           _("Pabbly Chatflow keeps none of these changes. They stay on this computer."));
      return FALSE;
    }

  wa_request_set_method (request, "PUT");
  wa_request_take_json_object (request, g_steal_pointer (&object));

  return TRUE;
}

static void
add_tristate (WaRequest  *request,
              const char *name,
              WaTristate  value,
              const char *yes,
              const char *no)
{
  if (value != WA_EITHER)
    wa_request_add_query (request, name, value == WA_YES ? yes : no);
}

static void
add_text (WaRequest  *request,
          const char *name,
          const char *value)
{
  if (!wa_is_empty (value))
    wa_request_add_query (request, name, value);
}

static void
add_attributes (WaRequest  *request,
                GListModel *attributes)
{
  for (guint i = 0; i < g_list_model_get_n_items (attributes); i++)
    {
      g_autoptr(WaAttribute) attribute = g_list_model_get_item (attributes, i);
      g_autofree char *name = g_strdup_printf ("attributes[%u][name]", i);
      g_autofree char *value = g_strdup_printf ("attributes[%u][value]", i);

      wa_request_add_query (request, name, wa_attribute_get_name (attribute));
      wa_request_add_query (request, value, wa_attribute_get_value (attribute));
    }
}

static gboolean
check_tags (const char *const  *tags,
            GError            **error)
{
  for (gsize i = 0; tags[i] != NULL; i++)
    if (strchr (tags[i], ',') != NULL)
      {
        g_set_error (error, WA_ERROR, WA_ERROR_INVALID,
                     _("Pabbly Chatflow can’t look for the tag “%s”, because its name holds a comma. "
                       "Leave it out, or rename it."), tags[i]);
        return FALSE;
      }

  return TRUE;
}

WA_PABBLY_BUILD (contacts)
{
  WaQuery *query = WA_QUERY (args);
  const char *const *tags = wa_query_get_tags (query);
  g_autofree char *joined = g_strjoinv (",", (char **) tags);
  const char *name = wa_query_get_name (query);

  if (!check_tags (tags, error) || !wa_pabbly_add_page (query, MOST_CONTACTS, request, error))
    return FALSE;

  wa_request_append_path (request, "contacts", NULL);
  add_text (request, "name", wa_is_empty (name) ? wa_query_get_search (query) : name);
  add_text (request, "mobile", wa_query_get_number (query));
  add_text (request, "tags", joined);
  add_text (request, "source", wa_query_get_source (query));
  add_tristate (request, "order", wa_query_get_newest_first (query), "-1", "1");
  add_tristate (request, "optin", wa_query_get_opt_in (query), "true", "false");
  add_tristate (request, "incomingBlocked", wa_query_get_blocked (query), "true", "false");
  add_attributes (request, G_LIST_MODEL (wa_query_get_attributes (query)));

  return TRUE;
}

/* The address in `next` only says whether there is another page: it is never fetched. */
WA_PABBLY_PARSE (contacts)
{
  WaJson data = wa_json_member (answer, "data");
  WaJson contacts = wa_json_member (&data, "contacts");
  WaJson next = wa_json_member (&data, "next");
  WaJson remaining = wa_json_member (&data, "remainingCount");
  WaJson count = wa_json_member (&data, "count");
  WaJson total = wa_json_member (&data, "totalCount");
  WaJson current = wa_json_member (&data, "currentPage");
  WaPage *page = wa_mapping_read_page (&contact_table, &contacts, error);

  if (page == NULL)
    return NULL;

  wa_page_set_total (page, wa_json_get_integer (&total, 0));
  wa_pabbly_set_next (page, WA_QUERY (args), &current,
                      !wa_is_empty (wa_json_get_text (&next)) &&
                      wa_json_get_integer (&remaining, 1) > 0 && wa_json_get_integer (&count, 1) > 0);

  return G_OBJECT (page);
}

WA_PABBLY_BUILD (contact)
{
  return append_contact (request, wa_target_get_remote_id (WA_TARGET (args)), error);
}

WA_PABBLY_PARSE (contact)
{
  WaJson data = wa_json_member (answer, "data");

  return wa_mapping_read (&contact_table, &data, error);
}

static const WaMapping list_rows[] = {
  { "_id", "remote-id", WA_MAP_REQUIRED },
  { "name", "name", WA_MAP_REQUIRED },
  { "optin", "opt-in" },
  { "incomingBlocked", "blocked" },
  { "tags", "tags" },
  { "attributes", "attributes", WA_MAP_SKIP, &wa_pabbly_attribute_table },
  { "createdAt", "created" },
  { NULL }
};

static const WaMapping tag_rows[] = {
  { "_id", "remote-id", WA_MAP_REQUIRED },
  { "name", "name", WA_MAP_REQUIRED },
  { "firstMessage", "first-message" },
  { "keywords", "keywords" },
  { "createdAt", "created" },
  { NULL }
};

static const WaMappingTable list_table = { wa_contact_list_get_type, list_rows };
static const WaMappingTable tag_table = { wa_tag_get_type, tag_rows };

static GObject *
parse_all (const WaMappingTable  *table,
           const WaJson          *answer,
           const char            *path,
           GError               **error)
{
  WaJson list = wa_json_find (answer, path);
  WaJson total = wa_json_find (answer, "data.total");
  WaPage *page = wa_mapping_read_page (table, &list, error);

  if (page != NULL)
    wa_page_set_total (page, wa_json_get_integer (&total, 0));

  return (GObject *) page;
}

WA_PABBLY_BUILD (lists)
{
  wa_request_append_path (request, "contacts", "lists", NULL);

  return TRUE;
}

WA_PABBLY_PARSE (lists)
{
  return parse_all (&list_table, answer, "data.lists", error);
}

WA_PABBLY_BUILD (tags)
{
  wa_request_append_path (request, "settings", "tags", NULL);

  return TRUE;
}

WA_PABBLY_PARSE (tags)
{
  return parse_all (&tag_table, answer, "data.tags", error);
}
