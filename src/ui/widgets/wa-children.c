/* wa-children.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/wa-children.h"

/**
 * wa_unparent_children:
 *
 * For the dispose of a widget that is nothing but a GtkWidget, after gtk_widget_dispose_template(): that takes out only
 * the children that are bound.
 */
void
wa_unparent_children (GtkWidget *widget)
{
  GtkWidget *child;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}
