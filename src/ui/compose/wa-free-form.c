/* wa-free-form.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "core/wa-util.h"
#include "template/wa-outgoing-check.h"
#include "template/wa-template-problem.h"
#include "ui/compose/wa-free-form.h"
#include "ui/widgets/wa-children.h"

struct _WaFreeForm
{
  GtkWidget      parent_instance;

  GtkWidget     *link_box;
  GtkEntry      *link;
  GtkWidget     *filename_box;
  GtkEntry      *filename;
  GtkWidget     *text_box;
  GtkLabel      *text_label;
  GtkTextView   *text_view;
  GtkLabel      *problem;

  WaOutgoing    *outgoing;   /* (nullable) */
  GBindingGroup *bindings;
  GBinding      *text;       /* (nullable) (unowned): the text's, which follows the kind */
};

G_DEFINE_FINAL_TYPE (WaFreeForm, wa_free_form, GTK_TYPE_WIDGET)

static void
show_problem (WaFreeForm *self,
              const char *problem)
{
  gtk_label_set_label (self->problem, wa_or_empty (problem));
  gtk_widget_set_visible (GTK_WIDGET (self->problem), !wa_is_empty (problem));
}

/* A text is the message itself, or the caption of a file. */
static void
bind_text (WaFreeForm *self,
           gboolean    caption)
{
  g_clear_pointer (&self->text, g_binding_unbind);
  self->text = g_object_bind_property (self->outgoing, caption ? "caption" : "text",
                                       gtk_text_view_get_buffer (self->text_view), "text",
                                       G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_object_add_weak_pointer (G_OBJECT (self->text), (gpointer *) &self->text);

  gtk_label_set_label (self->text_label, caption ? _("Caption") : _("Message"));
}

static void
show_kind (WaFreeForm *self)
{
  WaMessageKind kind = wa_outgoing_get_kind (self->outgoing);
  gboolean text = kind == WA_MESSAGE_TEXT;

  gtk_widget_set_visible (self->link_box, !text);
  gtk_widget_set_visible (self->filename_box, kind == WA_MESSAGE_DOCUMENT);
  gtk_widget_set_visible (self->text_box, kind != WA_MESSAGE_AUDIO);
  bind_text (self, !text);
  show_problem (self, NULL);
}

static void
on_outgoing_notify_cb (WaFreeForm *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->problem)))
    wa_free_form_validate (self);
}

/**
 * wa_free_form_set_outgoing:
 * @outgoing: what is written; it is changed as the user types
 */
void
wa_free_form_set_outgoing (WaFreeForm *self,
                           WaOutgoing *outgoing)
{
  g_return_if_fail (WA_IS_FREE_FORM (self));
  g_return_if_fail (WA_IS_OUTGOING (outgoing));

  if (!g_set_object (&self->outgoing, outgoing))
    return;

  g_binding_group_set_source (self->bindings, outgoing);
  g_signal_connect_object (outgoing, "notify::kind", G_CALLBACK (show_kind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (outgoing, "notify", G_CALLBACK (on_outgoing_notify_cb), self, G_CONNECT_SWAPPED);
  show_kind (self);
}

/**
 * wa_free_form_validate:
 *
 * Shows what is wrong with the message.
 *
 * Returns: whether the message can be sent
 */
gboolean
wa_free_form_validate (WaFreeForm *self)
{
  g_autoptr(GListStore) problems = wa_outgoing_check (self->outgoing);
  WaTemplateProblem *first = wa_template_problems_first_error (G_LIST_MODEL (problems));

  show_problem (self, first != NULL ? wa_template_problem_get_message (first) : NULL);

  return first == NULL;
}

static gboolean
wa_free_form_grab_focus (GtkWidget *widget)
{
  WaFreeForm *self = WA_FREE_FORM (widget);

  return gtk_widget_grab_focus (gtk_widget_get_visible (self->link_box) ? GTK_WIDGET (self->link)
                                                                         : GTK_WIDGET (self->text_view));
}

static void
wa_free_form_dispose (GObject *object)
{
  WaFreeForm *self = WA_FREE_FORM (object);

  g_clear_pointer (&self->text, g_binding_unbind);
  g_clear_object (&self->bindings);
  g_clear_object (&self->outgoing);
  gtk_widget_dispose_template (GTK_WIDGET (self), WA_TYPE_FREE_FORM);
  wa_unparent_children (GTK_WIDGET (self));

  G_OBJECT_CLASS (wa_free_form_parent_class)->dispose (object);
}

static void
wa_free_form_class_init (WaFreeFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wa_free_form_dispose;
  widget_class->grab_focus = wa_free_form_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/WaDesk/ui/compose/wa-free-form.ui");
  gtk_widget_class_bind_template_child (widget_class, WaFreeForm, link_box);
  gtk_widget_class_bind_template_child (widget_class, WaFreeForm, link);
  gtk_widget_class_bind_template_child (widget_class, WaFreeForm, filename_box);
  gtk_widget_class_bind_template_child (widget_class, WaFreeForm, filename);
  gtk_widget_class_bind_template_child (widget_class, WaFreeForm, text_box);
  gtk_widget_class_bind_template_child (widget_class, WaFreeForm, text_label);
  gtk_widget_class_bind_template_child (widget_class, WaFreeForm, text_view);
  gtk_widget_class_bind_template_child (widget_class, WaFreeForm, problem);
}

static void
wa_free_form_init (WaFreeForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->bindings = g_binding_group_new ();
  g_binding_group_bind (self->bindings, "link", self->link, "text", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_binding_group_bind (self->bindings, "filename", self->filename, "text",
                        G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}
