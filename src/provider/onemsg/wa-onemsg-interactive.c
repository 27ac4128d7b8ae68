/* wa-onemsg-interactive.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-error.h"
#include "core/wa-util.h"
#include "model/wa-limits.h"
#include "provider/onemsg/wa-onemsg-private.h"
#include "provider/wa-checks.h"
#include "provider/wa-section-writing.h"
#include "provider/wa-writing.h"

/* Messages with something to press.  `action` is a text for lists and an object for products, `sections` are
 * sections, buttons or groups of products, `header` is a text or an object: each operation has its own
 * builder. */

#define MOST_REPLY_ID_CHARACTERS 200

static gboolean
check_frame (WaOutgoing  *outgoing,
             guint        most_text,
             GError     **error)
{
  return wa_check_text (wa_outgoing_get_text (outgoing), _("Text"), most_text, error) &&
         wa_check_length (wa_outgoing_get_header (outgoing), _("Header"),
                          WA_LIMIT_INTERACTIVE_HEADER, error) &&
         wa_check_length (wa_outgoing_get_footer (outgoing), _("Footer"), WA_LIMIT_INTERACTIVE_FOOTER, error);
}

/* Pictures stand above buttons only. */
static gboolean
check_text_header (WaOutgoing  *outgoing,
                   GError     **error)
{
  WaHeaderFormat format = wa_outgoing_get_header_format (outgoing);

  return format == WA_HEADER_NONE || format == WA_HEADER_TEXT ||
         wa_onemsg_refuse (error, WA_ERROR_UNSUPPORTED,
                           _("1msg shows only a text above a list. "
                             "Write a header, or send reply buttons instead."));
}

WA_ONEMSG_BUILD (list)
{
  static const WaSectionForm form = { .rows_name = "rows", .lone_untitled = TRUE };
  WaOutgoing *outgoing = WA_OUTGOING (args);
  g_autoptr(JsonArray) sections = NULL;
  JsonObject *body;

  if (!check_frame (outgoing, WA_LIMIT_LIST_BODY, error) ||
      !check_text_header (outgoing, error) ||
      !wa_check_text (wa_outgoing_get_button_text (outgoing), _("Button"), WA_LIMIT_LIST_BUTTON, error) ||
      (sections = wa_section_write (outgoing, &form, error)) == NULL ||
      (body = wa_onemsg_message_new (outgoing, error)) == NULL)
    return FALSE;

  wa_write_text (body, "header", wa_outgoing_get_header (outgoing));
  json_object_set_string_member (body, "body", wa_outgoing_get_text (outgoing));
  wa_write_text (body, "footer", wa_outgoing_get_footer (outgoing));
  json_object_set_string_member (body, "action", wa_outgoing_get_button_text (outgoing));
  json_object_set_array_member (body, "sections", g_steal_pointer (&sections));

  return wa_onemsg_post (provider, request, "sendList", body, error);
}

static JsonObject *
button_object (WaReplyButton  *button,
               guint           number,
               GHashTable     *seen,
               GError        **error)
{
  const char *title = wa_reply_button_get_title (button);
  const char *given = wa_reply_button_get_button_id (button);
  g_autofree char *id = wa_is_empty (given) ? g_strdup_printf ("b%u", number) : g_strdup (given);
  g_autofree char *title_key = g_strconcat ("title ", title, NULL);
  g_autofree char *id_key = g_strconcat ("id ", id, NULL);
  JsonObject *object, *reply;

  if (!wa_check_text (title, _("Title of a button"), WA_LIMIT_REPLY_TITLE, error) ||
      !wa_check_length (id, _("Id of a button"), MOST_REPLY_ID_CHARACTERS, error))
    return NULL;

  if (!g_hash_table_add (seen, g_steal_pointer (&title_key)) ||
      !g_hash_table_add (seen, g_steal_pointer (&id_key)))
    {
      g_set_error (error, WA_ERROR, WA_ERROR_INVALID,
                   _("The button “%s” is there twice. Give each its own title and id."), title);
      return NULL;
    }

  reply = json_object_new ();
  json_object_set_string_member (reply, "id", id);
  json_object_set_string_member (reply, "title", title);
  object = json_object_new ();
  json_object_set_string_member (object, "type", "reply");
  json_object_set_object_member (object, "reply", reply);

  return object;
}

static JsonArray *
button_array (WaOutgoing  *outgoing,
              GError     **error)
{
  GListModel *buttons = G_LIST_MODEL (wa_outgoing_get_buttons (outgoing));
  guint n = g_list_model_get_n_items (buttons);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(JsonArray) array = json_array_new ();

  if (n == 0 || n > WA_LIMIT_REPLY_BUTTONS)
    {
      g_set_error (error, WA_ERROR, WA_ERROR_INVALID, _("There must be 1 to %u buttons. Add or remove some."),
                   WA_LIMIT_REPLY_BUTTONS);
      return NULL;
    }

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(WaReplyButton) button = g_list_model_get_item (buttons, i);
      JsonObject *object = button_object (button, i + 1, seen, error);

      if (object == NULL)
        return NULL;
      json_array_add_object_element (array, object);
    }

  return g_steal_pointer (&array);
}

static gboolean
write_header (JsonObject  *body,
              WaOutgoing  *outgoing,
              GError     **error)
{
  WaHeaderFormat format = wa_outgoing_get_header_format (outgoing);
  const char *filename = wa_outgoing_get_header_filename (outgoing);
  const char *type = format == WA_HEADER_IMAGE ? "image" : format == WA_HEADER_VIDEO ? "video" : "document";
  JsonObject *header, *file;

  if (format > WA_HEADER_DOCUMENT)
    return wa_onemsg_refuse (error, WA_ERROR_UNSUPPORTED,
                             _("1msg shows a text, a picture, a video or a document above buttons. "
                               "Choose one of these."));

  if (format == WA_HEADER_NONE || format == WA_HEADER_TEXT)
    {
      header = json_object_new ();
      wa_write_text (header, "text", wa_outgoing_get_header (outgoing));
      if (json_object_get_size (header) > 0)
        json_object_set_string_member (header, "type", "text");
      wa_write_object (body, "header", header);
      return TRUE;
    }

  if (!wa_check_link (wa_outgoing_get_header_link (outgoing), error) || !wa_check_filename (filename, error))
    return FALSE;

  file = json_object_new ();
  json_object_set_string_member (file, "link", wa_outgoing_get_header_link (outgoing));
  if (format == WA_HEADER_DOCUMENT)
    wa_write_text (file, "filename", filename);
  header = json_object_new ();
  json_object_set_string_member (header, "type", type);
  json_object_set_object_member (header, type, file);
  json_object_set_object_member (body, "header", header);

  return TRUE;
}

WA_ONEMSG_BUILD (reply_buttons)
{
  WaOutgoing *outgoing = WA_OUTGOING (args);
  g_autoptr(JsonArray) buttons = NULL;
  g_autoptr(JsonObject) body = NULL;

  if (!check_frame (outgoing, WA_LIMIT_INTERACTIVE_BODY, error) ||
      (buttons = button_array (outgoing, error)) == NULL ||
      (body = wa_onemsg_answer_new (outgoing, error)) == NULL ||
      !write_header (body, outgoing, error))
    return FALSE;

  json_object_set_string_member (body, "body", wa_outgoing_get_text (outgoing));
  wa_write_text (body, "footer", wa_outgoing_get_footer (outgoing));
  json_object_set_array_member (body, "sections", g_steal_pointer (&buttons));

  return wa_onemsg_post (provider, request, "sendButton", g_steal_pointer (&body), error);
}

static JsonObject *
product_message_new (WaOutgoing   *outgoing,
                     JsonObject  **action,
                     GError      **error)
{
  const char *catalog = wa_outgoing_get_catalog_id (outgoing);
  JsonObject *body;

  if (!wa_check_chosen (catalog, _("Choose a catalog."), error) ||
      !wa_check_length (wa_outgoing_get_text (outgoing), _("Text"), WA_LIMIT_INTERACTIVE_BODY, error) ||
      !wa_check_length (wa_outgoing_get_footer (outgoing), _("Footer"), WA_LIMIT_INTERACTIVE_FOOTER, error) ||
      (body = wa_onemsg_message_new (outgoing, error)) == NULL)
    return NULL;

  *action = json_object_new ();
  json_object_set_string_member (*action, "catalog_id", catalog);
  wa_write_text (body, "body", wa_outgoing_get_text (outgoing));
  wa_write_text (body, "footer", wa_outgoing_get_footer (outgoing));
  json_object_set_object_member (body, "action", *action);

  return body;
}

static JsonObject *
product_body (WaOutgoing  *outgoing,
              GError     **error)
{
  const char *product = wa_outgoing_get_product_id (outgoing);
  JsonObject *body, *action;

  if (wa_outgoing_get_header_format (outgoing) != WA_HEADER_NONE ||
      !wa_is_empty (wa_outgoing_get_header (outgoing)))
    {
      wa_onemsg_refuse (error, WA_ERROR_UNSUPPORTED,
                        _("WhatsApp shows no header above a single product. "
                          "Remove the header, or send a product list."));
      return NULL;
    }

  if (!wa_check_chosen (product, _("Choose a product."), error) ||
      (body = product_message_new (outgoing, &action, error)) == NULL)
    return NULL;

  json_object_set_string_member (action, "product_retailer_id", product);

  return body;
}

static JsonObject *
product_list_body (WaOutgoing  *outgoing,
                   GError     **error)
{
  static const WaSectionForm form = {
    .rows_name = "product_items",
    .product_name = "product_retailer_id",
    .lone_untitled = TRUE,
  };
  const char *header = wa_outgoing_get_header (outgoing);
  g_autoptr(JsonArray) sections = NULL;
  JsonObject *body, *action;

  if (!check_text_header (outgoing, error) ||
      !wa_check_text (header, _("Header"), WA_LIMIT_INTERACTIVE_HEADER, error) ||
      !wa_check_text (wa_outgoing_get_text (outgoing), _("Text"), WA_LIMIT_INTERACTIVE_BODY, error) ||
      (sections = wa_section_write (outgoing, &form, error)) == NULL ||
      (body = product_message_new (outgoing, &action, error)) == NULL)
    return NULL;

  json_object_set_string_member (body, "header", header);
  json_object_set_array_member (action, "sections", g_steal_pointer (&sections));

  return body;
}

/* One operation sends one product or several. */
WA_ONEMSG_BUILD (product)
{
  WaOutgoing *outgoing = WA_OUTGOING (args);
  gboolean single = wa_outgoing_get_kind (outgoing) == WA_MESSAGE_PRODUCT;
  JsonObject *body = single ? product_body (outgoing, error) : product_list_body (outgoing, error);

  return body != NULL && wa_onemsg_post (provider, request, "sendProduct", body, error);
}
