/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "documents/shinsa-page-cache.h"
#include "documents/shinsa-page-selection.h"

G_BEGIN_DECLS

/* The pages of a document below each other, for a GtkScrolledWindow. What is in sight is drawn as
 * sharp as the screen is; until then the picture that is there is shown.
 *
 * Properties: "page" (the one that is looked at, from 1), "zoom" (1 is life-size), "fit", both read
 *   only */

#define SHINSA_TYPE_PAGE_VIEW (shinsa_page_view_get_type ())
G_DECLARE_FINAL_TYPE (ShinsaPageView, shinsa_page_view, SHINSA, PAGE_VIEW, GtkWidget)

typedef enum {
  SHINSA_FIT_NONE,
  SHINSA_FIT_WIDTH,
  SHINSA_FIT_PAGE,
} ShinsaFit;

/* How a document is looked at: a part of a page at the top of the window. */
typedef struct {
  int       page;
  double    x;           /* parts of the width of the page */
  double    y;           /* parts of its height */
  ShinsaFit fit;
  double    zoom;
  int       rotation;
} ShinsaPagePlace;

/* From the start, as wide as the window. */
#define SHINSA_PAGE_PLACE_INIT { .page = 1, .x = 0.5, .fit = SHINSA_FIT_WIDTH, .zoom = 1 }

void                 shinsa_page_view_show          (ShinsaPageView        *self,
                                                     ShinsaPageCache       *cache,
                                                     const ShinsaPagePlace *place);
void                 shinsa_page_view_get_place     (ShinsaPageView        *self,
                                                     ShinsaPagePlace       *place);
void                 shinsa_page_view_go_to         (ShinsaPageView        *self,
                                                     int                    page);
void                 shinsa_page_view_step          (ShinsaPageView        *self,
                                                     int                    step);
void                 shinsa_page_view_scroll        (ShinsaPageView        *self,
                                                     double                 dx,
                                                     double                 dy);
gboolean             shinsa_page_view_fits          (ShinsaPageView        *self,
                                                     GtkOrientation         orientation);
void                 shinsa_page_view_set_fit       (ShinsaPageView        *self,
                                                     ShinsaFit              fit);
void                 shinsa_page_view_zoom_to       (ShinsaPageView        *self,
                                                     double                 zoom,
                                                     double                 x,
                                                     double                 y);
void                 shinsa_page_view_zoom_by       (ShinsaPageView        *self,
                                                     double                 step);
void                 shinsa_page_view_rotate        (ShinsaPageView        *self);
int                  shinsa_page_view_get_page      (ShinsaPageView        *self);
double               shinsa_page_view_get_zoom      (ShinsaPageView        *self);
ShinsaPageSelection *shinsa_page_view_get_selection (ShinsaPageView        *self);
gboolean             shinsa_page_view_hit           (ShinsaPageView        *self,
                                                     double                 x,
                                                     double                 y,
                                                     int                   *page,
                                                     int                   *at);
void                 shinsa_page_view_set_matches   (ShinsaPageView        *self,
                                                     GPtrArray             *matches,
                                                     int                    current);
void                 shinsa_page_view_show_quote    (ShinsaPageView        *self,
                                                     int                    page,
                                                     const char            *quote);

G_END_DECLS
