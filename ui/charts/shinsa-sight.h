/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/shinsa-figure.h"

G_BEGIN_DECLS

/* What is in sight of a figure: it is drawn larger where text is larger, as far as there is room
 * for it, and its headings stay while the points are scrolled. Places are in pixels of the widget,
 * those of the figure in pixels of a figure that is neither scrolled nor larger. */

typedef struct {
  const ShinsaFigure *figure;
  int                 width;          /* of the widget */
  int                 height;
  int                 figure_width;
  double              text;           /* how much larger text is than usual */
  double              zoom;           /* how much larger the figure is drawn */
  double              x;              /* how far it is scrolled */
  double              y;
  double              left;           /* what stays, in pixels of the widget */
  double              top;
} ShinsaSight;

void     shinsa_sight_init       (ShinsaSight         *sight,
                                  const ShinsaFigure  *figure,
                                  int                  width,
                                  int                  height,
                                  double               text);
int      shinsa_sight_width      (const ShinsaSight   *sight);
int      shinsa_sight_height     (const ShinsaSight   *sight);
void     shinsa_sight_place      (const ShinsaSight   *sight,
                                  int                  row,
                                  int                  column,
                                  graphene_rect_t     *box);
gboolean shinsa_sight_find_point (const ShinsaSight   *sight,
                                  double               x,
                                  double               y,
                                  int                 *row,
                                  int                 *column);
void     shinsa_sight_draw       (const ShinsaSight   *sight,
                                  ShinsaPen           *pen);
void     shinsa_sight_draw_mark  (const ShinsaSight   *sight,
                                  const ShinsaPen     *pen,
                                  int                  row,
                                  int                  column);

G_END_DECLS
