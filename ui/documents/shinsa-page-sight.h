/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a widget lets be seen of a canvas that is larger than it. The canvas is measured in device
 * pixels, its adjustments in those of the application. */

typedef struct {
  GtkWidget           *widget;            /* whose part this is */
  GtkAdjustment       *adjustments[2];    /* by GtkOrientation */
  GtkScrollablePolicy  policies[2];
} ShinsaPageSight;

void shinsa_page_sight_clear     (ShinsaPageSight       *self);
void shinsa_page_sight_watch     (ShinsaPageSight       *self,
                                  GtkOrientation         orientation,
                                  GtkAdjustment         *adjustment,
                                  GCallback              callback);
void shinsa_page_sight_get       (const ShinsaPageSight *self,
                                  GdkRectangle          *sight);
void shinsa_page_sight_place     (ShinsaPageSight       *self,
                                  GtkOrientation         orientation,
                                  double                 start,
                                  int                    length);
void shinsa_page_sight_reveal    (ShinsaPageSight       *self,
                                  const graphene_rect_t *part);
void shinsa_page_sight_scroll_by (ShinsaPageSight       *self,
                                  GtkOrientation         orientation,
                                  double                 distance);

G_END_DECLS
