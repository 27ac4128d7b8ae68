/* wa-wabotick-contacts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-contact-batch.h"
#include "model/wa-contact-edit.h"
#include "model/wa-contact-report.h"
#include "model/wa-note.h"
#include "model/wa-target.h"
#include "provider/wa-checks.h"
#include "provider/wa-failure.h"
#include "provider/wabotick/wa-wabotick-private.h"

/* Contacts are called subscribers here.  They are known by their number everywhere. */

#define MOST_CONTACTS 100
#define MOST_NAME_CHARACTERS 200
#define MOST_NOTE_CHARACTERS 2000

static gboolean
is_no_text (const char *text)
{
  return text[0] == '\0' || g_ascii_strcasecmp (text, "null") == 0;
}

/* Texts that say "null" are none; but a person may have that for a first name. */
static void
clear_null_texts (WaContact *contact)
{
  gboolean last = !is_no_text (wa_contact_get_last_name (contact));

  if (!last)
    wa_contact_set_last_name (contact, NULL);
  if (!last && is_no_text (wa_contact_get_first_name (contact)))
    wa_contact_set_first_name (contact, NULL);
  if (is_no_text (wa_contact_get_email (contact)))
    wa_contact_set_email (contact, NULL);
  if (is_no_text (wa_contact_get_gender (contact)))
    wa_contact_set_gender (contact, NULL);
}

/* `One ,two`: a name may hold blanks, but not a comma. */
static void
read_tags (WaContact    *contact,
           const WaJson *json)
{
  WaJson place = wa_json_member (json, "label_names");
  g_auto(GStrv) names = g_strsplit (wa_or_empty (wa_json_get_text (&place)), ",", -1);
  g_autoptr(GPtrArray) tags = g_ptr_array_new ();

  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_strstrip (names[i]);
      if (names[i][0] != '\0' && !g_ptr_array_find_with_equal_func (tags, names[i], g_str_equal, NULL))
        g_ptr_array_add (tags, names[i]);
    }

  g_ptr_array_add (tags, NULL);
  if (tags->len > 1)
    wa_contact_set_tags (contact, (const char *const *) tags->pdata);
}

static void
read_attributes (WaContact    *contact,
                 const WaJson *json)
{
  WaJson fields = wa_json_member (json, "custom_fields");
  g_auto(GStrv) names = wa_json_dup_names (&fields);

  for (gsize i = 0; names[i] != NULL; i++)
    {
      WaJson place = wa_json_member (&fields, names[i]);
      g_autofree char *value = wa_json_dup_scalar (&place);
      g_autoptr(WaAttribute) attribute = wa_attribute_new ();

      wa_attribute_set_name (attribute, names[i]);
      wa_attribute_set_value (attribute, value);
      g_list_store_append (wa_contact_get_attributes (contact), attribute);
    }
}

static void
read_state (WaContact    *contact,
            const WaJson *json)
{
  static const char *const states[] = { "open", "resolved", "archived", "blocked" };
  WaJson status = wa_json_member (json, "action_status");
  WaJson label = wa_json_member (json, "ai_reply_label");
  gint64 number = wa_json_get_integer (&status, -1);

  if (number >= 0 && number < (gint64) G_N_ELEMENTS (states))
    {
      wa_contact_set_status (contact, states[number]);
      wa_contact_set_blocked (contact, g_str_equal (states[number], "blocked"));
    }
  wa_contact_set_ai_bot_enabled (contact, g_strcmp0 (wa_json_get_text (&label), "AI Reply On") == 0);
}

static gboolean
finish_contact (gpointer       record,
                const WaJson  *json,
                GError       **error)
{
  g_autofree char *number = wa_check_number (wa_contact_get_number (record), NULL);
  g_autofree char *gender = NULL;

  if (number != NULL)
    wa_contact_set_number (record, number);

  clear_null_texts (record);
  gender = g_ascii_strdown (wa_contact_get_gender (record), -1);
  wa_contact_set_gender (record, gender);

  read_tags (record, json);
  read_attributes (record, json);
  read_state (record, json);

  return TRUE;
}

static const WaMapping contact_rows[] = {
  { "subscriber_id", "remote-id", WA_MAP_REQUIRED },
  { "phone_number|chat_id", "number", WA_MAP_REQUIRED },
  { "first_name", "first-name" },
  { "last_name", "last-name" },
  { "email", "email" },
  { "gender", "gender" },
  { "labels", "tags" },
  { "assigned_agent_id", "assigned-member-id" },
  { "assigned_agent", "assigned-member" },
  { "created_at", "created" },
  { NULL }
};

static const WaMappingTable contact_table = { wa_contact_get_type, contact_rows, finish_contact };

/* Reading */

static gboolean
start_contact (WaProvider  *provider,
               WaRequest   *request,
               const char  *number,
               GError     **error)
{
  return wa_wabotick_start_chat (provider, request, "whatsapp/subscriber/get", number, error);
}

WA_WABOTICK_BUILD (contact)
{
  return start_contact (provider, request, wa_target_get_number (WA_TARGET (args)), error);
}

/* A number that nobody has is answered by a good status and a sentence. */
WA_WABOTICK_PARSE (contact)
{
  g_autoptr(JsonNode) node = wa_wabotick_dup_rows (answer, error);
  WaJson rows = wa_json_from_node (node);
  WaJson first = wa_json_element (&rows, 0);

  if (node == NULL)
    return NULL;

  if (wa_json_length (&rows) == 0)
    {
      wa_failure_set_refused (provider, answer, error);
      wa_failure_restate (provider, answer, WA_ERROR_NOT_FOUND, WA_ERROR_CLASS_FIX,
                          _("This number is no contact there. Refresh the contacts."), error);
      return NULL;
    }

  return wa_mapping_read (&contact_table, &first, error);
}

/**
 * wa_wabotick_asks_for_number:
 *
 * The list knows no filter, but one contact can be asked for.
 */
gboolean
wa_wabotick_asks_for_number (WaProvider *provider,
                             GObject    *args)
{
  return !wa_is_empty (wa_query_get_number (WA_QUERY (args)));
}

WA_WABOTICK_BUILD (contact_page)
{
  return start_contact (provider, request, wa_query_get_number (WA_QUERY (args)), error);
}

WA_WABOTICK_PARSE (contact_page)
{
  return G_OBJECT (wa_wabotick_read_page (&contact_table, answer, error));
}

WA_WABOTICK_BUILD (contacts)
{
  return wa_wabotick_start_sender (provider, request, "whatsapp/subscriber/list", error) &&
         wa_wabotick_add_page (WA_QUERY (args), MOST_CONTACTS, request, error);
}

WA_WABOTICK_PARSE (contacts)
{
  WaPage *page = wa_wabotick_read_page (&contact_table, answer, error);

  if (page != NULL)
    wa_wabotick_set_next (page, WA_QUERY (args), MOST_CONTACTS);

  return (GObject *) page;
}

/* Writing */

static WaContact *
ref_only_contact (WaContactBatch *batch)
{
  GListModel *contacts = G_LIST_MODEL (wa_contact_batch_get_contacts (batch));

  return g_list_model_get_n_items (contacts) == 1 ? g_list_model_get_item (contacts, 0) : NULL;
}

/* There must be a name: the number, where there is no other. */
static char *
dup_name (WaContact  *contact,
          const char *number)
{
  if (wa_is_empty (wa_contact_get_name (contact)) && wa_is_empty (wa_contact_get_first_name (contact)) &&
      wa_is_empty (wa_contact_get_last_name (contact)))
    return g_strdup (number);

  return wa_contact_dup_display_name (contact);
}

/* One at a time, with one name; the sender and the number have other names here than elsewhere. */
WA_WABOTICK_BUILD (create_contact)
{
  g_autoptr(WaContact) contact = ref_only_contact (WA_CONTACT_BATCH (args));
  g_autofree char *number = NULL;
  g_autofree char *name = NULL;

  if (contact == NULL)
    {
      g_set_error_literal (error, WA_ERROR, WA_ERROR_INVALID, _("Wabotick creates contacts one at a time."));
      return FALSE;
    }

  number = wa_check_number (wa_contact_get_number (contact), error);
  name = dup_name (contact, number);
  if (number == NULL || !wa_check_length (name, _("Name"), MOST_NAME_CHARACTERS, error) ||
      !wa_wabotick_check_sender (provider, error))
    return FALSE;

  wa_wabotick_start (provider, request, "whatsapp/subscriber/create");
  wa_request_add_field (request, "phoneNumberID", wa_provider_get_setting (provider, WA_WABOTICK_SENDER));
  wa_request_add_field (request, "name", name);
  wa_request_add_field (request, "phoneNumber", number);

  return TRUE;
}

/* What goes other ways, once the contact is there. */
static char **
dup_left_out (WaContact *contact)
{
  const struct
  {
    const char *property;
    gboolean    entered;
  } rows[] = {
    { "first-name", !wa_is_empty (wa_contact_get_first_name (contact)) },
    { "last-name", !wa_is_empty (wa_contact_get_last_name (contact)) },
    { "gender", !wa_is_empty (wa_contact_get_gender (contact)) },
    { "tags", wa_contact_get_tags (contact)[0] != NULL },
    { "attributes", g_list_model_get_n_items (G_LIST_MODEL (wa_contact_get_attributes (contact))) > 0 },
  };
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].entered)
      g_strv_builder_add (names, rows[i].property);

  return g_strv_builder_end (names);
}

/* The answer has no id: what was sent is what was created. */
WA_WABOTICK_PARSE (create_contact)
{
  g_autoptr(WaContact) contact = ref_only_contact (WA_CONTACT_BATCH (args));
  g_autoptr(WaContact) created = wa_record_copy (contact);
  g_autofree char *number = wa_check_number (wa_contact_get_number (contact), NULL);
  g_autofree char *said = wa_wabotick_dup_error_text (provider, answer);
  g_auto(GStrv) left_out = dup_left_out (contact);
  WaContactReport *report = wa_contact_report_new ();

  wa_contact_set_number (created, number);
  g_list_store_append (wa_contact_report_get_created (report), created);
  wa_contact_report_set_left_out (report, (const char *const *) left_out);
  wa_contact_report_set_note (report, said);

  return G_OBJECT (report);
}

static gboolean
check_gender (const char  *gender,
              GError     **error)
{
  static const char *const genders[] = { "male", "female", "other", NULL };

  if (g_strv_contains (genders, gender))
    return TRUE;

  g_set_error_literal (error, WA_ERROR, WA_ERROR_INVALID, _("The gender is “male”, “female” or “other”."));

  return FALSE;
}

static gboolean
refuse_change (GError **error)
{
  g_set_error_literal (error, WA_ERROR, WA_ERROR_UNSUPPORTED,
                       _("Of a contact, Wabotick changes first name, last name and gender, none of them to "
                         "nothing. Change the rest on its web page; tags and custom fields have ways "
                         "of their own."));

  return FALSE;
}

/* What the system would not hear of must not look as if it were written. */
static gboolean
add_change (WaRequest   *request,
            WaContact   *contact,
            const char  *property,
            GError     **error)
{
  g_autofree char *gender = g_ascii_strdown (wa_contact_get_gender (contact), -1);
  const struct
  {
    const char *property;
    const char *field;
    const char *value;
  } rows[] = {
    { "first-name", "first_name", wa_contact_get_first_name (contact) },
    { "last-name", "last_name", wa_contact_get_last_name (contact) },
    { "gender", "gender", gender },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (rows[i].property, property) && !wa_is_empty (rows[i].value))
      {
        wa_request_add_field (request, rows[i].field, rows[i].value);
        return rows[i].value != gender || check_gender (gender, error);
      }

  return refuse_change (error);
}

WA_WABOTICK_BUILD (update_contact)
{
  WaContactEdit *edit = WA_CONTACT_EDIT (args);
  WaContact *contact = wa_contact_edit_get_contact (edit);
  const char *const *changed = wa_contact_edit_get_changed (edit);

  if (!wa_wabotick_start_chat (provider, request, "whatsapp/subscriber/update",
                               contact != NULL ? wa_contact_get_number (contact) : NULL, error))
    return FALSE;

  if (changed[0] == NULL || wa_contact_edit_get_tags_to_add (edit)[0] != NULL ||
      wa_contact_edit_get_tags_to_remove (edit)[0] != NULL ||
      wa_contact_edit_get_removed_attributes (edit)[0] != NULL)
    return refuse_change (error);

  /* Lists are this computer's. */
  for (gsize i = 0; changed[i] != NULL; i++)
    if (!g_str_equal (changed[i], "lists") && !add_change (request, contact, changed[i], error))
      return FALSE;

  return TRUE;
}

WA_WABOTICK_PARSE (update_contact)
{
  return wa_record_copy (wa_contact_edit_get_contact (WA_CONTACT_EDIT (args)));
}

WA_WABOTICK_BUILD (delete_contact)
{
  return wa_wabotick_start_chat (provider, request, "whatsapp/subscriber/delete",
                                 wa_target_get_number (WA_TARGET (args)), error);
}

WA_WABOTICK_BUILD (note)
{
  WaNote *note = WA_NOTE (args);

  if (!wa_check_text (wa_note_get_text (note), _("Note"), MOST_NOTE_CHARACTERS, error) ||
      !wa_wabotick_start_chat (provider, request, "whatsapp/subscriber/chat/add-notes",
                               wa_note_get_number (note), error))
    return FALSE;

  wa_request_add_field (request, "note_text", wa_note_get_text (note));

  return TRUE;
}

WA_WABOTICK_PARSE (note)
{
  return wa_record_copy (args);
}
