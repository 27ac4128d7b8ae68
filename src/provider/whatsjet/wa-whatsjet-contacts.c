/* wa-whatsjet-contacts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-util.h"
#include "model/wa-contact-batch.h"
#include "model/wa-contact-edit.h"
#include "model/wa-contact-report.h"
#include "provider/wa-checks.h"
#include "provider/wa-writing.h"
#include "provider/whatsjet/wa-whatsjet-private.h"

/* Contacts are created and changed by their number; answers say hardly more than an id.  What is kept here is
 * the truth. */

#define MOST_NAME_CHARACTERS 255

/* Creating */

static WaContact *
ref_only_contact (WaContactBatch *batch)
{
  GListModel *contacts = G_LIST_MODEL (wa_contact_batch_get_contacts (batch));

  return g_list_model_get_n_items (contacts) == 1 ? g_list_model_get_item (contacts, 0) : NULL;
}

/* There must be a name: the number, where there is no other. */
WA_WHATSJET_BUILD (create_contact)
{
  g_autoptr(WaContact) contact = ref_only_contact (WA_CONTACT_BATCH (args));
  g_autoptr(JsonObject) body = json_object_new ();
  g_autofree char *number = NULL;

  if (contact == NULL)
    return wa_whatsjet_refuse (error, WA_ERROR_INVALID, _("WhatsJet creates contacts one at a time."));

  number = wa_whatsjet_dup_number (wa_contact_get_number (contact), error);
  if (number == NULL)
    return FALSE;

  json_object_set_string_member (body, "phone_number", number);
  json_object_set_string_member (body, "first_name", number);

  if (!wa_whatsjet_write_details (body, contact, error))
    return FALSE;

  wa_write_map (body, "custom_fields", G_LIST_MODEL (wa_contact_get_attributes (contact)));

  return wa_whatsjet_set_message (provider, request, "create", body, error);
}

static const WaMapping id_rows[] = {
  { "data.contact_uid|data._uid", "remote-id" },
  { NULL }
};

static const WaMappingTable id_table = { wa_contact_get_type, id_rows };

/* What was sent is what was created; but nobody can be created who opted out. */
WA_WHATSJET_PARSE (create_contact)
{
  static const char *const opt_in[] = { "opt-in", NULL };
  const char *const *stated = wa_contact_batch_get_stated (WA_CONTACT_BATCH (args));
  g_autoptr(WaContact) contact = ref_only_contact (WA_CONTACT_BATCH (args));
  g_autoptr(WaContact) created = wa_record_copy (contact);
  g_autofree char *number = wa_whatsjet_dup_number (wa_contact_get_number (contact), NULL);
  g_autofree char *said = wa_whatsjet_dup_error_text (provider, answer);
  WaContactReport *report;

  wa_contact_set_number (created, number);
  wa_contact_set_remote_id (created, NULL);
  if (!wa_mapping_fill (&id_table, answer, created, error))
    return NULL;

  report = wa_contact_report_new ();
  g_list_store_append (wa_contact_report_get_created (report), created);
  wa_contact_report_set_note (report, said);
  if (g_strv_contains (stated, "opt-in") && !wa_contact_get_opt_in (created))
    wa_contact_report_set_left_out (report, opt_in);

  return G_OBJECT (report);
}

/* Changing */

static gboolean
refuse_change (GError **error)
{
  return wa_whatsjet_refuse (error, WA_ERROR_UNSUPPORTED,
                             _("Of a contact, WhatsJet changes names, e-mail address, country, language, "
                               "opt-in, bot, lists and custom fields. For another number, create another "
                               "contact; change the rest on its web page."));
}

/* What is emptied is written as "", which takes it away from the server: who changes it so wants that. */
static gboolean
set_text (JsonObject  *body,
          const char  *name,
          const char  *title,
          const char  *value,
          GError     **error)
{
  json_object_set_string_member (body, name, value);

  return wa_check_length (value, title, MOST_NAME_CHARACTERS, error);
}

/* Where there is only one name, it is the first name on the server. */
static gboolean
write_name (JsonObject  *body,
            WaContact   *contact,
            GError     **error)
{
  return wa_is_empty (wa_contact_get_first_name (contact))
         ? set_text (body, "first_name", _("Name"), wa_contact_get_name (contact), error)
         : wa_whatsjet_refuse (error, WA_ERROR_UNSUPPORTED,
                               _("WhatsJet keeps first and last name, not a name besides them. "
                                 "Change those."));
}

static gboolean
write_lists (JsonObject  *body,
             WaContact   *contact,
             GError     **error)
{
  g_autofree char *groups = wa_whatsjet_join_lists (wa_contact_get_lists (contact), error);

  if (groups == NULL)
    return FALSE;

  json_object_set_string_member (body, "groups", groups);

  return TRUE;
}

static gboolean
write_change (JsonObject  *body,
              WaContact   *contact,
              const char  *property,
              GError     **error)
{
  if (g_str_equal (property, "first-name"))
    return set_text (body, "first_name", _("First name"), wa_contact_get_first_name (contact), error);
  if (g_str_equal (property, "last-name"))
    return set_text (body, "last_name", _("Last name"), wa_contact_get_last_name (contact), error);
  if (g_str_equal (property, "name"))
    return write_name (body, contact, error);
  if (g_str_equal (property, "email"))
    return wa_whatsjet_check_email (wa_contact_get_email (contact), error) &&
           set_text (body, "email", _("E-mail"), wa_contact_get_email (contact), error);
  if (g_str_equal (property, "country"))
    return set_text (body, "country", _("Country"), wa_contact_get_country (contact), error);
  if (g_str_equal (property, "language"))
    return set_text (body, "language_code", _("Language"), wa_contact_get_language (contact), error);
  if (g_str_equal (property, "lists"))
    return write_lists (body, contact, error);

  if (g_str_equal (property, "opt-in"))
    json_object_set_boolean_member (body, "whatsapp_opt_out", !wa_contact_get_opt_in (contact));
  else if (g_str_equal (property, "ai-bot-enabled"))
    json_object_set_boolean_member (body, "enable_ai_bot", wa_contact_get_ai_bot_enabled (contact));
  else if (!g_str_equal (property, "attributes") && !g_str_equal (property, "tags"))
    return refuse_change (error);

  return TRUE;
}

/* Custom fields that are gone are emptied. */
static void
write_fields (JsonObject    *body,
              WaContactEdit *edit)
{
  const char *const *removed = wa_contact_edit_get_removed_attributes (edit);
  WaContact *contact = wa_contact_edit_get_contact (edit);
  gboolean changed = g_strv_contains (wa_contact_edit_get_changed (edit), "attributes");
  JsonObject *fields;

  if (changed)
    wa_write_map (body, "custom_fields", G_LIST_MODEL (wa_contact_get_attributes (contact)));
  if (removed[0] == NULL)
    return;

  if (!json_object_has_member (body, "custom_fields"))
    json_object_set_object_member (body, "custom_fields", json_object_new ());
  fields = json_object_get_object_member (body, "custom_fields");
  for (gsize i = 0; removed[i] != NULL; i++)
    json_object_set_string_member (fields, removed[i], "");
}

WA_WHATSJET_BUILD (update_contact)
{
  WaContactEdit *edit = WA_CONTACT_EDIT (args);
  WaContact *contact = wa_contact_edit_get_contact (edit);
  const char *const *changed = wa_contact_edit_get_changed (edit);
  g_autoptr(JsonObject) body = json_object_new ();
  g_autofree char *number =
    wa_whatsjet_dup_number (contact != NULL ? wa_contact_get_number (contact) : NULL, error);

  if (number == NULL || !wa_whatsjet_start_contact (provider, request, "POST", "update", error))
    return FALSE;

  for (gsize i = 0; changed[i] != NULL; i++)
    if (!write_change (body, contact, changed[i], error))
      return FALSE;
  write_fields (body, edit);

  /* Tags are this computer's. */
  if (json_object_get_size (body) == 0)
    return refuse_change (error);

  wa_request_append_path (request, number, NULL);
  wa_request_take_json_object (request, g_steal_pointer (&body));

  return TRUE;
}

WA_WHATSJET_PARSE (update_contact)
{
  g_autoptr(WaContact) contact = wa_record_copy (wa_contact_edit_get_contact (WA_CONTACT_EDIT (args)));

  return wa_mapping_fill (&id_table, answer, contact, error) ? G_OBJECT (g_steal_pointer (&contact)) : NULL;
}
