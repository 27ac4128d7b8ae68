/* wa-outbox-item.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-util.h"
#include "model/wa-phone.h"
#include "ui/outbox/wa-outbox-item.h"
#include "ui/widgets/wa-children.h"
#include "ui/widgets/wa-time-text.h"

struct _WaOutboxItem
{
  GtkBox        parent_instance;

  GtkImage     *icon;
  GtkLabel     *recipient;
  GtkLabel     *summary;
  GtkLabel     *state;
  GtkLabel     *time;
  GtkWidget    *decision;
  GtkLabel     *reason;
  GtkButton    *resend;
  GtkButton    *dismiss;
  GtkButton    *cancel;

  WaMessage    *message;   /* (nullable) */
  GSignalGroup *signals;
};

G_DEFINE_FINAL_TYPE (WaOutboxItem, wa_outbox_item, GTK_TYPE_BOX)

enum
{
  PROP_0,
  PROP_MESSAGE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

typedef struct
{
  WaMessageState  state;
  const char     *icon;
  const char     *style;
} StateLook;

static const StateLook looks[] = {
  { WA_STATE_QUEUED, "document-open-recent-symbolic", "dim-label" },
  { WA_STATE_SENDING, "document-send-symbolic", "dim-label" },
  { WA_STATE_SENT, "object-select-symbolic", "success" },
  { WA_STATE_DELIVERED, "object-select-symbolic", "success" },
  { WA_STATE_READ, "object-select-symbolic", "success" },
  { WA_STATE_FAILED, "dialog-error-symbolic", "error" },
  { WA_STATE_UNCERTAIN, "dialog-question-symbolic", "warning" },
};

static const StateLook *
find_look (WaMessageState state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    if (looks[i].state == state)
      return &looks[i];

  return &looks[0];
}

static void
show_state (WaOutboxItem *self)
{
  WaMessageState state = wa_message_get_state (self->message);
  gboolean dismissed = wa_message_get_dismissed (self->message);
  const StateLook *look = find_look (dismissed ? WA_STATE_QUEUED : state);

  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->icon), looks[i].style);
      gtk_widget_remove_css_class (GTK_WIDGET (self->state), looks[i].style);
    }
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), look->style);
  gtk_widget_add_css_class (GTK_WIDGET (self->state), look->style);
  gtk_image_set_from_icon_name (self->icon, look->icon);
  gtk_label_set_label (self->state, dismissed ? _("Dismissed") : wa_message_state_title (state));
}

static char *
dup_recipient (WaMessage *message)
{
  g_autofree char *number = wa_phone_format (wa_message_get_recipient (message));

  if (wa_is_empty (wa_message_get_recipient_name (message)))
    return g_steal_pointer (&number);

  /* Translators: name and number of a recipient */
  return g_strdup_printf (_("%s · %s"), wa_message_get_recipient_name (message), number);
}

static char *
dup_summary (WaMessage *message)
{
  const char *const texts[] = {
    wa_message_get_template_name (message),
    wa_message_get_text (message),
    wa_message_get_caption (message),
    wa_message_get_filename (message),
    wa_message_get_link (message),
  };
  const char *kind = wa_message_kind_title (wa_message_get_kind (message));

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!wa_is_empty (texts[i]))
      {
        g_autofree char *clean = wa_clean_text (texts[i], 200);

        /* Translators: a kind of message ("Template", "Image") and its name or text */
        return g_strdup_printf (_("%s: %s"), kind, clean);
      }

  return g_strdup (kind);
}

/* What stands open: nothing for what was sent, a reason and a choice for the rest. */
static void
show_decision (WaOutboxItem *self)
{
  WaMessageState state = wa_message_get_state (self->message);
  gboolean open = (state == WA_STATE_FAILED || state == WA_STATE_UNCERTAIN) &&
                  !wa_message_get_dismissed (self->message);
  gboolean queued = state == WA_STATE_QUEUED;
  const char *reason = wa_message_get_error_text (self->message);

  if (state == WA_STATE_UNCERTAIN && wa_is_empty (reason))
    reason = _("It may have been delivered. Ask the recipient before you send it again.");

  gtk_label_set_label (self->reason, reason);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), !wa_is_empty (reason) && (open || queued));
  gtk_widget_set_visible (GTK_WIDGET (self->resend), open);
  gtk_widget_set_visible (GTK_WIDGET (self->dismiss), open);
  gtk_widget_set_visible (GTK_WIDGET (self->cancel), queued);
  gtk_widget_set_visible (self->decision, open || queued);
}

static void
show_message (WaOutboxItem *self)
{
  g_autofree char *recipient = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *time = NULL;

  if (self->message == NULL)
    return;

  recipient = dup_recipient (self->message);
  summary = dup_summary (self->message);
  time = wa_time_text_short (wa_message_get_timestamp (self->message));
  gtk_label_set_label (self->recipient, recipient);
  gtk_label_set_label (self->summary, summary);
  gtk_label_set_label (self->time, wa_or_empty (time));
  show_state (self);
  show_decision (self);
}

static void
set_target (GtkButton  *button,
            const char *action,
            WaMessage  *message)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", wa_message_get_key (message));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
}

static void
wa_outbox_item_set_message (WaOutboxItem *self,
                            WaMessage    *message)
{
  if (!g_set_object (&self->message, message))
    return;

  g_signal_group_set_target (self->signals, message);
  if (message != NULL)
    {
      set_target (self->resend, "outbox.resend", message);
      set_target (self->dismiss, "outbox.dismiss", message);
      set_target (self->cancel, "outbox.cancel", message);
    }
  show_message (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGE]);
}

static void
wa_outbox_item_dispose (GObject *object)
{
  WaOutboxItem *self = WA_OUTBOX_ITEM (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->message);
  gtk_widget_dispose_template (GTK_WIDGET (self), WA_TYPE_OUTBOX_ITEM);
  wa_unparent_children (GTK_WIDGET (self));

  G_OBJECT_CLASS (wa_outbox_item_parent_class)->dispose (object);
}

static void
wa_outbox_item_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_MESSAGE:
      g_value_set_object (value, WA_OUTBOX_ITEM (object)->message);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
wa_outbox_item_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_MESSAGE:
      wa_outbox_item_set_message (WA_OUTBOX_ITEM (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
wa_outbox_item_class_init (WaOutboxItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wa_outbox_item_dispose;
  object_class->get_property = wa_outbox_item_get_property;
  object_class->set_property = wa_outbox_item_set_property;

  properties[PROP_MESSAGE] =
    g_param_spec_object ("message", NULL, NULL, WA_TYPE_MESSAGE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/WaDesk/ui/outbox/wa-outbox-item.ui");
  gtk_widget_class_bind_template_child (widget_class, WaOutboxItem, icon);
  gtk_widget_class_bind_template_child (widget_class, WaOutboxItem, recipient);
  gtk_widget_class_bind_template_child (widget_class, WaOutboxItem, summary);
  gtk_widget_class_bind_template_child (widget_class, WaOutboxItem, state);
  gtk_widget_class_bind_template_child (widget_class, WaOutboxItem, time);
  gtk_widget_class_bind_template_child (widget_class, WaOutboxItem, decision);
  gtk_widget_class_bind_template_child (widget_class, WaOutboxItem, reason);
  gtk_widget_class_bind_template_child (widget_class, WaOutboxItem, resend);
  gtk_widget_class_bind_template_child (widget_class, WaOutboxItem, dismiss);
  gtk_widget_class_bind_template_child (widget_class, WaOutboxItem, cancel);
}

static void
wa_outbox_item_init (WaOutboxItem *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->signals = g_signal_group_new (WA_TYPE_MESSAGE);
  g_signal_group_connect_swapped (self->signals, "notify", G_CALLBACK (show_message), self);
}
