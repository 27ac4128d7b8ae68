/* wa-whatsjet-interactive.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-util.h"
#include "model/wa-limits.h"
#include "provider/wa-checks.h"
#include "provider/wa-section-writing.h"
#include "provider/wa-writing.h"
#include "provider/whatsjet/wa-whatsjet-private.h"

/* Messages with something to press.  What is a list elsewhere is an object here, whose members are numbered
 * from 1. */

/* A button has no id: its title is what the answer says. */
static gboolean
write_buttons (JsonObject  *body,
               WaOutgoing  *outgoing,
               GError     **error)
{
  GListModel *buttons = G_LIST_MODEL (wa_outgoing_get_buttons (outgoing));
  guint n = g_list_model_get_n_items (buttons);
  g_autoptr(GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);
  JsonObject *object = json_object_new ();

  json_object_set_object_member (body, "buttons", object);
  if (n == 0 || n > WA_LIMIT_REPLY_BUTTONS)
    return wa_whatsjet_refuse (error, WA_ERROR_INVALID,
                               _("There are one to three reply buttons. Add or remove some."));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(WaReplyButton) button = g_list_model_get_item (buttons, i);
      const char *title = wa_reply_button_get_title (button);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      if (!wa_check_text (title, _("Title of a button"), WA_LIMIT_REPLY_TITLE, error))
        return FALSE;
      if (!g_hash_table_add (titles, (gpointer) title))
        return wa_whatsjet_refuse (error, WA_ERROR_INVALID,
                                   _("Two buttons have the same title. Give each another one."));
      json_object_set_string_member (object, number, title);
    }

  return TRUE;
}

static gboolean
write_link (JsonObject  *body,
            WaOutgoing  *outgoing,
            GError     **error)
{
  const char *label = wa_outgoing_get_button_text (outgoing);
  JsonObject *object;

  if (!wa_check_text (label, _("Button"), WA_LIMIT_LINK_BUTTON_LABEL, error) ||
      !wa_check_target (wa_outgoing_get_url (outgoing), error))
    return FALSE;

  object = json_object_new ();
  json_object_set_string_member (object, "display_text", label);
  json_object_set_string_member (object, "url", wa_outgoing_get_url (outgoing));
  json_object_set_object_member (body, "cta_url", object);

  return TRUE;
}

/* The id of a row stands there twice, under two names. */
static JsonObject *
number_rows (JsonArray *rows)
{
  JsonObject *numbered = json_object_new ();

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);
      g_autofree char *name = g_strdup_printf ("row_%u", i + 1);

      json_object_set_string_member (row, "row_id", json_object_get_string_member (row, "id"));
      json_object_set_object_member (numbered, name, json_object_ref (row));
    }

  return numbered;
}

static JsonObject *
number_sections (JsonArray *sections)
{
  JsonObject *numbered = json_object_new ();

  for (guint i = 0; i < json_array_get_length (sections); i++)
    {
      JsonObject *section = json_array_get_object_element (sections, i);
      g_autofree char *name = g_strdup_printf ("section_%u", i + 1);
      JsonObject *rows = number_rows (json_object_get_array_member (section, "rows"));

      json_object_set_string_member (section, "id", name);
      json_object_set_object_member (section, "rows", rows);
      json_object_set_object_member (numbered, name, json_object_ref (section));
    }

  return numbered;
}

static gboolean
write_list (JsonObject  *body,
            WaOutgoing  *outgoing,
            GError     **error)
{
  static const WaSectionForm form = { .rows_name = "rows" };
  g_autoptr(JsonArray) sections = NULL;
  JsonObject *object;

  if (!wa_check_text (wa_outgoing_get_button_text (outgoing), _("Button"), WA_LIMIT_LIST_BUTTON, error) ||
      (sections = wa_section_write (outgoing, &form, error)) == NULL)
    return FALSE;

  object = json_object_new ();
  json_object_set_string_member (object, "button_text", wa_outgoing_get_button_text (outgoing));
  json_object_set_object_member (object, "sections", number_sections (sections));
  json_object_set_object_member (body, "list_data", object);

  return TRUE;
}

typedef struct
{
  WaMessageKind  kind;
  const char    *type;
  gboolean     (*write) (JsonObject  *body,
                         WaOutgoing  *outgoing,
                         GError     **error);
} KindRow;

static const KindRow kinds[] = {
  { WA_MESSAGE_REPLY_BUTTONS, "button", write_buttons },
  { WA_MESSAGE_LINK_BUTTON, "cta_url", write_link },
  { WA_MESSAGE_LIST, "list", write_list },
};

static gboolean
write_media_header (JsonObject  *body,
                    WaOutgoing  *outgoing,
                    const char  *type,
                    GError     **error)
{
  const char *link = wa_outgoing_get_header_link (outgoing);

  if (wa_outgoing_get_kind (outgoing) == WA_MESSAGE_LIST)
    return wa_whatsjet_refuse (error, WA_ERROR_UNSUPPORTED,
                               _("WhatsApp puts only text above a list. "
                                 "Send the file as a message of its own."));
  if (!wa_is_empty (wa_outgoing_get_header_filename (outgoing)))
    return wa_whatsjet_refuse (error, WA_ERROR_UNSUPPORTED,
                               _("WhatsJet sends the file above buttons without a name. Remove the name, or "
                                 "send the file as a message of its own."));
  if (!wa_check_link (link, error))
    return FALSE;

  json_object_set_string_member (body, "header_type", type);
  json_object_set_string_member (body, "media_link", link);

  return TRUE;
}

static gboolean
write_header (JsonObject  *body,
              WaOutgoing  *outgoing,
              GError     **error)
{
  const char *text = wa_outgoing_get_header (outgoing);

  switch ((int) wa_outgoing_get_header_format (outgoing))
    {
    case WA_HEADER_NONE:
    case WA_HEADER_TEXT:
      if (wa_is_empty (text))
        return TRUE;
      json_object_set_string_member (body, "header_type", "text");
      json_object_set_string_member (body, "header_text", text);
      return wa_check_length (text, _("Header"), WA_LIMIT_INTERACTIVE_HEADER, error);
    case WA_HEADER_IMAGE:
      return write_media_header (body, outgoing, "image", error);
    case WA_HEADER_VIDEO:
      return write_media_header (body, outgoing, "video", error);
    case WA_HEADER_DOCUMENT:
      return write_media_header (body, outgoing, "document", error);
    default:
      return wa_whatsjet_refuse (error, WA_ERROR_UNSUPPORTED,
                                 _("WhatsJet can’t put that above buttons. Use text, a picture, a video or a "
                                   "document."));
    }
}

WA_WHATSJET_BUILD (interactive)
{
  WaOutgoing *outgoing = WA_OUTGOING (args);
  const char *text = wa_outgoing_get_text (outgoing);
  const char *footer = wa_outgoing_get_footer (outgoing);
  g_autoptr(JsonObject) body = NULL;
  const KindRow *row = kinds;

  while (row->kind != wa_outgoing_get_kind (outgoing))
    row++;

  if (!wa_check_text (text, _("Text"), WA_LIMIT_INTERACTIVE_BODY, error) ||
      !wa_check_length (footer, _("Footer"), WA_LIMIT_INTERACTIVE_FOOTER, error) ||
      (body = wa_whatsjet_message_new (provider, outgoing, error)) == NULL)
    return FALSE;

  json_object_set_string_member (body, "interactive_type", row->type);
  json_object_set_string_member (body, "body_text", text);
  wa_write_text (body, "footer_text", footer);

  return write_header (body, outgoing, error) && row->write (body, outgoing, error) &&
         wa_whatsjet_set_message (provider, request, "send-interactive-message", body, error);
}
