/* wa-templates-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/wa-util.h"
#include "ui/compose/wa-compose-view.h"
#include "ui/templates/wa-template-item.h"
#include "ui/templates/wa-templates-page.h"
#include "ui/wa-window.h"

struct _WaTemplatesPage
{
  WaAccountPage       parent_instance;

  GtkStack           *stack;
  AdwWindowTitle     *window_title;
  GtkSearchEntry     *search;
  GtkDropDown        *status;
  GtkStack           *states;
  GtkListView        *list_view;
  WaComposeView      *compose;

  GtkFilterListModel *templates;  /* what is shown */
  GtkCustomFilter    *filter;     /* (unowned): of the model */
};

/* The rows of the status menu. */
enum
{
  STATUS_ALL,
  STATUS_APPROVED,
  STATUS_OTHER,
};

G_DEFINE_FINAL_TYPE (WaTemplatesPage, wa_templates_page, WA_TYPE_ACCOUNT_PAGE)

static WaAccount *
get_account (WaTemplatesPage *self)
{
  return wa_account_page_get_account (WA_ACCOUNT_PAGE (self));
}

static gboolean
contains (const char *text,
          const char *needle)
{
  return g_str_match_string (needle, text, TRUE);
}

static gboolean
matches (WaTemplate *template,
         const char *needle)
{
  WaTemplateComponent *body = wa_template_find (template, WA_COMPONENT_BODY);

  return wa_is_empty (needle) ||
         strstr (wa_template_get_name (template), needle) != NULL ||
         contains (wa_template_get_name (template), needle) ||
         contains (wa_template_get_language (template), needle) ||
         contains (wa_template_get_category (template), needle) ||
         (body != NULL && contains (wa_template_component_get_text (body), needle));
}

static gboolean
filter_cb (gpointer item,
           gpointer user_data)
{
  WaTemplatesPage *self = user_data;
  guint status = gtk_drop_down_get_selected (self->status);

  if (status != STATUS_ALL && wa_template_is_sendable (item) != (status == STATUS_APPROVED))
    return FALSE;

  return matches (item, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
show_state (WaTemplatesPage *self)
{
  GListModel *all = gtk_filter_list_model_get_model (self->templates);
  guint n_all = all != NULL ? g_list_model_get_n_items (all) : 0;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->templates));
  g_autofree char *subtitle = NULL;

  if (n_all == 0)
    gtk_stack_set_visible_child_name (self->states, "empty");
  else
    gtk_stack_set_visible_child_name (self->states, n == 0 ? "nothing-found" : "items");

  if (n == n_all)
    subtitle = g_strdup_printf (ngettext ("%u template", "%u templates", n), n);
  else
    /* Translators: "3 of 20 templates" */
    subtitle = g_strdup_printf (ngettext ("%u of %u template", "%u of %u templates", n_all), n, n_all);
  adw_window_title_set_subtitle (self->window_title, subtitle);
}

static void
on_filter_changed_cb (WaTemplatesPage *self)
{
  if (self->filter != NULL)
    gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
show_all (WaTemplatesPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_drop_down_set_selected (self->status, STATUS_ALL);
}

static void
on_template_activated_cb (WaTemplatesPage *self,
                          guint            position)
{
  g_autoptr(WaTemplate) template = g_list_model_get_item (G_LIST_MODEL (self->templates), position);
  g_autofree char *status = NULL;
  g_autofree char *subtitle = NULL;

  if (template == NULL || get_account (self) == NULL)
    return;

  status = wa_template_dup_status_title (template);
  /* Translators: language and status of a template */
  subtitle = g_strdup_printf (_("%s · %s"), wa_template_get_language (template), status);
  g_object_set (self->compose, "title", wa_template_get_name (template), "subtitle", subtitle, NULL);
  wa_compose_view_open (self->compose, get_account (self), template);
  gtk_stack_set_visible_child_name (self->stack, "template");
  gtk_widget_grab_focus (GTK_WIDGET (self->compose));
}

static void
on_compose_back_cb (WaTemplatesPage *self)
{
  gtk_stack_set_visible_child_name (self->stack, "list");
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
on_compose_sent_cb (WaTemplatesPage *self)
{
  wa_window_toast (GTK_WIDGET (self), _("The message is in the outbox"));
  on_compose_back_cb (self);
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (WA_TEMPLATES_PAGE (widget)->search));
}

static void
wa_templates_page_enter (WaAccountPage *page)
{
  WaTemplatesPage *self = WA_TEMPLATES_PAGE (page);
  WaAccount *account = wa_account_page_get_account (page);

  gtk_filter_list_model_set_model (self->templates, account != NULL ? wa_account_get_templates (account) : NULL);
  gtk_stack_set_visible_child_name (self->stack, "list");
  show_all (self);
  show_state (self);
}

static void
wa_templates_page_dispose (GObject *object)
{
  WaTemplatesPage *self = WA_TEMPLATES_PAGE (object);

  if (self->templates != NULL)
    g_signal_handlers_disconnect_by_func (self->templates, show_state, self);
  self->filter = NULL;
  /* The bin would unparent once more what the template has taken out. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), WA_TYPE_TEMPLATES_PAGE);
  g_clear_object (&self->templates);

  G_OBJECT_CLASS (wa_templates_page_parent_class)->dispose (object);
}

static void
wa_templates_page_class_init (WaTemplatesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wa_templates_page_dispose;
  WA_ACCOUNT_PAGE_CLASS (klass)->enter = wa_templates_page_enter;

  gtk_widget_class_install_action (widget_class, "templates.search", NULL, search_action);

  g_type_ensure (WA_TYPE_COMPOSE_VIEW);
  g_type_ensure (WA_TYPE_TEMPLATE_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/WaDesk/ui/templates/wa-templates-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WaTemplatesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, WaTemplatesPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, WaTemplatesPage, search);
  gtk_widget_class_bind_template_child (widget_class, WaTemplatesPage, status);
  gtk_widget_class_bind_template_child (widget_class, WaTemplatesPage, states);
  gtk_widget_class_bind_template_child (widget_class, WaTemplatesPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, WaTemplatesPage, compose);
  gtk_widget_class_bind_template_callback (widget_class, on_compose_back_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_compose_sent_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all);
  gtk_widget_class_bind_template_callback (widget_class, on_template_activated_cb);
}

static void
wa_templates_page_init (WaTemplatesPage *self)
{
  g_autoptr(GtkNoSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->filter = gtk_custom_filter_new (filter_cb, self, NULL);
  self->templates = gtk_filter_list_model_new (NULL, GTK_FILTER (self->filter));
  g_signal_connect_swapped (self->templates, "items-changed", G_CALLBACK (show_state), self);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->templates)));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  show_state (self);
}
