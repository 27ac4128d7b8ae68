/* wa-pabbly-interactive.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-limits.h"
#include "provider/pabbly/wa-pabbly-private.h"
#include "provider/wa-checks.h"
#include "provider/wa-section-writing.h"
#include "provider/wa-writing.h"

/* Messages with something to press.  The same part has another name in nearly every kind. */

/* The part that all interactive messages have: the text must be there, under whatever name. */
static JsonObject *
interactive_new (WaOutgoing  *outgoing,
                 const char  *type,
                 const char  *text_name,
                 GError     **error)
{
  JsonObject *body;

  if (!wa_check_text (wa_outgoing_get_text (outgoing), _("Text"), WA_LIMIT_INTERACTIVE_BODY, error) ||
      !wa_check_length (wa_outgoing_get_header (outgoing), _("Header"), WA_LIMIT_INTERACTIVE_HEADER, error) ||
      !wa_check_length (wa_outgoing_get_footer (outgoing), _("Footer"), WA_LIMIT_INTERACTIVE_FOOTER, error) ||
      (body = wa_pabbly_message_new (outgoing, "interactive", error)) == NULL)
    return NULL;

  json_object_set_string_member (body, "interactiveType", type);
  json_object_set_string_member (body, text_name, wa_outgoing_get_text (outgoing));

  return body;
}

WA_PABBLY_BUILD (product)
{
  WaOutgoing *outgoing = WA_OUTGOING (args);
  JsonObject *body, *action;

  if (!wa_check_chosen (wa_outgoing_get_catalog_id (outgoing), _("Choose a catalog."), error) ||
      !wa_check_chosen (wa_outgoing_get_product_id (outgoing), _("Choose a product."), error) ||
      (body = interactive_new (outgoing, "single_product", "bodyText", error)) == NULL)
    return FALSE;

  action = json_object_new ();
  json_object_set_string_member (action, "catalogId", wa_outgoing_get_catalog_id (outgoing));
  json_object_set_string_member (action, "productRetailerId", wa_outgoing_get_product_id (outgoing));
  json_object_set_object_member (body, "action", action);
  wa_write_text (body, "footerText", wa_outgoing_get_footer (outgoing));
  wa_pabbly_set_message (request, body);

  return TRUE;
}

WA_PABBLY_BUILD (product_list)
{
  static const WaSectionForm form = { .rows_name = "products", .product_name = "productRetailerId" };
  WaOutgoing *outgoing = WA_OUTGOING (args);
  g_autoptr(JsonArray) sections = NULL;
  JsonObject *body, *action;

  if (!wa_check_chosen (wa_outgoing_get_catalog_id (outgoing), _("Choose a catalog."), error) ||
      !wa_check_text (wa_outgoing_get_header (outgoing), _("Header"), WA_LIMIT_INTERACTIVE_HEADER, error) ||
      (sections = wa_section_write (outgoing, &form, error)) == NULL ||
      (body = interactive_new (outgoing, "product_list", "body", error)) == NULL)
    return FALSE;

  action = json_object_new ();
  json_object_set_string_member (action, "catalogId", wa_outgoing_get_catalog_id (outgoing));
  json_object_set_object_member (body, "action", action);
  json_object_set_string_member (body, "header", wa_outgoing_get_header (outgoing));
  wa_write_text (body, "footer", wa_outgoing_get_footer (outgoing));
  json_object_set_array_member (body, "sections", g_steal_pointer (&sections));
  wa_pabbly_set_message (request, body);

  return TRUE;
}

WA_PABBLY_BUILD (catalog_message)
{
  WaOutgoing *outgoing = WA_OUTGOING (args);
  JsonObject *body = interactive_new (outgoing, "catalog_message", "bodyText", error);

  if (body == NULL)
    return FALSE;

  wa_write_text (body, "footerText", wa_outgoing_get_footer (outgoing));
  wa_write_text (body, "catalogProductId", wa_outgoing_get_product_id (outgoing));
  wa_pabbly_set_message (request, body);

  return TRUE;
}

WA_PABBLY_BUILD (list)
{
  static const WaSectionForm form = { .rows_name = "rows" };
  WaOutgoing *outgoing = WA_OUTGOING (args);
  g_autoptr(JsonArray) sections = NULL;
  JsonObject *body;

  if (!wa_check_text (wa_outgoing_get_button_text (outgoing), _("Button"), WA_LIMIT_LIST_BUTTON, error) ||
      (sections = wa_section_write (outgoing, &form, error)) == NULL ||
      (body = interactive_new (outgoing, "list", "bodyText", error)) == NULL)
    return FALSE;

  json_object_set_string_member (body, "buttonText", wa_outgoing_get_button_text (outgoing));
  json_object_set_array_member (body, "sections", g_steal_pointer (&sections));
  wa_write_text (body, "headerText", wa_outgoing_get_header (outgoing));
  wa_write_text (body, "footerText", wa_outgoing_get_footer (outgoing));
  wa_pabbly_set_message (request, body);

  return TRUE;
}

static gboolean
write_link_header (JsonObject  *body,
                   WaOutgoing  *outgoing,
                   GError     **error)
{
  WaHeaderFormat format = wa_outgoing_get_header_format (outgoing);
  const char *text = wa_outgoing_get_header (outgoing);
  const char *link = wa_outgoing_get_header_link (outgoing);
  const char *filename = wa_outgoing_get_header_filename (outgoing);
  const char *type = format == WA_HEADER_IMAGE ? "image" : format == WA_HEADER_VIDEO ? "video" : "document";
  JsonObject *header;

  if (format == WA_HEADER_NONE || (format == WA_HEADER_TEXT && wa_is_empty (text)))
    return TRUE;
  if (format != WA_HEADER_TEXT && !wa_check_link (link, error))
    return FALSE;
  if (format == WA_HEADER_DOCUMENT &&
      (!wa_check_chosen (filename, _("Enter the name of the header’s file."), error) ||
       !wa_check_filename (filename, error)))
    return FALSE;

  header = json_object_new ();
  json_object_set_string_member (header, "type", format == WA_HEADER_TEXT ? "text" : type);
  if (format == WA_HEADER_TEXT)
    json_object_set_string_member (header, "text", text);
  else
    json_object_set_string_member (header, "link", link);
  if (format == WA_HEADER_DOCUMENT)
    json_object_set_string_member (header, "filename", filename);
  json_object_set_object_member (body, "header", header);

  return TRUE;
}

WA_PABBLY_BUILD (link_button)
{
  WaOutgoing *outgoing = WA_OUTGOING (args);
  const char *label = wa_outgoing_get_button_text (outgoing);
  g_autoptr(JsonObject) body = NULL;
  JsonObject *button;
  JsonArray *buttons;

  if (!wa_check_text (label, _("Button"), WA_LIMIT_LINK_BUTTON_LABEL, error) ||
      !wa_check_target (wa_outgoing_get_url (outgoing), error) ||
      (body = interactive_new (outgoing, "cta_url", "message", error)) == NULL ||
      !write_link_header (body, outgoing, error))
    return FALSE;

  if (!wa_is_empty (wa_outgoing_get_footer (outgoing)))
    {
      g_set_error_literal (error, WA_ERROR, WA_ERROR_UNSUPPORTED,
                           _("Pabbly Chatflow sends no footer with a link button. Remove the footer."));
      return FALSE;
    }

  button = json_object_new ();
  json_object_set_string_member (button, "title", label);
  json_object_set_string_member (button, "url", wa_outgoing_get_url (outgoing));
  buttons = json_array_new ();
  json_array_add_object_element (buttons, button);
  json_object_set_array_member (body, "buttons", buttons);
  wa_pabbly_set_message (request, g_steal_pointer (&body));

  return TRUE;
}

WA_PABBLY_BUILD (address_request)
{
  WaOutgoing *outgoing = WA_OUTGOING (args);
  const char *country = wa_outgoing_get_country (outgoing);
  JsonObject *body;

  if (strlen (country) != 2 || !g_ascii_isupper (country[0]) || !g_ascii_isupper (country[1]))
    {
      g_set_error_literal (error, WA_ERROR, WA_ERROR_INVALID,
                           _("Choose the country of the address: IN for India, SG for Singapore."));
      return FALSE;
    }

  if ((body = interactive_new (outgoing, "address_message", "bodyText", error)) == NULL)
    return FALSE;

  json_object_set_string_member (body, "isoCountryCode", country);
  wa_write_map (body, "values", G_LIST_MODEL (wa_outgoing_get_values (outgoing)));
  wa_write_map (body, "validationErrors", G_LIST_MODEL (wa_outgoing_get_validation_errors (outgoing)));
  wa_pabbly_set_message (request, body);

  return TRUE;
}

WA_PABBLY_BUILD (location_request)
{
  JsonObject *body = interactive_new (WA_OUTGOING (args), "location_request_message", "bodyText", error);

  if (body == NULL)
    return FALSE;

  wa_pabbly_set_message (request, body);

  return TRUE;
}
