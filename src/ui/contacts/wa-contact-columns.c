/* wa-contact-columns.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/contacts/wa-contact-columns.h"

#define SPACING 12
#define LINE_SPACING 2

/* Below this, name and number don't fit side by side. */
#define TABLE_WIDTH 440

struct _WaContactColumns
{
  GtkLayoutManager parent_instance;

  gboolean         stacked;
};

G_DEFINE_FINAL_TYPE (WaContactColumns, wa_contact_columns, GTK_TYPE_LAYOUT_MANAGER)

enum
{
  NAME,
  NUMBER,
  LAST_ACTIVE = WA_N_CONTACT_COLUMNS - 1,
};

static const WaContactColumn columns[WA_N_CONTACT_COLUMNS] = {
  { WA_CONTACT_SORT_NAME, N_("Name"), 150, 3, 0 },
  { WA_CONTACT_SORT_NUMBER, N_("Number"), 140, 1, 1 },
  { WA_CONTACT_SORT_LISTS, N_("Lists"), 100, 2, 5 },
  { WA_CONTACT_SORT_TAGS, N_("Tags"), 100, 2, 4 },
  { WA_CONTACT_SORT_OPT_IN, N_("Opt-in"), 76, 0, 3 },
  { WA_CONTACT_SORT_SOURCE, N_("Source"), 80, 1, 6 },
  { WA_CONTACT_SORT_LAST_ACTIVE, N_("Last active"), 104, 0, 2 },
};

/**
 * wa_contact_columns:
 *
 * Returns: %WA_N_CONTACT_COLUMNS columns, in their order
 */
const WaContactColumn *
wa_contact_columns (void)
{
  return columns;
}

/* Whether the column at @index is among the first @n that are kept. */
static gboolean
is_kept (int index,
         int n)
{
  return columns[index].keep < n;
}

static int
width_of_kept (int n)
{
  int width = -SPACING;

  for (int i = 0; i < WA_N_CONTACT_COLUMNS; i++)
    if (is_kept (i, n))
      width += SPACING + columns[i].width;

  return width;
}

/* The widths that the columns get in @width; 0 for those that are hidden. */
static void
share_width (int width,
             int widths[WA_N_CONTACT_COLUMNS])
{
  int n = WA_N_CONTACT_COLUMNS;
  int weights = 0, spare, left;

  while (n > 1 && width_of_kept (n) > width)
    n--;
  for (int i = 0; i < WA_N_CONTACT_COLUMNS; i++)
    weights += is_kept (i, n) ? columns[i].weight : 0;

  left = spare = width - width_of_kept (n);
  for (int i = WA_N_CONTACT_COLUMNS - 1; i > NAME; i--)
    {
      int more = MAX (spare, 0) * columns[i].weight / weights;

      widths[i] = is_kept (i, n) ? columns[i].width + more : 0;
      left -= is_kept (i, n) ? more : 0;
    }
  widths[NAME] = columns[NAME].width + left;
}

static int
child_height (GtkWidget *child)
{
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);

  return height;
}

static void
place (GtkWidget *widget,
       GtkWidget *child,
       int        x,
       int        y,
       int        width,
       int        height)
{
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (widget) - x - width;

  gtk_widget_set_child_visible (child, TRUE);
  gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, width, height }, -1);
}

static void
allocate_table (GtkWidget *widget,
                int        width,
                int        height)
{
  int widths[WA_N_CONTACT_COLUMNS];
  int x = 0, i = 0;

  share_width (width, widths);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child), i++)
    if (widths[i] > 0)
      {
        place (widget, child, x, 0, widths[i], height);
        x += widths[i] + SPACING;
      }
    else
      {
        gtk_widget_set_child_visible (child, FALSE);
      }
}

/* The name with the last activity beside it, above the number. */
static void
allocate_stacked (GtkWidget *widget,
                  int        width,
                  int        height)
{
  int time_width = columns[LAST_ACTIVE].width;
  int line = (height - LINE_SPACING) / 2;
  int i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child), i++)
    if (i == NAME)
      place (widget, child, 0, 0, MAX (width - time_width - SPACING, 0), line);
    else if (i == LAST_ACTIVE)
      place (widget, child, MAX (width - time_width, 0), 0, time_width, line);
    else if (i == NUMBER)
      place (widget, child, 0, line + LINE_SPACING, width, line);
    else
      gtk_widget_set_child_visible (child, FALSE);
}

/* The headers of what the stacked rows show, side by side. */
static void
allocate_flow (GtkWidget *widget,
               int        height)
{
  int x = 0, i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child), i++)
    if (i == NAME || i == NUMBER || i == LAST_ACTIVE)
      {
        int width;

        gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
        place (widget, child, x, 0, width, height);
        x += width + SPACING;
      }
    else
      {
        gtk_widget_set_child_visible (child, FALSE);
      }
}

static GtkSizeRequestMode
wa_contact_columns_get_request_mode (GtkLayoutManager *manager,
                                     GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
wa_contact_columns_measure (GtkLayoutManager *manager,
                            GtkWidget        *widget,
                            GtkOrientation    orientation,
                            int               for_size,
                            int              *minimum,
                            int              *natural,
                            int              *minimum_baseline,
                            int              *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = columns[NAME].width + SPACING + columns[NUMBER].width;
      *natural = TABLE_WIDTH;
      return;
    }

  *minimum = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    *minimum = MAX (*minimum, child_height (child));
  if (WA_CONTACT_COLUMNS (manager)->stacked && for_size >= 0 && for_size < TABLE_WIDTH)
    *minimum = 2 * *minimum + LINE_SPACING;
  *natural = *minimum;
}

static void
wa_contact_columns_allocate (GtkLayoutManager *manager,
                             GtkWidget        *widget,
                             int               width,
                             int               height,
                             int               baseline)
{
  if (width >= TABLE_WIDTH)
    allocate_table (widget, width, height);
  else if (WA_CONTACT_COLUMNS (manager)->stacked)
    allocate_stacked (widget, width, height);
  else
    allocate_flow (widget, height);
}

static void
wa_contact_columns_class_init (WaContactColumnsClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = wa_contact_columns_get_request_mode;
  layout_class->measure = wa_contact_columns_measure;
  layout_class->allocate = wa_contact_columns_allocate;
}

static void
wa_contact_columns_init (WaContactColumns *self)
{
}

/**
 * wa_contact_columns_new:
 * @stacked: whether it may use two lines
 */
GtkLayoutManager *
wa_contact_columns_new (gboolean stacked)
{
  WaContactColumns *self = g_object_new (WA_TYPE_CONTACT_COLUMNS, NULL);

  self->stacked = stacked;

  return GTK_LAYOUT_MANAGER (self);
}
