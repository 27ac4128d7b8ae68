/* wa-sync-bar.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-util.h"
#include "ui/widgets/wa-banner.h"
#include "ui/widgets/wa-sync-bar.h"

#define PULSE_MS 150

struct _WaSyncBar
{
  AdwBin          parent_instance;

  WaAccount      *account;         /* (owned) (nullable) */
  GSignalGroup   *account_signals;
  GSignalGroup   *sync_signals;
  guint           pulse_id;

  GtkRevealer    *revealer;
  GtkLabel       *status_label;
  GtkProgressBar *progress_bar;
  WaBanner       *banner;
};

enum
{
  PROP_0,
  PROP_ACCOUNT,
  N_PROPS,
};

G_DEFINE_FINAL_TYPE (WaSyncBar, wa_sync_bar, ADW_TYPE_BIN)

static GParamSpec *properties[N_PROPS];

static gboolean
pulse_cb (gpointer user_data)
{
  WaSyncBar *self = user_data;

  gtk_progress_bar_pulse (self->progress_bar);

  return G_SOURCE_CONTINUE;
}

static void
update_progress (WaSyncBar *self)
{
  WaSync *sync = self->account ? wa_account_get_sync (self->account) : NULL;
  gboolean running = sync && wa_sync_get_running (sync);
  double progress = running ? wa_sync_get_progress (sync) : 0;

  if (running)
    gtk_label_set_label (self->status_label, wa_sync_get_status (sync));
  gtk_revealer_set_reveal_child (self->revealer, running);

  if (progress >= 0)
    {
      g_clear_handle_id (&self->pulse_id, g_source_remove);
      gtk_progress_bar_set_fraction (self->progress_bar, MIN (progress, 1));
    }
  else if (self->pulse_id == 0)
    {
      self->pulse_id = g_timeout_add (PULSE_MS, pulse_cb, self);
    }
}

static void
show_banner (WaSyncBar  *self,
             const char *text,
             const char *button_label,
             const char *action_name)
{
  wa_banner_set_button_label (self->banner, button_label);
  wa_banner_set_action_name (self->banner, action_name);
  wa_banner_set_title (self->banner, text);
}

/* One thing at a time: what stops everything comes first. */
static void
update_banner (WaSyncBar *self)
{
  WaSync *sync = self->account ? wa_account_get_sync (self->account) : NULL;
  const char *problem = self->account ? wa_account_get_problem (self->account) : "";
  g_autofree char *notice = NULL;

  if (self->account != NULL)
    g_object_get (self->account, "notice", &notice, NULL);

  if (self->account != NULL && wa_account_get_state (self->account) == WA_ACCOUNT_NEEDS_KEY)
    show_banner (self,
                 wa_is_empty (problem) ? _("The key of this account is missing. Enter it again.") : problem,
                 _("Enter the Key"), "win.edit-account");
  else if (!wa_is_empty (problem))
    show_banner (self, problem, NULL, NULL);
  else if (sync != NULL && !wa_sync_get_running (sync) && !wa_is_empty (wa_sync_get_problem (sync)))
    show_banner (self, wa_sync_get_problem (sync), _("Try Again"), "win.refresh");
  else
    show_banner (self, notice, NULL, NULL);
}

static void
update (WaSyncBar *self)
{
  update_progress (self);
  update_banner (self);
}

static void
wa_sync_bar_dispose (GObject *object)
{
  WaSyncBar *self = WA_SYNC_BAR (object);

  g_clear_handle_id (&self->pulse_id, g_source_remove);
  g_clear_object (&self->account_signals);
  g_clear_object (&self->sync_signals);
  g_clear_object (&self->account);
  gtk_widget_dispose_template (GTK_WIDGET (self), WA_TYPE_SYNC_BAR);

  G_OBJECT_CLASS (wa_sync_bar_parent_class)->dispose (object);
}

static void
wa_sync_bar_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ACCOUNT:
      g_value_set_object (value, WA_SYNC_BAR (object)->account);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
wa_sync_bar_set_property (GObject      *object,
                          guint         id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_ACCOUNT:
      wa_sync_bar_set_account (WA_SYNC_BAR (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
wa_sync_bar_class_init (WaSyncBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wa_sync_bar_dispose;
  object_class->get_property = wa_sync_bar_get_property;
  object_class->set_property = wa_sync_bar_set_property;

  properties[PROP_ACCOUNT] =
    g_param_spec_object ("account", NULL, NULL, WA_TYPE_ACCOUNT,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (WA_TYPE_BANNER);

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/WaDesk/ui/widgets/wa-sync-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, WaSyncBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, WaSyncBar, status_label);
  gtk_widget_class_bind_template_child (widget_class, WaSyncBar, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, WaSyncBar, banner);
}

static void
wa_sync_bar_init (WaSyncBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->account_signals = g_signal_group_new (WA_TYPE_ACCOUNT);
  g_signal_group_connect_swapped (self->account_signals, "notify", G_CALLBACK (update_banner), self);
  self->sync_signals = g_signal_group_new (WA_TYPE_SYNC);
  g_signal_group_connect_swapped (self->sync_signals, "notify", G_CALLBACK (update), self);
}

void
wa_sync_bar_set_account (WaSyncBar *self,
                         WaAccount *account)
{
  g_return_if_fail (WA_IS_SYNC_BAR (self));
  g_return_if_fail (account == NULL || WA_IS_ACCOUNT (account));

  if (!g_set_object (&self->account, account))
    return;

  g_signal_group_set_target (self->account_signals, account);
  g_signal_group_set_target (self->sync_signals, account ? wa_account_get_sync (account) : NULL);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACCOUNT]);
}
