/* wa-onemsg-contacts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-limits.h"
#include "provider/onemsg/wa-onemsg-private.h"
#include "provider/wa-writing.h"

/* Contact cards. */

typedef void (*WriteDetail) (JsonObject   *object,
                             WaCardDetail *detail);

static void
write_phone (JsonObject   *object,
             WaCardDetail *detail)
{
  wa_write_text (object, "phone", wa_card_detail_get_value (detail));
  wa_write_text (object, "wa_id", wa_card_detail_get_wa_id (detail));
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

  wa_write_text (object, "street", wa_card_detail_get_street (detail));
  wa_write_text (object, "city", wa_card_detail_get_city (detail));
  wa_write_text (object, "state", wa_card_detail_get_state (detail));
  wa_write_text (object, "zip", wa_card_detail_get_zip (detail));
  wa_write_text (object, "country", wa_card_detail_get_country (detail));
  wa_write_text (object, "country_code", code);
}

static void
write_details (JsonObject  *card,
               const char  *name,
               GListStore  *details,
               WriteDetail  write_detail)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (details)); i++)
    {
      g_autoptr(WaCardDetail) detail = g_list_model_get_item (G_LIST_MODEL (details), i);
      JsonObject *object = json_object_new ();

      write_detail (object, detail);
      wa_write_text (object, "type", wa_card_detail_get_kind (detail));
      json_array_add_object_element (array, object);
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
      g_set_error_literal (error, WA_ERROR, WA_ERROR_INVALID,
                           _("A contact card needs a name, and a first or last name. Fill them in."));
      return NULL;
    }
  json_object_set_string_member (name, "formatted_name", wa_contact_card_get_formatted_name (card));

  return g_steal_pointer (&name);
}

static JsonObject *
card_object (WaContactCard  *card,
             GError        **error)
{
  JsonObject *name = name_object (card, error);
  JsonObject *object, *company;

  if (name == NULL)
    return NULL;

  company = json_object_new ();
  wa_write_text (company, "company", wa_contact_card_get_company (card));
  wa_write_text (company, "department", wa_contact_card_get_department (card));
  wa_write_text (company, "title", wa_contact_card_get_job_title (card));

  object = json_object_new ();
  json_object_set_object_member (object, "name", name);
  wa_write_text (object, "birthday", wa_contact_card_get_birthday (card));
  wa_write_object (object, "org", company);
  write_details (object, "phones", wa_contact_card_get_phones (card), write_phone);
  write_details (object, "emails", wa_contact_card_get_emails (card), write_email);
  write_details (object, "urls", wa_contact_card_get_urls (card), write_url);
  write_details (object, "addresses", wa_contact_card_get_addresses (card), write_address);

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
    {
      g_set_error_literal (error, WA_ERROR, WA_ERROR_INVALID,
                           _("There is no contact to send, or too many. Choose some."));
      return FALSE;
    }

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
