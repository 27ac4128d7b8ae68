/* wa-outgoing.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/wa-outgoing.h"

struct _WaOutgoing
{
  WaRecord parent_instance;

  int        kind;
  char       *recipient;
  char       *recipient_name;
  char       *chat_id;
  char       *contact_id;
  char       *sender_id;
  char       *text;
  char       *caption;
  char       *link;
  char       *media_id;
  char       *filename;
  char       *mime_type;
  GBytes     *bytes;
  int        header_format;
  char       *header;
  char       *header_link;
  char       *header_filename;
  char       *footer;
  char       *button_text;
  char       *url;
  GListStore *buttons;
  GListStore *sections;
  char       *catalog_id;
  char       *product_id;
  double     latitude;
  double     longitude;
  char       *place;
  char       *address;
  char       *country;
  GListStore *cards;
  GListStore *values;
  GListStore *validation_errors;
  char       *emoji;
  char       *quoted_id;
  WaTemplate *template;
  GListStore *fields;
  WaContact  *contact;
};

G_DEFINE_FINAL_TYPE (WaOutgoing, wa_outgoing, WA_TYPE_RECORD)

static const WaField fields[] = {
  WA_FIELD_OF (WaOutgoing, kind, "kind", CHOICE, wa_message_kind_get_type),
  WA_FIELD (WaOutgoing, recipient, "recipient", TEXT),
  WA_FIELD (WaOutgoing, recipient_name, "recipient-name", TEXT),
  WA_FIELD (WaOutgoing, chat_id, "chat-id", TEXT),
  WA_FIELD (WaOutgoing, contact_id, "contact-id", TEXT),
  WA_FIELD (WaOutgoing, sender_id, "sender-id", TEXT),
  WA_FIELD (WaOutgoing, text, "text", TEXT),
  WA_FIELD (WaOutgoing, caption, "caption", TEXT),
  WA_FIELD (WaOutgoing, link, "link", TEXT),
  WA_FIELD (WaOutgoing, media_id, "media-id", TEXT),
  WA_FIELD (WaOutgoing, filename, "filename", TEXT),
  WA_FIELD (WaOutgoing, mime_type, "mime-type", TEXT),
  WA_FIELD (WaOutgoing, bytes, "bytes", BYTES),
  WA_FIELD_OF (WaOutgoing, header_format, "header-format", CHOICE, wa_header_format_get_type),
  WA_FIELD (WaOutgoing, header, "header", TEXT),
  WA_FIELD (WaOutgoing, header_link, "header-link", TEXT),
  WA_FIELD (WaOutgoing, header_filename, "header-filename", TEXT),
  WA_FIELD (WaOutgoing, footer, "footer", TEXT),
  WA_FIELD (WaOutgoing, button_text, "button-text", TEXT),
  WA_FIELD (WaOutgoing, url, "url", TEXT),
  WA_FIELD_OF (WaOutgoing, buttons, "buttons", RECORDS, wa_reply_button_get_type),
  WA_FIELD_OF (WaOutgoing, sections, "sections", RECORDS, wa_section_get_type),
  WA_FIELD (WaOutgoing, catalog_id, "catalog-id", TEXT),
  WA_FIELD (WaOutgoing, product_id, "product-id", TEXT),
  WA_FIELD (WaOutgoing, latitude, "latitude", DECIMAL),
  WA_FIELD (WaOutgoing, longitude, "longitude", DECIMAL),
  WA_FIELD (WaOutgoing, place, "place", TEXT),
  WA_FIELD (WaOutgoing, address, "address", TEXT),
  WA_FIELD (WaOutgoing, country, "country", TEXT),
  WA_FIELD_OF (WaOutgoing, cards, "cards", RECORDS, wa_contact_card_get_type),
  WA_FIELD_OF (WaOutgoing, values, "values", RECORDS, wa_attribute_get_type),
  WA_FIELD_OF (WaOutgoing, validation_errors, "validation-errors", RECORDS, wa_attribute_get_type),
  WA_FIELD (WaOutgoing, emoji, "emoji", TEXT),
  WA_FIELD (WaOutgoing, quoted_id, "quoted-id", TEXT),
  WA_FIELD_OF (WaOutgoing, template, "template", RECORD, wa_template_get_type),
  WA_FIELD_OF (WaOutgoing, fields, "fields", RECORDS, wa_parameter_field_get_type),
  WA_FIELD_OF (WaOutgoing, contact, "contact", RECORD, wa_contact_get_type),
};

WA_RECORD_CHOICE (WaOutgoing, wa_outgoing, kind, WaMessageKind)
WA_RECORD_TEXT (WaOutgoing, wa_outgoing, recipient)
WA_RECORD_TEXT (WaOutgoing, wa_outgoing, recipient_name)
WA_RECORD_TEXT (WaOutgoing, wa_outgoing, chat_id)
WA_RECORD_TEXT (WaOutgoing, wa_outgoing, contact_id)
WA_RECORD_TEXT (WaOutgoing, wa_outgoing, sender_id)
WA_RECORD_TEXT (WaOutgoing, wa_outgoing, text)
WA_RECORD_TEXT (WaOutgoing, wa_outgoing, caption)
WA_RECORD_TEXT (WaOutgoing, wa_outgoing, link)
WA_RECORD_TEXT (WaOutgoing, wa_outgoing, media_id)
WA_RECORD_TEXT (WaOutgoing, wa_outgoing, filename)
WA_RECORD_TEXT (WaOutgoing, wa_outgoing, mime_type)
WA_RECORD_BYTES (WaOutgoing, wa_outgoing, bytes)
WA_RECORD_CHOICE (WaOutgoing, wa_outgoing, header_format, WaHeaderFormat)
WA_RECORD_TEXT (WaOutgoing, wa_outgoing, header)
WA_RECORD_TEXT (WaOutgoing, wa_outgoing, header_link)
WA_RECORD_TEXT (WaOutgoing, wa_outgoing, header_filename)
WA_RECORD_TEXT (WaOutgoing, wa_outgoing, footer)
WA_RECORD_TEXT (WaOutgoing, wa_outgoing, button_text)
WA_RECORD_TEXT (WaOutgoing, wa_outgoing, url)
WA_RECORD_RECORDS (WaOutgoing, wa_outgoing, buttons)
WA_RECORD_RECORDS (WaOutgoing, wa_outgoing, sections)
WA_RECORD_TEXT (WaOutgoing, wa_outgoing, catalog_id)
WA_RECORD_TEXT (WaOutgoing, wa_outgoing, product_id)
WA_RECORD_DECIMAL (WaOutgoing, wa_outgoing, latitude)
WA_RECORD_DECIMAL (WaOutgoing, wa_outgoing, longitude)
WA_RECORD_TEXT (WaOutgoing, wa_outgoing, place)
WA_RECORD_TEXT (WaOutgoing, wa_outgoing, address)
WA_RECORD_TEXT (WaOutgoing, wa_outgoing, country)
WA_RECORD_RECORDS (WaOutgoing, wa_outgoing, cards)
WA_RECORD_RECORDS (WaOutgoing, wa_outgoing, values)
WA_RECORD_RECORDS (WaOutgoing, wa_outgoing, validation_errors)
WA_RECORD_TEXT (WaOutgoing, wa_outgoing, emoji)
WA_RECORD_TEXT (WaOutgoing, wa_outgoing, quoted_id)
WA_RECORD_RECORD (WaOutgoing, wa_outgoing, template, WaTemplate)
WA_RECORD_RECORDS (WaOutgoing, wa_outgoing, fields)
WA_RECORD_RECORD (WaOutgoing, wa_outgoing, contact, WaContact)

/**
 * wa_outgoing_find_field:
 * @card: the carousel card, from 1; 0 outside carousels
 * @nth: which of them, from 0
 *
 * Returns: (transfer none) (nullable): the template's value
 */
WaParameterField *
wa_outgoing_find_field (WaOutgoing         *self,
                        WaParameterSection  section,
                        guint               card,
                        guint               nth)
{
  GListModel *fields_ = G_LIST_MODEL (wa_outgoing_get_fields (self));

  for (guint i = 0; i < g_list_model_get_n_items (fields_); i++)
    {
      g_autoptr(WaParameterField) field = g_list_model_get_item (fields_, i);

      if (wa_parameter_field_get_section (field) == section &&
          wa_parameter_field_get_card (field) == card && nth-- == 0)
        return field;
    }

  return NULL;
}

/**
 * wa_outgoing_dup_values:
 *
 * Returns: (transfer full): the template's values of one section, in order
 */
char **
wa_outgoing_dup_values (WaOutgoing         *self,
                        WaParameterSection  section,
                        guint               card)
{
  g_autoptr(GStrvBuilder) values_ = g_strv_builder_new ();
  WaParameterField *field;

  for (guint nth = 0; (field = wa_outgoing_find_field (self, section, card, nth)) != NULL; nth++)
    g_strv_builder_add (values_, wa_parameter_field_get_value (field));

  return g_strv_builder_end (values_);
}

static void
wa_outgoing_class_init (WaOutgoingClass *klass)
{
  wa_record_class_set_fields (WA_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
wa_outgoing_init (WaOutgoing *self)
{
}

WaOutgoing *
wa_outgoing_new (void)
{
  return g_object_new (WA_TYPE_OUTGOING, NULL);
}
