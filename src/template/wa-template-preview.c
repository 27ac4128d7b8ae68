/* wa-template-preview.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-util.h"
#include "model/wa-limits.h"
#include "template/wa-template-fields.h"
#include "template/wa-template-preview.h"
#include "template/wa-template-text.h"
#include "template/wa-template-variables.h"

struct _WaTemplatePreview
{
  GObject parent_instance;

  WaMessageKind   kind;
  gboolean        rtl;
  WaHeaderFormat  header_format;
  WaRichText     *header_text;    /* (nullable) */
  char           *link;
  char           *filename;
  char           *latitude;
  char           *longitude;
  char           *place;
  char           *address;
  char           *product;
  WaRichText     *body;           /* (nullable) */
  char           *footer;
  gboolean        has_offer;
  char           *offer_text;
  GDateTime      *offer_expiry;   /* (nullable) */
  const char     *note;
  GArray         *buttons;        /* of WaPreviewButton */
  GPtrArray      *cards;          /* of WaTemplatePreview */
};

G_DEFINE_FINAL_TYPE (WaTemplatePreview, wa_template_preview, G_TYPE_OBJECT)

/* What the parts of a preview are made from. */
typedef struct
{
  WaTemplate *template;
  GListModel *fields;
  guint       card;
} Source;

static void
clear_button (gpointer data)
{
  WaPreviewButton *button = data;

  g_free (button->label);
  g_free (button->action);
}

static void
wa_template_preview_finalize (GObject *object)
{
  WaTemplatePreview *self = WA_TEMPLATE_PREVIEW (object);

  g_clear_pointer (&self->header_text, wa_rich_text_unref);
  g_clear_pointer (&self->link, g_free);
  g_clear_pointer (&self->filename, g_free);
  g_clear_pointer (&self->latitude, g_free);
  g_clear_pointer (&self->longitude, g_free);
  g_clear_pointer (&self->place, g_free);
  g_clear_pointer (&self->address, g_free);
  g_clear_pointer (&self->product, g_free);
  g_clear_pointer (&self->body, wa_rich_text_unref);
  g_clear_pointer (&self->footer, g_free);
  g_clear_pointer (&self->offer_text, g_free);
  g_clear_pointer (&self->offer_expiry, g_date_time_unref);
  g_clear_pointer (&self->buttons, g_array_unref);
  g_clear_pointer (&self->cards, g_ptr_array_unref);

  G_OBJECT_CLASS (wa_template_preview_parent_class)->finalize (object);
}

static void
wa_template_preview_class_init (WaTemplatePreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wa_template_preview_finalize;
}

static void
wa_template_preview_init (WaTemplatePreview *self)
{
  self->buttons = g_array_new (FALSE, FALSE, sizeof (WaPreviewButton));
  g_array_set_clear_func (self->buttons, clear_button);
  self->cards = g_ptr_array_new_with_free_func (g_object_unref);
}

static char *
dup_valid (const char *text)
{
  return g_utf8_make_valid (wa_or_empty (text), -1);
}

static char *
dup_value (Source             *source,
           WaParameterSection  section,
           guint               button,
           const char         *key)
{
  WaParameterField *field = wa_template_text_find (source->fields, section, source->card, button, key);

  return dup_valid (field != NULL ? wa_parameter_field_get_value (field) : "");
}

static void
set_header (WaTemplatePreview   *self,
            Source              *source,
            WaTemplateComponent *component)
{
  self->header_format = wa_template_component_get_format (component);

  if (self->header_format == WA_HEADER_TEXT)
    {
      self->header_text = wa_template_text_show (wa_template_component_get_text (component), source->fields,
                                                 WA_SECTION_HEADER, source->card, FALSE);
      return;
    }

  self->link = dup_value (source, WA_SECTION_MEDIA, 0, "");
  self->filename = dup_value (source, WA_SECTION_FILENAME, 0, "");
  self->latitude = dup_value (source, WA_SECTION_LOCATION, 0, "latitude");
  self->longitude = dup_value (source, WA_SECTION_LOCATION, 0, "longitude");
  self->place = dup_value (source, WA_SECTION_LOCATION, 0, "name");
  self->address = dup_value (source, WA_SECTION_LOCATION, 0, "address");
  self->product = dup_value (source, WA_SECTION_PRODUCT, 0, "");
}

static void
set_body (WaTemplatePreview   *self,
          Source              *source,
          WaTemplateComponent *component)
{
  const char *text = wa_template_component_get_text (component);

  /* Where the system doesn't tell Meta's own text, ours stands in for it. */
  if (wa_is_empty (text) && wa_template_is_authentication (source->template))
    text = wa_template_component_get_add_security_recommendation (component)
           ? _("*{{1}}* is your verification code. For your security, do not share it.")
           : _("*{{1}}* is your verification code.");

  self->body = wa_template_text_show (text, source->fields, WA_SECTION_BODY, source->card, TRUE);
}

static void
set_footer (WaTemplatePreview   *self,
            WaTemplateComponent *component)
{
  gint64 minutes = wa_template_component_get_code_expiration_minutes (component);

  self->footer = dup_valid (wa_template_component_get_text (component));
  if (self->footer[0] != '\0' || minutes <= 0)
    return;

  g_free (self->footer);
  self->footer = g_strdup_printf (ngettext ("This code expires in %d minute.",
                                            "This code expires in %d minutes.", (gulong) minutes),
                                  (int) minutes);
}

static void
set_offer (WaTemplatePreview   *self,
           Source              *source,
           WaTemplateComponent *component)
{
  WaParameterField *field =
    wa_template_text_find (source->fields, WA_SECTION_OFFER_EXPIRY, source->card, 0, "");

  self->has_offer = TRUE;
  self->offer_text = dup_valid (wa_template_component_get_text (component));
  self->offer_expiry = field != NULL ? wa_parameter_field_dup_time (field) : NULL;
}

static void
add_button (WaTemplatePreview *self,
            WaButtonKind       kind,
            const char        *label,
            char              *action)
{
  WaPreviewButton button = { kind, dup_valid (label), action };

  g_array_append_val (self->buttons, button);
}

/* Some buttons have a label that is WhatsApp's own. */
static const char *
label_of (WaTemplateButton *button)
{
  const char *text = wa_template_button_get_text (button);

  if (!wa_is_empty (text))
    return text;

  switch ((int) wa_template_button_get_kind (button))
    {
    case WA_BUTTON_COPY_CODE:
      return _("Copy offer code");
    case WA_BUTTON_OTP:
      return _("Copy code");
    case WA_BUTTON_CATALOG:
      return _("View catalog");
    case WA_BUTTON_MPM:
      return _("View items");
    case WA_BUTTON_SPM:
      return _("View");
    case WA_BUTTON_REQUEST_CONTACT_INFO:
      return _("Share contact info");
    case WA_BUTTON_CALL_PERMISSION_REQUEST:
      return _("Allow calls");
    default:
      return wa_template_button_get_kind_text (button);
    }
}

/* While its value is missing an address shows its variable. */
static char *
dup_address (Source           *source,
             WaTemplateButton *button,
             guint             position)
{
  const char *url = wa_template_button_get_url (button);
  g_autofree char *key = NULL;
  g_autofree char *value = NULL;
  gsize start, end;

  if (wa_template_variables_next (url, 0, &start, &end, &key))
    value = dup_value (source, WA_SECTION_URL_BUTTON, position, key);

  return wa_is_empty (value)
         ? dup_valid (url)
         : wa_template_text_fill (url, source->fields, WA_SECTION_URL_BUTTON, source->card, position);
}

static char *
dup_action (Source           *source,
            WaTemplateButton *button,
            guint             position)
{
  switch ((int) wa_template_button_get_kind (button))
    {
    case WA_BUTTON_URL:
      return dup_address (source, button, position);
    case WA_BUTTON_PHONE_NUMBER:
    case WA_BUTTON_VOICE_CALL:
      return dup_valid (wa_template_button_get_phone_number (button));
    case WA_BUTTON_COPY_CODE:
    case WA_BUTTON_OTP:
      return dup_value (source, WA_SECTION_COPY_CODE, position, "");
    case WA_BUTTON_QUICK_REPLY:
      return dup_value (source, WA_SECTION_QUICK_REPLY, position, "");
    case WA_BUTTON_CATALOG:
    case WA_BUTTON_MPM:
      return dup_value (source, WA_SECTION_PRODUCT, position, "");
    default:
      return g_strdup ("");
    }
}

static void
set_buttons (WaTemplatePreview   *self,
             Source              *source,
             WaTemplateComponent *component)
{
  GListModel *buttons = G_LIST_MODEL (wa_template_component_get_buttons (component));

  for (guint i = 0; i < g_list_model_get_n_items (buttons); i++)
    {
      g_autoptr(WaTemplateButton) button = g_list_model_get_item (buttons, i);

      add_button (self, wa_template_button_get_kind (button), label_of (button),
                  dup_action (source, button, i));
    }
}

static void set_components (WaTemplatePreview *self,
                            Source            *source,
                            GListModel        *components);

static void
set_cards (WaTemplatePreview   *self,
           Source              *source,
           WaTemplateComponent *component)
{
  GListModel *cards = G_LIST_MODEL (wa_template_component_get_cards (component));

  for (guint i = 0; source->card == 0 && i < g_list_model_get_n_items (cards); i++)
    {
      g_autoptr(WaTemplateCard) card = g_list_model_get_item (cards, i);
      Source inner = { source->template, source->fields, i + 1 };
      WaTemplatePreview *preview = g_object_new (WA_TYPE_TEMPLATE_PREVIEW, NULL);

      set_components (preview, &inner, G_LIST_MODEL (wa_template_card_get_components (card)));
      g_ptr_array_add (self->cards, preview);
    }
}

static void
set_component (WaTemplatePreview   *self,
               Source              *source,
               WaTemplateComponent *component)
{
  switch (wa_template_component_get_kind (component))
    {
    case WA_COMPONENT_HEADER:
      set_header (self, source, component);
      break;
    case WA_COMPONENT_BODY:
      set_body (self, source, component);
      break;
    case WA_COMPONENT_FOOTER:
      set_footer (self, component);
      break;
    case WA_COMPONENT_BUTTONS:
      set_buttons (self, source, component);
      break;
    case WA_COMPONENT_LIMITED_TIME_OFFER:
      set_offer (self, source, component);
      break;
    case WA_COMPONENT_CAROUSEL:
      set_cards (self, source, component);
      break;
    case WA_COMPONENT_UNKNOWN:
    default:
      break;
    }
}

static void
set_components (WaTemplatePreview *self,
                Source            *source,
                GListModel        *components)
{
  static const WaComponentKind kinds[] = {
    WA_COMPONENT_HEADER, WA_COMPONENT_BODY, WA_COMPONENT_FOOTER, WA_COMPONENT_BUTTONS,
    WA_COMPONENT_LIMITED_TIME_OFFER, WA_COMPONENT_CAROUSEL,
  };

  self->kind = WA_MESSAGE_TEMPLATE;

  /* By kind, not as they come: a hostile answer may hold one kind many times. */
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      WaTemplateComponent *component = wa_template_fields_component (components, kinds[i]);

      if (component != NULL)
        set_component (self, source, component);
    }

  self->rtl = self->body != NULL && wa_text_is_rtl (wa_rich_text_get_text (self->body),
                                                    wa_template_get_language (source->template));
}

static gboolean
mixes_quick_replies (WaTemplatePreview *self)
{
  guint quick = 0;

  for (guint i = 0; i < self->buttons->len; i++)
    quick += g_array_index (self->buttons, WaPreviewButton, i).kind == WA_BUTTON_QUICK_REPLY;

  return quick > 0 && quick < self->buttons->len;
}

static const char *
note_for (WaTemplatePreview *self)
{
  if (self->has_offer)
    return _("WhatsApp shows limited-time offers on the phone only, not on desktop and web.");
  if (self->buttons->len > WA_LIMIT_BUTTONS_ON_DESKTOP || mixes_quick_replies (self))
    return _("WhatsApp shows messages with these buttons on the phone only, not on desktop and web.");

  return "";
}

/**
 * wa_template_preview_new:
 * @fields: (nullable): a list of #WaParameterField; what they lack is shown as missing
 *
 * Returns: (transfer full): the message that the template makes with these values
 */
WaTemplatePreview *
wa_template_preview_new (WaTemplate *template,
                         GListModel *fields)
{
  WaTemplatePreview *self;
  g_autoptr(GListStore) none = g_list_store_new (WA_TYPE_PARAMETER_FIELD);
  Source source = { template, fields != NULL ? fields : G_LIST_MODEL (none), 0 };

  g_return_val_if_fail (WA_IS_TEMPLATE (template), NULL);

  self = g_object_new (WA_TYPE_TEMPLATE_PREVIEW, NULL);
  set_components (self, &source, G_LIST_MODEL (wa_template_get_components (template)));
  self->note = note_for (self);

  return self;
}

static void
set_outgoing_header (WaTemplatePreview *self,
                     WaOutgoing        *outgoing)
{
  switch ((int) self->kind)
    {
    case WA_MESSAGE_IMAGE:
      self->header_format = WA_HEADER_IMAGE;
      break;
    case WA_MESSAGE_VIDEO:
      self->header_format = WA_HEADER_VIDEO;
      break;
    case WA_MESSAGE_DOCUMENT:
      self->header_format = WA_HEADER_DOCUMENT;
      break;
    case WA_MESSAGE_LOCATION:
      self->header_format = WA_HEADER_LOCATION;
      break;
    default:
      self->header_format = wa_outgoing_get_header_format (outgoing);
      break;
    }

  if (self->header_format == WA_HEADER_TEXT ||
      (self->header_format == WA_HEADER_NONE && !wa_is_empty (wa_outgoing_get_header (outgoing))))
    {
      g_autofree char *header = dup_valid (wa_outgoing_get_header (outgoing));

      self->header_format = WA_HEADER_TEXT;
      self->header_text = wa_rich_text_new_full (header, NULL, 0, FALSE);
    }
}

static char *
dup_degrees (double degrees)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.6f", degrees));
}

static void
set_outgoing_location (WaTemplatePreview *self,
                       WaOutgoing        *outgoing)
{
  self->latitude = dup_degrees (wa_outgoing_get_latitude (outgoing));
  self->longitude = dup_degrees (wa_outgoing_get_longitude (outgoing));
  self->place = dup_valid (wa_outgoing_get_place (outgoing));
  self->address = dup_valid (wa_outgoing_get_address (outgoing));
}

static void
set_outgoing_buttons (WaTemplatePreview *self,
                      WaOutgoing        *outgoing)
{
  GListModel *buttons = G_LIST_MODEL (wa_outgoing_get_buttons (outgoing));

  for (guint i = 0; i < g_list_model_get_n_items (buttons); i++)
    {
      g_autoptr(WaReplyButton) button = g_list_model_get_item (buttons, i);

      add_button (self, WA_BUTTON_QUICK_REPLY, wa_reply_button_get_title (button),
                  dup_valid (wa_reply_button_get_button_id (button)));
    }

  if (!wa_is_empty (wa_outgoing_get_button_text (outgoing)))
    add_button (self, self->kind == WA_MESSAGE_LINK_BUTTON ? WA_BUTTON_URL : WA_BUTTON_UNKNOWN,
                wa_outgoing_get_button_text (outgoing), dup_valid (wa_outgoing_get_url (outgoing)));
}

/**
 * wa_template_preview_new_outgoing:
 *
 * Returns: (transfer full): the message as the customer will see it, whatever its kind
 */
WaTemplatePreview *
wa_template_preview_new_outgoing (WaOutgoing *outgoing)
{
  WaTemplatePreview *self;
  const char *text, *link, *filename;

  g_return_val_if_fail (WA_IS_OUTGOING (outgoing), NULL);

  if (wa_outgoing_get_kind (outgoing) == WA_MESSAGE_TEMPLATE && wa_outgoing_get_template (outgoing) != NULL)
    return wa_template_preview_new (wa_outgoing_get_template (outgoing),
                                    G_LIST_MODEL (wa_outgoing_get_fields (outgoing)));

  self = g_object_new (WA_TYPE_TEMPLATE_PREVIEW, NULL);
  self->kind = wa_outgoing_get_kind (outgoing);
  set_outgoing_header (self, outgoing);

  link = wa_outgoing_get_link (outgoing);
  filename = wa_outgoing_get_filename (outgoing);
  self->link = dup_valid (wa_is_empty (link) ? wa_outgoing_get_header_link (outgoing) : link);
  self->filename = dup_valid (wa_is_empty (filename) ? wa_outgoing_get_header_filename (outgoing) : filename);
  if (self->kind == WA_MESSAGE_LOCATION)
    set_outgoing_location (self, outgoing);
  self->product = dup_valid (wa_outgoing_get_product_id (outgoing));

  text = wa_outgoing_get_text (outgoing);
  if (wa_is_empty (text))
    text = self->kind == WA_MESSAGE_REACTION ? wa_outgoing_get_emoji (outgoing)
                                             : wa_outgoing_get_caption (outgoing);
  if (!wa_is_empty (text))
    {
      self->body = wa_rich_text_new (text);
      self->rtl = wa_text_is_rtl (wa_rich_text_get_text (self->body), NULL);
    }
  self->footer = dup_valid (wa_outgoing_get_footer (outgoing));
  set_outgoing_buttons (self, outgoing);

  return self;
}

WaMessageKind
wa_template_preview_get_kind (WaTemplatePreview *self)
{
  return self->kind;
}

/**
 * wa_template_preview_get_rtl:
 *
 * Returns: whether the text runs from right to left
 */
gboolean
wa_template_preview_get_rtl (WaTemplatePreview *self)
{
  return self->rtl;
}

WaHeaderFormat
wa_template_preview_get_header_format (WaTemplatePreview *self)
{
  return self->header_format;
}

/**
 * wa_template_preview_get_header_text:
 *
 * Returns: (transfer none) (nullable): the text of a text header; marks don't count in it
 */
WaRichText *
wa_template_preview_get_header_text (WaTemplatePreview *self)
{
  return self->header_text;
}

/**
 * wa_template_preview_get_link:
 *
 * Returns: the address of the header's or the message's file; "" while it is missing
 */
const char *
wa_template_preview_get_link (WaTemplatePreview *self)
{
  return wa_or_empty (self->link);
}

const char *
wa_template_preview_get_filename (WaTemplatePreview *self)
{
  return wa_or_empty (self->filename);
}

const char *
wa_template_preview_get_latitude (WaTemplatePreview *self)
{
  return wa_or_empty (self->latitude);
}

const char *
wa_template_preview_get_longitude (WaTemplatePreview *self)
{
  return wa_or_empty (self->longitude);
}

const char *
wa_template_preview_get_place (WaTemplatePreview *self)
{
  return wa_or_empty (self->place);
}

const char *
wa_template_preview_get_address (WaTemplatePreview *self)
{
  return wa_or_empty (self->address);
}

/**
 * wa_template_preview_get_product:
 *
 * Returns: the retailer's id of the product that the header shows
 */
const char *
wa_template_preview_get_product (WaTemplatePreview *self)
{
  return wa_or_empty (self->product);
}

/**
 * wa_template_preview_get_body:
 *
 * Returns: (transfer none) (nullable): the text; %NULL where there is none
 */
WaRichText *
wa_template_preview_get_body (WaTemplatePreview *self)
{
  return self->body;
}

const char *
wa_template_preview_get_footer (WaTemplatePreview *self)
{
  return wa_or_empty (self->footer);
}

gboolean
wa_template_preview_get_has_offer (WaTemplatePreview *self)
{
  return self->has_offer;
}

const char *
wa_template_preview_get_offer_text (WaTemplatePreview *self)
{
  return wa_or_empty (self->offer_text);
}

/**
 * wa_template_preview_get_offer_expiry:
 *
 * Returns: (transfer none) (nullable): when the offer ends, in UTC; %NULL where it has no end or it
 *   is missing
 */
GDateTime *
wa_template_preview_get_offer_expiry (WaTemplatePreview *self)
{
  return self->offer_expiry;
}

/**
 * wa_template_preview_get_note:
 *
 * Returns: where WhatsApp won't show this message, for the user; "" where it is shown everywhere
 */
const char *
wa_template_preview_get_note (WaTemplatePreview *self)
{
  return wa_or_empty (self->note);
}

guint
wa_template_preview_get_n_buttons (WaTemplatePreview *self)
{
  return self->buttons->len;
}

const WaPreviewButton *
wa_template_preview_get_button (WaTemplatePreview *self,
                                guint              position)
{
  g_return_val_if_fail (position < self->buttons->len, NULL);

  return &g_array_index (self->buttons, WaPreviewButton, position);
}

guint
wa_template_preview_get_n_cards (WaTemplatePreview *self)
{
  return self->cards->len;
}

/**
 * wa_template_preview_get_card:
 *
 * Returns: (transfer none): a carousel's card, a preview of its own
 */
WaTemplatePreview *
wa_template_preview_get_card (WaTemplatePreview *self,
                              guint              position)
{
  g_return_val_if_fail (position < self->cards->len, NULL);

  return g_ptr_array_index (self->cards, position);
}
