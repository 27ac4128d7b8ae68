/* wa-bubble.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-util.h"
#include "ui/preview/wa-bubble.h"
#include "ui/preview/wa-rich-label.h"
#include "ui/widgets/wa-children.h"

#define CARD_WIDTH 220

struct _WaBubble
{
  GtkWidget  parent_instance;

  GtkBox    *bubble;
  GtkBox    *media;
  GtkImage  *media_icon;
  GtkLabel  *media_label;
  GtkBox    *texts;
  GtkBox    *offer;
  GtkLabel  *offer_text;
  GtkLabel  *offer_expiry;
  GtkLabel  *header;
  GtkLabel  *body;
  GtkLabel  *footer;
  GtkBox    *buttons;
  GtkWidget *cards_scroller;
  GtkBox    *cards;
  GtkLabel  *note;
};

G_DEFINE_FINAL_TYPE (WaBubble, wa_bubble, GTK_TYPE_WIDGET)

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_text (label, wa_or_empty (text));
  gtk_widget_set_visible (GTK_WIDGET (label), !wa_is_empty (text));
}

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* Returns: (nullable): %NULL where the header is no file and no place */
static const char *
media_icon (WaHeaderFormat format)
{
  switch (format)
    {
    case WA_HEADER_IMAGE:
      return "image-x-generic-symbolic";
    case WA_HEADER_VIDEO:
    case WA_HEADER_GIF:
      return "video-x-generic-symbolic";
    case WA_HEADER_DOCUMENT:
      return "x-office-document-symbolic";
    case WA_HEADER_LOCATION:
      return "mark-location-symbolic";
    case WA_HEADER_PRODUCT:
      return "package-x-generic-symbolic";
    case WA_HEADER_NONE:
    case WA_HEADER_TEXT:
    case WA_HEADER_UNKNOWN:
    default:
      return NULL;
    }
}

static const char *
media_placeholder (WaHeaderFormat format)
{
  switch (format)
    {
    case WA_HEADER_VIDEO:
    case WA_HEADER_GIF:
      return _("Video");
    case WA_HEADER_DOCUMENT:
      return _("Document");
    case WA_HEADER_LOCATION:
      return _("Location");
    case WA_HEADER_PRODUCT:
      return _("Product");
    case WA_HEADER_IMAGE:
    case WA_HEADER_NONE:
    case WA_HEADER_TEXT:
    case WA_HEADER_UNKNOWN:
    default:
      return _("Picture");
    }
}

/* The best name there is for what the header shows. */
static const char *
media_name (WaTemplatePreview *preview,
            WaHeaderFormat     format)
{
  const char *const names[] = {
    wa_template_preview_get_filename (preview),
    wa_template_preview_get_place (preview),
    wa_template_preview_get_product (preview),
    wa_template_preview_get_link (preview),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (!wa_is_empty (names[i]))
      return names[i];

  return media_placeholder (format);
}

/* What an audio message or a file without a header format is shown with. */
static const char *
message_icon (WaTemplatePreview *preview)
{
  return wa_template_preview_get_kind (preview) == WA_MESSAGE_AUDIO ? "audio-x-generic-symbolic" : NULL;
}

static void
show_media (WaBubble          *self,
            WaTemplatePreview *preview)
{
  WaHeaderFormat format = wa_template_preview_get_header_format (preview);
  const char *icon = media_icon (format);
  gboolean document = format == WA_HEADER_DOCUMENT;

  if (icon == NULL)
    icon = message_icon (preview);

  gtk_widget_set_visible (GTK_WIDGET (self->media), icon != NULL);
  if (icon == NULL)
    return;

  document |= format == WA_HEADER_NONE;
  gtk_image_set_from_icon_name (self->media_icon, icon);
  gtk_label_set_text (self->media_label, media_name (preview, format));
  /* A document is a card of one line, a picture is a picture. */
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->media),
                                  document ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_valign (GTK_WIDGET (self->media_icon), document ? GTK_ALIGN_CENTER : GTK_ALIGN_END);
  gtk_widget_set_valign (GTK_WIDGET (self->media_label), document ? GTK_ALIGN_CENTER : GTK_ALIGN_START);
  set_class (GTK_WIDGET (self->media), "document", document);
}

static void
show_offer (WaBubble          *self,
            WaTemplatePreview *preview)
{
  GDateTime *expiry = wa_template_preview_get_offer_expiry (preview);
  g_autoptr(GDateTime) local = expiry != NULL ? g_date_time_to_local (expiry) : NULL;
  g_autofree char *when = local != NULL ? g_date_time_format (local, "%x %H:%M") : NULL;
  /* Translators: a date and a time */
  g_autofree char *text = when != NULL ? g_strdup_printf (_("Ends %s"), when) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->offer), wa_template_preview_get_has_offer (preview));
  set_text (self->offer_text, wa_template_preview_get_offer_text (preview));
  set_text (self->offer_expiry, text);
}

static const char *
button_icon (WaButtonKind kind)
{
  switch (kind)
    {
    case WA_BUTTON_QUICK_REPLY:
      return "mail-reply-sender-symbolic";
    case WA_BUTTON_URL:
      return "web-browser-symbolic";
    case WA_BUTTON_PHONE_NUMBER:
    case WA_BUTTON_VOICE_CALL:
      return "call-start-symbolic";
    case WA_BUTTON_COPY_CODE:
    case WA_BUTTON_OTP:
      return "edit-copy-symbolic";
    case WA_BUTTON_UNKNOWN:
    case WA_BUTTON_FLOW:
    case WA_BUTTON_CATALOG:
    case WA_BUTTON_MPM:
    case WA_BUTTON_SPM:
    case WA_BUTTON_CALL_PERMISSION_REQUEST:
    case WA_BUTTON_REQUEST_CONTACT_INFO:
    case WA_BUTTON_ORDER_DETAILS:
    default:
      return "view-list-symbolic";
    }
}

static GtkWidget *
new_button (const WaPreviewButton *button)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (button->label);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_halign (row, GTK_ALIGN_FILL);
  gtk_widget_add_css_class (row, "wa-bubble-button");
  gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name (button_icon (button->kind)));
  gtk_box_append (GTK_BOX (row), label);
  gtk_widget_set_hexpand (gtk_widget_get_first_child (row), TRUE);
  gtk_widget_set_halign (gtk_widget_get_first_child (row), GTK_ALIGN_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_halign (label, GTK_ALIGN_START);
  if (!wa_is_empty (button->action))
    gtk_widget_set_tooltip_text (row, button->action);

  return row;
}

static void
show_buttons (WaBubble          *self,
              WaTemplatePreview *preview)
{
  guint n = wa_template_preview_get_n_buttons (preview);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->buttons))) != NULL)
    gtk_box_remove (self->buttons, child);

  for (guint i = 0; i < n; i++)
    gtk_box_append (self->buttons, new_button (wa_template_preview_get_button (preview, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->buttons), n > 0);
}

/* The cards stay while their number does, so that typing doesn't scroll them back. */
static void
show_cards (WaBubble          *self,
            WaTemplatePreview *preview)
{
  guint n = wa_template_preview_get_n_cards (preview);
  GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards));

  for (guint i = 0; i < n; i++)
    {
      if (card == NULL)
        {
          card = wa_bubble_new ();
          gtk_widget_set_size_request (card, CARD_WIDTH, -1);
          gtk_box_append (self->cards, card);
        }
      wa_bubble_set_preview (WA_BUBBLE (card), wa_template_preview_get_card (preview, i));
      card = gtk_widget_get_next_sibling (card);
    }

  while (card != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (card);

      gtk_box_remove (self->cards, card);
      card = next;
    }

  gtk_widget_set_visible (self->cards_scroller, n > 0);
}

static void
show_texts (WaBubble          *self,
            WaTemplatePreview *preview)
{
  wa_rich_label_set (self->header, wa_template_preview_get_header_text (preview));
  wa_rich_label_set (self->body, wa_template_preview_get_body (preview));
  set_text (self->footer, wa_template_preview_get_footer (preview));
  set_text (self->note, wa_template_preview_get_note (preview));

  gtk_widget_set_visible (GTK_WIDGET (self->texts),
                          gtk_widget_get_visible (GTK_WIDGET (self->header)) ||
                          gtk_widget_get_visible (GTK_WIDGET (self->body)) ||
                          gtk_widget_get_visible (GTK_WIDGET (self->footer)) ||
                          wa_template_preview_get_has_offer (preview));
}

static void
set_direction (GtkWidget        *widget,
               GtkTextDirection  direction)
{
  gtk_widget_set_direction (widget, direction);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    set_direction (child, direction);
}

/**
 * wa_bubble_set_preview:
 * @preview: (nullable): %NULL shows nothing
 */
void
wa_bubble_set_preview (WaBubble          *self,
                       WaTemplatePreview *preview)
{
  g_return_if_fail (WA_IS_BUBBLE (self));

  gtk_widget_set_visible (GTK_WIDGET (self->bubble), preview != NULL);
  if (preview == NULL)
    {
      gtk_widget_set_visible (self->cards_scroller, FALSE);
      gtk_widget_set_visible (GTK_WIDGET (self->note), FALSE);
      return;
    }

  show_media (self, preview);
  show_offer (self, preview);
  show_texts (self, preview);
  show_buttons (self, preview);
  show_cards (self, preview);
  set_direction (GTK_WIDGET (self->bubble), wa_template_preview_get_rtl (preview) ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
}

static void
wa_bubble_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), WA_TYPE_BUBBLE);
  wa_unparent_children (GTK_WIDGET (object));

  G_OBJECT_CLASS (wa_bubble_parent_class)->dispose (object);
}

static void
wa_bubble_class_init (WaBubbleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wa_bubble_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/WaDesk/ui/preview/wa-bubble.ui");
  gtk_widget_class_bind_template_child (widget_class, WaBubble, bubble);
  gtk_widget_class_bind_template_child (widget_class, WaBubble, media);
  gtk_widget_class_bind_template_child (widget_class, WaBubble, media_icon);
  gtk_widget_class_bind_template_child (widget_class, WaBubble, media_label);
  gtk_widget_class_bind_template_child (widget_class, WaBubble, texts);
  gtk_widget_class_bind_template_child (widget_class, WaBubble, offer);
  gtk_widget_class_bind_template_child (widget_class, WaBubble, offer_text);
  gtk_widget_class_bind_template_child (widget_class, WaBubble, offer_expiry);
  gtk_widget_class_bind_template_child (widget_class, WaBubble, header);
  gtk_widget_class_bind_template_child (widget_class, WaBubble, body);
  gtk_widget_class_bind_template_child (widget_class, WaBubble, footer);
  gtk_widget_class_bind_template_child (widget_class, WaBubble, buttons);
  gtk_widget_class_bind_template_child (widget_class, WaBubble, cards_scroller);
  gtk_widget_class_bind_template_child (widget_class, WaBubble, cards);
  gtk_widget_class_bind_template_child (widget_class, WaBubble, note);
}

static void
wa_bubble_init (WaBubble *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
wa_bubble_new (void)
{
  return g_object_new (WA_TYPE_BUBBLE, NULL);
}
