/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>
#include <graphene.h>

#include "documents/shinsa-pdf-parts.h"

G_BEGIN_DECLS

/* Where the pages of a document lie when they stand below each other: on a canvas that is measured
 * in device pixels, so that every page begins on one. Pages count from 1. */

typedef struct _ShinsaPageLayout ShinsaPageLayout;

ShinsaPageLayout *shinsa_page_layout_new       (const graphene_size_t  *sizes,
                                                int                     n_pages);
void              shinsa_page_layout_free      (ShinsaPageLayout       *self);
void              shinsa_page_layout_arrange   (ShinsaPageLayout       *self,
                                                int                     rotation,
                                                double                  scale,
                                                int                     gap,
                                                int                     room);
double            shinsa_page_layout_fit_width (const ShinsaPageLayout *self,
                                                int                     rotation,
                                                double                  room);
double            shinsa_page_layout_fit_page  (const ShinsaPageLayout *self,
                                                int                     rotation,
                                                double                  width,
                                                double                  height);

int               shinsa_page_layout_n_pages   (const ShinsaPageLayout *self);
void              shinsa_page_layout_get_size  (const ShinsaPageLayout *self,
                                                int                    *width,
                                                int                    *height);
void              shinsa_page_layout_get_page  (const ShinsaPageLayout *self,
                                                int                     page,
                                                GdkRectangle           *area);
int               shinsa_page_layout_page_at   (const ShinsaPageLayout *self,
                                                double                  y);
int               shinsa_page_layout_main_page (const ShinsaPageLayout *self,
                                                double                  top,
                                                double                  bottom,
                                                int                     before);
void              shinsa_page_layout_to_page   (const ShinsaPageLayout *self,
                                                int                     page,
                                                double                  x,
                                                double                  y,
                                                graphene_point_t       *point);
void              shinsa_page_layout_from_page (const ShinsaPageLayout *self,
                                                int                     page,
                                                const ShinsaPdfRect    *rect,
                                                graphene_rect_t        *area);
void              shinsa_page_layout_get_view  (const ShinsaPageLayout *self,
                                                int                     page,
                                                ShinsaPdfView          *view);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShinsaPageLayout, shinsa_page_layout_free)

G_END_DECLS
