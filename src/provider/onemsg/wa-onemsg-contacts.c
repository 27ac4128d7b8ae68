/* wa-onemsg-contacts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-limits.h"
#include "provider/onemsg/wa-onemsg-private.h"
#include "provider/wa-checks.h"
#include "provider/wa-writing.h"

/* Contact cards. */

typedef void (*WriteDetail) (JsonObject   *object,
                             WaCardDetail *detail);

static const char *const phone_kinds[] = { "CELL", "MAIN", "IPHONE", "HOME", "WORK", NULL };
static const char *const other_kinds[] = { "HOME", "WORK", NULL };

static void
write_phone (JsonObject   *object,
             WaCardDetail *detail)
{
  g_autofree char *wa_id = wa_check_number (wa_card_detail_get_wa_id (detail), NULL);

  wa_write_text (object, "phone", wa_card_detail_get_value (detail));
  wa_write_text (object, "wa_id", wa_id);
}

static void
write_email (JsonObject   *object,
             WaCardDetail *detail)
{
  wa_write_text (object, "email", wa_card_detail_get_value (detail));
}

static void
write_url (JsonObject   *object,
           WaCardDetail *detail)
{
  wa_write_text (object, "url", wa_card_detail_get_value (detail));
}

static void
write_address (JsonObject   *object,
               WaCardDetail *detail)
{
  g_autofree char *code = g_ascii_strdown (wa_card_detail_get_country_code (detail), -1);
  gboolean good = strlen (code) == 2 && g_ascii_isalpha (code[0]) && g_ascii_isalpha (code[1]);

  wa_write_text (object, "street", wa_card_detail_get_street (detail));
  wa_write_text (object, "city", wa_card_detail_get_city (detail));
  wa_write_text (object, "state", wa_card_detail_get_state (detail));
  wa_write_text (object, "zip", wa_card_detail_get_zip (detail));
  wa_write_text (object, "country", wa_card_detail_get_country (detail));
  wa_write_text (object, "country_code", good ? code : NULL);
}

/* What holds nothing but its kind is left out; address books have kinds that WhatsApp has no word for. */
static void
write_details (JsonObject         *card,
               const char         *name,
               GListStore         *details,
               WriteDetail         write_detail,
               const char *const  *kinds)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (details)); i++)
    {
      g_autoptr(WaCardDetail) detail = g_list_model_get_item (G_LIST_MODEL (details), i);
      g_autofree char *kind = g_ascii_strup (wa_card_detail_get_kind (detail), -1);
      g_autoptr(JsonObject) object = json_object_new ();

      write_detail (object, detail);
      if (json_object_get_size (object) == 0)
        continue;
      if (g_strv_contains (kinds, kind))
        json_object_set_string_member (object, "type", kind);
      json_array_add_object_element (array, g_steal_pointer (&object));
    }

  wa_write_array (card, name, array);
}

/* WhatsApp wants the name as it is shown, and one part of it at least. */
static JsonObject *
name_object (WaContactCard  *card,
             GError        **error)
{
  g_autoptr(JsonObject) name = json_object_new ();

  wa_write_text (name, "first_name", wa_contact_card_get_first_name (card));
  wa_write_text (name, "last_name", wa_contact_card_get_last_name (card));
  wa_write_text (name, "middle_name", wa_contact_card_get_middle_name (card));
  wa_write_text (name, "suffix", wa_contact_card_get_suffix (card));
  wa_write_text (name, "prefix", wa_contact_card_get_prefix (card));

  if (json_object_get_size (name) == 0 || wa_is_empty (wa_contact_card_get_formatted_name (card)))
    {
      wa_onemsg_refuse (error, WA_ERROR_INVALID,
                        _("A contact card needs a name, and a first or last name. Fill them in."));
      return NULL;
    }
  json_object_set_string_member (name, "formatted_name", wa_contact_card_get_formatted_name (card));

  return g_steal_pointer (&name);
}

static gboolean
check_birthday (const char  *birthday,
                GError     **error)
{
  return wa_is_empty (birthday) ||
         g_regex_match_simple ("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", birthday, G_REGEX_DOLLAR_ENDONLY, 0) ||
         wa_onemsg_refuse (error, WA_ERROR_INVALID, _("A birthday looks like 2012-08-18. Correct it."));
}

static JsonObject *
card_object (WaContactCard  *card,
             GError        **error)
{
  JsonObject *name, *object, *company;

  if (!check_birthday (wa_contact_card_get_birthday (card), error) ||
      (name = name_object (card, error)) == NULL)
    return NULL;

  company = json_object_new ();
  wa_write_text (company, "company", wa_contact_card_get_company (card));
  wa_write_text (company, "department", wa_contact_card_get_department (card));
  wa_write_text (company, "title", wa_contact_card_get_job_title (card));

  object = json_object_new ();
  json_object_set_object_member (object, "name", name);
  wa_write_text (object, "birthday", wa_contact_card_get_birthday (card));
  wa_write_object (object, "org", company);
  write_details (object, "phones", wa_contact_card_get_phones (card), write_phone, phone_kinds);
  write_details (object, "emails", wa_contact_card_get_emails (card), write_email, other_kinds);
  write_details (object, "urls", wa_contact_card_get_urls (card), write_url, other_kinds);
  write_details (object, "addresses", wa_contact_card_get_addresses (card), write_address, other_kinds);

  return object;
}

WA_ONEMSG_BUILD (contacts)
{
  WaOutgoing *outgoing = WA_OUTGOING (args);
  GListModel *cards = G_LIST_MODEL (wa_outgoing_get_cards (outgoing));
  guint n = g_list_model_get_n_items (cards);
  g_autoptr(JsonObject) body = NULL;
  g_autoptr(JsonArray) array = json_array_new ();

  if (n == 0 || n > WA_LIMIT_CONTACTS)
    return wa_onemsg_refuse (error, WA_ERROR_INVALID,
                             _("There is no contact to send, or too many. Choose some."));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(WaContactCard) card = g_list_model_get_item (cards, i);
      JsonObject *object = card_object (card, error);

      if (object == NULL)
        return FALSE;
      json_array_add_object_element (array, object);
    }

  if ((body = wa_onemsg_answer_new (outgoing, error)) == NULL)
    return FALSE;

  json_object_set_array_member (body, "contacts", g_steal_pointer (&array));

  return wa_onemsg_post (provider, request, "sendContact", g_steal_pointer (&body), error);
}
