/* wa-whatomate-contacts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-assignment.h"
#include "model/wa-attribute.h"
#include "model/wa-contact-batch.h"
#include "model/wa-contact-edit.h"
#include "model/wa-contact-report.h"
#include "model/wa-receipt.h"
#include "model/wa-target.h"
#include "provider/wa-checks.h"
#include "provider/wa-writing.h"
#include "provider/whatomate/wa-whatomate-private.h"

#define MOST_NAME_CHARACTERS 255

/* The kind of an attribute whose value is not a text: it is kept as JSON and written back as it was. */
#define JSON_KIND "json"

static void
add_attribute (GListStore   *attributes,
               const WaJson *json,
               const char   *name)
{
  WaJson value = wa_json_member (json, name);
  g_autoptr(WaAttribute) attribute = wa_attribute_new ();
  g_autofree char *text = NULL;

  wa_attribute_set_name (attribute, name);
  if (wa_json_is (&value, WA_JSON_TEXT))
    {
      wa_attribute_set_value (attribute, wa_json_get_text (&value));
    }
  else
    {
      text = wa_json_to_text (&value);
      wa_attribute_set_kind (attribute, JSON_KIND);
      wa_attribute_set_value (attribute, text);
    }
  g_list_store_append (attributes, attribute);
}

static void
read_attributes (WaContact    *contact,
                 const WaJson *json)
{
  g_auto(GStrv) names = wa_json_dup_names (json);

  for (gsize i = 0; names[i] != NULL; i++)
    add_attribute (wa_contact_get_attributes (contact), json, names[i]);
}

/* A number may be hidden, but for its last digits: then it is something to look at, never a number. */
static void
read_number (WaContact    *contact,
             const WaJson *json)
{
  g_autofree char *text = wa_json_dup_scalar (json);
  g_autofree char *number = text != NULL ? wa_check_number (text, NULL) : NULL;

  if (number != NULL)
    wa_contact_set_number (contact, number);
  else
    wa_contact_set_masked_number (contact, text);
}

static gboolean
finish_contact (gpointer       record,
                const WaJson  *json,
                GError       **error)
{
  WaJson number = wa_json_member (json, "phone_number");
  WaJson profile = wa_json_member (json, "profile_name");
  WaJson metadata = wa_json_member (json, "metadata");
  WaJson fields = wa_json_member (json, "custom_fields");
  WaJson opted_out = wa_json_member (json, "marketing_opt_out");

  read_number (record, &number);
  read_attributes (record, wa_json_is (&metadata, WA_JSON_OBJECT) ? &metadata : &fields);
  if (wa_is_empty (wa_contact_get_name (record)))
    wa_contact_set_name (record, wa_json_get_text (&profile));
  wa_contact_set_opt_in (record, !wa_json_get_flag (&opted_out, TRUE));

  return TRUE;
}

static const WaMapping contact_rows[] = {
  { "id", "remote-id", WA_MAP_REQUIRED },
  { "name|profile_name", "name" },
  { "tags", "tags" },
  { "assigned_user_id|assigned_to", "assigned-member-id" },
  { "whatsapp_account", "account-name" },
  { "unread_count", "unread" },
  { "last_message_at", "last-active" },
  { "created_at", "created" },
  { "updated_at", "updated" },
  { NULL }
};

static const WaMappingTable contact_table = { wa_contact_get_type, contact_rows, finish_contact };

/* Tags are joined by commas, so a name with one can't be looked for. */
static gboolean
add_tags (WaProvider         *provider,
          WaRequest          *request,
          const char *const  *tags,
          GError            **error)
{
  g_autofree char *joined = g_strjoinv (",", (char **) tags);

  if (tags[0] == NULL)
    return TRUE;

  if (wa_whatomate_is_first (provider))
    {
      g_set_error_literal (error, WA_ERROR, WA_ERROR_UNSUPPORTED,
                           _("This server can’t look for tags. Look for them on this computer."));
      return FALSE;
    }

  for (gsize i = 0; tags[i] != NULL; i++)
    if (strchr (tags[i], ',') != NULL)
      {
        g_set_error (error, WA_ERROR, WA_ERROR_INVALID,
                     _("whatomate can’t look for the tag “%s”, because its name holds a comma. "
                       "Leave it out, or rename it."), tags[i]);
        return FALSE;
      }

  wa_request_add_query (request, "tags", joined);

  return TRUE;
}

WA_WHATOMATE_BUILD (contacts)
{
  WaQuery *query = WA_QUERY (args);
  const char *number = wa_query_get_number (query);

  wa_whatomate_begin (provider, request, "GET");
  wa_request_append_path (request, "api", "contacts", NULL);
  if (!wa_whatomate_add_page (query, request, error) ||
      !add_tags (provider, request, wa_query_get_tags (query), error))
    return FALSE;

  wa_whatomate_add_text (request, "search", wa_is_empty (number) ? wa_query_get_search (query) : number);

  return TRUE;
}

WA_WHATOMATE_PARSE (contacts)
{
  return wa_whatomate_read_page (&contact_table, args, answer, "contacts", error);
}

static gboolean
set_contact (WaProvider  *provider,
             WaRequest   *request,
             const char  *method,
             const char  *id,
             GError     **error)
{
  if (!wa_whatomate_check_id (id, error))
    return FALSE;

  wa_whatomate_begin (provider, request, method);
  wa_request_append_path (request, "api", "contacts", id, NULL);

  return TRUE;
}

WA_WHATOMATE_BUILD (contact)
{
  return set_contact (provider, request, "GET", wa_target_get_remote_id (WA_TARGET (args)), error);
}

WA_WHATOMATE_PARSE (contact)
{
  WaJson data = wa_json_member (answer, "data");

  return wa_mapping_read (&contact_table, &data, error);
}

WA_WHATOMATE_BUILD (delete_contact)
{
  return set_contact (provider, request, "DELETE", wa_target_get_remote_id (WA_TARGET (args)), error);
}

static void
write_attribute (JsonObject  *metadata,
                 WaAttribute *attribute)
{
  const char *name = wa_attribute_get_name (attribute);
  const char *value = wa_attribute_get_value (attribute);
  g_autoptr(WaJsonDocument) document = NULL;

  if (g_str_equal (wa_attribute_get_kind (attribute), JSON_KIND))
    {
      /* The reader takes objects and lists only at the root. */
      g_autofree char *wrapped = g_strdup_printf ("[%s]", value);

      document = wa_json_document_new_text (wrapped, NULL);
    }

  if (document != NULL)
    {
      WaJson root = wa_json_document_get_root (document);
      WaJson first = wa_json_element (&root, 0);

      if (first.node != NULL)
        json_object_set_member (metadata, name, json_node_copy (first.node));
    }
  else
    {
      json_object_set_string_member (metadata, name, value);
    }
}

/* The whole set: it replaces what the server has. */
static JsonObject *
metadata_new (WaContact         *contact,
              const char *const *removed)
{
  GListModel *attributes = G_LIST_MODEL (wa_contact_get_attributes (contact));
  JsonObject *metadata = json_object_new ();

  for (guint i = 0; i < g_list_model_get_n_items (attributes); i++)
    {
      g_autoptr(WaAttribute) attribute = g_list_model_get_item (attributes, i);

      if (!wa_is_empty (wa_attribute_get_name (attribute)) &&
          !g_strv_contains (removed, wa_attribute_get_name (attribute)))
        write_attribute (metadata, attribute);
    }

  return metadata;
}

static WaContact *
only_contact (WaContactBatch *batch)
{
  GListModel *contacts = G_LIST_MODEL (wa_contact_batch_get_contacts (batch));
  g_autoptr(WaContact) contact = g_list_model_get_item (contacts, 0);

  return g_list_model_get_n_items (contacts) == 1 ? contact : NULL;
}

WA_WHATOMATE_BUILD (create_contact)
{
  static const char *const none[] = { NULL };
  WaContact *contact = only_contact (WA_CONTACT_BATCH (args));
  g_autofree char *number = NULL;
  JsonObject *body;

  if (contact == NULL)
    {
      g_set_error_literal (error, WA_ERROR, WA_ERROR_INVALID, _("whatomate creates one contact at a time."));
      return FALSE;
    }
  if ((number = wa_check_number (wa_contact_get_number (contact), error)) == NULL ||
      !wa_check_length (wa_contact_get_name (contact), _("Name"), MOST_NAME_CHARACTERS, error))
    return FALSE;

  body = json_object_new ();
  json_object_set_string_member (body, "phone_number", number);
  wa_write_text (body, "profile_name", wa_contact_get_name (contact));
  wa_write_text (body, "whatsapp_account",
                 wa_whatomate_account (provider, wa_contact_get_account_name (contact)));
  wa_write_texts (body, "tags", wa_contact_get_tags (contact));
  wa_write_object (body, "metadata", metadata_new (contact, none));
  wa_whatomate_begin (provider, request, "POST");
  wa_request_append_path (request, "api", "contacts", NULL);
  wa_request_take_json_object (request, body);

  return TRUE;
}

WA_WHATOMATE_PARSE (create_contact)
{
  g_autoptr(WaContactReport) report = wa_contact_report_new ();
  WaJson data = wa_json_member (answer, "data");
  g_autoptr(WaContact) contact = wa_mapping_read (&contact_table, &data, error);

  if (contact == NULL)
    return NULL;

  g_list_store_append (wa_contact_report_get_created (report), contact);

  return G_OBJECT (g_steal_pointer (&report));
}

/* The server replaces all tags, so what was added and removed makes a new set. */
static JsonArray *
edited_tags (WaContactEdit *edit)
{
  const char *const *tags = wa_contact_get_tags (wa_contact_edit_get_contact (edit));
  const char *const *added = wa_contact_edit_get_tags_to_add (edit);
  const char *const *removed = wa_contact_edit_get_tags_to_remove (edit);
  JsonArray *array = json_array_new ();

  for (gsize i = 0; tags[i] != NULL; i++)
    if (!g_strv_contains (removed, tags[i]))
      json_array_add_string_element (array, tags[i]);
  for (gsize i = 0; added[i] != NULL; i++)
    if (!g_strv_contains (tags, added[i]))
      json_array_add_string_element (array, added[i]);

  return array;
}

static gboolean
write_edit (WaContactEdit  *edit,
            WaContact      *contact,
            JsonObject     *body,
            GError        **error)
{
  const char *const *changed = wa_contact_edit_get_changed (edit);
  const char *const *removed = wa_contact_edit_get_removed_attributes (edit);

  if (g_strv_contains (changed, "number"))
    {
      g_set_error_literal (error, WA_ERROR, WA_ERROR_UNSUPPORTED,
                           _("whatomate keeps the number of a contact for good. Create a new contact."));
      return FALSE;
    }

  if (g_strv_contains (changed, "name"))
    {
      if (!wa_check_text (wa_contact_get_name (contact), _("Name"), MOST_NAME_CHARACTERS, error))
        return FALSE;
      json_object_set_string_member (body, "profile_name", wa_contact_get_name (contact));
    }
  if (g_strv_contains (changed, "account-name"))
    wa_write_text (body, "whatsapp_account", wa_contact_get_account_name (contact));
  if (g_strv_contains (changed, "tags") || wa_contact_edit_get_tags_to_add (edit)[0] != NULL ||
      wa_contact_edit_get_tags_to_remove (edit)[0] != NULL)
    json_object_set_array_member (body, "tags", edited_tags (edit));
  if (g_strv_contains (changed, "attributes") || removed[0] != NULL)
    json_object_set_object_member (body, "metadata", metadata_new (contact, removed));

  return TRUE;
}

WA_WHATOMATE_BUILD (update_contact)
{
  WaContactEdit *edit = WA_CONTACT_EDIT (args);
  WaContact *contact = wa_contact_edit_get_contact (edit);
  const char *id = contact != NULL ? wa_contact_get_remote_id (contact) : NULL;
  g_autoptr(JsonObject) body = json_object_new ();

  if (!set_contact (provider, request, "PUT", id, error) ||
      !write_edit (edit, contact, body, error))
    return FALSE;

  if (json_object_get_size (body) == 0)
    {
      g_set_error_literal (error, WA_ERROR, WA_ERROR_UNSUPPORTED,
                           _("whatomate keeps none of these changes. They stay on this computer."));
      return FALSE;
    }

  wa_request_take_json_object (request, g_steal_pointer (&body));

  return TRUE;
}

static gboolean
set_part (WaProvider    *provider,
          WaAssignment  *assignment,
          const char    *part,
          JsonObject    *body,
          WaRequest     *request,
          GError       **error)
{
  g_autoptr(JsonObject) owned = body;
  const char *id = wa_assignment_get_contact_id (assignment);

  if (!wa_whatomate_check_contact (id, error))
    return FALSE;

  wa_whatomate_begin (provider, request, "PUT");
  wa_request_append_path (request, "api", "contacts", id, part, NULL);
  wa_request_take_json_object (request, g_steal_pointer (&owned));

  return TRUE;
}

/* Nobody is written as null, never left out. */
WA_WHATOMATE_BUILD (assign)
{
  WaAssignment *assignment = WA_ASSIGNMENT (args);
  const char *member = wa_assignment_get_target_ids (assignment)[0];
  JsonObject *body;

  if (member != NULL && !wa_whatomate_check_id (member, error))
    return FALSE;

  body = json_object_new ();
  if (member != NULL)
    json_object_set_string_member (body, "user_id", member);
  else
    json_object_set_null_member (body, "user_id");

  return set_part (provider, assignment, "assign", body, request, error);
}

WA_WHATOMATE_BUILD (set_tags)
{
  WaAssignment *assignment = WA_ASSIGNMENT (args);
  JsonObject *body = json_object_new ();

  json_object_set_array_member (body, "tags", wa_write_text_array (wa_assignment_get_targets (assignment)));

  return set_part (provider, assignment, "tags", body, request, error);
}
