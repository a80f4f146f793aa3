/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/shinsa-page-sight.h"

#include <math.h>

static int
factor (const ShinsaPageSight *self)
{
  return gtk_widget_get_scale_factor (self->widget);
}

static int
scrolled (const ShinsaPageSight *self,
          GtkOrientation         orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  return adjustment != NULL
         ? (int) lround (gtk_adjustment_get_value (adjustment) * factor (self)) : 0;
}

static int
room (const ShinsaPageSight *self,
      GtkOrientation         orientation)
{
  return gtk_widget_get_size (self->widget, orientation) * factor (self);
}

/**
 * shinsa_page_sight_clear:
 * @self: a sight
 *
 * Lets go of the adjustments.
 */
void
shinsa_page_sight_clear (ShinsaPageSight *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    g_clear_object (&self->adjustments[i]);
}

/**
 * shinsa_page_sight_watch:
 * @self: a sight
 * @orientation: a direction
 * @adjustment: (nullable): what says how far the canvas is scrolled, or %NULL for one of its own
 * @callback: (scope notified): called with the widget when that changes
 */
void
shinsa_page_sight_watch (ShinsaPageSight *self,
                         GtkOrientation   orientation,
                         GtkAdjustment   *adjustment,
                         GCallback        callback)
{
  GtkAdjustment **held;

  g_return_if_fail (self != NULL);
  g_return_if_fail (adjustment == NULL || GTK_IS_ADJUSTMENT (adjustment));

  held = &self->adjustments[orientation];
  if (adjustment == *held && adjustment != NULL)
    return;
  if (*held != NULL)
    g_signal_handlers_disconnect_by_func (*held, callback, self->widget);
  g_clear_object (held);
  *held = g_object_ref_sink (adjustment != NULL ? adjustment
                                                : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_object (*held, "value-changed", callback, self->widget, G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (self->widget);
}

/**
 * shinsa_page_sight_get:
 * @self: a sight
 * @sight: (out): what of the canvas is in sight, in device pixels
 */
void
shinsa_page_sight_get (const ShinsaPageSight *self,
                       GdkRectangle          *sight)
{
  g_return_if_fail (self != NULL && sight != NULL);

  sight->x = scrolled (self, GTK_ORIENTATION_HORIZONTAL);
  sight->y = scrolled (self, GTK_ORIENTATION_VERTICAL);
  sight->width = room (self, GTK_ORIENTATION_HORIZONTAL);
  sight->height = room (self, GTK_ORIENTATION_VERTICAL);
}

/**
 * shinsa_page_sight_place:
 * @self: a sight
 * @orientation: a direction
 * @start: where the sight is to begin, in device pixels; the nearest that there is
 * @length: how long the canvas is, in device pixels
 */
void
shinsa_page_sight_place (ShinsaPageSight *self,
                         GtkOrientation   orientation,
                         double           start,
                         int              length)
{
  double size;
  double upper;

  g_return_if_fail (self != NULL);

  if (self->adjustments[orientation] == NULL)
    return;
  size = gtk_widget_get_size (self->widget, orientation);
  upper = MAX ((double) length / factor (self), size);
  gtk_adjustment_configure (self->adjustments[orientation],
                            CLAMP (start / factor (self), 0, upper - size), 0, upper,
                            size * 0.1, size * 0.9, size);
}

static void
reveal (ShinsaPageSight *self,
        GtkOrientation   orientation,
        double           start,
        double           length)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  double size = room (self, orientation);
  int value = scrolled (self, orientation);

  if (adjustment == NULL || (start >= value && start + length <= value + size))
    return;
  gtk_adjustment_set_value (adjustment, (start + length / 2 - size / 2) / factor (self));
}

/**
 * shinsa_page_sight_reveal:
 * @self: a sight
 * @part: a part of the canvas, in device pixels
 *
 * Puts the part into sight, in the middle unless it is there already.
 */
void
shinsa_page_sight_reveal (ShinsaPageSight       *self,
                          const graphene_rect_t *part)
{
  g_return_if_fail (self != NULL && part != NULL);

  reveal (self, GTK_ORIENTATION_VERTICAL, part->origin.y, part->size.height);
  reveal (self, GTK_ORIENTATION_HORIZONTAL, part->origin.x, part->size.width);
}

/**
 * shinsa_page_sight_scroll_by:
 * @self: a sight
 * @orientation: a direction
 * @distance: pixels of the application; to the left or up where it is negative
 */
void
shinsa_page_sight_scroll_by (ShinsaPageSight *self,
                             GtkOrientation   orientation,
                             double           distance)
{
  GtkAdjustment *adjustment;

  g_return_if_fail (self != NULL);

  adjustment = self->adjustments[orientation];
  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + distance);
}
