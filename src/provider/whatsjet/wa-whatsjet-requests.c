/* wa-whatsjet-requests.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-util.h"
#include "model/wa-limits.h"
#include "provider/wa-checks.h"
#include "provider/wa-writing.h"
#include "provider/whatsjet/wa-whatsjet-private.h"

/* What all requests have in common: the vendor in the path, numbers as strings of digits, and the details of
 * a contact, which messages carry along. */

#define MOST_NAME_CHARACTERS 255

gboolean
wa_whatsjet_refuse (GError     **error,
                    WaError      code,
                    const char  *text)
{
  g_set_error_literal (error, WA_ERROR, (int) code, text);

  return FALSE;
}

/**
 * wa_whatsjet_start:
 * @place: the segment behind the vendor: `contact` or `contacts`
 */
gboolean
wa_whatsjet_start (WaProvider  *provider,
                   WaRequest   *request,
                   const char  *method,
                   const char  *place,
                   GError     **error)
{
  g_autofree char *vendor = g_strstrip (g_strdup (wa_provider_get_setting (provider, WA_WHATSJET_VENDOR)));

  if (!wa_check_chosen (vendor, _("The vendor UID is missing. Enter it in the account’s settings."), error))
    return FALSE;

  wa_request_set_method (request, method);
  wa_request_append_path (request, vendor, place, NULL);

  return TRUE;
}

/**
 * wa_whatsjet_start_contact:
 * @operation: the segment that nearly all operations have behind `contact`
 */
gboolean
wa_whatsjet_start_contact (WaProvider  *provider,
                           WaRequest   *request,
                           const char  *method,
                           const char  *operation,
                           GError     **error)
{
  if (!wa_whatsjet_start (provider, request, method, "contact", error))
    return FALSE;

  wa_request_append_path (request, operation, NULL);

  return TRUE;
}

/**
 * wa_whatsjet_dup_number:
 *
 * Returns: (transfer full): the digits, of which this system wants at least eight
 */
char *
wa_whatsjet_dup_number (const char  *number,
                        GError     **error)
{
  g_autofree char *digits = wa_check_number (number, error);

  if (digits == NULL)
    return NULL;

  if (strlen (digits) < WA_LIMIT_NUMBER_USUAL_DIGITS)
    {
      wa_whatsjet_refuse (error, WA_ERROR_INVALID,
                          _("WhatsJet takes phone numbers of 8 to 15 digits. "
                            "Enter it with the country code, such as +44 20 7946 0000."));
      return NULL;
    }

  return g_steal_pointer (&digits);
}

/* The number that sends: what was chosen for the message, else the account's; neither is the server's own. */
static gboolean
write_sender (WaProvider  *provider,
              WaOutgoing  *outgoing,
              JsonObject  *body,
              GError     **error)
{
  const char *chosen = wa_outgoing_get_sender_id (outgoing);
  const char *sender = wa_is_empty (chosen) ? wa_provider_get_setting (provider, WA_WHATSJET_SENDER) : chosen;

  if (sender[strspn (sender, "0123456789")] != '\0')
    return wa_whatsjet_refuse (error, WA_ERROR_INVALID,
                               _("The ID of the number that sends has digits only. Correct it in the "
                                 "account’s settings, or leave it empty."));

  wa_write_text (body, "from_phone_number_id", sender);

  return TRUE;
}

/**
 * wa_whatsjet_message_new:
 *
 * Returns: (transfer full): a body with the two numbers that every message has
 */
JsonObject *
wa_whatsjet_message_new (WaProvider  *provider,
                         WaOutgoing  *outgoing,
                         GError     **error)
{
  g_autofree char *number = wa_whatsjet_dup_number (wa_outgoing_get_recipient (outgoing), error);
  g_autoptr(JsonObject) body = json_object_new ();

  if (number == NULL || !write_sender (provider, outgoing, body, error))
    return NULL;

  if (!wa_is_empty (wa_outgoing_get_quoted_id (outgoing)))
    {
      wa_whatsjet_refuse (error, WA_ERROR_UNSUPPORTED,
                          _("WhatsJet can’t quote a message. Send it without the quotation."));
      return NULL;
    }

  json_object_set_string_member (body, "phone_number", number);

  return g_steal_pointer (&body);
}

/**
 * wa_whatsjet_set_message:
 * @body: (transfer none): what is posted to @operation
 */
gboolean
wa_whatsjet_set_message (WaProvider  *provider,
                         WaRequest   *request,
                         const char  *operation,
                         JsonObject  *body,
                         GError     **error)
{
  if (!wa_whatsjet_start_contact (provider, request, "POST", operation, error))
    return FALSE;

  wa_request_take_json_object (request, json_object_ref (body));

  return TRUE;
}

/**
 * wa_whatsjet_join_lists:
 * @lists: names; there is one text for all of them, so that none can hold a comma
 *
 * Returns: (transfer full): the names with commas between them, or %NULL with %WA_ERROR_UNSUPPORTED
 */
char *
wa_whatsjet_join_lists (const char *const  *lists,
                        GError            **error)
{
  g_autoptr(GString) joined = g_string_new (NULL);

  for (gsize i = 0; lists[i] != NULL; i++)
    {
      g_autofree char *name = g_strstrip (g_strdup (lists[i]));

      if (name[0] == '\0' || strchr (name, ',') != NULL)
        {
          g_set_error (error, WA_ERROR, WA_ERROR_UNSUPPORTED,
                       _("WhatsJet takes no list named “%s”: a name must hold something, but no comma. "
                         "Rename the list."), lists[i]);
          return NULL;
        }

      g_string_append_printf (joined, "%s%s", i > 0 ? "," : "", name);
    }

  return g_strdup (joined->str);
}

/**
 * wa_whatsjet_check_email:
 * @email: "" is good
 */
gboolean
wa_whatsjet_check_email (const char  *email,
                         GError     **error)
{
  const char *at = strchr (email, '@');

  return email[0] == '\0' ||
         (at != NULL && at != email && at[1] != '\0' && strpbrk (email, " \t\r\n,;<>") == NULL &&
          strchr (at + 1, '@') == NULL) ||
         wa_whatsjet_refuse (error, WA_ERROR_INVALID,
                             _("The e-mail address is not complete. Enter one such as name@example.com."));
}

/**
 * wa_whatsjet_write_details:
 *
 * Writes what a contact has besides number and custom fields.  What is empty is left out.
 */
gboolean
wa_whatsjet_write_details (JsonObject  *object,
                           WaContact   *contact,
                           GError     **error)
{
  const char *first = wa_contact_get_first_name (contact);
  const char *name = wa_is_empty (first) ? wa_contact_get_name (contact) : first;
  g_autofree char *groups = NULL;

  if (!wa_check_length (name, _("First name"), MOST_NAME_CHARACTERS, error) ||
      !wa_check_length (wa_contact_get_last_name (contact), _("Last name"), MOST_NAME_CHARACTERS, error) ||
      !wa_whatsjet_check_email (wa_contact_get_email (contact), error) ||
      (groups = wa_whatsjet_join_lists (wa_contact_get_lists (contact), error)) == NULL)
    return FALSE;

  wa_write_text (object, "first_name", name);
  wa_write_text (object, "last_name", wa_contact_get_last_name (contact));
  wa_write_text (object, "email", wa_contact_get_email (contact));
  wa_write_text (object, "country", wa_contact_get_country (contact));
  wa_write_text (object, "language_code", wa_contact_get_language (contact));
  wa_write_text (object, "groups", groups);

  return TRUE;
}

/**
 * wa_whatsjet_write_contact:
 * @with_fields: whether this operation takes custom fields
 *
 * Writes whom the server shall create where it does not know the recipient.
 */
gboolean
wa_whatsjet_write_contact (JsonObject  *body,
                           WaOutgoing  *outgoing,
                           gboolean     with_fields,
                           GError     **error)
{
  WaContact *contact = wa_outgoing_get_contact (outgoing);
  g_autoptr(JsonObject) object = json_object_new ();

  if (contact == NULL)
    return TRUE;
  if (!wa_whatsjet_write_details (object, contact, error))
    return FALSE;

  if (with_fields)
    wa_write_map (object, "custom_fields", G_LIST_MODEL (wa_contact_get_attributes (contact)));
  wa_write_object (body, "contact", g_steal_pointer (&object));

  return TRUE;
}
