/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cells/shinsa-wrap-layout.h"

#define COLUMN_SPACING 6
#define ROW_SPACING 4

struct _ShinsaWrapLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (ShinsaWrapLayout, shinsa_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* Goes through the children line by line, and gives them their places where that is wanted.
 * Returns how high all lines are. */
static int
lay_out (GtkWidget *widget,
         int        width,
         gboolean   allocate)
{
  gboolean from_right = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0, y = 0, line = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkRequisition size;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_get_preferred_size (child, NULL, &size);
      if (x > 0 && x + size.width > width)
        {
          x = 0;
          y += line + ROW_SPACING;
          line = 0;
        }
      if (allocate)
        gtk_widget_size_allocate (child,
                                  &(GtkAllocation) { from_right ? width - x - size.width : x, y,
                                                     size.width, size.height }, -1);
      x += size.width + COLUMN_SPACING;
      line = MAX (line, size.height);
    }
  return y + line;
}

static GtkSizeRequestMode
shinsa_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                     GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
shinsa_wrap_layout_measure (GtkLayoutManager *manager,
                            GtkWidget        *widget,
                            GtkOrientation    orientation,
                            int               for_size,
                            int              *minimum,
                            int              *natural,
                            int              *minimum_baseline,
                            int              *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = lay_out (widget, for_size < 0 ? G_MAXINT : for_size, FALSE);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkRequisition size;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_get_preferred_size (child, NULL, &size);
      *minimum = MAX (*minimum, size.width);
      *natural += size.width + (*natural > 0 ? COLUMN_SPACING : 0);
    }
}

static void
shinsa_wrap_layout_allocate (GtkLayoutManager *manager,
                             GtkWidget        *widget,
                             int               width,
                             int               height,
                             int               baseline)
{
  lay_out (widget, width, TRUE);
}

static void
shinsa_wrap_layout_class_init (ShinsaWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = shinsa_wrap_layout_get_request_mode;
  manager_class->measure = shinsa_wrap_layout_measure;
  manager_class->allocate = shinsa_wrap_layout_allocate;
}

static void
shinsa_wrap_layout_init (ShinsaWrapLayout *self)
{
}

GtkLayoutManager *
shinsa_wrap_layout_new (void)
{
  return g_object_new (SHINSA_TYPE_WRAP_LAYOUT, NULL);
}
