/* wa-wrap-layout.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/wa-wrap-layout.h"

#define SPACING 6

struct _WaWrapLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (WaWrapLayout, wa_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* The height of all lines at @width; with @allocate the children get their places too. */
static int
arrange (GtkWidget *widget,
         int        width,
         gboolean   allocate)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0, y = 0, line = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      int min, natural, height, child_width;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &min, &natural, NULL, NULL);
      child_width = MAX (min, MIN (natural, width));
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, child_width, NULL, &height, NULL, NULL);

      if (x > 0 && x + child_width > width)
        {
          y += line + SPACING;
          x = line = 0;
        }
      if (allocate)
        gtk_widget_size_allocate (child,
                                  &(GtkAllocation) { rtl ? width - x - child_width : x, y, child_width, height }, -1);

      x += child_width + SPACING;
      line = MAX (line, height);
    }

  return y + line;
}

static GtkSizeRequestMode
wa_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                 GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
wa_wrap_layout_measure (GtkLayoutManager *manager,
                        GtkWidget        *widget,
                        GtkOrientation    orientation,
                        int               for_size,
                        int              *minimum,
                        int              *natural,
                        int              *minimum_baseline,
                        int              *natural_baseline)
{
  int widest = 0, sum = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      int child_min, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_min, &child_natural, NULL, NULL);
      widest = MAX (widest, child_min);
      sum += child_natural + (sum > 0 ? SPACING : 0);
    }

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = widest;
      *natural = MAX (widest, sum);
    }
  else
    {
      *minimum = *natural = arrange (widget, for_size < 0 ? MAX (widest, sum) : for_size, FALSE);
    }
}

static void
wa_wrap_layout_allocate (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         int               width,
                         int               height,
                         int               baseline)
{
  arrange (widget, width, TRUE);
}

static void
wa_wrap_layout_class_init (WaWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = wa_wrap_layout_get_request_mode;
  layout_class->measure = wa_wrap_layout_measure;
  layout_class->allocate = wa_wrap_layout_allocate;
}

static void
wa_wrap_layout_init (WaWrapLayout *self)
{
}

GtkLayoutManager *
wa_wrap_layout_new (void)
{
  return g_object_new (WA_TYPE_WRAP_LAYOUT, NULL);
}
